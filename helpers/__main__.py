"""`python -m helpers` is the command `khabar`."""

import sys

from helpers.cli import main

sys.exit(main())

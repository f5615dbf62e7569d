"""Settings for all tests, those of the notebooks included."""

import os
import tempfile

# The lessons' kernels keep their progress here, each run from nothing, and never in a learner's own file.
_FOLDER = tempfile.TemporaryDirectory(prefix="khabar-")
os.environ["KHABAR_PROGRESS"] = os.path.join(_FOLDER.name, "progress.json")

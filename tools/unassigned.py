"""Writes helpers/data/unassigned.json, the code points that the oldest Python of the project does not know.

    uv run --python 3.11 tools/unassigned.py

Newer Pythons know more of them. Run it again when the project no longer runs on Python 3.11.
"""

import json
import sys
import unicodedata
from itertools import groupby
from pathlib import Path

TARGET = Path(__file__).parent.parent / "helpers" / "data" / "unassigned.json"


def table() -> str:
    """Give the file's text, by the tables of the Python that runs this."""
    unassigned = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cn"]
    runs = []
    for _, group in groupby(enumerate(unassigned), lambda numbered: numbered[1] - numbered[0]):
        codes = [code for _, code in group]
        runs.append(f"{codes[0]:X}-{codes[-1]:X}" if len(codes) > 1 else f"{codes[0]:X}")
    version = unicodedata.unidata_version
    source = f"Unicode Character Database {version}: what has the general category Cn, written by tools/unassigned.py."
    return json.dumps({"source": source, "code points": " ".join(runs)}, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")

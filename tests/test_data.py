"""Every file of data says where it comes from and under which licence."""

import json
from pathlib import Path

DATA = Path(__file__).parent.parent / "helpers" / "data"
README = (DATA / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_file_and_no_other() -> None:
    files = {path.name + "/" * path.is_dir() for path in DATA.iterdir()} - {"README.md"}
    rows = [line.strip("| ").split(" | ") for line in README.splitlines() if line.startswith("| `")]
    assert sorted(row[0].strip("`") for row in rows) == sorted(files)
    assert all(len(row) == 4 and all(row) for row in rows)


def test_every_word_list_says_where_it_comes_from() -> None:
    lists = sorted(DATA.glob("*.json"))
    assert lists
    assert [path.name for path in lists if not json.loads(path.read_text(encoding="utf-8")).get("source")] == []


def test_what_others_made_is_named_with_its_licence() -> None:
    notice = (DATA.parent.parent / "NOTICE").read_text(encoding="utf-8")
    for name, licence in zip(("wordfreq", "ANERcorp", "Noto Sans"), ("CC BY-SA", "CC BY-SA", "Open Font"), strict=True):
        assert name in README and licence in README
        assert name in notice and licence in notice

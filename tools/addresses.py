"""Write the repository's address, which stands in pyproject.toml, into all links of the README and the docs.

    uv run tools/addresses.py

Such are the links to Binder, those of nbgitpuller (with the folder that it makes) and the commands `git clone`.
"""

import re
import tomllib
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REPOSITORY = PROJECT["urls"]["Repository"].removesuffix("/").removesuffix(".git")


def pages() -> list[Path]:
    """The files that may hold links to the repository."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def binder_place(repository: str) -> str:
    """How Binder names a repository: by owner and name on GitHub, by its whole address elsewhere."""
    address = urlsplit(repository)
    return f"gh{address.path}" if address.netloc == "github.com" else f"git/{quote(repository, safe='')}"


def readdressed(text: str, repository: str = REPOSITORY) -> str:
    """A page with all its links to the repository at this address."""
    folder = quote(repository.rpartition("/")[2], safe="")
    text = re.sub(r"(mybinder\.org/v2/)(?:gh/[^/\s]+|git)/[^/\s]+", rf"\g<1>{binder_place(repository)}", text)
    text = re.sub(r"(git-pull\?repo=)[^&\s)]+", rf"\g<1>{quote(repository, safe='')}", text)
    text = re.sub(r"(git-pull\?\S*?urlpath=lab%2Ftree%2F)[^%\s)]+", rf"\g<1>{folder}", text)
    return re.sub(r"(git clone )https://[^\s`]+", rf"\g<1>{repository}", text)


def main() -> None:
    """Write the pages anew."""
    for page in pages():
        page.write_text(readdressed(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

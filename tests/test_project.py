"""The project's own promises: versions held together, one direction of imports, nothing of one machine in it."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from datetime import datetime
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import addresses

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted((ROOT / "docs").glob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
TEST_TOOLS = PROJECT["project"]["optional-dependencies"]["test"]
BINDER = {
    "python_version": "3.12",
    "python_full_version": "3.12.0",
    "sys_platform": "linux",
    "platform_system": "Linux",
    "os_name": "posix",
}


def read(name: str) -> str:
    """A file of the project as text, what is no text left out."""
    return (ROOT / name).read_text(encoding="utf-8", errors="ignore")


def files() -> list[str]:
    """The names of all files that are in the repository or would go into it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]


def pins(lines: Iterable[str]) -> dict[str, str]:
    """Name and version of each line; a line that is no exact pin is an error."""
    return dict(re.fullmatch(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)", line).groups() for line in lines)


def constraints() -> dict[str, str]:
    """What pip installs."""
    return pins(line for line in read("constraints.txt").splitlines() if not line.startswith("#"))


def environment() -> dict[str, str]:
    """What Binder and conda install through pip."""
    return pins(yaml.safe_load(read("environment.yml"))["dependencies"][-1]["pip"])


def brought_along(requirements: Iterable[str], markers: dict[str, str]) -> set[str]:
    """These packages and all that they need, by the installed packages' own word."""
    todo, seen = [Requirement(text) for text in requirements], set()
    while todo:
        requirement = todo.pop()
        if (key := (canonicalize_name(requirement.name), frozenset(requirement.extras))) in seen:
            continue
        seen.add(key)
        needs = [Requirement(text) for text in metadata.requires(requirement.name) or []]
        extras = ["", *requirement.extras]
        todo += [n for n in needs if not n.marker or any(n.marker.evaluate(markers | {"extra": e}) for e in extras)]
    return {name for name, _ in seen}


def test_every_package_that_gets_installed_is_pinned() -> None:
    assert brought_along(DEPENDENCIES + TEST_TOOLS, {}) <= constraints().keys()


@pytest.mark.skipif(sys.platform != "linux", reason="Binder runs Linux; elsewhere some of its packages are missing")
def test_binder_gets_what_the_course_needs_and_nothing_else() -> None:
    assert environment().keys() == brought_along(DEPENDENCIES, BINDER)


def test_binder_gets_the_versions_that_pip_gets() -> None:
    assert environment().items() <= constraints().items()


@pytest.mark.skipif(not (ROOT / "uv.lock").exists(), reason="uv.lock is there only where uv runs the tests")
def test_uv_gets_the_versions_that_pip_gets() -> None:
    locked = {package["name"]: package["version"] for package in tomllib.loads(read("uv.lock"))["package"]}
    assert locked.pop("khabar") == PROJECT["project"]["version"]
    assert constraints().items() <= locked.items()  # the lock also holds the benchmark's peers


def test_what_uv_resolves_is_fixed_to_a_moment() -> None:
    assert datetime.fromisoformat(PROJECT["tool"]["uv"]["exclude-newer"]).tzinfo


def test_uv_installs_the_test_tools_unasked() -> None:
    assert PROJECT["dependency-groups"]["dev"] == ["khabar[test]"]


def test_uv_lock_stays_out() -> None:
    assert "uv.lock" not in files()


def test_nothing_names_a_registry_or_a_path_of_one_machine() -> None:
    foreign = re.compile(r"pypi[.]org|pythonhosted[.]org|npmjs[.]org|deb[.]debian[.]org|/(?:root|work)/\w")
    assert [(name, found[0]) for name in files() if (found := foreign.search(read(name)))] == []


def test_each_module_imports_only_from_those_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0


def test_licences_are_there() -> None:
    assert "MIT License" in read("LICENSE")
    assert "Creative Commons Attribution 4.0 International Public License" in read("LICENSE-content")
    for name in PROJECT["project"]["license-files"]:
        assert read(name)


def test_the_citation_names_this_version() -> None:
    assert yaml.safe_load(read("CITATION.cff"))["version"] == PROJECT["project"]["version"]


def test_the_commands_of_the_readme_are_those_that_are_tried() -> None:
    not_in_ci = ("uv run jupyter lab ", "conda ")
    blocks = re.findall(r"^```sh\n(.*?)^```", read("README.md"), re.DOTALL | re.MULTILINE)
    commands = [command for block in blocks for command in block.splitlines() if not command.startswith(not_in_ci)]
    tried = {line.strip() for name in (".ci/run", "postBuild") for line in read(name).splitlines()}
    assert "uv run pytest" in commands
    assert set(commands) <= tried


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *(f"docs/{page.name}" for page in DOCS)])
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", read(page))
    assert links or page.startswith("docs/")
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


ELSEWHERE = """
[Binder](https://mybinder.org/v2/gh/some.one/their-khabar/HEAD?urlpath=lab/tree/notebooks/00_start_here.ipynb)
https://mybinder.org/v2/git/https%3A%2F%2Fexample.org%2Fkhabar/main
<https://hub.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fexample.org%2Fold&urlpath=lab%2Ftree%2Fold%2Fnotebooks%2F00_start_here.ipynb&branch=main>
git clone https://example.org/some/khabar
[another's](https://github.com/jupyterhub/nbgitpuller)
"""
HERE = """
[Binder](https://mybinder.org/v2/gh/owner/name/HEAD?urlpath=lab/tree/notebooks/00_start_here.ipynb)
https://mybinder.org/v2/gh/owner/name/main
<https://hub.example.edu/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fowner%2Fname&urlpath=lab%2Ftree%2Fname%2Fnotebooks%2F00_start_here.ipynb&branch=main>
git clone https://github.com/owner/name
[another's](https://github.com/jupyterhub/nbgitpuller)
"""


def test_a_fork_gets_its_own_address_into_every_link() -> None:
    assert addresses.readdressed(ELSEWHERE, "https://github.com/owner/name") == HERE


def test_binder_takes_a_fork_that_is_not_on_github_by_its_whole_address() -> None:
    there = addresses.readdressed(ELSEWHERE, "https://example.org/khabar")
    assert there.count("https://mybinder.org/v2/git/https%3A%2F%2Fexample.org%2Fkhabar/") == 2
    assert addresses.readdressed(there, "https://github.com/owner/name") == HERE


@pytest.mark.parametrize("page", addresses.pages(), ids=lambda page: page.name)
def test_every_link_to_the_repository_has_its_address(page: Path) -> None:
    assert addresses.readdressed(page.read_text(encoding="utf-8")) == page.read_text(encoding="utf-8")


def test_the_readme_opens_lesson_00_in_jupyterlab_on_binder() -> None:
    place = addresses.binder_place(addresses.REPOSITORY)
    (opens,) = re.findall(
        rf"https://mybinder\.org/v2/{re.escape(place)}/HEAD\?urlpath=lab/tree/([^)\s]+)", read("README.md")
    )
    assert (ROOT / opens).is_file()
    assert opens.startswith("notebooks/00_")


def test_binder_gets_the_project_itself_after_its_packages() -> None:
    assert "pip install --no-deps -e ." in read("postBuild").splitlines()
    assert yaml.safe_load(read("environment.yml"))["dependencies"][:2] == ["python=3.12", "pip"]

"""Settings for all tests."""

import pytest
from hypothesis import settings

from helpers.exercises import checking

# They hold no examples, and two modules of one name can't be collected.
collect_ignore = ["conftest.py", "browser/conftest.py"]

# The same examples in every run, and no time limit for one: a slow machine is no failure.
settings.register_profile("khabar", derandomize=True, deadline=None)
settings.load_profile("khabar")


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer to an exercise gets a minute, not three seconds: a slow machine is no endless loop."""
    monkeypatch.setattr(checking, "SECONDS", 60)

"""Incidents made by hand, for all tests of this folder."""

from pathlib import Path

import pytest

from recount.knowledge import Lists, load


@pytest.fixture(scope="session")
def lists() -> Lists:
    return load(Path(__file__).parents[2] / "src" / "recount" / "samples" / "lists")

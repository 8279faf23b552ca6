"""A folder of lists about the invented country Veldania, written anew for each test."""

from pathlib import Path

import pytest

from tests.knowledge.listed import Folder


@pytest.fixture
def lists(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "lists")


@pytest.fixture
def later(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "later")

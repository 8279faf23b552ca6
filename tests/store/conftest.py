"""An empty record in a folder of its own, for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recount.store import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "veldania.sqlite"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path) as opened:
        yield opened

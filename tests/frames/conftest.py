"""The sample record as frames, for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import recount
from recount.frames import Frames
from tests.cli.command import LISTS
from tests.cli.conftest import copied, veldania

__all__ = ["copied", "veldania"]


@pytest.fixture(scope="session")
def frames(veldania: Path) -> Iterator[Frames]:
    with recount.open(veldania, lists=LISTS) as opened:
        yield opened

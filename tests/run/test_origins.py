"""One body is one origin, whichever of its names a report uses."""

import pytest

from recount.knowledge import Lists, load
from recount.model import Byline, Report, origins_of
from recount.run import read

OBSERVATORY = "Syrian Observatory for Human Rights"


@pytest.fixture(scope="module")
def lists() -> Lists:
    return load()


@pytest.mark.parametrize(
    "said",
    [
        "said the Syrian Observatory for Human Rights",
        "said SOHR",
        "according to the OSDH",
        "according to the Observatory",
        "said a Britain-based monitor",
        "a Britain-based monitoring group said",
        "a UK-based war monitor said",
        "the London-based Observatory said",
        "said the Britain-based Syrian Observatory for Human Rights",
    ],
)
def test_the_observatory_is_one_origin(said: str, lists: Lists) -> None:
    words = f"Air strikes killed at least 14 people in the town of Saraqeb on 3 March 2018, {said}."
    [reading] = read([Report("a", words.encode(), outlet="Daily Courier")], lists)

    [claim] = reading.claims
    assert origins_of(claim, {"a": Byline("a", "Daily Courier")}) == (OBSERVATORY,)

"""Places in words: never more exact than they are told."""

from dataclasses import replace

import pytest

from recount.model import Place, Precision
from recount.web.show import places
from tests.web.veldania import BRUNNOTH, KARROWA, NOWHERE, OSTERVANE, PELLIMAR, place

NEAR = place("Karrowa", KARROWA, Precision.NEAR)
AMBIGUOUS = Place("New Ferry", NOWHERE, Precision.TOWN, None, (BRUNNOTH, OSTERVANE), "Veldania")
UNKNOWN = Place("Old Ferry", NOWHERE, admin1="Northmark", country="Veldania")


def test_a_town_is_a_town_in_its_district() -> None:
    line = places.line(place("Brunnoth", BRUNNOTH))
    assert (line.words, line.precision, line.within) == ("Brunnoth", "town", "Pellimar, Northmark, Veldania")


def test_near_a_town_is_not_the_town() -> None:
    line = places.line(NEAR)
    assert line.words == "near Karrowa"
    assert line.precision != places.line(place("Karrowa", KARROWA)).precision


def test_near_is_not_said_twice() -> None:
    assert places.line(replace(NEAR, name="near Karrowa")).words == "near Karrowa"


def test_an_ambiguous_place_says_how_many_it_could_be() -> None:
    line = places.line(AMBIGUOUS)
    assert (line.precision, line.known) == ("one of 2 places", False)


def test_an_unknown_place_is_not_located_but_keeps_what_it_lies_in() -> None:
    line = places.line(UNKNOWN)
    assert (line.precision, line.within) == ("not located", "Northmark, Veldania")


def test_a_district_does_not_lie_in_itself() -> None:
    assert places.line(place("Pellimar", PELLIMAR)).within == "Northmark, Veldania"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ((), "place not told"),
        ((NEAR,), "near Karrowa"),
        ((replace(NEAR, precision=Precision.BETWEEN), replace(UNKNOWN, precision=Precision.BETWEEN)),
         "between Karrowa and Old Ferry"),
        (tuple(replace(UNKNOWN, name=name) for name in "ABCDE"), "A, B, C and 2 more"),
        ((UNKNOWN, UNKNOWN), "Old Ferry"),
    ],
)  # fmt: skip
def test_the_places_of_an_incident_in_one_line(told: tuple[Place, ...], title: str) -> None:
    assert places.title(told) == title


def test_no_place_has_no_precision() -> None:
    assert places.precision(()) is None

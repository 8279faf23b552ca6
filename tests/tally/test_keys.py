"""What an incident has for each key, and what it never gets by a guess."""

from datetime import date

import pytest

from recount.model import Event, Location, Place, Precision, When
from recount.tally import Key
from recount.tally.keys import key_value
from tests.tally.people_told import HERE, incident, on, said

KARROWA = Location("Karrowa", 43.9, 21.3, Precision.TOWN, "Veldania", "Askerdale")
OTHER_KARROWA = Location("Karrowa", 44.2, 21.9, Precision.TOWN, "Veldania", "Northmark")
NEAR_KARROWA = Location("Old Karrowa", 43.8, 21.3, Precision.TOWN, "Veldania", "Askerdale")
NORTHMARK = Location("Northmark", 44.4, 21.4, Precision.ADMIN1, "Veldania")
CAPITAL = Location("Marrovia City", 46.0, 25.0, Precision.TOWN, "Marrovia")


def at(*places: Place | Location) -> dict[Key, str | None]:
    where = tuple(
        Place(one.name, HERE, one.precision, one, (), one.country, one.admin1) if isinstance(one, Location) else one
        for one in places
    )
    made = incident(said(None), where=where)
    return {key: key_value(made, key) for key in (Key.PLACE, Key.ADMIN1, Key.COUNTRY)}


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2031, 4, 9), date(2031, 4, 9), ("2031-04-09", "2031-W15", "2031-04", "2031")),
        (date(2031, 4, 7), date(2031, 4, 13), (None, "2031-W15", "2031-04", "2031")),
        (date(2031, 4, 30), date(2031, 5, 1), (None, "2031-W18", None, "2031")),
        (date(2030, 12, 31), date(2031, 1, 1), (None, "2031-W01", None, None)),
    ],
)
def test_a_time_is_told_where_all_possible_days_lie_in_it(
    first: date, last: date, told: tuple[str | None, ...]
) -> None:
    made = incident(said(None), when=on(first, last))
    assert tuple(key_value(made, key) for key in (Key.DAY, Key.WEEK, Key.MONTH, Key.YEAR)) == told


@pytest.mark.parametrize("when", [None, When.through(None, date(2031, 4, 9)), When.through(date(2031, 4, 9), None)])
def test_a_time_with_an_open_end_is_not_told(when: When | None) -> None:
    made = incident(said(None), when=when)
    assert {key_value(made, key) for key in (Key.DAY, Key.WEEK, Key.MONTH, Key.YEAR)} == {None}


def test_what_lasts_from_one_day_to_another_is_of_no_one_day() -> None:
    made = incident(said(None), when=When.through(date(2031, 4, 8), date(2031, 4, 9)))
    assert (key_value(made, Key.DAY), key_value(made, Key.MONTH)) == (None, "2031-04")


def test_two_places_of_one_name_are_told_apart_by_what_they_lie_in() -> None:
    assert at(KARROWA) == {"place": "Karrowa (Askerdale)", "admin1": "Askerdale (Veldania)", "country": "Veldania"}
    assert at(OTHER_KARROWA)[Key.PLACE] == "Karrowa (Northmark)"
    assert at(CAPITAL) == {"place": "Marrovia City (Marrovia)", "admin1": None, "country": "Marrovia"}


def test_a_province_is_its_own_first_level_area() -> None:
    assert at(NORTHMARK) == {
        "place": "Northmark (Veldania)",
        "admin1": "Northmark (Veldania)",
        "country": "Veldania",
    }


def test_an_ambiguous_place_has_what_all_that_may_be_meant_lie_in_and_no_more() -> None:
    unclear = Place("Karrowa", HERE, Precision.TOWN, None, (KARROWA, OTHER_KARROWA))
    assert at(unclear) == {"place": "Karrowa", "admin1": None, "country": "Veldania"}
    sure_of_province = Place("Karrowa", HERE, Precision.TOWN, None, (KARROWA, NEAR_KARROWA))
    assert at(sure_of_province)[Key.ADMIN1] == "Askerdale (Veldania)"


def test_a_place_not_known_has_what_it_is_told_to_lie_in() -> None:
    told = Place("New Ferry", HERE, None, None, (), "Veldania", "Askerdale")
    assert at(told) == {"place": "New Ferry", "admin1": "Askerdale (Veldania)", "country": "Veldania"}
    assert at(Place("New Ferry", HERE)) == {"place": "New Ferry", "admin1": None, "country": None}


def test_near_a_place_is_not_the_place() -> None:
    assert at(Place("Karrowa", HERE, Precision.NEAR, KARROWA))[Key.PLACE] == "near Karrowa (Askerdale)"


def test_several_places_or_perpetrators_go_under_one_joined_name() -> None:
    assert at(OTHER_KARROWA, KARROWA) == {
        "place": "Karrowa (Askerdale), Karrowa (Northmark)",
        "admin1": "Askerdale (Veldania), Northmark (Veldania)",
        "country": "Veldania",
    }
    made = incident(said("a", by=("Marrovia", "Highland Front")), said("b", by=("Highland Front",)))
    assert key_value(made, Key.BY) == "Highland Front, Marrovia"


def test_what_no_claim_tells_is_absent() -> None:
    made = incident(said(None))
    assert {key_value(made, key) for key in Key if key is not Key.TYPE} == {None}


def test_type_target_and_weapon_are_as_told() -> None:
    made = incident(said("a", target=("school",), weapon="mortar"), said("b", target=("home",)), type=Event.SHELLING)
    assert [key_value(made, key) for key in (Key.TYPE, Key.TARGET, Key.WEAPON)] == [
        "shelling",
        "home, school",
        "mortar",
    ]

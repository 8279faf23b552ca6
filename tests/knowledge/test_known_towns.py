"""The world's towns are asked for names that no list holds."""

import pytest

from recount.knowledge.places import Entry, Places
from recount.knowledge.towns import GAZETTEER, Towns
from recount.model import Location, Precision

ICELAND, KENYA = "Iceland", "Kenya"


@pytest.fixture(scope="module")
def towns() -> Towns:
    return Towns({"IS": ICELAND, "KE": KENYA}, {"KE.05": "Nairobi Area"})


def test_a_town_is_known_with_its_country_point_and_people(towns: Towns) -> None:
    ((found, people),) = [town for town in towns.named("reykjavik") if town[0].country == ICELAND]
    assert (found.precision, found.gazetteer) == (Precision.TOWN, GAZETTEER)
    assert (round(found.lat), round(found.lon)) == (64, -22)
    assert people > 50_000
    assert "reykjavik" in towns


def test_the_first_level_area_is_named_where_the_lists_name_it(towns: Towns) -> None:
    assert [town.admin1 for town, _ in towns.named("nairobi")][:1] == ["Nairobi Area"]
    assert {town.admin1 for town, _ in towns.named("reykjavik")} == {None}


def test_a_town_comes_once_however_many_of_its_spellings_have_one_key(towns: Towns) -> None:
    found = [town for town, _ in towns.named("nairobi")]
    assert len(found) == len(set(found)) == 1


def test_towns_of_countries_that_no_list_names_are_not_there(towns: Towns) -> None:
    assert "london" not in towns
    assert towns.named("london") == []


def test_names_of_a_country_are_those_of_its_own_towns(towns: Towns) -> None:
    assert "reykjavik" in towns.of(ICELAND)
    assert "nairobi" not in towns.of(ICELAND)
    assert towns.of("Nowhere") == frozenset()


def test_a_listed_place_is_asked_first_and_stands_for_the_town_of_its_name_nearby(towns: Towns) -> None:
    listed = Location("Reykjavik", 64.14, -21.9, Precision.TOWN, ICELAND, "Capital Region", None, "a list")
    places = Places([Entry(listed, ("Reykjavik",))], towns)
    assert places.find("Reykjavik") == (listed,)
    assert [place.gazetteer for place in Places([], towns).find("Reykjavik")] == [GAZETTEER]


def test_a_name_that_only_a_users_list_should_answer_is_not_asked_of_the_world(towns: Towns) -> None:
    own = Location("Nairobi", -34.0, -20.0, Precision.TOWN, "Veldania", None, None, "own")
    assert Places([Entry(own, ("Nairobi",), rank=1)], towns).find("Nairobi") == (own,)


def test_short_names_of_bodies_are_no_towns(towns: Towns) -> None:
    assert "Nairobi" in Places([], towns)
    assert "EMBU" not in Places([], towns)
    assert "Embu" in Places([], towns)


def test_close_spellings_of_the_worlds_towns_are_taken_only_in_a_country_that_is_told(towns: Towns) -> None:
    places = Places([], towns)
    assert places.find("Reykjavyck") == ()
    assert "Reykjavík" in [place.name for place in places.find("Reykjavyck", ICELAND)]

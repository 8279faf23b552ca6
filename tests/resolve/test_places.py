"""Places of claims: which place of the lists a name means."""

import pytest

from recount.extract import extract
from recount.knowledge import load
from recount.model import Location, Reading, Report, Span, Text, Zone, ZoneKind
from recount.resolve.places import place_claims


def found(words: str, country: str = "Syria") -> Location | None:
    text = f"Shelling killed nine people in {words} on Monday."
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    claims = extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims
    (claim,) = place_claims(claims, text, country, load())
    return claim.where[0].location


@pytest.mark.parametrize("words", ["rural Homs", "Homs suburbs", "Homs airport"])
def test_a_part_of_a_place_is_found_where_the_place_is(words: str) -> None:
    location = found(words)
    assert location is not None
    assert location.admin1 == "Homs"


def test_a_part_that_has_a_name_of_its_own_is_found_under_it() -> None:
    location = found("Damascus suburbs")
    assert location is not None
    assert location.admin1 == "Rif Dimashq"


def test_an_area_abroad_is_not_meant_because_it_is_named_itself() -> None:
    location = found("the Salah al-Din district of Aleppo")
    assert location is not None
    assert (location.country, location.admin1) == ("Syria", "Aleppo")


def test_a_name_that_is_only_like_one_other_is_not_taken_for_it() -> None:
    assert found("the village of Toeni", "Mali") is None
    assert found("the region of Taoudenit", "Mali") is not None


def test_a_village_that_no_list_knows_lies_where_the_report_puts_it() -> None:
    text = "Gunmen killed nine people in Tarskwe village in Borno state on Monday."
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    claims = extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims
    (claim,) = place_claims(claims, text, "Nigeria", load())
    assert (claim.where[0].location, claim.where[0].admin1, claim.within) == (None, "Borno", "Borno")

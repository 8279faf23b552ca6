"""What the key gives to claims is what it says, and each passage gets a claim of its own."""

import link_ceiling
import measure
import pytest
from link_ceiling import Ceiling, Given

from recount.knowledge import load
from recount.model import Days, Reading, When

KEY = measure.SAMPLES / "incidents.jsonl"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return list(measure._sample_readings())


@pytest.fixture(scope="module")
def ceiling() -> Ceiling:
    return Ceiling(link_ceiling.read_key(KEY), load(measure.SAMPLES / "lists"))


def test_where_nothing_is_given_all_stays_as_it_was_read(readings: list[Reading], ceiling: Ceiling) -> None:
    assert ceiling.ideal(readings, set()) == readings


def test_claims_of_the_key_have_its_days_and_all_others_their_own(readings: list[Reading], ceiling: Ceiling) -> None:
    given = {claim.id: claim for one in ceiling.ideal(readings, {Given.DAYS}) for claim in one.claims}
    changed = {claim.id for one in readings for claim in one.claims if given[claim.id] != claim}
    days = {When.within(Days(*incident.date)) for incident in ceiling.incidents}
    assert changed
    assert {given[id].when for id in changed} <= days


def test_all_that_the_key_knows_finds_each_passage_and_links_no_worse(
    readings: list[Reading], ceiling: Ceiling
) -> None:
    read, ideal = (
        measure.measure_links("samples", KEY, ceiling.ideal(readings, given)).figures for given in (set(), {*Given})
    )
    assert ideal["found"] == 1.0 > read["found"]
    assert ideal["pairs_f1"] >= read["pairs_f1"]

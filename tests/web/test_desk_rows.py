"""What the lists say of an incident."""

from dataclasses import replace

import pytest

from recount.model import Claim, CountedIncident, Doubt, Event, Incident
from recount.store.shapes import StoredIncident
from recount.web.show.cards import card, details, doubts
from recount.web.show.rows import by_origin, incident_row, marks
from tests.web.veldania import BRUNNOTH, place, record


@pytest.fixture
def school() -> StoredIncident:
    return record().stored[0]


def _marks(school: StoredIncident, *doubted: frozenset[Doubt]) -> tuple[str, ...]:
    claim = school.counted.incident.claims[0]
    claims = tuple(replace(claim, doubts=doubt) for doubt in doubted)
    return marks(Incident("i", claims, Event.AIR_STRIKE, None, ()))


def test_a_row_says_what_where_when_how_many_and_who_says_so(school: StoredIncident) -> None:
    row = incident_row(school)
    assert (row.title, row.when, row.precision) == ("Air strike, Brunnoth", "10 April 2031", "town")
    assert (row.killed.main, row.injured.main) == ("at least 20", "at least 35")
    assert (row.reports, row.outlets, row.origins, row.by) == (3, 3, 2, ("Marrovia",))


def test_suspected_only_where_every_claim_doubts_that_it_happened(school: StoredIncident) -> None:
    event, none = frozenset({Doubt.EVENT}), frozenset[Doubt]()
    assert _marks(school, event, event) == ("suspected",)
    assert _marks(school, event, none) == ("doubted by some",)
    assert _marks(school, none, none) == ()


def test_a_suspected_actor_does_not_make_the_event_suspected(school: StoredIncident) -> None:
    assert _marks(school, frozenset({Doubt.ACTOR})) == ("actor suspected",)


def test_denials_and_neighbours_are_marked(school: StoredIncident) -> None:
    assert {"denied", "may match another"} <= set(incident_row(school).marks)


def test_a_sum_over_several_episodes_is_marked_as_one(school: StoredIncident) -> None:
    incident = school.counted.incident
    claims = tuple(replace(claim, several=True) for claim in incident.claims)
    assert "several episodes" in marks(replace(incident, claims=claims))
    assert "several episodes" not in marks(incident)


def test_an_incident_without_anything_told_says_so() -> None:
    empty = StoredIncident(CountedIncident(Incident("i", (), Event.OTHER, None, ())), {})
    row = incident_row(empty)
    assert (row.when, row.where, row.precision, row.killed.main) == ("day not told", "place not told", None, "not told")


def test_doubt_shared_by_some_claims_only_is_said_to_be_theirs(school: StoredIncident) -> None:
    claims = school.counted.incident.claims
    assert doubts(claims) == ("who did it (in some claims)",)
    assert doubts(claims[:1]) == ("who did it",)


def test_a_card_tells_only_what_its_claim_tells(school: StoredIncident) -> None:
    claim = school.counted.incident.claims[2]
    assert [(told.name, told.words) for told in details(claim)] == [
        ("what", "Air strike"),
        ("when", "some time within 9–15 April 2031"),
        ("where", "Brunnoth"),
        ("by", "Marrovia"),
    ]
    assert card(1, claim, {}, None).outlet == claim.report


def test_totals_stand_under_their_origin_and_in_order_of_place_and_day(school: StoredIncident) -> None:
    made = record()
    running = made.running[0]
    elsewhere: Claim = replace(running, where=(place("Brunnoth", BRUNNOTH),), within=None)
    ((origin, rows),) = by_origin([running, elsewhere], made.bylines())
    assert origin == "Veldanian Rights Monitor"
    assert [row.where for row in rows] == ["Brunnoth", "Northmark"]


def test_a_total_that_nobody_is_named_for_stands_under_its_outlet() -> None:
    made = record()
    running = replace(made.running[0], chains=())
    assert by_origin([running], made.bylines())[0][0] == "Valley Courier"

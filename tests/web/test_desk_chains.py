"""Who told whom: by origin, the event first."""

from dataclasses import replace

import pytest

from recount.model import Carried, Source, SourceKind
from recount.store.shapes import StoredIncident
from recount.web.show.chains import Hop, Root, roots
from tests.web.veldania import AGENCY, COPY, COURIER, LAMPS, MEDIC, MONITOR, NORVANE, NOWHERE, record


@pytest.fixture
def school() -> StoredIncident:
    return record().stored[0]


def _roots(stored: StoredIncident) -> dict[str, Root]:
    return {root.origin: root for root in roots(stored.counted.incident.claims, stored.reports)}


def test_claims_stand_under_the_origin_on_whose_word_they_rest(school: StoredIncident) -> None:
    assert [(root.origin, root.reports) for root in _roots(school).values()] == [
        ("Blue Lamps", 2),
        ("Veldanian Rights Monitor", 1),
    ]


def test_the_origin_is_the_first_who_can_be_named(school: StoredIncident) -> None:
    lines = _roots(school)["Veldanian Rights Monitor"].lines
    assert (Hop("a medic", None), Hop("Veldanian Rights Monitor", None, True)) in [line.hops for line in lines]


def test_a_copy_says_whose_copy_it_is(school: StoredIncident) -> None:
    tellers = [teller for line in _roots(school)["Blue Lamps"].lines for teller in line.tellers]
    assert [(teller.outlet, teller.copy_of) for teller in tellers] == [
        ("Norvane Press", None),
        ("Morning Sheet", "Norvane Press"),
    ]


def test_an_outlet_that_asserts_by_itself_is_the_origin(school: StoredIncident) -> None:
    claim = replace(school.counted.incident.claims[0], chains=())
    (root,) = roots([claim], school.reports)
    assert (root.origin, root.lines[0].tellers[0].rests) == ("Valley Courier", True)


def test_unnamed_people_make_no_origin(school: StoredIncident) -> None:
    claim = replace(school.counted.incident.claims[0], chains=((MEDIC,),))
    (root,) = roots([claim], school.reports)
    assert root.origin == "Valley Courier"
    assert root.lines[0].hops == (Hop("a medic", None),)


def test_a_copy_without_sources_rests_on_the_report_that_it_copies(school: StoredIncident) -> None:
    claim = next(claim for claim in school.counted.incident.claims if claim.report == COPY)
    (root,) = roots([replace(claim, chains=())], school.reports)
    assert root.origin == "Norvane Press"
    assert not root.lines[0].tellers[0].rests


def test_independent_sources_are_lines_of_their_own(school: StoredIncident) -> None:
    claim = replace(school.counted.incident.claims[0], chains=((MONITOR,), (LAMPS, AGENCY)))
    assert {root.origin for root in roots([claim], school.reports)} == {"Veldanian Rights Monitor", "Blue Lamps"}


def test_a_report_that_is_not_at_hand_is_named_by_its_id(school: StoredIncident) -> None:
    claim = replace(school.counted.incident.claims[0], chains=())
    (root,) = roots([claim], {})
    assert root.origin == COURIER


def test_a_role_is_said_where_the_name_does_not_say_it(school: StoredIncident) -> None:
    head = Source("the head of the hospital", SourceKind.UNNAMED, NOWHERE, role="director")
    claim = replace(school.counted.incident.claims[0], chains=((head, MONITOR),))
    assert roots([claim], school.reports)[0].lines[0].hops[0].kind == "director"


def test_the_same_way_is_drawn_once(school: StoredIncident) -> None:
    claims = school.counted.incident.claims
    told = [replace(claim, chains=((LAMPS,),)) for claim in claims]
    (root,) = roots(told, school.reports)
    (line,) = root.lines
    addresses = [teller.address for one in line.tellers for teller in (one, *one.copies)]
    assert sorted(address.split("#")[0] for address in addresses) == [
        f"/report/{report}" for report in sorted({COURIER, NORVANE, COPY})
    ]


def test_a_copy_is_folded_under_the_report_that_it_copies(school: StoredIncident) -> None:
    told = [replace(claim, chains=((LAMPS,),)) for claim in school.counted.incident.claims]
    (root,) = roots(told, school.reports)
    (line,) = root.lines
    assert [(teller.outlet, [copy.outlet for copy in teller.copies]) for teller in line.tellers] == [
        ("Norvane Press", ["Morning Sheet"]),
        ("Valley Courier", []),
    ]


def test_a_claim_in_a_carried_passage_rests_on_the_outlet_that_had_it_first(school: StoredIncident) -> None:
    claim = replace(school.counted.incident.claims[0], chains=())
    carrying = replace(school.reports[claim.report], carried=(Carried(claim.quote, NORVANE),))
    (root,) = roots([claim], school.reports | {claim.report: carrying})
    assert root.origin == "Norvane Press"
    assert [(teller.outlet, teller.carried_from) for teller in root.lines[0].tellers] == [
        ("Valley Courier", "Norvane Press")
    ]

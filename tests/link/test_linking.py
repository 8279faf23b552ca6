"""Claims to incidents."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.link import link
from recount.model import Byline, Claim, Decision, Event, IssueKind, Judgement, Span, Subject, When
from tests.link.telling import (
    FAR,
    MILL_QUARTER,
    MONDAY,
    OSTREL,
    SARAVEL,
    SARAVEL_TOWN,
    TARSK,
    VELDANIA,
    Assertion,
    Scope,
    at,
    bylines,
    claim,
    groups,
    linked,
    on,
    said_by,
)

GAS_IN_THE_COUNTRY = (("a", TARSK), ("b", VELDANIA))
LATER = MONDAY + timedelta(days=1)


def judgement(decision: Decision, *claims: Claim, id: str = "1") -> Judgement:
    subjects = tuple(Subject(one.id, one.report, "hash", one.words, one.quote.start) for one in claims)
    return Judgement(id, decision, subjects, "read both", "reader", datetime(2031, 4, 1, tzinfo=UTC))


def test_two_reports_of_one_strike_are_one_incident_with_the_id_of_the_least_claim() -> None:
    made = linked(claim("b"), claim("a"))
    assert groups(made) == [["a", "b"]]
    assert made.incidents[0].id == "a@0"


def test_why_they_were_put_together_is_told_in_words() -> None:
    (incident,) = linked(claim("a"), claim("b")).incidents
    (reason,) = incident.reasons
    assert (reason.first, reason.second) == ("a@0", "b@0")
    assert reason.score > 0.9
    assert "both in Tarsk" in reason.words


def test_two_strikes_in_neighbouring_villages_stay_two() -> None:
    assert groups(linked(claim("a", at(TARSK)), claim("b", at(OSTREL)))) == [["a"], ["b"]]


def test_strikes_on_one_village_on_two_days_stay_two() -> None:
    assert groups(linked(claim("a", dead=2), claim("b", dead=4, when=on(LATER)))) == [["a"], ["b"]]


def test_figures_that_contradict_stand_side_by_side_in_one_incident() -> None:
    one = claim("a", dead=4, chains=said_by("ministry"))
    assert groups(linked(one, claim("b", dead=9, chains=said_by("monitor")))) == [["a", "b"]]


def test_a_vague_claim_joins_the_one_incident_that_it_fits() -> None:
    vague = claim("c", at(SARAVEL), dead=7, target=("market",))
    assert groups(linked(claim("a", target=("market",)), vague)) == [["a", "c"]]


def test_a_vague_claim_that_fits_two_incidents_stays_apart_and_says_so() -> None:
    vague = claim("c", at(SARAVEL), dead=7)
    made = linked(claim("a", at(TARSK)), claim("b", at(OSTREL)), vague)
    assert groups(made) == [["a"], ["b"], ["c"]]
    assert made.incidents[2].could_be == ("a@0", "b@0")


def test_a_vague_claim_that_fits_two_incidents_joins_the_one_that_far_more_reports_tell_of() -> None:
    told = [claim(f"a{n:02}", dead=30) for n in range(30)]
    vague = claim("c", at(SARAVEL), dead=None, words="strikes in the province")
    rival = claim("b", at(OSTREL), dead=90)
    made = linked(*told, rival, vague)
    assert groups(made) == [[*(one.report for one in told), "c"], ["b"]]
    assert ["c"] in groups(linked(told[0], rival, vague))


def test_two_strikes_of_one_report_stay_two_also_where_another_report_fits_both() -> None:
    first, second = claim("a", dead=27), claim("a", dead=2, start=300)
    other = claim("b", dead=None)
    assert ["a", "a"] not in [found[:2] for found in groups(linked(first, second, other))]


def test_a_report_that_sets_two_sources_side_by_side_tells_of_one_event() -> None:
    first = claim("a", dead=27, chains=said_by("ministry"))
    second = claim("a", dead=33, chains=said_by("monitor"), start=300)
    assert groups(linked(first, second)) == [["a", "a"]]


def test_a_claim_that_refers_back_keeps_no_report_out_of_the_incident_it_speaks_of() -> None:
    wide = claim("a", at(SARAVEL), dead=None, event=Event.CHEMICAL_ATTACK)
    back = replace(claim("a", dead=None, words="the strike hit Tarsk", start=60), anchor=Span(64, 70))
    others = [claim(report, event=Event.CHEMICAL_ATTACK) for report in ("b", "c")]
    assert groups(linked(wide, back, *others)) == [["a", "a", "b", "c"]]


def test_a_cluster_never_grows_link_by_link_to_what_speaks_against_its_first_claim() -> None:
    quarter = claim("a", at(MILL_QUARTER), target=("school",))
    town = claim("b", dead=None)
    elsewhere = claim("c", at(OSTREL), dead=None, when=on(LATER))
    between = claim("d", at(TARSK) + at(OSTREL), dead=None, when=on(MONDAY, LATER))
    made = groups(linked(quarter, town, between, elsewhere))
    assert not any({"a", "c"} <= set(found) for found in made)
    assert ["a", "b"] in [found[:2] for found in made]


def test_a_claim_that_one_of_an_incident_speaks_for_stays_apart_where_all_together_say_too_little() -> None:
    market, later = ("market",), MONDAY + timedelta(days=1)
    between = claim("a", dead=None, when=on(MONDAY, later), target=market)
    made = linked(between, claim("b", target=market), claim("c", dead=40, when=on(later)))
    assert groups(made) == [["a", "b"], ["c"]]
    assert groups(linked(between, claim("c", dead=40, when=on(later)))) == [["a", "c"]]


def test_a_vague_claim_needs_more_than_one_of_many_that_speaks_for_it() -> None:
    market, school = ("market",), ("school",)
    undated = claim("v", when=None, target=market, by=("rebels",))
    like_it = claim("a", target=market)
    others = [claim(f"b{n}", dead=20, target=school, by=("army",)) for n in range(5)]
    assert groups(linked(like_it, undated)) == [["a", "v"]]
    assert ["v"] in groups(linked(like_it, undated, *others))


def test_a_vague_claim_could_be_of_an_incident_only_where_enough_speaks_for_it() -> None:
    counted, alone = claim("b", when=None), claim("b", dead=None, when=None)
    assert linked(claim("a"), counted).incidents[0].could_be == ("b@0",)
    assert linked(claim("a"), alone).incidents[0].could_be == ()


def test_two_sources_whose_figures_are_far_from_each_other_tell_of_two_events() -> None:
    first = claim("a", dead=15, chains=said_by("ministry"))
    second = claim("a", dead=6, chains=said_by("monitor"), start=300)
    assert groups(linked(first, second)) == [["a"], ["a"]]


def test_a_country_is_met_by_the_village_that_lies_in_it() -> None:
    gas, vague = (claim(report, at(where), event=Event.CHEMICAL_ATTACK) for report, where in GAS_IN_THE_COUNTRY)
    assert groups(linked(gas, vague)) == [["a", "b"]]


def test_a_chief_town_may_mean_the_province_of_its_name_and_is_vague() -> None:
    gas = claim("a", at(TARSK), event=Event.CHEMICAL_ATTACK)
    vague = claim("b", at(SARAVEL_TOWN), event=Event.CHEMICAL_ATTACK)
    assert groups(linked(gas, vague)) == [["a", "b"]]
    elsewhere = claim("c", at(OSTREL), event=Event.CHEMICAL_ATTACK)
    assert groups(linked(gas, vague, elsewhere)) == [["a"], ["b"], ["c"]]


def test_a_vague_claim_joins_one_of_two_incidents_that_only_one_report_tells_apart() -> None:
    first = claim("a", dead=58, event=Event.CHEMICAL_ATTACK)
    again = claim("a", dead=90, event=Event.CHEMICAL_ATTACK, start=300)
    other = claim("b", dead=58, event=Event.CHEMICAL_ATTACK)
    vague = claim("c", at(SARAVEL), dead=58, event=Event.CHEMICAL_ATTACK)
    assert ["a", "b", "c"] in groups(linked(first, again, other, vague))


def test_a_vague_claim_joins_none_of_two_incidents_that_a_person_told_apart() -> None:
    one, other = claim("a", dead=58), claim("b", dead=58)
    vague = claim("c", at(SARAVEL), dead=58)
    claims = (one, other, vague)
    assert ["a", "b", "c"] in groups(link(claims, bylines(claims)))
    told_apart = link(claims, bylines(claims), [judgement(Decision.DIFFERENT, one, other)])
    assert groups(told_apart) == [["a"], ["b"], ["c"]]


def test_running_totals_and_projections_are_in_no_incident() -> None:
    total = claim("a", scope=Scope.PERIOD, when=When.through(None, MONDAY))
    feared = claim("b", assertion=Assertion.PROJECTED)
    made = linked(total, feared)
    assert (made.incidents, made.totals, made.apart) == ((), (total,), (feared,))


def test_a_denial_is_attached_to_what_it_denies_and_adds_no_figure() -> None:
    denial = claim("b", dead=None, assertion=Assertion.DENIED)
    (incident,) = linked(claim("a"), denial).incidents
    assert incident.denials == (denial,)
    assert incident.claims == (claim("a"),)


def test_a_denial_of_nothing_on_record_stands_apart() -> None:
    denial = claim("b", at(FAR), dead=None, assertion=Assertion.DENIED)
    made = linked(claim("a"), denial)
    assert made.apart == (denial,)
    assert made.incidents[0].denials == ()


def test_possible_days_narrow_by_overlap() -> None:
    last_week = on(MONDAY, MONDAY + timedelta(days=6))
    earlier = on(MONDAY - timedelta(days=9), MONDAY + timedelta(days=2))
    (incident,) = linked(claim("a", when=last_week), claim("b", when=earlier, dead=7)).incidents
    assert incident.when == on(MONDAY, MONDAY + timedelta(days=2))


def test_days_that_contradict_each_other_are_all_kept_as_possible() -> None:
    words = "an air strike hit the crowded covered market in the village"
    (incident,) = linked(claim("a", dead=40, words=words), claim("b", dead=40, words=words, when=on(LATER))).incidents
    assert incident.when == on(MONDAY, LATER)


def test_the_most_exact_place_stands_for_what_it_lies_in() -> None:
    (incident,) = linked(claim("a", at(TARSK)), claim("b", at(MILL_QUARTER))).incidents
    assert next(place.name for place in incident.where) == "Mill Quarter"


def test_origins_of_a_copied_report_are_those_of_the_one_it_copies() -> None:
    one, copy = claim("a"), claim("b")
    named = {"a": Byline("a", "Norvane Press"), "b": Byline("b", "Bulletin", copy_of="a")}
    (incident,) = link((one, copy), named).incidents
    assert incident.origins == ("Norvane Press",)


def test_people_outrank_the_machine() -> None:
    one, other, far = claim("a"), claim("b"), claim("c", at(FAR), dead=90)
    claims, named = (one, other, far), bylines((one, other, far))
    apart = link(claims, named, [judgement(Decision.DIFFERENT, one, other)])
    assert groups(apart) == [["a"], ["b"], ["c"]]
    together = link(claims, named, [judgement(Decision.SAME, one, far)])
    assert ["a", "b", "c"] in groups(together) or ["a", "c"] in groups(together)
    without = link(claims, named, [judgement(Decision.REJECT, other)])
    assert groups(without) == [["a"], ["c"]]


def test_a_withdrawn_judgement_changes_nothing() -> None:
    one, other = claim("a"), claim("b")
    said = judgement(Decision.DIFFERENT, one, other)
    withdrawn = Judgement(**{**{f: getattr(said, f) for f in said.__slots__}, "withdrawn": said.at})
    assert link((one, other), bylines((one, other)), [withdrawn]) == linked(one, other)


def test_a_judgement_finds_its_claim_again_by_its_words() -> None:
    read_then = claim("a", start=5, words="killed seven people")
    read_now = claim("a", start=0, words="a strike killed seven people")
    made = link((read_now,), bylines((read_now,)), [judgement(Decision.REJECT, read_then)])
    assert made.incidents == ()
    assert made.issues == ()


def test_a_judgement_whose_words_are_gone_is_an_issue() -> None:
    gone = claim("a", start=500, words="something else entirely")
    made = link((claim("a"),), bylines((claim("a"),)), [judgement(Decision.REJECT, gone)])
    assert [issue.kind for issue in made.issues] == [IssueKind.JUDGEMENT]
    assert len(made.incidents) == 1


def test_judgements_that_contradict_are_an_issue_and_the_claims_stay_apart() -> None:
    one, other = claim("a"), claim("b")
    said = [judgement(Decision.SAME, one, other, id="1"), judgement(Decision.DIFFERENT, one, other, id="2")]
    made = link((one, other), bylines((one, other)), said)
    assert groups(made) == [["a"], ["b"]]
    assert [issue.kind for issue in made.issues] == [IssueKind.JUDGEMENT]


CLAIMS = st.builds(
    lambda report, where, dead, day, event: claim(f"r{report}", at(where), dead, when=day, event=event),
    report=st.integers(0, 30),
    where=st.sampled_from([TARSK, OSTREL, FAR, SARAVEL, MILL_QUARTER, None]),
    dead=st.sampled_from([None, 2, 7, 8, 40]),
    day=st.sampled_from([None, on(MONDAY), on(LATER), on(MONDAY, MONDAY + timedelta(days=6))]),
    event=st.sampled_from([Event.AIR_STRIKE, Event.SHELLING, Event.VIOLENCE, Event.TALKS]),
)


@settings(max_examples=60)
@given(st.lists(CLAIMS, max_size=12, unique_by=lambda one: one.report), st.randoms())
def test_the_order_of_claims_never_matters(claims: list[Claim], chance: random.Random) -> None:
    shuffled = claims.copy()
    chance.shuffle(shuffled)
    assert linked(*shuffled) == linked(*claims)


@settings(max_examples=60)
@given(st.lists(CLAIMS, max_size=12, unique_by=lambda one: one.report))
def test_every_claim_ends_in_one_place_only(claims: list[Claim]) -> None:
    made = linked(*claims)
    ended = [one.id for incident in made.incidents for one in incident.claims] + [one.id for one in made.totals]
    assert sorted(ended) == sorted(one.id for one in claims)

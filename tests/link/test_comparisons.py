"""What speaks for and against two claims telling of one event."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from recount.link import comparisons
from recount.link.comparisons import compare
from recount.link.features import Features
from recount.link.places import places
from recount.link.weighing import Evidence, threshold, total
from recount.model import Claim, Event, Location, Place, Precision, Span, When
from tests.link.telling import (
    FAR,
    MILL_QUARTER,
    MONDAY,
    OSTREL,
    SARAVEL,
    SARAVEL_TOWN,
    TARSK,
    VELDANIA,
    at,
    claim,
    features,
    on,
)


def veto(evidence: Evidence | None) -> bool:
    return evidence is not None and evidence.points <= threshold("veto")


def points(comparison: object, one: Claim, other: Claim) -> float:
    assert callable(comparison)
    evidence = comparison(features(one), features(other))
    return 0.0 if evidence is None else float(evidence.points)


def test_the_same_day_speaks_for_one_event_more_than_the_same_week() -> None:
    day, week = claim("a"), claim("b", when=on(MONDAY, MONDAY + timedelta(days=6)))
    assert points(comparisons.days, claim("c"), day) > points(comparisons.days, claim("c"), week) > 0


def test_a_month_in_common_says_less_than_a_week_and_still_speaks_for_it() -> None:
    week, month = (claim("b", when=on(MONDAY, MONDAY + timedelta(days=n))) for n in (6, 20))
    assert points(comparisons.days, claim("a"), week) > points(comparisons.days, claim("a"), month) > 0


def test_days_two_apart_speak_more_against_it_than_neighbouring_ones() -> None:
    next_day, day_after = (claim("b", when=on(MONDAY + timedelta(days=n))) for n in (1, 2))
    assert points(comparisons.days, claim("a"), day_after) < points(comparisons.days, claim("a"), next_day) < 0


def test_neighbouring_days_speak_against_it_and_days_further_apart_forbid_it() -> None:
    next_day, next_week = (claim("b", when=on(MONDAY + timedelta(days=n))) for n in (1, 7))
    assert points(comparisons.days, claim("a"), next_day) < 0
    assert not veto(comparisons.days(features(claim("a")), features(next_day)))
    assert veto(comparisons.days(features(claim("a")), features(next_week)))


def test_a_day_not_told_speaks_neither_for_nor_forbids() -> None:
    evidence = comparisons.days(features(claim("a")), features(claim("b", when=None)))
    assert evidence is not None
    assert not veto(evidence)
    assert evidence.points < 0


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (at(TARSK), at(TARSK, "Tarsque"), 1),
        (at(TARSK), at(MILL_QUARTER), 1),
        (at(TARSK), at(SARAVEL), 1),
        (at(None, "Halmek"), at(None, "Halmeck"), 1),
        (at(TARSK), at(OSTREL), -1),
        (at(None, "Halmek"), at(None, "Belmarrow"), -1),
        ((*at(FAR), *at(TARSK)), at(TARSK), 1),
    ],
)
def test_places_speak_for_it_where_one_is_the_other_or_lies_in_it(
    one: tuple[Place, ...], other: tuple[Place, ...], sign: int
) -> None:
    for a, b in ((one, other), (other, one)):
        evidence = places(features(claim("a", a)), features(claim("b", b)))
        assert evidence is not None
        assert evidence.points * sign > 0


def out(claim: Claim, day: date) -> Features:
    """A claim with the day on which its report came out."""
    return replace(features(claim), published=day)


def test_where_a_day_is_open_reports_of_one_week_speak_for_it_and_of_other_months_against_it() -> None:
    undated, until = claim("a", when=None), claim("a", when=When.through(None, MONDAY))
    for one in (out(undated, MONDAY), out(until, MONDAY)):
        for days, sign in ((3, 1), (20, 0), (60, -1)):
            later = MONDAY + timedelta(days=days)
            for other in (out(claim("b", when=None), later), out(claim("b", when=on(later)), later)):
                found = comparisons.reported(one, other)
                assert (0 if found is None else found.points) * sign > 0 or (sign == 0 and found is None)
    assert comparisons.reported(features(undated), features(claim("b"))) is None
    assert comparisons.reported(out(claim("a"), MONDAY), out(claim("b"), MONDAY)) is None


def test_who_looks_back_from_months_later_and_tells_no_week_may_mix_up_what_it_tells() -> None:
    month, day = claim("a", when=on(MONDAY, MONDAY + timedelta(days=30))), out(claim("b"), MONDAY)
    later = comparisons.reported(out(month, MONDAY + timedelta(days=90)), day)
    assert later is not None
    assert later.points < 0
    assert comparisons.reported(out(month, MONDAY + timedelta(days=20)), day) is None


def test_another_weapon_speaks_against_it_where_the_kind_of_event_is_another_too() -> None:
    gas = claim("a", event=Event.CHEMICAL_ATTACK, weapon="toxic gas")
    rocket, sarin = claim("b", weapon="rocket"), claim("b", event=Event.CHEMICAL_ATTACK, weapon="sarin")
    assert points(comparisons.weapons, gas, rocket) < 0
    assert points(comparisons.weapons, gas, sarin) == 0 < points(comparisons.weapons, gas, gas)


def test_two_kinds_of_event_speak_against_it_unless_one_report_leaves_the_means_open() -> None:
    shells, untold = (claim("b", event=event) for event in (Event.SHELLING, Event.VIOLENCE))
    assert points(comparisons.events, claim("a"), shells) < 0 < points(comparisons.events, claim("a"), untold)


def test_villages_so_near_that_a_strike_is_told_of_under_either_name_speak_for_it() -> None:
    outskirts = Location("Little Tarsk", 10.02, 20.0, Precision.TOWN, "Veldania", "Saravel")
    assert points(places, claim("a"), claim("b")) > points(places, claim("a"), claim("b", at(outskirts))) > 0


def test_the_wider_a_place_that_both_tell_the_less_it_says() -> None:
    district = Location("Upper Saravel", 10.1, 20.1, Precision.ADMIN2, "Veldania", "Saravel")
    said = [points(places, claim("a", at(one)), claim("b", at(one))) for one in (TARSK, district, SARAVEL, VELDANIA)]
    assert said == sorted(set(said), reverse=True)
    assert said[-1] == 0


def test_the_seldomer_a_kind_of_event_is_told_the_more_it_says() -> None:
    kinds = (
        Event.CHEMICAL_ATTACK,
        Event.SUICIDE_BOMBING,
        Event.BOMBING,
        Event.ATTACK,
        Event.SHELLING,
        Event.ARMED_CLASH,
    )
    said = [points(comparisons.events, claim("a", event=kind), claim("b", event=kind)) for kind in kinds]
    assert said == sorted(set(said), reverse=True)
    assert said[-1] > 0


def test_another_target_speaks_against_it() -> None:
    school, market = claim("a", target=("school",)), claim("b", target=("market",))
    assert points(comparisons.targets, school, market) < 0 < points(comparisons.targets, school, school)


def test_the_more_words_two_quotes_share_the_more_it_says() -> None:
    told = "warplanes struck bakery queue early morning residents counted bodies"
    shared = [" ".join([*told.split()[:n], *(f"other{m}word" for m in range(9 - n))]) for n in (9, 5, 3, 2)]
    said = [points(comparisons.words, claim("a", words=told), claim("b", words=words)) for words in shared]
    assert said == sorted(set(said), reverse=True)
    assert said[-1] == 0


def test_a_denial_speaks_of_what_its_own_report_tells() -> None:
    assert points(comparisons.spoken_of, claim("a"), claim("a", start=50)) > 0
    assert points(comparisons.spoken_of, claim("a"), claim("b")) == 0


def test_towns_far_apart_forbid_it() -> None:
    assert veto(places(features(claim("a", at(TARSK))), features(claim("b", at(FAR)))))


def test_a_place_that_may_be_one_of_several_speaks_for_it_a_little() -> None:
    open_place = Place("Grelda", Span(0, 6), Precision.TOWN, None, (TARSK, FAR))
    evidence = places(features(claim("a", (open_place,))), features(claim("b", at(TARSK))))
    assert evidence is not None
    assert 0 < evidence.points < 2


def test_kinds_of_event_that_reports_take_for_one_another_may_be_one() -> None:
    strike, blast, clash = (claim("b", event=event) for event in (Event.AIR_STRIKE, Event.VIOLENCE, Event.TALKS))
    assert points(comparisons.events, claim("a"), strike) > points(comparisons.events, claim("a"), blast) > 0
    assert veto(comparisons.events(features(claim("a")), features(clash)))


def test_different_sides_hardly_speak_against_it_since_that_is_what_they_dispute() -> None:
    one, other = claim("a", by=("Highland Front",)), claim("b", by=("government",))
    assert -1 < points(comparisons.sides, one, other) < 0
    assert points(comparisons.sides, one, one) > 0


def test_comparing_tells_why_in_words_and_does_not_depend_on_the_order() -> None:
    one, other = features(claim("a")), features(claim("b", dead=9))
    assert total(compare(one, other)) == pytest.approx(total(compare(other, one)))
    assert any("Tarsk" in evidence.words for evidence in compare(one, other))


def test_a_day_told_as_a_bound_alone_is_no_evidence_for_it() -> None:
    until = claim("b", when=When.through(None, MONDAY))
    assert points(comparisons.days, claim("a"), until) < 0


def test_a_chief_town_says_less_than_a_village_and_less_still_to_its_quarter() -> None:
    chief, quarter = at(SARAVEL_TOWN), at(replace(MILL_QUARTER, lat=SARAVEL_TOWN.lat, lon=SARAVEL_TOWN.lon))
    village = points(places, claim("a"), claim("b"))
    town, in_town = (
        points(places, claim("a", chief), claim("b", chief)),
        points(places, claim("a", chief), claim("b", quarter)),
    )
    assert village > town > in_town > 0
    assert in_town < points(places, claim("a"), claim("b", at(MILL_QUARTER)))


def test_a_name_that_several_places_have_says_less_than_one_of_its_own() -> None:
    several = (replace(*at(None, "Halmek"), candidates=(TARSK, OSTREL)),)
    own = at(None, "Halmek")
    assert points(places, claim("a", own), claim("b", own)) > points(places, claim("a", several), claim("b", own)) > 0

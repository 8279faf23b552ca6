"""Two claims of one report: two events, or one that is told again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from recount.link import retelling
from recount.model import Claim, Event, Place, Span
from tests.link.telling import FAR, MONDAY, OSTREL, SARAVEL, at, claim, features, on, said_by


def points(comparison: object, one: Claim, other: Claim) -> float:
    assert callable(comparison)
    evidence = comparison(features(one), features(other))
    return 0.0 if evidence is None else float(evidence.points)


@pytest.mark.parametrize(
    "other",
    [
        {"words": "a similar strike killed five"},
        {"when": on(MONDAY + timedelta(days=1))},
        {"where": at(OSTREL)},
        {"event": Event.CHEMICAL_ATTACK, "weapon": "toxic gas"},
        {"dead": 90},
    ],
)
def test_one_report_that_tells_another_day_place_weapon_or_figure_forbids_it_nearly(other: dict[str, object]) -> None:
    one = claim("a", weapon="rocket")
    again = claim("a", start=50, **other)  # type: ignore[arg-type]
    assert points(retelling.reports, one, again) < points(retelling.reports, one, claim("a", start=50)) - 4


def test_one_report_tells_of_two_events_unless_it_sets_two_sources_side_by_side() -> None:
    one, other = claim("a"), claim("a", start=50)
    assert points(retelling.reports, one, other) < -1
    figures = claim("a", dead=15), claim("a", dead=6, start=50)
    assert points(retelling.reports, *figures) < points(retelling.reports, one, other)
    two = claim("a", chains=said_by("the monitor")), claim("a", start=50, chains=said_by("the ministry"))
    assert points(retelling.reports, *two) > points(retelling.reports, one, other)


def test_two_sources_of_one_report_dispute_no_toll_where_one_tells_of_another_event() -> None:
    monitor = claim("a", chains=said_by("the monitor"))
    rescuers = claim("a", start=50, chains=said_by("the rescuers"), words="two were wounded in a second strike")
    source = claim("a", start=50, chains=said_by("the rescuers"), words="another source counted nine bodies")
    assert points(retelling.reports, monitor, rescuers) < points(retelling.reports, monitor, source)


def test_one_report_always_speaks_against_it_and_most_where_not_even_the_place_agrees() -> None:
    one = claim("a", chains=said_by("the monitor"))
    more = claim("a", dead=None, start=50, chains=one.chains)
    disputed = claim("a", start=50, chains=said_by("the ministry"))
    kin = claim("a", start=50, chains=one.chains, event=Event.SHELLING)
    nowhere = claim("a", at(None), start=50, chains=one.chains)
    said = [points(retelling.reports, one, other) for other in (more, disputed, kin, nowhere)]
    assert said == sorted(set(said), reverse=True)
    assert said[0] < 0


def test_a_claim_of_one_report_without_a_figure_may_tell_more_of_the_same_event() -> None:
    toll, more, elsewhere = claim("a"), claim("a", dead=None, start=50), claim("a", at(OSTREL), dead=None, start=50)
    assert points(retelling.reports, toll, more) > points(retelling.reports, toll, elsewhere)


@pytest.mark.parametrize(
    ("words", "places_told", "expected"),
    [
        ("the strike came at noon", at(SARAVEL), True),
        ("a strike came at noon", at(SARAVEL), False),
        ("the strike came at noon", at(FAR), False),
    ],
)
def test_a_claim_that_refers_back_tells_more_of_an_event_of_its_day_and_place(
    words: str, places_told: tuple[Place, ...], expected: bool
) -> None:
    counted = claim("a")
    noun = words.index("strike")
    back = replace(claim("a", places_told, dead=None, words=words), anchor=Span(noun, noun + 6))
    assert retelling.tells_more(features(counted), features(back)) is expected


def test_a_figure_of_the_outlet_beside_that_of_a_source_is_a_dispute_where_they_are_not_far_from_each_other() -> None:
    state = claim("a", dead=44)
    monitor, far = (claim("a", dead=dead, start=50, chains=said_by("the monitor")) for dead in (48, 400))
    assert points(retelling.reports, state, monitor) > points(retelling.reports, state, claim("a", dead=48, start=50))
    assert points(retelling.reports, state, far) < points(retelling.reports, state, monitor)

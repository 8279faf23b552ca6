"""A change reaches the claims that it can join or part, and no others."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from recount.link import Key, Reach, keys_of, reach, reaching
from recount.model import Assertion, Byline, Claim, DayFrom, Incident, Published
from tests.link.telling import FAR, MONDAY, OSTREL, SARAVEL, TARSK, at, claim, linked, said_by


@dataclass
class Held:
    """A record's claims, as they were linked."""

    claims: list[Claim]
    days: Mapping[str, Published] = field(default_factory=dict)

    def shared_by(self, keys: Set[Key]) -> Mapping[Key, int]:
        return Counter(key for one in self.claims for key in keys_of(one) & keys)

    def sharing(self, keys: Set[Key]) -> Iterable[Claim]:
        return [one for one in self.claims if keys_of(one) & keys]

    def named(self, ids: Set[str]) -> Iterable[Claim]:
        return [one for one in self.claims if one.id in ids]

    def holding(self, ids: Set[str]) -> Iterable[Incident]:
        made = linked(*self.claims).incidents
        return [one for one in made if ids & {claim.id for claim in (*one.claims, *one.denials)}]

    def bylines(self, ids: Collection[str]) -> Mapping[str, Byline]:
        return {id: Byline(id, published=self.days.get(id)) for id in ids}


def reached(now: list[Claim], before: list[Claim], *held: Claim, same: Set[frozenset[str]] = frozenset()) -> Reach:
    found = reach(now, before, same, Held(list(held)))
    assert found is not None
    return found


def reports(found: Reach) -> list[str]:
    return [one.report for one in found.claims]


def test_a_report_of_elsewhere_reaches_nothing() -> None:
    assert reports(reached([claim("c", at(FAR))], [], claim("a", at(TARSK)), claim("b", at(OSTREL)))) == ["c"]


def test_a_report_reaches_what_it_may_join_with_its_denials_and_replaces_its_incident() -> None:
    denied = claim("d", dead=None, assertion=Assertion.DENIED, chains=said_by("Saravel Council"))
    found = reached([claim("c")], [], claim("a"), claim("b"), denied, claim("x", at(FAR)))
    assert reports(found) == ["a", "b", "c", "d"]
    assert found.replaced == {"a@0"}


def test_doubt_goes_no_further_than_to_the_incident_beside() -> None:
    market = ("market",)
    wide = claim("b", at(SARAVEL), dead=99, target=market)
    found = reached([claim("c", target=market)], [], wide, claim("e", at(OSTREL), target=market))
    assert reports(found) == ["c"]
    assert [one.id for one in found.beside] == ["b@0"]


def test_a_claim_that_is_gone_reaches_those_that_it_held_together() -> None:
    assert reports(reached([], [claim("c")], claim("a"), claim("b"), claim("c"))) == ["a", "b"]


def test_claims_judged_the_same_are_reached_together() -> None:
    pair = frozenset({"c@0", "a@0"})
    assert reports(reached([claim("c", at(FAR))], [], claim("a"), same={pair})) == ["a", "c"]


def test_what_reaches_too_far_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "_FARTHEST", 2)
    assert reach([claim("c")], [], frozenset(), Held([claim("a"), claim("b")])) is None


def test_a_report_of_no_day_reaches_what_came_out_in_its_week_and_not_what_came_out_months_before() -> None:
    undated, other = claim("c", when=None), claim("a", when=None)
    told = {"c": Published(MONDAY, DayFrom.GIVEN)}
    for days, expected in ((2, ["a", "c"]), (90, ["c"])):
        held = Held([other], told | {"a": Published(MONDAY - timedelta(days=days), DayFrom.GIVEN)})
        found = reach([undated], [], frozenset(), held)
        assert found is not None
        assert reports(found) == expected

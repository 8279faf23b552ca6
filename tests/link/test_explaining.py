"""Why claims are together or apart, in words: the pair first, then the incidents as a whole."""

from datetime import timedelta

from recount.link.explaining import Sides, compared, grounds, strongest
from recount.model import Claim
from tests.link.telling import FAR, MONDAY, SARAVEL, Assertion, Scope, at, claim, features, on, said_by


def told(one: Claim, other: Claim, sides: Sides | None = None) -> str:
    ours, theirs = features(one), features(other)
    return "\n".join(grounds(ours, theirs, sides or Sides([ours], [theirs])))


def test_points_are_the_sum_of_the_evidence() -> None:
    pair = compared(features(claim("a")), features(claim("b")))
    assert pair.points == sum(evidence.points for evidence in pair.evidence)
    assert pair.enough
    assert pair.met


def test_claims_that_hold_together_by_way_of_others_name_the_way() -> None:
    one = claim("a", dead=None, when=on(MONDAY))
    other = claim("c", dead=40, when=on(MONDAY + timedelta(days=1)))
    between = claim("b", dead=40, when=on(MONDAY, MONDAY + timedelta(days=1)), target=("market",))
    members = [features(each) for each in (one, between, other)]
    words = told(one, other, Sides(members))
    assert "a@0 – b@0 – c@0" in words


def test_a_contradiction_is_told_with_its_words() -> None:
    assert "contradict each other: " in told(claim("a"), claim("b", at(FAR)))


def test_claims_that_share_nothing_were_never_compared() -> None:
    other = claim("b", at(FAR), dead=90, when=on(MONDAY + timedelta(days=60)), words="shells fell nearby")
    assert "never compared" in told(claim("a"), other)


def test_a_vague_claim_is_told_to_be_vague() -> None:
    assert "tells no exact place" in told(claim("a"), claim("b", at(SARAVEL)))


def test_one_report_that_tells_two_strikes_apart_speaks_against_the_whole() -> None:
    first, again, other = claim("a"), claim("a", dead=2, start=300), claim("b")
    sides = Sides([features(first), features(other)], [features(again)])
    words = told(other, again, sides)
    assert "a@0 and a@300 speak against it" in words


def test_of_two_incidents_the_claims_that_speak_most_for_it_are_shown() -> None:
    near, vague = features(claim("a")), features(claim("b", at(SARAVEL), dead=None))
    other = features(claim("c"))
    assert strongest(Sides([vague, near], [other])) == (near, other)


def test_what_is_no_part_of_an_incident_is_told_first() -> None:
    assert "running total" in told(claim("a", scope=Scope.PERIOD), claim("b"))
    assert "what is to come" in told(claim("a", assertion=Assertion.PROJECTED), claim("b"))
    assert "a denial" in told(claim("a", assertion=Assertion.DENIED, chains=said_by("ministry")), claim("b"))

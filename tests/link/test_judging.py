"""What people judged, applied to claims as they are read now: nothing is lost, what contradicts is an issue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from recount.link import Linked, link
from recount.link.judging import judged
from recount.link.values import checked, encoded, whole
from recount.model import Claim, Decision, Event, Field, IssueKind, Judgement, Scope, Span, Subject, Text
from tests.link.telling import FAR, MONDAY, OSTREL, TARSK, at, bylines, claim, groups, killed, on

NOON = datetime(2031, 4, 1, 12, tzinfo=UTC)


def subject(one: Claim) -> Subject:
    return Subject(one.id, one.report, "hash", one.words, one.quote.start)


def told(decision: Decision, *claims: Claim, id: str = "j1", hour: int = 0, **more: object) -> Judgement:
    subjects = tuple(map(subject, claims))
    made = Judgement(id, decision, subjects, "read both", f"reader of {id}", NOON + timedelta(hours=hour))
    return replace(made, **more)  # type: ignore[arg-type]


def correction(one: Claim, field: Field, value: object, id: str = "j1", hour: int = 0) -> Judgement:
    return told(Decision.CORRECT, one, id=id, hour=hour, field=field, new=encoded(field, value))


def put(claims: list[Claim], *judgements: Judgement) -> Linked:
    return link(claims, bylines(claims), judgements)


def reasons(made: Linked) -> list[str]:
    assert {issue.kind for issue in made.issues} <= {IssueKind.JUDGEMENT}
    return [issue.reason for issue in made.issues]


ONE, SAME_STRIKE, ELSEWHERE = claim("a"), claim("b"), claim("c", at(FAR), dead=90)
ALSO_ELSEWHERE = claim("d", at(FAR), dead=90)


def test_incidents_judged_the_same_are_joined_whole() -> None:
    made = put([ONE, SAME_STRIKE, ELSEWHERE, ALSO_ELSEWHERE], told(Decision.SAME, SAME_STRIKE, ELSEWHERE))
    assert groups(made) == [["a", "b", "c", "d"]]
    assert made.issues == ()


def test_a_person_is_among_the_reasons_of_what_was_put_together() -> None:
    (incident,) = put([ONE, ELSEWHERE], told(Decision.SAME, ONE, ELSEWHERE)).incidents
    assert [(one.first, one.second, one.score) for one in incident.reasons] == [("a@0", "c@0", 1.0)]
    assert "by reader of j1" in incident.reasons[0].words[0]


def test_same_leads_on_from_one_judgement_to_the_next() -> None:
    third = claim("e", at(OSTREL), dead=3)
    said = (told(Decision.SAME, ONE, ELSEWHERE), told(Decision.SAME, ELSEWHERE, third, id="j2"))
    assert groups(put([ONE, ELSEWHERE, third], *said)) == [["a", "c", "e"]]


def test_claims_judged_different_are_never_in_one_incident_by_way_of_others() -> None:
    said = (
        told(Decision.SAME, ONE, ELSEWHERE),
        told(Decision.SAME, ELSEWHERE, SAME_STRIKE, id="j2"),
        told(Decision.DIFFERENT, ONE, SAME_STRIKE, id="j3"),
    )
    made = put([ONE, SAME_STRIKE, ELSEWHERE], *said)
    assert not any({"a", "b"} <= set(group) for group in groups(made))
    assert len(reasons(made)) == 1
    assert "kept apart" in reasons(made)[0]


def test_a_judgement_of_claims_that_are_in_no_incident_now_is_an_issue() -> None:
    total = replace(SAME_STRIKE, scope=Scope.PERIOD)
    made = put([ONE, total], told(Decision.SAME, ONE, total))
    assert made.totals == (total,)
    assert "part of no incident" in reasons(made)[0]


def test_claims_told_apart_that_are_read_as_one_now_are_an_issue() -> None:
    judged_then = replace(ONE, anchor=Span(3, 4), quote=Span(0, 10))
    made = put([ONE], told(Decision.DIFFERENT, ONE, judged_then))
    assert "read as one now" in reasons(made)[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.EVENT, Event.SHELLING),
        (Field.COUNTS, killed(9, None)),
        (Field.WHEN, on(MONDAY - timedelta(days=4))),
        (Field.WHERE, at(OSTREL)),
        (Field.BY, ("Veldanian government", "River Guard")),
        (Field.WITHIN, None),
        (Field.SEVERAL, True),
    ],
)
def test_a_corrected_field_holds_what_the_person_said(field: Field, value: object) -> None:
    (made,) = judged([ONE], [correction(ONE, field, value)]).claims
    assert encoded(field, getattr(made, field.value)) == encoded(field, value)
    assert replace(made, **{field.value: getattr(ONE, field.value)}) == ONE


def test_a_corrected_scope_takes_a_claim_out_of_the_incidents() -> None:
    made = put([ONE, SAME_STRIKE], correction(SAME_STRIKE, Field.SCOPE, Scope.PERIOD))
    assert groups(made) == [["a"]]
    assert [one.report for one in made.totals] == ["b"]


def test_two_people_who_correct_a_field_to_different_values_are_an_issue_and_the_later_one_holds() -> None:
    later = correction(ONE, Field.COUNTS, killed(9, 9), id="j2", hour=1)
    made = put([ONE], later, correction(ONE, Field.COUNTS, killed(8, 8)))
    assert made.incidents[0].claims[0].counts[0].low == 9
    assert "j1" in reasons(made)[0]
    assert "j2" in reasons(made)[0]


def test_two_people_who_correct_a_field_to_one_value_agree() -> None:
    said = [correction(ONE, Field.COUNTS, killed(9, 9), id=id) for id in ("j1", "j2")]
    assert put([ONE], *said).issues == ()


def test_a_confirmed_claim_that_tells_the_same_is_no_issue() -> None:
    assert put([ONE], told(Decision.CONFIRM, ONE, new=checked(ONE))).issues == ()


def test_a_confirmed_claim_that_tells_something_else_now_is_an_issue_that_names_the_field() -> None:
    now = replace(ONE, counts=killed(8, 8))
    assert "counts" in reasons(put([now], told(Decision.CONFIRM, ONE, new=checked(ONE))))[0]


def test_a_claim_that_one_confirms_and_another_rejects_is_left_out_and_an_issue() -> None:
    said = (told(Decision.CONFIRM, ONE, new=checked(ONE)), told(Decision.REJECT, ONE, id="j2"))
    made = put([ONE], *said)
    assert made.incidents == ()
    assert "It is left out" in reasons(made)[0]


def test_an_added_claim_is_linked_like_one_that_was_read() -> None:
    made = put([ONE], told(Decision.ADD, SAME_STRIKE, new=whole(SAME_STRIKE)))
    assert groups(made) == [["a", "b"]]


def test_an_added_claim_stands_in_the_place_of_one_that_is_read_at_its_figure_now() -> None:
    by_hand = replace(ONE, counts=killed(8, 8))
    made = put([ONE], told(Decision.ADD, by_hand, new=whole(by_hand)))
    assert [one.counts for one in made.incidents[0].claims] == [by_hand.counts]


def test_an_added_claim_moves_with_its_words() -> None:
    content = "A new first line.\n\nwords of b and what follows"
    texts = {"b": Text(content, "another hash", "2", ())}
    by_hand = claim("b", words="words of b")
    made = link([], {}, [told(Decision.ADD, by_hand, new=whole(by_hand))], texts)
    (found,) = made.incidents[0].claims
    assert found.quote.of(content) == "words of b"
    assert found.anchor.start == content.index("words of b")


def test_an_added_claim_whose_words_are_gone_is_an_issue() -> None:
    texts = {"b": Text("Nothing of it.", "another hash", "2", ())}
    made = link([], {}, [told(Decision.ADD, SAME_STRIKE, new=whole(SAME_STRIKE))], texts)
    assert made.incidents == ()
    assert "does not have any more" in reasons(made)[0]


@pytest.mark.parametrize("decision", [Decision.CORRECT, Decision.ADD, Decision.CONFIRM])
def test_a_value_that_this_version_does_not_know_is_an_issue_and_changes_nothing(decision: Decision) -> None:
    made = put([ONE], told(decision, ONE, field=Field.EVENT, new='{"of": "another version"'))
    assert made.incidents == put([ONE]).incidents
    assert "does not know" in reasons(made)[0]


def test_corrections_of_an_added_claim_hold_too() -> None:
    added = told(Decision.ADD, SAME_STRIKE, new=whole(SAME_STRIKE))
    made = put([ONE], added, correction(SAME_STRIKE, Field.WHERE, at(TARSK), id="j2"))
    assert groups(made) == [["a", "b"]]
    assert made.issues == ()

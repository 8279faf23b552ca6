"""The trail tells what became of incidents, and of judgements, in the order of the work."""

from datetime import UTC, datetime, timedelta

import pytest

from recount.model import ChangeKind, Decision, Judgement, Subject
from recount.store import Record
from recount.store.trail import Step, steps
from tests.store.tellings import AT, claim, counted, read

A, B, C = claim("a"), claim("b"), claim("c")


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        ({}, {"a": "a"}, [(ChangeKind.MADE, "a", "")]),
        ({"a": "a"}, {}, [(ChangeKind.GONE, "a", "")]),
        ({"a": "ab"}, {"a": "ab"}, []),
        ({"a": "a", "b": "b"}, {"a": "ab"}, [(ChangeKind.MERGED, "a", "ab")]),
        ({"a": "ab"}, {"a": "a", "b": "b"}, [(ChangeKind.SPLIT, "a", "ab")]),
        ({"b": "b"}, {"a": "ab"}, [(ChangeKind.RENAMED, "a", "b"), (ChangeKind.GREW, "a", "a")]),
        ({"a": "ab"}, {"b": "b"}, [(ChangeKind.RENAMED, "b", "a"), (ChangeKind.SHRANK, "b", "a")]),
        (
            {"a": "ab", "c": "c"},
            {"a": "a", "b": "bc"},
            [(ChangeKind.MERGED, "b", "ac"), (ChangeKind.SPLIT, "a", "ab")],
        ),
    ],
)
def test_what_became_of_incidents_is_told_by_their_claims(
    former: dict[str, str], now: dict[str, str], told: list[tuple[ChangeKind, str, str]]
) -> None:
    assert list(steps(former, now)) == [Step(kind, id, tuple(others)) for kind, id, others in told]


def test_putting_the_same_together_again_leaves_no_trail(record: Record) -> None:
    for _ in range(2):
        record.put_incidents([counted(A, B)], [], [])
    assert [change.kind for change in record.changes_after(0)] == [ChangeKind.MADE]


def test_steps_have_rising_numbers_and_are_found_by_time(record: Record) -> None:
    before = datetime.now(UTC)
    record.put_incidents([counted(A)], [], [])
    record.put_incidents([counted(A), counted(B)], [], [])
    numbers = [change.number for change in record.changes_since(before)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 2
    assert record.changes_after(numbers[0]) == record.changes_since(before)[1:]
    assert record.changes_since(datetime.now(UTC) + timedelta(hours=1)) == []
    assert record.last_change() == numbers[-1]


def test_a_judgement_and_its_withdrawal_are_steps(record: Record) -> None:
    subject = Subject("a@0", "a", "0" * 64, "Nine people were killed", 0)
    judgement = Judgement("j1", Decision.REJECT, (subject,), "It is a drill.", "an analyst", AT)
    record.put_judgement(judgement)
    record.put_judgement(Judgement("j1", Decision.REJECT, (subject,), "It is a drill.", "an analyst", AT, withdrawn=AT))
    steps_told = [(change.kind, change.subject, change.others) for change in record.changes_after(0)]
    assert steps_told == [(ChangeKind.JUDGED, "j1", ("a@0",)), (ChangeKind.WITHDRAWN, "j1", ("a@0",))]
    assert record.change_of("j1") == 1


def test_an_incident_that_only_a_removed_report_told_of_is_gone(record: Record) -> None:
    for one in (A, B, C):
        record.keep(read(one.report))
    record.put_incidents([counted(A, B), counted(C)], [], [])
    last = record.last_change()
    record.remove("c", "asked for", AT)
    record.remove("a", "asked for", AT)
    record.put_incidents([counted(B)], [], [])
    told = [(change.kind, change.subject) for change in record.changes_after(last)]
    assert told == [(ChangeKind.GONE, "c@0"), (ChangeKind.RENAMED, "b@0")]


def test_an_incident_whose_claim_better_reading_moved_is_the_same_under_another_id(record: Record) -> None:
    record.put_incidents([counted(claim("a", 8), B)], [], [])
    last = record.last_change()
    moved = claim("a", 12, words="Nine people were killed when a shell hit the market of Brunnoth, the monitor said.")
    record.put_incidents([counted(moved, B)], [], [])
    told = [(change.kind, change.subject, change.others) for change in record.changes_after(last)]
    assert told == [(ChangeKind.RENAMED, "a@12", ("a@8",))]
    assert record.incident("a@8").counted.incident.id == "a@12"


def test_a_claim_of_other_words_is_a_new_one(record: Record) -> None:
    record.put_incidents([counted(claim("a", 0, words="Nine people were killed."))], [], [])
    last = record.last_change()
    record.put_incidents([counted(claim("a", 300, words="Two people were hurt."))], [], [])
    told = [(change.kind, change.subject) for change in record.changes_after(last)]
    assert told == [(ChangeKind.MADE, "a@300"), (ChangeKind.GONE, "a@0")]

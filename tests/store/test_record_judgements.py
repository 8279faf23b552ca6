"""What people decide is kept, in the order in which they decided it, and a withdrawal is a new state of it."""

from dataclasses import replace
from datetime import timedelta, timezone

from recount.model import Decision, Judgement, Subject
from recount.store import Record
from tests.store.tellings import AT, claim, counted, read

SUBJECT = Subject("courier@0", "courier", "0" * 64, "Nine people were killed", 0)


def _judged(id: str, minutes: int) -> Judgement:
    return Judgement(id, Decision.REJECT, (SUBJECT,), "It is a drill.", "an analyst", AT + timedelta(minutes=minutes))


def test_judgements_come_in_the_order_in_which_they_were_made(record: Record) -> None:
    for id, minutes in (("b", 2), ("c", 1), ("a", 2)):
        record.put_judgement(_judged(id, minutes))
    assert [judgement.id for judgement in record.judgements()] == ["c", "a", "b"]


def test_the_order_is_that_of_time_wherever_the_clocks_stood(record: Record) -> None:
    east = replace(_judged("first", 0), at=_judged("first", 0).at.astimezone(timezone(timedelta(hours=9))))
    record.put_judgement(_judged("second", 1))
    record.put_judgement(east)
    assert [judgement.id for judgement in record.judgements()] == ["first", "second"]


def test_a_withdrawn_judgement_is_kept_with_when_it_was_withdrawn(record: Record) -> None:
    record.put_judgement(_judged("a", 0))
    withdrawn = replace(_judged("a", 0), withdrawn=AT + timedelta(days=1))
    record.put_judgement(withdrawn)
    assert list(record.judgements()) == [withdrawn]


def test_a_judgement_asks_for_putting_together_again(record: Record) -> None:
    before = record.changes()
    record.put_judgement(_judged("a", 0))
    assert record.changes() == before + 1


def test_judgements_outlive_every_new_reading_and_putting_together(record: Record) -> None:
    record.keep(read("courier"))
    record.put_judgement(_judged("a", 0))
    record.keep_again([replace(read("courier"), claims=())])
    record.put_incidents([counted(claim("courier"))], [], [])
    assert list(record.judgements()) == [_judged("a", 0)]

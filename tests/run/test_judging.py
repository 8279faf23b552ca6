"""Judgements on reports that change: they follow their words into new versions, wait while those are gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recount.knowledge import load
from recount.model import Claim, Decision, Field, IssueKind, Report, UsageError
from recount.run import Correction, Says, add_claim, confirm, correct, judge_pair, reject, remove, undo, why
from recount.store import Record
from tests.run.telling import LISTS, claims, exported, put

STRIKE = "An air strike killed seven people in the town of Ilmesk on 10 March 2031, medics said."
SHELLING = "Shelling killed three people in the town of Tolvane on 11 March 2031, medics said."
UPDATE = "This report was brought up to date with more from the scene."
ORLA, TAMSIN = Says("Orla", "read the page"), Says("Tamsin", "read the page")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "record.sqlite") as opened:
        put(opened, [report(STRIKE, SHELLING), Report("other", STRIKE.replace("medics", "Blue Lamps").encode())])
        yield opened


def report(*lines: str) -> Report:
    return Report("first", "\n\n".join(lines).encode())


def in_place(record: Record, place: str) -> list[Claim]:
    return [claim for claim in claims(record) if any(where.name == place for where in claim.where)]


def marked(record: Record, claim: Claim, field: Field) -> list[str]:
    text = record.report(claim.report).text
    assert text is not None
    return [mark.span.of(text.content) for mark in claim.marks if mark.field == field.value]


def issues(record: Record) -> list[str]:
    exported(record)
    return [issue.reason for issue in record.issues().rows if issue.kind is IssueKind.JUDGEMENT]


def test_a_rejected_claim_stays_out_in_a_later_version_of_its_report(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    reject(record, [shelling.id], ORLA)
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    assert in_place(record, "Tolvane") == []
    assert issues(record) == []


def test_a_judgement_whose_words_are_gone_waits_and_holds_again_once_they_are_back(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    reject(record, [shelling.id], ORLA)
    put(record, [report(STRIKE)])
    assert "no claim covers now" in issues(record)[0]
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    assert issues(record) == []
    assert in_place(record, "Tolvane") == []


def test_a_correction_follows_its_claim(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    correct(record, shelling.id, Correction(Field.COUNTS, "killed at least 5"), ORLA, load(LISTS))
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    [moved] = in_place(record, "Tolvane")
    assert moved.id != shelling.id
    assert [(count.low, count.high) for count in moved.counts] == [(5, None)]
    assert moved.counts[0].span == moved.anchor


def test_the_words_that_a_correction_rests_on_are_marked_and_follow_their_report(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    correct(record, shelling.id, Correction(Field.TARGET, "market", "the town  of Tolvane"), ORLA, load(LISTS))
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    [moved] = in_place(record, "Tolvane")
    assert marked(record, moved, Field.TARGET) == ["the town of Tolvane"]


def test_words_that_stand_twice_are_those_nearest_to_the_claim(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    correct(record, shelling.id, Correction(Field.WITHIN, "Saravel", "in the town of"), ORLA, load(LISTS))
    [told] = in_place(record, "Tolvane")
    [mark] = [one for one in told.marks if one.field == Field.WITHIN.value]
    assert told.quote.start <= mark.span.start < told.quote.end


def test_a_correction_holds_without_its_words_and_says_that_they_are_gone(record: Record) -> None:
    put(record, [report(STRIKE, SHELLING, UPDATE)])
    [shelling] = in_place(record, "Tolvane")
    correct(record, shelling.id, Correction(Field.WEAPON, "mortar", "more from the scene"), ORLA, load(LISTS))
    assert issues(record) == []
    put(record, [report(STRIKE, SHELLING, "Corrected on the next day.")])
    [told] = in_place(record, "Tolvane")
    assert (told.weapon, marked(record, told, Field.WEAPON)) == ("mortar", [])
    assert "words that first does not have any more" in issues(record)[0]


def test_words_that_the_report_does_not_have_cannot_be_marked(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    with pytest.raises(UsageError, match="does not have the words"):
        correct(record, shelling.id, Correction(Field.WEAPON, "mortar", "a mortar"), ORLA, load(LISTS))


def test_an_added_claim_follows_its_words(record: Record) -> None:
    told = {Field.EVENT: "displacement", Field.WHERE: "Grelda"}
    add_claim(record, "first", "in the town of Tolvane", told, ORLA, load(LISTS))
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    [added] = in_place(record, "Grelda")
    text = record.report("first").text
    assert text is not None
    assert added.quote.of(text.content) == added.words == "in the town of Tolvane"


def test_the_trail_and_the_alias_of_a_moved_claim_lead_on(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    [moved] = in_place(record, "Tolvane")
    assert record.incident(shelling.id).counted.incident.id == moved.id


def test_incidents_told_apart_stay_apart_in_a_later_version(record: Record) -> None:
    one, other = in_place(record, "Ilmesk")
    assert why(record, one.id, other.id).together
    judge_pair(record, Decision.DIFFERENT, [one.id, other.id], ORLA)
    put(record, [report(UPDATE, STRIKE, SHELLING)])
    one, other = in_place(record, "Ilmesk")
    assert not why(record, one.id, other.id).together


def test_a_judgement_of_a_removed_report_loses_its_words_and_can_be_withdrawn(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    effect = correct(record, shelling.id, Correction(Field.WEAPON, "mortar", "Shelling"), ORLA, load(LISTS))
    remove(record, "first", "asked for")
    [kept] = record.judgements()
    assert (kept.subjects[0].quote, kept.new, kept.rests_on) == ("", None, None)
    assert len(issues(record)) == 1
    undo(record, effect.judgement.id, TAMSIN)
    assert issues(record) == []


def test_what_a_second_reader_checked_is_told_once_reading_changes(record: Record) -> None:
    [shelling] = in_place(record, "Tolvane")
    confirm(record, shelling.id, TAMSIN)
    assert issues(record) == []
    put(record, [report(STRIKE, SHELLING.replace("three", "nine"))])
    assert issues(record) != []


@pytest.mark.parametrize(("by", "because"), [(" ", "a reason"), ("Orla", " ")])
def test_nobody_judges_without_a_name_and_a_reason(by: str, because: str) -> None:
    with pytest.raises(UsageError):
        Says(by, because)

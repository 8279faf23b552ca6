"""What is removed is gone from the file itself, and does not come back; what others said stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from recount.model import (
    Decision,
    Field,
    Issue,
    IssueKind,
    Judgement,
    NotFoundError,
    RecordError,
    Subject,
)
from recount.store import Kept, Record
from recount.store import opening as opening_module
from recount.store.opening import open_engine, reading
from recount.store.shapes import IncidentQuery, Tombstone
from tests.store.tellings import AT, claim, counted, read, report

# A phrase that stands nowhere else, so that the bytes of the file can be searched for it.
PHRASE = "the blue house behind the mill"
SECRET = f"Nine people were killed in {PHRASE}, a neighbour said."
NEWER = f"Ten people were killed in {PHRASE}, a neighbour said."


def _files(path: Path) -> Iterator[Path]:
    return path.parent.glob(f"{path.name}*")


def _in_files(path: Path, phrase: str) -> bool:
    return any(phrase.encode() in file.read_bytes().lower() for file in _files(path))


def _judgement(*reports: str) -> Judgement:
    subjects = tuple(Subject(f"{id}@0", id, "0" * 64, SECRET, 0, PHRASE, PHRASE) for id in reports)
    return Judgement("j1", Decision.CORRECT, subjects, "told by phone", "an analyst", AT, Field.WHERE, PHRASE, PHRASE)


def _full(record: Record) -> None:
    """A report in two versions whose words stand in every table, beside one that tells of the same incident."""
    record.keep(replace(read("secret", SECRET), issues=(Issue(IssueKind.CLAIM, "secret", f"Unclear: {PHRASE}."),)))
    record.keep(read("secret", NEWER, title=PHRASE, outlet=PHRASE))
    record.keep(read("courier"))
    ours, theirs = read("secret", NEWER).claims[0], read("courier").claims[0]
    apart = claim("secret", 40, PHRASE)
    lost = Issue(IssueKind.JUDGEMENT, "secret@0", f"No claim covers {PHRASE} any more.")
    record.put_incidents([counted(ours, theirs)], [apart], [apart], [lost])
    record.put_judgement(_judgement("secret"))


def test_the_words_of_a_report_are_in_the_files_until_it_is_removed_and_in_none_of_them_afterwards(
    record: Record, path: Path
) -> None:
    _full(record)
    assert _in_files(path, PHRASE)

    record.remove("secret", "asked for by the family", AT)

    assert not _in_files(path, PHRASE)
    assert (path.parent / f"{path.name}-wal").stat().st_size == 0


def test_a_report_in_many_pages_leaves_none_of_them(record: Record, path: Path) -> None:
    long = "\n\n".join(f"{SECRET} {number}" for number in range(2_000))
    record.keep(read("secret", long))
    record.keep(read("courier"))
    record.remove("secret", "asked for by the family", AT)

    assert not _in_files(path, PHRASE)


def test_nothing_of_a_report_is_left_but_a_tombstone(record: Record) -> None:
    _full(record)
    record.remove("secret", "asked for by the family", AT)

    with pytest.raises(NotFoundError, match="asked for by the family"):
        record.report("secret")
    assert record.tombstone("secret") == Tombstone("secret", "asked for by the family", AT)
    assert [claim.report for claim in record.claims()] == ["courier"]
    assert [*record.running_totals(), *record.apart(), *record.issues().rows] == []
    assert (record.totals().reports, record.totals().removed) == (1, 1)


def test_a_removed_report_cannot_come_back_whatever_its_bytes(record: Record) -> None:
    _full(record)
    record.remove("secret", "asked for by the family", AT)

    for words in (SECRET, NEWER, "Other words."):
        assert record.knows(report("secret", words))
        assert record.keep(read("secret", words)) is Kept.REMOVED
    assert [row.id for row in record.reports().rows] == ["courier"]


def test_incidents_that_quote_it_go_and_their_ids_lead_to_what_is_put_together_from_the_others(record: Record) -> None:
    ours, theirs = read("alpha", SECRET).claims[0], read("courier").claims[0]
    record.keep(read("alpha", SECRET))
    record.keep(read("courier"))
    record.put_incidents([counted(ours, theirs)], [], [])
    record.remove("alpha", "asked for by the family", AT)
    assert record.incidents(IncidentQuery()).total == 0
    assert record.report("courier").incidents == {}

    record.put_incidents([counted(theirs)], [], [])
    found = record.incident("alpha@0").counted
    assert (found.incident.id, found.aliases) == ("courier@0", ("alpha@0",))


def test_a_judgement_keeps_who_decided_what_and_loses_the_words(record: Record) -> None:
    record.keep(read("secret", SECRET))
    record.keep(read("courier"))
    record.put_judgement(_judgement("secret", "courier"))
    record.remove("secret", "asked for by the family", AT)
    (kept,) = record.judgements()

    assert (kept.by, kept.at, kept.decision, kept.because) == ("an analyst", AT, Decision.CORRECT, "told by phone")
    assert (kept.old, kept.new) == (None, None)
    ours, theirs = kept.subjects
    assert (ours.quote, ours.before, ours.after) == ("", "", "")
    assert theirs.quote == SECRET


def test_judgements_about_other_reports_stay_as_they_are(record: Record) -> None:
    record.keep(read("secret", SECRET))
    record.put_judgement(_judgement("courier"))
    record.remove("secret", "asked for by the family", AT)

    assert list(record.judgements()) == [_judgement("courier")]


def test_issues_of_a_report_whose_id_goes_on_from_the_removed_one_stay(record: Record) -> None:
    record.keep(read("news"))
    doubt = Issue(IssueKind.DAY, "news@night", "No publication day is told.")
    record.keep(replace(read("news@night", "Another story."), issues=(doubt,)))
    record.remove("news", "asked for by the family", AT)

    assert list(record.issues().rows) == [doubt]


def test_a_copy_of_a_removed_report_is_a_report_of_its_own(record: Record) -> None:
    record.keep(read("alpha"))
    record.keep(read("courier"))
    record.remove("alpha", "asked for by the family", AT)

    assert record.report("courier").copy_of is None


def test_what_is_not_there_cannot_be_removed_and_says_so(record: Record) -> None:
    with pytest.raises(NotFoundError, match="No report has the id nothing"):
        record.remove("nothing", "by mistake", AT)
    assert record.totals().removed == 0


def test_removing_twice_says_that_it_was_removed_already(record: Record) -> None:
    record.keep(read("courier"))
    record.remove("courier", "asked for by the family", AT)
    with pytest.raises(NotFoundError, match="removed already: asked for by the family"):
        record.remove("courier", "again", AT)
    assert record.tombstone("courier") == Tombstone("courier", "asked for by the family", AT)


def test_it_is_told_where_a_reader_keeps_the_words_in_the_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening_module, "_PRAGMAS", ("busy_timeout = 10", *opening_module._PRAGMAS[1:]))
    other = open_engine(path)
    with Record.open(path) as record:
        record.keep(read("secret", SECRET))
        with reading(other) as connection:
            connection.execute(sql("SELECT count(*) FROM reports")).all()
            with pytest.raises(RecordError, match="still stand in"):
                record.remove("secret", "asked for by the family", AT)
        assert record.tombstone("secret") is not None
        other.dispose()
    assert not _in_files(path, PHRASE)

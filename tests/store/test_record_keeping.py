"""A report is kept once for each set of bytes that it has, and nothing readable is lost to something that is not."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from recount.model import DayFrom, Issue, IssueKind, Published, Reading
from recount.store import Kept, Record
from tests.store.tellings import AT, claim, published, read, report, unreadable

OTHER = "Eleven people were killed when a shell hit the market of Brunnoth, the monitor said later."


def test_the_same_id_and_bytes_again_are_known_and_add_nothing(record: Record) -> None:
    assert record.keep(read("courier")) is Kept.NEW
    before = (record.totals(), record.changes(), record.report("courier"))

    assert record.keep(read("courier")) is Kept.KNOWN
    assert (record.totals(), record.changes(), record.report("courier")) == before


def test_what_is_kept_comes_back_as_it_was(record: Record) -> None:
    kept = read("courier", title="Shell hits market", outlet="Valley Courier", published=published(date(2031, 4, 11)))
    record.keep(kept)
    stored = record.report("courier")

    assert (stored.report, stored.text, stored.claims, stored.issues) == (kept.report, kept.text, kept.claims, ())
    assert list(record.claims()) == list(kept.claims)


def test_the_same_id_with_other_bytes_is_a_new_version_whose_claims_replace_the_former_ones(record: Record) -> None:
    record.keep(read("courier"))

    assert record.keep(read("courier", OTHER)) is Kept.VERSION
    stored = record.report("courier")
    assert [version.number for version in stored.versions] == [1, 2]
    assert stored.report.raw == OTHER.encode()
    assert [claim.words for claim in record.claims()] == [OTHER]
    assert record.totals().reports == 1


def test_bytes_that_a_report_had_before_are_known_and_do_not_come_back_as_the_latest(record: Record) -> None:
    record.keep(read("courier"))
    record.keep(read("courier", OTHER))

    assert record.keep(read("courier")) is Kept.KNOWN
    assert record.report("courier").report.raw == OTHER.encode()
    assert record.knows(report("courier"))


def test_an_issue_of_a_former_version_goes_with_it(record: Record) -> None:
    doubt = Issue(IssueKind.DAY, "courier", "No publication day is told.")
    record.keep(replace(read("courier"), issues=(doubt,)))
    assert record.report("courier").issues == (doubt,)

    record.keep(read("courier", OTHER))
    assert record.report("courier").issues == ()


@pytest.mark.parametrize("order", list(permutations(["alpha", "courier", "zenith"])))
def test_other_ids_with_the_same_bytes_are_copies_of_the_least_id_whatever_the_order(
    record: Record, order: tuple[str, ...]
) -> None:
    for id in order:
        assert record.keep(read(id)) is Kept.NEW

    assert {id: byline.copy_of for id, byline in record.bylines().items()} == {
        "alpha": None,
        "courier": "alpha",
        "zenith": "alpha",
    }
    assert record.report("alpha").copies == ("courier", "zenith")
    assert record.report("zenith").copy_of == "alpha"
    assert record.report("zenith").copies == ()
    assert record.totals().copies == 2


def test_a_report_is_no_copy_any_more_once_its_bytes_differ(record: Record) -> None:
    record.keep(read("alpha"))
    record.keep(read("courier"))
    record.keep(read("alpha", OTHER))

    assert record.report("courier").copy_of is None
    assert record.totals().copies == 0


def test_a_version_that_cannot_be_read_never_replaces_one_that_can(record: Record) -> None:
    kept = read("courier")
    record.keep(kept)

    assert record.keep(unreadable("courier", b"\x89PNG")) is Kept.VERSION
    stored = record.report("courier")
    assert (stored.report.raw, stored.claims, stored.text) == (kept.report.raw, kept.claims, kept.text)
    assert [issue.kind for issue in stored.issues] == [IssueKind.BINARY]
    assert len(stored.versions) == 2


def test_a_version_that_can_be_read_replaces_one_that_cannot(record: Record) -> None:
    record.keep(unreadable("courier", b"\x89PNG"))
    record.keep(read("courier"))
    stored = record.report("courier")

    assert (len(stored.claims), stored.issues) == (1, ())


def test_what_was_found_in_the_text_does_not_pass_for_given_when_the_report_is_read_again(record: Record) -> None:
    given = report("courier")
    found = replace(given, published=Published(date(2031, 4, 11), DayFrom.INFERRED), title="Found in the text")
    record.keep(replace(read("courier"), report=found), given)

    assert record.report("courier").report == found
    assert list(record.all_versions()) == [given]


def test_reading_again_replaces_claims_and_issues_and_adds_no_version(record: Record) -> None:
    doubt = Issue(IssueKind.DAY, "courier", "No publication day is told.")
    record.keep(replace(read("courier"), issues=(doubt,)))
    better = replace(read("courier"), claims=(claim("courier", 0), claim("courier", 9)))
    record.keep_again([better])
    stored = record.report("courier")

    assert (stored.claims, stored.issues, len(stored.versions)) == (better.claims, (), 1)


def test_reading_again_takes_the_latest_version_that_can_now_be_read(record: Record) -> None:
    record.keep(read("courier"))
    record.keep(read("courier", OTHER))
    now_unreadable = replace(unreadable("courier", OTHER.encode()), report=report("courier", OTHER))
    record.keep_again([read("courier"), now_unreadable])

    assert [claim.words for claim in record.claims()] == [read("courier").claims[0].words]
    assert len(record.report("courier").versions) == 2


def test_all_versions_come_in_order(record: Record) -> None:
    record.keep(read("courier"))
    record.keep(read("courier", OTHER))
    record.keep(read("alpha", "Another story."))
    record.keep(unreadable("courier", b"\x89PNG"))

    versions = [(given.id, given.raw) for given in record.all_versions()]
    assert versions == [
        ("alpha", b"Another story."),
        ("courier", report("courier").raw),
        ("courier", OTHER.encode()),
        ("courier", b"\x89PNG"),
    ]


def test_a_record_holds_the_bytes_that_claims_are_of_and_not_former_ones(record: Record) -> None:
    record.keep(read("courier"))
    assert record.holds(report("courier").raw)

    record.keep(read("courier", OTHER))
    assert not record.holds(report("courier").raw)
    assert record.holds(OTHER.encode())


def test_a_report_with_nothing_to_record_is_kept_without_claims(record: Record) -> None:
    record.keep(Reading(report("courier", "The harbour opened."), None))

    assert record.totals().reports == 1
    assert record.totals().claims == 0


def test_an_issue_of_taking_in_is_kept_once_however_often_it_comes_up(record: Record) -> None:
    issue = Issue(IssueKind.UNREACHABLE, "https://courier.example/a", "Nobody answers.", fatal=True)
    for _ in range(3):
        record.note(issue)

    assert list(record.issues().rows) == [issue]
    assert record.faults() == {"https://courier.example/a"}


def test_a_source_that_could_be_taken_in_after_all_is_no_fault_any_more(record: Record) -> None:
    fault = Issue(IssueKind.UNREACHABLE, "https://courier.example/a", "Nobody answers.", fatal=True)
    remark = Issue(IssueKind.TABLE, "https://courier.example/a", "The table has two columns of one name.")
    record.note(fault)
    record.note(remark)
    record.settle("https://courier.example/a")

    assert list(record.issues().rows) == [remark]
    assert record.faults() == frozenset()


def test_the_issues_of_a_run_are_those_after_the_last_number_even_where_others_went(record: Record) -> None:
    for number in range(3):
        record.note(Issue(IssueKind.UNREACHABLE, f"source {number}", "Nobody answers.", fatal=True))
    last = record.last_issue()
    record.settle("source 2")
    record.note(Issue(IssueKind.EMPTY, "another", "It is empty.", fatal=True))

    assert record.issues_after(last) == 1


def test_only_what_can_alter_incidents_counts_as_a_change(record: Record) -> None:
    start = record.changes()
    record.note(Issue(IssueKind.EMPTY, "a file", "It is empty."))
    record.put_setting("lists", "1f")
    record.put_incidents([], [], [])
    assert record.changes() == start

    record.keep(read("courier"))
    record.keep_again([read("courier")])
    record.remove("courier", "asked for by the family", AT)
    assert record.changes() == start + 3


def test_a_setting_is_remembered_replaced_and_forgotten(record: Record) -> None:
    assert record.setting("lists") is None
    for value in ("1f", "2f", None):
        record.put_setting("lists", value)
        assert record.setting("lists") == value

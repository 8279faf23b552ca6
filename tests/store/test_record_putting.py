"""Incidents are replaced all at once, and an id that an incident ever had leads to what took its place."""

from datetime import date

import pytest

from recount.model import Issue, IssueKind, NotFoundError
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.store.tellings import claim, counted, read, within

A, B, C, D = (claim(id) for id in "abcd")


def _ids(record: Record) -> list[str]:
    return [row.counted.incident.id for row in record.incidents(IncidentQuery()).rows]


def _at(record: Record, id: str) -> tuple[str, tuple[str, ...]]:
    found = record.incident(id).counted
    return found.incident.id, found.aliases


def test_putting_replaces_all_incidents_totals_and_claims_apart(record: Record) -> None:
    record.put_incidents([counted(A, B)], [C], [D])
    record.put_incidents([counted(C)], [D], [A])

    assert _ids(record) == ["c@0"]
    assert list(record.running_totals()) == [D]
    assert list(record.apart()) == [A]


def test_putting_the_same_again_changes_nothing(record: Record) -> None:
    issue = Issue(IssueKind.JUDGEMENT, "a@0", "Judged both ways.")
    for _ in range(2):
        record.put_incidents([counted(A, B)], [C], [D], [issue])
        last = record.last_issue()

    assert (_ids(record), list(record.issues().rows)) == (["a@0"], [issue])
    assert record.issues_after(last) == 0
    assert last == 1


def test_a_claim_told_twice_is_loose_once(record: Record) -> None:
    record.put_incidents([], [C, C], [D])
    assert list(record.running_totals()) == [C]


def test_issues_of_linking_are_replaced_and_all_others_stay(record: Record) -> None:
    other = Issue(IssueKind.EMPTY, "a file", "It is empty.")
    record.note(other)
    record.put_incidents([], [], [], [Issue(IssueKind.JUDGEMENT, "a@0", "Judged both ways.")])
    record.put_incidents([], [], [], [Issue(IssueKind.JUDGEMENT, "b@0", "Its words are gone.")])

    assert [(issue.subject, issue.reason) for issue in record.issues().rows] == [
        ("a file", "It is empty."),
        ("b@0", "Its words are gone."),
    ]


def test_an_incident_is_found_by_any_of_its_claims_and_denials(record: Record) -> None:
    record.put_incidents([counted(A, B, denials=(C,))], [], [])
    assert {_at(record, f"{id}@0") for id in "abc"} == {("a@0", ())}


def test_a_report_tells_which_incident_each_of_its_claims_is_part_of(record: Record) -> None:
    later = claim("a", 50)
    record.keep(read("a", A.words, A, later))
    record.put_incidents([counted(A, B), counted(later)], [], [])

    assert record.report("a").incidents == {"a@0": "a@0", "a@50": "a@50"}


def test_a_merged_incident_is_an_alias_of_the_one_that_took_it_in(record: Record) -> None:
    record.put_incidents([counted(A), counted(B)], [], [])
    record.put_incidents([counted(A, B)], [], [])

    assert _at(record, "b@0") == ("a@0", ("b@0",))


def test_after_a_split_the_id_goes_with_the_claim_that_it_was_named_after(record: Record) -> None:
    record.put_incidents([counted(A, B, C)], [], [])
    record.put_incidents([counted(A), counted(B, C)], [], [])

    assert _at(record, "a@0") == ("a@0", ())
    assert _at(record, "b@0") == ("b@0", ())


def test_an_id_comes_back_to_its_incident_when_a_merge_is_taken_back(record: Record) -> None:
    for put in ([counted(A), counted(B)], [counted(A, B)], [counted(A), counted(B)]):
        record.put_incidents(put, [], [])

    assert _at(record, "b@0") == ("b@0", ())
    assert _at(record, "a@0") == ("a@0", ())


def test_one_step_leads_through_many_merges(record: Record) -> None:
    record.put_incidents([counted(C, D)], [], [])
    record.put_incidents([counted(B, D)], [], [])
    record.put_incidents([counted(A, D)], [], [])
    record.put_incidents([counted(D)], [], [])

    assert _at(record, "c@0") == _at(record, "b@0") == _at(record, "a@0") == ("d@0", ("a@0", "b@0", "c@0"))


def test_without_the_claim_that_named_it_an_id_follows_most_of_the_other_claims(record: Record) -> None:
    e = claim("e")
    record.put_incidents([counted(A, B, C, D, e)], [], [])
    record.put_incidents([counted(B), counted(C, D, e)], [], [])

    assert _at(record, "a@0") == ("c@0", ("a@0",))


def test_with_as_many_claims_on_both_sides_an_id_follows_the_least_incident(record: Record) -> None:
    record.put_incidents([counted(A, B, C)], [], [])
    record.put_incidents([counted(C), counted(B)], [], [])

    assert _at(record, "a@0") == ("b@0", ("a@0",))


def test_an_incident_of_which_no_claim_is_left_leads_nowhere(record: Record) -> None:
    record.put_incidents([counted(A)], [], [])
    record.put_incidents([counted(B)], [], [])

    with pytest.raises(NotFoundError):
        record.incident("a@0")


def test_aliases_given_with_an_incident_are_not_kept_beside_the_records_own(record: Record) -> None:
    record.put_incidents([counted(A)], [], [])
    put = record.incident("a@0").counted
    record.put_incidents([type(put)(put.incident, put.tolls, ("invented",))], [], [])

    assert _at(record, "a@0") == ("a@0", ())


def test_totals_tell_how_much_there_is_and_which_days_it_spans(record: Record) -> None:
    assert (record.totals().first, record.totals().last, record.totals().claims) == (None, None, 0)
    for id in "ab":
        record.keep(read(id))
    record.put_incidents(
        [
            counted(A, when=within(date(2031, 4, 3), date(2031, 4, 9))),
            counted(B, when=within(None, date(2031, 4, 1))),
            counted(C, when=within(date(2031, 5, 1), None)),
        ],
        [],
        [],
    )
    totals = record.totals()

    assert (totals.reports, totals.copies, totals.claims, totals.incidents) == (2, 1, 2, 3)
    assert (totals.first, totals.last) == (date(2031, 4, 1), date(2031, 5, 1))


def test_issues_that_kept_something_out_come_first_and_in_pages(record: Record) -> None:
    for number in range(3):
        record.note(Issue(IssueKind.DAY, f"doubt {number}", "No day is told."))
    record.note(Issue(IssueKind.EMPTY, "zero", "It is empty.", fatal=True))

    assert [issue.subject for issue in record.issues(limit=2).rows] == ["zero", "doubt 0"]
    assert [issue.subject for issue in record.issues(limit=2, offset=2).rows] == ["doubt 1", "doubt 2"]
    assert record.issues(limit=2).total == 4

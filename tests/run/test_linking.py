"""A record to which reports are added one by one is the one to which they were added at once."""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_benchmark import War

from recount.knowledge import load
from recount.link import blocking
from recount.link.values import checked, encoded
from recount.model import Claim, Decision, Event, Field, IssueKind, Judgement, Reading, Report, Scope, Subject
from recount.run import linking, read, relink
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.link.reuse.stories import BRIDGE, MARKET, SCHOOL, TALKS
from tests.link.telling import FAR, OSTREL, at, claim, killed
from tests.run.telling import LISTS

NOON = datetime(2031, 4, 1, 12, tzinfo=UTC)
VALUES = (
    (Field.COUNTS, encoded(Field.COUNTS, killed(9, 12))),
    (Field.WHERE, encoded(Field.WHERE, at(FAR))),
    (Field.EVENT, encoded(Field.EVENT, Event.BOMBING)),
    (Field.SCOPE, encoded(Field.SCOPE, Scope.PERIOD)),
)
PARAGRAPHS = (
    MARKET,
    BRIDGE,
    SCHOOL,
    TALKS,
    *(
        f"Two shells that were fired from the northern hills hit the grain market of the town of {place} shortly "
        f"before noon on 10 March 2031 and killed {number} people."
        for place in ("Ilmesk", "Tolvane")
        for number in (12, 15)
    ),
)
STORIES = st.lists(
    st.tuples(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4), st.integers(10, 13)),
    min_size=3,
    max_size=9,
)


@contextmanager
def a_record() -> Iterator[Record]:
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "record.sqlite") as record:
        yield record


@contextmanager
def limited(most: int = 400) -> Iterator[pytest.MonkeyPatch]:
    """However few reports there are, only what is touched is linked; a key that more claims share joins none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "_SHARE", 0)
        for limit in ("_MOST", "_MOST_OF_AREA", "_MOST_OF_PLACE"):
            patch.setattr(blocking, limit, most)
        yield patch


def readings(claims: Iterable[Claim]) -> list[Reading]:
    """The claims as reports tell them, every seventh report with the bytes of the one before."""
    held: dict[str, list[Claim]] = {}
    for one in claims:
        held.setdefault(one.report, []).append(one)
    made: list[Reading] = []
    for number, (id, told) in enumerate(held.items()):
        raw = made[-1].report.raw if number % 7 == 6 else id.encode()
        made.append(Reading(Report(id, raw, outlet=f"outlet {number}"), None, tuple(told), ()))
    return made


def stories(told: Sequence[tuple[Sequence[str], int]]) -> list[Reading]:
    """Reports that have paragraphs of one another, read."""
    reports = []
    for number, (said, day) in enumerate(told):
        text = "\n\n".join([*said, f"Published {day} March 2031."])
        reports.append(Report(f"r{number}", text.encode(), outlet=f"Outlet {number}"))
    return [reading for report in reports for reading in read([report], load(LISTS))]


def contents(record: Record) -> tuple[object, ...]:
    """All that was put together and found out; former ids are a trail of the order of work."""
    found = record.incidents(IncidentQuery()).rows
    held = sorted((replace(one.counted, aliases=()) for one in found), key=lambda counted: counted.incident.id)
    issues = [issue for issue in record.issues().rows if issue.kind is IssueKind.JUDGEMENT]
    loose = [sorted(told, key=lambda one: one.key) for told in (record.running_totals(), record.apart())]
    return held, loose, issues, record.reuses(), record.bylines()


def anew(record: Record) -> tuple[object, ...]:
    """The same with all put together anew."""
    record.put_setting(linking.LINKED, None)
    relink(record)
    return contents(record)


def only_some(record: Record) -> None:
    """Put together what was touched, and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "_link_all", lambda _: pytest.fail("linked all anew"))
        relink(record)


def one_by_one(record: Record, told: Iterable[Reading]) -> None:
    relink(record)
    for reading in told:
        record.keep(reading)
        only_some(record)


def judgement(number: int, claims: Sequence[Claim], chance: random.Random) -> Judgement:
    """Any judgement of any claims."""
    kinds = (Decision.SAME, Decision.DIFFERENT, Decision.REJECT, Decision.CORRECT, Decision.CONFIRM)
    decision = chance.choice(kinds)
    chosen = chance.sample(claims, 2 if decision in kinds[:2] else 1)
    subjects = tuple(Subject(one.id, one.report, "hash", one.words, one.quote.start) for one in chosen)
    made = Judgement(f"j{number}", decision, subjects, "read both", "reader", NOON + timedelta(hours=number))
    if decision is Decision.CORRECT:
        field, new = chance.choice(VALUES)
        return replace(made, field=field, new=new)
    return replace(made, new=checked(chosen[0])) if decision is Decision.CONFIRM else made


@given(st.integers(0, 10_000), st.sampled_from([2, 4, 400]), st.randoms(use_true_random=False))
@settings(max_examples=6, deadline=None)
def test_added_one_by_one_or_at_once_reports_give_the_same_record(seed: int, most: int, chance: random.Random) -> None:
    told = readings(War(45, 0.03, seed).claims())
    with limited(most), a_record() as slowly, a_record() as at_once:
        one_by_one(slowly, chance.sample(told, len(told)))
        for reading in told:
            at_once.keep(reading)
        assert contents(slowly) == anew(at_once)


@given(st.integers(0, 10_000), st.sampled_from([2, 4, 400]), st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_so_they_do_with_judgements_among_them_made_and_withdrawn(seed: int, most: int, chance: random.Random) -> None:
    claims = War(30, 0.02, seed).claims()
    made: list[Judgement] = []
    with limited(most), a_record() as record:
        relink(record)
        for number, reading in enumerate(readings(claims)):
            record.keep(reading)
            if chance.random() < 0.5:
                made.append(judgement(number, claims, chance))
                record.put_judgement(made[-1])
            if made and chance.random() < 0.2:
                record.put_judgement(replace(made.pop(chance.randrange(len(made))), withdrawn=NOON))
            if chance.random() < 0.7:
                only_some(record)
        only_some(record)
        assert contents(record) == anew(record)


@given(STORIES, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_so_they_do_where_reports_have_words_of_one_another_and_change(
    told: list[tuple[list[str], int]], chance: random.Random
) -> None:
    first, then = stories(told), stories([(said, chance.randint(9, 14)) for said, _ in chance.sample(told, len(told))])
    with limited(), a_record() as record:
        one_by_one(record, chance.sample(first, len(first)))
        assert contents(record) == anew(record)
        one_by_one(record, chance.sample(then, 2))
        assert contents(record) == anew(record)


def test_an_id_that_no_incident_has_any_more_leads_to_the_one_that_took_its_place() -> None:
    with limited(), a_record() as record:
        one_by_one(record, readings([claim("b"), claim("c"), claim("a")]))
        assert record.incident("b@0").counted.incident.id == "a@0"
        assert record.incident("b@0").counted.aliases == ("b@0",)


def test_an_added_report_touches_no_incident_that_it_does_not_reach() -> None:
    with limited(), a_record() as record:
        one_by_one(record, readings([claim("a"), claim("b", at(OSTREL))]))
        before = record.last_change()
        one_by_one(record, readings([claim("c")]))
        assert [change.subject for change in record.changes_after(before)] == ["a@0"]


def test_what_can_alter_all_has_all_put_together_anew() -> None:
    with limited(), a_record() as record:
        one_by_one(record, readings([claim("a"), claim("b")]))
        assert linking._link_some(record) is not None
        record.remove("a", "asked for", NOON)
        assert linking._link_some(record) is None
        relink(record)
        assert [row.counted.incident.id for row in record.incidents(IncidentQuery()).rows] == ["b@0"]

"""What holds of any record: the order of work never matters, judgements survive, and each can be taken back."""

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recount.knowledge import load
from recount.model import Decision, Field, RecountError, Report
from recount.run import Correction, Effect, Says, add_claim, confirm, correct, judge_pair, rebuild, reject, relink, undo
from recount.store import Record
from tests.run.telling import LISTS, WAR, claims, exported, put

SAYS = Says("Orla", "read side by side")
CORRECTIONS = (
    (Field.COUNTS, "killed at least 40 civilian"),
    (Field.WHERE, "Grelda"),
    (Field.WHEN, "2031-03-14..2031-03-15"),
    (Field.SCOPE, "period"),
    (Field.ASSERTION, "denied"),
    (Field.EVENT, "talks"),
)
Judging = Callable[[Record, random.Random], Effect]
WORK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def a_record() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "record.sqlite") as record:
        yield record


def _pair(decision: Decision) -> Judging:
    def judging(record: Record, chance: random.Random) -> Effect:
        return judge_pair(record, decision, [one.id for one in chance.sample(list(claims(record)), 2)], SAYS)

    return judging


def _reject(record: Record, chance: random.Random) -> Effect:
    return reject(record, [chance.choice(claims(record)).id], SAYS)


def _confirm(record: Record, chance: random.Random) -> Effect:
    return confirm(record, chance.choice(claims(record)).id, Says("Tamsin", "checked"))


def _correct(record: Record, chance: random.Random) -> Effect:
    field, words = chance.choice(CORRECTIONS)
    return correct(record, chance.choice(claims(record)).id, Correction(field, words), SAYS, load(LISTS))


def _add(record: Record, chance: random.Random) -> Effect:
    report = chance.choice(claims(record)).report
    text = record.report(report).text
    assert text is not None
    told = {Field.EVENT: "shelling", Field.COUNTS: "injured 5", Field.WHERE: "Tolvane"}
    quote = text.content.partition(" said.")[0]
    return add_claim(record, report, quote, told, SAYS, load(LISTS), figure="town")


JUDGINGS: dict[str, Judging] = {
    "same": _pair(Decision.SAME),
    "different": _pair(Decision.DIFFERENT),
    "reject": _reject,
    "confirm": _confirm,
    "correct": _correct,
    "add": _add,
}


def judged(record: Record, kinds: list[str], chance: random.Random) -> list[str]:
    """Judge so many times at random; the ids of what was judged. What cannot be judged is refused in words."""
    made = []
    for kind in kinds:
        try:
            effect = JUDGINGS[kind](record, chance)
        except (RecountError, ValueError, IndexError):
            # Nothing is left to be judged, or what was drawn cannot be.
            continue
        if not effect.known:
            made.append(effect.judgement.id)
    return made


KINDS = st.lists(st.sampled_from(sorted(JUDGINGS)), min_size=1, max_size=5)


@WORK
@given(WAR, st.randoms(use_true_random=False))
def test_reports_added_at_once_or_one_by_one_in_any_order_export_the_same(
    war: list[Report], chance: random.Random
) -> None:
    with a_record() as at_once, a_record() as one_by_one:
        put(at_once, war)
        for report in chance.sample(war, len(war)):
            put(one_by_one, [report])
            relink(one_by_one)
        assert exported(one_by_one) == exported(at_once)


@WORK
@given(WAR, KINDS, st.randoms(use_true_random=False))
def test_rebuilding_changes_nothing_and_judgements_survive_it(
    war: list[Report], kinds: list[str], chance: random.Random
) -> None:
    with a_record() as record:
        put(record, war)
        judged(record, kinds, chance)
        before, said = exported(record), record.judgements()
        for _ in range(2):
            rebuild(record, LISTS)
            assert exported(record) == before
        assert record.judgements() == said


@WORK
@given(WAR, KINDS, st.randoms(use_true_random=False))
def test_judgements_taken_back_in_any_order_leave_what_was_before(
    war: list[Report], kinds: list[str], chance: random.Random
) -> None:
    with a_record() as record:
        put(record, war)
        before = exported(record)
        made = judged(record, kinds, chance)
        for id in chance.sample(made, len(made)):
            undo(record, id, SAYS)
        assert exported(record) == before
        assert all(not judgement.stands for judgement in record.judgements())


@WORK
@given(WAR, st.sampled_from(sorted(JUDGINGS)), st.randoms(use_true_random=False))
def test_the_last_judgement_taken_back_leaves_what_was_before_it(
    war: list[Report], kind: str, chance: random.Random
) -> None:
    with a_record() as record:
        put(record, war)
        judged(record, ["same", "correct"], chance)
        before = exported(record)
        for id in judged(record, [kind], chance):
            undo(record, id, SAYS)
        assert exported(record) == before


@WORK
@given(WAR, KINDS, st.randoms(use_true_random=False))
def test_every_claim_is_in_one_incident_at_most_whatever_was_judged(
    war: list[Report], kinds: list[str], chance: random.Random
) -> None:
    with a_record() as record:
        put(record, war)
        judged(record, kinds, chance)
        ids = [claim.id for claim in (*claims(record), *record.running_totals(), *record.apart())]
        assert len(ids) == len(set(ids))

"""How far two readers agree: what both judged, of the same claims and of the same pairs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recount.link.judging import find
from recount.model import Decision, Judgement, UsageError
from recount.score import Kappa
from recount.store import Record

Subjects = tuple[str, ...]
# Whoever confirmed a claim and corrected it as well found it wrong; who rejected it, all the more so.
_GRAVEST = (Decision.REJECT, Decision.CORRECT, Decision.CONFIRM)
_PAIRS = (Decision.SAME, Decision.DIFFERENT)


class Judged(StrEnum):
    """What is judged: one claim, or whether two claims tell of one event."""

    CLAIMS = "claims"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that two readers judged differently."""

    ids: Subjects
    one: Decision
    other: Decision


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two readers both judged of one sort, and where they parted."""

    of: Judged
    kappa: Kappa
    apart: tuple[Apart, ...]


def agreement(record: Record, one: str, other: str) -> tuple[Agreed, ...]:
    """What two readers both judged; judgements that were withdrawn do not count, nor do claims that they added.

    UsageError where one of them judged nothing, or they are the same.
    """
    if one == other:
        raise UsageError("Name two different readers.")
    standing = [told for told in record.judgements() if told.stands and told.decision is not Decision.ADD]
    for name in (one, other):
        if not any(told.by == name for told in standing):
            raise UsageError(f"{name} judged nothing that stands. There are: {_names(standing) or 'no readers yet'}.")
    ids = _ids(record, standing)
    return tuple(_agreed(of, *(_verdicts(of, standing, ids, name) for name in (one, other))) for of in Judged)


def _names(standing: Sequence[Judgement]) -> str:
    return ", ".join(sorted({told.by for told in standing}))


def _ids(record: Record, standing: Sequence[Judgement]) -> dict[str, Subjects]:
    """The claims that each judgement speaks of, where reading has moved them under their ids of now."""
    ids = {told.id: tuple(subject.claim for subject in told.subjects) for told in standing}
    texts = record.texts(subject.report for told in standing for subject in told.subjects)
    found, _ = find(standing, record.claims(), texts)
    return ids | {each.judgement.id: each.ids for each in found}


def _agreed(of: Judged, one: Mapping[Subjects, Decision], other: Mapping[Subjects, Decision]) -> Agreed:
    both = sorted(one.keys() & other.keys())
    apart = tuple(Apart(ids, one[ids], other[ids]) for ids in both if one[ids] is not other[ids])
    return Agreed(of, Kappa.of([(one[ids].value, other[ids].value) for ids in both]), apart)


def _verdicts(
    of: Judged, standing: Sequence[Judgement], ids: Mapping[str, Subjects], reader: str
) -> dict[Subjects, Decision]:
    """What a reader said of each claim or pair: of a claim the gravest, of a pair the latest."""
    said: dict[Subjects, Decision] = {}
    for told in standing:
        if told.by != reader or (told.decision in _PAIRS) != (of is Judged.PAIRS):
            continue
        for key in _keys(of, ids[told.id]):
            former = said.get(key)
            graver = former is None or of is Judged.PAIRS or _GRAVEST.index(told.decision) < _GRAVEST.index(former)
            if graver:
                said[key] = told.decision
    return said


def _keys(of: Judged, ids: Subjects) -> Iterator[Subjects]:
    if of is Judged.CLAIMS:
        yield from ((id,) for id in ids)
    else:
        yield from (tuple(sorted((ids[0], other))) for other in ids[1:] if other != ids[0])

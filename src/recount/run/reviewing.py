"""What a person should look at first: many people and little evidence before the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice

from recount.model import Claim, Decision, Issue, IssueKind, Judgement
from recount.run.linking import relink
from recount.store import Record
from recount.store.doubting import DoubtKind

_URGENT = (IssueKind.JUDGEMENT, IssueKind.DISAGREEMENT)
"""Issues that only a person can settle."""


class ReviewKind(StrEnum):
    """Why something is to be looked at."""

    WEAK = "weak"
    MERGE = "merge"
    COULD_BE = "could_be"
    SECOND = "second"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: a claim, two claims or incidents, or an issue; `why` it is to be, the weightiest first.

    `value` orders the queue: how many people it is about, times how doubtful it is.
    """

    kind: ReviewKind
    ids: tuple[str, ...]
    why: tuple[str, ...]
    value: float
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """Some items of one reader's queue, where they stand in it, and how much there is of each kind."""

    items: Sequence[Item]
    at: int
    amounts: Mapping[ReviewKind, int]


def review(record: Record, reader: str, kind: ReviewKind | None = None, at: int = 0, most: int | None = None) -> Queue:
    """The queue of one reader, or one kind of it, from a place on; a place behind its end is that of the last item.

    Whatever somebody judged has left it, but for what awaits a second reader. The record keeps what is to be looked at
    in its order, so that only what is shown is read.
    """
    relink(record)
    judgements = [one for one in record.judgements() if one.stands]
    second, judged = list(_second(judgements, reader)), _judged(record, judgements)
    amounts = {one: _amount(record, one, judged, second) for one in ReviewKind}
    total = sum(amounts.values()) if kind is None else amounts[kind]
    first = min(at, max(0, total - 1))
    last = total if most is None else min(total, first + most)
    kinds = tuple(ReviewKind) if kind is None else (kind,)
    queues = [_queue(record, one, last, judged, second) for one in kinds if amounts[one]]
    return Queue(list(islice(merge(*queues, key=_order), first, last)), first, amounts)


def _order(item: Item) -> tuple[float, ReviewKind, tuple[str, ...], tuple[str, ...]]:
    return (-item.value, item.kind, item.ids, item.why)


def _amount(record: Record, kind: ReviewKind, judged: "_Judged", second: Sequence[Item]) -> int:
    if kind is ReviewKind.SECOND:
        return len(second)
    if kind is ReviewKind.ISSUE:
        return record.issues(0).total
    return record.doubt_counts().get(kind, 0) - sum(one == kind for one, _ in judged)


def _queue(record: Record, kind: ReviewKind, last: int, judged: "_Judged", second: Sequence[Item]) -> Iterable[Item]:
    """The first items of one kind, in order."""
    if kind is ReviewKind.SECOND:
        return sorted(second, key=_order)
    if kind is ReviewKind.ISSUE:
        return map(_of_issue, record.issues_urgent_first(_URGENT, last))
    found = record.doubtful(DoubtKind(kind), last + len(judged))
    return (Item(kind, one.ids, one.why, one.value) for one in found if (kind, one.ids) not in judged)


_Judged = frozenset[tuple[str, tuple[str, ...]]]
"""What is to be looked at no more, since somebody judged it: kinds and ids."""


def _judged(record: Record, judgements: Sequence[Judgement]) -> _Judged:
    single = (one for one in judgements if one.decision not in (Decision.SAME, Decision.DIFFERENT))
    looked = {subject.claim for one in single for subject in one.subjects}
    pairs = set(_pairs(judgements))
    claims = {claim for pair in pairs for claim in pair}
    held = {incident.id: incident for incident in record.holding(claims)} if claims else {}

    def is_judged(kind: str, ids: tuple[str, ...]) -> bool:
        if kind == DoubtKind.WEAK:
            return ids[0] in looked
        if kind == DoubtKind.MERGE:
            return frozenset(ids) in pairs
        return all(id in held for id in ids) and _parted(pairs, *(held[id].claims for id in ids))

    found = record.doubts_of(looked | claims | held.keys())
    return frozenset((kind, ids) for kind, ids in found if is_judged(kind, ids))


def _pairs(judgements: Iterable[Judgement]) -> Iterator[frozenset[str]]:
    """The pairs of claims that were judged one event or two."""
    for one in judgements:
        if one.decision in (Decision.SAME, Decision.DIFFERENT):
            ids = [subject.claim for subject in one.subjects]
            yield from (frozenset((ids[0], other)) for other in ids[1:])


def _parted(pairs: Iterable[frozenset[str]], ours: Iterable[Claim], theirs: Iterable[Claim]) -> bool:
    """Whether a claim of the one was judged with one of the other."""
    own, other = {claim.id for claim in ours}, {claim.id for claim in theirs}
    return any(pair & own and pair & other for pair in pairs)


def _second(judgements: Sequence[Judgement], reader: str) -> Iterator[Item]:
    """What somebody else judged and this reader did not: two who judge apart show how sure a judgement is."""
    own = {frozenset(subject.claim for subject in one.subjects) for one in judgements if one.by == reader}
    seen: set[frozenset[str]] = set()
    for one in judgements:
        ids = tuple(dict.fromkeys(subject.claim for subject in one.subjects))
        if reader and one.by != reader and frozenset(ids) not in own | seen and one.decision is not Decision.REJECT:
            seen.add(frozenset(ids))
            yield Item(ReviewKind.SECOND, ids[:2], ("a second reader is to judge it apart from the first",), 0.5)


def _of_issue(issue: Issue) -> Item:
    value = 1.0 if issue.kind in _URGENT else 0.25 if issue.fatal else 0.1
    return Item(ReviewKind.ISSUE, (issue.subject,), (issue.reason,), value, issue)

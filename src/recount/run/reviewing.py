"""What a person should look at first: many people and little evidence before the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log2

from recount.model import (
    Claim,
    CountedIncident,
    Decision,
    Incident,
    Issue,
    IssueKind,
    Judgement,
    Outcome,
    Toll,
)
from recount.run.linking import relink
from recount.store import Record
from recount.store.shapes import IncidentQuery

DOUBTFUL = 0.85
"""Merges with less likeness than this are shown: a rough bound that has not been measured."""
_INJURED = 4
"""So many injured weigh like one killed: a rough order of what to look at, and no more."""
_MANY_DAYS = 3
"""An event that may have been on more days than this is loosely dated."""


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


def review(record: Record, reader: str) -> list[Item]:
    """The queue of one reader. Whatever somebody judged has left it, but for what awaits a second reader."""
    relink(record)
    judgements = [one for one in record.judgements() if one.stands]
    said = _Said.of(judgements)
    counted = {one.counted.incident.id: one.counted for one in record.incidents(IncidentQuery()).rows}
    items = [
        *_weak(counted.values(), said),
        *_merges(counted.values(), said),
        *_neighbours(counted, said),
        *_second(judgements, reader),
        *_issues(record.issues().rows),
    ]
    return sorted(items, key=lambda item: (-item.value, item.kind, item.ids, item.why))


@dataclass(frozen=True, slots=True)
class _Said:
    """Which claims were looked at, and which pairs of claims were judged one event or two."""

    looked: frozenset[str]
    pairs: frozenset[frozenset[str]]

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> "_Said":
        single = (one for one in judgements if one.decision not in (Decision.SAME, Decision.DIFFERENT))
        looked = frozenset(subject.claim for one in single for subject in one.subjects)
        pairs = set()
        for one in judgements:
            if one.decision in (Decision.SAME, Decision.DIFFERENT):
                ids = [subject.claim for subject in one.subjects]
                pairs |= {frozenset((ids[0], other)) for other in ids[1:]}
        return cls(looked, frozenset(pairs))

    def parted(self, ours: Iterable[Claim], theirs: Iterable[Claim]) -> bool:
        """Whether a claim of the one was judged with one of the other."""
        other = {claim.id for claim in theirs}
        own = {claim.id for claim in ours}
        return any(len(pair & own) and len(pair & other) for pair in self.pairs)


def _weak(counted: Iterable[CountedIncident], said: _Said) -> Iterator[Item]:
    for one in counted:
        claim = _heaviest(one)
        why = weaknesses(one.incident)
        if claim is not None and claim not in said.looked and why:
            yield Item(ReviewKind.WEAK, (claim,), why, _stakes(one) * len(why) / 4)


def weaknesses(incident: Incident) -> tuple[str, ...]:
    """What makes the evidence for an incident weak."""
    when = incident.when
    told = (
        (len(incident.origins) < 2, "on one word alone"),
        (all(claim.doubts for claim in incident.claims), "hedged in every report"),
        (bool(incident.denials), "denied"),
        (all(claim.several for claim in incident.claims if claim.counts), "a total over several episodes"),
        (when is None or when.earliest is None or when.latest is None, "its day is open"),
        (
            when is not None
            and when.earliest is not None
            and when.latest is not None
            and (when.latest - when.earliest).days > _MANY_DAYS,
            "its day is not exact",
        ),
        (not any(place.location is not None for place in incident.where), "its place is not known"),
    )
    return tuple(words for so, words in told if so)


def _heaviest(counted: CountedIncident) -> str | None:
    """The claim with the figure that its toll rests on most."""
    figures = [figure for toll in counted.tolls if _weight(toll.outcome) for figure in toll.figures if not figure.part]
    if not figures:
        return None
    return max(figures, key=lambda one: (one.high or one.low or 0, one.outcome == Outcome.KILLED, one.claim)).claim


def _stakes(counted: CountedIncident) -> float:
    """How much hangs on it: twice as many people weigh one step more."""
    return log2(1 + sum(_weight(toll.outcome) * _people(toll) for toll in counted.tolls))


def _people(toll: Toll) -> int:
    return toll.max or toll.min or (1 if toll.figures else 0)


def _weight(outcome: Outcome) -> float:
    return 1.0 if outcome in (Outcome.KILLED, Outcome.KILLED_OR_INJURED) else 1 / _INJURED


def _merges(counted: Iterable[CountedIncident], said: _Said) -> Iterator[Item]:
    for one in counted:
        for reason in one.incident.reasons:
            if reason.score < DOUBTFUL and frozenset((reason.first, reason.second)) not in said.pairs:
                why = (f"put together with a likeness of {reason.score:.0%}", *reason.words)
                value = (1 + _stakes(one)) * (1 - reason.score) * 2
                yield Item(ReviewKind.MERGE, (reason.first, reason.second), why, value)


def _neighbours(counted: Mapping[str, CountedIncident], said: _Said) -> Iterator[Item]:
    for id, one in counted.items():
        for other in one.incident.could_be:
            theirs = counted.get(other)
            if theirs is None or (other < id and id in theirs.incident.could_be):
                continue
            if not said.parted(one.incident.claims, theirs.incident.claims):
                value = (1 + min(_stakes(one), _stakes(theirs))) / 2
                yield Item(ReviewKind.COULD_BE, (id, other), ("it was unclear whether these are one event",), value)


def _second(judgements: Sequence[Judgement], reader: str) -> Iterator[Item]:
    """What somebody else judged and this reader did not: two who judge apart show how sure a judgement is."""
    own = {frozenset(subject.claim for subject in one.subjects) for one in judgements if one.by == reader}
    seen: set[frozenset[str]] = set()
    for one in judgements:
        ids = tuple(dict.fromkeys(subject.claim for subject in one.subjects))
        if reader and one.by != reader and frozenset(ids) not in own | seen and one.decision is not Decision.REJECT:
            seen.add(frozenset(ids))
            yield Item(ReviewKind.SECOND, ids[:2], ("a second reader is to judge it apart from the first",), 0.5)


def _issues(issues: Iterable[Issue]) -> Iterator[Item]:
    for issue in issues:
        value = 1.0 if issue.kind in (IssueKind.JUDGEMENT, IssueKind.DISAGREEMENT) else 0.25 if issue.fatal else 0.1
        yield Item(ReviewKind.ISSUE, (issue.subject,), (issue.reason,), value, issue)

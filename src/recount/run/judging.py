"""People's decisions into a record: kept, applied at once, and told by what they changed."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from recount.link.judging import in_incident
from recount.link.values import checked
from recount.model import (
    Change,
    ChangeKind,
    Claim,
    CountedIncident,
    Decision,
    Issue,
    IssueKind,
    Judgement,
    NotFoundError,
    Subject,
    UsageError,
)
from recount.run.linking import relink
from recount.run.subjects import named_claim, named_member, subject_of
from recount.store import Record

_ID_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Says:
    """Who decides, and why."""

    by: str
    because: str

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise UsageError("Say who decides with --as NAME: a judgement without a name cannot be asked about.")
        if not self.because.strip():
            raise UsageError("Say why with --because: whoever reads the judgement later has nothing else to go by.")


@dataclass(frozen=True, slots=True)
class Effect:
    """A judgement with what it changed.

    `changes` are the steps of the trail, `before` and `after` the incidents that hold what was judged, `issues` what
    came up. `known` says that this person had decided the same before, and that nothing was kept. `former` and `claim`
    are the first claim judged, before and after, where it is in the record.
    """

    judgement: Judgement
    changes: tuple[Change, ...] = ()
    before: tuple[CountedIncident, ...] = ()
    after: tuple[CountedIncident, ...] = ()
    issues: tuple[Issue, ...] = ()
    known: bool = False
    former: Claim | None = None
    claim: Claim | None = None


def judge_pair(record: Record, decision: Decision, ids: Sequence[str], says: Says) -> Effect:
    """Judge claims, or the incidents that hold them, to be one event or different ones.

    Judged the same, the whole incidents become one. Judged different, the claims named never meet again, and each of
    the others goes where the evidence puts it.
    """
    relink(record)
    claims = [named_member(record, id) for id in ids]
    _check_pair(decision, claims)
    return settle(record, _made(record, decision, claims, says))


def reject(record: Record, ids: Sequence[str], says: Says) -> Effect:
    """Leave claims out that are none: read wrongly, or of something else."""
    relink(record)
    return settle(record, _made(record, Decision.REJECT, [named_claim(record, id) for id in ids], says))


def confirm(record: Record, id: str, says: Says) -> Effect:
    """Say that a second reader checked a claim as it is told now. Whoever added or corrected it is no second reader."""
    relink(record)
    claim = named_claim(record, id)
    own = (Decision.ADD, Decision.CORRECT)
    for one in record.judgements():
        if one.stands and one.decision in own and one.by == says.by and one.subjects[0].claim == claim.id:
            raise UsageError(f"{says.by} added or corrected {claim.id} ({one.id}). Somebody else has to confirm it.")
    return settle(record, replace(_made(record, Decision.CONFIRM, [claim], says), new=checked(claim)))


def undo(record: Record, id: str, says: Says) -> Effect:
    """Withdraw a judgement; it stays in the record with who withdrew it, when and why."""
    relink(record)
    judgement = named_judgement(record, id)
    if not judgement.stands:
        raise UsageError(f"{judgement.withdrawn_by or 'Somebody'} withdrew the judgement {id} already.")
    withdrawn = replace(
        judgement, withdrawn=datetime.now(UTC), withdrawn_by=says.by, withdrawn_because=says.because.strip()
    )
    return settle(record, withdrawn)


def named_judgement(record: Record, id: str) -> Judgement:
    """The judgement of an id; NotFoundError where there is none."""
    for judgement in record.judgements():
        if judgement.id == id:
            return judgement
    raise NotFoundError(f"No judgement has the id {id}. `recount changes` tells those there are.")


def of(decision: Decision, subjects: Iterable[Subject], says: Says) -> Judgement:
    """A judgement of now. Its id is short, to be typed, and differs from that of every other."""
    at, told = datetime.now(UTC), tuple(subjects)
    content = repr((decision, told, says, at))
    id = f"j{hashlib.sha256(content.encode()).hexdigest()[:_ID_LENGTH]}"
    return Judgement(id, decision, told, says.because.strip(), says.by.strip(), at)


def settle(record: Record, judgement: Judgement) -> Effect:
    """Keep a judgement, put the claims together again, and tell what changed."""
    known = next((one for one in record.judgements() if _same(one, judgement)), None)
    if known is not None:
        return Effect(known, known=True)
    last, issues, before = record.last_change(), _issues(record), _holding(record, judgement)
    former = _first(record, judgement)
    record.put_judgement(judgement)
    relink(record)
    changes = tuple(one for one in record.changes_after(last) if one.kind not in _OWN)
    new = tuple(issue for issue in _issues(record) if issue not in issues)
    after = _holding(record, judgement)
    return Effect(judgement, changes, before, after, new, former=former, claim=_first(record, judgement))


_OWN = (ChangeKind.JUDGED, ChangeKind.WITHDRAWN)


def _made(record: Record, decision: Decision, claims: Sequence[Claim], says: Says) -> Judgement:
    unique = {claim.id: claim for claim in claims}.values()
    return of(decision, [subject_of(record, claim) for claim in unique], says)


def _check_pair(decision: Decision, claims: Sequence[Claim]) -> None:
    if len({claim.id for claim in claims}) < 2:
        raise UsageError(f"It takes two claims or incidents to judge them {decision.value}; these are one.")
    for claim in claims:
        if not in_incident(claim):
            raise UsageError(
                f"{claim.id} is a running total, a denial or a projection, which is part of no incident. Where that "
                "was read wrongly, correct its scope or assertion first."
            )


def _same(one: Judgement, other: Judgement) -> bool:
    """Whether a judgement that stands says what another one says, by the same person."""
    return one.stands and other.stands and _content(one) == _content(other)


def _content(judgement: Judgement) -> tuple[object, ...]:
    claims = tuple(sorted(subject.claim for subject in judgement.subjects))
    return (judgement.decision, claims, judgement.by, judgement.field, judgement.new, judgement.rests_on)


def _issues(record: Record) -> tuple[Issue, ...]:
    return tuple(issue for issue in record.issues().rows if issue.kind is IssueKind.JUDGEMENT)


def _first(record: Record, judgement: Judgement) -> Claim | None:
    try:
        return named_claim(record, judgement.subjects[0].claim)
    except NotFoundError:
        return None


def _holding(record: Record, judgement: Judgement) -> tuple[CountedIncident, ...]:
    """The incidents that hold the claims judged."""
    found = {}
    for subject in judgement.subjects:
        incident = record.incident_alone(subject.claim)
        if incident is not None:
            found[incident.id] = record.incident(incident.id).counted
    return tuple(found[id] for id in sorted(found))

"""What changed between the moment that a form was shown and the one that it was sent."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recount.link.values import checked
from recount.model import Change, Claim, Incident, Judgement, NotFoundError
from recount.run.linking import relink
from recount.run.subjects import named_claim
from recount.store import Record

_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What came between: steps of the trail that touch these claims, the judgements among them, or other readings."""

    changes: tuple[Change, ...]
    judgements: tuple[Judgement, ...]
    reread: bool

    def __bool__(self) -> bool:
        return bool(self.changes) or self.reread


def state(record: Record, ids: Sequence[str]) -> str:
    """A short word for how some claims, and the incidents that hold them, stand now; a form carries it."""
    relink(record)
    return f"{record.last_change()}.{_digest(record, ids)}"


def meanwhile(record: Record, ids: Sequence[str], shown: str) -> Meanwhile:
    """What became of claims since the state that a form was shown for. A state nobody gave counts as outdated."""
    relink(record)
    number, _, digest = shown.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 12):
        return Meanwhile((), (), True)
    if _digest(record, ids) == digest:
        return Meanwhile((), (), False)
    touched = _touched(record, ids)
    later = record.changes_after(int(number))
    changes = tuple(one for one in later if touched & {one.subject, *one.others})
    subjects = {one.subject for one in changes}
    said = tuple(one for one in record.judgements() if one.id in subjects)
    return Meanwhile(changes, said, not changes)


def _digest(record: Record, ids: Sequence[str]) -> str:
    told = [(claim.id, checked(claim)) for claim in _claims(record, ids)]
    told += [(one.id, str(one.withdrawn)) for one in _said(record, {id for id, _ in told} | set(ids))]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:_LENGTH]


def _said(record: Record, ids: set[str]) -> Iterable[Judgement]:
    return (one for one in record.judgements() if any(subject.claim in ids for subject in one.subjects))


def _claims(record: Record, ids: Sequence[str]) -> Iterable[Claim]:
    for id in ids:
        incident = record.incident_alone(id)
        if incident is not None:
            yield from (*incident.claims, *incident.denials)
            continue
        try:
            yield named_claim(record, id)
        except NotFoundError:
            continue


def _touched(record: Record, ids: Sequence[str]) -> set[str]:
    touched = set(ids)
    for id in ids:
        incident: Incident | None = record.incident_alone(id)
        if incident is not None:
            touched |= {incident.id, *record.incident(incident.id).counted.aliases}
            touched |= {claim.id for claim in (*incident.claims, *incident.denials)}
    return touched

"""Claims and incidents that a person names, as judgements speak of them."""

from recount.model import Claim, Decision, NotFoundError, Span, Subject, Text
from recount.store import Record

_CONTEXT = 60
"""Code points kept around the words judged: enough to tell two places of the same words apart."""


def named_claim(record: Record, id: str) -> Claim:
    """The claim of an id, as it stands now. NotFoundError, with the reason, where there is none."""
    found = record.named({id})
    if not found:
        raise NotFoundError(_nowhere(record, id))
    return found[0]


def named_member(record: Record, id: str) -> Claim:
    """The claim of an id; where an incident had it before, the least claim of the one that took its place."""
    try:
        return named_claim(record, id)
    except NotFoundError:
        incident = record.incident_alone(id)
        if incident is None:
            raise
        return incident.claims[0]


def subject_of(record: Record, claim: Claim) -> Subject:
    """What a judgement keeps of a claim, so that it is found again."""
    stored = record.report(claim.report)
    others = (
        other.anchor.start
        for other in stored.claims
        if other.quote.overlaps(claim.quote) and not other.anchor.overlaps(claim.anchor)
    )
    return subject_in(claim, stored.text, tuple(sorted(others)))


def subject_in(claim: Claim, text: Text | None, beside: tuple[int, ...] = ()) -> Subject:
    """The same, from the text that a claim stands in."""
    content, digest = ("", "") if text is None else (text.content, text.hash)
    at = claim.quote
    return Subject(claim.id, claim.report, digest, claim.words, at.start, *_around(at, content), beside)


def words_in(claim: Claim, at: Span, text: Text) -> Subject:
    """What a judgement keeps of other words of the report, by which a field of a claim is told."""
    return Subject(claim.id, claim.report, text.hash, at.of(text.content), at.start, *_around(at, text.content))


def _around(at: Span, content: str) -> tuple[str, str]:
    return content[max(0, at.start - _CONTEXT) : at.start], content[at.end : at.end + _CONTEXT]


def _nowhere(record: Record, id: str) -> str:
    for judgement in record.judgements():
        spoken_of = any(subject.claim == id for subject in judgement.subjects)
        if judgement.decision is Decision.REJECT and judgement.stands and spoken_of:
            return f"{judgement.by} rejected {id}. `recount judge undo {judgement.id}` brings it back."
    return f"No claim or incident has the id {id}. `recount incidents` and `recount show` tell those there are."

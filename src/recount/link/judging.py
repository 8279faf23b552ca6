"""What people judged, found again among the claims as they are read now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Claim, Decision, Issue, IssueKind, Judgement, Subject


@dataclass(frozen=True, slots=True)
class Judged:
    """Claims without those that were rejected; which pairs of ids are one event, and which are not; what is unclear."""

    claims: tuple[Claim, ...]
    same: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]]
    issues: tuple[Issue, ...]


def judged(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Judged:
    """Apply judgements to claims. One whose claim cannot be found again is an issue, and never lost in silence."""
    standing = [judgement for judgement in judgements if judgement.withdrawn is None]
    by_id = {claim.id: claim for claim in claims}
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    rejected: set[str] = set()
    pairs: dict[Decision, set[frozenset[str]]] = {Decision.SAME: set(), Decision.DIFFERENT: set()}
    issues = []
    for judgement in standing:
        found = [_found(subject, by_id, by_report) for subject in judgement.subjects]
        ids = frozenset(claim.id for claim in found if claim is not None)
        if None in found:
            issues.append(_lost(judgement))
        elif judgement.decision is Decision.REJECT:
            rejected |= ids
        elif judgement.decision in pairs and len(ids) > 1:
            pairs[judgement.decision] |= {frozenset(pair) for pair in _pairs(sorted(ids))}
    issues += [_contradiction(pair) for pair in sorted(map(sorted, pairs[Decision.SAME] & pairs[Decision.DIFFERENT]))]
    kept = tuple(claim for claim in claims if claim.id not in rejected)
    return Judged(kept, frozenset(pairs[Decision.SAME]), frozenset(pairs[Decision.DIFFERENT]), tuple(issues))


def _pairs(ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(ids[0], other) for other in ids[1:]]


def _found(subject: Subject, by_id: Mapping[str, Claim], by_report: Mapping[str, Sequence[Claim]]) -> Claim | None:
    """The claim that a judgement speaks of: the one of its id, else the one whose words overlap those judged most."""
    own = by_id.get(subject.claim)
    if own is not None and _shared(own, subject) > 0:
        return own
    near = max(by_report.get(subject.report, ()), key=lambda claim: _shared(claim, subject), default=None)
    return near if near is not None and _shared(near, subject) > 0 else None


def _shared(claim: Claim, subject: Subject) -> int:
    """How many code points of the words judged a claim's quote covers, at the same place or as the same words."""
    if subject.quote and (subject.quote in claim.words or claim.words in subject.quote):
        return min(len(subject.quote), len(claim.words))
    last = subject.start + len(subject.quote)
    return max(0, min(last, claim.quote.end) - max(subject.start, claim.quote.start))


def _lost(judgement: Judgement) -> Issue:
    subject = judgement.subjects[0]
    reason = (
        f"The judgement {judgement.id} ({judgement.decision.value}, by {judgement.by}) speaks of words that no claim "
        f"of {subject.report} covers any more. Judge again, or withdraw it."
    )
    return Issue(IssueKind.JUDGEMENT, subject.claim, reason)


def _contradiction(pair: Sequence[str]) -> Issue:
    reason = f"{pair[0]} and {pair[1]} were judged the same event and different ones. They are kept apart."
    return Issue(IssueKind.JUDGEMENT, pair[0], reason)

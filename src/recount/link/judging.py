"""What people judged, applied to the claims as they are read now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.link.correcting import added, corrected, disputed, outdated, unmarked
from recount.link.finding import Finder
from recount.link.values import readable
from recount.model import Assertion, Claim, Decision, Issue, IssueKind, Judgement, Reason, Scope, Text

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Claims as people left them; which pairs of ids are one event, and which are not; what is unclear.

    `said` tells of each pair judged the same who said so, and why.
    """

    claims: tuple[Claim, ...]
    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    issues: tuple[Issue, ...] = ()
    said: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement with the ids of the claims that it speaks of, in the order of its subjects."""

    judgement: Judgement
    ids: tuple[str, ...]


def judged(claims: Sequence[Claim], judgements: Sequence[Judgement], texts: Mapping[str, Text] | None = None) -> Judged:
    """Apply judgements to claims. One that cannot be applied is an issue, and never lost in silence.

    `texts` holds the texts of the reports that judgements speak of, as they are now.
    """
    standing = sorted((one for one in judgements if one.stands), key=lambda one: (one.at, one.id))
    if not standing:
        return Judged(tuple(claims))
    told = texts or {}
    unread = [_unreadable(one) for one in standing if not readable(one)]
    standing = [one for one in standing if readable(one)]
    by_hand, lost = _added([one for one in standing if one.decision is Decision.ADD], told)
    all_claims = _with(claims, by_hand)
    found, unfound = find([one for one in standing if one.decision is not Decision.ADD], all_claims, told)
    kept, issues = _as_judged(all_claims, found, told)
    linkable = frozenset(claim.id for claim in kept if in_incident(claim))
    same, different = _pairs(found, Decision.SAME), _pairs(found, Decision.DIFFERENT)
    known = frozenset(claim.id for claim in kept)
    issues += [_nowhere(one, known - linkable) for one in found if _joins(one) and set(one.ids) & (known - linkable)]
    issues += [_one_claim(one) for one in found if one.judgement.decision is Decision.DIFFERENT and _is_one(one)]
    issues += [contradiction(sorted(pair)) for pair in sorted(same & different, key=sorted)]
    return Judged(kept, same, different, (*unread, *lost, *unfound, *issues), tuple(_said(found)))


def in_incident(claim: Claim) -> bool:
    """Whether a claim tells of an incident at all: running totals, denials and projections are no part of one."""
    return claim.scope is Scope.INCIDENT and claim.assertion is Assertion.ASSERTED


def contradiction(pair: Sequence[str]) -> Issue:
    """Two claims, or what was put with them, that were judged one event and two."""
    reason = (
        f"{pair[0]} and {pair[1]} were judged the same event, and they or claims put with them different ones. They "
        "are kept apart. `recount why` shows the judgements: withdraw those that are wrong."
    )
    return Issue(IssueKind.JUDGEMENT, pair[0], reason)


def _added(judgements: Sequence[Judgement], texts: Mapping[str, Text]) -> tuple[list[Claim], list[Issue]]:
    found = [(one, added(one, texts)) for one in judgements]
    return [claim for _, claim in found if claim is not None], [_lost(one) for one, claim in found if claim is None]


def _with(claims: Sequence[Claim], by_hand: Sequence[Claim]) -> tuple[Claim, ...]:
    """All claims; one that a person added stands in the place of those that are read at its figure now."""
    if not by_hand:
        return tuple(claims)
    places: dict[str, list[Claim]] = {}
    for claim in by_hand:
        places.setdefault(claim.report, []).append(claim)
    read = (c for c in claims if not any(c.anchor.overlaps(own.anchor) for own in places.get(c.report, ())))
    return tuple(sorted([*read, *{claim.id: claim for claim in by_hand}.values()], key=lambda claim: claim.key))


def find(
    judgements: Sequence[Judgement], claims: Iterable[Claim], texts: Mapping[str, Text]
) -> tuple[list[Found], list[Issue]]:
    """Judgements with the claims that they speak of now, and an issue for each of which a claim cannot be found."""
    finder = Finder.over(claims, texts)
    found, issues = [], []
    for judgement in judgements:
        meant = [finder.find(subject) for subject in judgement.subjects]
        ids = [claim.id for claim in meant if claim is not None]
        if len(ids) < len(meant):
            issues.append(_lost(judgement))
        else:
            found.append(Found(judgement, tuple(ids)))
    return found, issues


def _as_judged(
    claims: Sequence[Claim], found: Sequence[Found], texts: Mapping[str, Text]
) -> tuple[tuple[Claim, ...], list[Issue]]:
    """Claims as they were corrected, without those that were rejected; what people do not agree on."""
    corrections, checks = _of_each(found, Decision.CORRECT), _of_each(found, Decision.CONFIRM)
    rejected = _of_each(found, Decision.REJECT)
    # Few claims of many are judged.
    touched = {id for one in found for id in one.ids}
    kept: list[Claim] = []
    issues: list[Issue] = []
    for claim in claims:
        if claim.id not in touched:
            kept.append(claim)
            continue
        told = corrections.get(claim.id, ())
        issues += [*disputed(claim, told), *unmarked(claim, told, texts)]
        made = corrected(claim, told, texts)
        if claim.id in rejected:
            issues += [_rejected(check, rejected[claim.id][0], claim) for check in checks.get(claim.id, ())]
        else:
            issues += [one for check in checks.get(claim.id, ()) if (one := outdated(made, check)) is not None]
            kept.append(made)
    return tuple(kept), issues


def _of_each(found: Sequence[Found], decision: Decision) -> dict[str, list[Judgement]]:
    """The judgements of one kind by the claims that they speak of."""
    held: dict[str, list[Judgement]] = {}
    for one in found:
        if one.judgement.decision is decision:
            for id in one.ids:
                held.setdefault(id, []).append(one.judgement)
    return held


def _pairs(found: Sequence[Found], decision: Decision) -> frozenset[Pair]:
    """Each claim judged with the first one of its judgement."""
    told = (one.ids for one in found if one.judgement.decision is decision)
    return frozenset(frozenset((first, other)) for first, *others in told for other in others if other != first)


def _said(found: Sequence[Found]) -> Iterator[Reason]:
    """A reason for each claim that a person put with the first one of a judgement."""
    for one in found:
        if one.judgement.decision is Decision.SAME:
            words = f"judged the same event by {one.judgement.by} ({one.judgement.id}): {one.judgement.because}"
            yield from (Reason(one.ids[0], other, 1.0, (words,)) for other in one.ids[1:])


def _joins(found: Found) -> bool:
    return found.judgement.decision in (Decision.SAME, Decision.DIFFERENT)


def _is_one(found: Found) -> bool:
    return len(set(found.ids)) < len(found.ids)


def _told(judgement: Judgement) -> str:
    return f"The judgement {judgement.id} ({judgement.decision.value}, by {judgement.by})"


def _lost(judgement: Judgement) -> Issue:
    subject = judgement.subjects[0]
    what = "that the text does not have any more" if judgement.decision is Decision.ADD else "that no claim covers now"
    reports = ", ".join(dict.fromkeys(one.report for one in judgement.subjects))
    reason = f"{_told(judgement)} speaks of words of {reports} {what}. Judge again, or withdraw it."
    return Issue(IssueKind.JUDGEMENT, subject.claim, reason)


def _unreadable(judgement: Judgement) -> Issue:
    reason = (
        f"{_told(judgement)} keeps a value in a form that this version of Recount does not know. Judge again, "
        "and withdraw it."
    )
    return Issue(IssueKind.JUDGEMENT, judgement.subjects[0].claim, reason)


def _nowhere(found: Found, loose: frozenset[str]) -> Issue:
    claim = next(id for id in found.ids if id in loose)
    reason = (
        f"{_told(found.judgement)} speaks of {claim}, which is a running total, a denial or a projection now and so "
        "part of no incident. Correct its scope or assertion, or withdraw the judgement."
    )
    return Issue(IssueKind.JUDGEMENT, claim, reason)


def _one_claim(found: Found) -> Issue:
    reason = f"{_told(found.judgement)} tells claims apart that are read as one now. Correct or add what is missing."
    return Issue(IssueKind.JUDGEMENT, found.ids[0], reason)


def _rejected(check: Judgement, rejection: Judgement, claim: Claim) -> Issue:
    reason = (
        f"{check.by} confirmed {claim.id} ({check.id}) and {rejection.by} rejected it ({rejection.id}). It is left "
        "out. Withdraw the one that is wrong."
    )
    return Issue(IssueKind.JUDGEMENT, claim.id, reason)

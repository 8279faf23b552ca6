"""Why two claims or incidents of a record are one or two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.link.explaining import Compared, Sides, compared, grounds, strongest
from recount.link.features import Features
from recount.link.judging import Found, find
from recount.link.linking import features
from recount.model import Claim, Decision, Incident, Judgement, UsageError
from recount.run.linking import bylines_behind, relink
from recount.run.subjects import named_claim
from recount.store import Record


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for and against two claims, where they are now, and why.

    `incidents` are the ids of those that hold them: one where they are together, fewer where one is in none. `decided`
    are the judgements that settle it, `judged` all others of the two claims, withdrawn ones too.
    """

    pair: Compared
    incidents: tuple[str, ...]
    together: bool
    grounds: tuple[str, ...]
    decided: tuple[Judgement, ...]
    judged: tuple[Judgement, ...]


def why(record: Record, one: str, other: str) -> Why:
    """Why two claims, or two incidents, are together or apart.

    Of two incidents, the pair of claims is shown that speaks most for their being one; an id that is both an incident's
    and a claim's means the incident, unless both are in one.
    """
    relink(record)
    ours, theirs = _held(record, one), _held(record, other)
    together = ours is not None and theirs is not None and ours.id == theirs.id
    if together and one == other:
        raise UsageError("Name two different claims or incidents.")
    told = [_claims(record, ours, one), [] if together else _claims(record, theirs, other)]
    bylines = bylines_behind(record, {claim.report for claims in told for claim in claims})
    mine, others = ([features(claim, bylines) for claim in claims] for claims in told)
    sides = Sides(mine, others)
    first, second = _pair(sides, (one, other), (ours, theirs))
    ids = tuple(dict.fromkeys(incident.id for incident in (ours, theirs) if incident is not None))
    found = _judgements(record, sides)
    decided = _decided(found, sides, together)
    own = [one.judgement for one in found if {first.claim.id, second.claim.id} & set(one.ids)]
    return Why(
        compared(first, second),
        ids,
        together,
        (*grounds(first, second, sides), *_unclear(ours, theirs)),
        tuple(decided),
        tuple(judgement for judgement in own if judgement not in decided),
    )


def _unclear(ours: Incident | None, theirs: Incident | None) -> Iterator[str]:
    if ours is not None and theirs is not None and {ours.id, theirs.id} & {*ours.could_be, *theirs.could_be}:
        yield "it is unclear: they are marked as two that could be one"


def _held(record: Record, id: str) -> Incident | None:
    incident = record.incident_alone(id)
    if incident is None:
        named_claim(record, id)  # says why there is none
    return incident


def _claims(record: Record, incident: Incident | None, id: str) -> Sequence[Claim]:
    """The claims that the one named is put with: those of its incident, or it alone."""
    if incident is None or any(claim.id == id for claim in incident.denials):
        return (named_claim(record, id),)
    return incident.claims


def _pair(
    sides: Sides, ids: tuple[str, str], held: tuple[Incident | None, Incident | None]
) -> tuple[Features, Features]:
    """The claims named; for an incident, the claim of it that speaks most for its being one with the other."""
    members = (sides.ours, sides.theirs or sides.ours)
    named = [_named(id, among) for id, among in zip(ids, members, strict=True)]
    if not sides.theirs:
        known = [one for one in named if one is not None]
        return (known[0], known[1]) if len(known) == 2 else strongest(sides)
    ours = sides.ours if _whole(ids[0], held[0]) or named[0] is None else [named[0]]
    theirs = sides.theirs if _whole(ids[1], held[1]) or named[1] is None else [named[1]]
    return strongest(Sides(ours, theirs))


def _whole(id: str, incident: Incident | None) -> bool:
    return incident is not None and incident.id == id


def _named(id: str, among: Sequence[Features]) -> Features | None:
    return next((one for one in among if one.claim.id == id), None)


def _judgements(record: Record, sides: Sides) -> list[Found]:
    """All judgements that speak of these claims, as they are found among them."""
    claims = [one.claim for one in (*sides.ours, *sides.theirs)]
    reports = {claim.report for claim in claims}
    about = [one for one in record.judgements() if any(subject.report in reports for subject in one.subjects)]
    texts = record.texts(reports)
    found, _ = find([one for one in about if one.decision is not Decision.ADD], claims, texts)
    added = [Found(one, (one.subjects[0].claim,)) for one in about if one.decision is Decision.ADD]
    return sorted([*found, *added], key=lambda one: (one.judgement.at, one.judgement.id))


def _decided(found: Sequence[Found], sides: Sides, together: bool) -> list[Judgement]:
    """The judgements that put them together, or that keep them apart."""
    ours = {one.claim.id for one in sides.ours}
    theirs = {one.claim.id for one in sides.theirs}
    standing = [one for one in found if one.judgement.stands and len(set(one.ids)) > 1]
    if together:
        return [one.judgement for one in standing if one.judgement.decision is Decision.SAME]
    return [
        one.judgement
        for one in standing
        if one.judgement.decision is Decision.DIFFERENT and set(one.ids) & ours and set(one.ids) & theirs
    ]

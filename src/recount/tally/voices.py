"""What the sources of each kind and side tell of an incident, deny, or give no figure of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recount.knowledge.bodies import Bodies
from recount.model import Byline, Claim, Figure, Incident, Outcome, SourceKind, Toll, Voice, origin, origins_of

Whose = tuple[str | None, str | None]
"""A kind and a side."""
_RELAYING = ("outlet", "wire")
"""Bodies of these kinds pass on what others saw; a monitor who asked residents answers for the figure itself."""


@dataclass(slots=True)
class _Heard:
    """What was met so far of one kind and side."""

    origins: dict[str, None] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    denials: dict[str, None] = field(default_factory=dict)


def voices(
    incident: Incident, tolls: Sequence[Toll], bylines: Mapping[str, Byline], bodies: Bodies
) -> tuple[Voice, ...]:
    """One voice a kind and side that tells of an incident: those of no side first, then side by side.

    Last come sides that are told to have a part in it, that a list knows sources of, and of which none speaks of it in
    the reports on record. That is no proof that they are silent: the reports may lack their words.
    """
    heard: dict[Whose, _Heard] = {}
    by_id = {claim.id: claim for claim in incident.claims}
    for claim in incident.claims:
        for name in origins_of(claim, bylines):
            _of(heard, claim, name, bodies).origins[name] = None
    for figure in (figure for toll in tolls for figure in toll.figures):
        if figure.claim in by_id:
            _of(heard, by_id[figure.claim], figure.origin, bodies).figures.append(figure)
    for denial in incident.denials:
        for name in origins_of(denial, bylines):
            whose = _of(heard, denial, name, bodies)
            whose.origins[name] = whose.denials[denial.id] = None
    told = _outcomes(tolls)
    speaking = sorted((whose for whose in heard if not _is_heard_elsewhere(whose, heard)), key=_order)
    return (
        *(_voice(whose, heard[whose], told) for whose in speaking),
        *(Voice(None, side, (), no_figure=told) for side in _unheard(incident, bodies, {side for _, side in heard})),
    )


def whose_word(claim: Claim, name: str, bodies: Bodies) -> Whose:
    """Of which kind and side is one on whose word a claim rests.

    Where its outlet alone can be named, and a medic or a witness is who told it, the word is theirs.
    """
    body = bodies.named(name)
    if body is not None and (body.side is not None or body.kind not in _RELAYING):
        return body.kind, body.side
    told = None if any(origin(chain) == name for chain in claim.chains) else _unnamed(claim, bodies)
    return told or (None if body is None else body.kind), None


def _unnamed(claim: Claim, bodies: Bodies) -> str | None:
    """What the first people without a name are, of whom a list knows it, where no body stands in their chain."""
    sources = (source for chain in claim.chains if origin(chain) is None for source in chain)
    kinds = (bodies.unnamed(source.name) for source in sources if source.kind is SourceKind.UNNAMED)
    return next((kind for kind in kinds if kind is not None), None)


def _is_heard_elsewhere(whose: Whose, heard: Mapping[Whose, _Heard]) -> bool:
    """Whether all that these bodies tell in figures is the word of a medic or a witness, so that they lack none."""
    own = heard[whose]
    others = {name for other, one in heard.items() if other != whose and one.figures for name in one.origins}
    return not own.figures and not own.denials and set(own.origins) <= others


def _of(heard: dict[Whose, _Heard], claim: Claim, name: str, bodies: Bodies) -> _Heard:
    return heard.setdefault(whose_word(claim, name, bodies), _Heard())


def _outcomes(tolls: Sequence[Toll]) -> tuple[Outcome, ...]:
    """The outcomes of which anybody tells a figure."""
    told = {toll.outcome for toll in tolls if toll.figures}
    return tuple(outcome for outcome in Outcome if outcome in told)


def _voice(whose: Whose, heard: _Heard, told: Sequence[Outcome]) -> Voice:
    own = {figure.outcome for figure in heard.figures}
    kind, side = whose
    lacking = tuple(outcome for outcome in told if outcome not in own)
    return Voice(kind, side, tuple(heard.origins), tuple(heard.figures), tuple(heard.denials), lacking)


def _order(whose: Whose) -> tuple[bool, str, bool, str]:
    kind, side = whose
    return (side is not None, side or "", kind is None, kind or "")


def _unheard(incident: Incident, bodies: Bodies, speaking: set[str | None]) -> Iterator[str]:
    parts = {name for claim in (*incident.claims, *incident.denials) for name in (*claim.by, *claim.against)}
    yield from sorted((parts & bodies.sides) - speaking)

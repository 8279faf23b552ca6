"""The other side of a fight: whom a side fights in the same report, where a sentence tells only one of the two."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recount.knowledge.actors import GOVERNMENT, INSURGENTS
from recount.model import Assertion, Claim, Event, Standing

_Foes = Mapping[str, Counter[str]]

# Both sides of a clash are always there to be told; a place is nearly always taken from somebody.
_FOUGHT = (Event.ARMED_CLASH, Event.TERRITORY_CHANGE)


def with_foes(claims: Sequence[Claim], home: str | None) -> list[Claim]:
    """Claims of a report, fights of one side with the other one that it fights elsewhere in the report.

    `home` is the government of the country that the report speaks of, which is told as "the government" too.
    """
    foes = _foes(claims, home)
    return [_filled(claim, foes, home) if claim.event in _FOUGHT else claim for claim in claims]


def _foes(claims: Sequence[Claim], home: str | None) -> _Foes:
    """For each side whom it fights, and in how many claims."""
    found: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.assertion is not Assertion.DENIED:
            for one in _known(claim.by, home):
                for other in _known(claim.against, home):
                    found.setdefault(one, Counter())[other] += 1
                    found.setdefault(other, Counter())[one] += 1
    return found


def _known(sides: Sequence[str], home: str | None) -> list[str]:
    return [home if side == GOVERNMENT and home is not None else side for side in sides]


def _filled(claim: Claim, foes: _Foes, home: str | None) -> Claim:
    if claim.by and not claim.against and not _only_civilians(claim):
        return replace(claim, against=_foe(_known(claim.by, home), foes, home))
    if claim.against and not claim.by and claim.event is Event.ARMED_CLASH:
        return replace(claim, by=_foe(_known(claim.against, home), foes, home))
    return claim


def _only_civilians(claim: Claim) -> bool:
    """Whether all whom a claim counts are told as no fighters: an ambush on women is no fight with an army."""
    return bool(claim.counts) and all(c.standing is Standing.CIVILIAN or c.group is not None for c in claim.counts)


def _foe(sides: Sequence[str], foes: _Foes, home: str | None) -> tuple[str, ...]:
    """Whom some sides fight most."""
    told = Counter[str]()
    for side in sides:
        told += foes.get(side, Counter())
    found = tuple(name for name, _ in told.most_common() if name not in sides)[:1]
    # Rebels fight a government: that is what they are called rebels for.
    return found or ((home or GOVERNMENT,) if INSURGENTS in sides else ())

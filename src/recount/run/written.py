"""What a claim holds, as a person would write it: the other way round from `wording`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from recount.language.folding import fold
from recount.link.values import attribute, decoded
from recount.model import Chain, Claim, Count, Field, Place, Precision, Source, Span, Standing, Vague, When
from recount.run.wording import NONE

_NOWHERE = Span(0, 0)


def written(field: Field, told: Any) -> str:
    """A field's value in the words that `value_of` takes, to be changed by whoever corrects it.

    >>> written(Field.BY, ("River Guard", "Veldanian army")), written(Field.BY, ())
    ('River Guard; Veldanian army', 'none')
    """
    return _WRITERS.get(field, _plain)(told)


def of_claim(claim: Claim, field: Field) -> str:
    """What a claim tells in one field, so written."""
    return written(field, getattr(claim, attribute(field)))


def of_kept(field: Field, kept: str) -> str:
    """A value that a judgement keeps, so written."""
    return written(field, decoded(field, kept, _NOWHERE))


def _plain(told: object) -> str:
    return NONE if told is None else str(told)


def _several(told: bool) -> str:
    return "yes" if told else "no"


def _list(told: Sequence[str]) -> str:
    return "; ".join(told) or NONE


def _doubts(told: frozenset[str]) -> str:
    return _list(sorted(told))


def _when(told: When | None) -> str:
    if told is None or (told.earliest is None and told.latest is None):
        return NONE
    first, last = ("" if day is None else day.isoformat() for day in (told.earliest, told.latest))
    return first if first == last else f"{first}..{last}"


def _where(told: Sequence[Place]) -> str:
    return _list([_place(place) for place in told])


def _place(place: Place) -> str:
    at = place.location
    near = "near " if place.precision is Precision.NEAR else ""
    # A spot within a town is known by no area of its own.
    known = None if at is None or fold(at.name) != fold(place.name) else at
    area = None if known is None else known.admin2 or known.admin1 or known.country
    return f"{near}{place.name}" if area is None or area == place.name else f"{near}{place.name}, {area}"


def _counts(told: Sequence[Count]) -> str:
    """Each whole with its parts behind it."""
    ordered = []
    for place, count in enumerate(told):
        if count.part_of is None:
            ordered.append(_count(count))
            ordered += [f"of them {_count(part)}" for part in told if part.part_of == place]
    return _list(ordered)


def _count(count: Count) -> str:
    words = [count.outcome.value.replace("_", " "), _quantity(count)]
    known = (None if count.standing is Standing.UNKNOWN else count.standing, count.group, count.work)
    words += [kind.value.replace("_", " ") for kind in known if kind is not None]
    if count.side is not None:
        words.append(f"({count.side})")
    if count.additional or count.cumulative:
        words.append("additional" if count.additional else "cumulative")
    return " ".join(words)


def _quantity(count: Count) -> str:
    about = "about " if count.approx else ""
    if count.low is None and count.high is None:
        return _VAGUE.get(count.vague or Vague.UNKNOWN, str(count.vague))
    if count.low is None:
        return f"up to {count.high}"
    if count.high is None:
        return f"at least {count.low}"
    return f"{about}{count.low}" if count.low == count.high else f"{about}{count.low}-{count.high}"


_VAGUE = {Vague.UNKNOWN: "an unknown number", Vague.SOME: "a number"}


def _sources(told: Sequence[Chain]) -> str:
    return _list([" > ".join(map(_source, chain)) for chain in told])


def _source(source: Source) -> str:
    body = "" if source.body is None else f" ({source.body})"
    return f"{source.kind.value}: {source.name}{body}"


_WRITERS: Mapping[Field, Callable[[Any], str]] = {
    Field.DOUBTS: _doubts,
    Field.SEVERAL: _several,
    Field.WHEN: _when,
    Field.WHERE: _where,
    Field.BY: _list,
    Field.AGAINST: _list,
    Field.TARGET: _list,
    Field.COUNTS: _counts,
    Field.SOURCES: _sources,
}

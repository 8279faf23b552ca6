"""The fields of a claim as values that judgements keep: JSON in one form, without places in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import msgspec

from recount.model import (
    Assertion,
    Chain,
    Claim,
    Count,
    Decision,
    Doubt,
    Event,
    Field,
    Judgement,
    Mark,
    Place,
    Scope,
    Span,
    When,
)

_NOWHERE: Final = Span(0, 0)
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_CLAIM: Final = msgspec.json.Decoder(Claim)
_CHECKED: Final = msgspec.json.Decoder(dict[str, str])
_TYPES: Final[Mapping[Field, Any]] = {
    Field.EVENT: Event,
    Field.SCOPE: Scope,
    Field.ASSERTION: Assertion,
    Field.DOUBTS: frozenset[Doubt],
    Field.SEVERAL: bool,
    Field.WHEN: When | None,
    Field.WHERE: tuple[Place, ...],
    Field.WITHIN: str | None,
    Field.BY: tuple[str, ...],
    Field.AGAINST: tuple[str, ...],
    Field.TARGET: tuple[str, ...],
    Field.WEAPON: str | None,
    Field.COUNTS: tuple[Count, ...],
    Field.SOURCES: tuple[Chain, ...],
}


def attribute(field: Field) -> str:
    """What a field is called on a claim: sources stand there as chains."""
    return "chains" if field is Field.SOURCES else field.value


def value(claim: Claim, field: Field) -> str:
    """What a claim tells in one field, as a judgement keeps it."""
    return encoded(field, getattr(claim, attribute(field)))


def encoded(field: Field, told: Any) -> str:
    """A value of a field as a judgement keeps it: without the places in a text where it was read."""
    return _ENCODER.encode(_moved(field, told, _NOWHERE)).decode()


def decoded(field: Field, kept: str, at: Span) -> Any:
    """A kept value as a claim holds it; counts, places and sources count as read at the words given."""
    return _moved(field, msgspec.json.decode(kept, type=_TYPES[field]), at)


def with_value(claim: Claim, field: Field, kept: str, words: Span | None = None) -> Claim:
    """A claim with another value in one field. The marks of what was read there before go, and that of `words` comes.

    The larger place of former places goes with them: that of the new ones stands for it.
    """
    marks = tuple(mark for mark in claim.marks if mark.field != field.value)
    if words is not None:
        marks = (*marks, Mark(field.value, words))
    made = replace(claim, marks=marks, **{attribute(field): decoded(field, kept, words or claim.anchor)})
    return made if field is not Field.WHERE or claim.within is None else replace(made, within=_around(made.where))


def _around(where: Sequence[Place]) -> str | None:
    """The province, else the country, that all places lie in."""
    for areas in ({place.admin1 for place in where}, {place.country for place in where}):
        if len(areas) == 1 and None not in areas:
            return areas.pop()
    return None


def whole(claim: Claim) -> str:
    """All of a claim, as a judgement that adds it keeps it."""
    return _ENCODER.encode(claim).decode()


def from_whole(kept: str) -> Claim:
    """The claim that a judgement adds, as it was when it was added."""
    return _CLAIM.decode(kept)


def checked(claim: Claim) -> str:
    """All values of a claim, as a judgement that confirms it keeps them."""
    return _ENCODER.encode({field.value: value(claim, field) for field in Field}).decode()


def altered(claim: Claim, kept: str) -> list[Field]:
    """The fields in which a claim tells something else than when it was confirmed."""
    then = _CHECKED.decode(kept)
    return [field for field in Field if field.value in then and then[field.value] != value(claim, field)]


def readable(judgement: Judgement) -> bool:
    """Whether this version of Recount understands the value that a judgement keeps; one without any is understood."""
    kept, field = judgement.new, judgement.field
    if kept is None:
        return True
    try:
        if judgement.decision is Decision.ADD:
            from_whole(kept)
        elif judgement.decision is Decision.CONFIRM:
            _CHECKED.decode(kept)
        elif field is not None:
            decoded(field, kept, _NOWHERE)
    except msgspec.MsgspecError:
        return False
    return True


def _moved(field: Field, told: Any, at: Span) -> Any:
    """The same value with everything in it read at one place of the text."""
    if field in (Field.COUNTS, Field.WHERE):
        return tuple(replace(one, span=at) for one in told)
    if field is Field.SOURCES:
        return tuple(tuple(replace(source, span=at) for source in chain) for chain in told)
    return told

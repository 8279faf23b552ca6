"""What a person writes for a field of a claim, as the claim holds it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from recount.knowledge import Lists
from recount.language.tokens import tokens
from recount.model import (
    Assertion,
    Chain,
    Claim,
    Days,
    Doubt,
    Event,
    Field,
    Reading,
    Scope,
    Source,
    SourceKind,
    Span,
    UsageError,
    When,
)
from recount.run.counting import count_items
from recount.run.placing import placed

Kind = TypeVar("Kind", bound=StrEnum)
NONE = "none"
"""What stands for a field of which nothing is told."""
_YES_NO = {"yes": True, "no": False}
_KINDS = "|".join(SourceKind)
# "unnamed: a medic (Blue Lamps)": what the source is, its name, whom it speaks for.
_SOURCE = re.compile(rf"(?:(?P<kind>{_KINDS}):\s*)?(?P<name>[^()]+?)\s*(?:\((?P<body>[^()]+)\))?")


def value_of(field: Field, words: str, claim: Claim, reading: Reading, lists: Lists) -> Any:
    """A field's value from a person's words; UsageError, with the forms there are, where these are none.

    `reading` is the report that the claim stands in, which settles what a place's name means.
    """
    told = words.strip()
    if field is Field.WHERE:
        return placed(_items(told), claim, reading, lists)
    return _PARSERS[field](told, claim, lists)


def _one_of(kinds: type[Kind]) -> Callable[[str, Claim, Lists], Kind]:
    return lambda words, _claim, _lists: _named(kinds, words)


def _named(kinds: type[Kind], words: str) -> Kind:
    key = "_".join(words.casefold().replace("_", " ").split())
    if key not in list(kinds):
        raise UsageError(f'"{words}" is none of: {", ".join(kinds)}.')
    return kinds(key)


def _items(words: str, mark: str = ";") -> list[str]:
    """The parts of a list; none for "none"."""
    if words.casefold() == NONE:
        return []
    return [part for part in (item.strip() for item in words.split(mark)) if part]


def _doubts(words: str, _claim: Claim, _lists: Lists) -> frozenset[Doubt]:
    return frozenset(_named(Doubt, item) for item in _items(words))


def _several(words: str, _claim: Claim, _lists: Lists) -> bool:
    if words.casefold() not in _YES_NO:
        raise UsageError(f'"{words}" is neither yes nor no.')
    return _YES_NO[words.casefold()]


def _text(words: str, _claim: Claim, _lists: Lists) -> str | None:
    if not words:
        raise UsageError(f'Write "{NONE}" where nothing is told.')
    return None if words.casefold() == NONE else words


def _when(words: str, claim: Claim, _lists: Lists) -> When | None:
    """Days as "2031-03-04", "2031-03-04..2031-03-06", "..2031-03-06" or "none"; a running total lasts from the first
    to the last of them, an incident was on one of them.
    """
    if words.casefold() == NONE:
        return None
    first, dots, last = words.partition("..")
    days = (_day(first), _day(last) if dots else _day(first))
    if days == (None, None):
        raise UsageError(f'"{words}" tells no day. Write 2031-03-04, 2031-03-04..2031-03-06, ..2031-03-06 or {NONE}.')
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise UsageError(f"{days[0]} comes after {days[1]}.")
    return When.through(*days) if claim.scope is Scope.PERIOD else When.within(Days(*days))


def _day(words: str) -> date | None:
    if not words.strip():
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError(f"{words.strip()} is not a day; write one as 2031-03-04.") from error


def _sides(words: str, _claim: Claim, lists: Lists) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_side(item, lists) for item in _items(words)))


def _side(name: str, lists: Lists) -> str:
    """A side under the name that the lists give it; its own words where they do not know it."""
    told = tokens(name)
    known = [hit.value for hit in lists.actors.find(told) if (hit.first, hit.last) == (0, len(told))]
    return known[0].name if known and not known[0].generic else name


def _targets(words: str, _claim: Claim, lists: Lists) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_target(item, lists) for item in _items(words)))


def _target(words: str, lists: Lists) -> str:
    told = tokens(words)
    known = [hit.value for hit in lists.words.targets.find(told) if (hit.first, hit.last) == (0, len(told))]
    if not known:
        raise UsageError(f'"{words}" is no kind of target that the lists know, such as hospital, market or home.')
    return known[0]


def _counts(words: str, claim: Claim, _lists: Lists) -> Any:
    return count_items(_items(words), claim.anchor)


def _sources(words: str, claim: Claim, lists: Lists) -> tuple[Chain, ...]:
    """Chains with ";" between them, each nearest to the event first, with ">" between who told whom."""
    return tuple(
        tuple(_source(item, claim.anchor, lists) for item in _items(chain, ">")) for chain in _items(words)
    )  # fmt: skip


def _source(words: str, at: Span, lists: Lists) -> Source:
    found = _SOURCE.fullmatch(words)
    if found is None:
        raise UsageError(f'"{words}" is no source. Write a name, or "person: NAME (BODY)", "unnamed: a medic".')
    name, body = found["name"], found["body"]
    kind = SourceKind(found["kind"]) if found["kind"] else _kind(name, body, lists)
    known = _known_body(name, lists) if kind is SourceKind.BODY else None
    return Source(known or name, kind, at, None if body is None else _known_body(body, lists) or body)


def _kind(name: str, body: str | None, lists: Lists) -> SourceKind:
    """What a source is that a person did not say it of: who is unsure might be private, and is asked about."""
    if _known_body(name, lists) is not None and body is None:
        return SourceKind.BODY
    if name[0].islower():
        return SourceKind.UNNAMED
    raise UsageError(f'The lists do not know "{name}". Write "body: {name}" or "person: {name}": persons are shielded.')


def _known_body(name: str, lists: Lists) -> str | None:
    told = tokens(name)
    hits = [hit.value for hit in lists.sources.find(told) if (hit.first, hit.last) == (0, len(told))]
    return hits[0].name if hits else None


_PARSERS: Mapping[Field, Callable[[str, Claim, Lists], Any]] = {
    Field.EVENT: _one_of(Event),
    Field.SCOPE: _one_of(Scope),
    Field.ASSERTION: _one_of(Assertion),
    Field.DOUBTS: _doubts,
    Field.SEVERAL: _several,
    Field.WHEN: _when,
    Field.WITHIN: _text,
    Field.BY: _sides,
    Field.AGAINST: _sides,
    Field.TARGET: _targets,
    Field.WEAPON: _text,
    Field.COUNTS: _counts,
    Field.SOURCES: _sources,
}

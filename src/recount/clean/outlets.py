"""Which outlet a text tells plainly. What is not told stays absent: an outlet is never guessed."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from recount.clean.lists import bare, either
from recount.model import Span

_SEPARATOR = re.compile(r"[–—-]\s+|[|»]\s*")
# Who wrote a report, behind its last sentence: names and initials, with no stop behind them.
_SIGNED = re.compile(r"[a-z\d)][.!?][\"”]?\s+[A-Z][\w.'’-]*(?:[/\s]+[A-Z][\w.'’-]*){0,9}\s*$")
_CLOSING = re.compile(r"\(?\s*Source\s*:\s*([^()/]{2,80}?)\s*(?:[/),.]|$)", re.IGNORECASE)

_SIGNED_WITHIN = 150


@dataclass(frozen=True, slots=True)
class _Known:
    names: Mapping[str, str]
    slogans: Mapping[str, str]
    sources: Mapping[str, str]
    marks: Mapping[str, str]
    any_mark: re.Pattern[str]
    words: frozenset[str]
    editions: tuple[str, ...]
    sections: frozenset[str]
    offices: re.Pattern[str]
    agencies: Mapping[str, str]
    reporters: str
    hearers: str


@cache
def _known() -> _Known:
    with Path(__file__).with_name("outlets.toml").open("rb") as file:
        told = tomllib.load(file)

    def by(field: str) -> dict[str, str]:
        return {bare(form): outlet["name"] for outlet in told["outlet"] for form in outlet.get(field, ())}

    marks, unknown = by("marks"), told["unknown"]
    return _Known(
        names=by("names"),
        slogans=by("slogans"),
        sources=by("sources"),
        marks=marks,
        any_mark=re.compile(either(marks), re.IGNORECASE),
        words=frozenset(unknown["words"]),
        editions=tuple(unknown["editions"]),
        sections=frozenset(bare(section) for section in unknown["sections"]),
        offices=re.compile(rf"(.{{2,60}}?)(?:['’]s?)?\s+(?:{either(unknown['offices'])})$"),
        agencies={form: outlet["name"] for outlet in told["outlet"] for form in outlet.get("speaks", ())},
        reporters=either(told["own"]["reporters"]),
        hearers=either(told["own"]["hearers"]),
    )


def outlet_of_line(line: str) -> str | None:
    """The outlet whose slogan or name a line is.

    >>> outlet_of_line("Creating new perspectives since 2009")
    'Middle East Monitor'
    """
    plain = bare(line)
    return _known().slogans.get(plain) or _known().names.get(plain)


def after_title(line: str) -> tuple[int, str] | None:
    """Where the title ends in a line that goes on with the outlet's name, and that name.

    >>> after_title("Talks go on - World - River Daily English")
    (11, 'River Daily')
    """
    cuts = list(_cuts(line))
    if not cuts:
        return None
    outlet = _named(line[cuts[-1].end :])
    if outlet is None:
        return None
    end = cuts[-1].start
    for before, cut in zip(cuts[-2::-1], cuts[:0:-1], strict=False):
        if bare(line[before.end : cut.start]) not in _known().sections:
            break
        end = before.start
    return (end, outlet) if end > 0 else None


def _cuts(line: str) -> Iterator[Span]:
    """The separators in a line, with the space around them."""
    end = 0
    for mark in _SEPARATOR.finditer(line):
        start = mark.start()
        while start > end and line[start - 1].isspace():
            start -= 1
        end = mark.end()
        yield Span(start, end)


def _named(words: str) -> str | None:
    outlet = _known().names.get(bare(words))
    if outlet is not None:
        return outlet
    name = words.strip()
    parts = name.split()
    telling = 1 < len(parts) < 7 and all(part[0].isupper() or part in ("of", "the") for part in parts)
    if not telling or not any(part in _known().words for part in parts):
        return None
    for edition in _known().editions:
        if name.endswith(f" {edition}") and len(name.removesuffix(edition).split()) > 1:
            name = name.removesuffix(edition).strip()
    return _known().names.get(bare(name), name)


def outlet_in(furniture: Iterable[str]) -> str | None:
    """The outlet that page furniture and closing lines tell: by a phrase only its pages carry, else by its own office.

    >>> outlet_in(["(Source: Highland Front's Media Office / 07.03.2017)"])
    'Highland Front'
    """
    for words in furniture:
        mark = _known().any_mark.search(words)
        if mark is not None:
            return _known().marks[bare(mark.group())]
        source = _CLOSING.search(words)
        outlet = None if source is None else _own(source.group(1))
        if outlet is not None:
            return outlet
    return None


def own_agency(text: str) -> str | None:
    """The agency whose own report a text is: its writers sign it, and it names the agency only as their own.

    An agency that is quoted says something itself, and then the report is another outlet's.

    >>> own_agency("Shells hit Tarsk. A medic told SANA that two were hurt. Maya X")
    'SANA'
    >>> own_agency("Shells hit Tarsk, SANA reported. A medic told SANA that two were hurt. Maya X")
    """
    if _SIGNED.search(text[-_SIGNED_WITHIN:]) is None:
        return None
    for form, outlet in _known().agencies.items():
        named = len(re.findall(rf"\b{form}s?\b", text))
        if named and named == len(_own_mention(form).findall(text)):
            return outlet
    return None


@cache
def _own_mention(form: str) -> re.Pattern[str]:
    """Where an agency speaks of itself: "told SANA", "SANA's reporter"."""
    hearers, reporters = _known().hearers, _known().reporters
    behind = rf"{form}(?:['’]?s)?\s+(?:{reporters})\b"
    return re.compile(rf"\b(?:{behind}|(?:{hearers})\s+(?:the\s+)?{form}\b)")


def _own(source: str) -> str | None:
    known = _known().sources.get(bare(source))
    if known is not None:
        return known
    office = _known().offices.match(source)
    if office is None:
        return None
    body = office.group(1)
    # Tables lose the apostrophe: "the Fronts Media Office".
    return next((name for form in (body, body.removesuffix("s")) if (name := _known().names.get(bare(form)))), body)

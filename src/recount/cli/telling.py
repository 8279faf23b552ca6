"""A claim as people read it: its sentence with the words that it was read from, then its fields in words."""

from collections.abc import Iterable, Iterator

from rich.text import Text as Styled

from recount.cli.screen import shown
from recount.model import Chain, Claim, Field, Mark, Place, Scope, Span
from recount.web.show import days, figures, places
from recount.web.show.labels import label
from recount.web.show.quoting import sentence

READ = "bold underline"
ARROW = " → "


def heading(claim: Claim) -> str:
    """What a claim tells of, in a few words.

    It says when a claim is a running total, and what is in doubt.
    """
    parts = [label("event", claim.event)]
    if claim.scope is Scope.PERIOD:
        parts.append("running total")
    elif claim.several:
        parts.append("total over several episodes")
    parts.append(label("status", claim.status))
    doubts = [label("doubt", doubt) for doubt in sorted(claim.doubts)]
    return " · ".join(parts) + (f" (in doubt: {', '.join(doubts)})" if doubts else "")


def fields(claim: Claim) -> Iterator[tuple[str, str]]:
    """The fields of a claim in words, each with its name; what is not told is left out."""
    told = {
        "when": None if claim.when is None else days.when_in_full(claim.when),
        "where": _where(claim),
        "by": ", ".join(claim.by),
        "against": ", ".join(claim.against),
        "target": ", ".join(claim.target),
        "weapon": claim.weapon,
        "people": _people(claim),
        "said by": "; ".join(map(chain, claim.chains)),
    }
    yield from ((name, words) for name, words in told.items() if words)


def field(claim: Claim, field: Field) -> str:
    """One field of a claim in words, for what a person corrected."""
    plain = {
        Field.EVENT: label("event", claim.event),
        Field.SCOPE: "running total" if claim.scope is Scope.PERIOD else "incident",
        Field.ASSERTION: label("status", claim.assertion),
        Field.DOUBTS: ", ".join(label("doubt", doubt) for doubt in sorted(claim.doubts)),
        Field.SEVERAL: "several episodes" if claim.several else "one episode",
        Field.WITHIN: claim.within or "",
    }
    named = {Field.COUNTS: "people", Field.SOURCES: "said by"}
    told = plain[field] if field in plain else dict(fields(claim)).get(named.get(field, field.value))
    return told or "not told"


def chain(told: Chain) -> str:
    """Who told whom, nearest to the event first."""
    return ARROW.join(source.shown for source in told)


def marked(claim: Claim, content: str, plain: bool) -> Styled:
    """The sentence of a claim with the words that it was read from marked: styled, or in «» where there is no style."""
    around = sentence(content, claim.quote)
    styled = Styled()
    position = around.start
    for span in _within(words_read(claim), around, content):
        styled.append(shown(content[position : span.start]))
        words = shown(span.of(content))
        styled.append(f"«{words}»" if plain else words, style=None if plain else READ)
        position = span.end
    return styled.append(shown(content[position : around.end]))


def elsewhere(claim: Claim, content: str) -> Iterator[tuple[str, str]]:
    """The fields that were read from words outside the claim's sentence, each with these words."""
    around = sentence(content, claim.quote)
    seen = set()
    for mark in words_read(claim):
        told = (mark.field, mark.span.of(content))
        if not mark.span.overlaps(around) and told not in seen:
            seen.add(told)
            yield told


def words_read(claim: Claim) -> list[Mark]:
    """All the places in the text that something of a claim was read from, in order."""
    counts = (Mark("people", count.span) for count in claim.counts)
    where = (Mark("where", place.span) for place in claim.where)
    return sorted({*claim.marks, *counts, *where}, key=lambda mark: mark.span)


def _within(marks: Iterable[Mark], around: Span, content: str) -> list[Span]:
    """The marked runs of a sentence; those that touch, or that only white space parts, are one."""
    runs: list[Span] = []
    for mark in marks:
        if not mark.span.overlaps(around):
            continue
        span = Span(max(mark.span.start, around.start), min(mark.span.end, around.end))
        if runs and not content[runs[-1].end : span.start].strip():
            span = Span(runs[-1].start, max(runs[-1].end, span.end))
            runs.pop()
        runs.append(span)
    return runs


def _where(claim: Claim) -> str:
    if not claim.where:
        return claim.within or ""
    return "; ".join(_place(place) for place in claim.where)


def _place(place: Place) -> str:
    line = places.line(place)
    known = [part for part in (line.precision, line.within) if part]
    return f"{line.words} ({', '.join(known)})" if known else line.words


def _people(claim: Claim) -> str:
    """The counts in words, each part behind the count that it is part of."""
    return "; ".join(_with_parts(claim, place) for place, count in enumerate(claim.counts) if count.part_of is None)


def _with_parts(claim: Claim, whole: int) -> str:
    parts = [figures.count(count) for count in claim.counts if count.part_of == whole]
    told = figures.count(claim.counts[whole])
    return f"{told}, of them {' and '.join(parts)}" if parts else told

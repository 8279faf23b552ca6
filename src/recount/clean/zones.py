"""Which run of a text is title, dateline, story, caption or page furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.clean.datelines import is_dateline
from recount.clean.headline import Headline, find_headline
from recount.clean.lines import Line, is_caption, is_furniture, opens_form, opens_list, split
from recount.clean.lists import words_of
from recount.clean.outlets import outlet_of_line
from recount.clean.runs import inner_zones, leading_zones, trailing_zones, trimmed
from recount.model import Span, Zone, ZoneKind

# A page ends in links to other stories; before so many paragraphs a line without a full stop may be part of the story.
_STORY = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a text, with the title found and the outlet that stands after it or above it."""

    zones: tuple[Zone, ...]
    headline: Headline | None
    outlet: str | None


def lay_out(content: str, title: str | None = None, captions: frozenset[str] = frozenset()) -> Layout:
    """Put every line into a zone, and the runs within the first and last paragraph that are not story."""
    lines = split(content)
    kinds = _by_form(lines, captions)
    story = _story(lines, kinds)
    headline = find_headline(content, lines, [n for n in range(story) if kinds[n] is None], title)
    outlet = None if headline is None else headline.outlet
    _above(lines, kinds, story, headline)
    _links(lines, kinds, story)
    if outlet is None:
        named = (
            outlet_of_line(line.words) for line, kind in zip(lines, kinds, strict=True) if kind is ZoneKind.FURNITURE
        )
        outlet = next((name for name in named if name is not None), None)
    told = title if headline is None else headline.words
    return Layout(tuple(_joined(_pieces(content, lines, kinds, headline, told))), headline, outlet)


def _by_form(lines: Sequence[Line], captions: frozenset[str]) -> list[ZoneKind | None]:
    """What the form of each line tells; nothing where only its place can tell."""
    kinds: list[ZoneKind | None] = [_kind(line, captions) for line in lines]
    for number in range(len(lines) - 1):
        told_again = kinds[number + 1] is ZoneKind.CAPTION and lines[number + 1].words.startswith(lines[number].words)
        if told_again and kinds[number] is None and lines[number].length > 3:
            kinds[number] = ZoneKind.CAPTION
    _after_form(lines, kinds)
    return kinds


def _kind(line: Line, captions: frozenset[str]) -> ZoneKind | None:
    if line.words in captions:
        return ZoneKind.CAPTION
    if is_dateline(line):
        return ZoneKind.DATELINE
    if is_furniture(line) or opens_list(line) or not any(character.isalnum() for character in line.words):
        return ZoneKind.FURNITURE
    return ZoneKind.CAPTION if is_caption(line) else None


def _after_form(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """A form for comments and all that follows it; above the story such words are only a link to the form."""
    seen = False
    for number, line in enumerate(lines):
        seen = seen or (kinds[number] is None and line.paragraph)
        if opens_form(line):
            last = len(lines) if seen else number + 1
            kinds[number:last] = [ZoneKind.FURNITURE] * (last - number)
            if seen:
                return


def _story(lines: Sequence[Line], kinds: Sequence[ZoneKind | None]) -> int:
    """The number of the line where the story begins: its first paragraph, else the line after the first."""
    free = [number for number, kind in enumerate(kinds) if kind is None]
    if len(free) < 2:
        return next(iter(free), len(lines))
    for number in free:
        if lines[number].paragraph and not (number == free[0] and _titles(lines[number], lines[free[1]])):
            return number
    return free[1]


def _titles(line: Line, after: Line) -> bool:
    """Whether a first line that ends as a sentence is a title all the same: a question, or told again in the next."""
    if line.words.endswith(("?", "!")):
        return line.length <= 22
    return " ".join(words_of(line.words)) in " ".join(words_of(after.words[: 2 * len(line.words) + 200]))


def _above(lines: Sequence[Line], kinds: list[ZoneKind | None], story: int, headline: Headline | None) -> None:
    """Above the title stand names, slogans and menus; between title and story short lines are menus too."""
    if headline is None:
        return
    kinds[headline.line] = ZoneKind.HEADLINE
    for number in range(min(len(lines), max(story, headline.line))):
        if kinds[number] is None and (number < headline.line or _menu(lines[number])):
            kinds[number] = ZoneKind.FURNITURE


def _menu(line: Line) -> bool:
    return line.length < 5 and not line.ends_sentence


def _links(lines: Sequence[Line], kinds: list[ZoneKind | None], story: int) -> None:
    """Titles of other stories: below a heading that says so, and at the end of a page, where nothing else stands so."""
    listed = False
    for number in range(story, len(lines)):
        listed = opens_list(lines[number]) or (listed and lines[number].headline_like)
        if listed and kinds[number] is None:
            kinds[number] = ZoneKind.FURNITURE
    whole = sum(
        1 for line, kind in zip(lines, kinds, strict=True) if kind is None and line.paragraph and line.ends_sentence
    )
    if whole < _STORY:
        return
    last = next((n for n in range(len(lines) - 1, story, -1) if kinds[n] is None and not lines[n].headline_like), story)
    # What a colon announces is a list within the story.
    if not lines[last].words.endswith(":"):
        for number in range(last + 1, len(lines)):
            kinds[number] = ZoneKind.FURNITURE if kinds[number] is None else kinds[number]


def _pieces(
    content: str,
    lines: Sequence[Line],
    kinds: Sequence[ZoneKind | None],
    headline: Headline | None,
    title: str | None,
) -> Iterator[Zone]:
    body = [number for number, kind in enumerate(kinds) if kind is None]
    # Short lines of a sender may stand between title and story; the day and place then follow them.
    first = {*body[:1], next((number for number in body if lines[number].paragraph), -1)}
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if headline is not None and number == headline.line:
            yield from _title_line(content, line, headline)
        elif kind is not None:
            yield Zone(kind, line.span)
        elif number not in first and number != body[-1]:
            yield Zone(ZoneKind.BODY, line.span)
        else:
            yield from _ends(content, line.span, title, (number in first, number == body[-1]))


def _title_line(content: str, line: Line, headline: Headline) -> Iterator[Zone]:
    yield Zone(ZoneKind.HEADLINE, headline.span)
    rest = trimmed(content, ZoneKind.FURNITURE, headline.span.end, line.span.end)
    if rest.span.start < rest.span.end:
        yield rest


def _ends(content: str, span: Span, title: str | None, ends: tuple[bool, bool]) -> Iterator[Zone]:
    """The first or last paragraph of a story, or the only one."""
    first, last = ends
    before, start = leading_zones(content, span, title) if first else ([], span.start)
    end, after = trailing_zones(content, Span(start, span.end)) if last else (span.end, [])
    yield from before
    if first:
        yield from inner_zones(content, Span(start, end))
    else:
        yield trimmed(content, ZoneKind.BODY, start, end)
    yield from after


def _joined(zones: Iterator[Zone]) -> Iterator[Zone]:
    """Neighbours of one kind as one zone."""
    last: Zone | None = None
    for zone in zones:
        if last is not None and last.kind is zone.kind:
            last = Zone(last.kind, Span(last.span.start, zone.span.end))
        else:
            if last is not None:
                yield last
            last = zone
    if last is not None:
        yield last

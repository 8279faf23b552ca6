"""Which line of a page is the title of its story."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.clean.lines import Line
from recount.clean.lists import phrases, words_of
from recount.clean.outlets import after_title, outlet_of_line
from recount.model import Span

# A line above the story is taken for its title when so many of its telling words come back in the story's beginning.
_SHARED = 0.3
_BEGINNING = 3000
# Menus may stand above a title, but no more than so many lines stand between a title and its story.
_LINES_ABOVE = 80


@dataclass(frozen=True, slots=True)
class Headline:
    """The title in its line. `line` counts lines; `span` leaves out the outlet's name that may follow the title."""

    line: int
    span: Span
    words: str
    outlet: str | None = None


def find_headline(content: str, lines: Sequence[Line], candidates: Sequence[int], title: str | None) -> Headline | None:
    """The title among the lines that stand above the story.

    Where the title is given, the line that has its words; else the first line whose words come back in the story,
    because slogans and sections come first as often as titles do, and say nothing of it.
    """
    if title is not None:
        for number in range(min(len(lines), 12)):
            if _same(lines[number].words, title):
                return _headline(lines, number)
    telling = [number for number in candidates[-_LINES_ABOVE:] if outlet_of_line(lines[number].words) is None]
    if not telling:
        return None
    scored = [(number, _shared(content, lines[number])) for number in telling]
    good = [number for number, share in scored if share >= _SHARED and lines[number].length > 3]
    if good:
        return _headline(lines, good[0])
    best = max(scored, key=lambda pair: (lines[pair[0]].length > 3, pair[1], -pair[0]))
    return _headline(lines, best[0])


def _headline(lines: Sequence[Line], number: int) -> Headline:
    line = lines[number]
    named = after_title(line.words)
    if named is None:
        return Headline(number, line.span, line.words)
    end, outlet = named
    return Headline(number, Span(line.span.start, line.span.start + end), line.words[:end], outlet)


def _same(line: str, title: str) -> bool:
    told, given = words_of(line), words_of(title)
    if told == given:
        return True
    named = after_title(line)
    return named is not None and words_of(line[: named[0]]) == given


def _shared(content: str, line: Line) -> float:
    """The share of a line's telling words that stand in what follows it, compared without their endings."""
    named = after_title(line.words)
    words = words_of(line.words if named is None else line.words[: named[0]])
    telling = {word[:5] for word in words if word not in phrases("english", "small") and len(word) > 2}
    if not telling:
        return 0.0
    after = {word[:5] for word in words_of(content[line.span.end : line.span.end + _BEGINNING])}
    return len(telling & after) / len(telling)

"""Runs within a paragraph that are not story: before it, after it, and where a whole page became one line."""

import re
from collections.abc import Iterator, Sequence

from recount.clean.datelines import agency_run, closing_run, dated_run, inner_day, place_run
from recount.clean.dates import written_days
from recount.clean.lists import either, phrases, table, words_of
from recount.model import Span, Zone, ZoneKind

_LISTS = table("furniture")
_AGENCY = either(_LISTS["agencies"])
_COUNTER = re.compile(rf"[\s)]*(?:{either(_LISTS['counters'])})\b(?:\s+\d+)*")
_TAIL = re.compile(either(_LISTS["tails"]))
_TAIL_LEAD = re.compile(rf"(?<=[.!?”\"])\s+(?:\.\.\.\s*)?(?:\d{{1,6}}\s+)?(?:{either(_LISTS['tail_leads'])})\s+(?=\w)")
_TAIL_CAPTION = re.compile(r"[(\[](?i:file )?(?i:photos?|image|picture)\b[^()\[\]]{10,400}[)\]]\s*$")
_SIGN_OFF = re.compile(rf"(?<=[.!?”\"])\s*[-–—]+\s?(?:{_AGENCY})\.?\s*$")
_INNER_PLACE = re.compile(
    rf"\b[A-Z]{{4,}}(?:[ /][A-Z]{{3,}})?(?:\s[A-Z][a-z]+\s\d{{1,2}})?\s\((?:{_AGENCY})\)\s*[—–-]*\s*"
)
_KEYWORDS = re.compile(r"""(?<=[.!?"”])\s+Tags\s+""")
_OPENER = re.compile(rf"(?<=\s)(?:{either(table('english')['openers'])})\b|(?<=\s)\d|[.!?]\s")
_VERBS = phrases("english", "small") - {"of", "and", "the", "for", "on", "in"}
_SENTENCE_END = re.compile(r"""[.!?]["'”’)]*\s+""")
_BY = re.compile(r"\s*by\s+(?=[A-Z])", re.IGNORECASE)
_TITLE_END = re.compile(r"""\s?[.!?'"”]*(?=\s|$)""")
_WORD = re.compile(r"\w+")

# How far into a paragraph a page's head, or back from its end a page's foot, was ever seen to reach.
_HEAD = 700
_FOOT = 900
# A foot that was recognised may stand behind the titles of as many stories as fill so many characters.
_LINKS = 1800
_LONGEST_LINK = 40


def leading_zones(text: str, span: Span, title: str | None) -> tuple[list[Zone], int]:
    """What stands before the story in its first paragraph: day, title once more, agency, place. And where it ends.

    Such runs are taken as long as each follows the one before without a gap.
    """
    zones: list[Zone] = []
    words = [] if title is None else words_of(title)
    at = span.start
    for _ in range(8):
        at = _skip_space(text, at, span.end)
        step = _step(text, Span(at, span.end), words, zones)
        if step is None:
            break
        kind, end = step
        zones.append(trimmed(text, kind, at, end))
        at = end
        if kind is ZoneKind.HEADLINE:
            words = []
    if not text[at : span.end].strip():
        # Nothing is left: the title told again is the story itself, told in one line.
        zones = [Zone(ZoneKind.BODY, zone.span) if zone.kind is ZoneKind.HEADLINE else zone for zone in zones]
    return (zones, at)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _step(text: str, rest: Span, title: Sequence[str], before: Sequence[Zone]) -> tuple[ZoneKind, int] | None:
    dated = any(zone.kind is ZoneKind.DATELINE for zone in before)
    day = dated_run(text, rest.start)
    if day is not None and day <= rest.end:
        return (ZoneKind.DATELINE, day)
    repeated = _repeated(text, rest, title)
    if repeated is not None:
        return (ZoneKind.HEADLINE, repeated)
    counter = _COUNTER.match(text, rest.start, rest.end)
    if counter is not None:
        return (ZoneKind.FURNITURE, counter.end())
    writer = _writer(text, rest, title) if dated else None
    place = place_run(text, rest.start, after_day=dated)
    agency = agency_run(text, rest.start)
    if agency is not None and not before and dated_run(text, agency) is None:
        agency = None
    end = next((end for end in (writer, place, agency) if end is not None and end <= rest.end), None)
    return None if end is None else (ZoneKind.DATELINE, end)


def _repeated(text: str, rest: Span, title: Sequence[str]) -> int | None:
    """Where the title ends that is told again here, letter case and marks aside."""
    if len(title) < 3:
        return None
    end = rest.start
    words = _WORD.finditer(text, rest.start, rest.end)
    for told in title:
        match = next(words, None)
        if match is None or match.group().lower() != told:
            return None
        end = match.end()
    after = _TITLE_END.match(text, end, rest.end)
    return None if after is None else after.end()


def _writer(text: str, rest: Span, title: Sequence[str]) -> int | None:
    """Where "by …" ends: at the title told again, for a name alone does not show where it ends."""
    match = _BY.match(text, rest.start, rest.end)
    if match is None:
        return None
    for word in _WORD.finditer(text, match.end(), min(rest.end, match.end() + 60)):
        if _repeated(text, Span(word.start(), rest.end), title) is not None:
            return word.start()
    return None


def inner_zones(text: str, span: Span) -> list[Zone]:
    """The story of a paragraph, with keywords, linked titles and a second dateline near its beginning set apart."""
    found = sorted(_inner(text, Span(span.start, min(span.end, span.start + _HEAD))), key=lambda zone: zone.span)
    zones, at = [], span.start
    for zone in found:
        if zone.span.start < at:
            continue
        zones += [trimmed(text, ZoneKind.BODY, at, zone.span.start)] if text[at : zone.span.start].strip() else []
        zones.append(zone)
        at = zone.span.end
    return [*zones, *([trimmed(text, ZoneKind.BODY, at, span.end)] if text[at : span.end].strip() else [])]


def _inner(text: str, head: Span) -> Iterator[Zone]:
    keywords = _KEYWORDS.search(text, head.start, head.end)
    if keywords is not None:
        end = _OPENER.search(text, keywords.end(), head.end)
        if end is not None and _no_sentence(text[keywords.end() : end.start()]):
            yield trimmed(text, ZoneKind.FURNITURE, keywords.start(), end.start() + (text[end.start()] in ".!?"))
    place = _INNER_PLACE.search(text, head.start, head.end)
    if place is not None:
        yield trimmed(text, ZoneKind.DATELINE, place.start(), place.end())
        link = _since_sentence(text, Span(head.start, place.start()))
        if link is not None:
            yield link
    for written in written_days(text, head.start, head.end):
        counter = _COUNTER.match(text, written.span.end, head.end)
        run = written.span if counter is not None else inner_day(text, written)
        if run is not None:
            yield trimmed(text, ZoneKind.DATELINE, run.start, run.end)
            counter = counter or _COUNTER.match(text, run.end, head.end)
            if counter is not None:
                yield trimmed(text, ZoneKind.FURNITURE, counter.start(), counter.end())
            break


def _no_sentence(words: str) -> bool:
    """Whether a run is names and nouns alone, as keywords are."""
    told = words.split()
    return len(told) <= _LONGEST_LINK and not any(word in _VERBS for word in told)


def _since_sentence(text: str, span: Span) -> Zone | None:
    """Words without a verb's end between a lead's full stop and the place line: a credit, or another story's title."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, span.start, span.end)]
    if not ends or not text[ends[-1] : span.end].strip() or text.count(" ", ends[-1], span.end) > _LONGEST_LINK:
        return None
    return trimmed(text, ZoneKind.FURNITURE, ends[-1], span.end)


def trailing_zones(text: str, span: Span) -> tuple[int, list[Zone]]:
    """Where the story of the last paragraph ends, and what stands after it there: source line, links, legal lines."""
    zones: list[Zone] = []
    end = span.end
    for kind, start in _feet(text, span):
        if span.start < start < end:
            zones.insert(0, trimmed(text, kind, start, end))
            end = start
    return (end, zones) if text[span.start : end].strip() else (span.end, [])


def _feet(text: str, span: Span) -> Iterator[tuple[ZoneKind, int]]:
    """Where each run after the story begins, the last one first."""
    foot = max(span.start, span.end - _FOOT)
    end = span.end
    tail = _TAIL.search(text, foot, end)
    if tail is not None:
        end = tail.start()
        leads = _TAIL_LEAD.finditer(text, max(span.start, end - _LINKS), end)
        # Where whole sentences follow, the story goes on behind its keywords.
        lead = next((lead for lead in leads if _SENTENCE_END.search(text, lead.end(), end) is None), None)
        end = end if lead is None else lead.start()
        yield (ZoneKind.FURNITURE, end)
    closing = closing_run(text, Span(foot, end))
    if closing is not None and text.count(" ", closing.end, end) <= 3:
        if text[closing.end : end].strip():
            yield (ZoneKind.FURNITURE, closing.end)
        end = closing.start
        yield (ZoneKind.DATELINE, end)
    for kind, form in ((ZoneKind.DATELINE, _SIGN_OFF), (ZoneKind.CAPTION, _TAIL_CAPTION)):
        match = form.search(text, max(foot, end - 420), end)
        if match is not None:
            end = match.start()
            yield (kind, end)


def trimmed(text: str, kind: ZoneKind, start: int, end: int) -> Zone:
    """A zone without the space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Zone(kind, Span(start, end))

"""People by name who may speak: their names, their offices, and the bodies that they speak for."""

import re
from dataclasses import dataclass

from recount.extract.bodies import past_institution
from recount.extract.scene import Scene, once_a_scene
from recount.language.tokens import tokens
from recount.model import Source, SourceKind

# So many words may stand between somebody's office and the word before its body: "head of the press office at".
_OFFICE = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name; `last` is the token behind all that says who it is."""

    last: int
    source: Source


def named_behind(scene: Scene, position: int) -> tuple[int, str, int, str] | None:
    """An office and a name right behind a body: "Observatory director Rami X" gives the name and the office."""
    start = past_office(scene, position)
    name_end = _name_end(scene, start)
    if position == start or name_end is None:
        return None
    return start, scene.at(start, name_end).of(scene.text), name_end, scene.at(position, start).of(scene.text)


def past_office(scene: Scene, position: int) -> int:
    """The token behind words for what somebody is: "media activist", "foreign minister"."""
    while 0 <= position < len(scene.tokens):
        hit = scene.lists.words.reporting.at(scene.tokens, position)
        if hit is None or "office" not in hit.value:
            break
        position = hit.last
    return position


def _name_end(scene: Scene, start: int) -> int | None:
    """The end of a person's name: two to four capitalised words that no list knows otherwise."""
    last = start
    while last < len(scene.tokens) and last - start < 4 and _name_word(scene, last):
        last += 1
    return last if last - start >= 2 and not _of_building(scene, last) else None


def _of_building(scene: Scene, last: int) -> bool:
    """Whether a name goes on as that of a building or body: "Tarsk Central Hospital" is nobody called Tarsk Central."""
    return scene.is_a("named_buildings", last) and scene.tokens[last].capital


@once_a_scene
def _name_word(scene: Scene, position: int) -> bool:
    if position >= len(scene.tokens):
        return False
    token = scene.tokens[position]
    if not token.word or (token.text[:2].isupper() and len(token.text) > 3) or scene.is_a("no_person", position):
        return False
    if not token.capital:
        return token.lower in ("al", "bin", "el", "abu", "von", "van", "de") or token.lower.startswith(("al-", "el-"))
    if position in scene.in_days or "office" in _report_kind(scene, position):
        return False
    return not any(h.first <= position < h.last for h in scene.bodies) and not any(
        m.first <= position < m.last and not m.nation for m in scene.actors
    )


def _report_kind(scene: Scene, position: int) -> frozenset[str]:
    if not 0 <= position < len(scene.tokens):
        return frozenset()
    hit = scene.lists.words.reporting.at(scene.tokens, position)
    return frozenset() if hit is None or hit.last != position + 1 else hit.value


def of_group(scene: Scene, start: int) -> tuple[int, Source] | None:
    """Somebody by name who speaks for a group that is not named again: "the Tarsk-based group's director X Y"."""
    kind = start
    while adjective(scene, kind) or scene.is_a("before_kinds", kind) or scene.lower(kind).endswith("-based"):
        kind += 1
    # Reports that lost their apostrophes have "groups" for "group's".
    if not any(form in scene.small["body_kinds"] for form in (scene.lower(kind), scene.lower(kind).removesuffix("s"))):
        return None
    named = named_behind(scene, kind + 1)
    if named is None:
        return None
    return named[2], Source(named[1], SourceKind.PERSON, scene.at(named[0], named[2]), None, named[3])


@once_a_scene
def person_at(scene: Scene, start: int) -> Person | None:
    """ "spokesman Colonel X Y", "X Y", "X Y, director of the Observatory": a name, with the office and body near it."""
    name_start = past_office(scene, start)
    office = scene.at(start, name_start).of(scene.text) if name_start > start else None
    end = _name_end(scene, name_start)
    if end is None:
        told = None if office is None else _by_surname(scene, start, name_start) or _holder(scene, name_start, office)
        return told or _by_one_name(scene, start)
    words = scene.at(name_start, end).of(scene.text)
    if office is None and (
        scene.lists.countries.named(words) or words in scene.lists.places or _of_place(scene, start)
    ):
        return None
    behind = _office_behind(scene, end) or _body_of(scene, end, office)
    body = _body_near(scene, (start, name_start), end) if behind is None else behind[1]
    if office is None and body is None and name_start != start:
        return None
    role = behind[0] if office is None and behind is not None else office
    source = Source(words, SourceKind.PERSON, scene.at(name_start, end), body, role)
    return Person(end if behind is None else behind[2], source)


def _of_place(scene: Scene, start: int) -> bool:
    """Whether a name is that of a place, told behind "of" and its kind: "the rebel stronghold of X Y"."""
    return scene.lower(start - 1) == "of" and (
        scene.is_a("place_kinds", start - 2) or scene.is_a("holding_after", start - 2)
    )


def _by_surname(scene: Scene, start: int, position: int) -> Person | None:
    """Somebody told by office, from `start` on, and surname alone, by the full name told before: "Colonel X said",
    "according to Colonel X", "Colonel X, quoting residents, said"."""
    if not (position < len(scene.tokens) and scene.tokens[position].capital and _name_word(scene, position)):
        return None
    verb = position + 2 if scene.lower(position + 1) == "," else position + 1
    speaks = any(hit.first == verb and hit.value & {"says", "told", "quoted"} for hit in scene.reporting)
    if not speaks and not any(hit.last == start and "after" in hit.value for hit in scene.reporting):
        return None
    span = scene.at(position, position + 1)
    name = full_name(scene, position) or span.of(scene.text)
    return Person(position + 1, Source(name, SourceKind.PERSON, span, None, scene.at(start, position).of(scene.text)))


def _holder(scene: Scene, start: int, office: str) -> Person | None:
    """Who holds an office that is told with its body first: "the head of the hospital, Dr X Y"."""
    if scene.lower(start) not in ("of", "for"):
        return None
    comma = next((p for p in range(start + 1, start + 2 + _OFFICE * 2) if scene.lower(p) == ","), None)
    if comma is None or not all(scene.tokens[p].word for p in range(start, comma)):
        return None
    name_start = past_office(scene, comma + 1)
    end = _name_end(scene, name_start)
    if end is None or scene.lists.countries.named(words := scene.at(name_start, end).of(scene.text)) is not None:
        return None
    body = _body_behind(scene, start + 1)
    source = Source(words, SourceKind.PERSON, scene.at(name_start, end), None if body is None else body[0], office)
    return Person(end, source)


def _by_one_name(scene: Scene, start: int) -> Person | None:
    """Somebody who goes by one name, told with office and body: "X, director of the Tarsk Human Rights Group"."""
    if not _name_word(scene, start) or not scene.tokens[start].capital or scene.is_a("placing", start - 1):
        return None
    span = scene.at(start, start + 1)
    known = span.of(scene.text) in scene.lists.places or scene.lists.countries.named(span.of(scene.text)) is not None
    alone = start == 0 or not (scene.tokens[start - 1].capital and scene.tokens[start - 1].word)
    behind = _office_behind(scene, start + 1) if alone and not known and scene.lower(start + 1) == "," else None
    if behind is None:
        return None
    return Person(behind[2], Source(span.of(scene.text), SourceKind.PERSON, span, behind[1], behind[0]))


def full_name(scene: Scene, position: int) -> str | None:
    """The name that a report told before of whom it calls by a surname: "Xavi Yarrow" for "Yarrow"."""
    surname = scene.tokens[position].text
    before = scene.text[: scene.tokens[position].start]
    told = re.finditer(rf"\b([A-Z][\w’'-]*[a-z]) {re.escape(surname)}\b", before)
    return next((name[0] for name in told if _forename(scene, name[1])), None)


def _forename(scene: Scene, word: str) -> bool:
    """Whether a capitalised word before a surname can be a first name: no office, country or word of a body."""
    titles = scene.lists.words.reporting.at(tokens(word), 0)
    no_name = any(word.lower() in scene.small[kind] for kind in ("opening", "no_person", "articles"))
    other = scene.lists.countries.named(word) or scene.lists.countries.by_adjective(word)
    return titles is None and not no_name and other is None


def known_by_surname(scene: Scene, position: int) -> Source | None:
    """Who is told by a surname alone, whom the report has named before: "Yarrow said"."""
    token = scene.tokens[position]
    if not (token.capital and _name_word(scene, position)) or token.text in scene.lists.places:
        return None
    if position > 0 and scene.tokens[position - 1].capital and scene.tokens[position - 1].word:
        return None
    name = None if scene.lists.countries.named(token.text) else full_name(scene, position)
    return None if name is None else Source(name, SourceKind.PERSON, scene.at(position, position + 1))


def _office_behind(scene: Scene, end: int) -> tuple[str, str, int] | None:
    """The office, its body and the end of both behind a name: "X Y, a spokesman for the Z", "X Y - the head of Z"."""
    start = end + 1 if scene.lower(end) in (",", "-", "–", "—") else end
    while scene.is_a("articles", start) or adjective(scene, start):
        start += 1
    first, start = start, past_office(scene, start)
    if start == first:
        return None
    for link in range(start, start + _OFFICE):
        if scene.is_a("speaking_for", link):
            body = _body_behind(scene, link + 1)
            if body is not None:
                return scene.at(first, start).of(scene.text), *body
        if not scene.lower(link).isalpha():
            break
    return None


def _body_of(scene: Scene, end: int, office: str | None) -> tuple[str | None, str, int] | None:
    """The office of somebody, and the body told right behind the name: "Colonel X Y of the 5th Division"."""
    body = _body_behind(scene, end + 1) if scene.lower(end) in ("of", "from") else None
    return None if body is None else (office, *body)


def _numbered(scene: Scene, start: int) -> tuple[str, int] | None:
    """A part of an army by its number, and its end: "5th Infantry Division"."""
    if not (scene.lower(start).isdigit() and scene.is_a("ordinal_ends", start + 1)):
        return None
    last = start + 2
    while last < len(scene.tokens) and scene.tokens[last].capital and scene.tokens[last].word:
        last += 1
    return (scene.at(start, last).of(scene.text), last) if scene.is_a("institutions", last - 1) else None


def _body_behind(scene: Scene, position: int) -> tuple[str, int] | None:
    """The name of a body, past an article, and its end: one that a list has, a side, or one told by its kind."""
    start = position + 1 if scene.is_a("articles", position) else position
    for hit in scene.bodies:
        if hit.first == start:
            return hit.value.name, hit.last
    numbered = _numbered(scene, start)
    if numbered is not None:
        return numbered
    last = past_institution(scene, start)
    if last is not None:
        return scene.at(start, last).of(scene.text), last
    mention = next((m for m in scene.actors if m.first == start and not m.nation and not m.held), None)
    return None if mention is None else (mention.name, mention.last)


def _body_near(scene: Scene, starts: tuple[int, int], end: int) -> str | None:
    """The body beside a name, unless a word between tells that it only heard him: "X Y told Reuters".

    `starts` are where his office begins and where his name does.
    """
    start, name_start = starts
    for hit in scene.bodies:
        if any(min(start, hit.first) <= verb < max(end, hit.last) for verb in scene.saying):
            continue
        if start - 6 <= hit.first < start or end <= hit.first <= end + 6:
            return hit.value.name
    for mention in scene.actors:
        if start - 3 <= mention.last <= name_start and not mention.held:
            return mention.name
    return None


def adjective(scene: Scene, position: int) -> bool:
    """Whether a token says of what kind somebody is who speaks: "senior", "Kurdish"."""
    if position >= len(scene.tokens):
        return False
    text = scene.tokens[position].text
    return scene.is_a("source_adjectives", position) or scene.lists.countries.by_adjective(text) is not None

"""Somebody who may speak: bodies, people by name, with or without an office, and people without a name."""

from dataclasses import dataclass

from recount.extract.actors import ActorMention
from recount.extract.bodies import by_initials, name_before_kind, name_beside_kind, past_initials, past_institution
from recount.extract.persons import adjective, named_behind, of_group, person_at
from recount.extract.scene import Scene, once_a_scene
from recount.knowledge.actors import SAME
from recount.language.phrases import Hit
from recount.model import Source, SourceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, named by the tokens `first` up to, not including, `last`.

    `again` means somebody who was named before ("he", "the group"), `monitor` an unnamed monitoring group.
    """

    first: int
    last: int
    source: Source | None
    again: bool = False
    monitor: bool = False


@once_a_scene
def speaker_at(scene: Scene, position: int, exact: bool = False) -> Speaker | None:
    """The speaker that begins at a token; past an article unless `exact`."""
    start = position
    if not exact and (before := _named_before(scene, position)) is not None:
        return before
    while not exact and scene.is_a("articles", start):
        start += 1
    if start >= len(scene.tokens):
        return None
    return (
        _institution(scene, start)
        or _ministry(scene, start)
        or _person(scene, start)
        or body_at(scene, start)
        or _of_group(scene, start)
        or _by_kind(scene, start)
        or _of_a_kind(scene, start)
        or _unnamed(scene, start)
        or _of_country(scene, start)
        or _actor(scene, start)
        or _in_initials(scene, start)
        or _capital(scene, start)
    )


def body_at(scene: Scene, start: int) -> Speaker | None:
    """A body that a list knows, at a token or right behind "the" there; or somebody by name who speaks for it."""
    for hit in scene.bodies:
        # Lists have "The Associated Press", too.
        article = scene.lower(min(start, hit.first)) == "the" and abs(hit.first - start) == 1
        if hit.first == start or article:
            named = named_behind(scene, hit.last)
            if named is not None:
                person = Source(named[1], SourceKind.PERSON, scene.at(named[0], named[2]), hit.value.name, named[3])
                return Speaker(start, named[2], person)
            last = _past_noun(scene, hit.last)
            return Speaker(start, last, Source(hit.value.name, SourceKind.BODY, scene.at(hit.first, hit.last)))
    return None


def _institution(scene: Scene, start: int) -> Speaker | None:
    """A body that no list knows, or somebody by name who speaks for it."""
    last = past_institution(scene, start)
    if last is None:
        return None
    name = scene.at(start, last)
    words = name.of(scene.text)
    named = named_behind(scene, last)
    if named is None:
        return Speaker(start, _past_noun(scene, last), Source(words, SourceKind.BODY, name))
    return Speaker(start, named[2], Source(named[1], SourceKind.PERSON, scene.at(named[0], named[2]), words, named[3]))


def _ministry(scene: Scene, start: int) -> Speaker | None:
    """A part of a government in small letters: "Veldania's defence ministry"; with no country it stays unnamed."""
    kind = start + 1 if scene.tokens[start].capital and not scene.is_a("branches", start) else start
    last = kind
    while scene.is_a("branches", last):
        last += 1
    opens = scene.is_a("opening", start) or scene.is_a("articles", start)
    if last == kind or opens or not scene.is_a("institutions", last):
        return None
    if any(hit.first <= last and start < hit.last for hit in scene.bodies):
        return None
    span = scene.at(start, last + 1)
    body = SourceKind.BODY if kind > start else SourceKind.UNNAMED
    return Speaker(start, last + 1, Source(span.of(scene.text), body, span))


def _past_noun(scene: Scene, last: int) -> int:
    """Past words that only say what a body is: "the SANA news agency", "the Observatory monitor"."""
    while scene.is_a("body_nouns", last) or _initials(scene, last):
        last += 1
    return last


def _initials(scene: Scene, position: int) -> bool:
    return scene.lower(position - 1) == "(" and scene.lower(position + 1) == ")"


def _person(scene: Scene, start: int) -> Speaker | None:
    person = person_at(scene, start)
    return None if person is None else Speaker(start, person.last, person.source)


def _unnamed(scene: Scene, start: int) -> Speaker | None:
    hit = scene.lists.words.reporting.at(scene.tokens, start)
    if hit is None:
        return None
    hit = _more_of(scene, hit)
    span = scene.at(hit.first, hit.last)
    if "again" in hit.value:
        return Speaker(start, hit.last, None, again=True)
    if "monitor" in hit.value:
        return Speaker(start, hit.last, Source(span.of(scene.text), SourceKind.UNNAMED, span), monitor=True)
    if "unnamed" in hit.value and scene.lower(hit.first) == "statement" and _in_it(scene, hit.first):
        return None
    if "unnamed" in hit.value:
        named = person_at(scene, hit.last)
        if named is not None:
            # "Army chief X Y" is not the army.
            return Speaker(start, named.last, named.source)
        name = name_before_kind(scene, hit.first, hit.last)
        if name is not None:
            # "Tarsk News website" has a capital that is of the name.
            span = scene.at(name, hit.first + (scene.tokens[hit.first].capital and hit.last - hit.first > 1))
            return Speaker(described_from(scene, name), hit.last, Source(span.of(scene.text), SourceKind.BODY, span))
        first, last = described_from(scene, hit.first), _with_body(scene, hit.last)
        words = scene.at(first, last).of(scene.text)
        return Speaker(first, last, Source(words, SourceKind.UNNAMED, scene.at(first, last)))
    return None


def _in_it(scene: Scene, position: int) -> bool:
    """Whether something is said in a statement: "in a statement", "in its statement"."""
    return scene.lower(position - 1) == "in" or scene.lower(position - 2) == "in"


def _of_country(scene: Scene, start: int) -> Speaker | None:
    """Somebody unnamed told with a country: "a US intelligence report", "Iraqi medical sources"."""
    nation = next((m for m in scene.actors if m.first == start and m.nation), None)
    kind = start if nation is None else nation.last
    while adjective(scene, kind):
        kind += 1
    for position in range(kind, start, -1):
        hit = scene.lists.words.reporting.at(scene.tokens, position) if position < len(scene.tokens) else None
        if hit is not None and "unnamed" in hit.value:
            span = scene.at(start, hit.last)
            return Speaker(start, hit.last, Source(span.of(scene.text), SourceKind.UNNAMED, span))
    return None


def _of_group(scene: Scene, start: int) -> Speaker | None:
    person = of_group(scene, start)
    return None if person is None else Speaker(start, person[0], person[1], monitor=True)


def _by_kind(scene: Scene, start: int) -> Speaker | None:
    """A body by its own name, behind a word for its kind: "the rights group Tarska"."""
    name = name_beside_kind(scene, start)
    if name is None:
        return None
    span = scene.at(*name)
    return Speaker(start, name[1], Source(span.of(scene.text), SourceKind.BODY, span))


def _in_initials(scene: Scene, start: int) -> Speaker | None:
    """A body that no list knows, by its initials right before or behind a word for saying: "the TCR said"."""
    last = past_initials(scene, start)
    if last is None or not (_says(scene, last) or _says_before(scene, start)):
        return None
    return Speaker(start, last, Source(by_initials(scene, start), SourceKind.BODY, scene.at(start, last)))


def _capital(scene: Scene, start: int) -> Speaker | None:
    """A government by the capital that it sits in, at the start of a clause and right before a verb: "Tarsk said"."""
    if start > 0 and scene.tokens[start - 1].word and scene.part(start - 1) not in ("clause", "join"):
        return None
    for last in (start + 2, start + 1):
        if not (scene.tokens[start].capital and _says(scene, last)):
            continue
        name = scene.at(start, last).of(scene.text)
        country = next((c for c in scene.lists.countries if c.capital == name), None)
        if country is not None:
            return Speaker(start, last, Source(country.government, SourceKind.BODY, scene.at(start, last)))
    return None


def _says(scene: Scene, position: int) -> bool:
    """Whether a verb for saying stands at a token, a comma left out."""
    return position + (scene.lower(position) == ",") in scene.saying


def _says_before(scene: Scene, position: int) -> bool:
    """Whether a word for saying ends before a token, an article left out."""
    before = position - 1 if scene.is_a("articles", position - 1) else position
    return any(hit.last == before and hit.value & {"after", "says"} for hit in scene.reporting)


def _named_before(scene: Scene, position: int) -> Speaker | None:
    """Somebody who was named before, told by an article and what he is: "according to the report"."""
    hit = scene.lists.words.reporting.at(scene.tokens, position) if scene.is_a("articles", position) else None
    return None if hit is None or "again" not in hit.value else Speaker(position, hit.last, None, again=True)


def _more_of(scene: Scene, hit: Hit[frozenset[str]]) -> Hit[frozenset[str]]:
    """Who is meant where a word for somebody only says more of the next one: "an official military spokesman"."""
    ahead = hit.last
    while adjective(scene, ahead):
        ahead += 1
    other = scene.lists.words.reporting.at(scene.tokens, ahead) if hit.last < ahead < len(scene.tokens) else None
    both = other is not None and "unnamed" in hit.value and "unnamed" in other.value
    return other if other is not None and both else hit


def _of_a_kind(scene: Scene, start: int) -> Speaker | None:
    """A body told again by its kind, behind an article and whose it is: "the London-based opposition organisation"."""
    kind = start + 1
    while adjective(scene, kind) or scene.lower(kind).endswith("-based"):
        kind += 1
    told = scene.lower(start) == "the" and kind > start + 1 and scene.is_a("body_kinds", kind)
    return Speaker(start, kind + 1, None, again=True) if told else None


def described_from(scene: Scene, first: int) -> int:
    """Where the words begin that say of what kind somebody unnamed is: "military source", "Reuters witness"."""
    while first > 0:
        if _shared(scene, first):
            first -= 2
            continue
        side = next((m.first for m in scene.actors if m.last == first and not m.held and not m.nation), None)
        body = any(hit.last == first for hit in scene.bodies) or past_initials(scene, first - 1) is not None
        if side is None and not body and not adjective(scene, first - 1):
            break
        first = first - 1 if side is None else side
    return first


def _shared(scene: Scene, first: int) -> bool:
    """Whether "and" joins two kinds of the same people: "security and medical sources", but "police and residents"."""
    if scene.lower(first - 1) != "and" or not (adjective(scene, first) and adjective(scene, first - 2)):
        return False
    return scene.lists.words.reporting.at(scene.tokens, first - 2) is None


def _with_body(scene: Scene, last: int) -> int:
    """ "a source at Aleppo Police Command", "a source in the Defence Ministry": as far as its name goes."""
    if not scene.is_a("speaking_for", last):
        return last
    end = last + 1
    while scene.lower(end) in ("the", "to"):
        end += 1
    near = next((m for m in scene.actors if m.first == end), None)
    if near is not None and scene.lower(last) == "close":
        return near.last
    name = end
    while end < len(scene.tokens) and scene.tokens[end].capital and scene.tokens[end].word:
        end += 1
    return end if any(_of_body(scene, p) for p in range(name, end)) else last


def _of_body(scene: Scene, position: int) -> bool:
    return any(scene.is_a(kind, position) for kind in ("body_words", "institutions", "forces_words"))


def _acted_on(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side cannot be who speaks: a country told as a place, or whom something is done against."""
    before = mention.first - 2 if scene.lower(mention.first - 1) == "the" else mention.first - 1
    if scene.lower(before) == "by" and not any(scene.is_a(kind, before - 1) for kind in ("speeches", "report_nouns")):
        return not any(hit.last == before + 1 and "after" in hit.value for hit in scene.reporting)
    place = mention.first - 1
    while scene.is_a("directions", place):
        place -= 1
    return scene.lower(before) == "against" or (mention.nation and scene.is_a("placing", place))


def _actor(scene: Scene, start: int) -> Speaker | None:
    """A side that speaks, under the name that a list has for it; a country's ministry or forces as they are told."""
    for mention in scene.actors:
        if mention.first == start and not mention.held and not _acted_on(scene, mention):
            span = scene.at(mention.first, mention.last)
            if mention.name == SAME:
                return Speaker(start, mention.last, None, again=True)
            actor = scene.lists.actors.by_name.get(mention.name)
            country = mention.of_country or (actor is not None and actor.name == actor.country and not mention.nation)
            told = scene.is_a("body_words", mention.last - 1) or country
            name = span.of(scene.text) if told else mention.name
            return Speaker(start, mention.last, Source(name, SourceKind.BODY, span))
    return None

"""Who says so: the chains of sources that a sentence tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recount.extract.bodies import past_institution
from recount.extract.scene import Scene
from recount.language.tokens import tokens
from recount.model import Chain, Source, SourceKind

# How far from a word like "said" its speaker may end, or begin where it follows.
_LEFT, _RIGHT = 9, 4


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


@dataclass(frozen=True, slots=True)
class Said:
    """A chain as the sentence tells it, nearest to the event first; `verb` is the token of the word that tells it."""

    verb: int
    speakers: tuple[Speaker, ...]

    @property
    def ranges(self) -> list[range]:
        """The tokens of the speakers."""
        return [range(s.first, s.last) for s in self.speakers]


def find_said(scene: Scene, known: Mapping[str, Source]) -> list[Said]:
    """Every chain of a sentence, from left to right; independent speakers of one word are chains of their own.

    `known` are those who spoke before, by the word that names them for short: "the Centre", a surname.
    """
    found: list[Said] = []
    used: set[int] = set()
    for hit in scene.reporting:
        if hit.first in used:
            continue
        chains: list[Said] = []
        if "after" in hit.value:
            chains = [Said(hit.first, (s,)) for s in _listed_right(scene, hit.last)]
        elif "says" in hit.value or "told" in hit.value:
            chains = _by_verb(scene, hit.first, hit.last, "told" in hit.value) or _in_short(scene, hit.first, known)
            chains = chains or [Said(hit.first, (s,)) for s in _people_left(scene, hit.first)]
        for chain in chains:
            if not any(set(r) & used for r in chain.ranges):
                found.append(Said(chain.verb, tuple(_as_known(scene, s, known) for s in chain.speakers)))
        used |= {p for chain in chains for r in chain.ranges for p in r}
    return found


def _in_short(scene: Scene, verb: int, known: Mapping[str, Source]) -> list[Said]:
    """Somebody who spoke before, told right before a verb by one word alone: "the Centre said", "Xavier added"."""
    before = verb - 1
    source = known.get(short(scene.lower(before))) if before >= 0 and scene.tokens[before].capital else None
    return [] if source is None else [Said(verb, (Speaker(before, verb, source),))]


def _as_known(scene: Scene, speaker: Speaker, known: Mapping[str, Source]) -> Speaker:
    """A speaker told by a word that another body of this report has in its name is that body."""
    name = range(speaker.first, speaker.last)
    words = [p for p in name if not scene.is_a("articles", p)]
    if len(words) != 1 or not scene.is_a("institutions", words[0]):
        return speaker
    source = known.get(scene.lower(words[0]))
    return speaker if source is None else replace(speaker, source=source, again=False, monitor=False)


def short(word: str) -> str:
    """A surname without the article that it may be told with or without: al-Xavi, Xavi."""
    return word.removeprefix("al-").removeprefix("el-")


def _people_left(scene: Scene, verb: int) -> list[Speaker]:
    """People of any kind who speak right before a verb: "a widow told", "soldiers said"; not those just counted."""
    for first in range(max(0, verb - 3), verb):
        hit = scene.people_at(first)
        if hit is None or hit.last != verb:
            continue
        start = _described(scene, first)
        if start == 0 or scene.is_a("one", start - 1) or not scene.tokens[start - 1].word:
            span = scene.at(start, verb)
            return [Speaker(start, verb, Source(span.of(scene.text), SourceKind.UNNAMED, span))]
    return []


def short_names(scene: Scene, source: Source) -> list[str]:
    """The words by which somebody who spoke may be named later: a surname, or the kind of a body that no list knows."""
    words = [token.lower for token in tokens(source.name)]
    if source.kind is SourceKind.PERSON:
        return [short(words[-1])]
    listed = source.name in scene.lists.sources.by_name
    return [] if listed else [word for word in words if word in scene.small["institutions"]]


def _by_verb(scene: Scene, verb: int, after: int, told: bool) -> list[Said]:
    left = _speaker_left(scene, verb)
    if told:
        right = _speaker_at(scene, after)
        if left is not None and right is not None and right.source is not None:
            return [Said(verb, (left, right))]
        return [] if left is None else [Said(verb, (left,))]
    if scene.lower(verb) in ("quoted", "quoting", "citing", "cited", "quotes", "cites"):
        right = _speaker_at(scene, after)
        if right is not None:
            return [Said(verb, (right, left) if left is not None else (right,))]
        return []
    if left is not None and scene.lower(left.last) == "," and left.last == verb - 1:
        left = _closing(scene, after) or left
    if left is None and scene.lower(verb) in ("said", "added", "reported", "says", "confirmed"):
        left = _speaker_at(scene, after)
    return [] if left is None else [Said(verb, (left,))]


def _closing(scene: Scene, start: int) -> Speaker | None:
    """The speaker with whom a clause ends, behind its verb: "killed nine residents, said medics."."""
    speaker = _speaker_at(scene, start)
    ends = speaker is not None and (speaker.last >= len(scene.tokens) or not scene.tokens[speaker.last].word)
    return speaker if ends else None


def _listed_right(scene: Scene, start: int) -> list[Speaker]:
    """Speakers behind "according to", past words that say what they are: "Syrian news agency X"."""
    speakers = []
    speaker = _speaker_at(scene, start)
    ahead = next((hit for hit in scene.bodies if start <= hit.first <= start + _RIGHT), None)
    if ahead is not None and (speaker is None or speaker.source is None or speaker.source.kind is not SourceKind.BODY):
        body = _body(scene, ahead.first)
        if body is not None and not any(scene.lower(p) in (",", "and", ".") for p in range(start, ahead.first)):
            speaker = body
    while speaker is not None:
        speakers.append(speaker)
        position = speaker.last
        if scene.lower(position) != "and":
            break
        speaker = _speaker_at(scene, position + 1)
    return speakers


def _speaker_left(scene: Scene, verb: int) -> Speaker | None:
    """The speaker that ends nearest before a verb, past what says more of him: ", who relies on a network, told"."""
    best: Speaker | None = None
    for start in range(max(0, verb - _LEFT - 5), verb):
        speaker = _speaker_at(scene, start, exact=True)
        if speaker is None or speaker.last > verb or not _clear(scene, speaker.last, verb):
            continue
        if best is None or speaker.last > best.last or (speaker.last == best.last and _fuller(speaker, best)):
            best = speaker
    return best


def _fuller(one: Speaker, other: Speaker) -> bool:
    """Whether one of two that end alike says more: a name more than "he", but "the source" is who spoke before."""
    return other.source is None and not other.again and one.source is not None


def _clear(scene: Scene, first: int, verb: int) -> bool:
    """Whether the words between a speaker and the verb let it be his: few, and no other speaker's verb."""
    between = [scene.lower(p) for p in range(_past_place(scene, first), verb)]
    if "," in between[:1] and len(between) <= 16 and "who" in between:
        return True
    return len(between) <= _LEFT - 4 and not (
        {",", ";", "said", "when", "and", "while", "killed", "in", "by"} & set(between[:-1])
    )


def _past_place(scene: Scene, position: int) -> int:
    """Past where a speaker is: "activists in rural Tarsk province"."""
    end = position + 1
    if not scene.is_a("placing", position):
        return position
    while scene.is_a("directions", end):
        end += 1
    name = end
    while end < len(scene.tokens) and scene.tokens[end].capital and scene.tokens[end].word:
        end += 1
    if end == name:
        return position
    while scene.is_a("place_kinds", end):
        end += 1
    return end


def _speaker_at(scene: Scene, position: int, exact: bool = False) -> Speaker | None:
    """The speaker that begins at a token; past an article unless `exact`."""
    start = position
    while not exact and scene.is_a("articles", start):
        start += 1
    if start >= len(scene.tokens):
        return None
    return (
        _institution(scene, start)
        or _ministry(scene, start)
        or _person(scene, start)
        or _body(scene, start)
        or _unnamed(scene, start)
        or _actor(scene, start)
    )


def _body(scene: Scene, start: int) -> Speaker | None:
    for hit in scene.bodies:
        if hit.first == start or (hit.first == start + 1 and scene.lower(start) == "the"):
            named = _named_behind(scene, hit.last)
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
    named = _named_behind(scene, last)
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


def _named_behind(scene: Scene, position: int) -> tuple[int, str, int, str] | None:
    """An office and a name right behind a body: "Observatory director Rami X" gives the name and the office."""
    office_at = position
    office = []
    while "office" in _report_kind(scene, position):
        office.append(scene.tokens[position].text)
        position += 1
    name_end = _name_end(scene, position)
    if position == office_at or name_end is None:
        return None
    return position, scene.at(position, name_end).of(scene.text), name_end, " ".join(office)


def _name_end(scene: Scene, start: int) -> int | None:
    """The end of a person's name: two to four capitalised words that no list knows otherwise."""
    last = start
    while last < len(scene.tokens) and last - start < 4 and _name_word(scene, last):
        last += 1
    return last if last - start >= 2 else None


def _name_word(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    if not token.word or (token.text[:2].isupper() and len(token.text) > 3) or scene.is_a("no_person", position):
        return False
    if not token.capital:
        return token.lower in ("al", "bin", "el", "abu", "von", "van", "de") or token.lower.startswith(("al-", "el-"))
    if any(d.first <= position < d.last for d in scene.days) or "office" in _report_kind(scene, position):
        return False
    return not any(h.first <= position < h.last for h in scene.bodies) and not any(
        m.first <= position < m.last and not m.nation for m in scene.actors
    )


def _report_kind(scene: Scene, position: int) -> frozenset[str]:
    if not 0 <= position < len(scene.tokens):
        return frozenset()
    hit = scene.lists.words.reporting.at(scene.tokens, position)
    return frozenset() if hit is None or hit.last != position + 1 else hit.value


def _person(scene: Scene, start: int) -> Speaker | None:
    """ "spokesman Colonel X Y", "X Y", "director of the Observatory, X Y": a name, with the office and body near it."""
    name_start = start
    office = []
    while "office" in _report_kind(scene, name_start):
        office.append(scene.tokens[name_start].text)
        name_start += 1
    end = _name_end(scene, name_start)
    if end is None:
        return None
    words = scene.at(name_start, end).of(scene.text)
    if not office and (scene.lists.countries.named(words) or words in scene.lists.places):
        return None
    body = _body_near(scene, start, end)
    if not office and body is None and name_start != start:
        return None
    source = Source(words, SourceKind.PERSON, scene.at(name_start, end), body, " ".join(office) or None)
    return Speaker(start, end, source)


def _body_near(scene: Scene, start: int, end: int) -> str | None:
    """The body beside a name, unless a word between tells that it only heard him: "X Y told Reuters"."""
    verbs = [hit.first for hit in scene.reporting if hit.value & {"says", "told"}]
    for hit in scene.bodies:
        if any(min(start, hit.first) <= verb < max(end, hit.last) for verb in verbs):
            continue
        if start - 6 <= hit.first < start or end <= hit.first <= end + 6:
            return hit.value.name
    for mention in scene.actors:
        if start - 3 <= mention.last <= start and not mention.held:
            return mention.name
    return None


def _unnamed(scene: Scene, start: int) -> Speaker | None:
    hit = scene.lists.words.reporting.at(scene.tokens, start)
    if hit is None:
        return None
    span = scene.at(hit.first, hit.last)
    if "again" in hit.value:
        return Speaker(start, hit.last, None, again=True)
    if "monitor" in hit.value:
        return Speaker(start, hit.last, Source(span.of(scene.text), SourceKind.UNNAMED, span), monitor=True)
    if "unnamed" in hit.value:
        first, last = _described(scene, hit.first), _with_body(scene, hit.last)
        words = scene.at(first, last).of(scene.text)
        return Speaker(first, last, Source(words, SourceKind.UNNAMED, scene.at(first, last)))
    return None


def _described(scene: Scene, first: int) -> int:
    """Where the words begin that say of what kind somebody unnamed is: "military source", "Reuters witness"."""
    while first > 0 and (_adjective(scene, first - 1) or any(hit.last == first for hit in scene.bodies)):
        first -= 1
    return first


def _adjective(scene: Scene, position: int) -> bool:
    text = scene.tokens[position].text
    return scene.is_a("source_adjectives", position) or scene.lists.countries.by_adjective(text) is not None


def _with_body(scene: Scene, last: int) -> int:
    """ "a source at Aleppo Police Command", "a source in the Defence Ministry": as far as its name goes."""
    if not scene.is_a("speaking_for", last):
        return last
    end = last + 1
    while scene.lower(end) in ("the", "to"):
        end += 1
    name = end
    while end < len(scene.tokens) and scene.tokens[end].capital and scene.tokens[end].word:
        end += 1
    return end if any(_of_body(scene, p) for p in range(name, end)) else last


def _of_body(scene: Scene, position: int) -> bool:
    return any(scene.is_a(kind, position) for kind in ("body_words", "institutions", "forces_words"))


def _actor(scene: Scene, start: int) -> Speaker | None:
    for mention in scene.actors:
        if mention.first == start and not mention.held:
            span = scene.at(mention.first, mention.last)
            ministry = scene.lower(mention.last - 1) in scene.small["body_words"]
            return Speaker(
                start, mention.last, Source(span.of(scene.text) if ministry else mention.name, SourceKind.BODY, span)
            )
    return None


def settle(said: Said, last: Sequence[Source], monitor: Source | None) -> Chain:
    """The chain with whom it refers back to: whoever spoke last, or the monitor that the report names."""
    chain: list[Source] = []
    for speaker in said.speakers:
        if speaker.again:
            chain += last
        elif speaker.monitor and monitor is not None:
            chain.append(monitor)
        elif speaker.source is not None:
            chain.append(speaker.source)
    return tuple(chain)

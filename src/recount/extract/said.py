"""Who says so: the chains of sources that a sentence tells, by its words for saying."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.extract.claimants import deed_claimed
from recount.extract.persons import known_by_surname
from recount.extract.scene import Scene
from recount.extract.speakers import Speaker, body_at, described_from, speaker_at
from recount.language.phrases import Hit
from recount.language.tokens import tokens
from recount.model import Chain, Source, SourceKind

# How many words may stand between a speaker and his verb, how many the speaker's own words reach back, and how far
# behind "according to" a body may be named.
_BETWEEN, _OWN, _RIGHT = 5, 9, 4
# How far behind "claimed" the lives may stand that it took.
_LIVES = 6
# How long an aside may be that says more of a speaker before his verb.
_ASIDE = 32


@dataclass(frozen=True, slots=True)
class Said:
    """A chain as the sentence tells it, nearest to the event first; `verb` is the token of the word that tells it.

    `aside` are tokens that only say more of the speaker.
    """

    verb: int
    speakers: tuple[Speaker, ...]
    aside: range = range(0)

    @property
    def ranges(self) -> list[range]:
        """The tokens of the speakers, with what only says more of them."""
        return [*(range(s.first, s.last) for s in self.speakers), self.aside]


def find_said(scene: Scene, known: Mapping[str, Source]) -> list[Said]:
    """Every chain of a sentence, from left to right; independent speakers of one word are chains of their own.

    `known` are those who spoke before, by the word that names them for short: "the Centre", a surname.
    """
    found: list[Said] = []
    used: set[int] = set()
    for hit in scene.reporting:
        if hit.first in used or _on_nobodys_word(scene, hit):
            continue
        told = _chains_of(scene, hit, known, used)
        if told and _is_noun(scene, hit):
            # What reports tell is not on the word of whoever looks into them.
            found = []
        if told and found and scene.is_a("citing", hit.first) and _right_behind(scene, found[-1], hit.first):
            # "X reported citing Y": it is Y's word, told by X.
            speakers = (*told[0].speakers, *found.pop().speakers)
            told, used = [replace(told[0], speakers=speakers), *told[1:]], set()
        for chain in told:
            if not any(set(r) & used for r in chain.ranges):
                found.append(replace(chain, speakers=tuple(_as_known(scene, s, known) for s in chain.speakers)))
        used |= {p for chain in told for r in chain.ranges for p in r}
    return found


def _on_nobodys_word(scene: Scene, hit: Hit[frozenset[str]]) -> bool:
    """Whether a word tells of no word of anybody: "the alleged shooting", "believed to be thieves", a deed claimed."""
    participle = scene.is_a("articles", hit.first - 1) and scene.lower(hit.first).endswith("ed")
    thought = scene.is_a("thought", hit.first) and scene.lower(hit.last) == "to"
    return participle or thought or _takes_lives(scene, hit) or deed_claimed(scene, hit.first) is not None


def _chains_of(scene: Scene, hit: Hit[frozenset[str]], known: Mapping[str, Source], used: Container[int]) -> list[Said]:
    """The chains that one word tells: reports, who stands behind "according to", or who is the subject of "said"."""
    if _is_noun(scene, hit):
        return _reports(scene, hit)
    if "after" in hit.value:
        told = _quoting(scene, hit, used) or [Said(hit.first, (s,)) for s in _listed_right(scene, hit.last)]
        # "X Y said by telephone" is on the word of no telephone.
        return told or (_by_verb(scene, hit) if scene.lower(hit.last - 1) == "by" else [])
    if hit.first not in scene.saying:
        return []
    told = _by_verb(scene, hit) or _in_short(scene, hit.first, known)
    told = [*_joined_left(scene, told), *told]
    return told or [Said(hit.first, (s,)) for s in _people_left(scene, hit.first) or _people_right(scene, hit)]


def _right_behind(scene: Scene, said: Said, position: int) -> bool:
    """Whether a token stands right behind a speaker and his verb, a comma left out."""
    end = max(said.verb + 1, said.speakers[-1].last)
    return end <= position <= end + (scene.lower(end) == ",")


def _quoting(scene: Scene, hit: Hit[frozenset[str]], used: Container[int]) -> list[Said]:
    """Somebody told in an aside by who spoke right before and is not `used` yet: "X, quoting Y, said"."""
    left = _nearest_left(scene, hit.first - 1) if scene.lower(hit.first - 1) == "," else None
    right = speaker_at(scene, hit.last) if "quoted" in hit.value else None
    if left is None or left.last != hit.first - 1 or left.first in used or right is None or right.source is None:
        return []
    return [Said(hit.first, (right, left))]


def _takes_lives(scene: Scene, hit: Hit[frozenset[str]]) -> bool:
    """Whether something is told that claims people: "the war has claimed thousands of lives"."""
    behind = range(hit.last, hit.last + _LIVES)
    return scene.is_a("claiming", hit.first) and any(scene.lower(p) in ("life", "lives") for p in behind)


def _reports(scene: Scene, hit: Hit[frozenset[str]]) -> list[Said]:
    """Reports that somebody received or looks into: "is investigating reports that"."""
    span = scene.at(hit.first, hit.last)
    reports = Speaker(hit.first, hit.last, Source(span.of(scene.text), SourceKind.UNNAMED, span))
    if scene.is_a("receiving", hit.first - 1):
        left = _speaker_left(scene, hit.first - 1)
        return [Said(hit.first, (reports,) if left is None else (reports, left))]
    looked_into = scene.is_a("looking_into", hit.first - 1) and not scene.is_a("bare_reports", hit.last)
    return [Said(hit.first, (reports,))] if looked_into else []


def _is_noun(scene: Scene, hit: Hit[frozenset[str]]) -> bool:
    """Whether "reports" is no verb: "reports of an attack", "investigating reports that"; "X reports that" says so."""
    if not scene.is_a("report_nouns", hit.first) or not scene.is_a("behind_reports", hit.last):
        return False
    before = hit.first - 1
    return scene.is_a("bare_reports", hit.last) or scene.is_a("looking_into", before) or scene.is_a("receiving", before)


def _joined_left(scene: Scene, told: Sequence[Said]) -> list[Said]:
    """Who speaks beside the only speaker before a verb, joined to him and at the start of a clause: "X and Y said".

    Sides of the war are left out, as each speaks for itself, but not "police and witnesses".
    """
    if len(told) != 1 or len(told[0].speakers) != 1 or told[0].speakers[0].last > told[0].verb:
        return []
    speaker = told[0].speakers[0]
    end = speaker.first - 1 if scene.is_a("articles", speaker.first - 1) else speaker.first
    other = _nearest_left(scene, end - 1) if scene.lower(end - 1) == "and" else None
    if other is None or other.source is None or other.last != end - 1 or not _opens(scene, other.first):
        return []
    side = any(mention.first == other.first for mention in scene.actors)
    if side and other.source.kind is not SourceKind.UNNAMED:
        return []
    return [Said(told[0].verb, (other,))]


def _opens(scene: Scene, position: int) -> bool:
    """Whether a speaker, past an article, stands at the start of a sentence or behind a comma."""
    before = position - 1 if scene.is_a("articles", position - 1) else position
    return before == 0 or not scene.tokens[before - 1].word


def _in_short(scene: Scene, verb: int, known: Mapping[str, Source]) -> list[Said]:
    """Somebody who spoke before, told right before a verb by one word alone: "the Centre said", "Xavier added"."""
    before = verb - 1
    capital = before >= 0 and scene.tokens[before].capital
    source = known.get(short(scene.lower(before))) or known_by_surname(scene, before) if capital else None
    return [] if source is None else [Said(verb, (Speaker(before, verb, source),))]


def _as_known(scene: Scene, speaker: Speaker, known: Mapping[str, Source]) -> Speaker:
    """A speaker told by a word that another body of this report has in its name is that body.

    So is somebody unnamed, told with the article: "the military spokesman" after "a spokesman of the X army".
    """
    fuller = _fuller_name(scene, speaker, known)
    if fuller is not None:
        return replace(speaker, source=fuller)
    name = range(speaker.first, speaker.last)
    words = [p for p in name if not scene.is_a("articles", p)]
    if len(words) != 1 or not scene.is_a("institutions", words[0]):
        return speaker
    source = known.get(scene.lower(words[0]))
    return speaker if source is None else replace(speaker, source=source, again=False, monitor=False)


def _fuller_name(scene: Scene, speaker: Speaker, known: Mapping[str, Source]) -> Source | None:
    """Who spoke before under more of a name or words that a speaker is now told by."""
    if speaker.source is None:
        return None
    source = known.get(short(scene.lower(speaker.last - 1)))
    if speaker.source.kind is SourceKind.PERSON:
        named = source is not None and source.kind is SourceKind.PERSON and speaker.source.body is None
        return source if named and source is not None and speaker.source.name in source.name else None
    if speaker.source.kind is SourceKind.UNNAMED and scene.lower(speaker.first - 1) == "the":
        return source
    return None


def short(word: str) -> str:
    """A surname without the article that it may be told with or without: al-Xavi, Xavi."""
    return word.removeprefix("al-").removeprefix("el-")


def _people_left(scene: Scene, verb: int) -> list[Speaker]:
    """People of any kind who speak right before a verb: "a widow told", "soldiers said"; not those just counted."""
    for first in range(max(0, verb - 3), verb):
        hit = scene.people_at(first)
        if hit is None or hit.last != verb:
            continue
        start = described_from(scene, first)
        if start == 0 or scene.is_a("one", start - 1) or not scene.tokens[start - 1].word:
            span = scene.at(start, verb)
            return [Speaker(start, verb, Source(span.of(scene.text), SourceKind.UNNAMED, span))]
    return []


def _people_right(scene: Scene, hit: Hit[frozenset[str]]) -> list[Speaker]:
    """Somebody of any kind who speaks right behind a verb and an article: "said a 45-year-old farmer"."""
    if not (scene.is_a("inverted", hit.first) and scene.is_a("one", hit.last)):
        return []
    ends = next((p for p in range(hit.last + 1, hit.last + 2 + _OWN) if not scene.lower(p)[:1].isalnum()), 0)
    for first in range(hit.last + 1, min(ends, hit.last + 1 + _OWN)):
        people = scene.people_at(first)
        ends_there = people is not None and (
            not scene.lower(people.last).isalnum() or scene.part(people.last) == "relative"
        )
        if people is not None and ends_there and not people.value.plural:
            span = scene.at(people.first, people.last)
            return [Speaker(hit.last, people.last, Source(span.of(scene.text), SourceKind.UNNAMED, span))]
    return []


def short_names(scene: Scene, source: Source) -> list[str]:
    """The words by which who spoke may be named later: a surname, the kind of a body or of somebody unnamed."""
    words = [token.lower for token in tokens(source.name)]
    if source.kind is SourceKind.PERSON:
        return [short(words[-1])]
    if source.kind is SourceKind.UNNAMED:
        return words[-1:]
    return [word for word in words if word in scene.small["institutions"]]


def body_of(source: Source) -> list[Source]:
    """The body that somebody by name spoke for, which may be told again: "the Centre added"."""
    return [] if source.body is None else [Source(source.body, SourceKind.BODY, source.span)]


def _by_verb(scene: Scene, hit: Hit[frozenset[str]]) -> list[Said]:
    verb, after = hit.first, hit.last
    left = _speaker_left(scene, verb)
    if "told" in hit.value:
        right = speaker_at(scene, after)
        if left is not None and right is not None and right.source is not None:
            return [Said(verb, (left, right))]
        return _telling(scene, verb, right) if left is None else [Said(verb, (left,))]
    if "quoted" in hit.value:
        right = speaker_at(scene, after)
        if right is not None:
            return [Said(verb, (right, left) if left is not None else (right,))]
        return []
    if left is not None and scene.lower(left.last) == "," and left.last == verb - 1:
        left = _closing(scene, after) or left
    if left is None and scene.is_a("inverted", verb):
        right = speaker_at(scene, after)
        left = None if right is None or _does(scene, right.last) else right
    if left is None or _only_acts(scene, left, after):
        return []
    return [Said(verb, (left,), _aside_of(scene, left, verb))]


def _does(scene: Scene, position: int) -> bool:
    """Whether a verb stands at a token, so that who stands before it does what is said: "says rebels have killed"."""
    return scene.part(position) in ("be", "have") or any(
        hit.first == position and hit.value.verb for hit in scene.events
    )


def _only_acts(scene: Scene, speaker: Speaker, after: int) -> bool:
    """Whether a word for saying tells what somebody did: "when the army announced the end of the truce", "after
    separatists declared an independent state"."""
    before = speaker.first - 1
    while scene.is_a("articles", before):
        before -= 1
    declares = scene.is_a("declaring", after - 1)
    return (declares or scene.lower(before) == "when") and scene.is_a("articles", after)


def _aside_of(scene: Scene, speaker: Speaker, verb: int) -> range:
    """The tokens between a speaker and his verb that say more of him: "who relies on a network of sources in X"."""
    opens = speaker.last < verb and scene.is_a("asides", speaker.last)
    return range(speaker.last, verb) if opens else range(0)


def _telling(scene: Scene, verb: int, hearer: Speaker | None) -> list[Said]:
    """Who tells where the hearer is named first: "Speaking to Y, X said"."""
    if hearer is None or hearer.source is None:
        return []
    behind = hearer.last + 1 if scene.lower(hearer.last) == "," else hearer.last
    teller = speaker_at(scene, behind)
    if teller is None or teller.source is None:
        return []
    source = teller.source if teller.source.body != hearer.source.name else replace(teller.source, body=None)
    return [Said(verb, (replace(teller, source=source), hearer))]


def _closing(scene: Scene, start: int) -> Speaker | None:
    """The speaker with whom a clause ends, behind its verb: "killed nine residents, said medics."."""
    speaker = speaker_at(scene, start)
    ends = speaker is not None and (speaker.last >= len(scene.tokens) or not scene.tokens[speaker.last].word)
    return speaker if ends else None


def _listed_right(scene: Scene, start: int) -> list[Speaker]:
    """Speakers behind "according to", past words that say what they are: "Syrian news agency X"."""
    speakers = []
    speaker = speaker_at(scene, start)
    ahead = next((hit for hit in scene.bodies if start <= hit.first <= start + _RIGHT), None)
    if ahead is not None and (speaker is None or speaker.source is None or speaker.source.kind is not SourceKind.BODY):
        body = body_at(scene, ahead.first)
        if body is not None and not any(scene.lower(p) in (",", "and", ".") for p in range(start, ahead.first)):
            speaker = body
    while speaker is not None:
        speakers.append(speaker)
        position = speaker.last
        if scene.lower(position) != "and":
            break
        speaker = speaker_at(scene, position + 1)
    return speakers


def _speaker_left(scene: Scene, verb: int) -> Speaker | None:
    """The speaker that ends nearest before a verb, else before an aside there: ", who relies on a network, told"."""
    near, aside = _explained(scene, _nearest_left(scene, verb)), _aside(scene, verb)
    if aside is None:
        return near
    outer = _nearest_left(scene, aside)
    inside = near is not None and near.first > aside and outer is not None and outer.last == aside
    return outer if near is None or (inside and not _broken(scene, aside + 2, verb)) else near


def _explained(scene: Scene, near: Speaker | None) -> Speaker | None:
    """The body of which a speaker only says what it is: "the Tarsk Media Centre, an activist collective, said"."""
    if near is None:
        return None
    end = next((p for p in (near.first, near.first - 1) if scene.is_a("explaining", p)), None)
    while end is not None and end > 0 and scene.is_a("before_explaining", end - 1):
        end -= 1
    body = None if end is None else _nearest_left(scene, end)
    if body is None or body.last != end or body.source is None or body.source.kind is not SourceKind.BODY:
        return near
    return body if _opens(scene, body.first) else near


def _broken(scene: Scene, first: int, last: int) -> bool:
    """Whether another clause or a word for saying stands among some tokens."""
    return any(scene.lower(p) in (",", ";") or p in scene.saying for p in range(first, last))


def _nearest_left(scene: Scene, end: int) -> Speaker | None:
    best: Speaker | None = None
    for start in range(max(0, end - _OWN - _BETWEEN), end):
        speaker = speaker_at(scene, start, exact=True)
        if speaker is None or speaker.last > end or not _clear(scene, speaker.last, end):
            continue
        if best is None or speaker.last > best.last or (speaker.last == best.last and _fuller(speaker, best)):
            best = speaker
    return best


def _aside(scene: Scene, verb: int) -> int | None:
    """Where the words before a verb begin that only say more of him who speaks: ", who asked not to be named,".

    Reports that lost their commas have none before them.
    """
    stated = _stated(scene, verb)
    if stated is not None:
        return stated
    for first in range(verb - 1, max(0, verb - _ASIDE), -1):
        if scene.is_a("asides", first):
            return first - 1 if scene.lower(first - 1) in (",", "-", "–") else first
    return None


def _stated(scene: Scene, verb: int) -> int | None:
    """The comma before where somebody says it, told before the verb: "the army, in a statement on Monday, said"."""
    if scene.lower(verb - 1) != ",":
        return None
    comma = next((p for p in range(verb - 2, max(0, verb - _ASIDE), -1) if scene.lower(p) == ","), 0)
    says = scene.has("speeches", comma, verb) or scene.has("report_nouns", comma, verb)
    return comma if comma > 0 and scene.lower(comma + 1) == "in" and says else None


def _fuller(one: Speaker, other: Speaker) -> bool:
    """Whether one of two that end alike says more: a name more than "he", but "the source" is who spoke before."""
    return other.source is None and not other.again and one.source is not None


def _clear(scene: Scene, first: int, end: int) -> bool:
    """Whether the words between a speaker and the verb let it be his: few, and no other speaker's verb."""
    between = range(_past_place(scene, first), end)
    return len(between) <= _BETWEEN and not any(scene.is_a("parting", p) for p in between[:-1])


def _past_place(scene: Scene, position: int) -> int:
    """Past where a speaker is: "activists in rural Tarsk province", "a doctor in the town"."""
    if not scene.is_a("placing", position):
        return position
    end = position + 1
    while scene.is_a("directions", end) or scene.is_a("articles", end):
        end += 1
    while end < len(scene.tokens) and scene.tokens[end].capital and scene.tokens[end].word:
        end += 1
    while scene.is_a("place_kinds", end) or scene.lower(end) == "capital":
        end += 1
    while end < len(scene.tokens) and scene.is_a("place_kinds", end - 1) and scene.tokens[end].capital:
        end += 1
    named = scene.tokens[end - 1].capital or scene.is_a("place_kinds", end - 1)
    return end if named else position


def settle(said: Said, last: Sequence[Source], monitor: Source | None) -> Chain:
    """The chain with whom it refers back to: whoever spoke last, or the monitor that the report names."""
    chain: list[Source] = []
    for speaker in said.speakers:
        if speaker.again:
            chain += last
        elif speaker.monitor and monitor is not None:
            person = speaker.source is not None and speaker.source.kind is SourceKind.PERSON
            chain.append(
                replace(speaker.source, body=monitor.name) if person and speaker.source is not None else monitor
            )
        elif speaker.source is not None:
            chain.append(speaker.source)
    return tuple(chain)

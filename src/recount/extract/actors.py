"""Who is named in a sentence as acting or acted on."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from recount.extract.factions import find_factions
from recount.knowledge import Lists
from recount.knowledge.actors import GOVERNMENT, INSURGENTS, Actor
from recount.knowledge.countries import Country
from recount.language.phrases import Hit
from recount.language.tokens import Token

# So many words behind a name it may be told that only its offshoot is meant.
_OFFSHOOT = 3


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named by the tokens `first` up to, not including, `last`. `held` marks who only holds a place.

    `nation` is a country told alone ("Russia"), `of_country` one told with its forces ("the Russian army").
    """

    first: int
    last: int
    name: str
    held: bool = False
    nation: bool = False
    of_country: bool = False


def find_actors(sentence: Sequence[Token], standing: Mapping[str, Sequence[int]], lists: Lists) -> list[ActorMention]:
    """The actors of a sentence from left to right: names and parts of the list, countries' armed forces, factions.

    `standing` is where its words stand.
    """
    plain = [_without_link(token, lists.words.small["linked"]) for token in sentence]
    hits = lists.actors.find(plain, standing if plain == sentence else None)
    named = [_mention(hit, sentence, lists.words.small["held"]) for hit in hits]
    nations = _nations(sentence, lists, {mention.first for mention in named})
    named = [m for m in _by_their_own_name(named, sentence, plain, lists) if not _of_another(sentence, m.last, lists)]
    named = [m for m in named if not _worn(sentence, m, lists)]
    named = [mention for mention in named if not any(_forces_of(nation, mention) for nation in nations)]
    states = [m for m in named if lists.actors.by_name[m.name].kind == "state" and m.name != GOVERNMENT]
    forces = {m.last for m in (*states, *(nation for nation in nations if nation.of_country))}
    named = [m for m in named if m.name != GOVERNMENT or _past_bracket(sentence, m.first) not in forces]
    taken = {position for mention in named for position in range(mention.first, mention.last)}
    nations = [m for m in nations if not taken & set(range(m.first, m.last))]
    taken |= {p for m in nations for p in range(m.first, m.last)}
    named = _with_their_people(named, sentence, lists)
    factions = [ActorMention(*faction) for faction in find_factions(sentence, lists, taken)]
    return sorted([*named, *factions, *nations], key=lambda mention: mention.first)


def _by_their_own_name(
    named: Sequence[ActorMention], sentence: Sequence[Token], plain: Sequence[Token], lists: Lists
) -> list[ActorMention]:
    """Whom names linked to others mean: "Nusra-linked fighters" are Nusra's, "the Qaeda-linked Front" is itself.

    `plain` has the sentence's names without what links others to them.
    """
    linked = {m.last: m for m in named if plain[m.last - 1] is not sentence[m.last - 1]}
    own = {m.first: m for m in named if m.first in linked and not lists.actors.by_name[m.name].generic}
    kept = [m for m in named if m.last not in own and m.first not in linked]
    return [*kept, *(replace(m, first=linked[first].first) for first, m in own.items())]


def _with_their_people(named: Sequence[ActorMention], sentence: Sequence[Token], lists: Lists) -> list[ActorMention]:
    """Groups with the word for their people behind them, who are no side of their own: "the X (XF) guerrillas"."""
    known = lists.actors.by_name
    groups = {m.last: m for m in named if known[m.name].insurgent}
    people = [m for m in named if m.name == INSURGENTS]
    joined = {m: groups[p] for m in people if (p := _past_bracket(sentence, m.first)) in groups}
    ends = {group: m.last for m, group in joined.items()}
    of_groups = {m for m in named if known[m.name].generic and _of_one_behind(sentence, m.last, named, lists)}
    return [replace(m, last=ends.get(m, m.last)) for m in named if m not in joined and m not in of_groups]


def _of_one_behind(sentence: Sequence[Token], last: int, named: Sequence[ActorMention], lists: Lists) -> bool:
    """Whether people belong to the group behind them: "troops from the X", "rebels of the leftist X"."""
    if last >= len(sentence) or sentence[last].lower not in ("from", "of"):
        return False
    start, kinds = last + 1, lists.words.small["no_faction"] | {"the"}
    while start < len(sentence) and sentence[start].lower in kinds:
        start += 1
    return any(m.first == start and lists.actors.by_name[m.name].insurgent for m in named)


def _past_bracket(sentence: Sequence[Token], position: int) -> int:
    """Where what stands before a word ends, past the bracket that closes initials."""
    return position - 1 if position > 0 and sentence[position - 1].lower == ")" else position


def _worn(sentence: Sequence[Token], mention: ActorMention, lists: Lists) -> bool:
    """Whether a side is only what others look like: "in army uniforms", "dressed as soldiers"."""
    before, behind = sentence[max(0, mention.first - 2) : mention.first], sentence[mention.last : mention.last + 1]
    dressed = len(before) == 2 and before[1].lower == "as" and before[0].lower in lists.words.small["disguised"]
    return dressed or any(token.lower in lists.words.small["worn"] for token in behind)


def _of_another(sentence: Sequence[Token], last: int, lists: Lists) -> bool:
    """Whether a name only says whose offshoot another group is: "a former al-Qaeda affiliate"."""
    near = [token.lower for token in sentence[last : last + _OFFSHOOT]]
    small = lists.words.small
    told = next((n for n, word in enumerate(near) if word in small["offshoots"]), None)
    return told is not None and all(
        word in small["before_offshoots"] or lists.countries.by_adjective(word.title()) is not None
        for word in near[:told]
    )


def _without_link(token: Token, linked: frozenset[str]) -> Token:
    """A name without what joins others to it: "the Nusra-linked groups" are of Nusra."""
    if "-" not in token.lower:
        return token
    name, _, link = token.lower.rpartition("-")
    return token._replace(lower=name, stem=name) if link in linked else token


def _forces_of(nation: ActorMention, part: ActorMention) -> bool:
    """Whether a part that any war has ("army") is told as that of a country: "the Russian army"."""
    return part.name == GOVERNMENT and nation.of_country and nation.first < part.first < nation.last


def _mention(hit: Hit[Actor], sentence: Sequence[Token], holding: frozenset[str]) -> ActorMention:
    after = sentence[hit.last].lower if hit.last < len(sentence) else ""
    # "Troops backed by jets" are themselves told, and do not only hold something.
    by = hit.last + 1 < len(sentence) and sentence[hit.last + 1].lower == "by"
    held = sentence[hit.last - 1].lower.rpartition("-")[2] in holding or (after in holding and not by)
    return ActorMention(hit.first, hit.last, hit.value.name, held)


def _nations(sentence: Sequence[Token], lists: Lists, others: Set[int]) -> list[ActorMention]:
    """ "Turkish troops", "US air strikes": a country with its forces behind it; "Russia" with none is a nation.

    `others` are where the names of the list begin.
    """
    found: list[ActorMention] = []
    end = 0
    for position, token in enumerate(sentence):
        # "South Sudan" is not Sudan.
        if not token.capital or position < end:
            continue
        for length in (2, 1):
            words = " ".join([t.text for t in sentence[position : position + length]])
            country = _country(words, token, lists)
            if country is None:
                continue
            last = end = position + length
            force = _force(sentence, last, lists, others) or _ally(sentence, position, last, lists)
            if force is not None:
                found.append(ActorMention(position, force, country.government, of_country=True))
            elif lists.countries.named(words) is not None:
                found.append(ActorMention(position, last, country.government, nation=True))
            break
    return found


def _country(words: str, token: Token, lists: Lists) -> Country | None:
    """The country of its adjective or name, which may have lost its apostrophe: "Russias military"."""
    told = lists.countries.by_adjective(words) or lists.countries.named(words)
    if told is None and words == token.text and token.stem != token.lower:
        return lists.countries.named(token.text[:-1])
    return told


def _ally(sentence: Sequence[Token], first: int, last: int, lists: Lists) -> int | None:
    """The end of a country told as somebody's ally: "the regime and its Marrovian ally"."""
    owned = first > 0 and sentence[first - 1].lower in lists.words.small["possessives"]
    told = last < len(sentence) and sentence[last].lower in lists.words.small["allied_states"]
    return last + 1 if owned and told else None


def _force(sentence: Sequence[Token], last: int, lists: Lists, others: Set[int]) -> int | None:
    """The end of a country's armed forces behind its adjective, which two may share: "Syrian and Russian jets".

    The other may be a side of the list: "Syrian and coalition troops".
    """
    if last >= len(sentence):
        return None
    hit = lists.words.forces.at(sentence, last)
    if hit is not None:
        return hit.last
    if sentence[last].lower not in ("and", "or") or last + 2 >= len(sentence):
        return None
    other = lists.countries.by_adjective(sentence[last + 1].text) is not None or last + 1 in others
    return last if other and lists.words.forces.at(sentence, last + 2) else None

"""Groups of people: what a sentence says of some people, from the words that name them."""

from collections.abc import Iterator
from dataclasses import dataclass

from recount.extract.scene import Scene
from recount.knowledge.actors import SAME
from recount.knowledge.words import PeopleWord
from recount.language.en.quantities import Quantity
from recount.language.phrases import Hit
from recount.model import Group, Standing, Vague, Work

# How many words may stand between a figure and the people it counts: "29 heavily armed Syrian rebel fighters".
_REACH = 6
# A body that somebody belongs to has at most so many words: "of the Internal Security Forces".
_BODY = 5
# Kinds of groups whose name may stand for their people.
_FIGHTING = ("rebel", "jihadist", "militia", "criminal")
_QUOTES = ("“", "”", '"', "'", "‘")


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Some people, told by the tokens `first` up to, not including, `last`; `figure` is the token that counts them.

    `bare` groups have a figure and no word for people, `plain` ones a word for people and no figure; `part` marks one
    told as a part of the people before it ("16 of whom were children"). `meant`: whom "them" means, its token.
    """

    first: int
    last: int
    figure: int
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: Vague | None = None
    standing: Standing = Standing.UNKNOWN
    group: Group | None = None
    work: Work | None = None
    side: str | None = None
    bare: bool = False
    plain: bool = False
    part: bool = False
    meant: int | None = None


def people_ahead(scene: Scene, start: int, one: bool, plural: bool = True) -> Hit[PeopleWord] | None:
    """The word for people that a figure reaches, past words that say more of them."""
    for position in _ahead(scene, start):
        hit = scene.people_at(position) or (_fighters_by_name(scene, position) if plural and not one else None)
        if hit is not None and _says_more(scene, hit):
            continue
        near = position == start and not one
        if hit is not None and (plural if hit.value.plural else one or near) and not _continues(scene, hit):
            return hit
        word = scene.lower(position)
        if word.endswith("-year-old"):
            continue
        if word in _QUOTES or (word == "and" and position > start and _says_whose(scene, position - 1)):
            continue
        if scene.tokens[position].text.isupper() and _named_side(scene, position):
            continue
        if word in scene.small["after_people"] or not scene.tokens[position].word or word[0].isdigit():
            return None
        if scene.part(position) == "part":
            return None
        outcome = scene.lists.words.outcomes.at(scene.tokens, position)
        if outcome is not None and outcome.value.form in ("past", "active", "state", "of") and one:
            return None
    return None


def _ahead(scene: Scene, start: int) -> Iterator[int]:
    """The tokens behind a figure that its people may begin at, past initials: "four Veldanian Front (VF) fighters"."""
    position = start
    for _ in range(_REACH):
        if position >= len(scene.tokens):
            return
        yield position
        position += 1
        named = any(m.last == position for m in scene.actors)
        if named and scene.lower(position) == "(" and scene.lower(position + 2) == ")":
            position += 3


def _fighters_by_name(scene: Scene, position: int) -> Hit[PeopleWord] | None:
    """People told by the name of their group alone: "killed 12 Taliban", but not "12 Taliban positions"."""
    mention = next((m for m in scene.actors if m.first == position), None)
    known = scene.lists.actors.by_name.get(mention.name) if mention is not None else None
    if mention is None or known is None or known.generic or known.kind not in _FIGHTING:
        return None
    behind = mention.last
    if any(scene.lower(p) in ("(", ")") for p in (position - 1, behind)):
        return None
    ends = behind >= len(scene.tokens) or not scene.tokens[behind].word or scene.is_a("after_people", behind)
    told = ends or scene.part(behind) in ("be", "have") or any(hit.first == behind for hit in scene.outcomes)
    return Hit(position, behind, PeopleWord(True, Standing.COMBATANT, None, None, mention.name)) if told else None


def _says_more(scene: Scene, hit: Hit[PeopleWord]) -> bool:
    """Whether a word for somebody is an adjective of the noun behind it: "a local radio station"."""
    after = scene.lower(hit.last)
    if not scene.is_a("also_adjectives", hit.first) or hit.last - hit.first > 1 or not after.isalpha():
        return False
    told = scene.lists.words.outcomes.at(scene.tokens, hit.last) is not None
    return not (told or scene.is_a("after_people", hit.last) or after.endswith("ing") or after == "of")


def _named_side(scene: Scene, position: int) -> bool:
    """Whether a token names a side: "70 regime and rebel fighters"."""
    return any(mention.first <= position < mention.last for mention in scene.actors)


def _says_whose(scene: Scene, position: int) -> bool:
    """Whether a token names a side or a country's people: "70 regime and rebel fighters", "Six Turkish and Kenyan"."""
    return _named_side(scene, position) or scene.lists.countries.by_adjective(scene.tokens[position].text) is not None


def _continues(scene: Scene, hit: Hit[PeopleWord]) -> bool:
    """Whether the word only says more of the people named right behind it: "police officers", "terrorist gunmen"."""
    following = scene.people_at(hit.last)
    return following is not None and following.value.plural == hit.value.plural and scene.lower(hit.last) != "others"


def group_of(scene: Scene, quantity: Quantity, noun: Hit[PeopleWord]) -> PeopleGroup:
    """Some people as a figure and the words behind it tell them, with others who share the figure."""
    said = _of_armed(scene, quantity.last, noun, specified(scene, quantity.last, noun))
    other = scene.people_at(noun.last + 1) if noun.value.plural and scene.lower(noun.last) == "and" else None
    both = other is not None and other.value.plural and scene.lower(other.first) not in ("others", "more")
    if both and other is not None:
        said, noun = _in_common(said, other.value), Hit(noun.first, other.last, noun.value)
    return PeopleGroup(
        quantity.first,
        noun.last,
        quantity.figure,
        quantity.low,
        quantity.high,
        quantity.approx,
        quantity.vague,
        said.standing,
        said.group,
        said.work,
        side_of(scene, quantity.last, noun, said),
    )


def _of_armed(scene: Scene, first: int, noun: Hit[PeopleWord], said: PeopleWord) -> PeopleWord:
    """Those who belong to an armed group are fighters: "three Daesh leaders", "ten members of the Nusra Front"."""
    if said.standing is not Standing.UNKNOWN or not scene.is_a("in_ranks", noun.last - 1):
        return said
    behind = _within_phrase(scene, noun.last + 1) if scene.lower(noun.last) == "of" else range(0)
    known = scene.lists.actors.by_name
    armed = any(
        (m.first in range(first, noun.first) or m.first in behind) and not m.held and known[m.name].insurgent
        for m in scene.actors
        if m.name in known
    )
    armed = armed or _of_forces(scene, noun.last)
    return PeopleWord(said.plural, Standing.COMBATANT, said.group, None, said.side) if armed else said


def _within_phrase(scene: Scene, start: int) -> range:
    """Where the name may begin behind "of" and words of its kind: "of the separatist armed wing X"."""
    last = start
    while last < start + _BODY and last < len(scene.tokens) and scene.tokens[last].word:
        if any(m.first == last for m in scene.actors) or scene.is_a("after_people", last):
            break
        last += 1
    return range(start, last + 1)


def _of_forces(scene: Scene, position: int) -> bool:
    """Whether those before a token belong to soldiers or police: "a member of the Internal Security Forces"."""
    if scene.lower(position) != "of":
        return False
    for behind in range(position + 1, position + 1 + _BODY):
        if scene.is_a("armed_bodies", behind):
            return True
        if not scene.lower(behind).isalpha() or (behind > position + 1 and scene.is_a("after_people", behind)):
            return False
    return False


def specified(scene: Scene, first: int, noun: Hit[PeopleWord]) -> PeopleWord:
    """What the people's word and those before it say together: "13 civilian men" are civilians and men."""
    said = noun.value
    for position in range(first, noun.first):
        hit = scene.people_at(position)
        if hit is None:
            continue
        more = hit.value
        said = PeopleWord(
            said.plural,
            said.standing if said.standing is not Standing.UNKNOWN else more.standing,
            said.group or more.group,
            said.work or more.work,
            said.side or more.side,
        )
    return said


def _in_common(one: PeopleWord, other: PeopleWord) -> PeopleWord:
    """What is said of all of "26 jihadists and rebels", who share one figure."""
    return PeopleWord(
        True,
        one.standing if one.standing is other.standing else Standing.UNKNOWN,
        one.group if one.group is other.group else None,
        one.work if one.work is other.work else None,
        one.side if one.side == other.side else None,
    )


def side_of(scene: Scene, first: int, noun: Hit[PeopleWord], said: PeopleWord) -> str | None:
    """Whose fighters they are, as far as a side is named right beside them."""
    if said.standing is not Standing.COMBATANT:
        return None
    near = [m for m in scene.actors if m.last > first - 1 and m.first < noun.last + 4 and m.first >= first - 1]
    own = [m for m in near if m.first < noun.last and not m.nation and m.name != SAME]
    far = _within_phrase(scene, noun.last + 1) if scene.lower(noun.last) == "of" else range(0)
    behind = [m for m in near if m.first >= noun.last and scene.lower(noun.last) in ("from", "of", "with")]
    behind += [m for m in scene.actors if m.first in far and m not in behind and not m.nation]
    specific = next((m.name for m in [*own, *behind] if not m.held), None)
    return specific or said.side

"""Groups of people in a sentence: a quantity, a determiner or nothing, then words for people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recount.extract.named import named_people, past_name
from recount.extract.scene import Scene
from recount.knowledge.actors import SAME
from recount.knowledge.words import PeopleWord
from recount.language.en.quantities import Quantity
from recount.language.phrases import Hit
from recount.model import Group, Standing, Vague, Work

# How many words may stand between a figure and the people it counts: "29 heavily armed Syrian rebel fighters".
_REACH = 6
# A noun with its adjectives has at most so many words, its article included.
_NOUN = 4
# People of fewer years are children.
_ADULT = 18
_QUOTES = ("“", "”", '"', "'", "‘")
# Words that end the run between a figure and its people.


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Some people, told by the tokens `first` up to, not including, `last`; `figure` is the token that counts them.

    `bare` groups have a figure and no word for people, `plain` ones a word for people and no figure; `part` marks one
    told as a part of the people before it ("16 of whom were children").
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


def find_groups(scene: Scene) -> list[PeopleGroup]:
    """The groups of a sentence from left to right, without overlaps."""
    counted = [_counted(scene, quantity) for quantity in scene.quantities]
    groups = [group for group in counted if group is not None]
    taken = {position for group in groups for position in range(group.first, group.last)}
    for group in [*_single(scene), *_by_kind(scene), *_by_name(scene), *_by_verb(scene), *_uncounted(scene)]:
        if not taken & set(range(group.first, group.last)):
            groups.append(group)
            taken |= set(range(group.first, group.last))
    return sorted(groups, key=lambda group: group.first)


def _counted(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    start = quantity.last
    of_them = scene.lower(start) == "of" and scene.lower(start + 1) in ("whom", "them", "which")
    if of_them or (scene.lower(start) == "of" and scene.part(start + 1) == "dead"):
        return _of_whom(scene, quantity)
    while scene.lower(start) in ("of", "the", "its", "their", "other", "more", "additional", "his", "those"):
        start += 1
    one = quantity.low == 1 and quantity.high == 1
    noun = _people_ahead(scene, start, one, plural=not one or scene.lower(quantity.last) == "of")
    if noun is not None:
        return _at_least(scene, _group(scene, quantity, noun))
    said = _said_of(scene, quantity)
    if said is not None:
        return said
    if _things_follow(scene, quantity) or _age(scene, quantity):
        return None
    last = quantity.last
    while scene.lower(last) in ("others", "more", "other"):
        last += 1
    return PeopleGroup(
        quantity.first, last, quantity.figure, quantity.low, quantity.high, quantity.approx, quantity.vague, bare=True
    )


def _said_of(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """What is said of a part behind it: "of the 22 killed, nine were children", "of whom five were under the age of
    10", "five of the 13 dead were women"."""
    start, behind = quantity.last, _behind_whole(scene, quantity)
    if not behind:
        start = _past_whole(scene, quantity)
    if scene.part(start) != "be" or (start == quantity.last and not behind):
        return None
    noun = scene.people_at(start + 1)
    if noun is not None:
        return replace(_group(scene, quantity, noun), part=True, last=noun.last if behind else quantity.last)
    if _of_age(scene, start + 1):
        bare = PeopleGroup(quantity.first, quantity.last, quantity.figure, quantity.low, quantity.high, quantity.approx)
        return replace(bare, group=Group.CHILD, part=True)
    return None


def _behind_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether words right before a figure tell what it is part of: "of whom", or "of the 22 people killed,"."""
    if scene.grammar.get(quantity.first - 2) is not None and scene.part(quantity.first - 2) == "part":
        return True
    wholes = [q for q in scene.quantities if q.last < quantity.first and scene.is_a("of_known", q.first - 1)]
    return bool(wholes) and scene.lower(quantity.first - 1) == "," and scene.lower(wholes[-1].first - 2) == "of"


def _past_whole(scene: Scene, quantity: Quantity) -> int:
    """The token behind the whole that a figure is told of: "five of the 13 dead"; else the figure's end."""
    if scene.lower(quantity.last) != "of" or not scene.is_a("of_known", quantity.last + 1):
        return quantity.last
    whole = next((q for q in scene.quantities if q.first == quantity.last + 2), None)
    if whole is None:
        return quantity.last
    position = whole.last
    while position < whole.last + _NOUN and scene.part(position) != "be":
        position += 1
    return position if position < whole.last + _NOUN else quantity.last


def _of_age(scene: Scene, position: int) -> bool:
    """Whether words say that people are children: "under the age of 10", "aged under 18"."""
    words = [scene.lower(p) for p in range(position, position + 5)]
    age = next((int(word) for word in words if word.isdigit()), None)
    return age is not None and age <= _ADULT and scene.is_a("of_age", position) and scene.is_a("of_age", position + 1)


def _age(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure between commas behind a name is an age: "X Y, 47, a teacher"."""
    marks = scene.lower(quantity.first - 1) == "," and scene.lower(quantity.last) in (",", ")", ".", "")
    return marks and quantity.first > 1 and scene.tokens[quantity.first - 2].capital


def _at_least(scene: Scene, group: PeopleGroup) -> PeopleGroup:
    """The bound that follows the people: "125 fighters at least"."""
    if [scene.lower(group.last), scene.lower(group.last + 1)] == ["at", "least"]:
        return replace(group, high=None, last=group.last + 2)
    return group


def _of_whom(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """ "16 of whom were children", "one of them a woman", "ten of the dead were children" """
    dead = scene.grammar.get(quantity.last + 1)
    start = quantity.last + 2 if dead is None or dead.value != "dead" else dead.last
    while scene.part(start) in ("be", "have") or scene.lower(start) in ("a", "an", ",", "believed", "to"):
        start += 1
    noun = scene.people_at(start)
    if noun is not None:
        return replace(_group(scene, quantity, noun), part=True)
    told = scene.lists.words.outcomes.at(scene.tokens, min(start, len(scene.tokens) - 1))
    if dead is None or dead.value != "dead" or told is None or told.value.form != "state":
        return None
    return PeopleGroup(quantity.first, start, quantity.figure, quantity.low, quantity.high, quantity.approx, bare=True)


def _things_follow(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure counts something else: "20 rockets", "15 kilometres", "70%", "30 hours"."""
    after = scene.lower(quantity.last)
    if not after or after in ("others", "more", "other", "of", "-"):
        return after == "-" or (
            after == "of" and scene.lower(quantity.last + 1) not in ("them", "whom", "the", "those")
        )
    if after == "%" or scene.lower(quantity.first - 1) in ("$", "€", "£", "resolution", "division", "brigade", "no"):
        return True
    if any(day.first == quantity.last for day in scene.days):
        return False
    if not after[0].isalpha() or after in scene.small["after_people"]:
        return False
    return scene.lists.words.outcomes.at(scene.tokens, quantity.last) is None


def _people_ahead(scene: Scene, start: int, one: bool, plural: bool = True) -> Hit[PeopleWord] | None:
    """The word for people that a figure reaches, past words that say more of them."""
    for position in range(start, min(start + _REACH, len(scene.tokens))):
        hit = scene.people_at(position)
        near = position == start and not one
        if hit is not None and (plural if hit.value.plural else one or near) and not _continues(scene, hit):
            return hit
        word = scene.lower(position)
        if word.endswith("-year-old"):
            continue
        if word in _QUOTES or (word == "and" and position > start and _named_side(scene, position - 1)):
            continue
        if word in scene.small["after_people"] or not scene.tokens[position].word or word[0].isdigit():
            return None
        outcome = scene.lists.words.outcomes.at(scene.tokens, position)
        if outcome is not None and outcome.value.form in ("past", "active", "state") and one:
            return None
    return None


def _named_side(scene: Scene, position: int) -> bool:
    """Whether a token names a side: "70 regime and rebel fighters"."""
    return any(mention.first <= position < mention.last for mention in scene.actors)


def _continues(scene: Scene, hit: Hit[PeopleWord]) -> bool:
    """Whether the word only says more of the people named right behind it: "police officers", "terrorist gunmen"."""
    following = scene.people_at(hit.last)
    return following is not None and following.value.plural == hit.value.plural and scene.lower(hit.last) != "others"


def _group(scene: Scene, quantity: Quantity, noun: Hit[PeopleWord]) -> PeopleGroup:
    said = _specified(scene, quantity.last, noun)
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
        _side(scene, quantity.last, noun, said),
    )


def _specified(scene: Scene, first: int, noun: Hit[PeopleWord]) -> PeopleWord:
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


def _side(scene: Scene, first: int, noun: Hit[PeopleWord], said: PeopleWord) -> str | None:
    if said.standing is not Standing.COMBATANT:
        return None
    near = [m for m in scene.actors if m.last > first - 1 and m.first < noun.last + 4 and m.first >= first - 1]
    own = [m for m in near if m.first < noun.last and not m.nation and m.name != SAME]
    behind = [m for m in near if m.first >= noun.last and scene.lower(noun.last) in ("from", "of", "with")]
    specific = next((m.name for m in [*own, *behind] if not m.held), None)
    return specific or said.side


def _single(scene: Scene) -> Iterator[PeopleGroup]:
    """One person told without a number: "a woman and her child", "a hospital employee"."""
    for position, token in enumerate(scene.tokens):
        if token.lower == "including":
            noun = scene.people_at(position + 1)
            if noun is not None and not noun.value.plural:
                yield _group(scene, Quantity(noun.first, noun.first, noun.first, 1, 1), noun)
        if token.lower not in scene.small["one"]:
            continue
        if scene.is_a("pairs", position + 1) and scene.lower(position + 2) != "of":
            yield PeopleGroup(position, position + 2, position + 1, 2, 2)
            continue
        if _stands_for_person(scene, position + 1):
            yield PeopleGroup(position, position + 2, position, 1, 1)
            continue
        noun = _people_ahead(scene, position + 1, one=True)
        if noun is None or noun.value.plural or noun.last - position > 5:
            continue
        quantity = Quantity(position, position + 1, position, 1, 1)
        group = _group(scene, quantity, noun)
        yield group


def _stands_for_person(scene: Scene, position: int) -> bool:
    """Whether an age is told in the place of a person: "the 34-year-old was shot dead"."""
    return scene.lower(position).endswith("-year-old") and (
        scene.part(position + 1) in ("be", "have")
        or scene.lists.words.outcomes.at(scene.tokens, min(position + 1, len(scene.tokens) - 1)) is not None
    )


def _by_name(scene: Scene) -> Iterator[PeopleGroup]:
    """One person told by name alone."""
    for first, last in named_people(scene):
        yield PeopleGroup(first, last, first, 1, 1)


def _by_verb(scene: Scene) -> Iterator[PeopleGroup]:
    """One person told by a noun that no list knows, behind a verb done to people alone: "murdered an organist"."""
    for told in scene.outcomes:
        verb = " ".join(scene.lower(p) for p in range(told.first, told.last))
        if verb in scene.small["only_people"] and scene.lower(told.last) in ("a", "an"):
            last = told.last + 1
            while last < told.last + _NOUN and scene.lower(last).isalpha() and not scene.is_a("after_people", last):
                last += 1
            if last > told.last + 1:
                yield PeopleGroup(told.last, last, told.last, 1, 1)


def _by_kind(scene: Scene) -> Iterator[PeopleGroup]:
    """One person told by kind and name behind a word for harm: "killing civilian X Y"."""
    for told in scene.outcomes:
        if told.last + 1 < len(scene.tokens) and scene.tokens[told.last + 1].capital:
            hit = scene.people_at(told.last)
            if hit is not None and not hit.value.plural:
                group = _group(scene, Quantity(told.last, told.last, told.last, 1, 1), hit)
                yield replace(group, last=past_name(scene, hit.last))


def _uncounted(scene: Scene) -> Iterator[PeopleGroup]:
    """People told without a number: "killing civilians", "women and children"."""
    for hit in scene.lists.words.people.find(scene.tokens):
        if hit.value.plural and scene.lower(hit.first) not in ("others", "more", "lives"):
            first = hit.first
            while first > 0 and scene.people_at(first - 1) is not None:
                first -= 1
            said = _specified(scene, first, hit)
            yield PeopleGroup(
                first, hit.last, hit.first, vague=Vague.UNKNOWN, standing=said.standing, group=said.group,
                work=said.work, side=_side(scene, first, hit, said), plain=True,
            )  # fmt: skip

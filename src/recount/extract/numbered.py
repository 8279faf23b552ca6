"""People told with a figure: "20 civilians", "16 of whom were children", "five of the 13 dead"."""

from dataclasses import replace

from recount.extract.groups import PeopleGroup, group_of, people_ahead
from recount.extract.scene import Scene
from recount.language.en.quantities import Quantity
from recount.model import Group

# A whole with its adjectives has at most so many words between its figure and its verb.
_NOUN = 4
# People of fewer years are children.
_ADULT = 18


def numbered(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """The people that a figure counts; nothing where it counts something else."""
    start = quantity.last
    of_them = scene.lower(start) == "of" and scene.lower(start + 1) in ("whom", "them", "which")
    if of_them or (scene.lower(start) == "of" and scene.part(start + 1) == "dead"):
        return _of_whom(scene, quantity)
    while scene.lower(start) in ("of", "the", "its", "their", "other", "more", "additional", "his", "those"):
        start += 1
    one = quantity.low == 1 and quantity.high == 1
    noun = people_ahead(scene, start, one, plural=not one or scene.lower(quantity.last) == "of")
    if noun is not None:
        return _at_least(scene, group_of(scene, quantity, noun))
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
        return replace(group_of(scene, quantity, noun), part=True, last=noun.last if behind else quantity.last)
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
        return replace(group_of(scene, quantity, noun), part=True)
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

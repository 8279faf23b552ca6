"""People told with a figure: "20 civilians", "16 of whom were children", "five of the 13 dead"."""

from dataclasses import replace

from recount.extract.groups import PeopleGroup, group_of, people_ahead
from recount.extract.scene import Scene
from recount.language.en.quantities import Quantity
from recount.model import Group, Outcome

# A whole with its adjectives has at most so many words between its figure and its verb.
_NOUN = 4
# People of fewer years are children.
_ADULT = 18


def numbered(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """The people that a figure counts; nothing where it counts something else."""
    start = quantity.last
    of_them = scene.lower(start) == "of" and scene.lower(start + 1) in ("whom", "them", "which")
    if scene.lower(quantity.first - 1) == "of" and scene.is_a("families", quantity.first - 2):
        article = scene.is_a("articles", quantity.first - 3)
        return replace(_bare(quantity, quantity.last), first=quantity.first - 2 - article, bare=False)
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
    unlisted = _unlisted(scene, quantity)
    if unlisted is not None:
        return unlisted
    if _things_follow(scene, quantity) or _age(scene, quantity):
        return None
    last = quantity.last
    while scene.lower(last) in ("others", "more", "other"):
        last += 1
    return _bare(quantity, last)


def _bare(quantity: Quantity, last: int) -> PeopleGroup:
    """People told by their figure alone, up to the token `last`."""
    return PeopleGroup(
        quantity.first, last, quantity.figure, quantity.low, quantity.high, quantity.approx, quantity.vague, bare=True
    )


def _unlisted(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """People told by a plural that no list knows, killed as only people are: "killed 12 Orsans", "six rangers died";
    or one by what he is called: "killed one Orsan".

    A word behind them that goes on with the noun makes the words so far no whole noun.
    """
    last = quantity.last
    while last < quantity.last + _NOUN and scene.lower(last).isalpha() and not _ends_noun(scene, last):
        last += 1
    noun = scene.lower(last - 1)
    one = quantity.low == quantity.high == 1 and last == quantity.last + 1 and scene.tokens[last - 1].capital
    plural = (one or noun.endswith(("s", "ese", "men"))) and not scene.is_a("no_people", last - 1)
    if last == quantity.last or not plural or not (_ends_noun(scene, last) or not scene.lower(last).isalpha()):
        return None
    killed = any(
        hit.value.outcome is Outcome.KILLED
        and (hit.last == quantity.first if hit.value.form != "state" else hit.first == last)
        and not scene.is_a("kills_things", hit.first)
        for hit in scene.outcomes
    )
    return replace(_bare(quantity, last), bare=False) if killed or _were_killed(scene, last) else None


def _ends_noun(scene: Scene, position: int) -> bool:
    """Whether a word ends the noun before it: a little word, or one that tells what befell people."""
    at = min(position, len(scene.tokens) - 1)
    return scene.is_a("after_people", position) or scene.lists.words.outcomes.at(scene.tokens, at) is not None


def _were_killed(scene: Scene, position: int) -> bool:
    """Whether "were killed" or "have been shot dead" stands at a token."""
    start = position
    while scene.part(position) in ("be", "have") or scene.is_a("inside_passives", position):
        position += 1
    told = next((hit for hit in scene.outcomes if hit.first == position), None)
    return position > start and told is not None and told.value.outcome is Outcome.KILLED and told.value.form == "past"


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
        return replace(_bare(quantity, quantity.last), group=Group.CHILD, part=True, bare=False)
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
    if scene.lower(quantity.last + 1) == "them" and any(hit.last == quantity.first for hit in scene.outcomes):
        return _of_them(scene, quantity)
    whole = scene.lower(quantity.last + 1) == "them" or (dead is not None and dead.value == "dead")
    if not whole or told is None or told.value.form != "state":
        return None
    return _bare(quantity, start)


def _of_them(scene: Scene, quantity: Quantity) -> PeopleGroup | None:
    """ "killing 20 of them": some of the people told last before"""
    before = [hit for p in range(quantity.first) if (hit := scene.people_at(p)) is not None and hit.value.plural]
    if not before:
        return None
    group = group_of(scene, quantity, before[-1])
    return replace(group, last=quantity.last + 2, side=None, meant=before[-1].first)


def _things_follow(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure counts something else: "20 rockets", "15 kilometres", "70%", "30 hours"."""
    after = scene.lower(quantity.last)
    if scene.part(quantity.last) == "part":
        return False
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

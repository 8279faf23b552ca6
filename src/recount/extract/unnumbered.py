"""People told without a figure: one person by kind, name or age, and people whose number is left open."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from recount.extract.groups import PeopleGroup, group_of, people_ahead, side_of, specified
from recount.extract.named import named_people, past_name
from recount.extract.scene import Scene
from recount.language.en.quantities import Quantity
from recount.model import Vague

# A noun with its adjectives has at most so many words, its article included.
_NOUN = 4


def unnumbered(scene: Scene) -> Iterator[PeopleGroup]:
    """All of them, the surest first; some may tell the same people in other words."""
    return chain(
        _one_more(scene),
        _him(scene),
        _single(scene),
        _by_kind(scene),
        _by_name(scene),
        _by_verb(scene),
        _uncounted(scene),
    )


def _one_more(scene: Scene) -> Iterator[PeopleGroup]:
    """One more person told by no noun behind a verb: "killing one officer and wounding another", "… the second"."""
    for told in scene.outcomes:
        first = told.last
        alone = scene.lower(first) == "another"
        article = scene.lower(first) in ("the", "a") and scene.is_a("one_more", first + 1)
        last = first + (1 if alone else 2)
        ends = not scene.lower(last).isalpha() or scene.is_a("after_people", last)
        if (alone or article) and ends and told.value.form in ("active", "past"):
            yield PeopleGroup(first, last, first, 1, 1, bare=True)


def _him(scene: Scene) -> Iterator[PeopleGroup]:
    """Somebody told before who is harmed with others: "hit an officer's car, killing him and his two sons"."""
    for told in scene.outcomes:
        him = told.last
        if not (scene.is_a("him", him) and scene.lower(him + 1) == "and" and scene.is_a("possessives", him + 2)):
            continue
        before = [hit for p in range(told.first) if (hit := scene.people_at(p)) is not None and not hit.value.plural]
        if before:
            group = group_of(scene, Quantity(him, him, him, 1, 1), before[-1])
            yield replace(group, first=him, last=him + 1, figure=him)


def _single(scene: Scene) -> Iterator[PeopleGroup]:
    """One person told without a number: "a woman and her child", "a hospital employee"."""
    for position, token in enumerate(scene.tokens):
        if token.lower == "including":
            noun = scene.people_at(position + 1)
            if noun is not None and not noun.value.plural:
                yield group_of(scene, Quantity(noun.first, noun.first, noun.first, 1, 1), noun)
        if token.lower not in scene.small["one"]:
            continue
        if scene.is_a("pairs", position + 1) and scene.lower(position + 2) != "of":
            yield PeopleGroup(position, position + 2, position + 1, 2, 2)
            continue
        if _stands_for_person(scene, position + 1):
            yield PeopleGroup(position, position + 2, position, 1, 1)
            continue
        noun = people_ahead(scene, position + 1, one=True)
        if (
            noun is None
            or noun.value.plural
            or noun.last - position > _longest(scene, position)
            or _says_whose(scene, noun.last)
        ):
            continue
        quantity = Quantity(position, position + 1, position, 1, 1)
        yield group_of(scene, quantity, noun)


def _longest(scene: Scene, position: int) -> int:
    """How many words may tell one person, the article included: more behind a side, "a Taliban … leader"."""
    armed = any(m.first == position + 1 and not m.nation for m in scene.actors)
    return 7 if armed and scene.tokens[position + 1].capital else 5


def _says_whose(scene: Scene, position: int) -> bool:
    """Whether "the" and a capitalised word only say of what kind the next word is: "the Yazidi sect"."""
    if scene.lower(position - 2) != "the" or not scene.tokens[position - 1].capital:
        return False
    word, at = scene.lower(position), min(position, len(scene.tokens) - 1)
    ends = not word.isalpha() or word == "of" or scene.is_a("after_people", position) or scene.tokens[at].capital
    return not ends and scene.lists.words.outcomes.at(scene.tokens, at) is None


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
        first = told.last + scene.is_a("of_rank", told.last)
        first = next((m.last for m in scene.actors if m.first == first > told.last and not m.nation), first)
        if first + 1 < len(scene.tokens) and scene.tokens[first + 1].capital:
            hit = scene.people_at(first)
            if hit is not None and not hit.value.plural:
                group = group_of(scene, Quantity(told.last, told.last, told.last, 1, 1), hit)
                yield replace(group, last=past_name(scene, hit.last))


def _others_told(scene: Scene, position: int) -> bool:
    """Whether something else befell "others": "several rebels were killed and others detained"."""
    told = scene.lists.words.outcomes.at(scene.tokens, min(position + 1, len(scene.tokens) - 1))
    and_others = scene.lower(position) == "others" and scene.lower(position - 1) == "and"
    return and_others and told is not None and told.value.form == "past"


def _uncounted(scene: Scene) -> Iterator[PeopleGroup]:
    """People told without a number: "killing civilians", "women and children"."""
    for hit in scene.lists.words.people.find(scene.tokens):
        if _others_told(scene, hit.first):
            yield PeopleGroup(hit.first, hit.last, hit.first, vague=Vague.UNKNOWN, bare=True)
        if hit.value.plural and scene.lower(hit.first) not in ("others", "more", "lives"):
            first = hit.first
            while first > 0 and scene.people_at(first - 1) is not None:
                first -= 1
            said = specified(scene, first, hit)
            yield PeopleGroup(
                first, hit.last, hit.first, vague=Vague.UNKNOWN, standing=said.standing, group=said.group,
                work=said.work, side=side_of(scene, first, hit, said), plain=True,
            )  # fmt: skip

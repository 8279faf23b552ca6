"""One person told twice in a row: by name and by what he is."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.groups import PeopleGroup
from recount.extract.joined import joined
from recount.extract.scene import Scene


def without_appositions(scene: Scene, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The groups of a sentence, each person once: "X Y, a nurse," and "a nurse, X Y," are one."""
    kept: list[PeopleGroup] = []
    for place, group in enumerate(groups):
        before = kept[-1] if kept else None
        if before is not None and _same_person(scene, before, group) and not _listed(scene, groups[place:]):
            told = before if _named(scene, group) else group
            kept[-1] = replace(told, first=before.first, last=group.last, figure=before.figure)
        else:
            kept.append(group)
    return [group for group in kept if not _one_more(scene, group)]


def _same_person(scene: Scene, one: PeopleGroup, other: PeopleGroup) -> bool:
    """Whether only a comma stands between a name and a word for one person, or the other way round."""
    if not one.low == one.high == other.low == other.high == 1 or scene.lower(one.last) != ",":
        return False
    if other.first != one.last + 1 or _named(scene, one) == _named(scene, other):
        return False
    told = one if _named(scene, other) else other
    return scene.lower(told.first) in ("a", "an", "the")


def _named(scene: Scene, group: PeopleGroup) -> bool:
    """Whether people end in a name that no list knows as a word for people."""
    return scene.tokens[group.last - 1].capital and scene.people_at(group.last - 1) is None


def _listed(scene: Scene, groups: Sequence[PeopleGroup]) -> bool:
    """Whether at least two more people follow one after the other, so that the first is one of a list."""
    return len(groups) > 2 and joined(scene, groups[0], groups[1]) and joined(scene, groups[1], groups[2])


def _one_more(scene: Scene, group: PeopleGroup) -> bool:
    """Whether a person is only told as the latest of several: ", the third mayor to be killed this year"."""
    told = scene.lower(group.first - 1) == "," and scene.lower(group.first) == "the"
    return told and group.low == 1 and scene.is_a("ordinals", group.first + 1)

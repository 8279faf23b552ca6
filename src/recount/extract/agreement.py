"""Whether a verb and people before it fit: what clause it belongs to, what governs it, how many it is for."""

from collections.abc import Sequence

from recount.extract.counted import Told
from recount.extract.groups import PeopleGroup
from recount.extract.joined import introduces_part
from recount.extract.scene import Scene

# Within so many words of "were" one person may share it with others that no list knows.
_NEAR = 6
# How far left of its verb the subject that opens a clause may end.
_FAR = 40


def opening(scene: Scene, told: Told, before: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The people that a clause opens with, of whom much is said before its verb: "Five people, all of one family and
    known for their work in the town, were killed"."""
    be = _governing(scene, told)
    start = _clause_start(scene, told.first)
    first = next((g for g in before if g.first >= start and g.low is not None), None)
    if be is None or first is None or not _opens(scene, start, first.first) or told.first - first.last > _FAR:
        return []
    if not _agrees(scene, first, be) or any(h.first in range(first.last, be) for h in scene.outcomes):
        return []
    chain = [first]
    for group in before[before.index(first) + 1 :]:
        if introduces_part(scene, group) and not group.plain:
            chain.append(group)
    return chain


def differs(scene: Scene, chain: Sequence[PeopleGroup], told: Told) -> bool:
    """Whether a verb is for more people than a chain holds, or for fewer: "the uncle of two brothers was killed"."""
    be, last = _governing(scene, told), chain[-1]
    if be is None or last.low is None:
        return False
    if last.low == 1:
        return len(chain) == 1 and scene.lower(be) == "were" and be - last.last > _NEAR
    return scene.lower(be) in ("was", "has", "is") and not scene.is_a("one", last.first)


def passive(scene: Scene, position: int) -> bool:
    """Whether a form of "be" governs the word at a position: "were", "have been", "were also reportedly"."""
    for before in range(position - 1, max(-1, position - 6), -1):
        if scene.part(before) == "be":
            return True
        if not _inside_passive(scene, before):
            return False
    return False


def shares_be(scene: Scene, position: int) -> bool:
    """Whether a word shares its "was" with the one before: "was ambushed and murdered"."""
    if scene.lower(position - 1) != "and":
        return False
    shares = scene.lower(position - 2).endswith("ed") or scene.is_a("participles", position - 2)
    return shares and passive(scene, position - 2)


def _opens(scene: Scene, start: int, first: int) -> bool:
    """Whether only an office, praise or little words stand between the start of a clause and its people."""
    before = range(start, first)
    if any(scene.is_a("into_country", p) or scene.lower(p) == "by" for p in before):
        return False
    return len(before) <= 2 or all(
        scene.tokens[p].capital or scene.people_at(p) is not None or scene.is_a("before_names", p) for p in before
    )


def _clause_start(scene: Scene, end: int) -> int:
    """Where the clause that a verb at `end` belongs to begins: behind "that", "said", a stop, or with the sentence."""
    for position in range(end - 1, -1, -1):
        said = position + 1 in scene.saying.values() and scene.lower(position + 1) != "by"
        if said or scene.lower(position) in (";", ":", "that", "when", "but", "while"):
            return position + 1
    return 0


def _governing(scene: Scene, told: Told) -> int | None:
    """The "was" or "have" that governs an outcome word; none where another verb does."""
    found = None
    for before in range(told.first - 1, max(-1, told.first - 8), -1):
        if scene.part(before) in ("be", "have"):
            found = before
        elif found is not None or not _inside_passive(scene, before):
            return found
    return found


def _agrees(scene: Scene, group: PeopleGroup, verb: int) -> bool:
    """Whether people are as many as their verb says: "a judge … was", "five people … were"."""
    one = group.low == 1 and group.high == 1
    word = scene.lower(verb)
    return word in ("had", "been") or (word in ("was", "has", "is")) == one


def _inside_passive(scene: Scene, position: int) -> bool:
    """Whether a word may stand between "were" and "killed": a day, "reportedly", "also"."""
    day = any(d.first <= position < d.last for d in scene.days)
    return day or scene.lower(position).endswith("ly") or scene.is_a("inside_passives", position)

"""What joins people told one after another, and what makes the later ones a part of the earlier."""

from recount.extract.groups import PeopleGroup
from recount.extract.scene import Scene

# So many words may say more of people before others are joined to them: "in a prison of the town of Ostrel and".
_DETAILS = 9


def joined(scene: Scene, one: PeopleGroup, other: PeopleGroup) -> bool:
    """Whether only joining words, or words that introduce a part, stand between two groups."""
    position = one.last
    while position < other.first:
        part = scene.grammar.get(position)
        if part is not None and (part.value == "part" or (part.value == "along" and part.last > position + 1)):
            position = part.last
        elif scene.is_a("joiners", position) or among(scene, position):
            position += 1
        elif other.plain and scene.lower(position) == "the" and scene.lower(position - 1) == "and":
            # "33 people, mostly women and the children"
            position += 1
        else:
            return False
    return other.first - one.last <= 5


def joined_past_details(scene: Scene, one: PeopleGroup, other: PeopleGroup) -> bool:
    """Whether others join people of whom more is said: "13 inmates of a prison in Ostrel and one guard"."""
    between = range(one.last, other.first)
    own = scene.is_a("possessives", other.first) or scene.lower(other.first) == "her"
    if (
        one.plain
        or other.plain
        or (one.low == other.low == 1 and not own)
        or not 1 < len(between) <= _DETAILS
        or scene.lower(other.first - 1) != "and"
    ):
        return False
    if not scene.is_a("details", one.last) or not _ends_list(scene, other):
        return False
    told = {hit.first for hit in scene.outcomes}
    return not any(
        p in told
        or scene.part(p) in ("be", "have", "clause", "join", "relative", "part")
        or scene.lower(p) in (",", ";")
        for p in between
    )


def _ends_list(scene: Scene, group: PeopleGroup) -> bool:
    """Whether no verb of their own stands behind people."""
    after = scene.lower(group.last)
    return not after.isalpha() or scene.is_a("after_people", group.last) or after == "of"


def among(scene: Scene, position: int) -> bool:
    """The words of "six civilians were among 22 people killed"."""
    start = position + 1 + scene.is_a("of_known", position + 1)
    if scene.lower(position) == "among" and any(q.first == start for q in scene.quantities):
        return True
    return (scene.part(position) == "be" and scene.lower(position + 1) == "among") or (
        scene.lower(position) == "among" and scene.part(position - 1) == "be"
    )


def introduces_part(scene: Scene, group: PeopleGroup) -> bool:
    """Whether words right before a group make it a part: "including", "among them", "mostly"."""
    return (
        group.part
        or _among_them(scene, group)
        or any(
            hit.value == "part" and hit.last in (group.first, group.first - 1)
            for position in range(max(0, group.first - 6), group.first)
            if (hit := scene.grammar.get(position)) is not None
        )
    )


def _among_them(scene: Scene, group: PeopleGroup) -> bool:
    """Whether words right behind a group make it a part: "three people, a mayor among them, were killed"."""
    hit = scene.grammar.get(group.last)
    if hit is None or hit.value != "part" or scene.lower(group.last) != "among":
        return False
    return not scene.lower(hit.last).isalnum() or scene.part(hit.last) in ("be", "have")


def of_them(scene: Scene, part: PeopleGroup, whole: PeopleGroup) -> bool:
    """Whether only "of the" stands between a part and its whole: "five of the 13 dead"."""
    between = [scene.lower(p) for p in range(part.last, whole.first)]
    return between[:1] == ["of"] and len(between) == 2 and scene.is_a("of_known", part.last + 1)

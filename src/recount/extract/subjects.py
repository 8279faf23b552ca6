"""Which people an outcome word speaks of: those before it, those behind it, and those joined to them."""

from collections.abc import Sequence

from recount.extract.agreement import differs, opening, passive, shares_be
from recount.extract.counted import Told
from recount.extract.groups import PeopleGroup
from recount.extract.joined import introduces_part, joined, joined_past_details
from recount.extract.scene import Scene
from recount.language.phrases import Hit
from recount.model import Outcome

# How far left of its verb the subject of a passive may end: "29 rebels from two factions were killed".
_SUBJECT_REACH = 14
# How far behind their verb others who share it may stand: "was killed in his home on Monday, along with".
_ALONG = 8
# How far before a part its whole may end: "16 members of the extended family of a village teacher, including".
_PART_REACH = 14
# Outcomes for which people without a figure ("killing civilians") are a count of unknown size.
_COUNTED_WITHOUT_FIGURE = (
    Outcome.KILLED,
    Outcome.INJURED,
    Outcome.KILLED_OR_INJURED,
    Outcome.ABDUCTED,
    Outcome.DETAINED,
)


def people_beside(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The people of "killed": before it where it is passive or they stand right before it, else after it."""
    if passive(scene, told.first) or scene.part(told.first) == "be":
        return [*people_before(scene, told, groups), *_along(scene, told, groups)]
    right = people_behind(scene, told, groups)
    reach = 2 if right or not shares_be(scene, told.first) else _SUBJECT_REACH
    left = people_before(scene, told, groups, reach)
    if left and left[-1].plain and not _reduced(scene, told):
        left = []
    if right and not (left and not left[-1].plain and (introduces_part(scene, right[0]) or _taken(scene, right[0]))):
        return right
    return left


def people_before(
    scene: Scene, told: Told, groups: Sequence[PeopleGroup], reach: int = _SUBJECT_REACH
) -> list[PeopleGroup]:
    """The people before an outcome word: the nearest that reach it, those joined to them, what they are part of."""
    before = [g for g in groups if g.last <= told.first and not (g.plain and _unfit(scene, g, told))]
    if not before:
        return []
    ends = [before[-1], *(g for g in reversed(before[:-1]) if not g.plain and not g.part)][:2]
    if not before[-1].plain and before[-1].last - ends[-1].last > 0:
        ends = ends[:1]
    for end in ends:
        chain = _chain_left(scene, before, before.index(end))
        if (
            _reaches(scene, end, told, reach)
            and not differs(scene, chain, told)
            and (end is ends[-1] or not chain[0].plain)
        ):
            return chain
    return opening(scene, told, before) if reach == _SUBJECT_REACH else []


def people_behind(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The people behind an outcome word, with those joined to them."""
    after = [g for g in groups if g.first >= told.last]
    after = [g for g in after if not (g.plain and told.value.outcome not in _COUNTED_WITHOUT_FIGURE)]
    if not after or not all(_lets_through(scene, p) for p in range(told.last, after[0].first)):
        return []
    if after[0].first - told.last > 3 or (told.value.form == "past" and _told_elsewhere(scene, told, after[0])):
        return []
    last = 0
    while (
        last + 1 < len(after) and _together(scene, after[last], after[last + 1]) and not _taken(scene, after[last + 1])
    ):
        last += 1
    if last and _has_own_verb(scene, after[last]):
        last -= 1
    return after[: last + 1]


def _told_elsewhere(scene: Scene, told: Told, group: PeopleGroup) -> bool:
    """Whether people behind "those killed" are others: "beside those killed at least 60 people were hurt"."""
    own = any(hit.first == group.last + 1 for hit in scene.outcomes) and scene.part(group.last) == "be"
    return own and scene.is_a("of_known", told.first - 1)


def _along(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """Those who came to the same harm: "was killed, along with eight others"."""
    for position in range(told.last, min(told.last + _ALONG, len(scene.tokens))):
        hit = scene.grammar.get(position)
        if hit is not None and hit.value == "along":
            with_them = people_behind(scene, Hit(told.first, hit.last, told.value), groups)
            apart = any(group.plain or _has_own_verb(scene, group) for group in with_them)
            return [] if apart else with_them
        if scene.part(position) in ("be", "have", "clause", "join", "relative") or scene.lower(position) in (
            ";",
            "and",
        ):
            return []
    return []


def _together(scene: Scene, one: PeopleGroup, other: PeopleGroup) -> bool:
    return joined(scene, one, other) or joined_past_details(scene, one, other)


def _reduced(scene: Scene, told: Told) -> bool:
    """Whether "killed" can say what befell those before it ("civilians killed in raids"), and not what they did."""
    after = scene.lower(told.last)
    return not after or not after[0].isalnum() or scene.is_a("after_people", told.last)


def _taken(scene: Scene, group: PeopleGroup) -> bool:
    """Whether an outcome word stands right behind a group: in "3 killed 20 wounded" the 20 are not killed."""
    return (
        group.bare and scene.lists.words.outcomes.at(scene.tokens, min(group.last, len(scene.tokens) - 1)) is not None
    )


def _reaches(scene: Scene, group: PeopleGroup, told: Told, reach: int) -> bool:
    """Whether a group can be the subject of an outcome word: near, and no other verb of the kind between."""
    between = range(group.last, told.first)
    if len(between) > (2 if group.plain or group.bare else reach) + 3 * group.plain:
        return False
    if any(hit.first in between and hit.value.form not in ("figure", "toll") for hit in scene.outcomes):
        return False
    if any(hit.last in between and scene.lower(hit.last) == "that" and "says" in hit.value for hit in scene.reporting):
        return False
    return not any(
        scene.lower(p) in (";", ":") or scene.part(p) == "clause" or scene.is_a("subjects", p) for p in between
    )


def _unfit(scene: Scene, group: PeopleGroup, told: Told) -> bool:
    """Whether people without a figure are no count here: known ones ("the fighters"), or not harmed."""
    joined = scene.lower(group.first - 2) == "and" and scene.people_at(group.first - 3) is not None
    definite = scene.is_a("known_people", group.first - 1) and not joined
    return definite or told.value.outcome not in _COUNTED_WITHOUT_FIGURE


def _chain_left(scene: Scene, groups: Sequence[PeopleGroup], end: int) -> list[PeopleGroup]:
    """A group with those before it that only joining words part, and the whole that they are told as parts of."""
    first = end
    while first > 0 and _together(scene, groups[first - 1], groups[first]) and not _part_of_more(scene, groups, first):
        if groups[end].bare and _part_of_told(scene, groups[first - 1]):
            break
        first -= 1
    chain = list(groups[first : end + 1])
    if introduces_part(scene, chain[0]):
        whole = _whole_before(scene, groups[:first], chain[0])
        if whole is not None:
            return [whole, *chain]
    return chain


def _part_of_told(scene: Scene, part: PeopleGroup) -> bool:
    """Whether people are a part of those whose outcome is told before: "seven were killed including two children"."""
    return introduces_part(scene, part) and any(
        hit.last <= part.first and part.first - hit.last <= 2 for hit in scene.outcomes
    )


def _part_of_more(scene: Scene, groups: Sequence[PeopleGroup], part: int) -> bool:
    """Whether a part is of more people than the group right before it, which then is not its whole."""
    low, before = groups[part].low, groups[part - 1].low
    return introduces_part(scene, groups[part]) and low is not None and before is not None and low > before


def _whole_before(scene: Scene, groups: Sequence[PeopleGroup], part: PeopleGroup) -> PeopleGroup | None:
    """The people that a part told behind them is of: "16 members of the family of X, including four children"."""
    for group in reversed(groups):
        between = range(group.last, part.first)
        if len(between) > _PART_REACH or any(hit.first in between for hit in scene.outcomes):
            return None
        fits = group.low is None or part.low is None or group.low > part.low
        if not group.plain and not group.part and fits:
            return group
    return None


def _has_own_verb(scene: Scene, group: PeopleGroup) -> bool:
    """Whether the last of a list begins a clause of its own: "killed 14 people and 39 others were hurt"."""
    if scene.lower(group.last).endswith("ing") and not scene.is_a("after_people", group.last):
        return True
    return scene.part(group.last) in ("be", "have") or any(hit.first == group.last for hit in scene.outcomes)


def _lets_through(scene: Scene, position: int) -> bool:
    return (
        scene.is_a("loose", position) or scene.is_a("before_people", position) or scene.lower(position).endswith("ly")
    )

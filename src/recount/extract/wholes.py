"""Parts and wholes: who is told as a part of other people, and who makes them up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.counted import Counted, Told
from recount.extract.groups import PeopleGroup, group_of, people_ahead
from recount.extract.joined import among, introduces_part, joined, of_them
from recount.extract.scene import Scene
from recount.language.en.quantities import Quantity
from recount.model import Standing

# So far behind a word for the dead may "was" stand: "among the killed militants was".
_NOUN = 4


def of_the_dead(scene: Scene, groups: Sequence[PeopleGroup]) -> Iterator[Counted]:
    """Parts of people whom an earlier sentence counted: "ten of the dead were children"."""
    for group in (group for group in groups if not group.plain):
        within = range(group.first, group.last) if group.part else _dead_before(scene, group)
        told = next((hit for hit in scene.outcomes if hit.first in within), None)
        if told is not None:
            listed = [group] if group.part else _in_a_row(scene, groups, group)
            yield from (Counted(one, told.value.outcome, told, of_known=True) for one in listed)


def _in_a_row(scene: Scene, groups: Sequence[PeopleGroup], first: PeopleGroup) -> list[PeopleGroup]:
    """People with those joined to them: "the dead include one guard, a clerk and two farmers"."""
    row = [first]
    for group in groups[groups.index(first) + 1 :]:
        if group.plain or not joined(scene, row[-1], group):
            break
        row.append(group)
    return row


def _dead_before(scene: Scene, group: PeopleGroup) -> range:
    """The words for the dead that people right behind them are a part of: "the dead included four children"."""
    for hit in scene.grammar.values():
        includes = scene.grammar.get(hit.last)
        if hit.value == "dead" and includes is not None and includes.value == "part" and includes.last == group.first:
            return range(hit.first, hit.last)
    return range(0)


def one_among(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup] | None:
    """Who is told as one of the dead: "among the killed militants was a field commander"; None for other words."""
    before = told.first - 1 - scene.is_a("of_known", told.first - 1)
    be = next((p for p in range(told.last, told.last + _NOUN) if scene.part(p) == "be"), None)
    if scene.lower(before) != "among" or be is None:
        return None
    named = [group for group in groups if group.first == be + 1 and not group.plain]
    noun = people_ahead(scene, be + 1, one=True)
    if named or noun is None or noun.value.plural:
        return _in_a_row(scene, groups, named[0]) if named else []
    return [group_of(scene, Quantity(be + 1, be + 1, be + 1, 1, 1), noun)]


def with_parts(scene: Scene, told: Told, chain: Sequence[PeopleGroup]) -> Iterator[Counted]:
    """The groups of a chain, parts with the group that they are part of."""
    outcome = told.value.outcome
    whole = _whole_behind(scene, chain)
    if whole is not None:
        yield Counted(whole, outcome, told)
    top, in_part, last_part = None, False, -1
    for place, group in enumerate(chain):
        if group is whole:
            continue
        last_part = max(last_part, _adding_up(chain, place))
        part = (
            introduces_part(scene, group)
            or (in_part and _fits_in(group, top))
            or (top is not None and place <= last_part)
        )
        in_part = part
        if whole is not None:
            yield Counted(group, outcome, told, top if part and top is not None else whole)
            top = group if not part else top
        elif part and top is not None:
            yield Counted(group, outcome, told, top)
        else:
            top = group
            yield Counted(group, outcome, told)


def add_loose_parts(scene: Scene, groups: Sequence[PeopleGroup], found: dict[int, Counted]) -> None:
    """Parts told away from their whole: "executed 48 people in a village, among them 10 children"."""
    for counted in list(found.values()):
        for group in _listed_behind(scene, groups, counted):
            found[group.first] = replace(counted, group=group, whole=counted.group)
    for place, group in enumerate(groups):
        if group.first in found or not introduces_part(scene, group):
            continue
        behind = groups[place + 1] if place + 1 < len(groups) else None
        if behind is not None and behind.first in found and of_them(scene, group, behind):
            found[group.first] = replace(found[behind.first], group=group, whole=behind)
            continue
        wholes = [c for first, c in sorted(found.items()) if first < group.first and c.whole is None]
        if wholes:
            last = wholes[-1]
            found[group.first] = replace(last, group=group, whole=last.group)
            _add_listed(scene, groups, found, group)


def _listed_behind(scene: Scene, groups: Sequence[PeopleGroup], whole: Counted) -> Sequence[PeopleGroup]:
    """Those behind a colon who make a whole up: "killed four people: two women, a child and a guard"."""
    behind = [group for group in groups if group.first > whole.last]
    if whole.whole is not None or whole.group.low is None or scene.lower(whole.last) != ":" or not behind:
        return []
    last = 1
    while last < len(behind) and joined(scene, behind[last - 1], behind[last]):
        last += 1
    listed = behind[:last]
    close = listed[0].first == whole.last + 1 and last > 1
    return listed if close and sum(group.low or 0 for group in listed) == whole.group.low else []


def _adding_up(chain: Sequence[PeopleGroup], place: int) -> int:
    """The place of the last of those behind a group that make it up: "21 people, 17 men and four women"; -1 for none.

    Two kinds of fighters that happen to be as many as a third do not make it up.
    """
    whole, total = chain[place], 0
    if whole.low is None or whole.group is not None or whole.work is not None:
        return -1
    for last in range(place + 1, len(chain)):
        part = chain[last]
        if part.low is None or (whole.standing is not Standing.UNKNOWN and part.group is None and not part.bare):
            return -1
        total += part.low
        if total >= whole.low:
            return last if total == whole.low and last > place + 1 else -1
    return -1


def _whole_behind(scene: Scene, chain: Sequence[PeopleGroup]) -> PeopleGroup | None:
    """The 22 of "six civilians were among at least 22 people killed"."""
    if len(chain) > 1 and any(among(scene, p) for p in range(chain[-2].last, chain[-1].first)):
        return chain[-1]
    return None


def _fits_in(group: PeopleGroup, whole: PeopleGroup | None) -> bool:
    """Whether a group told after a part goes on listing parts: women and children do, other fighters do not."""
    if whole is None or group.standing is Standing.COMBATANT:
        return False
    if group.low is not None and whole.low is not None and group.low > whole.low:
        return False
    return group.group is not None or group.work is not None


def _add_listed(scene: Scene, groups: Sequence[PeopleGroup], found: dict[int, Counted], part: PeopleGroup) -> None:
    """The women of "among them 10 children and six women"."""
    position = groups.index(part)
    while position + 1 < len(groups) and joined(scene, groups[position], groups[position + 1]):
        position += 1
        if groups[position].first not in found and _fits_in(groups[position], found[part.first].whole):
            found[groups[position].first] = replace(found[part.first], group=groups[position])

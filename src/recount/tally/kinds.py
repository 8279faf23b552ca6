"""Kinds of people: which lie within which, and which are others for sure."""

from recount.model import Count, Standing


def same_kind(one: Count, other: Count) -> bool:
    """Whether two counts speak of the same kind of people, by all that they tell of them."""
    return _kind(one) == _kind(other)


def covers(wide: Count, narrow: Count) -> bool:
    """Whether the people of one count are, by their kind, among those of another.

    People cover everybody, civilians the children, women and medics of whom no standing is told. No kind covers itself.
    """
    if same_kind(wide, narrow):
        return False
    details = zip(_details(wide), _details(narrow), strict=True)
    return _stands_within(wide, narrow) and all(ours in (None, theirs) for ours, theirs in details)


def apart(one: Count, other: Count) -> bool:
    """Whether nobody can be in both: civilians and combatants, children and women, fighters of two sides."""
    standings = {one.standing, other.standing} - {Standing.UNKNOWN}
    groups, sides = {one.group, other.group} - {None}, {one.side, other.side} - {None}
    return len(standings) > 1 or len(groups) > 1 or len(sides) > 1


def _kind(count: Count) -> tuple[object, ...]:
    return (count.standing, *_details(count))


def _details(count: Count) -> tuple[object, ...]:
    return (count.group, count.work, count.side)


def _stands_within(wide: Count, narrow: Count) -> bool:
    if wide.standing in (Standing.UNKNOWN, narrow.standing):
        return True
    untold = narrow.standing is Standing.UNKNOWN and (narrow.group is not None or narrow.work is not None)
    return wide.standing is Standing.CIVILIAN and untold

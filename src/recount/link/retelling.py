"""Two claims of one report: two events, or one that is told again."""

from recount.link.features import Features, fineness, other_weapons
from recount.link.figures import contradict, tolls
from recount.link.places import places
from recount.link.weighing import Evidence, points, weigh
from recount.model import Event


def reports(one: Features, other: Features) -> Evidence | None:
    """Two claims of one report are two events, unless they set two sources side by side, or are of one day and place.

    Two sources dispute one toll only where their figures are not far from each other and neither says "another strike".
    """
    if one.claim.report != other.claim.report:
        return None
    if one.another or other.another or other_weapons(one, other):
        return weigh("report", "another", "told as another event in one report")
    if _days_told_apart(one, other) or _places_told_apart(one, other):
        return weigh("report", "another", "told of another day or place in one report")
    if _two_sources(one, other):
        return weigh("report", "two_sources", "two sources in one report")
    if contradict(one, other):
        return weigh("report", "two_figures", "two figures told apart in one report")
    if one.claim.event is not other.claim.event and Event.VIOLENCE not in (one.claim.event, other.claim.event):
        return weigh("report", "other_kind", "two kinds of event told apart in one report")
    if one.days != other.days or not _agree(one, other):
        return weigh("report", "same_report", "told apart in one report")
    if one.numbers and other.numbers:
        return weigh("report", "told_again", "told twice in one report")
    return weigh("report", "one_figure", "one of the two has no figure")


def _days_told_apart(one: Features, other: Features) -> bool:
    """Whether both tell exact days, and not the same."""
    return one.width == other.width == 1 and one.days != other.days


def _places_told_apart(one: Features, other: Features) -> bool:
    """Whether both tell places of one kind, such as two villages, and not the same."""
    kinds = {fineness(place) for features in (one, other) for place in features.exact_places}
    if not one.exact_places or not other.exact_places or len(kinds) > 1:
        return False
    where = places(one, other)
    return where is not None and where.points <= points("places", "near")


def _two_sources(one: Features, other: Features) -> bool:
    """Whether two claims are of two sources, or of one and of the outlet, with figures not far from each other."""
    toll = tolls(one, other)
    alike = toll is None or toll.points >= 0
    if not alike or one.speakers & other.speakers:
        return False
    return bool(one.speakers and other.speakers) or (bool(one.speakers or other.speakers) and contradict(one, other))


def _agree(one: Features, other: Features) -> bool:
    where = places(one, other)
    return where is not None and where.points > 0


def tells_more(one: Features, other: Features) -> bool:
    """Whether one refers back to an event of this day and place, and so tells more of it: "the strike hit a bakery"."""
    return (one.refers_back or other.refers_back) and _may_be_more(one, other) and _agree(one, other)


def _may_be_more(one: Features, other: Features) -> bool:
    """Whether two claims are of one day, at most one has a figure, and neither says that it is another event."""
    if one.another or other.another or (one.numbers and other.numbers):
        return False
    return one.days is not None and one.days == other.days

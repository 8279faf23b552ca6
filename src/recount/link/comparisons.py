"""What speaks for and against two claims telling of one event: one small comparison a function."""

import math
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from recount.language.folding import fold
from recount.link.features import Features, fineness
from recount.link.places import places
from recount.link.weighing import Evidence, points, threshold, veto, weigh
from recount.model import Days, Event, Outcome

# The least and the most of a figure, where told.
Bounds = tuple[int | None, int | None]
Comparison = Callable[[Features, Features], Evidence | None]

_A_WEEK, _A_MONTH = 7, 31
_COPIED, _ALIKE, _SOME = 0.8, 0.5, 0.3
_FEWEST_WORDS = 5
# Days farther from each other than this are never of one event.
FARTHEST = 2
# A toll is corrected upwards as bodies are found, but seldom to more than twice as many.
_CORRECTED, _FAR_APART = 2.0, 4.0


def days(one: Features, other: Features) -> Evidence | None:
    """Whether the possible days overlap, and how exactly."""
    ours, theirs = one.days, other.days
    if ours is None or theirs is None:
        return weigh("days", "not_told", "no day is told of one")
    common = ours & theirs
    if common is None:
        return _days_apart(_gap(ours, theirs))
    width = max(one.width or 0, other.width or 0)
    if one.width is None or other.width is None or width > _A_MONTH:
        return weigh("days", "wider", "their days may be the same")
    if width == 1:
        return weigh("days", "same_day", f"both on {common.earliest}")
    words = "both may be " + (
        f"on {common.earliest}"
        if common.earliest == common.latest
        else f"between {common.earliest} and {common.latest}"
    )
    return weigh("days", "within_a_week" if width <= _A_WEEK else "within_a_month", words)


def _gap(one: Days, other: Days) -> int:
    """How many days lie between two intervals that do not overlap."""
    first, second = sorted((one, other), key=lambda days: (days.earliest is not None, days.earliest))
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest).days


def _days_apart(gap: int) -> Evidence:
    if gap == 1:
        return weigh("days", "a_day_apart", "told of neighbouring days")
    if gap == FARTHEST:
        return weigh("days", "two_days_apart", "told of days two apart")
    return veto(f"{gap} days apart")


def reported(one: Features, other: Features) -> Evidence | None:
    """Where a day is left open, how far what is told of came out from the other: reports mostly tell what is new."""
    if one.width is not None and other.width is not None:
        return _told_later(one, other)
    ours, theirs = one.about, other.about
    if ours is None or theirs is None:
        return None
    gap = 0 if ours & theirs is not None else _gap(ours, theirs)
    if gap <= _A_WEEK:
        return weigh("reported", "same_week", "reported within a week")
    return weigh("reported", "months_apart", f"reported {gap} days apart") if gap > _A_MONTH else None


def _told_later(one: Features, other: Features) -> Evidence | None:
    """Whether of two claims, one of which tells no week, one looks back from months later: it mixes up what it tells."""
    if not (one.open or other.open) or one.published is None or other.published is None:
        return None
    gap = abs((one.published - other.published).days)
    return weigh("reported", "looks_back", f"reported {gap} days apart") if gap > _A_MONTH else None


def events(one: Features, other: Features) -> Evidence | None:
    """Whether both tell the same kind of event, or kinds that reports take for one another."""
    return _kinds(one.claim.event, other.claim.event)


@cache
def _kinds(ours: Event, theirs: Event) -> Evidence:
    if ours is theirs:
        return Evidence(_same_kind(ours), f"both tell of {ours.value.replace('_', ' ')}")
    words = f"{ours.value.replace('_', ' ')} and {theirs.value.replace('_', ' ')}"
    if theirs in compatible(ours):
        return weigh("events", "means_untold" if Event.VIOLENCE in (ours, theirs) else "kin", f"{words} may be one")
    return veto(f"{words} are different")


@cache
def compatible(event: Event) -> frozenset[Event]:
    """The kinds of event that may be one with this kind."""
    return frozenset({event, *(Event(kind) for kin in _kin() if event.value in kin for kind in kin)})


@cache
def _same_kind(event: Event) -> float:
    return points("events", f"same_{event.value}", "same")


@cache
def _kin() -> tuple[frozenset[str], ...]:
    with Path(__file__).with_name("kin.toml").open("rb") as file:
        return tuple(frozenset(kinds) for kinds in tomllib.load(file)["kin"])


def sides(one: Features, other: Features) -> Evidence | None:
    """Whether the same side is told to have done it. Different ones hardly count: who did it is what sides dispute."""
    ours, theirs = set(one.claim.by), set(other.claim.by)
    if not ours or not theirs:
        return None
    if ours & theirs:
        return weigh("sides", "same_actor", f"both by {', '.join(sorted(ours & theirs))}")
    return weigh("sides", "other_actor", "told of different sides")


def targets(one: Features, other: Features) -> Evidence | None:
    """Whether the same kind of thing was hit."""
    ours, theirs = set(one.claim.target), set(other.claim.target)
    if not ours or not theirs:
        return None
    if ours & theirs:
        return weigh("sides", "same_target", f"both on {', '.join(sorted(ours & theirs))}")
    return weigh("sides", "other_target", "told of different targets")


def weapons(one: Features, other: Features) -> Evidence | None:
    """Whether the same weapon is named; of two kinds of event, another weapon tells that they are two indeed."""
    ours, theirs = one.claim.weapon, other.claim.weapon
    if ours is None or theirs is None:
        return None
    if fold(ours) == fold(theirs):
        return weigh("sides", "same_weapon", f"both with {ours}")
    if _other_weapons(one, other):
        return weigh("sides", "other_weapon", f"with {ours} and with {theirs}")
    return None


def _other_weapons(one: Features, other: Features) -> bool:
    """Whether two kinds of event are told with weapons that have no word in common."""
    ours, theirs = (fold(features.claim.weapon or "").split() for features in (one, other))
    return one.claim.event is not other.claim.event and bool(ours and theirs) and not {*ours} & {*theirs}


def tolls(one: Features, other: Features) -> Evidence | None:
    """Whether the figures agree: the same number speaks for one event, the more so the larger it is."""
    shared = [_figures(outcome, one, other) for outcome in one.numbers if outcome in other.numbers]
    told = [evidence for evidence in shared if evidence is not None]
    if not told:
        return None
    return max(told, key=lambda evidence: evidence.points)


def _figures(outcome: Outcome, one: Features, other: Features) -> Evidence | None:
    ours, theirs = one.numbers[outcome], other.numbers[outcome]
    numbers = {n for n in ours if n is not None} & {n for n in theirs if n is not None}
    what = outcome.value.replace("_", " or ")
    if numbers:
        number = max(numbers)
        more = points("tolls", "each_factor_of_ten") * math.log10(max(number, 1))
        return Evidence(points("tolls", "same_number") * (number > 1) + more, f"both tell {number} {what}")
    larger, smaller = max(_told(ours), _told(theirs)), min(_told(ours), _told(theirs))
    if _may_be_one(ours, theirs):
        if larger > _FAR_APART * max(smaller, 1):
            return weigh("tolls", "bounds_far_apart", f"{smaller} and {larger} {what} are hardly the same")
        return weigh("tolls", "within_bounds", f"their numbers of {what} may be the same")
    if larger > _FAR_APART * max(smaller, 1):
        return weigh("tolls", "far_apart", f"{smaller} and {larger} {what} are far apart")
    if larger > _CORRECTED * max(smaller, 1):
        return weigh("tolls", "differ", f"{smaller} and {larger} {what} differ")
    return None


def totals(one: Features, other: Features) -> Evidence | None:
    """Whether one tells a far larger figure over more days: rather a total of several events than this one's toll."""
    ours, theirs = (math.inf if features.width is None else features.width for features in (one, other))
    if ours == theirs:
        return None
    wider, narrower = (one, other) if ours > theirs else (other, one)
    for outcome in wider.numbers.keys() & narrower.numbers.keys():
        total, part = _told(wider.numbers[outcome]), _told(narrower.numbers[outcome])
        if total > _CORRECTED * max(part, 1):
            what = outcome.value.replace("_", " or ")
            return weigh("tolls", "over_more_days", f"{total} {what} over more days may be a total of several events")
    return None


def _may_be_one(ours: Bounds, theirs: Bounds) -> bool:
    """Whether one number lies within both bounds."""
    low = max(0 if least is None else least for least, _ in (ours, theirs))
    return low <= min(math.inf if most is None else most for _, most in (ours, theirs))


def _told(bounds: Bounds) -> int:
    return max(n for n in (*bounds, 0) if n is not None)


def words(one: Features, other: Features) -> Evidence | None:
    """How many of the longer words the quotes share: agency copy is told in the same ones."""
    fewer = min(len(one.words), len(other.words))
    if fewer < _FEWEST_WORDS:
        return None
    share = len(one.words & other.words) / fewer
    if share >= _COPIED:
        return weigh("words", "copied", "told in the same words")
    if share >= _ALIKE:
        return weigh("words", "alike", "told in similar words")
    return weigh("words", "some", "some words in common") if share >= _SOME else None


def reports(one: Features, other: Features) -> Evidence | None:
    """Two claims of one report are two events, unless they set two sources side by side, or one adds no figure.

    Two sources dispute one toll only where their figures are not far from each other and neither says "another strike".
    """
    if one.claim.report != other.claim.report:
        return None
    if one.another or other.another or _other_weapons(one, other):
        return weigh("report", "another", "told as another event in one report")
    if _days_told_apart(one, other) or _places_told_apart(one, other):
        return weigh("report", "another", "told of another day or place in one report")
    if _two_sources(one, other):
        return weigh("report", "two_sources", "two sources in one report")
    if _contradict(one, other):
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
    """Whether two claims are of two sources, or of one and of the outlet itself, with figures not far from each other."""
    toll = tolls(one, other)
    alike = toll is None or toll.points >= 0
    if not alike or one.speakers & other.speakers:
        return False
    return bool(one.speakers and other.speakers) or (bool(one.speakers or other.speakers) and _contradict(one, other))


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


def _contradict(one: Features, other: Features) -> bool:
    """Whether both give a number for one outcome, the numbers cannot be the same, and neither is a part of the other."""
    return any(
        not _may_be_one(ours, other.numbers[outcome]) and not _may_be_part(outcome, one, other)
        for outcome, ours in one.numbers.items()
        if outcome in other.numbers
    )


def _may_be_part(outcome: Outcome, one: Features, other: Features) -> bool:
    """Whether the smaller figure counts children, women or men alone, and the larger not them alone."""
    smaller, larger = sorted((one, other), key=lambda features: _told(features.numbers[outcome]))
    return smaller.one_group(outcome) and not larger.one_group(outcome)


def spoken_of(one: Features, other: Features) -> Evidence | None:
    """A denial mostly speaks of what its own report has told."""
    if one.claim.report != other.claim.report:
        return None
    return weigh("report", "denied_in_it", "denied in the same report")


OF_ONE_EVENT: tuple[Comparison, ...] = (
    events,
    days,
    reported,
    places,
    sides,
    targets,
    weapons,
    tolls,
    totals,
    words,
    reports,
)
OF_A_DENIAL: tuple[Comparison, ...] = (events, days, places, targets, weapons, tolls, words, spoken_of)


def compare(one: Features, other: Features, comparisons: tuple[Comparison, ...] = OF_ONE_EVENT) -> tuple[Evidence, ...]:
    """Everything that speaks for or against two claims, for them first; a veto ends the comparison."""
    found = []
    never = threshold("veto")
    for comparison in comparisons:
        evidence = comparison(one, other)
        if evidence is not None:
            found.append(evidence)
            if evidence.points <= never:
                return (evidence,)
    return tuple(sorted(found, key=lambda evidence: -evidence.points))

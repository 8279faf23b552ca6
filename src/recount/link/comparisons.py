"""What speaks for and against two claims telling of one event: one small comparison a function."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from recount.language.folding import fold
from recount.link.features import Features, other_weapons
from recount.link.figures import tolls, totals
from recount.link.places import places
from recount.link.retelling import reports
from recount.link.weighing import Evidence, forbids, points, veto, weigh
from recount.model import Days, Event

Comparison = Callable[[Features, Features], Evidence | None]

_A_WEEK, _A_MONTH = 7, 31
_COPIED, _ALIKE, _SOME = 0.8, 0.5, 0.3
_FEWEST_WORDS = 5
# Days farther from each other than this are never of one event.
FARTHEST = 2


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
    """Whether one looks back from months later, where one of two claims tells no week: it may mix up what it tells."""
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
    if other_weapons(one, other):
        return weigh("sides", "other_weapon", f"with {ours} and with {theirs}")
    return None


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
    for comparison in comparisons:
        evidence = comparison(one, other)
        if evidence is not None:
            found.append(evidence)
            if forbids(evidence.points):
                return (evidence,)
    return tuple(sorted(found, key=lambda evidence: -evidence.points))

"""Totals over many incidents, with the doubt left in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.model import CountedIncident, Doubt, Incident, Outcome, Toll, Vague
from recount.tally.keys import Key, key_value
from recount.tally.policy import Policy
from recount.tally.tolls import counting, is_sum, provisional

OF_SEVERAL = "It is a total over several episodes, whose people may be counted in them already."
"""Why a total over several episodes is not added to single ones."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that is not in a sum, with the reason; for one outcome, or for all where none is named."""

    incident: str
    reason: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """What a total over several episodes tells of an outcome: it bounds the sum of its parts, and is not in it."""

    incident: str
    outcome: Outcome
    min: int | None
    max: int | None


@dataclass(frozen=True, slots=True)
class Total:
    """How many people over the incidents of a row. No absent bound counts as 0.

    `counted` names the incidents that are in the sum: `min` adds their lower bounds, except of those in `no_min`, which
    have none. `best` and `max` are absent where one of them has none, as `no_best` and `no_max` say, and where nothing
    is counted. `not_told` names the incidents that tell no figure, `provisional` those in the sum of which fewer
    independent origins tell than the policy asks for.
    """

    outcome: Outcome
    min: int | None
    best: int | None
    max: int | None
    counted: tuple[str, ...]
    no_min: tuple[str, ...]
    no_best: tuple[str, ...]
    no_max: tuple[str, ...]
    not_told: tuple[str, ...]
    provisional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyRow:
    """The incidents that have one value for each key, an absent one where it is not told, and their totals.

    Each incident is in `incidents` or, where it sums several episodes, in `left_out`. Of `incidents`, `suspected` names
    those for which everybody hedges who did it, and `may_match` those that may be another one on record, and so be
    counted twice. `bounds` has the figures of what is left out: its episodes are of this row too, told or not.
    """

    values: tuple[str | None, ...]
    incidents: tuple[str, ...]
    totals: tuple[Total, ...]
    left_out: tuple[LeftOut, ...] = ()
    suspected: tuple[str, ...] = ()
    may_match: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()


def add_up(
    counted: Iterable[CountedIncident],
    keys: Sequence[Key],
    outcomes: Sequence[Outcome] = (Outcome.KILLED, Outcome.INJURED),
    policy: Policy | None = None,
) -> Sequence[TallyRow]:
    """One row for each combination of values that incidents have for the keys, in their order, "not told" last.

    With the policy that they were counted under, rows also name the incidents whose tolls are provisional. Every
    incident is in one row: one with two perpetrators goes under both names together. No keys give one row over
    all.
    """
    groups: dict[tuple[str | None, ...], list[CountedIncident]] = {}
    for one in sorted(counted, key=lambda one: one.incident.id):
        groups.setdefault(tuple(key_value(one.incident, key) for key in keys), []).append(one)
    ordered = sorted(groups, key=lambda values: [(value is None, value or "") for value in values])
    return tuple(_row(values, groups[values], outcomes, policy) for values in ordered)


def _row(
    values: tuple[str | None, ...], group: Sequence[CountedIncident], outcomes: Sequence[Outcome], policy: Policy | None
) -> TallyRow:
    single = [one for one in group if not is_sum(one.incident.claims)]
    sums = [one for one in group if is_sum(one.incident.claims)]
    part_sums = [LeftOut(one.incident.id, OF_SEVERAL, o) for o in outcomes for one in single if _sums(one.incident, o)]
    return TallyRow(
        values=values,
        incidents=_ids(single),
        totals=tuple(_total(o, [one for one in single if not _sums(one.incident, o)], policy) for o in outcomes),
        left_out=(*(LeftOut(one.incident.id, OF_SEVERAL) for one in sums), *part_sums),
        suspected=_ids(one for one in single if _is_suspected(one.incident)),
        may_match=_ids(one for one in single if one.incident.could_be),
        bounds=tuple(_bounds(outcomes, [*sums, *single])),
    )


def _bounds(outcomes: Sequence[Outcome], some: Sequence[CountedIncident]) -> Iterator[Bound]:
    for outcome in outcomes:
        for one in some:
            toll = one.toll(outcome)
            if toll is not None and _tells(toll) and _sums(one.incident, outcome):
                yield Bound(one.incident.id, outcome, toll.min, toll.max)


def _sums(incident: Incident, outcome: Outcome) -> bool:
    """Whether an incident has only totals over several episodes for this one outcome."""
    return is_sum(counting(incident, outcome))


def _is_suspected(incident: Incident) -> bool:
    naming = [claim for claim in incident.claims if claim.by]
    return bool(naming) and all(Doubt.ACTOR in claim.doubts for claim in naming)


def _ids(some: Iterable[CountedIncident]) -> tuple[str, ...]:
    return tuple(one.incident.id for one in some)


def _total(outcome: Outcome, single: Sequence[CountedIncident], policy: Policy | None) -> Total:
    tolls = {one.incident.id: toll for one in single if (toll := one.toll(outcome)) is not None and _tells(toll)}
    mins = {id: toll.min for id, toll in tolls.items()}
    bests = {id: toll.best for id, toll in tolls.items()}
    maxes = {id: toll.max for id, toll in tolls.items()}
    return Total(
        outcome,
        min=_sum_known(mins),
        best=None if None in bests.values() else _sum_known(bests),
        max=None if None in maxes.values() else _sum_known(maxes),
        counted=tuple(tolls),
        no_min=_without(mins),
        no_best=_without(bests),
        no_max=_without(maxes),
        not_told=tuple(one.incident.id for one in single if one.incident.id not in tolls),
        provisional=tuple(id for id, toll in tolls.items() if policy is not None and provisional(toll, policy)),
    )


def _sum_known(bounds: Mapping[str, int | None]) -> int | None:
    known = [bound for bound in bounds.values() if bound is not None]
    return sum(known) if known else None


def _without(bounds: Mapping[str, int | None]) -> tuple[str, ...]:
    return tuple(id for id, bound in bounds.items() if bound is None)


def _tells(toll: Toll) -> bool:
    """Whether a toll says how many, if only in a word."""
    if (toll.min, toll.best, toll.max) != (None, None, None):
        return True
    words = {figure.vague for figure in toll.figures} - {None, Vague.UNKNOWN.value}
    return bool(words) or any(figure.low is not None or figure.high is not None for figure in toll.figures)

"""The sums of two policies row by row, with where they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.model import CountedIncident, Outcome
from recount.tally import Key, TallyRow, Total, add_up
from recount.web.show import figures

_BOUNDS = ("least", "best", "most")


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound of all incidents that have one, added up; `having` says how many they are. `differs` under the other."""

    value: int | None
    having: int
    differs: bool = False

    @property
    def words(self) -> str:
        """The sum; "none" where no incident has the bound."""
        return "none" if self.value is None else figures.number(self.value)


@dataclass(frozen=True, slots=True)
class Row:
    """One month or place: least, best and most under both, how they differ, and over how many incidents."""

    value: str | None
    incidents: int
    one: tuple[Bound, ...]
    other: tuple[Bound, ...]
    differences: tuple[str, ...]


def rows(one: Sequence[CountedIncident], other: Sequence[CountedIncident], key: Key, outcome: Outcome) -> list[Row]:
    """The rows in which any incident has a figure, by what they share."""
    paired = zip(add_up(one, (key,), (outcome,)), add_up(other, (key,), (outcome,)), strict=True)
    by_id = [{each.incident.id: each for each in some} for some in (one, other)]
    return [_row(mine, theirs, by_id) for mine, theirs in paired if mine.totals[0].counted]


def whole(one: Sequence[CountedIncident], other: Sequence[CountedIncident], outcome: Outcome) -> Row:
    """All of them in one row."""
    by_id = [{each.incident.id: each for each in some} for some in (one, other)]
    return _row(add_up(one, (), (outcome,))[0], add_up(other, (), (outcome,))[0], by_id)


def _row(mine: TallyRow, theirs: TallyRow, by_id: Sequence[dict[str, CountedIncident]]) -> Row:
    ours, others = _bounds(mine.totals[0], by_id[0]), _bounds(theirs.totals[0], by_id[1])
    value = mine.values[0] if mine.values else None
    counted = len(mine.totals[0].counted)
    return Row(value, counted, _marked(ours, others), _marked(others, ours), tuple(_differences(ours, others)))


def _bounds(total: Total, by_id: dict[str, CountedIncident]) -> tuple[Bound, ...]:
    tolls = [toll for id in total.counted if (toll := by_id[id].toll(total.outcome)) is not None]
    return tuple(map(_bound, ([toll.min for toll in tolls], [toll.best for toll in tolls], [t.max for t in tolls])))


def _bound(told: Sequence[int | None]) -> Bound:
    known = [value for value in told if value is not None]
    return Bound(sum(known) if known else None, len(known))


def _marked(own: Sequence[Bound], others: Sequence[Bound]) -> tuple[Bound, ...]:
    return tuple(Bound(one.value, one.having, one != other) for one, other in zip(own, others, strict=True))


def _differences(mine: Sequence[Bound], theirs: Sequence[Bound]) -> Iterator[str]:
    """From the first to the second, bound by bound; a sum over other incidents is told as that."""
    for name, one, other in zip(_BOUNDS, mine, theirs, strict=True):
        if one == other:
            continue
        sums = f" {(other.value or 0) - (one.value or 0):+,}".replace("-", "\N{MINUS SIGN}")
        if one.having == other.having:
            yield name + sums
        elif not one.having or not other.having:
            yield f"{name} of the {'second' if other.having else 'first'} only"
        else:
            more = other.having - one.having
            yield f"{name}{sums}, of {figures.several(abs(more), 'incident')} {'more' if more > 0 else 'fewer'}"

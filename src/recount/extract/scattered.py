"""Tolls that one sentence tells of several places: "seven people were killed in Tarsk and five in Ostrel".

Each is a fact of its own, with the place right beside its people; the event, the day and the sides are those of all,
where a toll has none of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recount.extract.clauses import Unit
from recount.extract.counted import Counted
from recount.extract.mentions import PlaceMention
from recount.extract.scene import Scene
from recount.language.folding import same_name

# So many words may stand between people and the place where it happened to them: "were killed on Monday in".
_BESIDE = 7
# So many words may describe a place before its name: "in the neighbouring village of".
_DESCRIBED = 6


@dataclass(frozen=True, slots=True)
class _Toll:
    """People told together, with the first place told right behind them."""

    counts: tuple[Counted, ...]
    place: PlaceMention


def at_their_places(scene: Scene, unit: Unit, places: Sequence[PlaceMention]) -> list[Unit]:
    """A unit as those of the tolls that it tells at places of their own; as it is where it tells of one."""
    tolls = _tolls(scene, unit, places)
    whole, tolls = _whole_first(tolls)
    starts = [_join(scene, _end(one), other.counts[0]) for one, other in pairwise(tolls)]
    if not starts or None in starts or not _all_apart(tolls, whole):
        return [unit]
    first = unit.first if whole is None else _behind(scene, whole, tolls[0])
    edges = [first, *(start for start in starts if start is not None), unit.last]
    parts = [replace(unit, part=range(start, end)) for start, end in pairwise(edges)]
    if whole is None:
        return parts
    return [replace(unit, part=range(unit.first, first), sums=True), *parts]


def somewhere(scene: Scene, position: int) -> int | None:
    """The end of words at a token that name a place where something happened, with its day: "near Tarsk on Monday"."""
    if not scene.is_a("happening_at", position):
        return None
    end = position + 1
    while end < len(scene.tokens) and not scene.is_a("joining_tolls", end) and _tells_where(scene, end):
        end += 1
    return end if any(scene.tokens[p].capital for p in range(position, end)) else None


def _tells_where(scene: Scene, position: int) -> bool:
    if scene.tokens[position].capital or position in scene.in_days:
        return True
    return any(scene.is_a(kind, position) for kind in ("happening_at", "place_links", "directions", "before_days"))


def _tolls(scene: Scene, unit: Unit, places: Sequence[PlaceMention]) -> list[_Toll]:
    """The tolls of a unit that a place is told with, from left to right."""
    found: list[_Toll] = []
    waiting: list[Counted] = []
    counts = sorted(unit.counts, key=lambda c: c.group.first)
    for n, counted in enumerate(counts):
        place = _beside(scene, counted, counts[n + 1 :], [p for p in places if unit.holds(p.first)])
        if place is None and found and counted.whole in [c.group for c in found[-1].counts]:
            found[-1] = replace(found[-1], counts=(*found[-1].counts, counted))
            continue
        waiting.append(counted)
        if place is not None:
            found.append(_Toll(tuple(waiting), place))
            waiting = []
    return found


def _beside(
    scene: Scene, counted: Counted, behind: Sequence[Counted], places: Sequence[PlaceMention]
) -> PlaceMention | None:
    """The place told right behind people, or behind what befell them, and before others."""
    end = behind[0].group.first if behind else len(scene.tokens)
    start = max(counted.group.last, counted.told.last if counted.told.first < end else 0)
    place = next((p for p in places if start <= p.first < end), None)
    return place if place is not None and place.first - start <= _BESIDE and _placed(scene, place) else None


def _placed(scene: Scene, place: PlaceMention) -> bool:
    """Whether a word near before a place says that something happened there: "in the neighbouring village of Tarsk"."""
    for position in range(place.first - 1, place.first - 1 - _DESCRIBED, -1):
        if scene.is_a("happening_at", position):
            return True
        if not scene.lower(position).isalpha() or (
            scene.is_a("after_people", position) or scene.is_a("joining_tolls", position)
        ):
            return False
    return False


def _whole_first(tolls: list[_Toll]) -> tuple[Counted | None, list[_Toll]]:
    """The people told first, where those behind are parts of them or make them up: "killed 16 people: nine in Tarsk
    and seven in Ostrel"."""
    if not tolls or len(tolls[0].counts) < 2:
        return None, tolls
    whole, *rest = tolls[0].counts
    behind = [c for c in (*rest, *(c for toll in tolls[1:] for c in toll.counts)) if c.outcome is whole.outcome]
    made_up = whole.group.low is not None and sum(c.group.low or 0 for c in behind) == whole.group.low
    if not made_up and not all(c.whole is whole.group for c in behind):
        return None, tolls
    return whole, [_Toll(tuple(rest), tolls[0].place), *tolls[1:]]


def _behind(scene: Scene, whole: Counted, first: _Toll) -> int:
    """Where the tolls begin that a whole is told before."""
    end = max(whole.group.last, whole.told.last)
    return _join(scene, end, first.counts[0]) or end


def _end(toll: _Toll) -> int:
    return max(toll.place.last, *(c.group.last for c in toll.counts))


def _join(scene: Scene, end: int, counted: Counted) -> int | None:
    """The word that joins a toll to the one before it; none where the two are not told in a row."""
    return next((p for p in range(counted.group.first - 1, end - 1, -1) if scene.is_a("joining_tolls", p)), None)


def _all_apart(tolls: Sequence[_Toll], whole: Counted | None) -> bool:
    """Whether each toll has a place of its own, and none is a part of the people of another."""
    names = [toll.place.name for toll in tolls]
    alike = any(same_name(one, other) for n, one in enumerate(names) for other in names[n + 1 :])
    return not alike and not any(toll.place.around or _is_part(toll, whole) for toll in tolls)


def _is_part(toll: _Toll, whole: Counted | None) -> bool:
    """Whether a toll is only of some of those told before it: "killed 16 in Tarsk, nine of them in the mill"."""
    within = [c.group for c in (*toll.counts, *(() if whole is None else (whole,)))]
    return any(c.whole is not None and c.whole not in within for c in toll.counts)

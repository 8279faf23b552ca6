"""What one origin says last of one outcome: wholes that are distinct people, and parts of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recount.model import Claim, Count, Outcome, Vague
from recount.tally.kinds import apart, covers, same_kind


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One count of a claim, itself alone; `turn` is its claim's place among its origin's, in the order of telling."""

    claim: Claim
    turn: int
    place: int
    count: Count

    @property
    def is_part(self) -> bool:
        """Whether its claim tells it as part of another count."""
        return self.count.part_of is not None

    def is_part_of(self, whole: "Telling") -> bool:
        """Whether its claim tells it as part of that very count."""
        return self.turn == whole.turn and self.count.part_of == whole.place


@dataclass(frozen=True, slots=True)
class Latest:
    """The wholes that stand, and the parts within them, which are never added to them."""

    wholes: tuple[Telling, ...]
    parts: tuple[Telling, ...]


def tells_figure(count: Count) -> bool:
    """Whether a count says how many, if only in a word; "people were killed" does not."""
    return count.low is not None or count.high is not None or count.vague not in (None, Vague.UNKNOWN)


def latest(claims: Sequence[Claim], outcome: Outcome) -> Latest:
    """What an origin's claims, in the order they were told, say in the end.

    A later figure for the same kind of people replaces the earlier, an additional one adds to it, and of people and
    the civilians among them the former are the whole.
    """
    standing: list[Telling] = []
    for turn, claim in enumerate(_with_figures(claims, outcome)):
        told = list(_tellings(claim, turn, outcome))
        new = [one for one in told if not any(_is_retold(one, old) for old in standing)]
        standing = [old for old in standing if not any(_replaces(one, old) for one in told)] + new
    return _settled(standing)


def sure_least(tellings: Iterable[Telling], lows: dict[Telling, int]) -> int | None:
    """How many people there are at least, nobody counted twice: the larger figures, and those apart from them."""
    chosen: list[Telling] = []
    for one in sorted((one for one in tellings if one in lows), key=lambda one: -lows[one]):
        if all(distinct(one, other) for other in chosen):
            chosen.append(one)
    return sum(lows[one] for one in chosen) if chosen else None


def distinct(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of other people for sure: by their kind, as wholes of one claim, or as additional."""
    earlier, later = sorted((one, other), key=lambda telling: telling.turn)
    if earlier.turn == later.turn:
        return apart(one.count, other.count) or not (one.is_part or other.is_part)
    return apart(one.count, other.count) or later.count.additional


def _with_figures(claims: Sequence[Claim], outcome: Outcome) -> Sequence[Claim]:
    """The claims that say how many; where none does, the last one."""
    telling = [c for c in claims if any(n.outcome is outcome and tells_figure(n) for n in c.counts)]
    return telling or claims[-1:]


def _tellings(claim: Claim, turn: int, outcome: Outcome) -> Iterator[Telling]:
    for place, count in enumerate(claim.counts):
        if count.outcome is outcome:
            yield Telling(claim, turn, place, count)


def _replaces(new: Telling, old: Telling) -> bool:
    """Whether a later telling takes an earlier one's place. A word replaces no number: it stands beside it."""
    if new.count.additional or not same_kind(new.count, old.count) or not tells_figure(new.count):
        return False
    return _is_number(new.count) or not _is_number(old.count)


def _is_retold(new: Telling, old: Telling) -> bool:
    """Whether a later telling only says an earlier one again: an addition told twice, or people without a figure."""
    if not same_kind(new.count, old.count):
        return False
    if not tells_figure(new.count):
        return True
    both = new.count.additional and old.count.additional
    return both and _figure(new.count) == _figure(old.count)


def _is_number(count: Count) -> bool:
    return count.low is not None or count.high is not None


def _figure(count: Count) -> tuple[int | None, int | None, Vague | None]:
    return (count.low, count.high, count.vague)


def _settled(standing: Sequence[Telling]) -> Latest:
    """Wholes and parts among the tellings that stand.

    A part whose own whole was replaced stands only where another whole covers it. Where a whole is smaller than what
    it should cover, the one told later stands.
    """
    wholes = [one for one in standing if not one.is_part]
    own = [one for one in standing if any(one.is_part_of(whole) for whole in wholes)]
    loose = [one for one in standing if one.is_part and one not in own]
    within: list[Telling] = []
    for wide in tuple(wholes):
        if wide not in wholes:
            continue
        inner = [one for one in (*wholes, *loose) if covers(wide.count, one.count) and not distinct(wide, one)]
        gone = _outdated(wide, inner)
        if wide not in gone:
            within += [one for one in inner if one not in gone]
            gone = inner
        wholes, loose = [[one for one in some if one not in gone] for some in (wholes, loose)]
    kept = [one for one in own if any(one.is_part_of(whole) for whole in (*wholes, *within))]
    return Latest(tuple(sorted(wholes, key=_order)), tuple(sorted((*within, *kept), key=_order)))


def _outdated(wide: Telling, inner: Sequence[Telling]) -> Sequence[Telling]:
    """Which tellings a later one contradicts: those too many for a later whole, or a whole too small for later ones."""
    lows = {one: one.count.low for one in inner if one.count.low is not None}
    least = sure_least(inner, lows)
    if least is None or wide.count.high is None or least <= wide.count.high:
        return ()
    return inner if all(one.turn < wide.turn for one in inner) else (wide,)


def _order(telling: Telling) -> tuple[int, int]:
    return (telling.turn, telling.place)

"""What one origin says last of one outcome: wholes that are distinct people, and parts of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recount.language.en.updating import tells_further, tells_update
from recount.model import Claim, Count, Outcome, Span, Step, Vague
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

    @property
    def updates(self) -> bool:
        """Whether it is told as taking the place of earlier figures, by a person's mark or by its claim's words."""
        if self.count.additional or self.is_part:
            return False
        return self.count.cumulative or (tells_update(self.claim.words) and not self._says_further)

    @property
    def adds(self) -> bool:
        """Whether it is told as beside earlier figures, by a person's mark or by its words.

        "Nine were killed and five more hurt" tells of more people than those killed, and of none beside others hurt:
        so words count only for the first figure of a claim.
        """
        return self.count.additional or (not self.count.cumulative and self.place == 0 and self._says_further)

    @property
    def _says_further(self) -> bool:
        start = self.count.span.start - self.claim.quote.start
        end = self.count.span.end - self.claim.quote.start
        return 0 <= start < end <= len(self.claim.words) and tells_further(self.claim.words, Span(start, end))

    def is_part_of(self, whole: "Telling") -> bool:
        """Whether its claim tells it as part of that very count."""
        return self.turn == whole.turn and self.count.part_of == whole.place


@dataclass(frozen=True, slots=True)
class Latest:
    """The wholes that stand, and the parts within them, which are never added to them."""

    wholes: tuple[Telling, ...]
    parts: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One figure, what it does to those told before, if it stands, and if it lies within another."""

    telling: Telling
    step: Step
    stands: bool
    part: bool


def tells_figure(count: Count) -> bool:
    """Whether a count says how many, if only in a word; "people were killed" does not."""
    return count.low is not None or count.high is not None or count.vague not in (None, Vague.UNKNOWN)


def latest(claims: Sequence[Claim], outcome: Outcome) -> Latest:
    """What an origin's claims, in the order they were told, say in the end.

    A later figure for the same kind of people replaces the earlier, an additional one adds to it, and of people and
    the civilians among them the former are the whole.
    """
    return _settled(_told_in_turn(_with_figures(claims, outcome), outcome)[1])


def steps(claims: Sequence[Claim], outcome: Outcome) -> Sequence[Turn]:
    """Every figure of an origin's claims in the order of telling: what it does to earlier ones, and if it stands."""
    told, standing = _told_in_turn(_with_figures(claims, outcome), outcome)
    settled = _settled(standing)
    wholes, parts = ({(one.claim.id, one.place) for one in some} for some in (settled.wholes, settled.parts))
    return [
        Turn(one, step, at in wholes or at in parts, one.is_part or at in parts)
        for one, step in told
        if tells_figure(one.count) and (at := (one.claim.id, one.place))
    ]


def _told_in_turn(claims: Sequence[Claim], outcome: Outcome) -> tuple[list[tuple[Telling, Step]], list[Telling]]:
    """Each count with what it does to the earlier ones, and those that no later one takes the place of."""
    told: list[tuple[Telling, Step]] = []
    standing: list[Telling] = []
    for turn, claim in enumerate(claims):
        now = list(tellings(claim, turn, outcome))
        new = [one for one in now if not any(_is_retold(one, old) for old in standing) and not _is_included(one, now)]
        told += [(one, _step(one, standing)) for one in now]
        standing = [old for old in standing if not any(_replaces(one, old) for one in now)] + new
    return told, standing


def _step(one: Telling, standing: Sequence[Telling]) -> Step:
    """What a count does to those that stand when it is told."""
    alike = [old for old in standing if same_kind(one.count, old.count)]
    if one.adds and standing:
        return Step.REPEATED if any(_is_retold(one, old) for old in alike) else Step.ADDED
    if any(_figure(one.count) == _figure(old.count) for old in alike):
        return Step.REPEATED
    if any(_replaces(one, old) for old in alike):
        return Step.UPDATED
    return Step.BESIDE if alike else Step.FIRST


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
    return apart(one.count, other.count) or later.adds


def _with_figures(claims: Sequence[Claim], outcome: Outcome) -> Sequence[Claim]:
    """The claims that say how many; where none does, the last one."""
    telling = [c for c in claims if any(n.outcome is outcome and tells_figure(n) for n in c.counts)]
    return telling or claims[-1:]


def tellings(claim: Claim, turn: int, outcome: Outcome) -> Iterator[Telling]:
    """The counts of one outcome that a claim tells."""
    for place, count in enumerate(claim.counts):
        if count.outcome is outcome:
            yield Telling(claim, turn, place, count)


def _replaces(new: Telling, old: Telling) -> bool:
    """Whether a later telling takes an earlier one's place. A word replaces no number: it stands beside it."""
    if new.adds or not same_kind(new.count, old.count) or not tells_figure(new.count):
        return False
    return _is_number(new.count) or not _is_number(old.count)


def _is_retold(new: Telling, old: Telling) -> bool:
    """Whether a later telling only says an earlier one again: an addition told twice, or people without a figure."""
    if not same_kind(new.count, old.count):
        return False
    if not tells_figure(new.count):
        return True
    # Further people of a figure that was told plainly may be the same: two words for one figure add nobody.
    both = new.adds and (old.adds or not new.count.additional)
    return both and _figure(new.count) == _figure(old.count)


def _is_included(one: Telling, now: Sequence[Telling]) -> bool:
    """Whether further people are told with the toll that they bring about: "five more died, which brings it to 25"."""
    return one.adds and any(other.updates and same_kind(one.count, other.count) for other in now if other is not one)


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

"""One fact told twice in a report is one claim."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extract.events import kin
from recount.language.en.quantities import adds
from recount.language.folding import same_name
from recount.model import Claim, Count, Event, Mark, Outcome, Precision, Quote, Scope, Span, Vague


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as one sentence tells it, and which of its place, event and day that sentence tells itself.

    `fineness` is how exact its place is: 0 for a site, more for what is wider. `again` says that its event is told as
    one that was told before: "the strike hit the quarter of …". `apart` marks one of several tolls that its sentence
    tells, each of a place of its own.
    """

    claim: Claim
    own_place: bool
    own_event: bool
    own_day: bool
    fineness: int = 0
    again: bool = False
    apart: bool = False


def without_repeats(tellings: Sequence[Telling]) -> list[Claim]:
    """Claims in order, each fact once: a later telling adds to the first what it lacks."""
    kept: list[Telling] = []
    for telling in tellings:
        for n in range(len(kept) - 1, -1, -1):
            joined = _joined(kept[n], telling, n == len(kept) - 1)
            if joined is not None:
                kept[n] = replace(
                    kept[n], claim=replace(joined, repeats=_repeats(joined, kept[n].claim, telling.claim))
                )
                break
        else:
            kept.append(telling)
    return [telling.claim for telling in kept]


def _repeats(joined: Claim, *told: Claim) -> tuple[Quote, ...]:
    """The passages that tell the fact again, in the order of the text."""
    quotes = {quote for claim in told for quote in (Quote(claim.quote, claim.words), *claim.repeats)}
    return tuple(sorted(quotes - {Quote(joined.quote, joined.words)}))


def _joined(earlier: Telling, later: Telling, adjoining: bool) -> Claim | None:
    """Both as one claim where they tell one fact, else nothing."""
    if same_fact(earlier.claim, later.claim) and not _elsewhere(earlier, later):
        return _together(earlier.claim, later.claim)
    if _counts_again(earlier, later):
        return _together(_filled(earlier.claim, later.claim), later.claim)
    if adjoining and _goes_on(earlier, later):
        return _continued(earlier.claim, later.claim)
    if _details(earlier, later) or _details(later, earlier):
        return _together(earlier.claim, later.claim)
    if _says_where(earlier, later, adjoining):
        return replace(_together(earlier.claim, later.claim), where=later.claim.where)
    return None


# So few people are killed or hurt in several places of one report: the figure alone does not make two facts one.
_FEW = 3


def _elsewhere(earlier: Telling, later: Telling) -> bool:
    """Whether two tellings of one figure, of few people, name places of their own, and not of one area."""
    one, other = earlier.claim, later.claim
    if not (earlier.own_place and later.own_place):
        return False
    alike = any(same_name(a.name, b.name) for a in one.where for b in other.where)
    if earlier.apart and later.apart:
        return not alike
    few = all(number < _FEW for _, number in _figures(one) & _figures(other))
    areas = [{place.admin1 for place in claim.where} - {None} for claim in (one, other)]
    return few and not alike and any(areas) and not areas[0] & areas[1]


def _counts_again(earlier: Telling, later: Telling) -> bool:
    """Whether a later sentence takes the same people again: "detained several suspects", then "detained four of them".

    One of the two has no figure, and the later one no place or day of its own and nobody beside them.
    """
    one, other = earlier.claim, later.claim
    if later.own_place or later.own_day or not kin(one.event, other.event) or not _alike(one, other):
        return False
    before = [c for c in one.counts if _fate(c.outcome) is Outcome.DETAINED and c.part_of is None]
    again = [c for c in other.counts if c.part_of is None]
    if not before or not again or any(_fate(c.outcome) is not Outcome.DETAINED or _added(other, c) for c in again):
        return False
    return all(c.vague is not None for c in again) or (len(before) == len(again) == 1 and before[0].vague is not None)


def _filled(earlier: Claim, later: Claim) -> Claim:
    """The earlier claim with the later one's figure in the place of a vague word."""
    figure = next((c for c in later.counts if c.part_of is None and c.vague is None), None)
    if figure is None:
        return earlier
    counts = (figure if _fate(c.outcome) is Outcome.DETAINED and c.vague is not None else c for c in earlier.counts)
    return replace(earlier, counts=tuple(counts))


# A place of this fineness or more is an area, which a later sentence may make more exact: Precision.ADMIN3.
_AREA = list(Precision).index(Precision.ADMIN3)


def _says_where(earlier: Telling, later: Telling, adjoining: bool) -> bool:
    """Whether a later sentence only tells more exactly where: an area first, then "the strike hit the village of …".

    A sentence right behind may so tell quarters of a town.
    """
    one, other = earlier.claim, later.claim
    if not (later.again and later.own_place and one.event is other.event and _alike(one, other)) or other.counts:
        return False
    exact = later.fineness < _AREA <= earlier.fineness or (adjoining and later.fineness < earlier.fineness)
    return exact and not (one.by and other.by and not set(one.by) & set(other.by))


def _alike(one: Claim, other: Claim) -> bool:
    return one.scope is other.scope and one.assertion is other.assertion and not _apart(one, other)


def _goes_on(earlier: Telling, later: Telling) -> bool:
    """Whether a sentence only adds people to the fact before it: "Dozens were also wounded", "Four children were among
    the dead": no place, event or day of its own, and no outcome told twice but as a part."""
    if later.own_place or later.own_event or later.own_day or not later.claim.counts or not earlier.claim.counts:
        return False
    wholes = {c.outcome for c in earlier.claim.counts if c.part_of is None}
    new = {c.outcome for c in later.claim.counts if c.part_of is None}
    if _casualties_apart(_figures(earlier.claim), _figures(later.claim)):
        return False
    if not wholes & new:
        return _alike(earlier.claim, later.claim)
    smaller = all(_within(c, earlier.claim.counts) for c in later.claim.counts if c.outcome in wholes)
    # Women and children "among the dead" of a running total are told without its days, and are of it all the same.
    of_total = new <= wholes and earlier.claim.scope is Scope.PERIOD
    return smaller and _alike(earlier.claim, replace(later.claim, scope=Scope.PERIOD) if of_total else later.claim)


def _casualties_apart(one: set[tuple[str, int]], other: set[tuple[str, int]]) -> bool:
    """Whether one counts casualties and the other killed: "ten casualties" are no others beside "twenty killed"."""
    both = [{outcome for outcome, _ in figures} for figures in (one, other)]
    return any(
        Outcome.KILLED_OR_INJURED in ours and Outcome.KILLED in theirs for ours, theirs in (both, reversed(both))
    )


def _within(count: Count, counts: Sequence[Count]) -> bool:
    """Whether people can be a part of those told before: women or children, and not more than they."""
    whole = next((c for c in counts if c.outcome is count.outcome and c.part_of is None), None)
    if whole is None or count.group is None or whole.group is not None:
        return False
    return count.low is None or whole.low is None or count.low <= whole.low


def _continued(earlier: Claim, later: Claim) -> Claim:
    """The earlier claim with the later one's people, as parts where it tells their outcome already."""
    counts = list(earlier.counts)
    offset = len(counts)
    for count in later.counts:
        whole = next((n for n, c in enumerate(counts) if c.outcome is count.outcome and c.part_of is None), None)
        if count.part_of is not None:
            whole = count.part_of + offset
        counts.append(replace(count, part_of=whole))
    chains = earlier.chains or later.chains
    return replace(earlier, counts=tuple(counts), chains=chains)


def _details(full: Telling, lean: Telling) -> bool:
    """Whether a telling without people only says more of one with people: same event, place, day and side."""
    one, other = full.claim, lean.claim
    if not one.counts or other.counts or one.event is not other.event or not _alike(one, other):
        return False
    if one.by and other.by and not set(one.by) & set(other.by):
        return False
    ours, theirs = {p.name for p in one.where}, {p.name for p in other.where}
    day, other_day = _day_mark(one), _day_mark(other)
    return (ours == theirs or not ours or not theirs) and (day == other_day or day is None or other_day is None)


def _day_mark(claim: Claim) -> Span | None:
    return next((mark.span for mark in claim.marks if mark.field == "when"), None)


def same_fact(one: Claim, other: Claim) -> bool:
    """Whether two claims of a report tell one fact: figures in common, kinds alike, sources not apart."""
    shared = _figures(one) & _figures(other)
    if not shared or one.scope is not other.scope or one.assertion is not other.assertion:
        return False
    return kin(one.event, other.event) and not _apart(one, other) and _one_in_other(one, other)


def _fate(outcome: Outcome) -> Outcome:
    """What befell people, whichever of two words tells it: who is captured is detained."""
    return Outcome.DETAINED if outcome is Outcome.CAPTURED else outcome


def _added(claim: Claim, count: Count) -> bool:
    """Whether a claim counts people beside those told before, who are never the same: "two additional suspects"."""
    start = count.span.start - claim.quote.start
    return adds(claim.words[max(0, start) : start + count.span.end - count.span.start])


def _figures(claim: Claim) -> set[tuple[str, int]]:
    """Outcome and number of each count that is no part and has a number."""
    return {
        (_fate(c.outcome).value, number)
        for c in claim.counts
        if c.part_of is None and not _added(claim, c) and (number := c.low if c.low is not None else c.high) is not None
    }


def _apart(one: Claim, other: Claim) -> bool:
    ours = {s.identifiable for chain in one.chains for s in chain} - {None}
    theirs = {s.identifiable for chain in other.chains for s in chain} - {None}
    return bool(ours and theirs and not ours & theirs)


def _one_in_other(one: Claim, other: Claim) -> bool:
    """Whether the figures of one are all among the other's, where both tell the same outcomes."""
    ours, theirs = _figures(one), _figures(other)
    outcomes = {o for o, _ in ours} & {o for o, _ in theirs}
    return all({n for o, n in ours if o == outcome} & {n for o, n in theirs if o == outcome} for outcome in outcomes)


def _together(first: Claim, second: Claim) -> Claim:
    """Two tellings as one: the fuller one's words, with what only the other has."""
    full, lean = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    return replace(
        full,
        # "The strike killed nine", then "nine died in the violence": the kind is told, though not by the fuller one.
        event=lean.event if full.event is Event.VIOLENCE else full.event,
        when=full.when or lean.when,
        where=full.where or lean.where,
        by=full.by or lean.by,
        against=full.against or lean.against,
        target=full.target or lean.target,
        weapon=full.weapon or lean.weapon,
        chains=full.chains or lean.chains,
        doubts=full.doubts | lean.doubts,
        counts=_all_counts(full.counts, lean.counts),
        marks=_all_marks(full.marks, lean.marks),
    )


# Marks that tell when, the surest first.
_SUREST = ("when", "since", "dateline", "no later")


def _all_marks(full: tuple[Mark, ...], lean: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of both, but one day alone: a told one rather than what bounds it, that of the fuller telling first."""
    days = min((m for m in (*full, *lean) if m.field in _SUREST), key=lambda m: _SUREST.index(m.field), default=None)
    return tuple(sorted({*(m for m in (*full, *lean) if m.field not in _SUREST), *([] if days is None else [days])}))


def _fullness(claim: Claim) -> tuple[int, int, int, int]:
    figured = [count for count in claim.counts if count.vague is not Vague.UNKNOWN]
    return (len(claim.counts), len(figured), len(claim.chains), len(claim.where) + len(claim.by))


def _all_counts(full: tuple[Count, ...], lean: tuple[Count, ...]) -> tuple[Count, ...]:
    """The counts of the fuller telling, with outcomes, parts and figures that only the other has."""
    said = {(c.outcome, c.low, c.high) for c in full}
    counts = [_figure_for(count, [c for c in lean if (c.outcome, c.low, c.high) not in said]) for count in full]
    outcomes = {_fate(c.outcome) for c in counts if c.part_of is None}
    counts += [c for c in lean if c.part_of is None and _fate(c.outcome) not in outcomes]
    for part in lean:
        whole = _whole(part, lean, counts)
        if whole is not None and not any((c.outcome, c.who) == (part.outcome, part.who) for c in counts):
            counts.append(replace(part, part_of=whole))
    return tuple(counts)


def _figure_for(count: Count, others: Sequence[Count]) -> Count:
    """People told without a figure ("dozens", "including children") take it from the other telling."""
    if count.vague is None or (count.part_of is None and count.vague is Vague.UNKNOWN):
        return count
    for other in others:
        alike = (other.outcome, other.who) == (count.outcome, count.who)
        if alike and other.vague is None and (other.part_of is None) == (count.part_of is None):
            return replace(other, part_of=count.part_of)
    return count


def _whole(part: Count, among: Sequence[Count], counts: Sequence[Count]) -> int | None:
    """Where the whole of a part of the one telling stands in the counts of the other."""
    if part.part_of is None:
        return None
    whole = among[part.part_of]
    for n, count in enumerate(counts):
        if count.part_of is None and (count.outcome, count.low or count.high) == (
            whole.outcome,
            whole.low or whole.high,
        ):
            return n
    return None

"""What a later sentence adds to a fact told before: people beside those told, parts of them, those who make them up."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.events import kin
from recount.extract.telling import FEW, Telling, added, alike, figures, other_days, same_places
from recount.model import Claim, Count, Event, Outcome, Scope, Standing

_TAKING = (Event.ARREST, Event.ABDUCTION)


def goes_on(earlier: Telling, later: Telling) -> bool:
    """Whether a sentence only adds people to the fact before it: "Dozens were also wounded", "Four children were among
    the dead": no place, event or day of its own, and no outcome told twice but as a part."""
    another = later.own_event and not _also_harmed(earlier, later)
    if later.own_place or another or later.own_day or not later.claim.counts or not earlier.claim.counts:
        return False
    wholes = {c.outcome for c in earlier.claim.counts if c.part_of is None}
    new = {c.outcome for c in later.claim.counts if c.part_of is None}
    if _casualties_apart(figures(earlier.claim), figures(later.claim)):
        return False
    if not wholes & new:
        return alike(earlier.claim, later.claim)
    smaller = all(_within(c, earlier.claim.counts) for c in later.claim.counts if c.outcome in wholes)
    # Women and children "among the dead" of a running total are told without its days, and are of it all the same.
    of_total = new <= wholes and earlier.claim.scope is Scope.PERIOD
    return smaller and alike(earlier.claim, replace(later.claim, scope=Scope.PERIOD) if of_total else later.claim)


def _also_harmed(earlier: Telling, later: Telling) -> bool:
    """Whether an event told again harmed others in another way: "killed eight", then "The blast also wounded 33"."""
    told, new = ({c.outcome for c in telling.claim.counts} for telling in (earlier, later))
    same = later.again and kin(earlier.claim.event, later.claim.event)
    return same and told == {Outcome.KILLED} and new == {Outcome.INJURED}


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


def continued(earlier: Claim, later: Claim) -> Claim:
    """The earlier claim with the later one's people, as parts where it tells their outcome already."""
    counts = list(earlier.counts)
    places: list[int] = []
    for count in later.counts:
        whole = next((n for n, c in enumerate(counts) if c.outcome is count.outcome and c.part_of is None), None)
        whole = whole if count.part_of is None else places[count.part_of]
        places.append(_add(counts, replace(count, part_of=whole)))
    # "Police arrested two men", and "one was killed" behind it: who dies is harmed by more than an arrest.
    event = later.event if earlier.event in _TAKING else earlier.event
    return replace(earlier, event=event, counts=tuple(counts), chains=earlier.chains or later.chains)


def _add(counts: list[Count], count: Count) -> int:
    """Put people to those told, and say where they stand: a part told already gets the figure that it lacked."""
    for place, told in enumerate(counts):
        same = (told.outcome, told.who, told.part_of) == (count.outcome, count.who, count.part_of)
        if same and told.part_of is not None and (told.vague is not None or told.low == count.low):
            counts[place] = count if told.vague is not None else told
            return place
    counts.append(count)
    return len(counts) - 1


def of_those_told(earlier: Telling, later: Telling) -> bool:
    """Whether a sentence, which need not stand right behind, tells parts of the people of an earlier one: "Among the
    dead militants was a commander"."""
    one, other = earlier.claim, later.claim
    if not later.within or not alike(one, replace(other, scope=one.scope)):
        return False
    if later.own_place and not same_places(one, other):
        return False
    parts = [count for count in other.counts if count.part_of is None]
    return all(any(_can_hold(whole, part) for whole in one.counts) for part in parts)


def _can_hold(whole: Count, part: Count) -> bool:
    """Whether people can be some of others."""
    if whole.part_of is not None or whole.outcome is not part.outcome:
        return False
    if whole.group not in (None, part.group) or Standing.UNKNOWN is not whole.standing is not part.standing:
        return part.standing is Standing.UNKNOWN and whole.group is None
    return part.low is None or whole.low is None or part.low < whole.low


def makes_up(whole: Telling, parts: Telling) -> bool:
    """Whether the people of one sentence make up those of another: "killed 28 people", then "Eleven soldiers and 17
    rebels were killed in the attack"."""
    one, other = whole.claim, parts.claim
    if not parts.listed or whole.apart or parts.apart or not kin(one.event, other.event) or not alike(one, other):
        return False
    apart = whole.own_place and parts.own_place and whole.fineness == parts.fineness
    if (apart and not same_places(one, other)) or other_days(whole, parts):
        return False
    return any(_summed_by(count, other.counts) for count in one.counts)


def told_as_parts(lean: Telling, full: Telling) -> bool:
    """Whether one sentence tells only people whom another tells as parts: "Troops kill 10 children", then "10 children
    were among 48 people killed"."""
    one, other = lean.claim, full.claim
    if (lean.own_event and not kin(one.event, other.event)) or not alike(one, other) or lean.own_day:
        return False
    if lean.own_place and full.own_place and not same_places(one, other):
        return False
    parts = {(c.outcome, c.low, c.high, c.who) for c in other.counts if c.part_of is not None and c.group is not None}
    many = all((c.low or 0) >= FEW and not added(one, c) for c in one.counts)
    return bool(one.counts) and many and all((c.outcome, c.low, c.high, c.who) in parts for c in one.counts)


def _summed_by(whole: Count, counts: Sequence[Count]) -> bool:
    parts = [c for c in counts if c.part_of is None and c.outcome is whole.outcome]
    together = sum(c.low or 0 for c in parts)
    exact = whole.part_of is None and whole.low == whole.high
    return exact and len(parts) > 1 and together == whole.low and all(_can_hold(whole, c) for c in parts)


def summed(earlier: Claim, later: Claim) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """The counts of both, first those with the whole, and with the people of the other as its parts."""
    for whole, parts in ((earlier, later), (later, earlier)):
        if any(_summed_by(count, parts.counts) for count in whole.counts):
            return _with_parts(whole, parts), parts.counts
    return earlier.counts, later.counts


def _with_parts(claim: Claim, other: Claim) -> tuple[Count, ...]:
    """The counts of a claim, and the people of another as parts of those whom they make up, each once."""
    counts = list(claim.counts)
    for place, whole in enumerate(claim.counts):
        if _summed_by(whole, other.counts):
            told = {(c.outcome, c.low, c.who) for c in claim.counts}
            parts = (c for c in other.counts if c.part_of is None and c.outcome is whole.outcome)
            counts += [replace(c, part_of=place) for c in parts if (c.outcome, c.low, c.who) not in told]
    return tuple(counts)

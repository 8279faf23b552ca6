"""One fact told twice in a report is one claim."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from recount.extract.again import counted_again, filled
from recount.extract.continued import continued, goes_on, makes_up, of_those_told, summed, told_as_parts
from recount.extract.events import kin
from recount.extract.telling import (
    FEW,
    Telling,
    alike,
    fate,
    figures,
    other_bodies,
    other_days,
    other_sides,
    same_places,
    sources_apart,
)
from recount.model import Chain, Claim, Count, Event, Mark, Precision, Quote, SourceKind, Span, Vague


def without_repeats(tellings: Sequence[Telling]) -> list[Claim]:
    """Claims in order, each fact once: a later telling adds to the first what it lacks."""
    kept: list[Telling] = []
    last = 0
    for telling in tellings:
        found = _found(kept, telling, last)
        if found is None:
            last = len(kept)
            kept.append(telling)
        else:
            last, joined = found
            one = kept[last].claim
            kept[last] = replace(kept[last], claim=replace(joined, repeats=_repeats(joined, one, telling.claim)))
    return [telling.claim for telling in _with_details(kept)]


def _with_details(kept: Sequence[Telling]) -> list[Telling]:
    """Tellings, those without people put to the one with people that they say more of, as all is known of it now."""
    full = dict(enumerate(kept))
    for n, lean in enumerate(kept):
        of = next((m for m, telling in full.items() if m != n and _details(telling, lean)), None)
        if of is not None:
            one, other = full[of].claim, lean.claim
            joined = _together(one, other)
            full[of] = replace(full[of], claim=replace(joined, repeats=_repeats(joined, one, other)))
            del full[n]
    return list(full.values())


def _found(kept: Sequence[Telling], telling: Telling, last: int) -> tuple[int, Claim] | None:
    """The telling of the same fact, and both as one claim.

    Rather the one with the same people than one nearer by; but people told behind an event without any, the one at
    `last`, are its people, though others of another place or day were as many.
    """
    places = sorted(range(len(kept)), key=lambda n: (n == last, n), reverse=True)
    again = _first(_told_again, kept, telling, places)
    more = _first(_more_told, kept, telling, places)
    behind = more is not None and more[0] == last and not kept[last].claim.counts
    return more if again is None or (behind and _of_others(kept[again[0]], kept[last])) else again


def _first(
    joined_by: Callable[[Telling, Telling, bool], Claim | None],
    kept: Sequence[Telling],
    telling: Telling,
    places: Sequence[int],
) -> tuple[int, Claim] | None:
    """The first telling that a rule joins one with, the first of `places` being that of the sentence right before."""
    joined = ((n, joined_by(kept[n], telling, n == places[0])) for n in places)
    return next(((n, claim) for n, claim in joined if claim is not None), None)


def _of_others(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of places or days of their own, none of which is only told more exactly."""
    elsewhere = one.own_place and other.own_place and not same_places(one.claim, other.claim)
    return (elsewhere and one.fineness == other.fineness) or other_days(one, other)


def _repeats(joined: Claim, *told: Claim) -> tuple[Quote, ...]:
    """The passages that tell the fact again, in the order of the text."""
    quotes = {quote for claim in told for quote in (Quote(claim.quote, claim.words), *claim.repeats)}
    return tuple(sorted(quotes - {Quote(joined.quote, joined.words)}))


def _told_again(earlier: Telling, later: Telling, adjoining: bool) -> Claim | None:
    """Both as one claim where they tell the same people, else nothing."""
    if same_fact(earlier.claim, later.claim) and not _elsewhere(earlier, later):
        one = _together(earlier.claim, later.claim)
        return _at_exact(one, earlier, later) if earlier.own_place and later.own_place else one
    if earlier.passing and later.passing and _blamed_alike(earlier.claim, later.claim):
        return earlier.claim
    if told_as_parts(earlier, later) or told_as_parts(later, earlier):
        return _together(earlier.claim, later.claim)
    if makes_up(earlier, later) or makes_up(later, earlier):
        counts = _all_counts(*summed(earlier.claim, later.claim))
        joined = replace(_together(earlier.claim, later.claim), counts=counts)
        whole = later if makes_up(later, earlier) else earlier
        # A whole that tells itself where and when shows the fact best.
        return joined if not (whole.own_place and whole.own_day) else _in_words_of(joined, whole.claim)
    return None


def _on_one_word(one: Claim, other: Claim) -> bool:
    """Whether those who tell of a deed also say whose it is: "…, police said. They blamed rebels for the attack"."""
    ours, theirs = ({source.name for chain in claim.chains for source in chain} for claim in (one, other))
    return bool(ours & theirs)


def _in_words_of(claim: Claim, told: Claim) -> Claim:
    return replace(claim, anchor=told.anchor, quote=told.quote, words=told.words)


def _blamed_alike(one: Claim, other: Claim) -> bool:
    """Whether the same are blamed for one deed twice, or deny it twice, on nobody else's word."""
    return (one.event, one.assertion, one.by) == (other.event, other.assertion, other.by) and not sources_apart(
        one, other
    )


def _more_told(earlier: Telling, later: Telling, adjoining: bool) -> Claim | None:
    """Both as one claim where the later one tells more of the fact, else nothing."""
    if _counts_again(earlier, later):
        return _at_exact(_together(filled(earlier.claim, later.claim), later.claim), earlier, later)
    if (adjoining and goes_on(earlier, later)) or of_those_told(earlier, later):
        return continued(earlier.claim, later.claim)
    if _details(earlier, later) or _details(later, earlier):
        return _together(earlier.claim, later.claim)
    if _says_where(earlier, later, adjoining):
        return replace(_together(earlier.claim, later.claim), where=later.claim.where)
    return None


def _at_exact(claim: Claim, earlier: Telling, later: Telling) -> Claim:
    """A fact told twice where it is told more exactly: in a village and not only in its province."""
    exact, rough = sorted((earlier, later), key=lambda telling: telling.fineness)
    return replace(claim, where=exact.claim.where) if exact.fineness < _AREA <= rough.fineness else claim


def _elsewhere(earlier: Telling, later: Telling) -> bool:
    """Whether two tellings of one figure, of few people, name places of their own, and not of one area."""
    one, other = earlier.claim, later.claim
    if earlier.sentence == later.sentence and later.own_event and not later.again and _one_each(one, other):
        return True
    if not (earlier.own_place and later.own_place):
        return False
    same = same_places(one, other)
    if earlier.apart and later.apart:
        return not same
    few = all(number < FEW for _, number in figures(one) & figures(other))
    areas = [{place.admin1 for place in claim.where} - {None} for claim in (one, other)]
    return few and not same and any(areas) and not areas[0] & areas[1]


def _one_each(one: Claim, other: Claim) -> bool:
    """Whether two claims have one person each in common: "arrested a leader and detained one suspect"."""
    return {number for _, number in figures(one) & figures(other)} == {1}


def _counts_again(earlier: Telling, later: Telling) -> bool:
    """Whether a later sentence without a place or day of its own counts the people of an earlier one again."""
    one, other = earlier.claim, later.claim
    own = later.own_place or later.own_day or earlier.sentence == later.sentence
    return not own and kin(one.event, other.event) and alike(one, other) and counted_again(one, other)


# A place of this fineness or more is an area, which a later sentence may make more exact: Precision.ADMIN3.
_AREA = list(Precision).index(Precision.ADMIN3)


def _says_where(earlier: Telling, later: Telling, adjoining: bool) -> bool:
    """Whether a later sentence only tells more exactly where: an area first, then "the strike hit the village of …".

    A sentence right behind may so tell quarters of a town.
    """
    one, other = earlier.claim, later.claim
    if not (later.again and later.own_place and one.event is other.event and alike(one, other)) or other.counts:
        return False
    exact = later.fineness < _AREA <= earlier.fineness or (adjoining and later.fineness < earlier.fineness)
    return exact and not (one.by and other.by and not set(one.by) & set(other.by))


def _details(full: Telling, lean: Telling) -> bool:
    """Whether a telling without people only says more of one with people: same event, place, day and side."""
    one, other = full.claim, lean.claim
    if (
        (lean.passing and not _on_one_word(one, other))
        or not one.counts
        or other.counts
        or one.event is not other.event
        or not alike(one, other)
    ):
        return False
    if (one.by and other.by and not set(one.by) & set(other.by)) or (other.doubts and not one.doubts):
        return False
    ours, theirs = {p.name for p in one.where}, {p.name for p in other.where}
    day, other_day = _day_mark(one), _day_mark(other)
    return (ours == theirs or not ours or not theirs) and (day == other_day or other_day is None)


def _day_mark(claim: Claim) -> Span | None:
    return next((mark.span for mark in claim.marks if mark.field == "when"), None)


def same_fact(one: Claim, other: Claim) -> bool:
    """Whether two claims of a report tell one fact: figures in common, kinds alike, sources not apart."""
    shared = figures(one) & figures(other)
    if not shared or other_sides(one, other) or one.scope is not other.scope or one.assertion is not other.assertion:
        return False
    return kin(one.event, other.event) and not sources_apart(one, other) and _one_in_other(one, other)


def _one_in_other(one: Claim, other: Claim) -> bool:
    """Whether the figures of one are all among the other's, where both tell the same outcomes."""
    ours, theirs = figures(one), figures(other)
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
        chains=_sources(full.chains, lean.chains),
        doubts=full.doubts | lean.doubts,
        counts=_all_counts(full.counts, lean.counts),
        marks=_all_marks(full.marks, lean.marks),
    )


def _sources(full: tuple[Chain, ...], lean: tuple[Chain, ...]) -> tuple[Chain, ...]:
    """Who says so: both where they are other bodies, else by the fuller telling, or the one that names a person."""
    if not full or not lean:
        return full or lean
    if other_bodies(full, lean):
        return (*full, *lean)
    return lean if _names_person(lean) and not _names_person(full) and _bodies(full) <= _bodies(lean) else full


def _names_person(chains: tuple[Chain, ...]) -> bool:
    return any(chain[0].kind is SourceKind.PERSON for chain in chains)


def _bodies(chains: tuple[Chain, ...]) -> set[str]:
    return {body for chain in chains if (body := chain[0].identifiable) is not None}


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
    outcomes = {fate(c.outcome) for c in counts if c.part_of is None}
    counts += [c for c in lean if c.part_of is None and fate(c.outcome) not in outcomes]
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
        same = (other.outcome, other.who) == (count.outcome, count.who)
        if same and other.vague is None and (other.part_of is None) == (count.part_of is None):
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

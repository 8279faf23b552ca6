"""Two incidents side by side, field by field, with how what they tell stands to each other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from recount.model import Claim, Outcome, Toll, When
from recount.store.shapes import StoredIncident
from recount.web.show import days, figures, places
from recount.web.show.cards import doubts
from recount.web.show.labels import label


class Standing(StrEnum):
    """How what two incidents tell of one field stands to each other."""

    SAME = "same"
    MEET = "meet"
    SHARE = "share"
    DIFFER = "differ"
    ONE = "one"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field; `shared` says that the other incident has it too."""

    words: str
    note: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both incidents."""

    name: str
    one: tuple[Said, ...]
    other: tuple[Said, ...]
    standing: Standing


_FIELDS: tuple[tuple[str, Callable[[Claim], Iterable[str]]], ...] = (
    ("within", lambda claim: _lone(claim.within)),
    ("by whom", lambda claim: claim.by),
    ("against whom", lambda claim: claim.against),
    ("what was hit", lambda claim: claim.target),
    ("weapon", lambda claim: _lone(claim.weapon)),
)


def lines(one: StoredIncident, other: StoredIncident) -> tuple[Line, ...]:
    """Every field that either of two incidents tells."""
    return tuple(line for line in _lines(one, other) if line.one or line.other)


def _lines(one: StoredIncident, other: StoredIncident) -> Iterator[Line]:
    mine, theirs = one.counted.incident, other.counted.incident
    yield _listed("what", [label("event", mine.type)], [label("event", theirs.type)])
    yield _when(mine.when, theirs.when)
    yield _listed("where", _places(one), _places(other))
    for name, field in _FIELDS:
        yield _listed(name, _told(one, field), _told(other, field))
    for outcome in Outcome:
        yield from _toll(outcome, one, other)
    yield _listed("in doubt", doubts(mine.claims), doubts(theirs.claims))
    yield _listed("on whose word", mine.origins, theirs.origins)
    yield _listed("outlets", _outlets(one), _outlets(other))
    yield _listed("denied in", _denying(one), _denying(other))


def _listed(name: str, one: Iterable[str], other: Iterable[str]) -> Line:
    mine, theirs = dict.fromkeys(one), dict.fromkeys(other)
    both = {words.casefold() for words in mine} & {words.casefold() for words in theirs}
    told = [tuple(Said(words, shared=words.casefold() in both) for words in some) for some in (mine, theirs)]
    return Line(name, told[0], told[1], _standing(len(mine), len(theirs), len(both)))


def _standing(mine: int, theirs: int, both: int) -> Standing:
    if not mine or not theirs:
        return Standing.OTHER if theirs else Standing.ONE
    if both == mine == theirs:
        return Standing.SAME
    return Standing.SHARE if both else Standing.DIFFER


def _when(one: When | None, other: When | None) -> Line:
    told = [() if when is None else (Said(days.when_in_full(when)),) for when in (one, other)]
    return Line("when", told[0], told[1], _days_stand(one, other))


def _days_stand(one: When | None, other: When | None) -> Standing:
    if one is None or other is None:
        return Standing.OTHER if one is None else Standing.ONE
    if one == other:
        return Standing.SAME
    apart = _before(one, other) or _before(other, one)
    return Standing.DIFFER if apart else Standing.MEET


def _before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _toll(outcome: Outcome, one: StoredIncident, other: StoredIncident) -> Iterator[Line]:
    mine, theirs = one.counted.toll(outcome), other.counted.toll(outcome)
    if mine is not None or theirs is not None:
        yield Line(label("outcome", outcome), _figures(mine), _figures(theirs), _tolls_stand(mine, theirs))


def _figures(toll: Toll | None) -> tuple[Said, ...]:
    """What each origin says; first the range over all, where several do."""
    if toll is None:
        return ()
    told = [(figures.figure(one), one) for one in toll.figures if not one.part]
    said = tuple(Said(f"{words} {figures.people(one.who, one=words == '1')}", one.origin) for words, one in told)
    whole = figures.toll(toll)
    return (Said(whole.span or whole.main, "over all"), *said) if len(said) > 1 else said


def _tolls_stand(one: Toll | None, other: Toll | None) -> Standing:
    if one is None or other is None:
        return Standing.OTHER if one is None else Standing.ONE
    if (one.min, one.max) == (other.min, other.max) and one.min is not None:
        return Standing.SAME
    apart = _above(one.min, other.max) or _above(other.min, one.max)
    rough = any(told.approx for told in (*one.figures, *other.figures))
    return Standing.DIFFER if apart and not rough else Standing.MEET


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _places(stored: StoredIncident) -> list[str]:
    made = [places.line(place) for place in stored.counted.incident.where]
    return [f"{line.words} ({line.precision})" for line in made]


def _told(stored: StoredIncident, field: Callable[[Claim], Iterable[str]]) -> list[str]:
    return [name for claim in stored.counted.incident.claims for name in field(claim)]


def _lone(words: str | None) -> tuple[str, ...]:
    return () if words is None else (words,)


def _outlets(stored: StoredIncident) -> list[str]:
    rows = [stored.reports.get(claim.report) for claim in stored.counted.incident.claims]
    return [row.outlet for row in rows if row is not None and row.outlet is not None]


def _denying(stored: StoredIncident) -> list[str]:
    denials = stored.counted.incident.denials
    return [figures.several(len(denials), "claim")] if denials else []

"""How many people, in words: what is not told is said so, and never 0."""

from dataclasses import dataclass

from recount.model import Count, Figure, Toll, Vague
from recount.web.show.labels import label

NOT_TOLD = "not told"


def number(value: int) -> str:
    """A figure with its thousands set apart.

    >>> number(1600)
    '1,600'
    """
    return f"{value:,}"


def bounds(low: int | None, high: int | None, *, approx: bool = False, vague: str | None = None) -> str:
    """A figure as it was claimed.

    >>> bounds(20, 20), bounds(5, None), bounds(None, 9), bounds(3, 7), bounds(20, 20, approx=True)
    ('20', 'at least 5', 'up to 9', '3–7', 'about 20')
    >>> bounds(None, None, vague="dozens"), bounds(None, None)
    ('dozens', 'not told')
    """
    if low is None and high is None:
        return NOT_TOLD if vague is None else label("vague", vague)
    if low is None:
        words = f"up to {number(high or 0)}"
    elif high is None:
        words = f"at least {number(low)}"
    elif low == high:
        return f"about {number(low)}" if approx else number(low)
    else:
        words = f"{number(low)}–{number(high)}"
    return f"{words} or so" if approx else words


def figure(told: Figure) -> str:
    """One origin's figure as it was claimed."""
    return bounds(told.low, told.high, approx=told.approx, vague=told.vague)


def people(who: str, *, one: bool = False) -> str:
    """A kind of people, one of them or several."""
    return label("person" if one else "persons", who)


def count(told: Count) -> str:
    """One count of a claim, with who the people are and what happened to them."""
    outcome = label("outcome", told.outcome)
    who = people(told.who, one=told.low == told.high == 1)
    if told.side is not None:
        who = f"{who} ({told.side})"
    if told.low is None and told.high is None:
        if told.vague is None or told.vague is Vague.UNKNOWN:
            return f"{who} {outcome}, number {NOT_TOLD}"
        return f"{label('vague_before_people', told.vague)} {who} {outcome}"
    return f"{bounds(told.low, told.high, approx=told.approx)} {who} {outcome}"


@dataclass(frozen=True, slots=True)
class TollWords:
    """A toll in words: the figure that stands out, and the range claimed where that says more."""

    main: str
    span: str | None = None
    told: bool = True


def toll(worked_out: Toll | None) -> TollWords:
    """A toll as the lists show it: its best figure with the range, or the range where there is no best figure."""
    if worked_out is None:
        return TollWords(NOT_TOLD, told=False)
    low, best, high = worked_out.min, worked_out.best, worked_out.max
    whole = [told for told in worked_out.figures if not told.part]
    if low is None and best is None and high is None:
        words = list(dict.fromkeys(told.vague for told in whole if told.vague not in (None, Vague.UNKNOWN)))
        return TollWords(" / ".join(str(word) for word in words)) if words else TollWords(NOT_TOLD, told=False)
    approx = bool(whole) and all(told.approx for told in whole)
    if best is None or {low, high} <= {best, None}:
        lone = best if low is None and high is None else None
        return TollWords(bounds(low if lone is None else lone, high if lone is None else lone, approx=approx))
    return TollWords(bounds(best, best, approx=approx), bounds(low, high))


def several(amount: int, one: str, more: str | None = None) -> str:
    """So many of a thing.

    >>> several(1, "report"), several(1200, "report"), several(2, "copy", "copies")
    ('1 report', '1,200 reports', '2 copies')
    """
    return f"{number(amount)} {one if amount == 1 else more or one + 's'}"

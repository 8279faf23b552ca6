"""Who tells of an incident, and which figure each origin gives in the end, as rows made from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from recount.model import Byline, CountedIncident, Figure, Incident, Toll, Vague, origin, origins_of
from recount.store import schema
from recount.store.outside import bylines_behind

SPEAKS = ""
"""The outcome of the row that says that an origin tells of an incident at all."""
DENIES = "denied"
"""The outcome of the row that says that it denies it."""
_ANYBODY = "people"
ABOUT = "about"
"""The word of a whole that is told as not exact."""


@dataclass(frozen=True, slots=True)
class Whole:
    """How many people one origin tells of, all its figures for one outcome together.

    `word` is the one that stands for a number, or `ABOUT` beside one that is not exact.
    """

    low: int | None
    high: int | None
    word: str | None = None


def put_tellings(connection: Connection, counted: Sequence[tuple[int, CountedIncident]]) -> None:
    """Put the rows of numbered incidents that have none yet; they go with their incidents."""
    known = bylines_behind(connection, {claim.report for _, each in counted for claim in each.incident.denials})
    rows = [{**row, "incident": number} for number, each in counted for row in telling_rows(each, known)]
    if rows:
        connection.execute(insert(schema.tellings), rows)


def telling_rows(counted: CountedIncident, known: Mapping[str, Byline]) -> Iterator[dict[str, object]]:
    """The rows of one incident; `known` are the bylines of the reports that deny it."""
    incident = counted.incident
    denying = {name for claim in incident.denials for name in origins_of(claim, known)}
    for name in dict.fromkeys((*incident.origins, *sorted(denying))):
        yield _row(incident, name, SPEAKS)
        if name in denying:
            yield _row(incident, name, DENIES)
    for toll in counted.tolls:
        for name in dict.fromkeys(figure.origin for figure in toll.figures):
            told = whole(toll, name)
            if told is not None:
                yield _row(incident, name, toll.outcome.value, told)


def whole(toll: Toll, name: str) -> Whole | None:
    """What one origin tells of one outcome; none where it gives no figure, if only in a word.

    Figures for people of any kind hold those for kinds of people; figures of other kinds are added. Parts bound it from
    below alone.
    """
    own = [figure for figure in toll.figures if figure.origin == name and _says(figure)]
    wholes = [figure for figure in own if not figure.part]
    anybody = [figure for figure in wholes if figure.who == _ANYBODY] or wholes
    sums = [_added(some) for some in (anybody, [one for one in wholes if one not in anybody]) if some]
    lows = [low for low in (*(one.low for one in sums), *(one.low for one in own if one.part)) if low is not None]
    if not own:
        return None
    high = sums[0].high if sums else None
    low = max(lows, default=None)
    if (low, high) == (None, None):
        return Whole(None, None, next(one.vague for one in own if one.vague is not None))
    return Whole(low, high, ABOUT if any(one.approx for one in own) else None)


def _added(some: Sequence[Figure]) -> Whole:
    lows = [one.low for one in some if one.low is not None]
    highs = [one.high for one in some if one.high is not None]
    return Whole(sum(lows) if lows else None, sum(highs) if len(highs) == len(some) else None)


def _says(figure: Figure) -> bool:
    return (figure.low, figure.high) != (None, None) or figure.vague not in (None, Vague.UNKNOWN.value)


def _row(incident: Incident, name: str, outcome: str, told: Whole = Whole(None, None)) -> dict[str, object]:
    claims = (*incident.claims, *incident.denials)
    return {
        "origin": name,
        "outcome": outcome,
        "outlet": not any(origin(chain) == name for claim in claims for chain in claim.chains),
        "low": told.low,
        "high": told.high,
        "word": told.word,
    }

"""Where incidents are on a map: rows made from each, and what the database puts together of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, case, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from recount.model import CountedIncident, Outcome, Place, Precision, Span
from recount.store import schema
from recount.store.codec import decode_place, encode
from recount.store.queries import conditions, let_through, newest, stored
from recount.store.shapes import IncidentQuery, Page, Spot, StoredIncident

_PIN = schema.pins.c
_INCIDENT = schema.incidents.c
_PART = "\x1f"
_NOWHERE = Span(0, 0)


def put_pins(connection: Connection, counted: Iterable[CountedIncident]) -> None:
    """Put the pins of incidents that have none yet."""
    rows: list[dict[str, object]] = []
    found: dict[str, Place] = {}
    for each in counted:
        low, high = _killed(each)
        for key, place in drawn(each.incident.where).items():
            found.setdefault(key, place)
            rows.append({"spot": key, "incident": each.incident.id, "low": low, "high": high})
    if rows:
        told = [{"spot": key, "content": encode(replace(place, span=_NOWHERE))} for key, place in found.items()]
        connection.execute(insert(schema.spots).on_conflict_do_nothing(), told)
        connection.execute(insert(schema.pins), rows)


def drawn(places: Sequence[Place]) -> dict[str, Place]:
    """The places that have a point and are no whole country, once for each precision."""
    held: dict[str, Place] = {}
    for place in places:
        at = place.location
        precision = None if at is None else place.precision or at.precision
        if at is not None and precision not in (None, Precision.COUNTRY):
            told = (precision, at.name, at.lat, at.lon, at.precision, at.admin2, at.admin1, at.country)
            held.setdefault(_PART.join(map(str, told)), replace(place, precision=precision, candidates=()))
    return held


def _killed(counted: CountedIncident) -> tuple[int | None, int | None]:
    """What bounds the killed; nothing where it covers several episodes or tells no number."""
    toll = counted.toll(Outcome.KILLED)
    counting = [claim for claim in counted.incident.claims if claim.counts]
    several = bool(counting) and all(claim.several for claim in counting)
    if several or toll is None or (toll.min, toll.max) == (None, None):
        return None, None
    return toll.min or 0, toll.max


def spots_of(counted: CountedIncident) -> Sequence[Spot]:
    """The places that one incident is told of."""
    low, high = _killed(counted)
    return [Spot(place, 1, counted.incident.id, low, high) for place in drawn(counted.incident.where).values()]


def forget_spots(connection: Connection) -> None:
    """Drop the places that no pin is at any more."""
    connection.execute(delete(schema.spots).where(schema.spots.c.spot.not_in(select(_PIN.spot))))


def spots(connection: Connection, query: IncidentQuery, limit: int) -> Page[Spot]:
    """The places of the incidents that a query lets through, those with most killed first, then most incidents."""
    wanted = let_through(query, _PIN.incident)
    most = case((func.count(_PIN.low) == func.count(_PIN.high), func.sum(_PIN.high)), else_=None)
    asked = select(_PIN.spot, func.count(), func.min(_PIN.incident), func.sum(_PIN.low), most).group_by(_PIN.spot)
    found = sorted(connection.execute(asked.where(*wanted)).all(), key=lambda row: (-(row[3] or 0), -row[1], row[0]))
    places = _places(connection, [row[0] for row in found[:limit]])
    told = [Spot(places[spot], incidents, one, low, high) for spot, incidents, one, low, high in found[:limit]]
    return Page(told, len(found))


def _places(connection: Connection, wanted: Sequence[str]) -> dict[str, Place]:
    columns = schema.spots.c
    asked = select(columns.spot, columns.content)
    held: dict[str, Place] = {}
    for first in range(0, len(wanted), 500):
        some = asked.where(columns.spot.in_(wanted[first : first + 500]))
        held |= {spot: decode_place(content) for spot, content in connection.execute(some)}
    return held


def off(connection: Connection, query: IncidentQuery, limit: int) -> Page[StoredIncident]:
    """The incidents of a query that have no pin, newest first."""
    wanted = conditions(query)
    kept = connection.scalar(select(func.count()).select_from(schema.incidents).where(*wanted)) or 0
    pinned = select(func.count(_PIN.incident.distinct())).where(*let_through(query, _PIN.incident))
    total = kept - (connection.scalar(pinned) or 0)
    if total == 0:
        return Page((), 0)
    asked = newest(query).where(~exists().where(_PIN.incident == _INCIDENT.id)).limit(limit)
    return Page(stored(connection, connection.scalars(asked).all()), total)

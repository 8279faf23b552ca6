"""Where incidents are on a map: rows made from each, and what the database puts together of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, case, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from recount.model import CountedIncident, Outcome, Place, Precision, Span
from recount.store import schema
from recount.store.codec import decode_place, encode
from recount.store.lots import rows_of
from recount.store.queries import count, let_through, newest, stored
from recount.store.shapes import Heap, IncidentQuery, Page, Spot, StoredIncident

_PIN = schema.pins.c
_SPOT = schema.spots.c
_INCIDENT = schema.incidents.c
_PART = "\x1f"
_NOWHERE = Span(0, 0)
EXACT = frozenset({Precision.SITE, Precision.QUARTER, Precision.TOWN})
"""As precisely as this, a place is a spot, rather than somewhere in an area."""


def put_pins(connection: Connection, counted: Iterable[tuple[int, CountedIncident]]) -> None:
    """Put the pins of incidents that have none yet."""
    rows: list[dict[str, object]] = []
    found: dict[str, Place] = {}
    for number, each in counted:
        low, high = _killed(each)
        for key, place in drawn(each.incident.where).items():
            found.setdefault(key, place)
            rows.append({"spot": key, "incident": number, "low": low, "high": high})
    if rows:
        connection.execute(insert(schema.spots).on_conflict_do_nothing(), [_spot_row(*one) for one in found.items()])
        asked = select(_SPOT.key, _SPOT.number)
        numbers = {row.key: row.number for row in rows_of(connection, asked, _SPOT.key, found)}
        connection.execute(insert(schema.pins), [{**row, "spot": numbers[row["spot"]]} for row in rows])


def _spot_row(key: str, place: Place) -> dict[str, object]:
    at = place.location
    assert at is not None
    told = {"key": key, "lat": at.lat, "lon": at.lon, "exact": (place.precision or at.precision) in EXACT}
    return {**told, "content": encode(replace(place, span=_NOWHERE))}


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
    connection.execute(delete(schema.spots).where(_SPOT.number.not_in(select(_PIN.spot))))


def spots(connection: Connection, query: IncidentQuery, limit: int) -> Page[Spot]:
    """The places of the incidents that a query lets through, those with most killed first, then most incidents."""
    found = sorted(heaps(connection, query), key=lambda heap: (-(heap.low or 0), -heap.incidents, heap.spot))
    return Page(_told(connection, found[:limit]), len(found))


def heaps(connection: Connection, query: IncidentQuery) -> Sequence[Heap]:
    """What the incidents of a query come to at each spot, in the order of the spots."""
    most = case((func.count(_PIN.low) == func.count(_PIN.high), func.sum(_PIN.high)), else_=None)
    asked = select(_PIN.spot, func.count(), func.min(_PIN.incident), func.sum(_PIN.low), most).group_by(_PIN.spot)
    found = connection.execute(asked.where(*let_through(query, _PIN.incident)).order_by(_PIN.spot))
    return [Heap(*row) for row in found]


def _told(connection: Connection, found: Sequence[Heap]) -> list[Spot]:
    spots = rows_of(connection, select(_SPOT.number, _SPOT.content), _SPOT.number, {heap.spot for heap in found})
    places = {row.number: decode_place(row.content) for row in spots}
    named = select(_INCIDENT.number, _INCIDENT.id)
    ids = {row.number: row.id for row in rows_of(connection, named, _INCIDENT.number, {heap.one for heap in found})}
    return [Spot(places[heap.spot], heap.incidents, ids[heap.one], heap.low, heap.high) for heap in found]


def off(connection: Connection, query: IncidentQuery, limit: int) -> Page[StoredIncident]:
    """The incidents of a query that have no pin, newest first."""
    kept = count(connection, query)
    pinned = select(func.count(_PIN.incident.distinct())).where(*let_through(query, _PIN.incident))
    total = kept - (connection.scalar(pinned) or 0)
    if total == 0:
        return Page((), 0)
    asked = newest(query).where(~exists().where(_PIN.incident == _INCIDENT.number)).limit(limit)
    return Page(stored(connection, connection.scalars(asked).all()), total)

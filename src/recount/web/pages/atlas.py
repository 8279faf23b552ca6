"""The map, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Event
from recount.store.shapes import Page, Spot, StoredIncident
from recount.web.atlas.drawing import NARROW, WIDE, draw, killed, title
from recount.web.atlas.pins import Pin, in_order, pins, why_off
from recount.web.atlas.projection import Outline
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses
from recount.web.show.labels import label
from recount.web.show.rows import incident_row

OFF = 40
"""Incidents off the map that are named one by one."""
DRAWN = 120
"""Places that the server draws, those with most killed; the map of the script has all that it can send."""
LISTED = 120
"""Places in the table."""
SENT = 1500
"""Places sent to the script."""
ALL = 1_000_000
"""More places than any record has."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the table beside the map."""

    name: str
    precision: str
    within: str
    address: str
    incidents: int
    killed: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """Part of the earth, in degrees; one that begins east of where it ends lies across the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in it."""
        after, before = self.west <= lon, lon <= self.east
        return self.south <= lat <= self.north and (after and before if self.west <= self.east else after or before)


def atlas(request: Request, reads: Reads, outlines: Sequence[Outline], *, live: bool = False) -> Response:
    """The map of the incidents that the filters let through; `live` says that a script can take its place."""
    filters = read_filters(request.query_params)
    totals = reads.totals()
    nowhere: Page[Spot] = Page((), 0)
    spots = nowhere if filters.problems else reads.spots(filters.query, LISTED)
    nothing: Page[StoredIncident] = Page((), 0)
    off = nothing if filters.problems else reads.off_map(filters.query, OFF)
    shown = _heaviest(pins(spots.rows))

    def leads_to(at: Pin) -> str:
        return _address(at, filters)

    return page(
        "map.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/map",
        events=list(Event),
        drawings=[
            drawing for size in (WIDE, NARROW) if (drawing := draw(in_order(shown[:DRAWN]), outlines, size, leads_to))
        ],
        rows=[_row(at, filters) for at in shown],
        rows_total=spots.total,
        off=[(incident_row(stored), why_off(stored.counted.incident)) for stored in off.rows],
        off_total=off.total,
        days=(totals.first, totals.last),
        live=live,
    )


def places_told(filters: Filters, reads: Reads, bounds: Bounds | None = None) -> dict[str, object]:
    """The places of the incidents that the filters let through as GeoJSON, those with most killed first of all.

    `places` says how many there are, of which no more than so many are sent; with bounds, those within them.
    """
    spots = reads.spots(filters.query, SENT if bounds is None else ALL)
    shown = [at for at in pins(spots.rows) if bounds is None or bounds.holds(at.location.lon, at.location.lat)]
    sent = shown if len(shown) <= SENT else in_order(_heaviest(shown)[:SENT])
    return {
        "type": "FeatureCollection",
        "features": [_feature(at, filters) for at in sent],
        "places": spots.total if bounds is None else len(shown),
    }


def outlines_told(outlines: Sequence[Outline]) -> dict[str, object]:
    """Borders as GeoJSON, the largest areas first, so that smaller ones are drawn over them."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": one.name, "level": one.level, "country": one.country},
            "geometry": {"type": "MultiLineString", "coordinates": [[list(at) for at in ring] for ring in one.rings]},
        }
        for one in sorted(outlines, key=lambda one: one.level)
    ]
    return {"type": "FeatureCollection", "features": features}


def _heaviest(shown: Sequence[Pin]) -> list[Pin]:
    return sorted(shown, key=lambda at: (-(at.low or 0), -at.incidents, at.name))


def _feature(at: Pin, filters: Filters) -> dict[str, object]:
    point = {"type": "Point", "coordinates": [at.location.lon, at.location.lat]}
    return {"type": "Feature", "geometry": point, "properties": _told(at, filters)}


def _told(at: Pin, filters: Filters) -> dict[str, object]:
    return {
        "name": at.name,
        "precision": at.precision.value,
        "exact": at.exact,
        "level": at.level,
        "area": at.area or at.location.name,
        "country": at.location.country,
        "incidents": at.incidents,
        "low": at.low,
        "high": at.high,
        "title": f"{title(at)} ({label('precision', at.precision)})",
        "address": _address(at, filters),
    }


def _row(at: Pin, filters: Filters) -> PlaceRow:
    lies_in = dict.fromkeys((at.location.admin2, at.location.admin1, at.location.country))
    within = ", ".join(part for part in lies_in if part is not None and part != at.location.name)
    told = killed(at).removesuffix(" killed").removeprefix("killed: ")
    return PlaceRow(at.name, label("precision", at.precision), within, _address(at, filters), at.incidents, told)


def _address(at: Pin, filters: Filters) -> str:
    if at.incidents == 1:
        return addresses.incident(at.one)
    return "/?" + urlencode({**filters.typed, "place": at.location.name}, errors="replace")

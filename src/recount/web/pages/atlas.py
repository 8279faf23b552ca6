"""The map, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

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


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the table beside the map."""

    name: str
    precision: str
    within: str
    address: str
    incidents: int
    killed: str


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


def pins_told(request: Request, reads: Reads) -> Response:
    """The pins of the incidents that the filters let through, for the script of the map."""
    filters = read_filters(request.query_params)
    if filters.problems:
        return JSONResponse({"problems": dict(filters.problems)}, status_code=400)
    spots = reads.spots(filters.query, SENT)
    return JSONResponse({"pins": [_told(at, filters) for at in pins(spots.rows)], "places": spots.total})


def outlines_told(outlines: Sequence[Outline]) -> Response:
    """Borders as GeoJSON, the largest areas first, so that smaller ones are drawn over them."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": one.name, "level": one.level, "country": one.country},
            "geometry": {"type": "MultiLineString", "coordinates": [[list(at) for at in ring] for ring in one.rings]},
        }
        for one in sorted(outlines, key=lambda one: one.level)
    ]
    return JSONResponse({"type": "FeatureCollection", "features": features})


def _heaviest(shown: Sequence[Pin]) -> list[Pin]:
    return sorted(shown, key=lambda at: (-(at.low or 0), -at.incidents, at.name))


def _told(at: Pin, filters: Filters) -> dict[str, object]:
    return {
        "lat": at.location.lat,
        "lon": at.location.lon,
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

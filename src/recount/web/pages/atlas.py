"""The map, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Event
from recount.web.atlas.drawing import NARROW, WIDE, draw, killed
from recount.web.atlas.pins import Pin, pin
from recount.web.atlas.projection import Outline
from recount.web.filters import Filters, read_filters
from recount.web.pages.incidents import find
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses
from recount.web.show.labels import label
from recount.web.show.rows import incident_row

OFF = 40
"""Incidents off the map that are named one by one."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the table beside the map."""

    name: str
    precision: str
    within: str
    address: str
    incidents: int
    killed: str


def atlas(request: Request, reads: Reads, outlines: Sequence[Outline]) -> Response:
    """The map of the incidents that the filters let through."""
    filters = read_filters(request.query_params)
    pinned = pin(find(reads, filters).rows)

    def leads_to(at: Pin) -> str:
        return _address(at, filters)

    return page(
        "map.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/map",
        events=list(Event),
        drawings=[drawing for size in (WIDE, NARROW) if (drawing := draw(pinned.pins, outlines, size, leads_to))],
        rows=[_row(at, filters) for at in sorted(pinned.pins, key=lambda at: (-(at.low or 0), at.name))],
        off=[(incident_row(stored), why) for stored, why in pinned.off[:OFF]],
        off_total=len(pinned.off),
    )


def _row(at: Pin, filters: Filters) -> PlaceRow:
    lies_in = dict.fromkeys((at.location.admin2, at.location.admin1, at.location.country))
    within = ", ".join(part for part in lies_in if part is not None and part != at.location.name)
    told = killed(at).removesuffix(" killed").removeprefix("killed: ")
    return PlaceRow(at.name, label("precision", at.precision), within, _address(at, filters), len(at.incidents), told)


def _address(at: Pin, filters: Filters) -> str:
    if len(at.incidents) == 1:
        return addresses.incident(at.incidents[0].counted.incident.id)
    return "/?" + urlencode({**filters.typed, "place": at.location.name}, errors="replace")

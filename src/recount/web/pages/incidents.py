"""The list of incidents."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Event
from recount.store.shapes import IncidentQuery, Page, StoredIncident
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import PAGE, page, pages
from recount.web.reads import Reads
from recount.web.show.days import span
from recount.web.show.rows import incident_row


def incidents(request: Request, reads: Reads) -> Response:
    """The incidents that the filters let through, newest first; 400 with the form where a filter makes no sense."""
    filters = read_filters(request.query_params)
    found = find(reads, filters, limit=PAGE, offset=(filters.page - 1) * PAGE)
    totals = reads.totals()
    period = span(totals.first, totals.last) if totals.first is not None and totals.last is not None else None
    return page(
        "incidents.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/",
        events=list(Event),
        totals=totals,
        period=period,
        rows=[incident_row(stored) for stored in found.rows],
        total=found.total,
        last_page=pages(found.total),
    )


def find(reads: Reads, filters: Filters, limit: int | None = None, offset: int = 0) -> Page[StoredIncident]:
    """The incidents that some filters let through; none where they make no sense."""
    if filters.problems:
        return Page((), 0)
    query: IncidentQuery = replace(filters.query, limit=limit, offset=offset)
    return reads.incidents(query)

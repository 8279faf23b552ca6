"""A dossier to print: one incident, or all that the filters let through, each figure with where it stands."""

from collections.abc import Sequence
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recount.store.shapes import StoredIncident
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import page
from recount.web.pages.report import web_address
from recount.web.reads import Reads
from recount.web.show import addresses
from recount.web.show.sheets import Sheet, day_told, sheet

MOST = 100
"""Incidents of one dossier: more would be no dossier, and takes long to lay out."""


def of_incident(request: Request, reads: Reads) -> Response:
    """The dossier of one incident; an id that it had before leads to the one it has now."""
    asked = request.path_params["id"]
    stored = reads.incident(asked)
    id = stored.counted.incident.id
    if id != asked:
        return RedirectResponse(addresses.incident(id) + "/dossier")
    return _page(reads, [stored], Filters(), 1, addresses.incident(id))


def of_list(request: Request, reads: Reads) -> Response:
    """The dossier of a filtered list, newest first."""
    filters = read_filters(request.query_params)
    if filters.problems:
        return RedirectResponse(filters.address("/"))
    found = reads.incidents(replace(filters.query, limit=MOST))
    return _page(reads, found.rows, filters, found.total, filters.address("/"))


def _page(reads: Reads, rows: Sequence[StoredIncident], filters: Filters, total: int, back: str) -> Response:
    return page(
        "work/dossier.html",
        sheets=_sheets(reads, rows),
        filters=filters,
        total=total,
        most=MOST,
        back=back,
        held=reads.totals(),
        day_told=day_told,
    )


def _sheets(reads: Reads, rows: Sequence[StoredIncident]) -> list[Sheet]:
    judgements, made, first = reads.judgements(), [], 1
    reports = {report for stored in rows for report in stored.reports}
    # A report that was removed by a command since its incident was read is in neither.
    texts, links = dict(reads.texts(reports)), {id: web_address(told) for id, told in reads.addresses(reports).items()}
    for stored in rows:
        made.append(sheet(stored, texts, links, judgements, first))
        first += len(made[-1].notes) + len(made[-1].denials)
    return made

"""The plain lists: reports, running totals, issues."""

from starlette.requests import Request
from starlette.responses import Response

from recount.web.filters import Filters, clean, read_page
from recount.web.pages.rendering import PAGE, page, pages
from recount.web.reads import Reads
from recount.web.show.rows import by_origin

CLAIMS = 100
"""Claims of each kind on one page of totals."""


def reports(request: Request, reads: Reads) -> Response:
    """All reports, or those with some words in them."""
    words = clean(request.query_params.get("words", ""))
    at = read_page(request.query_params)
    found = reads.reports(words or None, PAGE, (at - 1) * PAGE)
    filters = Filters(page=at, typed={"words": words} if words else {})
    return page(
        "reports.html",
        rows=found.rows,
        total=found.total,
        words=words,
        filters=filters,
        path="/reports",
        last_page=pages(found.total),
    )


def totals(request: Request, reads: Reads) -> Response:
    """What sources claim over a whole period, and what they project or deny of nothing on record, the latest first."""
    at = read_page(request.query_params)
    offset = (at - 1) * CLAIMS
    running, apart = reads.totals_told(CLAIMS, offset), reads.told_apart(CLAIMS, offset)
    return page(
        "totals.html",
        running=by_origin(running.claims, running.bylines),
        apart=by_origin(apart.claims, apart.bylines),
        running_total=running.total,
        apart_total=apart.total,
        filters=Filters(page=at),
        path="/totals",
        last_page=pages(max(running.total, apart.total), CLAIMS),
    )


def issues(request: Request, reads: Reads) -> Response:
    """What could not be read or decided."""
    at = read_page(request.query_params)
    found = reads.issues(PAGE, (at - 1) * PAGE)
    return page(
        "issues.html",
        rows=found.rows,
        total=found.total,
        filters=Filters(page=at),
        path="/issues",
        last_page=pages(found.total),
    )

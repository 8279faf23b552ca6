"""What a reader sees when a page cannot be shown: what happened, and what to do."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recount.model import NotFoundError, RecountError
from recount.web.pages.rendering import page

MISSING = "There is no such page on this desk. It may have moved when the record was built again."
BROKEN = (
    "The desk ran into a fault of its own. The record is unharmed. Load the page again; where that does not help, "
    "the terminal that serves the desk shows what went wrong."
)


def http_fault(request: Request, fault: Exception) -> Response:
    """An address that leads nowhere, or a request that cannot be understood."""
    if not isinstance(fault, HTTPException):
        return broken(request, fault)
    words = MISSING if fault.status_code == 404 else str(fault.detail)
    return page("fault.html", fault.status_code, status=fault.status_code, words=words)


def told_fault(request: Request, fault: Exception) -> Response:
    """Something that Recount itself gives up on, in its own words."""
    if not isinstance(fault, RecountError):
        return broken(request, fault)
    status = 404 if isinstance(fault, NotFoundError) else 500
    return page("fault.html", status, status=status, words=str(fault))


def broken(request: Request, fault: Exception) -> Response:
    """A fault nobody foresaw; its traceback goes to the terminal."""
    return page("fault.html", 500, status=500, words=BROKEN)

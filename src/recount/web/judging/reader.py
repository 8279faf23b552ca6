"""Who is reading: the desk asks once and remembers the name in this browser alone."""

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from recount.web.filters import clean

COOKIE = "recount_reader"
_YEAR = 365 * 24 * 60 * 60


def reader(request: Request) -> str:
    """The name given in this browser; empty where none was."""
    return clean(unquote(request.cookies.get(COOKIE, ""), errors="replace"))


def remember(answer: Response, name: str) -> None:
    """Keep the name for this desk; no other site's page can make the browser send it."""
    answer.set_cookie(COOKIE, quote(name, safe=""), max_age=_YEAR, httponly=True, samesite="strict")

"""Asking a reader's name."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recount.web.filters import clean
from recount.web.judging.back import safe
from recount.web.judging.bench import Bench
from recount.web.judging.reader import reader, remember
from recount.web.judging.sent import Sent
from recount.web.pages.rendering import page


def ask(request: Request, sent: Sent, _bench: Bench) -> Response:
    """The form for another name."""
    return page("work/reader.html", name=reader(request), back=safe(sent.one("back")) or "/", problem=None)


def keep(request: Request, sent: Sent, _bench: Bench) -> Response:
    """Remember a name; an empty one is asked for again."""
    name, back = clean(sent.one("name")), safe(sent.one("back")) or "/"
    if not name:
        return page("work/reader.html", 400, name="", back=back, problem="Write a name that others can ask for.")
    answer = RedirectResponse(back, 303)
    remember(answer, name)
    return answer

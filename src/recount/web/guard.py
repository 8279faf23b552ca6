"""Keeps the desk to this machine's own browser: who may ask, how, and what pages may load."""

from contextvars import ContextVar

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WRITABLE: ContextVar[bool] = ContextVar("writable", default=False)
"""Whether the desk that answers the request of now keeps decisions: every page of it then leads to the queue."""
HOSTS = frozenset({"127.0.0.1", "localhost"})
METHODS = frozenset({"GET", "HEAD"})
WRITING = ("/judge/", "/reader")
"""Where the addresses begin that forms are sent to."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # To other sites nothing goes; with less, the browser would not say either that a form is of the desk itself.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuses foreign hosts, foreign forms and what the desk does not do; puts the safety headers on every answer.

    A page of a foreign site can make a browser ask 127.0.0.1 under that site's own name (DNS rebinding) and then read
    the answer; the name in the Host header gives it away.
    """

    def __init__(self, app: ASGIApp, writable: bool = False) -> None:
        self.app = app
        self.writable = writable

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        WRITABLE.set(self.writable)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (_refusal(scope, self.writable) or self.app)(scope, receive, send_guarded)


def _refusal(scope: Scope, writable: bool) -> PlainTextResponse | None:
    if not is_local(Headers(scope=scope).getlist("host")):
        words = "This desk answers only to this machine. Open it as http://127.0.0.1 with its port.\n"
        return PlainTextResponse(words, status_code=400)
    if scope["method"] == "POST" and writable and scope["path"].startswith(WRITING):
        if is_own(Headers(scope=scope)):
            return None
        words = "That form was not sent by a page of this desk, and nothing was kept. Open the desk and judge there.\n"
        return PlainTextResponse(words, status_code=403)
    if scope["method"] not in METHODS:
        words = "The desk only shows the record. Change it with the recount command.\n"
        return PlainTextResponse(words, status_code=405, headers={"Allow": "GET, HEAD"})
    return None


def is_local(hosts: list[str]) -> bool:
    """Whether the one Host header names this machine.

    >>> is_local(["localhost:8765"]), is_local(["127.0.0.1"]), is_local(["127.0.0.1.example.org"]), is_local([])
    (True, True, False, False)
    """
    if len(hosts) != 1:
        return False
    name, colon, port = hosts[0].partition(":")
    return name.lower() in HOSTS and (not colon or (port.isascii() and port.isdigit()))


def is_own(headers: Headers) -> bool:
    """Whether a form comes from a page of this desk, by what the browser says of where it stood.

    Whoever says neither its origin nor that it is the same is refused: every browser of today says one of them.

    >>> is_own(Headers({"host": "localhost:1", "origin": "http://localhost:1"}))
    True
    >>> is_own(Headers({"host": "localhost:1", "origin": "http://localhost:2"})), is_own(Headers({"host": "localhost"}))
    (False, False)
    """
    origins, sites = headers.getlist("origin"), headers.getlist("sec-fetch-site")
    if len(origins) > 1 or len(sites) > 1 or not (origins or sites):
        return False
    host = headers.get("host", "").lower()
    return origins in ([], [f"http://{host}"]) and sites in ([], ["same-origin"])

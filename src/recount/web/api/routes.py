"""The addresses of the API."""

import json
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from recount.export.guide import Plain
from recount.model import NotFoundError, RecountError, UsageError
from recount.web.api import answers, views
from recount.web.api.asked import Asked, Known
from recount.web.reads import Records

Answer = Callable[[Asked], Plain]

ANSWERS: tuple[tuple[str, Answer], ...] = (
    ("/api/incidents", answers.incidents),
    ("/api/incidents/{id:path}", answers.incident),
    ("/api/reports", answers.reports),
    ("/api/reports/{id:path}", answers.report),
    ("/api/sources", views.sources),
    ("/api/facets", views.facets),
    ("/api/timeline", views.timeline),
    ("/api/tally", views.tally),
    ("/api/totals", answers.totals),
    ("/api/issues", answers.issues),
    ("/api/places", views.places),
    ("/api/outlines", views.outlines),
)


def api(records: Records, known: Known) -> list[BaseRoute]:
    """All that programs may ask, the scripts of the pages among them."""
    described = Route("/api/openapi.json", lambda _request: _json(answers.openapi()), methods=["GET"])
    return [described, *(Route(path, _answer(told, records, known), methods=["GET"]) for path, told in ANSWERS)]


def _answer(told: Answer, records: Records, known: Known) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            with records() as reads:
                return _json(told(Asked(request, reads, known)))
        except RecountError as fault:
            status = 404 if isinstance(fault, NotFoundError) else 400 if isinstance(fault, UsageError) else 500
            return _json(answers.problem(str(fault)), status)

    return answer


def _json(told: object, status: int = 200) -> Response:
    words = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return Response(words, status, media_type="application/json")

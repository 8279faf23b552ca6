"""The addresses at which people decide."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from recount.web.judging import deciding, naming, queue
from recount.web.judging.bench import Bench
from recount.web.judging.sent import Sent, of_address, of_body

Page = Callable[[Request, Sent, Bench], Response]


def judging(bench: Bench) -> list[BaseRoute]:
    """All that asks for a decision, or keeps one."""
    return [
        Route("/judge/{verb}", _shown(deciding.ask, bench), methods=["GET"]),
        Route("/judge/{verb}", _kept(deciding.decide, bench), methods=["POST"]),
        Route("/review", _shown(queue.queue, bench), methods=["GET"]),
        Route("/reader", _shown(naming.ask, bench), methods=["GET"]),
        Route("/reader", _kept(naming.keep, bench), methods=["POST"]),
    ]


def _shown(page: Page, bench: Bench) -> Callable[[Request], Response]:
    return lambda request: page(request, of_address(request), bench)


def _kept(page: Page, bench: Bench) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        sent = await of_body(request)
        # On a thread of its own, since putting claims together takes its time.
        return await run_in_threadpool(page, request, sent, bench)

    return answer

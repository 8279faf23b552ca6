"""The desk as an application: its addresses and what answers them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from recount.knowledge import load
from recount.knowledge.bodies import Bodies, load_bodies
from recount.model import RecountError
from recount.tally import Policy, load_policies
from recount.web.api.asked import Known
from recount.web.api.routes import api
from recount.web.atlas.projection import Outline
from recount.web.guard import Guard
from recount.web.judging.bench import Bench
from recount.web.judging.routes import judging
from recount.web.pages import dossier, faults, listings
from recount.web.pages.atlas import atlas
from recount.web.pages.compare import compare
from recount.web.pages.incident import incident
from recount.web.pages.incidents import incidents
from recount.web.pages.policies import policies
from recount.web.pages.report import report
from recount.web.pages.search import search
from recount.web.pages.sources import pair, sources
from recount.web.pages.timeline import timeline
from recount.web.pages.versions import versions
from recount.web.reads import Reads, Records


def desk(
    records: Records,
    outlines: Sequence[Outline],
    bodies: Bodies | None = None,
    *,
    leaflet: Path | None = None,
    bench: Bench | None = None,
    rules: Mapping[str, Policy] | None = None,
) -> Starlette:
    """The desk over anything that can be read like a record; without a bench it only reads.

    `bodies` says of which kind and side sources are, `leaflet` where that library lies, if anywhere;
    `rules` are the policies that can be compared.
    """
    known = load_bodies() if bodies is None else bodies
    counting = load_policies() if rules is None else rules
    shown: tuple[tuple[str, Callable[[Request, Reads], Response]], ...] = (
        ("/", incidents),
        ("/incident/{id:path}/dossier", dossier.of_incident),
        ("/dossier", dossier.of_list),
        ("/incident/{id:path}", lambda request, reads: incident(request, reads, outlines, known)),
        ("/report/{id:path}/versions", versions),
        ("/report/{id:path}", report),
        ("/reports", listings.reports),
        ("/map", lambda request, reads: atlas(request, reads, outlines, live=leaflet is not None)),
        ("/timeline", timeline),
        ("/sources", lambda request, reads: sources(request, reads, known)),
        ("/sources/pair", lambda request, reads: pair(request, reads, known)),
        ("/policies", lambda request, reads: policies(request, reads, counting)),
        ("/compare", lambda request, reads: compare(request, reads, bench)),
        ("/search", search),
        ("/totals", listings.totals),
        ("/issues", listings.issues),
    )
    routes = [Route(path, _answer(page, records), methods=["GET"]) for path, page in shown]
    static = Mount("/static", StaticFiles(packages=[("recount.web", "static")]))
    theirs = [] if leaflet is None else [Mount("/vendor/leaflet", StaticFiles(directory=leaflet))]
    working = [] if bench is None else judging(bench)
    told = api(records, Known(load if bench is None else bench.lists, known, outlines))
    made = Starlette(
        routes=[*routes, *working, *told, *theirs, static],
        middleware=[Middleware(Guard, writable=bench is not None)],
        exception_handlers={
            HTTPException: faults.http_fault,
            RecountError: faults.told_fault,
            Exception: faults.broken,
        },
    )
    made.state.writable = bench is not None
    return made


def _answer(page: Callable[[Request, Reads], Response], records: Records) -> Callable[[Request], Response]:
    # A plain function: Starlette runs it on a thread of its own, so a slow page holds up no other.
    def answer(request: Request) -> Response:
        with records() as reads:
            return page(request, reads)

    return answer

"""One report: its text with every claim marked in place, and where it came from."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Claim
from recount.store.shapes import StoredReport
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses, marking
from recount.web.show.cards import Detail, details
from recount.web.show.chains import Hop, hops
from recount.web.show.figures import count
from recount.web.show.judging import of_report
from recount.web.show.labels import label
from recount.web.show.sharing import shared_spans, sharings
from recount.web.show.work import work


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim as it is listed beside the text. `start` names its place in it."""

    number: int
    start: int
    words: str
    status: str
    counts: tuple[str, ...]
    details: tuple[Detail, ...]
    chains: tuple[tuple[Hop, ...], ...]
    incident: str | None


def report(request: Request, reads: Reads) -> Response:
    """The page of a report."""
    stored = reads.report(request.path_params["id"])
    claims = sorted(stored.claims, key=lambda claim: claim.key)
    return page(
        "report.html",
        work=work(request, reads),
        stored=stored,
        report=stored.report,
        blocks=() if stored.text is None else marking.mark(stored.text, claims, shared_spans(stored)),
        sharings=sharings(stored),
        beside=[_beside(number, claim, stored) for number, claim in enumerate(claims, 1)],
        published=_published(stored),
        judged=of_report(reads.judgements(), stored.report.id),
        link=web_address(stored.report.address),
    )


def web_address(address: str | None) -> str | None:
    """The address a report came from, only where it is one of the web: others must never become a link."""
    if address is None:
        return None
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        return None
    return address if scheme in {"http", "https"} else None


def _beside(number: int, claim: Claim, stored: StoredReport) -> Beside:
    incident = stored.incidents.get(claim.id)
    return Beside(
        number=number,
        start=claim.anchor.start,
        words=claim.words,
        status=label("status", claim.status),
        counts=tuple(count(told) for told in claim.counts),
        details=details(claim),
        chains=tuple(hops(chain) for chain in claim.chains),
        incident=None if incident is None else addresses.incident(incident),
    )


def _published(stored: StoredReport) -> tuple[date, str] | None:
    told = stored.report.published
    return None if told is None else (told.day, label("day_from", told.known))

"""One report: its text with every claim marked in place, and where it came from."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Assertion, Claim, Decision, Scope, ZoneKind
from recount.store.shapes import StoredReport
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses, figures, marking
from recount.web.show.cards import Detail, details
from recount.web.show.chains import Hop, hops
from recount.web.show.figures import count
from recount.web.show.judging import of_report
from recount.web.show.labels import label
from recount.web.show.quoting import all_marked
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
    summary: str
    apart: str


def report(request: Request, reads: Reads) -> Response:
    """The page of a report."""
    stored = reads.report(request.path_params["id"])
    claims = sorted(stored.claims, key=lambda claim: claim.key)
    judgements = reads.judgements()
    rejected = {
        subject.claim
        for one in judgements
        if one.stands and one.decision is Decision.REJECT
        for subject in one.subjects
    }
    return page(
        "report.html",
        work=work(request, reads),
        stored=stored,
        report=stored.report,
        blocks=()
        if stored.text is None
        else marking.mark(stored.text, [all_marked(claim) for claim in claims], shared_spans(stored)),
        sharings=sharings(stored),
        beside=[_beside(number, claim, stored, rejected) for number, claim in enumerate(claims, 1)],
        published=_published(stored),
        judged=of_report(judgements, stored.report.id),
        unread=_unread(stored),
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


def _beside(number: int, claim: Claim, stored: StoredReport, rejected: Container[str]) -> Beside:
    incident = stored.incidents.get(claim.id)
    counts, told = tuple(count(one) for one in claim.counts), details(claim)
    ways = tuple(hops(chain) for chain in claim.chains)
    return Beside(
        number=number,
        start=claim.anchor.start,
        words=claim.words,
        status=label("status", claim.status),
        counts=counts,
        details=told,
        chains=ways,
        incident=None if incident is None else addresses.incident(incident),
        summary=_summary(number, counts, told, ways),
        apart=label("apart", _apart(claim, rejected)),
    )


def _summary(number: int, counts: Sequence[str], told: Sequence[Detail], ways: Sequence[Sequence[Hop]]) -> str:
    """What was read, in a line that is shown where somebody points at the words."""
    said = [told[0].words, *counts, *(f"{detail.name} {detail.words}" for detail in told[1:])]
    said += [" \N{RIGHTWARDS ARROW} ".join(hop.name for hop in way) for way in ways]
    return f"{number}: {'; '.join(said)}"


def _apart(claim: Claim, rejected: Container[str]) -> str:
    """What keeps a claim from every incident, if it is in none."""
    if claim.id in rejected:
        return "rejected"
    if claim.scope is Scope.PERIOD:
        return "total"
    return "linked" if claim.assertion is Assertion.ASSERTED else claim.assertion.value


def _unread(stored: StoredReport) -> tuple[str, ...]:
    """What of a text was passed over on purpose, in words."""
    zones = () if stored.text is None else stored.text.zones
    amounts = Counter(zone.kind for zone in zones)
    furniture = amounts[ZoneKind.FURNITURE]
    return (figures.several(furniture, "stretch", "stretches"),) if furniture else ()


def _published(stored: StoredReport) -> tuple[date, str] | None:
    told = stored.report.published
    return None if told is None else (told.day, label("day_from", told.known))

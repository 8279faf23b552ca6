"""Two incidents side by side: every field, the evidence that they are one or two, and the form to decide it."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Claim, NotFoundError
from recount.run import Why, state, why
from recount.store.shapes import StoredIncident
from recount.web.filters import clean
from recount.web.judging.bench import Bench
from recount.web.judging.keeping import named
from recount.web.judging.reader import reader
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import comparing
from recount.web.show.cards import Card, card
from recount.web.show.judging import Decided, decided
from recount.web.show.rows import IncidentRow, incident_row
from recount.web.show.work import work

OFFERED = 12


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against two incidents being one, with the pair of claims that speaks most."""

    why: Why
    pair: tuple[Card, ...]
    decided: tuple[Decided, ...]
    state: str


def compare(request: Request, reads: Reads, bench: Bench | None) -> Response:
    """Two incidents, by their ids or the addresses of their pages; the form to name them where one is missing."""
    asked = [named(clean(request.query_params.get(name, ""))) for name in ("one", "other")]
    found = [reads.incident(id) if id else None for id in asked]
    one, other = found
    if one is None or other is None or _is_one(one, other):
        return page("compare.html", one=one, other=other, asked=asked, offered=_offered(reads, one or other), rows=())
    ids = [stored.counted.incident.id for stored in (one, other)]
    return page(
        "compare.html",
        one=one,
        other=other,
        asked=asked,
        offered=(),
        ids=ids,
        rows=[incident_row(stored) for stored in (one, other)],
        lines=comparing.lines(one, other),
        unclear=ids[1] in one.counted.incident.could_be or ids[0] in other.counted.incident.could_be,
        evidence=None if bench is None else _evidence(bench, (one, other)),
        work=work(request, reads),
        known=reader(request),
    )


def _is_one(one: StoredIncident, other: StoredIncident) -> bool:
    return one.counted.incident.id == other.counted.incident.id


def _offered(reads: Reads, stored: StoredIncident | None) -> list[IncidentRow]:
    """The incidents that the one named may be the same as."""
    made = []
    for id in () if stored is None else stored.counted.incident.could_be[:OFFERED]:
        try:
            made.append(incident_row(reads.incident(id)))
        except NotFoundError:  # removed by a command since the incident was read
            continue
    return made


def _evidence(bench: Bench, stored: Sequence[StoredIncident]) -> Evidence:
    ids = [one.counted.incident.id for one in stored]
    with bench.records() as record:
        found = why(record, *ids)
        claims = {claim.id: (claim, one) for one in stored for claim in _claims(one)}
        pair = [claims[id] for id in (found.pair.first, found.pair.second) if id in claims]
        texts = record.texts(claim.report for claim, _ in pair)
        cards = [card(at, claim, one.rows, texts.get(claim.report)) for at, (claim, one) in enumerate(pair, 1)]
        return Evidence(found, tuple(cards), tuple(map(decided, (*found.decided, *found.judged))), state(record, ids))


def _claims(stored: StoredIncident) -> tuple[Claim, ...]:
    return (*stored.counted.incident.claims, *stored.counted.incident.denials)

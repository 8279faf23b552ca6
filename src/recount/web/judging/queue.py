"""The queue: one thing to look at, what speaks for it, and the decisions that there are, each with its key."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from recount.model import NotFoundError
from recount.run import state
from recount.run.reviewing import Item, ReviewKind, review
from recount.store import Record
from recount.web.filters import DIGITS
from recount.web.judging.asking import About, asked
from recount.web.judging.bench import Bench
from recount.web.judging.reader import reader
from recount.web.judging.sent import Sent
from recount.web.pages.rendering import page
from recount.web.show import addresses
from recount.web.show.rows import IncidentRow, incident_row, incident_title
from recount.web.show.work import work

NEXT = 8
_NAMES = {
    ReviewKind.WEAK: "Many people, little evidence",
    ReviewKind.MERGE: "Doubtful merges",
    ReviewKind.COULD_BE: "May be one event",
    ReviewKind.SECOND: "For a second reader",
    ReviewKind.ISSUE: "Issues",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One part of the queue, and how much is in it."""

    key: str
    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Line:
    """One of those that come next."""

    address: str
    kind: str
    words: str
    why: str


def queue(request: Request, sent: Sent, bench: Bench) -> Response:
    """The item that the address names by its place; those judged have left, so the next stands in their place."""
    with bench.records() as record:
        kind = sent.one("kind") if sent.one("kind") in list(ReviewKind) else ""
        found = review(record, reader(request), ReviewKind(kind) if kind else None, _place(sent), 1 + NEXT)
        every, at = sum(found.amounts.values()), found.at
        total = found.amounts[ReviewKind(kind)] if kind else every
        item = found.items[0] if found.items else None
        about = None if item is None else _about(record, item)
        return page(
            "work/review.html",
            work=work(request, record),
            kinds=[Kind(one, _NAMES[one], found.amounts[one]) for one in ReviewKind],
            kind=kind,
            all=every,
            total=total,
            at=at,
            item=item,
            name=None if item is None else _NAMES[item.kind],
            about=about,
            rows=() if item is None else _rows(record, item),
            leads_to=_report_of(record, item),
            state=_state(record, item),
            place=_address(kind, at),
            following=_address(kind, at + 1) if at + 1 < total else _address(kind, 0),
            before=_address(kind, at - 1) if at else None,
            coming=[_line(record, one, kind, at + n) for n, one in enumerate(found.items[1:], 1)],
            known=reader(request),
        )


def _place(sent: Sent) -> int:
    told = sent.one("at")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= DIGITS else 0


def _address(kind: str, at: int) -> str:
    return f"/review?kind={kind}&at={at}" if kind else f"/review?at={at}"


def _about(record: Record, item: Item) -> About | None:
    """What the form for its decision would show; none where it is gone meanwhile, or no claim."""
    verb = "same" if len(item.ids) > 1 else "confirm"
    try:
        return None if item.kind is ReviewKind.ISSUE else asked(record, verb, Sent({"claim": item.ids}))
    except NotFoundError:
        return None


def _rows(record: Record, item: Item) -> list[IncidentRow]:
    held = [] if item.kind is ReviewKind.ISSUE else [record.incident_alone(id) for id in item.ids]
    ids = dict.fromkeys(one.id for one in held if one is not None)
    return [incident_row(record.incident(id)) for id in ids]


def _report_of(record: Record, item: Item | None) -> str | None:
    """Where an issue leads: the report that it is of, or the incident."""
    if item is None or item.kind is not ReviewKind.ISSUE:
        return None
    incident = record.incident_alone(item.ids[0])
    if incident is not None:
        return addresses.incident(incident.id)
    try:
        return addresses.report(record.report(item.ids[0].split("@")[0]).report.id)
    except NotFoundError:
        return None


def _state(record: Record, item: Item | None) -> str:
    return "" if item is None else state(record, item.ids)


def _line(record: Record, item: Item, kind: str, at: int) -> Line:
    incident = None if item.kind is ReviewKind.ISSUE else record.incident_alone(item.ids[0])
    words = item.ids[0] if incident is None else incident_title(incident)
    return Line(_address(kind, at), _NAMES[item.kind], words, item.why[0])

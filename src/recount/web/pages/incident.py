"""One incident: what, where and when at a glance, who says what, and every claim down to its sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recount.knowledge.bodies import Bodies
from recount.model import Claim, Decision, Incident, NotFoundError, Text
from recount.run import account
from recount.store.pinning import spots_of
from recount.store.shapes import StoredIncident
from recount.web.atlas.drawing import INSET, draw
from recount.web.atlas.pins import pins
from recount.web.atlas.projection import Outline
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses, chains, clashes, days, history, places, tolls, voices
from recount.web.show.cards import Card, card, doubts
from recount.web.show.judging import Decided, decided
from recount.web.show.judging import history as decisions
from recount.web.show.rows import IncidentRow, incident_row
from recount.web.show.work import work

TEXTS = 60
"""Reports whose text is read for one page: beyond that, claims show their quotes alone."""
NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Together:
    """Why one claim was put with another, by their numbers on the page."""

    first: str
    second: str
    percent: int
    words: tuple[str, ...]


def incident(request: Request, reads: Reads, outlines: Sequence[Outline], bodies: Bodies) -> Response:
    """The page of an incident; an id that it had before leads to the one it has now."""
    asked = request.path_params["id"]
    stored = reads.incident(asked)
    told = stored.counted.incident
    if told.id != asked:
        return RedirectResponse(addresses.incident(told.id))
    cards = _cards(stored, _texts(reads, [*told.claims, *told.denials]))
    numbers = {shown.id: shown.number for shown in cards}
    behind = account(stored.counted, chains.bylines(stored.rows), bodies)
    return page(
        "incident.html",
        work=work(request, reads),
        row=incident_row(stored),
        incident=told,
        when=days.when_in_full(told.when),
        places=[places.line(place) for place in told.where],
        doubts=doubts(told.claims),
        table=tolls.table(stored.counted.tolls, numbers),
        said=voices.words(behind.voices, numbers),
        history=history.series(behind.history, numbers),
        numbers=numbers,
        clashes=clashes.clashes(stored, numbers),
        cards=cards[: len(told.claims)],
        folded=_folded(told.claims, cards, stored),
        denials=_folded(told.denials, cards[len(told.claims) :], stored),
        roots=chains.roots(told.claims, stored.rows),
        reasons=_reasons(told, numbers),
        judged=_judged(reads, stored),
        neighbours=_neighbours(reads, told.could_be),
        drawing=draw(shown, outlines, INSET) if (shown := pins(spots_of(stored.counted))) else None,
    )


def _cards(stored: StoredIncident, texts: Mapping[str, Text]) -> list[Card]:
    told = stored.counted.incident
    claims, rows = [*told.claims, *told.denials], stored.rows
    return [card(number, claim, rows, texts.get(claim.report)) for number, claim in enumerate(claims, 1)]


def _folded(claims: Sequence[Claim], cards: Sequence[Card], stored: StoredIncident) -> list[tuple[Card, list[Card]]]:
    """The cards in order, those of copies under the card with the same words in the report that they copy."""
    rows = stored.rows
    first: dict[tuple[str, str], Card] = {}
    for claim, shown in zip(claims, cards, strict=False):
        first.setdefault((claim.report, claim.words), shown)
    made: dict[int, tuple[Card, list[Card]]] = {}
    under: list[tuple[Card, Card]] = []
    for claim, shown in zip(claims, cards, strict=False):
        row = rows.get(claim.report)
        original = None if row is None or row.copy_of is None else first.get((row.copy_of, claim.words))
        if original is None:
            made[shown.number] = (shown, [])
        else:
            under.append((original, shown))
    for original, shown in under:
        made[original.number][1].append(shown)
    return list(made.values())


def _texts(reads: Reads, claims: Iterable[Claim]) -> Mapping[str, Text]:
    return reads.texts(list(dict.fromkeys(claim.report for claim in claims))[:TEXTS])


def _judged(reads: Reads, stored: StoredIncident) -> list[Decided]:
    """What was decided of an incident's claims, and of those that left it by being rejected; the latest first."""
    told, said = stored.counted.incident, reads.judgements()
    claims = (*told.claims, *told.denials)
    found = decisions(said, claims)
    ids = {told.id, *stored.counted.aliases}
    left = {claim for step in reads.changes_of(ids) for claim in step.others}
    reports = {claim.report for claim in claims} | {claim.rpartition("@")[0] for claim in left}
    known = {one.id for one in found}
    gone = [
        decided(one)
        for one in said
        if one.decision is Decision.REJECT
        and one.id not in known
        and any(subject.report in reports for subject in one.subjects)
        and any(ids & {step.subject, *step.others} for step in reads.steps_of(one.id))
    ]
    return sorted([*found, *gone], key=lambda one: one.day, reverse=True)


def _reasons(incident: Incident, numbers: dict[str, int]) -> list[Together]:
    def shown(claim: str) -> str:
        return f"claim {numbers[claim]}" if claim in numbers else claim

    return [
        Together(shown(reason.first), shown(reason.second), round(reason.score * 100), reason.words)
        for reason in incident.reasons
    ]


def _neighbours(reads: Reads, ids: Sequence[str]) -> list[IncidentRow]:
    found = []
    for id in ids[:NEIGHBOURS]:
        try:
            found.append(incident_row(reads.incident(id)))
        except NotFoundError:  # as above
            continue
    return found

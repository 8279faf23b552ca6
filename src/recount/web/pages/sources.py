"""Who reports what, and where two bodies agree, differ, or pass an incident over. No body is scored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from recount.knowledge.bodies import Bodies
from recount.model import Event, NotFoundError, Outcome
from recount.store.shapes import Accord, HeardOf, Page, PairQuery, StoredIncident
from recount.store.telling import ABOUT, whole
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import PAGE, page, pages
from recount.web.pages.timeline import OUTCOMES
from recount.web.reads import Reads
from recount.web.show import figures, speakers
from recount.web.show.labels import label
from recount.web.show.rows import IncidentRow, incident_row
from recount.web.show.speakers import Speaker

LOOKED_AT = 2000
"""Incidents that a table of sources counts, the newest of a view: many thousands would take longer than a page may."""
ROWS = 40
"""Bodies on one page of the table."""
CROSSED = 8
"""Bodies whose pairs are shown side by side."""
OFFERED = 300
"""Bodies to choose two from."""
ACROSS = ("event", "outcome")
KEPT = ("across", "count")
PAIR = ("one", "other", "count", "show")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can choose, and whether it is the one in force."""

    words: str
    address: str
    chosen: bool
    incidents: int | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """One incident with the figure that each of two bodies gives."""

    row: IncidentRow
    one: str
    other: str


def sources(request: Request, reads: Reads, bodies: Bodies) -> Response:
    """The table of who reports what, and where the most heard of them tell of the same."""
    filters = read_filters(request.query_params, KEPT)
    across, outcome = _across(request.query_params), _outcome(request.query_params)
    heard = HeardOf((), 0) if filters.problems else _heard(reads, filters, across)
    known = speakers.speakers(heard.told, bodies)
    last_page = pages(len(known), ROWS)
    shown = known[(filters.page - 1) * ROWS : filters.page * ROWS]
    columns = speakers.columns(heard.told)
    return page(
        "sources.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/sources",
        events=list(Event),
        columns=[speakers.column_words(column) for column in columns],
        groups=speakers.groups(shown, heard.told, columns),
        known=known,
        offered=sorted((one.name for one in known[:OFFERED]), key=str.casefold),
        unnamed=speakers.unnamed(heard.told, bodies),
        looked_at=heard.looked_at,
        total=0 if filters.problems else reads.incidents(replace(filters.query, limit=0)).total,
        crossings=_crossings(reads, filters, known[:CROSSED], outcome),
        outcome=outcome,
        choices=[("Columns", _columns(filters, across))],
        outcomes_offered=_outcomes(filters, "/sources", outcome),
        last_page=last_page,
        listed=partial(_listed, filters),
        pair=partial(_pair, filters),
    )


def pair(request: Request, reads: Reads, bodies: Bodies) -> Response:
    """Two bodies: the incidents that both tell of, with their figures, and those that one passes over."""
    filters = read_filters(request.query_params, PAIR)
    one, other = (_body(filters.kept.get(name, ""), reads, bodies) for name in ("one", "other"))
    outcome, shown = _outcome(request.query_params), request.query_params.get("show")
    query = PairQuery(filters.query, one, other, outcome)
    counts = dict.fromkeys(Accord, 0) if filters.problems else reads.accords(query)
    accord = Accord(shown) if shown in set(Accord) else _first(counts)
    nothing: Page[StoredIncident] = Page((), 0)
    found = nothing if filters.problems else reads.in_accord(query, accord, PAGE, (filters.page - 1) * PAGE)
    return page(
        "sources_pair.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/sources/pair",
        events=list(Event),
        one=one,
        other=other,
        outcome=outcome,
        both=sum(counts[key] for key in Accord if key not in (Accord.ONE, Accord.OTHER)),
        counts=counts,
        accord=accord,
        choices=_accords(filters, counts, accord),
        outcomes_offered=_outcomes(filters, "/sources/pair", outcome),
        rows=[_both(stored, query) for stored in found.rows],
        total=found.total,
        last_page=pages(found.total),
        back=Filters(typed=filters.typed).address("/sources"),
        turned=replace(filters, kept={**filters.kept, "one": other, "other": one}).address("/sources/pair"),
    )


def _heard(reads: Reads, filters: Filters, across: str) -> HeardOf:
    if across == "event":
        return reads.heard_by_event(filters.query, LOOKED_AT)
    return reads.heard_by_outcome(filters.query, LOOKED_AT)


def _crossings(
    reads: Reads, filters: Filters, most_heard: Sequence[Speaker], outcome: Outcome
) -> list[tuple[Speaker, list[speakers.Crossing]]]:
    if len(most_heard) < 2:
        return []
    names = [one.name for one in most_heard]
    return speakers.crossings(most_heard, reads.meetings(filters.query, names, outcome, LOOKED_AT))


def _across(params: Mapping[str, str]) -> str:
    told = params.get("across", "")
    return told if told in ACROSS else ACROSS[0]


def _outcome(params: Mapping[str, str]) -> Outcome:
    told = params.get("count")
    return Outcome(told) if told in set(OUTCOMES) else Outcome.KILLED


def _body(name: str, reads: Reads, bodies: Bodies) -> str:
    """A body by its name; NotFoundError for whoever may be a person, of whom no page tells what he reports."""
    if name and speakers.is_body(name, reads.is_outlet(name), bodies):
        return name
    raise NotFoundError(
        f"No body is known by the name “{name}”: no list of sources or actors has it, and it published no report on "
        "record. Choose two bodies on the page of sources, or add it to your lists (docs/lists.md)."
    )


def _first(counts: Mapping[Accord, int]) -> Accord:
    """What is shown unless a reader chooses: where they differ, else whatever there is."""
    order = (Accord.APART, *(accord for accord in Accord if accord is not Accord.APART))
    return next((accord for accord in order if counts[accord]), Accord.APART)


def _both(stored: StoredIncident, query: PairQuery) -> Both:
    return Both(incident_row(stored), _figure(stored, query.one, query), _figure(stored, query.other, query))


def _figure(stored: StoredIncident, name: str, query: PairQuery) -> str:
    toll = stored.counted.toll(query.outcome)
    told = None if toll is None else whole(toll, name)
    if told is None:
        return "no figure"
    return figures.bounds(told.low, told.high, approx=told.word == ABOUT, vague=told.word)


def _with(filters: Filters, path: str, **kept: str) -> str:
    return replace(filters, kept={**filters.kept, **kept}).address(path)


def _columns(filters: Filters, across: str) -> list[Choice]:
    return [Choice(label("across", one), _with(filters, "/sources", across=one), one == across) for one in ACROSS]


def _outcomes(filters: Filters, path: str, outcome: Outcome) -> list[Choice]:
    return [Choice(label("outcome", one), _with(filters, path, count=one.value), one is outcome) for one in OUTCOMES]


def _accords(filters: Filters, counts: Mapping[Accord, int], accord: Accord) -> list[tuple[Accord, Choice]]:
    return [
        (one, Choice(label("accord", one), _with(filters, "/sources/pair", show=one.value), one is accord, counts[one]))
        for one in Accord
    ]


def _listed(filters: Filters, name: str) -> str:
    """The list of incidents that a body is a source of, with the same filters."""
    return Filters(typed={**filters.typed, "source": name}).address("/")


def _pair(filters: Filters, one: str, other: str) -> str:
    """The page of two bodies, with the same filters and outcome."""
    kept = {key: told for key, told in filters.kept.items() if key == "count"}
    return replace(filters, kept={**kept, "one": one, "other": other}).address("/sources/pair")

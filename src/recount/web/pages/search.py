"""Search over all incidents and reports, with what the incidents found have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Claim
from recount.store.shapes import Facets, Found, Page, Period, ReportRow, StoredIncident
from recount.web.charts import periods
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import PAGE, page, pages
from recount.web.reads import Reads
from recount.web.show import quoting
from recount.web.show.labels import label
from recount.web.show.rows import incident_row

REPORTS = 5
YEARS_FROM = 12
"""From how many months on years are offered instead."""
ROLES = {"place": "place", "actor": "by", "weapon": "weapon", "outcome": "outcome", "source": "source"}
"""What a facet is of an incident, and the filter that it sets."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value to narrow a search by, with the address that does; or that lifts it, where it is in force."""

    words: str
    incidents: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one kind."""

    title: str
    values: tuple[Value, ...]


def search(request: Request, reads: Reads) -> Response:
    """Incidents and reports in which all words occur, narrowed by what was chosen."""
    filters = read_filters(request.query_params)
    words = filters.typed.get("q", "")
    searched = _found(reads, filters)
    found, told = searched.page, searched.facets
    nothing: Page[ReportRow] = Page((), 0)
    reports = reads.reports(words, REPORTS) if words else nothing
    rows = [(incident_row(stored), stored) for stored in found.rows]
    return page(
        "search.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/search",
        words=words,
        rows=[row for row, _ in rows],
        found={row.address: quote for row, stored in rows if (quote := _quote(stored, words))},
        total=found.total,
        last_page=pages(found.total),
        groups=_groups(told, filters),
        looked_at=told.looked_at,
        reports=reports.rows,
        reports_total=reports.total,
    )


def _found(reads: Reads, filters: Filters) -> Found:
    if filters.problems:
        return Found(Page((), 0), Facets((), (), 0))
    return reads.found(replace(filters.query, limit=PAGE, offset=(filters.page - 1) * PAGE))


def _quote(stored: StoredIncident, words: str) -> str | None:
    """The claim in which most of the words occur, as a report has it; none where no claim has any."""
    wanted = [word.casefold() for word in words.split()]
    having = [(sum(word in claim.words.casefold() for word in wanted), claim.words) for claim in _claims(stored)]
    most, quote = max(having, key=lambda pair: pair[0], default=(0, ""))
    return quoting.shortened(quote) if most else None


def _claims(stored: StoredIncident) -> Sequence[Claim]:
    return (*stored.counted.incident.claims, *stored.counted.incident.denials)


def _groups(told: Facets, filters: Filters) -> list[Group]:
    made = [Group(label("facet", "day"), _months(told, filters))]
    for role, name in ROLES.items():
        values = [facet for facet in told.values if facet.role == role]
        made.append(
            Group(
                label("facet", role),
                tuple(_value(filters, name, one.shown, _words(role, one.shown), one.incidents) for one in values),
            )
        )
    return [group for group in made if group.values]


def _words(role: str, shown: str) -> str:
    return label("outcome", shown) if role == "outcome" else shown


def _value(filters: Filters, name: str, value: str, words: str, incidents: int) -> Value:
    chosen = filters.typed.get(name) == value
    typed = {key: told for key, told in filters.typed.items() if key != name}
    return Value(
        words, incidents, Filters(typed=typed if chosen else {**typed, name: value}).address("/search"), chosen
    )


def _months(told: Facets, filters: Filters) -> tuple[Value, ...]:
    if len(told.months) <= YEARS_FROM:
        return tuple(_span(filters, key, key, amount) for key, amount in reversed(told.months))
    years: dict[str, int] = {}
    for key, amount in told.months:
        years[key[:4]] = years.get(key[:4], 0) + amount
    return tuple(_span(filters, f"{year}-01", f"{year}-12", amount) for year, amount in sorted(years.items())[::-1])


def _span(filters: Filters, first: str, last: str, incidents: int) -> Value:
    days = {
        "from": periods.first_day(first, Period.MONTH).isoformat(),
        "to": periods.last_day(last, Period.MONTH).isoformat(),
    }
    chosen = all(filters.typed.get(name) == value for name, value in days.items())
    rest = {key: told for key, told in filters.typed.items() if key not in days}
    words = periods.words(first, Period.MONTH) if first == last else first[:4]
    typed = rest if chosen else {**rest, **days}
    return Value(words, incidents, replace(filters, typed=typed, page=1).address("/search"), chosen)

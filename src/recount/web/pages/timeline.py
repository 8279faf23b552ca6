"""Tolls over time, and the running totals that sources claim, as charts with the same in tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Event, Outcome
from recount.store.shapes import POLICY, Added, Extent, Outside, Period, Stack, Sum, SumQuery
from recount.tally import Best, Least, Most, Policy, load_policies
from recount.web.charts import bars, lines, periods
from recount.web.charts.bars import OTHERS, Part
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import figures
from recount.web.show.labels import label

BARS = 60
"""Periods on one page: as many as stand apart in a chart and are read in a table."""
FINEST = {Period.DAY: 62, Period.WEEK: 430}
"""Up to how many days between the first and the last toll each period is the one shown unless asked otherwise."""
CLAIMS = 400
"""Running totals looked at, the latest first."""
LISTED = 30
KEPT = ("count", "per", "stack", "policy")
NOT_GIVEN = "–"
"""What stands for a bound that a policy never gives, where an absent one would look as if nobody had told it."""
OUTCOMES = (Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.DETAINED, Outcome.CAPTURED, Outcome.DISPLACED)


@dataclass(frozen=True, slots=True)
class View:
    """What of the tolls is shown, as the address has it."""

    outcome: Outcome
    period: Period | None
    stack: Stack | None
    policy: str = POLICY


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last period of one page, which page it is, and of how many."""

    first: str
    last: str
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can choose, and whether it is the one in force."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period of the table: its tolls, and those of each part of the stack."""

    words: str
    address: str
    incidents: int
    low: str
    best: str
    high: str
    parts: tuple[tuple[str, str], ...]


def timeline(request: Request, reads: Reads) -> Response:
    """Tolls of the incidents that the filters let through, period by period, and running totals below."""
    filters, held = read_filters(request.query_params, KEPT), reads.policies()
    view = read_view(request.query_params, held)
    shown: dict[str, object] = {
        "extent": None,
        "charts_drawn": (),
        "rows": (),
        "legend": (),
        "series": (),
        "line_charts": (),
    }
    period = view.period or Period.MONTH
    if not filters.problems:
        period, added = added_of(reads, filters, view)
        shown |= _tolls(filters, view, period, added) | _running(reads, filters, view)
    return page(
        "timeline.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/timeline",
        events=list(Event),
        outcome=view.outcome,
        period=period,
        stack=view.stack,
        choices=_choices(filters, view, period, held),
        policy=_policies()[view.policy],
        policies=held,
        two_policies=Filters(typed=filters.typed, kept={"count": view.outcome.value}).address("/policies"),
        **shown,
    )


@cache
def _policies() -> Mapping[str, Policy]:
    return load_policies()


def read_view(params: Mapping[str, str], held: Sequence[str]) -> View:
    """What an address asks to see; a word that names nothing is as if it were not there."""
    period, stack = params.get("per"), params.get("stack")
    outcome, policy = params.get("count"), params.get("policy")
    return View(
        Outcome(outcome) if outcome in set(OUTCOMES) else Outcome.KILLED,
        Period(period) if period in set(Period) else None,
        Stack(stack) if stack in set(Stack) else None,
        policy if policy is not None and policy in held and policy in _policies() else POLICY,
    )


def _asked(filters: Filters, view: View, period: Period) -> SumQuery:
    return SumQuery(filters.query, view.outcome, period, view.stack, policy=view.policy)


def added_of(reads: Reads, filters: Filters, view: View) -> tuple[Period, Added]:
    """The period to show, the finest that fits where none is asked for, and what the tolls of each come to."""
    if view.period is not None:
        return view.period, _of(reads, filters, view, view.period)
    found = _of(reads, filters, view, Period.MONTH)
    first, last = found.extent.first, found.extent.last
    if first is not None and last is not None:
        apart = periods.last_day(last, Period.MONTH) - periods.first_day(first, Period.MONTH)
        for period, most in FINEST.items():
            if apart.days < most:
                return period, _of(reads, filters, view, period)
    return Period.MONTH, found


def _of(reads: Reads, filters: Filters, view: View, period: Period) -> Added:
    """All sums; where they are many, those of the page alone."""
    asked = _asked(filters, view, period)
    if view.stack is None:
        return reads.tolls_added(asked)
    extent = reads.toll_extent(asked)
    window = window_of(extent, period, filters.page)
    if window is None:
        return Added(extent, ())
    return Added(extent, reads.toll_sums(replace(asked, first=window.first, last=window.last)))


def window_of(extent: Extent, period: Period, page: int) -> Window | None:
    """The periods that a page shows, the latest on the first; none where no toll lies in one."""
    if extent.first is None or extent.last is None:
        return None
    last_page = -(-periods.steps(extent.first, extent.last, period) // BARS)
    at = min(page, last_page)
    last = periods.moved(extent.last, period, -(at - 1) * BARS)
    return Window(max(extent.first, periods.moved(last, period, 1 - BARS)), last, at, last_page)


def _tolls(filters: Filters, view: View, period: Period, added: Added) -> dict[str, object]:
    extent, window = added.extent, window_of(added.extent, period, filters.page)
    if window is None:
        return {"extent": extent, "last_page": 1}
    first, last, at, last_page = window.first, window.last, window.page, window.pages
    sums = bars.spelled_alike([one for one in added.sums if first <= one.period <= last])
    stack = bars.parts(sums)
    held, shown = bars.by_period(sums, stack), periods.between(first, last, period)
    return {
        "extent": extent,
        "last_page": last_page,
        "at": at,
        "span": (periods.first_day(first, period), periods.last_day(last, period)),
        "charts_drawn": [bars.draw(shown, period, held, stack, frame) for frame in (bars.WIDE, bars.NARROW)],
        "legend": [(part.kind, part_words(part, view.stack)) for part in stack] if view.stack else (),
        "rows": [_row(key, period, held[key], stack, filters, view) for key in reversed(shown) if key in held],
        "newer": filters.address("/timeline", at - 1) if at > 1 else None,
        "older": filters.address("/timeline", at + 1) if at < last_page else None,
    }


def _row(
    key: str, period: Period, held: Mapping[str | None, Sum], stack: Sequence[Part], filters: Filters, view: View
) -> PeriodRow:
    total, by, policy = bars.add(list(held.values())), view.stack, _policies()[view.policy]
    told = [(part, held[part.name]) for part in stack if part.name in held] if by is not None else []
    return PeriodRow(
        words=periods.words(key, period),
        address=_incidents(filters, periods.first_day(key, period), periods.last_day(key, period)),
        incidents=total.incidents,
        low=NOT_GIVEN if policy.min is Least.ABSENT else _bound(total.low),
        best=NOT_GIVEN if policy.best is Best.ABSENT else _bound(total.best),
        high=NOT_GIVEN if policy.max is Most.ABSENT else _bound(total.high),
        parts=tuple((part_words(part, by), bars.told(one)) for part, one in told),
    )


def part_words(part: Part, stack: Stack | None) -> str:
    """A part of the stack as people read it."""
    if part.name is None:
        return "not told"
    if part.name == OTHERS or stack is not Stack.PEOPLE:
        return part.name
    return " and ".join(figures.people(who) if who != "people" else "kind not told" for who in part.name.split(", "))


def _bound(value: int | None) -> str:
    return figures.NOT_TOLD if value is None else figures.number(value)


def running_of(reads: Reads, filters: Filters, view: View) -> tuple[Outside, tuple[lines.Series, ...]]:
    """The latest running totals, and what each origin claims of the same people, place and time in them."""
    told = reads.totals_told(CLAIMS)
    return told, lines.series(told.claims, told.bylines, view.outcome, filters.query)


def _running(reads: Reads, filters: Filters, view: View) -> dict[str, object]:
    told, found = running_of(reads, filters, view)
    drawn = [chart for frame in (bars.WIDE, bars.NARROW) if (chart := lines.draw(found, frame)) is not None]
    return {
        "series": found[:LISTED],
        "series_total": len(found),
        "line_charts": drawn,
        "looked_at": (min(told.total, CLAIMS), told.total),
    }


def _incidents(filters: Filters, first: date, last: date) -> str:
    days = {"from": first.isoformat(), "to": last.isoformat()}
    return Filters(typed={**filters.typed, **days}).address("/")


def _chosen(filters: Filters, name: str, value: str) -> str:
    """The address of the same view with another choice."""
    kept = {key: told for key, told in {**filters.kept, name: value}.items() if told}
    return replace(filters, kept=kept).address("/timeline")


def _choices(filters: Filters, view: View, period: Period, held: Sequence[str]) -> list[tuple[str, list[Choice]]]:
    """The choices above the chart: what is counted, by which policy, how long a bar is, what it is parted by."""
    stacks = [("nothing", "", view.stack is None)]
    stacks += [(label("stack", one), one.value, view.stack is one) for one in Stack]
    shown = {
        "count": [(label("outcome", one), one.value, view.outcome is one) for one in OUTCOMES],
        "per": [(one.value, one.value, period is one) for one in Period],
        "stack": stacks,
    }
    if len(held) > 1:
        shown["policy"] = [(one, one, view.policy == one) for one in held if one in _policies()]
    titles = {"count": "Count", "per": "By", "stack": "Part by", "policy": "Policy"}
    return [
        (titles[name], [Choice(words, _chosen(filters, name, value), on) for words, value, on in told])
        for name, told in shown.items()
    ]

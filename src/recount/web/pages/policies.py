"""Two policies over the same incidents: what each makes of them month by month or place by place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from recount.model import CountedIncident, Event, Outcome
from recount.store.shapes import Page, Period
from recount.tally import Key, Policy, under
from recount.web.charts import periods
from recount.web.filters import Filters, read_filters
from recount.web.pages.rendering import page
from recount.web.pages.timeline import OUTCOMES
from recount.web.reads import Reads
from recount.web.show import days, differing
from recount.web.show.differing import Row
from recount.web.show.labels import label

MOST = 150
"""Incidents counted anew for one page, the newest of a view: each takes a good part of a millisecond."""
ROWS = 60
KEYS = (Key.MONTH, Key.YEAR, Key.PLACE, Key.ADMIN1, Key.BY, Key.TYPE)
KEPT = ("one", "other", "per", "count")


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a reader can choose, and whether it is the one in force."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class View:
    """What is compared, as the address has it."""

    one: Policy
    other: Policy
    key: Key
    outcome: Outcome


def policies(request: Request, reads: Reads, known: Mapping[str, Policy]) -> Response:
    """The sums of the incidents that the filters let through, under two policies side by side."""
    filters, view = read_filters(request.query_params, KEPT), _view(request.query_params, known)
    nothing: Page[CountedIncident] = Page((), 0)
    found = nothing if filters.problems else reads.tolled(replace(filters.query, limit=MOST))
    telling = [one for one in found.rows if one.toll(view.outcome) is not None]
    one, other = ([under(each, policy) for each in telling] for policy in (view.one, view.other))
    rows = _ordered(differing.rows(one, other, view.key, view.outcome), view.key)
    return page(
        "policies.html",
        400 if filters.problems else 200,
        filters=filters,
        path="/policies",
        events=list(Event),
        view=view,
        rows=rows[:ROWS],
        named=lambda value: _name(value, view.key),
        more=max(0, len(rows) - ROWS),
        whole=differing.whole(one, other, view.outcome) if rows else None,
        looked_at=len(found.rows),
        total=found.total,
        choices=_choices(filters, view, known),
    )


def _view(params: Mapping[str, str], known: Mapping[str, Policy]) -> View:
    """What an address asks to see; a word that names nothing is as if it were not there."""
    names = list(known)
    one = params.get("one") if params.get("one") in known else "range"
    other = params.get("other") if params.get("other") in known else "ucdp"
    key, outcome = params.get("per"), params.get("count")
    return View(
        known[one or names[0]],
        known[other or names[0]],
        Key(key) if key in KEYS else Key.MONTH,
        Outcome(outcome) if outcome in set(OUTCOMES) else Outcome.KILLED,
    )


def _ordered(rows: Sequence[Row], key: Key) -> list[Row]:
    """The latest first where they are times, else those of most incidents; what is not told comes last."""
    if key in (Key.MONTH, Key.YEAR):
        return sorted(rows, key=lambda row: row.value or "", reverse=True)
    return sorted(rows, key=lambda row: (row.value is None, -row.incidents))


def _name(value: str | None, key: Key) -> str:
    if value is None:
        return days.NOT_TOLD if key in (Key.MONTH, Key.YEAR) else "not told"
    if key is Key.MONTH:
        return periods.words(value, Period.MONTH)
    return label("event", value) if key is Key.TYPE else value


def _choices(filters: Filters, view: View, known: Mapping[str, Policy]) -> list[tuple[str, list[Choice]]]:
    def some(name: str, told: Sequence[tuple[str, str]], chosen: str) -> list[Choice]:
        return [
            Choice(words, replace(filters, kept={**filters.kept, name: value}).address("/policies"), value == chosen)
            for words, value in told
        ]

    names = [(name, name) for name in known]
    keys = [(label("key", key), key.value) for key in KEYS]
    outcomes = [(label("outcome", one), one.value) for one in OUTCOMES]
    return [
        ("First", some("one", names, view.one.name)),
        ("Second", some("other", names, view.other.name)),
        ("By", some("per", keys, view.key.value)),
        ("Count", some("count", outcomes, view.outcome.value)),
    ]

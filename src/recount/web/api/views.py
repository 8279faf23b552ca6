"""What the API answers of many incidents together: places, periods, sums, sources and what they share."""

from collections.abc import Sequence
from dataclasses import replace

from recount.export.guide import Plain
from recount.model import Outcome, UsageError
from recount.run import policy_named
from recount.store.shapes import Sum
from recount.tally import add_up, keys_named, under
from recount.web.api.answers import paged
from recount.web.api.asked import Asked
from recount.web.api.sums import sum_object
from recount.web.charts import bars, periods
from recount.web.charts.lines import Series
from recount.web.pages.atlas import Bounds, outlines_told, places_told
from recount.web.pages.rendering import PAGE
from recount.web.pages.timeline import added_of, read_view, running_of, window_of

LOOKED_AT = 2000
"""Incidents whose sources are counted, the newest of a view."""
ADDED_UP = 2000
"""Incidents whose tolls are added up in one answer. Of more none are: sums over some would look like those of all."""
SOURCES = 10_000
_POLICY = "range"
_CORNERS = 4


def places(asked: Asked) -> Plain:
    """Where the incidents that the filters let through are told to be, as GeoJSON, within bounds if any are told."""
    return places_told(asked.filters(), asked.reads, _bounds(asked.params.get("bounds")))


def outlines(asked: Asked) -> Plain:
    """Borders as GeoJSON, the largest areas first."""
    return outlines_told(asked.known.outlines)


def timeline(asked: Asked) -> Plain:
    """Tolls period by period, and running totals by source, as the page of the timeline shows them."""
    filters, view = asked.filters(), read_view(asked.params, asked.reads.policies())
    period, added = added_of(asked.reads, filters, view)
    extent = added.extent
    window = window_of(extent, period, filters.page)
    told: Sequence[Sum] = ()
    if window is not None:
        told = bars.spelled_alike([one for one in added.sums if window.first <= one.period <= window.last])
    return {
        **{
            "outcome": view.outcome.value,
            "per": period.value,
            "stack": None if view.stack is None else view.stack.value,
            "policy": view.policy,
        },
        **{"told": extent.told, "undated": extent.undated, "several": extent.several},
        **{"page": 1 if window is None else window.page, "pages": 1 if window is None else window.pages},
        "rows": [
            {
                **{"period": one.period, "first_day": periods.first_day(one.period, period).isoformat()},
                **{"last_day": periods.last_day(one.period, period).isoformat(), "part": one.part},
                **{"incidents": one.incidents, "min": one.low, "best": one.best, "max": one.high},
            }
            for one in told
        ],
        "running": [_series(one) for one in running_of(asked.reads, filters, view)[1]],
    }


def _series(one: Series) -> Plain:
    points = [
        {
            "day": point.day.isoformat(),
            "low": point.low,
            "high": point.high,
            "outlet": point.outlet,
            "page": point.address,
        }
        for point in one.points
    ]
    return {"origin": one.origin, "of": one.of, "since": one.since, "points": points}


def tally(asked: Asked) -> Plain:
    """Sums over the incidents that the filters let through, as `recount tally` makes them; UsageError for too many."""
    filters, name = asked.filters(), asked.params.get("policy") or _POLICY
    keys, rule = keys_named(asked.params.get("keys", "")), policy_named(name, None)
    total = asked.reads.tolled(replace(filters.query, limit=0)).total
    if total > ADDED_UP:
        raise UsageError(_too_many(total))
    outcomes = (Outcome.KILLED, Outcome.INJURED) if filters.query.outcome is None else (filters.query.outcome,)
    rows = add_up([under(one, rule) for one in asked.reads.tolled(filters.query).rows], keys, outcomes, rule)
    return {"policy": name, "keys": [key.value for key in keys], "rows": [sum_object(row, keys, name) for row in rows]}


def _too_many(total: int) -> str:
    return (
        f"The filters let through {total:,} incidents, and at most {ADDED_UP:,} are added up in one answer. Narrow "
        "them, by days for one; ask /api/timeline, which adds up all; or run `recount tally`."
    )


def facets(asked: Asked) -> Plain:
    """What the newest incidents that the filters let through share, by which a search is narrowed."""
    told = asked.reads.found(asked.filters().query).facets
    return {
        "looked_at": told.looked_at,
        "values": [{"role": one.role, "name": one.shown, "incidents": one.incidents} for one in told.values],
        "months": [{"month": month, "incidents": incidents} for month, incidents in told.months],
    }


def sources(asked: Asked) -> Plain:
    """Bodies on whose word incidents rest or whom they quote, with kind and side where a list has them."""
    filters = asked.filters()
    told = asked.reads.found(filters.query, LOOKED_AT, SOURCES).facets
    rows = [_source(asked, one.shown, one.incidents) for one in told.values if one.role == "source"]
    first = (filters.page - 1) * PAGE
    return {"looked_at": told.looked_at, **paged(rows[first : first + PAGE], len(rows), filters.page)}


def _source(asked: Asked, name: str, incidents: int) -> Plain:
    body = asked.known.bodies.named(name)
    kind, side = (None, None) if body is None else (body.kind, body.side)
    return {"name": name, "kind": kind, "side": side, "incidents": incidents}


def _bounds(told: str | None) -> Bounds | None:
    if not told:
        return None
    try:
        corners = [float(part) for part in told.split(",")]
    except ValueError:
        corners = []
    if len(corners) != _CORNERS or not all(abs(corner) <= 360 for corner in corners):
        raise UsageError("bounds: Write west, south, east and north in degrees, as in 35.5,32,42.4,37.4.")
    return Bounds(*corners)

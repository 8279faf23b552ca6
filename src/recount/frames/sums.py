"""Sums over incidents, and running totals, as rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recount.export import where_cells
from recount.frames.claims import how_many, told_of
from recount.frames.columns import DAY, IDS, NUMBER, WORDS, YES_NO, Columns
from recount.model import Byline, Claim, origins_of
from recount.tally import Key, TallyRow

Row = dict[str, Any]
TOTALS: Columns = {
    **{"claim": WORDS, "report": WORDS, "published": DAY, "origin": WORDS, "first_day": DAY, "last_day": DAY},
    **{"place": WORDS, "precision": WORDS, "country": WORDS, "admin1": WORDS, "within": WORDS, "by": WORDS},
    **{"event": WORDS, "status": WORDS, "outcome": WORDS, "who": WORDS, "fighters_of": WORDS, "low": NUMBER},
    **{"high": NUMBER, "approx": YES_NO, "vague": WORDS, "part": YES_NO, "quote": WORDS},
}
_AMOUNTS = ("not_told", "no_min", "no_best", "no_max", "provisional")
SUMS: Columns = {
    **{"outcome": WORDS, "policy": WORDS, "min": NUMBER, "best": NUMBER, "max": NUMBER, "incidents": NUMBER},
    **dict.fromkeys((*_AMOUNTS, "suspected", "may_match", "left_out"), NUMBER),
    "ids": IDS,
}


def total_rows(claim: Claim, bylines: Mapping[str, Byline]) -> Iterator[Row]:
    """A running total: a row for each count and each origin on whose word it rests."""
    published = bylines.get(claim.report, Byline(claim.report)).published
    told = {
        **{"claim": claim.id, "report": claim.report, "published": None if published is None else published.day},
        **told_of(claim),
        **where_cells(claim.where),
    }
    counts: Sequence[Row] = [{**how_many(count), "part": count.part_of is not None} for count in claim.counts]
    for origin in origins_of(claim, bylines):
        yield from ({**told, "origin": origin, **count} for count in counts or [{}])


def sum_columns(keys: Sequence[Key]) -> Columns:
    """The columns of sums by some keys."""
    return {**{key.value: WORDS for key in keys}, **SUMS}


def sum_rows(row: TallyRow, keys: Sequence[Key], policy: str) -> Iterator[Row]:
    """One row a sum and outcome. `ids` are the incidents in the sum; how many it lacks a figure of stands beside."""
    values = {key.value: value for key, value in zip(keys, row.values, strict=True)}
    for total in row.totals:
        out = {one.incident for one in row.left_out if one.outcome in (None, total.outcome)}
        yield {
            **values,
            **{"outcome": total.outcome.value, "policy": policy},
            **{"min": total.min, "best": total.best, "max": total.max, "incidents": len(row.incidents)},
            **{name: len(getattr(total, name)) for name in _AMOUNTS},
            **{"suspected": len(row.suspected), "may_match": len(row.may_match), "left_out": len(out)},
            "ids": total.counted,
        }

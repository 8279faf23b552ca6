"""`recount totals`: running totals, which are no incidents and are never added to them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.filters import FirstOption, LastOption, in_order
from recount.cli.options import Format, FormatOption, RecordOption
from recount.cli.screen import lines, say, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recount.model import Byline, Claim
    from recount.web.show.rows import ClaimRow

EXAMPLES = (
    "recount totals",
    "recount totals --source 'Rights Monitor' --place Veldania",
    "recount totals --from 2031-01-01 --format jsonl",
)
_HEAD = ("who says so", "period", "where", "how many", "by", "status", "claim")


def totals(
    ctx: typer.Context,
    record: RecordOption = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Whose word it is, or a part of the name.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Where, as it is told, or a part of the name.")
    ] = None,
    first: FirstOption = None,
    last: LastOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """List running totals over a whole time by who tells them, by place and by period.

    Each covers many episodes: it stands in no incident, and is added to none, nor to another total.
    """
    from recount.cli.records import opened
    from recount.web.show.rows import by_origin

    in_order(first, last)
    with opened(ctx, record) as held:
        bylines = held.bylines()
        claims = {claim.id: claim for claim in held.running_totals()}
        told = by_origin(list(claims.values()), bylines)
    found = [
        (origin, row, claims[row.claim])
        for origin, rows in told
        if _has(origin, source)
        for row in rows
        if _has(row.where, place) and _touches(claims[row.claim], first, last)
    ]
    if format is Format.JSONL:
        lines(_objects(found, bylines))
    elif found:
        table(_HEAD, [_row(origin, row) for origin, row, _ in found])
    else:
        say("No running total is like that.")


def _has(words: str, part: str | None) -> bool:
    return part is None or part.casefold() in words.casefold()


def _touches(claim: "Claim", first: date | None, last: date | None) -> bool:
    """Whether a total may cover one of the days asked for; an end that is not told is open."""
    when = claim.when
    begins, ends = (None, None) if when is None else (when.earliest, when.latest)
    before = first is not None and ends is not None and ends < first
    after = last is not None and begins is not None and begins > last
    return not before and not after


def _row(origin: str, row: "ClaimRow") -> tuple[str, ...]:
    return (origin, row.when, row.where, "; ".join(row.counts) or row.what, row.by, row.status, row.claim)


def _objects(
    found: "Sequence[tuple[str, ClaimRow, Claim]]", bylines: "Mapping[str, Byline]"
) -> "Iterator[Mapping[str, object]]":
    from recount.export import claim_object

    for origin, _, claim in found:
        yield {"origin": origin, **claim_object(claim, bylines)}

"""Totals over incidents as a table."""

from collections.abc import Iterator, Sequence

from recount.cli.screen import paragraph, table
from recount.tally import Behind, Bound, Key, TallyRow
from recount.web.api.sums import Parts, parts_of
from recount.web.show.figures import NOT_TOLD, bounds, number, several
from recount.web.show.labels import label

_NONE = "–"
_INDENT = 3
_BOUNDS = ("min", "best", "max")


def print_sums(rows: Sequence[TallyRow], keys: Sequence[Key], parts: Parts | None = None) -> None:
    """A line a row, then what each sum lacks and leaves out; with parts, the incidents themselves and their claims."""
    if not rows:
        return
    outcomes = [label("outcome", total.outcome) for total in rows[0].totals]
    head = (*(key.value for key in keys), "incidents", *(f"{name} {bound}" for name in outcomes for bound in _BOUNDS))
    table(head, map(_cells, rows), frozenset(range(len(keys), len(head))))
    for row in rows:
        told = list(_notes(row) if parts is None else _incidents(row, parts))
        if told and keys:
            paragraph(f"{_name(row)}:")
        for line in told:
            paragraph(line, _INDENT)


def _cells(row: TallyRow) -> tuple[str, ...]:
    values = (NOT_TOLD if value is None else value for value in row.values)
    bounds = (bound for total in row.totals for bound in (total.min, total.best, total.max))
    return (*values, number(len(row.incidents)), *(_NONE if bound is None else number(bound) for bound in bounds))


def _name(row: TallyRow) -> str:
    return " · ".join(NOT_TOLD if value is None else value for value in row.values)


def _notes(row: TallyRow) -> Iterator[str]:
    """How many incidents a row lacks figures of or leaves out, and why."""
    for said, ids in _groups(row):
        if ids:
            yield f"{several(len(ids), 'incident')} {said}"
    yield from map(_bound, row.bounds)


def _figure(part: Behind) -> str:
    outcome = label("outcome", part.outcome)
    least = part.best if part.min is None else part.min
    return f"no number of {outcome}" if (least, part.max) == (None, None) else f"{bounds(least, part.max)} {outcome}"


def _bound(bound: Bound) -> str:
    figure = bounds(bound.min, bound.max)
    outcome = label("outcome", bound.outcome)
    return (
        f"over several episodes together: {figure} {outcome} ({bound.incident}), which bounds the sum and is not in it"
    )


def _incidents(row: TallyRow, parts: Parts) -> Iterator[str]:
    """The same, with every incident by its id, and of each that is added the claims."""
    yield f"added: {', '.join(row.incidents) or 'none'}"
    for part in parts_of(row, parts):
        yield f"{part.incident}: {_figure(part)}, by {', '.join(part.claims) or 'no claim'}"
        for one in part.passed_over:
            yield f"  not {one.claim}: {one.reason}"
    yield from map(_bound, row.bounds)
    for said, ids in _groups(row):
        if ids:
            yield f"{said}: {', '.join(ids)}"


def _groups(row: TallyRow) -> Iterator[tuple[str, Sequence[str]]]:
    for total in row.totals:
        outcome = label("outcome", total.outcome)
        yield f"without a figure of {outcome}", total.not_told
        yield f"with no least figure of {outcome}", total.no_min
        yield f"with no one figure of {outcome}, so that there is no best", total.no_best
        yield f"with no most figure of {outcome}, so that there is no max", total.no_max
        yield (
            f"whose figure of {outcome} is provisional, since too few origins tell it",
            total.provisional,
        )
    for reason in dict.fromkeys(one.reason for one in row.left_out):
        yield f"left out: {reason}", [one.incident for one in row.left_out if one.reason == reason]
    yield "where everybody hedges who did it", row.suspected
    yield "that may be another one on record, and so be counted twice", row.may_match

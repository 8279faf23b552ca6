"""Questions about many ids at once."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select

Item = TypeVar("Item")
# A statement names no more values than this.
_AT_ONCE = 500


def in_lots(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in lists that are short enough for one statement."""
    rest = iter(items)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def rows_of(
    connection: Connection, asked: Select[Any], column: ColumnElement[Any], among: Collection[Any] | None
) -> Iterator[Row[Any]]:
    """The rows of a question whose column has one of some values, each lot in the question's order; all for None."""
    if among is None:
        yield from connection.execute(asked)
        return
    for some in in_lots(sorted(among)):
        yield from connection.execute(asked.where(column.in_(some)))

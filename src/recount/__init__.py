"""Reads news reports about armed conflict and keeps a sourced record of what they claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from recount.frames import Frames

__all__ = ["open"]


def open(record: str | PathLike[str], *, lists: str | PathLike[str] | None = None, with_names: bool = False) -> Frames:
    """Open a record to read it as pandas DataFrames.

        with recount.open("recount.sqlite") as record:
            record.incidents()

    `record` is a file or `sqlite:///PATH`, `lists` the folder of your own lists that it was read with. Names of private
    people, exact places of homes and whole quotes are left out as in exports, unless `with_names` asks for them.

    It is only read: no record is made, renewed or changed. Raises a `RecountError` that says what to do where there is
    no record, where it must be renewed or its claims put together first, and where pandas is not installed.
    """
    from pathlib import Path

    from recount.frames import opened

    where = record if isinstance(record, str) else Path(record)
    return opened(where, lists=None if lists is None else Path(lists), with_names=with_names)

"""What the record knows of itself: settings, what was removed, and whether incidents are to be put together again."""

from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from recount.store.schema import settings, tombstones
from recount.store.shapes import Tombstone

CHANGES = "changes"
"""The setting that counts the writes that can alter incidents."""


def setting(connection: Connection, name: str) -> str | None:
    """The value of a setting; none where it was never put."""
    value: str | None = connection.scalar(select(settings.c.value).where(settings.c.name == name))
    return value


def put_setting(connection: Connection, name: str, value: str | None) -> None:
    """Give a setting a value, or take it away."""
    if value is None:
        connection.execute(delete(settings).where(settings.c.name == name))
        return
    put = insert(settings).values(name=name, value=value)
    connection.execute(put.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def changes(connection: Connection) -> int:
    """How many writes could have altered incidents since the record was made."""
    return int(setting(connection, CHANGES) or 0)


def changed(connection: Connection) -> None:
    """Note such a write, in its own transaction."""
    put_setting(connection, CHANGES, str(changes(connection) + 1))


def tombstone(connection: Connection, report: str) -> Tombstone | None:
    """When and why a report was removed."""
    columns = tombstones.c
    found = connection.execute(select(columns.because, columns.at).where(columns.report == report)).one_or_none()
    return None if found is None else Tombstone(report, found.because, datetime.fromisoformat(found.at))

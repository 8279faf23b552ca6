"""What the record knows of itself: settings, what was removed, and whether incidents are to be put together again."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from recount.store.schema import settings, tombstones, touched
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


def changed(connection: Connection, reports: Iterable[str] | None = None) -> None:
    """Note such a write, in its own transaction, with the reports whose claims it touched; without them, with all."""
    number = changes(connection) + 1
    put_setting(connection, CHANGES, str(number))
    rows = [{"change": number, "report": report} for report in sorted(set(reports or ()))]
    if rows:
        connection.execute(insert(touched).values(rows))


def touched_since(connection: Connection, number: int) -> frozenset[str] | None:
    """The reports that the writes after one of this number touched; None where one of them touched all."""
    found = connection.execute(select(touched.c.change, touched.c.report).where(touched.c.change > number)).all()
    if len({row.change for row in found}) < changes(connection) - number:
        return None
    return frozenset(row.report for row in found)


def forget_touched(connection: Connection, number: int) -> None:
    """Forget what was touched up to a write, now that all is put together again."""
    connection.execute(delete(touched).where(touched.c.change <= number))


def tombstone(connection: Connection, report: str) -> Tombstone | None:
    """When and why a report was removed."""
    columns = tombstones.c
    found = connection.execute(select(columns.because, columns.at).where(columns.report == report)).one_or_none()
    return None if found is None else Tombstone(report, found.because, datetime.fromisoformat(found.at))

"""Opening a record: the file, its tables, and what is said where it cannot be used."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from recount.model import RecordError
from recount.store.indexing import refill

HEAD = "0008"
"""The revision that this version of Recount reads and writes: that of the last file under `migrations`."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_BEGIN = "recount_begin"
# Readers never wait (WAL). A writer waits this long for another one, which may be putting incidents together.
_WAIT_MS = 60_000
_AGAIN_S = 0.02
_PRAGMAS = (
    f"busy_timeout = {_WAIT_MS}",
    "foreign_keys = ON",
    # What a commit holds survives a power cut too: people's decisions are in it.
    "synchronous = FULL",
    # What is removed is overwritten, not only unlinked.
    "secure_delete = ON",
)


def open_engine(where: str | Path) -> Engine:
    """An engine over a record with its tables as this version needs them; it is made where there is none."""
    url = _url(where)
    engine = create_engine(url)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    try:
        with told(url):
            _prepare(engine, url)
            _log_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_to_read(where: str | Path) -> Engine:
    """An engine over a record that is there, which writes nothing: it is neither made nor renewed."""
    url = _url(where)
    if url.database is None or not Path(url.database).is_file():
        raise RecordError(f"There is no record at {where}. Make one with: recount add SOURCE --record {where}")
    engine = create_engine(url)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "connect", _refuse_writes)
    event.listen(engine, "begin", _on_begin)
    try:
        with reading(engine) as connection:
            found = _revision(connection, url)
    except BaseException:
        engine.dispose()
        raise
    if found != HEAD:
        engine.dispose()
        raise RecordError(f"{where} must be renewed before it is read. Do so with: recount incidents --record {where}")
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """All that is read in it is of one moment."""
    with told(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """All that is written in it is kept together, or none of it."""
    # The lock is taken at once: two that read first and write then would each wait for the other.
    locked = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})
    with told(engine.url), locked.begin() as connection:
        yield connection


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Faults of the database as a RecordError that says what to do."""
    try:
        yield
    except DatabaseError as error:
        raise RecordError(_words(error, url)) from error


def _url(where: str | Path) -> URL:
    if "://" not in str(where):
        folder = Path(where).absolute().parent
        if not folder.is_dir():
            raise RecordError(f"There is no folder {folder} for the record {where}. Make it first.")
        return URL.create("sqlite", database=str(Path(where).absolute()))
    try:
        url = make_url(str(where))
    except ArgumentError as error:
        raise RecordError(f"{where} is no address of a record. Give a file, or sqlite:///PATH.") from error
    if url.get_backend_name() != "sqlite":
        raise RecordError(f"A record is a SQLite file; {url.get_backend_name()} cannot be used yet. Give a file.")
    return url


def _on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver would begin transactions by rules of its own; with this it leaves them to `_on_begin`.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _refuse_writes(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only = ON")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _prepare(engine: Engine, url: URL) -> None:
    with reading(engine) as connection:
        found = _revision(connection, url)
    if found == HEAD:
        return
    with writing(engine) as connection:
        # Somebody else may have done it meanwhile.
        if _revision(connection, url) != HEAD:
            _upgrade(connection)
            refill(connection)


def _log_ahead(engine: Engine) -> None:
    """Write changes to a log first, so that readers never wait: told to the file, hence not before it is a record.

    SQLite waits for nobody here, not even for one who makes the same record; hence it is tried until the wait is over.
    """
    over = time.monotonic() + _WAIT_MS / 1000
    with closing(engine.raw_connection()) as connection:
        while not _logs_ahead(connection.cursor(), last=time.monotonic() > over):
            time.sleep(_AGAIN_S)


def _logs_ahead(cursor: DBAPICursor, *, last: bool) -> bool:
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if last or "locked" not in str(error):
            raise OperationalError("PRAGMA journal_mode", None, error) from error
        return False
    return True


def _revision(connection: Connection, url: URL) -> str | None:
    """The revision of a record, none of an empty file; refuses what is no record, or one of a later version."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or "reports" not in tables:
        raise RecordError(f"{url.database} is a database, and no record. Give another file, or a name of a new one.")
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is None or found > HEAD:
        raise RecordError(f"The record {url.database} was made by a later version of Recount. Install that one.")
    return str(found)


def _upgrade(connection: Connection) -> None:
    # Alembic takes long to load, and is needed when a record is made or outlives a version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _words(error: DatabaseError, url: URL) -> str:
    cause = str(error.orig)
    where = f"the record {url.database}"
    if "locked" in cause:
        return f"Another program is writing to {where}. Wait until it is done and run this again."
    if "not a database" in cause:
        return f"{url.database} is no record: it is not a SQLite file. Give another file, or a name of a new one."
    if "malformed" in cause:
        return f"The file of {where} is damaged. Take a copy of it from before, or add its sources to a new record."
    if "readonly" in cause or "unable to open" in cause:
        return f"The file of {where} cannot be opened for writing. Check that you may write to it and to its folder."
    if "full" in cause:
        return f"There is no room on the disk for {where}. Make room and run this again: what was kept is safe."
    return f"The database refuses to work on {where}: {cause}."

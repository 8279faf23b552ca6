"""Migrating an empty file gives the very tables that this version reads and writes."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

import recount.store
from recount.store.codec import encode, encode_report
from recount.store.opening import HEAD, open_engine, reading
from recount.store.schema import metadata
from recount.store.shapes import IncidentQuery, SumQuery
from tests.store.tellings import claim, counted, killed, report, within


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """Indexes of words have tables of their own, which SQLite makes."""
    return kind != "table" or "_words" not in (name or "")


def test_migrations_make_the_tables_of_the_schema(path: Path) -> None:
    engine = open_engine(path)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrations_make_the_same_statements_keys_and_all(path: Path) -> None:
    migrated, made = open_engine(path), create_engine("sqlite://")
    metadata.create_all(made)
    tables = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'")
    told = []
    for engine in (migrated, made):
        with engine.connect() as connection:
            keys = {
                name: (sorted(str(key) for key in inspect(connection).get_foreign_keys(name)), " WITHOUT ROWID" in sql)
                for name, sql in connection.execute(tables)
                if sql.startswith("CREATE TABLE") and name != "sqlite_sequence" and _is_ours(name, "table", None)
            }
        told.append(keys)
        engine.dispose()

    assert told[0] == told[1]
    assert len(told[0]) == len(metadata.tables)


def test_there_is_one_last_migration_and_it_is_the_one_that_is_opened() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(recount.store.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_record_of_the_first_version_keeps_all_it_holds(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(recount.store.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO settings VALUES ('lists', 'a hash')"))
        connection.execute(text("INSERT INTO aliases VALUES ('b@1', 'a@1')"))
    engine.dispose()
    with recount.store.Record.open(path) as record:
        assert record.setting("lists") == "a hash"
        assert record.changes_after(0) == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert connection.execute("SELECT * FROM aliases").fetchall() == [("b@1", "a@1")]


def test_a_record_from_before_is_searched_and_added_up_once_it_is_opened(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(recount.store.__file__).parent / "migrations"))
    day = date(2031, 3, 4)
    incident = counted(claim("a", by=("Army",)), when=within(day, day), tolls=(killed(3, 5),))
    row = {"id": "a@0", "content": encode(incident), "report": encode_report(report("a", title="A market"))}
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(
            text("INSERT INTO reports VALUES ('a', 1, 'x', 'A market', NULL, NULL, NULL, 1, :report)"), row
        )
        connection.execute(text("INSERT INTO wordings VALUES ('a', 'a market of brunnoth')"))
        connection.execute(
            text(
                "INSERT INTO incidents (id, type, day, quotes, content) "
                "VALUES (:id, 'shelling', '2031-03-04', 'words', :content)"
            ),
            row,
        )
    engine.dispose()
    with recount.store.Record.open(path) as record:
        assert [row.id for row in record.reports("brunn").rows] == ["a"]
        assert record.incidents(IncidentQuery(anywhere="market monitor", by="army")).total == 1
        assert [one.low for one in record.toll_sums(SumQuery(IncidentQuery()))] == [3]
        assert [facet.shown for facet in record.found(IncidentQuery()).facets.values] == ["Army"]

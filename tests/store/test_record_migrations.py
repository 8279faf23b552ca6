"""Migrating an empty file gives the very tables that this version reads and writes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

import recount.store
from recount.store.opening import HEAD, open_engine, reading
from recount.store.schema import metadata


def test_migrations_make_the_tables_of_the_schema(path: Path) -> None:
    engine = open_engine(path)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
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
                if sql.startswith("CREATE TABLE") and name != "sqlite_sequence"
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

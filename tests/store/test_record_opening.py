"""A record is one file that several may open, and whatever is no record is refused in words and left alone."""

import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from recount.model import RecordError
from recount.store import Record
from recount.store.opening import HEAD, open_engine, writing
from tests.store.tellings import read


def _sqlite(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_what_was_kept_is_there_when_the_record_is_opened_again(path: Path) -> None:
    with Record.open(path) as record:
        record.keep(read("courier"))
    with Record.open(path) as record:
        assert record.totals().reports == 1


def test_a_record_may_be_named_by_path_or_address(path: Path) -> None:
    with Record.open(f"sqlite:///{path}") as record:
        record.keep(read("courier"))
    with Record.open(str(path)) as record:
        assert record.totals().reports == 1


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    with Record.open(path) as record:
        assert record.totals().reports == 0


def test_a_path_with_signs_of_an_address_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "50% done? #1 é"
    folder.mkdir()
    with Record.open(folder / "a record.sqlite"):
        assert (folder / "a record.sqlite").is_file()


def test_a_closed_record_is_one_file(path: Path) -> None:
    with Record.open(path) as record:
        record.keep(read("courier"))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_record_of_a_later_version_is_refused_in_words(path: Path) -> None:
    Record.open(path).close()
    _sqlite(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordError, match="made by a later version of Recount"):
        Record.open(path)


def test_a_file_that_is_no_database_is_refused_in_words_and_left_alone(path: Path) -> None:
    words = b"Nine people were killed in Brunnoth. " * 100
    path.write_bytes(words)
    with pytest.raises(RecordError, match="is no record: it is not a SQLite file"):
        Record.open(path)
    assert path.read_bytes() == words


@pytest.mark.parametrize("table", ["harvest", "alembic_version"])
def test_a_database_of_something_else_is_refused_in_words_and_left_alone(path: Path, table: str) -> None:
    _sqlite(path, f"CREATE TABLE {table} (version_num)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match="is a database, and no record"):
        Record.open(path)
    assert path.read_bytes() == before


def test_a_damaged_record_is_told_as_such(path: Path) -> None:
    with Record.open(path) as record:
        for number in range(50):
            record.keep(read(f"courier {number}"))
    held = bytearray(path.read_bytes())
    for page in range(4096, len(held), 4096):
        held[page : page + 100] = b"\xff" * 100
    path.write_bytes(held)
    with pytest.raises(RecordError, match="is damaged"), Record.open(path) as record:
        list(record.claims())


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="There is no folder"):
        Record.open(tmp_path / "nowhere" / "veldania.sqlite")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened for writing"):
        Record.open(tmp_path)


@pytest.mark.parametrize("address", ["postgresql://here/veldania", "mysql://here/veldania"])
def test_other_databases_are_refused_by_name(address: str) -> None:
    with pytest.raises(RecordError, match=r"(postgresql|mysql) cannot be used yet"):
        Record.open(address)


def test_what_is_no_address_is_refused_in_words() -> None:
    with pytest.raises(RecordError, match="is no address of a record"):
        Record.open("://")


def test_what_goes_wrong_within_a_write_undoes_all_of_it(path: Path) -> None:
    engine = open_engine(path)
    half = text("INSERT INTO settings VALUES ('half', 'done')")
    with pytest.raises(RecordError, match="refuses to work"), writing(engine) as connection:
        # The second is refused, since settings have one value each.
        any(connection.execute(half) is None for _ in range(2))
    engine.dispose()
    with Record.open(path) as record:
        assert record.setting("half") is None


def test_two_that_have_it_open_see_what_the_other_kept(path: Path) -> None:
    with Record.open(path) as one, Record.open(path) as other:
        one.keep(read("courier"))
        other.keep(read("alpha"))
        assert one.totals() == other.totals()
        assert one.totals().reports == 2


def test_two_processes_may_make_and_fill_one_record_at_once(path: Path) -> None:
    filling = textwrap.dedent("""
        import sys
        from recount.model import Reading, Report
        from recount.store import Record
        with Record.open(sys.argv[1]) as record:
            for number in range(20):
                record.keep(Reading(Report(f"{sys.argv[2]} {number}", b"words"), None))
    """)
    started = [
        subprocess.Popen([sys.executable, "-c", filling, str(path), name], stderr=subprocess.PIPE, env=os.environ)
        for name in ("courier", "herald")
    ]
    said = [process.communicate(timeout=60)[1].decode() for process in started]

    assert said == ["", ""]
    with Record.open(path) as record:
        assert record.totals().reports == 40


def test_who_opens_a_record_while_another_makes_it_waits_until_he_is_done(path: Path) -> None:
    Record.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        # As a record stands whose maker has not come to its log.
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(0.3, other.execute, ["COMMIT"])
        done.start()
        Record.open(path).close()
        done.join()
    with closing(sqlite3.connect(path)) as after:
        assert after.execute("PRAGMA journal_mode").fetchall() == [("wal",)]


def test_the_revision_that_is_read_is_that_of_the_last_migration(path: Path) -> None:
    Record.open(path).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    connection.close()

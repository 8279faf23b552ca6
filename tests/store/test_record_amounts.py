"""How much a record holds is kept in step with every write, and equals what counting it would give."""

import sqlite3
from contextlib import closing
from pathlib import Path

from recount.store import Record
from tests.store.tellings import AT, claim, read

COUNTED = "SELECT count(*), count(DISTINCT bytes_hash), coalesce(sum(claims), 0) FROM reports"


def _equal(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        held = connection.execute("SELECT reports, kinds, claims FROM amounts").fetchall()
        return held == connection.execute(COUNTED).fetchall()


def test_every_write_keeps_the_counts_in_step(record: Record, path: Path) -> None:
    record.keep(read("a"))
    record.keep(read("copy"))
    record.keep(read("b", "Two people were hurt.", claim("b", words="Two people were hurt."), claim("b", at=4)))
    assert _equal(path)
    assert (record.totals().reports, record.totals().claims, record.totals().copies) == (3, 4, 1)
    record.keep(read("copy", "A bridge was hit in Brunnoth."))
    assert _equal(path)
    assert record.totals().copies == 0
    record.keep(read("copy", "Two people were hurt."))
    record.keep_again([read("a")])
    assert _equal(path)
    record.remove("b", "asked for by the family", AT)
    assert _equal(path)
    assert record.totals().reports == 2

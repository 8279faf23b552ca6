"""The record: one SQLite file. The only user of the database library."""

from recount.store.keeping import Kept
from recount.store.putting import Together
from recount.store.record import Record

__all__ = ["Kept", "Record", "Together"]

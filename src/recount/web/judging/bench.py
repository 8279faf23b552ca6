"""What writing at the desk needs: the record itself, the lists, and one writer at a time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock

from recount.knowledge import Lists
from recount.store import Record


@dataclass(frozen=True, slots=True)
class Bench:
    """Opens the record for a judgement; the lists say what a place or a side that somebody writes is.

    `turn` is held from looking whether anything changed until the judgement is kept, so that of two who send at once
    the later one is told of the earlier.
    """

    records: Callable[[], AbstractContextManager[Record]]
    lists: Callable[[], Lists]
    turn: Lock = field(default_factory=Lock)

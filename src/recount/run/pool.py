"""Many reports at once, each read in one of several processes; the order of what comes out is that of what went in."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread

from recount.knowledge import load
from recount.model import Reading, Report
from recount.run.reading import read_one

# Reports that go to a process together, and how many such batches wait for each process: enough that none is idle, few
# enough that a folder of any size fits into memory.
_BATCH = 8
_WAITING = 3
# Below this, starting processes costs more than they save: each loads the lists in about a second.
_WORTH_IT = 60

Read = tuple[Report, Reading]


def read_all(
    reports: Iterable[Report], lists: Path | None, processes: int | None, expected: int | None
) -> Iterator[Read]:
    """Each report as it came in, with its reading.

    `lists` is the user's folder; `expected` says about how many reports come, since few are read in this process.
    """
    wanted = processes or os.cpu_count() or 1
    if wanted < 2 or (expected is not None and expected < _WORTH_IT):
        yield from _here(reports, lists)
        return
    # "spawn": a fork would copy whatever threads and locks the caller has.
    with ProcessPoolExecutor(wanted, mp_context=get_context("spawn")) as pool:
        try:
            yield from _there(pool, iter(reports), lists, wanted * _WAITING)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _here(reports: Iterable[Report], lists: Path | None) -> Iterator[Read]:
    loaded = load(lists)
    for report in reports:
        yield report, read_one(report, loaded)


def _there(pool: ProcessPoolExecutor, reports: Iterator[Report], lists: Path | None, most: int) -> Iterator[Read]:
    waiting: deque[tuple[Sequence[Report], Future[list[Reading]]]] = deque()
    while batch := list(islice(reports, _BATCH)):
        with _unheard_by_children():
            waiting.append((batch, pool.submit(_read_batch, batch, lists)))
        if len(waiting) >= most:
            yield from _next(waiting)
    while waiting:
        yield from _next(waiting)


@contextmanager
def _unheard_by_children() -> Iterator[None]:
    """Processes that start in here never hear Ctrl-C, which a terminal sends to all: this one ends them in order."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _next(waiting: deque[tuple[Sequence[Report], Future[list[Reading]]]]) -> Iterator[Read]:
    batch, readings = waiting.popleft()
    yield from zip(batch, readings.result(), strict=True)


def _read_batch(batch: Sequence[Report], lists: Path | None) -> list[Reading]:
    loaded = load(lists)
    return [read_one(report, loaded) for report in batch]

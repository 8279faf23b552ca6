"""The desk over a real record."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.applications import Starlette

from recount.knowledge import load
from recount.knowledge.bodies import load_bodies
from recount.knowledge.outlines import load_outlines
from recount.model import RecordError
from recount.store import Record
from recount.tally import load_policies
from recount.web.desk import desk
from recount.web.judging.bench import Bench
from recount.web.reads import Reads
from recount.web.vendor import leaflet


def create_app(record_path: str | Path, *, lists: Path | None = None) -> Starlette:
    """The desk over a record; `lists` is the folder whose outlines and sources come on top of the packaged ones.

    Raises RecordError where there is no record, rather than showing an empty one that nobody made.
    """
    if "://" not in str(record_path) and not Path(record_path).is_file():
        raise RecordError(
            f"There is no record at {record_path}. Make one with: recount add SOURCE --record {record_path}"
        )

    @contextmanager
    def records() -> Iterator[Reads]:
        with Record.open(record_path) as record:
            yield record

    @contextmanager
    def held() -> Iterator[Record]:
        with Record.open(record_path) as record:
            yield record

    return desk(
        records,
        load_outlines(lists),
        load_bodies(lists),
        leaflet=leaflet(),
        bench=Bench(held, lambda: load(lists)),
        rules=load_policies(lists),
    )

"""Opening a record for its frames."""

from pathlib import Path

from recount.frames.columns import need_pandas
from recount.frames.frames import Frames
from recount.knowledge import load
from recount.knowledge.bodies import load_bodies
from recount.model import RecordError
from recount.run import is_linked
from recount.store import Record


def opened(where: str | Path, *, lists: Path | None = None, with_names: bool = False) -> Frames:
    """The frames of a record that is there; see `recount.open`."""
    need_pandas()
    record = Record.open_to_read(where)
    try:
        if not is_linked(record):
            # Whoever only reads cannot put them together, and no frame may miss them in silence.
            raise RecordError(
                f"{where} holds claims that are not put together yet. Do so with: recount incidents --record {where}"
            )
        bodies = load_bodies(lists)
        return Frames(record, lists, bodies, None if with_names else load(lists))
    except BaseException:
        record.close()
        raise

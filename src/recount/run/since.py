"""The trail of a record from a day, a time or a step on."""

from collections.abc import Sequence
from datetime import datetime

from recount.model import Change, NotFoundError
from recount.run.linking import relink
from recount.store import Record


def changes_since(record: Record, since: str) -> Sequence[Change]:
    """What became of incidents since a moment, or after a step, in the order of the work.

    `since` is a day or a time, of this machine's clock unless it says which, or the number of a step, or the id of a
    judgement: then what came after it. NotFoundError where it is none of these.
    """
    relink(record)
    moment = _moment(since)
    if moment is not None:
        return record.changes_since(moment)
    number = int(since) if since.isdecimal() else record.change_of(since)
    if number is None:
        raise NotFoundError(
            f"{since} is no day (2031-03-04), no time (2031-03-04T10:30), and no number or judgement of the trail."
        )
    return record.changes_after(number)


def _moment(words: str) -> datetime | None:
    """A day or a time with its time zone; a bare number is none, however a calendar would read it.

    >>> _moment("17")
    """
    if words.isdecimal():
        return None
    try:
        return datetime.fromisoformat(words).astimezone()
    except ValueError:
        return None

"""What a page shows to somebody who may decide: who that is, and what was just decided."""

from dataclasses import dataclass

from starlette.requests import Request

from recount.web.judging.reader import reader
from recount.web.reads import Reads
from recount.web.show import trail
from recount.web.show.judging import Decided, decided


@dataclass(frozen=True, slots=True)
class Done:
    """A judgement just made or withdrawn, with what became of incidents by it."""

    judgement: Decided
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Whether this desk can be written at, by whom, and what was just done."""

    writable: bool
    reader: str = ""
    done: Done | None = None
    here: str = "/"


def work(request: Request, reads: Reads) -> Work:
    """What a page needs of it."""
    if not request.app.state.writable:
        return Work(False)
    asked = request.query_params.get("done")
    made = next((one for one in reads.judgements() if one.id == asked), None) if asked else None
    done = None
    if made is not None:
        steps = tuple(map(trail.words, reads.steps_of(made.id))) if made.stands else ()
        done = Done(decided(made), steps)
    return Work(True, reader(request), done, request.url.path)

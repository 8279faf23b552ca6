"""`recount demo`: a small war that never was, to look at."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import RecordOption
from recount.cli.screen import paragraph, say
from recount.cli.serve import PortOption, until_stopped
from recount.model import RecordError

if TYPE_CHECKING:
    from recount.store import Record
    from recount.store.shapes import StoredIncident

EXAMPLES = ("recount demo", "recount demo --no-serve", "recount incidents --record recount-demo.sqlite")
DEMO_RECORD = "recount-demo.sqlite"
DEMO = "demo"
"""The setting by which a record is known to be one of the demo, so that no other is ever overwritten."""


def demo(
    ctx: typer.Context,
    record: RecordOption = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Only make the record and tell what is in it.")] = False,
    port: PortOption = 8765,
) -> None:
    """Read the sample reports into a record of their own, tell what was found, and show it in a browser.

    The reports are about an invented country. The record is recount-demo.sqlite here, made anew each time; your own
    record is left alone.
    """
    from recount.store import Record

    where = Path(_named(ctx) if record is None else record)
    discard(where)
    with Record.open(where) as made:
        fill(made)
        tell(made, where)
    if not no_serve:
        until_stopped(str(where), port, False, samples() / "lists")


def samples() -> Path:
    """The folder of the sample reports and of the lists that go with them."""
    return Path(str(files("recount").joinpath("samples")))


def discard(where: Path) -> None:
    """Delete the record of an earlier demo; RecordError where the file is anything else, or holds somebody's work."""
    from recount.store import Record

    if not where.exists():
        return
    with Record.open(where) as found:
        own = set(found.bylines()) <= {path.stem for path in (samples() / "reports").iterdir()}
        if found.setting(DEMO) is None or not own or found.judgements():
            raise RecordError(f"{where} holds more than the demo, and is left as it is. Name another with --record.")
    for path in (where, *(where.with_name(where.name + ending) for ending in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


def fill(record: "Record") -> None:
    """Read the samples into a record."""
    from recount.cli.bar import Bar
    from recount.run import AddOptions, add

    record.put_setting(DEMO, "yes")
    with Bar() as bar:
        add(record, [str(samples() / "reports")], AddOptions(lists=samples() / "lists"), bar)


def tell(record: "Record", where: Path) -> None:
    """Print how much was found, and one incident whose figures contradict each other."""
    from recount.cli.page import print_chains, print_figures
    from recount.store.shapes import IncidentQuery
    from recount.web.show.figures import several
    from recount.web.show.rows import incident_row

    totals = record.totals()
    counts = (several(totals.reports, "report"), several(totals.claims, "claim"), several(totals.incidents, "incident"))
    paragraph(f"Read {counts[0]} on a war that never was: {counts[1]}, put together as {counts[2]}.")
    example = most_contradicted(record.incidents(IncidentQuery()).rows)
    if example is not None:
        shown = incident_row(example)
        paragraph(f"One of them: {shown.title}, {shown.when}")
        print_figures(example, {})
        print_chains(example)
    say(f"The record is {where}. Look at it with: recount incidents --record {where}")


def most_contradicted(found: "Sequence[StoredIncident]") -> "StoredIncident | None":
    """The incident of whose killed most different figures are told, each on the word of somebody else."""
    from recount.model import Outcome

    def different(stored: "StoredIncident") -> int:
        toll = stored.counted.toll(Outcome.KILLED)
        wholes = () if toll is None else [told for told in toll.figures if not told.part]
        by_origin = {one.origin: frozenset((t.low, t.high) for t in wholes if t.origin == one.origin) for one in wholes}
        return len(set(by_origin.values()))

    return max(found, key=different, default=None)


def _named(ctx: typer.Context) -> str:
    """The record named before the verb; the one of RECOUNT_RECORD is the user's own, and no place for a demo."""
    before = None if ctx.parent is None else ctx.parent.get_parameter_source("record")
    named = ctx.find_object(str)
    return named if named is not None and before is not None and before.name == "COMMANDLINE" else DEMO_RECORD

"""`recount read`: what reports say, without keeping it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from recount.cli.options import ListsOption, OutletOption, PublishedOption
from recount.cli.screen import lines, out, paragraph, say, shown
from recount.model import Issue, Reading, Report

EXAMPLES = (
    "recount read report.txt",
    "recount read reports/*.txt --format jsonl > predicted.jsonl",
    'curl -s https://news.example/page | recount read - --outlet "Norvane Courier"',
)


class Shape(StrEnum):
    """For people or for programs."""

    TEXT = "text"
    JSONL = "jsonl"


def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Text, HTML or Markdown; - is standard input.")],
    format: Annotated[Shape, typer.Option("--format", help="To look at, or one JSON object a report.")] = Shape.TEXT,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    lists: ListsOption = None,
) -> None:
    """Read reports and show what they claim, without keeping anything.

    As text, each claim stands with its sentence, in which the words it was read from are marked, and its fields in
    words. What cannot be read is told on standard error, and the exit code is then 1.
    """
    from recount.export import guide
    from recount.ingest import IngestOptions, gather
    from recount.knowledge import load
    from recount.run import read as read_reports

    faults: list[Issue] = []
    reports = _reports(gather(files, IngestOptions(outlet=outlet, published=published)), faults)
    for reading in read_reports(reports, load(lists)):
        _noted(reading.issues, faults)
        if reading.text is None:
            continue
        if format is Shape.JSONL:
            lines([guide(reading)])
        else:
            _print(reading)
    if any(issue.fatal for issue in faults):
        raise typer.Exit(1)


def _reports(items: Iterator[Report | Issue], faults: list[Issue]) -> Iterator[Report]:
    for item in items:
        if isinstance(item, Report):
            yield item
        else:
            _noted((item,), faults)


def _noted(issues: tuple[Issue, ...], faults: list[Issue]) -> None:
    for issue in issues:
        say(f"{issue.subject}: {issue.reason}")
    faults.extend(issues)


def _print(reading: Reading) -> None:
    from rich.text import Text as Styled

    from recount.cli import telling

    plain = not out().is_terminal
    content = "" if reading.text is None else reading.text.content
    paragraph(Styled(_byline(reading), style="bold"))
    if not reading.claims:
        paragraph("Nothing to record.", 2)
    for number, claim in enumerate(reading.claims, start=1):
        paragraph(Styled(f"\n{number}  {shown(telling.heading(claim))}", style="bold"))
        paragraph(telling.marked(claim, content, plain), 3)
        told = [*telling.fields(claim), *((f"{name} from", words) for name, words in telling.elsewhere(claim, content))]
        paragraph(" · ".join(f"{name}: {words}" for name, words in told), 3)
    paragraph("")


def _byline(reading: Reading) -> str:
    from recount.web.show import days
    from recount.web.show.labels import label

    report = reading.report
    parts = [report.id, report.outlet, report.title]
    if report.published is not None:
        parts.append(f"{days.day(report.published.day)} ({label('day_from', report.published.known)})")
    return shown(" · ".join(part for part in parts if part is not None))

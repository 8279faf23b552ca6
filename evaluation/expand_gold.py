"""Turn the project's own annotation, which carries no text, into report texts and the annotators' form.

    .venv/bin/python evaluation/expand_gold.py SHARED OUT

SHARED is the folder with corpus/ in it. Written are OUT/texts/<id>.txt (the reports), OUT/gold.jsonl (the annotation
with its quotes and names filled in, for `recount evaluate`) and OUT/table.jsonl (id, outlet, published and text of each
report, for `recount add`, so that the publication days reach the reader). A text that is no longer the one that was
annotated stops the script before anything is written. See evaluation/gold/README.md.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

GOLD = Path(__file__).parent / "gold" / "held-out.jsonl"

Extent = tuple[int, int]
Rows = Mapping[str, str]


class Named(msgspec.Struct, frozen=True):
    """A source whose words stand in the text alone: its place there, and the body that it speaks for."""

    at: Extent
    of: str | None = None


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as it is kept: the guide's fields, with places in the text instead of the quote and of names."""

    event: str
    scope: str
    status: str
    when: tuple[str | None, str | None] | None
    where: tuple[str, ...]
    within: str | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    target: tuple[str, ...]
    weapon: str | None
    counts: tuple[dict[str, str | int | bool | None], ...]
    sources: tuple[str | Named, ...]
    quote: Extent


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a report's text stands: the file under the shared folder, and its row."""

    file: str
    row: str


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One annotated report as it is kept."""

    id: str
    outlet: str | None
    published: str | None
    published_from: str | None
    source: Origin
    sha256: str
    claims: tuple[Claim, ...]


class TextChangedError(Exception):
    """A report's text is missing, or is not the one that was annotated."""


def fakes_rows(path: Path) -> Rows:
    """The articles of the FA-KES table by unit_id: title, blank line, content."""
    return {row["unit_id"]: f"{row['article_title']}\n\n{row['article_content']}" for row in _table(path)}


def wad_rows(path: Path) -> Rows:
    """The descriptions of the Worldwide Atrocities Dataset by wad_id."""
    return {row["wad_id"]: row["description"] for row in _table(path)}


def isaf_rows(path: Path) -> Rows:
    """The press releases by the number of their line, from 1: their names are no ids."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        return {str(number): str(json.loads(line)["text"]) for number, line in enumerate(lines, start=1)}


READERS = {
    "corpus/fakes-open.csv": fakes_rows,
    "corpus/wad-dev.csv": wad_rows,
    "corpus/isaf-dev.jsonl": isaf_rows,
}


def text_of(report: Report, files: Mapping[str, Rows]) -> str:
    """The report's text; refused where it is not the one that was annotated, since all offsets would be wrong."""
    text = files[report.source.file].get(report.source.row)
    if text is None:
        raise TextChangedError(f"{report.id}: {report.source.file} has no row {report.source.row}.")
    if hashlib.sha256(text.encode()).hexdigest() != report.sha256:
        raise TextChangedError(f"{report.id}: its text in {report.source.file} is not the one that was annotated.")
    return text


def expanded(report: Report, text: str) -> dict[str, object]:
    """The report in the guide's form. Only the articles of FA-KES have a title of their own: their first line."""
    title = text.split("\n", 1)[0] if report.source.file == "corpus/fakes-open.csv" else None
    claims = [expanded_claim(claim, text) for claim in report.claims]
    return {"id": report.id, "outlet": report.outlet, "title": title, "published": report.published, "claims": claims}


def expanded_claim(claim: Claim, text: str) -> dict[str, object]:
    """The claim with its quote and its sources' names in words."""
    names = [_name(source, text) for source in claim.sources]
    return msgspec.structs.asdict(claim) | {"sources": names, "quote": text[slice(*claim.quote)]}


def write(reports: Iterable[Report], shared: Path, out: Path) -> None:
    """Write the texts, the expanded annotation and the table of reports under a folder."""
    files = {name: read(shared / name) for name, read in READERS.items()}
    pairs = [(report, text_of(report, files)) for report in reports]
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for report, text in pairs:
        (texts / f"{report.id}.txt").write_text(text, encoding="utf-8", newline="")
    _write_lines(out / "gold.jsonl", [expanded(report, text) for report, text in pairs])
    _write_lines(out / "table.jsonl", [_row(report, text) for report, text in pairs])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description="Turn the project's own annotation into texts and the annotators' form."
    )
    parser.add_argument("shared", type=Path, help="the folder that holds corpus/")
    parser.add_argument("out", type=Path, help="the folder to write to; keep it out of the repository")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the annotation (default: %(default)s)")
    chosen = parser.parse_args()
    reports = [msgspec.json.decode(line, type=Report) for line in chosen.gold.read_bytes().splitlines()]
    try:
        write(reports, chosen.shared, chosen.out)
    except (TextChangedError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _name(source: str | Named, text: str) -> str:
    if isinstance(source, str):
        return source
    name = text[slice(*source.at)]
    return name if source.of is None else f"{name} ({source.of})"


def _row(report: Report, text: str) -> dict[str, object]:
    return {"id": report.id, "outlet": report.outlet, "published": report.published, "text": text}


def _write_lines(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())

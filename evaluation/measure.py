"""How well Recount reads and links, in one table; fails where a figure is under its floor.

    .venv/bin/python evaluation/measure.py [--shared DIR] [--raise]

The project's own samples are always measured; the sets of real reports where the folder that holds them is there
(../shared unless told). Floors stand in floors.toml: --raise writes those that have risen. Lowering one needs a reason
in that file, by hand.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path

from coded import Coded, atrocities, deaths_figures, release_figures, releases
from general import documents, false_claims

import recount
from recount.export import guide
from recount.ingest import IngestOptions, TableOptions, gather
from recount.knowledge import Lists, load
from recount.link import link
from recount.model import Byline, Claim, DayFrom, Incident, Published, Reading, Report
from recount.run import read
from recount.score import Sought, Trait, read_incidents, read_reports, report_of, score, score_links
from recount.score.shapes import LinkedClaim, LinkedIncident

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SAMPLES = Path(recount.__file__).parent / "samples"
FOUND = (Sought.COUNTS, Sought.PLACED, Sought.CLAIMS, Sought.WHERE, Sought.BY, Sought.AGAINST, Sought.SOURCES)
# Shares that are the better the lower they are; their floor is a ceiling.
LOW_IS_GOOD = ("days_invented", "false_injured", "false_claims", "false_documents")
# Has no floor: a rule must not be kept or dropped for what it does to reports that stand for unseen ones.
HELD_OUT = "held-out"
# A floor may be missed by this much: figures are shares of few reports.
SLACK = 0.0006

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """One set with its figures."""

    name: str
    size: int
    figures: Figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How well Recount reads and links.")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="where the real reports are")
    parser.add_argument("--raise", dest="rise", action="store_true", help="write higher floors")
    parser.add_argument("--only", metavar="SET", help="measure one set")
    chosen = parser.parse_args()
    measured = []
    for one in measure_all(chosen.shared, chosen.only):
        print(row(one), flush=True)
        measured.append(one)
    text = FLOORS.read_text(encoding="utf-8")
    if chosen.rise:
        FLOORS.write_text(risen(text, measured), encoding="utf-8")
        return 0
    under = list(below(tomllib.loads(text), measured))
    for message in under:
        print(message, file=sys.stderr)
    return 1 if under else 0


def measure_all(shared: Path, only: str | None) -> Iterator[Measured]:
    """Every set that is there, or the named one; those of `shared` are left out where it is missing."""
    sets: dict[str, Callable[[], Measured]] = {"samples": measure_samples, "sample incidents": link_samples}
    if (shared / "gold").is_dir():
        sets |= {name: _reports(shared, name) for name in ("seeds", "dev", "dev-more")}
        sets |= {
            **{name: _own(shared, name) for name in ("opened", HELD_OUT)},
            "atrocities": lambda: measure_coded(
                "atrocities", atrocities(shared / "corpus/wad-dev.csv"), deaths_figures
            ),
            "releases": lambda: measure_coded("releases", releases(shared / "corpus/isaf-dev.jsonl"), release_figures),
            "general": lambda: measure_general(shared / "corpus/ud-ewt/dev.conllu.xz"),
            "incidents": lambda: link_shared(shared),
        }
    else:
        print(f"No real reports in {shared}: only the project's own samples are measured.", file=sys.stderr)
    for name, measure in sets.items():
        if only is None or only == name:
            yield measure()


def _reports(shared: Path, name: str) -> Callable[[], Measured]:
    def measure() -> Measured:
        gold = shared / "gold" / f"{name}.jsonl"
        files = [str(shared / "reports" / f"{report.id}.txt") for report in read_reports(gold)]
        return measure_claims(name, gold, read(_given(files), load()))

    return measure


def _given(files: Sequence[str]) -> Iterator[Report]:
    return (item for item in gather(files, IngestOptions()) if isinstance(item, Report))


def measure_samples() -> Measured:
    """The project's own reports of an invented war."""
    return measure_claims("samples", SAMPLES / "gold.jsonl", _sample_readings())


def _sample_readings() -> Iterator[Reading]:
    files = [str(path) for path in sorted((SAMPLES / "reports").iterdir())]
    return read(_given(files), load(SAMPLES / "lists"))


def _own(shared: Path, name: str) -> Callable[[], Measured]:
    """Reports that the project annotated itself; those held out it never looks into."""

    def measure() -> Measured:
        with tempfile.TemporaryDirectory() as folder:
            gold = HERE / "gold" / f"{name}.jsonl"
            expand = [sys.executable, str(HERE / "expand_gold.py"), str(shared), folder, "--gold", str(gold)]
            subprocess.run(expand, check=True)
            table = Path(folder) / "table.jsonl"
            lines = table.read_text(encoding="utf-8").split("\n")
            reports = [_row(json.loads(line)) for line in lines if line]
            return measure_claims(name, Path(folder) / "gold.jsonl", read(reports, load()))

    return measure


def _row(row: Mapping[str, str | None]) -> Report:
    day = row["published"]
    published = None if day is None else Published(date.fromisoformat(day), DayFrom.GIVEN)
    return Report(str(row["id"]), str(row["text"]).encode(), outlet=row["outlet"], published=published)


def measure_claims(name: str, gold: Path, readings: Iterable[Reading]) -> Measured:
    """Readings against annotated reports."""
    annotated = read_reports(gold)
    scores = score(annotated, [report_of(guide(reading)) for reading in readings])
    found = {sought.value: scores.found[sought].f1.value for sought in FOUND}
    return Measured(name, len(annotated), found | {trait.value: scores.right[trait].rate.value for trait in Trait})


def measure_coded(
    name: str, coded: Iterable[Coded], figures: Callable[[Iterable[tuple[Coded, Reading]]], dict[str, float]]
) -> Measured:
    """Readings against totals that coders entered."""
    told = list(coded)
    readings = list(read((one.report for one in told), load()))
    return Measured(name, len(told), figures(zip(told, readings, strict=True)))


def measure_general(path: Path) -> Measured:
    """General English, where there is next to nothing to record."""
    readings = list(read(documents(path), load()))
    return Measured("general", len(readings), false_claims(readings))


def link_samples() -> Measured:
    """The samples put together, against their incident key."""
    return measure_links("sample incidents", SAMPLES / "incidents.jsonl", list(_sample_readings()))


def link_shared(shared: Path) -> Measured:
    """All articles of the FA-KES table and the five real pages put together, against the key of 42 of them."""
    return measure_links("incidents", shared / "gold/incidents-dev.jsonl", articles(shared))


def articles(shared: Path) -> list[Reading]:
    """All articles of the FA-KES table, each id once, and the five real pages, read."""
    columns = TableOptions("article_content", "article_title", "unit_id", "fakes-")
    items = gather([str(shared / "corpus/fakes-open.csv")], IngestOptions(table=columns))
    reports = {item.id: item for item in items if isinstance(item, Report)}
    lists: Lists = load()
    seeds = [str(path) for path in sorted((shared / "reports").glob("seed-*.txt"))]
    return [*read(reports.values(), lists), *read(_given(seeds), lists)]


def measure_links(name: str, gold: Path, readings: Sequence[Reading]) -> Measured:
    """What was put together, against an incident key."""
    linked = link((claim for reading in readings for claim in reading.claims), bylines(readings))
    scores = score_links(read_incidents(gold), [_linked(incident) for incident in linked.incidents])
    figures = {
        "found": scores.found,
        "pairs_precision": scores.pairs.precision,
        "pairs_f1": scores.pairs.f1,
        "bcubed_f1": scores.bcubed.f1,
    }
    return Measured(name, scores.mentions, figures)


def bylines(readings: Iterable[Reading]) -> dict[str, Byline]:
    """Who published each report, and when."""
    told = [reading.report for reading in readings]
    return {report.id: Byline(report.id, report.outlet, report.title, report.published) for report in told}


def _linked(incident: Incident) -> LinkedIncident:
    told = ((claim.report, words) for claim in (*incident.claims, *incident.denials) for words in _passages(claim))
    return LinkedIncident(tuple(LinkedClaim(report, words) for report, words in told))


def _passages(claim: Claim) -> Iterator[str]:
    yield claim.words
    yield from (quote.words for quote in claim.repeats)


def row(measured: Measured) -> str:
    """A set and its figures on one line."""
    told = "  ".join(f"{name} {figure:.3f}" for name, figure in measured.figures.items())
    return f"{measured.name:<17} {measured.size:>5}  {told}"


def below(floors: Mapping[str, Figures], measured: Iterable[Measured]) -> Iterator[str]:
    """What is worse than its floor, in words."""
    for one in measured:
        for name, floor in floors.get(one.name, {}).items():
            figure = one.figures[name]
            if (figure - floor) * (-1 if name in LOW_IS_GOOD else 1) < -SLACK:
                yield f"{one.name}: {name} is {figure:.3f}, and its floor {floor:.3f}."


def risen(text: str, measured: Iterable[Measured]) -> str:
    """The text of the floors file with each figure that has become better; the comments at its head stay.

    Held-out reports get no floor."""
    kept = {name: dict(figures) for name, figures in tomllib.loads(text).items()}
    for one in (one for one in measured if one.name != HELD_OUT):
        of_set = kept.setdefault(one.name, {})
        for name, figure in one.figures.items():
            better = min if name in LOW_IS_GOOD else max
            of_set[name] = round(better(figure, of_set.get(name, figure)), 3)
    lines = list(takewhile(lambda line: line.startswith("#"), text.splitlines()))
    for name, figures in kept.items():
        lines += ["", f'["{name}"]', *(f"{figure} = {value}" for figure, value in figures.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())

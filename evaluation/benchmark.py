"""How fast Recount reads: words a second, and each stage as a multiple of what spaCy takes to part the text into words.

    .venv/bin/python evaluation/benchmark.py [FOLDER] [--shared DIR] [--runs N]

Reads the files of a folder, else the sample reports and, where the folder of real texts is there (../shared unless
told), conflict reports and general English. The measure is spaCy's blank English tokenizer with its sentencizer, on the
same texts in the same run. It remembers every word that it has seen, so it is measured twice: made anew for each run,
and warm, after it has seen the texts. spaCy is no dependency of this project (`pip install spacy`); without it, words a
second are all that is told. Times are of one processor, medians over the runs.
"""

import argparse
import gc
import importlib
import importlib.util
import lzma
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import recount
from recount.clean import clean
from recount.extract import extract
from recount.ingest import IngestOptions, TableOptions, gather
from recount.knowledge import Lists, load
from recount.model import Report
from recount.resolve import resolve

SHARED = Path(__file__).parent.parent.parent / "shared"
SAMPLES = Path(recount.__file__).parent / "samples"
STAGES = ("clean", "extract", "resolve", "all")
_COLUMNS = ("set", "words", "words/s", *STAGES, "all, warm")

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Texts:
    """A set of reports with the lists to read them by."""

    name: str
    reports: Sequence[Report]
    lists: Lists

    @property
    def contents(self) -> list[str]:
        """The reports as spaCy is given them."""
        return [report.raw.decode("utf-8", "replace") for report in self.reports]


@dataclass(frozen=True, slots=True)
class Speed:
    """What reading a set takes, in seconds by stage; `anew` and `warm` are spaCy's, absent without it."""

    name: str
    words: int
    seconds: Mapping[str, float]
    anew: float | None
    warm: float | None


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How fast Recount reads.")
    parser.add_argument("folder", nargs="?", type=Path, help="files to read in place of the sets")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where the real texts are")
    parser.add_argument("--runs", type=int, default=5, help="how often each set is read")
    chosen = parser.parse_args()
    if importlib.util.find_spec("spacy") is None:
        print("spaCy is not installed, so only words a second are told (pip install spacy).", file=sys.stderr)
    print("  ".join(f"{column:>9}" for column in _COLUMNS))
    for texts in _sets(chosen.folder, chosen.shared):
        print(row(measure(texts, chosen.runs)), flush=True)
    return 0


def _sets(folder: Path | None, shared: Path) -> Iterator[Texts]:
    if folder is not None:
        yield Texts(folder.name, _gathered(folder), load())
        return
    yield Texts("samples", _gathered(SAMPLES / "reports"), load(SAMPLES / "lists"))
    if (shared / "corpus").is_dir():
        columns = TableOptions("article_content", "article_title", "unit_id", "fakes-")
        yield Texts("conflict", _gathered(shared / "corpus/fakes-open.csv", IngestOptions(table=columns)), load())
        yield Texts("general", list(general_english(shared / "corpus/ud-ewt/dev.conllu.xz")), load())


def _gathered(path: Path, options: IngestOptions | None = None) -> list[Report]:
    return [item for item in gather([str(path)], options or IngestOptions()) if isinstance(item, Report)]


def general_english(path: Path) -> Iterator[Report]:
    """The documents of a treebank, one sentence a line."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        documents = "".join(lines).split("# newdoc id = ")[1:]
    for document in documents:
        name, *rest = document.split("\n")
        told = [line.removeprefix("# text = ") for line in rest if line.startswith("# text = ")]
        yield Report(name, "\n".join(told).encode())


def measure(texts: Texts, runs: int) -> Speed:
    """Read a set stage by stage, each as often as told, and part it into words with spaCy where that is installed."""
    cleaned, clean_time = _timed(clean, texts.reports, runs)
    extracted, extract_time = _timed(lambda reading: extract(reading, texts.lists), cleaned, runs)
    _, resolve_time = _timed(lambda reading: resolve(reading, texts.lists), extracted, runs)
    times = (clean_time, extract_time, resolve_time)
    seconds = dict(zip(STAGES, (*times, sum(times)), strict=True))
    words = sum(len(content.split()) for content in texts.contents)
    return Speed(texts.name, words, seconds, *_spacy(texts.contents, runs))


def _timed(verb: Callable[[Item], Result], items: Sequence[Item], runs: int) -> tuple[list[Result], float]:
    times, results = [], []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        results = [verb(item) for item in items]
        times.append(time.process_time() - start)
    return results, statistics.median(times)


def _spacy(contents: Sequence[str], runs: int) -> tuple[float, float] | tuple[None, None]:
    if importlib.util.find_spec("spacy") is None:
        return None, None
    pipes = [_pipe() for _ in range(runs)]
    anew = statistics.median(_timed(pipe, contents, 1)[1] for pipe in pipes)
    return anew, _timed(pipes[0], contents, runs)[1]


def _pipe() -> Callable[[str], object]:
    # By name, since types of a package that need not be there cannot be checked.
    spacy: Any = importlib.import_module("spacy")
    pipe: Any = spacy.blank("en")
    pipe.add_pipe("sentencizer")
    return lambda content: pipe(content)


def row(speed: Speed) -> str:
    """A set on one line, stages as multiples of spaCy's time; a stroke stands for what was not measured."""
    told = [speed.name, f"{speed.words:,}", f"{speed.words / speed.seconds['all']:,.0f}"]
    told += [_multiple(speed.seconds[stage], speed.anew) for stage in STAGES]
    told.append(_multiple(speed.seconds["all"], speed.warm))
    return "  ".join(f"{cell:>9}" for cell in told)


def _multiple(seconds: float, spacy: float | None) -> str:
    return "-" if spacy is None else f"{seconds / spacy:.2f}"


if __name__ == "__main__":
    sys.exit(main())

"""`recount evaluate`: how well predicted claims agree with annotated ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import Format, FormatOption
from recount.cli.screen import lines, out, say, table

if TYPE_CHECKING:
    from recount.score import Confusion, LinkScores, Rate, Scores
    from recount.score.shapes import CountKey

EXAMPLES = (
    "recount read reports/*.txt --format jsonl > predicted.jsonl",
    "recount evaluate gold.jsonl predicted.jsonl --misses 20 --confusions 5",
    "recount incidents --format jsonl > linked.jsonl",
    "recount evaluate incident-key.jsonl linked.jsonl --links",
)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="What people read in the reports.")],
    predicted: Annotated[Path, typer.Argument(metavar="PREDICTED.jsonl", help="What a program read in them.")],
    format: FormatOption = Format.TABLE,
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="Also show N counts missed or wrong.")] = 0,
    confusions: Annotated[
        int, typer.Option(min=0, metavar="N", help="Also show the N most frequent confusions of each field.")
    ] = 0,
    links: Annotated[
        bool, typer.Option("--links", help="The files hold incidents: score what was put together.")
    ] = False,
    resamples: Annotated[
        int, typer.Option(min=0, metavar="N", help="How often reports are drawn for intervals.")
    ] = 1000,
    seed: Annotated[int, typer.Option(metavar="N", help="The same seed draws the same reports.")] = 0,
) -> None:
    """Measure how well reports were read, against your own annotation of them.

    Both files hold one JSON object a report, in the annotators' form that `recount read --format jsonl` writes; reports
    are paired by id. Precision, recall and F1 come with the interval that holds them in 95 of 100 draws of reports.
    """
    from recount.score import Bootstrap, read_incidents, read_linked, read_reports, score, score_links
    from recount.score import confusions as confused

    if links:
        _print_links(score_links(read_incidents(gold), read_linked(predicted)), format)
        return
    annotated, read = read_reports(gold), read_reports(predicted)
    scores = score(annotated, read, Bootstrap(resamples, seed))
    if format is Format.JSONL:
        lines(rows(scores))
    else:
        print_table(scores)
    _print_misses(scores, misses, format)
    _print_confusions(confused(annotated, read), confusions, format)
    for names, what in (
        (scores.absent, "annotated, and not predicted"),
        (scores.extra, "predicted, and not annotated"),
    ):
        if names:
            say(f"Reports that are {what}: {', '.join(names[:10])}{' …' if len(names) > 10 else ''} ({len(names)})")


def rows(scores: "Scores") -> list[Mapping[str, object]]:
    """Each figure as an object for programs."""
    made: list[Mapping[str, object]] = []
    for sought, found in scores.found.items():
        figures = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
        numbers = {"hits": found.hits.hits, "gold": found.hits.gold, "predicted": found.hits.predicted}
        made.append({"field": sought.value, **{name: _rate(rate) for name, rate in figures.items()}, **numbers})
    for trait, right in scores.right.items():
        made.append({"field": trait.value, "share": _rate(right.rate), "hits": right.share.hits, "of": right.share.of})
    return [*made, {"field": "reports", "reports": scores.reports, "paired": scores.paired}]


def print_table(scores: "Scores") -> None:
    """All figures, those of what is found first, then those of what the paired claims have."""
    found = [
        (sought.value, *map(_words, (one.precision, one.recall, one.f1)), str(one.hits.gold), str(one.hits.predicted))
        for sought, one in scores.found.items()
    ]
    table(("found", "precision", "recall", "F1", "annotated", "predicted"), found, frozenset({4, 5}))
    out().print()
    right = [(trait.value, _words(one.rate), str(one.share.of)) for trait, one in scores.right.items()]
    table(("of paired claims", "share", "of"), right, frozenset({2}))
    out().print(f"\n{scores.reports} reports, {scores.paired} claims paired. In brackets: 95 of 100 draws of reports.")


def _rate(rate: "Rate") -> list[float]:
    return [round(figure, 3) for figure in (rate.value, rate.low, rate.high)]


def _words(rate: "Rate") -> str:
    return f"{rate.value:.3f} [{rate.low:.2f}–{rate.high:.2f}]"


def _print_misses(scores: "Scores", most: int, format: Format) -> None:
    told = scores.misses[:most]
    if format is Format.JSONL:
        lines(
            {
                "report": miss.report,
                "miss": "wrong" if miss.found else "missed",
                "outcome": miss.count.outcome.value,
                "who": miss.count.who,
                "low": miss.count.low,
                "high": miss.count.high,
                "vague": miss.count.vague,
            }
            for miss in told
        )
    elif told:
        out().print()
        table(("report", "", "count"), [(m.report, "wrong" if m.found else "missed", _count(m.count)) for m in told])


def _count(count: "CountKey") -> str:
    from recount.web.show.figures import bounds, people

    figure = bounds(count.low, count.high, vague=count.vague)
    return f"{figure} {people(count.who or 'people')} {count.outcome.value}"


def _print_confusions(confused: "Sequence[Confusion]", most: int, format: Format) -> None:
    """The most frequent confusions of each field; objects name them all where programs read."""
    told = [one for field in dict.fromkeys(c.field for c in confused) for one in _first(confused, field, most)]
    if format is Format.JSONL:
        lines({"confusion": c.field, "gold": c.gold, "predicted": c.predicted, "times": c.times} for c in told)
    elif told:
        out().print()
        rows = [(c.field, c.gold, c.predicted, str(c.times)) for c in told]
        table(("field", "annotated", "predicted", "times"), rows, frozenset({3}))


def _first(confused: "Sequence[Confusion]", field: str, most: int) -> "Sequence[Confusion]":
    return [one for one in confused if one.field == field][:most]


def _print_links(scores: "LinkScores", format: Format) -> None:
    pairs, bcubed = scores.pairs, scores.bcubed
    figures = {
        "pairs": (pairs.precision, pairs.recall, pairs.f1),
        "bcubed": (bcubed.precision, bcubed.recall, bcubed.f1),
    }
    if format is Format.JSONL:
        names = ("precision", "recall", "f1")
        lines(
            {"field": key, **dict(zip(names, (round(v, 3) for v in values), strict=True))}
            for key, values in figures.items()
        )
        lines([{"field": "found", "share": round(scores.found, 3), "mentions": scores.mentions}])
        return
    table(
        ("put together", "precision", "recall", "F1"),
        [(key, *(f"{v:.3f}" for v in values)) for key, values in figures.items()],
    )
    out().print(f"\n{scores.mentions} passages, {scores.found:.3f} of them found.")

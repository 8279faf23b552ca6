"""`recount agreement`: how far two readers judge alike."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import Format, FormatOption, RecordOption
from recount.cli.screen import lines, paragraph, table

if TYPE_CHECKING:
    from recount.run import Agreed

EXAMPLES = ("recount agreement Orla Tamsin", "recount agreement Orla Tamsin --format jsonl")


def agreement(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A reader, as judgements name them.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another one.")],
    record: RecordOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Tell how far two readers agree in what both judged, with Cohen's kappa, and where they do not.

    Claims: confirmed, corrected or rejected. Pairs of claims: one event or different ones.
    """
    from recount.cli.records import opened
    from recount.run import agreement as compare

    with opened(ctx, record) as held:
        found = compare(held, one, other)
    if format is Format.JSONL:
        lines(as_object(told) for told in found)
    else:
        tell(one, other, found)


def tell(one: str, other: str, found: "tuple[Agreed, ...]") -> None:
    """How much both judged, how often alike, then each thing that they judged differently."""
    rows = [
        (told.of.value, str(told.kappa.of_all), str(told.kappa.agreed), f"{told.kappa.by_chance:.2f}", kappa(told))
        for told in found
    ]
    table(("of", "both judged", "alike", "by chance", "kappa"), rows, frozenset({1, 2, 3, 4}))
    for words in parted(one, other, found):
        paragraph(words)


def kappa(told: "Agreed") -> str:
    """Cohen's kappa, where there is one."""
    value = told.kappa.value
    return "none" if value is None else f"{value:.2f}"


def parted(one: str, other: str, found: "tuple[Agreed, ...]") -> Iterator[str]:
    """What the two judged differently, in words."""
    for told in found:
        for each in told.apart:
            yield f"{' and '.join(each.ids)}: {one}: {each.one.value}; {other}: {each.other.value}"


def as_object(told: "Agreed") -> dict[str, object]:
    """The same for programs."""
    return {
        "of": told.of.value,
        "both": told.kappa.of_all,
        "alike": told.kappa.agreed,
        "by_chance": round(told.kappa.by_chance, 4),
        "kappa": None if told.kappa.value is None else round(told.kappa.value, 4),
        "apart": [{"claims": list(each.ids), "one": each.one.value, "other": each.other.value} for each in told.apart],
    }

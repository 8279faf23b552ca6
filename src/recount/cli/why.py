"""`recount why`: why two claims or incidents are one or two."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import Format, FormatOption, RecordOption
from recount.cli.screen import lines, paragraph, table

if TYPE_CHECKING:
    from recount.model import Judgement
    from recount.run import Why

EXAMPLES = (
    "recount why norvane-ilmesk@216 brasmere-eight-weeks@552",
    "recount why norvane-ilmesk@216 brasmere-eight-weeks@552 --format jsonl",
)


def why(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="A claim or an incident.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another one.")],
    record: RecordOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Tell why two claims or incidents are one event or two: what speaks for and against it, with points.

    Also what kept them apart although the two would suffice, and whether a person decided it.
    """
    from recount.cli.records import opened
    from recount.run import why as explain

    with opened(ctx, record) as held:
        found = explain(held, one, other)
    if format is Format.JSONL:
        lines([as_object(found)])
    else:
        tell(found)


def tell(found: "Why") -> None:
    """The verdict, the evidence as a table, then the grounds and the judgements."""
    pair = found.pair
    paragraph(f"{pair.first} and {pair.second}: {verdict(found)}")
    rows = [(one.shown, one.words) for one in pair.evidence]
    table(("points", "evidence"), [*rows, (pair.shown, f"together; {pair.needed:.1f} are needed")], _RIGHT)
    if found.decided:
        paragraph("A person decided it:")
    for judgement in found.decided:
        paragraph(judged(judgement), 2)
    paragraph("Without that:" if found.decided else "Why:")
    for ground in found.grounds:
        paragraph(ground, 2)
    if found.judged:
        paragraph("Also judged of these claims:")
    for judgement in found.judged:
        paragraph(judged(judgement), 2)


_RIGHT = frozenset({0})


def verdict(found: "Why") -> str:
    """Whether they are together, and in which incidents."""
    if found.together:
        return f"one incident, {found.incidents[0]}"
    if len(found.incidents) == 2:
        return f"two incidents, {found.incidents[0]} and {found.incidents[1]}"
    return "not in one incident"


def judged(judgement: "Judgement") -> str:
    """A judgement in one line, with its reason."""
    from recount.web.show import days
    from recount.web.show.judging import heading

    told = f"{heading(judgement)}, {days.day(judgement.at.date())}: {judgement.because}"
    if judgement.stands:
        return told
    return f"{told} – withdrawn by {judgement.withdrawn_by}: {judgement.withdrawn_because}"


def as_object(found: "Why") -> dict[str, object]:
    """The same for programs."""
    pair = found.pair
    return {
        "claims": [pair.first, pair.second],
        "incidents": list(found.incidents),
        "together": found.together,
        "points": round(pair.points, 3),
        "needed": pair.needed,
        "compared": pair.met,
        "evidence": [{"points": round(one.points, 3), "words": one.words} for one in pair.evidence],
        "grounds": list(found.grounds),
        "decided": [_judgement(one) for one in found.decided],
        "judged": [_judgement(one) for one in found.judged],
    }


def _judgement(judgement: "Judgement") -> dict[str, object]:
    return {
        "id": judgement.id,
        "decision": judgement.decision.value,
        "claims": [subject.claim for subject in judgement.subjects],
        "field": None if judgement.field is None else judgement.field.value,
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "because": judgement.because,
        "withdrawn": None if judgement.withdrawn is None else judgement.withdrawn.isoformat(),
        "withdrawn_by": judgement.withdrawn_by,
        "withdrawn_because": judgement.withdrawn_because,
    }

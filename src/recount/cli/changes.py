"""`recount changes`: the trail of what became of incidents."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import Format, FormatOption, RecordOption
from recount.cli.screen import lines, say, table
from recount.model import Change, ChangeKind

if TYPE_CHECKING:
    from recount.model import Judgement

EXAMPLES = (
    "recount changes 0",
    "recount changes 2026-03-04",
    "recount changes 2026-03-04T10:30 --format jsonl",
    "recount changes 117",
    "recount changes j3f9a1c2e",
)


def changes(
    ctx: typer.Context,
    since: Annotated[
        str,
        typer.Argument(
            metavar="SINCE",
            help="A day, a time, or what it is to come after: the number of a change, a judgement's id.",
        ),
    ],
    record: RecordOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Tell what became of incidents: made, merged, split, renamed, gone, and what people judged.

    A former id leads on: `recount show` follows it to the incident that took its place.
    """
    from recount.cli.records import opened
    from recount.run import changes_since

    with opened(ctx, record) as held:
        found = changes_since(held, since)
        judgements = {judgement.id: judgement for judgement in held.judgements()}
    if format is Format.JSONL:
        lines(as_object(change, judgements) for change in found)
    elif found:
        table(("number", "when", "what"), [row(change, judgements) for change in found], frozenset({0}))
    else:
        say(f"Nothing changed since {since}.")


def row(change: Change, judgements: "Mapping[str, Judgement]") -> tuple[str, str, str]:
    """One step for people; a judgement in its own words, with the reason."""
    return str(change.number), f"{change.at.astimezone():%Y-%m-%d %H:%M}", words(change, judgements)


def words(change: Change, judgements: "Mapping[str, Judgement]") -> str:
    """What happened, in a sentence."""
    from recount.web.show.judging import heading

    judgement = judgements.get(change.subject)
    if judgement is None:
        from recount.web.show import trail

        return trail.words(change)
    if change.kind is ChangeKind.WITHDRAWN:
        return f"withdrawn by {judgement.withdrawn_by}: {heading(judgement)}: {judgement.withdrawn_because}"
    return f"{heading(judgement)}: {judgement.because}"


def as_object(change: Change, judgements: "Mapping[str, Judgement]") -> dict[str, object]:
    """One step for programs."""
    told: dict[str, object] = {
        "number": change.number,
        "at": change.at.isoformat(),
        "kind": change.kind.value,
        "id": change.subject,
        "others": list(change.others),
    }
    judgement = judgements.get(change.subject)
    if judgement is None:
        return told
    withdrawn = change.kind is ChangeKind.WITHDRAWN
    by, because = judgement.by, judgement.because
    return told | {
        "decision": judgement.decision.value,
        "by": judgement.withdrawn_by if withdrawn else by,
        "because": judgement.withdrawn_because if withdrawn else because,
    }

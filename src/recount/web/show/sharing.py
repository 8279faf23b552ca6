"""The words that a report shares with others: with whom, how much of it, and where they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from recount.model import Passage, Reuse, Span
from recount.store.shapes import ReportRow, StoredReport


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words of a passage; `own` ones stand only in the later of the two reports."""

    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a report shares with another, or says twice itself.

    `other` was there before unless `after`. `percent` is how much of this report's story it is.
    """

    other: str
    outlet: str
    published: date | None
    after: bool
    within: bool
    percent: int
    passages: tuple[tuple[Bit, ...], ...]


def sharings(stored: StoredReport) -> tuple[Sharing, ...]:
    """With whom a report shares words, those first that it shares most with."""
    content = "" if stored.text is None else stored.text.content
    made = [_sharing(reuse, stored.report.id, stored.others, content) for reuse in stored.reuses]
    return tuple(sorted(made, key=lambda one: (one.after, -one.percent, one.other)))


def shared_spans(stored: StoredReport) -> tuple[Span, ...]:
    """Where words of a report stand that it shares, in order."""
    return tuple(sorted({span for reuse in stored.reuses for span in _here(reuse, stored.report.id)}))


def _sharing(reuse: Reuse, id: str, rows: Mapping[str, ReportRow], content: str) -> Sharing:
    after = reuse.earlier == id and reuse.later != id
    other = reuse.later if after else reuse.earlier
    row = rows.get(other)
    return Sharing(
        other=other,
        outlet=other if row is None or row.outlet is None else row.outlet,
        published=None if row is None else row.published,
        after=after,
        within=reuse.earlier == reuse.later,
        percent=round(100 * (reuse.share_of_earlier if after else reuse.share_of_later)),
        passages=tuple(tuple(_bits(passage, after, content)) for passage in reuse.passages),
    )


def _here(reuse: Reuse, id: str) -> Iterator[Span]:
    for passage in reuse.passages:
        if reuse.earlier == id:
            yield passage.earlier
        if reuse.later == id:
            yield passage.later


def _bits(passage: Passage, after: bool, content: str) -> Iterator[Bit]:
    """The words of a passage in this report; of its earlier place, which of them the later one lacks is not known."""
    whole = passage.earlier if after else passage.later
    at = whole.start
    for span in () if after else passage.changed:
        yield Bit(content[at : span.start], False)
        yield Bit(span.of(content), True)
        at = span.end
    yield Bit(content[at : whole.end], False)

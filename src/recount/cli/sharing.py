"""One report in a terminal: what is known of it, its claims, and with whom it shares its words."""

from collections.abc import Iterator

from rich.text import Text as Styled

from recount.cli import telling
from recount.cli.screen import out, paragraph, shown
from recount.export.guide import Plain
from recount.store.shapes import StoredReport
from recount.web.show import days
from recount.web.show.figures import several
from recount.web.show.sharing import Bit, Sharing, sharings

_INDENT = 3


def print_report(stored: StoredReport) -> None:
    """What the record holds of a report, apart from its text."""
    report = stored.report
    _heading(report.title or report.id)
    for line in _facts(stored):
        paragraph(line)
    told = sharings(stored)
    if told:
        _heading("Shares words with")
    for sharing in told:
        paragraph(heading(sharing))
        for passage in sharing.passages:
            paragraph(_passage(passage, not out().is_terminal), _INDENT)


def report_object(stored: StoredReport) -> Plain:
    """The same as plain values for JSON; spans are code points of each report's text."""
    report = stored.report
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published": None if report.published is None else report.published.day.isoformat(),
        "copy_of": stored.copy_of,
        "copies": list(stored.copies),
        "claims": [claim.id for claim in stored.claims],
        "incidents": sorted(set(stored.incidents.values())),
        "reuses": [
            {
                "earlier": reuse.earlier,
                "later": reuse.later,
                "share_of_earlier": reuse.share_of_earlier,
                "share_of_later": reuse.share_of_later,
                "passages": [
                    {
                        "earlier": [passage.earlier.start, passage.earlier.end],
                        "later": [passage.later.start, passage.later.end],
                        "shared_words": passage.shared,
                        "changed": [[span.start, span.end] for span in passage.changed],
                    }
                    for passage in reuse.passages
                ],
            }
            for reuse in stored.reuses
        ],
    }


def heading(sharing: Sharing) -> str:
    """With whom, when, and how much."""
    if sharing.within:
        return f"itself: {several(len(sharing.passages), 'passage')} twice"
    when = "day not told" if sharing.published is None else days.day(sharing.published)
    order = "later" if sharing.after else "earlier"
    much = f"{sharing.percent} % of this report in {several(len(sharing.passages), 'passage')}"
    return f"{sharing.other} · {sharing.outlet} · {when} ({order}): {much}"


def _facts(stored: StoredReport) -> Iterator[str]:
    report = stored.report
    yield f"outlet: {report.outlet or 'not told'}"
    yield f"published: {'not told' if report.published is None else days.day(report.published.day)}"
    yield f"id: {report.id}"
    if stored.copy_of is not None:
        yield f"a copy of: {stored.copy_of}"
    if stored.copies:
        yield f"copied by: {', '.join(stored.copies)}"
    yield f"claims: {len(stored.claims)}"
    incidents = sorted(set(stored.incidents.values()))
    if incidents:
        yield f"incidents: {', '.join(incidents)}"


def _passage(bits: tuple[Bit, ...], plain: bool) -> Styled:
    """A passage with the words marked that only the later report has."""
    styled = Styled()
    for bit in bits:
        words = shown(bit.words)
        marked = f"«{words}»" if bit.own and plain else words
        styled.append(marked, style=telling.READ if bit.own and not plain else None)
    return styled


def _heading(words: str) -> None:
    paragraph(Styled(f"\n{shown(words)}", style="bold"))

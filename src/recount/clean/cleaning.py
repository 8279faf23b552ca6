"""Report to text."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from recount.clean.decode import decode
from recount.clean.english import not_english
from recount.clean.outlets import outlet_in, own_agency
from recount.clean.page import Page, open_page
from recount.clean.published import counts_back, told_day, worked_out
from recount.clean.zones import Layout, lay_out
from recount.model import DayFrom, Issue, IssueKind, Published, Reading, Report, Text, ZoneKind

CLEANER = "1"
"""The version of this stage. It rises whenever the same bytes give another text or other zones."""


def clean(report: Report) -> Reading:
    """Give a report its readable text in zones, and its title, outlet and publication day where they can be known.

    What was given from outside is kept and outranks what the text tells. Trouble is told as issues; where one is fatal
    there is no text.
    """
    decoded = decode(report)
    if decoded.characters is None:
        return Reading(report, None, issues=() if decoded.issue is None else (decoded.issue,))
    page = open_page(report.id, report.media, decoded.characters)
    if not page.text:
        reason = "The report has no text: nothing but markup or white space."
        return Reading(report, None, issues=(Issue(IssueKind.EMPTY, report.id, reason, fatal=True),))
    layout = lay_out(page.text, report.title or page.title, page.captions)
    digest = hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()
    text = Text(page.text, digest, CLEANER, layout.zones)
    known = _known(report, page, layout, text)
    found = (decoded.issue, page.issue, not_english(report.id, text.content), *_days(report, known, page, text))
    return Reading(known, text, issues=tuple(issue for issue in found if issue is not None))


def _known(report: Report, page: Page, layout: Layout, text: Text) -> Report:
    title = report.title
    if title is None:
        title = page.title if layout.headline is None else layout.headline.words
    outlet = report.outlet or page.outlet or layout.outlet
    if outlet is None:
        around = (ZoneKind.FURNITURE, ZoneKind.DATELINE)
        outlet = outlet_in(zone.span.of(text.content) for zone in text.zones if zone.kind in around)
        outlet = outlet or own_agency(text.content)
    return replace(report, title=title, outlet=outlet, published=report.published or _published(page, text))


def _published(page: Page, text: Text) -> Published | None:
    if page.day is not None:
        return Published(page.day, DayFrom.METADATA)
    told = told_day(text)
    return worked_out(text) if told is None else Published(told, DayFrom.TOLD)


def _days(report: Report, known: Report, page: Page, text: Text) -> Iterator[Issue]:
    """What is doubtful about the publication day: two that disagree, or none where the text needs one."""
    told = page.day or told_day(text)
    given = report.published
    if given is not None and told is not None and given.day != told:
        reason = f"Published on {given.day} as given, on {told} as the text tells. The given day is kept."
        yield Issue(IssueKind.DISAGREEMENT, report.id, reason)
    if known.published is None and counts_back(text):
        reason = (
            'No publication day is given or told, so words such as "yesterday" have no day. Give it if it is known.'
        )
        yield Issue(IssueKind.DAY, report.id, reason)

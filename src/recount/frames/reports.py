"""Reports as rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from recount.export.discretion import names_left_out
from recount.frames.columns import DAY, NUMBER, WORDS, Columns
from recount.model import Byline, Claim
from recount.store.shapes import ReportRow

REPORTS: Columns = {
    **{"id": WORDS, "outlet": WORDS, "title": WORDS, "published": DAY, "published_known": WORDS},
    **{"claims": NUMBER, "issues": NUMBER, "copy_of": WORDS},
}


def report_row(row: ReportRow, bylines: Mapping[str, Byline], told: Iterable[Claim] = ()) -> dict[str, Any]:
    """One report. Who is a private person by any of the claims told is left out of its title."""
    published = bylines[row.id].published if row.id in bylines else None
    return {
        **{"id": row.id, "outlet": row.outlet, "published": row.published},
        "title": None if row.title is None else names_left_out(row.title, told),
        "published_known": None if published is None else published.known.value,
        **{"claims": row.claims, "issues": row.issues, "copy_of": row.copy_of},
    }

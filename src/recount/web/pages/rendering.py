"""Templates to answers. Everything that comes from a report is escaped here and nowhere else."""

from functools import cache
from math import ceil

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from recount.model import Outcome
from recount.web.guard import HEADERS, WRITABLE
from recount.web.show import addresses, days, figures
from recount.web.show.labels import label

PAGE = 50
"""Rows on one page of a list."""


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("recount.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        label=label,
        outcomes=[outcome.value for outcome in Outcome],
        number=figures.number,
        several=figures.several,
        day=days.day,
        incident_address=addresses.incident,
        report_address=addresses.report,
    )
    return made


def page(template: str, status: int = 200, /, **shown: object) -> HTMLResponse:
    """An answer made from a template.

    The safety headers are set here too, for an answer to a fault is sent from outside the guard. A lone surrogate,
    which no encoding can send, becomes a question mark.
    """
    words = _templates().get_template(template).render(writable=WRITABLE.get(), **shown)
    return HTMLResponse(words.encode("utf-8", errors="replace"), status_code=status, headers=HEADERS)


def pages(total: int, each: int = PAGE) -> int:
    """How many pages a list of so many rows has; an empty list has one."""
    return max(1, ceil(total / each))

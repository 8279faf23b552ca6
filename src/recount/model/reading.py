"""A report once it was read."""

from dataclasses import dataclass

from recount.model.claim import Claim
from recount.model.issue import Issue
from recount.model.report import Report
from recount.model.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its text, the claims read from it, and what could not be read.

    `text` is absent only where a fatal issue says why. No claims and no fatal issue means that there was nothing to
    record.
    """

    report: Report
    text: Text | None
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()

"""Days of a claim: its day words, seen from the publication day."""

from dataclasses import replace
from datetime import date

from recount.language.en.days import read_days
from recount.model import Assertion, Claim, Days, Published, Scope, When


def dated(claim: Claim, text: str, published: Published | None) -> Claim:
    """The claim with its days, as far as its words and the publication day tell them.

    What goes on without a day told is open at its beginning and ends with the report. A lead under a dateline is of the
    dateline's day. Nothing else is ever dated by the publication day alone.
    """
    day = None if published is None else published.day
    if published is not None and published.certain and any(mark.field == "dateline" for mark in claim.marks):
        return replace(claim, when=When.within(Days.on(published.day)))
    when = _told(claim, text, day)
    if when is None and claim.scope is Scope.PERIOD and day is not None:
        when = When.through(None, day)
    return replace(claim, when=None if when is None else _by_scope(when, claim.scope, day))


def _told(claim: Claim, text: str, day: date | None) -> When | None:
    for mark in claim.marks:
        if mark.field == "when":
            return read_days(mark.span.of(text), day, claim.assertion is Assertion.PROJECTED)
        if mark.field == "since":
            began = read_days(mark.span.of(text), day)
            return None if began is None or day is None else When(began.start, Days.on(day))
        if mark.field == "no later":
            said = read_days(mark.span.of(text), day)
            return None if said is None else When.within(Days(None, said.latest))
    return None


def _by_scope(when: When, scope: Scope, day: date | None) -> When:
    """An episode has possible days; a running total goes on until it is told to have ended, else up to the report."""
    if scope is Scope.INCIDENT:
        return When.within(Days(when.earliest, when.latest))
    return when

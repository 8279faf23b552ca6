"""Days of a claim: its day words, seen from the publication day."""

from dataclasses import replace
from datetime import date

from recount.model import Assertion, Claim, DayFrom, Mark, Published, Scope, Span, When
from recount.resolve.days import dated
from tests.link.telling import claim

PUBLISHED = Published(date(2031, 4, 16), DayFrom.TOLD)
TEXT = "on Monday in early 2029"
MONDAY, EARLY = Span(3, 9), Span(13, 23)


def when(field: str | None, span: Span = MONDAY, **more: object) -> When | None:
    marks = () if field is None else (Mark(field, span),)
    told: Claim = replace(claim("a", when=None), marks=marks, **more)  # type: ignore[arg-type]
    return dated(told, TEXT, PUBLISHED).when


def days(found: When | None) -> tuple[str, str] | None:
    return None if found is None else (str(found.earliest), str(found.latest))


def test_a_day_looks_back_from_the_publication_day() -> None:
    assert days(when("when")) == ("2031-04-14", "2031-04-14")


def test_the_day_of_what_is_to_come_looks_ahead() -> None:
    assert days(when("when", assertion=Assertion.PROJECTED)) == ("2031-04-21", "2031-04-21")


def test_the_day_on_which_somebody_said_so_is_the_latest() -> None:
    assert days(when("no later")) == ("None", "2031-04-14")


def test_a_war_goes_on_since_it_began_up_to_the_report() -> None:
    assert days(when("since", EARLY, scope=Scope.PERIOD)) == ("2029-01-01", "2031-04-16")


def test_without_day_words_an_episode_has_no_day_and_a_total_ends_with_the_report() -> None:
    assert when(None) is None
    assert days(when(None, scope=Scope.PERIOD)) == ("None", "2031-04-16")

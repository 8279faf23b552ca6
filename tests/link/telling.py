"""Builds claims of an invented war, one line each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from recount.link import Linked, link
from recount.link.features import Features
from recount.model import (
    Assertion,
    Byline,
    Chain,
    Claim,
    Count,
    Days,
    Event,
    Location,
    Outcome,
    Place,
    Precision,
    Scope,
    Source,
    SourceKind,
    Span,
    When,
)

TARSK = Location("Tarsk", 10.0, 20.0, Precision.TOWN, "Veldania", "Saravel", "Upper Saravel")
OSTREL = Location("Ostrel", 10.3, 20.3, Precision.TOWN, "Veldania", "Saravel", "Upper Saravel")
FAR = Location("Quorrin", 14.0, 26.0, Precision.TOWN, "Veldania", "Norvane")
MILL_QUARTER = Location("Mill Quarter", 10.01, 20.01, Precision.QUARTER, "Veldania", "Saravel")
SARAVEL = Location("Saravel", 10.2, 20.2, Precision.ADMIN1, "Veldania")
# The chief town of the province, which has its name.
SARAVEL_TOWN = Location("Saravel", 11.0, 21.0, Precision.TOWN, "Veldania", "Saravel")
VELDANIA = Location("Veldania", 12.0, 22.0, Precision.COUNTRY, "Veldania")
MONDAY = date(2031, 3, 10)


def at(location: Location | None, name: str | None = None) -> tuple[Place, ...]:
    """A place as a claim has it."""
    if location is None:
        return () if name is None else (Place(name, Span(0, len(name))),)
    named = name or location.name
    return (Place(named, Span(0, len(named)), location.precision, location, (), location.country, location.admin1),)


def killed(low: int | None, high: int | None) -> tuple[Count, ...]:
    return (Count(Outcome.KILLED, Span(0, 1), low=low, high=high),)


def said_by(*names: str) -> tuple[Chain, ...]:
    return ((*(Source(name, SourceKind.BODY, Span(0, 1)) for name in names),),)


def claim(report: str, where: tuple[Place, ...] = at(TARSK), dead: int | None = 7, **more: object) -> Claim:
    """An air strike of Monday that killed seven in Tarsk, unless told otherwise."""
    start = int(str(more.pop("start", 0)))
    made = Claim(
        report=report,
        anchor=Span(start, start + 1),
        quote=Span(start, start + 10),
        words=str(more.pop("words", f"words of {report}")),
        event=Event.AIR_STRIKE,
        when=When.within(Days.on(MONDAY)),
        where=where,
        counts=() if dead is None else killed(dead, dead),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def features(one: Claim) -> Features:
    return Features(one, Byline(one.report))


def linked(*claims: Claim) -> Linked:
    return link(claims, bylines(claims))


def bylines(claims: Iterable[Claim]) -> dict[str, Byline]:
    return {one.report: Byline(one.report, f"outlet of {one.report}") for one in claims}


def groups(made: Linked) -> list[list[str]]:
    """The reports of each incident."""
    return [[one.report for one in incident.claims] for incident in made.incidents]


def on(first: date, last: date | None = None) -> When:
    return When.within(Days(first, last or first))


__all__: Sequence[str] = (
    "FAR",
    "MILL_QUARTER",
    "MONDAY",
    "OSTREL",
    "SARAVEL",
    "SARAVEL_TOWN",
    "TARSK",
    "VELDANIA",
    "Assertion",
    "Scope",
    "at",
    "bylines",
    "claim",
    "features",
    "groups",
    "killed",
    "linked",
    "on",
    "said_by",
)  # fmt: skip

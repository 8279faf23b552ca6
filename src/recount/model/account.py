"""What stands behind an incident's tolls: who of which kind and side tells what, and how the figures came about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.incident import Figure
from recount.model.people import Outcome


class Step(StrEnum):
    """What a figure does to those that its origin told before."""

    FIRST = "first"
    """It is the first that the origin tells of these people."""
    UPDATED = "updated"
    """It takes the place of an earlier one: the toll as it is told now."""
    ADDED = "added"
    """It tells of further people, beside those told before."""
    REPEATED = "repeated"
    """It says an earlier one again."""
    BESIDE = "beside"
    """It is a word, which takes no number's place."""
    SEVERAL = "several"
    """It covers several episodes, so that it is no figure of the one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a toll's history: what an origin told on a day, and what that did to what it had told before.

    `day` is that of the report in which the words first stood; absent where that tells none. `worded` says that the
    words themselves tell of an update or of further people. `stands` says that it is among the figures of the toll.
    `kind` and `speaks_for` are those of whoever tells it, absent where no list has them; `side` is whose fighters.
    """

    figure: Figure
    side: str | None
    day: date | None
    step: Step
    worded: bool
    stands: bool
    kind: str | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """What the sources of one kind and one side tell of an incident.

    `figures` are their latest ones, `denials` the ids of claims that deny it, `no_figure` the outcomes of which others
    tell a figure and these none. Where a side has a part in an event and none of its sources is on record as speaking
    of it, a voice without origins says so. Kind and side are absent where no list tells them.
    """

    kind: str | None
    side: str | None
    origins: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    denials: tuple[str, ...] = ()
    no_figure: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassRange:
    """How many people of one class, over all origins that tell of it. A bound that an origin leaves open is absent."""

    who: str
    min: int | None
    max: int | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An incident's figures by kind and side of who tells them, and as they were told one after another.

    What a policy asks for beside its bounds is here too: `provisional` names the outcomes that too few origins tell,
    `classes` has ranges by class of people, `grade` says how far harm is corroborated.
    """

    voices: tuple[Voice, ...] = ()
    history: tuple[Told, ...] = ()
    provisional: tuple[Outcome, ...] = ()
    classes: tuple[ClassRange, ...] = ()
    grade: str | None = None

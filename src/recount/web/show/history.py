"""How figures came about: for each outcome and kind of people, what each origin told day after day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.model import Step, Told
from recount.web.show import days, figures
from recount.web.show.labels import label

NO_DAY = "day not told"
_ADDED = "+"


@dataclass(frozen=True, slots=True)
class Stage:
    """One figure of a history; `stands` says that it is among those that give the toll.

    `does` says what it does to what its origin told before, `numbers` which claims on the page tell it.
    """

    day: str
    words: str
    does: str | None
    part: bool
    stands: bool
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What one origin told, one after another."""

    origin: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one outcome and kind of people."""

    title: str
    courses: tuple[Course, ...]

    @property
    def grew(self) -> bool:
        """Whether any origin told more than one figure."""
        return any(len(course.stages) > 1 for course in self.courses)


def series(history: Sequence[Told], numbers: Mapping[str, int]) -> tuple[Series, ...]:
    """The history of an incident's figures; `numbers` says which claim on the page has which id."""
    grouped: dict[str, dict[str, list[Told]]] = {}
    for told in history:
        grouped.setdefault(_title(told), {}).setdefault(told.figure.origin, []).append(told)
    return tuple(
        Series(title, tuple(Course(origin, _stages(line, numbers)) for origin, line in courses.items()))
        for title, courses in grouped.items()
    )


def line(course: Course) -> str:
    """One origin's course in a line, the figures that stand marked.

    >>> line(Course("Blue Lamps", (Stage("4 May 2031", "58", None, False, False, (1,)),
    ...     Stage("5 May 2031", "72", "update", False, True, (2,)))))
    'Blue Lamps: 4 May 2031: 58 [1] → 5 May 2031: 72 (update) [2] *'
    """
    return f"{course.origin}: {' → '.join(map(_stage_line, course.stages))}"


def _stage_line(stage: Stage) -> str:
    does = "" if stage.does is None else f" ({stage.does})"
    numbers = f" [{', '.join(map(str, stage.numbers))}]" if stage.numbers else ""
    return f"{stage.day}: {stage.words}{does}{numbers}{' *' if stage.stands else ''}"


def _title(told: Told) -> str:
    who = figures.people(told.figure.who)
    side = "" if told.side is None else f" ({told.side})"
    return f"{label('outcome', told.figure.outcome)}: {who}{side}"


def _stages(told: Iterable[Told], numbers: Mapping[str, int]) -> tuple[Stage, ...]:
    """The figures in turn; one that is told again on the same day is one with the claims of both."""
    made: list[Stage] = []
    for one in told:
        stage = _stage(one, numbers)
        last = made[-1] if made else None
        if last is not None and one.step is Step.REPEATED and (last.day, last.words) == (stage.day, stage.words):
            both = tuple(dict.fromkeys((*last.numbers, *stage.numbers)))
            does = label("step", Step.UPDATED) if one.worded else last.does
            made[-1] = Stage(last.day, last.words, does, last.part, last.stands or stage.stands, both)
        else:
            made.append(stage)
    return tuple(made)


def _stage(told: Told, numbers: Mapping[str, int]) -> Stage:
    words = figures.figure(told.figure)
    number = numbers.get(told.figure.claim)
    return Stage(
        NO_DAY if told.day is None else days.day(told.day),
        f"{_ADDED}{words}" if told.step is Step.ADDED else words,
        _does(told),
        told.figure.part,
        told.stands,
        () if number is None else (number,),
    )


def _does(told: Told) -> str | None:
    """What a figure does to earlier ones; an update that the words do not tell as one is a later figure only."""
    if told.step is Step.FIRST:
        return label("step", Step.UPDATED) if told.worded else None
    if told.step is Step.UPDATED and not told.worded:
        return label("step", "later")
    return label("step", told.step)

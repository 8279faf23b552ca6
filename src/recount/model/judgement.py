"""What people decide, which outranks the machine."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Decision(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Subject:
    """The claim that a judgement speaks of, so that it is found again when better reading moves it.

    `text` is the hash of the text, `quote` the exact words with `before` and `after` as context.
    """

    claim: str
    report: str
    text: str
    quote: str
    start: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision: by whom, when, why, and when it was withdrawn."""

    id: str
    decision: Decision
    subjects: tuple[Subject, ...]
    because: str
    by: str
    at: datetime
    field: str | None = None
    old: str | None = None
    new: str | None = None
    withdrawn: datetime | None = None

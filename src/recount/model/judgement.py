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


class Field(StrEnum):
    """What a person may correct of a claim. A status is its assertion and its doubts, which are kept apart."""

    EVENT = "event"
    SCOPE = "scope"
    ASSERTION = "assertion"
    DOUBTS = "doubts"
    SEVERAL = "several"
    WHEN = "when"
    WHERE = "where"
    WITHIN = "within"
    BY = "by"
    AGAINST = "against"
    TARGET = "target"
    WEAPON = "weapon"
    COUNTS = "counts"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Subject:
    """The claim that a judgement speaks of, so that it is found again when better reading moves it.

    `text` is the hash of the text, `quote` the exact words with `before` and `after` as context. `beside` holds where
    the figures of other claims of the same words stood: they are not meant, whatever becomes of the one that is.
    """

    claim: str
    report: str
    text: str
    quote: str
    start: int
    before: str = ""
    after: str = ""
    beside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision: by whom, when, why; and when, by whom and why it was withdrawn.

    `old` and `new` are values in the form in which the record keeps them: of one field where it is corrected, of the
    whole claim where one is added, of all that was checked where one is confirmed. `rests_on` holds the words of the
    report that a corrected value was read from, where the person marked them.
    """

    id: str
    decision: Decision
    subjects: tuple[Subject, ...]
    because: str
    by: str
    at: datetime
    field: Field | None = None
    old: str | None = None
    new: str | None = None
    rests_on: Subject | None = None
    withdrawn: datetime | None = None
    withdrawn_by: str | None = None
    withdrawn_because: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it holds: it was not withdrawn."""
        return self.withdrawn is None

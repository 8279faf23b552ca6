"""How many people, and who they were."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.span import Span


class Outcome(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    CAPTURED = "captured"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    RETURNED = "returned"
    TRAPPED = "trapped"


class Standing(StrEnum):
    """Whether people took part in the fighting."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    UNKNOWN = "unknown"


class Group(StrEnum):
    """Age and sex, where told."""

    CHILD = "child"
    WOMAN = "woman"
    MAN = "man"


class Work(StrEnum):
    """Work that recorders and the law of war count apart."""

    MEDICAL = "medical_worker"
    AID = "aid_worker"
    RESCUE = "rescue_worker"
    JOURNALIST = "journalist"
    OFFICIAL = "official"


class Vague(StrEnum):
    """A word that stands where a figure would."""

    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    SEVERAL = "several"
    MANY = "many"
    SOME = "some"
    FEW = "few"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, what happened to them, who they were.

    `low` and `high` are numbers of people; a bound that is not told is absent, and where both are, `vague` holds the
    word. `part_of` is the place, in the claim's counts, of the count that this one is part of. `cumulative` is set on
    an update that replaces an earlier figure, `additional` on one that adds to it; else neither is told.
    """

    outcome: Outcome
    span: Span
    standing: Standing = Standing.UNKNOWN
    group: Group | None = None
    work: Work | None = None
    side: str | None = None
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: Vague | None = None
    part_of: int | None = None
    cumulative: bool = False
    additional: bool = False

    @property
    def who(self) -> str:
        """The kind of people in one word, as annotators write it: work, then age and sex, then standing."""
        if self.work is not None:
            return self.work.value
        if self.group is not None:
            return self.group.value
        return "people" if self.standing is Standing.UNKNOWN else self.standing.value

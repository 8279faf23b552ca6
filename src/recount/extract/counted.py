"""A group of people with what happened to it."""

from dataclasses import dataclass

from recount.extract.groups import PeopleGroup
from recount.knowledge.words import OutcomeWord
from recount.language.phrases import Hit
from recount.model import Outcome

Told = Hit[OutcomeWord]

HARM = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.KILLED_OR_INJURED))
"""What happened to people who came to harm: only then did an attack, and not an arrest or a flight, befall them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A group with its outcome, told by the outcome word `told`. `whole` is the group that it is part of.

    `of_known` marks a part of people whom an earlier sentence counted.
    """

    group: PeopleGroup
    outcome: Outcome
    told: Told
    whole: PeopleGroup | None = None
    of_known: bool = False

    @property
    def first(self) -> int:
        """The first token that tells it."""
        return min(self.group.first, self.told.first)

    @property
    def last(self) -> int:
        """The token after the last that tells it."""
        return max(self.group.last, self.told.last)

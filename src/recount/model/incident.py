"""Claims that tell of one event."""

from dataclasses import dataclass

from recount.model.claim import Claim, Event
from recount.model.days import When
from recount.model.people import Outcome
from recount.model.place import Place


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two claims were put together or kept apart, in words. `score` is in 0 to 1, higher for more alike."""

    first: str
    second: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """The claims that tell of one event, in order, with what they say together.

    `id` is the least claim's. `denials` speak of the event and add no figure. `reasons` says why each later claim was
    put with an earlier one; `could_be` names incidents that this one may be, where it was unclear.
    """

    id: str
    claims: tuple[Claim, ...]
    type: Event
    when: When | None
    where: tuple[Place, ...]
    denials: tuple[Claim, ...] = ()
    origins: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    could_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """What one origin says of one outcome: its latest figure, with the claim it comes from."""

    origin: str
    outcome: Outcome
    who: str
    low: int | None
    high: int | None
    approx: bool
    vague: str | None
    claim: str
    part: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people, worked out from claims under a named policy. Each bound is absent where nothing tells it."""

    outcome: Outcome
    min: int | None
    best: int | None
    max: int | None
    policy: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedIncident:
    """An incident with its tolls under one policy, and the ids that it had before."""

    incident: Incident
    tolls: tuple[Toll, ...] = ()
    aliases: tuple[str, ...] = ()

    def toll(self, outcome: Outcome) -> Toll | None:
        """The toll for one outcome; none where no claim tells it."""
        return next((toll for toll in self.tolls if toll.outcome is outcome), None)

"""Annotated and predicted reports, as far as they are scored: the form that annotators write."""

from dataclasses import dataclass
from datetime import date

from recount.model import Event, Group, Outcome, Scope, Standing, Status, Vague, Work

WHO = frozenset({"people", Standing.CIVILIAN, Standing.COMBATANT, *Group, *Work})


@dataclass(frozen=True, slots=True)
class CountKey:
    """What makes two counts one: the figure, or the word that stands for it. Without `who` it is the figure alone."""

    outcome: Outcome
    low: int | None
    high: int | None
    vague: Vague | None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedCount:
    """How many people."""

    outcome: Outcome
    who: str
    low: int | None
    high: int | None
    vague: Vague | None = None

    def __post_init__(self) -> None:
        if self.who not in WHO:
            raise ValueError(f"Invalid who {self.who!r}")

    @property
    def figure(self) -> CountKey:
        """The figure without the people it is about."""
        if self.low is None and self.high is None:
            return CountKey(self.outcome, None, None, self.vague or Vague.UNKNOWN)
        return CountKey(self.outcome, self.low, self.high, None)

    @property
    def key(self) -> CountKey:
        """The figure with the people it is about."""
        figure = self.figure
        return CountKey(figure.outcome, figure.low, figure.high, figure.vague, self.who)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that carries more than its name, which alone is scored."""

    name: str


@dataclass(frozen=True, slots=True)
class AnnotatedClaim:
    """One statement of a report. Fields that annotators write and that are not scored may stand beside these."""

    event: Event
    scope: Scope
    status: Status
    when: tuple[date | None, date | None] | None
    where: tuple[str | NamedPlace, ...]
    by: tuple[str, ...]
    against: tuple[str, ...]
    counts: tuple[AnnotatedCount, ...]
    sources: tuple[str, ...]
    quote: str

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the places told."""
        return tuple(place if isinstance(place, str) else place.name for place in self.where)

    @property
    def figures(self) -> frozenset[CountKey]:
        """The distinct figures of the counts."""
        return frozenset(count.figure for count in self.counts)

    @property
    def keys(self) -> frozenset[CountKey]:
        """The distinct counts."""
        return frozenset(count.key for count in self.counts)


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """What one report says, as a person or a program reads it."""

    id: str
    claims: tuple[AnnotatedClaim, ...]

    @property
    def figures(self) -> frozenset[CountKey]:
        """The distinct figures of all claims."""
        return frozenset(figure for claim in self.claims for figure in claim.figures)

    @property
    def keys(self) -> frozenset[CountKey]:
        """The distinct counts of all claims."""
        return frozenset(key for claim in self.claims for key in claim.keys)


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage of a report, by the report's id, that tells of an incident."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class AnnotatedIncident:
    """The passages that people found to tell of one incident."""

    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """One claim of a predicted incident."""

    report: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """The claims that were put together as one incident."""

    claims: tuple[LinkedClaim, ...]

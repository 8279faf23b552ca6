"""The atom of the record: one statement about one event or one running total."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.days import When
from recount.model.people import Count
from recount.model.place import Place
from recount.model.report import Byline
from recount.model.source import Chain, origin
from recount.model.span import Mark, Quote, Span


class Event(StrEnum):
    """What happened."""

    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    CHEMICAL_ATTACK = "chemical_attack"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    ARMED_CLASH = "armed_clash"
    ATTACK = "attack"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    SEXUAL_VIOLENCE = "sexual_violence"
    TERRITORY_CHANGE = "territory_change"
    SIEGE = "siege"
    DISPLACEMENT = "displacement"
    EVACUATION = "evacuation"
    PROPERTY_DESTRUCTION = "property_destruction"
    AGREEMENT = "agreement"
    TALKS = "talks"
    PROTEST = "protest"
    VIOLENCE = "violence"
    OTHER = "other"


class Scope(StrEnum):
    """One episode, or a running total over many."""

    INCIDENT = "incident"
    PERIOD = "period"


class Assertion(StrEnum):
    """What the source does with the statement."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PROJECTED = "projected"


class Doubt(StrEnum):
    """What a source hedges; one does not weaken the others."""

    EVENT = "event"
    ACTOR = "actor"
    COUNT = "count"


class Status(StrEnum):
    """Assertion and doubt in one word, as annotators write it."""

    REPORTED = "reported"
    SUSPECTED = "suspected"
    DENIED = "denied"
    PROJECTED = "projected"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in one report about one event or one running total.

    `anchor` is the place of its figure, else of its event word, and with the report makes the id. `quote` is the
    shortest run of the text that shows it, `words` that run letter for letter. `chains` holds one chain for each
    independent source; none where the outlet itself asserts it. `several` marks a figure that covers several
    episodes, such as a day's total over a province. `marks` keeps, for each field read, the words it was read from.
    `repeats` are the other passages of the report that tell the same: a headline, or a second source for the figure.
    """

    report: str
    anchor: Span
    quote: Span
    words: str
    event: Event
    scope: Scope = Scope.INCIDENT
    assertion: Assertion = Assertion.ASSERTED
    doubts: frozenset[Doubt] = frozenset()
    when: When | None = None
    where: tuple[Place, ...] = ()
    within: str | None = None
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    weapon: str | None = None
    counts: tuple[Count, ...] = ()
    chains: tuple[Chain, ...] = ()
    marks: tuple[Mark, ...] = ()
    several: bool = False
    repeats: tuple[Quote, ...] = ()

    @property
    def id(self) -> str:
        """The report and the place of the figure or event word in its text."""
        return f"{self.report}@{self.anchor.start}"

    @property
    def key(self) -> tuple[str, int]:
        """What claims are ordered by: report, then place in the text."""
        return (self.report, self.anchor.start)

    @property
    def status(self) -> Status:
        """Assertion and doubt in one word; doubt about who did it alone also makes a claim suspected."""
        if self.assertion is Assertion.DENIED:
            return Status.DENIED
        if self.assertion is Assertion.PROJECTED:
            return Status.PROJECTED
        return Status.SUSPECTED if self.doubts else Status.REPORTED

    def origins(self, byline: Byline) -> tuple[str, ...]:
        """On whose word it rests: one origin a chain, else the outlet, else the report itself.

        `byline` is that of the report, or of the one that it copies.
        """
        told = dict.fromkeys(o for chain in self.chains if (o := origin(chain)) is not None)
        return tuple(told) or (byline.publisher,)

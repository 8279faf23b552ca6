"""The clauses of a sentence, as far as reading needs them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recount.extract.compared import is_compared_with
from recount.extract.counted import Counted
from recount.extract.peace import figures_of_speech
from recount.extract.scene import Scene
from recount.knowledge.words import EventWord
from recount.language.phrases import Hit
from recount.model import Event, Outcome

Trigger = Hit[EventWord]

# Kinds of event that harm nobody, and harm that they therefore do not explain.
HARMLESS = (
    Event.ABDUCTION, Event.ARREST, Event.AGREEMENT, Event.TALKS, Event.EVACUATION, Event.DISPLACEMENT, Event.PROTEST,
)  # fmt: skip
# So many words behind "backed by" the noun of what helped may stand: "backed by tanks and heavy artillery".
_HELPING = 5
# So many words behind its people an event of their own may stand: "19 were killed in a double suicide attack".
_OWN = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens `first` up to, not including, `last`, with the events and counts that they tell.

    `join` is the word that opens it: "when", "after", "which"; empty for the first and after a stop.
    """

    first: int
    last: int
    join: str
    triggers: tuple[Trigger, ...]
    counts: tuple[Counted, ...]

    def holds(self, position: int) -> bool:
        """Whether a token lies in it."""
        return self.first <= position < self.last


def find_clauses(scene: Scene, counts: Sequence[Counted]) -> list[Clause]:
    """The clauses of a sentence in order; counts stand in that of the word that tells their outcome."""
    triggers = _triggers(scene, counts)
    edges = sorted({0, *_edges(scene), *_between_facts(scene, counts, triggers), len(scene.tokens)})
    return [
        Clause(
            first,
            last,
            scene.lower(first) if n else "",
            tuple(t for t in triggers if first <= t.first < last),
            tuple(c for c in counts if first <= c.told.first < last),
        )
        for n, (first, last) in enumerate(itertools.pairwise(edges))
        if last > first
    ]


def _edges(scene: Scene) -> list[int]:
    edges = []
    for position in range(1, len(scene.tokens)):
        word, part = scene.lower(position), scene.part(position)
        if (
            word in (";", "—")
            or part == "clause"
            or (part == "join" and not _as_well(scene, position))
            or _begins_anew(scene, position)
            or (
                part == "relative"
                and word in ("which", "who", "whom")
                and scene.lower(position - 1) not in ("of", "in", "to", "for")
            )
        ):
            edges.append(position)
        elif word == "which" and scene.lower(position - 1) == "of" and scene.is_a("of_them", position - 2):
            edges.append(position - 2)
    return edges


def _begins_anew(scene: Scene, position: int) -> bool:
    """Whether "and" joins a clause with a subject of its own: "clashed with rebels, and later they bombed X"."""
    if scene.lower(position) != "and":
        return False
    subject = position + 1 + scene.is_a("then_words", position + 1)
    return scene.is_a("subject_pronouns", subject)


def _between_facts(scene: Scene, counts: Sequence[Counted], triggers: Sequence[Trigger]) -> list[int]:
    """Where a sentence lists facts: "a strike killed 27 and the shelling of a school killed 12".

    The same happens to people twice, and each time with an event of its own.
    """
    if not counts:
        return _between_days(scene, triggers)
    sure = [t.first for t in triggers if t.value.type is not Event.VIOLENCE and t.value.sure]
    found, start = [], 0
    for one, other in itertools.pairwise(counts):
        if one.outcome is not other.outcome or one.told.first == other.told.first or other.whole is not None:
            continue
        joins = [p for p in range(one.last, other.last) if scene.lower(p) in ("and", ",")]
        joins = [
            p
            for p in joins
            if _event_in(sure, start, p) and _event_in(sure, p, min(other.last + _OWN, len(scene.tokens)))
        ]
        if joins:
            start = joins[-1] if joins[-1] < other.first else joins[0]
            found.append(start)
    return found


def _between_days(scene: Scene, triggers: Sequence[Trigger]) -> list[int]:
    """Where a sentence without people lists events of two days: "the attack today, and the bombing on Monday"."""
    events = [t.first for t in triggers if not t.value.verb]
    days = [d.first for d in scene.days if not d.lasting]
    found, start = [], 0
    for position in range(1, len(scene.tokens)):
        if scene.lower(position) == "and" and all(
            _event_in(told, start, position) and _event_in(told, position, len(scene.tokens)) for told in (events, days)
        ):
            found.append(position)
            start = position
    return found


def _event_in(events: Sequence[int], first: int, last: int) -> bool:
    return any(first <= event < last for event in events)


def _as_well(scene: Scene, position: int) -> bool:
    """Whether "as" or "before" joins no clause: "as well as", "as many as", "before dawn"."""
    following = scene.lower(position + 1)
    if scene.lower(position) == "as":
        return following in ("well", "saying", "many", "a", "part", "of", "an", "the") or scene.lower(position - 1) in (
            "well", "such", "known", "many", "far", "soon", "described", "same", "much"
        )  # fmt: skip
    return following in ("dawn", "midnight", "noon", "sunrise", "sunset", "all")


def _triggers(scene: Scene, counts: Sequence[Counted]) -> list[Trigger]:
    """Words that tell an event, without those that are part of a people's group ("fleeing civilians", "bombers"), or of
    what something is compared with ("the first attack since the war began")."""
    people = {p for c in counts for p in range(c.group.first, c.group.last)}
    spoken = figures_of_speech(scene)
    told = [hit for hit in scene.events if hit.first not in spoken and (hit.first not in people or hit.value.verb)]
    told = [hit for hit in told if not (_adjective(scene, hit) or _beside(scene, hit))]
    told = [hit for hit in told if not (counts and _held(scene, hit))]
    return [hit for hit in told if not is_compared_with(scene, hit.first)]


def _held(scene: Scene, hit: Trigger) -> bool:
    """Whether a word only says that a place lies besieged, where people came to harm: "killed in a besieged town"."""
    before = hit.first - 1
    return hit.value.type is Event.SIEGE and hit.value.verb and before >= 0 and scene.is_a("before_besieged", before)


def _beside(scene: Scene, hit: Trigger) -> bool:
    """Whether a noun tells what only helped or came with another event: "backed by artillery", "prior to the raid"."""
    if hit.value.verb:
        return False
    before = range(max(0, hit.first - _HELPING), hit.first)
    helping = any(scene.lower(p) == "by" and scene.is_a("helping", p - 1) for p in before)
    dating = any(scene.lower(p) in ("to", "of", "for") and scene.is_a("dating", p - 1) for p in before)
    return helping or dating


def _adjective(scene: Scene, hit: Trigger) -> bool:
    """Whether a participle only says what people are: "a camp for displaced families"."""
    people = scene.people_at(hit.last)
    moved = hit.value.type in (Event.DISPLACEMENT, Event.EVACUATION) and hit.value.verb
    return moved and people is not None and scene.part(hit.first - 1) not in ("be", "have") and not _object(scene, hit)


def _object(scene: Scene, hit: Trigger) -> bool:
    """Whether the people behind a participle are its object: "the shelling displaced families"."""
    return hit.first > 0 and not scene.is_a("before_adjectives", hit.first - 1)


# People driven out are a fact of their own beside the dead of the same sentence.
_MOVED = (Outcome.DISPLACED, Outcome.RETURNED)


@dataclass(frozen=True)
class Unit:
    """Clauses that tell one fact. Where they tell of dead and of displaced, `moved` says which of the two it is.

    Where they tell tolls of several places, `part` are the tokens of the one that it is, and one that `sums` them tells
    the people of all.
    """

    clauses: tuple[Clause, ...]
    moved: bool | None = None
    part: range | None = None
    sums: bool = False

    @cached_property
    def counts(self) -> tuple[Counted, ...]:
        """The counts of all its clauses."""
        told = (c for clause in self.clauses for c in clause.counts if self._is_in_part(c.group.first))
        return tuple(c for c in told if self.moved is None or self.moved == (c.outcome in _MOVED))

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """The event words of all its clauses."""
        told = [t for clause in self.clauses for t in clause.triggers]
        told = [t for t in told if self._is_in_part(t.first)] or told
        return tuple(t for t in told if self.moved is None or self.moved == (t.value.type is Event.DISPLACEMENT))

    def holds(self, position: int) -> bool:
        """Whether a token lies in one of its clauses."""
        return any(clause.holds(position) for clause in self.clauses)

    def tells(self, position: int) -> bool:
        """Whether a token lies in one of its clauses, and where it is one of several tolls, in this one."""
        return self.holds(position) and self._is_in_part(position)

    def _is_in_part(self, position: int) -> bool:
        return self.part is None or position in self.part

    @property
    def first(self) -> int:
        """Its first token."""
        return self.clauses[0].first

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.clauses[-1].last


def find_units(scene: Scene, clauses: Sequence[Clause]) -> list[Unit]:
    """Clauses put together as facts: people without an event go with the clause beside it that tells one."""
    units: list[list[Clause]] = []
    for clause in clauses:
        if units and _belongs(scene, units[-1], clause):
            units[-1].append(clause)
        else:
            units.append([clause])
    return [part for unit in units for part in _parted(scene, Unit(tuple(unit)))]


def _parted(scene: Scene, unit: Unit) -> list[Unit]:
    kinds = {c.outcome in _MOVED for c in unit.counts}
    if len(kinds) < 2 or _by_one_war(scene, unit):
        return [unit]
    return [replace(unit, moved=moved) for moved in (False, True)]


def _by_one_war(scene: Scene, unit: Unit) -> bool:
    """Whether both are the toll of a whole war told at once: "the war has killed 3,000 and displaced millions"."""
    first, *more = unit.counts
    joined = all(scene.lower(c.first - 1) == "and" or scene.lower(c.told.first - 1) == "and" for c in more)
    war = scene.has("wars", 0, first.first)
    return war and len(more) == 1 and (joined or _made_to_flee(scene, more[0]))


def _made_to_flee(scene: Scene, counted: Counted) -> bool:
    """Whether people are told as the object of a verb behind "and": "and forced millions to flee"."""
    to = counted.told.first
    return scene.lower(counted.group.first - 2) == "and" and "to" in (scene.lower(to), scene.lower(to - 1))


def _belongs(scene: Scene, unit: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause goes on with the fact before it."""
    triggers = [t for c in unit for t in c.triggers]
    counts = [c for part in unit for c in part.counts]
    if not clause.triggers and not clause.counts:
        return True
    if scene.is_a("time_units", clause.first - 1) and (triggers or counts):
        # "It comes two weeks after …" tells of something earlier, but "attacked hours after the truce began and killed
        # four" does not: no truce kills.
        peace = bool(clause.triggers) and all(t.value.type in HARMLESS for t in clause.triggers)
        return peace and bool(triggers and clause.counts) and not counts
    if not triggers and not counts:
        return True
    told = {c.told.first for c in counts}
    taken = all(t.value.type in HARMLESS and t.first in told for t in triggers)
    if taken and clause.triggers and clause.join in scene.small["causes"]:
        return not clause.counts or not _own(clause)
    if triggers and not counts and clause.counts and not _own(clause):
        return True
    return bool(triggers) and not _own(clause) and bool(clause.counts)


def _own(clause: Clause) -> bool:
    """Whether a clause tells an event of its own, beside what it says of people."""
    return any(t.value.type is not Event.VIOLENCE or not clause.counts for t in clause.triggers)

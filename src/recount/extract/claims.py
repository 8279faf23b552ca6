"""Units of a sentence as claims, with what earlier sentences tell of them."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract import status
from recount.extract.clauses import Trigger, Unit, find_clauses, find_units
from recount.extract.counted import Counted
from recount.extract.counts import count, find_counts
from recount.extract.events import event_of, main_trigger
from recount.extract.parts import Parts
from recount.extract.peace import is_peaceful
from recount.extract.places import PlaceMention, find_places, most_exact
from recount.extract.repeated import Telling
from recount.extract.said import Said, find_said, settle, short_names
from recount.extract.scene import Scene
from recount.extract.sides import by_own_name, last_group, sides_of
from recount.extract.story import Story, event_meant, of_the_war, points_back
from recount.extract.when import day_mark, has_own_day, remember_day
from recount.language.folding import fold
from recount.model import (
    Assertion,
    Chain,
    Claim,
    Count,
    Event,
    Mark,
    Place,
    Precision,
    Scope,
    Span,
)


def read_scene(scene: Scene, story: Story) -> list[Telling]:
    """The facts that one sentence tells; the story remembers them."""
    peaceful = is_peaceful(scene)
    counts = [] if peaceful else find_counts(scene)
    if not counts and (peaceful or not scene.events):
        _remember_speaker(scene, story, find_said(scene, story.named))
        return []
    said = find_said(scene, story.named)
    spoken = {p for s in said for r in s.ranges for p in r}
    people = [range(m.first, m.last) for m in scene.actors if not m.nation]
    places = find_places(scene, [*(r for s in said for r in s.ranges), *people, *_bodies(scene)])
    parts = Parts(scene, said, spoken, places, find_units(scene, find_clauses(scene, counts)))
    told = [t for unit in parts.units if (t := _told(parts, unit, story)) is not None]
    _remember(parts, story, [t.claim for t in told])
    return told


def _bodies(scene: Scene) -> list[range]:
    """Tokens that name bodies; a capital that stands for its government is a place again behind "in"."""
    return [range(hit.first, hit.last) for hit in scene.bodies if not scene.is_a("placing", hit.first - 1)]


def _told(parts: Parts, unit: Unit, story: Story) -> Telling | None:
    """The fact that a unit tells; nothing where it tells none."""
    scene = parts.scene
    trigger = main_trigger(unit)
    if not unit.counts and (trigger is None or not _eventful(parts, unit, trigger)):
        return None
    own_event = event_of(scene, unit)
    tells = trigger.first if trigger is not None else unit.counts[0].told.first
    event, scope = _kind(scene, unit, own_event, story)
    sides = sides_of(parts, unit, (event, scope), story)
    places = _places(parts, unit, scope, story)
    chains = _chains(parts, unit, story)
    counts = counts_of(scene, unit.counts)
    quote = _quote(parts, unit)
    day = day_mark(parts, unit, (event, scope), story)
    claim = Claim(
        report=story.report,
        anchor=counts[0].span if counts else scene.at(tells, tells + 1),
        quote=quote,
        words=quote.of(scene.text),
        event=event,
        scope=scope,
        assertion=status.assertion(scene, unit, tells),
        doubts=status.doubts(scene, unit, tells),
        where=tuple(Place(p.name, p.span, p.precision, admin1=p.admin1) for p in places),
        by=sides.by,
        against=sides.against,
        target=_targets(scene, unit),
        weapon=_weapon(scene, unit),
        counts=counts,
        chains=chains,
        marks=tuple(sorted([*sides.marks, *_marks(scene, trigger, chains), *([] if day is None else [day])])),
        several=status.several(scene, unit),
    )
    own_place = bool(parts.places_of(unit))
    fineness = min((place.fineness for place in places), default=len(Precision))
    again = trigger is not None and points_back(scene, trigger)
    named = _denier(by_own_name(scene, unit, claim, story))
    return Telling(named, own_place, own_event is not None, has_own_day(parts, unit), fineness, again)


def _kind(scene: Scene, unit: Unit, told: Event | None, story: Story) -> tuple[Event, Scope]:
    """The kind of event and its scope; what is told of a whole war is not of the event that the story tells."""
    event = event_meant(scene, main_trigger(unit), told, story)
    scope = status.scope(scene, unit, event)
    if scope is Scope.PERIOD and of_the_war(scene, unit):
        event = told or Event.VIOLENCE
    return event, scope


def _eventful(parts: Parts, unit: Unit, trigger: Trigger) -> bool:
    """Whether an event without people is told, and not only spoken of: it has a place or sides, or a verb with one."""
    scene, word = parts.scene, trigger.value
    sides = [m for m in scene.actors if unit.holds(m.first) and not m.held]
    if status.is_denied(scene, unit, trigger.first):
        return bool(sides) or bool(parts.said)
    reach = {"negated": 4, "mentioned": 9}
    if any(trigger.first - reach.get(hit.value, 0) <= hit.first < trigger.first for hit in scene.status):
        return False
    placed = bool(parts.places_of(unit))
    acting = [m for m in sides if m.first not in parts.spoken]
    if word.verb:
        return placed or (word.sure and len(acting) > 0)
    dated = any(unit.holds(d.first) for d in scene.days)
    if word.type in (Event.TALKS, Event.AGREEMENT, Event.PROTEST):
        return dated
    if acting and any(scene.is_a("launching", p) for p in range(trigger.first - 4, trigger.first)):
        return True
    definite = scene.lower(trigger.first - 1) in ("the", "this", "that", "these", "such")
    if word.type is Event.VIOLENCE:
        return placed and dated and bool(acting)
    return placed and (not definite or bool(sides))


def counts_of(scene: Scene, counted: Sequence[Counted]) -> tuple[Count, ...]:
    """The counts of a fact, wholes first; a part names the place of its whole in the list, where the whole is in it."""
    order = sorted(counted, key=lambda c: (c.whole is not None, c.group.first))
    index = {id(c.group): n for n, c in enumerate(order)}
    return tuple(count(scene, c, None if c.whole is None else index.get(id(c.whole))) for c in order)


def _places(parts: Parts, unit: Unit, scope: Scope, story: Story) -> tuple[PlaceMention, ...]:
    """Where a unit happened: its own places, else those of its sentence, else those last told; the most exact only.

    What is told of a whole war happened in the country that the report speaks of.
    """
    own = parts.places_of(unit) or (list(parts.places) if len(parts.places) < 3 else [])
    if own:
        return most_exact(own)
    if scope is Scope.PERIOD and of_the_war(parts.scene, unit):
        return () if story.country is None else (story.country,)
    return story.places


def _chains(parts: Parts, unit: Unit, story: Story) -> tuple[Chain, ...]:
    """Who says so: speakers of the sentence, those nearest where there are several clauses with their own."""
    own = [s for s in parts.said if unit.holds(s.verb)] or list(parts.said)
    chains = [_without(settle(s, story.speakers, story.monitor), story.outlet) for s in own]
    told = tuple(dict.fromkeys(chain for chain in chains if chain))
    if told or own or not _continues(parts, story):
        return told
    return (story.speakers,) if story.speakers else ()


def _continues(parts: Parts, story: Story) -> bool:
    """Whether a sentence plainly goes on with a sourced one: it opens with a word that points back."""
    return any(parts.scene.is_a("going_on", p) for p in range(6)) and bool(story.speakers)


def _without(chain: Chain, outlet: str | None) -> Chain:
    """A chain without the outlet itself, which is no source of its own report."""
    if outlet is None:
        return chain
    return tuple(source for source in chain if fold(source.name) != fold(outlet))


def _quote(parts: Parts, unit: Unit) -> Span:
    """The unit's words, without little words and speakers at its edges."""
    scene, first, last = parts.scene, unit.first, unit.last
    while first < last - 1 and (
        first in parts.spoken or not scene.tokens[first].word or scene.part(first) in ("clause", "join")
    ):
        first += 1
    introducing = {p for hit in scene.reporting if "after" in hit.value for p in range(hit.first, hit.last)}
    while last - 1 > first and (last - 1 in parts.spoken | introducing or not scene.tokens[last - 1].word):
        last -= 1
    return scene.at(first, last)


def _targets(scene: Scene, unit: Unit) -> tuple[str, ...]:
    found = []
    for hit in scene.targets:
        if unit.holds(hit.first) and any(scene.is_a("hits", p) for p in range(max(0, hit.first - 4), hit.first)):
            found.append(hit.value)
    return tuple(dict.fromkeys(found))


def _weapon(scene: Scene, unit: Unit) -> str | None:
    for hit in scene.weapons:
        if unit.holds(hit.first):
            return scene.at(hit.first, hit.last).of(scene.text)
    return None


def _marks(scene: Scene, trigger: Trigger | None, chains: Sequence[Chain]) -> list[Mark]:
    marks = [Mark("sources", source.span) for chain in chains for source in chain]
    if trigger is not None:
        marks.append(Mark("event", scene.at(trigger.first, trigger.last)))
    return marks


def _denier(claim: Claim) -> Claim:
    """Who denies is who is said to have done it, where nobody else is."""
    if claim.assertion is Assertion.DENIED and not claim.by and claim.chains:
        body = claim.chains[0][0].identifiable
        return replace(claim, by=(body,)) if body is not None else claim
    return claim


def _remember(parts: Parts, story: Story, claims: Sequence[Claim]) -> None:
    _remember_speaker(parts.scene, story, parts.said)
    if parts.places:
        story.places = most_exact(parts.places)
    remember_day(parts, story, claims)
    story.group = last_group(parts.scene) or story.group
    story.lead = False
    for claim in claims:
        if claim.scope is Scope.INCIDENT and claim.assertion is Assertion.ASSERTED:
            story.event, story.by, story.against = claim.event, claim.by or story.by, claim.against
        if claim.by:
            story.subject = claim.by[0]


def _remember_speaker(scene: Scene, story: Story, said: Sequence[Said]) -> None:
    for each in said:
        for source in settle(each, (), None):
            story.named |= dict.fromkeys(short_names(scene, source), source)
    if said:
        story.speakers = settle(said[-1], story.speakers, story.monitor) or story.speakers

"""Units of a sentence as claims, with what earlier sentences tell of them."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract import status
from recount.extract.actors import ActorMention
from recount.extract.areas import lists_of
from recount.extract.aside import without_asides
from recount.extract.blamed import told_in_passing
from recount.extract.claimants import find_claimed
from recount.extract.clauses import Trigger, Unit, find_clauses, find_units
from recount.extract.commas import split_names
from recount.extract.compared import comparing
from recount.extract.counted import Counted
from recount.extract.counts import count, find_counts
from recount.extract.events import event_of, main_trigger
from recount.extract.located import find_located
from recount.extract.meant import find_meant, unnamed_kinds
from recount.extract.mentions import PlaceMention, is_known, most_exact
from recount.extract.parts import Parts
from recount.extract.peace import is_peaceful
from recount.extract.places import find_places
from recount.extract.said import Said, body_of, find_said, settle, short_names
from recount.extract.scattered import at_their_places
from recount.extract.scene import Scene
from recount.extract.sides import by_own_name, last_groups, numbers_events, sides_of
from recount.extract.signs import word_before
from recount.extract.speaking import not_of_speakers, speaking_places
from recount.extract.story import Story, country_of_the_war, event_meant, in_stretch, of_the_war, points_back
from recount.extract.telling import Telling
from recount.extract.when import day_mark, has_own_day, is_a_day, other_day, remember_day, remember_stretch
from recount.knowledge.actors import GOVERNMENT, INSURGENTS
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

# So many words before a verb the noun of who did it stands: "the warplanes also targeted".
_DOER = 3
_OF_WHOLE = (Event.AGREEMENT, Event.TALKS)
_GENERIC = (GOVERNMENT, INSURGENTS)
_QUOTES = ("“", '"')


def read_scene(scene: Scene, story: Story) -> list[Telling]:
    """The facts that one sentence tells; the story remembers them."""
    peaceful = is_peaceful(scene)
    counts = [] if peaceful else find_counts(scene)
    said = find_said(scene, story.named)
    if not counts and (peaceful or not scene.events):
        _remember_speaker(scene, story, said)
        story.sourced = bool(said)
        remember_scene(scene, story)
        return [] if peaceful else list(told_in_passing(scene, said, story))
    spoken = {p for s in said for r in s.ranges for p in r}
    places = not_of_speakers(scene, _places_named(scene, said), said, story)
    story.located = find_located(scene, places)
    meant = find_meant(scene, places, story)
    units = find_units(scene, find_clauses(scene, counts))
    parts = Parts(scene, said, spoken, places, meant, [u for one in units for u in at_their_places(scene, one, places)])
    told = [t for unit in parts.units if (t := _told(parts, unit, story)) is not None]
    _remember(parts, story, [t.claim for t in told])
    if any(t.own_place for t in told):
        story.places = next(reversed(story.scenes.values()))
    denied = any(t.claim.assertion is Assertion.DENIED for t in told)
    passing = [] if denied else list(told_in_passing(scene, said, story))
    return [*told, *(t for t in passing if not told or t.claim.assertion is Assertion.DENIED)]


def remember_headline(scene: Scene, story: Story) -> None:
    """Keep where a headline says that its story happened, as far as the lists know: titles are full of capitals.

    The armed groups that it names are those that the story then calls "the terrorists".
    """
    story.groups = last_groups(scene) or story.groups
    places = [known for place in _places_named(scene, ()) for known in _known(scene, place)]
    if places:
        story.places = most_exact(places)
        story.told.append(places)


def remember_scene(scene: Scene, story: Story) -> None:
    """Keep where and when a story begins, where its first sentence tells no fact: "a patrol searched a compound"."""
    places = _places_named(scene, ()) if story.lead or scene.outcomes or scene.has("located_nouns") else []
    story.located = find_located(scene, places)
    if not story.lead:
        return
    if places:
        story.places = most_exact(places)
        story.told.append(places)
    days = [day for day in scene.days if is_a_day(day)]
    if days:
        story.day = story.today = Mark("when", scene.at(days[0].first, days[0].last))


def _known(scene: Scene, place: PlaceMention) -> list[PlaceMention]:
    """A place that the lists know, or those that they know in a run of capitals: "Raqqa" in "Raqqa Rises"."""
    return [place] if is_known(place) else [p for p in split_names(scene, place.first, place.last) if is_known(p)]


def _places_named(scene: Scene, said: Sequence[Said]) -> list[PlaceMention]:
    people = [range(m.first, m.last) for m in scene.actors if not m.nation]
    named = find_places(scene, [*(r for s in said for r in s.ranges), *people, *_bodies(scene)])
    return without_asides(scene, named, said)


def _bodies(scene: Scene) -> list[range]:
    """Tokens that name bodies; a capital that stands for its government is a place again behind "in"."""
    return [range(hit.first, hit.last) for hit in scene.bodies if not scene.is_a("placing", hit.first - 1)]


def _told(parts: Parts, unit: Unit, story: Story) -> Telling | None:
    """The fact that a unit tells; nothing where it tells none."""
    scene = parts.scene
    trigger = main_trigger(unit)
    if not unit.counts and (
        trigger is None or _only_credits(parts, unit, trigger, story) or not _eventful(parts, unit, trigger)
    ):
        return None
    own_event = event_of(scene, unit)
    tells = trigger.first if trigger is not None else unit.counts[0].told.first
    event, scope = _kind(scene, unit, own_event, story)
    sides = sides_of(parts, unit, (event, scope), story)
    places = _places(parts, unit, (event, scope), story)
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
        where=tuple(Place(p.name, p.span, p.precision, admin1=p.admin1) for p in _each_once(places)),
        by=sides.by,
        against=sides.against,
        target=_targets(parts, unit),
        weapon=_weapon(scene, unit),
        counts=counts,
        chains=chains,
        marks=tuple(sorted([*sides.marks, *_marks(scene, trigger, chains), *([] if day is None else [day])])),
        several=status.several(scene, unit),
    )
    own_place = bool(parts.places_of(unit))
    if own_place:
        story.scenes.pop(event, None)
        story.scenes[event] = places
    again = trigger is not None and (points_back(scene, trigger) or _by_the_same(scene, trigger))
    wholes = {(c.outcome, c.told.first) for c in unit.counts if c.whole is None}
    return Telling(
        _denier(by_own_name(scene, unit, claim, story)),
        own_place=own_place,
        own_event=own_event is not None,
        own_day=has_own_day(parts, unit),
        fineness=min((place.fineness for place in places), default=len(Precision)),
        again=again,
        apart=unit.part is not None and not unit.sums,
        within=any(c.of_known for c in unit.counts) and all(c.of_known or c.whole is not None for c in unit.counts),
        sentence=scene.span.start,
        listed=len(wholes) == len({outcome for outcome, _ in wholes}),
    )


def _kind(scene: Scene, unit: Unit, told: Event | None, story: Story) -> tuple[Event, Scope]:
    """The kind of event and its scope; what is told of a whole war is not of the event that the story tells."""
    event = event_meant(scene, unit, told, story)
    lasting = in_stretch(scene, story) or status.is_habit(scene, unit)
    scope = Scope.PERIOD if lasting else status.scope(scene, unit, event)
    if scope is Scope.PERIOD and of_the_war(scene, unit):
        event = told or Event.VIOLENCE
    return event, scope


def _each_once(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    found: dict[str, PlaceMention] = {}
    for place in places:
        found.setdefault(fold(place.name), place)
    return list(found.values())


def _by_the_same(scene: Scene, trigger: Trigger) -> bool:
    """Whether it was "the warplanes" or "the Saturday rocket" that did it, which were told before."""
    nouns = range(max(0, trigger.first - _DOER), trigger.first + 1) if trigger.value.verb else (trigger.first,)
    for noun in nouns:
        if scene.is_a("shells", noun) or scene.lists.words.air.at(scene.tokens, noun) is not None:
            return any(scene.lower(p) == "the" for p in range(noun - _DOER, noun))
    return False


def _only_credits(parts: Parts, unit: Unit, trigger: Trigger, story: Story) -> bool:
    """Whether a unit without a place of its own tells who claims a deed told before: "X claimed Friday's attack"."""
    claimed = find_claimed(parts.scene)
    if claimed is None or not unit.holds(claimed.verb) or trigger.value.type is not Event.VIOLENCE:
        return False
    groups = [m for m in parts.scene.actors if unit.holds(m.first) and not m.nation and m.name not in _GENERIC]
    others = any(m.name not in claimed.names for m in groups)
    return story.event is not None and not others and not parts.places_of(unit)


def _eventful(parts: Parts, unit: Unit, trigger: Trigger) -> bool:
    """Whether an event without people is told, and not only spoken of: it has a place or sides, or a verb with one."""
    scene, word = parts.scene, trigger.value
    sides = [m for m in scene.actors if unit.holds(m.first) and not m.held]
    if status.is_denied(scene, unit, trigger.first):
        return bool(sides) or bool(parts.said)
    if any(unit.holds(hit.first) and scene.lower(hit.first - 1) == "not" for hit in scene.reporting):
        return False
    if _only_compared(scene, unit, trigger):
        return False
    placed = bool(parts.places_of(unit))
    dated = any(unit.holds(d.first) for d in scene.days)
    # What somebody condemns has happened where it is told when, where and by whom: "the X attack in Y on Monday".
    told = placed and dated and any(m.last == trigger.first for m in sides)
    reach = {"negated": 4, "mentioned": 0 if told else 9}
    if any(trigger.first - reach.get(hit.value, 0) <= hit.first < trigger.first for hit in scene.status):
        return False
    if not (placed or dated) and any(scene.is_a("likening", p) for p in range(trigger.first - 2, trigger.first)):
        return False
    acting = [m for m in sides if m.first not in parts.spoken]
    definite = scene.is_a("definite", trigger.first - 1)
    claimed = find_claimed(scene)
    if claimed is not None and unit.holds(claimed.verb) and placed and not definite:
        return True
    if word.verb:
        return not _only_meant(scene, trigger) and (placed or (word.sure and len(acting) > 0))
    if word.type in (Event.TALKS, Event.AGREEMENT, Event.PROTEST):
        return dated
    known = definite and word.type is Event.ARMED_CLASH and not placed
    done = _launched(scene, trigger) or (word.sure and _done_by(scene, trigger, acting))
    if acting and not known and done:
        return True
    if word.type is Event.VIOLENCE:
        return placed and dated and bool(acting)
    return placed and (not definite or bool(sides))


def _only_compared(scene: Scene, unit: Unit, trigger: Trigger) -> bool:
    """Whether it is only said how long nothing was like it: "This is the first attack there since the war began"."""
    told = (p for p in range(unit.first, unit.last) if scene.lower(p) == "since")
    first = next((word for p in told if (word := comparing(scene, unit.first, p)) is not None), None)
    return first is not None and first < trigger.first and any(scene.part(p) == "be" for p in range(first - 2, first))


def _launched(scene: Scene, trigger: Trigger) -> bool:
    """Whether an event's noun is told as something that somebody does: "launched an assault"."""
    return any(scene.is_a("launching", p) for p in range(trigger.first - 4, trigger.first))


def _done_by(scene: Scene, trigger: Trigger, sides: Sequence[ActorMention]) -> bool:
    """Whether right behind an event's noun it is told whose it is: "air raids by the army"."""
    near = range(trigger.last + 1, trigger.last + 4)
    return scene.lower(trigger.last) == "by" and any(m.first in near for m in sides)


def _only_meant(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb without people is only an aim ("in a bid to seize the town"), or a flight of nobody counted."""
    return scene.lower(trigger.first - 1) == "to" or trigger.value.type is Event.DISPLACEMENT


def counts_of(scene: Scene, counted: Sequence[Counted]) -> tuple[Count, ...]:
    """The counts of a fact, wholes first; a part names the place of its whole in the list, where the whole is in it."""
    order = sorted(counted, key=lambda c: (c.whole is not None, c.group.first))
    index = {id(c.group): n for n, c in enumerate(order)}
    return tuple(count(scene, c, None if c.whole is None else index.get(id(c.whole))) for c in order)


def _own_places(parts: Parts, unit: Unit) -> list[PlaceMention]:
    """Its most exact places; of equal ones those right behind its people, else of the clauses that count them."""
    exact = most_exact(parts.places_of(unit))
    beside = [one for one in lists_of(parts.scene, exact) if _beside_people(parts.scene, unit, one[0])]
    if beside:
        return [place for one in beside for place in one]
    counting = [clause for clause in unit.clauses if clause.counts]
    counted = [p for p in exact if any(clause.holds(p.first) for clause in counting)] or list(exact)
    return _without_ways(parts.scene, counted)


def _without_ways(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """Of several lists of places those that are no end of a way: "in Tarsk after threats to Ostrel"."""
    lists = lists_of(scene, places)
    kept = lists[:1] + [one for one in lists[1:] if not scene.is_a("ways", word_before(scene, one[0].first))]
    return [place for one in kept for place in one]


def _before_where(parts: Parts, unit: Unit) -> list[PlaceMention]:
    """What "where" means before a unit without a place: the place told last, by its name or its kind alone."""
    if unit.clauses[0].join != "where":
        return []
    told = [place for place in (*parts.places, *parts.meant) if place.last <= unit.first]
    # "the X area of Y, where": what only says where X lies is not meant.
    told = [place for place in told if not place.around] or told
    return [max(told, key=lambda place: place.first)] if told else []


def _of_sentence(parts: Parts) -> list[PlaceMention]:
    """The places of the sentence, where these are so few that any fact of it may have happened there."""
    return list(parts.places) if len(lists_of(parts.scene, parts.places)) < 3 else []


def _beside_people(scene: Scene, unit: Unit, place: PlaceMention) -> bool:
    """Whether a place stands right behind people of a unit: "killing nine people in northern Tarsk"."""
    position = place.first - 1
    while scene.is_a("directions", position) or scene.is_a("placing", position):
        position -= 1
    return position < place.first - 1 and any(c.group.last == position + 1 for c in unit.counts)


def _places(parts: Parts, unit: Unit, kind: tuple[Event, Scope], story: Story) -> tuple[PlaceMention, ...]:
    """Where a unit happened: its own places, else those of its sentence, else those last told; the most exact only.

    What is told of a whole war happened in the country that the report speaks of.
    """
    own = _own_places(parts, unit) or parts.meant_by(unit) or _before_where(parts, unit) or _of_sentence(parts)
    if own:
        return most_exact(own)
    event, scope = kind
    if status.is_habit(parts.scene, unit):
        return ()
    if scope is Scope.PERIOD and of_the_war(parts.scene, unit):
        country = country_of_the_war(parts.scene, unit, story)
        return () if country is None else (country,)
    again = _of_event_before(parts, unit, event, story)
    if again:
        return again
    if event in _OF_WHOLE:
        return ()
    if other_day(parts, unit, story):
        return story.town or story.places
    others = unnamed_kinds(parts.scene, unit)
    return tuple(place for place in story.places if place.listed_kind not in others)


def _of_event_before(parts: Parts, unit: Unit, event: Event, story: Story) -> tuple[PlaceMention, ...]:
    """Where "the attack" was, of which the story told before, where nothing more exact was told since."""
    trigger = main_trigger(unit)
    if trigger is None or not points_back(parts.scene, trigger):
        return ()
    told = story.scenes.get(event, ())
    since = [place.fineness for place in story.places]
    return () if any(min(since, default=place.fineness) < place.fineness for place in told) else told


def _chains(parts: Parts, unit: Unit, story: Story) -> tuple[Chain, ...]:
    """Who says so: speakers of the sentence, those nearest where there are several clauses with their own."""
    own = [s for s in parts.said if unit.holds(s.verb)] or list(parts.said)
    chains = [_without(settle(s, story.speakers, story.monitor), story.outlet) for s in own]
    told = tuple(dict.fromkeys(chain for chain in chains if chain))
    if told or own or not _continues(parts, story):
        return told
    return (story.speakers,) if story.speakers else ()


def _continues(parts: Parts, story: Story) -> bool:
    """Whether a sentence plainly goes on with a sourced one right before: it opens with a word that points back,
    or with more of what somebody says."""
    quoted = parts.scene.lower(0) in _QUOTES
    more = _tells_of_more(parts.scene)
    return story.sourced and (quoted or more or parts.scene.has("going_on", 0, 6))


def _tells_of_more(scene: Scene) -> bool:
    """Whether a sentence opens with more of the same: "More shells hit", "Two more people died"."""
    first = next((q.last for q in scene.quantities if q.first == 0), 0)
    return scene.lower(first) in ("more", "others") and scene.lower(first + 1) != "than"


def _without(chain: Chain, outlet: str | None) -> Chain:
    """A chain without the outlet itself, which is no source of its own report."""
    if outlet is None:
        return chain
    return tuple(source for source in chain if fold(source.name) != fold(outlet))


def _quote(parts: Parts, unit: Unit) -> Span:
    """The unit's words, without little words and speakers at its edges."""
    scene, told = parts.scene, unit.part or range(unit.first, unit.last)
    first, last = told.start, told.stop
    while first < last - 1 and (
        first in parts.spoken
        or not scene.tokens[first].word
        or scene.part(first) in ("clause", "join")
        or (scene.lower(first) == "and" and (unit.part is not None or unit.clauses[0].join == "and"))
    ):
        first += 1
    introducing = {p for hit in scene.reporting if "after" in hit.value for p in range(hit.first, hit.last)}
    while last - 1 > first and (last - 1 in parts.spoken | introducing or not scene.tokens[last - 1].word):
        last -= 1
    return scene.at(first, last)


def _targets(parts: Parts, unit: Unit) -> tuple[str, ...]:
    scene, found = parts.scene, []
    speaking = speaking_places(scene, parts.said)
    for hit in scene.targets:
        if unit.holds(hit.first) and hit.first not in speaking and scene.has("hits", hit.first - 4, hit.first):
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
    story.sourced = bool(parts.said) or any(claim.chains for claim in claims)
    if parts.places:
        story.places = most_exact(parts.places)
        story.told.append(parts.places)
    remember_day(parts, story, claims)
    remember_stretch(parts, story)
    story.groups = last_groups(parts.scene) or story.groups
    story.lead = False
    for claim in claims:
        if claim.scope is Scope.INCIDENT and claim.assertion is Assertion.ASSERTED:
            story.event, story.by, story.against = claim.event, claim.by or story.by, claim.against
        if claim.by:
            story.doers = claim.by
        if claim.by and any(numbers_events(parts.scene, unit) for unit in parts.units):
            story.summed.setdefault(claim.event, (claim.by, claim.against))


def _remember_speaker(scene: Scene, story: Story, said: Sequence[Said]) -> None:
    for each in said:
        for source in settle(each, (), story.monitor):
            for named in (source, *body_of(source)):
                story.named |= dict.fromkeys(short_names(scene, named), named)
    if said:
        story.speakers = settle(said[-1], story.speakers, story.monitor) or story.speakers

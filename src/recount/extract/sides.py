"""The sides of a fact: as its words tell, else as the story told before."""

from dataclasses import replace

from recount.extract.actors import ActorMention
from recount.extract.attacked import passive, verbs_of
from recount.extract.claimants import find_claimed
from recount.extract.clauses import HARMLESS, Unit
from recount.extract.counted import HARM
from recount.extract.events import main_trigger
from recount.extract.parts import Parts
from recount.extract.roles import LAUNCHING, Roles, are_joined, is_place, only_holds, roles
from recount.extract.scene import Scene
from recount.extract.story import Story, goes_on, is_background, of_the_war, points_back
from recount.knowledge.actors import COALITION, GOVERNMENT, INSURGENTS, SAME
from recount.model import Claim, Event, Scope, Source

# So many words behind a side its verb for saying may stand: "the rebels said on Monday that".
_SAYS = 2


def sides_of(parts: Parts, unit: Unit, kind: tuple[Event, Scope], story: Story) -> Roles:
    """Who did it to whom: as the unit tells, else as the story told of the same event."""
    event, scope = kind
    told = _by_their_names(roles(parts.scene, unit, event, parts.spoken), _rebels(parts.scene, story), story)
    claimed = find_claimed(parts.scene)
    if claimed is not None and unit.holds(claimed.verb):
        against = tuple(name for name in told.against if name not in claimed.names)
        rest = (mark for mark in told.marks if mark.field != "by")
        return replace(told, by=claimed.names, against=against, marks=(*claimed.named, *rest))
    if told.by or (scope is Scope.PERIOD and of_the_war(parts.scene, unit)):
        return told
    if event in story.summed and numbers_events(parts.scene, unit):
        by, against = story.summed[event]
        return replace(told, by=tuple(n for n in by if n not in told.against), against=told.against or against)
    then = _in_next_clause(parts, unit)
    if then and not set(then) & set(told.against):
        return replace(told, by=then)
    attacker = next((name for name in story.by if event is Event.ARMED_CLASH and name in told.against), None)
    if attacker is not None and len(told.against) > 1:
        return replace(told, by=(attacker,), against=tuple(name for name in told.against if name != attacker))
    if not told.against and (both := _of_both(parts, unit)) is not None:
        return replace(told, by=roles(parts.scene, both, event, parts.spoken).by)
    trigger = main_trigger(unit)
    same = goes_on(event, parts.places_of(unit), story) or (
        trigger is not None and event is story.event and (points_back(parts.scene, trigger) or _more(parts.scene, unit))
    )
    # Those who fell where a place was taken fell by the hand of who took it.
    fought = event is Event.ARMED_CLASH and trigger is None and story.event is Event.TERRITORY_CHANGE
    same = (same or fought) and not is_background(parts.scene, unit)
    meant = _by_own_word(parts.scene, unit) or _by_pronoun(parts.scene, unit, story.doers)
    if meant and not set(meant) & set(told.against):
        return replace(told, by=meant)
    if same and unit.counts and not told.against:
        return replace(told, by=story.by, against=story.against)
    if same and not set(told.against) & set(story.by):
        return replace(told, by=story.by)
    return told


def numbers_events(scene: Scene, unit: Unit) -> bool:
    """Whether a unit tells how many strikes there were, some or all of a day: "Near X, five strikes destroyed"."""
    trigger = main_trigger(unit)
    return trigger is not None and not trigger.value.verb and any(q.last == trigger.first for q in scene.quantities)


def _by_their_names(told: Roles, rebels: str | None, story: Story) -> Roles:
    """Sides with those who acted before in the place of "the security force", and the rebels by their name."""
    if rebels is not None and rebels in told.against and INSURGENTS in told.by and len(told.by) > 1:
        told = replace(told, by=tuple(name for name in told.by if name != INSURGENTS))
    meant = {SAME: story.doers} | (
        {} if rebels is None or _both(told.by, told.against, rebels) else {INSURGENTS: (rebels,)}
    )
    by, against = (
        tuple(dict.fromkeys(name for side in sides for name in meant.get(side, (side,))))
        for sides in (told.by, told.against)
    )
    if GOVERNMENT in against and len(by) == 1 and set(by) == {story.government}:
        by = ()
    return replace(told, by=by, against=tuple(name for name in against if name not in by))


def _rebels(scene: Scene, story: Story) -> str | None:
    """Whom a sentence that speaks of rebels means, where the report names but one group of them."""
    return story.rebels if scene.has("unnamed_rebels") else None


def _both(by: tuple[str, ...], against: tuple[str, ...], rebels: str) -> bool:
    """Whether rebels stand on both sides, so that they are not all of one group."""
    either = {INSURGENTS, rebels}
    return bool(either & set(by) and either & set(against))


def _more(scene: Scene, unit: Unit) -> bool:
    """Whether a unit opens with more of the same: "More shells later hit", but not "More than 20 shells hit"."""
    start = unit.first
    return scene.lower(start) == "more" and scene.lower(start + 1) != "than"


def _of_both(parts: Parts, unit: Unit) -> Unit | None:
    """The first of two events told as one deed: "both the X attack this morning, and the car bombs on Monday"."""
    if unit.clauses[0].join != "and" or unit.counts:
        return None
    before = parts.units[parts.units.index(unit) - 1]
    return before if any(parts.scene.lower(p) == "both" for p in range(before.first, before.last)) else None


def _in_next_clause(parts: Parts, unit: Unit) -> tuple[str, ...]:
    """Who did what the clause behind a unit says of its people: "four were killed when rebels detonated a bomb"."""
    following = parts.units[parts.units.index(unit) + 1 :][:1]
    if (
        not any(c.outcome in HARM for c in unit.counts)
        or not following
        or following[0].clauses[0].join not in parts.scene.small["telling_how"]
    ):
        return ()
    trigger = main_trigger(following[0])
    other = (Event.ARMED_CLASH, Event.TERRITORY_CHANGE, *HARMLESS)
    if trigger is None or any(t.value.type in other for t in following[0].triggers):
        return ()
    return roles(parts.scene, following[0], trigger.value.type, parts.spoken).by


def _by_pronoun(scene: Scene, unit: Unit, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The sides that "it", "which" or "their jets" stand for: named before in the sentence, else who acted last.

    It may be who says so: "the army said that it had carried out the raid".
    """
    position = _pronoun(scene, unit)
    if position is None:
        owner = _owner(scene, unit)
        return () if owner is None else _named_before(scene, owner)
    return _named_before(scene, position) or (doers if scene.is_a("plural_pronouns", position) else doers[:1])


def _named_before(scene: Scene, position: int) -> tuple[str, ...]:
    """The side named last before a token of the sentence."""
    named = [m for m in scene.actors if m.last <= position and not only_holds(scene, m) and not is_place(scene, m)]
    return tuple(m.name for m in named[-1:])


def _pronoun(scene: Scene, unit: Unit) -> int | None:
    """Where a pronoun does what the unit tells, or owns what does."""
    for position in range(unit.first, unit.last):
        if scene.is_a("possessives", position) and _of_force(scene, unit, position + 1):
            return position
    trigger = main_trigger(unit)
    if trigger is None:
        return None
    verb = trigger.first if trigger.value.verb else _launching(scene, trigger.first)
    before = range(max(0, verb - 3), verb) if verb is not None else range(0)
    if any(scene.part(p) == "be" for p in before):
        return None
    return next((p for p in before if scene.is_a("pronouns", p)), None)


def _by_own_word(scene: Scene, unit: Unit) -> tuple[str, ...]:
    """The side that says that "it" or "they" harmed people: "the rebels said that they killed nine soldiers"."""
    for told in (
        c.told for c in unit.counts if c.told.value.form in ("past", "active") and c.group.first >= c.told.last
    ):
        pronoun = told.first - 1 - (scene.part(told.first - 1) == "have")
        said = pronoun - 1 - (scene.lower(pronoun - 1) == "that")
        own = [m.name for m in scene.actors if said - _SAYS <= m.last <= said and not m.nation]
        if scene.lower(pronoun) in ("it", "they") and said in scene.saying and own:
            return (own[-1],)
    return ()


def _owner(scene: Scene, unit: Unit) -> int | None:
    """Where the own people of somebody act whom the sentence names before: "the X said that its men had shot nine"."""
    verbs = {verb.first for verb in verbs_of(unit)}
    owned = (
        p for p in range(unit.first, unit.last) if scene.is_a("possessives", p) and scene.is_a("own_people", p + 1)
    )
    return next((p for p in owned if {p + 2, p + 3} & verbs and not passive(scene, min({p + 2, p + 3} & verbs))), None)


def _launching(scene: Scene, noun: int) -> int | None:
    """The verb before an event's noun that only says that it was done: "conducted nine strikes"."""
    return next((p for p in range(noun - 1, max(0, noun - LAUNCHING), -1) if scene.is_a("launching", p)), None)


def _of_force(scene: Scene, unit: Unit, position: int) -> bool:
    """Whether an event's noun or an armed force stands at a token or right behind it."""
    near = range(position, position + 2)
    events = [t for t in unit.triggers if not t.value.verb and not scene.is_a("two_sided", t.first)]
    return any(t.first in near for t in events) or any(
        scene.lists.words.forces.at(scene.tokens, p) or scene.lists.words.air.at(scene.tokens, p) for p in near
    )


def by_own_name(scene: Scene, unit: Unit, claim: Claim, story: Story) -> Claim:
    """A claim with the coalition and the groups that the report has named where only their kind is told (GUIDE)."""
    for shared, name in story.local.items():
        claim = _with(claim, shared, (name,))
    claim = _rebels_named(scene, _with(claim, COALITION, (story.coalition,)), story)
    return _groups_named(scene, unit, claim, story)


def _rebels_named(scene: Scene, claim: Claim, story: Story) -> Claim:
    """A claim with the one armed group of its country that the report names where only "the rebels" are told."""
    rebels = _rebels(scene, story)
    if rebels is None or _both(claim.by, claim.against, rebels):
        return claim
    return _with(claim, INSURGENTS, (rebels,))


def _groups_named(scene: Scene, unit: Unit, claim: Claim, story: Story) -> Claim:
    """A claim with the groups that the report has named where only "terrorists" or "militants" are told."""
    groups = tuple(name for name in last_groups(scene) or story.groups if name not in claim.by)
    unnamed = any(scene.is_a("unnamed_fighters", p) for p in range(unit.first, unit.last))
    if not groups or not unnamed or set(groups) & set(claim.against):
        return claim
    return replace(_with(claim, INSURGENTS, groups), chains=claim.chains)


def _with(claim: Claim, part: str, names: tuple[str, ...]) -> Claim:
    """A claim with sides by their own names in the place of the part that they play; people of several have no side."""
    if names == (part,):
        return claim
    by, against = (
        tuple(dict.fromkeys(name for side in told for name in (names if side == part else (side,))))
        for told in (claim.by, claim.against)
    )
    side = names[0] if len(names) == 1 else None
    counts = tuple(replace(c, side=side) if c.side == part else c for c in claim.counts)
    chains = tuple(tuple(_speaking(source, part, names[0]) for source in chain) for chain in claim.chains)
    return replace(claim, by=by, against=against, counts=counts, chains=chains)


def _speaking(source: Source, part: str, name: str) -> Source:
    return replace(
        source, name=name if source.name == part else source.name, body=name if source.body == part else source.body
    )


def last_groups(scene: Scene) -> tuple[str, ...]:
    """The armed groups that a sentence names last and together, which a later sentence may call "the terrorists"."""
    known = scene.lists.actors.by_name
    groups = [m for m in scene.actors if not m.held and m.name in known and known[m.name].insurgent]
    together: list[ActorMention] = []
    for mention in reversed(groups):
        if together and not are_joined(scene, mention, together[-1]):
            break
        together.append(mention)
    return tuple(dict.fromkeys(mention.name for mention in reversed(together)))

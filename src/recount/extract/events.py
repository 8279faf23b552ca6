"""What kind of event a unit tells."""

from collections.abc import Sequence
from itertools import pairwise

from recount.extract.clauses import HARMLESS, Trigger, Unit
from recount.extract.counted import HARM
from recount.extract.scene import Scene
from recount.knowledge.actors import INSURGENTS
from recount.model import Event, Outcome, Standing

# What was done to people, where nobody was harmed, says what happened, whatever is told of how it came to that.
_BY_FATE = {
    Outcome.DISPLACED: Event.DISPLACEMENT,
    Outcome.RETURNED: Event.DISPLACEMENT,
    Outcome.EVACUATED: Event.EVACUATION,
    Outcome.DETAINED: Event.ARREST,
    Outcome.ABDUCTED: Event.ABDUCTION,
}
# Who lies trapped is besieged, where no other word tells what happened.
_BY_OUTCOME = _BY_FATE | {Outcome.TRAPPED: Event.SIEGE}

# Kinds that one report may call the same event by, one sentence after the other.
_KIN = (
    {Event.AIR_STRIKE, Event.VIOLENCE, Event.SHELLING, Event.CHEMICAL_ATTACK, Event.PROPERTY_DESTRUCTION},
    {Event.BOMBING, Event.SUICIDE_BOMBING, Event.VIOLENCE, Event.ATTACK},
    {Event.ARMED_CLASH, Event.VIOLENCE, Event.ATTACK, Event.TERRITORY_CHANGE},
    {Event.ARREST, Event.ARMED_CLASH, Event.VIOLENCE},
)

# Means that a report tells together, and how many words may stand between the two.
_MEANS = (Event.AIR_STRIKE, Event.SHELLING)
_TOGETHER = 3
# So many words before "killed" those who did it begin.
_DOER = 4
# What armed people hold, and in how many words behind "attack" it stands.
_HELD_BY_ARMS = ("base", "checkpoint")
_OBJECT = 6
# So many words behind somebody his verb for saying may stand: "Iraqi officials say".
_SPEAKS = 3


def kin(one: Event, other: Event) -> bool:
    """Whether a report may mean one event by both kinds. Between reports more is kin: see kin.toml of `link`."""
    return one is other or any(one in kinds and other in kinds for kinds in _KIN)


def main_trigger(unit: Unit) -> Trigger | None:
    """The word that says most surely what happened: the highest rank, the first of equals.

    Where people came to harm, a truce, an arrest or a flight is not what harmed them, if another word tells that.
    """
    harmful = [t for t in unit.triggers if t.value.type not in HARMLESS] if harms(unit) else []
    return max(harmful or unit.triggers, key=lambda t: (t.value.sure, t.value.rank, -t.first), default=None)


def harms(unit: Unit) -> bool:
    """Whether people were killed or injured."""
    return any(c.outcome in HARM for c in unit.counts)


def event_of(scene: Scene, unit: Unit) -> Event | None:
    """The kind of event that a unit tells; nothing where its words leave it open."""
    trigger, fate = main_trigger(unit), _one_fate(unit)
    if fate is not None:
        return fate
    if trigger is None:
        return Event.AIR_STRIKE if _flown(scene, unit) else _by_outcome(scene, unit)
    if any(c.outcome is Outcome.CAPTURED and c.told.first == trigger.first for c in unit.counts):
        return Event.ARREST
    if harms(unit) and (trigger.value.type in HARMLESS or trigger.value.type is Event.TERRITORY_CHANGE):
        return harm_beside(unit, trigger.value.type)
    if _several_means(scene, unit.triggers):
        return Event.VIOLENCE
    if scene.is_a("raids", trigger.first) and _insurgents_raid(scene, unit, trigger):
        return Event.ARMED_CLASH if of_fighters(unit) else Event.VIOLENCE
    bare = trigger.value.type is Event.VIOLENCE or not trigger.value.sure
    if bare or scene.is_a("bombing", trigger.first) or scene.is_a("by_any_means", trigger.first):
        return _by_means(scene, unit, trigger)
    return trigger.value.type


def _several_means(scene: Scene, triggers: Sequence[Trigger]) -> bool:
    """Whether aircraft and artillery are told as one: "air strikes and shelling" (GUIDE: `violence`)."""
    means = [t for t in triggers if t.value.type in _MEANS and not t.value.verb]
    return any(
        one.value.type is not other.value.type and "and" in {scene.lower(p) for p in range(one.last, other.first)}
        for one, other in pairwise(means)
        if 0 < other.first - one.last <= _TOGETHER
    )


def harm_beside(unit: Unit, other: Event) -> Event | None:
    """What people were harmed in, where only another event is told, by which nobody is harmed; nothing if it is open.

    Fighters fell in a fight, as do those who die where a place is taken; people seized or arrested were attacked.
    """
    if other is Event.TERRITORY_CHANGE:
        return Event.ARMED_CLASH
    if other not in (Event.ABDUCTION, Event.ARREST):
        return None
    return Event.ARMED_CLASH if of_fighters(unit) else Event.ATTACK


def of_fighters(unit: Unit) -> bool:
    """Whether all who are told to have been killed or injured fought."""
    harmed = [c.group.standing for c in unit.counts if c.outcome in HARM and c.whole is None]
    return bool(harmed) and all(standing is Standing.COMBATANT for standing in harmed)


def _one_fate(unit: Unit) -> Event | None:
    """The event that one fate of all people told makes it: who was detained was arrested."""
    fates = {_BY_FATE.get(c.outcome) for c in unit.counts}
    return fates.pop() if len(fates) == 1 else None


def _by_outcome(scene: Scene, unit: Unit) -> Event | None:
    """The event that what happened to people tells; none where some came to harm, and others lie trapped by it."""
    if harms(unit) or scene.has("rubble", unit.first, unit.last):
        return None
    return next((_BY_OUTCOME[c.outcome] for c in unit.counts if c.outcome in _BY_OUTCOME), None)


def _by_means(scene: Scene, unit: Unit, trigger: Trigger) -> Event:
    """What a bare "attack", "bombing" or "hit" was, by what hit: aircraft, shells, a side's bombs."""
    words = {scene.lower(p) for p in range(unit.first, unit.last)}
    if any(scene.lists.words.air.at(scene.tokens, p) for p in range(unit.first, unit.last)):
        return Event.AIR_STRIKE
    if words & set(scene.small["shells"]):
        return Event.SHELLING
    written = scene.lower(trigger.first)
    if written in scene.small["bombing"] or not trigger.value.sure:
        return Event.AIR_STRIKE if _state_acts(scene, unit) else _planted(written, trigger)
    if scene.is_a("exploding", trigger.first):
        return Event.BOMBING
    fought = scene.is_a("attacks", trigger.first) and (of_fighters(unit) or _on_a_post(scene, trigger))
    return Event.ARMED_CLASH if fought else trigger.value.type


def _flown(scene: Scene, unit: Unit) -> bool:
    """Whether aircraft are told to have harmed people: "the air force also killed ten"."""
    harm = [c.told.first for c in unit.counts if c.outcome in HARM and c.group.first > c.told.first]
    return any(
        scene.lists.words.air.at(scene.tokens, p) is not None
        for told in harm
        for p in range(max(unit.first, told - _DOER), told)
    )


def _on_a_post(scene: Scene, trigger: Trigger) -> bool:
    """Whether what an attack was on is held by armed people: "attacked army positions", "an attack on a base"."""
    behind = range(trigger.last, trigger.last + _OBJECT)
    return any(hit.first in behind and hit.value in _HELD_BY_ARMS for hit in scene.targets)


def _planted(written: str, trigger: Trigger) -> Event:
    if written in ("bombing", "bombings", "bomb", "bombs"):
        return Event.BOMBING
    return Event.VIOLENCE if not trigger.value.sure else trigger.value.type


def _state_acts(scene: Scene, unit: Unit) -> bool:
    """Whether a side that has aircraft is named, but for those who were hit: "a bomb killed eight Orsan soldiers"."""
    known = scene.lists.actors.by_name
    for mention in scene.actors:
        harmed = any(c.group.first <= mention.first < c.group.last for c in unit.counts)
        if unit.holds(mention.first) and not (harmed or mention.held or _speaks(scene, mention.last)):
            actor = known.get(mention.name)
            if actor is None or actor.kind in ("state", "coalition"):
                return True
    return False


def _speaks(scene: Scene, behind: int) -> bool:
    """Whether a verb for saying stands right behind somebody: "Iraqi officials say"."""
    return any(position in scene.saying for position in range(behind, behind + _SPEAKS))


def _insurgents_raid(scene: Scene, unit: Unit, raids: Trigger) -> bool:
    """Whether fighters without aircraft stand before "raids", on whom they were not, and nobody with aircraft."""
    known, air = scene.lists.actors.by_name, scene.lists.words.air
    if _state_acts(scene, unit) or any(air.at(scene.tokens, p) for p in range(unit.first, unit.last)):
        return False
    before = [m for m in scene.actors if unit.holds(m.first) and m.last <= raids.first and not m.held]
    named = [known.get(m.name) for m in before if scene.lower(m.first - 1) not in scene.small["against"]]
    return any(a is not None and (a.insurgent or a.name == INSURGENTS) for a in named)

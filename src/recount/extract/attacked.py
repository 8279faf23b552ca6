"""Whom a deed is done to: behind "against", as the object, or in the passive; and what stands around a side."""

from recount.extract.actors import ActorMention
from recount.extract.clauses import HARMLESS, Trigger, Unit
from recount.extract.events import main_trigger
from recount.extract.scene import Scene
from recount.knowledge.words import OutcomeWord
from recount.language.phrases import Hit
from recount.model import Event

Verb = Trigger | Hit[OutcomeWord]

# Both sides of these fight each other.
MUTUAL = (Event.ARMED_CLASH,)
OBJECT = 2
"""How far behind a verb its object may begin."""
# How far behind a side a verb like "suffered" may stand.
_LOSING = 3
# How far before whose it is a thing may stand that is a side's own: "positions belonging to X".
_OWN = 3


def suffers(scene: Scene, unit: Unit, mention: ActorMention, event: Event) -> bool:
    """Whether a side is attacked: behind "against", "on" or "with", or as the object."""
    word = scene.lower(before_people(scene, mention))
    if blamed(scene, mention) or (word == "from" and not _taken_from(unit, mention, event)):
        return False
    if word in scene.small["against"] or (word == "with" and event in MUTUAL):
        return True
    if (
        loses(scene, unit, mention)
        or hit_in_its_own(scene, unit, mention)
        or (not mention.nation and is_seized(scene, mention))
    ):
        return True
    trigger = main_trigger(unit)
    if trigger is None or not trigger.value.verb:
        return event in MUTUAL and word == "and"
    if mention.last <= trigger.first:
        return not mention.nation and _undergoes(scene, mention, trigger)
    return mention.first >= trigger.last and mention.first - trigger.last <= 6


def _undergoes(scene: Scene, mention: ActorMention, trigger: Trigger) -> bool:
    """Whether a side, or what is its own, is the subject of a deed in the passive: "an X convoy was attacked"."""
    between = [p for p in range(mention.last, trigger.first) if not scene.lower(p).endswith("ly")]
    harmless = trigger.value.type in HARMLESS
    return (
        not harmless
        and any(scene.part(p) == "be" for p in between)
        and all(scene.part(p) in ("be", "have") or _counts_its_own(scene, p) for p in between)
    )


def _counts_its_own(scene: Scene, position: int) -> bool:
    """Whether a word tells what or how much is a side's own: "a convoy of around 18 vehicles"."""
    number = any(q.first <= position < q.last for q in scene.quantities)
    return number or scene.is_a("belongings", position) or scene.is_a("telling_its_own", position)


def _taken_from(unit: Unit, mention: ActorMention, event: Event) -> bool:
    """Whether something is taken from a side; elsewhere "from" names nobody who is attacked: "reprisals from X"."""
    taken = any(t.value.type is Event.TERRITORY_CHANGE and t.last <= mention.first for t in unit.triggers)
    return taken or event in (Event.TERRITORY_CHANGE, *MUTUAL)


def hit_in_its_own(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """Whether what is a side's own stands behind an event's word: "raids on X positions", "bombed posts of X"."""
    trigger = main_trigger(unit)
    if trigger is None or mention.first < trigger.last or mention.nation or joining_word(scene, mention) == "from":
        return False
    if scene.is_a("belongings", mention.last):
        return True
    link = mention.first - 1
    while scene.is_a("articles", link) or scene.is_a("no_faction", link):
        link -= 1
    things = range(max(trigger.last, link - _OWN), link)
    return scene.is_a("belonging", link) and any(scene.is_a("belongings", p) for p in things)


def blamed(scene: Scene, mention: ActorMention) -> bool:
    """Whether a deed is laid to a side: "an ambush blamed on X", "a bomb attributed to X"."""
    position = mention.first - 1
    while scene.is_a("articles", position) or scene.part(position) == "adjective":
        position -= 1
    laid = scene.lower(position) in ("on", "upon") and scene.is_a("blaming", position - 1)
    return laid or (scene.lower(position) == "to" and scene.is_a("laying", position - 1))


def is_seized(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side stands behind a verb by which its people were taken: "detained a X bomb maker"."""
    return any(scene.is_a("seizing", p) for p in range(mention.first - 1 - OBJECT, mention.first))


def loses(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """Whether a side is the subject of a verb that tells what it suffers: "the X lost 20 fighters"."""
    near = range(mention.last, mention.last + _LOSING)
    if unit.counts and any(scene.is_a("losing", p) for p in near):
        return True
    ahead = next((verb for verb in verbs_of(unit) if verb.first >= mention.last), None)
    return ahead is not None and any(scene.is_a("losing", p) for p in range(ahead.first, ahead.last))


def joining_word(scene: Scene, mention: ActorMention) -> str:
    """The word that joins a side to what is told before it, past an article and a trait: "by the Western-backed X"."""
    position = mention.first - 1
    while scene.lower(position) in ("the", "a", "an", "both") or _is_trait(scene, position):
        position -= 1
    return scene.lower(position)


def before_people(scene: Scene, mention: ActorMention) -> int:
    """Where the word before a side stands, past how many and of what kind they are: "with some 20 armed X men"."""
    position, numbers = mention.first - 1, {p for q in scene.quantities for p in range(q.first, q.last)}
    while (
        position in numbers
        or scene.lower(position) in ("the", "a", "an", "its")
        or scene.is_a("no_faction", position)
        or _is_trait(scene, position)
    ):
        position -= 1
    return position


def _is_trait(scene: Scene, position: int) -> bool:
    """Whether a word tells whose side somebody is on: "Western-backed"."""
    return scene.lower(position).rpartition("-")[2] in scene.small["traits"]


def passive(scene: Scene, position: int) -> bool:
    """Whether a verb tells what is done to its subject: "were shot", "being shot", but "were attacking"."""
    if scene.lower(position).endswith("ing") and scene.lower(position - 1) != "being":
        return False
    return any(scene.part(p) == "be" for p in range(max(0, position - 3), position))


def verbs_of(unit: Unit) -> list[Verb]:
    """What a side may do in a unit: verbs of events, and of harm to people."""
    harm = [c.told for c in unit.counts if c.told.value.form in ("past", "active")]
    return [*(t for t in unit.triggers if t.value.verb), *harm]

"""How a fact is told: asserted, denied or to come, in doubt or not, one episode or a running total."""

from recount.extract.clauses import Unit
from recount.extract.compared import since_then
from recount.extract.counted import HARM, Counted
from recount.extract.dating import began_on, compares, days_of, is_told_of
from recount.extract.events import main_trigger
from recount.extract.scene import Scene
from recount.model import Assertion, Doubt, Event, Scope, Vague, ZoneKind

# How far before the word that tells the event a word may stand that hedges or projects it.
_REACH = 8


def assertion(scene: Scene, unit: Unit, tells: int) -> Assertion:
    """What the source does with the fact that the token `tells` tells."""
    if is_denied(scene, unit, tells):
        return Assertion.DENIED
    told = (tells, harm(unit, tells))
    if _is_to_be(scene, unit) or any("projected" in _kinds_before(scene, unit, at, 4) for at in told):
        return Assertion.PROJECTED
    return Assertion.ASSERTED


def _is_to_be(scene: Scene, unit: Unit) -> bool:
    """Whether an event's noun is the subject of what is to come: "talks will begin", "peace talks are due to open"."""
    trigger = main_trigger(unit)
    if trigger is None or trigger.value.verb or unit.counts:
        return False
    return any(hit.value == "projected" and hit.first == trigger.last for hit in scene.status)


def harm(unit: Unit, tells: int) -> int:
    """The token that tells what happened to people, which may stand behind its event: "the shelling could kill"."""
    return unit.counts[0].told.first if unit.counts else tells


def is_denied(scene: Scene, unit: Unit, tells: int) -> bool:
    """Whether a fact is told as one that somebody denies."""
    return "denied" in _kinds_before(scene, unit, tells, _REACH)


def _kinds_before(scene: Scene, unit: Unit, tells: int, reach: int) -> set[str]:
    return {hit.value for hit in scene.status if tells - reach <= hit.first < tells + 1 and hit.first >= unit.first - 2}


def doubts(scene: Scene, unit: Unit, tells: int) -> frozenset[Doubt]:
    """What is hedged: the actor where a side stands right behind the hedge, else the event."""
    hedges = [
        hit for hit in scene.status
        if hit.value == "suspected" and unit.holds(hit.first) and tells - 12 <= hit.first <= tells + 6
    ]  # fmt: skip
    found = set()
    for hedge in hedges:
        by_side = any(hedge.last <= m.first <= hedge.last + 5 for m in scene.actors) or _who_acts(scene, hedge.last)
        found.add(Doubt.ACTOR if by_side else Doubt.EVENT)
    return frozenset(found)


def _who_acts(scene: Scene, position: int) -> bool:
    """Whether people stand right behind a hedge, and are who may have done it: "suspected cattle thieves attacked"."""
    return any(scene.people_at(p) is not None for p in range(position, position + 2))


_STATES = (Event.SIEGE,)
# No episode kills so many.
_OF_A_WAR = 5000
# What has killed so many by now was hardly one episode, though no word says since when.
_OF_A_SERIES = 1000
_LARGE = (Vague.HUNDREDS, Vague.THOUSANDS)
# So many words before "killed" its "have" may stand: "have also been killed".
_AUXILIARY = 3


def scope(scene: Scene, unit: Unit, event: Event) -> Scope:
    """One episode, or a running total over many."""
    days = days_of(scene, unit)
    if any(day.lasting for day in days):
        return Scope.PERIOD
    kinds = {hit.value for hit in scene.scope if unit.holds(hit.first) and not _tells_no_total(scene, unit, hit.first)}
    if any(day.near for day in days):
        kinds.discard("period")
    if "period" in kinds or _has_grown(scene, unit) or _too_many(scene, unit):
        return Scope.PERIOD
    if "ongoing" in kinds and scene.zone is not ZoneKind.CAPTION and (event in _STATES or not unit.counts):
        return Scope.PERIOD
    return Scope.INCIDENT


def is_habit(scene: Scene, unit: Unit) -> bool:
    """Whether somebody denies what he is said to do at all times, and no event: "the army denies shelling homes".

    A day, or an article at the event or at what was hit, tells of one.
    """
    trigger = main_trigger(unit)
    if trigger is None or unit.counts or not is_denied(scene, unit, trigger.first) or days_of(scene, unit):
        return False
    event = trigger.first
    one = any(scene.is_a("definite", p) for p in range(event - 2, event + 3))
    return not one and scene.has("habits", max(unit.first - 2, event - _REACH), event)


def _tells_no_total(scene: Scene, unit: Unit, position: int) -> bool:
    """Whether a word of a total tells none: "has since retaken", "the first since the war began", "part of a series";
    the day of somebody named, or of what the unit tells began then."""
    if any(scene.is_a("one_of_several", p) for p in range(position - 3, position)) or _in_a_name(scene, position):
        return True
    since = since_then(scene, position)
    if since is None or since < position:
        return since is not None and compares(scene, unit, since)
    here = [day for day in scene.days if day.first == position]
    apart = any(began_on(unit, day) or not is_told_of(scene, unit, day) for day in here)
    return apart or scene.is_a("having", position - 1) or compares(scene, unit, position)


def is_of_a_war(scene: Scene, unit: Unit) -> bool:
    """Whether only a war can have killed so many by now: "more than 20,000 people have been killed"."""
    many = any(_size(c) >= _OF_A_WAR or c.group.vague is Vague.THOUSANDS for c in unit.counts)
    return many and _has_grown(scene, unit)


def _in_a_name(scene: Scene, position: int) -> bool:
    """Whether a word stands in a name: "told the Daily Courier"."""
    ahead = position + 1 < len(scene.tokens) and scene.tokens[position + 1].capital
    return position > 0 and scene.tokens[position].capital and ahead


def _has_grown(scene: Scene, unit: Unit) -> bool:
    """Whether a large toll of no day grew until now: "the fighting has cost hundreds of lives"."""
    large = [c for c in unit.counts if c.group.vague in _LARGE or (_size(c) >= _OF_A_SERIES and _is_harm(scene, c))]
    return any(_by_now(scene, c.told.first) for c in large) and not days_of(scene, unit)


def _size(counted: Counted) -> int:
    return counted.group.low or counted.group.high or 0


def _is_harm(scene: Scene, counted: Counted) -> bool:
    """Whether people were harmed, or fled beside another large figure: one clash alone can drive out thousands."""
    others = (q for q in scene.quantities if q.figure != counted.group.figure)
    return counted.outcome in HARM or any((q.low or q.high or 0) >= _OF_A_SERIES for q in others)


def _by_now(scene: Scene, told: int) -> bool:
    """Whether what happened to people is told as done by now: "have been killed and millions forced to flee"."""
    outcomes = (hit.first for hit in scene.outcomes if hit.first <= told)
    return any(scene.lower(p) in ("has", "have") for at in outcomes for p in range(max(0, at - _AUXILIARY), at))


def _too_many(scene: Scene, unit: Unit) -> bool:
    """Whether a toll is that of a whole war: it names the war, and is larger than that of any episode."""
    if not scene.has("wars", unit.first, unit.last):
        return False
    return any(_size(c) >= _OF_A_WAR for c in unit.counts)


def several(scene: Scene, unit: Unit) -> bool:
    """Whether a figure covers several episodes of one day or place."""
    return unit.sums or any(hit.value == "several" and unit.holds(hit.first) for hit in scene.scope)

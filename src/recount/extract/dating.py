"""Which days of a sentence are those of what a unit tells, and not of somebody or something that it names."""

from collections.abc import Iterable
from dataclasses import replace

from recount.extract.clauses import Unit
from recount.extract.compared import comparing
from recount.extract.events import main_trigger
from recount.extract.scene import Scene
from recount.language.en.days import DayWords

# Behind "who" or "which" a day may stand so near that it is of the verb that follows it: "who on Monday killed nine".
_OPENS = 2
# So many words between a day and the noun that it dates: "the 7 August truck bomb attack".
_BEFORE_NOUN = 2
# So many words behind "linked to" the day may stand of what somebody is linked to.
_GUILT = 14
_OWNED = ("'s", "’s")


def days_of(scene: Scene, unit: Unit) -> list[DayWords]:
    """The days that stand in a unit and may be those of its event."""
    return told_of(scene, unit, [day for day in scene.days if unit.tells(day.first)])


def told_of(scene: Scene, unit: Unit, days: Iterable[DayWords]) -> list[DayWords]:
    """Those of some days that may be of a unit's event, each as it is told of this event."""
    return [_beginning(day) if began_on(unit, day) else day for day in days if is_told_of(scene, unit, day)]


def began_on(unit: Unit, day: DayWords) -> bool:
    """Whether a unit tells what something has gone on since: "since rebels took the town in 2012"."""
    trigger = main_trigger(unit)
    if trigger is None or day.inner is None:
        return False
    told = (trigger.first, *(c.told.first for c in unit.counts))
    return all(day.first < position < day.inner for position in told)


def _beginning(day: DayWords) -> DayWords:
    """The day that a stretch began on, of that day alone."""
    return day if day.inner is None else replace(day, first=day.inner, inner=None, lasting=False)


def is_told_of(scene: Scene, unit: Unit, day: DayWords) -> bool:
    """Whether a day may be that of a unit's event."""
    return not _of_subject(scene, unit, day) and not (day.lasting and compares(scene, unit, day.first))


def is_of_another(scene: Scene, unit: Unit, day: DayWords) -> bool:
    """Whether a day dates another event that a unit names: "killed a man linked to the 2 July attack"."""
    return _of_noun(scene, unit, day) or _of_guilt(scene, unit, day)


def _of_subject(scene: Scene, unit: Unit, day: DayWords) -> bool:
    """Whether a day is told of who speaks: "the army, which has fought there since June, denied a strike"."""
    if not any(trigger.first >= day.last for trigger in unit.triggers) or not _speaks(scene, day.last):
        return False
    opening = next((p for p in range(day.first - 1, -1, -1) if scene.lower(p) in ("who", "which")), day.first)
    return day.first - opening > _OPENS and not any(opening < hit.first < day.first for hit in scene.reporting)


def _speaks(scene: Scene, position: int) -> bool:
    """Whether a verb of speaking or denying stands at a token, or behind a comma there."""
    start = position + (scene.lower(position) == ",")
    denies = (hit.first for hit in scene.status if hit.value == "denied")
    return start in {*(hit.first for hit in scene.reporting), *denies}


def compares(scene: Scene, unit: Unit, since: int) -> bool:
    """Whether a "since" only says how long nothing was like it: "in the first deaths there since the truce began"."""
    trigger = main_trigger(unit)
    told = unit.counts[0].told.first if unit.counts else unit.first if trigger is None else trigger.first
    return comparing(scene, max(unit.first, told if told < since else 0), since) is not None


def _of_noun(scene: Scene, unit: Unit, day: DayWords) -> bool:
    """Whether a day stands before the noun of another event: "the 2 July attack", "Tuesday's attack"."""
    trigger = main_trigger(unit)
    noun = next((hit for hit in scene.events if day.last <= hit.first <= day.last + _BEFORE_NOUN), None)
    if noun is None or noun.value.verb or (trigger is not None and trigger.first == noun.first):
        return False
    return dates_noun(scene, day)


def dates_noun(scene: Scene, day: DayWords) -> bool:
    """Whether a day stands before a noun that it dates: "the 2 July attack", "Tuesday's attack"."""
    owned = scene.text.startswith(_OWNED, scene.tokens[day.last - 1].end)
    return owned or "the" in (scene.lower(day.first), scene.lower(day.first - 1))


def _of_guilt(scene: Scene, unit: Unit, day: DayWords) -> bool:
    """Whether a day is that of what somebody has to do with, where a later one is told of what happened to him:
    "detained a man linked to the murder of a guard in March in Tarsk yesterday"."""
    near = range(max(unit.first, day.first - _GUILT), day.first)
    linked = any(scene.is_a("guilt", p) and scene.is_a("guilt_of", p + 1) for p in near)
    return linked and any(other.first >= day.last and not other.lasting for other in scene.days)

"""The words that tell when a fact happened: its own, or those of the story that it goes on with."""

from collections.abc import Sequence

from recount.extract import status
from recount.extract.clauses import Unit
from recount.extract.dating import dates_noun, days_of, is_of_another, told_of
from recount.extract.events import main_trigger
from recount.extract.mentions import PlaceMention
from recount.extract.parts import Parts
from recount.extract.said import Said
from recount.extract.scene import Scene
from recount.extract.story import Story, goes_on, in_stretch, is_background, of_the_war, points_back, tells_more
from recount.language.en.days import DayWords, find_days
from recount.language.folding import fold
from recount.language.tokens import tokens
from recount.model import Assertion, Claim, Event, Mark, Scope

# What is agreed, talked of or protested against is told in passing in reports of other things, and keeps its own day.
_IN_PASSING = (Event.AGREEMENT, Event.TALKS, Event.PROTEST)
# How near to a day the words must stand that tell of a toll.
_NEAR_TOLL = 9
# Marks of the day of a lead, which its own sentence need not tell.
_LEAD = ("dateline", "when")
# Marks of the day of an event, which is told again later without it.
_REMEMBERED = ("when", "no later")
# A day so many days before the publication is news.
_WEEK = 7
# So many sentences behind a lead may tell the day of what it tells.
_LATER = 4


def day_mark(parts: Parts, unit: Unit, kind: tuple[Event, Scope], story: Story) -> Mark | None:
    """The words that tell when a unit of this event and scope was; nothing where none do.

    Those of the unit, else of its sentence, else the last told where the unit goes on with its event or tells more of
    its kind, else the day that the report is about. A day on which somebody said so is not that of the event, which
    was no later.
    """
    scene, (event, scope) = parts.scene, kind
    chosen = _told(parts, unit)
    if chosen is not None and chosen.again:
        return _day_before(parts, chosen, story)
    if chosen is not None:
        began = scope is Scope.PERIOD and scene.at(chosen.first, chosen.last) == story.began
        return _mark("since" if began else "when", parts, chosen)
    if scope is Scope.PERIOD and in_stretch(scene, story):
        return story.stretch
    if scope is Scope.PERIOD:
        return None if story.began is None or not of_the_war(scene, unit) else Mark("since", story.began)
    if _projected(parts, unit):
        return None
    said = _of_saying(parts)
    if is_background(scene, unit):
        return None if said is None or said.near or not unit.counts else _mark("no later", parts, said)
    if story.lead and story.later is not None:
        return story.later
    if said is not None and not said.near:
        return _mark("no later", parts, said)
    carried = _carried(parts, unit, event, story)
    if carried is not None and not _after(parts, story, carried, said):
        return carried
    if story.lead and story.dateline is not None and not scene.days:
        return Mark("dateline", story.dateline)
    return None if said is None else _mark("no later", parts, said)


def _carried(parts: Parts, unit: Unit, event: Event, story: Story) -> Mark | None:
    """The day told before of what a unit goes on with or tells more of, else that of the report's news."""
    if _goes_on(parts, unit, event, story):
        return story.days.get(event, story.day)
    if story.day is not None and (unit.counts or story.day == story.today) and tells_more(parts.scene, unit):
        return story.day
    return story.today if story.today is not None and _today(parts, unit, event) else None


def _after(parts: Parts, story: Story, carried: Mark, said: DayWords | None) -> bool:
    """Whether a day told before comes after the one on which somebody said so: then it is of another event."""
    if said is None or carried.field != "when":
        return False
    spoken = said.mean(story.published)
    told = [day.mean(story.published) for day in find_days(tokens(parts.scene.text, carried.span))]
    if spoken is None or spoken.latest is None or len(told) != 1 or told[0] is None or told[0].earliest is None:
        return False
    return told[0].earliest > spoken.latest


def _told(parts: Parts, unit: Unit) -> DayWords | None:
    """The day words of a unit, else of its sentence; those of another event that it names only for want of others."""
    days = (_own(parts, unit), _shared(parts, unit))
    apart = ([day for day in told if not is_of_another(parts.scene, unit, day)] for told in days)
    return next((day for told in (*apart, *days) if (day := _chosen(parts, told)) is not None), None)


def has_own_day(parts: Parts, unit: Unit) -> bool:
    """Whether a unit itself tells when."""
    return _chosen(parts, _own(parts, unit)) is not None


def other_day(parts: Parts, unit: Unit, story: Story) -> bool:
    """Whether a unit tells a day other than the one told last."""
    chosen = _chosen(parts, _own(parts, unit))
    if chosen is None or story.day is None:
        return False
    text = parts.scene.text
    return fold(parts.scene.at(chosen.first, chosen.last).of(text)) != fold(story.day.span.of(text))


def told_later(scenes: Sequence[Scene]) -> Mark | None:
    """The day of a lead that one of the sentences behind it tells: "The blast happened on Friday", "Friday's blast"."""
    for scene in scenes[1 : 1 + _LATER]:
        for day in scene.days:
            if not day.lasting and any(_happened(scene, noun, day) for noun in _nouns(scene)):
                return Mark("when", scene.at(day.first, day.last))
    return None


def _nouns(scene: Scene) -> list[int]:
    """The tokens that name what happened."""
    named = {hit.last - 1 for hit in scene.events if not hit.value.verb}
    return sorted(named | {p for p in range(len(scene.tokens)) if scene.is_a("happenings", p)})


def _happened(scene: Scene, noun: int, day: DayWords) -> bool:
    """Whether a day is told as that of an event told before."""
    if noun < day.first:
        before = any(scene.is_a("pointing_back", p) for p in range(noun - 2, noun))
        return before and scene.is_a("happened", noun + 1) and day.first - noun <= _NEAR_TOLL
    return noun == day.last and dates_noun(scene, day)


def remember_day(parts: Parts, story: Story, claims: Sequence[Claim]) -> None:
    """Keep the day that a sentence told: the last one, and the last that is news and no history."""
    for claim in claims:
        if (told := next((mark for mark in claim.marks if mark.field in _REMEMBERED), None)) is not None:
            story.days[claim.event] = told
    chosen = _chosen(parts, parts.scene.days)
    if chosen is None and story.lead:
        story.day = next((mark for claim in claims for mark in claim.marks if mark.field in _LEAD), None)
        story.today = story.day
    elif chosen is not None and not chosen.lasting and (claims or is_a_day(chosen)):
        story.day = _day_before(parts, chosen, story) if chosen.again else _mark("when", parts, chosen)
        story.today = story.day if _is_news(chosen, story) else story.today


def _is_news(day: DayWords, story: Story) -> bool:
    """Whether a day is so near to that of the publication that the report is about it."""
    told = day.mean(story.published) if day.numbered and day.certain else None
    if told is None or told.latest is None or story.published is None:
        return day.near
    return 0 <= (story.published - told.latest).days <= _WEEK


def is_a_day(day: DayWords) -> bool:
    """Whether day words tell one day, which a sentence without a fact may tell for the story: "in April" is none."""
    return not day.lasting and (day.near or day.numbered or day.again)


def remember_stretch(parts: Parts, story: Story) -> None:
    """Keep how long what a sentence told went on, for the sentences behind it that tell more of the same."""
    chosen = _chosen(parts, parts.scene.days)
    if chosen is not None:
        apart = not chosen.lasting or any(of_the_war(parts.scene, unit) for unit in parts.units)
        story.stretch = None if apart else _mark("when", parts, chosen)


def _own(parts: Parts, unit: Unit) -> list[DayWords]:
    return days_of(parts.scene, unit)


def _shared(parts: Parts, unit: Unit) -> list[DayWords]:
    """The days of a sentence that a unit may have: not those of what a later clause tells of its place."""
    aside = [u for u in parts.units if u.first > unit.first and parts.scene.lower(u.first) == "where"]
    return told_of(parts.scene, unit, (d for d in parts.scene.days if not any(u.holds(d.first) for u in aside)))


def _mark(field: str, parts: Parts, days: DayWords) -> Mark:
    return Mark(field, parts.scene.at(days.first, days.last))


def _day_before(parts: Parts, again: DayWords, story: Story) -> Mark | None:
    """The day that "later that day" means: the one told before, else that of the publication if it may mean this."""
    return story.day or (_mark("when", parts, again) if again.near else None)


def _goes_on(parts: Parts, unit: Unit, event: Event, story: Story) -> bool:
    """Whether a unit without a day is of an event told before: the last one, or "the shelling" of days ago."""
    trigger, places = main_trigger(unit), _new_places(parts, unit, event, story)
    again = not places and trigger is not None and points_back(parts.scene, trigger) and event in story.days
    return again or (story.day is not None and goes_on(event, places, story))


def _new_places(parts: Parts, unit: Unit, event: Event, story: Story) -> list[PlaceMention]:
    """The places of a unit that are not those of an event of its kind told before."""
    before = {fold(place.name) for place in story.scenes.get(event, ())}
    return [place for place in parts.places_of(unit) if fold(place.name) not in before]


def _today(parts: Parts, unit: Unit, event: Event) -> bool:
    """Whether a unit without a day is of the day that the report is about: new there, no plan, of people or sourced."""
    if event in _IN_PASSING:
        return False
    if parts.said:
        return True
    told = range(unit.first, status.harm(unit, _tells(unit)))
    return bool(unit.counts) and not any(parts.scene.lower(p) == "had" for p in told)


def _projected(parts: Parts, unit: Unit) -> bool:
    return status.assertion(parts.scene, unit, _tells(unit)) is Assertion.PROJECTED


def _tells(unit: Unit) -> int:
    """The token that tells the fact."""
    trigger = main_trigger(unit)
    return unit.counts[0].told.first if trigger is None else trigger.first


def _chosen(parts: Parts, days: Sequence[DayWords]) -> DayWords | None:
    """The first day words that tell when it happened, and not when somebody said or did something about it."""
    free = [d for d in days if not _of_speaking(parts, d)]
    return next((d for d in free if d.lasting), free[0]) if free else None


def _of_speaking(parts: Parts, day: DayWords) -> bool:
    """ "…, a monitor said Sunday", "Earlier in the day the agency reported", "called on Wednesday for" """
    scene = parts.scene
    if any(_dates(parts, said, day) or _of_speaker(parts, said, day) for said in parts.said) or _of_a_toll(parts, day):
        return True
    before = day.first - 2 if scene.is_a("before_days", day.first - 1) else day.first - 1
    return scene.is_a("other_verbs", before)


def _of_speaker(parts: Parts, said: Said, day: DayWords) -> bool:
    """Whether a day only says more of him who speaks: "Adam Orrel, who has led the Front since 2029, told X"."""
    ends = (speaker.last + (parts.scene.lower(speaker.last) == ",") for speaker in said.speakers)
    return any(parts.scene.is_a("asides", end) and end < day.first < said.verb for end in ends)


def _of_a_toll(parts: Parts, day: DayWords) -> bool:
    """Whether a day is that on which a toll changed: "on Friday the death toll rose to 115"."""
    near = range(max(0, day.first - _NEAR_TOLL), min(len(parts.scene.tokens), day.last + _NEAR_TOLL))
    return any(parts.scene.lower(p) == "toll" for p in near) and any(parts.scene.is_a("toll_moves", p) for p in near)


def _of_saying(parts: Parts) -> DayWords | None:
    """The day on which somebody said so."""
    told = (day for day in parts.scene.days if any(_dates(parts, said, day) for said in parts.said))
    return next(iter((*told, *(day for day in parts.scene.days if _of_a_toll(parts, day)))), None)


def _dates(parts: Parts, said: Said, day: DayWords) -> bool:
    """Whether a day is that of speaking: behind the verb or the speaker behind it, right before the verb, or before an
    opening speaker.

    A stretch is none, and "it is claimed" tells no day of speaking.
    """
    if day.lasting or (parts.scene.lower(said.verb - 2) == "it" and said.verb - 2 >= day.last):
        return False
    if said.verb + 1 <= day.first <= said.verb + 3:
        return True
    for speaker in said.speakers:
        if 0 <= day.first - speaker.last <= 1 and speaker.first > said.verb:
            return True
        if 0 <= day.first - speaker.last <= 2 and 0 <= said.verb - day.last <= 1:
            return True
        if 0 <= speaker.first - day.last <= 3 and speaker.first < said.verb and _opens(parts, day):
            return True
    return False


def _opens(parts: Parts, day: DayWords) -> bool:
    """Whether a sentence begins with its day: "On Sunday", "Earlier on Wednesday", "Meanwhile on Sunday"."""
    return all(parts.scene.is_a("before_days", p) or parts.scene.is_a("linking", p) for p in range(day.first))

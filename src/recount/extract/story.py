"""What a reader keeps in mind from sentence to sentence, and what a sentence leaves open and takes from it."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from recount.extract.clauses import Trigger, Unit
from recount.extract.events import harm_beside, harms, kin, main_trigger
from recount.extract.mentions import PlaceMention
from recount.extract.rebels import country_of, government_against, rebels_of
from recount.extract.scene import Scene
from recount.extract.status import is_of_a_war
from recount.knowledge import Lists
from recount.knowledge.actors import COALITION, Actor, known_by
from recount.knowledge.countries import Country
from recount.language.en.days import find_days
from recount.language.phrases import Hit
from recount.language.tokens import Token, tokens
from recount.model import Chain, Event, Mark, Precision, Report, Source, SourceKind, Span, Text, Zone, ZoneKind

# So many words after "the conflict began" its day is told.
_BEGAN_REACH = 10
# So many words before "conflict" its country may stand: "Syria's long civil war".
_BEFORE_WAR = 4
# A line of so few words between title and dateline names a sender, and is no story.
_SENDER = 3
# Kinds that "the attack" may be told as, though it was told more exactly before.
_OPEN = (None, Event.VIOLENCE, Event.BOMBING, Event.ATTACK)
# Kinds that "the attack" means, though it killed fighters, where they were told before.
_EXACT = (Event.SUICIDE_BOMBING, Event.BOMBING, Event.AIR_STRIKE, Event.SHELLING, Event.CHEMICAL_ATTACK)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_BEGAN = re.compile(r"\b(?:beg[au]n|started|erupted|broke out|breaking out|since)\b")
# So many characters before and behind it are looked at.
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Located:
    """The places of an event that was told before; its kind, or None for "the incident"."""

    event: Event | None
    places: tuple[PlaceMention, ...]


@dataclass(slots=True)
class Story:
    """What the sentences read so far have told. `countries`, `began` and `dateline` are of the whole report.

    `told` are the places of each sentence so far, `scenes` those of each kind of event, `capital` is that of the
    country, where the report names it.
    `day` is the day told last, `today` the last one that is news: the day that the report is about, `days` are
    those told last of each kind of event.
    `stretch` is how long something was last told to have gone on, which "the strikes" behind it did too.
    `later` is the day of its lead that a sentence behind this tells.
    `speakers` are those who spoke last, `sourced` tells whether the sentence right before was on somebody's word.
    `named` are those who spoke, by the one word that later names them for short.
    `located` is where the sentence read last says that something told before happened.
    `summed` are the sides of several strikes told together, of which later sentences tell some each.
    `doers` are the sides that acted last, which "it" and "they" mean; `groups` the armed groups named last, which a
    government's "terrorists" are; `coalition` the one that the report means by this word alone, `local` those whom it
    means by names that sides of other countries share, `rebels` the one group that "the rebels" are, where it names no
    other, and `home` the country that they are of, else that of which it tells most, with its `government`.
    """

    report: str
    monitor: Source | None = None
    outlet: str | None = None
    countries: Mapping[str, PlaceMention] = field(default_factory=dict)
    began: Span | None = None
    dateline: Span | None = None
    speakers: Chain = ()
    sourced: bool = False
    named: dict[str, Source] = field(default_factory=dict)
    places: tuple[PlaceMention, ...] = ()
    told: list[Sequence[PlaceMention]] = field(default_factory=list)
    capital: PlaceMention | None = None
    scenes: dict[Event, tuple[PlaceMention, ...]] = field(default_factory=dict)
    day: Mark | None = None
    today: Mark | None = None
    days: dict[Event, Mark] = field(default_factory=dict)
    stretch: Mark | None = None
    later: Mark | None = None
    event: Event | None = None
    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    summed: dict[Event, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    coalition: str = COALITION
    local: Mapping[str, str] = field(default_factory=dict)
    rebels: str | None = None
    home: str = ""
    government: str | None = None
    published: date | None = None
    lead: bool = True
    located: Located | None = None

    @property
    def town(self) -> tuple[PlaceMention, ...]:
        """The town told last, where quarters were told since: they lie in it."""
        if not all(place.listed_kind is Precision.QUARTER for place in self.places):
            return ()
        towns = ([p for p in told if p.listed_kind is Precision.TOWN] for told in reversed(self.told))
        return tuple(next((places for places in towns if places), ()))


def new_story(report: Report, text: Text, lists: Lists) -> Story:
    """What a whole report tells before it is read sentence by sentence."""
    words = tokens(text.content)
    countries = _countries(words, lists)
    country, sides = next(iter(countries), None), lists.actors.find(words)
    local = {**lists.actors.own_in(country), **known_by(sides)}
    coalition = _coalition(words, sides, lists)
    rebels = rebels_of(words, sides, local, lists)
    home = country_of(rebels, lists) or country or ""
    known = lists.countries.named(home)
    return Story(
        report.id,
        _monitor(words, lists),
        report.outlet,
        countries,
        _began(text.content, lists),
        _dateline(text),
        capital=_capital(words, country, lists),
        coalition=local.get(coalition, coalition),
        local={**local, **government_against(rebels, countries, lists)},
        rebels=rebels,
        home=home,
        government=None if known is None else known.government,
        published=None if report.published is None else report.published.day,
    )


def _dateline(text: Text) -> Span | None:
    """The line that tells place and day before the story, which its first sentence need not tell again."""
    before = itertools.takewhile(lambda zone: not _opens_story(zone, text.content), text.zones)
    told = [
        zone.span for zone in before if zone.kind is ZoneKind.DATELINE and _DIGIT.search(zone.span.of(text.content))
    ]
    return told[-1] if told else None


def _opens_story(zone: Zone, content: str) -> bool:
    """Whether a zone is story, and no name of a sender on a line of its own."""
    return zone.kind is ZoneKind.BODY and len(_WORD.findall(zone.span.of(content))) > _SENDER


def _monitor(words: list[Token], lists: Lists) -> Source | None:
    """The monitoring body that a report names, whom it may then call "the monitor"."""
    for hit in lists.sources.find(words):
        if hit.value.kind == "monitor":
            return Source(hit.value.name, SourceKind.BODY, Span(words[hit.first].start, words[hit.last - 1].end))
    return None


def _countries(words: list[Token], lists: Lists) -> dict[str, PlaceMention]:
    """The countries that a report names, each where it first does, those first that it speaks of most.

    One that only its adjective tells is named by the part of this that is its name: "Syrian".
    """
    told: Counter[str] = Counter()
    named: dict[str, PlaceMention] = {}
    inside: dict[str, PlaceMention] = {}
    for n, word in enumerate(words):
        starts = lists.countries.starting(words, n)
        if starts is not None:
            known, last = starts
            span, name = Span(word.start, words[last - 1].end), " ".join(part.text for part in words[n:last])
            told[known.name] += 1
            named.setdefault(known.name, PlaceMention(n, last, name, span, country=known.name))
            continue
        country, name = _named(word, lists)
        found = named
        if country is None and word.capital:
            country, found = lists.countries.by_adjective(word.text), inside
            name = country.name if country is not None else ""
        if country is not None:
            told[country.name] += 1
            if word.text.startswith(name):
                span = Span(word.start, word.start + len(name))
                found.setdefault(country.name, PlaceMention(n, n + 1, name, span, country=country.name))
    first = inside | named
    return {name: first[name] for name, _ in told.most_common() if name in first}


def _named(word: Token, lists: Lists) -> tuple[Country | None, str]:
    """The country that a word names, and the name, behind which a report may have lost an apostrophe: "Syrias"."""
    if not word.capital:
        return None, ""
    country = lists.countries.named(word.text)
    if country is None and word.stem != word.lower:
        return lists.countries.named(word.text[:-1]), word.text[:-1]
    return country, word.text


def _capital(words: list[Token], country: str | None, lists: Lists) -> PlaceMention | None:
    """Where a report first names the capital of its country."""
    told = next((c.capital for c in lists.countries if c.name == country), None)
    for n, word in enumerate(words):
        if told is not None and word.text == told:
            known = tuple(lists.places.find(word.text))
            return PlaceMention(n, n + 1, word.text, Span(word.start, word.end), known=known)
    return None


def _coalition(words: Sequence[Token], sides: Sequence[Hit[Actor]], lists: Lists) -> str:
    """The coalition that a report names most, else that of the country or people it speaks of most."""
    named = Counter(hit.value.name for hit in sides if hit.value.allied)
    if named:
        return named.most_common(1)[0][0]
    told = lists.countries.told(words).most_common(1)
    return lists.actors.coalition_in(told[0][0] if told else None)


def _began(text: str, lists: Lists) -> Span | None:
    """The words that tell when the war began: "the conflict erupted in March 2011", "civil war since early 2011"."""
    for match in _BEGAN.finditer(text):
        before = tokens(text, Span(max(0, match.start() - _NEAR), match.start()))
        after = tokens(text, Span(match.end(), min(len(text), match.end() + _NEAR)))
        war_before = any(word.lower in lists.words.small["wars"] for word in before[-6:])
        for days in find_days(after):
            war = war_before or any(word.lower in lists.words.small["wars"] for word in after[: days.first])
            if war and days.first <= _BEGAN_REACH and days.certain:
                return Span(after[days.first].start, after[days.last - 1].end)
    return None


def event_meant(scene: Scene, unit: Unit, told: Event | None, story: Story) -> Event:
    """The kind of event: as told, or that of "the attack" which was told before."""
    trigger = main_trigger(unit)
    if told is Event.ARMED_CLASH and _is_the_attack(scene, trigger) and story.event in _EXACT:
        return story.event
    if story.event is None or told not in _OPEN:
        return told or Event.VIOLENCE
    if trigger is None or told is None:
        harmed = harm_beside(unit, story.event) if harms(unit) else None
        return harmed or story.event
    return story.event if points_back(scene, trigger) and kin(told, story.event) else told


def _is_the_attack(scene: Scene, trigger: Trigger | None) -> bool:
    return trigger is not None and scene.is_a("attacks", trigger.first) and points_back(scene, trigger)


def points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether an event is told as one that was told before: "the attack", "similar strikes"."""
    return told_before(scene, trigger.first)


def told_before(scene: Scene, first: int) -> bool:
    """Whether the noun that begins at a token is told as one told before."""
    spoken = {hit.last for hit in scene.reporting}
    return any(scene.is_a("pointing_back", p) and p not in spoken for p in range(first - 2, first))


def in_stretch(scene: Scene, story: Story) -> bool:
    """Whether a sentence tells more of what went on for a stretch: "The strikes also destroyed nine trucks"."""
    if story.stretch is None or scene.days:
        return False
    flown = any(scene.is_a("campaigns", p) and scene.lower(p - 1) == "the" for p in range(len(scene.tokens)))
    return flown or any(_strikes(scene, trigger) for trigger in scene.events)


def _strikes(scene: Scene, trigger: Trigger) -> bool:
    """Whether several events are meant that were told before: "the strikes"."""
    plural = not trigger.value.verb and scene.lower(trigger.last - 1).endswith("s")
    return plural and points_back(scene, trigger)


def goes_on(event: Event, own_places: Iterable[PlaceMention], story: Story) -> bool:
    """Whether an event goes on with what was told before: the same kind, and no place of its own."""
    return not list(own_places) and story.event is not None and event is story.event


def is_background(scene: Scene, unit: Unit) -> bool:
    """Whether a unit looks back to something earlier, whose day is not that of the story."""
    return scene.has("background", unit.first, unit.last)


def tells_more(scene: Scene, unit: Unit) -> bool:
    """Whether a unit says that it tells more of the same: "more shells later hit", "were also killed"."""
    return scene.has("telling_more", unit.first, min(unit.last, unit.first + 10))


def of_the_war(scene: Scene, unit: Unit) -> bool:
    """Whether a unit speaks of a whole war: "since the conflict started", "the six-year war", "across the country", or
    of so many that only a war has killed them by now."""
    named = scene.has("wars", unit.first, unit.last) or scene.has("countrywide", unit.first, unit.last)
    return named or is_of_a_war(scene, unit)


def country_of_the_war(scene: Scene, unit: Unit, story: Story) -> PlaceMention | None:
    """The country whose war a unit speaks of, "Syria's conflict", "the Syrian war", else the one told most."""
    for war in (p for p in range(unit.first, unit.last) if scene.is_a("wars", p)):
        name = _country_before(scene, war)
        if name in story.countries:
            return story.countries[name]
    return next(iter(story.countries.values()), None)


def _country_before(scene: Scene, war: int) -> str:
    """The country whose name or adjective stands before the word for a war, with no article between the two."""
    for position in range(war - 1, max(-1, war - 1 - _BEFORE_WAR), -1):
        word, countries = scene.tokens[position], scene.lists.countries
        if scene.is_a("articles", position):
            break
        country = _named(word, scene.lists)[0] or countries.by_adjective(word.text) if word.capital else None
        if country is not None:
            return country.name
    return ""

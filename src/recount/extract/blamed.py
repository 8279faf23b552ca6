"""Who denies a deed or is blamed for it in passing, where the report told the deed before: "The army denied any role".

Such a sentence tells no event of its own: its event, place and day are those of the deed. On whose word it is stands
in the sentence, so it is a claim beside that of the deed, whose sides stay as they were told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recount.extract.actors import ActorMention
from recount.extract.events import kin
from recount.extract.mentions import PlaceMention
from recount.extract.roles import are_joined
from recount.extract.said import Said, settle
from recount.extract.scene import Scene
from recount.extract.story import Story
from recount.extract.telling import Telling
from recount.model import Assertion, Chain, Claim, Event, Mark, Place, Precision, Source, SourceKind

# So many words before a verb he stands who denies, and behind it who is blamed, and so many behind him what for.
_WHO, _WHAT = 6, 8
# So many words from "denied" what is denied stands: "denied any involvement".
_DENIED = 3
# Kinds of event that nobody is blamed for as for a deed.
_NO_DEEDS = (Event.AGREEMENT, Event.TALKS, Event.PROTEST, Event.EVACUATION, Event.DISPLACEMENT, Event.OTHER)


@dataclass(frozen=True, slots=True)
class _Laid:
    """What is laid to somebody or denied by them; `verb` tells it, and the words end before `last`.

    `saying` are the first tokens of those who say so.
    """

    verb: int
    last: int
    sides: tuple[ActorMention, ...]
    assertion: Assertion
    saying: tuple[int, ...] = ()


def told_in_passing(scene: Scene, said: Sequence[Said], story: Story) -> Iterator[Telling]:
    """Claims that somebody did what the report told before, or denials of it."""
    if story.event is None or story.event in _NO_DEEDS:
        return
    laid = _denied(scene) or _blamed(scene, story.event)
    if laid is not None:
        own = [s for s in said if s.verb == laid.verb] or ([] if laid.assertion is Assertion.DENIED else said)
        chains = tuple(dict.fromkeys(c for s in own if (c := settle(s, story.speakers, story.monitor))))
        saying = tuple(speaker.first for s in own for speaker in s.speakers if s.verb == laid.verb)
        yield _telling(scene, replace(laid, saying=saying), chains or _unnamed_or_deniers(scene, laid), story)


def _unnamed_or_deniers(scene: Scene, laid: _Laid) -> tuple[Chain, ...]:
    """Those who deny, on whose word it is that they did not do it; else those whom no list knows, as they are told:
    "Western countries rushed to blame"."""
    if laid.assertion is not Assertion.DENIED:
        spans = (scene.at(r.start, r.stop) for r in _accusers(scene, laid.verb))
        return tuple((Source(span.of(scene.text), SourceKind.UNNAMED, span),) for span in spans)
    return tuple((Source(m.name, SourceKind.BODY, scene.at(m.first, m.last)),) for m in laid.sides)


def _accusers(scene: Scene, verb: int) -> list[range]:
    """The people that a clause opens with before a verb of blaming, where nothing else stands there."""
    end = verb
    while end > 0 and (scene.is_a("before_blaming", end - 1) or scene.part(end - 1) == "have"):
        end -= 1
    start = next((p + 1 for p in range(end - 1, -1, -1) if not scene.tokens[p].word), 0)
    while start < end and scene.is_a("before_accusers", start):
        start += 1
    if not 0 < end - start <= _WHO or any(
        scene.is_a("after_people", p) and scene.lower(p) != "and" for p in range(start, end)
    ):
        return []
    cuts = [start - 1, *(p for p in range(start, end) if scene.lower(p) == "and"), end]
    return [range(one + 1, other) for one, other in pairwise(cuts) if one + 1 < other]


def _denied(scene: Scene) -> _Laid | None:
    """ "The army denied any involvement", "an accusation dismissed by the government" """
    for verb in range(len(scene.tokens)) if scene.has("denying") else ():
        if not scene.is_a("denying", verb):
            continue
        if scene.lower(verb + 1) == "by":
            sides, what = _sides_from(scene, verb + 2), range(verb - _DENIED, verb)
        else:
            sides, what = _sides_before(scene, verb), range(verb + 1, verb + 1 + _DENIED)
        thing = next((p for p in what if scene.is_a("denied_things", p)), None)
        if sides and thing is not None and _ends(scene, thing + 1):
            return _Laid(verb, max(thing + 1, verb + 1), sides, Assertion.DENIED)
    return None


def _ends(scene: Scene, position: int) -> bool:
    """Whether nothing behind what is denied makes it something else: "denied any role in the attack"."""
    if scene.is_a("blamed_for", position):
        return any(_names_deed(scene, p) for p in range(position + 1, position + 4))
    return not scene.lower(position).isalpha() or not scene.is_a("happening_at", position)


def _blamed(scene: Scene, event: Event) -> _Laid | None:
    """ "Rebels blamed the army for the attack", "accused Ostrel of carrying out the strikes" """
    for verb in range(len(scene.tokens)) if scene.has("blaming") else ():
        sides = _sides_from(scene, verb + 1) if scene.is_a("blaming", verb) else ()
        what = _deed(scene, sides[-1].last, event) if sides else None
        if what is not None:
            return _Laid(verb, what, sides, Assertion.ASSERTED)
    return None


def _deed(scene: Scene, start: int, event: Event) -> int | None:
    """The end of the words that name the deed told before: "for the attack", "of being behind it"; None for others."""
    near = range(start, min(start + _WHAT, len(scene.tokens)))
    link = next((p for p in near if scene.is_a("blamed_for", p)), len(scene.tokens))
    for position in range(link + 1, min(link + _WHAT, len(scene.tokens))):
        if scene.is_a("guilty_of", position):
            return position + 1
        if scene.is_a("pointing_back", position) and not scene.is_a("possessives", position):
            return next((p + 1 for p in (position + 1, position + 2) if _names_deed(scene, p)), None)
        if scene.is_a("launching", position) or scene.lower(position) == "out":
            done = next((h for h in scene.events if h.first == position + 1 and kin(h.value.type, event)), None)
            if done is not None:
                return done.last
    return None


def _names_deed(scene: Scene, position: int) -> bool:
    nouns = any(hit.first == position and not hit.value.verb for hit in scene.events)
    return (nouns and not scene.is_a("wars", position)) or scene.is_a("happenings", position)


def _sides_before(scene: Scene, verb: int) -> tuple[ActorMention, ...]:
    return _with_joined(scene, [m for m in scene.actors if verb - _WHO <= m.last <= verb and not m.held][-1:])


def _sides_from(scene: Scene, start: int) -> tuple[ActorMention, ...]:
    return _with_joined(scene, [m for m in scene.actors if start <= m.first < start + _WHO and not m.held][:1])


def _with_joined(scene: Scene, found: list[ActorMention]) -> tuple[ActorMention, ...]:
    """A side with those joined to it: "Government and opposition forces denied"."""
    joined = [m for m in scene.actors if found and m is not found[0] and not m.held and _beside(scene, m, found[0])]
    return tuple(sorted([*joined, *found], key=lambda m: m.first))


def _beside(scene: Scene, one: ActorMention, other: ActorMention) -> bool:
    return are_joined(scene, *sorted((one, other), key=lambda m: m.first))


def _telling(scene: Scene, laid: _Laid, chains: tuple[Chain, ...], story: Story) -> Telling:
    event = story.event or Event.VIOLENCE
    quote = scene.at(min(laid.verb, laid.sides[0].first, *laid.saying), max(laid.last, laid.sides[-1].last))
    names = tuple(dict.fromkeys(m.name for m in laid.sides))
    places = story.scenes.get(event, ())
    day = story.days.get(event)
    claim = Claim(
        report=story.report,
        anchor=scene.at(laid.verb, laid.verb + 1),
        quote=quote,
        words=quote.of(scene.text),
        event=event,
        assertion=laid.assertion,
        where=tuple(Place(p.name, p.span, p.precision, admin1=p.admin1) for p in places),
        by=names,
        chains=chains,
        marks=tuple(sorted([*_marks(scene, laid, chains), *([] if day is None else [day])])),
    )
    return Telling(claim, own_place=False, own_event=False, own_day=False, fineness=_fineness(places), passing=True)


def _marks(scene: Scene, laid: _Laid, chains: Sequence[Chain]) -> list[Mark]:
    sides = [Mark("by", scene.at(m.first, m.last)) for m in laid.sides]
    return [*sides, *(Mark("sources", source.span) for chain in chains for source in chain)]


def _fineness(places: Sequence[PlaceMention]) -> int:
    return min((place.fineness for place in places), default=len(Precision))

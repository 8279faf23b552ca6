"""Who says to have done it: "X claimed responsibility for the attack", told often a sentence after the deed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recount.extract.actors import ActorMention
from recount.extract.events import kin
from recount.extract.roles import are_joined
from recount.extract.scene import Scene, once_a_scene
from recount.extract.telling import Telling
from recount.model import Assertion, Event, Mark, Scope, Span

# So many words behind the verb what is claimed stands, and so many may stand between who claims and the verb.
_DEED, _BETWEEN = 4, 6


@dataclass(frozen=True, slots=True)
class Claimed:
    """Whose deed it is by their own word, and where they are named; `verb` is the token that tells it.

    `event` is the kind of deed, if told.
    """

    verb: int
    names: tuple[str, ...]
    named: tuple[Mark, ...]
    event: Event | None


@once_a_scene
def find_claimed(scene: Scene) -> Claimed | None:
    """The first deed of a sentence that somebody by name claims; none where nobody did."""
    for verb in range(len(scene.tokens)):
        deed = deed_claimed(scene, verb)
        if deed is not None:
            names = _behind(scene, verb) if scene.lower(verb + 1) == "by" else _before(scene, verb)
            if names:
                marks = tuple(Mark("by", span) for span in names.values())
                return Claimed(verb, tuple(names), marks, _event_told(scene, deed))
    return None


def deed_claimed(scene: Scene, verb: int) -> int | None:
    """The token of the deed that a verb claims: "claimed responsibility", "claimed the attack", "claimed by X"."""
    if not scene.is_a("claiming", verb):
        return None
    events = {hit.first for hit in scene.events if not hit.value.verb}
    if scene.lower(verb + 1) == "by":
        return next((p for p in range(verb - 1, max(-1, verb - 1 - _BETWEEN), -1) if p in events), None)
    for position in range(verb + 1, verb + 1 + _DEED):
        if scene.is_a("deeds", position) or (position in events and _ends_deed(scene, position + 1)):
            return position
        if scene.lower(position) in ("that", "lives", "by") or not scene.lower(position).isalpha():
            return None
    return None


def _ends_deed(scene: Scene, position: int) -> bool:
    """Whether nothing is said of a deed behind its noun: "claimed the attack lasted an hour" claims none."""
    end = position >= len(scene.tokens) or not scene.tokens[position].word
    return end or scene.is_a("behind_deeds", position) or any(d.first == position for d in scene.days)


def _event_told(scene: Scene, deed: int) -> Event | None:
    """The kind of deed that is claimed, told by the first event's noun from there on."""
    return next((hit.value.type for hit in scene.events if hit.first >= deed and not hit.value.verb), None)


def _behind(scene: Scene, verb: int) -> Mapping[str, Span]:
    first = next((m for m in scene.actors if verb + 2 <= m.first <= verb + 3 and not m.held), None)
    return {} if first is None else _with_joined(scene, first)


def _before(scene: Scene, verb: int) -> Mapping[str, Span]:
    """Who stands before the verb, and where, past an aside there that only says what they are."""
    end = _past_aside(scene, verb)
    near = [m for m in scene.actors if end - _BETWEEN <= m.last <= end and not m.held]
    name = _name_at(scene, end) if any(scene.is_a("deeds", p) for p in range(verb, verb + 1 + _DEED)) else None
    if name is not None and not (near and near[-1].last > name[0]):
        span = scene.at(*name)
        return {span.of(scene.text): span}
    return _with_joined(scene, near[-1]) if near else {}


def _with_joined(scene: Scene, mention: ActorMention) -> Mapping[str, Span]:
    """A side, with the one that is joined to it, and where each is named."""
    joined = [m for m in scene.actors if m is not mention and not m.held and _side_by_side(scene, m, mention)]
    named: dict[str, Span] = {}
    for side in sorted([*joined, mention], key=lambda m: m.first):
        named.setdefault(side.name, scene.at(side.first, side.last))
    return named


def _side_by_side(scene: Scene, one: ActorMention, other: ActorMention) -> bool:
    return are_joined(scene, one, other) if one.last <= other.first else are_joined(scene, other, one)


def _past_aside(scene: Scene, verb: int) -> int:
    """Where the words end that name who claims: before the verb's helpers, days and ", an offshoot of X,"."""
    end = verb
    while scene.is_a("before_claims", end - 1) or any(d.first <= end - 1 < d.last for d in scene.days):
        end -= 1
    if scene.lower(end - 1) != ",":
        return end
    for comma in range(end - 2, 0, -1):
        if scene.lower(comma) == "," and scene.is_a("aside_openers", comma + 1):
            return comma
    return end - 1


def _name_at(scene: Scene, end: int) -> tuple[int, int] | None:
    """The capitalised name that ends at a token, its initials in brackets left out; not a person's or a place's."""
    if scene.lower(end - 1) == ")":
        end = next((p for p in range(end - 2, 0, -1) if scene.lower(p) == "("), end)
    first = end
    while first > 0 and scene.tokens[first - 1].capital and not scene.is_a("opening", first - 1):
        first -= 1
    first += 1 if scene.is_a("articles", first) else 0
    if first >= end or any(first <= m.first < end for m in scene.actors):
        return None
    name = scene.at(first, end).of(scene.text)
    before = "" if scene.is_a("articles", first - 1) else scene.lower(first - 1)
    other = scene.lists.countries.named(name) is not None or name in scene.lists.places
    office = first > 0 and scene.lists.words.reporting.at(scene.tokens, first - 1)
    person = before in scene.small["before_names"] or (office and "office" in office.value)
    nobody = person or before in scene.small["opening"] or scene.is_a("no_claimants", first)
    return None if other or nobody else (first, end)


def credited(told: Sequence[Telling], claimed: Claimed) -> list[Telling]:
    """Tellings with the last deed of that kind by those who claim it, where nobody else is said to have done it."""
    credited = list(told)
    for n in range(len(credited) - 1, -1, -1):
        claim = credited[n].claim
        fits = claimed.event in (None, Event.VIOLENCE) or kin(claim.event, claimed.event or claim.event)
        if claim.scope is Scope.INCIDENT and claim.assertion is Assertion.ASSERTED and fits:
            if not claim.by:
                by = tuple(name for name in claimed.names if name not in claim.against)
                marks = tuple(sorted({*claim.marks, *(claimed.named if by else ())}))
                credited[n] = replace(credited[n], claim=replace(claim, by=by, marks=marks))
            break
    return credited

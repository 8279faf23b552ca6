"""Where what was told before happened, as a later sentence tells more exactly: "The blast hit the quarter of X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.areas import lists_of
from recount.extract.events import kin
from recount.extract.mentions import PlaceMention, most_exact
from recount.extract.repeated import same_fact
from recount.extract.scene import Scene
from recount.extract.story import Located, told_before
from recount.extract.telling import Telling, other_days
from recount.knowledge.words import PeopleWord
from recount.language.folding import same_name
from recount.language.phrases import Hit
from recount.model import Event, Place, Precision, Scope

_FINENESS = list(Precision)
# Places of this fineness or more are areas, in which a village may lie; what is finer than a town lies in one.
_AREA = _FINENESS.index(Precision.ADMIN3)
_TOWN = _FINENESS.index(Precision.TOWN)
_PROVINCE = _FINENESS.index(Precision.ADMIN1)
# So many words behind what happened its place may stand: "The strike late on Sunday hit a crowded market in X".
_REACH = 12


def find_located(scene: Scene, places: Sequence[PlaceMention]) -> Located | None:
    """Where a sentence says that a known event happened; nothing where it does not."""
    for noun, event in _known_events(scene):
        end = _clause_end(scene, noun)
        inside = [p for p in places if noun < p.first < end]
        if inside and _happens(scene, noun, inside[0]):
            lists = [one for one in lists_of(scene, places) if any(place in inside for place in one)]
            return Located(event, most_exact([place for one in lists for place in one]))
    return None


def located(told: Sequence[Telling], found: Located) -> list[Telling]:
    """Tellings, where the last of that kind, and what was told of the same place, has the more exact place.

    So have those of that kind that were told without a place.
    """
    where = tuple(Place(p.name, p.span, p.precision, admin1=p.admin1) for p in found.places)
    meant = next((t for t in reversed(told) if t.claim.where), None)
    if meant is None:
        return [replace(t, claim=replace(t.claim, where=where)) if _unplaced(found, t) else t for t in told]
    if not _may_lie_in(found, meant):
        return list(told)
    fineness = min(place.fineness for place in found.places)
    return [
        replace(t, claim=replace(t.claim, where=where), fineness=fineness) if _of_one_event(t, meant, found) else t
        for t in told
    ]


def _known_events(scene: Scene) -> list[tuple[int, Event | None]]:
    """The nouns of a sentence that tell an event as one told before, each at its token."""
    nouns: list[tuple[int, int, Event | None]] = [
        (hit.last - 1, hit.first, hit.value.type) for hit in scene.events if not hit.value.verb
    ]
    nouns += [(p, p, None) for p in range(len(scene.tokens)) if scene.is_a("located_nouns", p)]
    nouns += [(c.last - 1, c.first, None) for c in _known_people(scene)]
    known = ((noun, event) for noun, first, event in nouns if told_before(scene, first))
    return sorted(known, key=lambda found: found[0])


def _known_people(scene: Scene) -> Iterator[Hit[PeopleWord]]:
    """Words for people who were told before: "the observers were killed in X"."""
    for position in range(1, len(scene.tokens)):
        hit = scene.people_at(position) if scene.lower(position - 1) == "the" else None
        if hit is not None and scene.part(hit.last) in ("be", "have"):
            yield hit


def _clause_end(scene: Scene, noun: int) -> int:
    """The token behind the clause that says what a noun did, as far as its place is looked for."""
    end = min(len(scene.tokens), noun + 1 + _REACH)
    return next((p for p in range(noun + 1, end) if _opens_clause(scene, p)), end)


def _opens_clause(scene: Scene, position: int) -> bool:
    """Whether a clause begins at a token; "occurred during a raid on" goes on with its own."""
    part = scene.part(position)
    joins = part == "join" and not scene.is_a("happened", position - 1)
    return joins or part in ("clause", "relative") or scene.lower(position) == ";"


def _happens(scene: Scene, noun: int, place: PlaceMention) -> bool:
    """Whether a noun is told to have happened at a place: right there, by a verb for that, or by hitting it."""
    between = range(noun + 1, place.first)
    harmed = any(hit.first in between and hit.value.form == "past" for hit in scene.outcomes)
    if harmed or any(scene.is_a("happened", p) or scene.is_a("strikes_at", p) for p in between):
        return True
    return bool(between) and (scene.is_a("placing", between[0]) or scene.lower(between[0]) in ("on", "against"))


def _unplaced(found: Located, telling: Telling) -> bool:
    """Whether an episode that a noun may mean was told without a place."""
    claim = telling.claim
    return not claim.where and claim.scope is Scope.INCIDENT and _alike(found.event, claim.event)


def _may_lie_in(found: Located, meant: Telling) -> bool:
    """Whether places are more exact than that of a claim, and of its event: in an area, or in a town."""
    claim, fineness = meant.claim, min(place.fineness for place in found.places)
    if claim.scope is not Scope.INCIDENT or not _alike(found.event, claim.event):
        return False
    inside = fineness < _AREA <= meant.fineness or fineness < _TOWN <= meant.fineness
    return inside and not _elsewhere(found, meant)


def _alike(noun: Event | None, event: Event) -> bool:
    """Whether a noun may mean an event: one of its kind, or an "explosion" or "attack" of a kind not told."""
    if noun is None or noun is event:
        return True
    return kin(noun, event) and not {noun, event}.isdisjoint((Event.VIOLENCE, Event.BOMBING))


def _elsewhere(found: Located, meant: Telling) -> bool:
    """Whether the gazetteer has places only in other provinces than the one told before."""
    areas = {at.admin1 for place in found.places for at in place.known}
    if meant.fineness != _PROVINCE or not areas or None in areas:
        return False
    return not any(same_name(area, place.name) for area in areas if area for place in meant.claim.where)


def _of_one_event(telling: Telling, meant: Telling, found: Located) -> bool:
    if same_fact(telling.claim, meant.claim):
        return True
    if other_days(telling, meant):
        return False
    same = telling.claim.where == meant.claim.where and telling.fineness == meant.fineness
    return same and _may_lie_in(found, telling)

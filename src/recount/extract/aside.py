"""Places of a sentence where nothing of what it tells happened: where somebody speaks, and what stands in an aside."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.areas import listed
from recount.extract.mentions import PlaceMention
from recount.extract.said import Said
from recount.extract.scene import Scene
from recount.extract.speaking import speaking_places, with_offices
from recount.model import Precision

# An aside in parentheses has at most so many words; a longer one is a sentence of its own.
_ASIDE = 12
# So many words may stand between a verb and where it brings somebody: "fled on foot across the river to".
_WAY = 6


def without_asides(scene: Scene, places: Sequence[PlaceMention], said: Sequence[Said]) -> list[PlaceMention]:
    """The places without those of asides and of speeches; where a speaker lives comes behind every other place.

    "Said in Turkey" tells nothing of where it happened; "activists in Tarsk said" does, where nothing else is told;
    "doctors at the Tarsk hospital said" does not. Nor does where people fled or were brought to.
    """
    asides = _asides(scene, places)
    told = [p for p in places if p.first not in asides and not _of_a_speech(scene, p) and not _compared(scene, p)]
    speaking = speaking_places(scene, said)
    told = [p for p in told if p.first not in speaking or p.listed_kind is not Precision.SITE]
    told = [replace(p, around=True) if _opens_line(scene, p) else p for p in _without_ends(scene, told)]
    return with_offices(scene, told, said)


def _of_a_speech(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place follows a word for speaking: "told reporters in Geneva", "a statement issued in Geneva"."""
    position = place.first - 1
    if not scene.is_a("speech_places", position):
        return False
    position -= 1
    if scene.is_a("speeches", position):
        return True
    while scene.is_a("inside_speech", position) or any(d.first <= position < d.last for d in scene.days):
        position -= 1
    return scene.is_a("speaking", position)


def _opens_line(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place in capitals opens a report that an agency sent from there: "OSTREL: Gunmen killed"."""
    return place.first == 0 and place.name.isupper() and scene.lower(place.last) == ":"


def _without_ends(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places without those that somebody fled to or was brought to, in one list or alone."""
    ends: list[PlaceMention] = []
    for place in places:
        if _brought_to(scene, place) or (ends and listed(scene, _with_initials(scene, ends[-1]), place.first)):
            ends.append(place)
    return [place for place in places if place not in ends]


def _with_initials(scene: Scene, place: PlaceMention) -> PlaceMention:
    """A place up to the initials in brackets behind its name."""
    bracketed = scene.lower(place.last) == "(" and scene.lower(place.last + 2) == ")"
    return replace(place, last=place.last + 3) if bracketed else place


def _brought_to(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place is only the end of a way: "rushed to a hospital in Tarsk", "fled to Tarsk".

    Not so where people were killed once they were there: "taken to Tarsk and shot dead".
    """
    position = place.first - 1
    if _healed_at(scene, position):
        return True
    while position > 0 and not scene.is_a("way_ends", position) and _describes(scene, position):
        position -= 1
    if not scene.is_a("way_ends", position) or any(hit.first > place.last for hit in scene.outcomes):
        return False
    way = range(max(0, position - _WAY), position)
    moved = next((p for p in reversed(way) if scene.is_a("moved", p)), None)
    return moved is not None and all(scene.tokens[p].word for p in range(moved, position))


def _healed_at(scene: Scene, position: int) -> bool:
    """Whether the words up to a token say that people are healed at a place: "are receiving treatment at the"."""
    while scene.is_a("directions", position):
        position -= 1
    return scene.is_a("speech_places", position) and scene.has("healing", position - 2, position)


def _describes(scene: Scene, position: int) -> bool:
    """Whether a word may stand between "to" and the name of where a way ends: "to a hospital in the town of"."""
    return scene.is_a("directions", position) or (
        not scene.tokens[position].capital
        and any(scene.is_a(kind, position) for kind in ("place_kinds", "place_links", "placing"))
    )


def _compared(scene: Scene, place: PlaceMention) -> bool:
    """Whether a place is that of another event, to which this one is likened: "similar to the one in Tarsk"."""
    for position in range(place.first - 1, 0, -1):
        if scene.lower(position) in (",", ";"):
            return False
        if scene.is_a("likening_to", position) and scene.is_a("likening", position - 1):
            return True
    return False


def _asides(scene: Scene, places: Sequence[PlaceMention]) -> set[int]:
    """The tokens in parentheses that tell more than where a place lies: "(banned in Russia)", but "(Homs province)"."""
    found: set[int] = set()
    opened = None
    for position, token in enumerate(scene.tokens):
        if token.text == "(":
            opened = position
        elif token.text == ")" and opened is not None:
            inside = range(opened + 1, position)
            if len(inside) <= _ASIDE and not _only_places(scene, inside, places):
                found |= set(inside)
            opened = None
    return found


def _only_places(scene: Scene, inside: range, places: Sequence[PlaceMention]) -> bool:
    named = {p for place in places for p in range(place.first, place.last)}
    return all(p in named or scene.is_a("place_links", p) or scene.tokens[p].text.isdigit() for p in inside)

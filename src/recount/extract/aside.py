"""Places of a sentence where nothing of what it tells happened: where somebody speaks, and what stands in an aside."""

from collections.abc import Sequence

from recount.extract.mentions import PlaceMention
from recount.extract.said import Said
from recount.extract.scene import Scene
from recount.extract.speaking import speaking_places, with_offices
from recount.model import Precision

# An aside in parentheses has at most so many words; a longer one is a sentence of its own.
_ASIDE = 12


def without_asides(scene: Scene, places: Sequence[PlaceMention], said: Sequence[Said]) -> list[PlaceMention]:
    """The places without those of asides and of speeches; where a speaker lives comes behind every other place.

    "Said in Turkey" tells nothing of where it happened; "activists in Tarsk said" does, where nothing else is told;
    "doctors at the Tarsk hospital said" does not.
    """
    asides = _asides(scene, places)
    told = [p for p in places if p.first not in asides and not _of_a_speech(scene, p) and not _compared(scene, p)]
    speaking = speaking_places(scene, said)
    told = [p for p in told if p.first not in speaking or p.listed_kind is not Precision.SITE]
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

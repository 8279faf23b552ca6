"""Where those who speak live or hold office, which is seldom where it happened: "the mayor of Tarsk, X Y, said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.mentions import PlaceMention
from recount.extract.said import Said
from recount.extract.scene import Scene
from recount.extract.story import Story, told_before
from recount.model import Precision

# A speaker's town is no wider than what was told before, be that a site in another town.
_TOWN = list(Precision).index(Precision.TOWN)
# So many words may stand between an office and its place, and between either and the name of who holds it.
_OFFICE = 7
_HOLDER = 4
# An aside behind a speaker has at most so many words: "president of a civil rights group in Tarsk".
_ASIDE = 12


def speaking_places(scene: Scene, said: Sequence[Said]) -> set[int]:
    """The tokens that tell where a speaker is: "activists in rural Tarsk said", "a medic at the hospital, who told",
    "said X Y, from nearby Tarsk", "Tarsk police chief X Y said"."""
    return {
        p for each in said for told in (_home(scene, each), _behind(scene, each), _before(scene, each)) for p in told
    }


def office_places(scene: Scene, places: Sequence[PlaceMention]) -> set[int]:
    """Where places begin that only say what office somebody holds: "the mayor of Tarsk", "Tarsk police chief"."""
    return {place.first for place in places if _of_office(scene, place)}


def not_of_speakers(
    scene: Scene, places: Sequence[PlaceMention], said: Sequence[Said], story: Story
) -> list[PlaceMention]:
    """The places without those of speakers, where it is known from before where it happened.

    That is so where "the attack" was placed before, where what was told is more exact than a speaker's province, and
    where the speaker lives nearby.
    """
    if not story.places:
        return list(places)
    speaking = speaking_places(scene, said)
    told = max(_TOWN, min(place.fineness for place in story.places))
    again = any(not hit.value.verb and told_before(scene, hit.first) for hit in scene.events)
    return [p for p in places if p.first not in speaking or not (again or p.fineness > told or _nearby(scene, p))]


def _home(scene: Scene, each: Said) -> range:
    """Right behind a speaker: "activists in Tarsk said", "according to a medic in Tarsk"."""
    first = each.speakers[0].last
    if not scene.is_a("speech_places", first):
        return range(0)
    stop = len(scene.tokens) if each.verb < first else each.verb
    end = next((p for p in range(first, stop) if not scene.tokens[p].word or scene.part(p) == "relative"), stop)
    return range(first, end) if end + 1 >= each.verb or scene.is_a("asides", end + 1) else range(0)


def _behind(scene: Scene, each: Said) -> range:
    """Behind a speaker's comma: "said X Y, from nearby Tarsk", "said X Y, administrator of the Tarsk territory"."""
    comma = each.speakers[0].last
    if scene.lower(comma) != ",":
        return range(0)
    stop = min(comma + 1 + _ASIDE, len(scene.tokens))
    end = next((p for p in range(comma + 1, stop) if not scene.tokens[p].word), stop)
    of_him = scene.is_a("speech_places", comma + 1) or scene.has("officers", comma + 1, comma + 1 + _HOLDER)
    return range(comma + 1, end) if of_him and not _tells(scene, range(comma, end)) else range(0)


def _before(scene: Scene, each: Said) -> range:
    """Before a speaker's name: "Tarsk police chief X Y said", "the mayor of Tarsk province, X Y, said"."""
    end = each.speakers[0].first
    first = max(0, end - _OFFICE - _HOLDER)
    start = next((p + 1 for p in range(end - 2, first, -1) if not scene.tokens[p].word), first)
    officer = scene.has("officers", start, end)
    return range(start, end) if officer and not _tells(scene, range(start, end)) else range(0)


def _opening(scene: Scene, each: Said) -> range:
    """At the beginning of a sentence, right before who speaks: "In Tarsk, the army said"."""
    speaker = each.speakers[0]
    comma = next((p for p in range(speaker.first - 1, 0, -1) if scene.lower(p) == ","), 0)
    near = 0 < comma <= _HOLDER and speaker.first - comma <= _OFFICE and speaker.first < each.verb
    opens = near and scene.is_a("placing", 0) and not _tells(scene, range(comma, speaker.first))
    return range(1, comma) if opens else range(0)


def _of_office(scene: Scene, place: PlaceMention) -> bool:
    return any(scene.is_a("officers", p) for p in (*_words_before(scene, place), *_words_behind(scene, place)))


def _words_before(scene: Scene, place: PlaceMention) -> Iterator[int]:
    """The words before a place that may tell an office there: "leader of the civilian administration in Tarsk"."""
    position = place.first - 1
    while position >= 0 and place.first - position <= _OFFICE and _plain(scene, position):
        if scene.is_a("officers", position):
            if scene.lower(position + 1) == "of":
                yield position
            return
        position -= 1


def _words_behind(scene: Scene, place: PlaceMention) -> Iterator[int]:
    """The words between a place and a name: "Tarsk district administrator X Y"."""
    position = place.last
    while position < min(place.last + _HOLDER, len(scene.tokens)) and _plain(scene, position):
        yield position
        position += 1


def _plain(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    return token.word and not token.capital and not _tells(scene, range(position, position + 1))


def _tells(scene: Scene, words: range) -> bool:
    """Whether words tell something that happened."""
    return any(hit.first in words for hit in scene.outcomes) or any(hit.first in words for hit in scene.events)


def _nearby(scene: Scene, place: PlaceMention) -> bool:
    return any(scene.lower(p) in scene.small["nearby"] for p in range(place.first - 2, place.first))


def with_offices(scene: Scene, places: Sequence[PlaceMention], said: Sequence[Said]) -> list[PlaceMention]:
    """Places, with those of speakers and of offices behind every other place."""
    aside = (
        speaking_places(scene, said)
        | office_places(scene, places)
        | {p for each in said for p in _opening(scene, each)}
    )
    return [replace(p, around=True) if p.first in aside else p for p in places]

"""How the places of a sentence lie to one another: in one list, one in the other, something between the two."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recount.extract.mentions import PlaceMention
from recount.extract.scene import Scene
from recount.model import Precision

# Behind the name of an owner; a report may have lost its apostrophes.
_OWNING = ("'", "’", "s")
_BRACKETS = ("(", ")")


def put_together(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a sentence from left to right, each with what the others tell of it."""
    told = _owned(scene, _between(scene, _districts(scene, _opened(scene, places))))
    return _as_listed(scene, _with_areas(scene, told))


def listed(scene: Scene, before: PlaceMention, first: int) -> bool:
    """Whether only a comma or "and" stands between a place and this name."""
    between = [scene.lower(p) for p in range(before.last, first)]
    while between and between[0] in scene.small["place_kinds"]:
        between.pop(0)
    return bool(between) and len(between) <= 3 and all(w in (",", "and", "as", "well", "or", "the") for w in between)


def _as_listed(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Places told in one list, "the districts of X, Y and Z", count as equally exact."""
    return [replace(p, beside=min(one, key=_fineness).kind) for one in lists_of(scene, places) for p in one]


def lists_of(scene: Scene, places: Sequence[PlaceMention]) -> list[list[PlaceMention]]:
    """Places by the lists that they are told in; commas between them may be lost."""
    lists: list[list[PlaceMention]] = []
    for place in places:
        if lists and _alike(lists[-1][-1], place) and _beside(scene, lists[-1][-1], place):
            lists[-1].append(place)
        else:
            lists.append([place])
    return lists


def _alike(one: PlaceMention, other: PlaceMention) -> bool:
    return (one.country is None) == (other.country is None) and not other.around


def _beside(scene: Scene, one: PlaceMention, other: PlaceMention) -> bool:
    return (one.last == other.first and not one.around) or listed(scene, one, other.first)


def _fineness(place: PlaceMention) -> int:
    return place.fineness


def _between(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "between X and Y": something lies at neither of them."""
    told = list(places)
    for n in range(len(told) - 1):
        one, other = told[n], told[n + 1]
        if scene.lower(one.first - 1) == "between" and [scene.lower(p) for p in range(one.last, other.first)] == [
            "and"
        ]:
            told[n], told[n + 1] = (replace(place, precision=Precision.BETWEEN) for place in (one, other))
    return told


def _districts(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Places, with districts as areas where they hold a village or lie in a province: no quarters of a town."""
    told = list(places)
    for n, (one, other) in enumerate(pairwise(places)):
        between = _words_between(scene, one, other)
        if not all(word in scene.small["place_links"] for word in between):
            continue
        if _is_district(other) and _lies_about(scene, one, between):
            told[n + 1] = replace(other, precision=Precision.ADMIN2)
        if _is_district(one) and other.precision is Precision.ADMIN1 and _holding(between):
            told[n] = replace(one, precision=Precision.ADMIN2)
    return told


def _opened(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Places, the first not as one of a list where it is told before all others: "In Tarsk, X village was raided"."""
    told = list(places)
    if len(told) < 2 or not _opens(scene, told[0].first - 1):
        return told
    one, other = told[:2]
    alone = len(told) == 2 or not listed(scene, other, told[2].first)
    if other.called in scene.small["settlements"] and alone and _words_between(scene, one, other) == [","]:
        told[0] = replace(one, around=True)
    return told


def _opens(scene: Scene, position: int) -> bool:
    """Whether a word that places something opens a sentence, or the words that it quotes."""
    return scene.is_a("placing", position) and (position == 0 or not scene.tokens[position - 1].word)


def _is_district(place: PlaceMention) -> bool:
    return place.precision is Precision.QUARTER and place.called in ("district", "districts")


def _lies_about(scene: Scene, inner: PlaceMention, between: Sequence[str]) -> bool:
    """Whether a place lies in a district, and not the district in it: "the village of X in Y district"."""
    if inner.called in scene.small["settlements"]:
        return _holding(between)
    return (_unknown(inner) or inner.precision is Precision.ADMIN3) and "in" in between


def _unknown(place: PlaceMention) -> bool:
    """Whether nothing tells what kind of place it is."""
    return place.precision is None and not place.known and place.country is None


def _holding(between: Sequence[str]) -> bool:
    return any(word in ("in", "of", ",") for word in between)


def _with_areas(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Places, each with the area that it is told to lie in, and the areas marked as such."""
    told = list(places)
    for n in range(len(told) - 1, 0, -1):
        inner, outer = told[n - 1], told[n]
        if not _lies_in(scene, inner, outer):
            continue
        told[n] = replace(outer, around=True)
        area = outer.admin1 or (outer.name if _kind(outer) is Precision.ADMIN1 else None)
        for earlier in range(n - 1, -1, -1):
            told[earlier] = replace(told[earlier], admin1=area)
            if earlier == 0 or not listed(scene, told[earlier - 1], told[earlier].first):
                break
    return told


def _kind(place: PlaceMention) -> Precision | None:
    return place.precision or (place.known[0].precision if place.known else None)


def _owned(scene: Scene, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Tarsk's Mill Quarter": the first place only says where the second one lies."""
    told = list(places)
    for n, (owner, owned) in enumerate(pairwise(places)):
        wider = owner.fineness >= owned.fineness or _unknown(owner)
        if owner.last == owned.first and scene.text[owner.span.end] in _OWNING and wider:
            told[n] = replace(owner, around=True)
    return told


def _lies_in(scene: Scene, inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the words between two places, or the gazetteer, say that the first lies in the second."""
    between = _words_between(scene, inner, outer)
    owner = inner.around and inner.last == outer.first
    if owner or not all(_links(scene, word) for word in between):
        return False
    if _at_a_distance(scene, between):
        return True
    if inner.fineness > outer.fineness:
        return False
    if any(word in ("from", "to", "around", "which") for word in between) and not any(
        word in scene.small["distances"] for word in between
    ):
        return False
    if any(word in scene.small["sure_links"] for word in between):
        return "and" not in between
    if not all(word == "," or word in scene.small["place_kinds"] for word in between):
        return False
    return outer.fineness > inner.fineness and (outer.country is not None or _named_by(inner, outer))


def _words_between(scene: Scene, one: PlaceMention, other: PlaceMention) -> list[str]:
    """The words between two places, without those of an area's kind: "the X administrative post, in Y"."""
    hit = scene.after_places.get(one.last)
    area = hit is not None and hit.value == Precision.ADMIN3
    return [scene.lower(p) for p in range(hit.last if hit is not None and area else one.last, other.first)]


def _at_a_distance(scene: Scene, between: Sequence[str]) -> bool:
    """Whether words tell how far one place lies from the other, of which nothing but that is told: "Tarsk province,
    200 km west of Ostrel"."""
    figures = any(figure[:1].isdigit() and unit in scene.small["distances"] for figure, unit in pairwise(between))
    return figures and any(word in ("of", "from", "to") for word in between)


def _links(scene: Scene, word: str) -> bool:
    """Whether a word may stand between a place and what it lies in or near; a figure of its distance may too, with its
    unit or in brackets: "35km west of", "30 kilometres (19 miles) east of"."""
    return word in scene.small["place_links"] or word[:1].isdigit() or word in _BRACKETS


def _named_by(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the gazetteer, or the word "province", makes the second an area around the first."""
    if _kind(outer) in (Precision.ADMIN1, Precision.ADMIN2):
        return True
    areas = {area for at in inner.known for area in (at.admin1, at.admin2)}
    return any(at.name in areas for at in outer.known)

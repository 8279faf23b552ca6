"""What the words around a name tell: its kind, how exact it is, and whether it is a place at all."""

from dataclasses import dataclass

from recount.extract.kinds import behind_bare_kind, behind_kind, beside_kind, is_community, of_dwellers
from recount.extract.mentions import country_at, mention
from recount.extract.runs import is_site
from recount.extract.scene import Scene, once_a_scene
from recount.extract.trimming import OWNED, is_adjective, is_held
from recount.model import Precision

# The names of countries have at most so many words.
_COUNTRY = 5
_ANNOUNCING = ("including", "called", "named", "as")
# So many words before "including" the kind of what it names may stand.
_ANNOUNCED = 6


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words around a name tell: its kind, whether it goes on with a list, and whether it is a place.

    `likely` signs are enough for a name that the gazetteer knows, `sure` ones for any.
    """

    precision: Precision | None
    in_list: bool
    hit: bool
    placed: bool
    sure: bool
    likely: bool


def signs_of(scene: Scene, first: int, last: int, in_list: bool) -> Signs:
    """What stands around a name; `in_list` tells that a list of places goes on with it."""
    precision, hit, placed = _told_precision(scene, first, last), _hit(scene, first), _placed(scene, first, "placing")
    sure = precision is not None or hit or placed or in_list or _announced(scene, first) or _taken(scene, first, last)
    sure = sure or of_dwellers(scene, first) or beside_kind(scene, first, last) or is_community(scene, first, last)
    sure = sure or behind_bare_kind(scene, first)
    likely = sure or _placed(scene, first, "placing_known") or behind_kind(scene, first)
    likely = likely or scene.is_a("dwellers", last)
    return Signs(precision, in_list, hit, placed, sure, likely)


def _told_precision(scene: Scene, first: int, last: int) -> Precision | None:
    """What the words around a name tell of how exact it is: "near", "the district of", "province"."""
    before = _kinds_before(scene, first)
    after = told_after(scene, last)
    if after is not None and _only_about(scene, first, after):
        return after
    if "near" in before or after is Precision.NEAR:
        return Precision.NEAR
    if last - first > 1 and is_site(scene, last - 1):
        return Precision.SITE
    if last - first > 1 and scene.is_a("name_adjectives", last - 2) and last - 1 in scene.after_places:
        return Precision.QUARTER
    return after or next((Precision(word) for word in before if word != "part"), None)


def _only_about(scene: Scene, first: int, kind: Precision) -> bool:
    """Whether words before a name make it no less exact than its kind does: "the surrounding X region", "the area of
    the X district"."""
    while scene.is_a("directions", first - 1):
        first -= 1
    if scene.lower(first - 1) == "surrounding":
        return kind in (Precision.ADMIN1, Precision.ADMIN2)
    return (scene.lower(first - 2), scene.lower(first - 1)) == ("area", "of")


def told_after(scene: Scene, last: int) -> Precision | None:
    """The kind of a place that the word behind its name tells, unless it is of another: "Tarsk district of X"."""
    hit = scene.after_places.get(last)
    if hit is None:
        return None
    of_it = hit.value == "quarter" and scene.lower(hit.last) == "of" and hit.last + 1 < len(scene.tokens)
    if of_it and _is_town(scene, last - 1) and not _is_town(scene, hit.last + 1):
        return None
    return Precision(hit.value)


def _kinds_before(scene: Scene, first: int) -> list[str]:
    """The kinds of the words before a name, the nearest first; an article may stand between.

    "The X district of Y" tells a kind of X, and nothing of Y.
    """
    kinds: list[str] = []
    position = first
    if position > 0 and country_at(scene, position - 1, position) is not None:
        position -= 1
    while True:
        while scene.is_a("directions", position - 1) or is_held(scene, position - 1):
            position -= 1
            if position in scene.before_places:
                break
        hit = scene.before_places.get(position)
        if hit is None or _names_another(scene, hit.first, hit.value, first):
            return kinds
        kinds.append(hit.value)
        position = hit.first


def _names_another(scene: Scene, position: int, kind: str, name: int) -> bool:
    """Whether a kind's word belongs to a name before it: the "district of" of "the X district of Y".

    Where X is a town or province and Y, the name at `name`, is none, Y is a district of it. "The main town of" is X in
    "X, the main town of Y".
    """
    before = position - 1
    if kind == "town" and scene.is_a("foremost", before):
        return True
    if kind not in ("quarter", "site", "town") or before < 0 or not scene.tokens[before].capital:
        return False
    if kind == "town" and of_region(scene, before, position):
        return False
    return (
        not is_adjective(scene, before)
        and not _country_ends(scene, position)
        and not (kind == "quarter" and _is_town(scene, before) and not _is_town(scene, name))
    )


def _country_ends(scene: Scene, position: int) -> bool:
    """Whether the name of a country ends before a token, "Burkina Faso" before its capital."""
    longest = range(max(0, position - _COUNTRY), position)
    return any(country_at(scene, first, position) is not None for first in longest)


def of_region(scene: Scene, first: int, last: int) -> bool:
    """Whether a name says where a town lies that is told behind it: "the West Bank town of X".

    Not so in "Tarsk village of X province", nor in "the Tarsk district of X".
    """
    behind = last + 1
    if not (scene.is_a("settlements", last) or scene.is_a("ports", last)) or scene.lower(behind) != "of":
        return False
    while first > 0 and scene.tokens[first - 1].capital and not _owning(scene, first):
        first -= 1
    while scene.is_a("directions", first - 1) and scene.lower(first - 1) != "the":
        first -= 1
    end = behind + 1
    while end < len(scene.tokens) and scene.tokens[end].capital:
        end += 1
    area = scene.after_places.get(end)
    return _owning(scene, first) and end > behind + 1 and (area is None or area.value == Precision.TOWN)


def _owning(scene: Scene, first: int) -> bool:
    """Whether "the" or a country's name stands before a name: "the West Bank", "Veldania's West Coast"."""
    return scene.lower(first - 1) == "the" or (first > 0 and country_at(scene, first - 1, first) is not None)


def _is_town(scene: Scene, position: int) -> bool:
    """Whether a word alone names a town or province, and no quarter, of the gazetteer."""
    kinds = {at.precision for at in mention(scene, position, position + 1).known}
    return bool(kinds & {Precision.TOWN, Precision.ADMIN1}) and Precision.QUARTER not in kinds


def _announced(scene: Scene, first: int) -> bool:
    """Whether plural kinds announce names: "the towns of X Y and Z", "villages including X"."""
    position = first - 1
    return scene.lower(position) in _ANNOUNCING and scene.has("place_kinds", position - _ANNOUNCED, position)


def _taken(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of what only places suffer: "shelled X", but not "shelled X's house"."""
    owned = scene.text[scene.at(first, last).end :][:2] in OWNED or scene.people_at(last) is not None
    return scene.is_a("takes_places", first - 1) and not owned


def _placed(scene: Scene, first: int, words: str) -> bool:
    """Whether a word that places something stands before a name, past directions and adjectives."""
    return scene.is_a(words, word_before(scene, first))


@once_a_scene
def word_before(scene: Scene, first: int) -> int:
    """Before a name, past its country, directions and adjectives: the "over" of "over Syria's northern Raqqa"."""
    position = first - 1
    while (
        scene.is_a("directions", position)
        or _joins_directions(scene, position)
        or scene.part(position) == "adjective"
        or is_held(scene, position)
        or (position >= 0 and position == first - 1 and country_at(scene, position, first) is not None)
    ):
        position -= 1
    return position


def in_part(scene: Scene, first: int) -> bool:
    """Whether something is placed in a part of a country: "in the far east of Veldania"."""
    hit = scene.before_places.get(word_before(scene, first) + 1)
    return hit is not None and hit.value in ("near", "part") and _placed(scene, hit.first, "placing")


def _joins_directions(scene: Scene, position: int) -> bool:
    """Whether "and" joins two parts of one place: "in eastern and southern Afghanistan"."""
    return scene.lower(position) == "and" and all(
        scene.is_a("part_adjectives", p) for p in (position - 1, position + 1)
    )


def _hit(scene: Scene, first: int) -> bool:
    """Whether words before a name say that something hit it: "shells landed on X", "an attack on the X"."""
    position = word_before(scene, first)
    return scene.lower(position) in ("on", "at") and scene.is_a("hitting", position - 1)

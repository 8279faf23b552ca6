"""Names of places in a sentence, told by the words around them and by the gazetteer."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.areas import listed, lists_of, put_together
from recount.extract.commas import LONGEST, has_article, is_plausible, part_names, split_names
from recount.extract.kinds import undergoes
from recount.extract.mentions import PlaceMention, is_known, mention
from recount.extract.runs import find_run
from recount.extract.scene import Scene
from recount.extract.signs import Signs, in_part, of_region, signs_of, told_after
from recount.extract.trimming import trimmed, without_kind
from recount.model import Precision

_JOINING = ("and", "or", "as")


def find_places(scene: Scene, taken: Sequence[range]) -> list[PlaceMention]:
    """The places of a sentence from left to right. `taken` are tokens that name somebody: speakers and sides."""
    busy = {p for r in taken for p in r}
    found: list[PlaceMention] = []
    position = 0
    while position < len(scene.tokens):
        end = find_run(scene, position, busy)
        if end is None:
            position += 1
            continue
        found += _mentions(scene, position, end, found)
        position = end
    called = [replace(place, called=_called(scene, place)) for place in found]
    return put_together(scene, called)


def _called(scene: Scene, place: PlaceMention) -> str | None:
    """The word for the kind of a place that stands right behind it, or before it with "of"."""
    if place.last in scene.after_places:
        return scene.lower(place.last)
    hit = scene.before_places.get(place.first)
    return scene.lower(hit.first) if hit is not None and scene.lower(hit.last - 1) == "of" else None


def _mentions(scene: Scene, first: int, last: int, before: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What a run of capitalised words names: one place, several whose commas were lost, or none."""
    first, last = trimmed(scene, first, last)
    if first == last:
        return []
    bare = without_kind(scene, first, last)
    if of_region(scene, first, bare) or _from_there(scene, first):
        return []
    if scene.is_a("after_capitals", bare) or scene.is_a("wars", bare - 1) or _of_a_person(scene, first, last):
        return []
    if _of_fighters(scene, first, last):
        return []
    named = mention(scene, first, bare)
    signs = signs_of(scene, first, bare, bool(before) and _goes_on(scene, before[-1], first, last))
    if named.country:
        told = signs.hit or signs.in_list or signs.placed or scene.lower(first - 1) == "into" or in_part(scene, first)
        return [named] if told or undergoes(scene, first, bare) else []
    if named.known:
        return _known_place(scene, named, signs)
    start = lists_of(scene, before)[-1][0].first if signs.in_list else first
    return _several(scene, named, signs, start) or _unknown_place(scene, named, signs, last)


def _goes_on(scene: Scene, before: PlaceMention, first: int, last: int) -> bool:
    """Whether a name goes on with a list of places: "in X and Y", but not in "In Nairobi, Y said"."""
    if not listed(scene, before, first):
        return False
    if any(scene.lower(p) in _JOINING for p in range(before.last, first)):
        return True
    after = last + (last in scene.after_places)
    if scene.lower(after) == "," and after + 1 < len(scene.tokens):
        return scene.tokens[after + 1].capital or scene.lower(after + 1) in _JOINING
    return scene.lower(after) in _JOINING


def _known_place(scene: Scene, named: PlaceMention, signs: Signs) -> list[PlaceMention]:
    """A name of the gazetteer, where a word places it, its kind stands before it ("Syria's second city Aleppo") or
    it opens the sentence."""
    called = scene.is_a("place_kinds", named.first - 1)
    alone = named.last >= len(scene.tokens) or not scene.tokens[named.last].capital
    opens = named.first == 0 and alone and not (scene.is_a("institutions", named.last - 1) or _somebody(scene, named))
    opens = opens and is_plausible(scene, named.first)
    if not (signs.likely or called or opens):
        return []
    told = replace(named, precision=_district(named, _whole_town(scene, named, signs.precision)))
    return [_with_site(scene, _with_part(scene, told))]


def _whole_town(scene: Scene, named: PlaceMention, told: Precision | None) -> Precision | None:
    """What is told of how exact a name is, where no site has it: "a Tarsk restaurant" is any one in Tarsk."""
    any_one = scene.lower(named.first - 1) in ("a", "an") and named.last in scene.after_places
    known = any(at.precision is Precision.SITE for at in named.known)
    return None if told is Precision.SITE and any_one and not known else told


def _somebody(scene: Scene, named: PlaceMention) -> bool:
    """Whether what opens a sentence is somebody's name: "Tarsk, who was 42", "Tarsk was wounded"."""
    if scene.lower(named.last) == ",":
        return scene.lower(named.last + 1) == "who"
    end = next((p for p in range(named.last, named.last + 3) if scene.part(p) not in ("be", "have")), named.last)
    harmed = any(end <= hit.first <= end + 1 and hit.value.form == "past" for hit in scene.outcomes)
    return end > named.last and harmed


def _from_there(scene: Scene, first: int) -> bool:
    """Whether a place is somebody's home, told behind an age: "X Y, 42, of Tarsk"."""
    aged = [scene.lower(p) for p in (first - 4, first - 2)] == [",", ","] and scene.lower(first - 3).isdigit()
    return aged and scene.lower(first - 1) in ("of", "from")


def _several(scene: Scene, named: PlaceMention, signs: Signs, start: int) -> list[PlaceMention]:
    """The places of a run that has lost its commas; the list that it goes on with begins at the token `start`."""
    first, last = named.first, named.last
    if scene.has("particles", first, last):
        return []
    if signs.sure and (parts := part_names(scene, first, last, start)):
        return parts
    if "," in scene.text:
        return []
    pieces = split_names(scene, first, last)
    if not signs.likely or sum(map(is_known, pieces)) < 2 or _one_name(scene, first, last):
        return []
    return [*pieces[:-1], replace(pieces[-1], precision=told_after(scene, last))]


def _unknown_place(scene: Scene, named: PlaceMention, signs: Signs, last: int) -> list[PlaceMention]:
    """A name that the gazetteer does not know, where words around it make it a place; its run ends before `last`."""
    first = named.first
    short = named.last - first <= LONGEST
    if not (signs.sure and short and is_plausible(scene, first)) or _of_people(scene, first, last):
        return []
    told = Precision.QUARTER if _of_quarters(scene, first) else signs.precision
    return [_with_site(scene, replace(named, precision=told))]


def _of_quarters(scene: Scene, first: int) -> bool:
    """Whether "the districts of" stands before an unknown name, which then is one of them; a known town has them.

    Not so behind a district with a name of its own: "Tarsk district of X".
    """
    hit = scene.after_places.get(first - 2)
    if first > 2 and scene.tokens[first - 3].capital:
        return False
    return scene.lower(first - 1) == "of" and hit is not None and hit.value == Precision.QUARTER


def _one_name(scene: Scene, first: int, last: int) -> bool:
    """Whether one kind behind two words, the second with an article, makes them one: "the Grelda al-X district"."""
    hit = scene.after_places.get(last)
    single = hit is not None and not scene.is_a("plural_kinds", last)
    return single and last - first == 2 and has_article(scene, last - 1) and not has_article(scene, first)


def _district(place: PlaceMention, told: Precision | None) -> Precision | None:
    """A "district" is a quarter of a town unless the gazetteer has an area of that name and no quarter."""
    kinds = [at.precision for at in place.known]
    if told is not Precision.QUARTER or Precision.QUARTER in kinds:
        return told
    return next((kind for kind in kinds if kind in (Precision.ADMIN2, Precision.ADMIN3)), told)


def _with_site(scene: Scene, place: PlaceMention) -> PlaceMention:
    """A name with the kind of site behind it, "Alrawda mosque", or with what the site is for, unless it is a site's."""
    hit = scene.after_places.get(place.last)
    if place.precision is not Precision.SITE or any(at.precision is Precision.SITE for at in place.known):
        return place
    last = hit.last if hit is not None and hit.value == Precision.SITE else _past_purpose(scene, place.last)
    span = scene.at(place.first, last)
    return replace(place, last=last, name=span.of(scene.text), span=span)


def _past_purpose(scene: Scene, last: int) -> int:
    """Past what a site is for, in capitals: "Grelda School for Basic Education"."""
    end = last + 1
    while scene.lower(last) == "for" and end < len(scene.tokens) and scene.tokens[end].capital:
        end += 1
    return end if end > last + 1 else last


def _with_part(scene: Scene, place: PlaceMention) -> PlaceMention:
    """A name with the word for the part that alone is meant: "rural Homs", "Homs suburbs" are not Homs."""
    first = place.first - scene.is_a("parts_before", place.first - 1)
    last = place.last + scene.is_a("parts_after", place.last)
    if (first, last) == (place.first, place.last):
        return place
    span = scene.at(first, last)
    return replace(place, first=first, last=last, name=span.of(scene.text), span=span)


def _of_a_person(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is somebody's: "the family name of X", "Karim al-X's government", whose end names a side."""
    goes_on = scene.is_a("inside_names", last) and last + 1 < len(scene.tokens) and scene.tokens[last + 1].capital
    return goes_on or (scene.lower(first - 1) == "of" and scene.is_a("names", first - 2))


def _of_fighters(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of fighters, "the Islam Brigade", "the Tarsk Front"; a number makes it a base."""
    kind = last if last < len(scene.tokens) and scene.tokens[last].capital else last - 1
    numbered = any(scene.tokens[p].text[0].isdigit() for p in range(first, min(kind + 2, len(scene.tokens))))
    return kind > first and scene.is_a("fighting_bodies", kind) and not numbered


def _of_people(scene: Scene, first: int, last: int) -> bool:
    """Whether a name with an article says whose people they are: "between the Shaban tribesmen and the army"."""
    named = scene.lower(first - 1) == "the" and scene.people_at(last) is not None
    # "the X refugee camp" is a camp.
    return named and last not in scene.after_places

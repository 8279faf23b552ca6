"""Names of places in a sentence, told by the words around them and by the gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extract.areas import listed, lists_of, put_together
from recount.extract.commas import LONGEST, has_article, is_plausible, part_names, split_names
from recount.extract.mentions import PlaceMention, country_at, is_known, mention, owns
from recount.extract.runs import find_run, is_site
from recount.extract.scene import Scene, once_a_scene
from recount.model import Precision

# The names of countries have at most so many words.
_COUNTRY = 5
_OWNED = ("'s", "’s")
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


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the words around a name tell: its kind, whether it goes on with a list, and whether it is a place.

    `likely` signs are enough for a name that the gazetteer knows, `sure` ones for any.
    """

    precision: Precision | None
    in_list: bool
    hit: bool
    placed: bool
    sure: bool
    likely: bool


def _signs(scene: Scene, first: int, last: int, in_list: bool) -> _Signs:
    precision, hit, placed = _told_precision(scene, first, last), _hit(scene, first), _placed(scene, first, "placing")
    sure = precision is not None or hit or placed or in_list or _kinds(scene, first) or _taken(scene, first, last)
    sure = sure or _of_dwellers(scene, first) or _beside_kind(scene, first, last) or _community(scene, first, last)
    likely = sure or _placed(scene, first, "placing_known") or _behind_kind(scene, first)
    return _Signs(precision, in_list, hit, placed, sure, likely)


def _behind_kind(scene: Scene, first: int) -> bool:
    """Whether a name stands behind the kind that it is, past a comma: "Veldania's capital, X"."""
    kind = first - 2
    return scene.lower(first - 1) == "," and (scene.is_a("settlements", kind) or scene.lower(kind) == "capital")


def _community(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of a community as a place, "gunmen attacked X community", and not of a people: "the X"."""
    attacked = scene.is_a("placing", first - 1) or scene.is_a("placing_known", first - 1)
    return scene.is_a("communities", last) and attacked and not scene.is_a("no_community", first - 1)


def _undergoes(scene: Scene, first: int, last: int) -> bool:
    """Whether a country opens a sentence as where something goes on: "Central Veldania was overrun", "Veldania has
    suffered". Alone it may be who acts."""
    part = first == 1 and scene.is_a("part_adjectives", 0)
    return part or (first == 0 and scene.has("undergoing", last, last + 3))


def _beside_kind(scene: Scene, first: int, last: int) -> bool:
    """Whether a name between two commas is that of something told by its kind before: "a nearby village, X, was"."""
    if not _behind_kind(scene, first) or scene.lower(last) not in (",", "."):
        return False
    return any(scene.is_a("indefinite", p) for p in (first - 3, first - 4))


def _mentions(scene: Scene, first: int, last: int, before: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What a run of capitalised words names: one place, several whose commas were lost, or none."""
    last = _to_country(scene, first, last)
    first = _past_adjective(scene, _past_country(scene, first, last), last)
    first = _past_direction(scene, first, last)
    if first == last:
        return []
    bare = last if _named_after_country(scene, first, last) else _without_kind(scene, first, last)
    if _of_region(scene, first, bare):
        return []
    if scene.is_a("after_capitals", bare) or scene.is_a("wars", bare - 1) or _of_a_person(scene, first, last):
        return []
    if _of_fighters(scene, first, last):
        return []
    named = mention(scene, first, bare)
    signs = _signs(scene, first, bare, bool(before) and _goes_on(scene, before[-1], first, last))
    if named.country:
        told = signs.hit or signs.in_list or signs.placed or scene.lower(first - 1) == "into" or _in_part(scene, first)
        return [named] if told or _undergoes(scene, first, bare) else []
    if named.known:
        return _known_place(scene, named, signs)
    start = lists_of(scene, before)[-1][0].first if signs.in_list else first
    return _several(scene, named, signs, start) or _unknown_place(scene, named, signs, last)


def _named_after_country(scene: Scene, first: int, last: int) -> bool:
    """Whether a run names a country, or a city by one: "Central African Republic", "Mexico City"."""
    begins = country_at(scene, first, first + 1) is not None
    return country_at(scene, first, last) is not None or (begins and is_known(mention(scene, first, last)))


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


def _known_place(scene: Scene, named: PlaceMention, signs: _Signs) -> list[PlaceMention]:
    """A name of the gazetteer, where a word places it, its kind stands before it ("Syria's second city Aleppo") or
    it opens the sentence."""
    called = scene.is_a("place_kinds", named.first - 1)
    alone = named.last >= len(scene.tokens) or not scene.tokens[named.last].capital
    opens = named.first == 0 and alone and not scene.is_a("institutions", named.last - 1)
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


def _several(scene: Scene, named: PlaceMention, signs: _Signs, start: int) -> list[PlaceMention]:
    """The places of a run that has lost its commas; the list that it goes on with begins at the token `start`."""
    first, last = named.first, named.last
    if scene.has("particles", first, last):
        return []
    if signs.sure and (parts := part_names(scene, first, last, start)):
        return parts
    pieces = split_names(scene, first, last)
    if not signs.likely or sum(map(is_known, pieces)) < 2 or _one_name(scene, first, last):
        return []
    return [*pieces[:-1], replace(pieces[-1], precision=_told_after(scene, last))]


def _unknown_place(scene: Scene, named: PlaceMention, signs: _Signs, last: int) -> list[PlaceMention]:
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


def _without_kind(scene: Scene, first: int, last: int) -> int:
    """The end of a name without a capitalised "Province" or "City", which is part of the name of a site alone."""
    while (kind := _kind_at_end(scene, first, last)) is not None and not is_site(scene, last - 1):
        if scene.is_a("name_adjectives", kind - 1):
            return last
        last = kind
    return last


def _kind_at_end(scene: Scene, first: int, last: int) -> int | None:
    """Where the words for a kind begin that a name ends with: "Tarsk Local Government Area"."""
    kinds = ((p, scene.after_places.get(p)) for p in range(first + 1, last))
    return next((p for p, hit in kinds if hit is not None and hit.last == last), None)


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


def _past_adjective(scene: Scene, first: int, last: int) -> int:
    """Past words that are no name: "Syrian", "Christian-majority", "US-backed", "Shi'ite"."""
    while first < last and (_adjective(scene, first) or _of_a_people(scene, first, last)):
        first += 1
    return first


def _of_a_people(scene: Scene, first: int, last: int) -> bool:
    """Whether a word only says whose a place is, "a Shi'ite mosque", and is in no name of the gazetteer."""
    kinds = ("peoples", "place_kinds", "site_names")
    bare = all(any(scene.is_a(kind, p) for kind in kinds) for p in range(first, last))
    return bare and not is_known(mention(scene, first, last))


def _held(scene: Scene, position: int) -> bool:
    """Whether a word says by whom a place is held: "rebel-held", "Christian-majority"."""
    text = scene.tokens[position].text if position >= 0 else ""
    return "-" in text and text.split("-")[-1] in scene.small["traits"]


def _adjective(scene: Scene, position: int) -> bool:
    text = scene.tokens[position].text
    countries = scene.lists.countries
    if all(countries.by_adjective(word) is not None and countries.named(word) is None for word in text.split("-")):
        return True
    return _held(scene, position)


def _to_country(scene: Scene, first: int, last: int) -> int:
    """The end of a country's name before words that are no place of it, nor owned by it: "in Syria Interview with"."""
    if last - first < 2 or country_at(scene, first, first + 1) is None or _named_after_country(scene, first, last):
        return last
    owned = (
        scene.text[scene.tokens[first].end :][:2] in _OWNED
        or scene.lists.countries.named(scene.tokens[first].text) is None
    )
    return last if owned or is_known(mention(scene, first + 1, last)) or first + 1 in scene.after_places else first + 1


def _past_country(scene: Scene, first: int, last: int) -> int:
    """ "Syria's Raqqa", "Syrias town of X", "Aleppos Old City": what owns a name only says where it lies.

    "Mexico City" is a name of its own.
    """
    if is_known(mention(scene, first, last)):
        return first
    owner = last - first > 1 and (country_at(scene, first, first + 1) is not None or owns(scene, first, first + 1))
    return first + 1 if owner else first


def _past_direction(scene: Scene, first: int, last: int) -> int:
    """ "Northern Syria", "South-Eastern Raqqa": a part of a known place, unless the part itself is known.

    Alone it is no name: "in the Eastern parts of Raqqa".
    """
    if not scene.is_a("part_adjectives", first) or is_known(mention(scene, first, last)):
        return first
    return first + 1 if last - first == 1 or is_known(mention(scene, first + 1, last)) else first


def _told_precision(scene: Scene, first: int, last: int) -> Precision | None:
    """What the words around a name tell of how exact it is: "near", "the district of", "province"."""
    before = _wordsword_before(scene, first)
    after = _told_after(scene, last)
    if "near" in before or after is Precision.NEAR:
        return Precision.NEAR
    if last - first > 1 and is_site(scene, last - 1):
        return Precision.SITE
    if last - first > 1 and scene.is_a("name_adjectives", last - 2) and last - 1 in scene.after_places:
        return Precision.QUARTER
    return after or next((Precision(word) for word in before if word != "part"), None)


def _told_after(scene: Scene, last: int) -> Precision | None:
    hit = scene.after_places.get(last)
    if hit is None:
        return None
    of_it = hit.value == "quarter" and scene.lower(hit.last) == "of" and hit.last + 1 < len(scene.tokens)
    if of_it and _is_town(scene, last - 1) and not _is_town(scene, hit.last + 1):
        return None
    return Precision(hit.value)


def _wordsword_before(scene: Scene, first: int) -> list[str]:
    """The kinds of the words before a name, the nearest first; an article may stand between.

    "The X district of Y" tells a kind of X, and nothing of Y.
    """
    kinds: list[str] = []
    position = first
    if position > 0 and country_at(scene, position - 1, position) is not None:
        position -= 1
    while True:
        while scene.is_a("directions", position - 1) or _held(scene, position - 1):
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

    Where X is a town or province and Y, the name at `name`, is none, Y is a district of it.
    """
    before = position - 1
    if kind not in ("quarter", "site", "town") or before < 0 or not scene.tokens[before].capital:
        return False
    if kind == "town" and _of_region(scene, before, position):
        return False
    return (
        not _adjective(scene, before)
        and not _country_ends(scene, position)
        and not (kind == "quarter" and _is_town(scene, before) and not _is_town(scene, name))
    )


def _country_ends(scene: Scene, position: int) -> bool:
    """Whether the name of a country ends before a token, "Burkina Faso" before its capital."""
    longest = range(max(0, position - _COUNTRY), position)
    return any(country_at(scene, first, position) is not None for first in longest)


def _of_region(scene: Scene, first: int, last: int) -> bool:
    """Whether a name says where a town lies that is told behind it: "the West Bank town of X".

    Not so in "Tarsk village of X province", nor in "the Tarsk district of X".
    """
    kind = scene.after_places.get(last)
    if kind is None or not scene.is_a("settlements", last) or scene.lower(kind.last) != "of":
        return False
    while first > 0 and scene.tokens[first - 1].capital and scene.lower(first - 1) != "the":
        first -= 1
    end = kind.last + 1
    while end < len(scene.tokens) and scene.tokens[end].capital:
        end += 1
    area = scene.after_places.get(end)
    return scene.lower(first - 1) == "the" and end > kind.last + 1 and (area is None or area.value == Precision.TOWN)


def _is_town(scene: Scene, position: int) -> bool:
    """Whether a word alone names a town or province, and no quarter, of the gazetteer."""
    kinds = {at.precision for at in mention(scene, position, position + 1).known}
    return bool(kinds & {Precision.TOWN, Precision.ADMIN1}) and Precision.QUARTER not in kinds


def _kinds(scene: Scene, first: int) -> bool:
    """Whether plural kinds announce names: "the towns of X Y and Z", "villages including X"."""
    position = first - 1
    if scene.lower(position) in ("including", "called", "named", "as"):
        return any(scene.lower(p) in scene.small["place_kinds"] for p in range(max(0, position - 6), position))
    return False


def _of_dwellers(scene: Scene, first: int) -> bool:
    """Whether a name is that of where people live: "attacked residents of X"."""
    return scene.lower(first - 1) == "of" and scene.is_a("dwellers", first - 2)


def _taken(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of what only places suffer: "shelled X", but not "shelled X's house"."""
    owned = scene.text[scene.at(first, last).end :][:2] in _OWNED or scene.people_at(last) is not None
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
        or _held(scene, position)
        or (position >= 0 and position == first - 1 and country_at(scene, position, first) is not None)
    ):
        position -= 1
    return position


def _in_part(scene: Scene, first: int) -> bool:
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

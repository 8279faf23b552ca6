"""Names of places in a sentence, told by the words around them and by the gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extract.scene import Scene
from recount.model import Location, Precision, Span

_FINENESS = list(Precision)
# A name without its commas is parted into names of at most so many words; a longer unknown one is no name of a place.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by the tokens `first` up to, not including, `last`; `precision` is what its words tell, if any.

    `around` marks a place that only says where another one lies: the Y of "the village of X in Y". `called` is the word
    for its kind that stands with it: "village".
    """

    first: int
    last: int
    name: str
    span: Span
    precision: Precision | None = None
    known: tuple[Location, ...] = ()
    country: str | None = None
    around: bool = False
    admin1: str | None = None
    called: str | None = None

    @property
    def fineness(self) -> int:
        """How exact it is, 0 for a site; a name that nothing is known of counts as a town."""
        return _FINENESS.index(self.kind)

    @property
    def kind(self) -> Precision:
        """What kind of place it is: a town where only its surroundings are meant, or where nothing is known of it."""
        if self.country is not None:
            return Precision.COUNTRY
        kind = self.precision or (self.known[0].precision if self.known else Precision.TOWN)
        return Precision.TOWN if kind in (Precision.NEAR, Precision.BETWEEN) else kind


def find_places(scene: Scene, taken: Sequence[range]) -> list[PlaceMention]:
    """The places of a sentence from left to right. `taken` are tokens that name somebody: speakers and sides."""
    busy = {p for r in taken for p in r}
    found: list[PlaceMention] = []
    position = 0
    while position < len(scene.tokens):
        end = _run(scene, position, busy)
        if end is None:
            position += 1
            continue
        found += _mentions(scene, position, end, found)
        position = end
    return _with_areas(scene, _between(scene, [replace(place, called=_called(scene, place)) for place in found]))


def _called(scene: Scene, place: PlaceMention) -> str | None:
    """The word for the kind of a place that stands right behind it, or before it with "of"."""
    if place.last in scene.after_places:
        return scene.lower(place.last)
    hit = scene.before_places.get(place.first)
    return scene.lower(hit.first) if hit is not None and scene.lower(hit.last - 1) == "of" else None


def most_exact(places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Those that are told most exactly, without those that only say where these lie."""
    inner = [place for place in places if not place.around] or list(places)
    finest = min((place.fineness for place in inner), default=0)
    return tuple(place for place in inner if place.fineness == finest)


def _run(scene: Scene, first: int, busy: set[int]) -> int | None:
    """The end of a run of capitalised words, with the little words that names hold between them."""
    if not _nameable(scene, first, busy):
        return None
    last = first + 1
    while last < len(scene.tokens):
        if scene.tokens[last].capital and scene.is_a("directions", last) and not _inside(scene, last):
            break
        if _nameable(scene, last, busy) and scene.tokens[last].start - scene.tokens[last - 1].end <= 1:
            last += 1
        elif scene.is_a("inside_names", last) and last + 1 < len(scene.tokens) and _nameable(scene, last + 1, busy):
            last += 2
        elif (scene.tokens[last].text.isdigit() and _site(scene, last - 1)) or _ends_name(scene, first, last):
            last += 1
        else:
            break
    return last


def _ends_name(scene: Scene, first: int, position: int) -> bool:
    """Whether a word in small letters ends a name of the gazetteer that is none without it: "Deir ezzor"."""
    token = scene.tokens[position]
    if not token.word or position in scene.after_places or scene.part(position) or position - first > 1:
        return False
    places, name = scene.lists.places, scene.tokens[first].text
    return name not in places and scene.at(first, position + 1).of(scene.text) in places


def _inside(scene: Scene, position: int) -> bool:
    """Whether a capitalised direction or kind stands inside a name: "Tarsk Central Prison", "the Old City"."""
    if scene.is_a("name_adjectives", position - 1) and scene.tokens[position - 1].capital:
        return True
    return position + 1 < len(scene.tokens) and _site(scene, position + 1)


def _nameable(scene: Scene, position: int, busy: set[int]) -> bool:
    token = scene.tokens[position]
    if position in busy or not token.word or token.text.isdigit():
        return False
    if token.capital:
        if scene.is_a("opening", position) and not (position > 0 and scene.tokens[position - 1].word):
            return False
        return not any(d.first <= position < d.last for d in scene.days)
    return token.lower.startswith(("al-", "el-", "as-", "ar-", "ad-", "an-", "at-", "az-")) and len(token.text) > 4


def _mentions(scene: Scene, first: int, last: int, before: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What a run of capitalised words names: one place, several whose commas were lost, or none."""
    first = _past_adjective(scene, _past_country(scene, first, last), last)
    first = _past_direction(scene, first, last)
    if first == last:
        return []
    bare = _without_kind(scene, first, last)
    named = _one(scene, first, bare)
    in_list = bool(before) and listed(scene, before[-1], first)
    precision = _told_precision(scene, first, bare)
    if scene.is_a("after_capitals", bare):
        return []
    hit = _hit(scene, first)
    evidence = precision is not None or hit or _placed(scene, first, "placing") or in_list or _kinds(scene, first)
    if named.country:
        told = hit or in_list or _placed(scene, first, "placing") or scene.lower(first - 1) == "into"
        return [named] if told else []
    if named.known:
        precision = _district(named, precision)
        found = evidence or _placed(scene, first, "placing_known") or first == 0
        return [replace(named, precision=precision)] if found else []
    pieces = _split(scene, first, bare)
    if sum(map(_known, pieces)) > 1 and (evidence or _placed(scene, first, "placing_known")):
        return [*pieces[:-1], replace(pieces[-1], precision=_told_after(scene, bare))]
    if evidence and bare - first <= _LONGEST and _plausible(scene, first) and not _of_people(scene, first, last):
        return [_with_site(scene, replace(named, precision=precision))]
    return []


def _district(place: PlaceMention, told: Precision | None) -> Precision | None:
    """A "district" is a quarter of a town unless the gazetteer has an area of that name and no quarter."""
    kinds = [at.precision for at in place.known]
    if told is not Precision.QUARTER or Precision.QUARTER in kinds:
        return told
    return next((kind for kind in kinds if kind in (Precision.ADMIN2, Precision.ADMIN3)), told)


def _without_kind(scene: Scene, first: int, last: int) -> int:
    """The end of a name without a capitalised "Province" or "City", which is part of the name of a site alone."""
    while last - first > 1 and last - 1 in scene.after_places and not _site(scene, last - 1):
        if scene.is_a("name_adjectives", last - 2):
            return last
        last -= 1
    return last


def _with_site(scene: Scene, place: PlaceMention) -> PlaceMention:
    """An unknown name with the kind of site behind it: "Alrawda mosque" is the name of the mosque."""
    hit = scene.after_places.get(place.last)
    if place.precision is not Precision.SITE or hit is None or hit.value != Precision.SITE:
        return place
    span = scene.at(place.first, hit.last)
    return replace(place, last=hit.last, name=span.of(scene.text), span=span)


def _past_adjective(scene: Scene, first: int, last: int) -> int:
    """Past words that are no name: "Syrian", "Christian-majority", "US-backed"."""
    while first < last and _adjective(scene, first):
        first += 1
    return first


def _adjective(scene: Scene, position: int) -> bool:
    text = scene.tokens[position].text
    countries = scene.lists.countries
    if all(countries.by_adjective(word) is not None and countries.named(word) is None for word in text.split("-")):
        return True
    return "-" in text and text.split("-")[-1] in scene.small["traits"]


def _past_country(scene: Scene, first: int, last: int) -> int:
    """ "Syria's Raqqa", "Syrias town of X": the country before a name only says where it lies."""
    return first + 1 if last - first > 1 and _country(scene, first, first + 1) is not None else first


def _past_direction(scene: Scene, first: int, last: int) -> int:
    """ "Northern Syria", "South-Eastern Raqqa": a part of a place that the lists know, unless they know the part itself."""
    if last - first < 2 or not scene.is_a("part_adjectives", first) or _known(_one(scene, first, last)):
        return first
    return first + 1 if _known(_one(scene, first + 1, last)) else first


def _country(scene: Scene, first: int, last: int) -> str | None:
    words = " ".join(t.text for t in scene.tokens[first:last])
    country = scene.lists.countries.named(words)
    if country is None and words.endswith("s"):
        country = scene.lists.countries.named(words[:-1])
    return None if country is None else country.name


def _one(scene: Scene, first: int, last: int) -> PlaceMention:
    if scene.lower(first - 1) in ("al", "el") and not scene.tokens[first - 1].capital:
        first -= 1
    span = scene.at(first, last)
    name = span.of(scene.text)
    country = _country(scene, first, last)
    known = () if country or name not in scene.lists.places else scene.lists.places.find(name)
    return PlaceMention(first, last, name, span, None, tuple(known), country)


def _split(scene: Scene, first: int, last: int) -> list[PlaceMention]:
    """A run without its commas as names that the gazetteer knows, longest first, and what stands between these."""
    pieces: list[PlaceMention] = []
    unknown = first
    while first < last:
        piece = next(
            (p for end in range(min(last, first + _LONGEST), first, -1) if _known(p := _one(scene, first, end))), None
        )
        if piece is None:
            first += 1
            continue
        pieces += _left_over(scene, unknown, first)
        pieces.append(piece)
        first = unknown = piece.last
    return [*pieces, *_left_over(scene, unknown, last)] if pieces else []


def _known(piece: PlaceMention) -> bool:
    return bool(piece.known or piece.country)


def _left_over(scene: Scene, first: int, last: int) -> list[PlaceMention]:
    return [_one(scene, first, last)] if first < last and _plausible(scene, first) else []


def _told_precision(scene: Scene, first: int, last: int) -> Precision | None:
    """What the words around a name tell of how exact it is: "near", "the district of", "province"."""
    before = _words_before(scene, first)
    after = _told_after(scene, last)
    if "near" in before or after is Precision.NEAR:
        return Precision.NEAR
    if last - first > 1 and _site(scene, last - 1):
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


def _words_before(scene: Scene, first: int) -> list[str]:
    """The kinds of the words before a name, the nearest first; an article may stand between.

    "The X district of Y" tells a kind of X, and nothing of Y.
    """
    kinds: list[str] = []
    position = first
    if position > 0 and _country(scene, position - 1, position) is not None:
        position -= 1
    while True:
        while scene.lower(position - 1) == "the" or scene.is_a("directions", position - 1):
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
    return (
        not _adjective(scene, before)
        and _country(scene, before, before + 1) is None
        and not (kind == "quarter" and _is_town(scene, before) and not _is_town(scene, name))
    )


def _is_town(scene: Scene, position: int) -> bool:
    """Whether a word alone names a town or province, and no quarter, of the gazetteer."""
    kinds = {at.precision for at in _one(scene, position, position + 1).known}
    return bool(kinds & {Precision.TOWN, Precision.ADMIN1}) and Precision.QUARTER not in kinds


def _site(scene: Scene, position: int) -> bool:
    """Whether a capitalised word names a kind of site: "Castello Road", "Division 17"."""
    return scene.tokens[position].capital and scene.lower(position) in scene.small["site_names"]


def _kinds(scene: Scene, first: int) -> bool:
    """Whether plural kinds announce names: "the towns of X Y and Z", "villages including X"."""
    position = first - 1
    if scene.lower(position) in ("including", "called", "named", "as"):
        return any(scene.lower(p) in scene.small["place_kinds"] for p in range(max(0, position - 6), position))
    return False


def _placed(scene: Scene, first: int, words: str) -> bool:
    """Whether a word that places something stands before a name, past directions and adjectives."""
    return scene.is_a(words, _before(scene, first))


def _before(scene: Scene, first: int) -> int:
    """The word before a name, past its country, directions and adjectives: the "over" of "over Syria's northern Raqqa"."""
    position = first - 1
    while (
        scene.is_a("directions", position)
        or scene.part(position) == "adjective"
        or (position >= 0 and position == first - 1 and _country(scene, position, first) is not None)
    ):
        position -= 1
    return position


def _hit(scene: Scene, first: int) -> bool:
    """Whether words before a name say that something hit it: "shells landed on X", "an attack on the X"."""
    position = _before(scene, first)
    return scene.lower(position) in ("on", "at") and scene.is_a("hitting", position - 1)


def listed(scene: Scene, before: PlaceMention, first: int) -> bool:
    """Whether only a comma or "and" stands between a place and this name."""
    between = [scene.lower(p) for p in range(before.last, first)]
    while between and between[0] in scene.small["place_kinds"]:
        between.pop(0)
    return bool(between) and len(between) <= 3 and all(w in (",", "and", "as", "well", "or", "the") for w in between)


def _plausible(scene: Scene, first: int) -> bool:
    """Whether an unknown name can be a place: no initial, office or person's title stands first."""
    short = len(scene.tokens[first].text) < 3 and not scene.is_a("inside_names", first)
    return not short and not scene.is_a("no_place", first)


def _of_people(scene: Scene, first: int, last: int) -> bool:
    """Whether a name with an article says whose people they are: "between the Shaban tribesmen and the army"."""
    return scene.lower(first - 1) == "the" and scene.people_at(last) is not None


def _between(scene: Scene, places: list[PlaceMention]) -> list[PlaceMention]:
    """ "between X and Y": something lies at neither of them."""
    told = list(places)
    for n in range(len(told) - 1):
        one, other = told[n], told[n + 1]
        if scene.lower(one.first - 1) == "between" and [scene.lower(p) for p in range(one.last, other.first)] == [
            "and"
        ]:
            told[n], told[n + 1] = (replace(place, precision=Precision.BETWEEN) for place in (one, other))
    return told


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


def _lies_in(scene: Scene, inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the words between two places, or the gazetteer, say that the first lies in the second."""
    between = [scene.lower(p) for p in range(inner.last, outer.first)]
    if inner.fineness > outer.fineness or not all(word in scene.small["place_links"] for word in between):
        return False
    if any(word in scene.small["sure_links"] for word in between):
        return "and" not in between
    if not all(word == "," or word in scene.small["place_kinds"] for word in between):
        return False
    return outer.fineness > inner.fineness and (outer.country is not None or _named_by(inner, outer))


def _named_by(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the gazetteer, or the word "province", makes the second an area around the first."""
    if _kind(outer) in (Precision.ADMIN1, Precision.ADMIN2):
        return True
    areas = {area for at in inner.known for area in (at.admin1, at.admin2)}
    return any(at.name in areas for at in outer.known)

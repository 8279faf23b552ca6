"""Cuts a run of capitalised words to the name of a place in it: "Northern Syria's Raqqa Province" to Raqqa."""

from recount.extract.mentions import country_at, is_known, lost_its_apostrophe, mention, owns
from recount.extract.runs import is_site
from recount.extract.scene import Scene

OWNED = ("'s", "’s")
"""Ends of a word by which it owns what follows it."""


def trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """A run without the words around the name that are none of it, but for the word of its kind; it may be empty."""
    last = _to_country(scene, first, last)
    first = _past_adjective(scene, _past_country(scene, first, last), last)
    return _past_direction(scene, first, last), last


def without_kind(scene: Scene, first: int, last: int) -> int:
    """The end of a name without a capitalised "Province" or "City", which is part of the name of a site, of a country
    and of a city named after one."""
    if _named_after_country(scene, first, last):
        return last
    while (kind := _kind_at_end(scene, first, last)) is not None and not is_site(scene, last - 1):
        if scene.is_a("name_adjectives", kind - 1):
            return last
        last = kind
    return last


def _named_after_country(scene: Scene, first: int, last: int) -> bool:
    """Whether a run names a country, or a city by one: "Central African Republic", "Mexico City"."""
    begins = country_at(scene, first, first + 1) is not None
    return country_at(scene, first, last) is not None or (begins and is_known(mention(scene, first, last)))


def _kind_at_end(scene: Scene, first: int, last: int) -> int | None:
    """Where the words for a kind begin that a name ends with: "Tarsk Local Government Area"."""
    kinds = ((p, scene.after_places.get(p)) for p in range(first + 1, last))
    return next((p for p, hit in kinds if hit is not None and hit.last == last), None)


def _past_adjective(scene: Scene, first: int, last: int) -> int:
    """Past words that are no name: "Syrian", "Christian-majority", "US-backed", "Shi'ite"."""
    while first < last and (is_adjective(scene, first) or _of_a_people(scene, first, last)):
        first += 1
    return first


def _of_a_people(scene: Scene, first: int, last: int) -> bool:
    """Whether a word only says whose a place is, "a Shi'ite mosque", and is in no name of the gazetteer."""
    kinds = ("peoples", "place_kinds", "site_names")
    bare = all(any(scene.is_a(kind, p) for kind in kinds) for p in range(first, last))
    return bare and not is_known(mention(scene, first, last))


def is_held(scene: Scene, position: int) -> bool:
    """Whether a word says by whom a place is held: "rebel-held", "Christian-majority"."""
    text = scene.tokens[position].text if position >= 0 else ""
    return "-" in text and text.split("-")[-1] in scene.small["traits"]


def is_adjective(scene: Scene, position: int) -> bool:
    """Whether a word says of which country something is, or by whom it is held: "Syrian", "US-Iraqi", "rebel-held"."""
    text = scene.tokens[position].text
    countries = scene.lists.countries
    if all(countries.by_adjective(word) is not None and countries.named(word) is None for word in text.split("-")):
        return True
    return is_held(scene, position)


def _to_country(scene: Scene, first: int, last: int) -> int:
    """The end of a country's name before words that are no place of it, nor owned by it: "in Syria Interview with"."""
    if last - first < 2 or country_at(scene, first, first + 1) is None or _named_after_country(scene, first, last):
        return last
    owned = scene.text[scene.tokens[first].end :][:2] in OWNED or lost_its_apostrophe(scene, first, first + 1)
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

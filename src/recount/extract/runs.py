"""Runs of capitalised words, of which some name places."""

from recount.extract.scene import Scene
from recount.model import Precision

# Areas that are parted into one called North and one called South.
_PARTED = (Precision.ADMIN2, Precision.ADMIN3, Precision.QUARTER)


def find_run(scene: Scene, first: int, busy: set[int]) -> int | None:
    """The end of a run of capitalised words, with the little words that names hold between them.

    The name of a country is a run of its own: "Democratic Republic of Congo", "Burkina Faso".
    """
    if not _nameable(scene, first, busy) or _opens_sentence(scene, first):
        return None
    country = scene.lists.countries.starting(scene.tokens, first)
    if country is not None and country[1] - first > 1:
        return country[1]
    last = first + 1
    while last < len(scene.tokens):
        if scene.tokens[last].capital and (scene.is_a("opening", last) or scene.lower(last) in ("a", "an")):
            # Where marks were lost, the next sentence begins: "in Tarsk The army".
            break
        apart = scene.tokens[last].capital and scene.is_a("directions", last) and not _inside(scene, last)
        if apart and scene.at(first, last + 1).of(scene.text) not in scene.lists.places:
            break
        kind = scene.after_places.get(last) if scene.tokens[last].capital else None
        if kind is not None:
            # "Tarsk Local Government" has a word of a side's name.
            last = kind.last
            continue
        if _nameable(scene, last, busy) and scene.tokens[last].start - scene.tokens[last - 1].end <= 1:
            last += 1
        elif scene.is_a("inside_names", last) and last + 1 < len(scene.tokens) and _nameable(scene, last + 1, busy):
            last += 2
        elif (scene.tokens[last].text.isdigit() and is_site(scene, last - 1)) or _ends_name(scene, first, last):
            last += 1
        else:
            break
    return last


def _opens_sentence(scene: Scene, first: int) -> bool:
    """Whether a word such as "In" begins a sentence whose mark before it was lost, and no name: "In Salah" is one."""
    name = scene.at(first, min(first + 2, len(scene.tokens))).of(scene.text)
    return scene.is_a("opening", first) and name not in scene.lists.places


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
    if position + 1 < len(scene.tokens) and is_site(scene, position + 1):
        return True
    # "Tarsk East county" is named so; in "Tarsk Northern countryside" the direction is no name.
    kind = scene.after_places.get(position + 1)
    return kind is not None and kind.value in _PARTED and not scene.is_a("part_adjectives", position)


def _nameable(scene: Scene, position: int, busy: set[int]) -> bool:
    token = scene.tokens[position]
    if position in busy or not token.word or token.text.isdigit():
        return False
    if token.capital:
        if scene.is_a("opening", position) and not (position > 0 and scene.tokens[position - 1].word):
            return False
        return position not in scene.in_days
    return token.lower.startswith(("al-", "el-", "as-", "ar-", "ad-", "an-", "at-", "az-")) and len(token.text) > 4


def is_site(scene: Scene, position: int) -> bool:
    """Whether a capitalised word names a kind of site: "Castello Road", "Division 17"."""
    return scene.tokens[position].capital and scene.lower(position) in scene.small["site_names"]

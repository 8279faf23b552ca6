"""Places that a sentence means without naming them: "the city", "the two villages", "the Syrian capital"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recount.extract.clauses import Unit
from recount.extract.mentions import PlaceMention, most_exact
from recount.extract.scene import Scene
from recount.extract.story import Story
from recount.model import Precision

# One word in singular and plural begins with the same letters: "city", "cities".
_ALIKE = 3


def find_meant(scene: Scene, named: Sequence[PlaceMention], story: Story) -> list[PlaceMention]:
    """The places that a sentence means by their kind alone, each at the token that means it."""
    found = []
    for position, hit in scene.after_places.items():
        if hit.last == position + 1 and _definite(scene, position):
            told = [*story.told, [p for p in named if p.last <= position]]
            found += [_at(place, position) for place in _meant(scene, position, told)]
    return [*found, *_capitals(scene, story)]


def unnamed_kinds(scene: Scene, unit: Unit) -> set[Precision]:
    """The kinds of places that a unit speaks of without naming them: "from four towns" is not the town told before."""
    return {
        Precision(hit.value)
        for position, hit in scene.after_places.items()
        if unit.holds(position) and _unnamed(scene, position)
    }


def _unnamed(scene: Scene, position: int) -> bool:
    if _named(scene, position + 1) or scene.lower(position + 1) == "of":
        return False
    before = position - 1
    while scene.is_a("directions", before) or scene.part(before) == "adjective":
        before -= 1
    counted = next((q for q in scene.quantities if q.first <= before < q.last), None)
    if counted is None:
        return scene.is_a("unnamed", before)
    return not scene.is_a("meaning", counted.first - 1)


def _at(place: PlaceMention, position: int) -> PlaceMention:
    return replace(place, first=position, last=position + 1, around=False)


def _definite(scene: Scene, position: int) -> bool:
    """Whether a word of a kind means a place told before: behind "the", "this" or "both", with no name beside it."""
    if scene.tokens[position].capital or scene.lower(position + 1) == "of" or _named(scene, position + 1):
        return False
    before = position - 1
    while scene.is_a("part_adjectives", before) or scene.is_a("meant_adjectives", before):
        before -= 1
    return scene.is_a("meaning", before)


def _named(scene: Scene, position: int) -> bool:
    return position < len(scene.tokens) and scene.tokens[position].capital


def _meant(scene: Scene, position: int, told: Sequence[Sequence[PlaceMention]]) -> Sequence[PlaceMention]:
    """The place of a kind told last; where the word is a plural, all of the sentence that last told several."""
    kind = Precision(scene.after_places[position].value)
    if kind is Precision.NEAR:
        return most_exact(told[-1] or (told[-2] if len(told) > 1 else ()))
    several = scene.is_a("plural_kinds", position)
    for fits in (_called, _is_of, _may_be_of):
        # Several that no word for their kind tells are meant by a plural only right behind them.
        near = [s for s in told if s][-1:] if several and fits is not _called else told
        for sentence in reversed(near):
            found = [p for p in sentence if fits(p, kind, scene.lower(position))]
            found = [p for p in found if not p.around] or found
            if len(found) > several:
                return found if several else found[-1:]
    return ()


def _called(place: PlaceMention, kind: Precision, word: str) -> bool:
    """Whether a place is told with the same word, in singular or plural, or is a site that is called so."""
    if kind is Precision.SITE:
        return word in place.name.lower()
    return place.called is not None and place.called[:_ALIKE] == word[:_ALIKE]


def _is_of(place: PlaceMention, kind: Precision, word: str) -> bool:
    """Whether a place is of a kind, and not told with another word: "the city" is no village."""
    return place.kind is kind and kind is not Precision.SITE and place.called is None


def _may_be_of(place: PlaceMention, kind: Precision, word: str) -> bool:
    """Whether the gazetteer has such a place of that name: Hama is a town before it is a province."""
    return kind is not Precision.SITE and any(at.precision is kind for at in place.known)


def _capitals(scene: Scene, story: Story) -> Iterable[PlaceMention]:
    """ "The Syrian capital", where a report about Syria names it anywhere."""
    if story.capital is None:
        return
    for position, token in enumerate(scene.tokens):
        if token.text == "capital" and not _named(scene, position + 1) and scene.lower(position + 1) != "of":
            yield _at(story.capital, position)

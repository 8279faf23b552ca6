"""The map of the script gets its pins and borders from the desk, and the desk does without it where it is not there."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recount.web import vendor
from recount.web.desk import desk
from recount.web.vendor import NEEDED, leaflet
from tests.web.fake_record import FakeRecord
from tests.web.veldania import OUTLINES

ROOT = Path(__file__).parents[2]


def test_pins_tell_how_exactly_a_place_is_known(client: TestClient) -> None:
    told = client.get("/api/places").json()
    pins = {one["properties"]["name"]: one["properties"] for one in told["features"]}
    assert set(pins) == {"Brunnoth", "near Karrowa", "Pellimar", "<u>Ostervane</u>"}
    assert told["places"] == 4
    assert pins["Brunnoth"]["exact"]
    assert not pins["near Karrowa"]["exact"]
    assert (pins["Pellimar"]["level"], pins["Pellimar"]["area"]) == (2, "Pellimar")
    assert pins["Brunnoth"]["title"] == "Brunnoth: 1 incident, at least 20 killed (town)"
    assert pins["near Karrowa"]["low"] is None
    assert pins["Brunnoth"]["address"].startswith("/incident/")


def test_pins_obey_the_filters_and_refuse_senseless_ones(client: TestClient) -> None:
    told = client.get("/api/places?place=Brunnoth&from=2031-04-10&to=2031-04-10").json()
    assert [one["geometry"]["coordinates"][1] for one in told["features"]] == [44.32]
    answer = client.get("/api/places?from=x")
    assert answer.status_code == 400
    assert "Not a day" in answer.json()["problem"]


def test_pins_within_bounds_are_those_and_no_others(client: TestClient) -> None:
    every = client.get("/api/places").json()
    lon, lat = every["features"][0]["geometry"]["coordinates"]
    near = client.get(f"/api/places?bounds={lon - 0.01},{lat - 0.01},{lon + 0.01},{lat + 0.01}").json()
    assert {tuple(one["geometry"]["coordinates"]) for one in near["features"]} == {(lon, lat)}
    assert near["places"] == len(near["features"])
    assert client.get("/api/places?bounds=-180,-90,180,90").json() == every
    assert client.get(f"/api/places?bounds={lon + 1},-90,{lon - 1},90").json()["places"] < every["places"]
    for senseless in ("x", "1,2,3", "1,2,3,nan", "1,2,3,4000"):
        assert "west, south, east and north" in client.get(f"/api/places?bounds={senseless}").json()["problem"]


def test_borders_are_geojson_widest_first(client: TestClient) -> None:
    told = client.get("/api/outlines").json()
    assert told["type"] == "FeatureCollection"
    assert [one["properties"]["level"] for one in told["features"]] == [0, 1, 1, 2, 2, 2]
    first = told["features"][0]["geometry"]
    assert (first["type"], first["coordinates"][0][0]) == ("MultiLineString", [20.9, 43.4])


def test_without_the_library_no_page_asks_for_it(client: TestClient) -> None:
    assert "<script" not in client.get("/map").text
    assert client.get("/vendor/leaflet/leaflet.css").status_code == 404


def test_with_it_the_map_page_alone_does_and_the_drawn_map_stays(veldania: FakeRecord, tmp_path: Path) -> None:
    for name in NEEDED:
        (tmp_path / name).write_text("/* */")
    live = TestClient(desk(veldania.opened, OUTLINES, leaflet=tmp_path), base_url="http://127.0.0.1")
    text = live.get("/map").text
    assert '<script type="module" src="/static/map.js">' in text
    assert 'class="atlas"' in text
    assert "<script" not in live.get("/").text
    assert live.get("/vendor/leaflet/leaflet.css").status_code == 200


@pytest.mark.parametrize("name", ["package.json", "package-lock.json", ".npmrc"])
def test_what_names_the_libraries_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|resolved\"", text)


def test_the_lock_file_pins_every_library_by_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name.removeprefix("node_modules/") for name in packages if name} == {"leaflet", "axe-core"}
    assert all(packages[name]["integrity"].startswith("sha512-") for name in packages if name)


def test_no_file_of_theirs_is_in_the_package() -> None:
    assert not list((ROOT / "src").rglob("*leaflet*"))


def test_the_library_is_found_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(vendor, "_WHEEL", tmp_path / "none")
    for name in NEEDED:
        assert leaflet() is None
        (tmp_path / name).write_text("/* */")
    assert leaflet() == tmp_path


def test_a_wheel_takes_along_what_the_desk_needs() -> None:
    (taken,) = re.findall(r"^TAKEN = \((.*)\)$", (ROOT / "hatch_build.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert tuple(re.findall(r'"([^"]+)"', taken)) == NEEDED

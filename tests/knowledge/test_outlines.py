"""Outlines: packaged ones, a user's own, and files that are not well formed."""

import json
from pathlib import Path

import pytest

from recount.knowledge.outlines import Outline, load_outlines
from recount.model import ListError, UsageError

SAMPLES = Path(__file__).parents[2] / "src" / "recount" / "samples" / "lists"
RING = [[-21.0, -34.0], [-20.0, -34.0], [-20.0, -33.0], [-21.0, -34.0]]
HOLE = [[-20.5, -33.8], [-20.4, -33.8], [-20.4, -33.7], [-20.5, -33.8]]
PROVINCE = {"name": "Saravel", "level": 1, "country": "Veldania"}


def feature(geometry: object, properties: object = PROVINCE) -> object:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings: object) -> object:
    return {"type": "Polygon", "coordinates": list(rings)}


def folder_with(tmp_path: Path, *features: object) -> Path:
    (tmp_path / "outlines").mkdir()
    written = json.dumps({"type": "FeatureCollection", "features": list(features)})
    (tmp_path / "outlines" / "mine.geojson").write_text(written, encoding="utf-8")
    return tmp_path


def of_veldania(outlines: tuple[Outline, ...]) -> list[Outline]:
    return [outline for outline in outlines if outline.country == "Veldania"]


def test_packaged_outlines_have_a_country_with_its_provinces() -> None:
    syria = [outline for outline in load_outlines() if outline.country == "Syria"]
    assert [outline.name for outline in syria if outline.level == 0] == ["Syria"]
    assert len([outline for outline in syria if outline.level == 1]) == 14
    assert all(outline.rings for outline in syria)


def test_the_outlines_of_a_users_folder_come_on_top() -> None:
    both = load_outlines(SAMPLES)
    assert len(both) > len(load_outlines())
    assert {"Veldania", "Saravel"} <= {outline.name for outline in of_veldania(both)}


def test_an_outline_of_the_same_name_replaces_the_packaged_one(tmp_path: Path) -> None:
    syria = {"name": "Syria", "level": 0, "country": "Syria"}
    drawn = list(load_outlines(folder_with(tmp_path, feature(polygon(RING), syria))))
    assert [len(outline.rings[0]) for outline in drawn if outline.name == "Syria" and outline.level == 0] == [4]
    assert len(drawn) == len(load_outlines())


def test_rings_are_outer_borders_and_holes_of_all_parts(tmp_path: Path) -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[RING, HOLE], [RING]]}
    [outline] = of_veldania(load_outlines(folder_with(tmp_path, feature(parts))))
    assert len(outline.rings) == 3
    assert outline.rings[0][1] == (-20.0, -34.0)


def test_heights_are_left_out(tmp_path: Path) -> None:
    [outline] = of_veldania(load_outlines(folder_with(tmp_path, feature(polygon([[*at, 250.0] for at in RING])))))
    assert outline.rings[0][0] == (-21.0, -34.0)


FAULTS = [
    pytest.param(feature({"type": "Point", "coordinates": [1, 2]}), "geometry", id="no-polygon"),
    pytest.param(feature(None), "geometry", id="no-geometry"),
    pytest.param(feature(polygon(RING[:2])), "coordinates", id="too-few-corners"),
    pytest.param(feature(polygon(RING), {"name": "Saravel", "country": "Veldania"}), "level", id="no-level"),
    pytest.param(feature(polygon(RING), PROVINCE | {"level": 3}), "level", id="no-such-level"),
    pytest.param(feature(polygon(RING), PROVINCE | {"name": ""}), "name", id="empty-name"),
    pytest.param(feature(polygon([[-21, -134], *RING])), "longitude comes first", id="latitude-first"),
]


@pytest.mark.parametrize(("entry", "fault"), FAULTS)
def test_a_fault_is_told_with_its_file(tmp_path: Path, entry: object, fault: str) -> None:
    with pytest.raises(ListError, match=rf"mine\.geojson.*{fault}"):
        load_outlines(folder_with(tmp_path, entry))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"type": "Feature"}', b"\xff\xfe"])
def test_a_file_that_is_no_collection_is_told(tmp_path: Path, content: bytes) -> None:
    folder = folder_with(tmp_path)
    (folder / "outlines" / "mine.geojson").write_bytes(content)
    with pytest.raises(ListError, match=r"mine\.geojson"):
        load_outlines(folder)


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        load_outlines(tmp_path / "nowhere")

"""Borders of countries and their parts, to be drawn on a map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from recount.knowledge.files import PACKAGED
from recount.model import ListError, UsageError

Ring = tuple[tuple[float, float], ...]
"""A closed border; each corner is its longitude and latitude."""

_Position = Annotated[list[float], msgspec.Meta(min_length=2, max_length=4)]
# By the standard (RFC 7946) the first corner stands again at the end, so a ring has at least four.
_Corners = Annotated[list[_Position], msgspec.Meta(min_length=4)]
_Name = Annotated[str, msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a country (level 0), of one of its provinces (1) or of one of their districts (2)."""

    name: str
    level: int
    country: str
    rings: tuple[Ring, ...]


class _Polygon(msgspec.Struct, tag="Polygon"):
    coordinates: list[_Corners]


class _MultiPolygon(msgspec.Struct, tag="MultiPolygon"):
    coordinates: list[list[_Corners]]


class _Properties(msgspec.Struct):
    name: _Name
    level: Annotated[int, msgspec.Meta(ge=0, le=2)]
    country: _Name


class _Feature(msgspec.Struct):
    properties: _Properties
    geometry: _Polygon | _MultiPolygon


class _Collection(msgspec.Struct):
    type: Literal["FeatureCollection"]
    features: list[_Feature]


def load_outlines(extra: Path | None = None) -> tuple[Outline, ...]:
    """The packaged outlines, with those of a user's folder in place of packaged ones of the same name and level.

    Raises UsageError where there is no such folder, ListError, with the file and its fault, where a file is not well
    formed.
    """
    if extra is not None and not extra.is_dir():
        raise UsageError(f"There is no folder {extra} to read outlines from.")
    folders = [PACKAGED] if extra is None else [PACKAGED, extra]
    outlines = (outline for folder in folders for path in _files(folder) for outline in _read(path))
    return tuple({(outline.country, outline.level, outline.name): outline for outline in outlines}.values())


def _files(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("outlines/*.geojson"))


def _read(path: Path) -> Iterator[Outline]:
    try:
        collection = msgspec.json.decode(path.read_bytes(), type=_Collection)
    except msgspec.DecodeError as error:
        raise ListError(f"{path} is not a well-formed list of outlines: {error}") from error
    for feature in collection.features:
        told = feature.properties
        yield Outline(told.name, told.level, told.country, tuple(_rings(feature.geometry, f"{path}: {told.name}")))


def _rings(geometry: _Polygon | _MultiPolygon, named: str) -> Iterator[Ring]:
    polygons = [geometry.coordinates] if isinstance(geometry, _Polygon) else geometry.coordinates
    for polygon in polygons:
        for corners in polygon:
            yield tuple(_corner(position, named) for position in corners)


def _corner(position: Sequence[float], named: str) -> tuple[float, float]:
    lon, lat = position[:2]
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ListError(f"{named} has a corner at {lon}, {lat}: longitude comes first, then latitude, in degrees.")
    return lon, lat

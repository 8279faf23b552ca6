"""Incidents as a map: one feature a place."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from recount.export.flat import Row, flat
from recount.export.guide import Plain
from recount.model import Byline, CountedIncident, Place, Precision


def write_geojson(incidents: Iterable[CountedIncident], bylines: Mapping[str, Byline], out: TextIO) -> None:
    """A collection (RFC 7946) with a feature for each place that has a point.

    An incident without any has one feature without geometry, so that none is missing, and none lies at 0, 0. One that
    is told of several places has as many features with its whole toll each: `places` says how many.
    """
    features = [feature for counted in incidents for feature in _features(counted, bylines)]
    out.write('{"type": "FeatureCollection", "features": [')
    out.write(",".join("\n" + json.dumps(feature, ensure_ascii=False) for feature in features))
    out.write("\n]}\n")


def _features(counted: CountedIncident, bylines: Mapping[str, Byline]) -> Iterator[Plain]:
    row = flat(counted, bylines)
    placed = [place for place in counted.incident.where if _drawn(place)]
    if not placed:
        yield _feature(row, _named(counted.incident.where), 0, None)
    for place in placed:
        yield _feature(row, _named([place]), len(placed), place.point)


def _drawn(place: Place) -> bool:
    # The middle of a country is no place where anything was told to happen.
    return place.location is not None and place.precision is not Precision.COUNTRY


def _feature(row: Row, named: Row, places: int, point: tuple[float, float] | None) -> Plain:
    geometry = None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]}
    return {"type": "Feature", "geometry": geometry, "properties": {**row, **named, "places": places}}


def _named(places: Iterable[Place]) -> Row:
    place = next(iter(places), None)
    if place is None:
        return {"place": None, "precision": None, "country": None, "admin1": None}
    return {
        "place": place.name,
        "precision": None if place.precision is None else place.precision.value,
        "country": place.country,
        "admin1": place.admin1,
    }

"""Incidents as a map."""

import io
import json
from dataclasses import replace

from recount.export import write_geojson
from recount.model import Place, Precision
from tests.export.grelda import AT, BYLINES, COUNTRY, DEPOT, GRELDA, as_features, incident, place


def test_a_feature_has_longitude_first() -> None:
    [feature] = as_features(incident())
    assert feature["geometry"] == {"type": "Point", "coordinates": [-21.4, -33.9]}


def test_each_placed_location_is_a_feature_that_says_how_many_there_are() -> None:
    features = as_features(incident(where=(place(), place(DEPOT), place(None, "Hethrin"))))
    assert [feature["properties"]["place"] for feature in features] == [
        "Grelda",
        "Oskerne depot",
    ]
    assert all(feature["properties"]["places"] == 2 for feature in features)


def test_an_incident_without_a_point_has_a_feature_without_geometry() -> None:
    ambiguous = Place("New Ferry", AT, Precision.TOWN, None, (GRELDA, DEPOT))
    made = (incident(where=()), incident(where=(ambiguous,)), incident(where=(place(COUNTRY),)))
    features = as_features(*made)
    assert [feature["geometry"] for feature in features] == [None, None, None]
    assert [feature["properties"]["place"] for feature in features] == [
        None,
        "New Ferry",
        "Veldania",
    ]


def test_properties_tell_tolls_and_what_is_not_told_is_null() -> None:
    [feature] = as_features(incident())
    properties = feature["properties"]
    assert (properties["killed_min"], properties["killed_best"], properties["killed_max"]) == (5, None, 7)
    assert properties["injured_min"] is None
    assert properties["precision"] == "town"


def test_how_exactly_a_place_is_told_goes_with_it() -> None:
    [feature] = as_features(incident(where=(place(precision=Precision.NEAR),)))
    assert feature["properties"]["precision"] == "near"


def test_no_incidents_are_an_empty_collection() -> None:
    out = io.StringIO()
    write_geojson([], BYLINES, out)
    assert json.loads(out.getvalue()) == {"type": "FeatureCollection", "features": []}


def test_the_same_incidents_give_the_same_file() -> None:
    made = incident()
    assert as_features(made) == as_features(replace(made))

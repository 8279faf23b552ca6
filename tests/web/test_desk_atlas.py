"""The map: places as exactly as they are told, and no point where none is known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Place, Precision
from recount.store.pinning import spots_of
from recount.store.shapes import IncidentQuery, StoredIncident
from recount.web.atlas.drawing import INSET, NARROW, WIDE, Drawing, draw, killed
from recount.web.atlas.lettering import Sheet
from recount.web.atlas.pins import Pin, pins, why_off
from recount.web.atlas.projection import Box, Projection, holds, middle, path
from tests.web.fake_record import FakeRecord
from tests.web.veldania import BRUNNOTH, KARROWA, OUTLINES, PELLIMAR, place, record


def _at(*where: Place) -> StoredIncident:
    stored = record().stored[0]
    incident = replace(stored.counted.incident, id=str(where), where=where)
    return replace(stored, counted=replace(stored.counted, incident=incident))


def _pins(*incidents: StoredIncident) -> tuple[Pin, ...]:
    return pins(FakeRecord(list(incidents)).spots(IncidentQuery(), 99).rows)


def _off(*incidents: StoredIncident) -> list[StoredIncident]:
    return list(FakeRecord(list(incidents)).off_map(IncidentQuery(), 99).rows)


def _drawing(*incidents: StoredIncident) -> Drawing:
    made = draw(_pins(*incidents), OUTLINES, WIDE)
    assert made is not None
    return made


TOWN = place("Brunnoth", BRUNNOTH)
NEAR = place("Karrowa", KARROWA, Precision.NEAR)
DISTRICT = place("Pellimar", PELLIMAR)


def test_incidents_of_one_place_and_precision_share_a_mark() -> None:
    assert len(_pins(_at(TOWN), replace(_at(TOWN), counted=record().stored[0].counted))) == 1
    assert len(_pins(_at(TOWN), _at(place("Brunnoth", BRUNNOTH, Precision.NEAR)))) == 2


def test_an_incident_of_several_places_is_at_each() -> None:
    assert {at.name for at in _pins(_at(TOWN, NEAR))} == {"Brunnoth", "near Karrowa"}


def test_ambiguous_unknown_and_countrywide_places_get_no_point() -> None:
    country = replace(BRUNNOTH, name="Veldania", precision=Precision.COUNTRY)
    incidents = (_at(), _at(replace(TOWN, location=None)), _at(place("Veldania", country)))
    assert _pins(*incidents) == ()
    assert sorted(why_off(stored.counted.incident) for stored in _off(*incidents)) == [
        "Brunnoth: not located",
        "Veldania: country",
        "place not told",
    ]


def test_every_incident_is_on_the_map_or_named_beside_it() -> None:
    made = record()
    on = {spot.one for stored in made.stored for spot in spots_of(stored.counted)}
    off = {stored.counted.incident.id for stored in _off(*made.stored)}
    assert sum(at.incidents for at in _pins(*made.stored)) == len(on)
    assert on | off == {stored.counted.incident.id for stored in made.stored}
    assert not on & off


def test_a_town_is_a_dot_and_its_surroundings_are_a_disc() -> None:
    exact, rough = _drawing(_at(TOWN)).marks[0], _drawing(_at(NEAR)).marks[0]
    assert exact.exact
    assert exact.halo is None
    assert not rough.exact
    assert rough.halo is not None
    assert rough.halo > rough.radius


def test_a_district_is_shaded_by_its_outline() -> None:
    assert [shape.name for shape in _drawing(_at(DISTRICT)).shapes if shape.shaded] == ["Pellimar"]
    assert not [shape for shape in _drawing(_at(TOWN)).shapes if shape.shaded]


def test_a_district_is_found_by_its_point_where_the_names_differ() -> None:
    other = replace(PELLIMAR, name="District of P", admin2=None)
    assert [shape.name for shape in _drawing(_at(place("P", other))).shapes if shape.shaded] == ["Pellimar"]


def test_more_killed_make_a_larger_mark_and_untold_a_hollow_one() -> None:
    few = replace(_at(TOWN), counted=replace(_at(TOWN).counted, tolls=()))
    many, none = _drawing(_at(TOWN)).marks[0], _drawing(few).marks[0]
    assert many.radius > none.radius
    assert (many.told, none.told) == (True, False)


def test_a_sum_over_several_episodes_is_not_added() -> None:
    stored = _at(TOWN)
    incident = stored.counted.incident
    claims = tuple(replace(claim, several=True) for claim in incident.claims)
    total = replace(stored, counted=replace(stored.counted, incident=replace(incident, id="sum", claims=claims)))
    (both,) = _pins(stored, total)
    assert killed(both) == "at least 20 killed"
    assert both.incidents == 2


def test_the_view_holds_every_mark_and_shows_the_country_where_incidents_fill_it() -> None:
    for frame in (WIDE, NARROW, INSET):
        made = draw(_pins(*record().stored), OUTLINES, frame)
        assert made is not None
        assert frame.shortest <= made.height <= frame.tallest
        assert all(0 <= mark.x <= made.width and 0 <= mark.y <= made.height for mark in made.marks)
    assert {shape.name for shape in _drawing(_at(TOWN), _at(NEAR)).shapes} == {shape.name for shape in OUTLINES}


def test_districts_are_labelled() -> None:
    made = draw(_pins(*record().stored), OUTLINES, WIDE)
    assert made is not None
    assert {"Pellimar", "Ulmery", "Ghelt", "Northmark"} <= {name.words for name in made.names}


def test_without_incidents_the_outlines_are_drawn_and_without_both_nothing() -> None:
    assert draw((), OUTLINES, WIDE) is not None
    assert draw((), (), WIDE) is None
    assert draw(_pins(*record().stored), (), WIDE) is not None


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600), st.text("abc ", min_size=1, max_size=20)), max_size=40))
def test_no_name_covers_another_or_leaves_the_sheet(wanted: list[tuple[float, float, str]]) -> None:
    sheet = Sheet(960, 620)
    for x, y, words in wanted:
        sheet.beside(words, (x, y), 5, 12)
    for turn, (west, north, east, south) in enumerate(sheet.taken):
        assert west >= 0
        assert north >= 0
        assert east <= 960
        assert south <= 620
        assert not any(west < e and w < east and north < s and n < south for w, n, e, s in sheet.taken[turn + 1 :])


LON, LAT = st.floats(-179, 179), st.floats(-85, 85)


@given(st.lists(st.tuples(LON, LAT), min_size=1, max_size=6), st.floats(0.5, 2))
def test_a_view_fits_its_points_and_keeps_its_shape(points: list[tuple[float, float]], ratio: float) -> None:
    box = Box.around(points)
    assert box is not None
    shaped = box.roomy(0.4).shaped(ratio)
    assert shaped.ratio == pytest.approx(ratio)
    projection = Projection(shaped, 300 * ratio, 300)
    for lon, lat in points:
        x, y = projection.at(lon, lat)
        assert 0 <= x <= 300 * ratio
        assert 0 <= y <= 300


def test_north_is_up_and_east_is_right() -> None:
    projection = Projection(Box(0, 0, 10, 10), 100, 100)
    assert projection.at(0, 10) == (0, 0)
    assert projection.at(10, 0) == (100, 100)


SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
HOLE = ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 1.0))


@pytest.mark.parametrize(("lon", "lat", "inside"), [(3, 3, True), (1.5, 1.5, False), (5, 5, False)])
def test_a_hole_lies_outside(lon: float, lat: float, inside: bool) -> None:
    assert holds((SQUARE, HOLE), lon, lat) is inside


def test_the_name_stands_in_the_middle_of_the_largest_ring() -> None:
    assert middle((HOLE, SQUARE)) == (2.0, 2.0)


def test_points_too_close_to_see_are_left_out_of_a_path() -> None:
    fine = tuple((turn / 1000, 0.0) for turn in range(4000)) + SQUARE[1:]
    assert path([fine], Projection(Box(0, 0, 4, 4), 40, 40)).count("L") < 60

"""Each place that has a point is one spot for each precision, and no killed person is added from a sum or a guess."""

from dataclasses import replace
from pathlib import Path

import pytest

from recount.model import Place, Precision, Span
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.store.tellings import AT, BRUNNOTH, OSTERVANE, claim, counted, killed, place, read


@pytest.fixture
def full(record: Record) -> Record:
    near = replace(place(BRUNNOTH), precision=Precision.NEAR)
    record.put_incidents(
        [
            counted(claim("a"), where=(place(BRUNNOTH), place(OSTERVANE)), tolls=(killed(3, 5),)),
            counted(claim("b"), where=(place(BRUNNOTH),), tolls=(killed(2, None),)),
            counted(claim("c"), where=(near,)),
            counted(claim("d"), where=(Place("New Ferry", Span(0, 1), candidates=(BRUNNOTH, OSTERVANE)),)),
            counted(claim("e"), where=(Place("Veldania", Span(0, 1), Precision.COUNTRY, BRUNNOTH),)),
        ],
        [],
        [],
    )
    return record


def test_incidents_of_one_place_and_precision_share_a_spot(full: Record) -> None:
    told = {(spot.place.name, spot.place.precision): spot for spot in full.spots(IncidentQuery(), 9).rows}
    both = told["Brunnoth", Precision.TOWN]
    assert (both.incidents, both.one, both.low, both.high) == (2, "a@0", 5, None)
    assert (told["Östervane", Precision.TOWN].low, told["Östervane", Precision.TOWN].high) == (3, 5)
    assert (told["Brunnoth", Precision.NEAR].incidents, told["Brunnoth", Precision.NEAR].low) == (1, None)
    assert len(told) == 3


def test_spots_obey_the_filters_and_what_has_none_is_named(full: Record) -> None:
    assert [spot.incidents for spot in full.spots(IncidentQuery(min_killed=3), 9).rows] == [1, 1]
    off = full.off_map(IncidentQuery(), 1)
    assert ([row.counted.incident.id for row in off.rows], off.total) == (["d@0"], 2)


def test_spots_go_with_their_last_incident(record: Record, path: Path) -> None:
    mill = replace(BRUNNOTH, name="Zyxo Mill")
    record.keep(read("secret"))
    record.put_incidents([counted(claim("secret"), where=(place(mill),))], [], [])
    assert record.spots(IncidentQuery(), 9).total == 1
    record.remove("secret", "asked for by the family", AT)
    assert record.spots(IncidentQuery(), 9).total == 0
    assert not any(b"Zyxo" in file.read_bytes() for file in path.parent.glob(f"{path.name}*"))

"""Incidents as a table."""

import io
from dataclasses import replace

import pytest

from recount.export import write_csv
from recount.export.csv import harmless
from recount.model import Place, SourceKind
from tests.export.grelda import AT, COUNTRY, DEPOT, GRELDA, MONITOR, as_csv, claim, incident, place


def test_an_incident_is_one_row_with_its_tolls() -> None:
    [row] = as_csv(incident(claim(), claim(report="herald-1")))
    assert (row["killed_min"], row["killed_best"], row["killed_max"], row["policy"]) == ("5", "", "7", "range")
    assert (row["first_day"], row["last_day"]) == ("2031-03-04", "2031-03-05")
    assert (row["type"], row["by"], row["outlets"]) == ("shelling", "Highland Front", "Norvane Courier; Orsamun Herald")


def test_what_is_not_told_is_an_empty_cell_and_never_0() -> None:
    bare = replace(incident(), tolls=())
    untold = replace(bare, incident=replace(bare.incident, when=None, where=()))
    [row] = as_csv(untold)
    cells = ("first_day", "last_day", "place", "lat", "lon", "killed_min", "killed_max", "injured_min", "policy")
    assert [row[cell] for cell in cells] == [""] * len(cells)


def test_a_point_is_given_where_there_is_one_only() -> None:
    [one, two] = as_csv(incident(where=(place(),)), incident(where=(place(), place(DEPOT))))
    assert (one["lat"], one["lon"]) == ("-33.9", "-21.4")
    assert (two["lat"], two["lon"], two["place"]) == ("", "", "Grelda; Oskerne depot")


def test_the_header_stands_there_without_incidents_too() -> None:
    out = io.StringIO()
    write_csv([], {}, out)
    assert out.getvalue().splitlines() == [",".join(as_csv(incident())[0])]


@pytest.mark.parametrize("cell", ["=1+1", "+41", "-1", "@here", "\t=1", " =1", "\n@x", "＝1", "\rx"])
def test_no_words_are_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["two - or three - dead", "5", "", None, -33.9, 0])
def test_other_cells_stay_as_they_are(cell: str | float | None) -> None:
    assert harmless(cell) == cell


def test_no_field_of_a_report_becomes_a_formula() -> None:
    evil = '=HYPERLINK("https://evil.example","x")'
    told = replace(
        claim(evil),
        where=(Place(evil, AT),),
        by=(evil,),
        target=(evil,),
        weapon=evil,
        chains=((replace(MONITOR, name=evil, kind=SourceKind.BODY),),),
    )
    made = incident(told)
    [row] = as_csv(replace(made, incident=replace(made.incident, id=evil, origins=(evil,))))
    assert sum(cell == f"'{evil}" for cell in row.values()) == 7
    assert not any(cell.startswith("=") for cell in row.values())


def test_a_figure_over_several_episodes_is_marked() -> None:
    [one, several] = as_csv(incident(), incident(replace(claim(), several=True)))
    assert (one["several_episodes"], several["several_episodes"]) == ("no", "yes")


def test_countries_and_provinces_stand_beside_the_place() -> None:
    [row] = as_csv(incident(where=(place(GRELDA), place(COUNTRY))))
    assert (row["country"], row["admin1"], row["precision"]) == ("Veldania", "Saravel", "town; country")

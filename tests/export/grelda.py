"""One invented incident, and ways to vary it."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

from recount.export import write_csv, write_geojson, write_jsonl
from recount.model import (
    Byline,
    Claim,
    Count,
    CountedIncident,
    DayFrom,
    Days,
    Event,
    Figure,
    Incident,
    Location,
    Outcome,
    Place,
    Precision,
    Published,
    Source,
    SourceKind,
    Span,
    Toll,
    When,
)

Written = dict[str, Any]
"""What was written, read again."""

AT = Span(0, 1)
GRELDA = Location("Grelda", -33.9, -21.4, Precision.TOWN, "Veldania", "Saravel", "Upper Tarn")
DEPOT = Location("Oskerne depot", -34.0512, -21.2043, Precision.SITE, "Veldania", "Saravel", "Upper Tarn")
COUNTRY = Location("Veldania", -34.5, -20.9, Precision.COUNTRY, "Veldania")
MONITOR = Source("Veldanian Rights Monitor", SourceKind.BODY, AT)
DIRECTOR = Source("Orla Venn", SourceKind.PERSON, AT, body="Veldanian Rights Monitor", role="director")
WITNESS = Source("Tarel Onsk", SourceKind.PERSON, AT)
COURIER = Byline("courier-1", "Norvane Courier", "Shells on Grelda", Published(date(2031, 3, 5), DayFrom.TOLD))
BYLINES = {"courier-1": COURIER, "herald-1": Byline("herald-1", "Orsamun Herald")}


def place(location: Location | None = GRELDA, name: str | None = None, precision: Precision | None = None) -> Place:
    if location is None:
        return Place(name or "Grelda", AT, precision)
    known = precision or location.precision
    return Place(name or location.name, AT, known, location, country=location.country, admin1=location.admin1)


def claim(words: str = "Shells killed five people in Grelda", report: str = "courier-1", at: int = 12) -> Claim:
    killed = Count(Outcome.KILLED, AT, low=5, high=5)
    return Claim(
        report,
        Span(at, at + 4),
        Span(0, len(words)),
        words,
        Event.SHELLING,
        when=When.within(Days(date(2031, 3, 4), date(2031, 3, 5))),
        where=(place(),),
        by=("Highland Front",),
        counts=(killed,),
        chains=((MONITOR,),),
    )


def incident(*claims: Claim, where: tuple[Place, ...] | None = None) -> CountedIncident:
    told = claims or (claim(),)
    figure = Figure("Veldanian Rights Monitor", Outcome.KILLED, "people", 5, 5, False, None, told[0].id, False)
    toll = Toll(Outcome.KILLED, 5, None, 7, "range", (figure,))
    first = told[0]
    made = Incident(first.id, told, first.event, first.when, first.where if where is None else where)
    return CountedIncident(replace(made, origins=("Veldanian Rights Monitor",)), (toll,))


def as_csv(*incidents: CountedIncident) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv(incidents, BYLINES, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def as_object(counted: CountedIncident) -> Written:
    out = io.StringIO()
    write_jsonl([counted], BYLINES, out)
    [line] = out.getvalue().splitlines()
    written: Written = json.loads(line)
    return written


def as_features(*incidents: CountedIncident) -> list[Written]:
    out = io.StringIO()
    write_geojson(incidents, BYLINES, out)
    collection = json.loads(out.getvalue())
    assert collection["type"] == "FeatureCollection"
    features: list[Written] = collection["features"]
    return features

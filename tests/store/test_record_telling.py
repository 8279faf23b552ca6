"""Who tells of which incidents, and where two origins agree: no figure is made up, and all goes with its incident."""

from dataclasses import replace
from typing import Any

import pytest

from recount.model import Assertion, CountedIncident, Event, Figure, NotFoundError, Outcome, Toll
from recount.store import Record
from recount.store.shapes import Accord, Heard, IncidentQuery, Meeting, PairQuery
from recount.store.telling import ABOUT, Whole, whole
from tests.store.tellings import BRUNNOTH, body, claim, counted, place, read

ALL = IncidentQuery()
MOST = 100


def _figure(origin: str, low: int | None, high: int | None, **fields: Any) -> Figure:
    made = Figure(origin, Outcome.KILLED, "people", low, high, False, None, "a@0", False)
    return replace(made, **fields)


def _told(id: str, *figures: Figure, **fields: Any) -> CountedIncident:
    origins = tuple(dict.fromkeys(figure.origin for figure in figures))
    named = claim(id, chains=tuple((body(origin),) for origin in origins))
    own = tuple(replace(figure, claim=named.id) for figure in figures)
    toll = Toll(Outcome.KILLED, None, None, None, "range", own)
    return counted(named, tolls=(toll,), origins=origins, where=(place(BRUNNOTH),), **fields)


@pytest.fixture
def full(record: Record) -> Record:
    record.put_incidents(
        [
            _told("a", _figure("Lamps", 5, 5), _figure("Monitor", 5, 5)),
            _told("b", _figure("Lamps", 5, None), _figure("Monitor", 7, 7)),
            _told("c", _figure("Lamps", 3, 3), _figure("Monitor", 9, 9), type=Event.AIR_STRIKE),
            _told("d", _figure("Lamps", None, None, vague="dozens"), _figure("Monitor", 30, 30)),
            _told("e", _figure("Lamps", 1, 1)),
            _told("f", _figure("Monitor", 2, 2)),
            _told("g", _figure("Lamps", 30, 30, approx=True), _figure("Monitor", 32, 32)),
        ],
        [],
        [],
    )
    return record


def test_each_origin_is_heard_of_each_kind_of_event(full: Record) -> None:
    heard = full.heard_by_event(ALL, MOST)
    assert heard.looked_at == 7
    assert Heard("Lamps", False, "air_strike", 1) in heard.told
    assert Heard("Lamps", False, "shelling", 5) in heard.told


def test_only_the_newest_of_a_view_are_counted(full: Record) -> None:
    heard = full.heard_by_event(ALL, 2)
    assert (heard.looked_at, sum(one.incidents for one in heard.told)) == (2, 4)
    assert full.heard_by_event(IncidentQuery(place="Nowhere"), MOST).told == []


def test_pairs_meet_in_incidents_and_in_equal_figures(full: Record) -> None:
    met = full.meetings(ALL, {"Lamps", "Monitor", "Nobody"}, Outcome.KILLED, MOST)
    assert met == [Meeting("Lamps", "Monitor", 5, 5, 1)]


@pytest.mark.parametrize(
    ("accord", "ids"),
    [
        (Accord.SAME, {"a@0"}),
        (Accord.MEET, {"b@0", "g@0"}),
        (Accord.APART, {"c@0"}),
        (Accord.OPEN, {"d@0"}),
        (Accord.ONE, {"e@0"}),
        (Accord.OTHER, {"f@0"}),
    ],
)
def test_two_origins_stand_to_each_other_in_one_way_in_each_incident(
    full: Record, accord: Accord, ids: set[str]
) -> None:
    query = PairQuery(ALL, "Lamps", "Monitor")
    assert full.accords(query)[accord] == len(ids)
    found = full.in_accord(query, accord, 10)
    assert ({one.counted.incident.id for one in found.rows}, found.total) == (ids, len(ids))


def test_filters_and_outcomes_narrow_a_pair(full: Record) -> None:
    one = full.accords(PairQuery(IncidentQuery(type=Event.AIR_STRIKE), "Lamps", "Monitor"))
    assert (one[Accord.APART], sum(one.values())) == (1, 1)
    assert full.accords(PairQuery(ALL, "Lamps", "Monitor", Outcome.INJURED))[Accord.OPEN] == 5


def test_a_denial_is_heard_and_gives_no_figure(record: Record) -> None:
    record.keep(read("z"))
    told = _told("a", _figure("Lamps", 5, 5))
    denial = claim("z", chains=((body("Army"),),), assertion=Assertion.DENIED)
    record.put_incidents([replace(told, incident=replace(told.incident, denials=(denial,)))], [], [])
    assert Heard("Army", False, "denied", 1) in record.heard_by_outcome(ALL, MOST).told
    assert record.accords(PairQuery(ALL, "Lamps", "Army"))[Accord.OPEN] == 1


def test_who_publishes_without_a_source_is_an_outlet(record: Record) -> None:
    made = counted(claim("a"), origins=("Courier",))
    record.put_incidents([made], [], [])
    assert record.is_outlet("Courier")
    assert not record.is_outlet("Lamps")


def test_what_is_told_goes_with_its_incident(full: Record) -> None:
    full.put_incidents([], [], [])
    assert full.heard_by_outcome(ALL, MOST).told == []


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([_figure("M", 5, 5)], Whole(5, 5)),
        ([_figure("M", 5, 5, who="civilian"), _figure("M", 2, 2, who="combatant")], Whole(7, 7)),
        ([_figure("M", 9, 9), _figure("M", 2, 2, who="civilian")], Whole(9, 9)),
        ([_figure("M", 9, None), _figure("M", 4, 4, who="child", part=True)], Whole(9, None)),
        ([_figure("M", None, None, vague="dozens"), _figure("M", 15, 15, part=True)], Whole(15, None)),
        ([_figure("M", None, None, vague="dozens")], Whole(None, None, "dozens")),
        ([_figure("M", 30, 30, approx=True)], Whole(30, 30, ABOUT)),
        ([_figure("M", None, None, vague="unknown")], None),
    ],
)
def test_the_whole_of_an_origin_counts_nobody_twice(figures: list[Figure], expected: Whole | None) -> None:
    assert whole(Toll(Outcome.KILLED, None, None, None, "range", tuple(figures)), "M") == expected


def test_a_former_version_keeps_its_text(record: Record) -> None:
    record.keep(read("a", "Five people were killed."))
    record.keep(read("a", "Six people were killed."))
    texts = [record.version_text("a", number) for number in (1, 2)]
    assert [text.content for text in texts if text is not None] == [
        "Five people were killed.",
        "Six people were killed.",
    ]
    with pytest.raises(NotFoundError):
        record.version_text("a", 3)


def test_incidents_come_with_their_tolls_alone(full: Record) -> None:
    found = full.tolled(IncidentQuery(limit=2))
    assert (len(found.rows), found.total) == (2, 7)
    assert all(one.tolls for one in found.rows)

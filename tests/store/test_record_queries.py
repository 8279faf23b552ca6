"""A query lets through what it says and nothing else, and an absent bound lets all through."""

from dataclasses import replace
from datetime import date

import pytest

from recount.model import CountedIncident, Event, NotFoundError, Place, Precision, Source, SourceKind, Span
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.store.tellings import BRUNNOTH, OSTERVANE, body, claim, counted, killed, place, published, read, within

MEDIC = Source("Dr. Example Person", SourceKind.PERSON, Span(0, 1), body="Blue Lamps")


def _incidents() -> list[CountedIncident]:
    market = claim("a", words="A shell hit the market of Brünnoth.", by=("Highland Front",), chains=((MEDIC,),))
    school = claim(
        "b",
        words="An air strike hit a school near the mill.",
        within="Pellimar",
        where=(place(BRUNNOTH),),
        by=("Army",),
    )
    bridge = claim("c", words="Fighters attacked 100% of the bridges_north.", chains=((body("River Radio"),),))
    denial = claim("d", words="The ministry denied it.", chains=((body("Veldanian ministry"),),))
    return [
        counted(
            market,
            type=Event.SHELLING,
            when=within(date(2031, 4, 10), date(2031, 4, 12)),
            where=(place(OSTERVANE),),
            tolls=(killed(3, 12),),
            origins=("Veldanian Rights Monitor",),
            denials=(denial,),
        ),
        counted(school, type=Event.AIR_STRIKE, when=within(date(2031, 4, 20), None), tolls=(killed(5, None),)),
        counted(bridge, type=Event.ATTACK, when=within(None, date(2031, 4, 5)), tolls=(killed(None, 4),)),
        counted(claim("e", words="Somebody was hurt.")),
    ]


@pytest.fixture
def full(record: Record) -> Record:
    for id in "abcde":
        record.keep(read(id, f"The words of {id}.", claim(id)))
    record.put_incidents(_incidents(), [], [])
    return record


def _found(record: Record, query: IncidentQuery) -> str:
    page = record.incidents(query)
    assert page.total == len(page.rows)
    return "".join(row.counted.incident.id[0] for row in page.rows)


def test_without_bounds_all_come_newest_first_and_those_without_a_day_last(full: Record) -> None:
    assert _found(full, IncidentQuery()) == "bace"


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2031, 4, 12), None, "ba"),
        (date(2031, 4, 13), None, "b"),
        (None, date(2031, 4, 9), "c"),
        (None, date(2031, 4, 10), "ac"),
        (date(2031, 4, 11), date(2031, 4, 11), "a"),
        (date(2031, 4, 5), date(2031, 4, 5), "c"),
        (date(2031, 4, 6), date(2031, 4, 9), ""),
        (date(2040, 1, 1), None, "b"),
        (None, date(2000, 1, 1), "c"),
    ],
)
def test_days_keep_what_can_have_touched_one_of_them(
    full: Record, first: date | None, last: date | None, found: str
) -> None:
    assert _found(full, IncidentQuery(first=first, last=last)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Östervane", "a"),
        ("OSTERVANE", "a"),
        ("Ulmery", "a"),
        ("Askerdale", "a"),
        ("Brunnoth", "b"),
        ("al-Brunnoth", "b"),
        ("Pellimar", "b"),
        ("Veldania", "ba"),
        ("Brun", ""),
        ("Karrowa", ""),
    ],
)
def test_a_place_is_found_by_its_folded_name_and_by_what_it_lies_in(full: Record, name: str, found: str) -> None:
    assert _found(full, IncidentQuery(place=name)) == found


def test_a_place_that_no_list_knows_is_found_as_it_is_told(record: Record) -> None:
    mill = Place("the Old Mill", Span(0, 1), Precision.SITE, admin1="Northmark")
    record.put_incidents([counted(claim("a", where=(mill,)))], [], [])

    assert _found(record, IncidentQuery(place="Old Mill")) == _found(record, IncidentQuery(place="northmark")) == "a"


@pytest.mark.parametrize(("name", "found"), [("highland front", "a"), ("Army", "b"), ("Blue Lamps", "")])
def test_by_keeps_what_that_actor_did(full: Record, name: str, found: str) -> None:
    assert _found(full, IncidentQuery(by=name)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Blue Lamps", "a"),
        ("Dr. Example Person", "a"),
        ("Veldanian Rights Monitor", "a"),
        ("river radio", "c"),
        ("Veldanian Ministry", "a"),
        ("Highland Front", ""),
    ],
)
def test_a_source_is_found_by_any_link_of_a_chain_an_origin_or_a_denial(full: Record, name: str, found: str) -> None:
    assert _found(full, IncidentQuery(source=name)) == found


def test_a_type_keeps_its_own(full: Record) -> None:
    assert _found(full, IncidentQuery(type=Event.AIR_STRIKE)) == "b"


@pytest.mark.parametrize(
    ("least", "found"), [(0, "bac"), (1, "bac"), (4, "bac"), (5, "ba"), (6, "a"), (12, "a"), (13, "")]
)
def test_the_least_number_killed_is_compared_with_the_most_that_is_told(full: Record, least: int, found: str) -> None:
    assert _found(full, IncidentQuery(min_killed=least)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("market", "a"),
        ("BRUNNOTH shell", "a"),
        ("hit", "ba"),
        ("hit school", "b"),
        ("denied", "a"),
        ("100%", "c"),
        ("0%0", ""),
        ("bridges_north", "c"),
        ("s_h", ""),
        ("  ", "bace"),
        ("hit nothing", ""),
    ],
)
def test_words_must_all_stand_in_the_quotes_whatever_their_case_and_accents(
    full: Record, words: str, found: str
) -> None:
    assert _found(full, IncidentQuery(words=words)) == found


def test_bounds_are_taken_together(full: Record) -> None:
    assert _found(full, IncidentQuery(words="hit", place="Veldania", min_killed=6)) == "a"


def test_a_page_holds_some_and_tells_how_many_there_are(full: Record) -> None:
    pages = [full.incidents(IncidentQuery(limit=3, offset=offset)) for offset in (0, 3, 6)]

    assert [page.total for page in pages] == [4, 4, 4]
    assert ["".join(row.counted.incident.id[0] for row in page.rows) for page in pages] == ["bac", "e", ""]
    assert len(full.incidents(IncidentQuery(offset=1)).rows) == 3


def test_more_incidents_than_can_be_named_at_once_all_come_with_their_reports(record: Record) -> None:
    ids = [f"report {number:04}" for number in range(600)]
    record.keep(read(ids[0]))
    record.put_incidents([counted(claim(id)) for id in ids], [], [])
    rows = record.incidents(IncidentQuery()).rows

    assert [row.counted.incident.id for row in rows] == [f"{id}@0" for id in ids]
    assert [list(row.reports) for row in rows[:2]] == [[ids[0]], []]


def test_an_incident_comes_back_as_it_was_put_with_its_reports(full: Record) -> None:
    found = full.incident("a@0")

    assert found.counted == _incidents()[0]
    assert list(found.reports) == ["a", "d"]
    assert found.reports["d"].claims == 1


@pytest.mark.parametrize("id", ["nothing", "z@0", "a@", "a", ""])
def test_an_id_that_nothing_has_is_told_in_words(full: Record, id: str) -> None:
    with pytest.raises(NotFoundError, match="No incident or claim has the id"):
        full.incident(id)


def test_reports_come_latest_first_and_those_without_a_day_last(record: Record) -> None:
    for id, day in (("a", None), ("b", date(2031, 4, 1)), ("c", date(2031, 4, 9)), ("d", date(2031, 4, 9))):
        record.keep(read(id, id, published=None if day is None else published(day)))
    record.keep(replace(read("e", "e"), claims=()))

    assert [row.id for row in record.reports().rows] == ["c", "d", "b", "a", "e"]
    assert [row.id for row in record.reports(limit=2, offset=1).rows] == ["d", "b"]
    assert record.reports(limit=2, offset=1).total == 5


@pytest.mark.parametrize(
    ("words", "found"),
    [("brunnoth", "a"), ("Évening", "b"), ("evening post", "b"), ("50%", "a"), ("b", "ab"), ("x", "")],
)
def test_reports_are_found_by_words_of_text_title_outlet_and_id(record: Record, words: str, found: str) -> None:
    record.keep(read("a", "A shell hit half (50%) of Brünnoth."))
    record.keep(read("b", "Nothing else.", outlet="Evening Post", title="Nothing"))

    assert "".join(row.id for row in record.reports(words).rows) == found
    assert record.reports(words).total == len(found)


def test_a_report_that_is_not_there_is_told_in_words(record: Record) -> None:
    with pytest.raises(NotFoundError, match="No report has the id nothing"):
        record.report("nothing")

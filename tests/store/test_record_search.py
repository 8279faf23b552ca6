"""Words find incidents wherever they stand of them, and stay findable exactly as long as what they stand in."""

from datetime import date
from pathlib import Path

import pytest

from recount.model import CountedIncident, Outcome, Source, SourceKind, Span
from recount.store import Record
from recount.store.matching import expression
from recount.store.shapes import IncidentQuery
from tests.store.tellings import AT, BRUNNOTH, OSTERVANE, a_count, body, claim, counted, killed, place, read, within

MEDIC = Source("Dr. Example Person", SourceKind.PERSON, Span(0, 1), body="Blue Lamps")


def _incidents() -> list[CountedIncident]:
    market = claim("a", words="A shell hit the market.", by=("Army",), weapon="mortar", counts=(a_count(3),),
                   chains=((MEDIC,),), where=(place(BRUNNOTH),), against=("Highland Front",))  # fmt: skip
    bridge = claim("b", words="Fighters attacked the bridges.", chains=((body("River Radio"),),))
    return [
        counted(market, where=(place(BRUNNOTH),), origins=("Blue Lamps",), tolls=(killed(3, 3),)),
        counted(bridge, where=(place(OSTERVANE),), origins=("River Radio",)),
    ]


@pytest.fixture
def full(record: Record) -> Record:
    record.keep(read("a", "A shell hit the market.", title="Night of fire", outlet="Evening Post"))
    record.keep(read("b", "Fighters attacked the bridges."))
    record.put_incidents(_incidents(), [], [])
    return record


def _found(record: Record, query: IncidentQuery) -> str:
    return "".join(sorted(row.counted.incident.id[0] for row in record.incidents(query).rows))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("market", "a"),
        ("MARK", "a"),
        ("arket", ""),
        ("fire", "a"),
        ("evening", "a"),
        ("ostervane", "b"),
        ("Askerdale", "b"),
        ("army", "a"),
        ("highland", "a"),
        ("mortar", "a"),
        ("river radio", "b"),
        ("market river", ""),
        ('"market" OR bridges', ""),
        ("NOT market", ""),
        ("market -", "a"),
        ("%", ""),
        ("(", ""),
        (" ", "ab"),
    ],
)
def test_all_words_must_begin_words_of_what_an_incident_is_told_with(full: Record, words: str, found: str) -> None:
    assert _found(full, IncidentQuery(anywhere=words)) == found


def test_words_in_quotes_and_words_anywhere_are_two_questions(full: Record) -> None:
    assert _found(full, IncidentQuery(words="fire")) == ""
    assert _found(full, IncidentQuery(words="shell", anywhere="fire")) == "a"


@pytest.mark.parametrize(("weapon", "found"), [("Mortar", "a"), ("barrel bomb", "")])
def test_a_weapon_and_an_outcome_keep_what_tells_of_them(full: Record, weapon: str, found: str) -> None:
    assert _found(full, IncidentQuery(weapon=weapon)) == found
    assert _found(full, IncidentQuery(weapon=weapon, outcome=Outcome.KILLED)) == found
    assert _found(full, IncidentQuery(outcome=Outcome.DETAINED)) == ""


def test_an_incident_put_anew_is_found_by_its_new_words_alone(full: Record) -> None:
    full.put_incidents([counted(claim("a", words="A drone hit the mill."))], [], [])
    assert _found(full, IncidentQuery(anywhere="market")) == ""
    assert _found(full, IncidentQuery(anywhere="mill")) == "a"


def test_a_report_is_found_by_the_words_of_its_last_version_alone(full: Record) -> None:
    full.keep(read("a", "A drone hit the mill."))
    assert [row.id for row in full.reports("mill").rows] == ["a"]
    assert full.reports("market").total == 0


def test_facets_count_what_the_incidents_found_share(full: Record) -> None:
    told = full.found(IncidentQuery(anywhere="market")).facets
    held = {(facet.role, facet.shown): facet.incidents for facet in told.values}
    assert held["place", "Brunnoth"] == held["weapon", "mortar"] == held["outcome", "killed"] == 1
    assert held["source", "Blue Lamps"] == 1
    assert told.looked_at == 1
    both = {(facet.role, facet.shown): facet.incidents for facet in full.found(IncidentQuery()).facets.values}
    assert both["place", "Veldania"] == 2


def test_no_list_of_sources_names_a_person(full: Record) -> None:
    assert _found(full, IncidentQuery(source="Dr. Example Person")) == "a"
    assert all("Example" not in facet.shown for facet in full.found(IncidentQuery()).facets.values)


def test_facets_tell_the_months_and_look_at_the_newest_alone(record: Record) -> None:
    days = {"a": "2031-03-01", "b": "2031-03-09", "c": "2031-04-01"}
    record.put_incidents([counted(claim(id), when=within(_day(day), _day(day))) for id, day in days.items()], [], [])
    assert record.found(IncidentQuery()).facets.months == [("2031-03", 2), ("2031-04", 1)]
    assert record.found(IncidentQuery(), most=1).facets.months == [("2031-04", 1)]


def test_what_is_removed_is_in_no_index_of_words(record: Record, path: Path) -> None:
    record.keep(read("secret", "Nine were killed near the zyxomill."))
    record.keep(read("b", "Fighters attacked the bridges."))
    record.put_incidents([counted(claim("secret", words="Nine were killed near the zyxomill."))], [], [])
    assert record.reports("zyxomill").total == _total(record, "zyxomill") == 1

    record.remove("secret", "asked for by the family", AT)

    assert record.reports("zyxomill").total == _total(record, "zyxomill") == 0
    assert not any(b"zyxomill" in file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert record.reports("bridges").total == 1


def _total(record: Record, words: str) -> int:
    return record.incidents(IncidentQuery(anywhere=words)).total


def _day(told: str) -> date:
    return date.fromisoformat(told)


@pytest.mark.parametrize(("words", "asked"), [("", None), ("…", None), ('a"b', '"ab"*'), ("É x", '"e"* AND "x"*')])
def test_a_question_is_words_alone_and_never_a_language(words: str, asked: str | None) -> None:
    assert expression(words) == asked

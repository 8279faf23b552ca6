"""The API answers what its description says: the same reads as the pages, as JSON."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from recount.model import Event, IssueKind, Outcome, Precision, Step
from recount.run import counted_under
from recount.store.shapes import IncidentQuery
from recount.tally import Key, add_up, load_policies
from recount.web.api import views
from recount.web.api.answers import openapi
from recount.web.api.routes import ANSWERS
from recount.web.api.sums import sum_object
from recount.web.desk import desk
from recount.web.filters import NAMES
from recount.web.pages.timeline import OUTCOMES
from tests.web.fake_record import FakeRecord
from tests.web.judging_desk import ORIGIN, Deciding, deciding, sampled

__all__ = ["deciding", "sampled"]

DOCUMENT: dict[str, Any] = dict(openapi())
ADDRESSES = {
    "/api/incidents": ["/api/incidents", "/api/incidents?place=Ilmesk", "/api/incidents?page=2"],
    "/api/incidents/{id}": ["/api/incidents/brasmere-eight-weeks@491", "/api/incidents/norvane-ilmesk@216"],
    "/api/reports": ["/api/reports", "/api/reports?words=market"],
    "/api/reports/{id}": ["/api/reports/norvane-ilmesk", "/api/reports/un-office-update"],
    "/api/sources": ["/api/sources", "/api/sources?place=Ilmesk", "/api/sources?page=9"],
    "/api/facets": ["/api/facets", "/api/facets?q=market&from=2031-03-01"],
    "/api/timeline": [
        "/api/timeline",
        "/api/timeline?per=day&stack=actor&count=injured&page=2",
        "/api/timeline?place=nowhere&stack=people",
    ],
    "/api/tally": ["/api/tally", "/api/tally?keys=month,admin1&policy=ibc&by=Marrovia", "/api/tally?outcome=displaced"],
    "/api/totals": ["/api/totals", "/api/totals?page=2"],
    "/api/issues": ["/api/issues"],
    "/api/places": ["/api/places", "/api/places?bounds=-180,-90,180,90&type=shelling"],
    "/api/outlines": ["/api/outlines"],
}


def faults(value: Any, schema: Mapping[str, Any]) -> list[str]:
    """Where a value is not what a schema of the description says."""
    whole = {**schema, "components": DOCUMENT["components"]}
    found = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).iter_errors(value)
    return [f"{error.json_path}: {error.message}"[:300] for error in found]


def parameters(path: str) -> list[Mapping[str, Any]]:
    """What may be asked at an address."""
    named = (one["$ref"].rpartition("/")[2] for one in DOCUMENT["paths"][path]["get"]["parameters"])
    return [DOCUMENT["components"]["parameters"][name] for name in named]


def schema_of(path: str, status: str = "200") -> Mapping[str, Any]:
    told: Mapping[str, Any] = DOCUMENT["paths"][path]["get"]["responses"][status]["content"]["application/json"]
    return told["schema"]  # type: ignore[no-any-return]


def test_the_description_has_all_addresses_and_no_others() -> None:
    assert set(DOCUMENT["paths"]) == {path.replace("{id:path}", "{id}") for path, _ in ANSWERS} == set(ADDRESSES)


def test_the_description_has_every_filter() -> None:
    for path in ("/api/incidents", "/api/sources", "/api/facets", "/api/timeline", "/api/tally", "/api/places"):
        assert set(NAMES) <= {one["name"] for one in parameters(path)}, path
    assert {one["name"] for one in parameters("/api/incidents")} == {*NAMES, "page"}


def test_the_description_lists_what_there_is() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for name, kinds in (("Outcome", Outcome), ("Event", Event), ("Precision", Precision)):
        assert schemas[name]["enum"] == [kind.value for kind in kinds]
    assert schemas["Issue"]["properties"]["kind"]["enum"] == [kind.value for kind in IssueKind]
    assert schemas["Told"]["properties"]["step"]["enum"] == [step.value for step in Step]
    assert schemas["Tally"]["properties"]["keys"]["items"]["enum"] == [key.value for key in Key]
    counted = DOCUMENT["components"]["parameters"]["count"]["schema"]["enum"]
    assert counted == [outcome.value for outcome in OUTCOMES]


def test_every_reference_leads_to_something_and_everything_is_referred_to() -> None:
    told = json.dumps(DOCUMENT)
    for kind, held in DOCUMENT["components"].items():
        referred = set(re.findall(rf"#/components/{kind}/(\w+)", told))
        assert referred == set(held), kind
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", list(ADDRESSES))
def test_each_answer_is_as_described(deciding: Deciding, path: str) -> None:
    for address in ADDRESSES[path]:
        answer = deciding.client.get(address)
        assert answer.status_code == 200, address
        assert faults(answer.json(), schema_of(path)) == [], address


@pytest.mark.parametrize(
    ("address", "path", "status"),
    [
        ("/api/incidents?from=x", "/api/incidents", 400),
        ("/api/incidents/none@1", "/api/incidents/{id}", 404),
        ("/api/reports/none", "/api/reports/{id}", 404),
        ("/api/tally?keys=moon", "/api/tally", 400),
        ("/api/tally?policy=none", "/api/tally", 400),
        ("/api/places?bounds=here", "/api/places", 400),
        ("/api/timeline?min_killed=x", "/api/timeline", 400),
    ],
)
def test_a_problem_is_told_as_described(deciding: Deciding, address: str, path: str, status: int) -> None:
    answer = deciding.client.get(address)
    assert answer.status_code == status
    assert faults(answer.json(), schema_of(path, str(status))) == []


@pytest.mark.parametrize("policy", sorted(load_policies()))
def test_a_tally_is_the_one_of_the_incidents_counted_anew(deciding: Deciding, policy: str) -> None:
    told = deciding.client.get(f"/api/tally?keys=month,admin1&policy={policy}").json()
    with deciding.record() as record:
        rule = load_policies()[policy]
        counted = counted_under(rule, record.incidents(IncidentQuery()).rows, record.bylines())
    keys = (Key.MONTH, Key.ADMIN1)
    rows = add_up([one.counted for one in counted], keys, (Outcome.KILLED, Outcome.INJURED), rule)
    assert rows
    assert told["rows"] == json.loads(json.dumps([sum_object(row, keys, policy) for row in rows]))


def test_more_incidents_than_one_answer_adds_up_are_refused_and_none_are_added(
    deciding: Deciding, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = deciding.client.get("/api/incidents").json()["total"]
    monkeypatch.setattr(views, "ADDED_UP", whole - 1)
    answer = deciding.client.get("/api/tally")
    assert (answer.status_code, "recount tally" in answer.json()["problem"]) == (400, True)
    assert faults(answer.json(), schema_of("/api/tally", "400")) == []
    monkeypatch.setattr(views, "ADDED_UP", whole)
    assert deciding.client.get("/api/tally").status_code == 200


def test_the_description_is_served(deciding: Deciding) -> None:
    assert deciding.client.get("/api/openapi.json").json() == DOCUMENT


def test_it_tells_as_much_as_the_pages(deciding: Deciding) -> None:
    with deciding.record() as record:
        assert deciding.client.get("/api/totals").json()["incidents"] == record.totals().incidents
    every = deciding.client.get("/api/incidents").json()
    assert every["total"] == sum(len(deciding.client.get(f"/api/incidents?page={at}").json()["rows"])
                                 for at in range(1, every["pages"] + 1))  # fmt: skip


def test_an_incident_tells_who_says_what_and_how_its_figures_came_about(deciding: Deciding) -> None:
    told = deciding.client.get("/api/incidents/brasmere-sethrow@794").json()
    sides = {(one["kind"], one["side"]): [figure["low"] for figure in one["figures"]] for one in told["by_side"]}
    assert sides["state media", "Veldanian government"] == [20]
    assert sides["monitor", None] == [12, 9, 30]
    days = [one["day"] for one in told["history"] if one["outcome"] == "killed"]
    assert days == sorted(days)
    assert {one["claim"] for one in told["history"]} <= {one["id"] for one in told["claims"] if "id" in one}


def test_periods_are_those_of_the_timeline_and_its_sums(deciding: Deciding) -> None:
    told = deciding.client.get("/api/timeline?per=month&count=killed").json()
    page = deciding.client.get("/timeline?per=month&count=killed").text
    summed = deciding.client.get("/api/tally?keys=month&outcome=killed").json()
    by_month = {row["month"]: row["killed"] for row in summed["rows"]}
    assert told["rows"]
    for row in told["rows"]:
        assert f"from={row['first_day']}&amp;to={row['last_day']}" in page
        assert row["min"] == by_month[row["period"]]["min"]
        assert row["max"] == by_month[row["period"]]["max"]
    assert told["running"]


def test_parts_of_a_stack_are_told_one_by_one(deciding: Deciding) -> None:
    whole = deciding.client.get("/api/timeline?per=month").json()["rows"]
    parts = deciding.client.get("/api/timeline?per=month&stack=people").json()["rows"]
    for row in whole:
        own = [one for one in parts if one["period"] == row["period"]]
        assert sum(one["incidents"] for one in own) == row["incidents"]
        assert sum(one["min"] or 0 for one in own) == (row["min"] or 0)


def test_sources_are_bodies_and_never_private_people(deciding: Deciding) -> None:
    told = deciding.client.get("/api/sources").json()
    names = {row["name"] for row in told["rows"]}
    assert {"Veldanian Rights Monitor", "Blue Lamps"} <= names
    [monitor] = [row for row in told["rows"] if row["name"] == "Veldanian Rights Monitor"]
    assert (monitor["kind"], monitor["side"]) == ("monitor", None)
    shown = deciding.client.get("/api/incidents?source=Veldanian Rights Monitor").json()
    assert monitor["incidents"] == shown["total"]
    assert not people_of(deciding) & names


def test_facets_count_what_the_filters_they_lead_to_find(deciding: Deciding) -> None:
    told = deciding.client.get("/api/facets?type=shelling").json()
    filters = {"place": "place", "actor": "by", "weapon": "weapon", "outcome": "outcome", "source": "source"}
    assert {one["role"] for one in told["values"]} == set(filters)
    for one in told["values"][::5]:
        found = deciding.client.get("/api/incidents", params={"type": "shelling", filters[one["role"]]: one["name"]})
        assert found.json()["total"] == one["incidents"], one


def test_a_report_tells_whose_words_it_shares(deciding: Deciding) -> None:
    told = deciding.client.get("/api/reports/bulletin-ilmesk-copy").json()
    assert told["copy_of"] in {one["report"] for one in told["shares"] if not one["after"]}
    assert [one["number"] for one in told["versions"]] == [1]


def test_running_totals_tell_on_whose_word_they_rest(deciding: Deciding) -> None:
    told = deciding.client.get("/api/totals").json()
    assert len(told["running_totals"]) == told["running_total"]
    assert all(one["origins"] and one["scope"] == "period" for one in told["running_totals"])


def test_a_desk_that_only_shows_answers_too(veldania: FakeRecord) -> None:
    client = TestClient(desk(veldania.opened, ()), base_url="http://127.0.0.1")
    for path in ADDRESSES:
        if "{" not in path:
            answer = client.get(path)
            assert faults(answer.json(), schema_of(path)) == [], path


def test_it_only_reads_and_only_here(deciding: Deciding) -> None:
    assert deciding.client.post("/api/incidents", headers=ORIGIN).status_code == 405
    assert deciding.client.get("/api/totals", headers={"host": "example.org"}).status_code == 400


def people_of(deciding: Deciding) -> set[str]:
    """The names of people who speak in the sample reports."""
    with deciding.record() as record:
        chains = [source for claim in record.claims() for chain in claim.chains for source in chain]
    return {source.name for source in chains if source.kind.value == "person"}


def test_named_people_are_left_out(deciding: Deciding) -> None:
    people = people_of(deciding)
    assert people
    every = deciding.client.get("/api/incidents").json()["pages"]
    asked = [f"/api/incidents?page={at}" for at in range(1, every + 1)]
    asked += [path for path in ADDRESSES if path not in ("/api/reports", "/api/incidents") and "{" not in path]
    asked += [f"/api/{kind}/{row['id']}" for kind in ("incidents", "reports")
              for row in deciding.client.get(f"/api/{kind}").json()["rows"]]  # fmt: skip
    for address in asked:
        told = deciding.client.get(address).json()
        told.pop("title", None)
        assert not any(name in json.dumps(told, ensure_ascii=False) for name in people), address

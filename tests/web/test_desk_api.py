"""The API answers what its description says: the same reads as the pages, as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from recount.model import Outcome
from recount.web.api.answers import openapi
from recount.web.api.routes import ANSWERS
from recount.web.filters import NAMES
from tests.web.judging_desk import ORIGIN, Deciding, deciding, sampled

__all__ = ["deciding", "sampled"]

KINDS: Mapping[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
DOCUMENT: dict[str, Any] = dict(openapi())
ADDRESSES = {
    "/api/incidents": ["/api/incidents", "/api/incidents?place=Ilmesk", "/api/incidents?page=2"],
    "/api/incidents/{id}": ["/api/incidents/brasmere-eight-weeks@491", "/api/incidents/norvane-ilmesk@216"],
    "/api/reports": ["/api/reports", "/api/reports?words=market"],
    "/api/reports/{id}": ["/api/reports/norvane-ilmesk", "/api/reports/un-office-update"],
    "/api/totals": ["/api/totals"],
    "/api/issues": ["/api/issues"],
}


def faults(value: Any, schema: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Where a value is not what a schema says; as much of JSON Schema as the description uses."""
    if "$ref" in schema:
        yield from faults(value, DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]], at)
        return
    if "oneOf" in schema:
        tried = [list(faults(value, one, at)) for one in schema["oneOf"]]
        yield from () if tried.count([]) == 1 else min(tried, key=len)
        return
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if value is None:
        yield from () if "null" in kinds else (f"{at} is null",)
        return
    fits = any(isinstance(value, KINDS[kind]) for kind in kinds if kind != "null")
    if not fits or (isinstance(value, bool) and "boolean" not in kinds):
        yield f"{at} is {value!r}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at} is {value!r}, which is not listed"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, schema["items"], f"{at}[{number}]")
    elif isinstance(value, dict):
        yield from _members(value, schema, at)


def _members(value: Mapping[str, Any], schema: Mapping[str, Any], at: str) -> Iterator[str]:
    told = schema.get("properties", {})
    yield from (f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value)
    rest = schema.get("additionalProperties", True)
    for name, item in value.items():
        if name in told:
            yield from faults(item, told[name], f"{at}.{name}")
        elif rest is False:
            yield f"{at}.{name} is not described"
        elif rest is not True:
            yield from faults(item, rest, f"{at}.{name}")


def schema_of(path: str, status: str = "200") -> Mapping[str, Any]:
    told: Mapping[str, Any] = DOCUMENT["paths"][path]["get"]["responses"][status]["content"]["application/json"]
    return told["schema"]  # type: ignore[no-any-return]


def test_the_description_has_all_addresses_and_no_others() -> None:
    assert set(DOCUMENT["paths"]) == {path.replace("{id:path}", "{id}") for path, _ in ANSWERS} == set(ADDRESSES)


def test_the_description_has_every_filter() -> None:
    described = DOCUMENT["paths"]["/api/incidents"]["get"]["parameters"]
    assert {one["name"] for one in described} == {*NAMES, "page"}
    (outcomes,) = (one["schema"]["enum"] for one in described if one["name"] == "outcome")
    assert outcomes == [outcome.value for outcome in Outcome]


@pytest.mark.parametrize("path", list(ADDRESSES))
def test_each_answer_is_as_described(deciding: Deciding, path: str) -> None:
    for address in ADDRESSES[path]:
        answer = deciding.client.get(address)
        assert answer.status_code == 200, address
        assert list(faults(answer.json(), schema_of(path))) == [], address


@pytest.mark.parametrize(
    ("address", "path", "status"),
    [
        ("/api/incidents?from=x", "/api/incidents", 400),
        ("/api/incidents/none@1", "/api/incidents/{id}", 404),
        ("/api/reports/none", "/api/reports/{id}", 404),
    ],
)
def test_a_problem_is_told_as_described(deciding: Deciding, address: str, path: str, status: int) -> None:
    answer = deciding.client.get(address)
    assert answer.status_code == status
    assert list(faults(answer.json(), schema_of(path, str(status)))) == []


def test_the_description_is_served(deciding: Deciding) -> None:
    assert deciding.client.get("/api/openapi.json").json() == DOCUMENT


def test_it_tells_as_much_as_the_pages(deciding: Deciding) -> None:
    with deciding.record() as record:
        assert deciding.client.get("/api/totals").json()["incidents"] == record.totals().incidents
    every = deciding.client.get("/api/incidents").json()
    assert every["total"] == sum(len(deciding.client.get(f"/api/incidents?page={at}").json()["rows"])
                                 for at in range(1, every["pages"] + 1))  # fmt: skip


def test_it_only_reads_and_only_here(deciding: Deciding) -> None:
    assert deciding.client.post("/api/incidents", headers=ORIGIN).status_code == 405
    assert deciding.client.get("/api/totals", headers={"host": "example.org"}).status_code == 400


def test_named_people_are_left_out(deciding: Deciding) -> None:
    with deciding.record() as record:
        people = {
            source.name
            for claim in record.claims()
            for chain in claim.chains
            for source in chain
            if source.kind.value == "person"
        }
    assert people
    for at in (1, 2):
        told = deciding.client.get(f"/api/incidents?page={at}").text
        assert not any(name in told for name in people)

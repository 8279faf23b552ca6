"""Two incidents stand side by side, field by field; two policies row by row."""

from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.web.show import addresses
from tests.web.fake_record import FakeRecord
from tests.web.veldania import COURIER


def _tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _lines(tree: Any) -> dict[str, list[str]]:
    rows = tree.xpath("//table[contains(@class, 'beside-table')]/tbody/tr")
    return {_words(row[0]): [_words(cell) for cell in row[1:]] for row in rows}


def test_every_field_of_two_incidents_is_told_with_how_they_stand(client: TestClient, veldania: FakeRecord) -> None:
    one = veldania.stored[0].counted.incident.id
    lines = _lines(_tree(client, f"/compare?one={one}&other={COURIER}@district"))
    assert lines["What"] == ["Air strike", "Armed clash", "different"]
    assert lines["When"][2] == "may be the same"
    assert lines["Killed"][2] == "different"
    assert lines["Injured"][1:] == ["not told", "told of the first only"]
    assert lines["By whom"] == ["Marrovia", "not told", "told of the first only"]


def test_a_pair_that_is_unclear_says_so(client: TestClient, veldania: FakeRecord) -> None:
    one = veldania.stored[0].counted.incident.id
    text = _words(_tree(client, f"/compare?one={one}&other={COURIER}@district"))
    assert "it was unclear whether they are one" in text


def test_addresses_of_pages_are_ids_too(client: TestClient, veldania: FakeRecord) -> None:
    one = "http://127.0.0.1:8765" + addresses.incident(veldania.stored[0].counted.incident.id)
    assert _lines(_tree(client, f"/compare?one={one}&other={COURIER}@district"))["What"][0] == "Air strike"


def test_one_incident_is_not_compared_with_itself(client: TestClient) -> None:
    text = _words(_tree(client, f"/compare?one={COURIER}@district&other={COURIER}@district"))
    assert "These are one incident" in text


def test_with_one_named_those_that_it_may_be_are_offered(client: TestClient, veldania: FakeRecord) -> None:
    one = veldania.stored[0].counted.incident.id
    tree = _tree(client, f"/compare?one={one}")
    (link,) = tree.xpath("//ul[@class='neighbours']//a/@href")
    assert client.get(link).status_code == 200


def test_an_id_that_is_not_there_is_explained(client: TestClient) -> None:
    assert client.get("/compare?one=nobody@1").status_code == 404


def test_two_policies_show_what_each_makes_of_a_month(client: TestClient) -> None:
    tree = _tree(client, "/policies?other=acled")
    (row, *_) = tree.xpath("//table[@class='two-sums']/tbody/tr")
    assert _words(row[0]) == "April 2031"
    cells = [_words(cell) for cell in row[1:]]
    # Under "range" 20 and 3 at least, and the dozens give no number; under "acled" one figure, 12 for the dozens.
    assert cells[:7] == ["3", "23 in 2", "none", "7 in 1", "none", "35", "none"]
    assert cells[7] == "least of the first only; best of the second only; most of the first only"


@pytest.mark.parametrize("key", ["year", "place", "admin1", "by", "type"])
def test_rows_are_what_incidents_share(client: TestClient, key: str) -> None:
    assert _tree(client, f"/policies?per={key}").xpath("//table[@class='two-sums']/tbody/tr")


def test_a_policy_that_there_is_not_gives_way_to_the_usual_one(client: TestClient) -> None:
    tree = _tree(client, "/policies?one=nobody&per=nothing")
    assert tree.xpath("//*[@aria-current='true']/text()") == ["range", "ucdp", "month", "killed"]

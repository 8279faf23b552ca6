"""The pages of sources tell who reports what, of bodies alone, and where two of them agree, differ or are not heard."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.knowledge.bodies import load_bodies
from recount.web.desk import desk
from tests.web.fake_record import FakeRecord
from tests.web.veldania import OUTLINES

BODIES = load_bodies(Path(str(files("recount").joinpath("samples"))) / "lists")


@pytest.fixture
def client(veldania: FakeRecord) -> TestClient:
    return TestClient(desk(veldania.opened, OUTLINES, BODIES), base_url="http://127.0.0.1")


def _tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _rows(tree: Any) -> dict[str, list[str]]:
    rows = tree.xpath("//table[@class='matrix']/tbody/tr[not(@class)]")
    return {_words(row[0]): [_words(cell) for cell in row[1:]] for row in rows}


def test_bodies_stand_by_side_and_kind_against_what_they_tell_of(client: TestClient) -> None:
    tree = _tree(client, "/sources")
    groups = [_words(row) for row in tree.xpath("//tr[@class='group']")]
    assert groups == ["monitor", "outlet", "rescue service", "state media, Veldanian government"]
    heads = [_words(cell) for cell in tree.xpath("//table[@class='matrix']/thead//th")]
    row = dict(zip(heads[1:], _rows(tree)["Blue Lamps"], strict=True))
    assert (row["Incidents"], row["Air strike"], row["Shelling"], row["Siege"]) == ("2", "1", "1", "\N{MIDDLE DOT}")


def test_outcomes_and_denials_can_be_the_columns(client: TestClient) -> None:
    tree = _tree(client, "/sources?across=outcome")
    heads = [_words(cell) for cell in tree.xpath("//table[@class='matrix']/thead//th")]
    assert heads == ["Body", "Incidents", "killed", "injured", "denies it"]
    assert _rows(tree)["Veldanian state television"][-1] == "1"


def test_who_may_be_a_person_is_counted_without_a_name(client: TestClient) -> None:
    text = _words(_tree(client, "/sources"))
    assert "svg onload" not in text
    assert "1 further origin is not shown by name" in text
    assert client.get("/sources/pair?one=Blue+Lamps&other=%3Csvg+onload%3Dalert%283%29%3E").status_code == 404


def test_pairs_lead_to_where_two_bodies_differ(client: TestClient) -> None:
    tree = _tree(client, "/sources?place=Veldania")
    links = tree.xpath("//table[contains(@class, 'crossings')]//a[contains(@href, 'Monitor')]/@href")
    (link,) = [one for one in links if "Blue+Lamps" in one]
    assert "place=Veldania" in link
    tree = _tree(client, link)
    counts = {
        _words(one).split(" ", 1)[1]: _words(one).split(" ", 1)[0] for one in tree.xpath("//ul[@class='accords']//a")
    }
    assert counts["figures that differ"] == "1"
    assert counts["only Blue Lamps"] == "1"
    (row,) = tree.xpath("//table[contains(@class, 'plain')]/tbody/tr")
    assert {_words(cell) for cell in row[2:]} == {"20", "at least 23"}


def test_what_one_of_two_passes_over_is_no_silence(client: TestClient) -> None:
    tree = _tree(client, "/sources/pair?one=Blue+Lamps&other=Veldanian+Rights+Monitor&show=one")
    (row,) = tree.xpath("//table[contains(@class, 'plain')]/tbody/tr")
    assert "Karrowa" in _words(row)
    assert _words(row[3]) == "not heard"
    assert "no proof of silence" in _words(tree)


def test_the_view_stays_in_the_address(client: TestClient) -> None:
    tree = _tree(client, "/sources/pair?one=Blue+Lamps&other=Valley+Courier&count=injured&place=Brunnoth")
    assert tree.xpath("//form[@class='filters']//input[@type='hidden']/@value") == [
        "Blue Lamps",
        "Valley Courier",
        "injured",
    ]
    links = tree.xpath("//ul[@class='accords']//a/@href")
    assert all("place=Brunnoth" in link and "count=injured" in link for link in links)


@pytest.mark.parametrize("path", ["/sources?from=x", "/sources/pair?one=Blue+Lamps&other=Valley+Courier&from=x"])
def test_a_filter_that_makes_no_sense_is_told(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "Not a day" in answer.text


def test_no_page_ranks_or_scores_a_body(client: TestClient) -> None:
    text = _words(_tree(client, "/sources")).casefold()
    assert "reliab" not in text
    assert "%" not in text

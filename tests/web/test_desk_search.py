"""Search finds incidents and reports, and what narrows it stays in the address and can be lifted."""

from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from tests.web.fake_record import FakeRecord


def _tree(client: TestClient, path: str, status: int = 200) -> Any:
    answer = client.get(path)
    assert answer.status_code == status
    return html.document_fromstring(answer.text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _facets(tree: Any) -> dict[str, dict[str, str]]:
    return {
        _words(group.xpath("./h2")[0]): {
            _words(value.xpath(".//bdi")[0]): value.get("href") for value in group.xpath(".//a")
        }
        for group in tree.xpath("//nav[@aria-label='Narrow the search']/section")
    }


@pytest.mark.parametrize("path", ["/", "/map", "/timeline", "/search", "/totals", "/reports", "/issues", "/nowhere"])
def test_every_page_can_search(client: TestClient, path: str) -> None:
    (form,) = html.document_fromstring(client.get(path).text).xpath("//form[@class='everywhere']")
    assert form.get("action") == "/search"


def test_what_is_found_shows_the_words_and_what_it_has_in_common(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client, "/search?q=died+people")
    assert veldania.asked[-1].anywhere == "died people"
    (row,) = tree.xpath("//ol[@class='incidents']/li")
    assert "at least 23 people died" in _words(row.xpath(".//p[@class='found']")[0])
    facets = _facets(tree)
    assert set(facets) == {"When", "Where", "By whom", "Outcome", "Source"}
    assert facets["Where"]["Northmark"] == "/search?q=died+people&place=Northmark"
    assert facets["When"]["April 2031"] == "/search?q=died+people&from=2031-04-01&to=2031-04-30"
    assert facets["Outcome"]["killed"] == "/search?q=died+people&outcome=killed"
    assert len(tree.xpath("//ol[@class='reports']/li")) == 2


def test_a_choice_in_force_is_marked_and_leads_back(client: TestClient) -> None:
    tree = _tree(client, "/search?q=died&place=Northmark")
    (chosen,) = tree.xpath("//nav[@aria-label='Narrow the search']//a[@aria-current]")
    assert _words(chosen).startswith("Northmark")
    assert chosen.get("href") == "/search?q=died"


def test_the_same_view_is_a_map_a_timeline_and_a_list(client: TestClient) -> None:
    tree = _tree(client, "/search?q=died&place=Northmark")
    (note,) = tree.xpath("//div[@class='wide']/p[@class='note']")
    assert note.xpath(".//a/@href") == [f"{path}?q=died&place=Northmark" for path in ("/map", "/timeline", "/")]
    on_the_list = _tree(client, "/?q=died&place=Northmark")
    assert on_the_list.xpath("//form[@class='filters']//input[@name='q']/@value") == ["died"]


def test_nothing_found_says_what_words_must_do(client: TestClient) -> None:
    assert "Try fewer words" in _words(_tree(client, "/search?q=zeppelin"))


def test_an_outcome_that_there_is_not_is_explained(client: TestClient) -> None:
    assert "There is no such outcome" in _words(_tree(client, "/search?outcome=eaten", 400))

"""The timeline draws tolls by period without a script, with the same in a table, and keeps its view in the address."""

from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.web.desk import desk
from tests.web.fake_record import FakeRecord
from tests.web.veldania import OUTLINES, crowd


def _tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _rows(tree: Any) -> list[str]:
    return [" ".join(map(_words, row)) for row in tree.xpath("//table[contains(@class, 'periods')]/tbody/tr")]


def test_a_month_has_the_sum_of_its_tolls_and_leads_to_its_incidents(client: TestClient) -> None:
    tree = _tree(client, "/timeline?per=month")
    (row,) = _rows(tree)
    # At least 20 and at least 3, and dozens that give no number and open the upper end.
    assert row == "April 2031 3 23 not told not told"
    (link,) = tree.xpath("//table[contains(@class, 'periods')]//a/@href")
    assert link == "/?from=2031-04-01&to=2031-04-30"
    assert "April 2031: at least 23, 3 incidents" in _words(tree.xpath("//*[local-name()='svg']")[1])


def test_days_are_shown_where_the_record_spans_few_and_what_lies_in_none_is_said(client: TestClient) -> None:
    tree = _tree(client, "/timeline")
    assert [row.split()[0] for row in _rows(tree)] == ["10", "9"]
    assert "2 incidents may lie in more than one day" in _words(tree)


@pytest.mark.parametrize(
    ("stack", "words"), [("actor", "Marrovia: at least 20"), ("weapon", "not told: at least 23"),
                         ("people", "civilians: at least 23")]
)  # fmt: skip
def test_a_stack_names_its_parts(client: TestClient, stack: str, words: str) -> None:
    assert words in _rows(_tree(client, f"/timeline?per=month&stack={stack}"))[0]


def test_the_view_is_kept_beside_the_filters(client: TestClient) -> None:
    tree = _tree(client, "/timeline?per=month&stack=actor&place=Brunnoth")
    kept = {
        field.get("name"): field.get("value") for field in tree.xpath("//form[@class='filters']//input[@type='hidden']")
    }
    assert kept == {"per": "month", "stack": "actor"}
    choices = tree.xpath("//div[@class='choices']//a/@href")
    assert all("place=Brunnoth" in address for address in choices)
    assert "/timeline?place=Brunnoth&per=month&stack=weapon" in choices
    assert tree.xpath("//ul[@class='active']//a/@href") == ["/timeline?per=month&stack=actor"]
    assert len(tree.xpath("//div[@class='choices']//a[@aria-current]")) == 4


@pytest.mark.parametrize("path", ["/timeline?per=century&stack=colour&count=eaten", "/timeline?page=99"])
def test_a_view_that_names_nothing_is_the_usual_one(client: TestClient, path: str) -> None:
    assert len(_rows(_tree(client, path))) == 2


def test_running_totals_stand_below_with_a_way_to_their_report(client: TestClient) -> None:
    section = _tree(client, "/timeline").xpath("//section[@aria-labelledby='h-running']")[0]
    assert "civilians, Northmark" in _words(section)
    assert "11 April 2031: at least 300 civilians killed" in _words(section)
    assert section.xpath(".//td/a/@href")[0].startswith("/report/")


@pytest.mark.parametrize("made", [FakeRecord(), crowd(3)])
def test_without_a_toll_it_says_so(made: FakeRecord) -> None:
    tree = _tree(TestClient(desk(made.opened, OUTLINES), base_url="http://127.0.0.1"), "/timeline")
    assert "No incident on record tells a figure" in _words(tree)
    assert not tree.xpath("//*[@class='chart']")


def test_a_filter_that_makes_no_sense_is_explained(client: TestClient) -> None:
    answer = client.get("/timeline?from=tomorrow")
    assert answer.status_code == 400
    assert "Not a day" in answer.text


def test_a_policy_is_chosen_and_kept_and_its_figures_are_added_up(client: TestClient) -> None:
    tree = _tree(client, "/timeline?per=month&policy=acled&place=Brunnoth")
    # One conservative figure and no range.
    assert _rows(tree) == ["April 2031 1 – 20 –"]
    assert "under the policy “acled”" in _words(tree)
    choices = tree.xpath("//div[@class='choices']//a/@href")
    assert "/timeline?place=Brunnoth&per=month&policy=ucdp" in choices
    assert all("policy=" in address for address in choices)
    assert _rows(_tree(client, "/timeline?per=month&policy=none-such")) == _rows(_tree(client, "/timeline?per=month"))

"""Every page answers, shows what it must, escapes everything and needs no script."""

import re
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.model import RecordError
from recount.store.shapes import Totals
from recount.web.desk import desk
from recount.web.pages.report import web_address
from recount.web.show import addresses
from tests.web.fake_record import FakeRecord
from tests.web.veldania import COPY, COURIER, NORVANE, OUTLINES, STATE, crowd

LISTS = ("/", "/map", "/timeline", "/sources", "/policies", "/search", "/totals", "/issues", "/reports")


def _client(record: FakeRecord) -> TestClient:
    return TestClient(desk(record.opened, OUTLINES), base_url="http://127.0.0.1")


def _all(record: FakeRecord) -> list[str]:
    incidents = [addresses.incident(stored.counted.incident.id) for stored in record.stored]
    return [
        *LISTS,
        "/sources?across=outcome",
        "/compare",
        *incidents,
        *(addresses.report(id) for id in record.held),
        "/nowhere",
        "/?from=x",
    ]


def _tree(text: str) -> Any:
    return html.document_fromstring(text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def test_every_page_is_free_of_script_style_and_what_a_report_smuggles_in(
    client: TestClient, veldania: FakeRecord
) -> None:
    for path in _all(veldania):
        text = client.get(path).text
        tree = _tree(text)
        assert tree.xpath("//script[not(starts-with(@src, '/static/')) or text()]") == [], path
        assert not tree.xpath("//style | //iframe | //object | //embed | //base | //b | //u | //em"), path
        assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')] | //img"), path
        assert not tree.xpath(
            "//a[not(starts-with(@href, '/') or starts-with(@href, '#') or starts-with(@href, 'https:'))]"
        )
        assert not re.search(r"\balert\(\d\)>|<svg onload", text), path


def test_every_link_between_pages_leads_somewhere(client: TestClient, veldania: FakeRecord) -> None:
    for path in _all(veldania):
        tree = _tree(client.get(path).text)
        for link in set(tree.xpath("//a/@href | //link/@href")):
            if link.startswith("#"):
                assert tree.xpath(f"//*[@id='{link[1:]}']"), f"{path} {link}"
            elif link.startswith("/"):
                target, _, place = link.partition("#")
                answer = client.get(target)
                assert answer.status_code == 200, f"{path} {link}"
                assert not place or f'id="{place}"' in answer.text, f"{path} {link}"


def test_ids_and_headings_are_well_formed(client: TestClient, veldania: FakeRecord) -> None:
    for path in _all(veldania):
        tree = _tree(client.get(path).text)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        assert len(tree.xpath("//h1")) == 1, path
        assert len(tree.xpath("//main")) == 1
        for field in tree.xpath("//input[@id] | //select"):
            assert tree.xpath(f"//label[@for='{field.get('id')}']"), path


def test_the_list_shows_totals_ranges_and_doubt(client: TestClient) -> None:
    tree = _tree(client.get("/").text)
    first = _words(tree.xpath("//ol[@class='incidents']/li")[0])
    for words in ("10 April 2031", "Air strike", "Brunnoth", "town", "at least 20", "at least 35", "3 reports",
                  "2 origins", "denied"):  # fmt: skip
        assert words in first
    totals = {_words(row[0]): _words(row[1]) for row in tree.xpath("//dl[@class='totals']/div")}
    assert totals == {"Reports": "7", "of them copies": "1", "Claims": "11", "Incidents": "5", "Issues": "2"}


def test_what_is_not_told_is_never_zero(client: TestClient) -> None:
    row = next(
        row for row in _tree(client.get("/").text).xpath("//ol[@class='incidents']/li") if "Siege" in _words(row)
    )
    assert _words(row).count("not told") >= 3
    assert not re.search(r"\b0\b", _words(row))


def test_filters_reach_the_record_and_stay_in_the_form(client: TestClient, veldania: FakeRecord) -> None:
    answer = client.get("/?place=Brunnoth&min_killed=5&type=air_strike&from=2031-04-01")
    asked = veldania.asked[-1]
    assert (asked.place, asked.min_killed, asked.type) == ("Brunnoth", 5, "air_strike")
    tree = _tree(answer.text)
    assert tree.xpath("//input[@name='place']/@value") == ["Brunnoth"]
    assert tree.xpath("//option[@selected]/@value") == ["air_strike"]
    assert len(tree.xpath("//ol[@class='incidents']/li")) == 1


def test_a_filter_that_makes_no_sense_is_explained_in_place(client: TestClient) -> None:
    answer = client.get("/?from=tomorrow")
    assert answer.status_code == 400
    tree = _tree(answer.text)
    assert "Not a day" in _words(tree.xpath("//*[@id='p-from']")[0])
    assert tree.xpath("//input[@name='from']/@aria-invalid") == ["true"]


def test_paging_walks_through_all(client: TestClient) -> None:
    crowded = _client(crowd(120))
    seen: list[str] = []
    address = "/?type=siege"
    while address:
        tree = _tree(crowded.get(address).text)
        seen += tree.xpath("//ol[@class='incidents']//h2/a/@href")
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert len(seen) == len(set(seen)) == 120


def test_a_page_beyond_the_last_leads_back() -> None:
    assert "Go to its first page" in _client(crowd(3)).get("/?page=9").text


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_record_says_what_to_do(path: str) -> None:
    answer = _client(FakeRecord()).get(path)
    assert answer.status_code == 200
    assert re.search(r"recount add|No issues|No report in the record", answer.text)


def test_no_match_is_told_apart_from_no_incidents(client: TestClient) -> None:
    assert "No incident matches" in client.get("/?place=Nowhere").text
    assert "No incident matches" in client.get("/map?place=Nowhere").text


def test_an_incident_shows_figures_side_by_side_and_every_claim(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client.get(addresses.incident(veldania.stored[0].counted.incident.id)).text)
    table = tree.xpath("//table[@class='tolls']")[0]
    assert [_words(cell) for cell in table.xpath("./thead//th")] == ["On whose word", "killed", "injured"]
    assert "of whom 16 children" in _words(table)
    quotes = [_words(mark) for mark in tree.xpath("//ol[@class='claims']//mark")]
    assert "at least 23 people died" in quotes
    assert "Why these claims stand together" in _words(tree)
    assert "both in Brunnoth" in _words(tree)
    assert tree.xpath("//section[@aria-labelledby='h-denials']")
    assert tree.xpath("//section[@aria-labelledby='h-could']//a")
    assert tree.xpath("//*[local-name()='svg' and contains(@class, 'atlas')]")


def test_an_older_id_leads_to_the_incident_of_today(client: TestClient, veldania: FakeRecord) -> None:
    answer = client.get("/incident/an-older-id", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == addresses.incident(veldania.stored[0].counted.incident.id)


def test_an_incident_is_shown_though_a_report_is_gone(client: TestClient, veldania: FakeRecord) -> None:
    del veldania.held[NORVANE]
    text = client.get(addresses.incident(veldania.stored[0].counted.incident.id)).text
    assert "at least 23 people died" in text
    assert "The sentence around it is not at hand" in text


def test_a_report_marks_every_claim_and_leads_to_its_incident(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client.get(addresses.report(COURIER)).text)
    for claim in veldania.held[COURIER].claims:
        (pin,) = tree.xpath(f"//a[@id='claim-{claim.anchor.start}']")
        mark = pin.getnext()
        assert mark.tag == "mark"
        assert claim.words.startswith(mark.text_content())
        incident = veldania.held[COURIER].incidents.get(claim.id)
        links = mark.xpath("./a/@href")
        assert links == ([] if incident is None else [addresses.incident(incident)])


def test_the_text_of_a_report_is_shown_letter_for_letter(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client.get(addresses.report(COURIER)).text)
    for pin in tree.xpath("//a[@class='pin']"):
        pin.text = ""
    shown = [zone.text_content() for zone in tree.xpath("//div[starts-with(@class, 'zone')]/p")]
    text = veldania.held[COURIER].text
    assert text is not None
    assert shown == [zone.span.of(text.content) for zone in text.zones]
    assert tree.xpath("//div[contains(@class, 'furniture')]")
    assert tree.xpath("//div[contains(@class, 'caption')]")


def test_a_copy_and_its_original_lead_to_each_other(client: TestClient) -> None:
    assert addresses.report(NORVANE) in client.get(addresses.report(COPY)).text
    assert addresses.report(COPY) in client.get(addresses.report(NORVANE)).text


def test_a_report_without_a_text_says_why(client: TestClient) -> None:
    text = client.get("/report/empty").text
    assert "It is empty." in text
    assert "No text could be read" in text


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://news.example/1", "https://news.example/1"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("/home/somebody/report.txt", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(address: str | None, link: str | None) -> None:
    assert web_address(address) == link


def test_a_later_page_of_totals_denies_none_of_the_pages_before(client: TestClient) -> None:
    text = _words(_tree(client.get("/totals?page=2").text))
    assert "No report in the record claims a running total." not in text
    assert "No more of them on this page." in text


def test_totals_stand_apart_from_incidents(client: TestClient) -> None:
    text = _words(_tree(client.get("/totals").text))
    assert "at least 300 civilians killed" in text
    assert "up to 6,500 people displaced" in text
    assert "projected" in text


def test_reports_are_searched(client: TestClient) -> None:
    tree = _tree(client.get("/reports?words=rescuers").text)
    assert len(tree.xpath("//ol[@class='reports']/li")) == 2
    assert "No report has these words" in client.get("/reports?words=zeppelin").text


def test_issues_say_what_was_not_recorded(client: TestClient) -> None:
    assert "nothing recorded" in client.get("/issues").text


def test_an_unknown_page_or_id_says_what_to_do(client: TestClient) -> None:
    for path in ("/nowhere", "/incident/none", f"/report/{STATE}x", "/static/none.css"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Go to the list of incidents" in answer.text


def test_a_record_that_cannot_be_read_is_explained() -> None:
    class Closed(FakeRecord):
        def totals(self) -> Totals:
            raise RecordError("The record is locked. Wait for the other command to end.")

    answer = _client(Closed()).get("/")
    assert answer.status_code == 500
    assert "Wait for the other command to end" in answer.text


def test_a_lone_surrogate_in_a_text_does_not_break_its_page(client: TestClient, veldania: FakeRecord) -> None:
    assert client.get("/?place=%ED%A0%80").status_code == 200

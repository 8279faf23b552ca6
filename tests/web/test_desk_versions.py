"""Versions of a report stand side by side, with the words that changed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.model import ZoneKind
from recount.store.shapes import Version
from recount.web.show import addresses
from recount.web.show.versions import Kind, difference
from tests.web.fake_record import FakeRecord
from tests.web.veldania import COURIER, COURIER_TEXT, NORVANE, NORVANE_TEXT, text_of

FORMER = text_of(
    (ZoneKind.HEADLINE, "Rescuers count their dead"),
    (ZoneKind.BODY, "Blue Lamps said that at least 21 people died in a strike on Brunnoth last week."),
    (ZoneKind.BODY, "Roads stayed closed."),
)


def _tree(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _changed(veldania: FakeRecord) -> str:
    stored = veldania.held[NORVANE]
    first = replace(stored.versions[0], text_hash=FORMER.hash)
    second = Version(2, "ef" * 32, NORVANE_TEXT.hash, datetime(2031, 5, 3, tzinfo=UTC))
    veldania.held[NORVANE] = replace(stored, versions=(first, second))
    veldania.former[NORVANE, 1] = FORMER
    return addresses.report(NORVANE) + "/versions"


def test_words_that_changed_are_marked_on_their_side(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client, _changed(veldania))
    (changed,) = tree.xpath("//div[contains(@class, 'twin changed')]")
    assert [_words(one) for one in changed.xpath(".//del")] == ["21"]
    assert [_words(one) for one in changed.xpath(".//ins")] == ["23", "Marrovia denied it."]
    (gone,) = tree.xpath("//div[contains(@class, 'twin gone')]")
    assert _words(gone) == "Roads stayed closed."
    assert "1 paragraph changed, 0 new, 1 gone, 1 the same." in _words(tree)


def test_claims_of_new_words_are_named(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client, _changed(veldania))
    assert "at least 23 civilians killed" in _words(tree.xpath("//section[@aria-labelledby='h-touched']")[0])


def test_a_report_leads_to_its_versions(client: TestClient, veldania: FakeRecord) -> None:
    path = _changed(veldania)
    links = _tree(client, addresses.report(NORVANE)).xpath("//a/@href")
    assert path in links
    assert f"{path}?to=2&from=1" in links


def test_one_version_alone_says_when_there_will_be_two(client: TestClient) -> None:
    assert "There is one version only" in client.get(addresses.report(COURIER) + "/versions").text


def test_versions_that_there_are_not_give_way_to_the_last_two(client: TestClient, veldania: FakeRecord) -> None:
    tree = _tree(client, _changed(veldania) + "?from=7&to=x")
    assert tree.xpath("//option[@selected]/@value") == ["1", "2"]


def test_furniture_stays_grey_and_order_is_kept() -> None:
    found = difference(COURIER_TEXT, COURIER_TEXT)
    (stretch,) = found.stretches
    assert stretch.same
    assert [row.furniture for row in stretch.rows].count(True) == 2
    assert found.counts[Kind.SAME] == len(stretch.rows)
    assert found.new == ()


def test_new_words_are_found_where_they_stand_in_the_later_text() -> None:
    found = difference(FORMER, NORVANE_TEXT)
    assert [span.of(NORVANE_TEXT.content).strip() for span in found.new] == ["23", "Marrovia denied it."]

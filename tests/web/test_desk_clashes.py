"""An incident tells in one place what cannot both be so, and folds copies under what they copy."""

from dataclasses import replace
from datetime import date
from typing import Any

from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.model import Event
from recount.store.shapes import StoredIncident
from recount.web.show import addresses
from recount.web.show.clashes import Clash, clashes
from tests.web.fake_record import FakeRecord
from tests.web.veldania import COURIER, within


def _words(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def _school(veldania: FakeRecord) -> StoredIncident:
    return veldania.stored[0]


def _altered(stored: StoredIncident, **fields: object) -> StoredIncident:
    """The third claim, that of another origin, with other fields."""
    told = stored.counted.incident
    claims = (*told.claims[:2], replace(told.claims[2], **fields), *told.claims[3:])  # type: ignore[arg-type]
    return replace(stored, counted=replace(stored.counted, incident=replace(told, claims=claims)))


def _found(stored: StoredIncident) -> dict[str, Clash]:
    numbers = {claim.id: at for at, claim in enumerate(stored.counted.incident.claims, 1)}
    return {clash.field: clash for clash in clashes(stored, numbers)}


def test_figures_that_no_number_fulfils_contradict_each_other(veldania: FakeRecord) -> None:
    killed = _found(_school(veldania))["killed"]
    assert [(side.words, side.origins) for side in killed.sides] == [
        ("20 civilians", ("Veldanian Rights Monitor",)),
        ("at least 23 civilians", ("Blue Lamps",)),
    ]


def test_a_denial_contradicts_what_is_told(veldania: FakeRecord) -> None:
    assert [side.words for side in _found(_school(veldania))["whether it was so"].sides] == ["told", "denied"]


def test_an_open_day_contradicts_no_day_in_it(veldania: FakeRecord) -> None:
    assert "when" not in _found(_school(veldania))
    later = _found(_altered(_school(veldania), when=within(date(2031, 4, 12))))["when"]
    assert [side.words for side in later.sides] == ["10 April 2031", "12 April 2031"]


def test_sides_contradict_each_other_where_they_share_none(veldania: FakeRecord) -> None:
    assert "by whom" not in _found(_altered(_school(veldania), by=("Marrovia", "Highland Front")))
    assert "by whom" in _found(_altered(_school(veldania), by=("Highland Front",)))


def test_a_kind_that_holds_another_does_not_contradict_it(veldania: FakeRecord) -> None:
    assert "what" not in _found(_altered(_school(veldania), event=Event.ATTACK))
    assert "what" in _found(_altered(_school(veldania), event=Event.SHELLING))


def test_the_page_shows_contradictions_and_leads_to_their_claims(client: TestClient, veldania: FakeRecord) -> None:
    tree = html.document_fromstring(client.get(addresses.incident(_school(veldania).counted.incident.id)).text)
    (shown,) = tree.xpath("//section[@aria-labelledby='h-clashes']")
    assert "at least 23 civilians" in _words(shown)
    assert shown.xpath(".//a[@href='#c-3']")


def test_a_copy_is_folded_under_what_it_copies(client: TestClient, veldania: FakeRecord) -> None:
    tree = html.document_fromstring(client.get(addresses.incident(_school(veldania).counted.incident.id)).text)
    (folded,) = tree.xpath("//details[@class='copied']")
    assert folded.xpath("./ancestor::li/@id") == ["c-3"]
    assert "The same in 1 copy: Morning Sheet" in _words(folded)
    assert folded.xpath(".//li[@id='c-4']")


def test_a_claim_in_no_incident_says_why(client: TestClient) -> None:
    assert "in no incident: a running total over many" in client.get(addresses.report(COURIER)).text


def test_what_was_read_is_shown_where_somebody_points_at_the_words(client: TestClient) -> None:
    tree = html.document_fromstring(client.get(addresses.report(COURIER)).text)
    told = tree.xpath("//mark/@data-told")
    assert any("20 civilians killed; 16 children killed" in words and "a medic" in words for words in told)

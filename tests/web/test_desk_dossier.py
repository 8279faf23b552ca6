"""A dossier cites each figure: its sentence, report, outlet and day; what is contested, what was decided."""

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.web.show import addresses
from tests.web.fake_record import FakeRecord
from tests.web.judging_desk import Deciding, deciding, sampled
from tests.web.test_desk_judging import judged

__all__ = ["deciding", "sampled"]

INCIDENT = "/incident/brasmere-eight-weeks@491/dossier"


@pytest.mark.parametrize("address", [INCIDENT, "/dossier", "/dossier?min_killed=10"])
def test_each_figure_has_a_note_that_is_there(deciding: Deciding, address: str) -> None:
    tree = html.fromstring(deciding.client.get(address).text)
    cells = tree.xpath("//table//td[strong]")
    assert cells
    for cell in cells:
        assert len(cell.xpath("./strong")) == len(cell.xpath("./sup/a"))
    for link in tree.xpath("//sup/a/@href"):
        assert len(tree.xpath(f"//li[@id='{link[1:]}']//q")) == 1


def test_a_note_tells_sentence_report_outlet_and_day(deciding: Deciding) -> None:
    shown = html.fromstring(deciding.client.get("/incident/norvane-ilmesk@216/dossier").text)
    notes = [one for one in shown.xpath("//ol[@class='footnotes']/li") if "Norvane Press" in one.text_content()]
    assert notes
    for note in notes:
        assert "6 April 2031" in note.text_content()
        assert note.xpath(".//q")[0].text_content().strip()


def test_a_list_keeps_to_its_filters(deciding: Deciding) -> None:
    all_of_them = html.fromstring(deciding.client.get("/dossier").text).xpath("//section")
    some = html.fromstring(deciding.client.get("/dossier?min_killed=10").text).xpath("//section")
    assert 0 < len(some) < len(all_of_them)
    assert deciding.client.get("/dossier?from=x", follow_redirects=False).status_code == 307


def test_a_list_tells_its_filters_in_the_words_of_the_desk(deciding: Deciding) -> None:
    shown = html.fromstring(deciding.client.get("/dossier?min_killed=10&type=air_strike").text).text_content()
    assert "killed, at least: 10" in shown
    assert "Air strike" in shown


def test_it_tells_what_is_contested(deciding: Deciding) -> None:
    shown = deciding.client.get(INCIDENT).text
    assert "What is contested" in shown
    assert "how many were killed" in shown


def test_it_tells_what_people_decided(client: TestClient, veldania: FakeRecord) -> None:
    incident = veldania.stored[0].counted.incident
    veldania.said = [judged("j1", incident.claims[0])]
    assert "What people decided" in client.get(addresses.incident(incident.id) + "/dossier").text


def test_every_incident_has_one(client: TestClient, veldania: FakeRecord) -> None:
    for stored in veldania.stored:
        answer = client.get(addresses.incident(stored.counted.incident.id) + "/dossier")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text

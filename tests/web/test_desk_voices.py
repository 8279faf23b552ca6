"""What the sources of each kind and side say, in words."""

from starlette.testclient import TestClient

from recount.model import Figure, Outcome, Voice
from recount.web.show.voices import UNHEARD, Words, sentence, words
from tests.web.fake_record import FakeRecord

KILLED = Outcome.KILLED
TWENTY = Figure("Blue Lamps", KILLED, "people", 20, 20, False, None, "a@1", False)
VOICES = (
    Voice("rescue service", None, ("Blue Lamps",), (TWENTY,)),
    Voice("state media", "Veldanian government", ("VELNA",), (), ("b@7",), (KILLED,)),
    Voice(None, "Highland Front", (), no_figure=(KILLED,)),
)


def said() -> Words:
    return words(VOICES, {"a@1": 1, "b@7": 2})


def lines() -> list[str]:
    return [sentence(word, said().columns) for word in said().rows]


def test_a_side_without_a_figure_says_so_and_that_it_denies() -> None:
    assert lines()[1] == "state media, Veldanian government (VELNA): no figure; denies [2]"


def test_a_figure_leads_to_its_claim() -> None:
    assert lines()[0] == "rescue service, no side (Blue Lamps): killed: 20 people [1]"


def test_a_side_that_no_report_has_speak_is_said_to_be_missing_on_record() -> None:
    assert lines()[2] == f"Highland Front: {UNHEARD}"


def test_a_kind_that_no_list_tells_is_said_to_be_unlisted() -> None:
    [word] = words((Voice(None, None, ("Lake Gazette",)),), {}).rows
    assert sentence(word, ()) == "not listed, no side (Lake Gazette): no figure"


def test_the_incident_page_shows_kinds_and_sides(client: TestClient, veldania: FakeRecord) -> None:
    page = client.get(f"/incident/{veldania.stored[0].counted.incident.id}").text
    table = page.split('id="h-sides"')[1].split("</table>")[0]
    assert "Blue Lamps" in table
    assert "Veldanian Rights Monitor" in table

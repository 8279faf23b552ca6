"""The page of a report names those that share its words, and marks these words."""

from dataclasses import replace

from starlette.testclient import TestClient

from recount.model import Passage, Reuse, Span
from recount.store.shapes import StoredReport
from recount.web.desk import desk
from recount.web.show import addresses
from recount.web.show.marking import mark
from recount.web.show.sharing import Bit, shared_spans, sharings
from tests.web.fake_record import FakeRecord, row
from tests.web.veldania import COURIER, COURIER_TEXT, NORVANE, OUTLINES, record

HERE = Span(20, 120)
CHANGED = Span(40, 50)


def carrying() -> FakeRecord:
    """The desk's record, where the Courier carries words of Norvane Press."""
    made = record()
    reuse = Reuse(NORVANE, COURIER, (Passage(Span(0, 100), HERE, 18, (CHANGED,)),), 0.5, 0.25)
    others = {id: row(made.held[id]) for id in (NORVANE, COURIER)}
    for id in (NORVANE, COURIER):
        made.held[id] = replace(made.held[id], reuses=(reuse,), others=others)
    return made


def held(id: str) -> StoredReport:
    return carrying().held[id]


def test_it_is_told_who_was_first_and_how_much_it_is() -> None:
    [courier], [norvane] = sharings(held(COURIER)), sharings(held(NORVANE))

    assert (courier.outlet, courier.after, courier.percent) == ("Norvane Press", False, 25)
    assert (norvane.outlet, norvane.after, norvane.percent) == ("Valley Courier", True, 50)


def test_words_that_only_the_later_report_has_are_marked_there() -> None:
    [courier], [norvane] = sharings(held(COURIER)), sharings(held(NORVANE))
    content = COURIER_TEXT.content

    assert courier.passages == ((Bit(content[20:40], False), Bit(content[40:50], True), Bit(content[50:120], False)),)
    assert [bit.own for bit in norvane.passages[0]] == [False]


def test_shared_words_are_marked_where_they_stand_and_no_others() -> None:
    spans = shared_spans(held(COURIER))
    blocks = mark(COURIER_TEXT, (), spans)
    shown = "".join(piece.words for block in blocks for run in block.runs if run.shared for piece in run.pieces)

    assert shown == "".join(
        Span(max(zone.span.start, 20), min(zone.span.end, 120)).of(COURIER_TEXT.content) for zone in COURIER_TEXT.zones
    )


def test_the_page_leads_to_the_other_report_and_shows_the_words() -> None:
    client = TestClient(desk(carrying().opened, OUTLINES), base_url="http://127.0.0.1")
    page = client.get(addresses.report(COURIER)).text

    assert "Shares words with" in page
    assert addresses.report(NORVANE) in page
    assert '<span class="shared" title=' in page
    assert "Shares words with" not in client.get(addresses.report("empty")).text

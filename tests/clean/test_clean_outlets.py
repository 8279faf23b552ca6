"""An outlet is what the text tells plainly, and is never guessed."""

import pytest

from recount.clean.outlets import after_title, outlet_in, outlet_of_line, own_agency
from recount.model import ZoneKind
from tests.clean.pages import TITLE, cleaned, lines, zones


@pytest.mark.parametrize(
    ("line", "title", "outlet"),
    [
        (f"{TITLE} - Norvane Daily", TITLE, "Norvane Daily"),
        (f"{TITLE} | The Valley Courier", TITLE, "The Valley Courier"),
        (f"{TITLE} - World - Norvane Daily English", TITLE, "Norvane Daily"),
        (f"{TITLE} » Middle East » Valley Herald Archive", TITLE, "Valley Herald"),
        (f"{TITLE} – Talks – Valley Herald", f"{TITLE} – Talks", "Valley Herald"),
        ("Cease-fire - or not - Valley Herald", "Cease-fire - or not", "Valley Herald"),
    ],
)
def test_a_title_may_go_on_with_the_outlet(line: str, title: str, outlet: str) -> None:
    found = after_title(line)
    assert found is not None
    assert (line[: found[0]], found[1]) == (title, outlet)


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "Norvane Daily",
        f"{TITLE} - Monitor",
        f"{TITLE} - Daily",
        f"{TITLE} - what the papers and the Daily Press say now",
        f"{TITLE} - and more News",
        " - Norvane Daily",
        "",
    ],
)
def test_other_words_after_a_dash_are_no_outlet(line: str) -> None:
    assert after_title(line) is None


def test_the_outlet_after_the_title_is_page_furniture() -> None:
    reading = cleaned(lines(f"{TITLE} - World - Norvane Daily", "STORY"))
    assert (reading.report.title, reading.report.outlet) == (TITLE, "Norvane Daily")
    assert zones(reading)[:2] == [(ZoneKind.HEADLINE, TITLE), (ZoneKind.FURNITURE, "- World - Norvane Daily")]


@pytest.mark.parametrize(
    ("closing", "outlet"),
    [
        ("(Source: Highland Front's Media Office / 07.03.2031)", "Highland Front"),
        ("(Source: Highland Front’s Media Office)", "Highland Front"),
        ("(Source: Blue Lamps)", None),
        ("(Source: agencies)", None),
    ],
)
def test_a_closing_line_names_the_outlet_only_by_its_own_office(closing: str, outlet: str | None) -> None:
    assert cleaned(lines("TITLE", "STORY", closing)).report.outlet == outlet


def test_an_agency_that_is_credited_is_not_the_outlet() -> None:
    told = lines(
        "TITLE", "BRUNNOTH, Veldania (Reuters) - Shells fell on the market of Brunnoth, a medic said.", "STORY"
    )
    assert cleaned(told).report.outlet is None


def test_a_given_outlet_outranks_what_the_page_tells() -> None:
    given = cleaned(lines(f"{TITLE} - Norvane Daily", "STORY"), outlet="Valley Courier")
    assert given.report.outlet == "Valley Courier"


def test_nothing_told_is_nothing_known() -> None:
    assert outlet_of_line("Norvane Daily") is None
    assert outlet_in(["Log in", "16 April 2031"]) is None
    assert cleaned(lines("TITLE", "STORY")).report.outlet is None


@pytest.mark.parametrize(
    "text",
    [
        "A source at the Tarsk police told SANA that a shell hit the mill. The damage is great. M. Wend/ R. Orl",
        "SANA's reporter said that two shells fell on Brunnoth. Nobody was hurt. English Bulletin",
        "SANA correspondent in Tarsk quoted a doctor as saying that two were hurt. He gave no names. Maya Wend\n",
    ],
)
def test_an_agency_is_told_by_its_own_signed_report(text: str) -> None:
    assert own_agency(text) == "SANA"


@pytest.mark.parametrize(
    "text",
    [
        # Quoted by others: not signed, or it says something itself.
        "A source at the Tarsk police told SANA that a shell hit the mill. The damage is great.",
        "A shell hit the mill, SANA said. A doctor told SANA that two were hurt. Maya Wend",
        "According to a SANA reporter and the SANA news agency two were hurt. Maya Wend",
        # Agencies that are reprinted everywhere are not told so.
        "A doctor told Reuters that two were hurt. Maya Wend",
        "A shell hit the mill. Maya Wend",
    ],
)
def test_an_agency_that_is_quoted_is_not_the_outlet(text: str) -> None:
    assert own_agency(text) is None

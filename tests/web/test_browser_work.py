"""Working at the desk in a real browser: find, read, correct, undo, split, merge, review by keys, print."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page

from recount.store import Record
from recount.web import create_app
from tests.cli.command import LISTS
from tests.web.judging_desk import sampled
from tests.web.test_browser import CONTRAST, WIDTHS, browser, picture

__all__ = ["browser", "picture", "sampled"]

pytestmark = pytest.mark.browser

CLAIM = "norvane-ilmesk@216"


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that fails its test where the browser has anything to complain of; it is sent on after each form.

    It takes the server, so as to be closed before it: what is still being loaded would be refused.
    """
    complaints: list[str] = []
    opened = browser.new_page()
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda fault: complaints.append(str(fault)))
    opened.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    yield opened
    opened.close()
    assert complaints == []


@pytest.fixture
def path(sampled: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "worked.sqlite"
    shutil.copyfile(sampled, copied)
    return copied


@pytest.fixture
def served(picture: ModuleType, path: Path) -> Iterator[str]:
    with picture.served(create_app(path, lists=LISTS)) as address:
        yield address


def decide(page: Page, button: str, name: str | None = None) -> None:
    page.get_by_label("Why, in a few words").fill("read the page")
    if name is not None:
        page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name=button).click()
    page.locator(".done").wait_for()


def test_find_read_correct_undo_split_merge_and_print(page: Page, served: str, path: Path) -> None:
    page.goto(served)
    page.get_by_label("Place", exact=True).fill("Ilmesk")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Chemical attack").first.click()
    claim = page.locator(".claim", has_text="A suspected chlorine attack").filter(has_text="Norvane Press").last
    claim.get_by_role("link", name="Correct").click()
    value = page.get_by_label("how many", exact=False).first
    assert value.input_value().startswith("killed 14")
    value.fill("killed 15; of them killed 6 child")
    decide(page, "Correct it", "Orla")
    told = page.locator(".done").inner_text()
    assert "killed 14; of them killed 6 child; injured at least 70 → killed 15; of them killed 6 child" in told
    assert page.locator(".tolls").get_by_text("15", exact=True).count() > 0
    page.locator(".done").get_by_role("link", name="Undo").click()
    decide(page, "Undo it")
    assert "withdrawn by Orla" in page.locator(".done").inner_text()
    page.goto(f"{served}/judge/different?claim={CLAIM}")
    decide(page, "These are different events")
    with Record.open(path) as record:
        assert len(record.incident(CLAIM).counted.incident.claims) < 6
        other = record.incident("orsamun-herald-ilmesk@156").counted.incident.id
    page.get_by_role("link", name="Put together with another incident").click()
    page.get_by_label("The other incident").fill(f"{served}/incident/{other}")
    page.get_by_role("button", name="Look at the evidence first").click()
    assert "are needed" in page.locator("main").inner_text()
    page.goto(f"{served}/judge/same?claim=velna-belmarrow-bomb@443&claim=evening-post-belmarrow@619")
    decide(page, "These are one event")
    page.get_by_role("link", name="Dossier to print").click()
    page.emulate_media(media="print")
    assert page.locator(".footnotes li").count() >= 2
    assert not page.locator(".top nav").is_visible()


def test_the_queue_is_worked_by_keys(page: Page, served: str, path: Path) -> None:
    page.goto(f"{served}/review?kind=could_be")
    page.get_by_label("Your name").fill("Orla")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    assert page.evaluate("document.activeElement.name") == "because"
    page.keyboard.type("two towns")
    page.keyboard.press("Enter")
    page.locator(".done").wait_for()
    with Record.open(path) as record:
        assert [(one.decision.value, one.because) for one in record.judgements()] == [("different", "two towns")]
    page.goto(f"{served}/review")
    page.keyboard.press("n")
    page.wait_for_url("**/review?at=1")
    page.keyboard.press("p")
    page.wait_for_url("**/review?at=0")
    page.keyboard.press("?")
    assert page.locator(".keys dl").is_visible()


def test_words_picked_in_a_report_fill_the_form(page: Page, served: str) -> None:
    page.goto(f"{served}/report/norvane-ilmesk")
    page.evaluate(
        """() => {
        const p = [...document.querySelectorAll('.zone.body p')].find(e => e.textContent.includes('Ilmesk'));
        const range = document.createRange();
        range.selectNodeContents(p); getSelection().addRange(range) }"""
    )
    link = page.locator("[data-add]")
    link.filter(has_text="as a claim").wait_for()
    link.click()
    assert "Ilmesk" in page.get_by_label("The words that show it").input_value()


def test_words_picked_in_the_sentence_mark_a_correction(page: Page, served: str, path: Path) -> None:
    page.goto(f"{served}/judge/correct?claim={CLAIM}&field=weapon")
    page.evaluate(
        """() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector('.decide blockquote mark'));
        getSelection().removeAllRanges();
        getSelection().addRange(range) }"""
    )
    words = page.get_by_label("The words of the report that tell it", exact=False)
    page.wait_for_function("document.querySelector('[data-picked]').value !== ''")
    picked = words.input_value()
    page.get_by_label("weapon", exact=False).first.fill("chlorine gas")
    assert words.input_value() == picked
    decide(page, "Correct it", "Orla")
    with Record.open(path) as record:
        [made] = record.judgements()
    assert made.rests_on is not None
    assert " ".join(made.rests_on.quote.split()) == picked


def test_the_desk_is_worked_without_a_script(browser: Browser, served: str, path: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{served}/review?kind=weak")
    decide(page, "Confirm", "Tamsin")
    with Record.open(path) as record:
        assert [one.by for one in record.judgements()] == ["Tamsin"]
    page.context.close()


PAGES = (
    "/review", "/review?kind=could_be", "/review?kind=issue", f"/judge/correct?claim={CLAIM}",
    f"/judge/correct?claim={CLAIM}&field=doubts", f"/judge/different?claim={CLAIM}", f"/judge/same?claim={CLAIM}",
    f"/judge/reject?claim={CLAIM}", "/judge/add?report=norvane-ilmesk", "/reader", "/dossier",
    f"/incident/{CLAIM}", "/report/norvane-ilmesk", "/",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_every_word_stands_out(browser: Browser, served: str, scheme: str) -> None:
    opened = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    for path in PAGES:
        for width in WIDTHS:
            opened.set_viewport_size({"width": width, "height": 844})
            opened.goto(served + path)
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, path
        assert opened.evaluate(CONTRAST) == [], path
    opened.close()

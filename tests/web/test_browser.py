"""The desk in a real browser: the way from the list down to a sentence, and how every page looks."""

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette

from recount.knowledge.bodies import load_bodies
from recount.web.desk import desk
from recount.web.show import addresses
from recount.web.vendor import leaflet
from tests.web.fake_record import FakeRecord
from tests.web.veldania import COURIER, EVIL, OUTLINES, RIGHT_TO_LEFT, add_evil, record, within

SCRIPT = Path(__file__).parents[2] / "scripts" / "picture.py"
WIDTHS = (360, 390, 1280)
BODIES = load_bodies(Path(str(files("recount").joinpath("samples"))) / "lists")
CONTRAST = """() => {
  const parse = c => { const [r, g, b, a = 1] = c.match(/[\\d.]+/g).map(Number); return {r, g, b, a} };
  const over = (f, b) => ({r: f.r*f.a + b.r*(1-f.a), g: f.g*f.a + b.g*(1-f.a), b: f.b*f.a + b.b*(1-f.a), a: 1});
  const shine = c => { const [r, g, b] = [c.r, c.g, c.b].map(v => v/255)
    .map(v => v <= 0.03928 ? v/12.92 : ((v+0.055)/1.055)**2.4); return 0.2126*r + 0.7152*g + 0.0722*b };
  const behind = e => { const stack = []; for (let n = e; n; n = n.parentElement) {
      const c = parse(getComputedStyle(n).backgroundColor); if (c.a) { stack.push(c); if (c.a === 1) break } }
    return stack.reverse().reduce((b, f) => over(f, b), {r: 255, g: 255, b: 255, a: 1}) };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const s = getComputedStyle(e); if (s.visibility === 'hidden' || !e.getClientRects().length) continue;
    const back = behind(e), front = over(parse(s.color), back);
    const [a, b] = [shine(front), shine(back)].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 30)}`);
  }
  return bad }"""


@pytest.fixture(scope="module")
def picture() -> ModuleType:
    """The script that takes pictures, which knows how to start a browser and to serve an application."""
    spec = importlib.util.spec_from_file_location("picture", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["picture"] = module
    spec.loader.exec_module(module)
    if module.chromium() is None:
        pytest.skip("no Chromium is installed here, so the desk is not tried in a browser")
    return module


@pytest.fixture(scope="module")
def shown() -> FakeRecord:
    return _long(add_evil(record()))


@pytest.fixture(scope="module")
def browser(picture: ModuleType) -> Iterator[Browser]:
    with picture.browser(picture.chromium()) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(shown: FakeRecord) -> Starlette:
    return desk(shown.opened, OUTLINES, BODIES)


@pytest.fixture(scope="module")
def served(picture: ModuleType, app: Starlette) -> Iterator[str]:
    with picture.served(app) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test where the browser has anything to complain of."""
    complaints: list[str] = []
    opened = browser.new_page()
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda fault: complaints.append(str(fault)))
    opened.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    opened.on("response", lambda answer: complaints.append(f"{answer.status}: {answer.url}") if not answer.ok else None)
    yield opened
    opened.close()
    assert complaints == []


def _long(made: FakeRecord) -> FakeRecord:
    """Stretches names as far as real pages do, where a narrow page would burst first."""
    stored = made.held[COURIER]
    address = "https://news.example/" + "a-very-long-address-without-a-break" * 4
    made.held[COURIER] = replace(stored, report=replace(stored.report, address=address))
    return made


def _every(shown: FakeRecord) -> list[str]:
    incidents = [addresses.incident(stored.counted.incident.id) for stored in shown.stored]
    reports = [addresses.report(id) for id in (COURIER, EVIL, RIGHT_TO_LEFT, "empty")]
    lists = [
        "/",
        "/?place=Brunnoth&by=Marrovia",
        "/?place=nowhere",
        "/map",
        "/timeline?stack=actor",
        "/sources",
        "/sources?across=outcome&place=Brunnoth",
        "/sources/pair?one=Valley+Courier&other=Blue+Lamps",
        "/policies?other=acled",
        "/compare",
        f"/compare?one={incidents[0].rpartition('/incident/')[2]}&other={COURIER}@district",
        addresses.report(COURIER) + "/versions",
        "/totals",
        "/reports",
        "/issues",
    ]
    return [*lists, *incidents, *reports]


@pytest.mark.browser
def test_from_the_list_down_to_the_sentence(page: Page, served: str) -> None:
    page.goto(served)
    assert page.locator(".incidents li").count() == 5
    page.get_by_label("Place", exact=True).fill("Brunnoth")
    page.get_by_role("button", name="Show").click()
    assert "place=Brunnoth" in page.url
    assert page.locator(".incidents li").count() == 1
    page.get_by_role("link", name="Air strike").click()
    assert page.locator("h1").inner_text().startswith("Air strike")
    assert page.locator(".tolls").get_by_text("of whom").count() == 1
    page.locator(".tolls .to").first.click()
    claim = page.locator(".claim:target")
    assert "killed 20 people" in claim.locator("mark").inner_text()
    claim.get_by_role("link", name="Read it in the report").click()
    assert page.locator("h1").inner_text() == "Strike on a school in Brunnoth kills 20"
    pin = page.locator(".pin:target")
    pin.wait_for()
    assert pin.locator("xpath=following-sibling::mark[1]").inner_text().startswith("An air strike on a school")
    pin.locator("xpath=following-sibling::mark[1]/a").click()
    assert page.locator("h1").inner_text().startswith("Air strike")


@pytest.mark.browser
def test_a_mark_on_the_map_leads_to_its_incident(page: Page, served: str) -> None:
    page.goto(served + "/map")
    page.locator(".for-wide a.pinned").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/**")
    assert page.locator("h1").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(page: Page, served: str, shown: FakeRecord, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for path in _every(shown):
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(browser: Browser, served: str, shown: FakeRecord, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    grounds = set()
    for path in [*_every(shown), "/nowhere", "/?from=x"]:
        page.goto(served + path)
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert page.evaluate(CONTRAST) == [], path
    page.close()
    assert len(grounds) == 1


@pytest.mark.browser
def test_night_is_dark_and_day_is_light(browser: Browser, served: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(served)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)"))
        page.close()
    assert sum(grounds[0]) > 3 * 200
    assert sum(grounds[1]) < 3 * 50


@pytest.mark.browser
def test_the_desk_needs_no_script(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served + "/?place=Brunnoth")
    page.get_by_role("link", name="Air strike").click()
    page.get_by_role("link", name="Read it in the report").first.click()
    assert page.locator("mark").count() > 0
    page.context.close()


@pytest.mark.browser
def test_on_a_phone_the_filters_open_without_script(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(served)
    place = page.get_by_label("Place", exact=True)
    assert not place.is_visible()
    page.get_by_text("Filters", exact=True).click()
    assert place.is_visible()
    page.close()


@pytest.mark.browser
def test_the_first_tab_leads_past_the_menu(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.browser
def test_pointing_at_a_claim_shows_what_was_read(page: Page, served: str) -> None:
    page.goto(served + addresses.report(COURIER))
    claim = page.locator(".text mark", has_text="An air strike on a school").first
    shown = "e => getComputedStyle(e, '::after').content"
    assert claim.evaluate(shown) == "none"
    claim.hover()
    assert "20 civilians killed" in claim.evaluate(shown)


@pytest.mark.browser
def test_a_number_leads_to_a_claim_that_is_folded_away(page: Page, served: str, shown: FakeRecord) -> None:
    address = served + addresses.incident(shown.stored[0].counted.incident.id)
    page.goto(address)
    assert not page.locator("#c-4 blockquote").is_visible()
    page.goto(address + "#c-4")
    assert page.locator("#c-4 blockquote").is_visible()


@pytest.mark.browser
def test_two_bodies_are_chosen_and_compared_without_a_script(browser: Browser, served: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served + "/sources?place=Brunnoth")
    page.get_by_label("One body").select_option("Blue Lamps")
    page.get_by_label("Another body").select_option("Veldanian Rights Monitor")
    page.get_by_role("button", name="Compare").click()
    assert page.locator("h1").inner_text() == "Blue Lamps and Veldanian Rights Monitor"
    assert "place=Brunnoth" in page.url
    page.context.close()


@pytest.mark.browser
def test_text_from_right_to_left_runs_so(page: Page, served: str) -> None:
    page.goto(served + addresses.report(RIGHT_TO_LEFT))
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".zone p").evaluate("e => getComputedStyle(e).direction") == "rtl"


@pytest.mark.browser
def test_pictures_are_taken(picture: ModuleType, browser: Browser, served: str, tmp_path: Path) -> None:
    shots = [picture.Shot("report", "phone", "dark")]
    made = picture.pictures(browser, served, tmp_path, shots)
    assert [path.name for path in made] == ["desk.png", "report-phone-dark.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in made)


@pytest.fixture(scope="module")
def live(picture: ModuleType, shown: FakeRecord) -> Iterator[str]:
    """The desk with the map of its script."""
    folder = leaflet()
    if folder is None:
        pytest.skip("Leaflet is not installed (npm ci), so the map that can be moved is not tried")
    with picture.served(desk(shown.opened, OUTLINES, BODIES, leaflet=folder)) as address:
        yield address


@pytest.mark.browser
def test_the_map_that_can_be_moved_takes_the_place_of_the_drawn_one(page: Page, live: str) -> None:
    page.goto(live + "/map")
    page.locator("#live-map path.leaflet-interactive").first.wait_for()
    assert not page.locator(".for-wide .atlas").is_visible()
    mark = page.locator("#live-map path[aria-label^='Brunnoth']")
    assert "at least 20 killed" in str(mark.get_attribute("aria-label"))
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/incident/**")


@pytest.mark.browser
def test_the_slider_of_time_moves_the_map_and_the_address_together(page: Page, picture: ModuleType) -> None:
    folder = leaflet()
    if folder is None:
        pytest.skip("Leaflet is not installed (npm ci), so the map that can be moved is not tried")
    made = record()
    first = made.stored[0]
    later = replace(first.counted.incident, when=within(date(2031, 6, 10)))
    made.stored[0] = replace(first, counted=replace(first.counted, incident=later))
    with picture.served(desk(made.opened, OUTLINES, leaflet=folder)) as address:
        page.goto(address + "/map?place=Veldania")
        page.locator("#live-map path[aria-label^='near Karrowa']").wait_for()
        page.locator("#slide-from").focus()
        page.keyboard.press("End")
        page.wait_for_url("**/map?place=Veldania&from=2031-06-01")
        page.locator("#live-map path[aria-label^='near Karrowa']").wait_for(state="detached")
        assert page.locator("#live-map path[aria-label^='Brunnoth']").count() == 1
        assert page.locator("#f-from").input_value() == "2031-06-01"
        page.reload()
        page.locator("#live-map path[aria-label^='Brunnoth']").wait_for()
        assert "June 2031" in page.locator("output[for='slide-from']").inner_text()


@pytest.mark.browser
def test_without_scripts_and_in_print_the_drawn_map_stands_in(browser: Browser, live: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live + "/map")
    assert page.locator(".for-wide .atlas").is_visible()
    assert not page.locator("#live-map").is_visible()
    context.close()
    page = browser.new_page()
    page.goto(live + "/map")
    page.locator("#live-map path.leaflet-interactive").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".for-wide .atlas").is_visible()
    assert not page.locator("#live-map").is_visible()
    page.close()


AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.browser
@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci), so its rules are not tried")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_page_keeps_the_rules_of_accessibility(
    browser: Browser, live: str, shown: FakeRecord, width: int, scheme: str
) -> None:
    context = browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    broken = []
    for path in [*_every(shown), "/nowhere", "/?from=x", "/timeline?per=month", "/search"]:
        page.goto(live + path)
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("rules => axe.run({runOnly: rules}).then(told => told.violations)", RULES)
        broken += [(path, one["id"], node["html"][:140]) for one in found for node in one["nodes"][:2]]
    assert broken == []
    context.close()

"""Takes pictures of the desk in Chromium.

    python scripts/picture.py RECORD [FOLDER] [--all]

Writes FOLDER/desk.png, the list of incidents as a desktop shows it by day; FOLDER is docs/pictures unless told. With
--all, it also writes list, incident, report, map, timeline, sources, two bodies, two policies and two incidents side by
side, for desktop and phone, by day and by night.
"""

import argparse
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette

from recount.model import RecountError

ROOT = Path(__file__).resolve().parent.parent
SWITCHES = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}
SCHEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which page, at which size, by day or night."""

    page: str
    size: str = "desktop"
    scheme: str = "light"

    @property
    def file(self) -> str:
        """What its file is called."""
        return f"{self.page}-{self.size}-{self.scheme}.png"


PAGES = ("list", "incident", "report", "map", "timeline", "sources", "pair", "policies", "compare")
ALL = tuple(Shot(page, size, scheme) for page in PAGES for size in SIZES for scheme in SCHEMES)


def chromium() -> str | None:
    """Where Chromium is installed here."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """An application behind a real server on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server ended before it began")
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def browser(executable: str) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=list(SWITCHES))
        try:
            yield opened
        finally:
            opened.close()


def addresses(page: Page, desk: str) -> dict[str, str]:
    """Where the pages of a picture are: the incident with most reports, the report of its first claim, and pairs."""
    page.goto(desk)
    rows = page.locator(".incidents li")
    told = [int(words.split()[0].replace(",", "")) for words in rows.locator(".told-by").all_inner_texts()]
    found = {name: f"{desk}/{name}" for name in ("map", "timeline", "sources", "policies")} | {"list": desk + "/"}
    if told:
        row = rows.nth(told.index(max(told)))
        found["incident"] = desk + str(row.locator("h2 a").get_attribute("href"))
        page.goto(found["incident"])
        report = page.locator(".claims .source-link a").first.get_attribute("href")
        found["report"] = desk + str(report).partition("#")[0]
        found |= _pairs(page, desk)
    return found


def _pairs(page: Page, desk: str) -> dict[str, str]:
    """The first two bodies that tell of the same incidents, and the first two incidents that may be one."""
    found = {}
    page.goto(desk + "/sources")
    pairs = page.locator(".crossings td a")
    if pairs.count():
        found["pair"] = desk + str(pairs.first.get_attribute("href"))
    page.goto(desk + "/")
    unclear = page.locator(".incidents li", has_text="may match another").locator("h2 a")
    if unclear.count():
        page.goto(desk + str(unclear.first.get_attribute("href")))
        found["compare"] = desk + str(page.locator("a[href^='/compare?']").first.get_attribute("href"))
    return found


def take(opened: Browser, desk: str, shots: Sequence[Shot], folder: Path) -> list[Path]:
    """Takes some pictures of a desk that is being served; pages that the record has nothing for are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    page = opened.new_page()
    where = addresses(page, desk)
    page.close()
    made = []
    for shot in shots:
        if shot.page not in where:
            continue
        width, height = SIZES[shot.size]
        page = opened.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if shot.scheme == "dark" else "light"
        )
        page.goto(where[shot.page])
        page.screenshot(path=folder / shot.file)
        page.close()
        made.append(folder / shot.file)
    return made


def pictures(opened: Browser, desk: str, folder: Path, shots: Sequence[Shot] = ()) -> list[Path]:
    """Pictures of a desk that is being served: desk.png, and whatever else is asked for."""
    first = [path.replace(folder / "desk.png") for path in take(opened, desk, [Shot("list")], folder)]
    return [*first, *take(opened, desk, shots, folder)]


def main() -> int:
    from recount.web import create_app

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", help="the record to show")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--all", action="store_true", help="all pages, sizes and schemes")
    parser.add_argument("--lists", type=Path, help="the folder with the record's own outlines")
    told = parser.parse_args()
    executable = chromium()
    if executable is None:
        print("No Chromium was found. Install the package chromium, then try again.", file=sys.stderr)
        return 1
    try:
        with served(create_app(told.record, lists=told.lists)) as desk, browser(executable) as opened:
            made = pictures(opened, desk, told.folder, ALL if told.all else ())
    except RecountError as fault:
        print(fault, file=sys.stderr)
        return 1
    print(*made, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

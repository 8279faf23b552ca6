"""How long Chromium takes from asking for the map to having drawn it, over a made record.

    python evaluation/map_benchmark.py RECORD [--rounds N]

RECORD is one that desk_benchmark.py made. Each round opens the map in a new window with an empty cache, and waits until
the marks of the map stand on it; it prints when the page, its first picture and the marks were there, in milliseconds.
"""

import argparse
import importlib.util
import statistics
import sys
from pathlib import Path
from types import ModuleType

from playwright.sync_api import Browser

from recount.web import create_app

PICTURE = Path(__file__).resolve().parent.parent / "scripts" / "picture.py"
WIDTH, HEIGHT = 1280, 860
DRAWN = "() => document.querySelector('#live-map:not([hidden]) .leaflet-marker-icon, #live-map .leaflet-interactive')"
TIMES = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [page.responseEnd, paint ? paint.startTime : 0, performance.now()] }"""


def picture() -> ModuleType:
    """The script that takes pictures, which knows how to start a browser and to serve an application."""
    spec = importlib.util.spec_from_file_location("picture", PICTURE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["picture"] = module
    spec.loader.exec_module(module)
    return module


def times(opened: Browser, address: str) -> list[float]:
    """When the page was there, when it was first drawn, and when the marks were, from the navigation on."""
    context = opened.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_function(DRAWN, polling="raf", timeout=60_000)
    told: list[float] = page.evaluate(TIMES)
    context.close()
    return told


def main() -> int:
    """Prints the median and the longest of each time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    told = parser.parse_args()
    pictures = picture()
    with pictures.served(create_app(told.record)) as address, pictures.browser(pictures.chromium()) as opened:
        times(opened, f"{address}/map")
        found = [times(opened, f"{address}/map") for _ in range(told.rounds)]
    for name, each in zip(("page", "first picture", "marks"), zip(*found, strict=True), strict=True):
        print(f"{statistics.median(each):7.0f} {max(each):7.0f}  {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

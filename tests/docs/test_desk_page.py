"""The page on the desk: its keys, parts, numbers and addresses are those there are."""

import re
from pathlib import Path

from recount.store import doubting
from recount.web.api import views
from recount.web.api.routes import ANSWERS
from recount.web.desk import desk
from recount.web.judging import queue
from recount.web.pages import dossier, policies, sources
from tests.web.fake_record import FakeRecord

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "desk.md").read_text("utf-8")
FLAT = " ".join(PAGE.split())
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")]
REVIEW = (ROOT / "src" / "recount" / "web" / "templates" / "work" / "review.html").read_text("utf-8")


def test_the_keys_are_those_of_the_queue() -> None:
    told = {row[0].strip("`") for row in ROWS if row[0].startswith("`")}
    assert told == set(re.findall(r'data-key="(.)"', REVIEW))


def test_the_parts_are_those_of_the_queue() -> None:
    review = PAGE[PAGE.index("| part |") :].split("\n\n")[0].splitlines()[2:]
    told = {line.strip("| ").split(" | ")[0] for line in review}
    assert told == set(queue._NAMES.values())


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"under {doubting.DOUBTFUL * 100:.0f} %" in FLAT
    assert f"not dated to {doubting._MANY_DAYS} days" in FLAT
    assert f"up to {dossier.MOST} incidents" in FLAT
    assert f"at most {views.ADDED_UP:,} incidents in an answer" in FLAT
    assert f"the newest {sources.LOOKED_AT:,} incidents of a view, and policies the newest {policies.MOST}" in FLAT


def test_the_addresses_are_those_of_the_api() -> None:
    told = re.findall(r"^    (/api/\S+)$", PAGE, re.MULTILINE)
    assert told == [path.replace(":path", "") for path, _ in ANSWERS]


def test_the_pages_are_those_of_the_desk() -> None:
    routes = {getattr(route, "path", "").replace("{id:path}", "ID") for route in desk(FakeRecord().opened, ()).routes}
    told = re.findall(r"^- `(/\S+)`:", PAGE, re.MULTILINE)
    assert told
    assert set(told) <= routes

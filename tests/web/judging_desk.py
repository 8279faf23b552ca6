"""A desk over a real record of the sample reports, at which a test decides as a reader does."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.store import Record
from recount.web import create_app
from tests.cli.command import LISTS
from tests.cli.conftest import veldania as sampled

__all__ = ["deciding", "sampled"]

ORIGIN = {"origin": "http://127.0.0.1"}


@dataclass(frozen=True)
class Deciding:
    """A reader with a browser and the record behind it."""

    path: Path
    client: TestClient

    def form(self, address: str) -> dict[str, list[str]]:
        """The fields of the form on a page, as a browser would send them unchanged."""
        return fields(self.client.get(address).text)

    def send(self, verb: str, told: dict[str, Any]) -> Any:
        return self.client.post(f"/judge/{verb}", data=told, headers=ORIGIN, follow_redirects=False)

    def decide(self, address: str, **told: Any) -> Any:
        """Fill in the form of a page and send it."""
        verb = address.removeprefix("/judge/").split("?")[0]
        return self.send(verb, {**self.form(address), "because": "read it", "name": "Orla", **told})

    def record(self) -> Record:
        return Record.open(self.path)


def fields(text: str) -> dict[str, list[str]]:
    """What a browser would send of the form on a page."""
    [form] = html.fromstring(text).xpath("//form[contains(@class, 'decide')]")
    told: dict[str, list[str]] = {}
    for field in form.xpath(".//input | .//textarea | .//select"):
        if field.get("type") == "checkbox" and field.get("checked") is None:
            continue
        value = field.text if field.tag == "textarea" else field.value
        told.setdefault(field.get("name"), []).append(value or "")
    return told


@pytest.fixture
def deciding(sampled: Path, tmp_path: Path) -> Iterator[Deciding]:
    path = tmp_path / "judged.sqlite"
    shutil.copyfile(sampled, path)
    with TestClient(create_app(path, lists=LISTS), base_url="http://127.0.0.1") as client:
        yield Deciding(path, client)

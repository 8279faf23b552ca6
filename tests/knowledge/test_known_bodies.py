"""Of which kind and on whose side those are who speak."""

from pathlib import Path

import pytest

from recount.knowledge.bodies import load_bodies
from recount.knowledge.sources import KINDS, SourceBody
from recount.model import ListError

OWN = """
[[source]]
name = "Veldanian Rights Monitor"
kind = "monitor"
aliases = ["the Monitor"]

[[source]]
name = "VELNA"
kind = "state media"
side = "Veldanian government"

[[unnamed]]
kind = "medic"
words = ["bonesetter"]
"""


def own(folder: Path, words: str = OWN) -> Path:
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "own.toml").write_text(words, encoding="utf-8")
    return folder


def test_a_body_is_found_by_any_of_its_names_with_its_kind_and_side(tmp_path: Path) -> None:
    bodies = load_bodies(own(tmp_path))
    assert bodies.named("monitor") == SourceBody("Veldanian Rights Monitor", "monitor")
    assert bodies.named("velna") == SourceBody("VELNA", "state media", "Veldanian government")
    assert bodies.named("Nobody's Gazette") is None


@pytest.mark.parametrize("name", ["SOHR", "OSDH", "the Observatory", "a Britain-based monitor", "UK-based war monitor"])
def test_known_aliases_of_one_body_are_one(name: str) -> None:
    body = load_bodies().named(name.removeprefix("a "))
    assert body is not None
    assert (body.name, body.kind, body.side) == ("Syrian Observatory for Human Rights", "monitor", None)


def test_a_side_speaks_for_itself() -> None:
    bodies = load_bodies()
    assert bodies.named("Islamic State") == SourceBody("Islamic State", "party", "Islamic State")
    assert bodies.named("Syrian army") == SourceBody("Syrian government", "government", "Syrian government")


@pytest.mark.parametrize(
    ("words", "kind"),
    [("a medic", "medic"), ("two hospital sources", "medic"), ("residents", "witness"), ("the bonesetter", "medic")],
)
def test_people_without_a_name_are_what_their_words_say(words: str, kind: str, tmp_path: Path) -> None:
    assert load_bodies(own(tmp_path)).unnamed(words) == kind


def test_people_of_whom_nothing_is_said_are_of_no_kind() -> None:
    assert load_bodies().unnamed("activists") is None


def test_sides_are_those_that_a_list_knows_sources_of(tmp_path: Path) -> None:
    assert "Veldanian government" in load_bodies(own(tmp_path)).sides
    assert "bandits" not in load_bodies().sides
    assert "al-Qaeda" in load_bodies().sides


@pytest.mark.parametrize(
    "words", ['[[source]]\nname = "X"\nkind = "blog"', '[[unnamed]]\nkind = "blog"\nwords = ["x"]']
)
def test_a_kind_that_there_is_not_is_told_with_those_there_are(words: str, tmp_path: Path) -> None:
    with pytest.raises(ListError, match=KINDS[0]):
        load_bodies(own(tmp_path, words))

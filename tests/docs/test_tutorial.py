"""The tutorial runs, and shows what it would show today; `make tutorial` renews it."""

import base64
import io
import re
import shutil
from pathlib import Path
from typing import Any

import matplotlib.image
import nbformat
import numpy as np
import pytest
from tutorial import TUTORIAL, ran

from recount.cli.demo import DEMO_RECORD

ROOT = Path(__file__).parents[2]
# Shades by which a picture may differ, of 1: letters are drawn a little otherwise on other machines.
_SHADES = 0.02


def outputs(notebook: Any) -> list[dict[str, Any]]:
    """What each cell shows, by its kind; a picture as its shades."""
    told = []
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            assert output.output_type != "error", output
            told.append({"cell": cell.source, **output.get("data", {"text": output.get("text")})})
    return told


def shades(picture: str) -> Any:
    return matplotlib.image.imread(io.BytesIO(base64.b64decode(picture)), format="png")


@pytest.fixture(scope="module")
def pairs(veldania: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copyfile(veldania, folder / DEMO_RECORD)
    kept, now = outputs(nbformat.read(TUTORIAL, as_version=4)), outputs(ran(folder))
    return list(zip(kept, now, strict=True))


def test_the_tables_are_those_of_a_run_today(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    for kept, now in pairs:
        told, new = ({kind: words for kind, words in one.items() if kind != "image/png"} for one in (kept, now))
        assert told == new, "renew the tutorial with: make tutorial"


def test_the_chart_is_that_of_a_run_today(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    [(kept, now)] = [pair for pair in pairs if "image/png" in pair[0]]
    one, other = shades(kept["image/png"]), shades(now["image/png"])
    assert one.shape == other.shape
    assert float(np.abs(one - other).mean()) < _SHADES


def test_its_cells_are_numbered_as_they_run_and_tell_nothing_of_a_machine() -> None:
    notebook = nbformat.read(TUTORIAL, as_version=4)
    numbers = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(notebook.metadata) == {"kernelspec"}
    words = TUTORIAL.read_text("utf-8")
    assert not re.search(r"/home/|/tmp/|/root/|https?:", words)


def test_its_links_lead_to_pages_that_are_there() -> None:
    notebook = nbformat.read(TUTORIAL, as_version=4)
    links = [link for cell in notebook.cells for link in re.findall(r"\]\(([^)#]+)\)", cell.source)]
    assert links
    assert all((TUTORIAL.parent / link).exists() for link in links)

"""What the pages promise is so."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recount.cli.app import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("evaluation/**/*.md")])


def name(requirement: str) -> str:
    return re.split(r"[<>=\[]", requirement)[0].casefold().replace("_", "-")


def test_every_dependency_is_justified_and_nothing_else() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [
        line.split("|")[1] for line in page.splitlines() if line.startswith("| ") and not line.startswith("| library")
    ]
    told = {name(part.strip()) for row in rows for part in row.split(",") if part.strip() != "---"}
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["frames"]]
    assert told == {name(requirement) for requirement in needed}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


def test_the_readme_shows_a_result_by_its_tenth_line() -> None:
    assert any("killed" in line for line in README.splitlines()[:10])


def test_the_figures_that_open_the_readme_are_those_of_the_demo(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["demo", "--no-serve", "--record", str(tmp_path / "demo.sqlite")]).output
    opening = [line.strip() for line in README.splitlines()[:17] if line.startswith("    ") and "make" not in line]
    told = [line.removesuffix(" (an invented war)") for line in opening]
    assert len(told) == 7
    for line in told:
        assert line in shown


def test_the_verbs_of_the_readme_are_those_there_are() -> None:
    told = set(re.findall(r"^    recount (\w+)", README, re.MULTILINE))
    verbs = {command.callback.__name__ for command in app.registered_commands if command.callback is not None}
    groups = (group.typer_instance for group in app.registered_groups)
    verbs |= {str(group.info.name) for group in groups if group is not None}
    assert told <= verbs
    assert verbs - told <= {"demo", "rebuild", "remove"}


def test_each_verb_has_help_with_an_example() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        shown = CliRunner().invoke(app, [command.callback.__name__, "--help"])
        assert shown.exit_code == 0
        assert "Examples" in shown.output
        assert f"recount {command.callback.__name__}" in shown.output


def test_the_figures_of_the_readme_are_those_measured() -> None:
    measured = (ROOT / "evaluation" / "measured.txt").read_text(encoding="utf-8")
    figures = {
        line.split()[0] if not line.startswith("sample inc") else "sample incidents": line
        for line in measured.splitlines()
    }
    rows = [line for line in README.splitlines() if re.match(r"\| [a-z].*\|.*0?\.\d", line)]
    assert rows
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        for figure in re.findall(r"(\w+) (\.\d\d)\b", row):
            found = re.search(rf"{figure[0]} (\d\.\d+)", figures[cells[0]])
            assert found is not None, figure
            assert f"{float(found.group(1)):.2f}".removeprefix("0") == figure[1], (row, figure)

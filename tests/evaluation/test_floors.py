"""The quality gate: no figure may drop below its floor."""

import tomllib
from pathlib import Path

import measure
import pytest

EVALUATION = Path(measure.__file__).parent
SHARED = EVALUATION.parents[1] / "shared"
FLOORS = tomllib.loads((EVALUATION / "floors.toml").read_text(encoding="utf-8"))
OWN = ("samples", "sample incidents")


@pytest.mark.parametrize("name", [name for name in FLOORS if name in OWN])
def test_the_samples_are_read_as_well_as_before(name: str) -> None:
    measured = list(measure.measure_all(Path("/nowhere"), name))
    assert [one.name for one in measured] == [name]
    assert list(measure.below(FLOORS, measured)) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in FLOORS if name not in OWN])
def test_real_reports_are_read_as_well_as_before(name: str) -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no real reports in {SHARED}, so only the samples are measured")
    assert list(measure.below(FLOORS, measure.measure_all(SHARED, name))) == []


def test_a_figure_under_its_floor_is_told() -> None:
    worse = measure.Measured("samples", 3, {"counts": 0.5, "days_invented": 0.4})
    told = list(measure.below({"samples": {"counts": 0.6, "days_invented": 0.3}}, [worse]))
    assert len(told) == 2
    assert "counts" in told[0]


def test_floors_only_rise() -> None:
    floors = "# Why one is lower.\n\n[samples]\ncounts = 0.6\ndays_invented = 0.3\n"
    better = measure.Measured("samples", 3, {"counts": 0.7, "days_invented": 0.4})
    raised = measure.risen(floors, [better])
    assert tomllib.loads(raised) == {"samples": {"counts": 0.7, "days_invented": 0.3}}
    assert raised.startswith("# Why one is lower.\n")


def test_held_out_reports_get_no_floor() -> None:
    assert "held-out" not in FLOORS
    held_out = measure.Measured("held-out", 3, {"counts": 0.7})
    assert tomllib.loads(measure.risen("", [held_out])) == {}

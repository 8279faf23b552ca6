"""Five real pages, from file to incident: what they tell together, and what is no incident."""

from datetime import date
from pathlib import Path

import pytest

from recount.ingest import IngestOptions, gather
from recount.knowledge import load
from recount.link import link
from recount.model import Byline, Incident, Outcome, Report
from recount.run import read

REPORTS = Path(__file__).parents[3] / "shared" / "reports"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REPORTS.is_dir(), reason="the five real pages stand beside the checkout"),
]


@pytest.fixture(scope="module")
def incidents() -> tuple[Incident, ...]:
    pages = sorted(str(path) for path in REPORTS.glob("seed-*.txt"))
    reports = [item for item in gather(pages, IngestOptions()) if isinstance(item, Report)]
    readings = list(read(reports, load()))
    told = [reading.report for reading in readings]
    bylines = {report.id: Byline(report.id, report.outlet, report.title, report.published) for report in told}
    return link((claim for reading in readings for claim in reading.claims), bylines).incidents


def killed(incident: Incident) -> dict[tuple[str, bool], int | None]:
    return {
        (count.group or "people", count.part_of is not None): count.low
        for claim in incident.claims
        for count in claim.counts
        if count.outcome is Outcome.KILLED
    }


def with_killed(incidents: tuple[Incident, ...], low: int) -> list[Incident]:
    return [incident for incident in incidents if low in killed(incident).values()]


def test_two_pages_tell_of_one_school(incidents: tuple[Incident, ...]) -> None:
    (school,) = [incident for incident in with_killed(incidents, 20) if killed(incident).get(("child", True)) == 16]
    assert len({claim.report for claim in school.claims}) == 2


def test_two_vague_days_of_one_market_overlap(incidents: tuple[Incident, ...]) -> None:
    (market,) = with_killed(incidents, 27)
    assert market.when is not None
    assert (market.when.earliest, market.when.latest) == (date(2018, 4, 9), date(2018, 4, 15))


@pytest.mark.parametrize("figure", [650_000, 1_000])
def test_what_may_come_and_what_a_period_sums_up_is_no_incident(incidents: tuple[Incident, ...], figure: int) -> None:
    assert not [c for i in incidents for claim in i.claims for c in claim.counts if c.low == figure]

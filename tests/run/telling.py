"""Reports of an invented war in plain sentences, and everything that a record exports of them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from hypothesis import strategies as st

from recount.export import incident_object
from recount.export.guide import guide_claim
from recount.knowledge import load
from recount.model import Claim, Report
from recount.run import read, relink
from recount.store import Record
from recount.store.shapes import IncidentQuery

LISTS = Path(__file__).parents[2] / "src" / "recount" / "samples" / "lists"
_WHAT = ("An air strike", "Shelling", "A roadside bomb", "Gunmen")
_WHERE = ("Ilmesk", "Tolvane", "Oskerne", "Grelda", "Halmeck")
_WHO = ("the Veldanian Rights Monitor", "Blue Lamps", "medics")

SENTENCES = st.builds(
    "{} killed {} people in the town of {} on {} March 2031, {} said.".format,
    st.sampled_from(_WHAT),
    st.sampled_from([2, 7, 8, 31]),
    st.sampled_from(_WHERE[:3]),
    st.sampled_from([10, 11]),
    st.sampled_from(_WHO),
)
WAR = st.lists(st.lists(SENTENCES, min_size=1, max_size=2), min_size=2, max_size=6).map(
    lambda told: [Report(f"r{number}", " ".join(lines).encode()) for number, lines in enumerate(told)]
)


def put(record: Record, reports: Iterable[Report]) -> None:
    """Read reports into a record, without putting their claims together yet."""
    for report in reports:
        for reading in read([report], load(LISTS)):
            record.keep(reading, report)


def exported(record: Record) -> list[str]:
    """All that a record tells: incidents, claims in none, issues.

    Former ids are left out: they are part of the trail, which alone depends on the order of work.
    """
    relink(record)
    bylines = record.bylines()
    rows = record.incidents(IncidentQuery()).rows
    told = [incident_object(row.counted, bylines) for row in rows]
    told = [{name: value for name, value in one.items() if name != "aliases"} for one in told]
    told += [guide_claim(claim) for claim in (*record.running_totals(), *record.apart())]
    issues = sorted(f"{issue.kind} {issue.subject} {issue.reason}" for issue in record.issues().rows)
    return sorted(json.dumps(one, sort_keys=True) for one in told) + issues


def claims(record: Record) -> Sequence[Claim]:
    """The claims of all incidents, in the order of their ids."""
    relink(record)
    rows = record.incidents(IncidentQuery()).rows
    return sorted((claim for row in rows for claim in row.counted.incident.claims), key=lambda claim: claim.key)

"""Totals that coders entered for short texts, against what is read in them.

The rule for deaths and injured is that of the shared scorer (score_deaths.py): the largest sum of wholes of one outcome
in one claim. Vague words stand for the numbers that coders enter for them.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recount.model import Assertion, Claim, Count, DayFrom, Outcome, Published, Reading, Report, Scope, Vague

# As the coders of both sets entered them; a policy of the record may say otherwise.
STANDS_FOR = {
    Vague.SEVERAL: 3,
    Vague.FEW: 3,
    Vague.SOME: 3,
    Vague.MANY: 3,
    Vague.DOZENS: 12,
    Vague.SCORES: 20,
    Vague.HUNDREDS: 100,
    Vague.THOUSANDS: 1000,
}
_TAKEN = (Outcome.DETAINED, Outcome.CAPTURED)


@dataclass(frozen=True, slots=True)
class Coded:
    """What a coder entered for one text; what was not coded is absent."""

    report: Report
    deaths: int | None = None
    injured: int | None = None
    captured: int | None = None
    start: date | None = None


def atrocities(path: Path) -> Iterator[Coded]:
    """The descriptions of the Worldwide Atrocities Dataset; the coded day stands in for that of publication."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = Published(date.fromisoformat(row["date"]), DayFrom.GIVEN) if row["date"] else None
            report = Report(row["wad_id"], row["description"].encode(), published=day)
            injured = int(float(row["injured"])) if row["injured"] else None
            yield Coded(report, int(float(row["deaths"])), injured)


def releases(path: Path) -> Iterator[Coded]:
    """Press releases of one military force, whose day stands in their own dateline."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            row = json.loads(line)
            report = Report(f"isaf-{number}", row["text"].encode())
            yield Coded(report, row["min_killed"], None, row["min_captured"], date.fromisoformat(row["start_date"]))


def deaths_figures(pairs: Iterable[tuple[Coded, Reading]]) -> dict[str, float]:
    """Shares of texts whose deaths and injured are read as coded, and of those coded 0 that get a figure of injured."""
    told = [
        (coded, largest(reading, (Outcome.KILLED,)), largest(reading, (Outcome.INJURED,))) for coded, reading in pairs
    ]
    hurt = [(coded.injured, read) for coded, _, read in told if coded.injured]
    unhurt = [read for coded, _, read in told if coded.injured == 0]
    return {
        "deaths_exact": _share([coded.deaths == read for coded, read, _ in told]),
        "injured_exact": _share([coded == read for coded, read in hurt]),
        "false_injured": _share([bool(read) for read in unhurt]),
    }


def release_figures(pairs: Iterable[tuple[Coded, Reading]]) -> dict[str, float]:
    """Shares of releases whose first day, least killed and least captured are as coded; nothing read counts as 0."""
    told = list(pairs)
    return {
        "start_exact": _share([coded.start == first_day(reading.claims) for coded, reading in told]),
        "killed_exact": _share([coded.deaths == in_all(reading.claims, (Outcome.KILLED,)) for coded, reading in told]),
        "captured_exact": _share([coded.captured == in_all(reading.claims, _TAKEN) for coded, reading in told]),
    }


def largest(reading: Reading, outcomes: Sequence[Outcome]) -> int | None:
    """The largest sum of wholes in one claim that is not denied; none where no figure is told."""
    sums = [_sum(claim.counts, outcomes) for claim in reading.claims if claim.assertion is not Assertion.DENIED]
    return max((total for total in sums if total is not None), default=None)


def in_all(claims: Iterable[Claim], outcomes: Sequence[Outcome]) -> int:
    """The wholes of all episodes of a text together."""
    told = (c for c in claims if c.scope is Scope.INCIDENT and c.assertion is Assertion.ASSERTED)
    return sum(total for claim in told if (total := _sum(claim.counts, outcomes)) is not None)


def first_day(claims: Iterable[Claim]) -> date | None:
    """The day of the first episode that has one."""
    days = (c.when.earliest for c in claims if c.scope is Scope.INCIDENT and c.when is not None)
    return next((day for day in days if day is not None), None)


def _sum(counts: Iterable[Count], outcomes: Sequence[Outcome]) -> int | None:
    values = [_value(count) for count in counts if count.outcome in outcomes and count.part_of is None]
    told = [value for value in values if value is not None]
    return sum(told) if told else None


def _value(count: Count) -> int | None:
    if count.low is not None:
        return count.low
    if count.high is not None:
        return count.high
    return None if count.vague is None else STANDS_FOR.get(count.vague)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


Figures = Mapping[str, float]

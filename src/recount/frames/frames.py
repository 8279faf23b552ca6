"""The frames of one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from recount.export import figure_rows
from recount.frames import claims, incidents, reports, sums, told
from recount.frames.columns import framed
from recount.model import Account, Claim, CountedIncident, Outcome, RecordError, UsageError
from recount.run import account, counted_under, policy_named
from recount.tally import Policy, add_up, keys_named

if TYPE_CHECKING:
    import pandas as pd

    from recount.knowledge import Lists
    from recount.knowledge.bodies import Bodies
    from recount.store import Record

RANGE = "range"


class Frames:
    """A record as DataFrames, made by `recount.open`. Use it as a context manager, or close it.

    Each method gives a new frame that is yours to change. What is not told is NA, and never 0. Ids lead from frame to
    frame and down to the sentence: a figure has its `claim`, a claim its `report` and `incident`. All frames tell the
    record as it was when the first was made; open it again to see what came later.
    """

    def __init__(self, record: Record, lists: Path | None, bodies: Bodies, people: Lists | None) -> None:
        """`lists` is the folder of policies; `people` tells names of people, which are left out where it is given."""
        self._record: Record | None = record
        self._lists = lists
        self._bodies = bodies
        self._people = people
        self._by_policy: dict[str, list[CountedIncident]] = {}
        self._behind: dict[str, list[Account]] = {}

    def close(self) -> None:
        """Let go of the file. Frames that were made stay as they are."""
        if self._record is not None:
            self._record.close()
            self._record = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def incidents(self, policy: str = RANGE) -> pd.DataFrame:
        """One row an incident, the newest first: the columns of `recount export csv`, tolls under a policy."""
        told = self._accounted(policy_named(policy, self._lists))
        rows = (incidents.incident_row(one, self._held.bylines, behind) for one, behind in told)
        return framed(rows, incidents.INCIDENTS)

    def places(self) -> pd.DataFrame:
        """One row a place of an incident, with how exactly it is known; a point only where one place is meant."""
        rows = (row for one in self._held.counted for row in incidents.place_rows(one))
        return framed(rows, incidents.PLACES)

    def figures(self) -> pd.DataFrame:
        """Every figure claimed, by origin and day, and who tells none: the columns of `recount export figures`."""
        rule = policy_named(RANGE, self._lists)
        found = ((one.incident.id, behind) for one, behind in self._accounted(rule))
        rows = (row for id, behind in found for row in figure_rows(id, behind))
        return framed((incidents.typed(row, incidents.FIGURES) for row in rows), incidents.FIGURES)

    def claims(self) -> pd.DataFrame:
        """One row a claim, with its words; `part` tells claims of an incident, denials, totals and those apart."""
        held = self._held
        return framed((claims.claim_row(one, held.bylines) for one in held.claims()), claims.CLAIMS)

    def counts(self) -> pd.DataFrame:
        """One row a count of a claim: how many, of whom, and which count it is a part of."""
        return framed((row for one in self._held.claims() for row in claims.count_rows(one)), claims.COUNTS)

    def sources(self) -> pd.DataFrame:
        """One row a source of a claim: chain by chain, nearest to the event first."""
        held = self._held
        rows = (row for one in held.claims() for row in claims.source_rows(one, held.bylines, self._bodies))
        return framed(rows, claims.SOURCES)

    def reports(self) -> pd.DataFrame:
        """One row a report, the latest first, with how its day is known."""
        by_report: dict[str, list[Claim]] = {}
        for claim in self._open().claims() if self._people is not None else ():
            by_report.setdefault(claim.report, []).append(claim)
        rows = self._open().reports().rows
        made = (reports.report_row(row, self._held.bylines, by_report.get(row.id, ())) for row in rows)
        return framed(made, reports.REPORTS)

    def totals(self) -> pd.DataFrame:
        """Running totals: one row a count and origin. Each covers many episodes, and is added to none."""
        held = self._held
        return framed((row for claim in held.totals for row in sums.total_rows(claim, held.bylines)), sums.TOTALS)

    def tally(
        self, by: str | Iterable[str] = (), policy: str = RANGE, outcomes: Sequence[str] = ("killed", "injured")
    ) -> pd.DataFrame:
        """Sums over incidents: one row for each outcome and combination of values, as `recount tally` makes them.

        `by` names what a row has in common, as in "month,admin1" or ["month", "admin1"]. Nobody is counted twice: what
        covers several episodes is left out and told.
        """
        keys = keys_named(by if isinstance(by, str) else ",".join(by))
        rule = policy_named(policy, self._lists)
        summed = add_up(self._counted(rule), keys, tuple(map(_outcome, outcomes)), rule)
        return framed((row for one in summed for row in sums.sum_rows(one, keys, policy)), sums.sum_columns(keys))

    @cached_property
    def _held(self) -> told.Held:
        return told.read(self._open(), self._people)

    def _open(self) -> Record:
        if self._record is None:
            raise RecordError("This record was closed. Open it again with recount.open.")
        return self._record

    def _counted(self, rule: Policy) -> Sequence[CountedIncident]:
        # Counting many incidents takes long, and several frames ask for the same.
        if rule.name not in self._by_policy:
            found = counted_under(rule, self._held.stored, self._held.bylines)
            self._by_policy[rule.name] = [one.counted for one in found]
        return self._by_policy[rule.name]

    def _accounted(self, rule: Policy) -> Iterator[tuple[CountedIncident, Account]]:
        """Incidents as they may go out, counted under a policy, with what stands behind their tolls.

        Counting and accounts are of all that is told: who speaks is a body in either.
        """
        wholes, bylines = self._counted(rule), self._held.bylines
        if rule.name not in self._behind:
            self._behind[rule.name] = [account(whole, bylines, self._bodies, rule) for whole in wholes]
        for whole, less, behind in zip(wholes, self._held.counted, self._behind[rule.name], strict=True):
            yield CountedIncident(less.incident, whole.tolls, less.aliases), behind


def _outcome(name: str) -> Outcome:
    if name not in set(Outcome):
        raise UsageError(f"There is no outcome {name}. There are: {', '.join(Outcome)}.")
    return Outcome(name)

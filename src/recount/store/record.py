"""The record: what the other folders know of the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from recount.model import (
    Byline,
    Carried,
    Change,
    Claim,
    CountedIncident,
    Incident,
    Issue,
    IssueKind,
    Judgement,
    Outcome,
    Reading,
    Report,
    Reuse,
    Sketch,
    Text,
)
from recount.store import (
    agreeing,
    blocks,
    doubting,
    judging,
    keeping,
    outside,
    pinning,
    putting,
    queries,
    reads,
    removing,
    reusing,
    state,
    summing,
    trail,
)
from recount.store.blocks import Key, Keyed
from recount.store.codec import hash_of
from recount.store.doubting import DoubtKind
from recount.store.indexing import Also, under_no_other
from recount.store.keeping import NO_VERSION, Kept, Stage
from recount.store.opening import open_engine, open_to_read, reading, writing
from recount.store.putting import Together
from recount.store.shapes import (
    Accord,
    Added,
    Doubtful,
    Extent,
    Found,
    HeardOf,
    IncidentQuery,
    Loose,
    Meeting,
    Outside,
    Page,
    PairQuery,
    ReportRow,
    Spot,
    StoredIncident,
    StoredReport,
    Sum,
    SumQuery,
    Tombstone,
    Totals,
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record, open. Each method is one transaction: killed at any moment, it happened whole or not at all.

    Use it as a context manager, in one thread; another one opens the record for itself.
    """

    _engine: Engine

    @classmethod
    def open(cls, where: str | Path) -> Self:
        """Open a record by its path or `sqlite:///PATH`; makes it where there is none, and renews an older one."""
        return cls(open_engine(where))

    @classmethod
    def open_to_read(cls, where: str | Path) -> Self:
        """Open a record that is there, of this version, to read alone: what would write to it is a RecordError."""
        return cls(open_to_read(where))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # What is written.

    def keep(self, read: Reading, given: Report | None = None) -> Kept:
        """Keep what was read of a report, once for each set of bytes that it has.

        `given` is the report as it came in, before its title, outlet and day were found in its text; without it the
        reading's own report counts as that. A version that cannot be read does not take the place of one that can.
        """
        with writing(self._engine) as connection:
            return keeping.keep(connection, read, read.report if given is None else given)

    def keep_again(self, readings: Sequence[Reading]) -> None:
        """Replace what was read of a report; takes a reading of each of its versions, in order."""
        with writing(self._engine) as connection:
            keeping.keep_again(connection, readings)

    def note(self, issue: Issue) -> None:
        """Keep an issue of taking in, which is of no reading; once, however often it comes up."""
        with writing(self._engine) as connection:
            keeping.put_issues(connection, (issue,), Stage.INGEST, None, NO_VERSION)

    def settle(self, subject: str) -> None:
        """Forget that this source could not be taken in, now that it could."""
        with writing(self._engine) as connection:
            keeping.forget_faults(connection, subject)

    def put_incidents(
        self,
        counted: Sequence[CountedIncident],
        totals: Sequence[Claim],
        apart: Sequence[Claim],
        issues: Sequence[Issue] = (),
        keyed: Keyed = (),
        also: Also = under_no_other,
    ) -> None:
        """Replace all that was put together; ids that vanish stay as aliases of what took their place.

        `keyed` tells the keys by which claims are found again, `also` the tolls under further policies.
        """
        with writing(self._engine) as connection:
            putting.put(connection, Together(counted, totals, apart, issues, also=also))
            blocks.put_blocks(connection, keyed)

    def put_some_incidents(
        self, together: Together, claims: AbstractSet[str], reports: AbstractSet[str], gone: Keyed, come: Keyed
    ) -> None:
        """Replace what was put together of some claims, those of these ids or reports, and leave all else as it is.

        `gone` and `come` are keys that claims have no more, and have now.
        """
        with writing(self._engine) as connection:
            putting.put_some(connection, together, claims, reports)
            blocks.change_blocks(connection, gone, come)

    def put_linked(self, name: str, value: str, number: int) -> None:
        """Remember under a name that all is put together, and forget what the writes up to this number touched."""
        with writing(self._engine) as connection:
            state.put_setting(connection, name, value)
            state.forget_touched(connection, number)

    def put_sketches(self, sketches: Mapping[str, Sketch], method: str) -> None:
        """Keep what finds the reports that share words with these, and by which method it was made."""
        with writing(self._engine) as connection:
            reusing.put_sketches(connection, sketches, method)

    def put_reuses(self, found: Sequence[Reuse], outdated: AbstractSet[tuple[str, str]]) -> None:
        """Keep what reports have of each other, and forget the pairs that are no candidates any more."""
        if found or outdated:
            with writing(self._engine) as connection:
                reusing.put_reuses(connection, found, outdated)

    def put_borrowings(self, copies: Mapping[str, str], carried: Mapping[str, tuple[Carried, ...]]) -> None:
        """Replace what is known of copies and carried passages."""
        with writing(self._engine) as connection:
            reusing.put_borrowings(connection, copies, carried)

    def put_some_borrowings(
        self,
        copies: Mapping[str, str],
        carried: Mapping[str, tuple[Carried, ...]],
        among: Collection[str],
        touched: AbstractSet[str],
    ) -> None:
        """Replace what is known of some reports; all that rest on those for which it is new are touched as well."""
        with writing(self._engine) as connection:
            new = reusing.put_borrowings(connection, copies, carried, among)
            resting = reusing.resting_on(connection, touched | new) - touched
            if resting:
                state.changed(connection, resting)

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement, or its new state under the same id."""
        with writing(self._engine) as connection:
            judging.put_judgement(connection, judgement)

    def remove(self, report: str, because: str, at: datetime) -> None:
        """Erase a report's bytes, texts, claims, issues and quotes; a tombstone stays. NotFoundError if not there.

        The incidents that it was part of are missing until all are put together again.
        """
        with writing(self._engine) as connection:
            removing.remove(connection, report, because, at)
        removing.empty_log(self._engine)

    def put_setting(self, name: str, value: str | None) -> None:
        """Remember something about the record itself, or forget it."""
        with writing(self._engine) as connection:
            state.put_setting(connection, name, value)

    # What is read.

    def setting(self, name: str) -> str | None:
        """What was remembered under a name."""
        with reading(self._engine) as connection:
            return state.setting(connection, name)

    def changes(self) -> int:
        """How many writes so far could alter incidents: another number than before says to put them together again."""
        with reading(self._engine) as connection:
            return state.changes(connection)

    def touched_since(self, number: int) -> frozenset[str] | None:
        """The reports that the writes after one of this number touched; None where one could alter all."""
        with reading(self._engine) as connection:
            return state.touched_since(connection, number)

    def knows(self, report: Report) -> bool:
        """Whether a report's bytes are kept in any of its versions, or it was removed: then it need not be read."""
        with reading(self._engine) as connection:
            known = keeping.has_version(connection, report.id, hash_of(report.raw))
            return known or state.tombstone(connection, report.id) is not None

    def holds(self, raw: bytes) -> bool:
        """Whether any report has these bytes now."""
        with reading(self._engine) as connection:
            return keeping.holds(connection, hash_of(raw))

    def tombstone(self, report: str) -> Tombstone | None:
        """When and why a report was removed; none where it was not."""
        with reading(self._engine) as connection:
            return state.tombstone(connection, report)

    def report_count(self) -> int:
        """How many reports the record holds."""
        with reading(self._engine) as connection:
            return reads.report_count(connection)

    def totals(self) -> Totals:
        """How much the record holds."""
        with reading(self._engine) as connection:
            return reads.totals(connection)

    def incidents(self, query: IncidentQuery) -> Page[StoredIncident]:
        """The incidents that a query lets through, newest first, then by id; those without a day come last."""
        with reading(self._engine) as connection:
            return queries.incidents(connection, query)

    def tolled(self, query: IncidentQuery) -> Page[CountedIncident]:
        """The same with their tolls alone, without the reports that they stand in."""
        with reading(self._engine) as connection:
            return queries.tolled(connection, query)

    def spots(self, query: IncidentQuery, limit: int) -> Page[Spot]:
        """The places that the incidents of a query are told of, as far as they have a point, the gravest first."""
        with reading(self._engine) as connection:
            return pinning.spots(connection, query, limit)

    def off_map(self, query: IncidentQuery, limit: int) -> Page[StoredIncident]:
        """The incidents of a query that have no point, newest first."""
        with reading(self._engine) as connection:
            return pinning.off(connection, query, limit)

    def found(self, query: IncidentQuery, most: int = 500, each: int = 8) -> Found:
        """A page of the incidents that a query lets through, and what the newest of all share."""
        with reading(self._engine) as connection:
            return queries.found(connection, query, most, each)

    def policies(self) -> Sequence[str]:
        """The policies under which tolls can be added up."""
        with reading(self._engine) as connection:
            return summing.policies(connection)

    def doubtful(self, kind: DoubtKind, limit: int) -> Sequence[Doubtful]:
        """What is to be looked at of one kind, the weightiest first."""
        with reading(self._engine) as connection:
            return doubting.doubtful(connection, kind, limit)

    def doubt_counts(self) -> Mapping[str, int]:
        """How much is to be looked at of each kind."""
        with reading(self._engine) as connection:
            return doubting.doubt_counts(connection)

    def doubts_of(self, ids: Collection[str]) -> Sequence[tuple[str, tuple[str, ...]]]:
        """The kinds and ids of what is to be looked at and is, or begins with, one of some claims or incidents."""
        with reading(self._engine) as connection:
            return doubting.doubts_of(connection, ids)

    def toll_extent(self, query: SumQuery) -> Extent:
        """Over which periods the tolls of some incidents lie."""
        with reading(self._engine) as connection:
            return summing.extent(connection, query)

    def tolls_added(self, query: SumQuery) -> Added:
        """All sums of the tolls of some incidents, and over which periods they lie."""
        with reading(self._engine) as connection:
            return summing.added(connection, query)

    def toll_sums(self, query: SumQuery) -> Sequence[Sum]:
        """The tolls of some incidents added up, by period and part."""
        with reading(self._engine) as connection:
            return summing.sums(connection, query)

    def heard_by_event(self, query: IncidentQuery, most: int) -> HeardOf:
        """How many incidents of each kind each origin tells of, over the newest ones of a query."""
        with reading(self._engine) as connection:
            return agreeing.by_event(connection, query, most)

    def heard_by_outcome(self, query: IncidentQuery, most: int) -> HeardOf:
        """For how many of them each origin gives a figure of each outcome, or denies them."""
        with reading(self._engine) as connection:
            return agreeing.by_outcome(connection, query, most)

    def meetings(
        self, query: IncidentQuery, origins: Collection[str], outcome: Outcome, most: int
    ) -> Sequence[Meeting]:
        """Where some origins tell of the same incidents, pair by pair, over the newest ones of a query."""
        with reading(self._engine) as connection:
            return agreeing.meetings(connection, query, origins, outcome, most)

    def accords(self, query: PairQuery) -> Mapping[Accord, int]:
        """In how many incidents two origins agree, differ, or one of them is not heard."""
        with reading(self._engine) as connection:
            return agreeing.accords(connection, query)

    def in_accord(self, query: PairQuery, accord: Accord, limit: int, offset: int = 0) -> Page[StoredIncident]:
        """The incidents in which two origins stand so to each other, newest first."""
        with reading(self._engine) as connection:
            return agreeing.in_accord(connection, query, accord, limit, offset)

    def is_outlet(self, origin: str) -> bool:
        """Whether a report on record that names no source rests on the word of this one."""
        with reading(self._engine) as connection:
            return agreeing.is_outlet(connection, origin)

    def version_text(self, report: str, number: int) -> Text | None:
        """The text of one version of a report; none where it has none. NotFoundError where there is no such version."""
        with reading(self._engine) as connection:
            return reads.version_text(connection, report, number)

    def incident(self, id: str) -> StoredIncident:
        """An incident by its id, by one that it had before, or by that of any of its claims; else NotFoundError."""
        with reading(self._engine) as connection:
            return queries.incident(connection, id)

    def incident_alone(self, id: str) -> Incident | None:
        """The same incident without its reports, which take longer to read than itself; none where there is none."""
        with reading(self._engine) as connection:
            return queries.holding(connection, id)

    def reports(self, words: str | None = None, limit: int | None = None, offset: int = 0) -> Page[ReportRow]:
        """Reports in which all words occur, the latest published first, then by id; those without a day come last."""
        with reading(self._engine) as connection:
            return reads.report_page(connection, words, limit, offset)

    def report(self, id: str) -> StoredReport:
        """One report with all that was read from it; NotFoundError where there is none."""
        with reading(self._engine) as connection:
            return reads.report(connection, id)

    def issues(self, limit: int | None = None, offset: int = 0) -> Page[Issue]:
        """What could not be read or decided, the gravest first."""
        with reading(self._engine) as connection:
            return reads.issue_page(connection, limit, offset)

    def issues_urgent_first(self, urgent: Collection[IssueKind], limit: int) -> Sequence[Issue]:
        """Some issues: those of urgent kinds first, then those that kept something from being recorded."""
        with reading(self._engine) as connection:
            return reads.issues_urgent_first(connection, urgent, limit)

    def last_issue(self) -> int:
        """The number that the latest issue has; those of a run have greater ones."""
        with reading(self._engine) as connection:
            return reads.last_issue(connection)

    def issues_after(self, number: int) -> int:
        """How many issues came after the one of this number and are still there."""
        with reading(self._engine) as connection:
            return reads.issues_after(connection, number)

    def faults(self) -> frozenset[str]:
        """The sources that could not be taken in."""
        with reading(self._engine) as connection:
            return reads.faults(connection)

    def running_totals(self) -> Sequence[Claim]:
        """Claims about many episodes together."""
        with reading(self._engine) as connection:
            return reads.loose(connection, Loose.TOTAL)

    def totals_told(self, limit: int, offset: int = 0) -> Outside:
        """Some running totals, those of the latest reports first."""
        with reading(self._engine) as connection:
            return outside.outside(connection, Loose.TOTAL, limit, offset)

    def told_apart(self, limit: int, offset: int = 0) -> Outside:
        """Some projections, and denials of nothing on record, those of the latest reports first."""
        with reading(self._engine) as connection:
            return outside.outside(connection, Loose.APART, limit, offset)

    def apart(self) -> Sequence[Claim]:
        """Projections, and denials of nothing on record."""
        with reading(self._engine) as connection:
            return reads.loose(connection, Loose.APART)

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, in the order in which they were made."""
        with reading(self._engine) as connection:
            return judging.all_judgements(connection)

    def texts(self, reports: Iterable[str]) -> dict[str, Text]:
        """The texts of some reports, in the version that their claims are of."""
        with reading(self._engine) as connection:
            return reads.texts(connection, sorted(set(reports)))

    def addresses(self, reports: Collection[str]) -> dict[str, str | None]:
        """Where some reports came from, as far as they say."""
        with reading(self._engine) as connection:
            return reads.addresses(connection, reports)

    def changes_after(self, number: int) -> Sequence[Change]:
        """The steps of the trail that came after the one of this number."""
        with reading(self._engine) as connection:
            return trail.changes_after(connection, number)

    def changes_since(self, at: datetime) -> Sequence[Change]:
        """The steps of the trail from a moment on."""
        with reading(self._engine) as connection:
            return trail.changes_since(connection, at)

    def last_change(self) -> int:
        """The number that the latest step of the trail has."""
        with reading(self._engine) as connection:
            return trail.last_change(connection)

    def change_of(self, subject: str) -> int | None:
        """The number of the first step that speaks of an incident or a judgement by its id."""
        with reading(self._engine) as connection:
            return trail.change_of(connection, subject)

    def changes_of(self, subjects: Collection[str]) -> Sequence[Change]:
        """The steps of the trail that speak of some incidents or judgements by their ids."""
        with reading(self._engine) as connection:
            return trail.changes_of(connection, subjects)

    def steps_of(self, judgement: str, most: int = 40) -> Sequence[Change]:
        """What became of incidents when a judgement was made, as far as the trail tells it."""
        with reading(self._engine) as connection:
            return trail.steps_of(connection, judgement, most)

    def claims(self) -> Iterator[Claim]:
        """All claims as they were read, by report and place."""
        with reading(self._engine) as connection:
            return iter(reads.claims(connection))

    def claims_of(self, reports: Collection[str]) -> Sequence[Claim]:
        """The claims of some reports as they were read, by report and place."""
        with reading(self._engine) as connection:
            return reads.claims_of(connection, reports)

    def linked_claims(self, reports: Collection[str]) -> Sequence[Claim]:
        """The claims of some reports as they were put together last, with what people judged of them then."""
        with reading(self._engine) as connection:
            return blocks.of_reports(connection, reports)

    def shared_by(self, keys: AbstractSet[Key]) -> Mapping[Key, int]:
        """How many of the claims put together last have each of some keys."""
        with reading(self._engine) as connection:
            return blocks.shared_by(connection, keys)

    def sharing(self, keys: AbstractSet[Key]) -> Sequence[Claim]:
        """The claims put together last that have any of some keys."""
        with reading(self._engine) as connection:
            return blocks.sharing(connection, keys)

    def named(self, ids: AbstractSet[str]) -> Sequence[Claim]:
        """The claims of some ids, as they were put together last."""
        with reading(self._engine) as connection:
            return blocks.named(connection, ids)

    def holding(self, ids: AbstractSet[str]) -> Sequence[Incident]:
        """The incidents that some claims are part of, or attached to."""
        return [counted.incident for counted in self.counted(ids)]

    def counted(self, ids: AbstractSet[str]) -> Sequence[CountedIncident]:
        """The same with their tolls."""
        with reading(self._engine) as connection:
            return blocks.holding(connection, ids)

    def bylines(self, ids: Collection[str] | None = None) -> dict[str, Byline]:
        """Who published each report, or each of some, and when, and whose copy it is."""
        with reading(self._engine) as connection:
            return reads.bylines(connection, ids)

    def unsketched(self, method: str, among: Collection[str] | None = None) -> Sequence[str]:
        """The reports, or those among some, with a text that has no sketch made by this method."""
        with reading(self._engine) as connection:
            return reusing.unsketched(connection, method, among)

    def sketches(self, reports: Collection[str] | None = None) -> dict[str, Sketch]:
        """What each report, or each of some, is found by that shares words with others."""
        with reading(self._engine) as connection:
            return reusing.sketches(connection, reports)

    def sharing_words(self, signatures: Collection[int]) -> Mapping[int, Sequence[str]]:
        """The reports that have each of some signatures."""
        with reading(self._engine) as connection:
            return reusing.sharing(connection, signatures)

    def compared(self, later: Collection[str] | None = None) -> set[tuple[str, str]]:
        """The pairs of an earlier and a later report that were laid side by side: all, or those of some later ones."""
        with reading(self._engine) as connection:
            return reusing.compared(connection, later)

    def twins(self, reports: Collection[str] | None = None) -> dict[str, str]:
        """Reports of the same bytes as others, or as some, each with the least id among them, which stands for all."""
        with reading(self._engine) as connection:
            return reusing.twins(connection, reports)

    def reuses(self, later: Collection[str] | None = None) -> Sequence[Reuse]:
        """What reports have of each other, pair by pair; or what some later ones have of others."""
        with reading(self._engine) as connection:
            return reusing.all_reuses(connection, later)

    def reuses_from(self, earlier: Collection[str]) -> Sequence[Reuse]:
        """What reports have of some earlier ones."""
        with reading(self._engine) as connection:
            return reusing.having(connection, earlier)

    def all_versions(self) -> Iterator[Report]:
        """Each report as it came in, with all sets of bytes that it had, in the order in which they came."""
        # One report at a time: all bytes of a record need not fit into memory, and whoever reads them may write.
        with reading(self._engine) as connection:
            ids = reads.report_ids(connection)
        for id in ids:
            with reading(self._engine) as connection:
                found = reads.given(connection, id)
            yield from found

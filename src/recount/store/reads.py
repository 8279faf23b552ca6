"""Reading reports, claims, issues and how much there is."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, exists, func, or_, select

from recount.model import Byline, Claim, DayFrom, Issue, IssueKind, NotFoundError, Published, Report, Text
from recount.store import schema
from recount.store.codec import decode_carried, decode_claim, decode_report, decode_text
from recount.store.folded import plain
from recount.store.keeping import Stage
from recount.store.lots import rows_of
from recount.store.matching import MANY, held, holds
from recount.store.reusing import reuses_of
from recount.store.shapes import Loose, Page, ReportRow, StoredReport, Totals, Version

_REPORT = schema.reports.c
_VERSION = schema.versions.c
_ISSUE = schema.issues.c
# Where more are asked for, reading all is no slower.
_AT_ONCE = 500


def totals(connection: Connection) -> Totals:
    """How much the record holds."""
    incident = schema.incidents.c
    held = schema.amounts.c
    reports, kinds, claims = connection.execute(select(held.reports, held.kinds, held.claims)).one()
    # Each bound of its own: only so does an index give it without reading all.
    bounds = [select(func.min(incident.day)), select(func.max(incident.last)), select(func.max(incident.first))]
    first, *lasts = (connection.scalar(bound) for bound in bounds)
    last = max((day for day in lasts if day is not None), default=None)
    incidents = connection.scalar(select(func.count()).select_from(schema.incidents)) or 0
    copy_of = schema.borrowings.c.copy_of
    marked = connection.scalar(select(func.count()).where(copy_of.is_not(None))) or 0
    issues = connection.scalar(select(func.count()).select_from(schema.issues)) or 0
    removed = connection.scalar(select(func.count()).select_from(schema.tombstones)) or 0
    return Totals(reports, claims, incidents, issues, reports - kinds + marked, removed, first, last)


def report_count(connection: Connection) -> int:
    """How many reports there are."""
    return connection.scalar(select(schema.amounts.c.reports)) or 0


def report_rows(connection: Connection, ids: Collection[str] | None) -> dict[str, ReportRow]:
    """Some reports, or all, as lists have them, by id."""
    return {row.id: _row(row) for row in rows_of(connection, _rows(), _REPORT.id, ids)}


def report_page(connection: Connection, words: str | None, limit: int | None, offset: int) -> Page[ReportRow]:
    """Reports in which all words occur, the latest published first; those without a day come last."""
    wording, asked = schema.wordings.c, plain(words or "").strip()
    total = held(connection, "wordings", asked) if asked else report_count(connection)
    having = select(wording.report).where(holds(wording.number, asked))
    # Of many, the first are found sooner in their order than by putting all in order.
    wanted: list[ColumnElement[bool]] = []
    if asked and total > MANY:
        wanted = [exists().where(wording.report == _REPORT.id, holds(wording.number, asked))]
    elif asked:
        wanted = [_REPORT.id.in_(having)]
    # The rows of those alone that are shown, since each asks more about its report.
    ordered = select(_REPORT.id).where(*wanted).order_by(_REPORT.published.desc(), _REPORT.id)
    ids = connection.scalars(ordered.limit(limit).offset(offset)).all()
    rows = report_rows(connection, ids if len(ids) <= _AT_ONCE else None)
    return Page([rows[id] for id in ids], total)


def report(connection: Connection, id: str) -> StoredReport:
    """One report, with what was read from its bytes and where that went."""
    found = connection.execute(
        select(_REPORT.content, _REPORT.version, _REPORT.bytes_hash, _VERSION.raw, _VERSION.text)
        .join(schema.versions, and_(_VERSION.report == _REPORT.id, _VERSION.number == _REPORT.version))
        .where(_REPORT.id == id)
    ).one_or_none()
    if found is None:
        raise NotFoundError(_no_report(connection, id))
    copy_of = report_rows(connection, {id})[id].copy_of
    members = schema.members.c
    placed = connection.execute(
        select(members.claim, func.min(members.incident).label("incident"))
        .join(schema.incidents, schema.incidents.c.id == members.incident)
        .where(members.report == id)
        .group_by(members.claim)
    )
    return StoredReport(
        report=decode_report(found.content, found.raw),
        text=decode_text(found.text),
        claims=tuple(claims(connection, schema.claims.c.report == id)),
        issues=tuple(_issues(connection, select(schema.issues).where(_ISSUE.about == id))),
        versions=_versions(connection, id),
        copy_of=copy_of,
        copies=() if copy_of is not None else _copies(connection, id),
        incidents={row.claim: row.incident for row in placed},
        reuses=(reuses := reuses_of(connection, id)),
        others=report_rows(connection, {one for each in reuses for one in (each.earlier, each.later)}),
    )


def _copies(connection: Connection, id: str) -> tuple[str, ...]:
    """The copies of a report: those of its own bytes, those marked as copies, and those of their bytes."""
    marked = select(schema.borrowings.c.report).where(schema.borrowings.c.copy_of == id)
    hashes = select(_REPORT.bytes_hash).where(or_(_REPORT.id == id, _REPORT.id.in_(marked)))
    found = select(_REPORT.id).where(_REPORT.bytes_hash.in_(hashes), _REPORT.id != id).order_by(_REPORT.id)
    return tuple(connection.scalars(found))


def claims(connection: Connection, condition: ColumnElement[bool] | None = None) -> Sequence[Claim]:
    """Claims as they were read, by report and place."""
    columns = schema.claims.c
    found = select(columns.content).order_by(columns.report, columns.place)
    found = found if condition is None else found.where(condition)
    return [decode_claim(content) for content in connection.scalars(found)]


def claims_of(connection: Connection, ids: Collection[str]) -> list[Claim]:
    """The claims of some reports as they were read, by report and place."""
    columns = schema.claims.c
    found = select(columns.content).order_by(columns.report, columns.place)
    return [decode_claim(row.content) for row in rows_of(connection, found, columns.report, ids)]


def loose(connection: Connection, kind: Loose) -> Sequence[Claim]:
    """Claims that are part of no incident, by report and place."""
    columns = schema.loose.c
    found = select(columns.content).where(columns.kind == kind).order_by(columns.report, columns.place)
    return [decode_claim(content) for content in connection.scalars(found)]


def issue_page(connection: Connection, limit: int | None, offset: int) -> Page[Issue]:
    """Issues, those first that kept something from being recorded."""
    total = connection.scalar(select(func.count()).select_from(schema.issues)) or 0
    return Page(_issues(connection, select(schema.issues).limit(limit).offset(offset)), total)


def issues_urgent_first(connection: Connection, urgent: Collection[IssueKind], limit: int) -> list[Issue]:
    """Issues of some kinds first, then those that kept something from being recorded, each by what it is about."""
    turn = case((_ISSUE.kind.in_(list(urgent)), 0), (_ISSUE.fatal, 1), else_=2)
    found = select(schema.issues).order_by(turn, _ISSUE.subject, _ISSUE.reason).limit(limit)
    return [_issue(row) for row in connection.execute(found)]


def last_issue(connection: Connection) -> int:
    """The greatest number of an issue."""
    return connection.scalar(select(func.max(_ISSUE.number))) or 0


def issues_after(connection: Connection, number: int) -> int:
    """How many issues have a greater number."""
    return connection.scalar(select(func.count()).where(_ISSUE.number > number)) or 0


def faults(connection: Connection) -> frozenset[str]:
    """What could not be taken in."""
    found = select(_ISSUE.subject).where(_ISSUE.stage == Stage.INGEST, _ISSUE.fatal)
    return frozenset(connection.scalars(found))


def bylines(connection: Connection, ids: Collection[str] | None = None) -> dict[str, Byline]:
    """Who published each report, or each of some, and when, and whose copy it is."""
    found = select(
        _REPORT.id, _REPORT.outlet, _REPORT.title, _REPORT.published, _REPORT.published_known, *_borrowed()
    ).order_by(_REPORT.id)
    return {
        row.id: Byline(
            row.id,
            row.outlet,
            row.title,
            None if row.published is None else Published(row.published, DayFrom(row.published_known)),
            _copy_of(row),
            decode_carried(row.carried),
        )
        for row in rows_of(connection, found, _REPORT.id, ids)
    }


def texts(connection: Connection, ids: Sequence[str]) -> dict[str, Text]:
    """The texts of some reports, in the version that their claims are of."""
    found = select(_REPORT.id, _VERSION.text).join(
        schema.versions, and_(_VERSION.report == _REPORT.id, _VERSION.number == _REPORT.version)
    )
    held: dict[str, Text] = {}
    for row in rows_of(connection, found, _REPORT.id, ids):
        text = decode_text(row.text)
        if text is not None:
            held[row.id] = text
    return held


def version_text(connection: Connection, id: str, number: int) -> Text | None:
    """The text of one version of a report; none where none could be read."""
    found = select(_VERSION.text).where(_VERSION.report == id, _VERSION.number == number)
    row = connection.execute(found).one_or_none()
    if row is None:
        raise NotFoundError(f"The report {id} has no version {number}.")
    return decode_text(row.text)


def addresses(connection: Connection, ids: Collection[str]) -> dict[str, str | None]:
    """Where some reports came from, as far as they say."""
    told = func.json_extract(_REPORT.content, "$.address").label("address")
    return {row.id: row.address for row in rows_of(connection, select(_REPORT.id, told), _REPORT.id, ids)}


def report_ids(connection: Connection) -> Sequence[str]:
    """All ids of reports, in order."""
    return connection.scalars(select(_REPORT.id).order_by(_REPORT.id)).all()


def given(connection: Connection, id: str) -> Sequence[Report]:
    """A report as it came in, in all its versions."""
    found = select(_VERSION.given, _VERSION.raw).where(_VERSION.report == id).order_by(_VERSION.number)
    return [decode_report(row.given, row.raw) for row in connection.execute(found)]


def _rows() -> Select[Any]:
    issues = select(func.count()).where(_ISSUE.about == _REPORT.id).scalar_subquery()
    return select(
        _REPORT.id,
        _REPORT.title,
        _REPORT.outlet,
        _REPORT.published,
        _REPORT.claims,
        issues.label("issues"),
        *_borrowed(),
    )


def _least() -> ColumnElement[str]:
    """The least id among the reports of the same bytes, which does not depend on which came first."""
    alike = schema.reports.alias("alike")
    return (
        select(func.min(alike.c.id))
        .where(alike.c.bytes_hash == _REPORT.bytes_hash)
        .correlate(schema.reports)
        .scalar_subquery()
    )


def _borrowed() -> tuple[ColumnElement[Any], ...]:
    """Whose words a report has: what it is a copy of, itself where of nothing, and the passages that it carries."""
    borrowing, alike = schema.borrowings.c, _least()
    # The least id stands two queries deep, where it would else look through all reports and not at this one.
    marked = select(borrowing.copy_of).where(borrowing.report == alike).correlate(schema.reports).scalar_subquery()
    carried = select(borrowing.carried).where(borrowing.report == _REPORT.id).scalar_subquery()
    return func.coalesce(marked, alike).label("original"), carried.label("carried")


def _row(row: Row[Any]) -> ReportRow:
    published: date | None = row.published
    return ReportRow(
        row.id, row.title, row.outlet, published, row.claims, row.issues, _copy_of(row), decode_carried(row.carried)
    )


def _copy_of(row: Row[Any]) -> str | None:
    return None if row.original == row.id else str(row.original)


def _issues(connection: Connection, found: Select[Any]) -> list[Issue]:
    ordered = found.order_by(_ISSUE.fatal.desc(), _ISSUE.subject, _ISSUE.kind, _ISSUE.reason)
    return [_issue(row) for row in connection.execute(ordered)]


def _issue(row: Row[Any]) -> Issue:
    return Issue(IssueKind(row.kind), row.subject, row.reason, row.fatal)


def _versions(connection: Connection, id: str) -> tuple[Version, ...]:
    found = select(_VERSION.number, _VERSION.bytes_hash, _VERSION.text_hash, _VERSION.added)
    rows = connection.execute(found.where(_VERSION.report == id).order_by(_VERSION.number))
    return tuple(Version(row[0], row[1], row[2], datetime.fromisoformat(row[3])) for row in rows)


def _no_report(connection: Connection, id: str) -> str:
    because = connection.scalar(select(schema.tombstones.c.because).where(schema.tombstones.c.report == id))
    if because is not None:
        return f"The report {id} was removed: {because}."
    return f"No report has the id {id}."

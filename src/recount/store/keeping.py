"""Writing what was read: reports with their versions, texts, claims and issues."""

from collections.abc import Iterable, Sequence, Set
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from recount.model import Issue, Reading, Report
from recount.store import schema
from recount.store.codec import encode, encode_report, hash_of
from recount.store.folded import plain
from recount.store.reusing import entangled, forget_reuse
from recount.store.state import changed, tombstone

NO_VERSION = 0


class Kept(StrEnum):
    """What became of a reading that was to be kept."""

    NEW = "new"
    KNOWN = "known"
    VERSION = "version"
    REMOVED = "removed"


class Stage(StrEnum):
    """At which work an issue came up, which says how long it stays."""

    INGEST = "ingest"
    READ = "read"
    LINK = "link"


def keep(connection: Connection, reading: Reading, given: Report) -> Kept:
    """Keep a reading of a report; `given` is the report as it came in."""
    id, digest = given.id, hash_of(given.raw)
    if tombstone(connection, id) is not None:
        return Kept.REMOVED
    if has_version(connection, id, digest):
        return Kept.KNOWN
    versions = schema.versions
    number = (connection.scalar(select(func.max(versions.c.number)).where(versions.c.report == id)) or NO_VERSION) + 1
    if number == NO_VERSION + 1:
        connection.execute(insert(schema.reports).values(_head(reading, number, digest)))
    row = {"report": id, "number": number, "bytes_hash": digest, "given": encode_report(given), "raw": given.raw}
    connection.execute(insert(versions).values(**row, **_read(reading), added=datetime.now(UTC).isoformat()))
    touched = _settle(connection, reading, number, digest)
    changed(connection, touched)
    return Kept.NEW if number == NO_VERSION + 1 else Kept.VERSION


def keep_again(connection: Connection, readings: Sequence[Reading]) -> None:
    """Replace what was read from a report by what all its versions, in order, are read as now."""
    connection.execute(
        delete(schema.issues).where(schema.issues.c.about == readings[0].report.id, schema.issues.c.stage == Stage.READ)
    )
    touched: set[str] = set()
    for number, reading in enumerate(readings, NO_VERSION + 1):
        at = (schema.versions.c.report == reading.report.id, schema.versions.c.number == number)
        connection.execute(update(schema.versions).where(*at).values(_read(reading)))
        touched |= _settle(connection, reading, number, hash_of(reading.report.raw))
    changed(connection, touched)


def has_version(connection: Connection, id: str, digest: str) -> bool:
    """Whether a report has these bytes in any of its versions."""
    held = exists().where(schema.versions.c.report == id, schema.versions.c.bytes_hash == digest)
    return bool(connection.scalar(select(held)))


def holds(connection: Connection, digest: str) -> bool:
    """Whether any report has these bytes in the version that its claims are of."""
    return bool(connection.scalar(select(exists().where(schema.reports.c.bytes_hash == digest))))


def forget_faults(connection: Connection, subject: str) -> None:
    """Drop the fatal issues that taking in a source had."""
    columns = schema.issues.c
    faults = (columns.about == subject, columns.stage == Stage.INGEST, columns.fatal)
    connection.execute(delete(schema.issues).where(*faults))


def put_issues(connection: Connection, issues: Iterable[Issue], stage: Stage, about: str | None, version: int) -> None:
    """Keep issues that are not there yet. Each is about its subject unless told."""
    for issue in issues:
        row = {
            "stage": stage,
            "about": issue.subject if about is None else about,
            "version": version,
            "kind": issue.kind,
            "subject": issue.subject,
            "reason": issue.reason,
            "fatal": issue.fatal,
        }
        connection.execute(insert(schema.issues).values(row).on_conflict_do_nothing())


def _settle(connection: Connection, reading: Reading, number: int, digest: str) -> Set[str]:
    """Make a version the one that the report's claims are of; gives back the reports that this touches.

    One that cannot be read never takes the place of one that can: a page that answers nothing today would else take
    with it what it said yesterday.
    """
    id = reading.report.id
    put_issues(connection, reading.issues, Stage.READ, id, number)
    if number > NO_VERSION + 1 and any(issue.fatal for issue in reading.issues):
        return {id}
    touched = {id} if number == NO_VERSION + 1 else entangled(connection, id)
    older = (schema.issues.c.about == id, schema.issues.c.stage == Stage.READ, schema.issues.c.version < number)
    connection.execute(delete(schema.issues).where(*older))
    connection.execute(update(schema.reports).where(schema.reports.c.id == id).values(_head(reading, number, digest)))
    forget_reuse(connection, id)
    connection.execute(delete(schema.wordings).where(schema.wordings.c.report == id))
    connection.execute(insert(schema.wordings).values(report=id, words=_words(reading)))
    connection.execute(delete(schema.claims).where(schema.claims.c.report == id))
    rows = [{"report": id, "place": claim.anchor.start, "content": encode(claim)} for claim in reading.claims]
    if rows:
        connection.execute(insert(schema.claims), rows)
    return touched


def _head(reading: Reading, number: int, digest: str) -> dict[str, object]:
    report = reading.report
    return {
        "id": report.id,
        "version": number,
        "bytes_hash": digest,
        "title": report.title,
        "outlet": report.outlet,
        "published": None if report.published is None else report.published.day,
        "published_known": None if report.published is None else report.published.known.value,
        "claims": len(reading.claims),
        "content": encode_report(report),
    }


def _read(reading: Reading) -> dict[str, object]:
    text = reading.text
    return {"text": None if text is None else encode(text), "text_hash": None if text is None else text.hash}


def _words(reading: Reading) -> str:
    report = reading.report
    told = (report.id, report.title, report.outlet, None if reading.text is None else reading.text.content)
    return plain("\n".join(part for part in told if part is not None))

"""Claims that are part of no incident, some at a time."""

from sqlalchemy import Connection, func, select

from recount.model import Byline
from recount.store import schema
from recount.store.codec import decode_claim
from recount.store.reads import bylines
from recount.store.shapes import Loose, Outside


def outside(connection: Connection, kind: Loose, limit: int, offset: int = 0) -> Outside:
    """Claims of one kind, those of the latest reports first; those without a day come last."""
    loose, report = schema.loose.c, schema.reports.c
    of_kind = loose.kind == kind
    total = connection.scalar(select(func.count()).select_from(schema.loose).where(of_kind)) or 0
    day = select(report.published).where(report.id == loose.report).scalar_subquery()
    ordered = select(loose.content).where(of_kind).order_by(day.desc(), loose.report, loose.place)
    claims = [decode_claim(content) for content in connection.scalars(ordered.limit(limit).offset(offset))]
    return Outside(claims, bylines_behind(connection, {claim.report for claim in claims}), total)


def bylines_behind(connection: Connection, reports: set[str]) -> dict[str, Byline]:
    """The bylines of some reports, and of those whose words they have."""
    held: dict[str, Byline] = {}
    while reports:
        more = bylines(connection, reports)
        held |= more
        borrowed = {one.report for byline in more.values() for one in byline.carried}
        reports = (borrowed | {byline.copy_of for byline in more.values() if byline.copy_of is not None}) - held.keys()
    return held

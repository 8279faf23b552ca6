"""What each address of the API answers. Names of private people are left out as in exports."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from starlette.requests import Request

from recount.export import discreet, discreet_claims, incident_object
from recount.export.guide import Plain, guide_claim
from recount.knowledge import Lists
from recount.model import Claim, Issue, UsageError
from recount.store.shapes import ReportRow
from recount.web.filters import clean, read_filters, read_page
from recount.web.pages.rendering import PAGE, pages
from recount.web.reads import Reads


def openapi() -> Plain:
    """The description of the API."""
    told: Plain = json.loads(files("recount.web.api").joinpath("openapi.json").read_text(encoding="utf-8"))
    return told


def incidents(request: Request, reads: Reads, lists: Lists) -> Plain:
    """Incidents that the filters let through, newest first, a page at a time."""
    filters = read_filters(request.query_params)
    if filters.problems:
        raise UsageError(" ".join(f"{name}: {words}" for name, words in filters.problems.items()))
    found = reads.incidents(replace(filters.query, limit=PAGE, offset=(filters.page - 1) * PAGE))
    bylines = reads.bylines()
    counted = discreet([stored.counted for stored in found.rows], lists)
    return _page([incident_object(one, bylines) for one in counted], found.total, filters.page)


def incident(request: Request, reads: Reads, lists: Lists) -> Plain:
    """One incident, found under ids that it had before too."""
    stored = reads.incident(request.path_params["id"])
    [counted] = discreet([stored.counted], lists)
    return incident_object(counted, reads.bylines())


def reports(request: Request, reads: Reads, _lists: Lists) -> Plain:
    """Reports in which all words occur, the latest first, a page at a time."""
    at = read_page(request.query_params)
    found = reads.reports(clean(request.query_params.get("words", "")) or None, PAGE, (at - 1) * PAGE)
    return _page([_row(row) for row in found.rows], found.total, at)


def report(request: Request, reads: Reads, lists: Lists) -> Plain:
    """One report with its claims as they were read, without its text."""
    stored = reads.report(request.path_params["id"])
    told = stored.report
    return {
        "id": told.id,
        "title": told.title,
        "outlet": told.outlet,
        "published": None if told.published is None else told.published.day.isoformat(),
        "address": told.address,
        "copy_of": stored.copy_of,
        "copies": list(stored.copies),
        "claims": [guide_claim(claim) for claim in discreet_claims(stored.claims, lists)],
        "incidents": dict(stored.incidents),
        "issues": [_issue(issue) for issue in stored.issues],
    }


def totals(_request: Request, reads: Reads, lists: Lists) -> Plain:
    """How much the record holds, and the running totals that sources claim."""
    held = reads.totals()
    return {
        "reports": held.reports,
        "claims": held.claims,
        "incidents": held.incidents,
        "issues": held.issues,
        "copies": held.copies,
        "first": None if held.first is None else held.first.isoformat(),
        "last": None if held.last is None else held.last.isoformat(),
        "running_totals": [_loose(claim) for claim in discreet_claims(reads.running_totals(), lists)],
        "apart": [_loose(claim) for claim in discreet_claims(reads.apart(), lists)],
    }


def issues(request: Request, reads: Reads, _lists: Lists) -> Plain:
    """What could not be read or decided, the gravest first, a page at a time."""
    at = read_page(request.query_params)
    found = reads.issues(PAGE, (at - 1) * PAGE)
    return _page([_issue(issue) for issue in found.rows], found.total, at)


def _page(rows: Sequence[Plain], total: int, at: int) -> Plain:
    return {"total": total, "page": at, "pages": pages(total), "rows": list(rows)}


def _row(row: ReportRow) -> Plain:
    return {
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "published": None if row.published is None else row.published.isoformat(),
        "claims": row.claims,
        "issues": row.issues,
        "copy_of": row.copy_of,
    }


def _issue(issue: Issue) -> Plain:
    return {"kind": issue.kind.value, "subject": issue.subject, "reason": issue.reason, "fatal": issue.fatal}


def _loose(claim: Claim) -> Plain:
    return {"report": claim.report, **guide_claim(claim)}


def problem(words: str) -> Mapping[str, object]:
    """What is answered where there is no answer."""
    return {"problem": words}

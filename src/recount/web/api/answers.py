"""What each address of the API answers. Names of private people are left out as in exports."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from recount.export import claim_object, discreet, discreet_claims, incident_object
from recount.export.guide import Plain, guide_claim
from recount.model import Claim, Issue, origins_of
from recount.run import account
from recount.store.shapes import Outside, ReportRow, StoredReport, Version
from recount.web.api.asked import Asked
from recount.web.filters import clean, read_page
from recount.web.pages.listings import CLAIMS
from recount.web.pages.rendering import PAGE, pages
from recount.web.show.chains import bylines
from recount.web.show.sharing import Sharing, sharings


def openapi() -> Plain:
    """The description of the API."""
    told: Plain = json.loads(files("recount.web.api").joinpath("openapi.json").read_text(encoding="utf-8"))
    return told


def incidents(asked: Asked) -> Plain:
    """Incidents that the filters let through, newest first, a page at a time."""
    filters = asked.filters()
    found = asked.reads.incidents(replace(filters.query, limit=PAGE, offset=(filters.page - 1) * PAGE))
    counted = discreet([stored.counted for stored in found.rows], asked.known.lists())
    rows = [incident_object(one, bylines(stored.rows)) for one, stored in zip(counted, found.rows, strict=True)]
    return paged(rows, found.total, filters.page)


def incident(asked: Asked) -> Plain:
    """One incident with what stands behind its tolls, found under ids that it had before too."""
    stored = asked.reads.incident(asked.id)
    known = bylines(stored.rows)
    behind = account(stored.counted, known, asked.known.bodies)
    [counted] = discreet([stored.counted], asked.known.lists())
    return incident_object(counted, known, behind)


def reports(asked: Asked) -> Plain:
    """Reports in which all words occur, the latest first, a page at a time."""
    at = read_page(asked.params)
    found = asked.reads.reports(clean(asked.params.get("words", "")) or None, PAGE, (at - 1) * PAGE)
    return paged([_row(row) for row in found.rows], found.total, at)


def report(asked: Asked) -> Plain:
    """One report with its claims as they were read, its versions and whose words it shares, without its text."""
    stored = asked.reads.report(asked.id)
    return {
        **_headed(stored),
        "copies": list(stored.copies),
        "versions": [_version(version) for version in stored.versions],
        "shares": [_share(sharing) for sharing in sharings(stored)],
        "claims": [guide_claim(claim) for claim in discreet_claims(stored.claims, asked.known.lists())],
        "incidents": dict(stored.incidents),
        "issues": [_issue(issue) for issue in stored.issues],
    }


def totals(asked: Asked) -> Plain:
    """How much the record holds, and a page of the running totals that sources claim and of what is apart."""
    held, at = asked.reads.totals(), read_page(asked.params)
    running, apart = (told(CLAIMS, (at - 1) * CLAIMS) for told in (asked.reads.totals_told, asked.reads.told_apart))
    return {
        "reports": held.reports,
        "claims": held.claims,
        "incidents": held.incidents,
        "issues": held.issues,
        "copies": held.copies,
        "first": None if held.first is None else held.first.isoformat(),
        "last": None if held.last is None else held.last.isoformat(),
        "page": at,
        "pages": pages(max(running.total, apart.total), CLAIMS),
        "running_total": running.total,
        "running_totals": _outside(running, asked),
        "apart_total": apart.total,
        "apart": _outside(apart, asked),
    }


def issues(asked: Asked) -> Plain:
    """What could not be read or decided, the gravest first, a page at a time."""
    at = read_page(asked.params)
    found = asked.reads.issues(PAGE, (at - 1) * PAGE)
    return paged([_issue(issue) for issue in found.rows], found.total, at)


def paged(rows: Sequence[Plain], total: int, at: int) -> Plain:
    """One page of a list."""
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


def _headed(stored: StoredReport) -> Plain:
    told = stored.report
    return {
        "id": told.id,
        "title": told.title,
        "outlet": told.outlet,
        "published": None if told.published is None else told.published.day.isoformat(),
        "published_known": None if told.published is None else told.published.known.value,
        "address": told.address,
        "copy_of": stored.copy_of,
    }


def _version(version: Version) -> Plain:
    return {"number": version.number, "added": version.added.isoformat()}


def _share(sharing: Sharing) -> Plain:
    """With which report words are shared; `after` says that it had them later, `within` that it is the same one."""
    return {
        "report": sharing.other,
        "outlet": sharing.outlet,
        "published": None if sharing.published is None else sharing.published.isoformat(),
        "percent": sharing.percent,
        "after": sharing.after,
        "within": sharing.within,
    }


def _issue(issue: Issue) -> Plain:
    return {"kind": issue.kind.value, "subject": issue.subject, "reason": issue.reason, "fatal": issue.fatal}


def _outside(told: Outside, asked: Asked) -> list[Plain]:
    def one(claim: Claim) -> Plain:
        return {"origins": list(origins_of(claim, told.bylines)), **claim_object(claim, told.bylines)}

    return [one(claim) for claim in discreet_claims(told.claims, asked.known.lists())]


def problem(words: str) -> Mapping[str, object]:
    """What is answered where there is no answer."""
    return {"problem": words}

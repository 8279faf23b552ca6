"""Claims, their counts and their sources as rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from recount.export import where_cells
from recount.export.flat import joined
from recount.frames.columns import DAY, DEGREES, NUMBER, WORDS, YES_NO, Columns
from recount.frames.told import Standing
from recount.knowledge.bodies import Bodies
from recount.model import Byline, Claim, Count, origin, origins_of, rests_on

Row = dict[str, Any]
OUTLET = "outlet"
"""The kind of a source where the report's own outlet tells a claim on no word but its own."""

CLAIMS: Columns = {
    **{"id": WORDS, "incident": WORDS, "part": WORDS, "report": WORDS, "outlet": WORDS, "published": DAY},
    **{"event": WORDS, "scope": WORDS, "status": WORDS, "doubts": WORDS, "several_episodes": YES_NO},
    **{"first_day": DAY, "last_day": DAY, "lasts": YES_NO},
    **{"place": WORDS, "precision": WORDS, "lat": DEGREES, "lon": DEGREES, "country": WORDS, "admin1": WORDS},
    **{"within": WORDS, "by": WORDS, "against": WORDS, "target": WORDS, "weapon": WORDS, "origins": WORDS},
    **{"quote": WORDS, "quote_start": NUMBER, "quote_end": NUMBER},
}
COUNTS: Columns = {
    **{"claim": WORDS, "incident": WORDS, "number": NUMBER, "outcome": WORDS, "who": WORDS, "standing": WORDS},
    **{"group": WORDS, "work": WORDS, "fighters_of": WORDS, "low": NUMBER, "high": NUMBER, "approx": YES_NO},
    **{"vague": WORDS, "part_of": NUMBER, "cumulative": YES_NO, "additional": YES_NO, "start": NUMBER, "end": NUMBER},
}
SOURCES: Columns = {
    **{"claim": WORDS, "incident": WORDS, "chain": NUMBER, "step": NUMBER, "name": WORDS, "kind": WORDS, "body": WORDS},
    **{"role": WORDS, "is_origin": YES_NO, "listed_kind": WORDS, "side": WORDS},
}


def claim_row(told: Standing, bylines: Mapping[str, Byline]) -> Row:
    """One claim. Its quote stands from `quote_start` to `quote_end` in the report's text, in code points."""
    claim = told.claim
    byline = bylines.get(claim.report, Byline(claim.report))
    when = claim.when
    return {
        "id": claim.id,
        "incident": told.incident,
        "part": told.part,
        "report": claim.report,
        "outlet": byline.outlet,
        "published": None if byline.published is None else byline.published.day,
        **told_of(claim),
        "lasts": None if when is None else when.lasts,
        **where_cells(claim.where),
        "against": joined(claim.against),
        "target": joined(claim.target),
        "weapon": claim.weapon,
        "origins": joined(origins_of(claim, bylines)),
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
    }


def told_of(claim: Claim) -> Row:
    """What claims and running totals tell alike."""
    when = claim.when
    return {
        "event": claim.event.value,
        "scope": claim.scope.value,
        "status": claim.status.value,
        "doubts": joined(sorted(doubt.value for doubt in claim.doubts)),
        "several_episodes": claim.several,
        "first_day": None if when is None else when.earliest,
        "last_day": None if when is None else when.latest,
        "within": claim.within,
        "by": joined(claim.by),
        "quote": claim.words,
    }


def count_rows(told: Standing) -> Iterator[Row]:
    """The counts of one claim; `part_of` is the number of the count that one is a part of, and never added to."""
    for number, count in enumerate(told.claim.counts):
        yield {
            "claim": told.claim.id,
            "incident": told.incident,
            "number": number,
            **how_many(count),
            "standing": count.standing.value,
            "group": None if count.group is None else count.group.value,
            "work": None if count.work is None else count.work.value,
            "part_of": count.part_of,
            "cumulative": count.cumulative,
            "additional": count.additional,
            "start": count.span.start,
            "end": count.span.end,
        }


def how_many(count: Count) -> Row:
    """What a count tells of how many people, and of whom."""
    return {
        "outcome": count.outcome.value,
        "who": count.who,
        "fighters_of": count.side,
        "low": count.low,
        "high": count.high,
        "approx": count.approx,
        "vague": None if count.vague is None else count.vague.value,
    }


def source_rows(told: Standing, bylines: Mapping[str, Byline], bodies: Bodies) -> Iterator[Row]:
    """The sources of one claim, chain by chain, nearest to the event first; the outlet where it names none."""
    claim = told.claim
    for chain, sources in enumerate(claim.chains):
        first = origin(sources)
        told_by = next((step for step, source in enumerate(sources) if source.identifiable == first), None)
        for step, source in enumerate(sources):
            yield {
                **{"claim": claim.id, "incident": told.incident, "chain": chain, "step": step},
                **{"name": source.name, "kind": source.kind.value, "body": source.body, "role": source.role},
                "is_origin": first is not None and step == told_by,
                **_listed(source.identifiable, bodies),
            }
    if not claim.chains:
        name = rests_on(claim, bylines).publisher
        alone = {"claim": claim.id, "incident": told.incident, "chain": 0, "step": 0, "name": name, "kind": OUTLET}
        yield {**alone, "is_origin": True, **_listed(name, bodies)}


def _listed(name: str | None, bodies: Bodies) -> Row:
    """Of which kind and side a list says that a body is."""
    body = None if name is None else bodies.named(name)
    return {"listed_kind": None if body is None else body.kind, "side": None if body is None else body.side}

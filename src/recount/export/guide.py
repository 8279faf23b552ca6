"""A reading in the form that annotators write (`recount read --format jsonl`), with what they leave out beside it."""

from recount.model import Chain, Claim, Count, Place, Reading, Source, Span, When

Plain = dict[str, object]


def guide(reading: Reading) -> Plain:
    """One report with its claims as plain values for JSON; a day is written as 2031-03-04."""
    report = reading.report
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published": None if report.published is None else report.published.day.isoformat(),
        "published_known": None if report.published is None else report.published.known.value,
        "claims": [guide_claim(claim) for claim in reading.claims],
    }


def guide_claim(claim: Claim) -> Plain:
    """One claim: the annotators' fields first, then id, chains, doubts and the words that it was read from."""
    return {
        "event": claim.event.value,
        "scope": claim.scope.value,
        "status": claim.status.value,
        "when": _days(claim.when),
        "where": [_place(place) for place in claim.where],
        "within": claim.within,
        "by": list(claim.by),
        "against": list(claim.against),
        "target": list(claim.target),
        "weapon": claim.weapon,
        "counts": [_count(count) for count in claim.counts],
        "sources": list(dict.fromkeys(source.shown for chain in claim.chains for source in chain)),
        "quote": claim.words,
        "id": claim.id,
        "assertion": claim.assertion.value,
        "doubts": sorted(doubt.value for doubt in claim.doubts),
        "several": claim.several,
        "repeats": [{"quote": quote.words, "span": _span(quote.span)} for quote in claim.repeats],
        "chains": [_chain(chain) for chain in claim.chains],
        "spans": {"quote": _span(claim.quote), "marks": [[mark.field, *_span(mark.span)] for mark in claim.marks]},
    }


def _days(when: When | None) -> list[str | None] | None:
    if when is None:
        return None
    return [None if day is None else day.isoformat() for day in (when.earliest, when.latest)]


def _place(place: Place) -> Plain:
    point = place.point
    return {
        "name": place.name,
        "lat": None if point is None else point[0],
        "lon": None if point is None else point[1],
        "precision": None if place.precision is None else place.precision.value,
        "candidates": len(place.candidates),
        "country": place.country,
        "admin1": place.admin1,
        "span": _span(place.span),
    }


def _count(count: Count) -> Plain:
    told: Plain = {"outcome": count.outcome.value, "who": count.who, "low": count.low, "high": count.high}
    if count.side is not None:
        told["side"] = count.side
    if count.approx:
        told["approx"] = True
    if count.vague is not None:
        told["vague"] = count.vague.value
    if count.part_of is not None:
        told["of"] = count.part_of
    return told | {"span": _span(count.span)}


def _chain(chain: Chain) -> list[Plain]:
    return [_source(source) for source in chain]


def _source(source: Source) -> Plain:
    return {"name": source.name, "kind": source.kind.value, "body": source.body, "role": source.role}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]

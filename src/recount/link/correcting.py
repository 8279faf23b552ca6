"""Claims as people corrected, added and checked them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recount.link.finding import now
from recount.link.values import altered, from_whole, with_value
from recount.model import Claim, Field, Issue, IssueKind, Judgement, Mark, Span, Text


def added(judgement: Judgement, texts: Mapping[str, Text]) -> Claim | None:
    """The claim that a person added, at the place where its words stand now; None where they stand nowhere."""
    [subject] = judgement.subjects
    at = now(subject, texts.get(subject.report))
    if at is None or judgement.new is None:
        return None
    return _shifted(from_whole(judgement.new), at.start - subject.start)


def corrected(claim: Claim, judgements: Sequence[Judgement], texts: Mapping[str, Text]) -> Claim:
    """A claim with what people corrected; of two corrections of one field the later one holds.

    Places come first, since they settle what they lie in unless a person said that too.
    """
    for judgement in sorted(judgements, key=lambda one: one.field is not Field.WHERE):
        if judgement.field is not None and judgement.new is not None:
            claim = with_value(claim, judgement.field, judgement.new, _marked(judgement, texts))
    return claim


def unmarked(claim: Claim, judgements: Sequence[Judgement], texts: Mapping[str, Text]) -> list[Issue]:
    """An issue for each correction that rests on words which its report does not have any more."""
    lost = [one for one in judgements if one.rests_on is not None and _marked(one, texts) is None]
    return [_unmarked(claim, one) for one in lost]


def _marked(judgement: Judgement, texts: Mapping[str, Text]) -> Span | None:
    """Where the words that a correction rests on stand now; None where none were marked, or they are gone."""
    words = judgement.rests_on
    return None if words is None else now(words, texts.get(words.report))


def disputed(claim: Claim, judgements: Sequence[Judgement]) -> list[Issue]:
    """An issue for each field that people corrected to different values."""
    by_field: dict[Field, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.field is not None:
            by_field.setdefault(judgement.field, []).append(judgement)
    return [
        _dispute(claim, field, told) for field, told in by_field.items() if len({one.new for one in told}) > 1
    ]  # fmt: skip


def outdated(claim: Claim, judgement: Judgement) -> Issue | None:
    """An issue where a claim that was confirmed tells something else now."""
    fields = [] if judgement.new is None else altered(claim, judgement.new)
    if not fields:
        return None
    reason = (
        f"{judgement.by} confirmed {claim.id} (judgement {judgement.id}), but it tells something else now of: "
        f"{', '.join(fields)}. Check it again: confirm or correct it, and withdraw the former judgement."
    )
    return Issue(IssueKind.JUDGEMENT, claim.id, reason)


def _dispute(claim: Claim, field: Field, told: Sequence[Judgement]) -> Issue:
    *_, last = told
    who = ", ".join(f"{one.by} ({one.id})" for one in told)
    reason = (
        f"The field {field.value} of {claim.id} was corrected to different values by {who}. The latest, {last.id}, "
        "holds. Withdraw those that are wrong."
    )
    return Issue(IssueKind.JUDGEMENT, claim.id, reason)


def _unmarked(claim: Claim, judgement: Judgement) -> Issue:
    reason = (
        f"{judgement.by} corrected {claim.id} (judgement {judgement.id}) by words that {claim.report} does not have "
        "any more. The correction holds. Read the report again: correct it by other words, or withdraw the judgement."
    )
    return Issue(IssueKind.JUDGEMENT, claim.id, reason)


def _shifted(claim: Claim, by: int) -> Claim:
    """The same claim so many code points further on in its text."""
    if by == 0:
        return claim
    return replace(
        claim,
        anchor=_moved(claim.anchor, by),
        quote=_moved(claim.quote, by),
        where=tuple(replace(place, span=_moved(place.span, by)) for place in claim.where),
        counts=tuple(replace(count, span=_moved(count.span, by)) for count in claim.counts),
        chains=tuple(tuple(replace(s, span=_moved(s.span, by)) for s in chain) for chain in claim.chains),
        marks=tuple(Mark(mark.field, _moved(mark.span, by)) for mark in claim.marks),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

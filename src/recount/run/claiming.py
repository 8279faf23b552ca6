"""Claims that people correct, and claims that they add from a report's words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from recount.knowledge import Lists
from recount.link.values import attribute, encoded, value, whole
from recount.model import (
    Claim,
    Decision,
    Event,
    Field,
    Mark,
    Reading,
    Span,
    Subject,
    UsageError,
)
from recount.run.judging import Effect, Says, of, settle
from recount.run.linking import relink
from recount.run.subjects import named_claim, subject_in, subject_of, words_in
from recount.run.wording import value_of
from recount.store import Record

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says that a field of a claim is: the value in words, and the words of the report that tell it."""

    field: Field
    value: str
    quote: str | None = None


def correct(record: Record, id: str, to: Correction, says: Says, lists: Lists) -> Effect:
    """Give a field of a claim the value that a person says; the one that it had is kept beside it.

    UsageError where the words are no value of the field, say what the claim tells already, or do not stand in the
    report.
    """
    relink(record)
    claim = named_claim(record, id)
    reading = _reading(record, claim.report)
    new = encoded(to.field, value_of(to.field, to.value, claim, reading, lists))
    old, rests_on = value(claim, to.field), _rests_on(claim, to.quote, reading)
    if new == old and rests_on is None:
        raise UsageError(
            f"{claim.id} says that of its {to.field.value} already. `recount judge confirm` keeps a check."
        )
    judgement = of(Decision.CORRECT, [subject_of(record, claim)], says)
    return settle(record, replace(judgement, field=to.field, old=old, new=new, rests_on=rests_on))


def add_claim(
    record: Record,
    report: str,
    quote: str,
    told: Mapping[Field, str],
    says: Says,
    lists: Lists,
    figure: str | None = None,
) -> Effect:
    """Add a claim that was not read, from words of a report.

    `told` holds the fields in words; the event has to be among them. `figure` is the part of the quote that the number
    stands in, or the word that tells the event: by default its first number, else its first word.
    """
    relink(record)
    reading = _reading(record, report)
    content = "" if reading.text is None else reading.text.content
    at = _quoted(quote, content, report)
    anchor = _anchor(content, at, figure)
    _check_free(reading, record, anchor)
    bare = Claim(report, anchor, at, at.of(content), Event.OTHER, marks=(Mark("counts", anchor),))
    claim = _filled(bare, told, reading, lists)
    judgement = of(Decision.ADD, [subject_in(claim, reading.text)], says)
    return settle(record, replace(judgement, new=whole(claim)))


def _reading(record: Record, report: str) -> Reading:
    stored = record.report(report)
    return Reading(stored.report, stored.text, stored.claims)


def _quoted(quote: str, content: str, report: str) -> Span:
    """Where a quote stands in a text, once."""
    found = _places(quote, content, report)
    if len(found) > 1:
        raise UsageError(f'The words "{quote}" stand {len(found)} times in {report}. Give more of the sentence.')
    return found[0]


def _rests_on(claim: Claim, quote: str | None, reading: Reading) -> Subject | None:
    """The words that tell a corrected value; of several places the one nearest to the claim is meant."""
    if quote is None:
        return None
    if reading.text is None:
        raise UsageError(f"The record holds no text of {claim.report}, so that no words of it can be marked.")
    found = _places(quote, reading.text.content, claim.report)
    return words_in(claim, min(found, key=lambda at: abs(at.start - claim.anchor.start)), reading.text)


def _places(quote: str, content: str, report: str) -> list[Span]:
    """Everywhere that a quote stands in a text; line breaks and spaces count alike."""
    words = quote.split()
    if not words:
        raise UsageError("Give the words of the report that show it.")
    found = [Span(*one.span()) for one in re.finditer(r"\s+".join(map(re.escape, words)), content)]
    if not found:
        raise UsageError(f'The report {report} does not have the words "{quote}". Copy them letter for letter.')
    return found


def _anchor(content: str, at: Span, figure: str | None) -> Span:
    words = at.of(content)
    if figure is not None:
        place = words.find(figure)
        if not figure or place < 0:
            raise UsageError(f'"{figure}" does not stand in the quote.')
        return Span(at.start + place, at.start + place + len(figure))
    found = _FIGURE.search(words) or _WORD.search(words)
    if found is None:
        raise UsageError("The quote has no word. Give the words of the report that show the claim.")
    return Span(at.start + found.start(), at.start + found.end())


def _check_free(reading: Reading, record: Record, anchor: Span) -> None:
    for claim in reading.claims:
        if claim.anchor.overlaps(anchor):
            raise UsageError(
                f"The claim {claim.id} was read at these words already. Correct it, or name another --figure."
            )
    for one in record.judgements():
        own = one.decision is Decision.ADD and one.stands
        if own and one.subjects[0].claim == f"{reading.report.id}@{anchor.start}":
            raise UsageError(f"{one.by} added a claim at these words already ({one.id}): {one.subjects[0].claim}.")


def _filled(claim: Claim, told: Mapping[Field, str], reading: Reading, lists: Lists) -> Claim:
    """The claim with what a person says of it; the scope first, since it settles what days mean."""
    if Field.EVENT not in told:
        raise UsageError("Say what happened with --event.")
    for field in sorted(told, key=lambda one: one is not Field.SCOPE):
        claim = replace(claim, **{attribute(field): value_of(field, told[field], claim, reading, lists)})
    return claim

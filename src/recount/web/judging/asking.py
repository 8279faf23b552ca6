"""What a form shows before somebody decides: the claims with their sentences, the evidence, the present values."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.model import Assertion, Claim, Doubt, Event, Field, NotFoundError, Scope
from recount.run import Why, why
from recount.run.judging import named_judgement
from recount.run.subjects import named_claim, named_member
from recount.run.written import of_claim
from recount.store import Record
from recount.web.judging import keeping
from recount.web.judging.sent import Sent
from recount.web.show.cards import Card, card
from recount.web.show.judging import Decided, decided
from recount.web.show.labels import label
from recount.web.show.rows import incident_title

_FORMS = {
    Field.WHEN: "A day as 2031-03-04, or the first and last possible ones as 2031-03-04..2031-03-06.",
    Field.WHERE: "Names of places with “;” between them; an area behind a comma, “near” before a name.",
    Field.BY: "Sides, with “;” between them.",
    Field.AGAINST: "Sides, with “;” between them.",
    Field.TARGET: "What was hit, with “;” between several: hospital; school.",
    Field.WEAPON: "As the text has it.",
    Field.WITHIN: "The larger place.",
    Field.COUNTS: "What happened, how many, who: killed at least 27; of them killed 10 child; injured dozens.",
    Field.SOURCES: "Nearest to the event first: unnamed: a medic > body: Blue Lamps; “;” before another chain.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field can have."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a claim as a form offers it: its value now, and either the values there are or how to write one.

    `elsewhere` are the words that it was read from outside the sentence.
    """

    field: Field
    name: str
    value: str
    now: str
    choices: tuple[Choice, ...]
    several: bool
    how: str
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """All that a form shows. Each decision uses what it needs."""

    cards: tuple[Card, ...] = ()
    titles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    others: tuple[Card, ...] = ()
    ticked: frozenset[str] = frozenset()
    why: Why | None = None
    entry: Entry | None = None
    fields: tuple[tuple[str, str, str], ...] = ()
    judgement: Decided | None = None
    report: str = ""
    quote: str = ""
    figure: str = ""
    entries: tuple[Entry, ...] = ()
    other: str = ""
    words: str = ""


def asked(record: Record, verb: str, sent: Sent) -> About:
    """What a decision is about. NotFoundError where that is not there."""
    if verb == "undo":
        return About(judgement=decided(named_judgement(record, sent.one("judgement"))))
    if verb == "add":
        return _adding(record, sent)
    ids = keeping.ids(record, verb, sent)
    if not ids:
        raise NotFoundError("Name the claim or the incident that this is about.")
    if verb in ("same", "different"):
        return _pair(record, verb, sent, ids)
    claim = named_claim(record, ids[0])
    [shown] = _cards(record, [claim])
    if verb != "correct":
        return About(cards=(shown,), ids=(claim.id,))
    field = keeping.field(sent)
    fields = tuple((one.value, label("field", one.value), of_claim(claim, one)) for one in Field)
    entry = _entry(record, claim, field, sent)
    return About(cards=(shown,), ids=(claim.id,), entry=entry, fields=fields, words=sent.one("words"))


def _pair(record: Record, verb: str, sent: Sent, ids: Sequence[str]) -> About:
    claims = [named_member(record, id) for id in ids]
    held = [record.incident_alone(id) for id in ids]
    titles = tuple("in no incident" if one is None else incident_title(one) for one in held)
    others: tuple[Card, ...] = ()
    if verb == "different" and held[0] is not None:
        rest = [claim for claim in held[0].claims if claim.id != claims[0].id]
        others = _cards(record, rest)
    # With nobody picked yet, a claim is meant to leave all the others.
    ticked = frozenset(ids[1:]) if len(ids) > 1 or sent.one("state") else frozenset(one.id for one in others)
    found = why(record, ids[0], ids[1]) if len(ids) > 1 and ids[0] != ids[1] else None
    shown = _shown(record, claims, found)
    return About(_cards(record, shown), titles, tuple(ids), others, ticked, found, other=sent.one("other"))


def _shown(record: Record, claims: Sequence[Claim], found: Why | None) -> Sequence[Claim]:
    """The pair that speaks most for or against it; else the claims named."""
    if found is None:
        return claims[:1]
    return [named_claim(record, found.pair.first), named_claim(record, found.pair.second)]


def _cards(record: Record, claims: Sequence[Claim]) -> tuple[Card, ...]:
    texts = record.texts(claim.report for claim in claims)
    made = []
    for number, claim in enumerate(claims, 1):
        incident = record.incident_alone(claim.id)
        rows = {} if incident is None else record.incident(incident.id).rows
        made.append(card(number, claim, rows, texts.get(claim.report)))
    return tuple(made)


def _adding(record: Record, sent: Sent) -> About:
    stored = record.report(sent.one("report"))
    entries = tuple(_open(one, sent) for one in Field)
    return About(report=stored.report.id, quote=sent.one("quote"), figure=sent.one("figure"), entries=entries)


def _open(field: Field, sent: Sent) -> Entry:
    told = sent.one(f"field-{field.value}")
    choices = tuple(Choice(one, name, one == told) for one, name in _values(field))
    return Entry(field, label("field", field.value), told, "", choices, False, _FORMS.get(field, ""))


def _entry(record: Record, claim: Claim, field: Field, sent: Sent) -> Entry:
    now = of_claim(claim, field)
    told = keeping.value(sent) if "value" in sent.values or sent.one("state") else now
    chosen = {part.strip() for part in told.split(";")}
    choices = tuple(Choice(one, name, one in chosen) for one, name in _values(field))
    several = field is Field.DOUBTS
    words = _elsewhere(record, claim, field)
    return Entry(field, label("field", field.value), told, now, choices, several, _FORMS.get(field, ""), words)


def _values(field: Field) -> Sequence[tuple[str, str]]:
    if field is Field.EVENT:
        return [(one.value, label("event", one.value)) for one in Event]
    if field is Field.SCOPE:
        return [(Scope.INCIDENT.value, "one event"), (Scope.PERIOD.value, "running total over many")]
    if field is Field.ASSERTION:
        return [(one.value, one.value) for one in Assertion]
    if field is Field.DOUBTS:
        return [(one.value, label("doubt", one.value)) for one in Doubt]
    return [("no", "one episode"), ("yes", "several episodes together")] if field is Field.SEVERAL else []


def _elsewhere(record: Record, claim: Claim, field: Field) -> tuple[str, ...]:
    text = record.texts([claim.report]).get(claim.report)
    if text is None:
        return ()
    spans = sorted({mark.span for mark in claim.marks if mark.field == field.value})
    return tuple(span.of(text.content) for span in spans if not span.overlaps(claim.quote))

"""What the incident page shows of each claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recount.model import Assertion, Claim, Doubt, Scope, Text
from recount.store.shapes import ReportRow
from recount.web.show import addresses, chains, days, figures, places
from recount.web.show.labels import label
from recount.web.show.quoting import Quoted, quoted


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that a claim tells."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim with its words, where it stands, who says so and what it tells."""

    id: str
    number: int
    address: str
    report: str
    outlet: str
    published: date | None
    copy_of: str | None
    quoted: Quoted
    repeats: tuple[str, ...]
    origins: tuple[str, ...]
    chains: tuple[tuple[chains.Hop, ...], ...]
    status: str
    doubts: tuple[str, ...]
    counts: tuple[str, ...]
    details: tuple[Detail, ...]

    @property
    def sure(self) -> bool:
        """Whether it is told as having happened, with no hedge."""
        return self.status == label("status", "reported")


def card(number: int, claim: Claim, rows: Mapping[str, ReportRow], text: Text | None) -> Card:
    """One claim; `number` is its place on the page, `text` that of its report where it can be shown."""
    row = rows.get(claim.report)
    return Card(
        id=claim.id,
        number=number,
        address=addresses.claim(claim),
        report=claim.report if row is None or row.title is None else row.title,
        outlet=claim.report if row is None or row.outlet is None else row.outlet,
        published=None if row is None else row.published,
        copy_of=None if row is None else row.copy_of,
        quoted=quoted(claim, text),
        repeats=tuple(quote.words for quote in claim.repeats),
        origins=claim.origins(chains.byline(claim, rows)),
        chains=tuple(chains.hops(chain) for chain in claim.chains),
        status=label("status", claim.status),
        doubts=doubts([claim]),
        counts=tuple(figures.count(count) for count in claim.counts),
        details=details(claim),
    )


def details(claim: Claim) -> tuple[Detail, ...]:
    """The fields that a claim tells, those it leaves open left out."""
    told = (
        ("what", label("event", claim.event)),
        ("when", None if claim.when is None else days.when_in_full(claim.when)),
        ("where", places.title(claim.where) if claim.where else None),
        ("within", claim.within),
        ("by", ", ".join(claim.by) or None),
        ("against", ", ".join(claim.against) or None),
        ("target", ", ".join(claim.target) or None),
        ("weapon", claim.weapon),
        ("scope", "running total" if claim.scope is Scope.PERIOD else None),
        ("covers", "several episodes together" if claim.several else None),
    )
    return tuple(Detail(name, words) for name, words in told if words is not None)


def doubts(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What is hedged in some claims, in words; a hedge that not all of them share is said to be some's."""
    asserted = [claim for claim in claims if claim.assertion is not Assertion.DENIED]
    made = []
    for doubt in Doubt:
        having = sum(doubt in claim.doubts for claim in asserted)
        if having:
            made.append(label("doubt", doubt) + (" (in some claims)" if having < len(asserted) else ""))
    return tuple(made)

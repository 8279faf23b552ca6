"""How much of what linking misses was lost in reading: the incident key's own days, places and kinds put into claims.

    .venv/bin/python evaluation/link_ceiling.py [--shared DIR]

Of each passage of the key the claim that covers it is given what the key says, and all is linked as ever. It is an
upper bound: the key knows of an incident what all its reports tell together, and single reports leave some of it out.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

import measure
import msgspec

from recount.knowledge import Lists, load
from recount.model import Assertion, Claim, Days, Event, Place, Precision, Reading, Report, Scope, Span, When
from recount.run import read

HERE = Path(__file__).parent
# As in scoring: a claim covers a passage where it has half of the words of the shorter one.
_ENOUGH = 0.5
_FINEST = {precision: order for order, precision in enumerate(Precision)}
# Passages that no claim covers get claims beyond the end of any text.
_BEYOND = 1_000_000


class Given(StrEnum):
    """What the key gives to claims."""

    DAYS = "days"
    PLACES = "places"
    KINDS = "kinds"
    PASSAGES = "a claim of an incident for each passage"


class Mention(msgspec.Struct, frozen=True):
    """A passage of a report."""

    id: str
    quote: str


class Keyed(msgspec.Struct, frozen=True):
    """An incident of the key."""

    date: tuple[date, date]
    place: str
    type: Event
    mentions: list[Mention]


TABLE: Sequence[Set[Given]] = (
    frozenset(),
    {Given.PASSAGES},
    {Given.KINDS},
    {Given.DAYS},
    {Given.PLACES},
    {Given.DAYS, Given.PLACES},
    {*Given},
)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A key, with the lists that say where its places are."""

    incidents: Sequence[Keyed]
    lists: Lists

    def ideal(self, readings: Sequence[Reading], given: Set[Given]) -> list[Reading]:
        """The readings with what the key gives in the place of what was read."""
        held = {reading.report.id: list(reading.claims) for reading in readings}
        reports = {reading.report.id: reading.report for reading in readings}
        for number, (incident, mention) in enumerate(self._mentions()):
            claims = held[mention.id]
            claim = covering(claims, mention.quote)
            if Given.PASSAGES in given and (claim is None or not self._alone(claims, claim, mention)):
                claim = self._read(reports[mention.id], mention.quote, _BEYOND + number)
                claims.append(claim)
            if claim is not None:
                claims[claims.index(claim)] = self._told(claim, incident, given)
        return [replace(reading, claims=tuple(held[reading.report.id])) for reading in readings]

    def _mentions(self) -> Iterator[tuple[Keyed, Mention]]:
        yield from ((incident, mention) for incident in self.incidents for mention in incident.mentions)

    def _alone(self, claims: Sequence[Claim], claim: Claim, mention: Mention) -> bool:
        """Whether a claim covers no other passage of the key."""
        quotes = [one.quote for _, one in self._mentions() if one.id == mention.id]
        return sum(covering(claims, quote) == claim for quote in quotes) == 1

    def _read(self, report: Report, quote: str, place: int) -> Claim:
        """A passage read by itself; of violence alone where nothing is read from it."""
        at = Span(place, place + 1)
        (reading,) = read([replace(report, raw=quote.encode())], self.lists)
        found = reading.claims[0] if reading.claims else Claim(report.id, at, at, quote, Event.VIOLENCE)
        return replace(found, anchor=at, quote=at, words=quote, repeats=())

    def _told(self, claim: Claim, incident: Keyed, given: Set[Given]) -> Claim:
        if Given.PASSAGES in given:
            claim = replace(claim, scope=Scope.INCIDENT, assertion=Assertion.ASSERTED)
        if Given.DAYS in given:
            claim = replace(claim, when=When.within(Days(*incident.date)))
        if Given.KINDS in given:
            claim = replace(claim, event=incident.type)
        return replace(claim, where=(self._place(incident.place),)) if Given.PLACES in given else claim

    def _place(self, name: str) -> Place:
        """The finest place that the key's words name as they stand; else a place that nothing is known of."""
        parts = [part.strip() for part in name.replace("(", ",").replace(")", ",").split(",")]
        known = [one.location for part in parts if part for one in self.lists.places.candidates(part)]
        finest = min(known, key=lambda at: _FINEST[at.precision], default=None)
        exact = finest is not None and finest.precision in (Precision.SITE, Precision.QUARTER, Precision.TOWN)
        return Place(name, Span(0, 1), location=finest if exact and len(parts) == 1 else None)


def covering(claims: Sequence[Claim], quote: str) -> Claim | None:
    """The claim that has most of a passage's words, in its quote or in one that repeats it."""
    told = _words(quote)
    shared = [(_shared(told, claim), -number) for number, claim in enumerate(claims)]
    share, place = max(shared, default=(0.0, 0))
    return claims[-place] if share >= _ENOUGH else None


def _shared(told: Set[str], claim: Claim) -> float:
    passages = (_words(words) for words in (claim.words, *(quote.words for quote in claim.repeats)))
    return max(len(told & words) / (min(len(told), len(words)) or 1) for words in passages)


def _words(text: str) -> Set[str]:
    return {word.strip(".,;:!?\"'()") for word in text.lower().split()}


def read_key(path: Path) -> list[Keyed]:
    """The incidents of a key, one a line."""
    return [msgspec.json.decode(line, type=Keyed) for line in path.read_bytes().splitlines()]


def rows(readings: Sequence[Reading], gold: Path, lists: Lists) -> Iterator[tuple[str, Mapping[str, float]]]:
    """What is given, and the figures of linking then."""
    ceiling = Ceiling(read_key(gold), lists)
    for given in TABLE:
        name = ", ".join(one for one in Given if one in given) or "nothing"
        yield name, measure.measure_links(name, gold, ceiling.ideal(readings, given)).figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How well linking does with days, places and kinds of the key.")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="where the real reports are")
    shared: Path = parser.parse_args().shared
    gold = shared / "gold" / "incidents-dev.jsonl"
    if not gold.is_file():
        print(f"No real reports in {shared}.", file=sys.stderr)
        return 1
    for name, figures in rows(measure.articles(shared), gold, load()):
        print(f"{name:60}", "  ".join(f"{figure} {value:.3f}" for figure, value in figures.items()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What frames are made of: all that a record holds of incidents and claims, read once, without what may not go out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.export import discreet, discreet_claims
from recount.knowledge import Lists
from recount.model import Byline, Claim, CountedIncident
from recount.store import Record
from recount.store.shapes import IncidentQuery, StoredIncident

CLAIM, DENIAL, TOTAL, APART = "claim", "denial", "total", "apart"


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim with where it stands: in which incident, if any, and as what."""

    claim: Claim
    part: str
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A record as it was when it was read. `stored` is whole; what may go out of it is in the other fields."""

    bylines: Mapping[str, Byline]
    stored: Sequence[StoredIncident]
    counted: Sequence[CountedIncident]
    totals: Sequence[Claim]
    apart: Sequence[Claim]

    def claims(self) -> Iterator[Standing]:
        """All claims: those of incidents with what denies them, then running totals, then those apart from both."""
        for one in self.counted:
            yield from (Standing(claim, CLAIM, one.incident.id) for claim in one.incident.claims)
            yield from (Standing(claim, DENIAL, one.incident.id) for claim in one.incident.denials)
        yield from (Standing(claim, TOTAL) for claim in self.totals)
        yield from (Standing(claim, APART) for claim in self.apart)


def read(record: Record, lists: Lists | None) -> Held:
    """All of a record; with lists, by which names of people are told, what could lead to private people is left out."""
    bylines, stored = record.bylines(), record.incidents(IncidentQuery()).rows
    counted, totals, apart = [one.counted for one in stored], record.running_totals(), record.apart()
    if lists is None:
        return Held(bylines, stored, counted, totals, apart)
    less = discreet(counted, lists)
    return Held(bylines, stored, less, discreet_claims(totals, lists), discreet_claims(apart, lists))

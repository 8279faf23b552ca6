"""Claims that better reading moved: which claim of now is one of before under another id."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from recount.model import Claim, CountedIncident
from recount.store import schema
from recount.store.codec import decode_counted

_AT_ONCE = 500


def carried(
    connection: Connection, former: Mapping[str, Sequence[str]], counted: Sequence[CountedIncident]
) -> dict[str, str]:
    """For claims that are in no incident any more, the id of the new claim of the same words, where there is one.

    It is asked before the incidents of before are replaced, since they hold the words.
    """
    now = {claim.id: claim for each in counted for claim in _claims(each)}
    before = {claim for claims in former.values() for claim in claims}
    gone = before - now.keys()
    fresh = _by_report(claim for id, claim in now.items() if id not in before)
    if not gone or not fresh:
        return {}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for claim in sorted(_former(connection, former, gone), key=lambda claim: claim.key):
        meant = _meant(claim, [one for one in fresh.get(claim.report, ()) if one.id not in taken])
        if meant is not None:
            found[claim.id] = meant.id
            taken.add(meant.id)
    return found


def _meant(claim: Claim, fresh: Iterable[Claim]) -> Claim | None:
    alike = [one for one in fresh if _same(claim, one)]
    return min(alike, key=lambda one: abs(one.anchor.start - claim.anchor.start), default=None)


def _same(claim: Claim, other: Claim) -> bool:
    """Whether one's words are within the other's at the same place, or are the very same elsewhere."""
    return claim.words == other.words or claim.quote.covers(other.quote) or other.quote.covers(claim.quote)


def _former(connection: Connection, former: Mapping[str, Sequence[str]], gone: set[str]) -> Iterator[Claim]:
    holding = sorted(id for id, claims in former.items() if not gone.isdisjoint(claims))
    columns = schema.incidents.c
    for first in range(0, len(holding), _AT_ONCE):
        asked = columns.id.in_(holding[first : first + _AT_ONCE])
        for content in connection.scalars(select(columns.content).where(asked)):
            yield from (claim for claim in _claims(decode_counted(content)) if claim.id in gone)


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.report].append(claim)
    return held


def _claims(counted: CountedIncident) -> tuple[Claim, ...]:
    return (*counted.incident.claims, *counted.incident.denials)

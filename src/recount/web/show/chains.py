"""Who told whom: the chains of an incident's claims, put together by the origin on whose word they rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recount.model import Byline, Chain, Claim, DayFrom, Published, Source, SourceKind, origin, rests_on
from recount.store.shapes import ReportRow
from recount.web.show import addresses
from recount.web.show.labels import label


@dataclass(frozen=True, slots=True)
class Hop:
    """One teller of a chain, with what they are where the name does not say it. `rests` marks the origin."""

    name: str
    kind: str | None
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """A report at the end of a chain, with the address of the claim in it. `rests` marks the origin.

    `copy_of` and `carried_from` name whose words it has: all of that report's, or this passage. `copies` are folded
    under the report that they copy.
    """

    outlet: str
    address: str
    copy_of: str | None = None
    rests: bool = False
    carried_from: str | None = None
    copies: tuple["Teller", ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One way in which word reached reports: the hops from the event on, then the reports."""

    hops: tuple[Hop, ...]
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """All lines that rest on the word of one origin."""

    origin: str
    lines: tuple[Line, ...]
    reports: int


def byline(claim: Claim, rows: Mapping[str, ReportRow]) -> Byline:
    """Whose word a claim without sources is: that of its report, or of the one from which this has the words."""
    return rests_on(claim, bylines(rows))


def bylines(rows: Mapping[str, ReportRow]) -> dict[str, Byline]:
    """The bylines of reports in a list, which does not say how their days are known."""
    return {id: _byline(row) for id, row in rows.items()}


def _byline(row: ReportRow) -> Byline:
    published = None if row.published is None else Published(row.published, DayFrom.GIVEN)
    return Byline(row.id, row.outlet, row.title, published, row.copy_of, row.carried)


def roots(claims: Sequence[Claim], rows: Mapping[str, ReportRow]) -> tuple[Root, ...]:
    """The chains of some claims by origin, the origin with the most reports first."""
    lines: dict[str, dict[tuple[Hop, ...], list[Claim]]] = {}
    for claim in claims:
        for chain in claim.chains or ((),):
            rests = origin(chain) or _outlet(claim, rows)
            lines.setdefault(rests, {}).setdefault(hops(chain), []).append(claim)
    made = [_root(rests, ways, rows) for rests, ways in lines.items()]
    return tuple(sorted(made, key=lambda root: (-root.reports, root.origin)))


def hops(chain: Chain) -> tuple[Hop, ...]:
    """A chain as it is drawn, nearest to the event first."""
    rests = next((place for place, source in enumerate(chain) if source.identifiable is not None), None)
    return tuple(_hop(source, place == rests) for place, source in enumerate(chain))


def _root(rests: str, ways: Mapping[tuple[Hop, ...], Sequence[Claim]], rows: Mapping[str, ReportRow]) -> Root:
    ordered = sorted(ways.items(), key=lambda way: tuple(hop.name for hop in way[0]))
    lines = tuple(Line(way, _tellers(way, claims, rests, rows)) for way, claims in ordered)
    return Root(rests, lines, len({claim.report for claims in ways.values() for claim in claims}))


def _tellers(
    way: tuple[Hop, ...], claims: Sequence[Claim], rests: str, rows: Mapping[str, ReportRow]
) -> tuple[Teller, ...]:
    told = {claim.report: claim for claim in reversed(claims)}
    on_outlet = not any(hop.rests for hop in way)
    made = {report: _teller(claim, rests if on_outlet else None, rows) for report, claim in sorted(told.items())}
    folded: dict[str, list[Teller]] = {}
    for report, teller in made.items():
        row = rows.get(report)
        folded.setdefault(report if row is None or row.copy_of not in made else row.copy_of, []).append(teller)
    return tuple(
        replace(made[report], copies=tuple(one for one in tellers if one is not made[report]))
        for report, tellers in sorted(folded.items())
    )


def _teller(claim: Claim, rests: str | None, rows: Mapping[str, ReportRow]) -> Teller:
    row = rows.get(claim.report)
    outlet = claim.report if row is None or row.outlet is None else row.outlet
    copied = None if row is None else row.copy_of
    if copied is not None and copied in rows:
        copied = rows[copied].outlet or copied
    first = byline(claim, rows)
    carried = None if row is None or row.copy_of is not None or first.id == claim.report else first.publisher
    return Teller(outlet, addresses.claim(claim), copied, outlet == rests, carried)


def _outlet(claim: Claim, rows: Mapping[str, ReportRow]) -> str:
    return byline(claim, rows).publisher


def _hop(source: Source, rests: bool) -> Hop:
    kind = source.role or label("source_kind", source.kind)
    said = source.kind is SourceKind.BODY or kind.casefold() in source.name.casefold()
    return Hop(source.shown, None if said else kind, rests)

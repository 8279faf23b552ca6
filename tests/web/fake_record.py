"""A record in memory that is read like the real one. Its filters are the plain meaning of the contract."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from recount.language.folding import fold
from recount.model import (
    Byline,
    Change,
    Claim,
    CountedIncident,
    Issue,
    Judgement,
    NotFoundError,
    Outcome,
    Text,
    Toll,
)
from recount.store.folded import Role, searched
from recount.store.folded import names as names_of
from recount.store.indexing import toll_rows
from recount.store.pinning import spots_of
from recount.store.shapes import (
    POLICY,
    Accord,
    Added,
    Extent,
    Facet,
    Facets,
    Found,
    Heard,
    HeardOf,
    IncidentQuery,
    Meeting,
    Outside,
    Page,
    PairQuery,
    ReportRow,
    Spot,
    StoredIncident,
    StoredReport,
    Sum,
    SumQuery,
    Totals,
)
from recount.store.telling import ABOUT, SPEAKS, telling_rows
from recount.tally import load_policies, tolls_under
from recount.web.reads import Reads

Row = TypeVar("Row")


@dataclass
class FakeRecord:
    """What a test puts in is what the desk reads."""

    stored: list[StoredIncident] = field(default_factory=list)
    held: dict[str, StoredReport] = field(default_factory=dict)
    running: list[Claim] = field(default_factory=list)
    loose: list[Claim] = field(default_factory=list)
    trouble: list[Issue] = field(default_factory=list)
    said: list[Judgement] = field(default_factory=list)
    asked: list[IncidentQuery] = field(default_factory=list)
    former: dict[tuple[str, int], Text] = field(default_factory=dict)

    @contextmanager
    def opened(self) -> Iterator[Reads]:
        yield self

    def totals(self) -> Totals:
        whens = [stored.counted.incident.when for stored in self.stored]
        days = [day for when in whens if when is not None for day in (when.earliest, when.latest) if day is not None]
        return Totals(
            reports=len(self.held),
            claims=sum(len(report.claims) for report in self.held.values()),
            incidents=len(self.stored),
            issues=len(self.trouble),
            copies=sum(report.copy_of is not None for report in self.held.values()),
            removed=0,
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def incidents(self, query: IncidentQuery) -> Page[StoredIncident]:
        self.asked.append(query)
        kept = [stored for stored in self.stored if _lets_through(query, stored)]
        kept.sort(key=lambda stored: (-_day(stored).toordinal(), stored.counted.incident.id))
        return _page(kept, query.limit, query.offset)

    def tolled(self, query: IncidentQuery) -> Page[CountedIncident]:
        found = self.incidents(query)
        return Page([stored.counted for stored in found.rows], found.total)

    def heard_by_event(self, query: IncidentQuery, most: int) -> HeardOf:
        return self._heard(query, most, by_event=True)

    def heard_by_outcome(self, query: IncidentQuery, most: int) -> HeardOf:
        return self._heard(query, most, by_event=False)

    def _heard(self, query: IncidentQuery, most: int, by_event: bool) -> HeardOf:
        stored = self.incidents(replace(query, limit=most)).rows
        told, outlets = Counter[tuple[str, str]](), set()
        for one in stored:
            for row in self._tellings(one):
                outlets |= {row["origin"]} if row["outlet"] else set()
                if row["outcome"] == SPEAKS or not by_event:
                    told[row["origin"], one.counted.incident.type.value if by_event else row["outcome"]] += 1
        return HeardOf([Heard(name, name in outlets, key, many) for (name, key), many in told.items()], len(stored))

    def _tellings(self, stored: StoredIncident) -> list[dict[str, Any]]:
        return list(telling_rows(stored.counted, self.bylines()))

    def meetings(
        self, query: IncidentQuery, origins: Collection[str], outcome: Outcome, most: int
    ) -> Sequence[Meeting]:
        names = sorted(origins)
        pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
        made = [self._meeting(PairQuery(query, one, other, outcome)) for one, other in pairs]
        return [one for one in made if one.both]

    def _meeting(self, query: PairQuery) -> Meeting:
        told = [(self._told(one, query.one, query), self._told(one, query.other, query)) for one in self.stored]
        both = [(mine, theirs) for mine, theirs in told if mine is not None and theirs is not None]
        compared = [(mine, theirs) for mine, theirs in both if mine and theirs]
        return Meeting(query.one, query.other, len(both), len(compared), sum(one == two for one, two in compared))

    def _told(self, stored: StoredIncident, name: str, query: PairQuery) -> tuple[Any, ...] | None:
        """Nothing where somebody does not tell of an incident; else the figure, empty where there is none."""
        if not _lets_through(query.incidents, stored):
            return None
        own = [row for row in self._tellings(stored) if row["origin"] == name]
        figure = next((row for row in own if row["outcome"] == query.outcome.value), None)
        return None if not own else () if figure is None else (figure["low"], figure["high"], figure["word"])

    def accords(self, query: PairQuery) -> Mapping[Accord, int]:
        told = Counter(self._accord(one, query) for one in self.stored)
        return {accord: told[accord] for accord in Accord}

    def _accord(self, stored: StoredIncident, query: PairQuery) -> Accord | None:
        one, other = (self._told(stored, name, query) for name in (query.one, query.other))
        if one is None or other is None:
            return None if one is other is None else Accord.OTHER if one is None else Accord.ONE
        if not one or not other:
            return Accord.OPEN
        if one == other:
            return Accord.SAME
        if (None, None) in (one[:2], other[:2]):
            return Accord.OPEN
        apart = any(low is not None and high is not None and low > high for low, high in
                    ((one[0], other[1]), (other[0], one[1])))  # fmt: skip
        return Accord.APART if apart and ABOUT not in (one[2], other[2]) else Accord.MEET

    def in_accord(self, query: PairQuery, accord: Accord, limit: int, offset: int = 0) -> Page[StoredIncident]:
        return _page([one for one in self.stored if self._accord(one, query) is accord], limit, offset)

    def is_outlet(self, origin: str) -> bool:
        rows = (row for one in self.stored for row in self._tellings(one))
        return any(row["origin"] == origin and row["outlet"] for row in rows)

    def version_text(self, report: str, number: int) -> Text | None:
        stored = self.report(report)
        return self.former.get((report, number), stored.text)

    def spots(self, query: IncidentQuery, limit: int) -> Page[Spot]:
        held: dict[object, list[Spot]] = {}
        for stored in self.stored:
            if _lets_through(query, stored):
                for spot in spots_of(stored.counted):
                    held.setdefault((spot.place.location, spot.place.precision), []).append(spot)
        return _page([_together(told) for told in held.values()], limit, 0)

    def off_map(self, query: IncidentQuery, limit: int) -> Page[StoredIncident]:
        kept = [one for one in self.stored if _lets_through(query, one) and not spots_of(one.counted)]
        return _page(kept, limit, 0)

    def found(self, query: IncidentQuery, most: int = 500, each: int = 8) -> Found:
        return Found(self.incidents(query), self._facets(query))

    def _facets(self, query: IncidentQuery) -> Facets:
        kept = [stored for stored in self.stored if _lets_through(query, stored)]
        named = [(role, shown) for stored in kept for (role, _), shown in names_of(stored.counted).items() if shown]
        told = Counter(named)
        months = Counter(f"{_day(stored):%Y-%m}" for stored in kept if _day(stored) > date.min)
        values = [
            Facet(role.value, shown, told[role, shown]) for role, shown in sorted(told, key=lambda one: -told[one])
        ]
        return Facets(values, sorted(months.items()), len(kept))

    def toll_extent(self, query: SumQuery) -> Extent:
        rows = self._tolls(query)
        periods = [row[query.period] for row in rows if not row["several"]]
        told = sorted(str(period) for period in periods if period is not None)
        several = sum(bool(row["several"]) for row in rows)
        first, last = (told[0], told[-1]) if told else (None, None)
        return Extent(first, last, len(rows), periods.count(None), several)

    def tolls_added(self, query: SumQuery) -> Added:
        sums = sorted(self.toll_sums(query), key=lambda one: (one.period, one.part or ""))
        return Added(self.toll_extent(query), sums)

    def toll_sums(self, query: SumQuery) -> Sequence[Sum]:
        held: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
        for row in self._tolls(query):
            period = row[query.period]
            inside = period is not None and (query.first or "") <= period <= (query.last or "9")
            if inside and not row["several"]:
                held.setdefault((period, None if query.stack is None else row[query.stack]), []).append(row)
        return [
            Sum(period, part, len(rows), _known(rows, "low"), _whole(rows, "best"), _whole(rows, "high"))
            for (period, part), rows in held.items()
        ]

    def _tolls(self, query: SumQuery) -> list[dict[str, Any]]:
        kept = [stored for stored in self.stored if _lets_through(query.incidents, stored)]
        rows = [row for stored in kept for row in toll_rows(stored.counted, self._under(stored))]
        return [row for row in rows if (row["policy"], row["outcome"]) == (query.policy, query.outcome.value)]

    def _under(self, stored: StoredIncident) -> Sequence[Toll]:
        policies = list(load_policies().values())
        others = tolls_under(stored.counted.incident, [one for one in policies if one.name != POLICY], self.bylines())
        return (*stored.counted.tolls, *others)

    def policies(self) -> Sequence[str]:
        return sorted(load_policies()) if self.stored else ()

    def totals_told(self, limit: int, offset: int = 0) -> Outside:
        return Outside(self.running[offset : offset + limit], self.bylines(), len(self.running))

    def told_apart(self, limit: int, offset: int = 0) -> Outside:
        return Outside(self.loose[offset : offset + limit], self.bylines(), len(self.loose))

    def incident(self, id: str) -> StoredIncident:
        for stored in self.stored:
            if id == stored.counted.incident.id or id in stored.counted.aliases:
                return stored
        raise NotFoundError(f"No incident has the id {id}.")

    def reports(self, words: str | None = None, limit: int | None = None, offset: int = 0) -> Page[ReportRow]:
        rows = [row(report) for report in self.held.values() if _has(report, words or "")]
        return _page(rows, limit, offset)

    def report(self, id: str) -> StoredReport:
        if id not in self.held:
            raise NotFoundError(f"No report has the id {id}.")
        return self.held[id]

    def texts(self, reports: Iterable[str]) -> Mapping[str, Text]:
        held = {id: self.held[id].text for id in reports if id in self.held}
        return {id: text for id, text in held.items() if text is not None}

    def addresses(self, reports: Collection[str]) -> Mapping[str, str | None]:
        return {id: self.held[id].report.address for id in reports if id in self.held}

    def issues(self, limit: int | None = None, offset: int = 0) -> Page[Issue]:
        return _page(self.trouble, limit, offset)

    def judgements(self) -> Sequence[Judgement]:
        return self.said

    def changes_of(self, subjects: Collection[str]) -> Sequence[Change]:
        return ()

    def steps_of(self, judgement: str) -> Sequence[Change]:
        return ()

    def bylines(self) -> Mapping[str, Byline]:
        return {
            id: Byline(id, held.report.outlet, held.report.title, held.report.published, held.copy_of)
            for id, held in self.held.items()
        }


def _known(rows: Sequence[Mapping[str, Any]], bound: str) -> int | None:
    told = [row[bound] for row in rows if row[bound] is not None]
    return sum(told) if told else None


def _whole(rows: Sequence[Mapping[str, Any]], bound: str) -> int | None:
    return None if any(row[bound] is None for row in rows) else _known(rows, bound)


def _together(told: Sequence[Spot]) -> Spot:
    lows = [spot.low for spot in told if spot.low is not None]
    highs = [spot.high for spot in told if spot.high is not None]
    most = sum(highs) if highs and len(highs) == len(lows) else None
    one = min(spot.one for spot in told)
    return Spot(told[0].place, len(told), one, sum(lows) if lows else None, most)


def row(held: StoredReport) -> ReportRow:
    """A report as lists have it."""
    told = held.report
    day = None if told.published is None else told.published.day
    return ReportRow(told.id, told.title, told.outlet, day, len(held.claims), len(held.issues), held.copy_of)


def _page(rows: Sequence[Row], limit: int | None, offset: int) -> Page[Row]:
    return Page(rows[offset:] if limit is None else rows[offset : offset + limit], len(rows))


def _day(stored: StoredIncident) -> date:
    when = stored.counted.incident.when
    return date.min if when is None or when.earliest is None else when.earliest


def _has(report: StoredReport, words: str) -> bool:
    text = f"{report.report.title} {'' if report.text is None else report.text.content}".casefold()
    return all(word in text for word in words.casefold().split())


def _lets_through(query: IncidentQuery, stored: StoredIncident) -> bool:
    incident = stored.counted.incident
    names = {name for claim in incident.claims for name in claim.by}
    places = {name for place in incident.where for name in (place.name, place.admin1, place.country) if name}
    places |= {p.location.admin1 for p in incident.where if p.location is not None and p.location.admin1}
    sources = {source.name for claim in incident.claims for chain in claim.chains for source in chain}
    quotes = " ".join(claim.words for claim in incident.claims).casefold()
    killed = stored.counted.toll(Outcome.KILLED)
    when = incident.when
    held, anywhere = names_of(stored.counted), " ".join(searched(stored.counted, ()).values())
    checks = (
        query.place is None or query.place.casefold() in {name.casefold() for name in places},
        query.by is None or query.by.casefold() in {name.casefold() for name in names},
        query.source is None or query.source.casefold() in {name.casefold() for name in sources},
        query.type is None or query.type is incident.type,
        query.words is None or all(word in quotes for word in query.words.casefold().split()),
        query.anywhere is None or all(word in anywhere for word in query.anywhere.casefold().split()),
        query.weapon is None or (Role.WEAPON, fold(query.weapon)) in held,
        query.outcome is None or (Role.OUTCOME, fold(query.outcome.value)) in held,
        query.min_killed is None or (killed is not None and (killed.max or killed.min or 0) >= query.min_killed),
        query.first is None or (when is not None and (when.latest or date.max) >= query.first),
        query.last is None or (when is not None and (when.earliest or date.min) <= query.last),
    )
    return all(checks)

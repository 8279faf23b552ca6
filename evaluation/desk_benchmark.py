"""How long the server takes for each page of the desk, over a made record.

    python evaluation/desk_benchmark.py [--incidents N] [--claims N] [--record PATH] [--rounds N]

Makes a record of an invented war straight through the tables (100,000 incidents and 1,000,000 claims unless told; kept
and used again where --record names it), asks for every page some times in this process, and prints the median and the
95th percentile of the server's time, in milliseconds, and the median of the processor's time, which others' work on the
machine disturbs less. A page slower than 100 ms at the median is marked.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, insert
from starlette.testclient import TestClient

from recount.model import (
    Byline,
    Claim,
    Count,
    CountedIncident,
    DayFrom,
    Days,
    Decision,
    Event,
    Figure,
    Incident,
    Issue,
    IssueKind,
    Judgement,
    Location,
    Outcome,
    Place,
    Precision,
    Published,
    Reason,
    Report,
    Scope,
    Source,
    SourceKind,
    Span,
    Standing,
    Subject,
    Text,
    Toll,
    When,
    Zone,
    ZoneKind,
)
from recount.run.linking import LINKED, VERSION, further_tolls
from recount.store import Record, schema
from recount.store.codec import encode, encode_report, hash_of
from recount.store.doubting import settle_neighbours
from recount.store.keeping import Stage
from recount.store.opening import open_engine, writing
from recount.store.putting import put_counted
from recount.web import create_app

LIMIT_MS = 100
AT_ONCE = 1000
PLACES, ACTORS, SOURCES = 2000, 40, 120
FIRST = date(2021, 1, 1)
DAYS = 3650
WEAPONS = ("barrel bomb", "mortar", "drone", "car bomb", "cluster bomb", None)
EVENTS = (Event.AIR_STRIKE, Event.SHELLING, Event.BOMBING, Event.ARMED_CLASH, Event.ATTACK, Event.ABDUCTION)
WORDS = ("market", "school", "bridge", "convoy", "hospital", "mill", "square", "checkpoint", "field", "bakery")
NOWHERE = Span(0, 1)


def made_up(seed: random.Random, amount: int, stem: str) -> list[str]:
    """Invented names, no two of them alike."""
    parts = ("bel", "dor", "esk", "gra", "hal", "ilm", "kar", "lun", "mor", "nar", "osk", "pel", "quo", "ras", "sel")
    return [
        f"{''.join(seed.choice(parts) for _ in range(3)).capitalize()} {stem}{number}".strip()
        for number in range(amount)
    ]


def places(seed: random.Random) -> list[Place]:
    """Towns, surroundings and districts of one invented country."""
    kinds = (Precision.TOWN, Precision.TOWN, Precision.TOWN, Precision.NEAR, Precision.ADMIN2)
    found = []
    for name in made_up(seed, PLACES, ""):
        lat, lon = 40 + seed.random() * 4, 20 + seed.random() * 5
        province, district = f"Province {seed.randrange(14)}", f"District {seed.randrange(60)}"
        at = Location(name, lat, lon, Precision.TOWN, "Veldania", province, district)
        found.append(Place(name, NOWHERE, seed.choice(kinds), at))
    return found


class War:
    """The invented war that the record tells of; the same seed makes the same record."""

    def __init__(self, incidents: int, claims: int) -> None:
        self.seed = random.Random(2031)
        self.incidents, self.a_piece = incidents, max(1, claims // incidents)
        self.places, self.actors = places(self.seed), made_up(self.seed, ACTORS, "Brigade ")
        self.sources = [Source(name, SourceKind.BODY, NOWHERE) for name in made_up(self.seed, SOURCES, "Monitor ")]

    def told(self) -> Iterator[tuple[CountedIncident, list[Report]]]:
        """Incidents, each with the reports of its own that tell of it, a claim a report."""
        for number in range(self.incidents):
            yield self.incident(number)

    def incident(self, number: int) -> tuple[CountedIncident, list[Report]]:
        """One incident with its reports."""
        seed, day = self.seed, FIRST + timedelta(days=self.seed.randrange(DAYS))
        last = day + timedelta(days=seed.choice((0, 0, 0, 0, 6)))
        place, event, weapon = seed.choice(self.places), seed.choice(EVENTS), seed.choice(WEAPONS)
        by = (seed.choice(self.actors),) if seed.random() < 0.7 else ()
        low = int(seed.paretovariate(1.2))
        ids = [f"r{number:06}-{turn:02}" for turn in range(self.a_piece)]
        claims = tuple(self.claim(id, event, day, last, place, by, weapon, low + seed.randrange(3)) for id in ids)
        figures = tuple(
            Figure(
                one.chains[0][0].name, Outcome.KILLED, "civilian", one.counts[0].low, None, False, None, one.id, False
            )
            for one in claims
        )
        least, most = min(one.low or 0 for one in figures), max(one.low or 0 for one in figures)
        toll = Toll(Outcome.KILLED, least, None, most if seed.random() < 0.6 else None, "range", figures)
        origins = tuple(dict.fromkeys(figure.origin for figure in figures))
        when = When.within(Days(day, last))
        alike = seed.random()
        reasons = (Reason(claims[0].id, claims[-1].id, 0.7 + 0.3 * alike, ("told of one place", "told of one day")),)
        made = Incident(
            claims[0].id, claims, event, when, (place,), origins=origins, reasons=reasons, could_be=self.beside(number)
        )
        told = [self.report(claim, day + timedelta(days=1)) for claim in claims]
        return CountedIncident(made, (toll,)), told

    def beside(self, number: int) -> tuple[str, ...]:
        """What an incident could be: of ten, two name each other, and one names one that does not name it."""
        other = {3: number - 1, 2: number + 1, 7: number - 1}.get(number % 10)
        return () if other is None or other >= self.incidents else (f"r{other:06}-00@9",)

    def issues(self) -> Iterator[Issue]:
        """Issues of reading, one for every fifth incident, and of a judgement, one for every thousandth."""
        for number in range(0, self.incidents, 5):
            kind = IssueKind.JUDGEMENT if number % 1000 == 0 else IssueKind.DAY
            yield Issue(kind, f"r{number:06}-01@9", f"What was told of {number} could not be decided.")

    def judgements(self) -> Iterator[Judgement]:
        """Claims that somebody confirmed, one for every two hundred incidents."""
        at = datetime(2031, 1, 2, tzinfo=UTC)
        for number in range(0, self.incidents, 200):
            claim = f"r{number:06}-00@9"
            subject = Subject(claim, claim.partition("@")[0], "", "At least", 0)
            yield Judgement(f"j{number:06}", Decision.CONFIRM, (subject,), "It stands there.", "Orla", at)

    def claim(
        self,
        id: str,
        event: Event,
        day: date,
        last: date,
        place: Place,
        by: tuple[str, ...],
        weapon: str | None,
        low: int,
    ) -> Claim:
        """One claim, whose words are all of its report."""
        source = self.seed.choice(self.sources)
        things = self.seed.sample(WORDS, 2)
        near = f"near the {things[0]} and the {things[1]} of {place.name}"
        words = f"At least {low} people were killed {near}, {source.name} said"
        count = Count(Outcome.KILLED, Span(9, 10), Standing.CIVILIAN, low=low)
        return Claim(
            id, Span(9, 10), Span(0, len(words)), words, event, when=When.within(Days(day, last)),
            where=(place,), by=by, weapon=weapon, counts=(count,), chains=((source,),),
        )  # fmt: skip

    def report(self, claim: Claim, day: date) -> Report:
        """The report of one claim."""
        title = f"News of {claim.where[0].name}"
        return Report(claim.report, claim.words.encode(), title=title, outlet=self.seed.choice(self.sources).name,
                      published=Published(day, DayFrom.TOLD))  # fmt: skip

    def running(self) -> Iterator[Claim]:
        """Running totals, one for every two hundred incidents."""
        for number in range(0, self.incidents, 200):
            id = f"r{number:06}-00"
            source, day = self.seed.choice(self.sources[:8]), FIRST + timedelta(days=number % DAYS)
            count = Count(Outcome.KILLED, NOWHERE, Standing.CIVILIAN, low=1000 + number)
            yield Claim(id, Span(3, 4), NOWHERE, "A", Event.VIOLENCE, Scope.PERIOD, when=When.through(FIRST, day),
                        within="Veldania", counts=(count,), chains=((source,),))  # fmt: skip


def make(path: Path, incidents: int, claims: int) -> None:
    """Makes the record, some incidents a transaction."""
    war = War(incidents, claims)
    engine = open_engine(path)
    lot: list[tuple[CountedIncident, list[Report]]] = []
    for one in war.told():
        lot.append(one)
        if len(lot) == AT_ONCE:
            _write(engine, lot)
            lot = []
    if lot:
        _write(engine, lot)
    with writing(engine) as connection:
        rows = [
            {"kind": "total", "report": one.report, "place": one.anchor.start, "content": encode(one)}
            for one in war.running()
        ]
        connection.execute(insert(schema.loose), rows)
        _write_rest(connection, war)
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def _write(engine: Engine, lot: Sequence[tuple[CountedIncident, list[Report]]]) -> None:
    counted = [one for one, _ in lot]
    with writing(engine) as connection:
        claims = {claim.report: claim for one in counted for claim in one.incident.claims}
        reports = [report for _, reports in lot for report in reports]
        _write_reports(connection, reports, claims)
        put_counted(
            connection,
            counted,
            further_tolls({one.id: Byline(one.id, one.outlet, one.title, one.published) for one in reports}),
        )


def _write_rest(connection: Connection, war: War) -> None:
    """What stands beside incidents; and that all is put together, which is so."""
    settle_neighbours(connection)
    issues = [
        {"stage": Stage.LINK, "about": issue.subject, "version": 0, "kind": issue.kind, "subject": issue.subject,
         "reason": issue.reason, "fatal": issue.fatal}
        for issue in war.issues()
    ]  # fmt: skip
    connection.execute(insert(schema.issues), issues)
    said = [{"id": one.id, "at": one.at.isoformat(), "content": encode(one)} for one in war.judgements()]
    connection.execute(insert(schema.judgements), said)
    connection.execute(insert(schema.settings).values(name=LINKED, value=f"0 {VERSION}"))


def _write_reports(connection: Connection, reports: Sequence[Report], claims: dict[str, Claim]) -> None:
    heads, versions, wordings, told = [], [], [], []
    for report in reports:
        digest, words = hash_of(report.raw), report.raw.decode()
        published = report.published
        heads.append({
            "id": report.id, "version": 1, "bytes_hash": digest, "title": report.title, "outlet": report.outlet,
            "published": None if published is None else published.day, "published_known": "told", "claims": 1,
            "content": encode_report(report),
        })  # fmt: skip
        text = Text(words, digest, "1", (Zone(ZoneKind.BODY, Span(0, len(words))),))
        versions.append({
            "report": report.id, "number": 1, "bytes_hash": digest, "text_hash": digest, "added": "2031-01-01T00:00:00",
            "given": encode_report(report), "text": encode(text), "raw": report.raw,
        })  # fmt: skip
        wordings.append({"report": report.id, "words": f"{report.title}\n{words}".casefold()})
        claim = claims[report.id]
        told.append({"report": report.id, "place": claim.anchor.start, "content": encode(claim)})
    connection.execute(insert(schema.reports), heads)
    connection.execute(insert(schema.versions), versions)
    connection.execute(insert(schema.wordings), wordings)
    connection.execute(insert(schema.claims), told)


def addresses(path: Path) -> list[str]:
    """Every page of the desk, with views that read much and views that read little."""
    with Record.open(path) as record:
        first = record.incident("r000000-00@9").counted.incident
    name, by = quote(first.where[0].name), quote((first.claims[0].by or ("nobody",))[0])
    source = quote(first.origins[0])
    return [
        "/", "/?page=900", f"/?place={name}", "/?place=Veldania", f"/?by={by}", "/?min_killed=50", "/?words=market",
        "/?from=2024-01-01&to=2024-03-31", "/?type=shelling&outcome=killed", "/?weapon=drone", f"/?source={source}",
        "/?place=Veldania&words=market&type=shelling&min_killed=3",
        f"/incident/{quote(first.id)}", f"/incident/{quote(first.id)}/dossier", f"/dossier?place={name}",
        f"/report/{first.claims[0].report}", "/reports", "/reports?words=bakery+mill", "/reports?page=500",
        "/map", f"/map?by={by}", "/api/places", f"/api/places?by={by}", "/api/outlines",
        "/map?from=2024-01-01&to=2024-12-31",
        "/timeline", "/timeline?per=month&stack=actor", "/timeline?per=day&stack=weapon",
        "/timeline?stack=people&place=Veldania",
        f"/timeline?by={by}", "/timeline?policy=acled&stack=actor", "/timeline?from=2024-01-01&to=2024-12-31",
        "/search", "/search?q=market", f"/search?q=bakery+{name}", f"/search?q=hospital&by={by}",
        "/search?q=zeppelin", "/search?q=market&place=Veldania", "/totals", "/issues", "/issues?page=200",
        "/review", "/review?kind=weak&at=5000", "/review?kind=could_be", "/review?kind=merge", "/review?kind=issue",
        "/api/incidents", "/api/incidents?place=Veldania&page=40", f"/api/incidents/{quote(first.id)}",
        "/api/reports", "/api/reports?words=bakery", f"/api/reports/{first.claims[0].report}",
        "/api/totals", "/api/issues", "/api/openapi.json",
        "/sources", "/sources?across=outcome", "/sources?place=Veldania", "/sources?from=2024-01-01&to=2024-03-31",
        "/policies", "/policies?per=place&other=acled", f"/policies?by={by}",
        f"/report/{first.claims[0].report}/versions",
    ]  # fmt: skip


def main() -> int:
    """Makes the record where there is none, and prints one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = told.record or Path(folder) / "made.sqlite"
        if not path.is_file():
            begun = time.perf_counter()
            make(path, told.incidents, told.claims)
            print(
                f"made {told.incidents:,} incidents and {told.claims:,} claims in {time.perf_counter() - begun:.0f} s"
            )
        print(f"{path.stat().st_size / 1e6:,.0f} MB\n{'median':>7} {'p95':>7} {'cpu':>7} {'kB':>6}  page")
        slow = sum(_measure(path, address, told.rounds) > LIMIT_MS for address in addresses(path))
    print(f"{slow} pages above {LIMIT_MS} ms")
    return 0


def _measure(path: Path, address: str, rounds: int) -> float:
    client = TestClient(create_app(path), base_url="http://127.0.0.1")
    client.get("/issues")
    times, worked, size = [], [], 0
    for _ in range(rounds):
        begun, at_work = time.perf_counter(), time.process_time()
        answer = client.get(address)
        times.append((time.perf_counter() - begun) * 1000)
        worked.append((time.process_time() - at_work) * 1000)
        size = len(answer.content)
        assert answer.status_code == 200, (address, answer.status_code)
    median = statistics.median(times)
    p95 = sorted(times)[max(0, -(-95 * len(times) // 100) - 1)]
    mark = "  SLOW" if median > LIMIT_MS else ""
    cpu = statistics.median(worked)
    print(f"{median:7.1f} {p95:7.1f} {cpu:7.1f} {size / 1000:6.0f}  {address}{mark}", flush=True)
    return median


if __name__ == "__main__":
    raise SystemExit(main())

"""How long it takes to put claims together, and how that grows with their number.

    .venv/bin/python evaluation/link_benchmark.py [--claims N,N] [--runs N] [--years N] [--add N]

Makes the claims of an invented war, the same ones each time: towns of several sizes with quarters, districts and
provinces, a dozen or so events a day, most told once or twice and some by many, in copies, with other figures, without
a town or without a day, denied, or as running totals. The war goes on for as long as there are claims to tell of it;
with `--years` it always lasts so long, and more claims mean that more happens on each day. Each size is linked in a
process of its own, so that its peak of memory is its own. Times are medians over the runs; `cpu` is that of the
processor, which others' work on the machine disturbs less than the clock.

With `--add` a record of each size is made in a folder for the time being, all its claims are put together, and then so
many reports are added one by one; it tells how long each takes from keeping what was read to the incidents.
"""

import argparse
import gc
import math
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sqlalchemy import create_engine, insert, text

from recount.link import link
from recount.link.blocking import pairs
from recount.link.features import Features
from recount.model import (
    Assertion,
    Byline,
    Chain,
    Claim,
    Count,
    Days,
    Event,
    Location,
    Outcome,
    Place,
    Precision,
    Reading,
    Report,
    Scope,
    Source,
    SourceKind,
    Span,
    When,
)
from recount.run import relink
from recount.store import Record
from recount.store.codec import encode, encode_report
from recount.store.codec import hash_of as digest_of
from recount.store.schema import claims as claims_table
from recount.store.schema import reports as reports_table
from recount.store.schema import versions as versions_table

Item = TypeVar("Item")

SIZES = (10_000, 25_000, 50_000, 100_000)
BEGINNING = date(2031, 1, 1)
# About what a country at war is told of: with 2.4 claims an event, 100,000 claims are eight years.
_EVENTS_A_DAY = 14
_AT_ONCE = 1000
_PROVINCES, _DISTRICTS, _TOWNS = 12, 7, 24
_COLUMNS = ("claims", "incidents", "pairs", "cpu s", "wall s", "factor", "peak MiB")
_EVENTS = {
    Event.SHELLING: 32,
    Event.AIR_STRIKE: 30,
    Event.ARMED_CLASH: 14,
    Event.BOMBING: 8,
    Event.ATTACK: 5,
    Event.SUICIDE_BOMBING: 3,
    Event.ABDUCTION: 3,
    Event.CHEMICAL_ATTACK: 1,
    Event.VIOLENCE: 4,
}
_TOLD = {1: 40, 2: 25, 3: 15, 4: 8, 6: 5, 8: 3, 12: 2, 20: 1}
_TARGETS = ("hospital", "market", "school", "house", "convoy", "checkpoint", "camp", "mosque", "bakery", "road")
_WEAPONS = ("barrel bomb", "rocket", "mortar", "car bomb", "cluster munition", "artillery")
_BODIES = ("Veldanian Rights Monitor", "Blue Lamps", "Saravel Council", "Ministry of the Interior", "Lantern Relief")
_OUTLETS = ("Norvane Press", "Tarsk Herald", "Morning Ledger", "Harbour Wire", "Upland Courier", "The Signal")
_SIDES = ("government", "northern front", "river brigades", "foreign air force", "hill militia")
_SYLLABLES = ("ta", "ros", "vel", "qui", "mar", "den", "lo", "esh", "kar", "bin", "ul", "san", "or", "mi", "gra", "fen")
_OPENINGS = (
    "Residents and a local council said",
    "According to rescuers who reached the neighbourhood,",
    "Late in the evening it became known that",
    "Doctors in a field clinic told reporters that",
    "A statement published online said",
    "Witnesses reached by telephone described how",
)
_ENDINGS = (
    "while families were at home",
    "shortly before dawn prayers",
    "after hours of heavy fighting nearby",
    "and several buildings were destroyed",
    "as the offensive entered another month",
    "despite a truce that both sides had announced",
)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, as the generator knows it."""

    at: Location
    day: date
    event: Event
    killed: int
    side: str
    target: str | None
    weapon: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one size took."""

    claims: int
    incidents: int
    pairs: int
    cpu: float
    wall: float
    peak: float


class War:
    """An invented war, from one seed."""

    def __init__(self, claims: int, years: float | None = None, seed: int = 2031) -> None:
        self._random = random.Random(seed)
        self._reports = count()
        events = claims / 2.4
        self._days = math.ceil(events / _EVENTS_A_DAY) if years is None else round(years * 365)
        self._claims = claims

    @cached_property
    def _places(self) -> list[Location]:
        """Towns, with the quarters and sites of each province's largest."""
        return [place for number in range(_PROVINCES) for place in self._province(number)]

    @cached_property
    def _weights(self) -> list[float]:
        """A few places are told of again and again, most hardly ever."""
        return [1 / (1 + self._random.random() * 40) for _ in self._places]

    def _province(self, number: int) -> Iterator[Location]:
        west, south = 30 + number % 4 * 1.4, 10 + number // 4 * 1.1
        province = self._name()
        for district in range(_DISTRICTS):
            name = self._name()
            for town in range(_TOWNS):
                lon, lat = west + self._random.random() * 1.3, south + self._random.random()
                at = Location(self._name(), lat, lon, Precision.TOWN, "Veldania", province, name)
                yield at
                if town == 0:
                    yield from (self._part_of(at, part) for part in range(4 if district else 12))

    def _part_of(self, town: Location, number: int) -> Location:
        near = [where + self._random.uniform(-0.03, 0.03) for where in (town.lat, town.lon)]
        precision = Precision.SITE if number % 4 == 3 else Precision.QUARTER
        return replace(town, name=f"{self._name()} {precision.value}", lat=near[0], lon=near[1], precision=precision)

    def _name(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.choice((2, 3, 3, 4)))).capitalize()

    def claims(self) -> list[Claim]:
        """As many claims as asked for, in no order."""
        made = list(islice(self._told(), self._claims))
        self._random.shuffle(made)
        return made

    def _told(self) -> Iterator[Claim]:
        while True:
            happening = self._happening()
            words = self._words(happening)
            source = self._random.choice(_BODIES)
            for _ in range(self._pick(_TOLD)):
                yield from self._report(happening, words, source)
                if self._random.random() < 0.4:
                    words, source = self._words(happening), self._random.choice(_BODIES)

    def _happening(self) -> Happening:
        chance = self._random
        at = chance.choices(self._places, self._weights)[0]
        day = BEGINNING + timedelta(days=chance.randrange(self._days))
        killed = min(int(chance.paretovariate(1.1)), 900) if chance.random() < 0.8 else 0
        target = chance.choice(_TARGETS) if chance.random() < 0.4 else None
        weapon = chance.choice(_WEAPONS) if chance.random() < 0.25 else None
        return Happening(at, day, self._pick(_EVENTS), killed, chance.choice(_SIDES), target, weapon)

    def _words(self, told: Happening) -> str:
        chance = self._random
        killed = f"killed {told.killed} people in" if told.killed else "hit"
        target = f" {told.target}" if told.target else ""
        opening, ending = chance.choice(_OPENINGS), chance.choice(_ENDINGS)
        return f"{opening} a {told.event.value.replace('_', ' ')} {killed} {told.at.name}{target} {ending}"

    def _report(self, told: Happening, words: str, source: str) -> Iterator[Claim]:
        """What one report tells of it: as it was, with another figure, more vaguely, denied; and a total at its end."""
        chance = self._random
        name = f"report-{next(self._reports):06}"
        one = self._claim(name, told, words, source)
        kind = chance.random()
        if kind < 0.02:
            one = replace(one, assertion=Assertion.DENIED, counts=())
        elif kind < 0.12:
            one = self._vaguer(one, told)
        yield one
        if chance.random() < 0.05:
            first, last = When.through(BEGINNING, told.day), replace(one, anchor=Span(900, 901), quote=Span(890, 940))
            yield replace(last, scope=Scope.PERIOD, when=first, counts=_killed(told.killed * 50 + 400))

    def _claim(self, name: str, told: Happening, words: str, source: str) -> Claim:
        chance = self._random
        start = chance.randrange(800)
        killed = told.killed if chance.random() < 0.7 else round(told.killed * chance.uniform(0.8, 1.6))
        return Claim(
            report=name,
            anchor=Span(start, start + 2),
            quote=Span(start, start + len(words)),
            words=words,
            event=told.event if chance.random() < 0.9 else Event.ATTACK,
            when=When.within(self._days_told(told.day)),
            where=(_place(told.at),),
            by=(told.side,) if chance.random() < 0.5 else (),
            target=(told.target,) if told.target is not None and chance.random() < 0.7 else (),
            weapon=told.weapon,
            counts=_killed(killed) if told.killed and chance.random() < 0.8 else (),
            chains=(_chain(source),) if chance.random() < 0.6 else (),
        )

    def _days_told(self, day: date) -> Days:
        kind = self._random.random()
        if kind < 0.85:
            return Days.on(day)
        first = day - timedelta(days=self._random.randrange(7))
        return Days(first, first + timedelta(days=6)) if kind < 0.97 else Days(day.replace(day=1), day)

    def _vaguer(self, claim: Claim, told: Happening) -> Claim:
        """Without a town, without a day, or without either."""
        at = told.at
        area = Location(str(at.admin1), 10.0, 30.0, Precision.ADMIN1, at.country)
        district = Location(str(at.admin2), at.lat, at.lon, Precision.ADMIN2, at.country, at.admin1)
        ways = (
            replace(claim, where=(_place(area),)),
            replace(claim, where=(_place(district),)),
            replace(claim, when=None),
            replace(claim, when=When.within(Days(None, told.day))),
            replace(claim, where=(), when=claim.when),
            replace(claim, where=(Place(at.name, Span(0, len(at.name))),)),
        )
        return self._random.choice(ways)

    def _pick(self, weighted: dict[Item, int]) -> Item:
        return self._random.choices(list(weighted), list(weighted.values()))[0]


def _place(at: Location) -> Place:
    return Place(at.name, Span(0, len(at.name)), at.precision, at, (), at.country, at.admin1)


def _killed(number: int) -> tuple[Count, ...]:
    return (Count(Outcome.KILLED, Span(0, 2), low=number, high=number),)


def _chain(source: str) -> Chain:
    return (Source(source, SourceKind.BODY, Span(0, len(source))),)


def bylines(claims: Sequence[Claim]) -> dict[str, Byline]:
    """Each report with one of a few outlets."""
    return {one.report: Byline(one.report, _OUTLETS[hash_of(one.report) % len(_OUTLETS)]) for one in claims}


def hash_of(name: str) -> int:
    """A number of a name that is the same in every process."""
    return sum(name.encode())


def measure(claims: int, runs: int, years: int | None) -> Told:
    """Make claims and link them as often as told."""
    made = War(claims, years).claims()
    named = bylines(made)
    cpu, wall, incidents = [], [], 0
    for _ in range(runs):
        gc.collect()
        clock, processor = time.perf_counter(), time.process_time()
        incidents = len(link(made, named).incidents)
        cpu.append(time.process_time() - processor)
        wall.append(time.perf_counter() - clock)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Told(claims, incidents, compared(made), statistics.median(cpu), statistics.median(wall), peak)


def compared(claims: Sequence[Claim]) -> int:
    """How many pairs of claims of episodes share a key."""
    episodes = [Features(one, Byline(one.report)) for one in claims if one.scope is Scope.INCIDENT]
    return sum(1 for _ in pairs(episodes))


@dataclass(frozen=True, slots=True)
class Added:
    """What it took to put a record together, and then to add some reports, in seconds: by the clock."""

    claims: int
    all_anew: float
    each: Sequence[float]

    def told(self) -> str:
        """On one line: the median and the 95th of 100."""
        late = sorted(self.each)[math.ceil(0.95 * len(self.each)) - 1]
        middle = statistics.median(self.each)
        return f"{self.claims:,} claims: all {self.all_anew:.1f} s; one report {middle:.2f} s, p95 {late:.2f} s"


def readings(claims: Iterable[Claim]) -> list[Reading]:
    """The claims as reports tell them."""
    held: dict[str, list[Claim]] = {}
    for one in claims:
        held.setdefault(one.report, []).append(one)
    named = bylines([told[0] for told in held.values()])
    return [
        Reading(Report(id, id.encode(), outlet=named[id].outlet), None, tuple(told), ()) for id, told in held.items()
    ]


def measure_adding(claims: int, reports: int, years: float | None) -> Added:
    """Make a record, put it together, and add reports to it one by one."""
    told = readings(War(claims + 2 * reports, years).claims())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite"
        Record.open(path).close()
        fill(path, told[:-reports])
        with Record.open(path) as record:
            all_anew = _seconds(lambda: relink(record))
            each = [_seconds(partial(_add, record, reading)) for reading in told[-reports:]]
    return Added(claims, all_anew, each)


def _add(record: Record, reading: Reading) -> None:
    record.keep(reading)
    relink(record)


def _seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def fill(path: Path, told: Sequence[Reading]) -> None:
    """Write what keeping each report would, many at a time."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for first in range(0, len(told), _AT_ONCE):
            some = told[first : first + _AT_ONCE]
            connection.execute(insert(reports_table), [_report_row(one.report, len(one.claims)) for one in some])
            connection.execute(insert(versions_table), [_version_row(one.report) for one in some])
            connection.execute(insert(claims_table), [_claim_row(claim) for one in some for claim in one.claims])
        connection.execute(text("INSERT INTO settings VALUES ('changes', '1')"))
    engine.dispose()


def _report_row(report: Report, claims: int) -> dict[str, object]:
    told = {"id": report.id, "version": 1, "bytes_hash": digest_of(report.raw), "title": None, "outlet": report.outlet}
    return told | {"published": None, "published_known": None, "claims": claims, "content": encode_report(report)}


def _version_row(report: Report) -> dict[str, object]:
    told = {"report": report.id, "number": 1, "bytes_hash": digest_of(report.raw), "text_hash": None, "text": None}
    return told | {"added": "", "given": encode_report(report), "raw": report.raw}


def _claim_row(claim: Claim) -> dict[str, object]:
    return {"report": claim.report, "place": claim.anchor.start, "content": encode(claim)}


def row(told: Told, before: Told | None) -> str:
    """A size on one line; the factor is that of processor time for each doubling since the line before."""
    cells = [f"{told.claims:,}", f"{told.incidents:,}", f"{told.pairs:,}", f"{told.cpu:.1f}", f"{told.wall:.1f}"]
    cells += ["-" if before is None else f"{_factor(told, before):.2f}", f"{told.peak:,.0f}"]
    return "  ".join(f"{cell:>10}" for cell in cells)


def _factor(told: Told, before: Told) -> float:
    return float((told.cpu / before.cpu) ** (math.log(2) / math.log(told.claims / before.claims)))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How long linking takes.")
    parser.add_argument("--claims", default=",".join(map(str, SIZES)), help="how many claims, parted by commas")
    parser.add_argument("--runs", type=int, default=5, help="how often each size is linked")
    parser.add_argument("--years", type=int, help="how long the war lasts; as long as there are claims unless told")
    parser.add_argument("--add", type=int, help="how many reports are added one by one to a record of each size")
    chosen = parser.parse_args()
    if chosen.add is not None:
        for size in map(int, chosen.claims.split(",")):
            print(measure_adding(size, chosen.add, chosen.years).told(), flush=True)
        return 0
    print("  ".join(f"{column:>10}" for column in _COLUMNS))
    before = None
    for size in map(int, chosen.claims.split(",")):
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            told = alone.submit(measure, size, chosen.runs, chosen.years).result()
        print(row(told, before), flush=True)
        before = told
    return 0


if __name__ == "__main__":
    sys.exit(main())

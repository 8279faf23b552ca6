"""How far merges can be trusted, over all real articles: pairs of claims drawn at random and judged by reading.

    .venv/bin/python evaluation/judged_links.py [--shared DIR] [--draw FILE] [--show FILE] [--judgements FILE]

--draw writes a sample of pairs from today's linking: claims of different reports that were put together (merges), and
claims that were kept apart though something spoke for them (near misses). --show prints both passages of each pair
of such a file with what surrounds them, and neither the score nor what became of the pair, so that a reader judges the
texts alone. Without either it prints the figures of the judgements, and what today's linking does with the same pairs.
No text of an article is written to a file. See evaluation/gold/README.md.
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from pathlib import Path

import measure
import msgspec

from recount.link import link
from recount.link.blocking import pairs
from recount.link.comparisons import compare
from recount.link.linking import features
from recount.link.weighing import threshold, total
from recount.model import Claim, Reading, Span

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "judged-links.jsonl"
FURTHER = HERE / "gold" / "judged-links-further.jsonl"
SEED = 20
SIZE = 100
_AROUND = 300
# Two-sided 95 % of the normal distribution.
_Z = 1.959964


class Drawn(StrEnum):
    """What linking had done with a pair when it was drawn."""

    MERGE = "merge"
    NEAR_MISS = "near_miss"
    # Drawn evenly over all points, whatever linking had done with it; also of two claims of one report.
    SPREAD = "spread"


class Verdict(StrEnum):
    """What a reader says of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNCLEAR = "unclear"


class Passage(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A claim, by its report and the place of its figure or event word in the report's text."""

    report: str
    start: int


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Two claims; once read, whether they tell of one event and, where linking erred, why.

    They are of different reports, unless spread. `incident` is the one that a merge was drawn from.
    """

    drawn: Drawn
    first: Passage
    second: Passage
    incident: str | None = None
    verdict: Verdict | None = None
    cause: str | None = None

    @property
    def wrong(self) -> bool:
        """Whether linking had put two events together, or kept one apart; of spread pairs it is not known."""
        return self.drawn is not Drawn.SPREAD and self.verdict is (
            Verdict.DIFFERENT if self.drawn is Drawn.MERGE else Verdict.SAME
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with the 95 % interval after Wilson, which holds for shares near 0 and 1 too."""

    part: int
    whole: int

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and the highest share that such a sample makes plausible; anything where nothing was seen."""
        if self.whole == 0:
            return (0.0, 1.0)
        share, n = self.part / self.whole, self.whole
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        return (max(0.0, middle - half), min(1.0, middle + half))

    def __str__(self) -> str:
        """As it is printed: the share, its interval, and the numbers behind it."""
        low, high = self.interval
        share = "-" if self.whole == 0 else f"{self.part / self.whole:.3f}"
        return f"{share} ({low:.3f} to {high:.3f}; {self.part} of {self.whole})"


@dataclass(frozen=True, slots=True)
class Today:
    """What the present reading and linking do: every claim, with the incident that it is in, if any, and its quote."""

    incident: Mapping[Passage, str | None]
    quotes: Mapping[Passage, Span] = field(default_factory=dict)

    def now(self, passage: Passage) -> Passage | None:
        """The claim itself; where better reading moved its place, the only one whose quote covers it; else none."""
        if passage in self.incident:
            return passage
        place = Span(passage.start, passage.start + 1)
        around = [p for p, quote in self.quotes.items() if p.report == passage.report and quote.covers(place)]
        return around[0] if len(around) == 1 else None

    def gone(self, pair: Pair) -> list[Passage]:
        """Those claims of a pair that can no longer be found."""
        return [passage for passage in (pair.first, pair.second) if self.now(passage) is None]

    def together(self, pair: Pair) -> bool:
        """Whether a pair is in one incident; a running total, and what is no longer found, is in none."""
        one, other = (None if now is None else self.incident[now] for now in map(self.now, (pair.first, pair.second)))
        return one is not None and one == other


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="How far what was put together can be trusted.")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="where the real reports are")
    parser.add_argument("--draw", type=Path, metavar="FILE", help="draw a sample and write it")
    parser.add_argument("--show", type=Path, metavar="FILE", help="print the passages of a file's pairs, to be judged")
    parser.add_argument("--judgements", type=Path, default=GOLD, help="pairs that were judged (default: %(default)s)")
    chosen = parser.parse_args()
    if not (chosen.shared / "corpus").is_dir():
        print(f"No real reports in {chosen.shared}: only the figures as judged are told.", file=sys.stderr)
        print("\n".join(as_judged(read_pairs(chosen.judgements))))
        return 0
    readings = measure.articles(chosen.shared)
    if chosen.draw is not None:
        write_pairs(chosen.draw, draw(readings, SIZE))
    elif chosen.show is not None:
        print("\n".join(shown(read_pairs(chosen.show), readings)))
    else:
        judged, present = read_pairs(chosen.judgements), today(readings)
        print("\n".join([*as_judged(judged), *as_linked(judged, present)]))
        if chosen.judgements == GOLD:
            print("\n".join(["further pairs", *as_linked(read_pairs(FURTHER), present)]))
    return 0


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file, one a line."""
    return [msgspec.json.decode(line, type=Pair) for line in path.read_bytes().splitlines()]


def write_pairs(path: Path, found: Iterable[Pair]) -> None:
    """Pairs to a file, one a line."""
    path.write_bytes(b"".join(msgspec.json.encode(pair) + b"\n" for pair in found))


def draw(readings: Sequence[Reading], size: int) -> list[Pair]:
    """So many merges and near misses, in an order that does not tell which is which."""
    chance = random.Random(SEED)
    present = today(readings)
    merged = [Pair(Drawn.MERGE, *two, present.incident[two[0]]) for two in _merged(present)]
    missed = [Pair(Drawn.NEAR_MISS, *two) for two in _missed(readings, present)]
    chosen = [pair for some in (merged, missed) for pair in chance.sample(some, min(size, len(some)))]
    return chance.sample(chosen, len(chosen))


def today(readings: Sequence[Reading]) -> Today:
    """Link everything, without judgements."""
    claims = _claims(readings)
    linked = link(claims, measure.bylines(readings))
    held = {_passage(claim): incident.id for incident in linked.incidents for claim in incident.claims}
    quotes = {_passage(claim): claim.quote for claim in claims}
    return Today({passage: held.get(passage) for passage in quotes}, quotes)


def _claims(readings: Sequence[Reading]) -> list[Claim]:
    return [claim for reading in readings for claim in reading.claims]


def _passage(claim: Claim) -> Passage:
    return Passage(claim.report, claim.anchor.start)


def _merged(present: Today) -> list[tuple[Passage, Passage]]:
    """Each two claims of different reports that are in one incident, in order."""
    groups: dict[str, list[Passage]] = {}
    for passage, incident in sorted(present.incident.items(), key=lambda one: one[0]):
        if incident is not None:
            groups.setdefault(incident, []).append(passage)
    return [two for _, group in sorted(groups.items()) for two in combinations(group, 2) if _two_reports(two)]


def _missed(readings: Sequence[Reading], present: Today) -> list[tuple[Passage, Passage]]:
    """Each two claims of different reports that are in two incidents though they have the points to be doubtful."""
    bylines = measure.bylines(readings)
    held = (claim for claim in _claims(readings) if present.incident[_passage(claim)] is not None)
    claims = sorted(held, key=lambda claim: claim.key)
    compared = [features(claim, bylines) for claim in claims]
    found = []
    for one, other in pairs(compared):
        two = (_passage(claims[one]), _passage(claims[other]))
        apart = present.incident[two[0]] != present.incident[two[1]]
        if apart and _two_reports(two) and total(compare(compared[one], compared[other])) >= threshold("doubtful"):
            found.append(two)
    return sorted(found)


def _two_reports(two: tuple[Passage, Passage]) -> bool:
    return two[0].report != two[1].report


def shown(sample: Iterable[Pair], readings: Iterable[Reading]) -> Iterator[str]:
    """Each pair's passages, for a reader who is to judge them."""
    held = {reading.report.id: reading for reading in readings}
    for number, pair in enumerate(sample, start=1):
        yield f"=== {number}"
        for passage in (pair.first, pair.second):
            yield _told(held[passage.report], passage.start)


def _told(reading: Reading, start: int) -> str:
    """A claim's quote between two marks in what surrounds it, with outlet and publication day."""
    report, text = reading.report, "" if reading.text is None else reading.text.content
    published = "day unknown" if report.published is None else report.published.day.strftime("%a %Y-%m-%d")
    head = f"--- {report.id}@{start} {report.outlet or 'outlet unknown'}, {published}"
    claim = next((claim for claim in reading.claims if claim.anchor.start == start), None)
    if claim is None:
        return f"{head}: no claim is read here any more"
    begin, end = claim.quote.start, claim.quote.end
    before, after = text[max(0, begin - _AROUND) : begin], text[end : end + _AROUND]
    return f"{head}\n{before}>>>{text[begin:end]}<<<{after}"


def as_judged(judged: Sequence[Pair]) -> Iterator[str]:
    """The figures of the sample as it was drawn, whatever linking does today; none of spread pairs."""
    merges = [pair for pair in judged if pair.drawn is Drawn.MERGE]
    missed = [pair for pair in judged if pair.drawn is Drawn.NEAR_MISS]
    if merges:
        yield f"merges that are one event: {_share(merges, Verdict.SAME)}"
        yield f"    outside the incident that gave most of them: {_share(_less_the_largest(merges), Verdict.SAME)}"
        yield from _causes(merges)
    if missed:
        yield f"near misses that are two events: {_share(missed, Verdict.DIFFERENT)}"
        yield from _causes(missed)


def _share(those: Iterable[Pair], sought: Verdict) -> str:
    """The share of a verdict among the pairs that were clear, and how many were not."""
    found = Counter(pair.verdict for pair in those)
    clear = Share(found[sought], found[Verdict.SAME] + found[Verdict.DIFFERENT])
    return f"{clear}, {found[Verdict.UNCLEAR]} unclear"


def _less_the_largest(merges: Sequence[Pair]) -> list[Pair]:
    """Merges without those of one incident: pairs grow with the square of an incident, and one can hide the others."""
    largest = max(Counter(pair.incident for pair in merges).items(), key=lambda one: one[1], default=(None, 0))[0]
    return [pair for pair in merges if pair.incident != largest]


def _causes(those: Iterable[Pair]) -> Iterator[str]:
    causes = Counter(pair.cause or "not told" for pair in those if pair.wrong)
    for cause, number in sorted(causes.items(), key=lambda one: (-one[1], one[0])):
        yield f"    {number:>3} {cause}"


def as_linked(judged: Sequence[Pair], present: Today) -> Iterator[str]:
    """What today's linking does with the judged pairs; those that can no longer be found are named, never dropped."""
    moved = {pair: gone for pair in judged if (gone := present.gone(pair))}
    for verdict in (Verdict.SAME, Verdict.DIFFERENT):
        those = [present.together(pair) for pair in judged if pair.verdict is verdict and pair not in moved]
        yield f"today, of pairs judged {verdict}, together: {sum(those)} of {len(those)}"
    yield f"today, pairs of which a claim is no longer found: {len(moved)}"
    for pair, gone in moved.items():
        yield f"    {pair.verdict}: {' and '.join(f'{passage.report}@{passage.start}' for passage in gone)}"


if __name__ == "__main__":
    sys.exit(main())

"""What is compared of a claim, worked out once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from recount.language.folding import fold, same_name
from recount.language.phrases import Phrases
from recount.language.tokens import tokens
from recount.model import Byline, Claim, Days, Outcome, Place, Precision

EXACT = frozenset({Precision.SITE, Precision.QUARTER, Precision.TOWN, Precision.NEAR, Precision.BETWEEN})
_LONG_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
# More days than this and a claim is vague about when; a week told is still one.
_A_WEEK = 8


@dataclass(frozen=True)
class Features:
    """A claim with what comparing needs of it.

    `byline` is the one on whose word it rests, `published` the day on which its own report came out.
    """

    claim: Claim
    byline: Byline
    published: date | None = None

    @cached_property
    def days(self) -> Days | None:
        """The possible days of the event, from the first to the last; none where neither is told."""
        when = self.claim.when
        if when is None or (when.earliest is None and when.latest is None):
            return None
        return Days(when.earliest, when.latest)

    @cached_property
    def width(self) -> int | None:
        """How many days are possible; none where one end is open."""
        days = self.days
        if days is None or days.earliest is None or days.latest is None:
            return None
        return (days.latest - days.earliest).days + 1

    @property
    def open(self) -> bool:
        """Whether it leaves open when by more than a week, so that it matters when its report came out."""
        return self.width is None or self.width >= _A_WEEK

    @cached_property
    def about(self) -> Days | None:
        """The days that it tells of most likely: where it leaves them open, those next to its report's publication."""
        days = self.days
        if days is None:
            return None if self.published is None else Days.on(self.published)
        return Days(days.latest if days.earliest is None else days.earliest, days.latest or days.earliest)

    @cached_property
    def exact_places(self) -> tuple[Place, ...]:
        """The places told as a town or finer; a chief town's name may mean its province."""
        return tuple(place for place in self.claim.where if fineness(place) in EXACT and not names_province(place))

    @cached_property
    def vague(self) -> bool:
        """Whether it leaves open where, or when by more than a week: such a claim never joins two incidents."""
        return not self.exact_places or self.width is None or self.width > _A_WEEK

    @cached_property
    def words(self) -> frozenset[str]:
        """The longer words and the numbers of its quote."""
        return frozenset(word.casefold() for word in _LONG_WORD.findall(self.claim.words))

    @cached_property
    def another(self) -> bool:
        """Whether its words tell it from an event that its report told before: "a second strike", "elsewhere"."""
        return bool(_phrases("another").find(tokens(self.claim.words)))

    @cached_property
    def part(self) -> bool:
        """Whether its words tell its figure as a part of a larger one: "among the dead"."""
        return bool(_phrases("part").find(tokens(self.claim.words)))

    @cached_property
    def refers_back(self) -> bool:
        """Whether it tells an event without a figure that its report told before: "the strike", "that attack"."""
        before = tokens(self.claim.words[: self.claim.anchor.start - self.claim.quote.start])
        return not self.claim.counts and bool(before) and before[-1].lower in _words("definite")

    @cached_property
    def numbers(self) -> Mapping[Outcome, tuple[int | None, int | None]]:
        """Least and most for each outcome that has a figure, its wholes added up."""
        found: dict[Outcome, tuple[int | None, int | None]] = {}
        for count in self.claim.counts:
            if count.part_of is None and (count.low is not None or count.high is not None):
                low, high = found.get(count.outcome, (0, 0))
                found[count.outcome] = (_plus(low, count.low), _plus(high, count.high))
        return found

    def one_group(self, outcome: Outcome) -> bool:
        """Whether all that it counts with an outcome are told as children, as women or as men."""
        groups = [count.group for count in self.claim.counts if count.outcome is outcome and count.part_of is None]
        return bool(groups) and None not in groups

    @cached_property
    def named(self) -> frozenset[str]:
        """The folded names of its places."""
        return frozenset(fold(place.name) for place in self.claim.where)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Everyone who is told to say so."""
        return frozenset(fold(source.name) for chain in self.claim.chains for source in chain)


def other_weapons(one: Features, other: Features) -> bool:
    """Whether two kinds of event are told with weapons that have no word in common."""
    ours, theirs = (fold(features.claim.weapon or "").split() for features in (one, other))
    return one.claim.event is not other.claim.event and bool(ours and theirs) and not {*ours} & {*theirs}


def published(report: str, bylines: Mapping[str, Byline]) -> date | None:
    """The day on which a report came out, where it is known."""
    byline = bylines.get(report)
    return None if byline is None or byline.published is None else byline.published.day


def fineness(place: Place) -> Precision:
    """How exact a place is; one that nothing is known of was told as a town would be."""
    if place.precision is not None:
        return place.precision
    return Precision.TOWN if place.location is None else place.location.precision


def names_province(place: Place) -> bool:
    """Whether a town has the name of its province: reports that tell it alone often mean the province."""
    at = place.location
    if at is None or at.precision is not Precision.TOWN or at.admin1 is None:
        return False
    return same_name(at.name, at.admin1) or same_name(place.name, at.admin1)


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


@cache
def _phrases(name: str) -> Phrases[str]:
    return Phrases((phrase, phrase) for phrase in _words(name))


@cache
def _words(name: str) -> frozenset[str]:
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[name])

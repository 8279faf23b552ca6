"""Which passages were rightly put together as one incident."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from recount.model import UsageError
from recount.score.agreement import Hits, harmonic_mean
from recount.score.pairing import words
from recount.score.shapes import AnnotatedIncident, LinkedIncident, Mention

COVERED = 0.5
"""So much of the shorter quote must be shared for a claim to cover a passage. Fixed by the shared scorer."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall of the company that each passage is put in, averaged over passages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return harmonic_mean(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class LinkScores:
    """How well passages were put together. `found` is the share that some predicted incident covers."""

    mentions: int
    found: float
    pairs: Hits
    bcubed: BCubed


@dataclass(frozen=True, slots=True)
class _Candidate:
    words: frozenset[str]
    incident: int


Cluster = Mapping[Mention, Hashable]


def score_links(gold: Sequence[AnnotatedIncident], predicted: Sequence[LinkedIncident]) -> LinkScores:
    """How well predicted incidents put together the passages that people found to belong together.

    A passage belongs to the predicted incident that has, in the same report, the claim that shares most of its words;
    one that no claim covers stands alone.
    """
    by_report = _by_report(predicted)
    right = {mention: place for place, incident in enumerate(gold) for mention in incident.mentions}
    if not right:
        raise UsageError("There are no annotated passages to score against.")
    covering = {mention: _covering(mention, by_report.get(mention.id, [])) for mention in right}
    made = {mention: mention if incident is None else incident for mention, incident in covering.items()}
    covered = sum(incident is not None for incident in covering.values())
    return LinkScores(len(right), covered / len(right), _pairs(right, made), _bcubed(right, made))


def _by_report(predicted: Sequence[LinkedIncident]) -> dict[str, list[_Candidate]]:
    candidates: dict[str, list[_Candidate]] = {}
    for place, incident in enumerate(predicted):
        for claim in incident.claims:
            candidates.setdefault(claim.report, []).append(_Candidate(words(claim.quote), place))
    return candidates


def _covering(mention: Mention, candidates: Sequence[_Candidate]) -> int | None:
    """The incident with the claim that shares most of the passage's words; of equal ones the last."""
    told = words(mention.quote)
    ranked = []
    for candidate in candidates:
        both = len(told & candidate.words)
        ranked.append((both / (min(len(told), len(candidate.words)) or 1), both, candidate.incident))
    share, _, incident = max(ranked, default=(0.0, 0, -1))
    return incident if share >= COVERED else None


def _pairs(right: Cluster, made: Cluster) -> Hits:
    """Pairs of passages put together, of those that belong together and those that were put together."""
    both = Counter((right[mention], made[mention]) for mention in right)
    return Hits(_in_pairs(both), _in_pairs(Counter(right.values())), _in_pairs(Counter(made.values())))


def _in_pairs(sizes: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _bcubed(right: Cluster, made: Cluster) -> BCubed:
    both = Counter((right[mention], made[mention]) for mention in right)
    belong, together = Counter(right.values()), Counter(made.values())
    precision = sum(both[right[m], made[m]] / together[made[m]] for m in right)
    recall = sum(both[right[m], made[m]] / belong[right[m]] for m in right)
    return BCubed(precision / len(right), recall / len(right))

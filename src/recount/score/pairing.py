"""Which predicted claim tells the same fact as which annotated one."""

import re
from collections.abc import Sequence

from recount.score.names import shared
from recount.score.shapes import AnnotatedClaim

# The weights and bounds are those of the shared scorer, with which all figures agree. Shared words alone (at most .6)
# do not pair two claims: fields that were read must agree as well.
WORDS = 0.6
EVENT = 0.3
COUNTS = 0.4
PLACES = 0.2
NEITHER_TOLD = 0.1
PAIRED = 0.65
FEWEST_WORDS = 0.2


def pair(gold: Sequence[AnnotatedClaim], predicted: Sequence[AnnotatedClaim]) -> list[tuple[int, int]]:
    """Claims paired one to one, the surest pairs first. Of equally sure ones the later claims go first."""
    ranked = ((affinity(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(predicted))
    left_gold, left_predicted = set(range(len(gold))), set(range(len(predicted)))
    pairs = []
    for _, i, j in sorted((rank for rank in ranked if rank[0] >= PAIRED), reverse=True):
        if i in left_gold and j in left_predicted:
            left_gold.remove(i)
            left_predicted.remove(j)
            pairs.append((i, j))
    return pairs


def affinity(gold: AnnotatedClaim, predicted: AnnotatedClaim) -> float:
    """How surely two claims tell the same fact, from 0 to 1.5."""
    shared_words = _dice(words(gold.quote), words(predicted.quote))
    if shared_words < FEWEST_WORDS:
        return 0.0
    # Added up in this order, since sums of floats depend on it and pairs near the bound on them.
    affine = WORDS * shared_words + EVENT * (gold.event is predicted.event)
    affine += _agreement(COUNTS, bool(gold.figures & predicted.figures), not gold.figures and not predicted.figures)
    both = shared(gold.places, predicted.places) > 0
    return affine + _agreement(PLACES, both, not gold.places and not predicted.places)


def words(text: str) -> frozenset[str]:
    """The distinct words of a quote."""
    return frozenset(re.findall(r"\w+", text.lower()))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _agreement(weight: float, agree: bool, neither_told: bool) -> float:
    return weight if agree else NEITHER_TOLD * neither_told

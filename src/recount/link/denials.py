"""Which claim each denial speaks of."""

from collections.abc import Iterable, Mapping, Sequence

from recount.link.clustering import Pair
from recount.link.comparisons import OF_A_DENIAL, compare
from recount.link.features import Features
from recount.link.weighing import threshold, total
from recount.model import Claim


def attach(
    asserted: Sequence[Features], denied: Sequence[Features], near: Iterable[Pair]
) -> tuple[Mapping[int, list[Claim]], list[Claim]]:
    """Each denial under the place, in the list, of the claim that it fits best; and those that fit none.

    `near` are the pairs worth comparing, of asserted claims and then denied ones.

    Where two claims fit alike, the earlier one in the order of the list is taken: those of the same event are together
    anyway, and a denial adds no figure.
    """
    best: dict[int, tuple[float, int]] = {}
    for one, other in near:
        if one < len(asserted) <= other:
            points = total(compare(asserted[one], denied[other - len(asserted)], OF_A_DENIAL))
            if points >= threshold("doubtful") and points > best.get(other, (0.0, 0))[0]:
                best[other] = (points, one)
    held: dict[int, list[Claim]] = {}
    for place, denial in enumerate(denied, start=len(asserted)):
        if place in best:
            held.setdefault(best[place][1], []).append(denial.claim)
    loose = [denial.claim for place, denial in enumerate(denied, start=len(asserted)) if place not in best]
    return held, loose

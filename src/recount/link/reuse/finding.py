"""Which reports are worth comparing, and which of two was there first."""

from collections.abc import Mapping, Sequence
from datetime import date

from recount.model import Byline, Sketch


def earliest_first(bylines: Mapping[str, Byline], sketches: Mapping[str, Sketch]) -> list[str]:
    """The sketched reports: by publication day, then those whose own outlet is credited, then by id.

    One without a day comes last, since nothing shows that it was there before another.
    """

    def order(id: str) -> tuple[date, bool, str]:
        byline = bylines.get(id)
        published = None if byline is None else byline.published
        return (date.max if published is None else published.day, not sketches[id].credited, id)

    return sorted(sketches, key=order)


def candidates(sketches: Mapping[str, Sketch], order: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs of an earlier and a later report that may share words; one with itself where its sentences repeat.

    Of the reports that have one sentence, each is paired with the earliest only, so that their number grows with the
    reports and not with its square: a sentence that hundreds have is theirs from the first.
    """
    first: dict[int, str] = {}
    pairs = {(id, id) for id in order if sketches[id].repeats}
    for id in order:
        for signature in sketches[id].signatures:
            earliest = first.setdefault(signature, id)
            if earliest != id:
                pairs.add((earliest, id))
    return pairs

"""Ranges by class of people, from the figures of a toll."""

from collections.abc import Sequence

from recount.model import ClassRange, Figure, Toll


def class_ranges(toll: Toll) -> tuple[ClassRange, ...]:
    """A range for each class of people that is told, wholes and parts alike, in the order of the figures.

    Classes overlap (children are civilians too), so that ranges are never added.
    """
    classes = dict.fromkeys(figure.who for figure in toll.figures)
    return tuple(_range(who, [figure for figure in toll.figures if figure.who == who]) for who in classes)


def _range(who: str, figures: Sequence[Figure]) -> ClassRange:
    origins = dict.fromkeys(figure.origin for figure in figures)
    told = [_of_origin([figure for figure in figures if figure.origin == origin]) for origin in origins]
    lows, highs = [low for low, _ in told if low is not None], [high for _, high in told]
    most = None if None in highs else max(high for high in highs if high is not None)
    least = min(lows, default=None)
    if least is not None and any(high is not None and high < least for high in highs):
        least = None
    return ClassRange(who, least, most, tuple(figures))


def _of_origin(figures: Sequence[Figure]) -> tuple[int | None, int | None]:
    lows, highs = [figure.low for figure in figures], [figure.high for figure in figures]
    known = [low for low in lows if low is not None]
    return sum(known) if known else None, None if None in highs else sum(high for high in highs if high is not None)

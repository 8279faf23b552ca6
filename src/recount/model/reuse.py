"""Words that stand in two reports, or twice in one."""

from dataclasses import dataclass

from recount.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A run of words that stands in an earlier and in a later place.

    A few words in it may differ, such as a changed figure: `changed` are those of the later place, `shared` counts the
    words that stand in both.
    """

    earlier: Span
    later: Span
    shared: int
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """What a later report has of an earlier one; within one report, both are the same.

    The shares are of the words of each report's story that stand in the passages. `new_figures` says that the later one
    has a figure that the earlier has not: it brings news and is no copy, however much else it repeats.
    """

    earlier: str
    later: str
    passages: tuple[Passage, ...]
    share_of_earlier: float
    share_of_later: float
    new_figures: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of a report's text finds those with which it may share words.

    `signatures` is one number for each band of each sentence: two reports that share one are worth comparing. `words`
    counts those of its story, `credited` says that a dateline names its own outlet, as the dateline of an agency's
    report and of its copies names the agency, `repeats` that two of its own sentences are alike.
    """

    signatures: frozenset[int]
    words: int
    credited: bool = False
    repeats: bool = False

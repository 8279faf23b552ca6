"""Day words in a sentence: at each place the longest, of a stretch of time before those of one or two days."""

from collections.abc import Sequence
from datetime import date

from recount.language.en.days.listed import may_open
from recount.language.en.days.meaning import DayWords
from recount.language.en.days.pairs import one_or_two
from recount.language.en.days.stretches import stretches
from recount.language.tokens import Token, tokens
from recount.model import When


def find_days(sentence: Sequence[Token]) -> list[DayWords]:
    """Every run of day words in a sentence, longest first at each place, without overlaps."""
    found: list[DayWords] = []
    position = 0
    while position < len(sentence):
        words = _days_at(sentence, position) if may_open(sentence[position].lower) else None
        if words is None:
            position += 1
        else:
            found.append(words)
            position = words.last
    return found


def read_days(text: str, published: date | None, to_come: bool = False) -> When | None:
    """When a run of words tells, such as the one a claim marks; nothing where it tells none.

    Days look back from the publication day, but ahead where what they tell of was still `to_come`.

    >>> when = read_days("since early February", date(2017, 3, 7))
    >>> (when.earliest, when.latest)
    (datetime.date(2017, 2, 1), datetime.date(2017, 3, 7))
    """
    words = find_days(tokens(text))
    if not words:
        return None
    return words[0].mean_to_come(published) if to_come else words[0].mean(published)


def _days_at(sentence: Sequence[Token], position: int) -> DayWords | None:
    for rule in stretches(sentence[position].lower):
        words = rule(sentence, position)
        if words is not None:
            return words
    return one_or_two(sentence, position)

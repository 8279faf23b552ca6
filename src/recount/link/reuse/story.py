"""The words of a report that can be reused: those of its story and captions, never of its menus."""

from collections.abc import Iterator
from typing import NamedTuple

from recount.language.en.numbers import number_words
from recount.language.tokens import tokens
from recount.model import Text, Zone, ZoneKind

FIGURE = "0"
"""The key of every figure."""
_STORY = frozenset({ZoneKind.BODY, ZoneKind.CAPTION})


class Word(NamedTuple):
    """A word with its place and the number of its zone, which no passage crosses.

    `key` is what it is found by, the same for all figures, since they are what changes when a passage is carried.
    """

    plain: str
    key: str
    start: int
    end: int
    zone: int


def key(word: str) -> str:
    """What a word is found by.

    >>> key("19") == key("twenty"), key("market")
    (True, 'market')
    """
    return FIGURE if word[0].isdigit() or word in number_words() else word


def story_zones(text: Text) -> Iterator[Zone]:
    """The zones whose words count."""
    return (zone for zone in text.zones if zone.kind in _STORY)


def words(text: Text) -> list[Word]:
    """The words of a story in order, without marks; case and kinds of apostrophe make no difference."""
    return [
        Word(token.lower, key(token.lower), token.start, token.end, number)
        for number, zone in enumerate(story_zones(text))
        for token in tokens(text.content, zone.span)
        if token.word
    ]

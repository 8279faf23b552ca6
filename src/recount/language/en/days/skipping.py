"""Little words between those that tell a day."""

from collections.abc import Sequence

from recount.language.tokens import Token, lower_at


def skip(sentence: Sequence[Token], position: int, *passed: str) -> int:
    """The place of the first token that is none of some words, from a place on."""
    while lower_at(sentence, position) in passed:
        position += 1
    return position

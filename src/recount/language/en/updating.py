"""Whether words tell a figure as an update of an earlier one, or as one of further people.

Answers are kept, since counting asks for the same claims' words again and again.
"""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from recount.language.phrases import Phrases
from recount.language.tokens import tokens
from recount.model import Span


@lru_cache(maxsize=20_000)
def tells_update(words: str) -> bool:
    """Whether words say that a figure takes the place of those told before.

    >>> tells_update("the death toll has risen to 72"), tells_update("72 people were killed")
    (True, False)
    """
    return bool(_updated().find(tokens(words)))


@lru_cache(maxsize=20_000)
def tells_further(words: str, figure: Span) -> bool:
    """Whether a figure in some words counts people beside those told before; "others" may be beside any.

    >>> [tells_further(words, Span(at, at + 8)) for words, at in
    ...  (("another 5 people died", 8), ("5 people more died", 0), ("over 5 people died", 5))]
    [True, True, False]
    """
    before, inside = tokens(words[: figure.start]), tokens(figure.of(words))
    behind = tokens(words[figure.end :])[:2]
    opening = before[-1].lower if before else ""
    if inside and inside[0].lower in _list("further_before"):
        return True
    told = [token.lower for token in (*inside[1:], *behind)]
    # The word behind "more" is looked at alone, since "five more than on Monday" are no further people.
    more = [word for word, after in pairwise(told if len(behind) > 1 else [*told, ""]) if after != "than"]
    return opening in _list("further_before") or any(word in _list("further_behind") for word in more)


@cache
def _updated() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in _list("updated"))


def _list(name: str) -> Sequence[str]:
    return _words()[name]


@cache
def _words() -> dict[str, list[str]]:
    with Path(__file__).with_name("updating.toml").open("rb") as file:
        return tomllib.load(file)

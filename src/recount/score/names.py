"""Whether two names are the same name, loosely."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

ALIKE = 0.8
"""From here on two spellings count as one name. Fixed by the shared scorer, with which all figures agree."""
SHORT = 3
"""Names of so few letters are one name only if they are equal."""


@lru_cache(maxsize=10_000)
def folded(name: str) -> str:
    """A name in small plain letters, without brackets, articles and the words that only say what kind of place it is.

    >>> folded("The City of Al-Ravèn (north)")
    'ofraven'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9 ]+", " ", re.sub(r"\(.*?\)", " ", plain))
    kept = [word for word in plain.split() if word not in _left_out()]
    return "".join(kept) or plain.replace(" ", "")


@lru_cache(maxsize=50_000)
def is_same(gold: str, predicted: str) -> bool:
    """Whether two names are spelled nearly alike once folded."""
    one, other = folded(gold), folded(predicted)
    if one == other:
        return True
    return min(len(one), len(other)) > SHORT and SequenceMatcher(None, one, other).ratio() >= ALIKE


def shared(gold: Sequence[str], predicted: Sequence[str]) -> int:
    """How many names of the two lists pair off.

    >>> shared(["Ravenna", "Brook"], ["Brook", "Hill"])
    1
    """
    left = list(predicted)
    for name in gold:
        match = next((place for place, other in enumerate(left) if is_same(name, other)), None)
        if match is not None:
            del left[match]
    return len(predicted) - len(left)


@cache
def _left_out() -> frozenset[str]:
    lists = tomllib.loads(files("recount.score").joinpath("folding.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in lists.values() for word in words)

"""Finding the phrases of a list among the tokens of a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from recount.language.tokens import Token, tokens

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase found: the tokens `first` up to, not including, `last`, and what the list says of it."""

    first: int
    last: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases of a list, found longest first.

    A phrase of the list is compared in its plain form, word by word. Where reports have lost their apostrophes
    ("Syrias army"), a capitalised word is also tried without its last s.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            words = tuple(token.lower for token in tokens(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, sentence: Sequence[Token]) -> list[Hit[Value]]:
        """Every longest phrase, from left to right, without overlaps."""
        hits, position = [], 0
        while position < len(sentence):
            hit = self.at(sentence, position)
            if hit is None:
                position += 1
            else:
                hits.append(hit)
                position = hit.last
        return hits

    def at(self, sentence: Sequence[Token], position: int) -> Hit[Value] | None:
        """The longest phrase that begins at a token."""
        token = sentence[position]
        hit = self._begun(sentence, position, token.lower)
        return hit if hit is not None or token.stem == token.lower else self._begun(sentence, position, token.stem)

    def _begun(self, sentence: Sequence[Token], position: int, first: str) -> Hit[Value] | None:
        for words, value in self._by_first.get(first, ()):
            last = position + len(words)
            if last <= len(sentence) and all(map(_is, sentence[position + 1 : last], words[1:])):
                return Hit(position, last, value)
        return None

    @property
    def openers(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)


def _is(token: Token, word: str) -> bool:
    return word in (token.lower, token.stem)

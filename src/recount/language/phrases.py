"""Finding the phrases of a list among the tokens of a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from recount.language.tokens import Token, tokens

Value = TypeVar("Value")
_Entry = tuple[int, tuple[str, ...], Value]
"""A phrase's rank, longest first, its words and what the list says of it."""


class Hit(NamedTuple, Generic[Value]):
    """A phrase found: the tokens `first` up to, not including, `last`, and what the list says of it."""

    # A tuple, as a token is: a sentence has a dozen of them.
    first: int
    last: int
    value: Value


def words_standing(sentence: Sequence[Token]) -> dict[str, list[int]]:
    """Where each word of a sentence stands, by its plain form and its stem."""
    where: dict[str, list[int]] = {}
    for position, token in enumerate(sentence):
        where.setdefault(token.lower, []).append(position)
        if token.stem != token.lower:
            where.setdefault(token.stem, []).append(position)
    return where


class Phrases(Generic[Value]):
    """Phrases of a list, found longest first.

    A phrase of the list is compared in its plain form, word by word. Where reports have lost their apostrophes
    ("Syrias army"), a capitalised word is also tried without its last s.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        # By first and second word, the second empty for phrases of one word.
        self._by_first: dict[str, dict[str, list[_Entry[Value]]]] = {}
        listed = [(tuple(token.lower for token in tokens(phrase)), value) for phrase, value in entries]
        listed.sort(key=lambda entry: -len(entry[0]))
        for rank, (words, value) in enumerate(listed):
            second = words[1] if len(words) > 1 else ""
            self._by_first.setdefault(words[0], {}).setdefault(second, []).append((rank, words, value))

    def find(self, sentence: Sequence[Token], standing: Mapping[str, Sequence[int]] | None = None) -> list[Hit[Value]]:
        """Every longest phrase, from left to right, without overlaps.

        `standing` is where the words of the sentence stand, told by whoever looks for the phrases of many lists in it.
        """
        where = words_standing(sentence) if standing is None else standing
        begun = self._by_first.keys() & where.keys()
        hits: list[Hit[Value]] = []
        after = 0
        for position in sorted({p for word in begun for p in where[word]}) if begun else ():
            if position >= after:
                hit = self.at(sentence, position)
                if hit is not None:
                    hits.append(hit)
                    after = hit.last
        return hits

    def at(self, sentence: Sequence[Token], position: int) -> Hit[Value] | None:
        """The longest phrase that begins at a token; none behind the last one."""
        if position >= len(sentence):
            return None
        token = sentence[position]
        by_second = self._by_first.get(token.lower)
        hit = None if by_second is None else _begun(sentence, position, by_second)
        if hit is not None or token.stem == token.lower:
            return hit
        by_second = self._by_first.get(token.stem)
        return None if by_second is None else _begun(sentence, position, by_second)

    @property
    def openers(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)


def _begun(sentence: Sequence[Token], position: int, by_second: Mapping[str, list[_Entry[Value]]]) -> Hit[Value] | None:
    """The longest of the phrases with one first word that go on as a sentence does."""
    for _, words, value in _longer(sentence[position + 1], by_second) if position + 1 < len(sentence) else ():
        last = position + len(words)
        if last <= len(sentence) and all(map(_is, sentence[position + 2 : last], words[2:])):
            return Hit(position, last, value)
    alone = by_second.get("")
    return None if alone is None else Hit(position, position + 1, alone[0][2])


def _longer(second: Token, by_second: Mapping[str, list[_Entry[Value]]]) -> Sequence[_Entry[Value]]:
    """The phrases of several words that have this second one, longest first."""
    entries = by_second.get(second.lower, ())
    if second.stem == second.lower or second.stem not in by_second:
        return entries
    return sorted((*entries, *by_second[second.stem]), key=lambda entry: entry[0])


def _is(token: Token, word: str) -> bool:
    return word in (token.lower, token.stem)

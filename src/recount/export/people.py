"""Names of people in a few words of a report, as far as they can be told from other names."""

from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Sequence

from recount.knowledge import Lists
from recount.language.phrases import Phrases
from recount.language.tokens import Token, tokens

A_NAME = "[name left out]"
# The word lists that say what is no part of a person's name.
_NO_NAMES = ("no_person", "no_place", "site_names", "place_kinds", "body_words")
_PARTICLES = frozenset({"abu", "bin", "bint", "ibn", "um", "umm", "van", "von"})
_DAYS = frozenset(name.casefold() for name in (*day_name, *month_name) if name)


class People:
    """Finds runs of capitalised words that are no place, side, body, country or day that anything is known of."""

    def __init__(self, lists: Lists, known: Iterable[str]) -> None:
        self._lists = lists
        self._ordinary_words = _DAYS.union(*(lists.words.small[name] for name in _NO_NAMES))
        self._known = Phrases((name, name) for name in known if any(token.word for token in tokens(name)))

    def left_out(self, words: str) -> str:
        """The words with such runs replaced by a note."""
        told = tokens(words)
        for first, last in reversed(list(self._runs(told, words))):
            words = words[: told[first].start] + A_NAME + words[told[last - 1].end :]
        return words

    def _runs(self, told: Sequence[Token], words: str) -> Iterator[tuple[int, int]]:
        taken = self._taken(told)
        start: int | None = None
        for place in range(len(told) + 1):
            goes_on = place < len(told) and self._part(told, place, taken, start is not None)
            if start is not None and not (goes_on and words[told[place - 1].end : told[place].start].isspace()):
                yield from self._run(told, start, place)
                start = None
            if start is None and goes_on and told[place].capital:
                start = place

    def _run(self, told: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
        while not told[last - 1].capital and "-" not in told[last - 1].text:
            last -= 1
        name = " ".join(token.text for token in told[first:last])
        # A capitalised word by itself is nearly always something else; of a name told in full before it, the part is
        # replaced with the rest.
        if last - first > 1 and name not in self._lists.places:
            yield first, last

    def _taken(self, told: Sequence[Token]) -> frozenset[int]:
        lists = (self._lists.actors, self._lists.sources, self._known)
        return frozenset(place for each in lists for hit in each.find(told) for place in range(hit.first, hit.last))

    def _part(self, told: Sequence[Token], place: int, taken: frozenset[int], inside: bool) -> bool:
        token = told[place]
        if place in taken or not token.text[0].isalpha():
            return False
        if token.capital:
            return not self._ordinary(token)
        inner = token.lower in _PARTICLES or token.lower in self._lists.words.small["inside_names"]
        return inside and (inner or token.lower.startswith(("al-", "el-")))

    def _ordinary(self, token: Token) -> bool:
        """Initials, days, nations and words that begin a sentence. Towns are called like people too often to tell."""
        parts = token.text.split("-")
        return (
            any(part.isupper() and len(part) > 1 for part in parts)
            or any(mark.isdigit() for mark in token.text)
            or token.lower in self._ordinary_words
            or any(self._nation(part) for part in parts)
        )

    def _nation(self, word: str) -> bool:
        countries = self._lists.countries
        return countries.named(word) is not None or countries.by_adjective(word) is not None

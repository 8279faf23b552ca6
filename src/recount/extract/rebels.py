"""Whom a report means by "the rebels": the one armed group of its country that it names."""

from collections import Counter
from collections.abc import Mapping, Sequence

from recount.knowledge import Lists
from recount.knowledge.actors import Actor
from recount.language.phrases import Hit
from recount.language.tokens import Token

# Words that join people to their group: "rebels from the Veldanian Front", "the guerrillas were from the X".
_JOINING = ("from", "of", "the", "were", "are")


def rebels_of(words: Sequence[Token], local: Mapping[str, str], lists: Lists) -> str | None:
    """The name of the group that a report calls the rebels, if it names no other armed group.

    It is that of the country told most, named more than once; or one whose people are told as rebels, and its country.
    `local` are the groups of that country for which names stand that others share.
    """
    hits = [hit for hit in lists.actors.find(words) if hit.value.insurgent]
    named = {local.get(hit.value.name, hit.value.name) for hit in hits}
    known = lists.actors.by_name.get(named.pop()) if len(named) == 1 else None
    told = _countries(words, lists) if known is not None and known.country is not None else Counter[str]()
    if known is None or known.country is None or known.country not in told:
        return None
    again = len([hit for hit in hits if words[hit.first - 1].lower != "("]) > 1
    own = again and told[known.country] == max(told.values())
    return known.name if own or any(_of_rebels(hit, words, lists) for hit in hits) else None


def _countries(words: Sequence[Token], lists: Lists) -> Counter[str]:
    """How often each country is told, by its name or as its people's."""
    told = Counter[str]()
    for n, word in enumerate(words):
        starts = lists.countries.starting(words, n) if word.capital else None
        country = starts[0] if starts else lists.countries.by_adjective(word.text) if word.capital else None
        if country is not None:
            told[country.name] += 1
    return told


def _of_rebels(hit: Hit[Actor], words: Sequence[Token], lists: Lists) -> bool:
    """Whether a group is told with its people: "X guerrillas", "guerrillas of the X"."""
    rebels = lists.words.small["unnamed_rebels"]
    before = hit.first - 1
    while before > 0 and (words[before].lower in _JOINING or words[before].lower in lists.words.small["no_faction"]):
        before -= 1
    return words[before].lower in rebels or any(word.lower in rebels for word in words[hit.last : hit.last + 1])

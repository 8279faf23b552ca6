"""Whom a report means by "the rebels": the one armed group of its country that it names."""

from collections.abc import Container, Mapping, Sequence

from recount.knowledge import Lists
from recount.knowledge.actors import GOVERNMENT, Actor
from recount.language.phrases import Hit
from recount.language.tokens import Token

# So often a group is named that a report is about.
_OFTEN = 3


def rebels_of(
    words: Sequence[Token], sides: Sequence[Hit[Actor]], local: Mapping[str, str], lists: Lists
) -> str | None:
    """The name of the group that a report calls the rebels, if it names no other armed group.

    It is that of the country told most, named more than once; or one whose people are told as rebels, and its country.
    `sides` are all that it names, `local` the groups of that country for which names stand that others share.
    """
    hits = [hit for hit in sides if hit.value.insurgent]
    named = {local.get(hit.value.name, hit.value.name) for hit in hits}
    known = lists.actors.by_name.get(named.pop()) if len(named) == 1 else None
    if known is None or known.country is None:
        return None
    told = lists.countries.told(words)
    times = len([hit for hit in hits if words[hit.first - 1].lower != "("])
    if known.country not in told:
        # A report for readers at home need not tell its country.
        return known.name if times >= _OFTEN and max(told.values(), default=0) <= 1 else None
    own = times > 1 and told[known.country] == max(told.values())
    return known.name if own or any(_of_rebels(hit, words, lists) for hit in hits) else None


def country_of(rebels: str | None, lists: Lists) -> str:
    """The country of a group; empty where there is none."""
    return "" if rebels is None else lists.actors.by_name[rebels].country or ""


def government_against(rebels: str | None, told: Container[str], lists: Lists) -> Mapping[str, str]:
    """Whom "the government" is where a report tells rebels and not their country: the one that they fight."""
    country = lists.countries.named(country_of(rebels, lists))
    return {} if country is None or country.name in told else {GOVERNMENT: country.government}


def _of_rebels(hit: Hit[Actor], words: Sequence[Token], lists: Lists) -> bool:
    """Whether a group is told with its people: "X guerrillas", "guerrillas of the X"."""
    rebels = lists.words.small["unnamed_rebels"]
    joining = lists.words.small["joining_people"] | lists.words.small["no_faction"]
    before = hit.first - 1
    while before > 0 and words[before].lower in joining:
        before -= 1
    return words[before].lower in rebels or any(word.lower in rebels for word in words[hit.last : hit.last + 1])

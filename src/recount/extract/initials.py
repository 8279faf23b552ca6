"""Initials by which one report calls a side: "the Veldanian Front (VF)" is the VF from there on."""

from dataclasses import replace

from recount.knowledge import Lists
from recount.knowledge.actors import Actor
from recount.language.tokens import Token, tokens

# Initials have so many letters.
_FEWEST, _MOST = 2, 6


def with_initials(text: str, lists: Lists) -> Lists:
    """The lists with the initials that a report puts in brackets behind the names of sides, which no list has."""
    words = tokens(text) if "(" in text else []
    told: dict[str, Actor] = {}
    for hit in lists.actors.find(words):
        bracket = words[hit.last : hit.last + 3]
        in_brackets = [w.lower for w in bracket[::2]] == ["(", ")"] and _initials(bracket[1])
        if not hit.value.generic and in_brackets and not lists.actors.find(bracket[1:2]):
            told.setdefault(bracket[1].text, hit.value)
    return replace(lists, actors=lists.actors.called(told)) if told else lists


def _initials(word: Token) -> bool:
    return word.text.isalpha() and word.text.isupper() and _FEWEST <= len(word.text) <= _MOST

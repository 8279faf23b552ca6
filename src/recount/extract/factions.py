"""Armed groups that no list knows, told by a word of their kind: "the Tarsk Mai militia", "Ostreli herdsmen"."""

from collections.abc import Sequence, Set

from recount.knowledge import Lists
from recount.language.tokens import Token

# A name longer than this many words is a headline.
_LONGEST = 5
_OPENING = ('"', "“", "‘")
_QUOTES = ('"', "“", "”", "‘", "’")


def find_factions(sentence: Sequence[Token], lists: Lists, taken: Set[int]) -> list[tuple[int, int, str]]:
    """Where each such group is named, as first and last token, and its name; `taken` tokens name others.

    People of a kind are told with it ("Ostreli herdsmen"), a militia by its name alone.
    """
    found = []
    for position, token in enumerate(sentence):
        if token.lower not in lists.words.small["armed_nouns"] or position in taken:
            continue
        first = _name_start(sentence, lists, taken, position)
        if first < position:
            # Its mention begins with the quotation mark, so that what stands before it is found.
            first -= first > 0 and sentence[first - 1].text in _OPENING
            last = position + 1 if token.lower in lists.words.small["armed_people"] else position
            found.append((first, position + 1, _name(sentence[first:last])))
    return found


def _name(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words if word.text not in _QUOTES)


def _name_start(sentence: Sequence[Token], lists: Lists, taken: Set[int], noun: int) -> int:
    """The first token of the capitalised name right before a word for armed people; that word itself without one."""
    # "The “X Y” gang": quotation marks around a name are none of it.
    first = end = noun - 1 if noun > 0 and sentence[noun - 1].text in _QUOTES else noun
    while first > max(0, noun - _LONGEST) and _of_a_name(sentence, lists, taken, first - 1):
        first -= 1
    name = " ".join(token.text for token in sentence[first:end])
    return noun if first == end or lists.countries.named(name) is not None or name in lists.places else first


def _of_a_name(sentence: Sequence[Token], lists: Lists, taken: Set[int], position: int) -> bool:
    """Whether a capitalised word can be one of a group's name, and does not only say of what kind its people are."""
    token = sentence[position]
    if position in taken or not token.capital or not token.word or token.text[0].isdigit():
        return False
    small = lists.words.small
    if token.lower in small["no_faction"] or token.lower in small["opening"] or token.lower in small["articles"]:
        return False
    trait = token.lower.rpartition("-")[2] if "-" in token.lower else ""
    if trait in small["traits"] or trait in small["linked"] or trait in small["held"]:
        return False
    people = token.text.partition("-")[0]
    return lists.countries.by_adjective(people) is None and lists.countries.named(token.text) is None

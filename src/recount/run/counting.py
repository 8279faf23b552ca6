"""Counts as a person writes them: "killed at least 27 civilian; of them killed 10 child"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from recount.language.en.quantities import quantity_at
from recount.language.tokens import Token, tokens
from recount.model import Count, Group, Outcome, Span, Standing, UsageError, Work

Kind = TypeVar("Kind", Standing, Group, Work)
_PART = "of them "
_FORMS = (
    'Write what happened, how many and who, as in "killed at least 27 civilian", "injured dozens", "killed 5-7 '
    'combatant (River Guard)"; "of them" opens a part of the count before it, "additional" or "cumulative" may end it.'
)
_HOW = frozenset({"additional", "cumulative"})


def count_items(items: Sequence[str], at: Span) -> tuple[Count, ...]:
    """The counts of a claim; each part is a part of the latest whole before it.

    >>> told = count_items(["killed at least 27", "of them killed 10 child"], Span(0, 1))
    >>> [(count.low, count.high, count.who, count.part_of) for count in told]
    [(27, None, 'people', None), (10, 10, 'child', 0)]
    >>> [one] = count_items(["killed 3 civilian medical worker"], Span(0, 1))
    >>> (one.standing.value, one.work.value)
    ('civilian', 'medical_worker')
    """
    counts: list[Count] = []
    whole: int | None = None
    for item in items:
        part = item.casefold().startswith(_PART)
        if part and whole is None:
            raise UsageError(f'"{item}" is a part of no count: write the whole before it.')
        count = _count(item[len(_PART) :] if part else item, at)
        counts.append(replace(count, part_of=whole) if part else count)
        whole = whole if part else len(counts) - 1
    return tuple(counts)


def _count(item: str, at: Span) -> Count:
    bare, side = _side(item)
    outcome, rest = _outcome(bare)
    told = tokens(rest.replace("-", " to "))
    how = [token.lower for token in told if token.lower in _HOW]
    told = [token for token in told if token.lower not in _HOW]
    quantity = quantity_at(told, 0) if told else None
    if quantity is None or len(how) > 1:
        raise UsageError(f'"{item}" is no count. {_FORMS}')
    count = Count(outcome, at, low=quantity.low, high=quantity.high, approx=quantity.approx, vague=quantity.vague)
    made = replace(_of(count, told[quantity.last :], item), side=side)
    return replace(made, additional="additional" in how, cumulative="cumulative" in how)


def _side(item: str) -> tuple[str, str | None]:
    """Whose fighters they are, in brackets."""
    bare, bracket, rest = item.partition("(")
    if not bracket:
        return item, None
    side, end, after = rest.partition(")")
    if not end or not side.strip():
        raise UsageError(f'"{item}" is no count. {_FORMS}')
    return f"{bare} {after}", side.strip()


def _outcome(words: str) -> tuple[Outcome, str]:
    plain = " ".join(words.replace("_", " ").split())
    for outcome in sorted(Outcome, key=lambda one: -len(one)):
        name = outcome.value.replace("_", " ")
        if plain.casefold() == name or plain.casefold().startswith(f"{name} "):
            return outcome, plain[len(name) :].strip()
    raise UsageError(f'"{words.strip()}" does not begin with what happened to people: {", ".join(Outcome)}.')


def _of(count: Count, words: Sequence[Token], item: str) -> Count:
    """The count with who they were: a standing, an age or sex, a kind of work, in this order; none of it for people."""
    who = "_".join(token.lower for token in words)
    if who in ("", "people"):
        return count
    standing, rest = _leading(who, _STANDINGS)
    group, rest = _leading(rest, tuple(Group))
    work, rest = _leading(rest, tuple(Work))
    if rest:
        kinds = ("people", *_STANDINGS, *Group, *Work)
        raise UsageError(f'"{who.replace("_", " ")}" in "{item}" is none of: {", ".join(kinds)}.')
    return replace(count, standing=standing or Standing.UNKNOWN, group=group, work=work)


def _leading(words: str, kinds: Sequence[Kind]) -> tuple[Kind | None, str]:
    """The kind of people that some words begin with, and the words behind it."""
    told = next((kind for kind in kinds if f"{words}_".startswith(f"{kind.value}_")), None)
    return (None, words) if told is None else (told, words[len(told.value) + 1 :])


_STANDINGS = (Standing.CIVILIAN, Standing.COMBATANT)

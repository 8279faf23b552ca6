"""A sentence with everything that the lists find in it, before anything is put together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from recount.extract.actors import ActorMention, find_actors
from recount.knowledge import Lists
from recount.knowledge.sources import SourceBody
from recount.knowledge.words import EventWord, OutcomeWord, PeopleWord
from recount.language.en.days import DayWords, find_days
from recount.language.en.quantities import Quantity, quantities
from recount.language.phrases import Hit, words_standing
from recount.language.tokens import Token, tokens
from recount.model import Span, ZoneKind

At = ParamSpec("At")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Scene:
    """One sentence, tokenised, with what each list finds. Positions in it are positions in `tokens`."""

    text: str
    span: Span
    zone: ZoneKind
    tokens: Sequence[Token]
    lists: Lists

    @cached_property
    def remembered(self) -> dict[object, Any]:
        """What `once_a_scene` keeps."""
        return {}

    @cached_property
    def _standing(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, which the search for the phrases of every list asks."""
        return words_standing(self.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The plain forms of its tokens."""
        return tuple(token.lower for token in self.tokens)

    @cached_property
    def events(self) -> list[Hit[EventWord]]:
        """Words that tell an event."""
        return self.lists.words.events.find(self.tokens, self._standing)

    @cached_property
    def outcomes(self) -> list[Hit[OutcomeWord]]:
        """Words that tell what happened to people."""
        return self.lists.words.outcomes.find(self.tokens, self._standing)

    @property
    def telling(self) -> bool:
        """Whether it has a word without which no sentence tells a fact: of an event, an outcome, a deadly verb."""
        return bool(self.events or self.outcomes) or self.has("deadly_verbs") or self.has("takers")

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Numbers and words that stand for one, those that are days left out."""
        days = self.days
        return [q for q in quantities(self.tokens) if not any(d.first < q.last and q.first < d.last for d in days)]

    @cached_property
    def days(self) -> list[DayWords]:
        """Words that tell when."""
        return find_days(self.tokens)

    @cached_property
    def in_days(self) -> frozenset[int]:
        """The tokens of its day words."""
        return frozenset(p for day in self.days for p in range(day.first, day.last))

    @cached_property
    def actors(self) -> list[ActorMention]:
        """Who acts or is acted on."""
        found = find_actors(self.tokens, self._standing, self.lists)
        areas = {
            p for hit in self.after_places.values() for p in range(hit.first, hit.last) if hit.last - hit.first > 1
        }
        # A "local government area" is no side.
        return [m for m in found if m.first not in areas and not self._owns(m.first, m.last)]

    def _owns(self, first: int, last: int) -> bool:
        """Whether a name is that of a place which has lost its apostrophe: "Hamas" in a report on Hama without any."""
        token = self.tokens[first]
        if last - first > 1 or token.stem == token.lower or token.text[:-1] not in self.lists.places:
            return False
        return not any(mark in self.text for mark in "'’") and f" {token.text[:-1]} " in self.text

    @cached_property
    def bodies(self) -> list[Hit[SourceBody]]:
        """Bodies that may be sources."""
        return self.lists.sources.find(self.tokens, self._standing)

    @cached_property
    def status(self) -> list[Hit[str]]:
        """Words that hedge, deny or look ahead; the month of May does not."""
        found = self.lists.words.status.find(self.tokens, self._standing)
        return [hit for hit in found if hit.first not in self.in_days]

    @cached_property
    def scope(self) -> list[Hit[str]]:
        """Words that make a figure a running total."""
        return self.lists.words.scope.find(self.tokens, self._standing)

    @cached_property
    def peaceful(self) -> list[Hit[str]]:
        """Words of harm that nobody did, of games, and figures of speech."""
        return self.lists.words.peaceful.find(self.tokens, self._standing)

    @cached_property
    def weapons(self) -> list[Hit[bool]]:
        """Words for weapons."""
        return self.lists.words.weapons.find(self.tokens, self._standing)

    @cached_property
    def targets(self) -> list[Hit[str]]:
        """Words for what may be hit."""
        return self.lists.words.targets.find(self.tokens, self._standing)

    @cached_property
    def reporting(self) -> list[Hit[frozenset[str]]]:
        """Words that tell who says so."""
        return self.lists.words.reporting.find(self.tokens, self._standing)

    @cached_property
    def saying(self) -> Mapping[int, int]:
        """Where each verb for saying begins, "said" or "told reporters", with the token behind it."""
        return {hit.first: hit.last for hit in self.reporting if hit.value & {"says", "told"}}

    @cached_property
    def grammar(self) -> dict[int, Hit[str]]:
        """Little words by the token that they begin at."""
        hits = self.lists.words.grammar.find(self.tokens, self._standing)
        return {hit.first: hit for hit in hits if not _initials(self.tokens[hit.first])}

    @cached_property
    def before_places(self) -> dict[int, Hit[str]]:
        """Words before the name of a place, by the token after them."""
        return {hit.last: hit for hit in self.lists.words.before_places.find(self.tokens, self._standing)}

    @cached_property
    def after_places(self) -> dict[int, Hit[str]]:
        """Words after the name of a place, by the token that they begin at."""
        return {hit.first: hit for hit in self.lists.words.after_places.find(self.tokens, self._standing)}

    def people_at(self, position: int) -> Hit[PeopleWord] | None:
        """The word for people that begins at a token: of the list, or the people of a country ("Somalis")."""
        if not 0 <= position < len(self.tokens):
            return None
        hit = self.lists.words.people.at(self.tokens, position)
        token = self.tokens[position]
        if hit is None and token.capital and token.lower.endswith("s"):
            countries = self.lists.countries
            if countries.by_adjective(token.text[:-1]) is not None and countries.named(token.text) is None:
                return Hit(position, position + 1, PeopleWord(plural=True))
        return hit

    def lower(self, position: int) -> str:
        """The plain form of a token; empty outside the sentence."""
        words = self.words
        return words[position] if 0 <= position < len(words) else ""

    @cached_property
    def small(self) -> Mapping[str, frozenset[str]]:
        """Small words by what they do in a sentence."""
        return self.lists.words.small

    def is_a(self, kind: str, position: int) -> bool:
        """Whether a token is a small word of a kind."""
        # Written out, since the rules ask for a hundred tokens a sentence.
        words = self.words
        return 0 <= position < len(words) and words[position] in self.small[kind]

    def has(self, kind: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a small word of a kind is among the tokens `first` up to, not including, `last`."""
        return not self.small[kind].isdisjoint(self.words[max(0, first) : last])

    def part(self, position: int) -> str:
        """What a little word is; empty for every other token."""
        hit = self.grammar.get(position)
        return "" if hit is None else hit.value

    def at(self, first: int, last: int) -> Span:
        """The span of the tokens `first` up to, not including, `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def once_a_scene(find: Callable[Concatenate[Scene, At], Found]) -> Callable[Concatenate[Scene, At], Found]:
    """Find out once what several rules ask of one sentence, or of the same tokens of it."""

    @wraps(find)
    def found(scene: Scene, /, *at: At.args, **named: At.kwargs) -> Found:
        asked = (find, at, *named.items()) if named else (find, at)
        remembered = scene.remembered
        if asked not in remembered:
            remembered[asked] = find(scene, *at, **named)
        answer: Found = remembered[asked]
        return answer

    return cast(Callable[Concatenate[Scene, At], Found], found)


def _initials(token: Token) -> bool:
    """Whether a token is no little word but a name in capitals: IS, not "is"."""
    return token.text.isupper() and len(token.text) > 1


def scene(text: str, span: Span, zone: ZoneKind, lists: Lists) -> Scene:
    """A sentence ready to be read."""
    return Scene(text, span, zone, tokens(text, span), lists)

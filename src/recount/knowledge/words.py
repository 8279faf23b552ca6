"""Word lists for reading: what words tell of events, people and outcomes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from recount.knowledge.files import read_toml
from recount.language.phrases import Phrases
from recount.model import Event, Group, ListError, Outcome, Standing, Work

Kind = TypeVar("Kind", bound=StrEnum)

FORMS = ("past", "active", "state", "of", "figure", "toll")
STATUS_WORDS = ("suspected", "denied", "projected", "mentioned", "negated")
SCOPE_WORDS = ("period", "ongoing", "several")
PEACEFUL_WORDS = ("harm", "game", "figure")
REPORTING_WORDS = ("says", "after", "told", "quoted", "unnamed", "monitor", "again", "office")


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that tells an event. `verb` tells verbs from nouns; `sure` is unset where it needs more around it."""

    type: Event
    rank: int
    verb: bool
    sure: bool = True


@dataclass(frozen=True, slots=True)
class OutcomeWord:
    """A word that tells what happened to people; `form` says where its people stand (see outcomes.toml)."""

    outcome: Outcome
    form: str


@dataclass(frozen=True, slots=True)
class PeopleWord:
    """A word for people and what it says of them."""

    plural: bool
    standing: Standing = Standing.UNKNOWN
    group: Group | None = None
    work: Work | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Every word list that reading uses, ready to be looked for."""

    events: Phrases[EventWord]
    outcomes: Phrases[OutcomeWord]
    people: Phrases[PeopleWord]
    air: Phrases[bool]
    targets: Phrases[str]
    weapons: Phrases[bool]
    status: Phrases[str]
    scope: Phrases[str]
    reporting: Phrases[frozenset[str]]
    forces: Phrases[bool]
    peaceful: Phrases[str]
    before_places: Phrases[str]
    after_places: Phrases[str]
    grammar: Phrases[str]
    small: Mapping[str, frozenset[str]]


def load_words(folders: Sequence[Path]) -> Words:
    """The lists of every folder, earlier folders first.

    Raises ListError where a list is not well formed.
    """
    return Words(
        events=Phrases(_events(folders)),
        outcomes=Phrases(_outcomes(folders)),
        people=Phrases(_people(folders)),
        air=_flags(folders, "aircraft.toml", "air"),
        targets=Phrases(_valued(folders, "targets.toml", "target")),
        weapons=_flags(folders, "weapons.toml", "weapons"),
        status=Phrases(_kinds(folders, "doubt.toml", STATUS_WORDS)),
        scope=Phrases(_kinds(folders, "scope.toml", SCOPE_WORDS)),
        reporting=Phrases(_gathered(folders, "reporting.toml", REPORTING_WORDS)),
        forces=_flags(folders, "forces.toml", "forces"),
        peaceful=Phrases(_kinds(folders, "peaceful.toml", PEACEFUL_WORDS)),
        before_places=Phrases(_valued(folders, "places.toml", "before")),
        after_places=Phrases(_valued(folders, "places.toml", "after")),
        grammar=Phrases(_valued(folders, "grammar.toml", "word")),
        small=_small(folders),
    )


def _events(folders: Sequence[Path]) -> Iterator[tuple[str, EventWord]]:
    for table in read_toml(folders, "words/events.toml"):
        for entry in table.get("event", []):
            event, rank, sure = (
                _one_of(Event, entry.get("type"), "events.toml"),
                int(entry.get("rank", 2)),
                bool(entry.get("sure", True)),
            )
            for verb, part in ((False, "noun"), (True, "verb"), (True, "adjective")):
                for phrase in entry.get(part, []):
                    yield phrase, EventWord(event, rank, verb, sure and part != "adjective")


def _outcomes(folders: Sequence[Path]) -> Iterator[tuple[str, OutcomeWord]]:
    for table in read_toml(folders, "words/outcomes.toml"):
        for name, forms in table.items():
            if set(forms) - set(FORMS):
                raise ListError(f"outcomes.toml: {name} has a form that is not one of {', '.join(FORMS)}.")
            for form in FORMS:
                for phrase in forms.get(form, []):
                    yield phrase, OutcomeWord(_one_of(Outcome, name, "outcomes.toml"), form)


def _people(folders: Sequence[Path]) -> Iterator[tuple[str, PeopleWord]]:
    for table in read_toml(folders, "words/people.toml"):
        for entry in reversed(table.get("people", [])):
            for plural, part in ((True, "plural"), (False, "singular")):
                word = _person(entry, plural)
                yield from ((phrase, word) for phrase in entry.get(part, []))


def _person(entry: Mapping[str, Any], plural: bool) -> PeopleWord:
    return PeopleWord(
        plural,
        _one_of(Standing, entry.get("standing", "unknown"), "people.toml"),
        _one_of(Group, entry["group"], "people.toml") if "group" in entry else None,
        _one_of(Work, entry["work"], "people.toml") if "work" in entry else None,
        entry.get("side"),
    )


def _one_of(kinds: type[Kind], word: object, file: str) -> Kind:
    found = next((kind for kind in kinds if kind.value == word), None)
    if found is None:
        raise ListError(f"words/{file}: {word} is none of {', '.join(kinds)}.")
    return found


def _flags(folders: Sequence[Path], file: str, name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for table in read_toml(folders, f"words/{file}") for phrase in table.get(name, []))


def _valued(folders: Sequence[Path], file: str, name: str) -> Iterator[tuple[str, str]]:
    for table in read_toml(folders, f"words/{file}"):
        for value, phrases in table.get(name, {}).items():
            for phrase in phrases:
                yield phrase, value


def _small(folders: Sequence[Path]) -> dict[str, frozenset[str]]:
    gathered: dict[str, set[str]] = {}
    for table in read_toml(folders, "words/small.toml"):
        for kind, words in table.get("small", {}).items():
            gathered.setdefault(kind, set()).update(words)
    return {kind: frozenset(words) for kind, words in gathered.items()}


def _kinds(folders: Sequence[Path], file: str, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    for table in read_toml(folders, f"words/{file}"):
        for kind in kinds:
            for phrase in table.get(kind, []):
                yield phrase, kind


def _gathered(folders: Sequence[Path], file: str, kinds: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Phrases with every kind that they are of: "official" is an office, and may speak without a name."""
    gathered: dict[str, set[str]] = {}
    for phrase, kind in _kinds(folders, file, kinds):
        gathered.setdefault(phrase, set()).add(kind)
    for phrase, found in gathered.items():
        yield phrase, frozenset(found)

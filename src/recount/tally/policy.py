"""Policies: written rules that turn claims into figures, kept as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from recount.model import ListError, UsageError, Vague

PACKAGED = Path(__file__).parent / "policies"


class Least(StrEnum):
    """How the lower end of a toll is made."""

    LOWEST = "lowest"
    """The lowest figure of any origin."""
    ABSENT = "absent"
    """The policy gives none."""


class Best(StrEnum):
    """How the one figure of a toll is chosen."""

    AGREED = "agreed"
    """The figure that all origins tell; none where they differ or one leaves a bound open."""
    MOST_TOLD = "most_told"
    """The figure that most origins tell; of several told alike often, the lowest."""
    LOWEST = "lowest"
    """The lowest figure of any origin."""
    HIGHEST = "highest"
    """The highest figure of any origin."""
    ABSENT = "absent"
    """The policy gives none."""


class Most(StrEnum):
    """How the upper end of a toll is made."""

    HIGHEST = "highest"
    """The highest figure of any origin; none where an origin leaves it open."""
    ABSENT = "absent"
    """The policy gives none."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule for tolls, with where it comes from.

    `rule` and `source` are for readers; `unconfirmed` holds what of it was not read at its source. `vague` says as how
    many people a word counts; a word that is not in it gives no number. A toll that rests on fewer origins than
    `independent` is provisional. `classes` asks for ranges by class of people, `grades` for a grade of the harm.
    """

    name: str
    title: str
    rule: str
    source: str
    min: Least
    best: Best
    max: Most
    vague: Mapping[Vague, int]
    independent: int
    unconfirmed: tuple[str, ...]
    classes: bool = False
    grades: bool = False


def load_policies(extra: Path | None = None) -> Mapping[str, Policy]:
    """The packaged policies by their names, with those of a user's folder, which replace packaged ones of their name.

    Raises ListError, with the file and what to mend, where one is not well formed; UsageError where there is no such
    folder.
    """
    if extra is not None and not extra.is_dir():
        raise UsageError(f"There is no folder {extra} to read policies from.")
    return {**_read(PACKAGED), **({} if extra is None else _read(extra / "policies"))}


def _read(folder: Path) -> dict[str, Policy]:
    found: dict[str, Policy] = {}
    for path in sorted(folder.glob("*.toml")):
        policy = _policy(path)
        if policy.name in found:
            raise ListError(f"{path}: another file of this folder has the name {policy.name!r} too. Give it its own.")
        found[policy.name] = policy
    return found


def _policy(path: Path) -> Policy:
    try:
        return _checked(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ListError(f"{path} is not well-formed TOML: {error}") from error
    except ValueError as error:
        raise ListError(f"{path}: {error}") from error


def _checked(table: Mapping[str, Any]) -> Policy:
    known = [field.name for field in fields(Policy)]
    strange = [key for key in table if key not in known]
    if strange:
        raise ValueError(f"{strange[0]!r} is no part of a policy. Its parts are {', '.join(known)}.")
    return Policy(
        name=_words(table, "name"),
        title=_words(table, "title"),
        rule=_words(table, "rule"),
        source=_words(table, "source"),
        min=_choice(table, "min", Least),
        best=_choice(table, "best", Best),
        max=_choice(table, "max", Most),
        vague=_vague(table.get("vague", {})),
        independent=_number("independent", table.get("independent", 1)),
        unconfirmed=_lines(table.get("unconfirmed", [])),
        classes=_yes_or_no(table, "classes"),
        grades=_yes_or_no(table, "grades"),
    )


def _words(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key!r} is missing. Write it as words between quotes.")
    return value.strip()


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(table: Mapping[str, Any], key: str, kind: type[_Choice]) -> _Choice:
    for choice in kind:
        if table.get(key) == choice.value:
            return choice
    raise ValueError(f"{key!r} must be one of {', '.join(kind)}, not {table.get(key)!r}.")


def _number(key: str, value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError(f"{key!r} must be a whole number of 1 or more, not {value!r}.")
    return value


def _yes_or_no(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise ValueError(f"{key!r} must be true or false, not {value!r}.")
    return value


def _vague(told: object) -> dict[Vague, int]:
    """Values of vague words. `unknown` stands for no word at all, so that it cannot have one."""
    words = [word.value for word in Vague if word is not Vague.UNKNOWN]
    if not isinstance(told, dict):
        raise ValueError("'vague' must be a table of words and whole numbers.")
    for word in told:
        if word not in words:
            raise ValueError(f"{word!r} is no vague word. They are {', '.join(words)}.")
    return {Vague(word): _number(word, value) for word, value in told.items()}


def _lines(told: object) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(line, str) for line in told):
        raise ValueError("'unconfirmed' must be a list of sentences.")
    return tuple(told)

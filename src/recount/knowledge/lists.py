"""All lists together: packaged ones, extended by a user's folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from recount.knowledge.actors import Actors, load_actors
from recount.knowledge.countries import Countries, load_countries
from recount.knowledge.files import PACKAGED, digest
from recount.knowledge.places import Places, load_places
from recount.knowledge.sources import Sources, load_sources
from recount.knowledge.words import Words, load_words
from recount.model import UsageError


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that is looked up while reading, and the hash of the files it came from."""

    words: Words
    actors: Actors
    sources: Sources
    places: Places
    countries: Countries
    hash: str


@cache
def load(extra: Path | None = None) -> Lists:
    """The packaged lists, with those of a user's folder on top; loaded once for each folder.

    Raises UsageError where there is no such folder, ListError where a list is not well formed.
    """
    if extra is not None and not extra.is_dir():
        raise UsageError(f"There is no folder {extra} to read lists from.")
    folders = [PACKAGED] if extra is None else [PACKAGED, extra]
    return Lists(
        load_words(folders),
        load_actors(folders),
        load_sources(folders),
        load_places(folders),
        load_countries(folders),
        digest(folders),
    )

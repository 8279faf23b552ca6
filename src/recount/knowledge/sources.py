"""Bodies that say so, by all their names, with what they are and whose side they are on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.knowledge.files import read_entries
from recount.language.phrases import Hit, Phrases
from recount.language.tokens import Token
from recount.model import ListError

KINDS = (
    "monitor", "state media", "party", "rescue service", "un", "ngo", "medic", "witness", "wire", "outlet",
    "government",
)  # fmt: skip
"""What a source may be."""
_KIND = "outlet"


@dataclass(frozen=True, slots=True)
class SourceBody:
    """A body that speaks; `kind` is one of `KINDS`, `side` that of the war that it belongs to, if any."""

    name: str
    kind: str
    side: str | None = None


class Sources:
    """Who can be found in a sentence as a source."""

    def __init__(self, entries: Sequence[tuple[str, SourceBody]]) -> None:
        # Where a name is listed in small letters too, it need not be written with a capital.
        small = {alias for alias, _ in entries if alias.islower()}
        kept = [(alias, body) for alias, body in entries if alias.islower() or alias.lower() not in small]
        self._phrases = Phrases((alias, (alias, body)) for alias, body in kept)
        self.by_name = {body.name: body for _, body in entries}

    def find(
        self, sentence: Sequence[Token], standing: Mapping[str, Sequence[int]] | None = None
    ) -> list[Hit[SourceBody]]:
        """The bodies named in a sentence, longest names first, without overlaps."""
        hits = self._phrases.find(sentence, standing)
        return [Hit(hit.first, hit.last, hit.value[1]) for hit in hits if _as_written(hit, sentence)]


def _as_written(hit: Hit[tuple[str, SourceBody]], sentence: Sequence[Token]) -> bool:
    """Initials must be initials (WHO is not "who"), and names begin with a capital letter."""
    alias, written = hit.value[0], sentence[hit.first].text
    if alias.isupper() and len(alias) < 6:
        return written[:2].isupper()
    if alias.islower() and written[0].isupper() and _named(sentence, hit.first):
        return False
    return not alias[0].isupper() or any(token.capital for token in sentence[hit.first : hit.last])


def _named(sentence: Sequence[Token], position: int) -> bool:
    """Whether a word is the end of somebody else's name: "the Tarsk Observatory" is not the one listed."""
    before = sentence[position - 1] if position > 0 else None
    return before is not None and before.capital and before.lower not in ("the", "a")


def load_sources(folders: Sequence[Path]) -> Sources:
    """The sources of every folder's sources/*.toml; a later folder's own name for an alias comes first.

    Raises ListError where a source has no name, or a kind that there is not.
    """
    entries = []
    for entry in read_entries(list(reversed(folders)), "sources/*.toml", "source"):
        body = SourceBody(entry["name"], kind_of(entry), entry.get("side"))
        entries += [(alias, body) for alias in dict.fromkeys([body.name, *entry.get("aliases", [])])]
    return Sources(entries)


def kind_of(entry: Mapping[str, Any]) -> str:
    """The kind that a list gives a source, an outlet where it gives none; ListError for one that there is not."""
    kind = entry.get("kind", _KIND)
    if kind not in KINDS:
        raise ListError(
            f"sources: {entry.get('name', 'people without a name')}: {kind!r} is none of {', '.join(KINDS)}."
        )
    return str(kind)

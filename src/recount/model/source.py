"""Who says so."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.span import Span


class SourceKind(StrEnum):
    """What a source is."""

    BODY = "body"
    """An organisation, outlet, state or armed group that is named."""
    PERSON = "person"
    """A named person, who speaks for the body if one is told."""
    UNNAMED = "unnamed"
    """Somebody without a name: a medic, activists, reports."""


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain of who says so. `name` is canonical for a known body, else as the text has it.

    `body` is the organisation that a person, or somebody unnamed, is told to speak for. `role` is what a person is
    ("director", "medic"), which stands for the name wherever names are left out.
    """

    name: str
    kind: SourceKind
    span: Span
    body: str | None = None
    role: str | None = None

    @property
    def shown(self) -> str:
        """As annotators write it: `name (body)` for somebody who speaks for a body."""
        return self.name if self.body is None or self.kind is SourceKind.BODY else f"{self.name} ({self.body})"

    @property
    def identifiable(self) -> str | None:
        """The body that can be an origin: unnamed people never make one."""
        return self.name if self.kind is SourceKind.BODY else self.body


Chain = tuple[Source, ...]
"""Nearest to the event first: a medic, the monitor whom she told, the agency that quotes it."""


def origin(chain: Chain) -> str | None:
    """The first identifiable body in a chain; none where nobody in it can be one."""
    return next((source.identifiable for source in chain if source.identifiable is not None), None)

"""What comes in: reports, and what is known of them before they are read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.model.span import Span


class DayFrom(StrEnum):
    """How a publication day is known, surest first."""

    GIVEN = "given"
    """By the user or a table's column."""
    METADATA = "metadata"
    """By the page's own machine-readable data."""
    TOLD = "told"
    """By a full date in the text where publication days stand."""
    COMPLETED = "completed"
    """By a day in the text whose year was found elsewhere in it."""
    INFERRED = "inferred"
    """From the latest certain day that the text tells; never sure."""


@dataclass(frozen=True, slots=True)
class Published:
    """A publication day and how it is known."""

    day: date
    known: DayFrom

    @property
    def certain(self) -> bool:
        """Whether the report tells its day itself, rather than it being worked out."""
        return self.known is not DayFrom.INFERRED


class Media(StrEnum):
    """What the bytes of a report are."""

    TEXT = "text/plain"
    HTML = "text/html"
    MARKDOWN = "text/markdown"


@dataclass(frozen=True, slots=True)
class Report:
    """One published article or statement, with the bytes that it came from.

    `id` is the file's name without its ending, or what a table's column says. `title`, `outlet` and `published` are
    absent until they are given from outside or `clean` finds them. `encoding` is what a server or user said of the
    bytes, `address` where they came from: a path or a web address.
    """

    id: str
    raw: bytes
    media: Media = Media.TEXT
    encoding: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: Published | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A passage of a report that stood in an earlier one before; `changed` are the words in it that did not."""

    span: Span
    report: str
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """What linking and counting need to know of a report: who published it and when, and whose words it has.

    `copy_of` is the earlier report that nearly all of it is a copy of; `carried` are passages of others in it.
    """

    id: str
    outlet: str | None = None
    title: str | None = None
    published: Published | None = None
    copy_of: str | None = None
    carried: tuple[Carried, ...] = ()

    @property
    def publisher(self) -> str:
        """Its outlet; a report of none that is known stands for itself."""
        return self.outlet or self.id

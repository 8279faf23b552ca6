"""A report's readable text."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.span import Span


class ZoneKind(StrEnum):
    """What a run of a page is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of the text of one kind."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """The readable text of a report, under its hash and the version of the cleaner that made it.

    Zones stand in order, do not overlap, and together cover all that is not white space. Spans are Unicode code points.
    """

    content: str
    hash: str
    cleaner: str
    zones: tuple[Zone, ...]

    def zone_at(self, position: int) -> ZoneKind | None:
        """The kind of the zone that holds a position; none between zones."""
        for zone in self.zones:
            if zone.span.start <= position < zone.span.end:
                return zone.kind
        return None

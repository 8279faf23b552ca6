"""Where."""

from dataclasses import dataclass
from enum import StrEnum

from recount.model.span import Span


class Precision(StrEnum):
    """How exactly a place is known, finest first."""

    SITE = "site"
    QUARTER = "quarter"
    TOWN = "town"
    NEAR = "near"
    BETWEEN = "between"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Location:
    """An entry of a gazetteer: a named place with its point in degrees (WGS 84) and what it lies in."""

    name: str
    lat: float
    lon: float
    precision: Precision
    country: str
    admin1: str | None = None
    admin2: str | None = None
    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a claim tells it.

    `name` is as the text has it. A place that is known has one `location`; an ambiguous one has `candidates` and no
    location; an unknown one has neither, and then at most what it lies in is known. `precision` is that of the words:
    "near X" and "the countryside of X" are never as exact as X. Of "between X and Y", X and Y are two places that
    have the precision `between`.
    """

    name: str
    span: Span
    precision: Precision | None = None
    location: Location | None = None
    candidates: tuple[Location, ...] = ()
    country: str | None = None
    admin1: str | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, only where one place is meant."""
        return None if self.location is None else (self.location.lat, self.location.lon)

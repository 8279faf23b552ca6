"""What incidents are grouped by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from recount.model import Claim, Incident, Location, Place, Precision, UsageError


class Key(StrEnum):
    """Something that all incidents of a row have in common."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PLACE = "place"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    BY = "by"
    TYPE = "type"
    TARGET = "target"
    WEAPON = "weapon"


def keys_named(names: str) -> tuple[Key, ...]:
    """The keys that a user wrote with commas between them; UsageError for one that there is not.

    >>> [key.value for key in keys_named("month, place")]
    ['month', 'place']
    """
    told = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    strange = [name for name in told if name not in list(Key)]
    if strange:
        raise UsageError(f"Nothing can be grouped by {strange[0]}. There are: {', '.join(Key)}.")
    return tuple(map(Key, told))


def key_value(incident: Incident, key: Key) -> str | None:
    """What an incident has for a key, several values joined by commas; none where it is not told, and never a guess.

    A time is a day, week, month or year in ISO form, and only told where all possible days lie in it. A place has what
    it lies in beside it, since two of one name are two places.
    """
    return _VALUES[key](incident)


def _time(shape: Callable[[date], str]) -> Callable[[Incident], str | None]:
    def value(incident: Incident) -> str | None:
        when = incident.when
        if when is None or when.earliest is None or when.latest is None:
            return None
        first, last = shape(when.earliest), shape(when.latest)
        return first if first == last else None

    return value


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _joined(values: Iterable[str | None]) -> str | None:
    return ", ".join(sorted({value for value in values if value})) or None


def _in_places(read: Callable[[Place], str | None]) -> Callable[[Incident], str | None]:
    return lambda incident: _joined(map(read, incident.where))


def _in_claims(read: Callable[[Claim], Iterable[str | None]]) -> Callable[[Incident], str | None]:
    return lambda incident: _joined(value for claim in incident.claims for value in read(claim))


def _place(place: Place) -> str:
    """A place with what it lies in; one that is not known, or not for sure, by its name as told."""
    location = place.location
    name = place.name if location is None else _inside(location.name, (location.admin1, location.country))
    return f"{place.precision.value} {name}" if place.precision in (Precision.NEAR, Precision.BETWEEN) else name


def _inside(name: str, areas: Iterable[str | None]) -> str:
    area = next((area for area in areas if area is not None and area != name), None)
    return name if area is None else f"{name} ({area})"


def _admin1(place: Place) -> str | None:
    """The first-level area with its country, where every place that may be meant lies in it."""
    told = place.admin1 if place.country is None or place.admin1 is None else f"{place.admin1} ({place.country})"
    return _common(_area_of(location) for location in _meant(place)) if _meant(place) else told


def _area_of(location: Location) -> str | None:
    own = location.name if location.precision is Precision.ADMIN1 else None
    name = location.admin1 or own
    return None if name is None else f"{name} ({location.country})"


def _country(place: Place) -> str | None:
    return _common(location.country for location in _meant(place)) if _meant(place) else place.country


def _meant(place: Place) -> tuple[Location, ...]:
    return place.candidates if place.location is None else (place.location,)


def _common(values: Iterator[str | None]) -> str | None:
    told = set(values)
    return told.pop() if len(told) == 1 else None


_VALUES: Mapping[Key, Callable[[Incident], str | None]] = {
    Key.DAY: _time(date.isoformat),
    Key.WEEK: _time(_week),
    Key.MONTH: _time(lambda day: f"{day:%Y-%m}"),
    Key.YEAR: _time(lambda day: f"{day:%Y}"),
    Key.PLACE: _in_places(_place),
    Key.ADMIN1: _in_places(_admin1),
    Key.COUNTRY: _in_places(_country),
    Key.BY: _in_claims(lambda claim: claim.by),
    Key.TYPE: lambda incident: incident.type.value,
    Key.TARGET: _in_claims(lambda claim: claim.target),
    Key.WEAPON: _in_claims(lambda claim: (claim.weapon,)),
}

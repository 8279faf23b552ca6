"""The filters of the lists, kept in the address so that a view can be bookmarked and shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from recount.model import Event, Outcome
from recount.store.shapes import IncidentQuery

LONGEST = 200
"""Code points kept of a typed name: longer than any, short enough for an address."""
DIGITS = 9
NAMES = ("q", "from", "to", "place", "by", "type", "weapon", "outcome", "source", "min_killed", "words")


@dataclass(frozen=True, slots=True)
class Active:
    """A filter in force: its name, what was typed, and the address without it."""

    name: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What was typed into the form, what it means, and what is wrong with it, by field.

    `kept` is what else the address says of the view, such as how a chart is parted: no filter, and kept beside them.
    """

    query: IncidentQuery = field(default_factory=IncidentQuery)
    page: int = 1
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)

    def address(self, path: str, page: int = 1) -> str:
        """The address of another page of the same view, or of another view with the same filters."""
        return _address(path, {**self.typed, **self.kept}, page)

    def cleared(self, path: str) -> str:
        """The address of the same view without filters."""
        return _address(path, dict(self.kept))

    def active(self, path: str) -> tuple[Active, ...]:
        """The filters in force."""
        told = {**self.typed, **self.kept}
        return tuple(
            Active(name, value, _address(path, {key: other for key, other in told.items() if key != name}))
            for name, value in self.typed.items()
        )


def read_filters(params: Mapping[str, str], keep: Sequence[str] = ()) -> Filters:
    """Filters from an address; what cannot be understood is a problem of its field. `keep` names what else stays."""
    typed = {name: words for name in NAMES if (words := clean(params.get(name, "")))}
    problems: dict[str, str] = {}
    first, last = _day("from", typed, problems), _day("to", typed, problems)
    if first is not None and last is not None and first > last:
        problems["to"] = "The last day lies before the first."
    query = IncidentQuery(
        first=first,
        last=last,
        place=typed.get("place"),
        by=typed.get("by"),
        source=typed.get("source"),
        type=_event(typed, problems),
        min_killed=_number("min_killed", typed, problems),
        words=typed.get("words"),
        anywhere=typed.get("q"),
        weapon=typed.get("weapon"),
        outcome=_outcome(typed, problems),
    )
    kept = {name: words for name in keep if (words := clean(params.get(name, "")))}
    return Filters(query, read_page(params), typed, problems, kept)


def read_page(params: Mapping[str, str]) -> int:
    """Which page of a list an address asks for; the first where it does not say."""
    told = params.get("page", "")
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) <= DIGITS else 1


def clean(words: str) -> str:
    """Typed words without control characters, which no name has and a database may refuse."""
    return "".join(letter if letter.isprintable() else " " for letter in words)[:LONGEST].strip()


def _address(path: str, typed: Mapping[str, str], page: int = 1) -> str:
    told = {**typed, **({"page": str(page)} if page > 1 else {})}
    return f"{path}?{urlencode(told, errors='replace')}" if told else path


def _day(name: str, typed: Mapping[str, str], problems: dict[str, str]) -> date | None:
    if name not in typed:
        return None
    try:
        return date.fromisoformat(typed[name])
    except ValueError:
        problems[name] = "Not a day. Write year, month and day, as in 2018-04-15."
        return None


def _event(typed: Mapping[str, str], problems: dict[str, str]) -> Event | None:
    if "type" not in typed:
        return None
    try:
        return Event(typed["type"])
    except ValueError:
        problems["type"] = "There is no such type of event. Choose one from the list."
        return None


def _outcome(typed: Mapping[str, str], problems: dict[str, str]) -> Outcome | None:
    if "outcome" not in typed:
        return None
    try:
        return Outcome(typed["outcome"])
    except ValueError:
        problems["outcome"] = "There is no such outcome. Choose one from the list."
        return None


def _number(name: str, typed: Mapping[str, str], problems: dict[str, str]) -> int | None:
    if name not in typed:
        return None
    if typed[name].isascii() and typed[name].isdigit() and len(typed[name]) <= DIGITS:
        return int(typed[name])
    problems[name] = "Not a number. Write digits only, as in 10."
    return None

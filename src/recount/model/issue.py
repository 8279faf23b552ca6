"""What could not be read or decided."""

from dataclasses import dataclass
from enum import StrEnum


class IssueKind(StrEnum):
    """What went wrong, in one word for filters."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    ENCODING = "encoding"
    LANGUAGE = "language"
    TRUNCATED = "truncated"
    UNREADABLE = "unreadable"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    TABLE = "table"
    DAY = "day"
    DISAGREEMENT = "disagreement"
    DUPLICATE_ID = "duplicate_id"
    REMOVED = "removed"
    JUDGEMENT = "judgement"
    CLAIM = "claim"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be read or decided, with the reason in words and what the user can do.

    `subject` is the report id, file, row or claim that it is about. `fatal` says that nothing was recorded of it.
    """

    kind: IssueKind
    subject: str
    reason: str
    fatal: bool = False

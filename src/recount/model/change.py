"""What became of an incident, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to an incident when claims were put together again, or that a person judged."""

    MADE = "made"
    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"
    GREW = "grew"
    SHRANK = "shrank"
    GONE = "gone"
    JUDGED = "judged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the trail. Its number rises with each; no other part of a record depends on the order of work.

    `subject` is the id of an incident, or of the judgement that was made or withdrawn. `others` are what it was made
    from (merged: all former ids; renamed: the former one), what it became (split: all ids of now), the claims that
    came or went (grew, shrank), or those that were judged.
    """

    number: int
    at: datetime
    kind: ChangeKind
    subject: str
    others: tuple[str, ...] = ()

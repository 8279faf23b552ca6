"""Steps of the trail in words."""

from recount.model import Change, ChangeKind

_WORDS = {
    ChangeKind.MADE: "{subject} is a new incident",
    ChangeKind.MERGED: "{subject} was put together from {others}",
    ChangeKind.SPLIT: "{subject} was split into {others}",
    ChangeKind.RENAMED: "{subject} was {others} before",
    ChangeKind.GREW: "{subject} holds more claims: {others}",
    ChangeKind.SHRANK: "{subject} holds claims no more: {others}",
    ChangeKind.GONE: "{subject} is gone: none of its claims is in an incident any more",
    ChangeKind.JUDGED: "{subject} was judged, of {others}",
    ChangeKind.WITHDRAWN: "{subject} was withdrawn, of {others}",
}


def words(change: Change) -> str:
    """One step in a sentence.

    >>> from datetime import datetime
    >>> words(Change(1, datetime(2031, 5, 1), ChangeKind.RENAMED, "a@3", ("b@9",)))
    'a@3 was b@9 before'
    """
    return _WORDS[change.kind].format(subject=change.subject, others=", ".join(change.others))

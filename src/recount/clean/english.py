"""Whether a text is English, which is all that is read so far."""

import re

from recount.clean.lists import phrases
from recount.model import Issue, IssueKind

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_SHORT = 25
# English reports have a share of .25 and more; lists of names and headlines less, other languages hardly any.
_LEAST = 0.1


def not_english(report_id: str, content: str) -> Issue | None:
    """An issue where the text is in another language; short texts have the benefit of the doubt."""
    words = _WORD.findall(content[:_SAMPLE])
    latin = sum(1 for word in words if word[0] < "ɐ")
    foreign = len(words) >= 5 and latin * 2 < len(words)
    if not foreign and (len(words) < _SHORT or _share(words) >= _LEAST):
        return None
    reason = (
        "The text does not look like English, the only language read so far. It is kept; no claims are read from it."
    )
    return Issue(IssueKind.LANGUAGE, report_id, reason)


def _share(words: list[str]) -> float:
    small = phrases("english", "small")
    return sum(1 for word in words if word.lower() in small) / len(words)

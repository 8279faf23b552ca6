"""Whether a text is English, which is all that is read so far."""

import re
from itertools import islice

from recount.clean.lists import phrases
from recount.model import Issue, IssueKind

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_SHORT = 25
# English reports have one in four and more; lists of names and headlines less, other languages hardly any.
_ONE_IN = 10


def not_english(report_id: str, content: str) -> Issue | None:
    """An issue where the text is in another language; short texts have the benefit of the doubt."""
    sample = content[:_SAMPLE]
    words = _WORD.findall(sample)
    latin = len(words) if sample.isascii() else sum(1 for word in words if word[0] < "ɐ")
    foreign = len(words) >= 5 and latin * 2 < len(words)
    if not foreign and (len(words) < _SHORT or _has_small_words(words)):
        return None
    reason = (
        "The text does not look like English, the only language read so far. It is kept; no claims are read from it."
    )
    return Issue(IssueKind.LANGUAGE, report_id, reason)


def _has_small_words(words: list[str]) -> bool:
    """Whether the least share of the words are little ones of English; most texts have them in a few lines."""
    small = phrases("english", "small")
    least = -(-len(words) // _ONE_IN)
    found = (word for word in words if word.lower() in small)
    return len(list(islice(found, least))) == least

"""A form's fields as the decision that `run` keeps."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from recount.knowledge import Lists
from recount.model import Decision, Field, RecountError, UsageError
from recount.run import Correction, Effect, Says, add_claim, confirm, correct, judge_pair, reject, undo
from recount.run.judging import named_judgement
from recount.store import Record
from recount.web.judging.sent import Sent

_INCIDENT = re.compile(r".*?/incident/(.+)")


def ids(record: Record, verb: str, sent: Sent) -> Sequence[str]:
    """The claims or incidents that a form is about."""
    if verb == "undo":
        try:
            return [subject.claim for subject in named_judgement(record, sent.one("judgement")).subjects]
        except RecountError:
            return ()
    other = named(sent.one("other"))
    return tuple(dict.fromkeys((*sent.all("claim"), *([other] if other else ()))))


def named(words: str) -> str:
    """An id that somebody typed, or took from the address of a page.

    >>> named("http://127.0.0.1:8765/incident/norvane-ilmesk@216?done=j1"), named(" norvane-ilmesk@216 ")
    ('norvane-ilmesk@216', 'norvane-ilmesk@216')
    """
    found = _INCIDENT.fullmatch(urlsplit(words.strip()).path) if "/incident/" in words else None
    return words.strip() if found is None else unquote(found[1])


def field(sent: Sent) -> Field:
    """The field that is corrected: how many people, unless the form says another."""
    told = sent.one("field") or Field.COUNTS.value
    if told not in list(Field):
        raise UsageError(f"A claim has no field called {told}. There are: {', '.join(Field)}.")
    return Field(told)


def value(sent: Sent) -> str:
    """What was written for a field; several ticked boxes are one list."""
    told = [words.strip() for words in sent.values.get("value", ()) if words.strip()]
    return "; ".join(told) or "none"


def keep(record: Record, verb: str, sent: Sent, says: Says, lists: Lists) -> Effect:
    """Keep the decision that a form tells. UsageError where it cannot be, with what to do."""
    return VERBS[verb](record, sent, says, lists)


def _one(record: Record, sent: Sent) -> str:
    found = sent.one("claim")
    if not found:
        raise UsageError("Name the claim that this is about.")
    return found


def _pair(decision: Decision) -> Callable[[Record, Sent, Says, Lists], Effect]:
    return lambda record, sent, says, _lists: judge_pair(record, decision, ids(record, decision.value, sent), says)


def _confirm(record: Record, sent: Sent, says: Says, _lists: Lists) -> Effect:
    return confirm(record, _one(record, sent), says)


def _reject(record: Record, sent: Sent, says: Says, _lists: Lists) -> Effect:
    return reject(record, [_one(record, sent)], says)


def _correct(record: Record, sent: Sent, says: Says, lists: Lists) -> Effect:
    to = Correction(field(sent), value(sent), sent.one("words") or None)
    return correct(record, _one(record, sent), to, says, lists)


def _undo(record: Record, sent: Sent, says: Says, _lists: Lists) -> Effect:
    return undo(record, sent.one("judgement"), says)


def _add(record: Record, sent: Sent, says: Says, lists: Lists) -> Effect:
    told = {one: words for one in Field if (words := sent.one(f"field-{one.value}"))}
    figure = sent.one("figure") or None
    return add_claim(record, sent.one("report"), sent.one("quote"), told, says, lists, figure)


VERBS: Mapping[str, Callable[[Record, Sent, Says, Lists], Effect]] = {
    "same": _pair(Decision.SAME),
    "different": _pair(Decision.DIFFERENT),
    "reject": _reject,
    "correct": _correct,
    "add": _add,
    "confirm": _confirm,
    "undo": _undo,
}

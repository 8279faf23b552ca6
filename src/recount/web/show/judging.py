"""What people decided, in words: of an incident's claims, or of a report's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recount.link.finding import Finder
from recount.link.values import readable
from recount.model import Claim, Decision, Judgement
from recount.run.written import of_kept
from recount.web.show.labels import label


@dataclass(frozen=True, slots=True)
class Decided:
    """One judgement as a page shows it; `withdrawn` says by whom and why, where it was; `change` tells a
    correction: the value before and after; `words` are those of the report that it rests on."""

    id: str
    what: str
    claims: tuple[str, ...]
    by: str
    day: date
    because: str
    withdrawn: str | None
    change: str | None = None
    words: str | None = None


def heading(judgement: Judgement) -> str:
    """Which judgement it is, of what, by whom."""
    return f"{judgement.id}: {what(judgement)} {' and '.join(_claims(judgement))} ({judgement.by})"


def what(judgement: Judgement) -> str:
    """What was decided, before the claims that it was decided of."""
    field = "" if judgement.field is None else f" {judgement.field.value} of"
    return f"{label('decision', judgement.decision)}{field}"


def decided(judgement: Judgement) -> Decided:
    """One judgement with all that is to be told of it."""
    withdrawn = None
    if not judgement.stands:
        withdrawn = f"withdrawn by {judgement.withdrawn_by or 'somebody'}: {judgement.withdrawn_because or 'not told'}"
    return Decided(
        judgement.id,
        what(judgement).removesuffix(":"),
        _claims(judgement),
        judgement.by,
        judgement.at.date(),
        judgement.because,
        withdrawn,
        _change(judgement),
        None if judgement.rests_on is None else judgement.rests_on.quote,
    )


def _change(judgement: Judgement) -> str | None:
    field, old, new = judgement.field, judgement.old, judgement.new
    if field is None or old is None or new is None or not readable(judgement):
        return None
    return f"{of_kept(field, old)} → {of_kept(field, new)}"


def history(judgements: Iterable[Judgement], claims: Sequence[Claim]) -> list[Decided]:
    """The judgements that speak of any of these claims, withdrawn ones too, the latest first."""
    finder = Finder.over(claims, {})
    ids = {claim.id for claim in claims}
    about = [one for one in judgements if _speaks(one, ids, finder)]
    return [decided(one) for one in sorted(about, key=lambda one: (one.at, one.id), reverse=True)]


def of_report(judgements: Iterable[Judgement], report: str) -> list[Decided]:
    """The judgements that speak of a report's claims, also of those that were left out by them, the latest first."""
    about = [one for one in judgements if any(subject.report == report for subject in one.subjects)]
    return [decided(one) for one in sorted(about, key=lambda one: (one.at, one.id), reverse=True)]


def _claims(judgement: Judgement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(subject.claim for subject in judgement.subjects))


def _speaks(judgement: Judgement, ids: set[str], finder: Finder) -> bool:
    if judgement.decision is Decision.ADD:
        return judgement.subjects[0].claim in ids
    return any(subject.claim in ids or finder.find(subject) is not None for subject in judgement.subjects)

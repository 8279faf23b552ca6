"""What a judgement changed, in words."""

from collections.abc import Iterator

from recount.cli import telling
from recount.cli.screen import paragraph, say
from recount.model import CountedIncident, Outcome
from recount.run import Effect
from recount.web.show import days, figures, trail
from recount.web.show.judging import heading
from recount.web.show.labels import label
from recount.web.show.rows import incident_title

NOTHING = "No incident changed."


def tell(effect: Effect) -> None:
    """Print what was decided and what became of the incidents; issues that came up go to standard error."""
    for line in lines(effect):
        paragraph(line)
    for issue in effect.issues:
        say(f"{issue.subject}: {issue.reason}")


def lines(effect: Effect) -> Iterator[str]:
    """The judgement first, with its id to undo it by, then each change."""
    judgement = effect.judgement
    if effect.known:
        yield f"{judgement.by} judged so before: {heading(judgement)}. Nothing was kept again."
        return
    yield heading(judgement) if judgement.stands else f"withdrawn: {heading(judgement)}"
    yield from corrected(effect)
    changed = [*(trail.words(change) for change in effect.changes), *_figures(effect)]
    yield from changed or [NOTHING]
    for counted in effect.after:
        yield f"  {counted.incident.id}: {summary(counted)}"


def corrected(effect: Effect) -> Iterator[str]:
    """What a claim says in the field that was corrected, or that is so no more."""
    if effect.claim is not None and effect.judgement.field is not None:
        field, id = effect.judgement.field, effect.judgement.subjects[0].claim
        former = "not told" if effect.former is None else telling.field(effect.former, field)
        told, words = telling.field(effect.claim, field), effect.judgement.rests_on
        yield f"{id}: {field.value}: {former} → {told}{'' if words is None else f', in the words “{words.quote}”'}"


def summary(counted: CountedIncident) -> str:
    """An incident in one line."""
    incident = counted.incident
    told = [incident_title(incident), days.when(incident.when)]
    told += [f"{_toll(counted, outcome)} {label('outcome', outcome)}" for outcome in _told(counted)]
    told.append(figures.several(len(incident.claims), "claim"))
    return " · ".join(told)


def _figures(effect: Effect) -> Iterator[str]:
    """What incidents that kept their id tell otherwise now."""
    before = {counted.incident.id: counted for counted in effect.before}
    for counted in effect.after:
        former = before.get(counted.incident.id)
        if former is not None:
            yield from (f"{counted.incident.id}: {words}" for words in _differences(former, counted))


def _differences(former: CountedIncident, counted: CountedIncident) -> Iterator[str]:
    then, now = former.incident, counted.incident
    pairs = [("what and where", incident_title(then), incident_title(now))]
    pairs.append(("when", days.when_in_full(then.when), days.when_in_full(now.when)))
    for outcome in dict.fromkeys((*_told(former), *_told(counted))):
        pairs.append((label("outcome", outcome), _toll(former, outcome), _toll(counted, outcome)))
    yield from (f"{name}: {one} → {other}" for name, one, other in pairs if one != other)


def _told(counted: CountedIncident) -> list[Outcome]:
    return [toll.outcome for toll in counted.tolls]


def _toll(counted: CountedIncident, outcome: Outcome) -> str:
    words = figures.toll(counted.toll(outcome))
    return words.main if words.span is None else f"{words.main} ({words.span})"

"""How an incident's figures came about: each as its origin told it, in the order of the days."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from recount.model import Byline, Incident, Outcome, Step, Told, first_told
from recount.tally.latest import Turn, steps
from recount.tally.tolls import asserted, by_origin, counting, figure


def history(incident: Incident, bylines: Mapping[str, Byline]) -> tuple[Told, ...]:
    """Every figure claimed, by outcome and then by day; those whose report has no day come first, as in tolls.

    Those that stand are the figures of the tolls. Totals over several episodes are told as such where single ones
    give the toll. What is denied or projected is no figure.
    """
    return tuple(
        told
        for outcome in Outcome
        for told in sorted(_of_outcome(outcome, incident, bylines), key=lambda one: _at(one))
    )


def _at(told: Told) -> date:
    return told.day or date.min


def _of_outcome(outcome: Outcome, incident: Incident, bylines: Mapping[str, Byline]) -> Iterator[Told]:
    counted = counting(incident, outcome)
    for origin, claims in by_origin(counted, bylines).items():
        yield from (_told(origin, turn, bylines) for turn in steps(claims, outcome))
    several = [claim for claim in asserted(incident) if claim.several and claim not in counted]
    for origin, claims in by_origin(several, bylines).items():
        for turn in steps(claims, outcome):
            yield _told(origin, replace(turn, step=Step.SEVERAL, stands=False), bylines)


def _told(origin: str, turn: Turn, bylines: Mapping[str, Byline]) -> Told:
    telling = turn.telling
    published = first_told(telling.claim, bylines).published
    return Told(
        figure(origin, telling, turn.part),
        telling.count.side,
        None if published is None else published.day,
        turn.step,
        telling.adds if turn.step is Step.ADDED else telling.updates,
        turn.stands,
    )

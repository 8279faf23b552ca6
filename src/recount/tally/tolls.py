"""An incident to its tolls."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from recount.model import Assertion, Byline, Claim, Figure, Incident, Outcome, Scope, Toll, first_told, origins_of
from recount.tally.bounds import bounds, whole
from recount.tally.latest import Latest, Telling, latest
from recount.tally.policy import Policy


def tolls(incident: Incident, policy: Policy, bylines: Mapping[str, Byline]) -> tuple[Toll, ...]:
    """One toll for each outcome that a claim of the incident tells, in the order of the outcomes.

    Its figures are what each origin said last. What is denied or projected adds none. A total over several episodes
    gives a figure only where no claim tells the outcome of the one.
    """
    return tolls_under(incident, (policy,), bylines)


def tolls_under(incident: Incident, policies: Sequence[Policy], bylines: Mapping[str, Byline]) -> tuple[Toll, ...]:
    """The same under several policies, for which what each origin says last is found only once."""
    told = (outcome for outcome in Outcome if counting(incident, outcome))
    return tuple(toll for outcome in told for toll in _tolls(outcome, incident, policies, bylines))


def counting(incident: Incident, outcome: Outcome) -> tuple[Claim, ...]:
    """The claims that give an incident its figures for one outcome: those of one episode, else totals over several."""
    told = [claim for claim in asserted(incident) if any(count.outcome is outcome for count in claim.counts)]
    return tuple(claim for claim in told if not claim.several) or tuple(told)


def is_sum(claims: Iterable[Claim]) -> bool:
    """Whether all claims that count people cover several episodes, so that they must not be added to single ones."""
    told = [claim for claim in claims if claim.counts]
    return bool(told) and all(claim.several for claim in told)


def provisional(toll: Toll, policy: Policy) -> bool:
    """Whether fewer independent origins tell a toll than its policy asks for."""
    return len({figure.origin for figure in toll.figures}) < policy.independent


def asserted(incident: Incident) -> Iterator[Claim]:
    """The claims of an incident that may give it figures: what a source asserts of an episode."""
    for claim in incident.claims:
        if claim.assertion is Assertion.ASSERTED and claim.scope is Scope.INCIDENT:
            yield claim


def _tolls(
    outcome: Outcome, incident: Incident, policies: Sequence[Policy], bylines: Mapping[str, Byline]
) -> Iterator[Toll]:
    told = by_origin(counting(incident, outcome), bylines)
    last = {origin: latest(claims, outcome) for origin, claims in told.items()}
    figures = tuple(figure for origin, said in last.items() for figure in _figures(origin, said))
    for policy in policies:
        made = bounds([one for said in last.values() if (one := whole(said, policy.vague)) is not None], policy)
        yield Toll(outcome, made.min, made.best, made.max, policy.name, figures)


def by_origin(claims: Sequence[Claim], bylines: Mapping[str, Byline]) -> dict[str, list[Claim]]:
    """The claims of each origin in the order that they were told, origins in the order of their first."""
    grouped: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: _told(claim, first_told(claim, bylines))):
        for origin in origins_of(claim, bylines):
            grouped.setdefault(origin, []).append(claim)
    return grouped


def _told(claim: Claim, byline: Byline) -> tuple[date, str, bool, tuple[str, int]]:
    """When a claim was told, as sorting needs it: by the day of the report it was first in, then by report and place.

    A report without a day comes first, since nothing shows that it corrects another. A report comes after its copies,
    which repeat it, so that its own words stand.
    """
    day = date.min if byline.published is None else byline.published.day
    return (day, byline.id, claim.report == byline.id, claim.key)


def _figures(origin: str, said: Latest) -> Iterator[Figure]:
    for part, tellings in ((False, said.wholes), (True, said.parts)):
        for telling in tellings:
            yield figure(origin, telling, part)


def figure(origin: str, telling: Telling, part: bool) -> Figure:
    """A telling as a toll's figure; `part` says that it lies within another."""
    count = telling.count
    vague = None if count.vague is None else count.vague.value
    return Figure(origin, count.outcome, count.who, count.low, count.high, count.approx, vague, telling.claim.id, part)

"""Nobody is counted twice: parts, totals over several episodes and running totals bound a sum and are never in it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recount.model import Claim, CountedIncident, Group, Outcome, Scope
from recount.tally import add_up, tolls
from tests.tally.people_told import RANGE, counted, dead, incident, killed, said

ORIGINS = st.sampled_from(["Blue Lamps", "Norvane", None])
SINGLE = st.lists(
    st.builds(
        lambda origin, low, at: said(origin, dead(low), report="r", at=at),
        ORIGINS,
        st.integers(1, 60),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda claim: claim.id,
)


@given(st.integers(10, 60), st.lists(st.integers(1, 9), max_size=1), st.lists(st.integers(1, 9), max_size=1))
def test_parts_bound_their_whole_and_add_nobody(whole: int, children: list[int], women: list[int]) -> None:
    parts = [*(dead(low, group=Group.CHILD, part_of=0) for low in children)]
    parts += [dead(low, group=Group.WOMAN, part_of=0) for low in women]
    assert killed(said("Blue Lamps", dead(whole), *parts)) == (whole, whole, whole)
    least = sum((*children, *women))
    assert killed(said("Blue Lamps", dead(1, 60), *parts)) == (max(1, least), None, 60)


@given(SINGLE, st.lists(st.integers(60, 900), max_size=3))
def test_totals_over_several_episodes_change_no_toll_of_one(claims: list[Claim], totals: list[int]) -> None:
    sums = [said("Norvane", dead(low), report="day", at=at, several=True) for at, low in enumerate(totals)]
    assert killed(*claims) == killed(*claims, *sums)


@given(SINGLE, st.integers(60, 900))
def test_a_running_total_in_an_incident_would_change_nothing(claims: list[Claim], low: int) -> None:
    running = said("Norvane", dead(low), report="year", scope=Scope.PERIOD)
    assert tolls(incident(*claims), RANGE, {}) == tolls(incident(*claims, running, id=claims[0].id), RANGE, {})


@given(st.lists(SINGLE, min_size=1, max_size=4), st.integers(60, 900))
def test_a_sum_of_incidents_is_the_same_beside_a_total_over_them(groups: list[list[Claim]], low: int) -> None:
    single = [counted(incident(*claims, id=f"i{n}")) for n, claims in enumerate(groups)]
    day: CountedIncident = counted(incident(said("Norvane", dead(low), report="day", several=True), id="day"))
    (alone,), (beside,) = add_up(single, ()), add_up([*single, day], ())
    assert alone.totals == beside.totals
    assert alone.incidents == beside.incidents
    assert [(one.incident, one.outcome, one.min) for one in beside.bounds] == [("day", Outcome.KILLED, low)]


@given(SINGLE)
def test_a_report_told_twice_adds_nobody(claims: list[Claim]) -> None:
    again = [replace(claim, report="copy") for claim in claims]
    told = [claim for claim in claims if claim.chains]
    copied = [claim for claim in again if claim.chains]
    if told:
        assert killed(*told)[0] == killed(*told, *copied)[0]
        assert killed(*told)[2] == killed(*told, *copied)[2]

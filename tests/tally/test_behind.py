"""The claims behind a sum, and why the others are passed over."""

from hypothesis import given
from hypothesis import strategies as st

from recount.model import Assertion, Claim, CountedIncident, Group, Outcome
from recount.tally import Behind, add_up, behind, tolls
from recount.tally.behind import AGAIN, DENIED, LATER, NO_FIGURE, PART, PROJECTED, SEVERAL
from tests.tally.people_told import RANGE, dead, incident, published, said

DAYS = published(a=1, b=2, c=3)


def part(*claims: Claim, denials: tuple[Claim, ...] = ()) -> Behind:
    one = incident(*claims, denials=denials)
    return behind(CountedIncident(one, tolls(one, RANGE, DAYS)), Outcome.KILLED, DAYS)


def passed(made: Behind) -> dict[str, str]:
    """Each report whose claim is passed over, with the reason."""
    return {one.claim.partition("@")[0]: one.reason for one in made.passed_over}


def test_the_last_figures_of_each_origin_are_behind_a_sum() -> None:
    made = part(said("Blue Lamps", dead(58), report="a"), said("Blue Lamps", dead(72), report="b"))
    assert (made.claims, made.min, made.max) == (("b@0",), 72, 72)
    assert passed(made) == {"a": LATER}


def test_each_claim_that_gives_nothing_has_its_reason() -> None:
    made = part(
        said("Blue Lamps", dead(20), report="a"),
        said("Blue Lamps", dead(20), report="b"),
        said("Norvane", report="c"),
        said("Norvane", dead(90), report="day", several=True),
        said("Norvane", dead(7), report="fear", assertion=Assertion.PROJECTED),
        denials=(said("VELNA", report="no", assertion=Assertion.DENIED),),
    )
    assert made.claims == ("b@0",)
    assert passed(made) == {
        "a": AGAIN,
        "c": NO_FIGURE,
        "day": SEVERAL,
        "fear": PROJECTED,
        "no": DENIED,
    }


def test_a_part_of_a_whole_is_passed_over_as_one() -> None:
    whole = said("Blue Lamps", dead(20), report="a")
    assert passed(part(whole, said("Blue Lamps", dead(5, group=Group.CHILD), report="b"))) == {"b": PART}


_CLAIMS = st.lists(
    st.builds(
        lambda origin, low, report, at, several, how: said(
            origin, dead(low), report=report, at=at, several=several, assertion=how
        ),
        st.sampled_from(["Blue Lamps", "Norvane", None]),
        st.none() | st.integers(1, 60),
        st.sampled_from("abc"),
        st.integers(0, 99),
        st.booleans(),
        st.sampled_from([Assertion.ASSERTED, Assertion.ASSERTED, Assertion.PROJECTED]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda claim: claim.id,
)


@given(_CLAIMS)
def test_every_claim_gives_a_figure_or_is_passed_over_with_a_reason(claims: list[Claim]) -> None:
    made = part(*claims)
    assert sorted((*made.claims, *(one.claim for one in made.passed_over))) == sorted(claim.id for claim in claims)


@given(st.lists(_CLAIMS, min_size=1, max_size=4))
def test_the_parts_behind_a_sum_add_up_to_it(groups: list[list[Claim]]) -> None:
    made = [incident(*claims, id=f"i{n}") for n, claims in enumerate(groups)]
    counted = {one.id: CountedIncident(one, tolls(one, RANGE, DAYS)) for one in made}
    for row in add_up(counted.values(), ()):
        total = row.totals[0]
        parts = [behind(counted[id], Outcome.KILLED, DAYS) for id in total.counted]
        lows, highs = [one.min for one in parts if one.min is not None], [one.max for one in parts]
        assert total.min == (sum(lows) if lows else None)
        known = [high for high in highs if high is not None]
        assert total.max == (sum(known) if known and None not in highs else None)
        assert all(one.claims for one in parts)

"""What the sources of each kind and side tell, deny, or give no figure of."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recount.knowledge.bodies import Bodies
from recount.knowledge.sources import SourceBody
from recount.model import Assertion, Byline, Claim, Outcome, Source, SourceKind, Voice
from recount.tally import tolls, voices
from tests.tally.people_told import HERE, RANGE, chain, dead, incident, said

LISTED = (
    SourceBody("Blue Lamps", "rescue service"),
    SourceBody("Rights Monitor", "monitor"),
    SourceBody("VELNA", "state media", "Veldanian government"),
    SourceBody("Interior Ministry", "government", "Veldanian government"),
    SourceBody("Front Radio", "party", "Highland Front"),
    SourceBody("Norvane Press", "wire"),
)
BODIES = Bodies([(body.name, body) for body in LISTED], {"medic": "medic", "residents": "witness"})
INJURED = Outcome.INJURED


def heard(*claims: Claim, denials: tuple[Claim, ...] = (), outlet: str = "Norvane Press") -> dict[str, Voice]:
    """The voices of an incident, each under its kind and side; all reports are of one outlet."""
    one = incident(*claims, denials=denials)
    bylines = {claim.report: Byline(claim.report, outlet) for claim in (*claims, *denials)}
    made = voices(one, tolls(one, RANGE, bylines), bylines, BODIES)
    return {f"{voice.kind} of {voice.side}": voice for voice in made}


def through(words: str, *bodies: str) -> Claim:
    """Three dead on the word of people without a name, passed on by some bodies."""
    first = Source(words, SourceKind.UNNAMED, HERE)
    return replace(said(None, dead(3), report="r"), chains=((first, *chain(*bodies)),))


def test_figures_stand_under_the_kind_and_side_of_who_tells_them() -> None:
    made = heard(said("Blue Lamps", dead(33)), said("VELNA", dead(3)), said("Interior Ministry", dead(4)))
    assert {name: [figure.low for figure in voice.figures] for name, voice in made.items()} == {
        "rescue service of None": [33],
        "government of Veldanian government": [4],
        "state media of Veldanian government": [3],
    }


def test_a_side_that_denies_and_counts_nobody_gives_no_figure() -> None:
    denial = said("VELNA", report="denial", assertion=Assertion.DENIED)
    voice = heard(said("Blue Lamps", dead(33)), denials=(denial,))["state media of Veldanian government"]
    assert (voice.origins, voice.figures, voice.denials) == (("VELNA",), (), (denial.id,))
    assert voice.no_figure == (Outcome.KILLED,)


def test_an_outcome_that_others_count_and_a_side_does_not_is_told() -> None:
    made = heard(said("Blue Lamps", dead(33), dead(60, outcome=INJURED)), said("VELNA", dead(2, outcome=INJURED)))
    assert made["state media of Veldanian government"].no_figure == (Outcome.KILLED,)
    assert made["rescue service of None"].no_figure == ()


def test_a_side_with_a_part_in_it_of_which_no_source_speaks_is_named_last() -> None:
    made = heard(said("Blue Lamps", dead(33), by=("Highland Front",), against=("unknown gunmen",)))
    assert list(made) == ["rescue service of None", "None of Highland Front"]
    assert made["None of Highland Front"].origins == ()


def test_whom_no_list_has_is_of_no_kind() -> None:
    assert list(heard(said("Lake Gazette", dead(3)))) == ["None of None"]


def test_a_medic_told_to_an_agency_is_a_medic_and_told_to_a_monitor_the_monitor() -> None:
    assert list(heard(through("a medic"))) == ["medic of None"]
    assert list(heard(through("residents"), outlet="Rights Monitor")) == ["monitor of None"]
    assert list(heard(through("a medic", "Blue Lamps"))) == ["rescue service of None"]


def test_what_an_outlet_of_a_side_has_from_a_medic_is_still_of_its_side() -> None:
    assert list(heard(through("a medic"), outlet="VELNA")) == ["state media of Veldanian government"]


def test_an_agency_that_tells_a_medics_figure_lacks_none_itself() -> None:
    assert list(heard(through("a medic"), said(None, report="r", at=40))) == ["medic of None"]


_CLAIMS = st.lists(
    st.builds(
        lambda origin, low, at, by: said(origin, dead(low), report="r", at=at, by=by),
        st.sampled_from([None, *(body.name for body in LISTED), "Lake Gazette"]),
        st.integers(1, 60),
        st.integers(0, 99),
        st.sampled_from([(), ("Highland Front",), ("Marrovia",)]),
    ),
    min_size=1,
    max_size=7,
    unique_by=lambda claim: claim.id,
)


@given(_CLAIMS)
def test_every_figure_of_the_tolls_is_in_one_voice(claims: list[Claim]) -> None:
    one = incident(*claims)
    bylines = {"r": Byline("r", "Norvane Press")}
    made = tolls(one, RANGE, bylines)
    told = [figure for voice in voices(one, made, bylines, BODIES) for figure in voice.figures]
    assert sorted(map(str, told)) == sorted(str(figure) for toll in made for figure in toll.figures)


@given(_CLAIMS)
def test_a_voice_has_each_outcome_as_a_figure_or_as_none(claims: list[Claim]) -> None:
    one = incident(*claims)
    for voice in voices(one, tolls(one, RANGE, {}), {}, BODIES):
        counted = {figure.outcome for figure in voice.figures}
        assert counted | set(voice.no_figure) == {Outcome.KILLED}
        assert not counted & set(voice.no_figure)

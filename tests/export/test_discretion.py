"""What leaves the house says nothing that could lead to a person."""

import json
from dataclasses import replace

import pytest

from recount.export import discreet, incident_object
from recount.export.discretion import LONGEST
from recount.knowledge import Lists
from recount.model import Claim, CountedIncident, Place, Precision, Quote, Reason, Source, SourceKind
from tests.export.grelda import AT, BYLINES, DEPOT, DIRECTOR, GRELDA, MONITOR, WITNESS, claim, incident, place


def outside(lists: Lists, *incidents: CountedIncident) -> str:
    """Everything that would be written, in one string."""
    objects = [incident_object(counted, BYLINES) for counted in discreet(incidents, lists)]
    return json.dumps(objects, ensure_ascii=False)


def quote(lists: Lists, *claims: Claim) -> str:
    return discreet([incident(*claims)], lists)[0].incident.claims[0].words


def test_a_named_person_becomes_what_he_or_she_is(lists: Lists) -> None:
    told = replace(claim("Five died, Orla Venn said"), chains=((DIRECTOR,), (WITNESS,)))
    [made] = discreet([incident(told)], lists)
    assert [source.shown for chain in made.incident.claims[0].chains for source in chain] == [
        "director (Veldanian Rights Monitor)",
        "a named person",
    ]
    assert made.incident.claims[0].words == "Five died, director said"


def test_a_name_goes_from_passages_that_tell_a_claim_again(lists: Lists) -> None:
    told = replace(claim("Five died"), chains=((WITNESS,),), repeats=(Quote(AT, "Five died, Tarel Onsk said"),))
    assert "Onsk" not in outside(lists, incident(told))


def test_a_name_goes_wherever_it_is_told(lists: Lists) -> None:
    named = replace(claim("Five died"), chains=((WITNESS,),))
    elsewhere = claim("Three died, tarel\nonsk said", "herald-1")
    assert "onsk" not in outside(lists, incident(named), incident(elsewhere)).casefold()


def test_part_of_a_name_goes_in_the_report_that_has_it_in_full(lists: Lists) -> None:
    full = replace(claim("Five died"), chains=((WITNESS,),))
    part = claim("Onsk saw two shells", at=40)
    other = claim("The river Onsk is shallow", "herald-1")
    told = outside(lists, incident(full, part), incident(other))
    assert "a named person saw two shells" in told
    assert "The river Onsk is shallow" in told


def test_a_role_is_said_once(lists: Lists) -> None:
    told = replace(claim("Its director Orla Venn counted five dead"), chains=((DIRECTOR,),))
    assert quote(lists, told) == "Its director counted five dead"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tarel Onsk, a baker, was killed in Grelda", "[name left out], a baker, was killed in Grelda"),
        ("On Tuesday Mira bint Kesten was shot dead", "On Tuesday [name left out] was shot dead"),
        ("shells killed Sef al-Onsk and Mira Kesten", "shells killed [name left out] and [name left out]"),
    ],
)
def test_names_of_people_who_are_no_source_go_too(lists: Lists, words: str, expected: str) -> None:
    assert quote(lists, claim(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Highland Front fighters shelled Grelda, the Veldanian Rights Monitor said on Tuesday",
        "Marrovian jets hit Mount Karrasund and Upper Tarn on March 4, Blue Lamps said",
        "Since Tuesday UN observers have counted five dead",
        "The Veldanian army said that Su-9 jets hit Grelda",
    ],
)
def test_names_of_places_sides_bodies_and_days_stay(lists: Lists, words: str) -> None:
    told = replace(claim(words), where=(place(), place(replace(GRELDA, name="Upper Tarn"))))
    assert quote(lists, told) == words


def test_an_unnamed_source_with_a_name_in_it_loses_the_name(lists: Lists) -> None:
    medic = Source("a medic called Tarel Onsk", SourceKind.UNNAMED, AT)
    told = outside(lists, incident(replace(claim(), chains=((medic, MONITOR),))))
    assert "a medic called [name left out]" in told


@pytest.mark.parametrize("target", ["home", "camp"])
def test_a_home_or_camp_keeps_what_it_lies_in_and_no_point(lists: Lists, target: str) -> None:
    told = replace(claim("Shells hit Oskerne depot"), where=(place(DEPOT),), target=(target,))
    [made] = discreet([incident(told)], lists)
    [area] = made.incident.where
    assert (area.name, area.precision, area.point) == ("Upper Tarn", Precision.ADMIN2, None)
    everything = outside(lists, incident(told))
    assert "Oskerne" not in everything
    assert "34.0512" not in everything


def test_an_ambiguous_home_keeps_no_candidates(lists: Lists) -> None:
    unsure = Place("the depot", AT, Precision.SITE, None, (DEPOT, replace(DEPOT, lat=-34.1)), "Veldania", "Saravel")
    told = replace(claim("Shells hit a house"), where=(unsure,), target=("home",))
    [area] = discreet([incident(told)], lists)[0].incident.where
    assert (area.name, area.candidates) == ("Saravel", ())


def test_a_home_in_a_town_keeps_the_town_and_other_sites_their_points(lists: Lists) -> None:
    home = replace(claim(), target=("home",))
    bridge = replace(claim(), where=(place(DEPOT),), target=("infrastructure",))
    towns, sites = discreet([incident(home), incident(bridge)], lists)
    assert towns.incident.where == (place(GRELDA),)
    assert sites.incident.where == (place(DEPOT),)


def test_a_long_quote_is_cut_between_words(lists: Lists) -> None:
    words = "five people were killed in the shelling and " * 20
    short = quote(lists, claim(words))
    assert len(short) <= LONGEST + 2
    assert short.endswith(" …")
    assert words.startswith(short.removesuffix(" …"))


def test_reasons_for_putting_claims_together_stay_at_home(lists: Lists) -> None:
    made = incident(claim(), claim(at=60))
    reason = Reason("courier-1@12", "courier-1@60", 0.9, ("both name Tarel Onsk",))
    told = replace(made, incident=replace(made.incident, reasons=(reason,)))
    assert discreet([told], lists)[0].incident.reasons == ()


def test_ids_figures_and_origins_stay_as_they_are(lists: Lists) -> None:
    made = incident()
    [less] = discreet([made], lists)
    assert less.tolls == made.tolls
    assert (less.incident.id, less.incident.origins) == (made.incident.id, made.incident.origins)

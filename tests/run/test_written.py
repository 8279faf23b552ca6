"""What a claim holds is written so that a person can give it back unchanged."""

from dataclasses import replace
from pathlib import Path

import pytest

from recount.knowledge import load
from recount.link.values import encoded, value
from recount.model import Claim, Count, Field, Reading, Span
from recount.run.wording import value_of
from recount.run.written import of_claim
from recount.store import Record
from tests.cli.conftest import veldania as veldania
from tests.run.telling import LISTS

# What is told of a place or a teller beside its name, or how sure the two ends of a time are, is not written.
_EXACT = [field for field in Field if field not in (Field.WHERE, Field.SOURCES, Field.WHEN, Field.COUNTS)]


@pytest.fixture(scope="module")
def told(veldania: Path) -> list[tuple[Reading, Claim]]:
    with Record.open(veldania) as record:
        reports = [record.report(id) for id in record.bylines()]
        return [(Reading(one.report, one.text, one.claims), claim) for one in reports for claim in one.claims]


@pytest.mark.parametrize("field", _EXACT)
def test_a_written_value_is_the_value(told: list[tuple[Reading, Claim]], field: Field) -> None:
    for reading, claim in told:
        again = value_of(field, of_claim(claim, field), claim, reading, load(LISTS))
        assert encoded(field, again) == value(claim, field), (claim.id, of_claim(claim, field))


def test_counts_keep_all_that_is_told_and_what_they_are_part_of(told: list[tuple[Reading, Claim]]) -> None:
    for reading, claim in told:
        again = value_of(Field.COUNTS, of_claim(claim, Field.COUNTS), claim, reading, load(LISTS))
        assert sorted(map(repr, _with_wholes(again))) == sorted(map(repr, _with_wholes(claim.counts))), claim.id


def _with_wholes(counts: tuple[Count, ...]) -> list[tuple[Count, Count | None]]:
    bare = [replace(count, span=Span(0, 0), part_of=None) for count in counts]
    return [(bare[at], None if one.part_of is None else bare[one.part_of]) for at, one in enumerate(counts)]


def test_days_keep_their_first_and_last(told: list[tuple[Reading, Claim]]) -> None:
    for reading, claim in told:
        again = value_of(Field.WHEN, of_claim(claim, Field.WHEN), claim, reading, load(LISTS))
        ends = None if claim.when is None else (claim.when.earliest, claim.when.latest)
        assert (None if again is None else (again.earliest, again.latest)) == ends


@pytest.mark.parametrize("field", [Field.WHERE, Field.SOURCES])
def test_places_and_sources_keep_their_names(told: list[tuple[Reading, Claim]], field: Field) -> None:
    for reading, claim in told:
        again = value_of(field, of_claim(claim, field), claim, reading, load(LISTS))
        attribute = claim.where if field is Field.WHERE else [s for chain in claim.chains for s in chain]
        named = again if field is Field.WHERE else [s for chain in again for s in chain]
        assert [one.name for one in named] == [one.name for one in attribute], claim.id

"""Filters live in the address and say what is wrong with them."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Event
from recount.store.shapes import IncidentQuery
from recount.web.filters import LONGEST, NAMES, read_filters, read_page


def test_every_filter_is_read() -> None:
    read = read_filters(
        {"from": "2031-04-01", "to": "2031-04-30", "place": "Brunnoth", "by": "Marrovia", "type": "air_strike",
         "source": "Blue Lamps", "min_killed": "5", "words": "school yesterday", "page": "3"}
    )  # fmt: skip
    assert read.problems == {}
    assert read.page == 3
    assert read.query == IncidentQuery(
        date(2031, 4, 1), date(2031, 4, 30), "Brunnoth", "Marrovia", "Blue Lamps", Event.AIR_STRIKE, 5,
        "school yesterday",
    )  # fmt: skip


def test_empty_fields_let_all_through() -> None:
    read = read_filters({"from": "", "place": "  ", "type": "", "min_killed": ""})
    assert (read.query, read.typed) == (IncidentQuery(), {})


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("from", "yesterday"),
        ("to", "2031-02-30"),
        ("type", "earthquake"),
        ("min_killed", "-1"),
        ("min_killed", "many"),
        ("min_killed", "9" * 40),
        ("min_killed", "²"),
    ],
)
def test_what_makes_no_sense_is_a_problem_of_its_field(name: str, typed: str) -> None:
    read = read_filters({name: typed})
    assert list(read.problems) == [name]
    assert read.typed[name] == typed


def test_days_out_of_order_are_a_problem() -> None:
    assert "to" in read_filters({"from": "2031-04-02", "to": "2031-04-01"}).problems


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1" * 50, "²"])
def test_a_page_that_is_none_is_the_first(page: str) -> None:
    assert read_page({"page": page}) == 1


def test_control_characters_and_length_are_kept_from_the_record() -> None:
    read = read_filters({"place": "a\x00b\n" + "c" * 1000})
    assert read.query.place is not None
    assert read.query.place.startswith("a b c")
    assert len(read.query.place) <= LONGEST


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30)))
def test_the_address_of_a_view_reads_as_the_same_view(params: dict[str, str]) -> None:
    read = read_filters(params)
    again = read_filters(dict(parse_qsl(urlsplit(read.address("/", 2)).query)))
    assert (again.query, again.problems, again.page) == (read.query, read.problems, 2)


def test_each_filter_can_be_taken_away_alone() -> None:
    read = read_filters({"place": "Brunnoth", "by": "Marrovia"})
    assert [(one.name, one.without) for one in read.active("/")] == [
        ("place", "/?by=Marrovia"),
        ("by", "/?place=Brunnoth"),
    ]

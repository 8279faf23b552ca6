from random import Random

from hypothesis import given
from hypothesis import strategies as st

from recount.link.reuse import candidates
from tests.link.reuse.stories import BRIDGE, MARKET, SCHOOL, TALKS, Press

PARAGRAPHS = (MARKET, MARKET.replace("12", "19"), BRIDGE, TALKS, SCHOOL)


def test_reports_of_one_sentence_are_paired_with_the_earliest_only() -> None:
    press = Press()
    for day in range(1, 8):
        press.prints(f"report {day}", TALKS, day=day)

    assert candidates(press.sketches, press.order) == {("report 1", f"report {day}") for day in range(2, 8)}


def test_of_one_day_the_report_whose_own_outlet_is_credited_was_first() -> None:
    press = (
        Press()
        .prints("a copy", MARKET, day=1, outlet="Valley Post", dateline="ORVEL (Norvane) –")
        .prints("the wire", MARKET, day=1, outlet="Norvane Press", dateline="ORVEL (Norvane) –")
    )

    assert press.order == ["the wire", "a copy"]


def test_a_report_without_a_day_was_not_before_another() -> None:
    assert Press().prints("a", MARKET).prints("b", MARKET, day=3).order == ["b", "a"]


@given(st.lists(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4), min_size=1, max_size=6), st.randoms())
def test_the_order_in_which_reports_come_makes_no_difference(stories: list[list[str]], chance: Random) -> None:
    numbered = list(enumerate(stories))
    once, again = Press(), Press()
    for n, paragraphs in numbered:
        once.prints(f"r{n}", *paragraphs, day=1 + n % 3)
    chance.shuffle(numbered)
    for n, paragraphs in numbered:
        again.prints(f"r{n}", *paragraphs, day=1 + n % 3)

    assert once.order == again.order
    assert once.reuses() == again.reuses()

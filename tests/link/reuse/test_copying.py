from recount.link.reuse import carried, copies
from tests.link.reuse.stories import BRIDGE, MARKET, SCHOOL, TALKS, Press


def found(press: Press) -> dict[str, str]:
    return copies(press.reuses(), press.sketches, {}, press.order)


def test_a_report_that_is_nearly_whole_an_earlier_one_is_its_copy() -> None:
    press = (
        Press()
        .prints("wire", MARKET, BRIDGE, TALKS, day=1)
        .prints("paper", "By our staff in the valleys.", MARKET, BRIDGE, day=2)
    )

    assert found(press) == {"paper": "wire"}


def test_the_copy_of_a_copy_is_one_of_the_first() -> None:
    press = (
        Press()
        .prints("c first", MARKET, BRIDGE, TALKS, SCHOOL, day=1)
        .prints("b next", MARKET, BRIDGE, TALKS, day=2)
        .prints("a last", MARKET, BRIDGE, day=3)
    )

    assert found(press) == {"b next": "c first", "a last": "c first"}


def test_a_report_with_a_figure_of_its_own_brings_news_and_is_no_copy() -> None:
    press = (
        Press()
        .prints("wire", MARKET, BRIDGE, TALKS, day=1)
        .prints("update", MARKET.replace("12", "19"), BRIDGE, TALKS, day=2)
        .prints("spelled", MARKET.replace("12", "nineteen"), BRIDGE, TALKS, day=3)
    )

    assert found(press) == {}


def test_a_carried_paragraph_or_a_short_line_makes_no_copy() -> None:
    press = (
        Press()
        .prints("wire", MARKET, BRIDGE, day=1)
        .prints("own story", MARKET, TALKS, SCHOOL, day=2)
        .prints("ticker", MARKET, day=2)
    )

    assert found(press) == {}


def test_reports_of_equal_bytes_stand_for_each_other() -> None:
    press = (
        Press()
        .prints("a", MARKET, BRIDGE, day=2)
        .prints("b", MARKET, BRIDGE, day=2)
        .prints("first", MARKET, BRIDGE, TALKS, day=1)
    )
    assert copies(press.reuses(), press.sketches, {"a": "a", "b": "a"}, press.order) == {"a": "first"}


def test_passages_are_carried_from_all_who_had_them_the_earliest_first() -> None:
    press = (
        Press()
        .prints("z first", MARKET, BRIDGE, day=1)
        .prints("second", MARKET.replace("12", "14"), TALKS, day=2)
        .prints("third", SCHOOL, TALKS, MARKET.replace("12", "14"), day=3)
    )

    told = carried(press.reuses(), press.order)

    third = press.texts["third"].content
    assert [(one.report, one.span.of(third)[:9], len(one.changed)) for one in told["third"]] == [
        ("z first", "Two shell", 1),
        ("second", "Delegates", 0),
        ("second", "Two shell", 0),
    ]
    assert "z first" not in told

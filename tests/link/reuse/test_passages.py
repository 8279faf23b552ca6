from pathlib import Path

import pytest

from recount.clean import clean
from recount.link.reuse import candidates, compare, earliest_first, sketch
from recount.model import Byline, Report
from tests.link.reuse.stories import BRIDGE, MARKET, MENU, SCHOOL, TALKS, Press

SHARED = Path(__file__).parents[4] / "shared" / "reports"


def test_one_carried_paragraph_is_found_with_its_exact_place() -> None:
    press = Press().prints("first", MARKET, TALKS, day=1).prints("later", BRIDGE, TALKS, SCHOOL, day=9)

    [reuse] = press.reuses()

    assert (reuse.earlier, reuse.later) == ("first", "later")
    assert press.words(reuse) == [TALKS.rstrip(".")]
    [passage] = reuse.passages
    assert passage.earlier.of(press.texts["first"].content) == TALKS.rstrip(".")
    assert passage.changed == ()


def test_a_changed_figure_does_not_hide_a_passage_and_is_told() -> None:
    press = Press().prints("first", MARKET, day=1).prints("later", MARKET.replace("12", "more than 17"), BRIDGE, day=2)

    [reuse] = press.reuses()

    [passage] = reuse.passages
    assert [changed.of(press.texts["later"].content) for changed in passage.changed] == ["more than 17"]
    assert reuse.new_figures


def test_a_figure_changed_at_the_end_of_a_sentence_lies_in_the_passage() -> None:
    story = MARKET.split(", the")[0]
    press = Press().prints("first", story, day=1).prints("later", story.replace("12", "seventeen"), day=2)

    [passage] = press.reuses()[0].passages

    later = press.texts["later"].content
    assert passage.later.of(later).endswith("killed at least seventeen people")
    assert [changed.of(later) for changed in passage.changed] == ["seventeen"]


def test_code_points_are_counted_whatever_the_letters() -> None:
    press = Press().prints("first", "𝔒 ﷺ " + MARKET, day=1).prints("later", "٣ 𝔒𝔒 " + MARKET, day=2)

    assert press.words(press.reuses()[0]) == [MARKET.rstrip(".")]


def test_paragraphs_in_another_order_are_passages_of_their_own() -> None:
    press = Press().prints("first", MARKET, TALKS, BRIDGE, day=1).prints("later", BRIDGE, MARKET, day=2)

    assert press.words(press.reuses()[0]) == [BRIDGE.rstrip("."), MARKET.rstrip(".")]


def test_menus_are_no_reuse() -> None:
    press = Press().prints("first", MARKET, day=1).prints("later", BRIDGE, day=2)

    assert MENU in press.texts["first"].content
    assert press.reuses() == []


def test_short_common_phrases_never_count() -> None:
    said = "The district hospital said in a statement on Monday that"
    press = (
        Press()
        .prints("first", f"{said} it had run out of blood.", day=1)
        .prints("later", f"{said} two of its ambulances were taken.", day=2)
    )

    assert not any(reuse.passages for reuse in press.reuses())


def test_what_a_report_says_twice_is_a_passage_within_it() -> None:
    press = Press().prints("only", MARKET, BRIDGE, MARKET, day=1)

    [reuse] = press.reuses()

    assert (reuse.earlier, reuse.later) == ("only", "only")
    assert press.words(reuse) == [MARKET.rstrip(".")]
    assert reuse.passages[0].earlier.end < reuse.passages[0].later.start


def test_shares_are_of_the_words_of_each_story() -> None:
    press = Press().prints("brief", MARKET, day=1).prints("long", MARKET, BRIDGE, TALKS, SCHOOL, day=2)

    [reuse] = press.reuses()

    assert reuse.share_of_earlier == 1.0
    assert 0.15 < reuse.share_of_later < 0.35


def test_no_passage_crosses_from_one_zone_into_the_next() -> None:
    press = Press().prints("first", MARKET, BRIDGE, day=1).prints("later", MARKET, BRIDGE, day=2)

    assert len(press.reuses()[0].passages) == 2


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "seed-0.txt").exists(), reason="the texts are not beside the checkout")
def test_two_real_pages_share_three_passages_and_none_of_their_menus() -> None:
    pages = {id: clean(Report(id, (SHARED / f"{id}.txt").read_bytes())) for id in ("seed-0", "seed-1")}
    texts = {id: page.text for id, page in pages.items() if page.text is not None}
    bylines = {id: Byline(id, published=page.report.published) for id, page in pages.items()}
    sketches = {id: sketch(page.report, texts[id]) for id, page in pages.items()}

    [pair] = candidates(sketches, earliest_first(bylines, sketches))
    one, other = pair
    reuse = compare((one, texts[one]), (other, texts[other]))

    assert [passage.shared for passage in reuse.passages] == [16, 63, 65]
    assert [len(passage.changed) for passage in reuse.passages] == [1, 0, 0]
    assert all(texts[other].zone_at(passage.later.start) == "body" for passage in reuse.passages)
    assert reuse.new_figures

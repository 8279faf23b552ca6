"""The queue at the desk: one item at a time, decided or passed over, with or without the script."""

import pytest
from lxml import html  # type: ignore[import-untyped]

from recount.run.reviewing import ReviewKind
from tests.web.judging_desk import Deciding, deciding, fields, sampled

__all__ = ["deciding", "sampled"]


def ids(text: str) -> list[str]:
    return fields(text)["claim"]


def test_every_page_leads_to_the_queue(deciding: Deciding) -> None:
    assert '"/review"' in deciding.client.get("/reports").text


@pytest.mark.parametrize("kind", ["", *ReviewKind])
def test_each_part_of_the_queue_is_shown(deciding: Deciding, kind: str) -> None:
    assert deciding.client.get(f"/review?kind={kind}").status_code == 200


def test_what_was_decided_leaves_and_the_next_takes_its_place(deciding: Deciding) -> None:
    first, second = (deciding.client.get(f"/review?kind=weak&at={at}").text for at in (0, 1))
    told = {**fields(first), "because": "read it", "name": "Orla"}
    answer = deciding.send("confirm", told)
    assert answer.headers["location"].startswith("/review?kind=weak&at=0&done=")
    after = deciding.client.get(answer.headers["location"]).text
    assert ids(after) == ids(second)
    assert "Confirmed" in after


def test_next_passes_an_item_over_without_a_decision(deciding: Deciding) -> None:
    tree = html.fromstring(deciding.client.get("/review").text)
    [following] = tree.xpath("//*[@data-key='n']/@href")
    assert following == "/review?at=1"
    with deciding.record() as record:
        assert record.judgements() == []


@pytest.mark.parametrize("verb", ["same", "different"])
def test_two_that_may_be_one_are_decided_in_place(deciding: Deciding, verb: str) -> None:
    shown = deciding.client.get("/review?kind=could_be").text
    assert "points of" in shown
    answer = deciding.send(verb, {**fields(shown), "because": "one street", "name": "Orla"})
    assert answer.status_code == 303
    assert ids(deciding.client.get("/review?kind=could_be").text) != ids(shown)


def test_without_a_reason_the_form_comes_back(deciding: Deciding) -> None:
    shown = deciding.client.get("/review?kind=could_be").text
    answer = deciding.send("same", {**fields(shown), "because": "", "name": "Orla"})
    assert answer.status_code == 400
    assert fields(answer.text)["claim"] == ids(shown)
    assert fields(answer.text)["back"] == ["/review?kind=could_be&at=0"]


@pytest.mark.parametrize("at", ["999999", "x", "-1", ""])
def test_a_place_that_is_not_there_shows_one_that_is(deciding: Deciding, at: str) -> None:
    assert deciding.client.get(f"/review?at={at}").status_code == 200

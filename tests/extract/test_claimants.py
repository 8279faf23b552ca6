"""Who says to have done it: the deed is theirs, and the words that name them are kept."""

import pytest

from tests.extract.test_claims import claims_of

DEED = "A bomb killed 12 people at a market in the village of Tarsk on Monday."


@pytest.mark.parametrize(
    ("told", "by", "words"),
    [
        ("The Taliban claimed responsibility for the bombing.", ("Taliban",), ["Taliban"]),
        ("The bombing was claimed by the Islamic State.", ("Islamic State",), ["Islamic State"]),
        ("Nobody claimed responsibility for the bombing.", (), []),
    ],
)
def test_who_claims_a_deed_told_before_did_it_on_the_words_that_name_them(
    told: str, by: tuple[str, ...], words: list[str]
) -> None:
    text = f"{DEED} {told}"
    deed = claims_of(text)[0]
    assert deed.by == by
    assert [mark.span.of(text) for mark in deed.marks if mark.field == "by"] == words

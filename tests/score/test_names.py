import pytest

from recount.score.names import folded, is_same, shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halmek", "halmek"),
        ("Al-Tolvane", "Tolvane"),
        ("the city of Halmek", "City of Halmek"),
        ("Halmèk", "Halmek"),
        ("Karrasund (old quarter)", "Karrasund"),
        ("northern Halmek countryside", "Halmek"),
        ("Karrasund", "Karasund"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(("one", "other"), [("Halmek", "Tolvane"), ("Orm", "Erm"), ("Karrasund", "Karra")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_a_name_of_nothing_but_words_that_are_left_out_keeps_them() -> None:
    assert folded("The City") == "thecity"
    assert not is_same("The City", "The Village")


def test_each_name_pairs_off_once() -> None:
    assert shared(["Halmek", "Halmek"], ["Halmek"]) == 1
    assert shared(["Halmek"], ["Tolvane", "Halmek", "Halmek"]) == 1
    assert shared([], ["Halmek"]) == 0

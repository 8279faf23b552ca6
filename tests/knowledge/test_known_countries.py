"""A word names a country by its name, another name or an adjective, as it is written."""

import pytest

from recount.knowledge.countries import Countries, Country, load_countries
from recount.model import ListError
from tests.knowledge.listed import Folder

VELDANIA = Country("Veldania", ("Veldanian",), "Veldanian government", ("Republic of Veldania", "R.V.", "UV"))
MARROVIA = Country("Marrovia", ("Marrovian",), "Marrovia")
COUNTRIES = Countries([VELDANIA, MARROVIA])


@pytest.mark.parametrize(
    "word",
    ["Veldania", "VELDANIA", "the Republic of Veldania", "The Republic of Veldania", "UV", "the UV", "U.V.", "RV"],
)
def test_names_and_other_names_give_the_country(word: str) -> None:
    assert COUNTRIES.named(word) == VELDANIA


@pytest.mark.parametrize("word", ["uv", "Uv", "u.v.", "Veldan", "Veldanian", ""])
def test_initials_must_be_written_as_such_and_other_words_name_nothing(word: str) -> None:
    assert COUNTRIES.named(word) is None


@pytest.mark.parametrize("word", ["Veldanian", "Veldanians", "veldanian", "VELDANIAN"])
def test_adjectives_and_peoples_give_the_country(word: str) -> None:
    assert COUNTRIES.by_adjective(word) == VELDANIA


@pytest.mark.parametrize("word", ["Veldania", "Veldanianss", "s", ""])
def test_a_name_is_no_adjective(word: str) -> None:
    assert COUNTRIES.by_adjective(word) is None


def test_a_later_country_takes_the_names_of_an_earlier_one() -> None:
    heir = Country("New Veldania", ("Veldanian",), aliases=("UV",))
    both = Countries([VELDANIA, heir])
    assert (both.named("UV"), both.by_adjective("Veldanian"), both.named("Veldania")) == (heir, heir, VELDANIA)


def test_a_later_folder_replaces_a_country_of_the_same_name(lists: Folder, later: Folder) -> None:
    lists.put("countries/a.toml", '[[country]]\nname = "Veldania"\nadjectives = ["Veldanish"]\ncode = "VE"\n')
    later.put("countries/a.toml", '[[country]]\nname = "Veldania"\nadjectives = ["Veldanian"]\n')
    (only,) = load_countries([lists.path, later.path])
    assert only == Country("Veldania", ("Veldanian",), "Veldania")
    assert load_countries([lists.path, later.path]).by_adjective("Veldanish") is None


def test_without_a_name_for_its_government_the_countrys_own_stands_for_it(lists: Folder) -> None:
    lists.put("countries/a.toml", '[[country]]\nname = "Marrovia"\n')
    assert [country.government for country in load_countries([lists.path])] == ["Marrovia"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[[country]]\nadjectives = ["Veldanian"]', r"a \[\[country\]\] has no name"),
        ('[[country]]\nname = ""', r"a \[\[country\]\] has no name"),
        ('[[country]]\nname = "Veldania"\naliases = "UV"', "aliases of Veldania are not a list"),
        ("[[country]\nname", "is not a well-formed list"),
    ],
)
def test_a_list_that_is_wrong_is_told_with_its_file(lists: Folder, content: str, told: str) -> None:
    lists.put("countries/a.toml", content)
    with pytest.raises(ListError, match=rf"a\.toml.*{told}"):
        load_countries([lists.path])

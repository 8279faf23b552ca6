"""A name gives the places that it may mean, best first, and none that it cannot mean."""

from pathlib import Path

import pytest

from recount.knowledge.places import HEADER as CELLS
from recount.knowledge.places import Candidate, Entry, NoPlaces, Places, distance, load_places
from recount.model import ListError, Location, Precision
from tests.knowledge.listed import HEADER, Folder


def _at(name: str, lat: float, lon: float, kind: Precision = Precision.TOWN, **more: str) -> Location:
    return Location(name, lat, lon, kind, more.get("country", "Veldania"), more.get("admin1"), None, "veldania")


BRUNNOTH = _at("Brunnoth", 44.3, 21.6, admin1="Northmark")
PROVINCE = _at("Brunnoth", 44.5, 21.1, Precision.ADMIN1)
QUARTER = _at("Brunnoth", 43.1, 22.0, Precision.QUARTER)
NORTH, SOUTH = _at("Velkith", 44.6, 21.3, admin1="Northmark"), _at("Velkith", 43.2, 22.1, admin1="Askerdale")
ABROAD = _at("Velkith", 40.0, 30.0, country="Marrovia")


def _places(*entries: Entry | Location, no_places: NoPlaces | None = None) -> Places:
    listed = [entry if isinstance(entry, Entry) else Entry(entry, (entry.name,)) for entry in entries]
    return Places(listed, None, no_places)


def test_a_bare_name_means_the_town_before_its_province_and_a_quarter_of_another_town() -> None:
    assert _places(QUARTER, PROVINCE, BRUNNOTH).find("Brunnoth") == (BRUNNOTH, PROVINCE, QUARTER)


@pytest.mark.parametrize("written", ["Brunnoth", "BRUNNOTH", "al-Brunnoth", "Brunnôth", "Brun’noth"])
def test_case_accents_articles_and_apostrophes_do_not_count(written: str) -> None:
    assert _places(BRUNNOTH).find(written) == (BRUNNOTH,)
    assert written in _places(BRUNNOTH)


def test_all_places_of_a_name_come_the_larger_first() -> None:
    small, large = Entry(NORTH, ("Velkith",), 2), Entry(SOUTH, ("Velkith",), 30)
    assert _places(small, large).find("Velkith") == (SOUTH, NORTH)


def test_only_places_of_the_country_and_area_come_where_they_are_told() -> None:
    places = _places(NORTH, SOUTH, ABROAD)
    assert places.find("Velkith", "Marrovia") == (ABROAD,)
    assert places.find("Velkith", "Veldania", "Askerdale") == (SOUTH,)
    assert places.find("Velkith", "Nowhere") == ()


def test_a_close_spelling_is_taken_only_where_no_place_has_the_name() -> None:
    places = _places(BRUNNOTH, _at("Brunoth", 43.0, 22.0))
    assert [place.name for place in places.find("Brunoth")] == ["Brunoth"]
    (found,) = _places(BRUNNOTH).candidates("Brunnoht")
    assert found.location == BRUNNOTH
    assert found.alike < 100


@pytest.mark.parametrize("name", ["Ostervane", "Bru", "", "—", "Karrowa"])
def test_another_name_gives_nothing(name: str) -> None:
    assert _places(BRUNNOTH).find(name) == ()
    assert name not in _places(BRUNNOTH)


def test_a_close_spelling_is_no_reason_to_take_a_word_for_a_place() -> None:
    assert "Brunnoht" not in _places(BRUNNOTH)


def test_ordinary_words_and_people_are_no_places_though_a_list_has_them() -> None:
    harbour, mayor = _at("Harbour", 44.0, 21.0), _at("Ulmery", 44.1, 21.2)
    places = _places(harbour, mayor, no_places=NoPlaces(frozenset({"harbour"}), frozenset({"ulmery"})))
    assert ("Harbour" in places, "The Harbour" in places, "Ulmery" in places, "al-Ulmery" in places) == (False,) * 4
    assert places.find("Harbour") == (harbour,)


def test_names_of_two_letters_are_too_short_to_tell() -> None:
    assert "Ul" not in _places(_at("Ul", 44.0, 21.0))


def test_one_town_of_two_lists_is_one_place() -> None:
    other = Location("Brunnoth", 44.31, 21.62, Precision.TOWN, "Veldania", None, None, "another list")
    far = Location("Brunnoth", 43.0, 21.62, Precision.TOWN, "Veldania", None, None, "another list")
    assert _places(Entry(BRUNNOTH, ("Brunnoth",), 5), other).find("Brunnoth") == (BRUNNOTH,)
    assert len(_places(BRUNNOTH, far).find("Brunnoth")) == 2


def test_a_users_place_comes_instead_of_others_of_its_name() -> None:
    own = Entry(NORTH, ("Velkith",), rank=1)
    assert _places(SOUTH, own).find("Velkith") == (NORTH,)


def test_a_users_place_does_not_hide_those_of_another_country_that_is_told() -> None:
    own = Entry(NORTH, ("Velkith",), rank=1)
    places = _places(ABROAD, own)
    assert places.find("Velkith") == (NORTH,)
    assert places.find("Velkith", "Marrovia") == (ABROAD,)
    assert places.find("Velkith", "Veldania") == (NORTH,)


def test_a_candidate_tells_size_and_that_the_name_is_its_own() -> None:
    assert _places(Entry(NORTH, ("Velkith",), 7)).candidates("Velkith") == (Candidate(NORTH, 7, 100.0),)


def test_kilometres_between_places() -> None:
    assert distance(BRUNNOTH, BRUNNOTH) == 0
    assert distance(_at("a", 44, 21), _at("b", 45, 21)) == pytest.approx(111.2)
    assert distance(_at("a", 60, 21), _at("b", 60, 22)) == pytest.approx(55.6, abs=0.1)


def test_a_list_gives_places_with_aliases_areas_and_size(lists: Folder) -> None:
    lists.places("Brunnoth|44.3|21.6|town|Veldania|Northmark|Pellimar|Brunnot;Old Brunnoth|12")
    (found,) = load_places([lists.path]).candidates("Old Brunnoth")
    expected = Location("Brunnoth", 44.3, 21.6, Precision.TOWN, "Veldania", "Northmark", "Pellimar", "veldania")
    assert (found.location, found.size) == (expected, 12)


def test_spellings_of_a_list_go_to_every_place_of_the_name_in_that_country(lists: Folder) -> None:
    lists.places("Velkith|44.6|21.3|town|Veldania|Northmark|||", "Velkith|40|30|town|Marrovia||||")
    lists.put("places/more.toml", '[[place]]\nname = "Velkith"\ncountry = "Veldania"\naliases = ["Welkheet"]\n')
    assert [place.country for place in load_places([lists.path]).find("Welkheet")] == ["Veldania"]


def test_comments_blank_lines_and_the_mark_of_a_spreadsheet_do_no_harm(lists: Folder) -> None:
    content = f"\ufeff# a list\n\n{HEADER}\n# its places\nBrunnoth\t44.3\t21.6\ttown\tVeldania\n"
    lists.put("places/a.tsv", content.replace("\n", "\r\n"))
    assert [place.name for place in load_places([lists.path]).find("Brunnoth")] == ["Brunnoth"]
    lists.put("places/a.tsv", "\ufeff" + HEADER + "Karrowa\t43.9\t21.3\ttown\tVeldania\n")
    assert [place.name for place in load_places([lists.path]).find("Karrowa")] == ["Karrowa"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("|44.3|21.6|town|Veldania||||", "there is no name"),
        ("Brunnoth|44.3||town|Veldania||||", "there is no lon"),
        ("Brunnoth|44.3|21.6|town|||||", "there is no country"),
        ("Brunnoth|north|21.6|town|Veldania||||", "north"),
        ("Brunnoth|44.3|21.6|hamlet|Veldania||||", "hamlet"),
        ("Brunnoth|0|0|town|Veldania||||", "no latitude and longitude"),
        ("Brunnoth|91|21.6|town|Veldania||||", "no latitude and longitude"),
        ("Brunnoth|nan|21.6|town|Veldania||||", "no latitude and longitude"),
        ("Brunnoth|44.3|21.6|town|Veldania||||many", "many"),
    ],
)
def test_a_line_that_is_wrong_is_told_with_its_file_and_number(lists: Folder, line: str, told: str) -> None:
    lists.places("Karrowa|43.9|21.3|town|Veldania||||", line)
    with pytest.raises(ListError, match=rf"veldania.tsv, line 3: .*{told}"):
        load_places([lists.path])


def test_a_list_without_its_header_is_told(lists: Folder) -> None:
    lists.put("places/a.tsv", "Brunnoth\t44.3\t21.6\ttown\tVeldania\n")
    with pytest.raises(ListError, match=f"the header of a list of places is {' '.join(CELLS)}"):
        load_places([lists.path])


def test_a_list_that_is_not_utf_8_is_told(lists: Folder, tmp_path: Path) -> None:
    lists.places()
    (lists.path / "places" / "veldania.tsv").write_bytes(HEADER.encode() + "Brünnoth\t44.3".encode("latin-1"))
    with pytest.raises(ListError, match="is not UTF-8"):
        load_places([lists.path])


@pytest.mark.parametrize("entry", ['name = "Velkith"', 'name = "Velkith"\ncountry = "Veldania"', 'aliases = ["V"]'])
def test_spellings_of_nothing_are_told(lists: Folder, entry: str) -> None:
    lists.put("places/more.toml", f"[[place]]\n{entry}\n")
    with pytest.raises(ListError, match=r"more.toml: a \[\[place\]\] has no"):
        load_places([lists.path])


def test_a_later_folder_outranks_an_earlier_one(lists: Folder, later: Folder) -> None:
    lists.places("Brunnoth|44.3|21.6|town|Veldania||||900")
    later.places("Brunnoth|43.0|22.0|town|Veldania||||1")
    assert [place.lat for place in load_places([lists.path, later.path]).find("Brunnoth")] == [43.0]
    assert [place.lat for place in load_places([later.path, lists.path]).find("Brunnoth")] == [44.3]

"""All lists come together, a user's on top, and their hash tells whether they are the same."""

from pathlib import Path

import pytest

from recount.knowledge import load
from recount.knowledge.files import PACKAGED, digest, read_toml
from recount.model import ListError, UsageError
from tests.knowledge.listed import Folder


def test_equal_lists_have_equal_hashes_wherever_they_lie(lists: Folder, later: Folder) -> None:
    for folder in (lists, later):
        folder.put("words/weapons.toml", 'weapons = ["mortar"]\n')
    assert digest([lists.path]) == digest([later.path])

    later.put("words/weapons.toml", 'weapons = ["mortars"]\n')
    assert digest([lists.path]) != digest([later.path])


def test_a_file_of_another_name_is_another_list(lists: Folder, later: Folder) -> None:
    lists.put("places/a.toml", "")
    later.put("places/b.toml", "")
    assert digest([lists.path]) != digest([later.path])


def test_files_are_read_in_order_of_folder_and_name(lists: Folder, later: Folder) -> None:
    lists.put("words/b.toml", "n = 2").put("words/a.toml", "n = 1")
    later.put("words/a.toml", "n = 3")
    assert [table["n"] for table in read_toml([lists.path, later.path], "words/*.toml")] == [1, 2, 3]


@pytest.mark.parametrize("content", [b"n = ", b"n = 'Br\xfcnnoth'"])
def test_a_file_that_is_not_well_formed_is_told_by_its_path(lists: Folder, content: bytes) -> None:
    lists.put("words/a.toml", "")
    (lists.path / "words" / "a.toml").write_bytes(content)
    with pytest.raises(ListError, match=r"a\.toml is not a well-formed list"):
        list(read_toml([lists.path], "words/*.toml"))


def test_a_users_folder_goes_on_top_of_what_is_packaged(lists: Folder) -> None:
    lists.put("countries/veldania.toml", '[[country]]\nname = "Veldania"\nadjectives = ["Veldanian"]\n')
    lists.put("actors/veldania.toml", '[[actor]]\nname = "Highland Front"\ncountry = "Veldania"\n')
    lists.places("Brunnoth|44.3|21.6|town|Veldania||||")
    both = load(lists.path)

    assert both.countries.named("Veldania") is not None
    assert both.countries.named("Syria") is not None
    assert "Highland Front" in both.actors.by_name
    assert [place.country for place in both.places.find("Brunnoth", "Veldania")] == ["Veldania"]
    assert both.hash == digest([PACKAGED, lists.path])


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no folder"):
        load(tmp_path / "nowhere")

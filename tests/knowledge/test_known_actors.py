"""Actors and sources are found in a sentence by all their names, as they are written."""

import pytest

from recount.knowledge.actors import Actor, Actors, load_actors
from recount.knowledge.sources import SourceBody, Sources, load_sources
from recount.language.tokens import tokens
from recount.model import ListError
from tests.knowledge.listed import Folder, words_of

FRONT, OFF = Actor("Highland Front", "rebel", "Veldania"), Actor("Orsamun Free Fighters", "rebel")
STATE = Actor("government", "state", generic=True)
ACTORS = Actors(
    [("Highland Front", FRONT), ("Highland Front fighters", FRONT), ("rebels", FRONT), ("OFF", OFF), ("army", STATE)]
)
LAMPS, NOW = SourceBody("Blue Lamps", "rescue service"), SourceBody("Norvane Watch", "monitor")
TELEVISION = SourceBody("Veldanian state television", "state media", "Veldanian government")
SOURCES = Sources(
    [("Blue Lamps", LAMPS), ("NOW", NOW), ("state television", TELEVISION), ("State Television", TELEVISION)]
)


def _actors(sentence: str) -> list[tuple[str, Actor]]:
    return words_of(sentence, ACTORS.find(tokens(sentence)))


def _sources(sentence: str) -> list[tuple[str, SourceBody]]:
    return words_of(sentence, SOURCES.find(tokens(sentence)))


def test_the_longest_name_is_found_and_names_do_not_overlap() -> None:
    told = "The Highland Front fighters met rebels of the Highland Front."
    assert _actors(told) == [("Highland Front fighters", FRONT), ("rebels", FRONT), ("Highland Front", FRONT)]


def test_initials_must_be_written_as_such() -> None:
    assert _actors("The power went off when OFF came.") == [("OFF", OFF)]
    assert _sources("Now NOW said so.") == [("NOW", NOW)]


def test_a_part_that_any_war_has_is_generic() -> None:
    assert (STATE.generic, FRONT.generic) == (True, False)
    assert _actors("the army said") == [("army", STATE)]


def test_a_name_in_small_letters_is_somebodys_own_unless_its_list_calls_it_a_part(lists: Folder) -> None:
    lists.put(
        "actors/a.toml",
        '[[actor]]\nname = "al-Tarsk"\nkind = "jihadist"\n'
        '[[actor]]\nname = "opposition"\nkind = "rebel"\npart = true\naliases = ["rebels"]\n',
    )
    known = load_actors([lists.path]).by_name
    assert (known["al-Tarsk"].insurgent, known["opposition"].insurgent) == (True, False)


def test_a_sources_name_has_a_capital_unless_it_is_listed_in_small_letters() -> None:
    assert _sources("two blue lamps burned") == []
    assert _sources("the Blue Lamps said") == [("Blue Lamps", LAMPS)]
    assert _sources("state television said") == [("state television", TELEVISION)]
    assert _sources("State Television said") == [("State Television", TELEVISION)]


def test_nothing_is_found_where_nothing_is_named() -> None:
    assert _actors("Nine people were killed.") == []
    assert _sources("") == []


def test_an_actor_goes_by_its_name_and_its_aliases_and_a_generic_one_by_its_aliases_alone(lists: Folder) -> None:
    lists.put(
        "actors/a.toml",
        '[[actor]]\nname = "Highland Front"\naliases = ["rebels"]\n'
        '[[actor]]\nname = "government"\npart = true\naliases = ["army"]\n',
    )
    actors = load_actors([lists.path])
    told = "The government, the army, the Highland Front and rebels"
    found = [actor.name for _, actor in words_of(told, actors.find(tokens(told)))]
    assert found == ["government", "Highland Front", "Highland Front"]
    assert actors.by_name["Highland Front"].kind == "unknown"


def test_a_later_folders_own_name_for_an_alias_comes_first(lists: Folder, later: Folder) -> None:
    lists.put("actors/a.toml", '[[actor]]\nname = "Highland Front"\naliases = ["rebels"]\n')
    later.put("actors/a.toml", '[[actor]]\nname = "River Guard"\naliases = ["rebels"]\n')
    lists.put("sources/a.toml", '[[source]]\nname = "Norvane Watch"\naliases = ["the Watch"]\n')
    later.put("sources/a.toml", '[[source]]\nname = "Valley Watch"\naliases = ["the Watch"]\n')
    folders = [lists.path, later.path]
    told = "the Watch spoke of rebels"

    assert [hit.value.name for hit in load_actors(folders).find(tokens(told))] == ["River Guard"]
    assert [hit.value.name for hit in load_sources(folders).find(tokens(told))] == ["Valley Watch"]


def test_a_source_has_a_kind_and_perhaps_a_side(lists: Folder) -> None:
    lists.put(
        "sources/a.toml", '[[source]]\nname = "A"\n[[source]]\nname = "B"\nkind = "wire"\nside = "Highland Front"\n'
    )
    known = load_sources([lists.path]).by_name
    assert known == {"A": SourceBody("A", "outlet"), "B": SourceBody("B", "wire", "Highland Front")}


@pytest.mark.parametrize("kind", ["actor", "source"])
@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('aliases = ["x"]', "has no name"),
        ('name = "X"\naliases = [""]', "aliases of X"),
        ('name = "X"\naliases = [7]', "X"),
    ],
)
def test_an_entry_that_is_wrong_is_told_with_its_file(lists: Folder, kind: str, entry: str, told: str) -> None:
    lists.put(f"{kind}s/mine.toml", f"[[{kind}]]\n{entry}\n")
    with pytest.raises(ListError, match=rf"mine\.toml.*{told}"):
        {"actor": load_actors, "source": load_sources}[kind]([lists.path])

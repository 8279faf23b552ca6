"""Ids of files: the name without its ending, more of the path where names clash, never by the order of sources."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from recount.ingest.naming import Found, ids, plain

PARTS = st.sampled_from(["day", "day.txt", "north", "day.html", "x"])
FILES = st.lists(
    st.builds(
        lambda folders, name: Found(Path("in", *folders, name), Path(*folders, name)),
        st.lists(PARTS, max_size=2),
        PARTS,
    ),
    unique=True,
    max_size=8,
)


def found(*paths: str) -> list[Found]:
    return [Found(Path("in", path), Path(path)) for path in paths]


def test_a_file_is_called_by_its_name_without_the_ending() -> None:
    assert ids(found("seed-0.txt", "2018.04.16.html")) == ("seed-0", "2018.04.16")


def test_clashing_names_take_the_relative_path() -> None:
    assert ids(found("north/day1.txt", "south/day1.txt", "day2.txt")) == ("north/day1", "south/day1", "day2")


def test_the_ending_tells_apart_what_the_path_does_not() -> None:
    assert ids(found("day1.txt", "day1.html")) == ("day1.txt", "day1.html")


def test_two_folders_with_the_same_file_names_keep_their_own_names() -> None:
    both = [Found(Path("a/day1.txt"), Path("day1.txt")), Found(Path("b/day1.txt"), Path("day1.txt"))]
    assert ids(both) == ("a/day1.txt", "b/day1.txt")


def test_one_file_found_twice_has_one_id() -> None:
    assert ids([Found(Path("in/x.txt"), Path("x.txt")), Found(Path("in/../in/x.txt"), Path("in/x.txt"))]) == ("x", "x")


def test_a_longer_id_does_not_take_the_name_of_another_file() -> None:
    names = ids(found("x.txt", "x.html", "x.txt.md"))
    assert len(set(names)) == 3


def test_bytes_that_are_no_utf8_in_a_name_are_replaced() -> None:
    assert plain("caf\udce9") == "caf\ufffd"


@given(FILES)
def test_different_files_have_different_ids(files: list[Found]) -> None:
    assert len(set(ids(files))) == len(files)


@given(FILES.flatmap(lambda files: st.tuples(st.just(files), st.permutations(files))))
def test_ids_do_not_depend_on_the_order(orders: tuple[list[Found], list[Found]]) -> None:
    files, turned = orders
    assert dict(zip(files, ids(files), strict=True)) == dict(zip(turned, ids(turned), strict=True))

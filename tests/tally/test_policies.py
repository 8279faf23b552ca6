"""Policies: the packaged ones, a user's own, and what their rules make of the same claims."""

from dataclasses import replace
from pathlib import Path

import pytest

from recount.model import ListError, UsageError, Vague
from recount.tally import Best, Least, Most, load_policies, provisional
from tests.tally.people_told import POLICIES, RANGE, dead, killed, said, toll

PAGE = (Path(__file__).parents[2] / "docs" / "policies.md").read_text(encoding="utf-8")
OWN = PAGE.split("```toml\n")[1].split("```")[0]
DIFFERING = (said("Blue Lamps", dead(20)), said("Norvane", dead(23)), said("Medics' Union", dead(23)))


def own(folder: Path, text: str, name: str = "own.toml") -> Path:
    (folder / "policies").mkdir(exist_ok=True)
    (folder / "policies" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("policy", "bounds"),
    [
        ("range", (20, None, 23)),
        ("ibc", (20, None, 23)),
        ("ucdp", (20, 23, 23)),
        ("acled", (None, 20, None)),
        ("airwars", (20, None, 23)),
    ],
)
def test_every_policy_makes_its_own_of_figures_that_differ(
    policy: str, bounds: tuple[int | None, int | None, int | None]
) -> None:
    assert killed(*DIFFERING, policy=POLICIES[policy]) == bounds
    assert toll(*DIFFERING, policy=POLICIES[policy]).policy == policy


def test_where_no_figure_leads_the_best_of_ucdp_is_the_lowest() -> None:
    assert killed(*DIFFERING[:2], policy=POLICIES["ucdp"]) == (20, 20, 23)


def test_at_least_is_a_figure_for_ucdp_and_acled_and_stays_open() -> None:
    claim = said("Blue Lamps", dead(20, None))
    assert killed(claim, policy=POLICIES["ucdp"]) == (20, 20, None)
    assert killed(claim, policy=POLICIES["acled"]) == (None, 20, None)


def test_a_span_has_no_best_figure_for_ucdp() -> None:
    assert killed(said("Blue Lamps", dead(3, 7)), policy=POLICIES["ucdp"]) == (3, None, 7)


@pytest.mark.parametrize(("word", "value"), [(Vague.DOZENS, 12), (Vague.HUNDREDS, 100), (Vague.SEVERAL, None)])
def test_vague_words_count_as_acled_says_and_other_words_as_nothing(word: Vague, value: int | None) -> None:
    claim = said("Blue Lamps", dead(None, vague=word))
    assert killed(claim, policy=POLICIES["acled"]) == (None, value, None)
    assert killed(claim, policy=RANGE) == (None, None, None)


def test_a_policy_may_choose_the_highest_or_no_figure() -> None:
    assert killed(*DIFFERING, policy=replace(RANGE, best=Best.HIGHEST)) == (20, 23, 23)
    assert killed(said("Blue Lamps", dead(20, None)), policy=replace(RANGE, best=Best.HIGHEST)) == (20, 20, None)
    assert killed(*DIFFERING, policy=replace(RANGE, min=Least.ABSENT, max=Most.ABSENT)) == (None, None, None)


def test_a_toll_of_one_origin_is_provisional_for_ibc_alone() -> None:
    alone, both = toll(DIFFERING[0]), toll(*DIFFERING[:2])
    assert provisional(alone, POLICIES["ibc"])
    assert not provisional(both, POLICIES["ibc"])
    assert not provisional(alone, RANGE)


def test_a_policy_of_ones_own_is_read_beside_the_packaged_ones(tmp_path: Path) -> None:
    policies = load_policies(own(tmp_path, OWN))
    assert set(policies) == {*POLICIES, "cautious"}
    word = said("Blue Lamps", dead(None, vague=Vague.SEVERAL))
    assert killed(word, policy=policies["cautious"]) == (3, 3, None)


def test_a_policy_of_ones_own_replaces_the_packaged_one_of_its_name(tmp_path: Path) -> None:
    policies = load_policies(own(tmp_path, OWN.replace('"cautious"', '"range"')))
    assert set(policies) == set(POLICIES)
    assert policies["range"].title != RANGE.title


def test_a_folder_without_policies_adds_none_and_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert load_policies(tmp_path) == POLICIES
    with pytest.raises(UsageError, match="nowhere"):
        load_policies(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('name = "cautious"', "", "'name' is missing"),
        ('title = "', 'title = " " #', "'title' is missing"),
        ('min = "lowest"', 'min = "low"', "'min' must be one of lowest, absent, not 'low'"),
        ('best = "lowest"', "", "'best' must be one of agreed, most_told, lowest, highest, absent, not None"),
        ("few = 3", "few = 0", "'few' must be a whole number of 1 or more, not 0"),
        ("few = 3", "few = true", "'few' must be a whole number of 1 or more, not True"),
        ("few = 3", "umpteen = 3", "'umpteen' is no vague word"),
        ("few = 3", "unknown = 3", "'unknown' is no vague word"),
        ("independent = 2", "independant = 2", "'independant' is no part of a policy"),
        ("independent = 2", 'independent = "two"', "'independent' must be a whole number of 1 or more, not 'two'"),
        ("unconfirmed = []", 'unconfirmed = "all"', "'unconfirmed' must be a list of sentences"),
        ("[vague]", "[vague", "is not well-formed TOML"),
    ],
)
def test_a_policy_that_is_not_well_formed_is_refused_with_its_file_and_what_to_mend(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in OWN
    with pytest.raises(ListError) as refused:
        load_policies(own(tmp_path, OWN.replace(old, new)))
    assert "own.toml" in str(refused.value)
    assert words in str(refused.value)


def test_a_file_that_is_no_text_and_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    own(tmp_path, OWN)
    own(tmp_path, OWN, "second.toml")
    with pytest.raises(ListError, match=r"second\.toml: .*'cautious'"):
        load_policies(tmp_path)
    (tmp_path / "policies" / "own.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ListError, match=r"own\.toml is not well-formed"):
        load_policies(tmp_path)


@pytest.mark.parametrize("name", list(POLICIES))
def test_the_page_on_policies_tells_each_rule_as_it_is(name: str) -> None:
    policy = POLICIES[name]
    vague = ", ".join(f"{word.value} {value}" for word, value in policy.vague.items()) or "no number"
    row = f"| `{name}` | {policy.min.value} | {policy.best.value} | {policy.max.value} | {vague} |"
    assert row in PAGE
    assert f"- **{name}** " in PAGE


def test_the_page_on_policies_names_every_vague_word_and_no_policy_that_is_not_packaged() -> None:
    words = PAGE.rpartition("`[vague]`")[2]
    assert all(word.value in words for word in Vague if word is not Vague.UNKNOWN)
    rows = [line.split("`")[1] for line in PAGE.partition("\n- **")[0].splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(POLICIES)


def test_airwars_asks_for_classes_and_grades_and_no_other_packaged_policy_does() -> None:
    assert {name for name, policy in POLICIES.items() if policy.classes or policy.grades} == {"airwars"}
    assert POLICIES["airwars"].classes
    assert POLICIES["airwars"].grades


def test_a_policy_says_yes_or_no_to_classes(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="classes"):
        load_policies(own(tmp_path, OWN.replace("independent = 2", "independent = 2\nclasses = 1")))

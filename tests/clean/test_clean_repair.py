"""Characters and lines become what they were meant as, and nothing else is touched."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.clean.repair import repair, unwrap
from tests.clean.pages import STORY, cases

WRAPPED = """Shells fell on the market of Brunnoth on Wednesday and killed nine
people, a medic told the Veldanian Rights Monitor, which counts the
dead of the war in the whole of the country and its neighbours from
an office in the capital."""


@pytest.mark.parametrize("case", cases("repairs"))
def test_characters_become_what_was_meant(case: dict[str, Any]) -> None:
    assert repair(case["words"]) == case["repaired"]


@given(st.text())
def test_repaired_text_has_one_kind_of_space_and_line_break(words: str) -> None:
    repaired = repair(words)
    assert not set(repaired) & set("\r\t\x0b\x0c\x00\x85\u2028\u2029\u00a0\u200b\ufeff")
    assert "  " not in repaired
    assert repaired == repaired.strip()


@given(st.text(st.characters(codec="ascii", exclude_characters="&")))
def test_plain_words_are_never_altered(words: str) -> None:
    assert (
        repair(words).split()
        == "".join(sign for sign in words if sign.isprintable() or sign in "\n\r\t\x0b\x0c\x1c\x1d\x1e").split()
    )


def test_a_paragraph_broken_at_a_fixed_width_is_one_line() -> None:
    assert unwrap(f"A title\n\n{WRAPPED}\n\n{STORY[1]}") == f"A title\n\n{WRAPPED.replace(chr(10), ' ')}\n\n{STORY[1]}"


@pytest.mark.parametrize(
    "kept", ["Log in\nMenu\nclear\nSelect Page", "\n".join(STORY), f"{STORY[0]}\n16 April 2031", "one"]
)
def test_lines_of_their_own_stay_so(kept: str) -> None:
    assert unwrap(kept) == kept

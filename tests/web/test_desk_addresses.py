"""Any id leads back to itself through an address, as a browser and a server read it."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.web.show import addresses


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda id: id not in {".", ".."}))
def test_every_id_survives_its_address(id: str) -> None:
    address = addresses.report(id)
    found = urlsplit(urljoin("http://127.0.0.1/", address))
    assert unquote(found.path).removeprefix("/report/") == id
    assert not found.query
    assert not found.fragment


@pytest.mark.parametrize("id", ["../../etc", "a/../b", "./a", "a/."])
def test_ids_with_dots_between_slashes_keep_no_bare_slash(id: str) -> None:
    assert "/" not in addresses.incident(id).removeprefix("/incident/")


def test_a_plain_id_stays_readable() -> None:
    assert addresses.incident("courier/april@188") == "/incident/courier/april@188"


def test_a_lone_surrogate_does_not_break_an_address() -> None:
    assert addresses.report("a\ud800b") == "/report/a%3Fb"


def test_a_claim_is_found_at_its_place_in_the_report() -> None:
    assert addresses.report("courier", 188) == "/report/courier#claim-188"

"""Counting an incident under another policy from its figures gives what counting its claims anew gives."""

import pytest

from recount.cli.demo import samples
from recount.model import CountedIncident
from recount.run import AddOptions, add
from recount.store import Record
from recount.store.shapes import IncidentQuery
from recount.tally import load_policies, tolls, under

POLICIES = load_policies()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[CountedIncident], Record]:
    with Record.open(tmp_path_factory.mktemp("again") / "record.sqlite") as record:
        add(record, [str(samples() / "reports")], AddOptions(lists=samples() / "lists"))
        return [stored.counted for stored in record.incidents(IncidentQuery()).rows], record


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_every_sample_incident_has_the_tolls_that_its_claims_give(
    demo: tuple[list[CountedIncident], Record], name: str
) -> None:
    counted, record = demo
    bylines = record.bylines()
    assert any(one.tolls for one in counted)
    for one in counted:
        assert under(one, POLICIES[name]).tolls == tolls(one.incident, POLICIES[name], bylines)

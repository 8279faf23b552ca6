"""What people decided stands on the pages of the incident and of the report, withdrawn or not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from recount.model import Claim, Decision, Field, Judgement, Subject
from recount.web.show import addresses
from recount.web.show.judging import heading, history, of_report
from tests.web.fake_record import FakeRecord

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)


def judged(id: str, claim: Claim, decision: Decision = Decision.CONFIRM, **more: object) -> Judgement:
    subject = Subject(claim.id, claim.report, "hash", claim.words, claim.quote.start)
    made = Judgement(id, decision, (subject,), "read against the <b>page</b>", "Orla", NOON)
    return replace(made, **more)  # type: ignore[arg-type]


def test_an_incident_shows_what_was_decided_of_its_claims(client: TestClient, veldania: FakeRecord) -> None:
    incident = veldania.stored[0].counted.incident
    other = veldania.stored[-1].counted.incident
    assert "What people decided" not in client.get(addresses.incident(incident.id)).text
    corrected = judged("j2", incident.claims[0], Decision.CORRECT, field=Field.COUNTS)
    veldania.said = [judged("j1", incident.claims[0]), corrected]
    told = client.get(addresses.incident(incident.id)).text
    assert "What people decided" in told
    assert "corrected" in told
    assert "read against the &lt;b&gt;page&lt;/b&gt;" in told
    assert "What people decided" not in client.get(addresses.incident(other.id)).text


def test_a_report_shows_also_what_left_its_claims_out(client: TestClient, veldania: FakeRecord) -> None:
    claim = veldania.stored[0].counted.incident.claims[0]
    veldania.said = [judged("j1", claim, Decision.REJECT)]
    assert "rejected" in client.get(addresses.report(claim.report)).text


def test_a_withdrawn_judgement_says_by_whom_and_why(veldania: FakeRecord) -> None:
    claim = veldania.stored[0].counted.incident.claims[0]
    gone = judged("j1", claim, withdrawn=NOON, withdrawn_by="Tamsin", withdrawn_because="another page")
    (shown,) = history([gone], [claim])
    assert shown.withdrawn == "withdrawn by Tamsin: another page"


def test_the_latest_comes_first(veldania: FakeRecord) -> None:
    claim = veldania.stored[0].counted.incident.claims[0]
    said = [judged("j1", claim), judged("j2", claim, at=NOON + timedelta(hours=1))]
    assert [one.id for one in history(said, [claim])] == ["j2", "j1"]
    assert [one.id for one in of_report(said, claim.report)] == ["j2", "j1"]


def test_a_judgement_is_named_in_one_line(veldania: FakeRecord) -> None:
    claim = veldania.stored[0].counted.incident.claims[0]
    corrected = judged("j1", claim, Decision.CORRECT, field=Field.WHEN)
    assert heading(corrected) == f"j1: corrected: when of {claim.id} (Orla)"

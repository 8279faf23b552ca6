"""Deciding at the desk: a form, a reason, a name; kept, told, undone, and never over what somebody else did."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html  # type: ignore[import-untyped]
from starlette.testclient import TestClient

from recount.model import Decision, Field
from recount.web.judging.reader import COOKIE
from recount.web.show import addresses
from tests.web.fake_record import FakeRecord
from tests.web.judging_desk import ORIGIN, Deciding, deciding, fields, sampled

__all__ = ["deciding", "sampled"]

CLAIM = "norvane-ilmesk@216"
TWO = ("velna-belmarrow-bomb@443", "evening-post-belmarrow@619")


def done(answer: Any) -> str:
    location = str(answer.headers["location"])
    return parse_qs(urlsplit(location).query)["done"][0]


def test_a_confirmed_claim_is_kept_with_who_and_why(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/confirm?claim={CLAIM}")
    assert answer.status_code == 303
    with deciding.record() as record:
        [made] = record.judgements()
    assert (made.decision, made.by, made.because, made.subjects[0].claim) == (
        Decision.CONFIRM, "Orla", "read it", CLAIM,
    )  # fmt: skip
    shown = deciding.client.get(answer.headers["location"]).text
    assert "Confirmed" in shown
    assert f"/judge/undo?judgement={made.id}" in shown


def test_the_name_is_asked_once(deciding: Deciding) -> None:
    deciding.decide(f"/judge/confirm?claim={CLAIM}")
    assert deciding.client.cookies[COOKIE] == "Orla"
    assert "name" not in deciding.form(f"/judge/reject?claim={CLAIM}")


def test_the_name_goes_to_no_other_site(deciding: Deciding) -> None:
    told = deciding.decide(f"/judge/confirm?claim={CLAIM}").headers["set-cookie"].casefold()
    assert "samesite=strict" in told
    assert "httponly" in told


def test_another_name_may_be_given(deciding: Deciding) -> None:
    deciding.client.post("/reader", data={"name": "Tamsin é", "back": "//example.org"}, headers=ORIGIN)
    assert "Tamsin é" in deciding.client.get(f"/judge/reject?claim={CLAIM}").text


@pytest.mark.parametrize("missing", ["because", "name"])
def test_without_a_reason_or_a_name_nothing_is_kept_and_nothing_typed_is_lost(deciding: Deciding, missing: str) -> None:
    answer = deciding.decide(f"/judge/correct?claim={CLAIM}", **{"value": "killed 15", missing: " "})
    assert answer.status_code == 400
    assert fields(answer.text)["value"] == ["killed 15"]
    with deciding.record() as record:
        assert record.judgements() == []


def test_a_field_is_offered_as_it_is_and_kept_as_it_is_written(deciding: Deciding) -> None:
    address = f"/judge/correct?claim={CLAIM}&field=weapon"
    was = deciding.form(address)["value"]
    answer = deciding.decide(address, value="chlorine gas")
    with deciding.record() as record:
        [made] = record.judgements()
        assert (made.field, made.new) == (Field.WEAPON, '"chlorine gas"')
    shown = deciding.client.get(answer.headers["location"]).text
    assert f"{was[0]} → chlorine gas" in shown


def test_a_correction_shows_the_words_that_it_rests_on(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/correct?claim={CLAIM}&field=weapon", value="chlorine gas", words="chlorine")
    shown = html.fromstring(deciding.client.get(answer.headers["location"]).text)
    assert shown.xpath("//div[@class='done']//q/text()") == ["chlorine"]
    marked = "//*[contains(@class, 'read') and contains(@title, 'weapon')]"
    assert "chlorine" in [one.text_content() for one in shown.xpath(marked)]


def test_words_to_mark_that_the_report_does_not_have_stay_in_the_form(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/correct?claim={CLAIM}&field=weapon", value="chlorine gas", words="a green cloud")
    assert answer.status_code == 400
    assert fields(answer.text)["words"] == ["a green cloud"]


def test_what_cannot_be_is_told_beside_what_was_typed(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/correct?claim={CLAIM}&field=when", value="the day before")
    assert answer.status_code == 400
    assert "tells no day" in answer.text or "is not a day" in answer.text
    assert fields(answer.text)["value"] == ["the day before"]


@pytest.mark.parametrize("field", list(Field))
def test_each_field_has_a_form(deciding: Deciding, field: Field) -> None:
    told = deciding.form(f"/judge/correct?claim={CLAIM}&field={field.value}")
    assert told["field"] == [field.value]


def test_a_claim_is_split_off_from_all_others(deciding: Deciding) -> None:
    address = f"/judge/different?claim={CLAIM}"
    others = deciding.form(address)["claim"][1:]
    assert others
    assert deciding.decide(address).status_code == 303
    with deciding.record() as record:
        told = record.incident(CLAIM).counted.incident
        assert not {claim.id for claim in told.claims} & set(others)


def test_two_incidents_become_one_and_two_again(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/same?claim={TWO[0]}&claim={TWO[1]}")
    with deciding.record() as record:
        assert record.incident(TWO[0]).counted.incident.id == record.incident(TWO[1]).counted.incident.id
    deciding.decide(f"/judge/undo?judgement={done(answer)}")
    with deciding.record() as record:
        assert record.incident(TWO[0]).counted.incident.id != record.incident(TWO[1]).counted.incident.id
        assert record.judgements()[0].withdrawn_by == "Orla"


def test_the_form_for_two_shows_the_evidence(deciding: Deciding) -> None:
    shown = deciding.client.get(f"/judge/same?claim={TWO[0]}&claim={TWO[1]}").text
    assert "Points" in shown
    assert "are needed" in shown


def test_another_incident_is_named_by_its_address(deciding: Deciding) -> None:
    told = {"other": f"http://127.0.0.1:8765/incident/{TWO[1]}?done=x"}
    looked = deciding.decide(f"/judge/same?claim={TWO[0]}", look="yes", **told)
    assert "are needed" in looked.text
    kept = deciding.send("same", {**fields(looked.text), "because": "one", "name": "Orla"})
    assert kept.status_code == 303


def test_a_rejected_claim_leads_to_where_its_words_stand(deciding: Deciding) -> None:
    alone = "lamplight-meskelin@110"
    answer = deciding.decide(f"/judge/reject?claim={alone}")
    assert answer.headers["location"].startswith("/report/lamplight-meskelin?done=")
    assert "Rejected" in deciding.client.get(answer.headers["location"]).text


def test_a_claim_is_added_from_the_words_of_its_report(deciding: Deciding) -> None:
    told = {"quote": "it had treated 64 people", "field-event": "chemical_attack", "field-counts": "injured 64"}
    answer = deciding.decide("/judge/add?report=norvane-ilmesk", **told)
    assert answer.status_code == 303, answer.text
    with deciding.record() as record:
        assert record.judgements()[0].decision is Decision.ADD


def test_words_that_the_report_does_not_have_are_told_and_kept_in_the_form(deciding: Deciding) -> None:
    told = {"quote": "words of nobody", "field-event": "shelling"}
    answer = deciding.decide("/judge/add?report=norvane-ilmesk", **told)
    assert answer.status_code == 400
    assert fields(answer.text)["quote"] == ["words of nobody"]
    assert fields(answer.text)["field-event"] == ["shelling"]


def test_the_later_of_two_is_told_what_changed_and_loses_nothing(deciding: Deciding) -> None:
    address = f"/judge/correct?claim={CLAIM}&field=weapon"
    late = {**deciding.form(address), "because": "the other line", "name": "Tamsin", "value": "mustard gas"}
    deciding.decide(address, value="chlorine gas")
    told = deciding.send("correct", late)
    assert told.status_code == 409
    assert "Something changed while you were reading" in told.text
    assert "Orla" in told.text
    assert "chlorine gas" in told.text
    assert fields(told.text)["value"] == ["mustard gas"]
    assert fields(told.text)["because"] == ["the other line"]
    with deciding.record() as record:
        assert len(record.judgements()) == 1
    again = deciding.send("correct", {**fields(told.text), "name": "Tamsin"})
    assert again.status_code == 303
    with deciding.record() as record:
        assert [one.by for one in record.judgements()] == ["Orla", "Tamsin"]


def test_a_change_elsewhere_holds_nobody_up(deciding: Deciding) -> None:
    address = f"/judge/confirm?claim={CLAIM}"
    late = {**deciding.form(address), "because": "read", "name": "Tamsin"}
    deciding.decide("/judge/confirm?claim=lamplight-meskelin@110")
    assert deciding.send("confirm", late).status_code == 303


def test_what_was_rejected_meanwhile_is_told_to_who_would_correct_it(deciding: Deciding) -> None:
    address = "/judge/correct?claim=lamplight-meskelin@110"
    late = {**deciding.form(address), "because": "seventeen and more", "name": "Tamsin", "value": "injured 18"}
    deciding.decide("/judge/reject?claim=lamplight-meskelin@110")
    told = deciding.send("correct", late)
    assert told.status_code in (404, 409)
    assert "Orla" in told.text
    assert "seventeen and more" in told.text


def test_a_form_without_a_state_is_shown_again_first(deciding: Deciding) -> None:
    told = {"claim": CLAIM, "because": "read", "name": "Orla"}
    assert deciding.send("confirm", told).status_code == 409


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://example.org"},
        {"origin": "https://127.0.0.1"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "http://127.0.0.1", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1", "host": "example.org"},
    ],
)
@pytest.mark.parametrize("path", ["/judge/confirm", "/reader"])
def test_a_foreign_form_is_refused(deciding: Deciding, headers: dict[str, str], path: str) -> None:
    told = {**deciding.form(f"/judge/confirm?claim={CLAIM}"), "because": "x", "name": "Orla"}
    assert deciding.client.post(path, data=told, headers=headers).status_code in (400, 403)
    with deciding.record() as record:
        assert record.judgements() == []


def test_a_form_is_no_larger_than_a_form(deciding: Deciding) -> None:
    assert deciding.send("confirm", {"because": "x" * 100_000}).status_code == 413
    assert deciding.client.post("/judge/confirm", json={}, headers=ORIGIN).status_code == 415


def test_an_incident_offers_decisions_only_where_the_desk_can_keep_them(
    deciding: Deciding, client: TestClient, veldania: FakeRecord
) -> None:
    assert "/judge/confirm?claim=" in deciding.client.get(f"/incident/{CLAIM}").text
    only_read = client.get(addresses.incident(veldania.stored[0].counted.incident.id))
    assert only_read.status_code == 200
    assert "/judge/" not in only_read.text


def test_what_was_corrected_is_told_with_its_claim(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/correct?claim={CLAIM}&field=weapon", value="chlorine gas")
    told = html.fromstring(deciding.client.get(answer.headers["location"]).text).xpath("//div[@class='done']")[0]
    assert f"Corrected: weapon of {CLAIM} read it" in " ".join(told.text_content().split())


def test_what_is_written_is_shown_as_words(deciding: Deciding) -> None:
    answer = deciding.decide(f"/judge/confirm?claim={CLAIM}", because="<script>alert(1)</script>")
    assert "<script>alert" not in deciding.client.get(answer.headers["location"]).text


def test_a_rejected_claim_stays_in_the_history_of_its_incident(deciding: Deciding) -> None:
    address = f"/incident/{CLAIM}"
    deciding.decide("/judge/reject?claim=orsamun-herald-ilmesk@156", because="an opinion page")
    shown = deciding.client.get(address).text
    assert "an opinion page" in shown
    assert "/judge/undo?judgement=" in shown
    assert "an opinion page" not in deciding.client.get("/incident/lamplight-meskelin@110").text


def test_two_incidents_side_by_side_show_the_evidence_and_are_judged_there(deciding: Deciding) -> None:
    address = f"/compare?one={TWO[0]}&other={TWO[1]}"
    page = html.fromstring(deciding.client.get(address).text)
    assert page.xpath("//table[contains(@class, 'evidence-table')]/tbody/tr")
    assert page.xpath("//button[@formaction='/judge/different']")
    answer = deciding.send("same", {**deciding.form(address), "because": "one raid", "name": "Orla"})
    assert answer.status_code == 303
    with deciding.record() as record:
        assert record.incident(TWO[0]).counted.incident.id == record.incident(TWO[1]).counted.incident.id
    assert "These are one incident" in deciding.client.get(address).text

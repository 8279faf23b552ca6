"""The sample reports, what was read in them by hand, and which passages tell of one incident."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import recount
from recount.model import Event, Group, Outcome, Scope, Status, Vague, Work

SAMPLES = Path(recount.__file__).parent / "samples"
REPORTS = SAMPLES / "reports"
FORMS: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name("forms.json").read_text(encoding="utf-8"))

CLAIM = {"event", "scope", "status", "when", "where", "within", "by", "against", "target", "weapon", "counts"}
CLAIM |= {"sources", "quote"}
PEOPLE = {"people", "civilian", "combatant", *Group, *Work}
TARGETS = {"hospital", "school", "market", "mosque", "church", "camp", "home", "convoy", "vehicle", "aid", "base"}
TARGETS |= {"checkpoint", "bakery", "infrastructure", "residential area"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Claim = dict[str, Any]


class _Article(HTMLParser):
    """Collects the words of a page's article, one line a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)


def readable(path: Path) -> str:
    """The words that a person reads in a report."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    article = _Article()
    article.feed(text)
    return "".join(article.words)


def fold(text: str) -> str:
    return " ".join(text.split())


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines()]


@cache
def texts() -> dict[str, str]:
    return {path.stem: fold(readable(path)) for path in REPORTS.iterdir()}


GOLD = lines("gold.jsonl")
INCIDENTS = lines("incidents.jsonl")


def claims() -> Iterator[tuple[dict[str, Any], Claim]]:
    for report in GOLD:
        for claim in report["claims"]:
            yield report, claim


CLAIMS = list(claims())
COUNTS = [count for _, claim in CLAIMS for count in claim["counts"]]
each_claim = pytest.mark.parametrize(
    ("report", "claim"), CLAIMS, ids=[f"{r['id']}-{c['quote'][:24]}" for r, c in CLAIMS]
)
each_form = pytest.mark.parametrize(
    ("report", "words"),
    [tuple(told) for forms in FORMS.values() for told in forms.values()],
    ids=[f"{group}-{form}" for group, forms in FORMS.items() for form in forms],
)


def test_every_report_is_annotated_once() -> None:
    assert sorted(report["id"] for report in GOLD) == sorted(path.stem for path in REPORTS.iterdir())


def test_there_are_enough_reports_and_outlets() -> None:
    assert len(GOLD) >= 25
    assert len({report["outlet"] for report in GOLD}) >= 8


def test_reports_come_as_text_pages_and_markdown() -> None:
    kinds = [path.suffix for path in REPORTS.iterdir()]
    assert kinds.count(".html") >= 2
    assert kinds.count(".md") >= 1
    assert kinds.count(".txt") > len(kinds) / 2


@each_form
def test_the_form_stands_in_its_report(report: str, words: str) -> None:
    path = next(path for path in REPORTS.iterdir() if path.stem == report)
    assert words in path.read_text(encoding="utf-8")


@each_claim
def test_a_claim_is_well_formed(report: dict[str, Any], claim: Claim) -> None:
    assert set(claim) == CLAIM
    Event(claim["event"])
    Scope(claim["scope"])
    Status(claim["status"])
    assert set(claim["target"]) <= TARGETS


@each_claim
def test_the_words_of_a_claim_stand_in_its_report(report: dict[str, Any], claim: Claim) -> None:
    text = texts()[report["id"]]
    for words in [claim["quote"], *claim["where"]]:
        assert fold(words) in text
    assert claim["weapon"] is None or claim["weapon"] in text


@each_claim
def test_days_are_in_order_and_not_after_publication(report: dict[str, Any], claim: Claim) -> None:
    if claim["when"] is None:
        return
    first, last = (None if day is None else date.fromisoformat(day) for day in claim["when"])
    assert first is None or last is None or first <= last
    if claim["status"] != "projected" and last is not None:
        assert last <= date.fromisoformat(report["published"])


def told_days(quote: str, published: date) -> tuple[date, date] | None:
    """The days that one relative word of a quote means, worked out anew; none where it has no such word, or several."""
    if sum(name in quote for name in WEEKDAYS) > 1:
        return None
    day = timedelta(days=1)
    monday = published - published.weekday() * day
    first = published.replace(day=1)
    meant = {
        "yesterday": (published - day, published - day),
        "last night": (published - day, published - day),
        "today": (published, published),
        "this morning": (published, published),
        "over the weekend": (monday - 2 * day, monday - day),
        "last week": (monday - 7 * day, monday - day),
        "last month": ((first - day).replace(day=1), first - day),
        "earlier this month": (first, published - day),
        "past twenty-four hours": (published - day, published),
    }
    for name in WEEKDAYS:
        on = published - (published.weekday() - WEEKDAYS.index(name)) % 7 * day
        meant[f"on {name.lower()}"] = meant[f"{name.lower()}’s"] = (on, on)
    found = [days for words, days in meant.items() if words in quote.lower()]
    return found[0] if len(found) == 1 else None


def relative() -> list[tuple[Claim, tuple[date, date]]]:
    found = []
    for report, claim in CLAIMS:
        if report["published"] and claim["when"] and claim["status"] != "projected" and claim["scope"] == "incident":
            days = told_days(claim["quote"], date.fromisoformat(report["published"]))
            if days is not None:
                found.append((claim, days))
    return found


@pytest.mark.parametrize(("claim", "days"), relative(), ids=lambda value: str(value)[:40])
def test_relative_words_count_back_from_publication(claim: Claim, days: tuple[date, date]) -> None:
    assert claim["when"] == [day.isoformat() for day in days]


def test_relative_words_are_many() -> None:
    assert len(relative()) > 40


@each_claim
def test_counts_are_well_formed(report: dict[str, Any], claim: Claim) -> None:
    for place, count in enumerate(claim["counts"]):
        assert set(count) <= {"outcome", "who", "side", "low", "high", "approx", "vague", "of"}
        assert count["who"] in PEOPLE
        Outcome(count["outcome"])
        low, high = count["low"], count["high"]
        assert (low is None and high is None) == ("vague" in count)
        assert low is None or high is None or low <= high
        assert not count.get("approx") or low == high
        assert "side" not in count or count["who"] == "combatant"
        assert count.get("of", -1) != place


@each_claim
def test_a_part_is_no_more_than_its_whole(report: dict[str, Any], claim: Claim) -> None:
    parts = [count for count in claim["counts"] if "of" in count]
    for part in parts:
        whole = claim["counts"][part["of"]]
        assert whole["outcome"] == part["outcome"]
        assert part["low"] is None or whole["low"] is None or part["low"] <= whole["low"]


@pytest.mark.parametrize(
    ("used", "needed"),
    [
        ({claim["event"] for _, claim in CLAIMS}, set(Event)),
        ({claim["status"] for _, claim in CLAIMS}, set(Status)),
        ({claim["scope"] for _, claim in CLAIMS}, set(Scope)),
        ({count["outcome"] for count in COUNTS}, set(Outcome)),
        ({count["who"] for count in COUNTS}, PEOPLE),
        ({count["vague"] for count in COUNTS if "vague" in count}, set(Vague)),
        ({target for _, claim in CLAIMS for target in claim["target"]}, TARGETS),
    ],
    ids=["events", "status", "scope", "outcomes", "people", "vague words", "targets"],
)
def test_every_value_is_used(used: set[str], needed: set[str]) -> None:
    assert needed <= used


def test_a_report_may_hold_nothing_to_record() -> None:
    assert [report["id"] for report in GOLD if not report["claims"]] == ["bulletin-map"]


@pytest.mark.parametrize("report", GOLD, ids=[report["id"] for report in GOLD])
def test_title_and_outlet_stand_on_the_page(report: dict[str, Any]) -> None:
    path = next(path for path in REPORTS.iterdir() if path.stem == report["id"])
    page = fold(path.read_text(encoding="utf-8"))
    assert report["title"] in page
    assert report["outlet"].removeprefix("The ") in page


@pytest.mark.parametrize("incident", INCIDENTS, ids=[i["incident"] for i in INCIDENTS])
def test_an_incident_is_well_formed(incident: dict[str, Any]) -> None:
    assert set(incident) == {"incident", "date", "place", "type", "mentions", "killed_said"}
    Event(incident["type"])
    first, last = (date.fromisoformat(day) for day in incident["date"])
    assert first <= last
    assert len({mention["id"] for mention in incident["mentions"]}) == len(incident["mentions"])


@pytest.mark.parametrize("incident", INCIDENTS, ids=[i["incident"] for i in INCIDENTS])
def test_the_mentions_of_an_incident_are_claims_on_its_days(incident: dict[str, Any]) -> None:
    told = {(report["id"], claim["quote"]): claim for report, claim in CLAIMS}
    for mention in incident["mentions"]:
        claim = told[mention["id"], mention["quote"]]
        assert claim["scope"] == "incident"
        assert claim["status"] in ("reported", "suspected")
        assert claim["when"][0] <= incident["date"][1]
        assert incident["date"][0] <= claim["when"][1]


def test_no_passage_belongs_to_two_incidents() -> None:
    passages = [(mention["id"], mention["quote"]) for incident in INCIDENTS for mention in incident["mentions"]]
    assert len(set(passages)) == len(passages)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dunnoth-home-2031-03-19", "hethrin-mosque-2031-03-19"),
        ("grelda-church-2031-03-22", "grelda-houses-2031-03-25"),
    ],
    ids=["two villages on one day", "one village on two days"],
)
def test_near_misses_are_in_the_key(one: str, other: str) -> None:
    key = {incident["incident"]: incident for incident in INCIDENTS}
    assert len({m["id"] for name in (one, other) for m in key[name]["mentions"]}) >= 2
    assert key[one]["type"] == key[other]["type"]
    assert set(key[one]["killed_said"]) & set(key[other]["killed_said"])


def paragraphs(report: str) -> list[str]:
    path = next(path for path in REPORTS.iterdir() if path.stem == report)
    return [fold(part) for part in re.split(r"\n\s*\n|</p>", path.read_text(encoding="utf-8")) if len(fold(part)) > 90]


@pytest.mark.parametrize(
    ("copy", "original"),
    [("bulletin-yelmissa-copy", "norvane-yelmissa-first"), ("bulletin-ilmesk-copy", "norvane-ilmesk")],
)
def test_a_site_copies_the_agency_word_for_word(copy: str, original: str) -> None:
    assert len(paragraphs(copy)) >= 3
    assert set(paragraphs(copy)) <= set(paragraphs(original))


def test_a_carried_paragraph_has_another_figure() -> None:
    carried = "Air strikes on a vegetable market in the rebel-held town of {} killed at least {} people on Tuesday"
    assert carried.format("Yelmissa", 19) in texts()["norvane-yelmissa-first"]
    assert carried.format("Yelmisah", 27) in texts()["brasmere-yelmissa-figures"]

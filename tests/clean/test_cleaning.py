"""A report gets its text, and what was given from outside is kept."""

import hashlib

import pytest

from recount.clean import CLEANER
from recount.model import IssueKind, ZoneKind
from tests.clean.pages import STORY, TITLE, cleaned, content, lines, zones

GERMAN = (
    "Bei einem Angriff auf den Markt von Brunnoth sind am Mittwoch neun Menschen ums Leben gekommen, wie ein Arzt "
    "mitteilte. Weitere vierzehn Menschen wurden verletzt, als eine zweite Granate die Bäckerei neben dem Markt traf."
)
RUSSIAN = "Обстрел рынка в городе убил девять человек, сообщил врач. Еще четырнадцать человек ранены."


def test_a_text_has_its_hash_and_the_version_of_its_cleaner() -> None:
    text = cleaned(lines("TITLE", "STORY")).text
    assert text is not None
    assert text.hash == hashlib.sha256(lines("TITLE", "STORY").encode()).hexdigest()
    assert text.cleaner == CLEANER


def test_the_report_keeps_its_id_and_bytes() -> None:
    raw = lines("TITLE", "STORY").encode()
    assert (cleaned(raw).report.id, cleaned(raw).report.raw) == ("courier", raw)


def test_the_title_is_found_in_the_text_where_none_is_given() -> None:
    assert cleaned(lines("Valley Life", "TITLE", "STORY")).report.title == TITLE
    assert cleaned(lines("TITLE", "STORY"), title="Nine dead").report.title == "Nine dead"


def test_a_story_without_a_title_has_none() -> None:
    reading = cleaned(lines("STORY"))
    assert reading.report.title is None
    assert {kind for kind, _ in zones(reading)} == {ZoneKind.BODY}


@pytest.mark.parametrize("words", [GERMAN, RUSSIAN, f"{TITLE}\n\n{GERMAN}\n\n{GERMAN}"])
def test_a_text_in_another_language_is_kept_and_told(words: str) -> None:
    reading = cleaned(words)
    assert content(reading) == words
    assert IssueKind.LANGUAGE in {issue.kind for issue in reading.issues}
    assert not any(issue.fatal for issue in reading.issues)


@pytest.mark.parametrize("words", [" ".join(STORY), "Brunnoth: neun Tote", "Nine killed.", "Karrowa 12, Brunnoth 9"])
def test_english_and_short_texts_are_not_doubted(words: str) -> None:
    assert IssueKind.LANGUAGE not in {issue.kind for issue in cleaned(words).issues}


def test_lines_of_windows_and_lines_of_unix_give_the_same_text() -> None:
    told = lines("TITLE", "16 April 2031", "STORY")
    assert cleaned(told.replace("\n", "\r\n")).text == cleaned(told).text

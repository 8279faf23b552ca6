"""The country that a report speaks of: where its places lie, though a side from abroad is told more often."""

from recount.extract import extract
from recount.knowledge import load
from recount.model import Reading, Report, Span, Text, Zone, ZoneKind
from recount.resolve import resolve


def countries(text: str) -> list[str | None]:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    reading = Reading(Report("sample", b""), Text(text, "hash", "test", zones))
    claims = resolve(extract(reading, load()), load()).claims
    return [place.country for claim in claims for place in claim.where]


def test_places_tell_the_country_against_a_side_that_is_named_more_often() -> None:
    story = (
        "Russian shells killed two people in Kherson on Friday, Ukrainian officials said. A Russian missile killed "
        "nine people in the Donetsk region on Saturday. Russian gunners stood near."
    )
    assert countries(story) == ["Ukraine", "Ukraine"]


def test_without_a_place_of_one_country_alone_the_country_named_most_is_meant() -> None:
    story = "Russian guns, Russian shells. Ukrainian shelling killed nine people in the Donetsk region on Saturday."
    assert countries(story) == ["Russia"]


def test_a_country_of_two_words_is_one_that_a_report_may_speak_of() -> None:
    story = "War in Sri Lanka and in Sri Lanka alone, India says. Shelling by the army killed nine people on Saturday."
    zones = (Zone(ZoneKind.BODY, Span(0, len(story))),)
    reading = Reading(Report("sample", b""), Text(story, "hash", "test", zones))
    (claim,) = resolve(extract(reading, load()), load()).claims
    assert claim.by == ("Sri Lanka",)


def test_where_no_country_is_named_it_is_that_of_the_dateline() -> None:
    story = "PESHAWAR, 30 January 2013: A bomb killed two policemen in the Khyber district on Tuesday, officials said."
    zones = (Zone(ZoneKind.DATELINE, Span(0, 26)), Zone(ZoneKind.BODY, Span(27, len(story))))
    reading = Reading(Report("sample", b""), Text(story, "hash", "test", zones))
    (claim,) = resolve(extract(reading, load()), load()).claims
    assert [count.side for count in claim.counts] == ["Pakistan"]

"""Of a web page the story is read, and what the page tells of itself for machines."""

import json
from datetime import date

import pytest

from recount.model import DayFrom, IssueKind, Media, Published, Reading, ZoneKind
from tests.clean.pages import STORY, TITLE, cleaned, content, zones

CAPTION = "Smoke over the market of Brunnoth."
HEAD = f"""<title>{TITLE} | Norvane Daily</title>
<meta property="og:site_name" content="Norvane Daily">
<meta property="article:published_time" content="2031-04-16T23:58:00-05:00">"""
BODY = f"""<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>{TITLE}</h1><figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>
{"".join(f"<p>{paragraph}</p>" for paragraph in STORY)}</article>
<aside><a href="/b">Twelve dead in a fire at a camp</a></aside>
<footer><p>© 2031 Norvane Daily. All rights reserved.</p></footer>"""


def _page(head: str = HEAD, body: str = BODY) -> Reading:
    return cleaned(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", Media.HTML)


def _linked(**told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_the_story_is_read_with_title_and_captions_and_without_the_page_around_it() -> None:
    assert zones(_page()) == [
        (ZoneKind.HEADLINE, TITLE),
        (ZoneKind.CAPTION, CAPTION),
        (ZoneKind.BODY, "\n".join(STORY)),
    ]


def test_a_page_tells_title_outlet_and_the_day_on_its_own_clock() -> None:
    known = _page().report
    assert (known.title, known.outlet) == (TITLE, "Norvane Daily")
    assert known.published == Published(date(2031, 4, 16), DayFrom.METADATA)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pubdate" content="2031-04-16">',
        '<meta itemprop="datePublished" content="2031-04-16 10:00">',
        '<meta name="DC.date.issued" content="2031-04-16">',
        _linked(**{"@type": "NewsArticle", "datePublished": "2031-04-16T10:00Z"}),
        _linked(**{"@graph": [{"@type": "Person"}, {"@type": ["Report"], "datePublished": "2031-04-16"}]}),
        '<script type="application/ld+json">[{"@type": broken</script><meta name="date" content="2031-04-16">',
        '<meta name="pubdate" content="2031-13-45"><meta name="publishdate" content="2031-04-16">',
        '<meta name="pubdate" content="2031-04-16"><meta name="date" content="soon">',
    ],
)
def test_a_page_may_tell_its_day_in_many_forms(head: str) -> None:
    assert _page(head).report.published == Published(date(2031, 4, 16), DayFrom.METADATA)


def test_a_day_of_change_is_no_publication_day() -> None:
    assert _page('<meta property="article:modified_time" content="2031-04-18">').report.published is None


def test_the_data_of_the_article_outranks_that_of_the_page_as_a_whole() -> None:
    page = {"@type": "WebPage", "datePublished": "2001-01-01", "publisher": "A host"}
    article = {"@type": "NewsArticle", "datePublished": "2031-04-15", "publisher": {"name": "Valley Courier"}}
    known = _page(_linked(**{"@graph": [page, article]})).report
    assert known.published == Published(date(2031, 4, 15), DayFrom.METADATA)
    assert known.outlet == "Valley Courier"


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    site = '<meta property="og:site_name" content="Norvane Daily">'
    assert _page(f'{site}<meta property="og:title" content="{TITLE} - Norvane Daily">').report.title == TITLE


@pytest.mark.parametrize("told", ["", '<meta property="og:title" content=" ">'])
def test_a_page_without_data_has_the_title_of_its_first_heading(told: str) -> None:
    known = _page(told).report
    assert (known.title, known.outlet, known.published) == (TITLE, None, None)


def test_half_a_sign_in_a_title_does_no_harm() -> None:
    known = _page(
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Nine dead \\ud83d"}</script>'
    ).report
    assert known.title is not None
    assert known.title.encode() == "Nine dead \ufffd".encode()


def test_a_page_that_was_cut_is_read_and_told() -> None:
    reading = cleaned(f"<html><head>{HEAD}</head><body>{BODY[:-60]}", Media.HTML)
    assert [issue.kind for issue in reading.issues] == [IssueKind.TRUNCATED]
    assert STORY[0] in content(reading)


def test_a_piece_of_a_page_is_no_cut_page() -> None:
    reading = cleaned("".join(f"<p>{paragraph}</p>" for paragraph in STORY), Media.HTML)
    assert IssueKind.TRUNCATED not in {issue.kind for issue in reading.issues}
    assert all(paragraph in content(reading) for paragraph in STORY)


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<div> </div>", "<script>var a = 1;</script>"])
def test_markup_without_words_is_empty(page: str) -> None:
    reading = cleaned(page, Media.HTML)
    assert reading.text is None
    assert [(issue.kind, issue.fatal) for issue in reading.issues] == [(IssueKind.EMPTY, True)]


def test_a_caption_told_twice_is_one() -> None:
    twice = f"<figcaption>{CAPTION}</figcaption>"
    told = zones(_page(body=BODY.replace(twice, f'{twice}<p class="wp-caption-text">{CAPTION}</p>')))
    assert [words for kind, words in told if kind is ZoneKind.CAPTION] == [CAPTION]

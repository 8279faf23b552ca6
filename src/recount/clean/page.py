"""What a report's own markup tells: main text, title, site, day.

The only user of trafilatura. It is imported late because that takes half a second, which plain text need not wait for.
"""

from dataclasses import dataclass
from datetime import date

from recount.clean.dates import written_days
from recount.clean.markdown import front_matter, plain
from recount.clean.metadata import Element, read_metadata
from recount.clean.repair import repair, unwrap
from recount.model import Issue, IssueKind, Media

_CAPTIONS = "//figcaption | //*[contains(concat(' ', normalize-space(@class), ' '), ' wp-caption-text ')]"
_WITHIN = ".//article | .//main"


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a report before its zones are known. `captions` are lines that its markup calls captions."""

    text: str
    title: str | None = None
    outlet: str | None = None
    day: date | None = None
    captions: frozenset[str] = frozenset()
    issue: Issue | None = None


def open_page(report_id: str, media: Media, characters: str) -> Page:
    """Take the main text out of whatever the report is, with repaired characters."""
    if media is Media.HTML:
        return _html(report_id, characters)
    if media is Media.MARKDOWN:
        return _markdown(characters)
    return Page(unwrap(repair(characters)))


def _markdown(characters: str) -> Page:
    text = repair(characters)
    told = front_matter(text)
    days = written_days(told.get("date", ""))
    return Page(
        unwrap(repair(plain(text))),
        title=told.get("title"),
        outlet=told.get("outlet"),
        day=days[0].day if days else None,
    )


def _html(report_id: str, characters: str) -> Page:
    import trafilatura

    whole = "<html" in characters[:2000].lower()
    tree = trafilatura.load_html(characters if whole else f"<html><body><div>{characters}</div></body></html>")
    if tree is None:
        return Page("")
    told = read_metadata(tree)
    captions = _captions(tree)
    main = trafilatura.extract(tree, include_comments=False, include_tables=True, output_format="txt")
    if main is None or not main.strip():
        main, captions = trafilatura.html2txt(tree), ()
    return Page(
        _put_together(told.title, captions, repair(main or "")),
        title=told.title,
        outlet=told.outlet,
        day=told.day,
        captions=frozenset(captions),
        issue=_cut(report_id, characters) if whole else None,
    )


def _put_together(title: str | None, captions: tuple[str, ...], main: str) -> str:
    """Title, captions, story: in the order of a page, whether the story still has its title or not."""
    first, _, rest = main.partition("\n")
    if title is None or (title in main[:500] and first != title):
        parts = [*captions, main]
    else:
        parts = [title, *captions, rest if first == title else main]
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _captions(tree: Element) -> tuple[str, ...]:
    """What stands under the story's own pictures; the main text leaves it out. A caption told twice is one."""
    story = next(iter(tree.xpath(_WITHIN)), tree)
    told = (repair(" ".join(found.text_content().split())) for found in story.xpath(_CAPTIONS))
    return tuple(dict.fromkeys(caption for caption in told if caption))


def _cut(report_id: str, characters: str) -> Issue | None:
    """A page that opens and never closes was cut while it was fetched or saved."""
    lower = characters.lower()
    if "</html" in lower or "</body" in lower:
        return None
    reason = "The page ends before its own end: it was cut while it was fetched or saved. What is there was read."
    return Issue(IssueKind.TRUNCATED, report_id, reason)

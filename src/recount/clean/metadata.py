"""What a web page says of itself for machines: title, site and publication day."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from recount.clean.repair import repair

_DAY = re.compile(r"\s*((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
# Names of meta elements, the most used first. Days of change ("modified_time") are not publication days.
_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_STORY = re.compile(r"Article|Posting|Report|WebPage", re.IGNORECASE)


class Element(Protocol):
    """What is used of a parsed page; lxml brings no types of its own."""

    text: str | None

    def xpath(self, path: str, /) -> list[Any]:
        """What a path finds: elements, or attributes as strings."""

    def text_content(self) -> str:
        """All words inside."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page's own data tells; absent where it does not."""

    title: str | None
    outlet: str | None
    day: date | None


def read_metadata(tree: Element) -> Metadata:
    """Read JSON-LD first, then meta elements, then the page's first heading or title for the title alone."""
    stories = [node for node in _linked(tree) if _STORY.search(str(node.get("@type", "")))]
    # A page may carry the data of pages that it links to; those of articles outrank those of the page as a whole.
    stories.sort(key=lambda node: "WebPage" in str(node.get("@type", "")))
    metas = _metas(tree)
    outlet = _first(
        [metas.get(name) for name in _SITES[:1]],
        [_publisher(node) for node in stories],
        [metas.get(name) for name in _SITES[1:]],
    )
    title = _first(
        [_string(node.get("headline")) for node in stories],
        [metas.get(name) for name in _TITLES],
        [_words(found) for found in tree.xpath("//h1")[:1]],
        [_words(found) for found in tree.xpath("//head/title")[:1]],
    )
    return Metadata(
        title=title if title is None or outlet is None else _without(title, outlet),
        outlet=outlet,
        day=next((day for told in _days(stories, metas, tree) if (day := _day(told)) is not None), None),
    )


def _without(title: str, outlet: str) -> str:
    """The title without the name of its site, which many pages put after it."""
    cut = title.removesuffix(outlet).rstrip(" |-–—·»")
    return cut if cut and len(cut) < len(title) - len(outlet) else title


def _first(*groups: list[str | None]) -> str | None:
    return next((told for group in groups for told in group if told is not None and told.strip()), None)


def _days(stories: list[dict[str, object]], metas: dict[str, str], tree: Element) -> Iterator[str]:
    yield from (str(node["datePublished"]) for node in stories if "datePublished" in node)
    yield from (metas[name] for name in _DAYS if name in metas)
    yield from (str(found) for found in tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime"))


def _day(told: str) -> date | None:
    """The day by the page's own clock: its "yesterday" counts from that day, whatever the time zone."""
    match = _DAY.match(told)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _metas(tree: Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name is not None and (content := repair(meta.get("content"))):
            told.setdefault(name.lower(), content)
    return told


def _linked(tree: Element) -> Iterator[dict[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield from _nodes(json.loads(script.text or "", strict=False))
        except (json.JSONDecodeError, RecursionError):
            # Pages often break their own data, and a cut page always does; the meta elements remain.
            continue


def _nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph", []))


def _publisher(node: dict[str, object]) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = next(iter(publisher), None)
    return _string(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _string(value: object) -> str | None:
    return repair(value) if isinstance(value, str) else None


def _words(element: Element) -> str | None:
    return repair(" ".join(element.text_content().split())) or None

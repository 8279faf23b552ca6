"""Web pages: asked for once, politely, never from private networks. The web here is a fake."""

import ipaddress
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import httpx2
import pytest

from recount.ingest.options import IngestOptions
from recount.ingest.pages import Fetcher, Surroundings, checked_url, page_id
from recount.model import DayFrom, Issue, IssueKind, Media, Published, Report, UsageError

PUBLIC = "9.9.9.9"
STORY = "https://news.example/strike"
OPTIONS = IngestOptions(max_bytes=1000, timeout=5)


@dataclass(frozen=True)
class Reply:
    status: int = 200
    body: bytes = b"<p>Shells fell."
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "text/html; charset=ISO-8859-1"})
    breaks: bool = False


class Body(httpx2.SyncByteStream):
    """A body that comes in small parts, and can break off."""

    def __init__(self, reply: Reply, sent: list[int]) -> None:
        self._reply = reply
        self._sent = sent

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._reply.body), 100):
            part = self._reply.body[start : start + 100]
            self._sent.append(len(part))
            yield part
        if self._reply.breaks:
            raise httpx2.RemoteProtocolError("peer closed connection")


NO_RULES = Reply(404, b"")


class FakeWeb(httpx2.BaseTransport):
    """Servers at addresses: says which address was connected to for which name, and what was asked."""

    def __init__(self, replies: Mapping[str, Reply | httpx2.TransportError], names: Mapping[str, list[str]]) -> None:
        self.replies = dict(replies)
        self.names = {name: list(addresses) for name, addresses in names.items()}
        self.asked: list[str] = []
        self.connected: list[str] = []
        self.agents: set[str] = set()
        self.sent: list[int] = []
        self.slept: list[float] = []
        self.now = 0.0
        self.asked_names: list[str] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        ipaddress.ip_address(request.url.host)
        url = str(request.url).replace(request.url.netloc.decode(), request.headers["host"])
        self.connected.append(request.url.host)
        self.asked.append(url)
        self.agents.add(request.headers["user-agent"])
        reply = self.replies.get(url, NO_RULES)
        if isinstance(reply, httpx2.TransportError):
            raise reply
        return httpx2.Response(reply.status, headers=dict(reply.headers), stream=Body(reply, self.sent))

    def resolve(self, host: str, port: int) -> list[str]:
        if host not in self.names:
            raise OSError("unknown name")
        return list(self.names[host])

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def fetch(self, *addresses: str, options: IngestOptions = OPTIONS) -> list[Report | Issue]:
        around = Surroundings(lambda: self, self.resolve, lambda: self.now, self.sleep)
        with Fetcher(options, around) as fetcher:
            return [fetcher.read_page(checked_url(address)) for address in addresses]


class FickleNames(FakeWeb):
    """A name server that answers with a public address when asked first and a private one afterwards.

    It is asked once for the rules and once for the page, so each of the two starts anew.
    """

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked_names.append(host)
        return [PUBLIC] if len(self.asked_names) <= len(self.connected) + 1 else ["127.0.0.1"]


def web(replies: Mapping[str, Reply | httpx2.TransportError], **names: list[str]) -> FakeWeb:
    return FakeWeb(replies, {"news.example": [PUBLIC], "other.example": ["9.9.9.10"], **names})


def onward(to: str, status: int = 302) -> Reply:
    return Reply(status, b"", {"location": to})


def refused(items: list[Report | Issue]) -> tuple[IssueKind, str]:
    (issue,) = items
    assert isinstance(issue, Issue)
    assert issue.fatal
    return issue.kind, issue.reason


def test_a_page_is_a_report_with_what_the_server_says_of_it() -> None:
    options = IngestOptions(outlet="Harbour Post", published=date(2024, 5, 3))
    fake = web({STORY: Reply()})
    assert fake.fetch(STORY + "#comments", options=options) == [
        Report(
            id="news.example/strike",
            raw=b"<p>Shells fell.",
            media=Media.HTML,
            encoding="iso-8859-1",
            outlet="Harbour Post",
            published=Published(date(2024, 5, 3), DayFrom.GIVEN),
            address=STORY,
        )
    ]
    assert fake.asked == ["https://news.example/robots.txt", STORY]
    assert all(agent.startswith("Recount/") for agent in fake.agents)


@pytest.mark.parametrize(
    ("kind", "address", "body", "media"),
    [
        ("text/html", "/a", b"x", Media.HTML),
        ("application/xhtml+xml", "/a", b"x", Media.HTML),
        ("text/plain", "/a", b"x", Media.TEXT),
        ("text/plain; charset=utf-8", "/a.md", b"x", Media.MARKDOWN),
        ("text/markdown", "/a", b"x", Media.MARKDOWN),
        ("", "/a", b"<!doctype html>x", Media.HTML),
        ("", "/a", b"x", Media.TEXT),
    ],
)
def test_the_server_says_what_a_page_is(kind: str, address: str, body: bytes, media: Media) -> None:
    url = "https://news.example" + address
    (report,) = web({url: Reply(body=body, headers={"content-type": kind} if kind else {})}).fetch(url)
    assert isinstance(report, Report)
    assert report.media is media


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(404), IssueKind.UNREACHABLE),
        (Reply(500), IssueKind.UNREACHABLE),
        (Reply(304), IssueKind.UNREACHABLE),
        (Reply(403), IssueKind.REFUSED),
        (Reply(451), IssueKind.REFUSED),
        (Reply(body=b""), IssueKind.EMPTY),
        (Reply(body=b"%PDF-1.7", headers={"content-type": "application/pdf"}), IssueKind.BINARY),
        (Reply(body=b"%PDF-1.7"), IssueKind.BINARY),
        (Reply(body=b"{}", headers={"content-type": "application/json"}), IssueKind.UNREADABLE),
        (Reply(breaks=True), IssueKind.TRUNCATED),
        (Reply(body=b"nonsense", headers={"content-encoding": "gzip"}), IssueKind.UNREACHABLE),
        (httpx2.ConnectError("refused"), IssueKind.UNREACHABLE),
        (httpx2.ReadTimeout("slow"), IssueKind.UNREACHABLE),
        (onward("ht tp:::"), IssueKind.UNREACHABLE),
    ],
)
def test_a_page_that_cannot_be_had_is_one_fatal_issue(reply: Reply | httpx2.TransportError, kind: IssueKind) -> None:
    assert refused(web({STORY: reply}).fetch(STORY))[0] is kind


def test_a_page_is_not_read_beyond_the_size_limit() -> None:
    fake = web({STORY: Reply(body=b"x" * 100_000)})
    assert refused(fake.fetch(STORY))[0] is IssueKind.TOO_LARGE
    assert sum(fake.sent) < 1200


def test_a_packed_page_counts_unpacked() -> None:
    packed = zlib.compress(b"x" * 100_000)
    assert len(packed) < 1000
    reply = Reply(body=packed, headers={"content-type": "text/html", "content-encoding": "deflate"})
    assert refused(web({STORY: reply}).fetch(STORY))[0] is IssueKind.TOO_LARGE


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"])
def test_a_name_in_a_private_network_is_never_connected_to(address: str) -> None:
    fake = web({STORY: Reply()}, **{"news.example": [PUBLIC, address]})
    assert refused(fake.fetch(STORY))[0] is IssueKind.REFUSED
    assert fake.connected == []


@pytest.mark.parametrize(
    "target", ["https://inside.example/x", "https://127.0.0.1/x", "//localhost/x", "https://[::1]/"]
)
def test_a_redirect_into_a_private_network_is_refused(target: str) -> None:
    inside = {"inside.example": ["192.168.0.7"], "127.0.0.1": ["127.0.0.1"], "localhost": ["127.0.0.1"], "::1": ["::1"]}
    fake = web({STORY: onward("https://other.example/"), "https://other.example/": onward(target)}, **inside)
    kind, reason = refused(fake.fetch(STORY))
    assert kind is IssueKind.REFUSED
    assert "private" in reason
    assert set(fake.connected) == {PUBLIC, "9.9.9.10"}


def test_robots_txt_cannot_lead_into_a_private_network_either() -> None:
    fake = web(
        {"https://news.example/robots.txt": onward("https://inside.example/")}, **{"inside.example": ["10.0.0.1"]}
    )
    assert refused(fake.fetch(STORY))[0] is IssueKind.REFUSED
    assert set(fake.connected) == {PUBLIC}


def test_the_connection_goes_to_the_address_that_was_looked_at() -> None:
    fake = FickleNames({STORY: Reply()}, {"news.example": [PUBLIC]})
    (report,) = fake.fetch(STORY)
    assert isinstance(report, Report)
    assert fake.connected == [PUBLIC, PUBLIC]


def test_private_addresses_and_http_are_allowed_when_asked_for() -> None:
    fake = web({"http://inside.example/x": Reply()}, **{"inside.example": ["10.0.0.1"]})
    (report,) = fake.fetch("http://inside.example/x", options=IngestOptions(allow_private=True))
    assert isinstance(report, Report)


@pytest.mark.parametrize("target", ["http://news.example/x", "ftp://news.example/x", "file:///x"])
def test_only_https_is_followed(target: str) -> None:
    assert refused(web({STORY: onward(target), target: Reply()}).fetch(STORY))[0] in (
        IssueKind.REFUSED,
        IssueKind.UNREACHABLE,
    )


def test_http_is_refused_with_a_reason() -> None:
    fake = web({"http://news.example/x": Reply()})
    kind, reason = refused(fake.fetch("http://news.example/x"))
    assert kind is IssueKind.REFUSED
    assert "https" in reason
    assert fake.asked == []


def test_a_redirect_is_followed_and_its_end_is_the_address() -> None:
    fake = web(
        {STORY: onward("https://user:secret@other.example/story#top", 301), "https://other.example/story": Reply()}
    )
    (report,) = fake.fetch(STORY)
    assert isinstance(report, Report)
    assert (report.id, report.address) == ("news.example/strike", "https://other.example/story")
    assert "https://other.example/robots.txt" in fake.asked


def test_redirects_in_a_circle_end() -> None:
    fake = web({STORY: onward(STORY)})
    assert "points on" in refused(fake.fetch(STORY))[1]
    assert len(fake.asked) < 10


RULES = Reply(body=b"User-agent: *\nDisallow: /private\n\nUser-agent: Recount\nDisallow: /strike\nCrawl-delay: 7\n")


def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    fake = web({"https://news.example/robots.txt": RULES, STORY: Reply()})
    assert refused(fake.fetch(STORY))[0] is IssueKind.REFUSED
    assert fake.asked == ["https://news.example/robots.txt"]


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed() -> None:
    start = "https://other.example/x"
    fake = web({"https://news.example/robots.txt": RULES, STORY: Reply(), start: onward(STORY)})
    assert refused(fake.fetch(start))[0] is IssueKind.REFUSED
    assert STORY not in fake.asked


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (Reply(404), True),
        (Reply(403), True),
        (Reply(500), False),
        (Reply(body=b"x" * 600_000), False),
        (httpx2.ConnectError("refused"), False),
        (Reply(body=b"\xff\xfe nonsense \x00"), True),
        (Reply(body=b"<html>not found"), True),
    ],
)
def test_missing_rules_are_leave_and_a_failing_server_is_not(
    rules: Reply | httpx2.TransportError, allowed: bool
) -> None:
    fake = web({"https://news.example/robots.txt": rules, STORY: Reply()})
    assert [isinstance(item, Report) for item in fake.fetch(STORY)] == [allowed]


def test_a_site_is_asked_for_its_rules_once_and_given_time_between_pages() -> None:
    pages = [f"https://news.example/{number}" for number in range(3)]
    fake = web({"https://news.example/robots.txt": RULES, **{page: Reply() for page in pages}})
    fake.fetch(*pages)
    assert fake.asked == ["https://news.example/robots.txt", *pages]
    assert fake.slept == [7, 7]


def test_sites_do_not_wait_for_one_another() -> None:
    fake = web({STORY: Reply(), "https://other.example/": Reply()})
    fake.fetch(STORY, "https://other.example/", STORY)
    assert fake.slept == [1]


@pytest.mark.parametrize("source", ["https://", "https://exa mple.org/", "https://[::1", "https://a:b@news.example/"])
def test_an_address_that_is_none_is_refused(source: str) -> None:
    with pytest.raises(UsageError):
        checked_url(source)


def test_an_unknown_name_is_an_issue() -> None:
    kind, reason = refused(web({}).fetch("https://nowhere.example/"))
    assert kind is IssueKind.UNREACHABLE
    assert "nowhere.example" in reason


def test_a_page_has_one_id_over_http_and_https() -> None:
    assert page_id(checked_url("http://News.example/A/?b=1#c")) == page_id(checked_url("https://news.example/A/?b=1"))

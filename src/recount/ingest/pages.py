"""Web pages: fetched once, politely."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Self

import httpx2
from protego import Protego

from recount.ingest.files import given
from recount.ingest.network import CheckedTransport, PrivateAddressError, Resolve, TimeLimit, resolve
from recount.ingest.options import IngestOptions
from recount.ingest.sniffing import binary_kind, fault_of, media_of
from recount.model import Issue, IssueKind, Media, Report, UsageError

AGENT = "Recount"
MAX_HOPS = 5
# What RFC 9309 asks a crawler to read of it at least.
ROBOTS_BYTES = 512_000
# Between two pages of one site, in seconds; a site may ask for more, up to what a person would wait for.
PAUSE, LONGEST_PAUSE = 1.0, 30.0

_MEDIA = {
    "text/html": Media.HTML,
    "application/xhtml+xml": Media.HTML,
    "text/plain": Media.TEXT,
    "text/markdown": Media.MARKDOWN,
}


def is_address(source: str) -> bool:
    """Whether a source is a web address, not a path."""
    return source.lower().startswith(("https://", "http://"))


def checked_url(source: str) -> httpx2.URL:
    """The address that a user named, without the part that a browser keeps to itself; refuses what is none."""
    try:
        url = httpx2.URL(source)
    except httpx2.InvalidURL as error:
        raise UsageError(f"{source} is no web address: {error}.") from error
    if not url.host or "%" in url.host:
        raise UsageError(f"{source} is no web address: it has no valid host.")
    if url.userinfo:
        raise UsageError("A web address with a name or password in it would be kept in the record: leave them out.")
    return url.copy_with(fragment=None)


def page_id(url: httpx2.URL) -> str:
    """An address without its scheme, so that a page has one id over http and https.

    >>> page_id(httpx2.URL("https://news.example.org/2024/05/strike/"))
    'news.example.org/2024/05/strike'
    """
    return str(url).partition("://")[2].rstrip("/")


class _PageError(Exception):
    """Why a page was not fetched; caught where the page was asked for and told as an issue."""

    def __init__(self, kind: IssueKind, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


class _BrokenOffError(httpx2.TransportError):
    """The connection ended within the body."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server sent: a body, or where to look instead."""

    url: httpx2.URL
    status: int
    body: bytes = b""
    kind: str = ""
    encoding: str | None = None
    onward: httpx2.URL | None = None


@dataclass(slots=True)
class _Site:
    """What is known of a site for the length of a run: its rules, and when it was last asked for a page."""

    rules: Protego | None = None
    last: float | None = None


def _transport() -> httpx2.BaseTransport:
    # No connection is kept: it would belong to an address, and several sites can share one.
    return httpx2.HTTPTransport(limits=httpx2.Limits(max_keepalive_connections=0))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a fetcher needs of the world, so that tests can bring their own."""

    transport: Callable[[], httpx2.BaseTransport] = _transport
    resolve: Resolve = resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Fetcher:
    """Fetches pages for one run, and keeps each site's rules for its length."""

    def __init__(self, options: IngestOptions, around: Surroundings | None = None) -> None:
        around = around or Surroundings()
        self._options = options
        self._around = around
        self._sites: dict[str, _Site] = {}
        self._client = httpx2.Client(
            transport=CheckedTransport(around.transport(), options.allow_private, around.resolve),
            # Neither passwords nor proxies are taken from the surroundings: a proxy would resolve names unchecked.
            trust_env=False,
            timeout=options.timeout,
            headers={
                "user-agent": f"{AGENT}/{version('recount')} (reads single news reports for a sourced record)",
                "accept": "text/html, text/plain, text/markdown, */*;q=0.1",
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def read_page(self, url: httpx2.URL) -> Report | Issue:
        """The page as a report, or why it was not fetched."""
        try:
            answer = self._fetch(url)
            media = _media(answer)
        except _PageError as error:
            return Issue(error.kind, str(url), error.reason, fatal=True)
        fault = fault_of(answer.body, str(url), self._options.max_bytes)
        if fault is not None:
            return fault
        return Report(
            id=page_id(url),
            raw=answer.body,
            media=media,
            encoding=answer.encoding,
            outlet=self._options.outlet,
            published=given(self._options),
            address=str(answer.url),
        )

    def _fetch(self, url: httpx2.URL) -> _Answer:
        self._check_scheme(url)
        self._check_rules(url)
        self._pause(url)
        answer = self._follow(url, self._options.max_bytes, self._check_rules)
        _check_status(answer.status)
        return answer

    def _follow(self, url: httpx2.URL, max_bytes: int, check: Callable[[httpx2.URL], None]) -> _Answer:
        """Ask for an address and go on to where it points, looking at each step as at the first."""
        for _ in range(MAX_HOPS + 1):
            answer = self._ask(url, max_bytes)
            if answer.onward is None:
                return answer
            url = answer.onward
            self._check_scheme(url)
            check(url)
        raise _PageError(IssueKind.UNREACHABLE, f"It points on to another address more than {MAX_HOPS} times.")

    def _ask(self, url: httpx2.URL, max_bytes: int) -> _Answer:
        with TimeLimit(self._options.timeout) as limit:
            try:
                with self._client.stream("GET", url, extensions={"trace": limit.watch}) as response:
                    answer = _answer(url, response, max_bytes)
            except (httpx2.HTTPError, httpx2.InvalidURL) as error:
                if limit.over or isinstance(error, httpx2.TimeoutException):
                    raise self._too_slow() from error
                raise _page_error(error) from error
            if limit.over:  # a body without a length seems to end well when its connection is shut
                raise self._too_slow()
            return answer

    def _too_slow(self) -> _PageError:
        reason = f"It did not come whole within {self._options.timeout:g} seconds. Try again later."
        return _PageError(IssueKind.UNREACHABLE, reason)

    def _check_scheme(self, url: httpx2.URL) -> None:
        allowed = ("https", "http") if self._options.allow_private else ("https",)
        if url.scheme not in allowed:
            reason = f"{url} is not an https address. Save the page and add the file instead."
            raise _PageError(IssueKind.REFUSED, reason)

    def _check_rules(self, url: httpx2.URL) -> None:
        if not self._rules(url).can_fetch(str(url), AGENT):
            reason = f"{url.host} asks programs not to fetch it (robots.txt). Save the page and add the file instead."
            raise _PageError(IssueKind.REFUSED, reason)

    def _rules(self, url: httpx2.URL) -> Protego:
        site = self._site(url)
        if site.rules is None:
            site.rules = self._ask_rules(url)
        return site.rules

    def _ask_rules(self, url: httpx2.URL) -> Protego:
        """What the site's robots.txt says. None is leave to fetch; a failing server is not (RFC 9309)."""
        answer = self._follow(url.copy_with(raw_path=b"/robots.txt"), ROBOTS_BYTES, lambda _: None)
        if answer.status >= 500:
            reason = f"{url.host} fails to say what programs may fetch (robots.txt: {answer.status}). Try again later."
            raise _PageError(IssueKind.UNREACHABLE, reason)
        return Protego.parse("" if answer.status >= 400 else answer.body.decode("utf-8", errors="replace"))

    def _pause(self, url: httpx2.URL) -> None:
        site = self._site(url)
        asked = self._rules(url).crawl_delay(AGENT) or 0.0
        now = self._around.clock()
        if site.last is not None:
            self._around.sleep(max(0.0, site.last + min(max(PAUSE, asked), LONGEST_PAUSE) - now))
        site.last = self._around.clock()

    def _site(self, url: httpx2.URL) -> _Site:
        return self._sites.setdefault(f"{url.scheme}://{url.netloc.decode('ascii')}", _Site())


def _answer(url: httpx2.URL, response: httpx2.Response, max_bytes: int) -> _Answer:
    """What came: of a page that was found its body, else only the status and where to look instead."""
    if response.next_request is not None:
        onward = response.next_request.url.copy_with(userinfo=b"", fragment=None)
        return _Answer(url, response.status_code, onward=onward)
    if response.status_code >= 300:
        return _Answer(url, response.status_code)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return _Answer(url, response.status_code, _body(response, max_bytes), kind, response.charset_encoding)


def _body(response: httpx2.Response, max_bytes: int) -> bytes:
    """The body as far as it may go; it is counted unpacked, as it comes."""
    body = bytearray()
    try:
        for part in response.iter_bytes():
            body += part
            if len(body) > max_bytes:
                reason = f"It is larger than {max_bytes:,} bytes. Save the report in it and add the file instead."
                raise _PageError(IssueKind.TOO_LARGE, reason)
    except (httpx2.ReadError, httpx2.RemoteProtocolError) as error:
        raise _BrokenOffError(str(error)) from error
    return bytes(body)


def _page_error(error: httpx2.HTTPError | httpx2.InvalidURL) -> _PageError:
    if isinstance(error, PrivateAddressError):
        return _PageError(IssueKind.REFUSED, f"{error}, where pages are not fetched from unless you allow it.")
    if isinstance(error, _BrokenOffError):
        return _PageError(IssueKind.TRUNCATED, f"The server broke off before the end: {error}. Try again later.")
    if isinstance(error, httpx2.InvalidURL):
        return _PageError(IssueKind.UNREACHABLE, f"It points on to what is no web address: {error}.")
    return _PageError(IssueKind.UNREACHABLE, f"It was not reached: {error}. Check the address, or try again later.")


def _check_status(status: int) -> None:
    if status < 300:
        return
    words = f"The server answered {status} ({httpx2.codes.get_reason_phrase(status) or 'no reason given'})."
    if status in (401, 402, 403, 451):
        raise _PageError(IssueKind.REFUSED, f"{words} Save the page from your browser and add the file instead.")
    raise _PageError(IssueKind.UNREACHABLE, f"{words} Check the address, or try again later.")


def _media(answer: _Answer) -> Media:
    said = _MEDIA.get(answer.kind)
    ending = "." + answer.url.path.rpartition(".")[2]
    if said is Media.HTML or said is Media.MARKDOWN:
        return said
    if said is Media.TEXT or not answer.kind:
        return media_of(ending, answer.body)
    kind = binary_kind(answer.body)
    if kind is not None:
        raise _PageError(IssueKind.BINARY, f"It is {kind}, not text. Save it as text or HTML and add the file.")
    raise _PageError(IssueKind.UNREADABLE, f"It is {answer.kind}, not a page. Save it and add the file instead.")

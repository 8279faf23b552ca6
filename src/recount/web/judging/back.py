"""Where a reader goes once a form is done with: only ever to a page of this desk."""

from urllib.parse import urlencode, urlsplit


def safe(address: str) -> str | None:
    """The address where it is a path of this desk; none where it could lead anywhere else.

    >>> safe("/incident/a@1?done=j1"), safe("//example.org/"), safe("https://example.org/"), safe("/\\\\example.org")
    ('/incident/a@1?done=j1', None, None, None)
    """
    if not address.startswith("/") or address.startswith("//") or "\\" in address or not address.isprintable():
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc else address


def with_done(address: str, judgement: str) -> str:
    """The same address, telling the page which judgement was just made.

    >>> with_done("/review?at=3#x", "j1")
    '/review?at=3&done=j1'
    """
    bare = address.split("#")[0]
    return f"{bare}{'&' if '?' in bare else '?'}{urlencode({'done': judgement})}"

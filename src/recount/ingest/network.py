"""Which addresses may be connected to, and for how long."""

import ipaddress
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import httpx2

Resolve = Callable[[str, int], list[str]]
"""The network addresses of a host for a port; an OSError where it has none."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Both lead to IPv4 addresses and count as global in the standard library: the first wraps one in its last four bytes
# (RFC 6052), the second is for use within one network (RFC 8215).
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_TRANSLATED_HERE = ipaddress.IPv6Network("64:ff9b:1::/48")


class PrivateAddressError(httpx2.TransportError):
    """A host that stands in this machine's own network, which pages may not be fetched from."""


def resolve(host: str, port: int) -> list[str]:
    """Ask the system which addresses a host has."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host} is no host name") from error
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, also where it wraps another.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("9.9.9.9")
    (False, False, True)
    """
    outer = ipaddress.ip_address(address)
    return all(
        each.is_global and not each.is_multicast and each not in _TRANSLATED_HERE for each in (outer, *_wrapped(outer))
    )


def _wrapped(address: _Address) -> list[_Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inside: list[_Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in inside if each is not None]


class CheckedTransport(httpx2.BaseTransport):
    """Connects only to addresses that were looked at.

    The name is resolved once, here, and the connection goes to the address found, so that a name server which
    answers differently the second time gains nothing. Certificates are still checked against the name.
    """

    def __init__(self, inner: httpx2.BaseTransport, allow_private: bool, resolve: Resolve = resolve) -> None:
        self._inner = inner
        self._allow_private = allow_private
        self._resolve = resolve

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request to the first of the host's addresses that takes it."""
        failure: httpx2.TransportError | None = None
        for address in self._addresses(request.url):
            try:
                return self._inner.handle_request(_pinned(request, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failure = error
        raise failure or httpx2.ConnectError(f"{request.url.host} has no address")

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()

    def _addresses(self, url: httpx2.URL) -> list[str]:
        try:
            addresses = self._resolve(url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80))
        except OSError as error:
            raise httpx2.ConnectError(f"the name {url.host} was not found") from error
        if not self._allow_private and not all(is_public(address) for address in addresses):
            raise PrivateAddressError(f"{url.host} is in a private or reserved network")
        return addresses


def _pinned(request: httpx2.Request, address: str) -> httpx2.Request:
    """The same request to one address; its Host header keeps the name, and so does the certificate check."""
    return httpx2.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )


class TimeLimit:
    """Ends a request that takes longer than so many seconds as a whole.

    The client's own limits are for one read each: a server that sends a byte at a time would never meet them. Give
    `watch` to the request as its `trace`.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()
        for connection in self._sockets:
            connection.close()

    def watch(self, step: str, told: Mapping[str, Any]) -> None:
        """Take note of a connection when it is made."""
        if step == "connection.connect_tcp.complete":
            # A copy of the socket: the handshake detaches the first one, and shutting down any copy ends them all.
            self._sockets.append(told["return_value"].get_extra_info("socket").dup())
            if self.over:
                self._end()

    def _end(self) -> None:
        self.over = True
        for connection in self._sockets:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

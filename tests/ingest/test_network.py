"""Which addresses are public, and how the real transport keeps to them. The servers here are on this machine."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ingest import IngestOptions, count, gather
from recount.ingest.network import CheckedTransport, PrivateAddressError, is_public, resolve
from recount.model import Issue, IssueKind, Media, Report

Serve = Callable[[socket.socket], None]
HERE = IngestOptions(allow_private=True, timeout=0.5)
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<p>Shells fell."


@contextmanager
def server(serve: Serve, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server that answers each connection with `serve`, on a port of this machine."""
    listening = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        while True:
            try:
                connection, _ = listening.accept()
                with tls.wrap_socket(connection, server_side=True) if tls else connection as stream:
                    serve(stream)
            except OSError:
                if listening.fileno() == -1:
                    return

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def asked(stream: socket.socket) -> bytes:
    return stream.recv(65536)


def page(stream: socket.socket) -> None:
    no_rules = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    stream.sendall(no_rules if b"/robots.txt" in asked(stream) else PAGE)


def after_rules(then: Serve) -> Serve:
    def serve(stream: socket.socket) -> None:
        if b"/robots.txt" in asked(stream):
            stream.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        else:
            then(stream)

    return serve


def drip(start: bytes, byte: bytes) -> Serve:
    """One byte at a time, each well within the time that a single read may take."""

    def serve(stream: socket.socket) -> None:
        stream.sendall(start)
        for _ in range(100):
            time.sleep(0.05)
            stream.sendall(byte)

    return after_rules(serve)


def fetched(port: int, options: IngestOptions = HERE) -> Report | Issue:
    address = f"http://127.0.0.1:{port}/strike"
    assert count([address], options) == 1
    (item,) = gather([address], options)
    return item


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::"),
    ],
)
def test_private_and_reserved_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "1.1.1.1", "2620:fe::fe", "64:ff9b::9.9.9.9"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_no_wrapping_makes_a_private_address_public(address: object) -> None:
    if not is_public(str(address)):
        assert not is_public(f"::ffff:{address}")
        assert not is_public(f"64:ff9b::{address}")


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "localhost"])
def test_other_ways_to_write_this_machine_are_seen_through(host: str) -> None:
    try:
        addresses = resolve(host, 80)
    except OSError:
        pytest.skip("the system does not know this name")
    assert not any(is_public(address) for address in addresses)


@pytest.mark.parametrize("host", ["a..b", "x" * 300])
def test_a_host_that_is_none_has_no_address(host: str) -> None:
    with pytest.raises(OSError, match=r".*"):
        resolve(host, 80)


def test_the_next_address_is_tried_where_the_first_does_not_answer() -> None:
    with server(page) as port:
        transport = CheckedTransport(httpx2.HTTPTransport(), True, lambda host, port: ["127.0.0.2", "127.0.0.1"])
        with httpx2.Client(transport=transport) as client:
            assert client.get(f"http://news.example:{port}/").content == b"<p>Shells fell."


def test_a_real_page_is_fetched_with_its_rules_looked_at_first() -> None:
    seen: list[bytes] = []

    def serve(stream: socket.socket) -> None:
        request = asked(stream)
        seen.append(request)
        rules = b"HTTP/1.1 200 OK\r\nContent-Length: 32\r\n\r\nUser-agent: *\nDisallow: /private"
        stream.sendall(rules if b"/robots.txt" in request else PAGE)

    with server(serve) as port:
        report = fetched(port)
    assert isinstance(report, Report)
    assert (report.raw, report.media) == (b"<p>Shells fell.", Media.HTML)
    assert report.id == f"127.0.0.1:{port}/strike"
    assert [request.split()[1] for request in seen] == [b"/robots.txt", b"/strike"]
    assert all(b"user-agent: recount/" in request.lower() for request in seen)


def test_this_machine_is_refused_unless_allowed() -> None:
    (item,) = gather(["https://127.0.0.1:9/strike"], IngestOptions())
    assert isinstance(item, Issue)
    assert item.kind is IssueKind.REFUSED


@pytest.mark.parametrize(
    ("start", "byte"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>without a length", b"x"),
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(start: bytes, byte: bytes) -> None:
    with server(drip(start, byte)) as port:
        begun = time.monotonic()
        item = fetched(port)
        assert time.monotonic() - begun < 3
    assert isinstance(item, Issue)
    assert (item.kind, item.fatal) == (IssueKind.UNREACHABLE, True)
    assert "0.5 seconds" in item.reason


def test_a_server_that_says_nothing_is_left_when_the_time_is_over() -> None:
    with server(after_rules(lambda stream: time.sleep(1))) as port:
        item = fetched(port)
    assert isinstance(item, Issue)
    assert "0.5 seconds" in item.reason


def test_a_page_that_breaks_off_is_an_issue() -> None:
    with server(after_rules(lambda stream: stream.sendall(PAGE[:-4]))) as port:
        item = fetched(port)
    assert isinstance(item, Issue)
    assert item.kind is IssueKind.TRUNCATED


def test_a_server_that_is_not_there_is_an_issue() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    item = fetched(port)
    assert isinstance(item, Issue)
    assert item.kind is IssueKind.UNREACHABLE


def certificate(folder: Path, name: str) -> Path:
    """A certificate for a name, which signs itself, with its key in one file."""
    openssl = which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    path = folder / "pair.pem"
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}"]
    files = ["-addext", f"subjectAltName=DNS:{name}", "-keyout", str(path), "-out", str(folder / "cert.pem")]
    subprocess.run([openssl, *made, *files], check=True, capture_output=True)
    path.write_text(path.read_text() + (folder / "cert.pem").read_text())
    return path


def test_certificates_are_checked_against_the_name_though_the_address_is_fixed(tmp_path: Path) -> None:
    pair = certificate(tmp_path, "news.example")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(pair)
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    with server(page, tls) as port:
        transport = CheckedTransport(httpx2.HTTPTransport(verify=trusting), True, lambda host, port: ["127.0.0.1"])
        with httpx2.Client(transport=transport) as client:
            assert client.get(f"https://news.example:{port}/").content == b"<p>Shells fell."
            with pytest.raises(httpx2.ConnectError, match=r"other\.example"):
                client.get(f"https://other.example:{port}/")


def test_a_private_address_is_told_apart_from_one_that_does_not_answer() -> None:
    transport = CheckedTransport(httpx2.HTTPTransport(), False, lambda host, port: ["10.0.0.1"])
    with httpx2.Client(transport=transport) as client, pytest.raises(PrivateAddressError, match="private"):
        client.get("https://news.example/")

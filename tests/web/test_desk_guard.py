"""The desk answers this machine's browser only, and only for reading."""

import pytest
from starlette.testclient import TestClient

from recount.web.desk import desk
from recount.web.guard import HEADERS, is_local
from tests.web.fake_record import FakeRecord
from tests.web.veldania import OUTLINES


@pytest.mark.parametrize(
    "host",
    ["example.org", "127.0.0.1.example.org", "localhost.example.org", "127.0.0.1:80@example.org", "", "0.0.0.0",
     "127.0.0.1:x", "[::1]", "127.0.0.2"],
)  # fmt: skip
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "Incidents" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:8765", "LOCALHOST:1"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_two_host_headers_are_refused() -> None:
    assert not is_local(["127.0.0.1", "example.org"])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/static/desk.css", "/nowhere"])
def test_only_reading_is_allowed(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_head_is_answered_without_a_body(client: TestClient) -> None:
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", ["/", "/static/desk.css", "/nowhere", "/report/none", "/?from=x"])
def test_every_answer_carries_the_safety_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_a_fault_carries_them_too_and_shows_no_traceback() -> None:
    class Broken(FakeRecord):
        def totals(self) -> "object":  # type: ignore[override]
            raise ZeroDivisionError("secret")

    client = TestClient(desk(Broken().opened, OUTLINES), base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Load the page again" in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_no_frame_and_no_script_but_the_desk_s_own() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy

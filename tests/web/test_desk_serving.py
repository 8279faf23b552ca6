"""The desk over a real record, served to this machine only."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from recount.model import Reading, RecordError, UsageError
from recount.store import Record
from recount.web import create_app, serve
from recount.web.serving import HERE, listen
from tests.web.veldania import COURIER, COURIER_TEXT, held

LISTS = ("/", "/map", "/totals", "/issues", "/reports")
PROGRAM = """
import sys
from recount.web import serve
serve(sys.argv[1], 0, announce=lambda address: print(address, flush=True))
"""


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    with Record.open(path) as record:
        record.keep(Reading(held(COURIER, COURIER_TEXT, (), "Strike", "Valley Courier").report, COURIER_TEXT))
    return path


@pytest.fixture
def running(record_path: Path) -> Iterator[str]:
    """The address of a desk that is being served by a process of its own."""
    command = [sys.executable, "-c", PROGRAM, str(record_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.send_signal(signal.SIGINT)
        process.wait(10)


def test_a_real_record_is_shown(record_path: Path) -> None:
    client = TestClient(create_app(record_path), base_url="http://127.0.0.1")
    assert all(client.get(path).status_code == 200 for path in LISTS)
    assert "Valley Courier" in client.get("/reports").text
    assert "Brunnoth" in client.get(f"/report/{COURIER}").text
    assert client.get("/report/none").status_code == 404


def test_many_readers_at_once_get_what_one_gets(record_path: Path) -> None:
    client = TestClient(create_app(record_path), base_url="http://127.0.0.1")
    with client, ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: client.get("/reports").text, range(24)))
    assert len(answers) == 1


def test_no_record_is_explained_rather_than_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="recount add"):
        create_app(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_port_in_use_is_explained(record_path: Path) -> None:
    with socket.create_server((HERE, 0)) as taken, pytest.raises(UsageError, match="--port"):
        serve(record_path, taken.getsockname()[1])


@pytest.mark.parametrize("port", [-1, 70000])
def test_a_port_that_is_none_is_explained(port: int) -> None:
    with pytest.raises(UsageError, match="--port"):
        listen(port)


def test_only_this_machine_is_listened_to() -> None:
    with listen(0) as held_port:
        assert held_port.getsockname()[0] == "127.0.0.1"


def test_serving_tells_its_address_and_answers_there(running: str) -> None:
    assert running.startswith("http://127.0.0.1:")
    with urlopen(running + "/reports") as answer:
        assert "Valley Courier" in answer.read().decode()
        assert "server" not in answer.headers

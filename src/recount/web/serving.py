"""Serves the desk on this machine."""

import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from recount.model import UsageError
from recount.web.app import create_app

HERE = "127.0.0.1"


def serve(
    record_path: str | Path,
    port: int,
    *,
    open_browser: bool = False,
    lists: Path | None = None,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Serves the desk over a record until stopped, to this machine only.

    `announce` is told the address once the port is held, which port 0 leaves to the system. Raises UsageError where
    the port is taken, RecordError where there is no record.
    """
    app = create_app(record_path, lists=lists)
    with listen(port) as held:
        address = f"http://{HERE}:{held.getsockname()[1]}"
        if announce is not None:
            announce(address)
        if open_browser:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False)
        uvicorn.Server(config).run(sockets=[held])


def listen(port: int) -> socket.socket:
    """Holds a port of this machine. Raises UsageError where it cannot be had."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((HERE, port))
    except (OSError, OverflowError) as fault:
        held.close()
        raise UsageError(f"Port {port} cannot be used ({fault}). Choose another with --port.") from fault
    held.listen()
    return held

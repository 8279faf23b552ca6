"""Running the command as a user does, without a process of its own."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from recount.cli import main

SAMPLES = Path(__file__).parents[2] / "src" / "recount" / "samples"
REPORTS = SAMPLES / "reports"
LISTS = SAMPLES / "lists"


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Command:
    """The command `recount`."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path) -> Ended:
        self.monkeypatch.setattr(sys, "argv", ["recount", *map(str, words)])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        told = self.capsys.readouterr()
        assert "Traceback" not in told.err
        return Ended(int(ended.value.code or 0), told.out, told.err)

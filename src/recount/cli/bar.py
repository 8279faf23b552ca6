"""How far a run is, on standard error."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from recount.cli.screen import shown


class Bar:
    """A bar for each part of a run. Where standard error is no terminal, only what the user should know is told."""

    def __init__(self) -> None:
        console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._drawn = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._drawn.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._drawn.stop()

    def begin(self, what: str, total: int | None) -> None:
        """A part of the run begins, and takes the place of the one before it."""
        if self._task is not None:
            self._drawn.remove_task(self._task)
        self._task = self._drawn.add_task(what, total=total)

    def step(self) -> None:
        """One of its steps is done."""
        if self._task is not None:
            self._drawn.advance(self._task)

    def say(self, message: str) -> None:
        """Tell the user something, above the bar."""
        self._drawn.console.print(Text(shown(message)))

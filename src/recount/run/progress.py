"""What a run tells while it goes on, so that this layer need not know about terminals."""

from typing import Protocol


class Progress(Protocol):
    """Somebody who wants to know how far a run is."""

    def begin(self, what: str, total: int | None) -> None:
        """A part of the run begins, such as "Reading"; `total` is how many steps it has, absent where unknown."""

    def step(self) -> None:
        """One of them is done."""

    def say(self, message: str) -> None:
        """Something that the user should know and that is no issue of a report."""


class Silent:
    """Nobody listens."""

    def begin(self, what: str, total: int | None) -> None:
        """Told to nobody."""

    def step(self) -> None:
        """Told to nobody."""

    def say(self, message: str) -> None:
        """Told to nobody."""


SILENT: Progress = Silent()

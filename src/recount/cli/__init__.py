"""The commands: one file a verb."""

from recount.cli.app import main

__all__ = ["main"]

"""A record as pandas DataFrames, for notebooks."""

from recount.frames.frames import Frames
from recount.frames.opening import opened

__all__ = ["Frames", "opened"]

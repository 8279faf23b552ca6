"""Report to text: main text, zones, publication day, outlet."""

from recount.clean.cleaning import CLEANER, clean

__all__ = ["CLEANER", "clean"]

"""Copied text: what reports have of each other, from a whole article to one paragraph with a changed figure.

Sentences that are nearly alike give the same signatures, so that only reports which may share words are compared; then
their words are laid side by side, and what both have becomes passages.
"""

from recount.link.reuse.copying import COPY, carried, copies
from recount.link.reuse.finding import candidates, earliest_first
from recount.link.reuse.passages import compare
from recount.link.reuse.sketching import METHOD, sketch

__all__ = ["COPY", "METHOD", "candidates", "carried", "compare", "copies", "earliest_first", "sketch"]

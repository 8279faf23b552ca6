"""Lists as data, and what looks them up: words, actors, sources, places."""

from recount.knowledge.lists import Lists, load

__all__ = ["Lists", "load"]

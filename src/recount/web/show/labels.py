"""The desk's words for the model's terms, kept as data in `wording.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _wording() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("recount.web").joinpath("wording.toml").read_text(encoding="utf-8"))


def label(kind: str, key: str) -> str:
    """What the desk calls a term of one kind; the term itself where nothing is written down for it.

    >>> label("event", "air_strike")
    'Air strike'
    >>> label("outcome", "missing")
    'missing'
    """
    return _wording()[kind].get(key, key.replace("_", " "))

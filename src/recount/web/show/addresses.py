"""Addresses of the desk's pages. Ids come from file names and tables, so anything may stand in them."""

from urllib.parse import quote

from recount.model import Claim


def _path(of: str, key: str) -> str:
    # A browser resolves "." and ".." between slashes before it asks, so such ids keep no bare slash.
    dotted = any(part in {".", ".."} for part in key.split("/"))
    return f"/{of}/{quote(key, safe='@:' if dotted else '/@:', errors='replace')}"


def incident(key: str) -> str:
    """The page of one incident."""
    return _path("incident", key)


def report(key: str, start: int | None = None) -> str:
    """The page of one report, at the claim whose figure stands at `start`."""
    return _path("report", key) + ("" if start is None else f"#claim-{start}")


def claim(told: Claim) -> str:
    """The sentence of a claim on the page of its report."""
    return report(told.report, told.anchor.start)

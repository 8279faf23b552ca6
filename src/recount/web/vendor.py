"""Where the libraries of others lie that the desk's scripts use: the checkout's, else those that a wheel brought."""

from pathlib import Path

_HERE = Path(__file__).parent
# A checkout has them from `npm ci`, a wheel from its build.
_CHECKOUT = _HERE.parents[2] / "node_modules" / "leaflet" / "dist"
_WHEEL = _HERE / "vendor" / "leaflet"
NEEDED = ("leaflet-src.esm.js", "leaflet.css")


def leaflet() -> Path | None:
    """The folder of Leaflet; none where it is not installed, and then the server's own map stands alone."""
    return next((folder for folder in (_CHECKOUT, _WHEEL) if _whole(folder)), None)


def _whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in NEEDED)

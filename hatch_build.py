"""What a wheel takes along beside the package: the library of the desk's map, where `npm ci` has put it."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TAKEN = ("leaflet-src.esm.js", "leaflet.css")


class MapHook(BuildHookInterface[Any]):
    """Copies Leaflet into the wheel; without it, the desk draws its map on the server."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names what is copied, for a wheel alone: a checkout that is installed in place has the folder itself."""
        folder = Path(self.root) / "node_modules" / "leaflet"
        if version != "standard" or not folder.is_dir():
            return
        into = "recount/web/vendor/leaflet"
        build_data["force_include"] |= {str(folder / "dist" / name): f"{into}/{name}" for name in TAKEN}
        build_data["force_include"][str(folder / "LICENSE")] = f"{into}/LICENSE"

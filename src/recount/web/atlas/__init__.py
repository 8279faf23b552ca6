"""The map, drawn by the server: incidents over outlines as one SVG figure, with no script and no tiles."""

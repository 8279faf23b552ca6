"""Charts as shapes that templates write out as SVG, so that they need no script."""

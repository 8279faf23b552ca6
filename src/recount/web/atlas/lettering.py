"""Names on a map, set so that none covers another; what finds no room is left out."""

from dataclasses import dataclass, field

LETTER = 0.56
"""Width of a letter by its size: measured on common system fonts, on the wide side."""
GAP = 3.0
SHIFTS = (0.0, 1.5, -1.5, 3.0, -3.0)
"""How many lines lower the name of an area is tried."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is drawn, `x` and `y` where its text begins or is centred."""

    words: str
    x: float
    y: float
    anchor: str
    kind: str


@dataclass(slots=True)
class Sheet:
    """The room of a drawing, and what is taken of it."""

    width: float
    height: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, x: float, y: float, radius: float) -> None:
        """Keeps names off a mark."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def centred(self, words: str, at: tuple[float, float], size: float, kind: str) -> Name | None:
        """A name with its middle at a point, or a little above or below, where there is room."""
        half = len(words) * size * LETTER / 2
        x = at[0]
        for lines in SHIFTS:
            y = at[1] + lines * size
            if self._claim((x - half, y - size * 0.8, x + half, y + size * 0.3)):
                return Name(words, round(x, 1), round(y, 1), "middle", kind)
        return None

    def beside(self, words: str, at: tuple[float, float], radius: float, size: float) -> Name | None:
        """A name beside a mark: to its right, its left, above or below, wherever there is room first."""
        length = len(words) * size * LETTER
        x, y = at
        right, left = x + radius + GAP, x - radius - GAP
        tries = (
            (right, y + size * 0.35, "start", right),
            (left, y + size * 0.35, "end", left - length),
            (x, y - radius - GAP, "middle", x - length / 2),
            (x, y + radius + size, "middle", x - length / 2),
        )
        for tx, ty, anchor, west in tries:
            if self._claim((west, ty - size * 0.8, west + length, ty + size * 0.3)):
                return Name(words, round(tx, 1), round(ty, 1), anchor, "place")
        return None

    def _claim(self, room: tuple[float, float, float, float]) -> bool:
        west, north, east, south = room
        if west < 0 or north < 0 or east > self.width or south > self.height:
            return False
        if any(west < e and w < east and north < s and n < south for w, n, e, s in self.taken):
            return False
        self.taken.append(room)
        return True

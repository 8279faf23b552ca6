"""What a sentence holds, found once for all the facts in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.extract.clauses import Unit
from recount.extract.mentions import PlaceMention
from recount.extract.said import Said
from recount.extract.scene import Scene


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence with its speakers, its places and its units; `spoken` are the tokens that name who says so.

    `meant` are places that it means without naming them: "the city".
    """

    scene: Scene
    said: Sequence[Said]
    spoken: set[int]
    places: Sequence[PlaceMention]
    meant: Sequence[PlaceMention]
    units: Sequence[Unit]

    def places_of(self, unit: Unit) -> list[PlaceMention]:
        """The places that stand in a unit itself."""
        return [place for place in self.places if unit.tells(place.first)]

    def meant_by(self, unit: Unit) -> list[PlaceMention]:
        """The places that a unit means without naming them, each once."""
        return list({place.span: place for place in self.meant if unit.tells(place.first)}.values())

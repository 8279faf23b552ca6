"""Names that are places by the word for their kind, or for who lives there, beside them."""

from recount.extract.scene import Scene


def behind_kind(scene: Scene, first: int) -> bool:
    """Whether a name stands behind the kind that it is, past a comma: "Veldania's capital, X"."""
    kind = first - 2
    return scene.lower(first - 1) == "," and (scene.is_a("settlements", kind) or scene.lower(kind) == "capital")


def is_community(scene: Scene, first: int, last: int) -> bool:
    """Whether a name is that of a community as a place, "gunmen attacked X community", and not of a people: "the X"."""
    attacked = scene.is_a("placing", first - 1) or scene.is_a("placing_known", first - 1)
    return scene.is_a("communities", last) and attacked and not scene.is_a("no_community", first - 1)


def undergoes(scene: Scene, first: int, last: int) -> bool:
    """Whether a country opens a sentence as where something goes on: "Central Veldania was overrun", "Veldania has
    suffered". Alone it may be who acts."""
    part = first == 1 and scene.is_a("part_adjectives", 0)
    return part or (first == 0 and scene.has("undergoing", last, last + 3))


def behind_bare_kind(scene: Scene, first: int) -> bool:
    """Whether a village or town is told right before its name, without "of": "the village X"."""
    one = scene.is_a("settlements", first - 1) and not scene.is_a("plural_kinds", first - 1)
    return one and scene.is_a("articles", first - 2)


def beside_kind(scene: Scene, first: int, last: int) -> bool:
    """Whether a name between two commas is that of something told by its kind before: "a nearby village, X, was"."""
    if not behind_kind(scene, first) or scene.lower(last) not in (",", "."):
        return False
    return any(scene.is_a("indefinite", p) for p in (first - 3, first - 4))


def of_dwellers(scene: Scene, first: int) -> bool:
    """Whether a name is that of where people live: "attacked residents of X"."""
    return scene.lower(first - 1) == "of" and scene.is_a("dwellers", first - 2)

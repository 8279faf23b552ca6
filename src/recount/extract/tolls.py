"""Figures beside words like "casualties", and behind words like "the death toll"."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.agreement import passive
from recount.extract.counted import Told
from recount.extract.groups import PeopleGroup
from recount.extract.scene import Scene
from recount.language.en.quantities import Quantity
from recount.model import Standing

# How far behind a toll word its number may stand: "the death toll from a suspected … attack on a … town has risen to".
_TOLL_REACH = 20


def figure_before(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The number right before "casualties" or "deaths", past words that say whose."""
    own = [g for g in groups if g.last == told.last and not g.plain]
    if own:
        return own
    for quantity in scene.quantities:
        if quantity.last <= told.first <= quantity.last + 4 and not scene.has(
            "after_people", quantity.last, told.first
        ):
            behind = [told.last + 1] if scene.lower(told.last) == "among" else []
            said = [scene.people_at(p) for p in (*range(quantity.last, told.first), *behind)]
            standing = next((hit.value for hit in said if hit is not None), None)
            return [
                PeopleGroup(
                    quantity.first, told.last, quantity.figure, quantity.low, quantity.high, quantity.approx,
                    quantity.vague, standing.standing if standing else Standing.UNKNOWN,
                    standing.group if standing else None,
                )
            ]  # fmt: skip
    return []


def toll_behind(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The number behind "the death toll … at" or "the toll rose to"; an earlier toll is not told again."""
    if any(scene.is_a("replaced", p) for p in range(told.first - 3, told.first)):
        return []
    for counted in scene.quantities:
        quantity = _risen(scene, counted)
        ahead = quantity.first - told.last
        if 0 <= ahead <= _TOLL_REACH and scene.is_a("before_tolls", quantity.first - 1):
            own = [g for g in groups if g.figure == quantity.figure and not g.bare]
            return own or [_named_by(scene, told, quantity)]
    return []


def _named_by(scene: Scene, told: Told, quantity: Quantity) -> PeopleGroup:
    """A figure of those whom its toll names: "the number of civilians killed … to"."""
    said = [hit.value for p in range(told.first, told.last) if (hit := scene.people_at(p)) is not None]
    return PeopleGroup(
        quantity.first, quantity.last, quantity.figure, quantity.low, quantity.high, quantity.approx, quantity.vague,
        said[0].standing if said else Standing.UNKNOWN, said[0].group if said else None, bare=True,
    )  # fmt: skip


def labelled(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The number behind a label: "Killed: 17. Wounded: 60." """
    if scene.lower(told.last) != ":" or told.value.form in ("figure", "toll") or passive(scene, told.first):
        return []
    return [g for g in groups if g.first == told.last + 1 and not g.plain]


def _risen(scene: Scene, quantity: Quantity) -> Quantity:
    """The later of two figures: "climbed from 30 to 52" is no range."""
    if scene.lower(quantity.first) != "from" or quantity.high is None:
        return quantity
    return replace(quantity, first=quantity.last - 1, figure=quantity.last - 1, low=quantity.high)

"""Harm without violence: accidents, disasters and disease, sport and business, and figures of speech."""

from recount.extract.scene import Scene
from recount.model import Event, Outcome

# Kinds that no accident and no match is told as; "attack" and "blast" alone may be either.
_ARMED = frozenset(
    {
        Event.AIR_STRIKE,
        Event.SHELLING,
        Event.CHEMICAL_ATTACK,
        Event.BOMBING,
        Event.SUICIDE_BOMBING,
        Event.ARMED_CLASH,
        Event.ATTACK,
        Event.ABDUCTION,
    }
)


def figures_of_speech(scene: Scene) -> frozenset[int]:
    """The tokens of fixed figures of speech, whose words tell nothing: "heart attack", "killed the deal"."""
    return frozenset(p for hit in scene.peaceful if hit.value == "figure" for p in range(hit.first, hit.last))


def is_peaceful(scene: Scene) -> bool:
    """Whether a sentence tells of harm that nobody did, or of a game, with no weapon, armed side or sure attack."""
    kinds = {hit.value for hit in scene.peaceful}
    if "harm" in kinds and not _armed(scene):
        return True
    killed = any(hit.value.outcome is Outcome.KILLED for hit in scene.outcomes)
    return "game" in kinds and not killed and not _sides(scene)


def _armed(scene: Scene) -> bool:
    if scene.weapons:
        return True
    spoken = figures_of_speech(scene)
    return any(hit.value.sure and hit.value.type in _ARMED and hit.first not in spoken for hit in scene.events)


def _sides(scene: Scene) -> bool:
    armed = any(not mention.nation for mention in scene.actors)
    return armed or bool(scene.weapons)

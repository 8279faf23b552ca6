"""What a sentence only compares with all that was before: "the first attack there since the civil war began"."""

from recount.extract.scene import Scene

# So many words before "since" the word may stand that compares: "the first deaths reported there since".
_BEFORE = 10
# So many words behind it what it is compared with may stand: "since the start of the civil war".
_BEHIND = 8


def comparing(scene: Scene, first: int, since: int) -> int | None:
    """The word from the token `first` on that compares what is told with all "since"; none for other words."""
    return next((p for p in range(max(first, since - _BEFORE), since) if scene.is_a("comparing", p)), None)


def since_then(scene: Scene, position: int) -> int | None:
    """The "since" that a token stands behind, or that it is, in one breath with it."""
    near = range(position, max(-1, position - _BEHIND), -1)
    return next((p for p in near if scene.lower(p) == "since"), None)


def is_compared_with(scene: Scene, position: int) -> bool:
    """Whether a token is of what something is compared with, and tells nothing of its own."""
    since = since_then(scene, position)
    return since is not None and comparing(scene, 0, since) is not None

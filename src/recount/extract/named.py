"""One person told by name: "shot dead X Y", "X Y, a teacher, was killed"."""

from collections.abc import Iterator

from recount.extract.scene import Scene
from recount.knowledge.words import OutcomeWord
from recount.language.phrases import Hit

Told = Hit[OutcomeWord]
Run = tuple[int, int]
"""The tokens of a name: the first one and the one after the last."""

_LONGEST_NAME = 6
# A name's office may stand before it in so many words: "the former deputy governor X Y".
_OFFICE = 5


def named_people(scene: Scene) -> Iterator[Run]:
    """The names of single people to whom an outcome word of the sentence happens."""
    for told in scene.outcomes:
        run = _object(scene, told) if told.value.form in ("past", "active", "of") else None
        if run is None and told.value.form in ("past", "state"):
            run = _subject(scene, told)
        if run is not None:
            yield run


def past_name(scene: Scene, first: int) -> int:
    """The token after the capitalised words of a name that begins at one; that token itself where none does."""
    last = first
    while last < len(scene.tokens) and last - first < _LONGEST_NAME and _name_word(scene, last, first):
        last += 1
    return last


def _object(scene: Scene, told: Told) -> Run | None:
    """The name right behind an outcome word, past an office in small letters."""
    if told.value.form == "past" and _be(scene, told.first) is not None:
        return None
    position = told.last
    while position < told.last + _OFFICE and scene.is_a("before_names", position):
        position += 1
    run = _name(scene, position)
    return run if run is not None and not _goes_on(scene, run[1]) else None


def _subject(scene: Scene, told: Told) -> Run | None:
    """The name that a singular verb has as its subject: "X Y was killed", "X Y, the mayor of Z, died"."""
    be = _be(scene, told.first)
    if told.value.form == "past" and be is None:
        return None
    end = told.first if be is None else be
    start = _clause_start(scene, end)
    for position in range(start, end):
        placed = scene.is_a("into_country", position - 1) or scene.lower(position - 1) in ("by", "at", "with", "as")
        run = None if placed else _name(scene, position)
        if run is not None and run[1] <= end:
            return run if _apposition(scene, run[1], end) else None
    return None


def _be(scene: Scene, position: int) -> int | None:
    """Where a singular "was", "has been" or "is" governs a word."""
    for before in range(position - 1, max(-1, position - 5), -1):
        word = scene.lower(before)
        if word in ("was", "is", "has", "had"):
            return before
        if word not in (
            "been",
            "being",
            "also",
            "reportedly",
            "allegedly",
            "feared",
            "later",
            "found",
        ) and not word.endswith("ly"):
            return None
    return None


def _clause_start(scene: Scene, end: int) -> int:
    for position in range(end - 1, -1, -1):
        if scene.lower(position) in (";", ":", "that", "when", "after", "while", "and", "“", '"', "said", "where"):
            return position + 1
    return 0


def _apposition(scene: Scene, first: int, last: int) -> bool:
    """Whether only what says more of a name stands between it and its verb: nothing, or words between two commas."""
    if first >= last - 1:
        return True
    return scene.lower(first) in (",", "(") or scene.lower(first) == "who"


def _name(scene: Scene, first: int) -> Run | None:
    """A run of two or more capitalised words that no list knows as something else."""
    last = past_name(scene, first)
    while last > first and not scene.tokens[last - 1].capital:
        last -= 1
    if last - first < 2 or scene.at(first, last).of(scene.text) in scene.lists.places:
        return None
    return first, last


def _name_word(scene: Scene, position: int, first: int) -> bool:
    token = scene.tokens[position]
    if not token.word or token.text.isdigit():
        return False
    if not token.capital:
        return position > first and scene.is_a("inside_names", position)
    if token.text.isupper() and len(token.text) > 2:
        return False
    known = scene.lists.countries.named(token.text) or scene.lists.countries.by_adjective(token.text)
    taken = any(d.first <= position < d.last for d in scene.days) or any(
        m.first <= position < m.last for m in scene.actors
    )
    return known is None and not taken and not scene.is_a("no_person", position)


def _goes_on(scene: Scene, position: int) -> bool:
    """Whether a run of capitals only says more of people named behind it: "Boko Haram fighters"."""
    hit = scene.people_at(position)
    return hit is not None and hit.value.plural

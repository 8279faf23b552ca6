"""What the sources of each kind and side say of an incident: a figure, a denial, or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Outcome, Voice
from recount.web.show.labels import label
from recount.web.show.tolls import Entry, entry

NO_FIGURE = "no figure"
"""What stands where sources speak of an event, and of an outcome that others count give no figure."""
NO_SIDE = "no side"
NOT_LISTED = "not listed"
UNHEARD = "nothing of theirs on record"
"""What stands for a side that has a part in an event, where no report on record has its sources speak of it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that denies the event, by its number on the page where it stands on it."""

    claim: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Word:
    """The sources of one kind and side, with what they say of each outcome; an empty cell says that they tell none."""

    kind: str
    side: str
    origins: tuple[str, ...]
    cells: tuple[tuple[Entry, ...], ...]
    denials: tuple[Denial, ...]

    @property
    def heard(self) -> bool:
        """Whether any source of theirs speaks."""
        return bool(self.origins)

    @property
    def counts(self) -> bool:
        """Whether they give any figure."""
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Words:
    """All kinds and sides, one column an outcome."""

    columns: tuple[str, ...]
    rows: tuple[Word, ...]


def words(voices: Sequence[Voice], numbers: Mapping[str, int]) -> Words:
    """What each kind and side says; `numbers` says which claim on the page has which id."""
    told = {figure.outcome for voice in voices for figure in voice.figures}
    outcomes = [outcome for outcome in Outcome if outcome in told]
    columns = tuple(label("outcome", outcome) for outcome in outcomes)
    return Words(columns, tuple(_word(voice, outcomes, numbers) for voice in voices))


def sentence(word: Word, columns: Sequence[str]) -> str:
    """One row in a line: "state media, Veldanian government (VELNA): no figure; denies".

    >>> sentence(Word("state media", "Veldanian government", ("VELNA",), ((),), (Denial("velna@7", 4),)), ("killed",))
    'state media, Veldanian government (VELNA): no figure; denies [4]'
    """
    whose = f"{word.kind}, {word.side}" if word.heard else word.side
    if not word.heard:
        return f"{whose}: {UNHEARD}"
    said = [f"{name}: {cell_words(cell)}" for name, cell in zip(columns, word.cells, strict=True) if word.counts]
    said = said or [NO_FIGURE]
    if word.denials:
        said.append(denies(word.denials))
    return f"{whose} ({', '.join(word.origins)}): {'; '.join(said)}"


def cell_words(cell: Sequence[Entry]) -> str:
    """The figures of one cell in words."""
    return ", ".join(_said(one) for one in cell) or NO_FIGURE


def denies(denials: Sequence[Denial]) -> str:
    """That an event is denied, and by which claims."""
    numbers = ", ".join(str(one.number) for one in denials if one.number is not None)
    return f"denies [{numbers}]" if numbers else "denies"


def _said(one: Entry) -> str:
    number = "" if one.number is None else f" [{one.number}]"
    return f"{one.words} {one.who}{' (part)' if one.part else ''}{number}"


def _word(voice: Voice, outcomes: Sequence[Outcome], numbers: Mapping[str, int]) -> Word:
    cells = (
        sorted((told for told in voice.figures if told.outcome is outcome), key=lambda told: told.part)
        for outcome in outcomes
    )
    return Word(
        NOT_LISTED if voice.kind is None else label("speaker", voice.kind),
        NO_SIDE if voice.side is None else voice.side,
        voice.origins,
        tuple(tuple(entry(told, numbers) for told in cell) for cell in cells),
        tuple(Denial(claim, numbers.get(claim)) for claim in voice.denials),
    )

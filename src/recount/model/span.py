"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of a text, as Unicode code points: `start` is in it, `end` is the first one after it."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers.

        >>> Span(4, 8).of("two dead")
        'dead'
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A run of a text with its words, letter for letter."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """The words that one field of a claim was read from."""

    field: str
    span: Span

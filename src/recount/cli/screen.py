"""What is printed, and where: data on standard output, all else on standard error.

A terminal gets colours and tables; a pipe gets plain lines, however wide.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

GAP = "  "
Cell = str | Text


def out() -> Console:
    """Standard output as it is now."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """Tell the user something that is no data."""
    Console(file=sys.stderr, highlight=False, soft_wrap=True).print(Text(shown(message)))


def shown(words: str) -> str:
    """Words from a report, a file name or a table, without what could steer a terminal.

    Control and direction characters become a replacement character, line breaks a space.

    >>> shown("two\\ndead\\x1b[31m")
    'two dead�[31m'
    """
    return "".join(_shown(character) for character in words)


def _shown(character: str) -> str:
    if character in "\n\r\t\u2028\u2029":
        return " "
    # Cc: control; Cs: half of a character, which cannot be printed; Bidi overrides and isolates turn lines around.
    if unicodedata.category(character) in {"Cc", "Cs"} or "\u202a" <= character <= "\u202e":
        return "�"
    return "�" if "\u2066" <= character <= "\u2069" else character


def paragraph(words: str | Text, indent: int = 0) -> None:
    """Words set in by so many columns: a terminal wraps them, a pipe gets them on one line. Nothing is ever cut off."""
    told = Text(shown(words)) if isinstance(words, str) else words
    console = out()
    if console.is_terminal:
        console.print(Padding(told, (0, 0, 0, indent)), soft_wrap=False)
    else:
        console.print(Text.assemble(" " * indent, told))


def lines(rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object a line, for programs."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Rows under their heads; `right` says which columns are numbers. Nothing is ever cut off.

    Where a terminal is too narrow for it, each row is a paragraph, so that ids stay in one piece to be copied.
    """
    cells = [[shown(cell) for cell in row] for row in rows]
    console = out()
    if not console.is_terminal:
        for line in _aligned([list(head), *cells], right):
            sys.stdout.write(line + "\n")
    elif sum(_widths([head, *cells])) + len(GAP) * len(head) <= console.width:
        console.print(_drawn(head, cells, right), soft_wrap=False)
    else:
        for row in cells:
            paragraph(" · ".join(f"{name}: {cell}" for name, cell in zip(head, row, strict=True) if cell))


def _drawn(head: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int]) -> Table:
    drawn = Table(box=None, header_style="bold", pad_edge=False, padding=(0, len(GAP), 0, 0))
    for place, name in enumerate(head):
        drawn.add_column(name, justify="right" if place in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    return drawn


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]


def _aligned(rows: Sequence[Sequence[str]], right: frozenset[int]) -> Iterable[str]:
    widths = _widths(rows)
    for row in rows:
        padded = (
            " " * (width - cell_len(cell)) + cell if place in right else cell + " " * (width - cell_len(cell))
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield GAP.join(padded).rstrip()

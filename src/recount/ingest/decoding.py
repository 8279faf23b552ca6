"""How the text of a table is written down."""

import codecs
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from charset_normalizer import from_bytes

_BLOCK = 1 << 20
# Lines with other letters than ASCII's are what an encoding shows in; so many settle it and keep the guess quick.
_TELLING_LINES = 200
_TELLING_BYTES = 200_000
_COMMONEST = "cp1252"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding's name, and whether it was only guessed."""

    name: str
    guessed: bool = False


def encoding_of(path: Path) -> Encoding:
    """The encoding that a file's first bytes name, else UTF-8 where all of it is, else the likeliest."""
    with path.open("rb") as file:
        start = file.read(4)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return Encoding(name)
    return Encoding("utf-8-sig") if _is_utf8(path) else Encoding(_likeliest(path), guessed=True)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _likeliest(path: Path) -> str:
    with path.open("rb") as file:
        telling = b"".join(islice((line for line in file if not line.isascii()), _TELLING_LINES))
    matches = from_bytes(telling[:_TELLING_BYTES])
    best = matches.best()
    if best is None:
        # It gives every byte a letter, so nothing is dropped even where it is the wrong guess.
        return "latin-1"
    # Few letters often fit several alphabets equally well; then the one that most old files are in is likelier.
    as_good = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    return _COMMONEST if any(_COMMONEST in match.could_be_from_charset for match in as_good) else best.encoding

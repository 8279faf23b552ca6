"""Signatures of a text's sentences: equal ones mark sentences that are nearly alike."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from rensa import RMinHash

from recount.language.sentences import sentences
from recount.language.tokens import tokens
from recount.link.reuse.story import key, story_zones, words
from recount.model import Report, Sketch, Text, ZoneKind

METHOD = "1"
"""What sketches and passages are made by. It rises whenever the same texts would give others."""

# Eight bands of three: sentences that share half of their threes of words meet in two cases of three, those that share
# three quarters of them in 99 of 100. One sentence of a carried paragraph is enough to find it.
_BANDS = 8
_ROWS = 3
_SEED = 1
_SHINGLE = 3
# A shorter sentence says too little to tell whose it is.
_SHORTEST = 8
# Shorter words of an outlet's name ("The", "BBC News") are found in the datelines of others.
_NAMING = 4


def sketch(report: Report, text: Text) -> Sketch:
    """What finds the reports that share sentences with this one."""
    found = [frozenset(bands(keys)) for keys in _sentences(text)]
    together = frozenset[int]().union(*found)
    return Sketch(together, len(words(text)), _credited(report, text), len(together) < sum(map(len, found)))


def bands(keys: Sequence[str]) -> Iterator[int]:
    """One number a band for the words of a sentence; a signed one of 64 bits, as databases keep them."""
    shingles = {" ".join(keys[n : n + _SHINGLE]) for n in range(len(keys) - _SHINGLE + 1)}
    hashed = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    hashed.update(sorted(shingles))
    digest: list[int] = hashed.digest()
    for band in range(_BANDS):
        rows = b"".join(row.to_bytes(4, "big") for row in digest[band * _ROWS : (band + 1) * _ROWS])
        yield int.from_bytes(blake2b(bytes([band]) + rows, digest_size=8).digest(), "big", signed=True)


def _sentences(text: Text) -> Iterator[list[str]]:
    """The words of each sentence long enough to count."""
    for zone in story_zones(text):
        for span in sentences(text.content, zone.span):
            keys = [key(token.lower) for token in tokens(text.content, span) if token.word]
            if len(keys) >= _SHORTEST:
                yield keys


def _credited(report: Report, text: Text) -> bool:
    """Whether a dateline of the report names its own outlet: "ARDOVANE (Norvane) –" in one of Norvane Press."""
    naming = {token.lower for token in tokens(report.outlet or "") if len(token.lower) >= _NAMING}
    datelines = (zone.span for zone in text.zones if zone.kind is ZoneKind.DATELINE)
    return any(token.lower in naming for span in datelines for token in tokens(text.content, span))

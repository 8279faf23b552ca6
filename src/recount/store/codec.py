"""Nouns as JSON and back, strictly: what does not fit the noun is an error and never a default."""

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import Final

import msgspec

from recount.model import Carried, Claim, CountedIncident, Judgement, Place, Report, Reuse, Text

# Sets have no order of their own; equal nouns are to be equal JSON.
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_REPORT: Final = msgspec.json.Decoder(Report)
_TEXT: Final = msgspec.json.Decoder(Text)
_CLAIM: Final = msgspec.json.Decoder(Claim)
_COUNTED: Final = msgspec.json.Decoder(CountedIncident)
_JUDGEMENT: Final = msgspec.json.Decoder(Judgement)
_REUSE: Final = msgspec.json.Decoder(Reuse)
_PLACE: Final = msgspec.json.Decoder(Place)
_CARRIED: Final = msgspec.json.Decoder(tuple[Carried, ...])


def encode(noun: Text | Claim | CountedIncident | Judgement | Place | Reuse | tuple[Carried, ...]) -> str:
    """A noun as JSON."""
    return _ENCODER.encode(noun).decode()


def encode_report(report: Report) -> str:
    """A report without its bytes, which have a column of their own."""
    return _ENCODER.encode(replace(report, raw=b"")).decode()


def decode_report(content: str, raw: bytes) -> Report:
    """A report with its bytes."""
    return replace(_REPORT.decode(content), raw=raw)


def decode_text(content: str | None) -> Text | None:
    """A text, where there is one."""
    return None if content is None else _TEXT.decode(content)


def decode_claim(content: str) -> Claim:
    """A claim."""
    return _CLAIM.decode(content)


@lru_cache(maxsize=8192)
def decode_counted(content: str) -> CountedIncident:
    """An incident with its tolls.

    Kept, since the map and the lists of a desk decode the same thousands for every page, and nouns never change.
    """
    return _COUNTED.decode(content)


def decode_judgement(content: str) -> Judgement:
    """A judgement."""
    return _JUDGEMENT.decode(content)


def decode_reuse(content: str) -> Reuse:
    """What one report has of another."""
    return _REUSE.decode(content)


def decode_carried(content: str | None) -> tuple[Carried, ...]:
    """The passages that a report carries; none where it has no row of them."""
    return () if content is None else _CARRIED.decode(content)


def decode_place(content: str) -> Place:
    """A place."""
    return _PLACE.decode(content)


def hash_of(raw: bytes) -> str:
    """What bytes are known by."""
    return hashlib.sha256(raw).hexdigest()

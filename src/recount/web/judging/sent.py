"""What a form sent, read with bounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

LARGEST = 64 * 1024
"""Bytes of a form: more than any reason, quote or field takes."""
FIELDS = 400


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form or of an address, each with all its values."""

    values: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The first value of a field, without white space around it; empty where it was not sent."""
        return next(iter(self.values.get(name, ())), "").strip()

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field that are not empty, each once."""
        return tuple(dict.fromkeys(value for value in self.values.get(name, ()) if value))


def of_address(request: Request) -> Sent:
    """What the address says."""
    return _gathered(request.query_params.multi_items())


async def of_body(request: Request) -> Sent:
    """What a form sent; 413 where it is larger than a form can be, 415 where it is none."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, "The desk takes its own forms only.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, "That is more than a form can hold. Shorten the reason.")
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError as fault:
        raise HTTPException(400, "That form has too many fields.") from fault
    return _gathered(pairs)


def _gathered(pairs: Sequence[tuple[str, str]]) -> Sent:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(_printable(value))
    return Sent(values)


def _printable(words: str) -> str:
    """Without control characters but line ends, and without halves of characters, which no file can hold."""
    whole = words.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in whole)

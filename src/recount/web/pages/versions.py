"""The versions of a report that `add` met, two of them side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from recount.model import Span
from recount.store.shapes import StoredReport, Version
from recount.web.filters import DIGITS
from recount.web.pages.rendering import page
from recount.web.reads import Reads
from recount.web.show import addresses
from recount.web.show.figures import count
from recount.web.show.labels import label
from recount.web.show.versions import Kind, difference


@dataclass(frozen=True, slots=True)
class Touched:
    """A claim that was read from words that an earlier version does not have."""

    address: str
    words: str
    told: str


def versions(request: Request, reads: Reads) -> Response:
    """Two versions, the last two unless the address says others, with what changed from one to the other."""
    stored = reads.report(request.path_params["id"])
    one, other = _asked(request.query_params, stored.versions)
    id = stored.report.id
    texts = [reads.version_text(id, version.number) for version in (one, other)] if one.number != other.number else []
    before, after = texts or (None, None)
    found = None if before is None or after is None else difference(before, after)
    read_now = stored.text is not None and other.text_hash == stored.text.hash
    return page(
        "versions.html",
        report=stored.report,
        versions=stored.versions,
        one=one,
        other=other,
        found=found,
        kinds=Kind,
        unread=[version.number for version, text in zip((one, other), texts, strict=False) if text is None],
        touched=_touched(stored, found.new) if found is not None and read_now else (),
        read_now=read_now,
        path=addresses.report(id) + "/versions",
    )


def _asked(params: Mapping[str, str], held: Sequence[Version]) -> tuple[Version, Version]:
    """The versions that an address names, the earlier one first; those that there are not give way to the last two."""
    by_number = {version.number: version for version in held}
    asked = [_number(params.get(name, "")) for name in ("from", "to")]
    last = held[-1]
    before = held[-2] if len(held) > 1 else last
    one, other = by_number.get(asked[0], before), by_number.get(asked[1], last)
    return (one, other) if one.number <= other.number else (other, one)


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) <= DIGITS else 0


def _touched(stored: StoredReport, new: Sequence[Span]) -> list[Touched]:
    """The claims whose words are not all in the earlier version."""
    return [
        Touched(
            addresses.claim(claim),
            claim.words,
            "; ".join(map(count, claim.counts)) or label("event", claim.event),
        )
        for claim in sorted(stored.claims, key=lambda claim: claim.key)
        if any(span.overlaps(claim.quote) for span in new)
    ]

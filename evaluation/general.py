"""What is read as a claim in general English, which has next to nothing to record.

The texts are the English Web Treebank's development part: web logs, e-mails, newsgroups, reviews, answers. Every claim
that was read in them has been looked at; `gold/general.json` keeps which of them tell of an event that the guide would
record, by the document's number in the file and the claim's place in it. A claim that is not on that list counts as
false until somebody has read it.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from recount.model import Reading, Report

RIGHT = Path(__file__).parent / "gold" / "general.json"
_DOCUMENT, _SENTENCE = "# newdoc id", "# text = "


def documents(path: Path) -> Iterator[Report]:
    """The documents of a treebank file, one sentence a line, under their numbers in it."""
    held: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(_DOCUMENT):
                held.append([])
            elif line.startswith(_SENTENCE):
                held[-1].append(line.removeprefix(_SENTENCE).strip())
    for number, sentences in enumerate(held, start=1):
        yield Report(f"ewt-{number}", "\n".join(sentences).encode())


def false_claims(readings: Iterable[Reading]) -> dict[str, float]:
    """The share of sentences that gave a false claim, and of documents that gave one."""
    right: Mapping[str, list[int]] = json.loads(RIGHT.read_text(encoding="utf-8"))
    read = list(readings)
    false = [len({c.anchor.start for c in reading.claims} - {*right.get(reading.report.id, ())}) for reading in read]
    sentences = sum(reading.text.content.count("\n") + 1 for reading in read if reading.text is not None)
    return {"false_claims": sum(false) / sentences, "false_documents": len([n for n in false if n]) / len(read)}

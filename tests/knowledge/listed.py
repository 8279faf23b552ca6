"""Folders of lists, and sentences in which their names are looked for."""

from dataclasses import dataclass
from pathlib import Path

from recount.language.phrases import Hit, Value
from recount.language.tokens import tokens

HEADER = "name\tlat\tlon\tprecision\tcountry\tadmin1\tadmin2\taliases\tsize\n"


@dataclass(frozen=True)
class Folder:
    """A folder of lists."""

    path: Path

    def put(self, name: str, content: str) -> "Folder":
        """Write one list."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        return self

    def places(self, *lines: str, name: str = "veldania") -> "Folder":
        """Write a list of places; `|` parts the cells of a line and `;` its aliases."""
        rows = "".join(line.replace("|", "\t").replace(";", "|") + "\n" for line in lines)
        return self.put(f"places/{name}.tsv", HEADER + rows)


def words_of(sentence: str, hits: list[Hit[Value]]) -> list[tuple[str, Value]]:
    """What was found, with the words at which it was."""
    told = tokens(sentence)
    return [(sentence[told[hit.first].start : told[hit.last - 1].end], hit.value) for hit in hits]

"""What a user says of the sources before they are read."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class TableOptions:
    """Which columns of a table hold what.

    Without `text_column` a column named "text", else "content", is taken. `id_prefix` stands before the id of every
    row. `date_format` is written as for `strptime`; without it the values of the date column must settle by
    themselves which number is the day.
    """

    text_column: str | None = None
    title_column: str | None = None
    id_column: str | None = None
    id_prefix: str = ""
    outlet_column: str | None = None
    date_column: str | None = None
    date_format: str | None = None


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to take in sources.

    `outlet` and `published` hold for every report whose table row does not say otherwise. `max_bytes` bounds a file,
    a page and a row; `timeout` is the seconds that one request to a web server may take as a whole. `allow_private`
    lets pages come from this machine and its own network, and over http.
    """

    table: TableOptions = field(default_factory=TableOptions)
    outlet: str | None = None
    published: date | None = None
    max_bytes: int = 20_000_000
    timeout: float = 30.0
    allow_private: bool = False

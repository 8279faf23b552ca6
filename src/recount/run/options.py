"""What a user says of a run."""

from dataclasses import dataclass, field
from pathlib import Path

from recount.ingest import IngestOptions


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How sources are added to a record.

    `lists` is the folder of the user's own lists. `processes` is how many read at once: by default one for each
    processor, 1 for reading in this process alone.
    """

    ingest: IngestOptions = field(default_factory=IngestOptions)
    lists: Path | None = None
    processes: int | None = None

"""What a run did with what went in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many of what went in became what. It adds up: see `balanced`.

    `inputs` counts what the sources held: files, pages, rows. Each is new, known, a new version or refused. `copies`
    are those of the new reports whose bytes the record already had, `silent` those of the new reports and versions
    that hold nothing to record. `claims` and `incidents` are what the whole record holds after the run, `issues`
    how many the run added.
    """

    inputs: int = 0
    new: int = 0
    known: int = 0
    versions: int = 0
    refused: int = 0
    copies: int = 0
    silent: int = 0
    claims: int = 0
    incidents: int = 0
    issues: int = 0

    @property
    def balanced(self) -> bool:
        """Whether every input ended as exactly one thing."""
        return self.inputs == self.new + self.known + self.versions + self.refused

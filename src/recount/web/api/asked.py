"""What an answer of the API is made from: what was asked, the record, and what is known beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request

from recount.knowledge import Lists
from recount.knowledge.bodies import Bodies
from recount.model import UsageError
from recount.web.atlas.projection import Outline
from recount.web.filters import Filters, read_filters
from recount.web.reads import Reads


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside a record; the lists, by which names of people are told, are loaded when they are needed."""

    lists: Callable[[], Lists]
    bodies: Bodies
    outlines: Sequence[Outline]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the API."""

    request: Request
    reads: Reads
    known: Known

    @property
    def params(self) -> Mapping[str, str]:
        """What stands behind the address."""
        return self.request.query_params

    @property
    def id(self) -> str:
        """The id that the address names."""
        return str(self.request.path_params["id"])

    def filters(self) -> Filters:
        """The filters of the pages; UsageError where one makes no sense."""
        filters = read_filters(self.params)
        if filters.problems:
            raise UsageError(" ".join(f"{name}: {words}" for name, words in filters.problems.items()))
        return filters

"""Source to reports: files, folders, tables, pages. The only network code."""

from recount.ingest.gather import count, gather
from recount.ingest.options import IngestOptions, TableOptions

__all__ = ["IngestOptions", "TableOptions", "count", "gather"]

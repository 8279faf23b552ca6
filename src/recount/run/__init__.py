"""Joins the stages: from sources to a record whose claims are put together and counted."""

from recount.run.adding import add
from recount.run.linking import relink
from recount.run.options import AddOptions
from recount.run.progress import SILENT, Progress
from recount.run.reading import read
from recount.run.rebuilding import rebuild, remove

__all__ = ["SILENT", "AddOptions", "Progress", "add", "read", "rebuild", "relink", "remove"]

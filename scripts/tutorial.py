"""Run docs/tutorial.ipynb over a record of the sample reports and keep what it shows: `make tutorial`."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

from recount.cli.demo import DEMO_RECORD, fill
from recount.store import Record

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.ipynb"
_LONGEST = 300


def ran(folder: Path) -> nbformat.NotebookNode:
    """The tutorial with the outputs of a run in a folder that holds the record of the demo."""
    notebook = nbformat.read(TUTORIAL, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_LONGEST,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    # The kernel's history has no business in anybody's home.
    client.execute(env={**os.environ, "IPYTHONDIR": str(folder / "ipython")})
    # Which Python ran it is no part of it.
    notebook.metadata.pop("language_info", None)
    return notebook


def main() -> None:
    with TemporaryDirectory() as made:
        with Record.open(Path(made) / DEMO_RECORD) as record:
            fill(record)
        nbformat.write(ran(Path(made)), TUTORIAL)
    print(f"{TUTORIAL} shows what the samples give now.", file=sys.stderr)


if __name__ == "__main__":
    main()

"""Rows to a DataFrame with typed columns, in which what is not told is NA. The only user of pandas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from recount.model import UsageError

if TYPE_CHECKING:
    import pandas as pd

WORDS, NUMBER, DEGREES, YES_NO = "string", "Int64", "Float64", "boolean"
DAY = "datetime64[s]"
"""Days, from the year 1 on: an end that is not told is NaT."""
IDS = "object"
"""Tuples of ids, to be laid out with `explode`."""

Columns = Mapping[str, str]
"""The names of columns in their order, with the type of each."""
NO_PANDAS = "DataFrames need pandas, which is not installed. Install it with: pip install 'recount[frames]'"


def need_pandas() -> None:
    """Raise UsageError, with what to do, where pandas is not installed."""
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        raise UsageError(NO_PANDAS) from error


def framed(rows: Iterable[Mapping[str, Any]], columns: Columns) -> pd.DataFrame:
    """Rows as a DataFrame with these columns, in this order; a value that a row lacks is NA."""
    import pandas as pd

    held = list(rows)
    return pd.DataFrame({name: _column([row.get(name) for row in held], kind) for name, kind in columns.items()})


def _column(values: list[Any], kind: str) -> Any:
    import pandas as pd

    if kind == IDS:
        made = pd.Series(index=range(len(values)), dtype=object)
        made[:] = values
        return made
    return pd.array(values, dtype=kind)

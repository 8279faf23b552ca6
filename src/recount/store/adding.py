"""The statements by which the database keeps tolls added up, so that a timeline need not walk over all of them."""

_PARTS = (
    ("day", ""),
    ("week", ""),
    ("month", ""),
    ("month", "actor"),
    ("month", "weapon"),
    ("month", "people"),
)
"""What is kept: by which period, and parted by what. Days and weeks parted have too many rows."""
_KEYS = ("policy", "outcome", "per", "stack", "several", "period", "part")
_BOUNDS = ("low", "best", "high")
_AMOUNTS = ("tolls", *_BOUNDS, *(f"{bound}s" for bound in _BOUNDS))


def _rows(toll: str, sign: str) -> str:
    """What one toll adds to each sum, or takes from it."""
    amounts = [
        f"{sign}1",
        *(f"{sign}coalesce({toll}.{bound}, 0)" for bound in _BOUNDS),
        *(f"{sign}({toll}.{bound} IS NOT NULL)" for bound in _BOUNDS),
    ]
    rows = (
        [f"{toll}.policy", f"{toll}.outcome", f"'{per}'", f"'{stack}'", f"{toll}.several", _told(toll, per),
         _told(toll, stack), *amounts]
        for per, stack in _PARTS
    )  # fmt: skip
    return ", ".join(f"({', '.join(row)})" for row in rows)


def _told(toll: str, column: str) -> str:
    """What stands in a column, empty where nothing does or no column is meant: a key has no absent parts."""
    return f"coalesce({toll}.{column}, '')" if column else "''"


def _add(toll: str, sign: str) -> str:
    added = ", ".join(f"{amount} = {amount} + excluded.{amount}" for amount in _AMOUNTS)
    return (
        f"INSERT INTO sums ({', '.join((*_KEYS, *_AMOUNTS))}) VALUES {_rows(toll, sign)} "
        f"ON CONFLICT ({', '.join(_KEYS)}) DO UPDATE SET {added};"
    )


ADDING = (
    f"CREATE TRIGGER tolls_added AFTER INSERT ON tolls BEGIN {_add('new', '')} END",
    f"CREATE TRIGGER tolls_taken AFTER DELETE ON tolls BEGIN {_add('old', '-')} END",
    # A sum of nothing would keep names of what is gone.
    "CREATE TRIGGER sums_emptied AFTER UPDATE ON sums WHEN new.tolls = 0 BEGIN DELETE FROM sums WHERE "
    f"{' AND '.join(f'{key} = new.{key}' for key in _KEYS)}; END",
)
"""What adds each toll to its sums and takes it from them, with every write of a toll."""

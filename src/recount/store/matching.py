"""Finding rows by words, through the indexes of words."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, false, literal_column, select, table, text

from recount.store.folded import plain

MANY = 5000
"""From how many rows on it is slower to put all of them in order than to look for the first."""
_OF = {"searched": "searched_words", "wordings": "wordings_words"}


def holds(number: ColumnElement[int], words: str, of: str | None = None) -> ColumnElement[bool]:
    """That all words begin words of a row, in one of its columns or in any; `number` is that of its table.

    Signs that no word has are left out; where nothing else was asked for, nothing is found.
    """
    wanted = expression(words, of)
    if wanted is None:
        return false()
    index = _OF[number.table.name]
    found = table(index, column("rowid", Integer))
    return number.in_(
        select(found.c.rowid).where(text(f"{index} MATCH :wanted_{of}").bindparams(**{f"wanted_{of}": wanted}))
    )


def matching(words: str, of: str | None = None) -> Select[Any]:
    """The numbers of the incidents that have all words, in one of the columns searched or in any."""
    wanted = expression(words, of)
    found = select(literal_column("rowid", Integer).label("incident")).select_from(table("searched_words"))
    if wanted is None:
        return found.where(false())
    return found.where(text(f"searched_words MATCH :wanted_{of}").bindparams(**{f"wanted_{of}": wanted}))


def held(connection: Connection, of: str, words: str, column: str | None = None) -> int:
    """How many rows of a table have all words."""
    wanted = expression(words, column)
    if wanted is None:
        return 0
    index = _OF[of]
    counted = text(f"SELECT count(*) FROM {index} WHERE {index} MATCH :wanted")
    return int(connection.scalar(counted, {"wanted": wanted}) or 0)


def expression(words: str, of: str | None = None) -> str | None:
    """What the index is asked for, none where no word is left.

    >>> expression('hit "the market', "quotes")
    '{quotes} : ("hit"* AND "the"* AND "market"*)'
    """
    kept = [word.replace('"', "") for word in plain(words).split() if any(map(str.isalnum, word))]
    told = " AND ".join(f'"{word}"*' for word in kept)
    if not told:
        return None
    return told if of is None else f"{{{of}}} : ({told})"


def forget_words(connection: Connection) -> None:
    """Write the indexes anew without what is gone from their tables, which they would else still hold."""
    for index in _OF.values():
        connection.execute(text(f"INSERT INTO {index} ({index}) VALUES ('optimize')"))

"""The tables. Nouns stand in them as JSON; the other columns are what is looked for, compared or counted."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from recount.store.adding import ADDING

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _report_key() -> Column[str]:
    return Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)


def _of_incident(*, key: bool = False, index: bool = False) -> Column[int]:
    """The number of the incident that a row goes with: joining by numbers takes a third of the time that ids take."""
    goes_with = ForeignKey("incidents.number", ondelete="CASCADE")
    return Column("incident", Integer, goes_with, primary_key=key, index=index, nullable=False, autoincrement=False)


reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    # The version that claims and the other columns here are read from.
    Column("version", Integer, nullable=False),
    Column("bytes_hash", String, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Date, index=True),
    Column("published_known", String),
    Column("claims", Integer, nullable=False),
    # As `clean` left it, without its bytes.
    Column("content", Text, nullable=False),
    Index("ix_reports_bytes_hash", "bytes_hash", "id"),
)

versions = Table(
    "versions",
    metadata,
    _report_key(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("bytes_hash", String, nullable=False),
    Column("text_hash", String),
    Column("added", String, nullable=False),
    # The report as it came in, without its bytes: what `clean` found must not pass for given when it is read again.
    Column("given", Text, nullable=False),
    Column("text", Text),
    Column("raw", LargeBinary, nullable=False),
    UniqueConstraint("report", "bytes_hash"),
    Index("ix_versions_bytes_hash", "bytes_hash"),
)

# Apart from `reports`, whose rows stay small so that lists of them are fast.
wordings = Table(
    "wordings",
    metadata,
    # Numbered, since an index of words knows its rows by numbers alone.
    Column("number", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("words", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    _report_key(),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("number", Integer, primary_key=True),
    # A Stage: issues of taking in stay, those of reading go with the version, those of linking are replaced each time.
    Column("stage", String, nullable=False),
    # The report, where there is one, else what the issue names.
    Column("about", Text, nullable=False),
    # 0 where the issue is of no version.
    Column("version", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("fatal", Boolean, nullable=False),
    UniqueConstraint("about", "stage", "version", "kind", "subject", "reason"),
    # Numbers are never used again, so that what a run added is what comes after the last number before it.
    sqlite_autoincrement=True,
)

incidents = Table(
    "incidents",
    metadata,
    # What other tables know it by. It is new each time that the incident is put, and stands in no answer.
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("type", String, nullable=False),
    Column("first", Date, index=True),
    Column("last", Date, index=True),
    # What lists are ordered by: the first day, else the last.
    Column("day", Date, index=True),
    Column("killed_min", Integer),
    Column("killed_max", Integer),
    # How much hangs on it, which orders what a person should look at.
    Column("stakes", Float, nullable=False),
    Column("content", Text, nullable=False),
    # Lists are ordered, bounded and counted in it alone, for reading a row costs as much as its content is long.
    Index("ix_incidents_listed", "day", "id", "first", "last", "type", "killed_max"),
)

# The words that incidents are searched for by.
searched = Table(
    "searched",
    metadata,
    _of_incident(key=True),
    Column("quotes", Text, nullable=False),
    Column("titles", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("sides", Text, nullable=False),
    Column("sources", Text, nullable=False),
)

# Folded names by which incidents are found; `shown` is what lists of choices call them, absent where they have none.
names = Table(
    "names",
    metadata,
    Column("role", String, primary_key=True),
    Column("name", Text, primary_key=True),
    _of_incident(key=True),
    Column("shown", Text),
    # With what is shown, so that what some incidents share is counted in it alone.
    Index("ix_names_incident", "incident", "shown"),
    sqlite_with_rowid=False,
)

# Tolls as the database adds them up. A period is told where all possible days lie in it; actors, weapons and kinds of
# people stand joined, so that each toll is added once. Those over several episodes are here to be counted, not added.
# Each policy has rows of its own, which hold all that it needs, so that it is added up in one walk.
tolls = Table(
    "tolls",
    metadata,
    Column("policy", String, primary_key=True),
    Column("outcome", String, primary_key=True),
    _of_incident(key=True, index=True),
    Column("several", Boolean, nullable=False),
    Column("day", String),
    Column("week", String),
    Column("month", String),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
    Column("actor", Text),
    Column("weapon", Text),
    Column("people", Text),
    # Months are added up in it alone, in its order.
    Index("ix_tolls_month", "policy", "outcome", "several", "month", "low", "best", "high"),
    sqlite_with_rowid=False,
)

# Tolls added up, which triggers keep in step with every toll: months also by part, days and weeks as a whole. What is
# not told is empty here, since it is part of the key. Beside each sum stands how many tolls have that bound.
sums = Table(
    "sums",
    metadata,
    Column("policy", String, primary_key=True),
    Column("outcome", String, primary_key=True),
    Column("per", String, primary_key=True),
    Column("stack", String, primary_key=True),
    Column("several", Boolean, primary_key=True),
    Column("period", String, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("tolls", Integer, nullable=False),
    Column("low", Integer, nullable=False),
    Column("best", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    Column("lows", Integer, nullable=False),
    Column("bests", Integer, nullable=False),
    Column("highs", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Who tells of an incident: each origin once without an outcome, for speaking of it at all, and once for each outcome
# that it gives a figure of, with its whole; a denial stands as an outcome of its own. Bounds left open are absent.
tellings = Table(
    "tellings",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("outcome", String, primary_key=True),
    Column(
        "incident", Integer, ForeignKey("incidents.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    # Whether it is an origin only because its report names no source.
    Column("outlet", Boolean, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("word", String),
    # What a table over many incidents reads, so that it reads nothing else.
    Index("ix_tellings_incident", "incident", "outcome", "origin", "outlet"),
    sqlite_with_rowid=False,
)

# Where incidents are on a map: each at every place that it is told of and that has a point, with its bounds of killed.
pins = Table(
    "pins",
    metadata,
    Column("spot", Integer, primary_key=True, autoincrement=False),
    _of_incident(key=True, index=True),
    Column("low", Integer),
    Column("high", Integer),
    sqlite_with_rowid=False,
)

# The places that pins are at. Without a foreign key: a spot is put once, for all pins that come to it.
spots = Table(
    "spots",
    metadata,
    Column("number", Integer, primary_key=True),
    # What two mentions of one place share.
    Column("key", Text, nullable=False, unique=True),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    # Whether it is a spot, rather than somewhere in an area.
    Column("exact", Boolean, nullable=False),
    Column("content", Text, nullable=False),
)

# How much there is, in one row that every write keeps in step: counting a million reports takes seconds.
amounts = Table(
    "amounts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reports", Integer, nullable=False),
    # Of how many different bytes.
    Column("kinds", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
)

# What a person should look at, as far as an incident itself tells it.
doubts = Table(
    "doubts",
    metadata,
    Column("kind", String, primary_key=True),
    # A claim, two claims or two incidents; the second is empty where there is none.
    Column("first", String, primary_key=True),
    Column("second", String, primary_key=True, index=True),
    # How little it matters, so that the order of the index is that of the queue.
    Column("turn", Float, nullable=False),
    # Whether it is to be looked at: of two incidents that name each other, one row is, and none where one is gone.
    Column("shown", Boolean, nullable=False),
    # As a JSON list of words, the weightiest first.
    Column("why", Text, nullable=False),
    _of_incident(index=True),
    Index("ix_doubts_queue", "shown", "kind", "turn", "first", "second"),
)

# Which incident a claim is part of. Without a foreign key: it outlives the incidents until they are put together again,
# because it tells which new one took the place of a former one.
members = Table(
    "members",
    metadata,
    Column("claim", String, primary_key=True),
    Column("incident", String, primary_key=True, index=True),
    Column("report", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

aliases = Table(
    "aliases",
    metadata,
    Column("former", String, primary_key=True),
    Column("current", String, nullable=False, index=True),
)

# Claims that are part of no incident: running totals, and projections and denials that attach to nothing.
loose = Table(
    "loose",
    metadata,
    Column("kind", String, primary_key=True),
    Column("report", String, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
)

# Which claims share a key of linking, so that a new one finds those that it may be of one event with. Keys are hashes.
blocks = Table(
    "blocks",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claim", String, primary_key=True),
    sqlite_with_rowid=False,
)

# The reports that each write of late could alter the incidents of; a write without a row could alter all.
touched = Table(
    "touched",
    metadata,
    Column("change", Integer, primary_key=True, autoincrement=False),
    Column("report", String, primary_key=True),
    sqlite_with_rowid=False,
)

# What finds the reports that share words with one; without a row, its text is still to be looked at.
sketches = Table(
    "sketches",
    metadata,
    _report_key(),
    # Another method than today's counts as none.
    Column("method", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("credited", Boolean, nullable=False),
    Column("repeats", Boolean, nullable=False),
    Column("signatures", LargeBinary, nullable=False),
)

# Which reports share a signature. Without a foreign key, which would want an index as large as the table.
signatures = Table(
    "signatures",
    metadata,
    Column("signature", BigInteger, primary_key=True, autoincrement=False),
    Column("report", String, primary_key=True),
    sqlite_with_rowid=False,
)

# Pairs of reports that were compared, those without passages too, so that none is compared twice. No words, only spans.
reuses = Table(
    "reuses",
    metadata,
    Column("later", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("earlier", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("content", Text, nullable=False),
)

# What follows from reuse for a report: the one that it is a copy of, and the passages that it has from others.
borrowings = Table(
    "borrowings",
    metadata,
    _report_key(),
    Column("copy_of", String, index=True),
    Column("carried", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("content", Text, nullable=False),
)

# What became of incidents, step by step. It alone depends on the order of work.
trail = Table(
    "trail",
    metadata,
    Column("number", Integer, primary_key=True),
    # In Coordinated Universal Time, so that text sorts as time does.
    Column("at", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    # The id of an incident or a judgement.
    Column("subject", String, nullable=False, index=True),
    # Other ids, as a JSON list.
    Column("others", Text, nullable=False),
    sqlite_autoincrement=True,
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report", String, primary_key=True),
    Column("because", Text, nullable=False),
    Column("at", String, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)


def word_index(of: str, *columns: str, number: str = "number") -> tuple[str, ...]:
    """The statements that make an index of words over a table, and keep it in step with every write.

    An index of words knows the rows of its table by numbers alone; `number` is the column that has them.
    """
    named, new, old = (", ".join(f"{prefix}{column}" for column in columns) for prefix in ("", "new.", "old."))
    index = f"{of}_words"
    options = f"content = '{of}', content_rowid = '{number}', tokenize = 'unicode61 remove_diacritics 2'"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({named}, {options})",
        f"CREATE TRIGGER {of}_put AFTER INSERT ON {of} BEGIN "
        f"INSERT INTO {index} (rowid, {named}) VALUES (new.{number}, {new}); END",
        f"CREATE TRIGGER {of}_gone AFTER DELETE ON {of} BEGIN "
        f"INSERT INTO {index} ({index}, rowid, {named}) VALUES ('delete', old.{number}, {old}); END",
    )


WORD_INDEXES = (
    *word_index("searched", "quotes", "titles", "places", "sides", "sources", number="incident"),
    *word_index("wordings", "words"),
)
"""Indexes of words, which SQLite alone knows how to make."""


_ALONE = "NOT EXISTS (SELECT 1 FROM reports WHERE bytes_hash = {0}.bytes_hash AND id != {0}.id)"
_CHANGED = "old.bytes_hash != new.bytes_hash AND"
COUNTING = (
    "INSERT INTO amounts (number, reports, kinds, claims) "
    "SELECT 1, count(*), count(DISTINCT bytes_hash), coalesce(sum(claims), 0) FROM reports",
    "CREATE TRIGGER reports_counted AFTER INSERT ON reports BEGIN UPDATE amounts SET reports = reports + 1, "
    f"claims = claims + new.claims, kinds = kinds + ({_ALONE.format('new')}); END",
    "CREATE TRIGGER reports_gone AFTER DELETE ON reports BEGIN UPDATE amounts SET reports = reports - 1, "
    f"claims = claims - old.claims, kinds = kinds - ({_ALONE.format('old')}); END",
    "CREATE TRIGGER reports_changed AFTER UPDATE OF bytes_hash, claims ON reports BEGIN UPDATE amounts SET "
    "claims = claims - old.claims + new.claims, "
    f"kinds = kinds + ({_CHANGED} {_ALONE.format('new')}) - ({_CHANGED} {_ALONE.format('old')}); END",
)
"""What counts reports, and keeps the counts in step with every write, which triggers do."""


@event.listens_for(metadata, "after_create")
def _make_what_sqlite_alone_knows(target: MetaData, connection: Connection, **_: object) -> None:
    for statement in (*WORD_INDEXES, *COUNTING, *ADDING):
        connection.exec_driver_sql(statement)

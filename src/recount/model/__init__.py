"""The nouns: frozen, standard library only."""

from recount.model.account import Account, ClassRange, Step, Told, Voice
from recount.model.change import Change, ChangeKind
from recount.model.claim import Assertion, Claim, Doubt, Event, Scope, Status
from recount.model.days import Days, When
from recount.model.errors import ListError, NotFoundError, RecordError, RecountError, UsageError
from recount.model.incident import CountedIncident, Figure, Incident, Reason, Toll
from recount.model.issue import Issue, IssueKind
from recount.model.judgement import Decision, Field, Judgement, Subject
from recount.model.ledger import Ledger
from recount.model.people import Count, Group, Outcome, Standing, Vague, Work
from recount.model.place import Location, Place, Precision
from recount.model.reading import Reading
from recount.model.report import Byline, Carried, DayFrom, Media, Published, Report
from recount.model.resting import first_told, original, origins_of, rests_on
from recount.model.reuse import Passage, Reuse, Sketch
from recount.model.source import Chain, Source, SourceKind, origin
from recount.model.span import Mark, Quote, Span
from recount.model.text import Text, Zone, ZoneKind

__all__ = [
    "Account",
    "Assertion",
    "Byline",
    "Carried",
    "Chain",
    "Change",
    "ChangeKind",
    "Claim",
    "ClassRange",
    "Count",
    "CountedIncident",
    "DayFrom",
    "Days",
    "Decision",
    "Doubt",
    "Event",
    "Field",
    "Figure",
    "Group",
    "Incident",
    "Issue",
    "IssueKind",
    "Judgement",
    "Ledger",
    "ListError",
    "Location",
    "Mark",
    "Media",
    "NotFoundError",
    "Outcome",
    "Passage",
    "Place",
    "Precision",
    "Published",
    "Quote",
    "Reading",
    "Reason",
    "RecordError",
    "RecountError",
    "Report",
    "Reuse",
    "Scope",
    "Sketch",
    "Source",
    "SourceKind",
    "Span",
    "Standing",
    "Status",
    "Step",
    "Subject",
    "Text",
    "Told",
    "Toll",
    "UsageError",
    "Vague",
    "Voice",
    "When",
    "Work",
    "Zone",
    "ZoneKind",
    "first_told",
    "origin",
    "original",
    "origins_of",
    "rests_on",
]

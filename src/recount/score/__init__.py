"""Claims and incidents against annotated ones."""

from recount.score.agreement import Hits, Share, Sought, Trait
from recount.score.bootstrap import Bootstrap, Rate
from recount.score.confusions import Confusion, confusions
from recount.score.kappa import Kappa
from recount.score.links import BCubed, LinkScores, score_links
from recount.score.parsing import read_incidents, read_linked, read_reports, report_of
from recount.score.scoring import Found, Miss, Right, Scores, score
from recount.score.shapes import AnnotatedClaim, AnnotatedCount, AnnotatedIncident, AnnotatedReport, LinkedIncident

__all__ = [
    "AnnotatedClaim",
    "AnnotatedCount",
    "AnnotatedIncident",
    "AnnotatedReport",
    "BCubed",
    "Bootstrap",
    "Confusion",
    "Found",
    "Hits",
    "Kappa",
    "LinkScores",
    "LinkedIncident",
    "Miss",
    "Rate",
    "Right",
    "Scores",
    "Share",
    "Sought",
    "Trait",
    "confusions",
    "read_incidents",
    "read_linked",
    "read_reports",
    "report_of",
    "score",
    "score_links",
]

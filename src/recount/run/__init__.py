"""Joins the stages: from sources to a record whose claims are put together and counted."""

from recount.run.accounts import account, accounts
from recount.run.adding import add
from recount.run.agreeing import Agreed, agreement
from recount.run.claiming import Correction, add_claim, correct
from recount.run.explaining import Why, why
from recount.run.judging import Effect, Says, confirm, judge_pair, reject, undo
from recount.run.linking import is_linked, relink
from recount.run.meanwhile import Meanwhile, meanwhile, state
from recount.run.options import AddOptions
from recount.run.policies import counted_under, policy_named
from recount.run.progress import SILENT, Progress
from recount.run.reading import read
from recount.run.rebuilding import rebuild, remove
from recount.run.since import changes_since

__all__ = [
    "SILENT",
    "AddOptions",
    "Agreed",
    "Correction",
    "Effect",
    "Meanwhile",
    "Progress",
    "Says",
    "Why",
    "account",
    "accounts",
    "add",
    "add_claim",
    "agreement",
    "changes_since",
    "confirm",
    "correct",
    "counted_under",
    "is_linked",
    "judge_pair",
    "meanwhile",
    "policy_named",
    "read",
    "rebuild",
    "reject",
    "relink",
    "remove",
    "state",
    "undo",
    "why",
]

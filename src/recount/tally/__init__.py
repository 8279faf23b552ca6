"""Incidents to tolls under a policy, and totals over many incidents."""

from recount.tally.again import under
from recount.tally.behind import Behind, PassedOver, behind
from recount.tally.classes import class_ranges
from recount.tally.grades import Grade, grade
from recount.tally.history import history
from recount.tally.keys import Key, keys_named
from recount.tally.policy import Best, Least, Most, Policy, load_policies
from recount.tally.rows import Bound, LeftOut, TallyRow, Total, add_up
from recount.tally.tolls import provisional, tolls, tolls_under
from recount.tally.voices import voices, whose_word

__all__ = [
    "Behind",
    "Best",
    "Bound",
    "Grade",
    "Key",
    "Least",
    "LeftOut",
    "Most",
    "PassedOver",
    "Policy",
    "TallyRow",
    "Total",
    "add_up",
    "behind",
    "class_ranges",
    "grade",
    "history",
    "keys_named",
    "load_policies",
    "provisional",
    "tolls",
    "tolls_under",
    "under",
    "voices",
    "whose_word",
]

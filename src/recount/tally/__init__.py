"""Incidents to tolls under a policy, and totals over many incidents."""

from recount.tally.classes import ClassRange, class_ranges
from recount.tally.grades import Grade, grade
from recount.tally.history import history
from recount.tally.keys import Key
from recount.tally.policy import Best, Least, Most, Policy, load_policies
from recount.tally.rows import LeftOut, TallyRow, Total, add_up
from recount.tally.tolls import provisional, tolls
from recount.tally.voices import voices, whose_word

__all__ = [
    "Best",
    "ClassRange",
    "Grade",
    "Key",
    "Least",
    "LeftOut",
    "Most",
    "Policy",
    "TallyRow",
    "Total",
    "add_up",
    "class_ranges",
    "grade",
    "history",
    "load_policies",
    "provisional",
    "tolls",
    "voices",
    "whose_word",
]

"""Incidents to tolls under a policy, and totals over many incidents."""

from recount.tally.classes import ClassRange, class_ranges
from recount.tally.grades import Grade, grade
from recount.tally.keys import Key
from recount.tally.policy import Best, Least, Most, Policy, load_policies
from recount.tally.rows import LeftOut, TallyRow, Total, add_up
from recount.tally.tolls import provisional, tolls

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
    "load_policies",
    "provisional",
    "tolls",
]

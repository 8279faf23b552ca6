"""Sums over incidents as objects for programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from recount.export.guide import Plain
from recount.model import Outcome
from recount.tally import Behind, Key, TallyRow, Total

Parts = Callable[[str, Outcome], Behind]
"""What an incident gives to a sum of one outcome, with the claims behind it."""


def sum_object(row: TallyRow, keys: Sequence[Key], policy: str, parts: Parts | None = None) -> Plain:
    """One row for programs; what is not told is null. With parts, also the claims behind each incident's figures."""
    return {
        **{key.value: value for key, value in zip(keys, row.values, strict=True)},
        "policy": policy,
        **{total.outcome.value: _total_object(total) for total in row.totals},
        "incidents": list(row.incidents),
        "left_out": [
            {
                "incident": one.incident,
                "reason": one.reason,
                "outcome": None if one.outcome is None else one.outcome.value,
            }
            for one in row.left_out
        ],
        "suspected": list(row.suspected),
        "may_match": list(row.may_match),
        "bounds": [
            {"incident": one.incident, "outcome": one.outcome.value, "min": one.min, "max": one.max}
            for one in row.bounds
        ],
        **({} if parts is None else {"behind": [_part_object(one) for one in parts_of(row, parts)]}),
    }


def _part_object(part: Behind) -> Mapping[str, object]:
    return {
        **{"incident": part.incident, "outcome": part.outcome.value},
        **{"min": part.min, "best": part.best, "max": part.max, "claims": list(part.claims)},
        "passed_over": [{"claim": one.claim, "reason": one.reason} for one in part.passed_over],
    }


def parts_of(row: TallyRow, parts: Parts) -> Iterator[Behind]:
    """What each incident gives to the sums of a row."""
    for total in row.totals:
        for id in total.counted:
            yield parts(id, total.outcome)


def _total_object(total: Total) -> Mapping[str, object]:
    return {
        **{"min": total.min, "best": total.best, "max": total.max, "counted": list(total.counted)},
        **{"no_min": list(total.no_min), "no_best": list(total.no_best), "no_max": list(total.no_max)},
        "not_told": list(total.not_told),
        "provisional": list(total.provisional),
    }

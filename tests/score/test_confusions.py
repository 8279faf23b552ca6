"""What is taken for what."""

from dataclasses import replace

from recount.model import Event, Outcome, Scope
from recount.score import AnnotatedCount, Confusion, confusions
from tests.score.test_scoring import CLAIM, report


def test_gold_is_never_confused_with_itself() -> None:
    assert confusions([report(CLAIM)], [report(CLAIM)]) == ()


def test_an_event_taken_for_another_is_counted() -> None:
    other = replace(CLAIM, event=Event.AIR_STRIKE)
    gold = [report(CLAIM), report(CLAIM, id="b")]
    assert confusions(gold, [report(other), report(other, id="b")]) == (
        Confusion("event", "shelling", "air_strike", 2),
    )


def test_a_claim_without_partner_is_confused_with_nothing() -> None:
    assert confusions([report(CLAIM)], []) == (Confusion("claim", "shelling", "nothing", 1),)
    assert confusions([report()], [report(CLAIM)]) == (Confusion("claim", "nothing", "shelling", 1),)


def test_a_count_of_the_same_number_is_taken_for_one_of_other_people() -> None:
    other = replace(CLAIM, counts=(AnnotatedCount(Outcome.KILLED, "people", 3, 3),))
    assert confusions([report(CLAIM)], [report(other)]) == (Confusion("count", "civilian killed", "people killed", 1),)


def test_names_may_be_missing_too_many_or_others() -> None:
    def told(*names: str) -> str:
        (found,) = confusions([report(CLAIM)], [report(replace(CLAIM, where=names))])
        return found.predicted

    assert [told(), told("Halmek", "Ostrel"), told("Ostrel")] == ["nothing", "more than these", "others"]


def test_the_most_frequent_come_first() -> None:
    period = replace(CLAIM, scope=Scope.PERIOD)
    gold = [report(CLAIM, id=id) for id in "abc"]
    read = [report(period, id="a"), report(period, id="b"), report(replace(CLAIM, by=()), id="c")]
    assert [(one.field, one.times) for one in confusions(gold, read)] == [("scope", 2), ("by", 1)]

import pytest

from recount.model import UsageError
from recount.score import AnnotatedIncident, LinkedIncident, score_links
from recount.score.shapes import LinkedClaim, Mention

GOLD = (
    AnnotatedIncident((Mention("a", "three died in Halmek"), Mention("b", "Halmek shelling left three dead"))),
    AnnotatedIncident((Mention("a", "a bridge fell at Tolvane"),)),
)


def linked(*claims: tuple[str, str]) -> LinkedIncident:
    return LinkedIncident(tuple(LinkedClaim(report, quote) for report, quote in claims))


def test_the_key_itself_scores_full() -> None:
    scores = score_links(GOLD, [linked(*((m.id, m.quote) for m in incident.mentions)) for incident in GOLD])
    assert (scores.mentions, scores.found, scores.pairs.f1, scores.bcubed.f1) == (3, 1, 1, 1)


def test_all_in_one_is_complete_and_not_precise() -> None:
    scores = score_links(GOLD, [linked(*((m.id, m.quote) for incident in GOLD for m in incident.mentions))])
    assert (scores.pairs.recall, scores.bcubed.recall) == (1, 1)
    assert scores.pairs.precision == pytest.approx(1 / 3)
    assert scores.bcubed.precision == pytest.approx(5 / 9)


def test_passages_that_nothing_covers_stand_alone() -> None:
    scores = score_links(GOLD, [])
    assert (scores.found, scores.pairs.predicted, scores.pairs.f1) == (0, 0, 0)
    assert scores.bcubed.precision == 1


def test_a_claim_covers_a_passage_from_half_of_the_shorter_quote_on() -> None:
    one = AnnotatedIncident((Mention("a", "three died in Halmek"),))
    assert score_links([one], [linked(("a", "three died today there"))]).found == 1
    assert score_links([one], [linked(("a", "three were hurt there"))]).found == 0
    assert score_links([one], [linked(("b", "three died in Halmek"))]).found == 0


def test_a_passage_goes_to_the_claim_that_shares_most_of_it() -> None:
    near = linked(("a", "three died in Halmek"), ("b", "Halmek shelling left three dead"))
    far = linked(("a", "three died elsewhere"))
    assert score_links(GOLD[:1], [far, near]).pairs.f1 == 1
    assert score_links(GOLD[:1], [near, far]).pairs.f1 == 1


def test_nothing_to_score_against_is_refused() -> None:
    with pytest.raises(UsageError):
        score_links([], [])

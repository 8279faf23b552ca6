"""Judgements on any claims: order never matters, claims judged different never meet, withdrawn ones do nothing."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recount.link import Linked, link
from recount.link.judging import in_incident, judged
from recount.link.values import checked, encoded
from recount.model import Claim, Decision, Event, Field, Judgement, Scope, Subject
from tests.link.telling import FAR, at, bylines, killed
from tests.link.test_linking import CLAIMS

NOON = datetime(2031, 4, 1, 12, tzinfo=UTC)
WAR = st.lists(CLAIMS, min_size=2, max_size=10, unique_by=lambda one: one.report)
VALUES = (
    (Field.COUNTS, encoded(Field.COUNTS, killed(9, 12))),
    (Field.WHERE, encoded(Field.WHERE, at(FAR))),
    (Field.EVENT, encoded(Field.EVENT, Event.BOMBING)),
    (Field.SCOPE, encoded(Field.SCOPE, Scope.PERIOD)),
)
PAIRS = (Decision.SAME, Decision.DIFFERENT)
DECISIONS = st.lists(
    st.sampled_from([*PAIRS, Decision.REJECT, Decision.CONFIRM, Decision.CORRECT]), min_size=1, max_size=6
)


def said(claims: list[Claim], decisions: list[Decision], chance: random.Random) -> list[Judgement]:
    return [_one(number, claims, decision, chance) for number, decision in enumerate(decisions)]


def _one(number: int, claims: list[Claim], decision: Decision, chance: random.Random) -> Judgement:
    chosen = chance.sample(claims, 2 if decision in PAIRS else 1)
    subjects = tuple(Subject(one.id, one.report, "hash", one.words, one.quote.start) for one in chosen)
    made = Judgement(f"j{number}", decision, subjects, "read both", "reader", NOON + timedelta(hours=number))
    if decision is Decision.CORRECT:
        field, new = chance.choice(VALUES)
        return replace(made, field=field, new=new)
    return replace(made, new=checked(chosen[0])) if decision is Decision.CONFIRM else made


def put(claims: list[Claim], judgements: list[Judgement]) -> Linked:
    return link(claims, bylines(claims), judgements)


@settings(max_examples=80, deadline=None)
@given(WAR, DECISIONS, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_of_judgements_never_matters(
    claims: list[Claim], decisions: list[Decision], chance: random.Random
) -> None:
    judgements = said(claims, decisions, chance)
    mixed = (chance.sample(claims, len(claims)), chance.sample(judgements, len(judgements)))
    assert put(*mixed) == put(claims, judgements)


@settings(max_examples=80, deadline=None)
@given(WAR, DECISIONS, st.randoms(use_true_random=False))
def test_claims_judged_different_are_never_in_one_incident(
    claims: list[Claim], decisions: list[Decision], chance: random.Random
) -> None:
    judgements = said(claims, decisions, chance)
    for incident in put(claims, judgements).incidents:
        ids = {claim.id for claim in incident.claims}
        for judgement in judgements:
            told = {subject.claim for subject in judgement.subjects}
            assert judgement.decision is not Decision.DIFFERENT or not told <= ids


@settings(max_examples=80, deadline=None)
@given(WAR, DECISIONS, st.randoms(use_true_random=False))
def test_claims_judged_the_same_are_in_one_incident_or_an_issue_says_why_not(
    claims: list[Claim], decisions: list[Decision], chance: random.Random
) -> None:
    judgements = said(claims, decisions, chance)
    made = put(claims, judgements)
    where = {claim.id: incident.id for incident in made.incidents for claim in incident.claims}
    kept = {claim.id for claim in judged(claims, judgements).claims if in_incident(claim)}
    for judgement in judgements:
        told = {subject.claim for subject in judgement.subjects}
        if judgement.decision is Decision.SAME and told <= kept and len({where[id] for id in told}) > 1:
            assert any("kept apart" in issue.reason and issue.subject in told for issue in made.issues)


@settings(max_examples=80, deadline=None)
@given(WAR, DECISIONS, DECISIONS, st.randoms(use_true_random=False))
def test_withdrawn_judgements_change_nothing(
    claims: list[Claim], kept: list[Decision], withdrawn: list[Decision], chance: random.Random
) -> None:
    judgements = said(claims, kept, chance)
    gone = [replace(one, id=f"gone {one.id}", withdrawn=NOON) for one in said(claims, withdrawn, chance)]
    assert put(claims, [*gone, *judgements]) == put(claims, judgements)


@settings(max_examples=80, deadline=None)
@given(WAR, DECISIONS, st.randoms(use_true_random=False))
def test_every_claim_that_is_not_rejected_ends_in_one_place(
    claims: list[Claim], decisions: list[Decision], chance: random.Random
) -> None:
    judgements = said(claims, decisions, chance)
    made = put(claims, judgements)
    ended = [claim.id for incident in made.incidents for claim in (*incident.claims, *incident.denials)]
    ended += [claim.id for claim in (*made.totals, *made.apart)]
    rejected = {one.subjects[0].claim for one in judgements if one.decision is Decision.REJECT}
    assert sorted(ended) == sorted({claim.id for claim in claims} - rejected)

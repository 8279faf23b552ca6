"""Text to claims: who says that what happened to whom, where, when, how many, by whose hand.

A cascade over each sentence: words of the lists (scene), people and figures (groups, counts), clauses and the facts
they tell (clauses, events), then places, sides, speakers and doubt; what a sentence leaves open is taken from the
ones before it (claims), and one fact told twice becomes one claim (repeated). After MUC-4's finite-state cascades
(FASTUS, 1992).
"""

from collections.abc import Iterator
from dataclasses import replace

from recount.extract.claimants import credited, find_claimed
from recount.extract.claims import read_scene, remember_headline, remember_scene
from recount.extract.repeated import without_repeats
from recount.extract.scene import Scene, scene
from recount.extract.story import new_story
from recount.extract.telling import Telling
from recount.extract.when import told_later
from recount.knowledge import Lists
from recount.language.sentences import sentences
from recount.model import Claim, IssueKind, Reading, Report, Text, ZoneKind

__all__ = ["extract"]


def extract(reading: Reading, lists: Lists) -> Reading:
    """A reading with the claims of its text; names, places and days are as told, `resolve` makes them known.

    Headlines tell again what the story tells: their claims count only where the story has none. A text that is not
    English has no claims.
    """
    text = reading.text
    if text is None or any(issue.kind is IssueKind.LANGUAGE for issue in reading.issues):
        return reading
    claims = without_repeats(_tellings(reading.report, text, lists, (ZoneKind.BODY, ZoneKind.CAPTION)))
    if not claims:
        claims = without_repeats(_tellings(reading.report, text, lists, (ZoneKind.HEADLINE,)))
    return replace(reading, claims=tuple(_apart(claims)))


def _tellings(report: Report, text: Text, lists: Lists, kinds: tuple[ZoneKind, ...]) -> list[Telling]:
    told: list[Telling] = []
    scenes = list(_scenes(text, lists, kinds))
    if not any(scene.telling for scene in scenes):
        return told
    story = new_story(report, text, lists)
    story.later = told_later(scenes)
    if ZoneKind.HEADLINE not in kinds:
        for headline in _scenes(text, lists, (ZoneKind.HEADLINE,)):
            remember_headline(headline, story)
    for each in scenes:
        # Of a sentence that tells nothing, only who speaks is remembered.
        if each.telling or each.reporting:
            new = read_scene(each, story)
            claimed = find_claimed(each)
            told = [*(told if claimed is None else credited(told, claimed)), *new]
        else:
            story.sourced = False
            remember_scene(each, story)
    return told


def _scenes(text: Text, lists: Lists, kinds: tuple[ZoneKind, ...]) -> Iterator[Scene]:
    for zone in text.zones:
        if zone.kind in kinds:
            for span in sentences(text.content, zone.span):
                yield scene(text.content, span, zone.kind, lists)


def _apart(claims: list[Claim]) -> Iterator[Claim]:
    """Claims in the order of the text, one at each place."""
    seen: set[int] = set()
    for claim in sorted(claims, key=lambda claim: claim.key):
        if claim.anchor.start not in seen:
            seen.add(claim.anchor.start)
            yield claim

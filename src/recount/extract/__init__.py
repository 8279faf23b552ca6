"""Text to claims: who says that what happened to whom, where, when, how many, by whose hand.

A cascade over each sentence: words of the lists (scene), people and figures (groups, counts), clauses and the facts
they tell (clauses, events), then places, sides, speakers and doubt; what a sentence leaves open is taken from the
ones before it (claims), and one fact told twice becomes one claim (repeated). After MUC-4's finite-state cascades
(FASTUS, 1992).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recount.extract.claimants import credited, find_claimed
from recount.extract.claims import read_scene, remember_headline, remember_scene
from recount.extract.foes import with_foes
from recount.extract.initials import with_initials
from recount.extract.located import located
from recount.extract.repeated import without_repeats
from recount.extract.scene import Scene, scene
from recount.extract.story import Story, new_story
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
    claims = _told(reading.report, text, lists, (ZoneKind.BODY, ZoneKind.CAPTION))
    if not claims:
        claims = _told(reading.report, text, lists, (ZoneKind.HEADLINE,))
    return replace(reading, claims=tuple(_apart(claims)))


def _told(report: Report, text: Text, lists: Lists, kinds: tuple[ZoneKind, ...]) -> list[Claim]:
    """The claims of some zones, each fact once, with the other side of a fight where only one was told."""
    lists = with_initials(text.content, lists)
    scenes = list(_scenes(text, lists, kinds))
    if not any(scene.telling for scene in scenes):
        return []
    story = new_story(report, text, lists)
    if ZoneKind.HEADLINE not in kinds:
        for headline in _scenes(text, lists, (ZoneKind.HEADLINE,)):
            remember_headline(headline, story)
    home = lists.countries.named(next(iter(story.countries), ""))
    claims = without_repeats(_tellings(story, scenes))
    return with_foes(claims, None if home is None else home.government)


def _tellings(story: Story, scenes: Sequence[Scene]) -> list[Telling]:
    told: list[Telling] = []
    story.later = told_later(scenes)
    for each in scenes:
        # Of a sentence that tells nothing, only who speaks is remembered.
        if each.telling or each.reporting:
            new = read_scene(each, story)
            told = [*_known_better(told, each, story), *new]
        else:
            story.sourced = False
            remember_scene(each, story)
            told = _known_better(told, each, story)
    return told


def _known_better(told: list[Telling], scene: Scene, story: Story) -> list[Telling]:
    """What was told before, with who claims it and where it was, if a sentence tells that."""
    claimed = find_claimed(scene)
    credit = told if claimed is None else credited(told, claimed)
    return credit if story.located is None else located(credit, story.located)


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

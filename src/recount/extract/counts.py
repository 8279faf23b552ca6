"""What happened to how many: groups of people joined with outcome words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recount.extract.appositions import without_appositions
from recount.extract.counted import Counted, Told
from recount.extract.groups import PeopleGroup
from recount.extract.numbered import numbered
from recount.extract.peace import figures_of_speech
from recount.extract.scattered import somewhere
from recount.extract.scene import Scene
from recount.extract.subjects import people_before, people_behind, people_beside
from recount.extract.tolls import figure_before, labelled, toll_behind
from recount.extract.unnumbered import unnumbered
from recount.extract.wholes import add_loose_parts, of_the_dead, one_among, with_parts
from recount.knowledge.words import OutcomeWord
from recount.language.en.quantities import adds
from recount.language.phrases import Hit
from recount.model import Count, Outcome, Span, Standing

# How far before "to death" or "their homes" its verb may stand.
_TO_DEATH = 10
# How far behind people with a verb others may stand that share it.
_ONCE = 12
# How far behind "and" the verb of two who speak may stand.
_SPEAKERS = 6
# How far before an outcome word a first, since corrected, saying of it may stand.
_SAID_BEFORE = 8


def find_counts(scene: Scene) -> list[Counted]:
    """Every count of people in a sentence, in the order of their figures, each with what it is part of."""
    outcomes = _told(scene)
    if not outcomes:
        return []
    groups = [group for group in _groups(scene) if not (_speaks(scene, group) or _none_of(scene, group))]
    found: dict[int, Counted] = {}
    for told in outcomes:
        if _negated(scene, told) or _names_again(scene, told):
            continue
        for counted in _people_of(scene, told, groups):
            found.setdefault(counted.group.first, counted)
    for counted in of_the_dead(scene, groups):
        found.setdefault(counted.group.first, counted)
    add_loose_parts(scene, groups, found)
    for counted in list(_told_once(scene, groups, found, outcomes)):
        found.setdefault(counted.group.first, counted)
    return _once(scene, _of_one_side([_as_the_next(scene, found, first) for first in sorted(found)]))


def _groups(scene: Scene) -> list[PeopleGroup]:
    """The people of a sentence from left to right, each told once; of two that overlap, the one with a figure."""
    counted = [numbered(scene, quantity) for quantity in scene.quantities]
    groups = [group for group in counted if group is not None]
    taken = {position for group in groups for position in range(group.first, group.last)}
    for group in unnumbered(scene):
        if not taken & set(range(group.first, group.last)):
            groups.append(group)
            taken |= set(range(group.first, group.last))
    return without_appositions(scene, sorted(groups, key=lambda group: group.first))


def _told_once(
    scene: Scene, groups: Sequence[PeopleGroup], found: Mapping[int, Counted], outcomes: Sequence[Told]
) -> Iterator[Counted]:
    """People that share the verb of those before them: "eight died instantly and two later in hospital", "seven were
    killed in X, five soldiers in Y and two in Z"."""
    told = dict(found)
    for group in groups:
        before = [c for c in told.values() if c.last <= group.first]
        if group.plain or group.part or group.first in found or not before:
            continue
        last = max(before, key=lambda c: c.last)
        apart = range(last.last, group.first)
        sharing = _sharing(scene, before, last, group)
        if sharing is None or len(apart) > _ONCE or any(h.first in apart for h in outcomes):
            continue
        if _shares(scene, group, range(sharing.last, group.first)):
            told[group.first] = replace(sharing, group=_like(sharing.group, group))
            yield told[group.first]


def _sharing(scene: Scene, before: Sequence[Counted], last: Counted, group: PeopleGroup) -> Counted | None:
    """Whose verb people share: that of those last told; no women or workers go on behind a part of others."""
    if last.whole is None or (group.bare and last.group.bare and somewhere(scene, last.group.last) is not None):
        return last
    wholes = [c for c in before if c.whole is None]
    return None if group.bare or group.group or group.work or not wholes else max(wholes, key=lambda c: c.last)


def _shares(scene: Scene, group: PeopleGroup, apart: range) -> bool:
    """Whether nothing but a place or a "later" is said of people, who so share a verb told before them.

    `apart` are the words between them and those whose verb it is, who have a place of their own or are told as all, if
    these are not told as others.
    """
    if group.bare and scene.is_a("elsewhere", group.last) and scene.lower(group.first - 1) == "and":
        return True
    end = somewhere(scene, group.last)
    if end is None or not scene.is_a("joining_tolls", group.first - 1):
        return False
    others = adds(scene.at(group.first, group.last).of(scene.text)) or scene.lower(group.first - 1) == ":"
    parallel = others or any(somewhere(scene, p) is not None for p in apart)
    return parallel and (not scene.lower(end).isalpha() or scene.is_a("after_people", end))


def _like(before: PeopleGroup, group: PeopleGroup) -> PeopleGroup:
    """Those told by their figure alone are of the same kind as those before them."""
    return replace(group, standing=before.standing, side=before.side) if group.bare else group


def _speaks(scene: Scene, group: PeopleGroup) -> bool:
    """Whether people only say so: "…, medics said", "…, residents and an official said"."""
    aside = scene.lower(group.first - 1) == "," and group.plain
    last = _past_joined(scene, group.last) if aside else group.last
    if group.low == 1 and scene.is_a("inverted", group.first - 1) and scene.part(group.last) == "relative":
        # "Said a farmer who fled".
        return True
    return (
        last in scene.saying
        and scene.part(group.last - 1) != "be"
        and (group.plain or group.low == 1 or scene.lower(group.first - 1) == ",")
    )


def _past_joined(scene: Scene, position: int) -> int:
    """Past "and" and who else speaks: "residents and an emergency official said"."""
    if scene.lower(position) != "and":
        return position
    return next((verb for verb in scene.saying if position < verb <= position + _SPEAKERS), position)


def _once(scene: Scene, found: list[Counted]) -> list[Counted]:
    """Each told once where a headline runs into its report: "Two killed, six hurt in a blast Earlier two people were
    killed and six hurt". Two tolls that happen to be equal have a word or a mark between them."""
    half = len(found) // 2
    first, again = found[:half], found[half:]
    if half < 2 or [_figure(c) for c in first] != [_figure(c) for c in again]:
        return found
    between = range(max(c.last for c in first), min(c.first for c in again))
    parted = any(scene.is_a("told_apart", p) or not scene.tokens[p].word for p in between)
    return found if parted else again


def _figure(counted: Counted) -> tuple[Outcome, int | None, int | None]:
    return counted.outcome, counted.group.low, counted.group.high


def _none_of(scene: Scene, group: PeopleGroup) -> bool:
    """Whether people are told to be none ("no women or children were hurt"), or how they belong together ("three of
    them brothers")."""
    if group.part and scene.is_a("kin", group.last - 1):
        return True
    before = group.first - 1
    while group.plain and before > 0 and (scene.lower(before) in ("or", "nor") or scene.people_at(before) is not None):
        before -= 1
    return group.plain and scene.lower(before) == "no"


def _as_the_next(scene: Scene, found: Mapping[int, Counted], first: int) -> Counted:
    """People told by their figure alone are those behind the next verb: "killed 28 and wounded 30 rebels"."""
    counted = found[first]
    behind = found.get(min((n for n in found if n > first), default=-1))
    if behind is None or not counted.group.bare or behind.group.bare or behind.whole is not None:
        return counted
    joined = scene.lower(counted.group.last) == "and" and behind.told.first == counted.group.last + 1
    if not joined or behind.group.first != behind.told.last or scene.lower(behind.group.last - 1) == "others":
        return counted
    of = behind.group
    return replace(
        counted, group=replace(counted.group, standing=of.standing, group=of.group, work=of.work, side=of.side)
    )


def _of_one_side(found: Sequence[Counted]) -> list[Counted]:
    """Fighters go on being meant: "50 troops were executed, 19 more were killed"."""
    told: list[Counted] = []
    for counted in found:
        before = next((c.group for c in reversed(told) if c.group.standing is not Standing.UNKNOWN), None)
        if counted.group.bare and before is not None and before.standing is Standing.COMBATANT:
            group = replace(counted.group, standing=before.standing, side=before.side)
            counted = replace(counted, group=group)
        told.append(counted)
    return told


def count(scene: Scene, counted: Counted, part_of: int | None) -> Count:
    """A count as a claim holds it."""
    group = counted.group
    return Count(
        outcome=counted.outcome,
        span=Span(scene.tokens[group.figure].start, scene.tokens[group.last - 1].end),
        standing=group.standing,
        group=group.group,
        work=group.work,
        side=group.side if group.standing is Standing.COMBATANT else None,
        low=group.low,
        high=group.high,
        approx=group.approx,
        vague=group.vague,
        part_of=part_of,
    )


def _told(scene: Scene) -> list[Told]:
    """Outcome words, but for those of figures of speech ("killed the deal"), and verbs parted from "to death"."""
    spoken = figures_of_speech(scene)
    whole = [hit for hit in scene.outcomes if hit.first not in spoken]
    return sorted([*whole, *_to_death(scene), *_from_homes(scene), *_by_takers(scene)], key=lambda hit: hit.first)


def _by_takers(scene: Scene) -> Iterator[Told]:
    """ "Kidnappers took five pupils": a verb that tells an abduction where those who do it are told."""
    for verb in range(1, len(scene.tokens)) if scene.has("takers") else ():
        if scene.is_a("taking", verb) and scene.is_a("takers", verb - 1):
            yield Hit(verb, verb + 1, OutcomeWord(Outcome.ABDUCTED, "active"))


def _to_death(scene: Scene) -> Iterator[Told]:
    """ "hacked three students to death": the verb, with the people between it and its end."""
    for end in range(2, len(scene.tokens)) if "death" in scene.words else ():
        if scene.lower(end) == "death" and scene.lower(end - 1) == "to":
            verbs = [p for p in range(max(0, end - _TO_DEATH), end - 2) if scene.is_a("deadly_verbs", p)]
            yield from (Hit(p, p + 1, OutcomeWord(Outcome.KILLED, "active")) for p in verbs[-1:])


def _from_homes(scene: Scene) -> Iterator[Told]:
    """ "drove about 900 people from their homes": the verb, with the people between it and its end."""
    for end in range(3, len(scene.tokens)) if "homes" in scene.words else ():
        if scene.lower(end) == "homes" and scene.lower(end - 1) == "their" and scene.is_a("out_of", end - 2):
            verbs = [p for p in range(max(0, end - _TO_DEATH), end - 3) if scene.is_a("driving", p)]
            yield from (Hit(p, p + 1, OutcomeWord(Outcome.DISPLACED, "active")) for p in verbs[-1:])


def _negated(scene: Scene, told: Told) -> bool:
    """Whether an outcome did not come about: it is negated, or only intended ("an operation to detain a leader")."""
    if scene.lower(told.first - 1) == "to" and told.value.form == "active":
        return True
    if told.value.form == "of" and scene.is_a("ordinals", told.first - 1):
        # "the third killing of a mayor this month" tells of one that was told before.
        return True
    if any(hit.last < told.first and hit.value.form == "toll" for hit in scene.outcomes) and _said_before(scene, told):
        return True
    return any(scene.is_a("negating", p) for p in range(told.first - 3, told.first))


def _names_again(scene: Scene, told: Told) -> bool:
    """Whether a word only says which people are meant, told before: "the wounded soldiers", "most of the dead".

    "Among the wounded soldiers was a medic" tells of one of them.
    """
    behind = scene.people_at(told.last)
    if scene.lower(told.first - 1) != "the" or (behind is not None and not behind.value.plural):
        return False
    return told.value.form in ("past", "state") and scene.lower(told.first - 2) != "among"


def _said_before(scene: Scene, told: Told) -> bool:
    """Whether a figure is one that was said first and no longer: "after first saying that 60 people had died"."""
    says = {hit.first for hit in scene.reporting}
    return any(scene.is_a("at_first", p) and p + 1 in says for p in range(told.first - _SAID_BEFORE, told.first))


def _right_behind(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The people right behind a verb that mostly stands behind them: "perished five civilians"."""
    if told.value.outcome not in (Outcome.KILLED, Outcome.INJURED) or scene.is_a("also_nouns", told.first):
        return []
    nearest = next((g for g in groups if g.first == told.last and not g.plain and not g.bare), None)
    return [] if nearest is None else [nearest]


def _them(scene: Scene, told: Told) -> bool:
    """Whether "them" stands behind the second of two verbs: "rounded up 30 villagers and executed them"."""
    return scene.lower(told.last) == "them" and scene.lower(told.first - 1) in ("and", "then")


def _meant_by_them(told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """Those told last before "them", where they are numbered."""
    before = [group for group in groups if group.last <= told.first]
    if not before or before[-1].plain or before[-1].bare or before[-1].low == 1:
        return []
    them = told.last
    return [replace(before[-1], first=them, last=them + 1, figure=them, side=None, meant=before[-1].figure)]


def _people_of(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> Iterator[Counted]:
    form = told.value.form
    label = labelled(scene, told, groups)
    one = one_among(scene, told, groups)
    if label:
        chain = label
    elif one is not None:
        chain = one
    elif form in ("active", "past") and _them(scene, told):
        chain = _meant_by_them(told, groups)
    elif form == "figure":
        chain = figure_before(scene, told, groups)
    elif form == "toll":
        chain = toll_behind(scene, told, groups)
    elif form in ("active", "of"):
        chain = people_behind(scene, told, groups)
    elif form == "state":
        chain = people_before(scene, told, groups) or _right_behind(scene, told, groups)
    else:
        chain = people_beside(scene, told, groups)
    yield from (replace(counted, of_known=one is not None) for counted in with_parts(scene, told, chain))

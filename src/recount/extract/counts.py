"""What happened to how many: groups of people joined with outcome words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recount.extract.groups import PeopleGroup, find_groups
from recount.extract.peace import figures_of_speech
from recount.extract.scene import Scene
from recount.knowledge.words import OutcomeWord
from recount.language.en.quantities import Quantity
from recount.language.phrases import Hit
from recount.model import Count, Outcome, Span, Standing

Told = Hit[OutcomeWord]

# How far left of its verb the subject of a passive may end: "29 rebels from two factions were killed".
_SUBJECT_REACH = 14
# How far before "to death" its verb may stand.
_TO_DEATH = 10
# How far before a part its whole may end: "16 members of the extended family of a village teacher, including".
_PART_REACH = 14
# How far behind a toll word its number may stand: "put the death toll from the six-year conflict at".
_TOLL_REACH = 12
# Outcomes for which people without a figure ("killing civilians") are a count of unknown size.
_COUNTED_WITHOUT_FIGURE = (
    Outcome.KILLED,
    Outcome.INJURED,
    Outcome.KILLED_OR_INJURED,
    Outcome.ABDUCTED,
    Outcome.DETAINED,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A group with its outcome, told by the outcome word `told`. `whole` is the group that it is part of."""

    group: PeopleGroup
    outcome: Outcome
    told: Told
    whole: PeopleGroup | None = None

    @property
    def first(self) -> int:
        """The first token that tells it."""
        return min(self.group.first, self.told.first)

    @property
    def last(self) -> int:
        """The token after the last that tells it."""
        return max(self.group.last, self.told.last)


def find_counts(scene: Scene) -> list[Counted]:
    """Every count of people in a sentence, in the order of their figures, each with what it is part of."""
    outcomes = _told(scene)
    if not outcomes:
        return []
    groups = [group for group in find_groups(scene) if not _speaks(scene, group)]
    found: dict[int, Counted] = {}
    for told in outcomes:
        if _negated(scene, told):
            continue
        for counted in _people_of(scene, told, groups):
            found.setdefault(counted.group.first, counted)
    for counted in _of_the_dead(scene, groups):
        found.setdefault(counted.group.first, counted)
    _add_loose_parts(scene, groups, found)
    return _of_one_side([found[first] for first in sorted(found)])


def _speaks(scene: Scene, group: PeopleGroup) -> bool:
    """Whether people only say so: "…, medics said", "…, a widow told reporters"."""
    says = any(hit.first == group.last and hit.value & {"says", "told"} for hit in scene.reporting)
    return (
        says
        and scene.part(group.last - 1) != "be"
        and (group.plain or group.low == 1 or scene.lower(group.first - 1) == ",")
    )


def _of_the_dead(scene: Scene, groups: Sequence[PeopleGroup]) -> Iterator[Counted]:
    """Parts of people whom an earlier sentence counted: "ten of the dead were children"."""
    for group in groups:
        told = next((hit for hit in scene.outcomes if group.first <= hit.first < group.last), None)
        if group.part and told is not None:
            yield Counted(group, told.value.outcome, told)


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
    return sorted([*whole, *_to_death(scene)], key=lambda hit: hit.first)


def _to_death(scene: Scene) -> Iterator[Told]:
    """ "hacked three students to death": the verb, with the people between it and its end."""
    for end in range(2, len(scene.tokens)):
        if scene.lower(end) == "death" and scene.lower(end - 1) == "to":
            verbs = [p for p in range(max(0, end - _TO_DEATH), end - 2) if scene.is_a("deadly_verbs", p)]
            yield from (Hit(p, p + 1, OutcomeWord(Outcome.KILLED, "active")) for p in verbs[-1:])


def _negated(scene: Scene, told: Told) -> bool:
    """Whether an outcome did not come about: it is negated, or only intended ("an operation to detain a leader")."""
    if scene.lower(told.first - 1) == "to" and told.value.form == "active":
        return True
    return any(
        scene.lower(p) in ("no", "not", "without", "never", "nobody", "none") for p in range(told.first - 3, told.first)
    )


def _people_of(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> Iterator[Counted]:
    form = told.value.form
    if form == "figure":
        chain = _figure(scene, told, groups)
    elif form == "toll":
        chain = _toll(scene, told, groups)
    elif form in ("active", "of"):
        chain = _right(scene, told, groups)
    elif form == "state":
        chain = _left(scene, told, groups)
    else:
        chain = _either(scene, told, groups)
    yield from _with_parts(scene, told, chain)


def _either(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The people of "killed": before it where it is passive or they stand right before it, else after it."""
    if _passive(scene, told.first):
        return _left(scene, told, groups)
    right, left = _right(scene, told, groups), _left(scene, told, groups, reach=2)
    if left and left[-1].plain and not _reduced(scene, told):
        left = []
    if right and not (left and not left[-1].plain and (_introduces_part(scene, right[0]) or _taken(scene, right[0]))):
        return right
    return left


def _reduced(scene: Scene, told: Told) -> bool:
    """Whether "killed" can say what befell those before it ("civilians killed in raids"), and not what they did."""
    after = scene.lower(told.last)
    return not after or not after[0].isalnum() or scene.is_a("after_people", told.last)


def _taken(scene: Scene, group: PeopleGroup) -> bool:
    """Whether an outcome word stands right behind a group: in "3 killed 20 wounded" the 20 are not killed."""
    return (
        group.bare and scene.lists.words.outcomes.at(scene.tokens, min(group.last, len(scene.tokens) - 1)) is not None
    )


def _passive(scene: Scene, position: int) -> bool:
    """Whether a form of "be" governs the word at a position: "were", "have been", "were also reportedly"."""
    for before in range(position - 1, max(-1, position - 6), -1):
        if scene.part(before) == "be":
            return True
        day = any(d.first <= before < d.last for d in scene.days)
        if not (day or scene.lower(before).endswith("ly") or scene.is_a("inside_passives", before)):
            return False
    return False


def _left(scene: Scene, told: Told, groups: Sequence[PeopleGroup], reach: int = _SUBJECT_REACH) -> list[PeopleGroup]:
    """The people before an outcome word: the nearest that reach it, those joined to them, what they are part of."""
    before = [g for g in groups if g.last <= told.first and not (g.plain and _unfit(scene, g, told))]
    if not before:
        return []
    ends = [before[-1], *(g for g in reversed(before[:-1]) if not g.plain and not g.part)][:2]
    if not before[-1].plain and before[-1].last - ends[-1].last > 0:
        ends = ends[:1]
    for end in ends:
        chain = _chain_left(scene, before, before.index(end))
        if _reaches(scene, end, told, reach) and (end is ends[-1] or not chain[0].plain):
            return chain
    return []


def _reaches(scene: Scene, group: PeopleGroup, told: Told, reach: int) -> bool:
    """Whether a group can be the subject of an outcome word: near, and no other verb of the kind between."""
    between = range(group.last, told.first)
    if len(between) > (2 if group.plain or group.bare else reach) + 3 * group.plain:
        return False
    if any(hit.first in between and hit.value.form not in ("figure", "toll") for hit in scene.outcomes):
        return False
    return not any(scene.lower(p) in (";", ":") or scene.part(p) == "clause" for p in between)


def _unfit(scene: Scene, group: PeopleGroup, told: Told) -> bool:
    """Whether people without a figure are no count here: known ones ("the fighters"), or not harmed."""
    definite = scene.lower(group.first - 1) in ("the", "those", "these", "its", "all", "such")
    return definite or told.value.outcome not in _COUNTED_WITHOUT_FIGURE


def _chain_left(scene: Scene, groups: Sequence[PeopleGroup], end: int) -> list[PeopleGroup]:
    """A group with those before it that only joining words part, and the whole that they are told as parts of."""
    first = end
    while first > 0 and _joined(scene, groups[first - 1], groups[first]) and not _part_of_more(scene, groups, first):
        first -= 1
    chain = list(groups[first : end + 1])
    if _introduces_part(scene, chain[0]):
        whole = _whole_before(scene, groups[:first], chain[0])
        if whole is not None:
            return [whole, *chain]
    return chain


def _part_of_more(scene: Scene, groups: Sequence[PeopleGroup], part: int) -> bool:
    """Whether a part is of more people than the group right before it, which then is not its whole."""
    low, before = groups[part].low, groups[part - 1].low
    return _introduces_part(scene, groups[part]) and low is not None and before is not None and low > before


def _whole_before(scene: Scene, groups: Sequence[PeopleGroup], part: PeopleGroup) -> PeopleGroup | None:
    """The people that a part told behind them is of: "16 members of the family of X, including four children"."""
    for group in reversed(groups):
        between = range(group.last, part.first)
        if len(between) > _PART_REACH or any(hit.first in between for hit in scene.outcomes):
            return None
        fits = group.low is None or part.low is None or group.low > part.low
        if not group.plain and not group.part and fits:
            return group
    return None


def _joined(scene: Scene, one: PeopleGroup, other: PeopleGroup) -> bool:
    """Whether only joining words, or words that introduce a part, stand between two groups."""
    position = one.last
    while position < other.first:
        part = scene.grammar.get(position)
        if part is not None and part.value == "part":
            position = part.last
        elif scene.is_a("joiners", position) or _among(scene, position):
            position += 1
        else:
            return False
    return other.first - one.last <= 5


def _among(scene: Scene, position: int) -> bool:
    """The words of "six civilians were among 22 people killed"."""
    return (scene.part(position) == "be" and scene.lower(position + 1) == "among") or (
        scene.lower(position) == "among" and scene.part(position - 1) == "be"
    )


def _right(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    after = [g for g in groups if g.first >= told.last]
    after = [g for g in after if not (g.plain and told.value.outcome not in _COUNTED_WITHOUT_FIGURE)]
    if not after or not all(_lets_through(scene, p) for p in range(told.last, after[0].first)):
        return []
    if after[0].first - told.last > 3:
        return []
    last = 0
    while last + 1 < len(after) and _joined(scene, after[last], after[last + 1]) and not _taken(scene, after[last + 1]):
        last += 1
    if last and _has_own_verb(scene, after[last]):
        last -= 1
    return after[: last + 1]


def _has_own_verb(scene: Scene, group: PeopleGroup) -> bool:
    """Whether the last of a list begins a clause of its own: "killed 14 people and 39 others were hurt"."""
    return scene.part(group.last) in ("be", "have") or any(hit.first == group.last for hit in scene.outcomes)


def _lets_through(scene: Scene, position: int) -> bool:
    return (
        scene.is_a("loose", position)
        or scene.lower(position) in ("the", "of", "as", "many")
        or scene.lower(position).endswith("ly")
    )


def _figure(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The number right before "casualties" or "deaths", past words that say whose."""
    own = [g for g in groups if g.last == told.last and not g.plain]
    if own:
        return own
    for quantity in scene.quantities:
        if quantity.last <= told.first <= quantity.last + 4:
            said = [scene.people_at(p) for p in range(quantity.last, told.first)]
            standing = next((hit.value for hit in said if hit is not None), None)
            return [
                PeopleGroup(
                    quantity.first, told.last, quantity.figure, quantity.low, quantity.high, quantity.approx,
                    quantity.vague, standing.standing if standing else Standing.UNKNOWN,
                    standing.group if standing else None,
                )
            ]  # fmt: skip
    return []


def _toll(scene: Scene, told: Told, groups: Sequence[PeopleGroup]) -> list[PeopleGroup]:
    """The number behind "the death toll … at" or "the toll rose to"; an earlier toll is not told again."""
    if any(scene.lower(p) in ("previous", "earlier", "initial") for p in range(told.first - 3, told.first)):
        return []
    for counted in scene.quantities:
        quantity = _risen(scene, counted)
        ahead = quantity.first - told.last
        if 0 <= ahead <= _TOLL_REACH and scene.lower(quantity.first - 1) in (
            "at",
            "of",
            "to",
            "is",
            "was",
            "reached",
            "hit",
        ):
            own = [g for g in groups if g.figure == quantity.figure and not g.bare]
            return own or [
                PeopleGroup(
                    quantity.first, quantity.last, quantity.figure, quantity.low, quantity.high, quantity.approx,
                    quantity.vague, bare=True,
                )
            ]  # fmt: skip
    return []


def _risen(scene: Scene, quantity: Quantity) -> Quantity:
    """The later of two figures: "climbed from 30 to 52" is no range."""
    if scene.lower(quantity.first) != "from" or quantity.high is None:
        return quantity
    return replace(quantity, first=quantity.last - 1, figure=quantity.last - 1, low=quantity.high)


def _introduces_part(scene: Scene, group: PeopleGroup) -> bool:
    """Whether words right before a group make it a part: "including", "among them", "mostly"."""
    return group.part or any(
        hit.value == "part" and hit.last in (group.first, group.first - 1)
        for position in range(max(0, group.first - 6), group.first)
        if (hit := scene.grammar.get(position)) is not None
    )


def _with_parts(scene: Scene, told: Told, chain: Sequence[PeopleGroup]) -> Iterator[Counted]:
    """The groups of a chain, parts with the group that they are part of."""
    outcome = told.value.outcome
    whole = _whole_behind(scene, chain)
    if whole is not None:
        yield Counted(whole, outcome, told)
    top, in_part, last_part = None, False, -1
    for place, group in enumerate(chain):
        if group is whole:
            continue
        last_part = max(last_part, _adding_up(chain, place))
        part = (
            _introduces_part(scene, group)
            or (in_part and _fits_in(group, top))
            or (top is not None and place <= last_part)
        )
        in_part = part
        if whole is not None:
            yield Counted(group, outcome, told, top if part and top is not None else whole)
            top = group if not part else top
        elif part and top is not None:
            yield Counted(group, outcome, told, top)
        else:
            top = group
            yield Counted(group, outcome, told)


def _adding_up(chain: Sequence[PeopleGroup], place: int) -> int:
    """The place of the last of those behind a group that make it up: "21 people, 17 men and four women"; -1 for none.

    Two kinds of fighters that happen to be as many as a third do not make it up.
    """
    whole, total = chain[place], 0
    if whole.low is None or whole.group is not None or whole.work is not None:
        return -1
    for last in range(place + 1, len(chain)):
        part = chain[last]
        if part.low is None or (whole.standing is not Standing.UNKNOWN and part.group is None):
            return -1
        total += part.low
        if total >= whole.low:
            return last if total == whole.low and last > place + 1 else -1
    return -1


def _whole_behind(scene: Scene, chain: Sequence[PeopleGroup]) -> PeopleGroup | None:
    """The 22 of "six civilians were among at least 22 people killed"."""
    if len(chain) > 1 and any(_among(scene, p) for p in range(chain[-2].last, chain[-1].first)):
        return chain[-1]
    return None


def _fits_in(group: PeopleGroup, whole: PeopleGroup | None) -> bool:
    """Whether a group told after a part goes on listing parts: women and children do, other fighters do not."""
    if whole is None or group.standing is Standing.COMBATANT:
        return False
    if group.low is not None and whole.low is not None and group.low > whole.low:
        return False
    return group.group is not None or group.work is not None


def _add_loose_parts(scene: Scene, groups: Sequence[PeopleGroup], found: dict[int, Counted]) -> None:
    """Parts told away from their whole: "executed 48 people in a village, among them 10 children"."""
    for group in groups:
        if group.first in found or not _introduces_part(scene, group):
            continue
        wholes = [c for first, c in sorted(found.items()) if first < group.first and c.whole is None]
        if wholes:
            last = wholes[-1]
            found[group.first] = replace(last, group=group, whole=last.group)
            _add_listed(scene, groups, found, group)


def _add_listed(scene: Scene, groups: Sequence[PeopleGroup], found: dict[int, Counted], part: PeopleGroup) -> None:
    """The women of "among them 10 children and six women"."""
    position = groups.index(part)
    while position + 1 < len(groups) and _joined(scene, groups[position], groups[position + 1]):
        position += 1
        if groups[position].first not in found and _fits_in(groups[position], found[part.first].whole):
            found[groups[position].first] = replace(found[part.first], group=groups[position])

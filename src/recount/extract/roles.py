"""Who did it and who was attacked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recount.extract.actors import ActorMention
from recount.extract.attacked import (
    MUTUAL,
    OBJECT,
    Verb,
    before_people,
    blamed,
    hit_in_its_own,
    is_seized,
    joining_word,
    loses,
    passive,
    suffers,
    verbs_of,
)
from recount.extract.clauses import Unit
from recount.extract.events import main_trigger
from recount.extract.scene import Scene
from recount.model import Event, Mark, Outcome


@dataclass(frozen=True, slots=True)
class Roles:
    """By whom, against whom, and the words of both."""

    by: tuple[str, ...]
    against: tuple[str, ...]
    marks: tuple[Mark, ...]


# International bodies act in these; anywhere else they only speak.
_PEACEFUL = (Event.TALKS, Event.AGREEMENT, Event.EVACUATION, Event.OTHER)
# How far before a side a word may stand that makes it one that only holds the place: "held by the X group".
_HOLDING = 3
# So many words may join two sides: "rebels and other groups including the X".
_JOINING = 5
# How far before an event's noun a verb like "launched" may stand.
LAUNCHING = 5


def roles(scene: Scene, unit: Unit, event: Event, spoken: set[int]) -> Roles:
    """The sides of a unit in their parts. `spoken` are tokens that name who says so, unless a deed follows."""
    counted = {p for c in unit.counts for p in (*range(c.group.first, c.group.last), c.group.meant)}
    own = {m.first for m in scene.actors if any(v.first == m.last for v in verbs_of(unit))}
    free = [m for m in scene.actors if unit.holds(m.first) and m.first not in spoken - own and not _apart(scene, m)]
    acting = [m for m in free if m.first not in counted and not is_place(scene, m) and _may_act(scene, m, event)]
    subjects = [m for m in acting if _subject(scene, unit, m)]
    nearest = subjects if event in (*_PEACEFUL, *MUTUAL) else _nearest(unit, subjects)
    told = _told_by(scene, unit, acting) or [m for m in acting if m in nearest or _acts(scene, unit, m)]
    by = _coordinated(scene, acting, told)
    others = [m for m in acting if m not in by and m not in subjects]
    against = _coordinated(scene, acting, [m for m in others if suffers(scene, unit, m, event)])
    losers = [m.name for m in acting if loses(scene, unit, m)]
    sides = list(dict.fromkeys(losers or _hurt(unit)))
    by, against = _of_a_failure(scene, unit, by, against)
    if event in MUTUAL:
        by, against = _of_a_clash(scene, acting, by, against, sides)
    elif len(sides) == 1 and (met := _met(scene, acting, sides[0])):
        by, against = met, [m for m in against if m not in met]
    both_lose = event in MUTUAL and len(sides) > 1
    names_by = tuple(dict.fromkeys(m.name for m in by if m.name not in sides or len(by) > 1 or both_lose))
    names_against = tuple(dict.fromkeys([*(m.name for m in against), *sides]))
    marks = [Mark("by", scene.at(m.first, m.last)) for m in by]
    marks += [Mark("against", scene.at(m.first, m.last)) for m in against]
    return Roles(names_by, tuple(n for n in names_against if n not in names_by), tuple(marks))


def _told_by(scene: Scene, unit: Unit, acting: Sequence[ActorMention]) -> list[ActorMention]:
    """Who stands behind "by" right after the event's noun, which nobody else then did: "air raids by X"."""
    trigger = main_trigger(unit)
    if trigger is None or trigger.value.verb or scene.lower(trigger.last) != "by":
        return []
    return [m for m in acting if trigger.last < m.first <= trigger.last + _HOLDING and joining_word(scene, m) == "by"]


def _nearest(unit: Unit, acting: Sequence[ActorMention]) -> list[ActorMention]:
    """Of those that may be the subject of one verb, the one nearest to it: "troops stay where rebels seized"."""
    verbs = verbs_of(unit)
    nearest: dict[int, ActorMention] = {}
    for mention in acting:
        ahead = next((verb.first for verb in verbs if verb.first >= mention.last), None)
        nearest[-mention.first - 1 if ahead is None else ahead] = mention
    return [mention for mention in acting if mention in nearest.values()]


def _apart(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side has no part in what is told: it only holds the place, or condemns or discusses what others did.

    Nor has one whose words only tell which war it is: "the Veldanian military conflict".
    """
    actor = scene.lists.actors.by_name.get(mention.name)
    state = mention.of_country or (actor is not None and actor.kind == "state")
    if state and scene.is_a("wars", mention.last):
        return True
    speaks = any(hit.value == "mentioned" and hit.first == mention.last for hit in scene.status)
    return speaks or only_holds(scene, mention)


def only_holds(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side only holds the place: "rebel-held", "held by the X group", "loyal to X", "X control"."""
    if mention.held or scene.is_a("holding_after", mention.last):
        return True
    before = [scene.lower(p) for p in range(mention.first - _HOLDING, mention.first)]
    joined = " ".join(word for word in before if word not in ("the", "a", "an"))
    return joined.endswith(tuple(scene.small["holding_before"]))


def is_place(scene: Scene, mention: ActorMention) -> bool:
    """Whether the name of a country says where and not who: "in Syria", but "the presidents of Syria and Iraq"."""
    if not mention.nation or (scene.lower(mention.first - 1) == "of" and scene.is_a("offices", mention.first - 2)):
        return False
    position = mention.first - 1
    while scene.is_a("directions", position):
        position -= 1
    bordering = scene.lower(position) == "with" and scene.is_a("frontiers", position - 1)
    if bordering or scene.is_a("into_country", position) or scene.is_a("frontiers", mention.last):
        return True
    joined = next(
        (m for m in scene.actors if m.last == mention.first - 1 and scene.lower(m.last) in ("and", ",")), None
    )
    return joined is not None and is_place(scene, joined)


def _coordinated(scene: Scene, all_of: Sequence[ActorMention], some: Sequence[ActorMention]) -> list[ActorMention]:
    """Those that have a part, with those joined to them: "the X army and Y jets", "X, backed by Y"."""
    having = set(some)
    changed = True
    while changed:
        changed = False
        for one, other in pairwise(all_of):
            if (one in having) != (other in having) and are_joined(scene, one, other):
                having |= {one, other}
                changed = True
    return [mention for mention in all_of if mention in having]


def are_joined(scene: Scene, one: ActorMention, other: ActorMention) -> bool:
    """Whether only words that join allies stand between two sides."""
    between = [scene.lower(p) for p in range(one.last, other.first)]
    return 0 < len(between) <= _JOINING and all(word in scene.small["allies"] for word in between)


def _of_a_failure(
    scene: Scene, unit: Unit, by: list[ActorMention], against: list[ActorMention]
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Where an attack is driven back, who did so acted: "X foiled an attack by Y"."""
    verb = next((p for p in range(unit.first, unit.last) if scene.is_a("foiling", p)), None)
    if verb is None:
        return by, against
    left, right = [m for m in by if m.last <= verb], [m for m in by if m.first > verb]
    defenders, attackers = (right, left) if passive(scene, verb) else (left, right)
    return (defenders, [*against, *attackers]) if defenders else (by, against)


def _of_a_clash(
    scene: Scene,
    acting: Sequence[ActorMention],
    by: list[ActorMention],
    against: list[ActorMention],
    sides: Sequence[str],
) -> tuple[list[ActorMention], list[ActorMention]]:
    """In a clash, who inflicted the counted loss did it; "between X and Y" names X first."""
    if len(sides) == 1:
        others = [m for m in acting if m.name != sides[0]]
        if others:
            return [m for m in by if m in others] or others[:1], [m for m in acting if m.name == sides[0]]
    names = list(dict.fromkeys(m.name for m in [*by, *against]))
    first = next(
        (m for m in acting if scene.lower(m.first - 1) == "between" or scene.lower(m.first - 2) == "between"), None
    )
    if first is not None and len(names) > 1:
        return [first], [m for m in acting if m.first > first.first and m.name != first.name]
    return by, against


def _met(scene: Scene, acting: Sequence[ActorMention], loser: str) -> list[ActorMention]:
    """Whom those who fell fought, in whatever way they were harmed: "were shot dead in a clash with X"."""
    clashes = {hit.last for hit in scene.events if hit.value.type in MUTUAL and not hit.value.verb}
    withs = [m for m in acting if scene.lower(b := before_people(scene, m)) == "with" and b in clashes]
    return [m for m in withs if m.name != loser]


def _hurt(unit: Unit) -> Iterator[str]:
    """Whose people something was done to; who is trapped may only be where others are besieged."""
    yield from (c.group.side for c in unit.counts if c.group.side is not None and c.outcome is not Outcome.TRAPPED)


def _may_act(scene: Scene, mention: ActorMention, event: Event) -> bool:
    actor = scene.lists.actors.by_name.get(mention.name)
    return event in _PEACEFUL or actor is None or actor.kind != "international"


def _acts(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """Whether a side does it: behind "by", right before the event's noun, or by a verb such as "launched"."""
    if joining_word(scene, mention) == "by" or scene.lower(mention.first - 2) == "by" or blamed(scene, mention):
        return True
    if not mention.nation and _before_noun(scene, unit, mention):
        return joining_word(scene, mention) != "against" and not is_seized(scene, mention)
    return not _object_of(scene, mention) and _launches(scene, unit, mention)


def _object_of(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side stands behind a word such as "against", which makes it no subject."""
    word = joining_word(scene, mention)
    return word in scene.small["against"] and word != "from"


def _before_noun(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """ "Russian air strikes", "regime shelling", "the rebels' offensive" """
    nouns = [t for t in unit.triggers if not t.value.verb and t.value.type is not Event.AGREEMENT]
    # "Bandits" tell a deed and are themselves a side.
    nouns = [t for t in nouns if t.first >= mention.last or scene.people_at(t.first) is None]
    return any(
        mention.first < t.first <= mention.last + 2
        and not any(scene.is_a("no_owner", p) or not scene.tokens[p].word for p in range(mention.last, t.first))
        for t in nouns
    )


def _subject(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """Whether a side may be the subject of an active verb, or of the event's noun where there is no verb."""
    verbs = verbs_of(unit)
    trigger = main_trigger(unit)
    if not verbs and trigger is not None:
        between = range(mention.last, trigger.first)
        spoken_of = any(scene.is_a("other_verbs", p) for p in between)
        return mention.last <= trigger.first and not spoken_of and not _object_of(scene, mention)
    ahead = [v for v in verbs if v.first >= mention.last]
    if not ahead or _object_of(scene, mention) or passive(scene, ahead[0].first) or loses(scene, unit, mention):
        return False
    if (
        hit_in_its_own(scene, unit, mention)
        or _stands(scene, mention)
        or any(scene.is_a("other_verbs", p) for p in range(mention.last, ahead[0].first))
    ):
        return False
    participle = scene.lower(ahead[0].first).endswith("ing")
    return not (participle and (_object(mention, verbs) or _numbered(scene, mention)))


def _stands(scene: Scene, mention: ActorMention) -> bool:
    """Whether a side only tells whose site it is, which does nothing; but "fire from a X post killed nine"."""
    return scene.is_a("standing_sites", mention.last) and joining_word(scene, mention) != "from"


def _numbered(scene: Scene, mention: ActorMention) -> bool:
    """Whether a number stands before a side: "killing two women and two soldiers, wounding others" counts them."""
    return any(quantity.last == mention.first for quantity in scene.quantities)


def _object(mention: ActorMention, verbs: Sequence[Verb]) -> bool:
    """Whether a side stands right behind a verb, as what it is done to: "shot down a X helicopter, killing"."""
    return any(0 <= mention.first - verb.last <= OBJECT for verb in verbs)


def _launches(scene: Scene, unit: Unit, mention: ActorMention) -> bool:
    """ "The army carried out a major offensive": a side, a verb that only says that it did it, and the event's noun."""
    for trigger in unit.triggers:
        for verb in range(max(mention.last, trigger.first - LAUNCHING), trigger.first):
            if scene.is_a("launching", verb) and verb - mention.last <= 1 and not passive(scene, verb):
                return not trigger.value.verb
    return False

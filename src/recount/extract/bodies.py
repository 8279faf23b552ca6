"""Bodies that no list knows, told by a word of their kind: "the Tarsk Centre for Human Rights"; or by initials."""

import re

from recount.extract.scene import Scene

# A name longer than this many words is two names, or a headline.
_LONGEST = 10
# A name beside a word for its kind is no longer than this, and so many words may stand before that one.
_NAME, _KIND = 4, 3
# Initials of fewer or more letters are words of a headline, or no name.
_INITIALS = re.compile(r"[A-Z][A-Z-]{1,7}[A-Z]")


def past_institution(scene: Scene, start: int) -> int | None:
    """The token after a body's name that begins at a token: capitals, a word like "Centre" among them.

    None where no such name begins, where it is one of the list, or where it is a side of the war.
    """
    if not _begins(scene, start):
        return None
    kind = start
    while kind < len(scene.tokens) and _name_word(scene, kind) and not scene.is_a("institutions", kind):
        kind += 1
    if not (kind < len(scene.tokens) and _name_word(scene, kind)):
        return None
    last = _past_kind(scene, kind + 1)
    last = _past_purpose(scene, last)
    if last - start < 2 or last - start > _LONGEST or _known(scene, start, last):
        return None
    return last


def _begins(scene: Scene, start: int) -> bool:
    """Whether a name can begin at a token: a capital, with none before it that would belong to the name."""
    if not _name_word(scene, start) or _no_name(scene, start):
        return False
    before = start - 1
    return before < 0 or not _name_word(scene, before) or _no_name(scene, before)


def _no_name(scene: Scene, position: int) -> bool:
    """Whether a capital is no part of a name: it opens a sentence, or says where a body sits."""
    return scene.is_a("opening", position) or scene.lower(position) in ("a", "an") or _based(scene, position)


def _based(scene: Scene, position: int) -> bool:
    return scene.lower(position).endswith("-based")


def _name_word(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    return token.word and token.capital and not token.text.isdigit()


def _past_kind(scene: Scene, last: int) -> int:
    """Past further words of the kind: "Red Crescent Society"."""
    while scene.is_a("institutions", last) and scene.tokens[last].capital:
        last += 1
    return last


def _past_purpose(scene: Scene, last: int) -> int:
    """Past what a body is for: "Centre for Truth and Justice", "Council of the Southern Valleys"."""
    link = "purposes"
    while scene.is_a(link, last):
        name = last + 2 if scene.lower(last + 1) == "the" else last + 1
        if name >= len(scene.tokens) or not _name_word(scene, name):
            break
        last = name
        while last < len(scene.tokens) and _name_word(scene, last):
            last += 1
        link = "purpose_links"
    return last


def _known(scene: Scene, first: int, last: int) -> bool:
    """Whether a list knows the name, or a part of it that is more than its first word for a country."""
    bodies = any(hit.first < last and first < hit.last for hit in scene.bodies)
    return bodies or any(m.first < last and first < m.last and not m.nation for m in scene.actors)


def name_beside_kind(scene: Scene, start: int) -> tuple[int, int] | None:
    """The name of a body behind a word for its kind, "the news agency Tarska": its first token, and the one behind."""
    kind = start
    while kind - start < _KIND and not scene.is_a("body_kinds", kind) and scene.lower(kind).islower():
        if kind >= len(scene.tokens) or scene.tokens[kind].capital or not scene.is_a("before_kinds", kind):
            return None
        kind += 1
    if not scene.is_a("body_kinds", kind):
        return None
    last = kind + 1
    while last < len(scene.tokens) and _name_word(scene, last) and last not in scene.in_days:
        last += 1
    return (kind + 1, last) if 0 < last - kind - 1 <= _NAME and not _known(scene, kind + 1, last) else None


def name_before_kind(scene: Scene, kind: int, last: int) -> int | None:
    """The first token of a body's name before its kind, of two words or more, "Tarsk Today activist group", but for a
    paper's: "the Courier newspaper"."""
    if not any(scene.is_a("body_kinds", p) for p in range(kind, last)):
        return None
    first = kind
    while first > 0 and _name_word(scene, first - 1) and not _no_name(scene, first - 1):
        first -= 1
    name = range(first, kind)
    told = any(scene.lists.countries.by_adjective(scene.tokens[p].text) for p in name)
    least = 1 if any(scene.is_a("media_kinds", p) for p in range(kind, last)) else 2
    return first if least <= len(name) <= _NAME and not told and not _known(scene, first, kind) else None


def past_initials(scene: Scene, start: int) -> int | None:
    """The token behind initials that name a body: "the TCR said"; none in a line of capitals."""
    token = scene.tokens[start]
    if _INITIALS.fullmatch(token.text) is None or _known(scene, start, start + 1) or start in scene.in_days:
        return None
    beside = [p for p in (start - 1, start + 1) if 0 <= p < len(scene.tokens) and len(scene.tokens[p].text) > 1]
    shouted = any(scene.tokens[p].text.isupper() and scene.tokens[p].text.isalpha() for p in beside)
    country = scene.lists.countries.named(token.text) or scene.lists.countries.by_adjective(token.text)
    return None if shouted or country is not None or scene.is_a("no_person", start) else start + 1


def by_initials(scene: Scene, start: int) -> str:
    """The full name that a report told before for initials, "the Tarsk Centre for Rights (TCR)", else these."""
    initials = scene.tokens[start].text
    letters = "".join(rf"{letter}[\w’'-]+ (?:(?:of|for|and|the|on|in) )*" for letter in initials if letter.isalpha())
    told = re.search(rf"\b({letters.removesuffix(' (?:(?:of|for|and|the|on|in) )*')}) \({initials}\)", scene.text)
    return initials if told is None else told[1]

"""Bodies that no list knows, told by a word of their kind: "the Tarsk Centre for Human Rights"."""

from recount.extract.scene import Scene

# A name longer than this many words is two names, or a headline.
_LONGEST = 10


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
    if not (_name_word(scene, start) and not scene.is_a("opening", start) and not _based(scene, start)):
        return False
    before = start - 1
    return before < 0 or not _name_word(scene, before) or scene.is_a("opening", before) or _based(scene, before)


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

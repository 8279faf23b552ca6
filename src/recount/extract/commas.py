"""Names of places told one after the other, whose commas a report has lost."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.mentions import PlaceMention, is_known, mention
from recount.extract.scene import Scene
from recount.language.folding import ALIKE
from recount.model import Span

# A name without its commas is parted into names of at most so many words.
LONGEST = 4
# So many words make a run that is announced as several places surely more than one of them.
_SEVERAL = 3
# An unknown "Tariq al-Bab" is a likelier name than an unknown word before a known al-Bab.
_WITH_ARTICLE = 105.0


def split_names(scene: Scene, first: int, last: int) -> list[PlaceMention]:
    """A run without its commas as names that the gazetteer knows, longest first, and what stands between these."""
    pieces: list[PlaceMention] = []
    unknown = first
    while first < last:
        ends = range(min(last, first + LONGEST), first, -1)
        piece = next((p for end in ends if is_known(p := mention(scene, first, end))), None)
        piece = piece or (_owner(scene, first) if first + 1 < last else None)
        if piece is None:
            first += 1
            continue
        pieces += _left_over(scene, unknown, first)
        pieces.append(piece)
        first = unknown = piece.last
    return [*pieces, *_left_over(scene, unknown, last)] if pieces else []


def _owner(scene: Scene, position: int) -> PlaceMention | None:
    """The known place that a word names which has lost its apostrophe: the first of "Aleppos Kallaseh"."""
    place, written = mention(scene, position, position + 1), scene.tokens[position].text
    if not written.endswith("s") or written[:-1] not in scene.lists.places:
        return None
    known = tuple(scene.lists.places.find(written[:-1]))
    return replace(place, name=written[:-1], span=Span(place.span.start, place.span.end - 1), known=known)


def part_names(scene: Scene, first: int, last: int, start: int) -> list[PlaceMention]:
    """A long run that is announced as several places ("the towns of …"), or one of nothing but names with an article.

    The list that the run goes on with begins at the token `start`.
    None of either where the sentence still has its commas. Names are taken that are spelled closest to known ones.
    """
    if any(token.text == "," for token in scene.tokens) or last - first < 2:
        return []
    if all(has_article(scene, p) for p in range(first, last)):
        return [mention(scene, p, p + 1) for p in range(first, last)]
    if last - first < _SEVERAL or not _announced(scene, start):
        return []
    return [mention(scene, one, other) for one, other in _closest(scene, first, last)]


def has_article(scene: Scene, position: int) -> bool:
    """Whether a word of a name begins with an article: "al-Bab"."""
    return scene.lower(position).startswith(("al-", "el-"))


def _announced(scene: Scene, first: int) -> bool:
    return scene.lower(first - 1) == "of" and scene.is_a("plural_kinds", first - 2)


def _closest(scene: Scene, first: int, last: int) -> Sequence[tuple[int, int]]:
    """The cuts of a run by which its words lie closest to known names; unknown words stay together."""
    best: list[tuple[float, Sequence[tuple[int, int]]]] = [(0.0, ())]
    for end in range(first + 1, last + 1):
        ways = []
        for start in range(max(first, end - LONGEST), end):
            score, cuts = best[start - first]
            ways.append((score + _likely(scene, start, end), (*cuts, (start, end))))
        best.append(max(ways, key=lambda way: (way[0], -len(way[1]))))
    return best[-1][1]


def _likely(scene: Scene, first: int, last: int) -> float:
    """How likely some words are a name: how closely they are spelled like a known one, for each word.

    More words behind an article, or a third word, make a close spelling no likelier: they may be the next name.
    """
    found = scene.lists.places.candidates(mention(scene, first, last).name)
    close = found[0].alike if found else 0.0
    if close >= ALIKE:
        longest = LONGEST if close == 100.0 else 1 if has_article(scene, first) else 2
        return (2 * close - 100.0) * min(longest, last - first)
    return _WITH_ARTICLE if last - first == 2 and has_article(scene, last - 1) else 0.0


def _left_over(scene: Scene, first: int, last: int) -> list[PlaceMention]:
    only_kinds = all(scene.is_a("place_kinds", p) for p in range(first, last))
    return [] if only_kinds or not is_plausible(scene, first) else [mention(scene, first, last)]


def is_plausible(scene: Scene, first: int) -> bool:
    """Whether an unknown name can be a place: no lone initials, office or person's title stand first."""
    ends = first + 1 >= len(scene.tokens) or not scene.tokens[first + 1].capital
    short = len(scene.tokens[first].text) < 3 and ends and not scene.is_a("inside_names", first)
    return not short and not scene.is_a("no_place", first)

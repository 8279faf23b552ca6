"""Marking never changes a text, and every claim is marked exactly where its quote is."""

from hypothesis import given
from hypothesis import strategies as st

from recount.model import Claim, Event, Mark, Span, Text, Zone, ZoneKind
from recount.web.show.marking import Block, Piece, Run, mark, runs

CONTENT = "Two died. Three were hurt in the raid, said the monitor."


def _claim(start: int, end: int, *marks: tuple[str, int, int]) -> Claim:
    fields = tuple(Mark(field, Span(first, last)) for field, first, last in marks)
    return Claim("r", Span(start, start + 1), Span(start, end), "", Event.ATTACK, marks=fields)


def _text(*zones: tuple[int, int]) -> Text:
    made = tuple(Zone(ZoneKind.BODY, Span(start, end)) for start, end in zones)
    return Text(CONTENT, "h", "1", made)


def _words(run: Run) -> str:
    return "".join(piece.words for piece in run.pieces)


def _claims_at(blocks: tuple[Block, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in blocks:
        for run in block.runs:
            for place in run.claims:
                found[place] = found.get(place, "") + _words(run)
    return found


SPANS = st.tuples(st.integers(0, len(CONTENT)), st.integers(0, len(CONTENT))).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=4))
def test_the_text_stays_and_each_claim_is_marked_whole(quotes: list[list[int]], fields: list[list[int]]) -> None:
    marks = [("when", start, end) for start, end in fields]
    claims = [_claim(start, end, *marks) for start, end in quotes]
    blocks = mark(_text((0, len(CONTENT))), claims)
    assert "".join(_words(run) for block in blocks for run in block.runs) == CONTENT
    assert _claims_at(blocks) == {place: CONTENT[start:end] for place, (start, end) in enumerate(quotes)}


@given(st.lists(SPANS, max_size=8))
def test_each_claim_starts_once(quotes: list[list[int]]) -> None:
    blocks = mark(_text((0, 9), (10, len(CONTENT))), [_claim(start, end) for start, end in quotes])
    starts = [place for block in blocks for run in block.runs for place in run.starts]
    assert sorted(starts) == sorted(_claims_at(blocks))


def test_the_shortest_of_nested_claims_comes_first() -> None:
    cut = runs(CONTENT, Span(0, len(CONTENT)), [_claim(10, 37), _claim(10, 25)])
    assert [(_words(run), run.claims) for run in cut][1] == ("Three were hurt", (1, 0))


def test_overlapping_claims_are_cut_where_they_meet() -> None:
    cut = runs(CONTENT, Span(0, 25), [_claim(0, 15), _claim(10, 25)])
    assert [(_words(run), run.claims, run.starts) for run in cut] == [
        ("Two died. ", (0,), (0,)),
        ("Three", (0, 1), (1,)),
        (" were hurt", (1,), ()),
    ]


def test_fields_are_marked_within_their_claim_only() -> None:
    cut = runs(CONTENT, Span(0, 25), [_claim(10, 25, ("counts", 10, 15), ("when", 0, 3))])
    assert cut[0].pieces == (Piece("Two died. "),)
    assert cut[1].pieces == (Piece("Three", ("counts",)), Piece(" were hurt"))


def test_a_text_without_zones_is_one_story() -> None:
    blocks = mark(_text(), [])
    assert [(block.kind, _words(block.runs[0])) for block in blocks] == [(ZoneKind.BODY, CONTENT)]


def test_a_claim_outside_the_text_is_left_out() -> None:
    assert _claims_at(mark(_text((0, 9)), [_claim(900, 910)])) == {}

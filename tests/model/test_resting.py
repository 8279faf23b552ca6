from datetime import date

from recount.model import (
    Byline,
    Carried,
    Claim,
    DayFrom,
    Event,
    Published,
    Source,
    SourceKind,
    Span,
    first_told,
    origins_of,
    rests_on,
)


def line(id: str, day: int, *carried: Carried, copy_of: str | None = None) -> Byline:
    published = Published(date(2041, 5, day), DayFrom.TOLD)
    return Byline(id, f"Outlet of {id}", None, published, copy_of, carried)


def claim(start: int, end: int, *sources: Source) -> Claim:
    chains = (sources,) if sources else ()
    return Claim("later", Span(start, start + 2), Span(start, end), "words", Event.ATTACK, chains=chains)


def test_a_claim_in_a_carried_passage_rests_on_the_outlet_that_had_it_first() -> None:
    bylines = {"first": line("first", 1), "later": line("later", 4, Carried(Span(100, 200), "first"))}

    assert origins_of(claim(110, 150), bylines) == ("Outlet of first",)
    assert origins_of(claim(300, 350), bylines) == ("Outlet of later",)
    assert first_told(claim(110, 150), bylines).id == "first"


def test_a_source_that_the_claim_names_stays_its_origin() -> None:
    bylines = {"first": line("first", 1), "later": line("later", 4, Carried(Span(100, 200), "first"))}
    monitor = Source("Veldanian Rights Monitor", SourceKind.BODY, Span(120, 130))

    assert origins_of(claim(110, 150, monitor), bylines) == ("Veldanian Rights Monitor",)


def test_a_changed_figure_rests_on_the_first_and_is_told_anew() -> None:
    passage = Carried(Span(100, 200), "first", (Span(112, 114),))
    bylines = {"first": line("first", 1), "later": line("later", 4, passage)}

    assert rests_on(claim(110, 150), bylines).id == "first"
    assert first_told(claim(110, 150), bylines).id == "later"
    assert first_told(claim(160, 190), bylines).id == "first"


def test_a_quote_that_mostly_stands_outside_is_not_carried() -> None:
    bylines = {"first": line("first", 1), "later": line("later", 4, Carried(Span(100, 200), "first"))}

    assert rests_on(claim(150, 300), bylines).id == "later"


def test_a_passage_of_a_copy_rests_on_the_report_that_was_copied() -> None:
    bylines = {
        "wire": line("wire", 1),
        "first": line("first", 2, copy_of="wire"),
        "later": line("later", 4, Carried(Span(100, 200), "first")),
    }

    assert origins_of(claim(110, 150), bylines) == ("Outlet of wire",)


def test_a_passage_of_a_report_that_is_gone_rests_on_nobody_else() -> None:
    bylines = {"later": line("later", 4, Carried(Span(100, 200), "removed"))}

    assert origins_of(claim(110, 150), bylines) == ("Outlet of later",)

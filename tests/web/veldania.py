"""An invented set of reports and incidents in Veldania, small enough to read, with every case the desk must show."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from recount.model import (
    Assertion,
    Chain,
    Claim,
    Count,
    CountedIncident,
    DayFrom,
    Days,
    Doubt,
    Event,
    Figure,
    Group,
    Incident,
    Issue,
    IssueKind,
    Location,
    Mark,
    Outcome,
    Place,
    Precision,
    Published,
    Reason,
    Report,
    Scope,
    Source,
    SourceKind,
    Span,
    Standing,
    Text,
    Toll,
    Vague,
    When,
    Zone,
    ZoneKind,
)
from recount.store.shapes import StoredIncident, StoredReport, Version
from tests.web.fake_record import FakeRecord, row

NOWHERE = Span(0, 1)
MONITOR = Source("Veldanian Rights Monitor", SourceKind.BODY, NOWHERE)
LAMPS = Source("Blue Lamps", SourceKind.BODY, NOWHERE)
AGENCY = Source("Norvane Press", SourceKind.BODY, NOWHERE)
MEDIC = Source("a medic", SourceKind.UNNAMED, NOWHERE, role="medic")
TELEVISION = Source("Veldanian state television", SourceKind.BODY, NOWHERE)

BRUNNOTH = Location("Brunnoth", 44.32, 21.61, Precision.TOWN, "Veldania", "Northmark", "Pellimar")
OSTERVANE = Location("Ostervane", 43.71, 22.40, Precision.TOWN, "Veldania", "Askerdale", "Ulmery")
KARROWA = Location("Karrowa", 43.88, 21.32, Precision.TOWN, "Veldania", "Askerdale", "Ghelt")
PELLIMAR = Location("Pellimar", 44.40, 21.42, Precision.ADMIN2, "Veldania", "Northmark", "Pellimar")


@dataclass(frozen=True)
class Shape:
    """An outline as the desk needs it."""

    name: str
    level: int
    country: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


def _box(name: str, level: int, west: float, south: float, east: float, north: float) -> Shape:
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Shape(name, level, "Veldania", (ring,))


OUTLINES = (
    _box("Veldania", 0, 20.9, 43.4, 22.9, 44.7),
    _box("Northmark", 1, 20.9, 44.1, 22.9, 44.7),
    _box("Askerdale", 1, 20.9, 43.4, 22.9, 44.1),
    _box("Pellimar", 2, 20.9, 44.1, 21.9, 44.7),
    _box("Ulmery", 2, 21.9, 43.4, 22.9, 44.1),
    _box("Ghelt", 2, 20.9, 43.4, 21.9, 44.1),
)


def text_of(*zones: tuple[ZoneKind, str]) -> Text:
    """A text from its zones, with a blank line between them."""
    made, at = [], 0
    for kind, words in zones:
        made.append(Zone(kind, Span(at, at + len(words))))
        at += len(words) + 2
    return Text("\n\n".join(words for _, words in zones), "0" * 64, "1", tuple(made))


def told(report: str, text: Text, quote: str, figure: str, event: Event = Event.AIR_STRIKE) -> Claim:
    """A claim whose quote and figure are found in its text; the rest is put in with `replace`."""
    start = text.content.index(quote)
    at = start + quote.index(figure)
    anchor = Span(at, at + len(figure))
    return Claim(report, anchor, Span(start, start + len(quote)), quote, event, marks=(Mark("counts", anchor),))


def place(name: str, location: Location | None, precision: Precision | None = None) -> Place:
    kind = precision if precision is not None or location is None else location.precision
    return Place(name, NOWHERE, kind, location, country="Veldania")


def killed(
    low: int | None, high: int | None = None, *, vague: Vague | None = None, part_of: int | None = None
) -> Count:
    group = None if part_of is None else Group.CHILD
    return Count(Outcome.KILLED, NOWHERE, Standing.CIVILIAN, group, low=low, high=high, vague=vague, part_of=part_of)


def held(
    id: str, text: Text | None, claims: tuple[Claim, ...], title: str | None, outlet: str | None, **more: object
) -> StoredReport:
    """A stored report with one version."""
    known = Published(date(2031, 4, 11), DayFrom.TOLD)
    address = f"https://news.example/{len(id)}"
    report = Report(id, b"", title=title, outlet=outlet, published=known, address=address)
    version = Version(1, "ab" * 32, "cd" * 32, datetime(2031, 5, 1, tzinfo=UTC))
    stored = StoredReport(report, text, claims, (), (version,), None, (), {})
    return replace(stored, **more)  # type: ignore[arg-type]


def figures(outcome: Outcome, *rows: tuple[str, int | None, int | None, Claim]) -> Toll:
    """A toll under the rule `range`: the least and the most that any origin claims."""
    made = tuple(
        Figure(origin, outcome, "civilian", low, high, False, None, claim.id, False)
        for origin, low, high, claim in rows
    )
    lows, highs = [told.low for told in made if told.low is not None], [told.high for told in made]
    bounds = {(told.low, told.high) for told in made}
    best = made[0].low if len(bounds) == 1 and made[0].low == made[0].high else None
    most = None if None in highs else max(high for high in highs if high is not None)
    return Toll(outcome, min(lows, default=None), best, most, "range", made)


def within(first: date, last: date | None = None) -> When:
    return When.within(Days(first, last or first))


COURIER_TEXT = text_of(
    (ZoneKind.FURNITURE, "Subscribe to our letter"),
    (ZoneKind.HEADLINE, "Strike on a school in Brunnoth kills 20"),
    (ZoneKind.DATELINE, "April 11, 2031 at 2:18 pm"),
    (ZoneKind.CAPTION, "Smoke over Brunnoth on 10 April [Valley Courier]"),
    (
        ZoneKind.BODY,
        "An air strike on a school in Brunnoth killed 20 people yesterday, 16 of whom were children, a medic told "
        "the Veldanian Rights Monitor.\nAt least 35 others were wounded, the monitor said.",
    ),
    (
        ZoneKind.BODY,
        "Since early February more than 300 civilians have been killed in the north, it added. "
        "Shelling near Karrowa on Wednesday killed dozens, according to Blue Lamps.",
    ),
    (ZoneKind.FURNITURE, "Read: Talks to resume in May"),
)
COURIER = "valley-courier/2031-04-11"
NORVANE = "norvane-brunnoth"
COPY = "morning-sheet"
STATE = "state-broadcast"
EVIL = '"><script>alert(1)</script>/../x?y=1#z'
RIGHT_TO_LEFT = "rtl"


def record() -> FakeRecord:
    """The whole set, without the hostile report."""
    made = FakeRecord()
    made.stored = [_school_incident(_school()), _shelling(), _evil(), _district(), _unplaced()]
    made.running, made.loose = [_running()], [_projected()]
    made.held = _reports()
    _put_claims_into_reports(made)
    made.trouble = [
        Issue(IssueKind.BINARY, "photo.bin", "It holds no text. Leave it out.", fatal=True),
        Issue(IssueKind.DAY, COPY, "The day could not be told apart from a month."),
    ]
    return made


def _put_claims_into_reports(made: FakeRecord) -> None:
    parts = {claim.id: (claim, stored) for stored in made.stored for claim in _told_in(stored)}
    claims = {**{claim.id: claim for claim in (*made.running, *made.loose)}, **{id: c for id, (c, _) in parts.items()}}
    for id, report in made.held.items():
        own = tuple(sorted((c for c in claims.values() if c.report == id), key=lambda claim: claim.key))
        links = {claim.id: parts[claim.id][1].counted.incident.id for claim in own if claim.id in parts}
        made.held[id] = replace(report, claims=own, incidents=links)
    rows = {id: row(report) for id, report in made.held.items()}
    made.stored = [
        replace(
            stored, reports={claim.report: rows[claim.report] for claim in _told_in(stored) if claim.report in rows}
        )
        for stored in made.stored
    ]


def _told_in(stored: StoredIncident) -> tuple[Claim, ...]:
    return (*stored.counted.incident.claims, *stored.counted.incident.denials)


def _school() -> tuple[Claim, ...]:
    where = (place("Brunnoth", BRUNNOTH),)
    chain: Chain = (MEDIC, MONITOR)
    day = within(date(2031, 4, 10))
    first = told(
        COURIER,
        COURIER_TEXT,
        "An air strike on a school in Brunnoth killed 20 people yesterday, 16 of whom were children",
        "20",
    )
    injured = Count(Outcome.INJURED, NOWHERE, low=35)
    return (
        replace(
            first,
            when=day,
            where=where,
            by=("Marrovia",),
            doubts=frozenset({Doubt.ACTOR}),
            target=("school",),
            counts=(killed(20, 20), killed(16, 16, part_of=0)),
            chains=(chain,),
        ),
        replace(
            told(COURIER, COURIER_TEXT, "At least 35 others were wounded", "35"),
            when=day,
            where=where,
            counts=(injured,),
            chains=((MONITOR,),),
        ),
        replace(
            told(NORVANE, NORVANE_TEXT, "at least 23 people died", "23"),
            when=within(date(2031, 4, 9), date(2031, 4, 15)),
            where=where,
            by=("Marrovia",),
            counts=(killed(23),),
            chains=((LAMPS,),),
        ),
        replace(
            told(COPY, NORVANE_TEXT, "at least 23 people died", "23"),
            when=within(date(2031, 4, 9), date(2031, 4, 15)),
            where=where,
            by=("Marrovia",),
            counts=(killed(23),),
            chains=((LAMPS, AGENCY),),
        ),
    )


NORVANE_TEXT = text_of(
    (ZoneKind.HEADLINE, "Rescuers count their dead"),
    (
        ZoneKind.BODY,
        "Blue Lamps said that at least 23 people died in a strike on Brunnoth last week. Marrovia denied it.",
    ),
)


def _school_incident(claims: tuple[Claim, ...]) -> StoredIncident:
    first, wounded, norvane, _ = claims
    denial = replace(
        told(STATE, STATE_TEXT, "its air force had not flown over Brunnoth", "flown"),
        assertion=Assertion.DENIED,
        chains=((TELEVISION,),),
        where=first.where,
    )
    toll = figures(Outcome.KILLED, ("Veldanian Rights Monitor", 20, 20, first), ("Blue Lamps", 23, None, norvane))
    part = Figure("Veldanian Rights Monitor", Outcome.KILLED, "child", 16, 16, False, None, first.id, True)
    toll = replace(toll, figures=(toll.figures[0], part, *toll.figures[1:]))
    hurt = figures(Outcome.INJURED, ("Veldanian Rights Monitor", 35, None, wounded))
    told_of = Incident(
        first.id,
        claims,
        Event.AIR_STRIKE,
        within(date(2031, 4, 10)),
        first.where,
        (denial,),
        ("Veldanian Rights Monitor", "Blue Lamps"),
        (
            Reason(
                first.id,
                norvane.id,
                0.91,
                ("both in Brunnoth", "10 April lies within 9–15 April", "same kind of event"),
            ),
        ),
        (f"{COURIER}@district",),
    )
    return StoredIncident(CountedIncident(told_of, (toll, hurt), ("an-older-id",)), {})


STATE_TEXT = text_of(
    (ZoneKind.BODY, "Marrovia said on state television that its air force had not flown over Brunnoth."),
)


def _running() -> Claim:
    quote = "Since early February more than 300 civilians have been killed in the north"
    return replace(
        told(COURIER, COURIER_TEXT, quote, "300", Event.VIOLENCE),
        scope=Scope.PERIOD,
        when=When(Days(date(2031, 2, 1), date(2031, 2, 10)), Days.on(date(2031, 4, 11))),
        within="Northmark",
        counts=(killed(300),),
        chains=((MONITOR,),),
    )


def _projected() -> Claim:
    return replace(
        told(STATE, STATE_TEXT, "air force", "air"),
        assertion=Assertion.PROJECTED,
        counts=(Count(Outcome.DISPLACED, NOWHERE, low=None, high=6500),),
    )


def _reports() -> dict[str, StoredReport]:
    arabic = text_of((ZoneKind.BODY, "قال المرصد إن ثلاثة أشخاص أصيبوا."))
    empty = Issue(IssueKind.EMPTY, "empty", "It is empty.", True)
    made = (
        held(COURIER, COURIER_TEXT, (), "Strike on a school in Brunnoth kills 20", "Valley Courier"),
        held(NORVANE, NORVANE_TEXT, (), "Rescuers count their dead", "Norvane Press", copies=(COPY,)),
        held(COPY, NORVANE_TEXT, (), "Rescuers count their dead", "Morning Sheet", copy_of=NORVANE),
        held(STATE, STATE_TEXT, (), None, "Veldanian state television"),
        held("empty", None, (), None, None, issues=(empty,)),
        held(RIGHT_TO_LEFT, arabic, (), "تقرير المرصد", "المرصد"),
    )
    return {report.report.id: report for report in made}


def _shelling() -> StoredIncident:
    quote = "Shelling near Karrowa on Wednesday killed dozens"
    claim = replace(
        told(COURIER, COURIER_TEXT, quote, "dozens", Event.SHELLING),
        when=within(date(2031, 4, 9)),
        where=(place("Karrowa", KARROWA, Precision.NEAR),),
        counts=(killed(None, vague=Vague.DOZENS),),
        chains=((LAMPS,),),
        doubts=frozenset({Doubt.EVENT}),
    )
    dozens = Figure("Blue Lamps", Outcome.KILLED, "civilian", None, None, False, "dozens", claim.id, False)
    toll = Toll(Outcome.KILLED, None, None, None, "range", (dozens,))
    incident = Incident(claim.id, (claim,), Event.SHELLING, claim.when, claim.where, origins=("Blue Lamps",))
    return StoredIncident(CountedIncident(incident, (toll,)), {})


EVIL_TEXT = text_of(
    (ZoneKind.HEADLINE, "<script>alert('title')</script>"),
    (ZoneKind.BODY, "An <img src=x onerror=alert(2)> & 4 <b>soldiers</b> were killed in Ostervane."),
)


def _evil() -> StoredIncident:
    """What a hostile page could put into every field that is shown."""
    nasty = Source("<svg onload=alert(3)>", SourceKind.BODY, NOWHERE, role="<i>role</i>")
    claim = replace(
        told(EVIL, EVIL_TEXT, "An <img src=x onerror=alert(2)> & 4 <b>soldiers</b> were killed", "4"),
        where=(place("<u>Ostervane</u>", OSTERVANE),),
        by=("'\"><script>alert(4)</script>",),
        counts=(killed(4, 4),),
        chains=((nasty,),),
        weapon="<em>gun</em>",
    )
    toll = figures(Outcome.KILLED, ("<svg onload=alert(3)>", 4, 4, claim))
    incident = Incident(claim.id, (claim,), Event.ATTACK, None, claim.where, origins=("<svg onload=alert(3)>",))
    return StoredIncident(CountedIncident(incident, (toll,)), {})


def add_evil(made: FakeRecord) -> FakeRecord:
    """Puts in the hostile report itself, with an address that must never become a link."""
    report = held(EVIL, EVIL_TEXT, (), "<script>alert('title')</script>", "<b>Outlet</b>")
    made.held[EVIL] = replace(report, report=replace(report.report, address="javascript:alert(5)"))
    _put_claims_into_reports(made)
    return made


def _district() -> StoredIncident:
    where = (place("Pellimar", PELLIMAR),)
    claim = replace(
        told(COURIER, COURIER_TEXT, "more than 300 civilians have been killed", "civilians", Event.ARMED_CLASH),
        when=within(date(2031, 4, 1), date(2031, 4, 30)),
        where=where,
        counts=(killed(3, 7),),
    )
    toll = figures(Outcome.KILLED, ("Valley Courier", 3, 7, claim))
    incident = Incident(
        f"{COURIER}@district", (claim,), Event.ARMED_CLASH, claim.when, where, origins=("Valley Courier",)
    )
    return StoredIncident(CountedIncident(incident, (toll,)), {})


def _unplaced() -> StoredIncident:
    candidates = (BRUNNOTH, OSTERVANE)
    where = (Place("New Ferry", NOWHERE, Precision.TOWN, None, candidates, "Veldania"),)
    claim = replace(told(COURIER, COURIER_TEXT, "Smoke over Brunnoth", "Smoke"), where=where)
    incident = Incident(f"{COURIER}@unplaced", (claim,), Event.SIEGE, None, where, origins=("Valley Courier",))
    return StoredIncident(CountedIncident(incident), {})


def crowd(many: int) -> FakeRecord:
    """So many incidents of one kind, for paging."""
    made = FakeRecord()
    base = _unplaced()
    for turn in range(many):
        incident = replace(base.counted.incident, id=f"crowd@{turn:04}")
        made.stored.append(replace(base, counted=CountedIncident(incident)))
    return made

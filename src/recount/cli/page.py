"""One incident as people read it in a terminal: figures side by side, who says so, every claim in its sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text as Styled

from recount.cli import telling
from recount.cli.screen import out, paragraph, shown, table
from recount.model import Account, Claim, NotFoundError
from recount.store import Record
from recount.store.shapes import ReportRow, StoredIncident
from recount.web.show import chains, days, figures, history, judging, places, tolls, voices
from recount.web.show.chains import Hop, Line, Teller
from recount.web.show.figures import several
from recount.web.show.labels import label
from recount.web.show.rows import incident_row, incident_title

_INDENT = 3


def print_incident(stored: StoredIncident, account: Account, record: Record) -> None:
    """Everything that the record holds of an incident, with the account of who tells what and when."""
    incident = stored.counted.incident
    _heading(incident_title(incident))
    for line in facts(stored):
        paragraph(line)
    print_figures(stored, _numbers(stored))
    for line in asked_by_policy(account):
        paragraph(line)
    print_voices(account, _numbers(stored))
    print_history(account, _numbers(stored))
    print_chains(stored)
    _heading("Claims")
    _print_claims(incident.claims, 1, stored, record)
    if incident.denials:
        _heading("Denials")
        _print_claims(incident.denials, len(incident.claims) + 1, stored, record)
    _print_reasons(stored)
    _print_judged(stored, record)


def facts(stored: StoredIncident) -> Iterator[str]:
    """When, where and under which id, in lines."""
    incident = stored.counted.incident
    yield f"when: {days.when_in_full(incident.when)}"
    for place in incident.where:
        told = places.line(place)
        point = "" if place.point is None else f", {place.point[0]:.4f} {place.point[1]:.4f}"
        within = f", in {told.within}" if told.within else ""
        yield f"where: {told.words} ({told.precision}{within}{point})"
        if place.location is None and place.candidates:
            meant = ("/".join(filter(None, (at.name, at.admin2, at.admin1))) for at in place.candidates)
            yield f"  one of: {'; '.join(meant)}"
    row = incident_row(stored)
    yield f"told by: {', '.join(map(several, (row.reports, row.outlets, row.origins), ('report', 'outlet', 'origin')))}"
    yield f"id: {incident.id}"
    if stored.counted.aliases:
        yield f"former ids: {', '.join(stored.counted.aliases)}"
    if incident.could_be:
        yield f"may be the same as: {', '.join(incident.could_be)}"


def print_figures(stored: StoredIncident, numbers: Mapping[str, int]) -> None:
    """What each origin says of each outcome, and the tolls under the policy; `numbers` says which claim is which."""
    made = tolls.table(stored.counted.tolls, numbers)
    if made is None:
        return
    _heading("Figures")
    rows = [(row.origin, *(_entries(cell) for cell in row.cells)) for row in made.rows]
    for name, bounds in (("min", "low"), ("best", "best"), ("max", "high")):
        rows.append((f"{name} ({made.policy})", *(getattr(column, bounds) for column in made.columns)))
    table(("who says so", *(column.outcome for column in made.columns)), rows)


def asked_by_policy(account: Account) -> Iterator[str]:
    """What a policy asks for beside its bounds, in lines."""
    for outcome in account.provisional:
        yield f"provisional: too few independent origins tell of {label('outcome', outcome)}"
    for one in account.classes:
        happened = label("outcome", one.figures[0].outcome)
        yield f"by class: {happened}: {figures.people(one.who)} {figures.bounds(one.min, one.max)}"
    if account.grade is not None:
        yield f"first grade, for a person to judge: {account.grade}"


def print_voices(account: Account, numbers: Mapping[str, int]) -> None:
    """What the sources of each kind and side say, deny, or give no figure of."""
    said = voices.words(account.voices, numbers)
    _heading("By kind and side")
    for word in said.rows:
        paragraph(voices.sentence(word, said.columns))


def print_history(account: Account, numbers: Mapping[str, int]) -> None:
    """Every figure in the order it was told; those that give the tolls have a star."""
    told = history.series(account.history, numbers)
    if sum(len(course.stages) for one in told for course in one.courses) < 2:
        return
    _heading("How the figures came about (* stands)")
    for one in told:
        paragraph(one.title)
        for course in one.courses:
            paragraph(history.line(course), _INDENT)


def print_chains(stored: StoredIncident) -> None:
    """How word reached the reports, by the origin on whose word it rests."""
    _heading("Who says so")
    for root in chains.roots(stored.counted.incident.claims, stored.rows):
        paragraph(root.origin)
        for line in root.lines:
            paragraph(way(line), _INDENT)


def way(line: Line) -> str:
    """One way from the event to reports, nearest to the event first."""
    told = Counter(map(_teller, line.tellers))
    tellers = ", ".join(outlet if many == 1 else f"{outlet} ({many} reports)" for outlet, many in told.items())
    return telling.ARROW.join((*map(_hop, line.hops), tellers))


def _teller(teller: Teller) -> str:
    words = teller.outlet
    if teller.copy_of is not None:
        words += f" (a copy of {teller.copy_of})"
    elif teller.carried_from is not None:
        words += f" (a passage of {teller.carried_from})"
    if teller.copies:
        words += f" (copied by {', '.join(copy.outlet for copy in teller.copies)})"
    return words


def _hop(hop: Hop) -> str:
    return hop.name if hop.kind is None else f"{hop.name} ({hop.kind})"


def _entries(cell: Sequence[tolls.Entry]) -> str:
    return "; ".join(
        f"{entry.words} {entry.who}{' (part)' if entry.part else ''}{f' [{entry.number}]' if entry.number else ''}"
        for entry in cell
    )


def _numbers(stored: StoredIncident) -> dict[str, int]:
    incident = stored.counted.incident
    return {claim.id: number for number, claim in enumerate((*incident.claims, *incident.denials), 1)}


def _print_claims(claims: Sequence[Claim], first: int, stored: StoredIncident, record: Record) -> None:
    for number, claim in enumerate(claims, first):
        print_claim(number, claim, stored.reports.get(claim.report), record)


def print_claim(number: int, claim: Claim, row: ReportRow | None, record: Record) -> None:
    """One claim in its sentence, with the fields that were read and the report that it stands in."""
    content = _content(claim, record)
    paragraph(Styled(f"{number}  {shown(telling.heading(claim))}", style="bold"))
    paragraph(claim.words if content is None else telling.marked(claim, content, not out().is_terminal), _INDENT)
    for quote in claim.repeats:
        paragraph(f"told again: “{quote.words}”", _INDENT)
    paragraph(" · ".join(f"{name}: {words}" for name, words in telling.fields(claim)), _INDENT)
    paragraph(report(claim, row), _INDENT)


def report(claim: Claim, row: ReportRow | None) -> str:
    """The report of a claim in one line."""
    if row is None:
        return f"in {claim.report}"
    published = None if row.published is None else days.day(row.published)
    copied = None if row.copy_of is None else f"a copy of {row.copy_of}"
    return "in " + " · ".join(part for part in (row.id, row.outlet, row.title, published, copied) if part is not None)


def _content(claim: Claim, record: Record) -> str | None:
    try:
        text = record.report(claim.report).text
    except NotFoundError:  # removed since the incident was read
        return None
    return text.content if text is not None and claim.quote.of(text.content) == claim.words else None


def _print_reasons(stored: StoredIncident) -> None:
    numbers = _numbers(stored)
    reasons = stored.counted.incident.reasons
    if reasons:
        _heading("Why they are put together")
    for reason in reasons:
        pair = f"{numbers.get(reason.first, reason.first)} and {numbers.get(reason.second, reason.second)}"
        paragraph(f"{pair}: {'; '.join(reason.words)} ({reason.score:.0%})")


def _print_judged(stored: StoredIncident, record: Record) -> None:
    incident = stored.counted.incident
    told = judging.history(record.judgements(), (*incident.claims, *incident.denials))
    if told:
        _heading("What people decided")
    for one in told:
        line = f"{one.id}: {one.what} {' and '.join(one.claims)} ({one.by}, {days.day(one.day)}): {one.because}"
        paragraph(line if one.withdrawn is None else f"{line}; {one.withdrawn}")


def _heading(words: str) -> None:
    paragraph(Styled(f"\n{shown(words)}", style="bold"))

"""Stories of an invented war, and what is known of them."""

from datetime import date

from recount.link.reuse import candidates, compare, earliest_first, sketch
from recount.model import Byline, DayFrom, Published, Report, Reuse, Sketch, Span, Text, Zone, ZoneKind

MARKET = (
    "Two shells hit the grain market of Orvel shortly before noon on Monday and killed at least 12 people, "
    "the district hospital said in a statement that named no side."
)
BRIDGE = (
    "Engineers in the river town of Passendale have meanwhile begun to repair the older of its two bridges, which was "
    "blown up by retreating soldiers in the first winter of the war."
)
TALKS = (
    "Delegates of both sides are to meet in the lakeside hotel of Immer next week to speak about prisoners, mines and "
    "the return of those who fled from the upper valleys."
)
SCHOOL = (
    "Teachers of the village of Hasken counted 31 empty desks when the school opened again after the longest of the "
    "three sieges that the northern hills have seen."
)
MENU = "Subscribe to our letter from the front and get all of our stories from the valleys in your box every morning"


class Press:
    """Reports that were cleaned, by id."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.texts: dict[str, Text] = {}

    def prints(
        self, id: str, *paragraphs: str, day: int | None = None, outlet: str | None = None, dateline: str = ""
    ) -> "Press":
        """Another report, with each paragraph as a zone of its body and the same menu below them all."""
        told = [(ZoneKind.DATELINE, dateline)] if dateline else []
        told += [*((ZoneKind.BODY, paragraph) for paragraph in paragraphs), (ZoneKind.FURNITURE, MENU)]
        zones, content = [], ""
        for kind, words in told:
            zones.append(Zone(kind, Span(len(content), len(content) + len(words))))
            content += f"{words}\n\n"
        published = None if day is None else Published(date(2041, 5, day), DayFrom.TOLD)
        self.reports[id] = Report(id, content.encode(), outlet=outlet, published=published)
        self.texts[id] = Text(content, f"hash of {id}", "test", tuple(zones))
        return self

    @property
    def bylines(self) -> dict[str, Byline]:
        """Who published each, and when."""
        return {id: Byline(id, told.outlet, told.title, told.published) for id, told in self.reports.items()}

    @property
    def sketches(self) -> dict[str, Sketch]:
        """What each is found by."""
        return {id: sketch(report, self.texts[id]) for id, report in self.reports.items()}

    @property
    def order(self) -> list[str]:
        """The earliest first."""
        return earliest_first(self.bylines, self.sketches)

    def reuses(self) -> list[Reuse]:
        """All that any of them has of another."""
        return [
            compare((one, self.texts[one]), (other, self.texts[other]))
            for one, other in sorted(candidates(self.sketches, self.order))
        ]

    def words(self, reuse: Reuse) -> list[str]:
        """The passages as they stand in the later report."""
        return [passage.later.of(self.texts[reuse.later].content) for passage in reuse.passages]

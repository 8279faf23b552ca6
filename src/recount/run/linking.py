"""The claims of a record put together and counted: all of them, or those that a change reaches."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from recount.link import Judged, Linked, judged, keys_of, link, reach, together
from recount.link.reuse import METHOD
from recount.model import Byline, CountedIncident, Incident, Judgement, Toll
from recount.run.progress import SILENT, Progress
from recount.run.reusing import find_reuse, find_some_reuse
from recount.store import Record, Together
from recount.store.shapes import POLICY
from recount.tally import load_policies, tolls, tolls_under

LINKED = "linked"
"""The setting that says up to which change of the record its incidents are put together, and by which version."""
LINKER = "6"
"""The version of linking and counting. It rises whenever the same claims would give other incidents or tolls."""
VERSION = f"{LINKER}.{METHOD}"
"""What `LINKED` says of the version: that of linking and counting, and that of finding reuse."""
# Where more reports than this share were touched, linking all anew is no more work than finding what they reach.
_SHARE = 20


def relink(record: Record, progress: Progress = SILENT) -> None:
    """Put the claims together again that what changed since the last time reaches, and count them.

    The record is the one that linking all anew would make. That is done where the record does not tell what changed,
    as with the first reports, a report that was removed and a newer version of linking, and where too much did.
    """
    if is_linked(record):
        return
    progress.begin("Putting together", None)
    number = _link_some(record) or _link_all(record)
    record.put_linked(LINKED, f"{number} {VERSION}", number)


def is_linked(record: Record) -> bool:
    """Whether all claims of a record are put together, by this version of linking."""
    return record.setting(LINKED) == f"{record.changes()} {VERSION}"


def _link_all(record: Record) -> int:
    """Put all together; gives back up to which change."""
    number = record.changes()
    find_reuse(record)
    bylines = record.bylines()
    judgements = record.judgements()
    texts = record.texts(subject.report for one in judgements if one.stands for subject in one.subjects)
    linked = link(record.claims(), bylines, judgements, texts)
    counted = _counted(linked.incidents, bylines)
    claims = (claim for each in linked.incidents for claim in (*each.claims, *each.denials))
    keyed = ((claim.id, keys_of(claim)) for told in (claims, linked.apart) for claim in told)
    record.put_incidents(counted, linked.totals, linked.apart, linked.issues, keyed, further_tolls(bylines))
    return number


def _link_some(record: Record) -> int | None:
    """Put together what was touched since the last time reaches, as above; None where that is not known or too much."""
    touched = _touched(record)
    if touched is None or len(touched) * _SHARE > record.report_count():
        return None
    find_some_reuse(record, touched)
    # That touched more; what others touch from here on is for the next time.
    number = record.changes()
    judgements = [one for one in record.judgements() if one.stands]
    touched = _touched(record)
    if touched is None:
        return None
    # The issues of a judgement are told by all its subjects.
    touched = _with_subjects(touched, judgements)
    told = _judged(record, touched, judgements)
    now = [claim for claim in told.claims if claim.report in touched]
    before = record.linked_claims(touched)
    reached = reach(now, before, told.same, record)
    if reached is None:
        return None
    rest = [claim for claim in now if not keys_of(claim)]
    bylines = bylines_behind(record, {claim.report for claim in reached.claims})
    linked = together(replace(told, claims=(*reached.claims, *rest)), bylines, reached)
    ids = {claim.id for claim in (*reached.claims, *before)}
    gone, come = ([(claim.id, keys_of(claim)) for claim in claims] for claims in (before, now))
    record.put_some_incidents(_together(record, linked, bylines), ids, touched, gone, come)
    return number


def _touched(record: Record) -> AbstractSet[str] | None:
    """The reports that were touched since all was put together; None where that is not known."""
    number, _, version = (record.setting(LINKED) or "").partition(" ")
    return record.touched_since(int(number)) if version == VERSION else None


def _with_subjects(reports: AbstractSet[str], judgements: Iterable[Judgement]) -> AbstractSet[str]:
    subjects = [{subject.report for subject in one.subjects} for one in judgements]
    return {*reports, *(report for told in subjects if not told.isdisjoint(reports) for report in told)}


def _judged(record: Record, touched: AbstractSet[str], judgements: list[Judgement]) -> Judged:
    """The claims of reports that were touched, as people left them, and of all others that they judged."""
    subjects = {subject.report for one in judgements for subject in one.subjects}
    claims = sorted(record.claims_of(touched | subjects), key=lambda claim: claim.key)
    return judged(claims, judgements, record.texts(subjects))


def bylines_behind(record: Record, reports: AbstractSet[str]) -> dict[str, Byline]:
    """The bylines of some reports, and of those that they rest on."""
    found: dict[str, Byline] = {}
    asked = reports
    while asked:
        found |= record.bylines(asked)
        told = [found[id] for id in asked if id in found]
        asked = {one.report for byline in told for one in byline.carried} | {
            byline.copy_of for byline in told if byline.copy_of is not None
        }
        asked -= found.keys()
    return found


def _together(record: Record, linked: Linked, bylines: Mapping[str, Byline]) -> Together:
    aside = {incident.id: incident for incident in linked.beside}
    former = record.counted({incident.claims[0].id for incident in linked.beside})
    changed = [replace(one, incident=aside[one.incident.id]) for one in former if one.incident not in aside.values()]
    beside = bylines_behind(record, {claim.report for one in changed for claim in one.incident.claims})
    also = further_tolls({**beside, **bylines})
    return Together(_counted(linked.incidents, bylines), linked.totals, linked.apart, linked.issues, changed, also)


def _counted(incidents: Iterable[Incident], bylines: Mapping[str, Byline]) -> list[CountedIncident]:
    policy = load_policies()[POLICY]
    return [CountedIncident(incident, tolls(incident, policy, bylines)) for incident in incidents]


def further_tolls(bylines: Mapping[str, Byline]) -> Callable[[CountedIncident], tuple[Toll, ...]]:
    """What works out the tolls of an incident under all other packaged policies, by which the desk adds up too."""
    others = [policy for name, policy in load_policies().items() if name != POLICY]
    return lambda counted: tolls_under(counted.incident, others, bylines)

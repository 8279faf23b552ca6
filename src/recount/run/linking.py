"""The claims of a record put together and counted."""

from recount.link import link
from recount.model import CountedIncident
from recount.run.progress import SILENT, Progress
from recount.run.reusing import find_reuse
from recount.store import Record
from recount.tally import load_policies, tolls

LINKED = "linked"
"""The setting that says up to which change of the record its incidents are put together, and by which version."""
LINKER = "4"
"""The version of linking and counting. It rises whenever the same claims would give other incidents or tolls."""
POLICY = "range"


def relink(record: Record, progress: Progress = SILENT) -> None:
    """Put all claims together again and count them, where anything changed since that was last done."""
    state = f"{record.changes()} {LINKER}"
    if record.setting(LINKED) == state:
        return
    progress.begin("Putting together", None)
    find_reuse(record)
    bylines = record.bylines()
    judgements = record.judgements()
    texts = record.texts(subject.report for one in judgements if one.stands for subject in one.subjects)
    linked = link(record.claims(), bylines, judgements, texts)
    policy = load_policies()[POLICY]
    counted = [CountedIncident(incident, tolls(incident, policy, bylines)) for incident in linked.incidents]
    record.put_incidents(counted, linked.totals, linked.apart, linked.issues)
    record.put_setting(LINKED, state)

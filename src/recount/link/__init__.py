"""Claims and judgements to incidents: blocking, comparing, clustering.

Every comparison is a small function that gives points and says why in words; the points stand in weights.toml. Claims
are put together from the surest pair on, never against a contradiction, and a vague claim never joins two incidents.
"""

from recount.link.blocking import Key
from recount.link.judging import Judged, judged
from recount.link.linking import Linked, link, together
from recount.link.reaching import Reach, keys_of, reach

__all__ = ["Judged", "Key", "Linked", "Reach", "judged", "keys_of", "link", "reach", "together"]

"""Whether two claims may be of one place."""

from recount.knowledge.places import distance
from recount.language.folding import same_name
from recount.link.features import EXACT, Features, fineness, names_province
from recount.link.weighing import Evidence, veto, weigh
from recount.model import Location, Place, Precision

# A quarter or site lies at most so far from the point of its town, in kilometres.
_IN_TOWN_KM = 12.0
# Villages that one strike is told of under either name.
_NEAR_KM = 4.0
# "near X", and the point of a large village's outskirts.
_AROUND_KM = 15.0
# Beyond this, two exact places are never one, however badly a gazetteer puts its points.
_FAR_KM = 40.0
_AREAS = (Precision.ADMIN3, Precision.ADMIN2, Precision.ADMIN1, Precision.COUNTRY)
_FINE = (Precision.SITE, Precision.QUARTER)
_LOOSE = (Precision.NEAR, Precision.BETWEEN)


def places(one: Features, other: Features) -> Evidence | None:
    """The closest of all pairs of places that two claims tell; nothing where one tells none.

    Claims over several places agree where one place of each does.
    """
    pairs = [_compared(a, b) for a in one.claim.where for b in other.claim.where]
    return max(pairs, key=lambda evidence: evidence.points, default=None)


def spot(claim: Features) -> Location | None:
    """The exact place of a claim that tells just one: what lies far from it is elsewhere."""
    if len(claim.claim.where) != 1 or not claim.exact_places:
        return None
    return claim.exact_places[0].location


def far_apart(one: Location, other: Location) -> bool:
    """Whether two spots are never one."""
    return distance(one, other) >= _FAR_KM


def _compared(one: Place, other: Place) -> Evidence:
    if one.location is None or other.location is None:
        return _by_name(one, other)
    if one.location == other.location:
        return _same(one)
    kinds = {fineness(one), fineness(other)}
    if kinds & set(_AREAS):
        return _inside(one, other)
    evidence = _by_distance(one, other, distance(one.location, other.location))
    return _in_province(one, other) if evidence.points < 0 and _may_mean_province(one, other) else evidence


def _may_mean_province(one: Place, other: Place) -> bool:
    """Whether one is a chief town with its province's name, and the other lies in that province."""
    same = one.location and other.location and one.location.admin1 == other.location.admin1
    return bool(same) and names_province(one) != names_province(other)


def _in_province(one: Place, other: Place) -> Evidence:
    chief, narrow = (one, other) if names_province(one) else (other, one)
    return Evidence(0.0, f"{chief.name} may mean the province that {narrow.name} lies in")


def _by_name(one: Place, other: Place) -> Evidence:
    """Two places of which one is not located: one by their names, where these are alike."""
    if same_name(one.name, other.name):
        kind = "same_name_of_several" if one.candidates or other.candidates else "same_name"
        return weigh("places", kind, f"both name {one.name}")
    known = {at for at in (one.location, other.location) if at is not None}
    ours, theirs = set(one.candidates) | known, set(other.candidates) | known
    if ours & theirs and ours != theirs:
        return weigh("places", "candidates_in_common", f"{one.name} and {other.name} may be one place")
    areas = {fineness(one), fineness(other)} & set(_AREAS)
    if areas and (one.admin1 or other.admin1) is not None:
        return _inside(one, other)
    return (
        weigh("places", "neighbours", f"{one.name} and {other.name} are two names") if not areas else Evidence(0.0, "")
    )


def _same(place: Place) -> Evidence:
    kind = fineness(place)
    if names_province(place):
        return weigh("places", "same_chief_town", f"both in {place.name}")
    if kind in EXACT:
        return weigh("places", "same_spot", f"both in {place.name}")
    if kind in (Precision.ADMIN2, Precision.ADMIN3):
        return weigh("places", "same_district", f"both in {place.name}")
    if kind is Precision.ADMIN1:
        return weigh("places", "same_province", f"both in {place.name}")
    return Evidence(0.0, f"both in {place.name}")


def _inside(one: Place, other: Place) -> Evidence:
    """An area and what may lie in it, or two areas."""
    wide, narrow = sorted(
        (one, other), key=lambda place: _AREAS.index(fineness(place)) if fineness(place) in _AREAS else -1
    )[::-1]
    at, inner = wide.location, narrow.location
    if at is None or inner is None:
        return Evidence(0.0, "")
    lies_in = {name for name in (inner.admin2, inner.admin1, inner.country) if name is not None}
    if any(same_name(at.name, name) for name in lies_in):
        if at.precision is Precision.COUNTRY:
            return Evidence(0.0, f"{narrow.name} lies in {wide.name}")
        return weigh("places", "inside", f"{narrow.name} lies in {wide.name}")
    if at.precision is Precision.COUNTRY and at.name != inner.country:
        return veto(f"{narrow.name} does not lie in {wide.name}")
    if at.admin1 is not None and at.admin1 == inner.admin1 and distance(at, inner) < _FAR_KM:
        return Evidence(0.0, f"{narrow.name} may lie in {wide.name}")
    if distance(at, inner) < _FAR_KM:
        return weigh("places", "neighbours", f"{narrow.name} does not lie in {wide.name}")
    return veto(f"{narrow.name} lies elsewhere than {wide.name}")


def _by_distance(one: Place, other: Place, km: float) -> Evidence:
    kinds = (fineness(one), fineness(other))
    words = f"{one.name} and {other.name} lie {km:.0f} km apart"
    if km < _IN_TOWN_KM and any(kind in _FINE for kind in kinds) and Precision.TOWN in kinds:
        chief = names_province(one) or names_province(other)
        return weigh(
            "places",
            "quarter_of_chief_town" if chief else "quarter_of_town",
            f"{one.name} and {other.name} may be quarter and town",
        )
    if km < _NEAR_KM and not all(kind in _FINE for kind in kinds):
        return weigh("places", "near", words)
    if km < _AROUND_KM and any(kind in _LOOSE for kind in kinds):
        return weigh("places", "near", words)
    return weigh("places", "neighbours", words) if km < _FAR_KM else veto(words)

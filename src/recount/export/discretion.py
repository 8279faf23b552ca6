"""Incidents as they may leave the house: without names of private people and exact places of homes and camps."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.export.people import People
from recount.knowledge import Lists
from recount.model import Chain, Claim, CountedIncident, Incident, Place, Precision, Source, SourceKind

A_PERSON = "a named person"
A_PLACE = "[place left out]"
LONGEST = 200
"""Code points of a quote that go out: enough to find the sentence again, too few to be the report."""

# Where people sleep. Whoever else is told to have been there may be looked for there.
_SHELTERS = frozenset({"home", "camp"})
_CALLED = re.compile(r"[^\W\d_][\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What is replaced in quotes by what: full names everywhere, parts of names in the report that has them in full."""

    everywhere: Mapping[str, str]
    within: Mapping[str, Mapping[str, str]]


def discreet(incidents: Sequence[CountedIncident], lists: Lists) -> list[CountedIncident]:
    """The same incidents without what could lead to a person; who is unsure counts as private.

    A named person becomes what he or she is ("director") or "a named person", as a source and in every quote. Names
    in quotes that no list and no field of the incidents knows as anything else are left out too. A home or camp that
    is known exactly keeps what it lies in, and no point. Quotes are cut short.
    """
    hidden = _hidden(_sources(incidents))
    people = People(lists, _known(incidents))
    return [_discreet(counted, hidden, people) for counted in incidents]


def discreet_claims(claims: Iterable[Claim], lists: Lists) -> Sequence[Claim]:
    """Claims that are in no incident, by the rule for those of one."""
    told = tuple(claims)
    if not told:
        return ()
    [counted] = discreet([CountedIncident(Incident(told[0].id, told, told[0].event, None, ()))], lists)
    return counted.incident.claims


def names_left_out(words: str, claims: Iterable[Claim]) -> str:
    """Words of a report, such as its title, without the people whom its claims name as sources."""
    told = ((claim.report, source) for claim in claims for chain in claim.chains for source in chain)
    hidden = _hidden(told)
    named = dict(hidden.everywhere)
    for parts in hidden.within.values():
        named |= {part: stand_in for part, stand_in in parts.items() if part not in named}
    return _replaced(words, named)


def _discreet(counted: CountedIncident, hidden: _Hidden, people: People) -> CountedIncident:
    incident = counted.incident
    shelters = _shelters(incident)
    names = {place.name: A_PLACE for place in shelters}

    def claim(told: Claim) -> Claim:
        def said(words: str) -> str:
            known = people.left_out(_replaced(words, {**hidden.everywhere, **names}))
            # Parts of names come last: within the whole name of somebody else they would tell of the wrong person.
            return _short(_replaced(known, hidden.within.get(told.report, {})))

        return replace(
            told,
            words=said(told.words),
            repeats=tuple(replace(quote, words=said(quote.words)) for quote in told.repeats),
            where=_places(told.where, shelters),
            within=A_PLACE if told.within in names else told.within,
            chains=tuple(_chain(chain, people) for chain in told.chains),
        )

    less = replace(
        incident,
        claims=tuple(map(claim, incident.claims)),
        denials=tuple(map(claim, incident.denials)),
        where=_places(incident.where, shelters),
        # They repeat names and places in words of their own.
        reasons=(),
    )
    return replace(counted, incident=less)


def _sources(incidents: Iterable[CountedIncident]) -> Iterator[tuple[str, Source]]:
    for claim in _claims(incidents):
        for chain in claim.chains:
            yield from ((claim.report, source) for source in chain)


def _claims(incidents: Iterable[CountedIncident]) -> Iterator[Claim]:
    for counted in incidents:
        yield from (*counted.incident.claims, *counted.incident.denials)


def _hidden(told: Iterable[tuple[str, Source]]) -> _Hidden:
    everywhere: dict[str, str] = {}
    within: dict[str, dict[str, str]] = {}
    for report, source in told:
        if source.kind is SourceKind.PERSON:
            everywhere.setdefault(source.name, _stand_in(source))
            parts = (part for part in _CALLED.findall(source.name) if part[0].isupper() and len(part) > 3)
            within.setdefault(report, {}).update(dict.fromkeys(parts, _stand_in(source)))
    return _Hidden(everywhere, within)


def _stand_in(source: Source) -> str:
    return source.role or A_PERSON


def _replaced(words: str, by_name: Mapping[str, str]) -> str:
    if not by_name:
        return words
    # Longest first, so that a full name goes as one. White space in a quote may be a line's end.
    names = sorted(by_name, key=lambda name: (-len(name), name))
    folded = {_folded(name): stand_in for name, stand_in in by_name.items()}
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    # What the person is may stand before the name already: "director Orla Venn".
    roles = "|".join(re.escape(stand_in) for stand_in in sorted(set(by_name.values())))
    pattern = rf"(?<!\w)(?:(?P<role>{roles})\s+)?(?P<name>{either})(?!\w)"
    return re.sub(pattern, lambda found: _in_place(found, folded), words, flags=re.IGNORECASE)


def _in_place(found: re.Match[str], by_name: Mapping[str, str]) -> str:
    role, stand_in = found["role"], by_name[_folded(found["name"])]
    return stand_in if role is None or _folded(role) == _folded(stand_in) else f"{role} {stand_in}"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _chain(chain: Chain, people: People) -> Chain:
    return tuple(_source(source, people) for source in chain)


def _source(source: Source, people: People) -> Source:
    if source.kind is SourceKind.PERSON:
        return replace(source, name=_stand_in(source))
    return source if source.kind is SourceKind.BODY else replace(source, name=people.left_out(source.name))


def _known(incidents: Iterable[CountedIncident]) -> Iterator[str]:
    """Names that incidents tell as those of places, sides and bodies."""
    for counted in incidents:
        yield from counted.incident.origins
    for claim in _claims(incidents):
        yield from (*claim.by, *claim.against)
        for place in claim.where:
            yield from (name for name in (place.name, place.admin1, place.country) if name is not None)
        yield from (source.identifiable for chain in claim.chains for source in chain if source.identifiable)


def _shelters(incident: Incident) -> frozenset[Place]:
    """The exact places of an incident that homes or a camp may be at."""
    claims = (*incident.claims, *incident.denials)
    if not any(_SHELTERS & set(claim.target) for claim in claims):
        return frozenset()
    places = (*incident.where, *(place for claim in claims for place in claim.where))
    return frozenset(place for place in places if _exact(place))


def _exact(place: Place) -> bool:
    located = (place.location, *place.candidates)
    return place.precision is Precision.SITE or any(at is not None and at.precision is Precision.SITE for at in located)


def _places(places: Sequence[Place], shelters: frozenset[Place]) -> tuple[Place, ...]:
    return tuple(_area(place) if place in shelters else place for place in places)


def _area(place: Place) -> Place:
    """What an exact place lies in, as exactly as the list of places has it."""
    at = place.location
    areas = (
        (None if at is None else at.admin2, Precision.ADMIN2),
        (place.admin1 if at is None else at.admin1, Precision.ADMIN1),
        (place.country if at is None else at.country, Precision.COUNTRY),
    )
    name, precision = next(((name, known) for name, known in areas if name is not None), (A_PLACE, None))
    return replace(place, name=name, precision=precision, location=None, candidates=())


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"

"""Mentions: names of persons with their titles, organisations, places, facilities, groups."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, NAME, ORG, PER
from arabnews.extractors.base import Layers
from arabnews.extractors.mentions import (
    alike,
    clubs,
    enumerated,
    facilities,
    foreign,
    heads,
    lists,
    organisations,
    persons,
    places,
    repeats,
    short_forms,
    spoken,
    titled,
)
from arabnews.extractors.mentions.found import Found
from arabnews.model import Mention
from arabnews.spans import draft_of, span_between

_Draft: Final = draft_of(Mention)
_in_order: Final = attrgetter("first")


class MentionExtractor:
    """Finds names by lexicon, context and structure; longer findings of the more certain rules first."""

    name: Final = "mentions"
    layer: Final = "mentions"
    requires: Final[tuple[str, ...]] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Mention]:
        return _mentions(document, find(document))


def find(document: Document) -> list[Found]:
    """Every mention, not overlapping, in text order."""
    keeper = _Keeper()
    keep, taken, kept = keeper.keep, keeper.taken, keeper.kept
    bodies, people, located = keeper.bodies, keeper.people, keeper.places
    bearers = list(titled.titled_persons(document))
    organised = [*organisations.listed(document), *organisations.units(document), *heads.headed(document)]
    keep([*organised, *facilities.facilities(document), *places.namesakes(document), *bearers])
    keep(organisations.bracketed(document, bodies))
    keep(clubs.clubs(document, kept, taken))
    keep(clubs.unlisted_clubs(document, taken))
    keep(alike.alike(document, taken))
    keep(alike.agencies(document, taken))
    keep(alike.mastheads(document))
    keep(enumerated.enumerated_bodies(document, taken))
    keep(organisations.repeated_organisations(document, bodies, taken))
    keep(organisations.repeated_in_marks(document, kept, taken))
    keep(organisations.repeated_acronyms(document, bodies, taken))
    keep(short_forms.short_forms(document, kept, taken))
    keep([*places.listed(document), *places.enumerated_places(document, taken)])
    keep(places.typed(document, taken))
    keep(places.repeated_places(document, located, taken))
    keep([*persons.bare_persons(document, taken), *persons.famous_persons(document, taken)])
    keep(persons.related_persons(document, taken))
    keep(persons.sons(document, taken))
    keep(foreign.apposed_persons(document, taken))
    keep(foreign.enumerated_persons(document, people, taken))
    keep(foreign.foreign_persons(document, taken))
    keep(lists.listed_persons(document, people, taken))
    keep(spoken.quoted_persons(document, taken))
    keep(repeats.repeated_names(document, people, taken))
    keep(foreign.voted_persons(document, taken))
    keep(places.joined_places(document, located, taken))
    keep(places.nationalities(document, taken))
    if "_" in document.text:
        kept = [item for item in kept if not _is_in_tag(document, item)]
    kept.sort(key=_in_order)
    return kept


class _Keeper:
    """The findings of the rules so far, no name over another: all of them, and those of some kinds."""

    __slots__ = ("bodies", "kept", "people", "places", "taken")

    def __init__(self) -> None:
        self.taken: set[int] = set()
        self.kept: list[Found] = []
        self.bodies: list[Found] = []
        self.people: list[Found] = []
        self.places: list[Found] = []

    def keep(self, items: Iterable[Found]) -> None:
        """Keeps what a rule found, the longest first, where no token is another name's."""
        found = list(items)
        if not found:
            return
        if len(found) > 1:
            found.sort(key=_longest_first)
        taken, kept = self.taken, self.kept
        for item in found:
            first, end, kind = item.name_first, item.name_end, item.kind
            if first in taken:
                continue
            if end == first + 1:
                taken.add(first)
            elif taken.isdisjoint(tokens := range(first, end)):
                taken.update(tokens)
            else:
                continue
            kept.append(item)
            if kind is LOC:
                self.places.append(item)
            elif kind is ORG:
                self.bodies.append(item)
            elif kind is PER:
                self.people.append(item)


def _longest_first(found: Found) -> tuple[int, int]:
    return found.name_first - found.name_end, found.first


def _is_in_tag(document: Document, item: Found) -> bool:
    """`#الهلال_النصر`: words joined to others by a low line are no names by themselves."""
    text, start, end = document.text, document.starts[item.name_first], document.ends[item.name_end - 1]
    return text[end : end + 1] == "_" or text[start - 1 : start] == "_"


def _mentions(document: Document, found: list[Found]) -> list[Mention]:
    """The findings as mentions: drafts that are filled in without the checks, as tokens tell where they stand."""
    text, starts, ends = document.text, document.starts, document.ends
    mentions: list[Mention] = []
    for item in found:
        first, name_first, end = item.first, item.name_first, ends[item.name_end - 1]
        start = starts[first]
        draft = _Draft()
        draft.text, draft.rule, draft.kind = text[start:end], item.rule, item.kind
        draft.gender, draft.number = item.gender, item.number
        draft.form, draft.is_anonymous = NAME, False
        draft.span = span = span_between(start, end)
        if first == name_first:
            draft.name, draft.title = span, None
        else:
            draft.name = span_between(starts[name_first], end)
            draft.title = span_between(start, ends[name_first - 1])
        draft.__class__ = Mention
        mentions.append(draft)
    return mentions

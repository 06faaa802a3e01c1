"""Mentions: names of persons with their titles, organisations, places, facilities, groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from arabnews.document import Document
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
)
from arabnews.extractors.mentions.found import Found
from arabnews.model import Mention
from arabnews.spans import Span


class MentionExtractor:
    """Finds names by lexicon, context and structure; longer findings of the more certain rules first."""

    name: Final = "mentions"
    layer: Final = "mentions"
    requires: Final[tuple[str, ...]] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Mention]:
        return [_mention(document, found) for found in find(document)]


def find(document: Document) -> list[Found]:
    """Every mention, not overlapping, in text order."""
    taken: set[int] = set()
    kept: list[Found] = []

    def keep(items: Iterable[Found]) -> None:
        found = list(items)
        if len(found) > 1:
            found.sort(key=_longest_first)
        for item in found:
            tokens = range(item.name_first, item.name_end)
            if taken.isdisjoint(tokens):
                taken.update(tokens)
                kept.append(item)

    titled = list(persons.titled_persons(document))
    organised = [*organisations.listed(document), *organisations.units(document), *heads.headed(document)]
    keep([*organised, *facilities.facilities(document), *places.namesakes(document), *titled])
    keep(organisations.bracketed(document, kept))
    keep(list(clubs.clubs(document, kept, taken)))
    keep(clubs.unlisted_clubs(document, taken))
    keep(alike.alike(document, taken))
    keep(alike.agencies(document, taken))
    keep(alike.mastheads(document))
    keep(enumerated.enumerated_bodies(document, taken))
    keep(list(organisations.repeated_organisations(document, kept, taken)))
    keep(list(organisations.repeated_in_marks(document, kept, taken)))
    keep(list(organisations.repeated_acronyms(document, kept, taken)))
    keep(list(short_forms.short_forms(document, kept, taken)))
    keep([*places.listed(document), *places.enumerated_places(document, taken)])
    keep(places.typed(document, taken))
    keep(list(places.repeated_places(document, kept, taken)))
    keep([*persons.bare_persons(document, taken), *persons.famous_persons(document, taken)])
    keep(persons.related_persons(document, taken))
    keep(persons.sons(document, taken))
    keep(foreign.apposed_persons(document, taken))
    keep(list(foreign.enumerated_persons(document, kept, taken)))
    keep(foreign.foreign_persons(document, taken))
    keep(list(lists.listed_persons(document, kept, taken)))
    keep(spoken.quoted_persons(document, taken))
    keep(list(repeats.repeated_names(document, kept, taken)))
    keep(foreign.voted_persons(document, taken))
    keep(list(places.joined_places(document, kept, taken)))
    keep(places.nationalities(document, taken))
    if "_" in document.text:
        kept = [item for item in kept if not _is_in_tag(document, item)]
    kept.sort(key=lambda found: found.first)
    return kept


def _longest_first(found: Found) -> tuple[int, int]:
    return found.name_first - found.name_end, found.first


def _is_in_tag(document: Document, item: Found) -> bool:
    """`#الهلال_النصر`: words joined to others by a low line are no names by themselves."""
    text, start, end = document.text, document.starts[item.name_first], document.ends[item.name_end - 1]
    return text[end : end + 1] == "_" or text[start - 1 : start] == "_"


def _mention(document: Document, found: Found) -> Mention:
    starts, ends = document.starts, document.ends
    span = name = Span(starts[found.name_first], ends[found.name_end - 1])
    title = None
    if found.first < found.name_first:
        title = Span(starts[found.first], ends[found.name_first - 1])
        span = Span(title.start, name.end)
    return Mention(
        span, document.text[span.start : span.end], rule=found.rule, kind=found.kind, form=found.form, name=name, title=title,
        gender=found.gender, number=found.number, is_anonymous=found.anonymous,
    )  # fmt: skip

"""Lists of people: line-ups, committees, casts. What stands between two names, each behind a comma or `و`, is a name too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Final

from arabnews.document import Document
from arabnews.enums import PER
from arabnews.extractors.mentions.families import PRONOUNS, TANWIN, looks_verb
from arabnews.extractors.mentions.found import Found, is_closed, is_definite, is_word
from arabnews.lexicon.name_words import CONNECTORS

_COMMAS: Final = frozenset({"،", ",", "؛"})
_MAX_GAP: Final = 12
"""Tokens between the two names."""
_MAX_PARTS: Final = 4
_first: Final = attrgetter("first")
_NO_PART: Final = frozenset(
    {"nationality", "org_head", "organisation", "facility_head", "place_type", "counted", "medium", "concept_trigger", "measure"}
    | {"title", "cue", "person_verb", "field", "club", "nominal_source", "currency", "famous_person"}
    | {"quoted_name_head", "act_noun"}
)


def listed_persons(document: Document, people: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """Unknown names between two known ones: `فلان، ... ، وفلان`.

    Examples:
        حضر [خالد المنصوري](kind=PER) [وشوعي الكرناف](kind=PER) [وعبدالعزيز المغنم](kind=PER) أمس
        حضر [خالد المنصوري](kind=PER) وممثل الشركة [وعبدالعزيز المغنم](kind=PER) أمس
    """
    for before, after in pairwise(sorted(people, key=_first)):
        if 2 < after.first - before.end + 1 <= _MAX_GAP and taken.isdisjoint(range(before.end, after.first)):
            for first, end in _items(document, before.end, after.first):
                yield Found(first, end, PER, "listed_person", first, end)


def _items(document: Document, start: int, stop: int) -> list[tuple[int, int]]:
    """The names that fill a gap between two names, or none if it holds anything else."""
    items: list[tuple[int, int]] = []
    at = start
    while at < stop:
        if document.padded_keys[at] in _COMMAS:
            at += 1
        elif document.keys[at][0] != "و":
            return []
        if at == stop:
            break
        end = at + 1
        while end < stop and document.padded_keys[end] not in _COMMAS and not _joins(document, end):
            end += 1
        if not 2 <= end - at <= _MAX_PARTS or not all(_may_be_part(document, part, part == at) for part in range(at, end)):
            return []
        items.append((at, end))
        at = end
    joined = document.keys[stop][0] == "و" or document.padded_keys[stop - 1] in _COMMAS
    return items if joined and document.sentence_at(start) == document.sentence_at(stop) else []


def _joins(document: Document, at: int) -> bool:
    """Whether a word begins with `و` as a conjunction, not as a letter of its own: `وليد`."""
    if document.keys[at][0] != "و":
        return False
    name = document.words[at].get("person_name")
    return name is None or name.proclitics != ""


def _may_be_part(document: Document, at: int, first: bool) -> bool:
    """Whether a word may be a part of a name, by what it is not."""
    word, key = document.words[at], document.keys[at]
    if not is_word(document, at) or word.surface.endswith(TANWIN) or key.endswith(PRONOUNS):
        return False
    if key in CONNECTORS or "person_name" in word.tags:
        return True
    if is_closed(document, at) or not word.tags.isdisjoint(_NO_PART) or looks_verb(key):
        return False
    return not first or not is_definite(document, at)

"""Places: by name, and a word that no table knows behind `مدينة` or `محافظة`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.found import Found, is_closed, is_definite, is_unknown, is_word, key_at, named, tags_at
from arabnews.model import MentionForm, MentionKind

_NOT_BEFORE: Final = frozenset({"السيد", "الدكتور", "بن", "ال", "عبد", "ابو"})


def listed(document: Document) -> Iterator[Found]:
    """A place whose name is in the tables.

    Examples:
        سافر الوفد من [بغداد](kind=LOC) إلى [الولايات المتحدة](kind=LOC) أمس
    """
    for tag in ("place_alias", "place"):
        for hit in document.hits(tag):
            if hit.reading.proclitics in ("ك", "وك", "فك") or key_at(document, hit.first - 1) in _NOT_BEFORE:
                continue
            if tag == "place" and (_is_person(document, hit.first, hit.end) or _is_unsure(document, hit)):
                continue
            yield named(hit.first, hit.end, MentionKind.LOC, "listed")


def _is_person(document: Document, first: int, end: int) -> bool:
    """A place name that stands as part of a person's name."""
    if end - first > 1:
        return False
    word = document.words[first]
    beside = tags_at(document, first - 1) | tags_at(document, end)
    return "person_name" in word.tags and "person_name" in beside


def _is_unsure(document: Document, hit: Hit) -> bool:
    """A name that news seldom has as a place's: it needs a preposition of place or a type word before it."""
    if hit.reading["type"] != "rare":
        return False
    before = hit.first - 1
    if hit.reading.proclitics or is_definite(document, before):
        return False
    return document.tags_at(before).isdisjoint(("function_word", "place_type", "place", "place_alias"))


def typed(document: Document, taken: set[int]) -> Iterator[Found]:
    """The word behind a place's type word.

    Examples:
        وقع الحادث في بلدة [تلفيتا](kind=LOC) ليلا
    """
    for hit in document.hits("place_type"):
        at = hit.end
        if (
            hit.reading.definite
            or hit.reading.number != "s"
            or hit.reading["unknown"] != "yes"
            or at in taken
            or not is_word(document, at)
        ):
            continue
        if is_closed(document, at) or key_at(document, at) == "ال":
            continue
        unknown = is_unknown(document, at) or (
            "person_name" in tags_at(document, at) and "common_word" not in tags_at(document, at)
        )
        if not unknown or document.keys[at].endswith(("ها", "هم")):
            continue
        end = at + 1
        if end not in taken and is_unknown(document, end) and not is_definite(document, at) and not is_definite(document, end):
            end += 1
        yield named(at, end, MentionKind.LOC, "typed")


def nationalities(document: Document, taken: set[int]) -> Iterator[Found]:
    """Groups of people: a nationality that stands as a noun in the plural (`العراقيون`, `الفرنسيين`).

    Examples:
        عاد [العراقيون](kind=NORP) إلى بيوتهم
    """
    for at in document.at("nationality"):
        reading = document.words[at].get("nationality")
        if at in taken or reading is None or reading.number != "p" or not reading.definite:
            continue
        if is_definite(document, at - 1) and not tags_at(document, at - 1) & {"function_word", "cue"}:
            continue
        yield Found(at, at + 1, MentionKind.NORP, "nationality", at, at + 1, MentionForm.NAME, number="p")

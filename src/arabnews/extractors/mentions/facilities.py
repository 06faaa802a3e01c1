"""Facilities: an airport, a hospital, a square with its name."""

from __future__ import annotations

from collections.abc import Iterator

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.found import Found, is_closed, is_definite, is_unknown, is_word, key_at, named, tags_at
from arabnews.extractors.mentions.heads import STOP, WEAK_ADJECTIVES, named_after
from arabnews.model import MentionKind


def facilities(document: Document) -> Iterator[Found]:
    """A building, an airport, a hospital with its name.

    Examples:
        هبطت الطائرة في [مطار بيروت](kind=FAC) مساء
    """
    for hit in document.hits("facility_head"):
        if hit.reading["gender"] == "self":
            yield named(hit.first, hit.end, MentionKind.FAC, "facility")
            continue
        if hit.reading.definite or hit.reading.number in ("p", "d") or hit.reading.proclitics in ("ك", "وك"):
            continue
        end = _facility_end(document, hit)
        if end > hit.end:
            yield named(hit.first, end, MentionKind.FAC, "facility")


def _facility_end(document: Document, hit: Hit) -> int:
    at, limit = hit.end, min(hit.end + 6, len(document.words))
    if namesake := named_after(document, at):
        return namesake
    while at < limit and is_word(document, at) and not is_closed(document, at):
        tags, key = tags_at(document, at), document.keys[at]
        place = document.hit_at(at, "place_alias") or document.hit_at(at, "place")
        if place is not None and not place.reading.proclitics:
            at = place.end
            if key_at(document, at) in ("الدولي", "الوطني", "الدولية", "المركزي", "الجامعي", "العام", "التخصصي"):
                at += 1
            return at
        if (place is not None and at > hit.end) or tags & STOP - {"title"} or key.startswith(("وال", "بال", "لل")):
            break
        if not (
            is_definite(document, at)
            or "person_name" in tags
            or is_unknown(document, at)
            or key in ("بن", "عبد", "ال")
            or "title" in tags
        ):
            break
        if key in WEAK_ADJECTIVES or (
            at == hit.end and is_definite(document, at) and key.endswith(("ة", "ات")) and "common_word" in tags
        ):
            break
        at += 1
    return at

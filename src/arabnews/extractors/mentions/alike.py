"""Media and groups whose name is another word or a place too (`الجزيرة`, `الحياة`): what stands beside it tells.

One sure place in the article is enough (`قناة الجزيرة`, `صحيفة الحياة`); the name is then read so wherever
nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.found import Found, is_definite, key_at, named, tags_at
from arabnews.model import MentionKind

_ANCHORS: Final = {
    "media": frozenset(
        {"قناة", "صحيفة", "جريدة", "مراسل", "مراسلة", "مراسلو", "مراسلي", "لقناة", "لصحيفة", "لجريدة", "بصحيفة", "فضائية"}
        | {"بقناة", "وصحيفة", "وقناة", "وجريدة", "لمراسل", "شاشة", "موقع"}
    ),
    "armed": frozenset(
        {"تنظيم", "زعيم", "عناصر", "مقاتلي", "قيادي", "قياديي", "خلايا", "اعضاء", "لتنظيم", "بتنظيم", "شبكة", "قادة", "مسلحي"}
    ),
}
"""What stands before the name where it is one."""
_AGAINST: Final = frozenset({"في", "مدينة", "بمدينة", "العاصمة", "منطقة", "محافظة", "ولاية", "دول", "دولة", "شمال", "جنوب"})


def alike(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name that is another word too, where its context tells.

    Examples:
        ذكرت [قناة الجزيرة](kind=ORG) أن الطريق مفتوح، وقال مراسل [الجزيرة](kind=ORG) إن الحركة عادية
        عاشت الأسرة حياة هادئة، والحياة حلوة
    """
    every = [hit for hit in document.hits("organisation_alike") if not _is_named_so(document, hit)]
    hits = [hit for hit in every if hit.first not in taken and hit.reading.proclitics not in ("ك", "وك")]
    if not hits:
        return
    anchored = {hit.reading.entry.form for hit in every if _is_anchored(document, hit) or _ends_name(hit, taken)}
    for hit in hits:
        if hit.reading.entry.form in anchored and (_is_anchored(document, hit) or not _speaks_against(document, hit)):
            yield named(hit.first, hit.end, MentionKind.ORG, "alike")


def _ends_name(hit: Hit, taken: set[int]) -> bool:
    """`بروسيا دورتموند`: the last word of a longer name."""
    return hit.first in taken and hit.first - 1 in taken and hit.end not in taken


def _is_named_so(document: Document, hit: Hit) -> bool:
    """`حسن الصباح`: a family name."""
    before = hit.first - 1
    return key_at(document, before) == "بن" or "person_name" in tags_at(document, before)


def _is_anchored(document: Document, hit: Hit) -> bool:
    """Whether what stands beside this one makes it an organisation."""
    before, behind = key_at(document, hit.first - 1), key_at(document, hit.end)
    if any(before in _ANCHORS[kind] for kind in _kinds(document, hit)):
        return True
    return "media" in _kinds(document, hit) and _is_credited(document, hit, before, behind)


def _kinds(document: Document, hit: Hit) -> set[str]:
    readings = document.words[hit.first].all("organisation_alike") if hit.end == hit.first + 1 else (hit.reading,)
    return {reading["type"] for reading in readings}


def _is_credited(document: Document, hit: Hit, before: str, behind: str) -> bool:
    """`(الجزيرة)`, `- سبق -`, `لـ"الحياة"`: a medium that is named as the source."""
    if before == "(" and behind in (")", "-"):
        return True
    if before == behind == "-":
        return True
    quoted = "quote" in tags_at(document, hit.first - 1) and "quote" in tags_at(document, hit.end)
    return quoted and key_at(document, hit.first - 2) in ("ل", "صحيفة", "جريدة", "قناة", "مع", "عبر")


def _speaks_against(document: Document, hit: Hit) -> bool:
    """An adjective (`البنك الأهلي`), a place, another word of its own kind."""
    before = hit.first - 1
    if _kinds(document, hit) == {"media"} and "quote" not in tags_at(document, before):
        return True
    if key_at(document, before) in _AGAINST or "place_type" in tags_at(document, before):
        return True
    if hit.reading.proclitics:
        return hit.reading.proclitics not in ("و", "ل", "ب", "ف")
    head = tags_at(document, before) & {"org_head", "facility_head", "number", "counted", "title"}
    return bool(head) or (is_definite(document, before) and "function_word" not in tags_at(document, before))

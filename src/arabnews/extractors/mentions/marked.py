"""Names between marks behind the word of their kind: `شركة «المرجان»`, `صحيفة (المرجان)`."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.found import is_closed
from arabnews.text.tokens import WORD

_MOST: Final = 7
"""Tokens from the opening mark to the closing one."""
_IN_BRACKETS: Final = frozenset(
    {"صحيفة", "جريدة", "مجلة", "دورية", "قناة", "إذاعة", "موقع", "وكالة", "منصة", "شبكة", "نادي|ناد", "فريق"}
    | {"شركة", "مجموعة", "مؤسسة"}
    | {"بنك", "جمعية", "حزب", "حركة", "جماعة", "تنظيم"}
)
"""Heads whose name may stand in brackets."""
_LIKE_PLACES: Final = frozenset({"صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "نادي|ناد", "فريق"})
"""Heads whose name may be a place's; with the others, brackets around a place tell where (`شركة (جدة)`)."""


def marked_end(document: Document, at: int) -> int:
    """Where the name ends whose opening mark is the token `at`, without the closing mark; 0 if no name opens there."""
    word = document.padded_words[at]
    if word.kind is WORD:
        return 0
    if word.key == "(":
        return _bracketed(document, at)
    if word.key == "'":
        return _between_apostrophes(document, at)
    closing = document.closing.get(at) if "quote" in word.tags else None
    return closing if closing is not None and closing - at <= _MOST else 0


def _between_apostrophes(document: Document, at: int) -> int:
    """`شركة 'المرجان'`: some sites write so."""
    end = at + 1
    while end <= at + _MOST and not is_closed(document, end):
        end += 1
    return end if end > at + 1 and document.padded_keys[end] == "'" else 0


def _bracketed(document: Document, at: int) -> int:
    head = document.words[at - 1].get("org_head")
    if head is None or head.definite or head.entry.form not in _IN_BRACKETS:
        return 0
    end = at + 1
    while end <= at + _MOST and not is_closed(document, end):
        end += 1
    if end == at + 1 or document.padded_keys[end] != ")" or document.keys[at + 1] in ("ذات", "غير"):
        return 0
    if "quoted_name_head" in document.padded_words[at + 1].tags:
        return 0  # `لتنظيم (مهرجان التمور)`
    place = document.hit_at(at + 1, "place_alias") or document.hit_at(at + 1, "place")
    return end if place is None or place.end < end or head.entry.form in _LIKE_PLACES else 0

"""Bodies that are buildings too (`قصف القنصلية`, `مركز جدة للمعارض`): what stands beside the name tells which is meant."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document, Hit
from arabnews.lexicon.word_sets import word_set

_MISSIONS: Final = frozenset({"سفارة", "قنصلية"})
_BESIDE: Final = word_set("at_building")
_BLOWS: Final = word_set("blow")
_BLOW_SIZE: Final = 4
"""Tokens from a word of attack to the preposition before the name."""
_HALLS: Final = frozenset({"للمعارض", "للمؤتمرات"})


def is_building(document: Document, hit: Hit, end: int) -> bool:
    """Whether the name of a body from its head to `end` means a building here."""
    if hit.reading.entry.form == "مركز":
        return not _HALLS.isdisjoint(document.keys[hit.end : end])
    if hit.reading.entry.form not in _MISSIONS:
        return False
    before = hit.first - 1
    if document.padded_keys[before] in ("على", "في"):
        return not _BLOWS.isdisjoint(document.keys[max(before - _BLOW_SIZE, 0) : before])
    return document.padded_keys[before] in _BESIDE

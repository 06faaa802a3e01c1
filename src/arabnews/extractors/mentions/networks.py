"""Social networks: a company that acts (`أطلقت فيسبوك`), or only where something stands (`على فيسبوك`), which is no name."""

from __future__ import annotations

from collections import Counter
from typing import Final

from arabnews.document import Document, Hit
from arabnews.lexicon.word_sets import word_set

_ABOUT: Final = 2
"""Mentions as one who acts from which an article is about a network, wherever it names it."""
_STANDS_ON: Final = word_set("stands_on")


def is_only_place(document: Document, hit: Hit) -> bool:
    """Whether the name of a network tells only where something stands: `على فيسبوك`."""
    return _places(document).get(hit.first, False)


def _places(document: Document) -> dict[int, bool]:
    """For each network named: whether it is only a place there."""
    known: dict[int, bool] | None = document.cache.get("networks")
    if known is None:
        hits = [hit for hit in document.hits("organisation") if hit.reading.type == "network"]
        known = document.cache["networks"] = {}
        last = reached = -1
        acting: Counter[str] = Counter()
        for hit in hits:
            beside = last in known and hit.first - 1 <= reached
            joined = beside and (
                hit.first == reached or hit.reading.proclitics == "و" or document.padded_keys[hit.first - 1] in ("،", "و")
            )
            known[hit.first] = known[last] if joined else _stands(document, hit)
            acting[hit.reading.entry.form] += not known[hit.first]
            last, reached = hit.first, hit.end
        for hit in hits:
            known[hit.first] = known[hit.first] and acting[hit.reading.entry.form] < _ABOUT
    return known


def _stands(document: Document, hit: Hit) -> bool:
    """Whether what stands beside a network's name makes it a place."""
    before = hit.first - 1
    while document.padded_words[before].tags & {"quote", "bracket"}:
        before -= 1
    return (
        hit.reading.proclitics == "ب"
        or document.padded_keys[before] in _STANDS_ON
        or document.padded_keys[hit.end] in ("سابقا", "@")
    )

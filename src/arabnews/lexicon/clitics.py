"""Proclitics: the chains that Arabic writes in one word with what follows (و ف أ, ب ك ل س, ال).

Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 16-18: conjunction, then preposition or future particle,
then the article; `ل` + `ال` is written `لل`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

_CONJUNCTIONS: Final = ("", "و", "ف")
_LETTERS: Final = frozenset("وفابكلس")
_NOMINAL: Final = frozenset({"", "ب", "ك", "ل", "ال", "بال", "كال", "لال"})
_VERBAL: Final = frozenset({"", "ل", "س"})
_BARE: Final = frozenset({"", "ب", "ك", "ل"})

ALLOWED: Final = {
    "verb": _VERBAL,
    "noun": _NOMINAL,
    "adj": _NOMINAL,
    "num": _NOMINAL,
    "participle": _NOMINAL,
    "masdar": _NOMINAL,
    "name": _BARE,
    "raw": frozenset({"", "ب", "ل"}),
    "": _BARE,
}
"""Chains after an optional conjunction that each part of speech may carry."""


def peel(key: str) -> Sequence[tuple[str, str]]:
    """Every way to split a key into (proclitics, rest), fewest proclitics first; the lexicon decides which are words.

    Example:
        >>> [split for split in peel("وللجيش")][:3]
        [('', 'وللجيش'), ('و', 'للجيش'), ('ول', 'لجيش')]
    """
    found = [("", key)]
    if key[:1] not in _LETTERS:
        return found
    for conjunction in _CONJUNCTIONS:
        if not key.startswith(conjunction):
            continue
        rest = key[len(conjunction) :]
        if len(rest) < 2:
            continue
        if conjunction:
            found.append((conjunction, rest))
        if len(rest) > 3 and rest.startswith("ال"):
            found.append((conjunction + "ال", rest[2:]))
        first = rest[0]
        if first in "بكلس" and len(rest) > 2:
            found.append((conjunction + first, rest[1:]))
            if first in "بك" and len(rest) > 4 and rest.startswith("ال", 1):
                found.append((conjunction + first + "ال", rest[3:]))
            if first == "ل" and rest[1] == "ل" and len(rest) > 3:
                found.append((conjunction + "لال", rest[2:]))
                found.append((conjunction + "ل", "ال" + rest[2:]))
    if len(found) > 2:
        found.sort(key=_length)
    return found


def _length(split: tuple[str, str]) -> int:
    return len(split[0])


@cache
def allowed(proclitics: str, pos: str, construct: bool) -> bool:
    """Whether a word of this part of speech takes the chain; the construct state takes no article (Ryding 2005, 8.1)."""
    if construct and proclitics.endswith("ال"):
        return False  # `القرني` is a name, not "the two centuries of"
    chain = proclitics[1:] if proclitics[:1] in ("و", "ف") else proclitics
    return chain in ALLOWED.get(pos, _BARE)

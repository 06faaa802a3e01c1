"""Proclitics: the chains that Arabic writes in one word with what follows (و ف أ, ب ك ل س, ال).

Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 16-18: conjunction, then preposition or future particle,
then the article; `ل` + `ال` is written `لل`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

_CONJUNCTIONS: Final = "وف"
_PARTICLES: Final = frozenset("بكلس")
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
    first = key[:1]
    if first not in _LETTERS:
        return found
    if first not in _CONJUNCTIONS:
        _peel_behind("", key, found)
    elif len(key) > 2:
        rest = key[1:]
        found.append((first, rest))
        _peel_behind(first, rest, found)
    return found


def _peel_behind(conjunction: str, rest: str, found: list[tuple[str, str]]) -> None:
    """Add what there is behind a conjunction, or behind none: a particle, the article, or both."""
    first = rest[0]
    if first == "ا":
        if len(rest) > 3 and rest[1] == "ل":
            found.append((conjunction + "ال", rest[2:]))
    elif first in _PARTICLES and len(rest) > 2:
        found.append((conjunction + first, rest[1:]))
        if first == "ل":
            if rest[1] == "ل" and len(rest) > 3:
                found.append((conjunction + "ل", "ال" + rest[2:]))
                found.append((conjunction + "لال", rest[2:]))
        elif first != "س" and len(rest) > 4 and rest.startswith("ال", 1):
            found.append((conjunction + first + "ال", rest[3:]))


@cache
def allowed(proclitics: str, pos: str, construct: bool) -> bool:
    """Whether a word of this part of speech takes the chain; the construct state takes no article (Ryding 2005, 8.1)."""
    if construct and proclitics.endswith("ال"):
        return False  # `القرني` is a name, not "the two centuries of"
    chain = proclitics[1:] if proclitics[:1] in ("و", "ف") else proclitics
    return chain in ALLOWED.get(pos, _BARE)

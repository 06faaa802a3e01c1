"""Sets of words that rules ask for by name (`data/word_sets.txt`): words as data that carry no tag of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from arabnews.files import read
from arabnews.text.characters import fold


def word_set(name: str) -> frozenset[str]:
    """The keys of the words of a set.

    Args:
        name: the set's heading in the file.

    Example:
        >>> "الوطنية" in word_set("institutional")
        True
    """
    return _sets()[name]


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    sets: dict[str, frozenset[str]] = {}
    for section in fold(read("word_sets.txt")).split("\n[")[1:]:
        heading, _, words = section.partition("\n")
        sets[heading.partition("]")[0]] = frozenset(words.split())
    return sets

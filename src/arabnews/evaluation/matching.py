"""What counts as the same: words of a stretch, overlap, names, amounts; and who is paired with whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from arabnews.spans import Span, SpanIndex
from arabnews.text.characters import fold

Words = frozenset[int]
_WORD: Final = re.compile(r"[^\s«»\"“”„‹›()\[\],،؛:.!?؟…]+")
_LOOSE: Final = str.maketrans("ىةؤئ", "يهوي")
_CLITIC: Final = re.compile(r"^(?:[وفبلك]?ال|لل)(?=..)")
_SAME_NAME: Final = 0.6


def words(text: str, span: Span) -> Words:
    """A stretch as the offsets of its words: marks at its edges count for nothing."""
    return frozenset(found.start() for found in _WORD.finditer(text, span.start, span.end))


def dice(one: Words | frozenset[str], other: Words | frozenset[str]) -> float:
    """Twice what two sets share, over their sizes.

    Example:
        >>> dice(frozenset({1, 2}), frozenset({2, 3}))
        0.5
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share; zero or less if none."""
    return min(one.end, other.end) - max(one.start, other.start)


def loose(text: str) -> str:
    """Folded text in which spelling variants (`ى` and `ي`, `ة` and `ه`) are one."""
    return fold(text).translate(_LOOSE)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one: one's words among the other's, or most of them shared; the article does not count.

    Example:
        >>> same_name("سالم المنصوري", "المنصوري"), same_name("سالم المنصوري", "خالد المنصوري"), same_name(None, None)
        (True, False, True)
    """
    if not one or not other:
        return not one and not other
    a, b = (frozenset(_CLITIC.sub("", word) for word in loose(name).split()) for name in (one, other))
    return bool(a & b) and (a <= b or b <= a or dice(a, b) >= _SAME_NAME)


def same_amount(one: int | Decimal | None, other: int | Decimal | None) -> bool:
    """Whether two amounts are equal, rounding aside."""
    if one is None or other is None:
        return one is other
    a, b = Decimal(one), Decimal(other)
    return abs(a - b) <= Decimal("1e-9") * max(abs(a), abs(b), Decimal(1))


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are spelt alike, the article aside."""
    if not one or not other:
        return not one and not other
    return loose(one).removeprefix("ال") == loose(other).removeprefix("ال")


def paired(
    gold: Sequence[Any],
    predicted: Sequence[Any],
    weight: Callable[[Any, Any], float],
    least: float,
    span: Callable[[Any], Span] = lambda item: item.span,
) -> list[tuple[int, int]]:
    """Indices of one-to-one pairs, the best first; only what overlaps can be a pair."""
    index = SpanIndex(_Placed(span(item), number) for number, item in enumerate(predicted))
    scored = [
        (weight(item, predicted[other.number]), i, other.number)
        for i, item in enumerate(gold)
        for other in index.overlapping(span(item))
    ]
    pairs, taken_gold, taken = [], set(), set()
    for value, i, j in sorted(scored, reverse=True):
        if value >= least and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((i, j))
    return pairs


class _Placed:
    __slots__ = ("number", "span")

    def __init__(self, span: Span, number: int) -> None:
        self.span, self.number = span, number

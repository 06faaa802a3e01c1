"""What stands inside a claim's content: the figures, dates and quotations that other layers have found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from arabnews.model import DateExpression, NumericFact, Quote
from arabnews.spans import Span

_Found = tuple[tuple[NumericFact, ...], tuple[DateExpression, ...], tuple[Quote, ...]]
_NOTHING: Final[_Found] = (), (), ()
_start: Final = itemgetter(0)


class Inside:
    """Three layers, each in text order, looked through as one: most contents hold nothing of any."""

    def __init__(self, numbers: Sequence[NumericFact], dates: Sequence[DateExpression], quotes: Sequence[Quote]) -> None:
        self._items: list[tuple[int, int, Any]] = [
            (item.span.start, layer, item) for layer, items in enumerate((numbers, dates, quotes)) for item in items
        ]
        self._items.sort(key=_start)
        self._starts = list(map(_start, self._items))

    def within(self, span: Span) -> _Found:
        """The figures, dates and quotations that lie wholly inside a span, in text order."""
        starts, end = self._starts, span.end
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= end:
            return _NOTHING
        found: tuple[list[Any], list[Any], list[Any]] = [], [], []
        for _, layer, item in self._items[first : bisect_left(starts, end, first)]:
            if item.span.end <= end:
                found[layer].append(item)
        numbers, dates, quotes = found
        return tuple(numbers), tuple(dates), tuple(quotes)

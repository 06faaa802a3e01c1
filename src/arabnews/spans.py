"""`Span`: a half-open range of Unicode code points in an article's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import total_ordering
from operator import attrgetter, index, lt
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from arabnews.errors import SpanError

T = TypeVar("T")


@total_ordering
@frozen(slots=True, init=False)
class Span:
    """A half-open range `[start, end)` of Unicode code points, in logical order.

    Spans are ordered by start, then end.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.

    Raises:
        SpanError: if they are no whole numbers, `start` is negative, or `end` lies before `start`.

    Example:
        >>> Span(0, 4).of("قالت الوزارة")
        'قالت'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # By hand, as spans are the most made of all objects here: a third faster than what attrs would write.
        if type(start) is not int or type(end) is not int:
            start, end = _whole(start, end)
        if not 0 <= start <= end:
            raise SpanError(f"a span needs 0 <= start <= end, got start={start!r}, end={end!r}", start=start, end=end)
        _set_start(self, start)
        _set_end(self, end)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)  # half of what workers send back is spans: this is the cheapest way to pickle them

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The stretch of `text` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


_set_start: Final = vars(Span)["start"].__set__
_set_end: Final = vars(Span)["end"].__set__


def _whole(start: Any, end: Any) -> tuple[int, int]:
    """Offsets as a table holds them (numpy's, say) become ints; what is no whole number is refused."""
    try:
        return index(start), index(end)
    except TypeError:
        raise SpanError(
            f"a span's start and end are whole numbers, got start={start!r}, end={end!r}", start=start, end=end
        ) from None


def draft_of(kind: type) -> type[Any]:
    """A subclass of a frozen class whose fields can be set: a draft, made empty and filled in, is given the class itself."""
    settable = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{kind.__name__}Draft", (kind,), {"__slots__": (), "__init__": object.__init__, **settable})


_Draft: Final = draft_of(Span)


def span_between(start: int, end: int) -> Span:
    """The span between two offsets that are known to be right: without the checks it takes half as long."""
    draft = _Draft()
    draft.start, draft.end = start, end
    draft.__class__ = Span
    span: Span = draft
    return span


in_text_order: Final = attrgetter("span.start", "span.end")
"""The key by which annotations are sorted."""


def sort_by_span(items: list[Any]) -> list[Any]:
    """Put items with a `span` in text order, in place: most lists of findings are so already."""
    if len(items) < 2:
        return items
    starts = [item.span.start for item in items]
    if not all(map(lt, starts, starts[1:])):
        items.sort(key=in_text_order)
    return items


class SpanIndex(Generic[T]):
    """Items with a `span`, sorted by it, to find those inside or over a stretch without looking at all of them.

    Example:
        >>> class Item:
        ...     def __init__(self, start, end):
        ...         self.span = Span(start, end)
        >>> index = SpanIndex([Item(0, 3), Item(2, 9), Item(9, 11)])
        >>> len(index.within(Span(1, 11))), len(index.overlapping(Span(8, 10))), index.covers(Span(11, 12))
        (2, 2, False)
    """

    __slots__ = ("_items", "_reach", "_starts")

    def __init__(self, items: Iterable[T]) -> None:
        self._items: list[Any] = sort_by_span(list(items))
        self._starts = [item.span.start for item in self._items]
        self._reach: list[int] = []

    def __len__(self) -> int:
        return len(self._items)

    def within(self, span: Span) -> tuple[T, ...]:
        """The items that lie wholly inside a span, in text order."""
        starts, end = self._starts, span.end
        if not starts:
            return ()
        first = bisect_left(starts, span.start)
        if first == len(starts) or starts[first] >= end:
            return ()
        return tuple([item for item in self._items[first : bisect_left(starts, end, first)] if item.span.end <= end])

    def overlapping(self, span: Span) -> list[T]:
        """The items that share a code point with a span, in text order."""
        found, at, reach = [], bisect_left(self._starts, span.end) - 1, self._reach or self._reached()
        while at >= 0 and reach[at] > span.start:
            if self._items[at].span.overlaps(span):
                found.append(self._items[at])
            at -= 1
        return found[::-1]

    def covers(self, span: Span) -> bool:
        """Whether any item shares a code point with a span."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and (self._reach or self._reached())[at - 1] > span.start

    def _reached(self) -> list[int]:
        """How far the items up to each one reach; not all who ask what lies within a span ask for that."""
        reached = 0
        for item in self._items:
            end = item.span.end
            if end > reached:
                reached = end
            self._reach.append(reached)
        return self._reach


def longest_first(items: Iterable[T], span: Callable[[T], Span]) -> list[T]:
    """Keep the items that do not overlap, longer ones first, earlier ones on ties; in text order.

    Example:
        >>> longest_first([Span(0, 3), Span(2, 9), Span(9, 11)], span=lambda s: s)
        [Span(start=2, end=9), Span(start=9, end=11)]
    """
    kept: list[tuple[Span, T]] = []
    starts: list[int] = []
    ranked = sorted(items, key=lambda item: (span(item).start - span(item).end, span(item).start))
    for item in ranked:
        this = span(item)
        at = bisect_left(starts, this.start)
        if at < len(kept) and kept[at][0].overlaps(this):
            continue
        if at and kept[at - 1][0].overlaps(this):
            continue
        starts.insert(at, this.start)
        kept.insert(at, (this, item))
    return [item for _, item in kept]

"""`Span`: a half-open range of Unicode code points in an article's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import frozen

from arabnews.errors import SpanError

T = TypeVar("T")


@frozen(order=True, slots=True)
class Span:
    """A half-open range `[start, end)` of Unicode code points, in logical order.

    Spans are ordered by start, then end.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.

    Raises:
        SpanError: if `start` is negative or `end` lies before `start`.

    Example:
        >>> Span(0, 4).of("قالت الوزارة")
        'قالت'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(
                f"a span needs 0 <= start <= end, got start={self.start!r}, end={self.end!r}",
                start=self.start,
                end=self.end,
            )

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


def longest_first(items: Iterable[T], span: Callable[[T], Span]) -> list[T]:
    """Keep the items that do not overlap, longer ones first, earlier ones on ties; in text order.

    Example:
        >>> longest_first([Span(0, 3), Span(2, 9), Span(9, 11)], span=lambda s: s)
        [Span(start=2, end=9), Span(start=9, end=11)]
    """
    from bisect import bisect_left

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

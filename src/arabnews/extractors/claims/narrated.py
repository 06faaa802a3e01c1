"""What the article itself asserts: each numeric fact that no attributed content holds."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.positions import Marks
from arabnews.model import NumericFact
from arabnews.text.sentences import TokenRange
from arabnews.text.tokens import BREAK, MARK

SEPARATORS: Final = frozenset("،,؛;")
_MIN_CLAUSE: Final = 5


class Clauses:
    """A document's clauses: what lies between commas, where that is long enough, else the sentence.

    The commas are looked up once, so that a sentence of a thousand figures is not read a thousand times.
    """

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document = document
        self._separators = sorted(marks.of(SEPARATORS))
        self._trimmed: dict[TokenRange, TokenRange] = {}

    def of(self, fact: NumericFact) -> TokenRange:
        """The token range of the clause that holds a fact."""
        document, separators = self.document, self._separators
        at, past = document.tokens(fact.span)
        first, end = document.sentence_bounds[at]
        before = after = bisect_left(separators, at)
        while after < len(separators) and separators[after] < past:
            after += 1
        begin = separators[before - 1] + 1 if before and separators[before - 1] >= first else first
        stop = separators[after] if after < len(separators) and separators[after] < end else end
        if stop - begin < _MIN_CLAUSE:
            begin, stop = first, end
        found = self._trimmed.get((begin, stop))
        if found is None:
            found = self._trimmed[begin, stop] = self._without_marks(begin, stop)
        begin, stop = found
        return at if at < begin else begin, past if past > stop else stop

    def _without_marks(self, begin: int, stop: int) -> TokenRange:
        words = self.document.words
        while stop > begin and words[stop - 1].kind in (MARK, BREAK):
            stop -= 1
        while begin < stop and words[begin].kind in (MARK, BREAK):
            begin += 1
        return begin, stop

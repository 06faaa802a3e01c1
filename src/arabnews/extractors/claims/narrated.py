"""What the article itself asserts: each numeric fact that no attributed content holds."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.model import NumericFact
from arabnews.text.tokens import Kind

_SEPARATORS: Final = frozenset("،,؛;")
_MIN_CLAUSE: Final = 5


def clause_of(document: Document, fact: NumericFact) -> tuple[int, int]:
    """The token range of the clause that holds a fact: between commas if that is long enough, else the sentence."""
    at = document.token_at(fact.span.start)
    last = document.token_at(fact.span.end - 1)
    first, end = document.sentence_bounds(at)
    begin, stop = at, last + 1
    while begin > first and document.keys[begin - 1] not in _SEPARATORS:
        begin -= 1
    while stop < end and document.keys[stop] not in _SEPARATORS:
        stop += 1
    if stop - begin < _MIN_CLAUSE:
        begin, stop = first, end
    while stop > last + 1 and document.words[stop - 1].kind in (Kind.MARK, Kind.BREAK):
        stop -= 1
    while begin < at and document.words[begin].kind in (Kind.MARK, Kind.BREAK):
        begin += 1
    return begin, stop

"""Ranges: `بين 5 و10`, `من 5 إلى 6 آلاف`, `5-7`, `ثلاثة أو أربعة`; a scale that both ends share is given to both."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.model import Value
from arabnews.numerals import Numeral, plain, read
from arabnews.text.tokens import Kind

_DASHES: Final = frozenset("-–—~‑")
_BETWEEN: Final = frozenset({"بين", "مابين"})
_TO: Final = frozenset({"الي", "إلى", "الى", "حتى", "لـ"})
_MAX_BACK: Final = 3


class Range(NamedTuple):
    """Two ends of a range and where the second one ends."""

    low: Value
    high: Value
    second: Numeral


def partner(document: Document, numeral: Numeral) -> Range | None:
    """The second number of a range that the numeral begins, or None."""
    at = numeral.end
    if at >= len(document):
        return None
    for link in (_dash, _between, _from_to, _or):
        if (second := link(document, numeral, at)) is not None:
            return _range(numeral, second)
    return None


def _range(first: Numeral, second: Numeral) -> Range | None:
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < 1000 and low * second.scale < high * 10:
        low = plain(low * second.scale)
    return Range(low, high, second) if low < high else None


def _dash(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`5-7`; with spaces around the dash it is more often a score or a list."""
    if document.words[at].surface not in _DASHES or at + 1 >= len(document):
        return None
    if document.starts[at] != document.ends[at - 1] or document.starts[at + 1] != document.ends[at]:
        return None
    return read(document, at + 1) if document.words[at + 1].kind is Kind.NUMBER else None


def _between(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`بين 5 و10`, `ما بين ألف وألفين`, `ما بين 3 ملايين وأكثر من 10 ملايين`."""
    if not any(key in _BETWEEN for key in document.keys[max(numeral.first - _MAX_BACK, 0) : numeral.first]):
        return None
    return _second(document, at, document.keys[at] == "و" or document.keys[at].startswith("و") or document.keys[at] in _TO)


def _from_to(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`من 5 إلى 6 آلاف`, `ثماني إلى 14 بيضة`; behind a verb of change it is two amounts (`ارتفع من 5 إلى 6`)."""
    if document.keys[at] not in _TO or _changes(document, numeral.first):
        return None
    return _second(document, at, True)


def _or(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`ثلاثة أو أربعة`: neighbours in counting."""
    if document.keys[at] != "او":
        return None
    second = read(document, at + 1)
    return second if second is not None and 0 < second.value - numeral.value <= max(5, numeral.value) else None


def _second(document: Document, at: int, linked: bool) -> Numeral | None:
    if not linked:
        return None
    if document.keys[at] in _TO or document.keys[at] == "و":
        at += 1
    hit = document.hit_at(at, "bound")
    if hit is not None:
        at = hit.end
    if at < len(document) and document.keys[at] in ("ال", "ب", "ل"):
        at += 1
    return read(document, at) if at < len(document) else None


_CHANGE: Final = ("رتفع", "رتفاع", "نخفض", "نخفاض", "تراجع", "زاد", "زياد", "هبط", "هبوط", "قفز", "صعد", "خفض", "تقليص", "رفع")


def _changes(document: Document, first: int) -> bool:
    """Whether a word of change, in any form, stands in the few words before."""
    return any(root in key for key in document.keys[max(first - 6, 0) : first] for root in _CHANGE)

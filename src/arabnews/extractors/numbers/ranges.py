"""Ranges: `بين 5 و10`, `من 5 إلى 6 آلاف`, `5-7`, `ثلاثة أو أربعة`; a scale that both ends share is given to both."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.extractors.numbers import bounds
from arabnews.extractors.numbers.units import COUNT, MONEY, Unit, plural_noun, unit_of
from arabnews.model import NumberMod, Value
from arabnews.numerals import DIGITS, Numeral, plain, read
from arabnews.text.tokens import NUMBER, WORD

_DASHES: Final = frozenset("-–—~‑")
_BETWEEN: Final = frozenset(joined + word for joined in ("", "و", "ف", "وف") for word in ("بين", "مابين"))
_TO: Final = frozenset({"الي", "إلى", "الى", "حتى", "لـ"})
_MAX_BACK: Final = 3
_BOUNDED: Final = {
    NumberMod.GT: ("lt", "le"),
    NumberMod.GE: ("lt", "le"),
    NumberMod.LT: ("gt", "ge"),
    NumberMod.LE: ("gt", "ge"),
}
"""What bounds the other side."""
_SCORE: Final = 30
_NO_SCORE: Final = 200
_YEARS: Final = range(1300, 2101)


_Link = Callable[[Document, Numeral, int], Numeral | None]


class Range(NamedTuple):
    """Two ends of a range and where the second one ends."""

    low: Value
    high: Value
    second: Numeral


def partner(document: Document, numeral: Numeral) -> Range | None:
    """The second number of a range that the numeral begins, or None."""
    at = numeral.end
    if at >= len(document.words):
        return None
    for link in _links_at(document, at):
        if (second := link(document, numeral, at)) is not None:
            return _range(numeral, second, link is _bounded)
    return None


def _links_at(document: Document, at: int) -> tuple[_Link, ...]:
    """The rules by which a token may tie the number before it to another: most words cannot."""
    word = document.words[at]
    if word.kind is not WORD:
        return (_dash, _bounded)
    key = word.key
    if key[0] == "و":
        return (_between, _bounded)
    if key in _TO:
        return (_between, _from_to)
    return (_or, _bounded) if key == "او" else ()


def _range(first: Numeral, second: Numeral, swapped: bool = False) -> Range | None:
    low, high = first.value, second.value
    if shares_scale(first, second):
        low = plain(low * second.scale)
    if low > high and swapped:
        low, high = high, low
    return Range(low, high, second) if low < high else None


def is_score(document: Document, numeral: Numeral, pair: Range) -> bool:
    """Two small figures with a dash between them that count nothing: the result of a match."""
    dashed = numeral.end < len(document.words) and document.words[numeral.end].surface in _DASHES
    lone = len(document.words) <= pair.second.end - numeral.first + 2
    return (
        dashed and numeral.form is DIGITS and pair.high <= _SCORE and not lone and bounds.before(document, numeral.first) is None
    )


def shares_scale(first: Numeral, second: Numeral) -> bool:
    """Whether the scale of the second number goes for the first too: `من 5 إلى 6 آلاف`."""
    low = first.value
    return first.scale == 1 and second.scale > 1 and low < 1000 and low * second.scale < second.value * 10


def changed_to(document: Document, numeral: Numeral) -> Numeral | None:
    """The number that another one has risen or fallen to: `ارتفع من 8 إلى 12 مليون دولار`."""
    first, at = numeral.first, numeral.end
    if at + 1 >= len(document.words) or document.keys[at] not in _TO or not _changes(document, first):
        return None
    return read(document, at + 1) if first and document.keys[first - 1] in ("من", "بين") else None


def _dash(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`5-7`; with spaces around the dash it is a score or a list, unless the figures are too high for that."""
    if _is_tatweel(document, at) and document.words[at].kind is NUMBER:
        return read(document, at)
    if document.words[at].surface not in _DASHES or at + 1 >= len(document.words):
        return None
    wide = document.words[at].surface == "~" or (numeral.value >= _NO_SCORE and numeral.value not in _YEARS)
    if wide and document.words[at + 1].kind is NUMBER:
        return read(document, at + 1)
    if document.starts[at] != document.ends[at - 1] or document.starts[at + 1] != document.ends[at]:
        return None
    return read(document, at + 1) if document.words[at + 1].kind is NUMBER else None


def _is_tatweel(document: Document, at: int) -> bool:
    """Whether nothing but a tatweel that serves as a dash stands before a token: `150 ــ 300`."""
    between = document.text[document.ends[at - 1] : document.starts[at]]
    return "ـ" in between and not between.strip(" ـ")


def _spaced_dash(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    dashed = document.words[at].surface in _DASHES and at + 1 < len(document.words) and document.words[at + 1].kind is NUMBER
    return read(document, at + 1) if dashed else None


def shares_time(document: Document, numeral: Numeral, taken: frozenset[int]) -> bool:
    """Whether the number is one end of a range of times, whose other end is a date of its own: `بين 3 و5 أيام`.

    Examples:
        تستغرق الرحلة من 3 إلى 5 أيام
        تقرر تقليص المهلة من 12 إلى 10 أيام
    """
    at = numeral.end
    key = document.padded_keys[at]
    linked = key in _TO or key == "او" or key in _DASHES or (key.startswith("و") and _is_between(document, numeral))
    if not linked:
        return False
    at += key in _TO or key in ("او", "و") or key in _DASHES
    unit = at + 1
    return at in taken and unit in taken and unit < len(document.words) and "time_unit" in document.words[unit].tags


def _is_between(document: Document, numeral: Numeral) -> bool:
    return not _BETWEEN.isdisjoint(document.keys[max(numeral.first - _MAX_BACK, 0) : numeral.first])


def _between(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`بين 5 و10`, `ما بين ألف وألفين`, `ما بين 3 ملايين وأكثر من 10 ملايين`."""
    linked = document.keys[at].startswith("و") or document.keys[at] in _TO
    return _second(document, at) if linked and _is_between(document, numeral) else None


def _from_to(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`من 5 إلى 6 آلاف`, `ثماني إلى 14 بيضة`; behind a verb of change it is two amounts (`ارتفع من 5 إلى 6`)."""
    if document.keys[at] not in _TO or _changes(document, numeral.first):
        return None
    return _second(document, at)


def _or(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`ثلاثة أو أربعة`: neighbours in counting."""
    if document.keys[at] != "او":
        return None
    second = read(document, at + 1)
    return second if second is not None and 0 < second.value - numeral.value <= max(5, numeral.value) else None


def _bounded(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`أكثر من 10 وأقل من 20`: a bound on each side, joined by `و`."""
    at += document.keys[at] in "،,"
    joined = at + (document.padded_keys[at] in ("و", "او"))
    hit = document.hit_at(joined, "bound")
    if hit is None or not (joined > at or hit.reading.proclitics == "و"):
        return None
    left = bounds.before(document, numeral.first)
    if left is None or hit.reading["mod"] not in _BOUNDED.get(left.mod, ()):
        return None
    second = read(document, hit.end) if hit.end < len(document.words) else None
    falls = left.mod in (NumberMod.LT, NumberMod.LE)
    return second if second is not None and (second.value < numeral.value) == falls else None


def repeated(document: Document, numeral: Numeral, unit: Unit | None) -> Range | None:
    """A range whose unit stands behind both ends: `من 10% إلى 20%`, `بين 5 دولارات و10 دولارات`; or a spaced dash and a unit.

    Examples:
        تفقد الشركة من [10% إلى 20%](value=10 upper=20 unit=%) من زبائنها
        تتراوح الرسوم بين [5 دولارات و10 دولارات](value=5 upper=10 unit=USD)
        تهب الرياح بسرعة [20 – 45 كلم](value=20 upper=45 unit=كلم) في الساعة
    """
    if unit is None:
        second = _spaced_dash(document, numeral, numeral.end) if numeral.end < len(document.words) else None
        measured = unit_of(document, second, second.end) if second is not None else None
        counted = second is not None and _has_word(document, second) and _is_plural(document, second.end)
        known = measured is not None and (measured.dimension is not COUNT or counted)
        return _range(numeral, second) if second and known else None
    if unit.dimension is COUNT or unit.name is None or unit.end >= len(document.words):
        return None
    behind = document.words[unit.end]
    dashed = behind.surface in _DASHES
    if not (dashed or behind.key in _TO or behind.key[0] == "و"):
        return None
    numeral = numeral._replace(end=unit.end)
    for link in (_spaced_dash,) if dashed else (_between, _from_to):
        second = link(document, numeral, unit.end)
        again = unit_of(document, second, second.end) if second is not None else None
        if second is not None and again is not None and again.dimension is unit.dimension and _alike(unit, again):
            return _range(numeral, second)
    return None


def _is_plural(document: Document, at: int) -> bool:
    return plural_noun(document, at) is not None or (document.keys[at].endswith("ات") and len(document.keys[at]) > 4)


def _has_word(document: Document, numeral: Numeral | None) -> bool:
    return numeral is not None and numeral.end < len(document.words)


def _alike(left: Unit, right: Unit) -> bool:
    """Whether two units are one, cents being no dollars: `من 15 سنتا إلى 49 دولارا` is a change and its result."""
    return left.dimension is not MONEY or left.name == right.name


def _second(document: Document, at: int) -> Numeral | None:
    if document.keys[at] in _TO or document.keys[at] == "و":
        at += 1
    hit = document.hit_at(at, "bound")
    if hit is not None:
        at = hit.end
    if at < len(document.words) and document.keys[at] in ("ال", "ب", "ل"):
        at += 1
    return read(document, at) if at < len(document.words) else None


_CHANGE: Final = (
    *("رتفع", "رتفاع", "نخفض", "نخفاض", "تراجع", "زاد", "زياد", "هبط", "هبوط", "قفز", "صعد", "صعود", "خفض", "تقليص", "رفع"),
    *("نزل", "هوى", "تقلص", "مقلص", "انتقل", "بمقدار", "بواقع", "كسب", "خسر", "تحسن"),
)


def _changes(document: Document, first: int) -> bool:
    """Whether a word of change, in any form, stands in the few words before."""
    return any(map(_is_change, document.keys[max(first - 6, 0) : first]))


@lru_cache(maxsize=16_384)
def _is_change(key: str) -> bool:
    return any(root in key for root in _CHANGE)

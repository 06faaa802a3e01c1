"""Numbers made of two: mixed numbers, spoken decimals, quotients, fractions with a slash, decimals without a whole part."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from arabnews.document import Document
from arabnews.extractors.numbers import bounds
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import NumberForm, Value
from arabnews.numerals import DIGITS, WORDS, Numeral, number_reading, plain, read
from arabnews.text.tokens import MARK, NUMBER, WORD

_EXACT: Final = Decimal("1e-12")
_MAX_PARTS: Final = 1000
_PIECES: Final = frozenset({"جزء", "جزءا", "اجزاء"})


def compound(document: Document, numeral: Numeral) -> Numeral:
    """The number with what follows it, where both make one.

    Examples:
        بلغ المعدل [خمسة وثلاثة أعشار](value=5.3)
        سجل المؤشر [سبعة وتسعة من عشرة](value=7.9)
        نسبة الخطأ [واحد على عشرين](value=0.05)
        بلغ السعر [اثنين فاصلة خمسة](value=2.5)
        كان المعدل [صفر فاصلة صفر سبعة](value=0.07)
        يصاب [واحد من خمسة](value=0.2) بالمرض
    """
    after = document.padded_words[numeral.end]
    if not may_go_on(after):
        return numeral
    for rule in _BY_LINK.get(after.key, _NUMBERED):
        if (found := rule(document, numeral)) is not None:
            return found
    return numeral


def may_go_on(word: Word) -> bool:
    """Whether the word behind a number may make one number of it and of another: most cannot."""
    return word.key in _BY_LINK or not word.tags.isdisjoint(_NUMBERS)


def _point(document: Document, numeral: Numeral) -> Numeral | None:
    """`اثنان فاصلة خمسة`, `مئتان فاصلة ثلاثة من مئة`: decimals behind the word for the comma, before a scale or a unit."""
    at = numeral.end + 1
    if at >= len(document.words) or document.keys[numeral.end] != "فاصلة" or numeral.scale > 1:
        return None
    if not isinstance(numeral.value, int):
        return None  # `7.45 فاصلة 5` has decimals already
    digits = ""
    while (zero := number_reading(document, at)) is not None and zero["kind"] == "zero":
        digits, at = digits + "0", at + 1
    decimals = read(document, at) if at < len(document.words) else None
    end = at
    if decimals is not None:
        count = decimals.coefficient if decimals.scale > 1 and decimals.coefficient > 1 else decimals.value
        digits, end = digits + str(count), decimals.end
    if not digits.isdecimal():
        return None
    value = Decimal(f"{numeral.value}.{digits}")
    if decimals is not None and decimals.scale > 1 and count != decimals.value:
        return _made(numeral, end, value * decimals.scale)
    whole = read(document, end + 1) if end + 1 < len(document.words) and document.keys[end] == "من" else None
    if decimals is not None and whole is not None and _is_power(whole) and whole.value > decimals.value:
        return _made(numeral, whole.end, Decimal(numeral.value) + Decimal(decimals.value) / Decimal(whole.value))
    return _made(numeral, end, value)


def power(document: Document, numeral: Numeral) -> Numeral | None:
    """`1.1^23`, `12e-1`: powers as calculators write them.

    Examples:
        بلغت القيمة [2^10](value=1024) تقريبا
        قيس الأثر [12e-1](value=1.2) هنا
    """
    at, words = numeral.end, document.words
    sign = document.keys[at] if at + 1 < len(document.words) else ""
    if numeral.form is not DIGITS or sign not in ("^", "e", "E") or document.starts[at] != document.ends[at - 1]:
        return None
    negative = False
    while at + 2 < len(document.words) and words[at + 1].surface in "+-":
        at, negative = at + 1, negative != (words[at + 1].surface == "-")
    key = document.keys[at + 1]
    exponent = int(key) if key.isdecimal() and len(key) <= 2 else None
    if exponent is None or document.starts[at + 1] != document.ends[at]:
        return None
    base = Decimal(10) if sign in ("e", "E") else Decimal(numeral.value)
    if not base:
        return None
    power = base ** (-exponent if negative else exponent) * (numeral.value if sign in ("e", "E") else 1)
    return numeral._replace(end=at + 2, value=plain(Decimal(f"{power:.15g}")), scale=1)


def _out_of(document: Document, numeral: Numeral) -> Numeral | None:
    """`واحد من خمسة`, `جزء من ألف`, `ثلاثة أجزاء من عشرة`: a share; of other numbers only where nothing else is said."""
    parts = numeral.end < len(document.words) and document.keys[numeral.end] in _PIECES
    at = numeral.end + parts
    if at + 1 >= len(document.words) or document.keys[at] != "من" or numeral.scale > 1:
        return None
    whole = read(document, at + 1)
    if whole is None or whole.definite or not numeral.value < whole.value or (_is_power(numeral) != _is_power(whole) and parts):
        return None
    one = numeral.value == 1 and numeral.form is WORDS
    spoken = numeral.form is whole.form is WORDS
    alone = _is_alone(document, numeral.first, whole.end)
    if not (parts or one or (alone and spoken)) or (not parts and _is_counting(document, whole.end)):
        return None
    return _made(numeral, whole.end, Decimal(numeral.value) / Decimal(whole.value))


def _is_counting(document: Document, at: int) -> bool:
    tags = document.words[at].tags if at < len(document.words) else frozenset()
    return bool(tags & {"counted", "measure", "currency", "time_unit"}) or document.hit_at(at, "percent") is not None


def _split(document: Document, numeral: Numeral) -> Numeral | None:
    """`ثلاث مئة وأربعون من مئة` is 300.4: of a number too high for a part, what stands behind its last `و` is the part."""
    if numeral.form is not WORDS or numeral.end + 1 >= len(document.words) or document.keys[numeral.end] != "من":
        return None
    whole = read(document, numeral.end + 1)
    if whole is None or not _is_power(whole) or numeral.value < whole.value or not _is_last(document, whole.end):
        return None
    for at in range(numeral.end - 1, numeral.first, -1):
        start = _joined(document, at)
        part = read(document, start) if start else None
        if part is not None and part.end == numeral.end and part.value < whole.value:
            return _made(numeral, whole.end, Decimal(numeral.value - part.value) + Decimal(part.value) / Decimal(whole.value))
    return None


def _is_power(numeral: Numeral) -> bool:
    """Whether a number in words is ten, a hundred, a thousand, and so on."""
    figures = str(numeral.value)
    return numeral.form is WORDS and len(figures) > 1 and figures[0] == "1" and set(figures[1:]) == {"0"}


def _parts(document: Document, numeral: Numeral) -> Numeral | None:
    """`مئتين وثلاثة أخماس`, `عشرون خمسا`: a denominator behind the number goes with its last unit, or with all of it."""
    denominator = _denominator(document, numeral.end)
    if not denominator or numeral.form is not WORDS:
        return None
    last = number_reading(document, numeral.end - 1)
    unit = int(last["value"]) if last is not None and last["kind"] == "unit" else 0
    numerator = unit if unit and numeral.value != unit else numeral.value
    return _made(numeral, numeral.end + 1, Decimal(numeral.value - numerator) + Decimal(numerator) / denominator)


def _and_more(document: Document, numeral: Numeral) -> Numeral | None:
    """What `و` joins to a number."""
    at = _joined(document, numeral.end)
    return (_mixed(document, numeral, at) or _spoken(document, numeral, at)) if at else None


def _mixed(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`خمسة وثلثان`, `ثلاثون وتسعة أعشار`: a fraction joined by `و`, with no noun that it could be a part of."""
    reading = document.words[at].get("fraction")
    if reading is not None and reading["parts"]:
        end, part = at + 1, Decimal(reading["parts"]) / Decimal(reading["of"])
        return _made(numeral, end, Decimal(numeral.value) + part) if _is_last(document, end) else None
    denominator = _denominator(document, at + 1)
    numerator = number_reading(document, at) if denominator else None
    if numerator is None or numerator["kind"] not in ("unit", "ten") or not denominator:
        return None
    return _made(numeral, at + 2, Decimal(numeral.value) + Decimal(numerator["value"]) / denominator)


def _spoken(document: Document, numeral: Numeral, at: int) -> Numeral | None:
    """`ستة وثمانية وثمانون من مئة` is 6.88, `ستة عشر وسبعة عشر على ثلاثة` 16 and 17 thirds: numbers that do not add up to one."""
    second = read(document, at)
    if second is None or second.end + 1 >= len(document.words):
        return None
    link = document.keys[second.end]
    third = read(document, second.end + 1) if link in ("من", "على") else None
    if third is None or third.value < 2 or third.form is not WORDS or not _is_last(document, third.end):
        return None
    if link == "من" and not (_is_power(third) and second.value < third.value):
        return None
    return _made(numeral, third.end, Decimal(numeral.value) + Decimal(second.value) / Decimal(third.value))


def _quotient(document: Document, numeral: Numeral) -> Numeral | None:
    """`واحد على عشرين`; of other numbers only where nothing follows that could be shared out."""
    if numeral.end + 1 >= len(document.words) or document.keys[numeral.end] != "على":
        return None
    divisor = read(document, numeral.end + 1)
    if divisor is None or divisor.value < 2:
        return None
    told = any("كسر" in key for key in document.keys[max(numeral.first - 2, 0) : numeral.first])
    whole = (numeral.first == 0 or told) and _is_last(document, divisor.end)
    words = numeral.form is divisor.form is WORDS and _is_last(document, divisor.end)
    if not (numeral.value == 1 or whole or words):
        return None
    return _made(numeral, divisor.end, Decimal(numeral.value) / Decimal(divisor.value))


_Rule = Callable[[Document, Numeral], Numeral | None]
_NUMBERS: Final = frozenset({"number", "fraction"})
_NUMBERED: Final[tuple[_Rule, ...]] = (_parts, _and_more)
_BY_LINK: Final[dict[str, tuple[_Rule, ...]]] = {
    "فاصلة": (_point,),
    "من": (_out_of, _split),
    "على": (_quotient,),
    "و": (_and_more,),
    **dict.fromkeys(_PIECES, (_out_of, *_NUMBERED)),
}
"""The rules by the word behind the first of the two numbers; `_NUMBERED` where that is a number itself."""


def slashed(document: Document, numeral: Numeral) -> Numeral | None:
    """`3/4 كوب`, `2 1/4`: a fraction in figures, behind a whole number, before a measure, or alone in its sentence.

    Examples:
        أضف [3/4 لتر](value=0.75) من الماء
    """
    first, words = numeral.first, document.words
    if numeral.form is not DIGITS or numeral.end != first + 1:
        return None
    whole: Value = 0
    top = first
    if _is_figure(document, first + 1) and document.starts[first + 1] == document.ends[first] + 1:
        whole, top = numeral.value, first + 1
    if not (_is_figure(document, top) and _is_figure(document, top + 2) and words[top + 1].surface == "/"):
        return None
    glued = document.ends[top] == document.starts[top + 1] and document.ends[top + 1] == document.starts[top + 2]
    upper, lower = read(document, top), read(document, top + 2)
    if not glued or upper is None or lower is None or not 1 < lower.value <= _MAX_PARTS or lower.end != top + 3:
        return None
    measured = top + 3 < len(document.words) and "measure" in words[top + 3].tags
    measured = measured or (bounds.before(document, first) is not None and upper.value < lower.value)
    if not (whole or measured or _is_alone(document, first, top + 3)):
        return None
    return _made(numeral, top + 3, Decimal(whole) + Decimal(upper.value) / Decimal(lower.value))


def pointed(document: Document, numeral: Numeral) -> Numeral | None:
    """`.75 كوب`: a decimal whose whole part is left out, at the start of a sentence."""
    first = numeral.first
    if first != 1 or document.words[0].surface != "." or document.ends[0] != document.starts[1]:
        return None
    key = document.keys[first]
    if numeral.form is not DIGITS or not key.isdecimal():
        return None
    return numeral._replace(first=0, value=plain(Decimal(f"0.{key}")))


def alone(document: Document, numeral: Numeral) -> bool:
    """Whether the number, with its sign, is all that the text says."""
    return _is_alone(document, numeral.first, numeral.end)


def _is_alone(document: Document, first: int, end: int) -> bool:
    before = all(document.words[at].kind is MARK for at in range(min(first, 2))) and first <= 2
    return before and all(document.words[at].kind is not WORD for at in range(end, min(end + 2, len(document.words))))


def _made(numeral: Numeral, end: int, value: Decimal) -> Numeral:
    return numeral._replace(end=end, value=plain(value.quantize(_EXACT)), form=NumberForm.FRACTION, scale=1)


def _joined(document: Document, at: int) -> int:
    """The position of the word that `و` joins to what stands before it; 0 if none."""
    if at >= len(document.words):
        return 0
    if document.keys[at] == "و":
        return at + 1 if at + 1 < len(document.words) else 0
    return at if _is_joined(document.words[at]) else 0


@kept
def _is_joined(word: Word) -> bool:
    """Whether a number word or a fraction has a `و` of its own."""
    return any(reading.tag in _NUMBERS and reading.proclitics == "و" for reading in word.readings)


def _denominator(document: Document, at: int) -> Decimal | None:
    reading = document.padded_words[at].get("fraction")
    return Decimal(reading["of"]) if reading is not None and not reading["parts"] and not reading.proclitics else None


def _is_figure(document: Document, at: int) -> bool:
    return at < len(document.words) and document.words[at].kind is NUMBER and document.keys[at].isdecimal()


def _is_last(document: Document, at: int) -> bool:
    """Whether nothing but a mark or a percent sign follows."""
    return at >= len(document.words) or document.words[at].kind is not WORD or document.hit_at(at, "percent") is not None

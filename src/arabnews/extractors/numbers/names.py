"""Figures that belong to a name: models, titles, indices, laws, hashtags; and figures that tell once more what words say."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.numbers import bounds
from arabnews.extractors.numbers.units import has_unit, is_countable
from arabnews.numerals import Numeral, number_reading, read
from arabnews.text.characters import QUOTE_MARKS
from arabnews.text.tokens import NUMBER, WORD

_NAME_TAGS: Final = frozenset({"organisation", "person_name", "dual_shape"})
_LONGEST_TITLE: Final = 5
_MODEL: Final = 10_000
_NOTE: Final = 100
"""Below it a bare figure in brackets is a note, a minute of a match or a shirt more often than an amount."""
_DASHES: Final = frozenset("-–")
TIMES: Final = frozenset("×*xX")
_NEGATIVE: Final = frozenset({"سالب", "ناقص"})
OF_YEARS: Final = frozenset({"لسنة", "لسنه", "لعام"})
PARTS_OF_MONTHS: Final = frozenset({"الاواخر", "الاوائل", "الاواسط"})
_LAWS: Final = ("قانون", "مرسوم", "قرار", "ظهير", "نظام", "امر", "جمارك")
_OTHER_CALENDARS: Final = frozenset({"الامازيغية", "الامازيغي", "العبرية", "القبطية", "الصينية", "الفارسية"})
_COUNTING: Final = frozenset({"bound", "number", "figure", "concept_trigger", "clause_opener"})


def model(document: Document, numeral: Numeral) -> bool:
    """A bare figure behind a word that only names know: a brand, a club, a person.

    Examples:
        هبط مؤشر ستوكسي 600 قليلا
    """
    word = document.padded_words[numeral.first - 1]
    if word.kind is not WORD or len(word.key) < 3 or not (word.tags <= _NAME_TAGS or not word.readings):
        return False
    if numeral.value >= _MODEL:
        return False
    return word.key not in _NEGATIVE and not word.key.endswith(("ه", "ها", "هم")) and _is_bare(document, numeral)


def titled_in_quotes(document: Document, numeral: Numeral) -> bool:
    """The last figure of a short name in quotation marks.

    Examples:
        عرضت القاعة فيلم «سريع جدا 7» مساء
    """
    end, first = numeral.end, numeral.first
    if document.padded_words[end].surface not in QUOTE_MARKS:
        return False
    for at in range(first - 1, max(first - 1 - _LONGEST_TITLE, -1), -1):
        word = document.words[at]
        if word.surface in QUOTE_MARKS:
            return at < first - 1
        if word.kind is not WORD or word.tags & _COUNTING or ("cue" in word.tags and at < first - 1):
            return False
    return False


def crossed(document: Document, numeral: Numeral) -> bool:
    """One of two figures with a sign of multiplication between them and no unit: a format, a resolution.

    Examples:
        أحضر الصورة بمقاس 4×6 إلى المكتب
    """
    words, first, end = document.padded_words, numeral.first, numeral.end
    left = words[first - 1].surface in TIMES and words[first - 2].kind is NUMBER
    return left or (words[end].surface in TIMES and words[end + 1].kind is NUMBER)


def hashtag(document: Document, numeral: Numeral) -> bool:
    """A number word inside a hashtag.

    Examples:
        تصدر وسم #ألف_شكر المواقع
    """
    return in_hashtag(document, numeral.first, numeral.end)


def in_hashtag(document: Document, first: int, end: int) -> bool:
    """Whether `#` or `_` ties the tokens to what stands beside them."""
    if document.padded_keys[first - 1] in ("#", "_") and document.ends[first - 1] == document.starts[first]:
        return True
    return document.padded_keys[end] == "_" and document.starts[end] == document.ends[end - 1]


def law(document: Document, numeral: Numeral) -> bool:
    """The number of a law before its year: `القانون 203 لسنة 1991`.

    Examples:
        عدل البرلمان قانون الجمارك 66 لسنة 1963 أمس
    """
    if document.padded_keys[numeral.end] not in OF_YEARS:
        return False
    return any(law in key for key in document.keys[max(numeral.first - 3, 0) : numeral.first] for law in _LAWS)


def other_year(document: Document, numeral: Numeral) -> bool:
    """A year of another calendar: `السنة الأمازيغية 2971`.

    Examples:
        احتفلوا بحلول السنة الأمازيغية الجديدة 2971 هناك
    """
    keys, first = document.padded_keys, numeral.first
    return keys[first - 1] in _OTHER_CALENDARS or keys[first - 2] in _OTHER_CALENDARS


def note(document: Document, numeral: Numeral) -> bool:
    """A small bare figure alone in brackets behind a name or a sentence: a footnote, the minute of a goal.

    Examples:
        سجل الهدف المهاجم سالم (66)، ثم تعادل الفريقان
        سجل الهدفين المهاجم سالم (61) (64)، ثم تعادل الفريقان
    """
    first, end, words = numeral.first, numeral.end, document.words
    if document.padded_keys[end] != ")" or document.padded_keys[first - 1] != "(" or first < 2:
        return False
    if not document.keys[first].isdecimal() or numeral.value >= _NOTE or bounds.before(document, first - 1) is not None:
        return False
    at = first - 2
    while at > 2 and words[at].surface == ")" and words[at - 1].kind is NUMBER and words[at - 2].surface == "(":
        at -= 3  # `سالم (61) (64)`
    before = words[at]
    name = before.kind is WORD and not before.tags & _COUNTING and len(before.key) > 2
    return name and not before.key.endswith(("عدد", "بلغ")) and not _goes_on(document, end + 1)


def _goes_on(document: Document, at: int) -> bool:
    """Whether what stands behind the bracket is counted or is part of the number."""
    if at >= len(document.words) or document.words[at].kind is not WORD:
        return document.hit_at(at, "percent") is not None or has_unit(document, at)
    word = document.words[at]
    return len(word.key) == 1 or "number" in word.tags or has_unit(document, at) or is_countable(document, at)


def spelt_out(document: Document, numeral: Numeral) -> bool:
    """A figure that the words behind it tell once more: `(20) عشرين مليون ريال`.

    Examples:
        دفع مبلغ (20) [عشرين مليون دولار](value=20000000 unit=USD) أمس
    """
    end = numeral.end + (document.padded_keys[numeral.end] == ")")
    if "number" not in document.padded_words[end].tags:
        return False
    told = number_reading(document, end)
    words = read(document, end) if told is not None and not told.proclitics else None
    return words is not None and words.form == "words" and numeral.value in (words.value, words.coefficient)


def last_ten(document: Document, numeral: Numeral) -> bool:
    """`العشر الأواخر من رمضان`: the name of its last nights.

    Examples:
        صلى في العشر الأواخر من رمضان
    """
    return numeral.definite and numeral.value == 10 and document.padded_keys[numeral.end] in PARTS_OF_MONTHS


def west(document: Document, numeral: Numeral) -> bool:
    """`وست` of foreign names, and no `و` with a six.

    Examples:
        فاز وست هام أمس
    """
    if document.keys[numeral.first] != "وست" or numeral.end != numeral.first + 1 or numeral.end >= len(document.words):
        return False
    after = document.words[numeral.end]
    return after.kind is WORD and not has_unit(document, numeral.end) and not after.key.endswith("ات")


def _is_bare(document: Document, numeral: Numeral) -> bool:
    """Whether a number is one figure, with nothing behind it that it could count."""
    end = numeral.end
    if end != numeral.first + 1 or _is_start_of_range(document, end):
        return False
    after = document.padded_words[end]
    return not (after.kind is WORD and (is_countable(document, end) or len(after.key) == 1))


def _is_start_of_range(document: Document, at: int) -> bool:
    """`السجق 110-130 جنيها`: a dash, another figure and what both count."""
    dashed = at + 2 < len(document.words) and document.words[at].surface in _DASHES and document.words[at + 1].kind is NUMBER
    return dashed and has_unit(document, at + 2)


OF_ALL: Final = (hashtag,)
OF_WORDS: Final = (last_ten, west)
OF_MIXED: Final = (note,)
OF_FIGURES: Final = (titled_in_quotes, law, spelt_out)
OF_BARE_FIGURES: Final = (model, crossed, other_year)

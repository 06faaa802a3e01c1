"""Small readers that the rules share: a day of the month, a year, a relative adjective, a quantity of time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, NamedTuple

from arabnews.document import Document, Hit, remembered
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.model import Value
from arabnews.numerals import GOES_ON, figure, number_reading, plain, read
from arabnews.text.tokens import NUMBER, WORD

YEAR_HEADS: Final = frozenset(
    (
        "عام",
        "سنة",
        "العام",
        "السنة",
        "لعام",
        "لسنة",
        "بعام",
        "بسنة",
        "للعام",
        "بالعام",
        "للسنة",
        "وعام",
        "وسنة",
        "العامين",
        "للعامين",
        "عامين",
        "بالعامين",
        "عامي",
        "سنتي",
        "لعامي",
    )
)
AFTER_HIJRA: Final = frozenset({"ه", "هجري", "هجرية", "هجريا", "الهجري", "للهجرة", "هج"})
_AD: Final = frozenset({"م", "ميلادي", "ميلادية", "ميلاديا", "الميلادي", "للميلاد"})
_POWERS: Final = frozenset({"2", "²", "3", "³"})
_BC: Final = frozenset({"قبل", "ق"})
_KINDS_OF_YEARS: Final = frozenset({"الدراسي", "المالي", "الهجري", "الميلادي"})
_PARTICLES: Final = frozenset({"ال", "ل", "ـ"})
_DIVISIONS: Final = ("النصف", "للنصف", "الثلث", "للثلث", "الربع", "للربع", "الاسبوع", "للاسبوع", "الشطر", "الفصل")
"""What ordinals count in a month or a year, and are no days."""
_PAIRED: Final = frozenset({"()", "«»", '""', "“”"})
_CLOSING: Final = frozenset(pair[1] for pair in _PAIRED)
_COUNTING_TIME: Final = frozenset({"number", "time_unit"})
_NAMED: Final = frozenset({"month", "weekday"})
_PARTED: Final = frozenset({"number", "fraction"})
BARE_WEEKDAYS: Final = {"اثنين": 1, "ثلاثاء": 2, "اربعاء": 3, "خميس": 4, "جمعة": 5, "سبت": 6, "احد": 7}
"""Weekdays without the article, which only what stands beside them shows to be weekdays."""


class Year(NamedTuple):
    """A year: its number, whether it is Hijri, before Christ, and where it ends."""

    number: int
    end: int
    hijri: bool = False
    bc: bool = False
    sure: bool = False


class Quantity(NamedTuple):
    """A quantity of time: `ثلاثة أيام`; amount None for a plural without a number."""

    first: int
    end: int
    amount: Value | None
    code: str
    factor: int
    definite: bool = False


def reading_at(document: Document, at: int, tag: str) -> Reading | None:
    """The reading of a token with this tag, or None."""
    return document.padded_words[at].get(tag)


def small_figure(document: Document, at: int, most: int) -> int | None:
    """A figure from 1 to `most`."""
    word = document.padded_words[at]
    if word.kind is not NUMBER or len(word.key) > 2 or not word.key.isdecimal():
        return None
    value = int(word.key)
    return value if 1 <= value <= most else None


def ordinal(document: Document, at: int) -> tuple[int, int] | None:
    """An ordinal word or two (`الخامس والعشرين`, `الثاني عشر`): its value and its end."""
    words = document.padded_words
    reading = words[at].get("ordinal")
    if reading is None:
        number = number_reading(document, at) if "number" in words[at].tags else None
        if number is not None and number["kind"] == "tens" and number.definite:
            return int(number["value"]), at + 1  # `العشرين من`
        return None
    value, end = int(reading["value"]), at + 1
    after = number_reading(document, end) if "number" in words[end].tags else None
    if after is not None and after["kind"] == "ten" and not after.proclitics:
        return value + 10, end + 1
    if after is not None and after["kind"] == "tens" and after.proclitics.startswith("و"):
        return value + int(after["value"]), end + 1
    if document.padded_keys[end] == "و" and (after := number_reading(document, end + 1)) and after["kind"] == "tens":
        return value + int(after["value"]), end + 2
    return None if reading["kind"] == "eleven" else (value, end)


def is_day_name(document: Document, at: int) -> bool:
    """Whether an ordinal can name a day of the month: `النصف الأول من سبتمبر` is no first of September."""
    feminine = document.keys[at].endswith(("ة", "اولى", "اولي"))
    if feminine and not document.padded_keys[at + 1].startswith("و"):
        return False  # `العشرة أيام الأولى من شهر أوت`; but `الثانية والعشرون من يونيو`
    return not document.padded_keys[at - 1].endswith(_DIVISIONS) or document.keys[at].startswith("و")


def year_at(document: Document, at: int, *, bare: bool) -> Year | None:
    """A year that starts at a token, with or without `عام` before it.

    Args:
        bare: whether a four-digit figure without `عام` and without `م` or `هـ` may be a year.
    """
    keys = document.padded_keys
    headed = keys[at] in YEAR_HEADS
    if headed:
        at += 1 + (keys[at + 1] in _KINDS_OF_YEARS)
    if keys[at] in _PARTICLES:
        at += 1
    word = document.padded_words[at]
    if word.kind is not NUMBER and "number" not in word.tags:
        return None
    number, end = _year_number(document, at, headed and not keys[at - 1].startswith("ال"))
    if number is None:
        return None
    era = keys[end]
    if era == "م" and not headed and keys[end + 1] in _POWERS:
        return None  # `1500م2`: square metres
    hijri, christian = era in AFTER_HIJRA, era in _AD
    if hijri or christian:
        end += 1
    bc = _before_christ(document, end) if keys[end] in _BC else 0
    end = bc or end
    if not (headed or hijri or christian or bc):
        return Year(number, end, 1300 <= number <= 1500) if bare and 1000 <= number <= 2200 else None
    if number < 1000 and not (headed or hijri or bc):
        return None
    likely_hijri = hijri or (not christian and not bc and 1300 <= number <= 1500)
    if not bc and not (1 <= number <= 2200):
        return None
    return Year(number, end, likely_hijri, bool(bc), True)


def _before_christ(document: Document, end: int) -> int:
    """The token behind `قبل الميلاد`, `ق.م`; 0 if neither stands there."""
    keys = document.padded_keys
    key = keys[end]
    if key == "قبل" and keys[end + 1] == "الميلاد":
        return end + 2
    if key == "ق":
        dotted = keys[end + 1] == "."
        return end + 2 + dotted if keys[end + 1 + dotted] == "م" else 0
    return 0


def _year_number(document: Document, at: int, headed: bool) -> tuple[int | None, int]:
    """The number of a year and its end; a short one needs its head before it, or its era behind it."""
    if document.words[at].kind is NUMBER:
        key = document.keys[at]
        if not key.isdecimal() or not 2 <= len(key) <= 4:
            return None, at
        if len(key) == 4 or headed or _before_christ(document, at + 1):
            return int(key), at + 1
        return None, at
    numeral = read(document, at)
    if numeral is not None and isinstance(numeral.value, int) and numeral.value <= 2200:
        least = 100 if headed or _before_christ(document, at + 1) else 1000
        return (numeral.value, numeral.end) if numeral.value >= least else (None, at)
    return None, at


def relative_at(document: Document, at: int) -> Hit | None:
    """A relative adjective (`الماضي`, `المقبلة`, `نفسه`) at a token."""
    hit = document.hit_at(at, "relative")
    if hit is None:
        return None
    return hit if hit.reading.definite or hit.reading["anaphoric"] == "yes" or hit.reading.entry.inflect == "" else None


@remembered
def quantity_at(document: Document, at: int) -> Quantity | None:
    """A quantity of time that starts at a token: number and unit, dual unit, unit and number (`الأشهر الستة`), plural alone."""
    keys, words = document.padded_keys, document.padded_words
    unit = words[at].get("time_unit")
    if unit is not None:
        return _unit_first(document, at, unit) if unit.number != "s" or not unit.definite else None
    first = at
    if keys[at] == "ال":
        at += 1
    if words[at].kind is NUMBER and _is_beside(words[at + 1]):
        return None
    numeral = read(document, at)
    if numeral is None:
        return _fraction_first(document, first)
    end = numeral.end
    end += keys[end] in _CLOSING and keys[numeral.first - 1] + keys[end] in _PAIRED
    slashed = keys[end] == "/" == keys[end + 2]  # `33/ عاما/`, as agencies write ages
    end += slashed
    unit = words[end].get("time_unit")
    if unit is None or document.hit_at(at, "percent") is not None:
        return _fraction_first(document, first)
    if (unit.proclitics and not unit.definite) or unit.proclitics.startswith(("ب", "ل", "و")):
        return None
    if (unit.definite and unit.number == "s") or keys[end] == "سنتا":  # cents
        return None  # `اثنين الأسبوع المقبل`, `17 العام الماضي`: nothing is counted
    if unit.number == "p" and numeral.value == 1 and numeral.form == "words":
        return None  # `أحد أشهر الكتاب`, `أحد أيام الأسبوع`: one of them
    count, end = _with_fraction(document, numeral.value, end + 1)
    if keys[first - 1] == "/" and document.ends[first - 1] == document.starts[first]:
        parts, first = figure_value(document, first - 2), first - 2
        if not isinstance(parts, int) or not isinstance(count, int) or not 0 < parts < count:
            return None
        count = plain((Decimal(parts) / Decimal(count)).quantize(Decimal("1e-6")).normalize())  # `3/4 ساعة`
    if count <= 0:
        return None
    return Quantity(first, end + slashed, count, unit["code"], int(unit["factor"]), numeral.definite or first != at)


def _is_beside(word: Word) -> bool:
    """Whether a word behind a figure is neither a part of the number nor a unit of time, as most are."""
    return word.kind is WORD and word.key not in GOES_ON and word.tags.isdisjoint(_COUNTING_TIME)


def _is_year_figure(document: Document, at: int) -> bool:
    key = document.padded_keys[at]
    return key.isdecimal() and len(key) == 4 and 1000 <= int(key) <= 2200


def _unit_first(document: Document, at: int, unit: Any) -> Quantity | None:
    code, factor = unit["code"], int(unit["factor"])
    at_work = unit.construct and document.padded_keys[at + 1] == "عمل"  # `يومي عمل`
    if unit.number == "d" and (not unit.construct or at_work):
        if unit["code"] == "Y" and _is_year_figure(document, at + 1):
            return None  # `للعامين 2013 و2014`
        count, end = _with_fraction(document, 2, at + 1)
        return Quantity(at, end, count, code, factor, unit.definite)
    if unit.number == "p" and unit.definite:
        number_at = at + 1 + (document.padded_keys[at + 1] == "ال")
        numeral = read(document, number_at) if number_at < len(document.words) else None
        if numeral is not None and (numeral.definite or number_at > at + 1 or relative_at(document, numeral.end) is not None):
            return Quantity(at, numeral.end, numeral.value, code, factor, True)
    if unit.number == "p":
        return Quantity(at, at + 1, None, code, factor, unit.definite)
    if unit.number == "s" and not unit.definite:
        if document.padded_keys[at + 1] in ("واحد", "واحدة", "واحدا", "كامل", "كاملة", "كاملا"):
            return Quantity(at, at + 2, 1, code, factor)
        if not document.tags_at(at + 1).isdisjoint(_NAMED) or figure_value(document, at + 1) is not None:
            return None  # `منذ شهر يناير`, `بعد عام 2015`
        count, end = _with_fraction(document, 1, at + 1)
        return Quantity(at, end, count, code, factor)
    return None


def _with_fraction(document: Document, count: Value, end: int) -> tuple[Value, int]:
    """`عام ونصف`, `ساعتان وربع`."""
    joined = document.padded_keys[end] == "و"
    reading = reading_at(document, end + joined, "fraction")
    if reading is None or not reading["parts"] or not (joined or reading.proclitics in ("و", "وال")):
        return count, end
    return plain(count + Decimal(reading["parts"]) / Decimal(reading["of"])), end + joined + 1


def _fraction_first(document: Document, at: int) -> Quantity | None:
    """`نصف ساعة`, `ثلاثة أرباع الساعة`."""
    if document.padded_words[at].tags.isdisjoint(_PARTED):
        return None
    count = number_reading(document, at)
    counted = count is not None and count["kind"] == "unit" and not count.definite
    reading = reading_at(document, at + counted, "fraction")
    unit = reading_at(document, at + counted + 1, "time_unit")
    parts = (reading["parts"] or (count["value"] if counted and count else "")) if reading is not None else ""
    if reading is None or unit is None or not parts or (counted and reading["parts"]) or unit.number != "s" or reading.definite:
        return None
    if unit.proclitics and not (unit.definite and unit.proclitics == "ال" and counted):
        return None  # `ثلاثة أرباع الساعة`; but `نصف العام` is a part of it
    share = plain((Decimal(parts) / Decimal(reading["of"])).quantize(Decimal("1e-6")).normalize())
    return Quantity(at, at + counted + 2, share, unit["code"], int(unit["factor"]))


def figure_value(document: Document, at: int) -> Value | None:
    """The value of a figure at a token, or None."""
    return figure(document.keys[at]) if document.padded_words[at].kind is NUMBER else None


def tatweel_before(document: Document, at: int) -> bool:
    """Whether a tatweel that serves as a dash stands between a token and the one before it: `2 ـ 4`."""
    if not 0 < at < len(document.words):
        return False
    between = document.text[document.ends[at - 1] : document.starts[at]]
    return "ـ" in between and not between.strip(" ـ")


def disagrees(document: Document, at: int, number: int) -> bool:
    """Whether the noun at a token has not the form that a number asks for: `في 2014 قرار`, but `2014 قرارا`, `2005 مواقع`."""
    word = document.words[at]
    noun = word.get("counted")
    if noun is None or any(word.get(tag) is not None for tag in ("measure", "currency", "number", "percent")):
        return False
    last = number % 100
    if 3 <= last <= 10:
        return not any(r.number == "p" for r in word.all("counted"))
    return last >= 11 and not word.surface.endswith(("ا", "اً", "ًا", "ة", "ةً", "ى", "ء", "ءً"))


def counts(document: Document, at: int) -> bool:
    """Whether a unit or a known countable noun stands at a token: what is before it is an amount."""
    return _is_counted(document.padded_words[at])


@kept
def _is_counted(word: Word) -> bool:
    readings = map(word.get, ("counted", "measure", "currency", "number", "percent"))
    return any(reading is not None and not reading.proclitics for reading in readings)

"""Dates of the calendar: day, month and year in every order and spelling, numeric dates, years."""

from __future__ import annotations

from datetime import date
from typing import Final

from arabnews.calendars import day_of, month_value
from arabnews.dating import HIJRI_YEARS, hijri_month, hijri_to_gregorian
from arabnews.document import Document, Hit
from arabnews.extractors.dates.context import DATE, Context, Temporal
from arabnews.extractors.dates.pieces import (
    AFTER_HIJRA,
    Year,
    counts,
    disagrees,
    is_day_name,
    ordinal,
    reading_at,
    relative_at,
    small_figure,
    tatweel_before,
    year_at,
)
from arabnews.extractors.dates.years import hijri_year, hijri_year_in, month_year, year_of_start, year_of_weekday, year_said
from arabnews.lexicon.kept import kept
from arabnews.model import Calendar
from arabnews.numerals import read
from arabnews.text.tokens import NUMBER, WORD

_MONTH_WORDS: Final = frozenset({"شهر", "شهري", "الشهر", "لشهر", "بشهر", "وشهر"})
_YEAR_LINKS: Final = frozenset({"من", "في", "،", ",", "ل", "سنة"})
_DAY_WORDS: Final = frozenset({"يوم", "اليوم", "تاريخ", "بتاريخ", "ليوم", "ويوم"})
_NAMED: Final = frozenset(
    {"هجمات", "هجوم", "اعتداءات", "احداث", "ثورة", "انتفاضة", "حركة", "مدينة", "شارع", "ميدان", "جسر"}
    | {"كوبري", "محور", "جامعة", "مستشفى", "ساحة"}
)
"""What is called after a day: `ثورة 25 يناير`."""
_LATEST: Final = 2050
_JOINED: Final = frozenset({"و", "ف"})
_SLASHES: Final = frozenset("/-.–")
_PAIRING: Final = frozenset("-/–")
_SPELT: Final = frozenset({"ordinal", "number"})
_DAYS: Final = frozenset({"figure", "ordinal", "number"})
_HONORED: Final = frozenset({"المبارك", "المعظم", "الحرام", "الفضيل", "الكريم", "المكرم"})
_BEFORE_MONTH: Final = frozenset(
    {"في", "منذ", "حتى", "خلال", "شهري", "بين", "قبل", "بعد", "مطلع", "نهاية", "منتصف", "بداية", "اواخر", "اوائل"}
)
_ALSO_PEOPLE: Final = frozenset({"شباط", "نيسان"})
_PEOPLE: Final = frozenset({"person_name", "title"})
_FIRST_OF_MONTH: Final = frozenset({"غرة", "غره", "فاتح"})
"""`غرة محرم`, `فاتح يوليوز` are their first days."""
_TIMES_BEFORE: Final = frozenset({"منذ", "ومنذ", "مذ", "في", "وفي"})
_COUNTED: Final = ("عدد", "عددهم", "عددها", "العدد")
_COUNT_WINDOW: Final = 4
_AMOUNT_BEFORE: Final = frozenset({"ب", "بقيمة", "نحو", "حوالي", "رقم", "عدد", "مبلغ", "قرابة", "$", "€"})
_BARE_YEAR_BEFORE: Final = frozenset(
    {"سنوات", "في", "منذ", "حتى", "حتي", "بعد", "قبل", "خلال", "بحلول", "الى", "من", "بين", "(", "عامي"}
    | {"سنتي", "موسم", "منتصف", "مطلع", "نهاية"}
    | {"بداية", "اواخر", "اوائل", "بنهاية", "لنهاية", "ومنتصف", "ومطلع", "وبداية", "ونهاية", "بمنتصف", "صيف", "شتاء", "ربيع"}
    | {"وفي", "ومنذ", "مواليد", "خريف", "انتخابات", "كاس", "مونديال", "يورو"}
)


def month_date(context: Context, at: int) -> Temporal | None:
    """A month with whatever stands around it: day, second name, year, relative adjective.

    Examples:
        وصل الوفد [17 يوليو/تموز 2021](value=2021-07-17) إلى المدينة
        افتتح الميناء في [مارس (آذار) الماضي](value=2015-03) @2015-08-01
        يبدأ العام [الأول من محرم 1443 هـ](value=2021-08-09 calendar=hijri)
        يقام المعرض من [5 ديسمبر](value=2019-12-05) إلى [9 يناير 2020](value=2020-01-09) هنا @2021-12-10
        احتشدوا في ميدان 25 يناير وسط المدينة
        اجتمعوا [يوم 30 دجنبر 2020](value=2020-12-30) بالرباط
        يسري القرار من [غرة محرم 1443](value=2021-08-09 calendar=hijri) فصاعدا
        نشرت الصورة في [April 13, 2024](value=2024-04-13) هناك
        ولد [عام 1956](value=1956) ثم أعلن في [26 يوليو من ذلك العام](value=1956-07-26) ملكا @2021-12-10
    """
    document, keys = context.document, context.document.padded_keys
    hit = document.hit_at(at, "month")
    if hit is None or hit.reading.proclitics in ("ك", "وك"):
        return None
    hijri = hit.reading["calendar"] == "h"
    if document.keys[hit.first] == "صفر" and keys[hit.first - 1] in ("-", "–", "/"):
        return None  # `3-صفر`, a result
    month = int(hit.reading["number"])
    first, day = (hit.first, None) if hit.reading.proclitics[:1] in _JOINED else _day_before(document, hit.first)
    end = twice = _second_name(document, hit.end, month, hijri)
    if day is None:
        day, end = _day_after(document, end, spoken=not hijri)
    relative, year = None, None
    if hijri and keys[end] in _HONORED and (relative_at(document, end + 1) or year_at(document, end + 1, bare=True)):
        end += 1  # `رمضان المبارك الماضي`
    if (found := relative_at(document, end)) is not None and found.reading["anaphoric"] != "yes":
        relative, end = int(found.reading["step"]), found.end
    year, end = year_after(document, end, hijri)
    if year is None and relative is None and not hijri and (that := _that_year(context, end)) is not None:
        year, end = that, that.end
    if day is not None and relative is None:
        named = keys[first - 1].lstrip("وبل")
        if named == "ثورة" or (year is None and named in _NAMED):
            return None
    headed = keys[first - 1] in _MONTH_WORDS
    if headed:
        first -= 1
    elif day is None and year is None and relative is None and keys[first - 1] in ("هذا", "لهذا"):
        headed, relative, first = True, 0, first - 1  # `هذا أغسطس`
    if day is not None and keys[first - 1] in _DAY_WORDS:
        first -= keys[first - 1] not in ("تاريخ", "بتاريخ")
    bare = day is None and year is None and relative is None and not headed and twice == hit.end
    if bare and (not _stands_alone(document, hit) or _repeats(document, first)):
        return None
    if hijri:
        return _hijri(context, first, end, day, month, year, relative)
    borrowed = _year_of_range(document, end, month) if year is None and relative is None else None
    number = year.number if year else borrowed or month_year(context, month, day, relative, first)
    if year is None and borrowed is None and relative is None:
        told = year_of_weekday(context, month, day, first, number) or year_said(context, first)
        number = told or year_of_start(context, month, first) or number
    rule = "month_date"
    if number is None:
        return Temporal(first, end, DATE, None, rule, kind="day" if day else "month", detail=f"{month}-{day}")
    if day is None:
        return Temporal(first, end, DATE, month_value(number, month), rule, kind="month")
    exact = day_of(number, month, day)
    return None if exact is None else Temporal(first, end, DATE, exact.isoformat(), rule, kind="day")


def _repeats(document: Document, first: int) -> bool:
    """Whether a bare month is but the second name of the one before it."""
    return document.padded_keys[first - 1] in ("(", "/") and document.hit_ending(first - 1, "month") is not None


def _stands_alone(document: Document, hit: Hit) -> bool:
    """Whether a month name without anything around it is a date and not a name or a verb."""
    before = document.padded_keys[hit.first - 1]
    if hit.first and (document.words[hit.first - 1].tags & _PEOPLE or document.keys[hit.first] in _ALSO_PEOPLE):
        return before in _BEFORE_MONTH  # `حميد شباط`
    before = before[1:] if before[1:] in ("مطلع", "نهاية", "منتصف", "بداية") else before
    if before in _BEFORE_MONTH:
        return hit.reading["alone"] == "yes" or hit.reading.proclitics == ""
    return hit.reading["alone"] == "yes" and before not in (
        "ثورة",
        "مدينة",
        "شارع",
        "حي",
        "انتفاضة",
        "حركة",
        "6",
        "جسر",
        "ميدان",
    )


def _day_before(document: Document, first: int) -> tuple[int, int | None]:
    """The day of the month before a month name: `17`, `الخامس والعشرين من`, `الأول من شهر`."""
    at = first - 1
    if document.padded_keys[at] in _MONTH_WORDS:
        at -= 1
    if document.padded_keys[at] in ("من", "/", "-"):
        at -= 1
    if (day := small_figure(document, at, 31)) is not None:
        return at, day
    if _is_dot_of_day(document, at) and (day := small_figure(document, at - 1, 31)) is not None:
        return at - 1, day
    if document.padded_keys[at].lstrip("بلو") in _FIRST_OF_MONTH:
        return at, 1
    if document.padded_words[at].tags.isdisjoint(_SPELT):
        return _spoken_day(document, first)
    for back in (3, 2, 1):
        start = at - back + 1
        found = ordinal(document, start) if start >= 0 else None
        if found is not None and found[1] == at + 1 and 0 < found[0] <= 31 and is_day_name(document, start):
            while document.padded_keys[start - 1] in ("اليوم",):
                start -= 1
            return start, found[0]
    return _spoken_day(document, first)


def _is_dot_of_day(document: Document, at: int) -> bool:
    """`يوم 2. أكتوبر`: a dot behind a day, which ends no sentence where a word for a day stands before it."""
    dot = document.padded_keys[at] == "." and at > 0 and document.starts[at] == document.ends[at - 1]
    return dot and (at == 1 or document.padded_keys[at - 2] in _DAY_WORDS)


def _spoken_day(document: Document, first: int) -> tuple[int, int | None]:
    """`تسعة وعشرين مايو`: a day in cardinal words directly before its month."""
    if "number" not in document.padded_words[first - 1].tags:
        return first, None
    for start in range(first - 1, max(first - 4, -1), -1):
        numeral = read(document, start)
        if numeral is not None and numeral.end == first and numeral.form == "words" and numeral.value in range(1, 32):
            joined = start > 0 and document.words[start].key.startswith("و") and read(document, start - 1) is not None
            return (first, None) if joined or numeral.definite else (start, int(numeral.value))
    return first, None


def _day_after(document: Document, end: int, spoken: bool) -> tuple[int | None, int]:
    """`سبتمبر 21`: the day behind the month, if no larger figure follows it directly."""
    if document.padded_words[end].tags.isdisjoint(_DAYS):
        return None, end
    day = small_figure(document, end, 31)
    if day is not None and document.padded_keys[end + 1] not in ("%", "٪", ":") and not counts(document, end + 1):
        return day, end + 1
    found = ordinal(document, end)
    if found is not None and reading_at(document, end, "ordinal") is not None and 0 < found[0] <= 31 and found[1] > end + 1:
        return found[0], found[1]
    numeral = read(document, end) if spoken and reading_at(document, end, "number") is not None else None
    last = numeral is not None and (numeral.end >= len(document.words) or document.words[numeral.end].kind is not WORD)
    if numeral is not None and last and numeral.form == "words" and not numeral.definite and numeral.value in range(2, 32):
        return int(numeral.value), numeral.end  # `مايو تسعة وعشرين`
    return None, end


def _second_name(document: Document, end: int, month: int, hijri: bool) -> int:
    """A second name of the same month behind the first: `يوليو/تموز`, `يونيو (حزيران)`, `آب أغسطس`."""
    at, bracket = end, False
    if document.padded_keys[at] in ("/", "(", "-", "،", "–"):
        bracket = document.padded_keys[at] == "("
        at += 1
    other = document.hit_at(at, "month")
    slip = document.padded_keys[end] == "/" and document.starts[end] == document.ends[end - 1]  # `يوليو/حزيران`, by mistake
    if other is None or (other.reading["calendar"] == "h") != hijri or (int(other.reading["number"]) != month and not slip):
        return end
    end = other.end
    return end + 1 if bracket and document.padded_keys[end] == ")" else end


def _certain(document: Document, year: Year, behind: int) -> bool:
    """A year in spite of the noun behind it: `في 4 يناير 2015 مقالا`, `إبريل 2023 فصائل`; `مايو 2000 جندي` may be men."""
    latin = document.padded_keys[behind] == "," and document.padded_keys[behind - 2].isascii()  # `March 5, 2020`
    if (document.padded_keys[behind] in ("من", "في", "،", ",") and not latin) or document.words[year.end].tags & {
        "number",
        "percent",
    }:
        return False
    return 1900 <= year.number <= 2100 and year.number % 100 > 0


def year_after(document: Document, end: int, hijri: bool) -> tuple[Year | None, int]:
    """The year behind a month, and its end (`end` where there is none)."""
    at = behind = end
    if document.padded_keys[at] in _YEAR_LINKS:
        at += 1
    if document.padded_keys[at] in _SLASHES and document.starts[at] == document.ends[at - 1]:
        at += 1
    year = year_at(document, at, bare=True)
    if (
        year is None
        or (year.hijri and not hijri and document.padded_keys[year.end - 1] in AFTER_HIJRA)
        or (counts(document, year.end) and not _certain(document, year, behind))
    ):
        return None, end
    return (year._replace(hijri=False) if year.hijri and not hijri else year), year.end


def _that_year(context: Context, at: int) -> Year | None:
    """`في مارس من ذلك العام`: the year of the date told last."""
    document, last = context.document, context.last
    at += document.padded_keys[at] in ("من", "في")
    if document.padded_keys[at] not in ("ذلك", "تلك") or document.padded_keys[at + 1] not in ("العام", "السنة") or last is None:
        return None
    told = (last.value or "")[:4]
    return Year(int(told), at + 2) if told.isdecimal() and len(told) == 4 else None


def _year_of_range(document: Document, at: int, month: int, *, hijri: bool = False) -> int | None:
    """The year that only the end of a range tells: `من 12 شوال إلى 24 ذي القعدة 1436`."""
    joined = (hit := document.hit_at(at, "month")) is not None and hit.reading.proclitics == "و"
    if not joined and document.padded_keys[at] not in ("الى", "حتى", "وحتى", "-", "–", "و", "لغاية"):
        return None
    for start in range(at + (not joined), min(at + 4, len(document.words))):
        hit = document.hit_at(start, "month")
        if hit is not None and (hit.reading["calendar"] == "h") == hijri:
            later = int(hit.reading["number"])
            year, _ = year_after(document, _second_name(document, hit.end, later, hijri), hijri)
            return year.number - (later < month) if year is not None and (year.number > 1800) != hijri else None
    return None


# ---- Hijri


def _hijri(
    context: Context, first: int, end: int, day: int | None, month: int, year: Year | None, relative: int | None
) -> Temporal | None:
    borrowed = _year_of_range(context.document, end, month, hijri=True) if year is None and relative is None else None
    number = year.number if year else borrowed or hijri_year(context, month, day, relative, first)
    rule, calendar = "hijri_date", Calendar.HIJRI
    if number is not None and number > 1800:  # `رمضان 2024`: the Hijri month of a Gregorian year
        number = hijri_year_in(number, month)
    if number is None:
        return Temporal(first, end, DATE, None, rule, calendar=calendar, kind="day" if day else "month")
    if day is not None:
        exact = hijri_to_gregorian(number, month, day)
        if exact is None:
            return (
                None if HIJRI_YEARS[0] <= number <= HIJRI_YEARS[1] else Temporal(first, end, DATE, None, rule, calendar=calendar)
            )
        return Temporal(first, end, DATE, exact.isoformat(), rule, calendar=calendar, kind="day")
    days = hijri_month(number, month)
    if days is None:
        return Temporal(first, end, DATE, None, rule, calendar=calendar, kind="month")
    middle = date.fromordinal((days[0].toordinal() + days[1].toordinal()) // 2)  # most of its days lie in this month
    value = month_value(middle.year, middle.month)
    return Temporal(first, end, DATE, value, rule, calendar=calendar, interval=days, kind="month")


# ---- years


def year_date(context: Context, at: int) -> Temporal | None:
    """A year: with `عام` or an era, or a bare figure where nothing is counted.

    Examples:
        تأسست الشركة [عام 2014](value=2014) في المدينة
        بدأ ذلك منذ [1997م](value=1997) تقريبا
        كان ذلك بين [عامي 2018](value=2018) [و2020](value=2020) هناك
        أصدر المجلس في [2014](value=2014) قرار المنع
        فاز الفريق [عام 2006 ـ 2007](value=2006/2007) باللقب
        بلغ عدد الحضور 1998 تقريبا
        باع قطعة أرض مساحتها 1500م2 في القرية
    """
    document = context.document
    year = year_at(document, at, bare=True)
    if year is None:
        return None
    if year.hijri and (both := _hijri_pair(document, at, year)) is not None:
        return both
    if not (year.sure or _bare_year(document, at, year)):
        return None
    if year.bc:
        return Temporal(at, year.end, DATE, f"BC{year.number:04d}", "year_date", kind="year")
    if document.padded_keys[at - 3].lstrip("وبل") == "ثورة" and document.hit_ending(at, "month") is not None:
        return None  # `ثورة 23 يوليو 1952`
    if document.padded_keys[at - 1] == "سنوات" and not year.number % 10 and not year.hijri:
        return Temporal(at - 1, year.end, DATE, f"{year.number // 10}", "year_date", kind="decade")
    pair = _year_pair(document, year)
    if pair is not None:
        return Temporal(at, pair[1], DATE, f"{year.number}/{pair[0]}", "year_date", kind="year")
    if year.hijri and 1300 <= year.number <= 1500:
        return _hijri_year_date(at, year)
    return Temporal(at, year.end, DATE, f"{year.number:04d}", "year_date", kind="year")


def year_in_words(context: Context, at: int) -> Temporal | None:
    """A year in words behind `في` or `منذ`, with nothing that it could count.

    Examples:
        ولد الشاعر في [ألف وتسعمائة وسبعة وثمانين](value=1987)، ثم هاجر
        درس في ألف وتسعمائة وسبع وثمانين مدرسة
    """
    document = context.document
    if document.keys[at] != "الف" or document.padded_keys[at - 1] not in ("في", "منذ"):
        return None
    numeral = read(document, at)
    if numeral is None or not isinstance(numeral.value, int) or not 1000 < numeral.value < 2100 or not numeral.value % 100:
        return None
    if numeral.end < len(document.words) and document.words[numeral.end].kind is WORD:
        return None
    return Temporal(at, numeral.end, DATE, f"{numeral.value}", "year_in_words", kind="year")


def _year_pair(document: Document, year: Year) -> tuple[int, int] | None:
    """`2021-2022`, `2015/2016`, `2006 ـ 2007`: the second year and its end."""
    at, key = year.end, document.padded_keys[year.end]
    if key not in _PAIRING:
        if not (key.isdecimal() and tatweel_before(document, at)):
            return None
        at -= 1
    second = document.padded_keys[at + 1]
    linked = second.isdecimal() and len(second) == 4
    apart = int(second) - year.number if linked else 0
    return (int(second), at + 2) if 0 < apart <= 100 or (apart > 0 and document.padded_keys[at + 2] == ")") else None


def _is_lifespan(document: Document, at: int, year: Year) -> bool:
    """`(1864-1956)`: two years alone in brackets."""
    if document.padded_keys[at - 1] != "(" and document.padded_keys[at + 1] != ")":
        return False
    first = at if document.padded_keys[at - 1] == "(" else at - 2
    dashed = document.padded_keys[first + 1] in ("-", "–", "/") and document.padded_keys[first + 3] == ")"
    years = document.padded_keys[first], document.padded_keys[first + 2]
    return dashed and document.padded_keys[first - 1] == "(" and all(y.isdecimal() and 1000 <= int(y) <= 2100 for y in years)


def _hijri_pair(document: Document, at: int, year: Year) -> Temporal | None:
    """`1435/1436هـ`, `1435هـ ـ 1436هـ`: two years of the Hijra that follow each other."""
    start = year.end + (document.padded_keys[year.end] in ("-", "/", "–"))
    second = year_at(document, start, bare=True)
    if second is None or second.number != year.number + 1 or not (second.hijri and (second.sure or year.sure)):
        return None
    if start == year.end and not tatweel_before(document, start):
        return None
    former, latter = _hijri_year_date(at, year), _hijri_year_date(start, second)
    value = f"{former.value}/{latter.value}" if former.value and latter.value else None
    days = (former.interval[0], latter.interval[1]) if former.interval and latter.interval else None
    return latter._replace(first=at, value=value, interval=days)


def _hijri_year_date(at: int, year: Year) -> Temporal:
    first, last = hijri_to_gregorian(year.number, 1, 1), hijri_to_gregorian(year.number + 1, 1, 1)
    if first is None or last is None:
        return Temporal(at, year.end, DATE, None, "year_date", calendar=Calendar.HIJRI, kind="year")
    final = date.fromordinal(last.toordinal() - 1)
    middle = date.fromordinal((first.toordinal() + final.toordinal()) // 2)
    return Temporal(
        at,
        year.end,
        DATE,
        f"{middle.year}",
        "year_date",
        calendar=Calendar.HIJRI,
        interval=(first, final),
        kind="year",
    )


@kept
def _is_count(key: str) -> bool:
    return key.endswith(_COUNTED)


def _bare_year(document: Document, at: int, year: Year) -> bool:
    """Whether a bare four-digit figure is a year: nothing is counted behind it, and a preposition or the like stands before."""
    if year.end == at + 1 and _is_lifespan(document, at, year):
        return True
    if not 1900 <= year.number <= 2100 or year.end != at + 1:
        return False
    words = document.words
    after = words[year.end] if year.end < len(words) else None
    before = document.padded_keys[at - 1]
    counted = after is not None and counts(document, year.end)
    counted = counted and not (before in _TIMES_BEFORE and disagrees(document, year.end, year.number))
    if after is not None and (counted or after.surface in "%٪:$€"):
        return False
    if before not in _BARE_YEAR_BEFORE and any(map(_is_count, document.keys[max(at - _COUNT_WINDOW, 0) : at])):
        return False  # `بلغ عدد الحضور 1998`
    tied = after is not None and after.surface in ("/", "-") and document.starts[year.end] == document.ends[at]
    if tied and at + 2 < len(words) and words[at + 2].kind is NUMBER and len(document.keys[at + 2]) != 4:
        return False
    if before in _AMOUNT_BEFORE:
        return False
    if len(words) <= 2 and year.number % 100 == 0:
        return False  # `2000` and nothing else
    if document.padded_keys[at + 1] == "على" and at + 2 < len(words) and words[at + 2].kind is NUMBER:
        return False  # `2000 على 3`, a quotient
    if before in _BARE_YEAR_BEFORE or (at and "part_of_period" in words[at - 1].tags):
        return True
    free = after is None or after.kind is not WORD or after.tags & {"function_word", "clause_opener"} or after.key[:1] in "ولب"
    label = words[at - 1].get("number_label") if at > 0 else None
    model = label is not None and label["when"] == "any"  # `آر تي إكس 2060`
    return bool(free or before.startswith("ال")) and year.number <= _LATEST and not model

"""Dates of the calendar: day, month and year in every order and spelling, numeric dates, years."""

from __future__ import annotations

from datetime import date
from typing import Final

from arabnews.calendars import day_of, month_value
from arabnews.dating import HIJRI_YEARS, hijri_month, hijri_to_gregorian
from arabnews.document import Document, Hit
from arabnews.extractors.dates.context import Context, Temporal
from arabnews.extractors.dates.pieces import (
    AFTER_HIJRA,
    Year,
    is_day_name,
    key_at,
    ordinal,
    reading_at,
    relative_at,
    small_figure,
    year_at,
)
from arabnews.extractors.dates.years import hijri_year, hijri_year_in, month_year, year_of_weekday, year_said
from arabnews.model import Calendar, DateType
from arabnews.text.tokens import Kind

_MONTH_WORDS: Final = frozenset({"شهر", "شهري", "الشهر", "لشهر", "بشهر", "وشهر"})
_YEAR_LINKS: Final = frozenset({"من", "في", "،", ",", "ل", "سنة"})
_DAY_WORDS: Final = frozenset({"يوم", "اليوم", "تاريخ", "بتاريخ", "ليوم", "ويوم"})
_NAMED: Final = frozenset(
    {
        "هجمات",
        "هجوم",
        "اعتداءات",
        "احداث",
        "ثورة",
        "انتفاضة",
        "حركة",
        "مدينة",
        "شارع",
        "ميدان",
        "جسر",
        "كوبري",
        "محور",
        "جامعة",
        "مستشفى",
        "ساحة",
    }
)
"""What is called after a day: `ثورة 25 يناير`."""
_LATEST: Final = 2050
_AT_DAY: Final = frozenset({"في", "منذ", "حتى", "عند", "يوم", "بتاريخ", "ليوم"})
_JOINED: Final = frozenset({"و", "ف"})
_SLASHES: Final = frozenset("/-.–")
_BARE_YEAR_BEFORE: Final = frozenset(
    {
        "في",
        "منذ",
        "حتى",
        "حتي",
        "بعد",
        "قبل",
        "خلال",
        "بحلول",
        "الى",
        "من",
        "بين",
        "(",
        "عامي",
        "سنتي",
        "موسم",
        "منتصف",
        "مطلع",
        "نهاية",
    }
    | {"بداية", "اواخر", "اوائل", "بنهاية", "لنهاية", "ومنتصف", "ومطلع", "وبداية", "ونهاية", "بمنتصف", "صيف", "شتاء", "ربيع"}
    | {"خريف", "انتخابات", "كاس", "مونديال", "يورو"}
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
    """
    document = context.document
    hit = document.hit_at(at, "month")
    if hit is None or hit.reading.proclitics in ("ك", "وك"):
        return None
    hijri = hit.reading["calendar"] == "h"
    month = int(hit.reading["number"])
    first, day = (hit.first, None) if hit.reading.proclitics[:1] in _JOINED else _day_before(document, hit.first)
    end = twice = _second_name(document, hit.end, month, hijri)
    if day is None:
        day, end = _day_after(document, end)
    relative, year = None, None
    if (found := relative_at(document, end)) is not None and found.reading["anaphoric"] != "yes":
        relative, end = int(found.reading["step"]), found.end
    year, end = year_after(document, end, hijri)
    if day is not None and year is None and relative is None and key_at(document, first - 1).lstrip("وبل") in _NAMED:
        return None
    headed = key_at(document, first - 1) in _MONTH_WORDS
    if headed:
        first -= 1
    elif day is None and year is None and relative is None and key_at(document, first - 1) in ("هذا", "لهذا"):
        headed, relative, first = True, 0, first - 1  # `هذا أغسطس`
    if day is not None and key_at(document, first - 1) in _DAY_WORDS:
        first -= key_at(document, first - 1) not in ("تاريخ", "بتاريخ")
    bare = day is None and year is None and relative is None and not headed and twice == hit.end
    if bare and (not _stands_alone(document, hit) or _repeats(document, first)):
        return None
    if hijri:
        return _hijri(context, first, end, day, month, year, relative)
    borrowed = _year_of_range(document, end, month) if year is None and relative is None else None
    number = year.number if year else borrowed or month_year(context, month, day, relative, first)
    if year is None and borrowed is None and relative is None:
        number = year_of_weekday(context, month, day, first, number) or year_said(context, first) or number
    rule = "month_date"
    if number is None:
        return Temporal(first, end, DateType.DATE, None, rule, kind="day" if day else "month", detail=f"{month}-{day}")
    if day is None:
        return Temporal(first, end, DateType.DATE, month_value(number, month), rule, kind="month")
    exact = day_of(number, month, day)
    return None if exact is None else Temporal(first, end, DateType.DATE, exact.isoformat(), rule, kind="day")


def _repeats(document: Document, first: int) -> bool:
    """Whether a bare month is but the second name of the one before it."""
    return key_at(document, first - 1) in ("(", "/") and document.hit_ending(first - 1, "month") is not None


def _stands_alone(document: Document, hit: Hit) -> bool:
    """Whether a month name without anything around it is a date and not a name or a verb."""
    before = key_at(document, hit.first - 1)
    before = before[1:] if before[1:] in ("مطلع", "نهاية", "منتصف", "بداية") else before
    if before in ("في", "منذ", "حتى", "خلال", "شهري", "بين", "قبل", "بعد", "مطلع", "نهاية", "منتصف", "بداية", "اواخر", "اوائل"):
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
    if key_at(document, at) in _MONTH_WORDS:
        at -= 1
    if key_at(document, at) in ("من", "/", "-"):
        at -= 1
    if (day := small_figure(document, at, 31)) is not None:
        return at, day
    for back in (3, 2, 1):
        start = at - back + 1
        found = ordinal(document, start) if start >= 0 and is_day_name(document, start) else None
        if found is not None and found[1] == at + 1 and 0 < found[0] <= 31:
            while key_at(document, start - 1) in ("اليوم",):
                start -= 1
            return start, found[0]
    return first, None


def _day_after(document: Document, end: int) -> tuple[int | None, int]:
    """`سبتمبر 21`: the day behind the month, if no larger figure follows it directly."""
    day = small_figure(document, end, 31)
    if day is not None and key_at(document, end + 1) not in ("%", "٪", ":") and not _counts(document, end + 1):
        return day, end + 1
    found = ordinal(document, end)
    if found is not None and reading_at(document, end, "ordinal") is not None and 0 < found[0] <= 31 and found[1] > end + 1:
        return found[0], found[1]
    return None, end


def _counts(document: Document, at: int) -> bool:
    if not 0 <= at < len(document.words):
        return False
    readings = (document.words[at].get(tag) for tag in ("counted", "measure", "currency", "number", "percent"))
    return any(reading is not None and not reading.proclitics for reading in readings)


def _second_name(document: Document, end: int, month: int, hijri: bool) -> int:
    """A second name of the same month behind the first: `يوليو/تموز`, `يونيو (حزيران)`, `آب أغسطس`."""
    at, bracket = end, False
    if key_at(document, at) in ("/", "(", "-", "،", "–"):
        bracket = key_at(document, at) == "("
        at += 1
    other = document.hit_at(at, "month")
    slip = key_at(document, end) == "/" and document.starts[end] == document.ends[end - 1]  # `يوليو/حزيران`, by mistake
    if other is None or (other.reading["calendar"] == "h") != hijri or (int(other.reading["number"]) != month and not slip):
        return end
    end = other.end
    return end + 1 if bracket and key_at(document, end) == ")" else end


def _certain(document: Document, year: Year, behind: int) -> bool:
    """A year in spite of the noun behind it: `في 4 يناير 2015 مقالا`, `إبريل 2023 فصائل`; `مايو 2000 جندي` may be men."""
    if key_at(document, behind) in ("من", "في", "،", ",") or document.words[year.end].tags & {"number", "percent"}:
        return False
    return 1900 <= year.number <= 2100 and year.number % 100 > 0


def year_after(document: Document, end: int, hijri: bool) -> tuple[Year | None, int]:
    """The year behind a month, and its end (`end` where there is none)."""
    at = behind = end
    if key_at(document, at) in _YEAR_LINKS:
        at += 1
    if key_at(document, at) in _SLASHES and document.starts[at] == document.ends[at - 1]:
        at += 1
    year = year_at(document, at, bare=True)
    if (
        year is None
        or (year.hijri and not hijri and key_at(document, year.end - 1) in AFTER_HIJRA)
        or (_counts(document, year.end) and not _certain(document, year, behind))
    ):
        return None, end
    return (year if hijri else year._replace(hijri=False)), year.end


def _year_of_range(document: Document, at: int, month: int, *, hijri: bool = False) -> int | None:
    """The year that only the end of a range tells: `من 12 شوال إلى 24 ذي القعدة 1436`."""
    joined = (hit := document.hit_at(at, "month")) is not None and hit.reading.proclitics == "و"
    if not joined and key_at(document, at) not in ("الى", "حتى", "وحتى", "-", "–", "و", "لغاية"):
        return None
    for start in range(at + (not joined), min(at + 4, len(document))):
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
        return Temporal(first, end, DateType.DATE, None, rule, calendar=calendar, kind="day" if day else "month")
    if day is not None:
        exact = hijri_to_gregorian(number, month, day)
        if exact is None:
            return (
                None
                if HIJRI_YEARS[0] <= number <= HIJRI_YEARS[1]
                else Temporal(first, end, DateType.DATE, None, rule, calendar=calendar)
            )
        return Temporal(first, end, DateType.DATE, exact.isoformat(), rule, calendar=calendar, kind="day")
    days = hijri_month(number, month)
    if days is None:
        return Temporal(first, end, DateType.DATE, None, rule, calendar=calendar, kind="month")
    value = month_value(days[0].year, days[0].month)
    return Temporal(first, end, DateType.DATE, value, rule, calendar=calendar, interval=days, kind="month")


# ---- numeric dates and years


def numeric_date(context: Context, at: int) -> Temporal | None:
    """A numeric date, day first or year first, with `/`, `-` or `.`; Hijri by its year or by `هـ`.

    Examples:
        صدر القرار في [27/7/2015](value=2015-07-27) وانتهى
        صدر القرار يوم [22/4](value=2021-04-22) وانتهى @2021-12-10
        صدر القرار بتاريخ [24/10/1436 هـ](value=2015-08-09 calendar=hijri) وانتهى
    """
    document = context.document
    parts, end = _numeric_parts(document, at)
    if parts is None:
        return None
    if len(parts) == 2:
        return _month_and_year(document, at, end, parts) or _day_and_month(context, at, end, parts)
    year, month, day = parts if len(parts[0]) == 4 else parts[::-1]
    if len(year) == 2:
        year = f"20{year}"
    if not (len(year) == 4 and len(month) <= 2 and len(day) <= 2):
        return None
    number, month_number, day_number = int(year), int(month), int(day)
    era = key_at(document, end)
    hijri = (era.startswith("ه") and len(era) <= 5) or 1300 <= number <= 1500
    if era in ("ه", "هجري", "هجرية", "م"):
        end += 1
    if hijri:
        exact = hijri_to_gregorian(number, month_number, day_number)
        calendar = Calendar.HIJRI
    else:
        exact = day_of(number, month_number, day_number) or day_of(number, day_number, month_number)
        calendar = Calendar.GREGORIAN
    if exact is None:
        return None
    return Temporal(at, end, DateType.DATE, exact.isoformat(), "numeric_date", calendar=calendar, kind="day")


def _month_and_year(document: Document, at: int, end: int, parts: list[str]) -> Temporal | None:
    """`2/2013`: a month."""
    if len(parts[0]) == 4 and 1900 <= int(parts[0]) <= 2100 and 1 <= int(parts[1]) <= 12:
        value = month_value(int(parts[0]), int(parts[1]))
        return Temporal(at, end, DateType.DATE, value, "numeric_date", kind="month")
    if len(parts[1]) == 4 and len(parts[0]) <= 2 and 1 <= int(parts[0]) <= 12 and 1900 <= int(parts[1]) <= 2100:
        value = month_value(int(parts[1]), int(parts[0]))
        return Temporal(at, end, DateType.DATE, value, "numeric_date", kind="month")
    return None


def _day_and_month(context: Context, at: int, end: int, parts: list[str]) -> Temporal | None:
    """`يوم 22/4`, `في 22/4`: a day without its year, where what stands before it shows that it is no fraction."""
    document, before = context.document, key_at(context.document, at - 1)
    small, great = sorted(int(part) for part in parts)
    headed = before in _DAY_WORDS or document.hit_ending(at, "weekday") is not None
    if not (headed or (before in _AT_DAY and great > 12)) or _counts(document, end) or max(map(len, parts)) > 2:
        return None
    day, month = (great, small) if great > 12 else (int(parts[0]), int(parts[1]))
    year = month_year(context, month, day, None, at) if 1 <= month <= 12 else None
    exact = day_of(year or 2000, month, day)
    if exact is None:
        return None
    return Temporal(at, end, DateType.DATE, exact.isoformat() if year else None, "numeric_date", kind="day")


def _numeric_parts(document: Document, at: int) -> tuple[list[str] | None, int]:
    """The figures of a numeric date that starts at a token, and its end."""
    words, keys = document.words, document.keys
    tied = at > 1 and words[at - 1].surface in _SLASHES and document.ends[at - 1] == document.starts[at]
    if tied and words[at - 2].kind is Kind.NUMBER and document.ends[at - 2] == document.starts[at - 1]:
        return None, at
    for mark in ".،,":
        if keys[at].count(mark) == 2 and (parts := keys[at].split(mark)) and all(part.isdecimal() for part in parts):
            return parts, at + 1
    parts, end = [keys[at]], at + 1
    if end + 1 < len(words) and tatweel_before(document, end) and tatweel_before(document, end + 1):
        parts = keys[at : at + 3]  # `9ــ10ــ1436`
        return (parts, at + 3) if all(part.isdecimal() for part in parts) else (None, at)
    while len(parts) < 3 and end + 1 < len(words) and words[end].surface in "/-–" and words[end + 1].kind is Kind.NUMBER:
        if document.starts[end + 1] - document.ends[end - 1] > 3 or (
            len(parts) == 2 and words[end].surface != words[at + 1].surface
        ):
            break
        parts.append(keys[end + 1])
        end += 2
    if len(parts) < 2 or not all(part.isdecimal() for part in parts):
        return None, at
    glued = document.starts[end - 1] == document.ends[end - 2]
    short = glued and (words[at + 1].surface == "/" or _year_and_month(parts) or _day_first(keys, at, parts))
    return (parts, end) if len(parts) == 3 or short else (None, at)


def _day_first(keys: list[str], at: int, parts: list[str]) -> bool:
    """`في 22-4`: falling figures behind a preposition are no range."""
    day, month = int(parts[0]), int(parts[-1])
    return bool(at) and keys[at - 1] in _AT_DAY and 12 < day <= 31 and 1 <= month <= 12 and len(parts[-1]) <= 2


def _year_and_month(parts: list[str]) -> bool:
    """`2015-3`, and not the season `2011-12`."""
    return len(parts[0]) == 4 and len(parts[1]) <= 2 and int(parts[1]) != int(parts[0]) % 100 + 1


def year_date(context: Context, at: int) -> Temporal | None:
    """A year: with `عام` or an era, or a bare figure where nothing is counted.

    Examples:
        تأسست الشركة [عام 2014](value=2014) في المدينة
        بدأ ذلك منذ [1997م](value=1997) تقريبا
        كان ذلك بين [عامي 2018](value=2018) [و2020](value=2020) هناك
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
        return Temporal(at, year.end, DateType.DATE, f"BC{year.number:04d}", "year_date", kind="year")
    pair = _year_pair(document, year)
    if pair is not None:
        return Temporal(at, pair[1], DateType.DATE, f"{year.number}/{pair[0]}", "year_date", kind="year")
    if year.hijri and 1300 <= year.number <= 1500:
        return _hijri_year_date(at, year)
    return Temporal(at, year.end, DateType.DATE, f"{year.number:04d}", "year_date", kind="year")


def _year_pair(document: Document, year: Year) -> tuple[int, int] | None:
    """`2021-2022`, `2015/2016`: the second year and its end."""
    at = year.end
    second = key_at(document, at + 1)
    linked = key_at(document, at) in ("-", "/", "–") and second.isdecimal() and len(second) == 4
    return (int(second), at + 2) if linked and 0 < int(second) - year.number <= 100 else None


def _hijri_pair(document: Document, at: int, year: Year) -> Temporal | None:
    """`1435/1436هـ`, `1435هـ ـ 1436هـ`: two years of the Hijra that follow each other."""
    start = year.end + (key_at(document, year.end) in ("-", "/", "–"))
    second = year_at(document, start, bare=True)
    if second is None or second.number != year.number + 1 or not (second.hijri and (second.sure or year.sure)):
        return None
    if start == year.end and not tatweel_before(document, start):
        return None
    former, latter = _hijri_year_date(at, year), _hijri_year_date(start, second)
    value = f"{former.value}/{latter.value}" if former.value and latter.value else None
    days = (former.interval[0], latter.interval[1]) if former.interval and latter.interval else None
    return latter._replace(first=at, value=value, interval=days)


def tatweel_before(document: Document, at: int) -> bool:
    """Whether a tatweel that serves as a dash stands between a token and the one before it: `2 ـ 4`."""
    between = document.text[document.ends[at - 1] : document.starts[at]] if 0 < at < len(document) else ""
    return "ـ" in between and not between.strip(" ـ")


def _hijri_year_date(at: int, year: Year) -> Temporal:
    first, last = hijri_to_gregorian(year.number, 1, 1), hijri_to_gregorian(year.number + 1, 1, 1)
    if first is None or last is None:
        return Temporal(at, year.end, DateType.DATE, None, "year_date", calendar=Calendar.HIJRI, kind="year")
    final = date.fromordinal(last.toordinal() - 1)
    middle = date.fromordinal((first.toordinal() + final.toordinal()) // 2)
    return Temporal(
        at,
        year.end,
        DateType.DATE,
        f"{middle.year}",
        "year_date",
        calendar=Calendar.HIJRI,
        interval=(first, final),
        kind="year",
    )


def _bare_year(document: Document, at: int, year: Year) -> bool:
    """Whether a bare four-digit figure is a year: nothing is counted behind it, and a preposition or the like stands before."""
    if not 1900 <= year.number <= 2100 or year.end != at + 1:
        return False
    words = document.words
    after = words[year.end] if year.end < len(words) else None
    if after is not None and (_counts(document, year.end) or after.surface in "%٪:$€"):
        return False
    tied = after is not None and after.surface in ("/", "-") and document.starts[year.end] == document.ends[at]
    if tied and at + 2 < len(words) and words[at + 2].kind is Kind.NUMBER and len(document.keys[at + 2]) != 4:
        return False
    before = key_at(document, at - 1)
    if before in ("ب", "بقيمة", "نحو", "حوالي", "رقم", "عدد", "مبلغ", "قرابة", "$", "€"):
        return False
    if len(words) <= 2 and year.number % 100 == 0:
        return False  # `2000` and nothing else
    if key_at(document, at + 1) == "على" and at + 2 < len(words) and words[at + 2].kind is Kind.NUMBER:
        return False  # `2000 على 3`, a quotient
    free = (
        after is None or after.kind is not Kind.WORD or after.tags & {"function_word", "clause_opener"} or after.key[:1] in "ولب"
    )
    if before in _BARE_YEAR_BEFORE:
        return True
    label = words[at - 1].get("number_label") if at > 0 else None
    model = label is not None and label["when"] == "any"  # `آر تي إكس 2060`
    return bool(free or before.startswith("ال")) and year.number <= _LATEST and not model

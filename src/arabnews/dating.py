"""The only door to dateparser: strings that are known to be a date, never running text.

dateparser is slow to import and fills in what a string leaves out; so it is imported on first use, always told the
language and the reference day, and asked only about strings that someone has delimited already.
"""

from __future__ import annotations

import re
import threading
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

_LOCK: Final = threading.Lock()  # dateparser keeps unguarded caches
_LOCALES: Final = ("ar", "ar-SY", "ar-TN", "ar-MA", "en", "fr")
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(1[345]\d\d)(?!\d)")
_HIJRI: Final = re.compile(r"هـ|هجري|(?<!\d)1[345]\d\d(?!\d)")
_BOTH: Final = re.compile(r"\s+(?:[-–—]|ال?موافق)\s+")
_OF_OUR_ERA: Final = re.compile(r"\s*(?:م|ميلادي(?:ة|ا)?)\.?$")


def parse_published(text: str) -> date | None:
    """The day that a publication date string names, or None.

    ISO 8601 dates and timestamps are read directly, every other spelling (Arabic month names of every region, Arabic-Indic
    digits, English, French) through dateparser, which must find day, month and year in the string itself. Days come before
    months (`3/12/2021` is the third of December). A Hijri date gives its Gregorian day; of a day named in both calendars the
    Gregorian name counts.

    Example:
        >>> parse_published("2021-12-10T08:30:00+03:00")
        datetime.date(2021, 12, 10)
        >>> parse_published("10 كانون الأول 2021")
        datetime.date(2021, 12, 10)
        >>> parse_published("5 جمادى الأولى 1443 هـ")
        datetime.date(2021, 12, 9)
        >>> parse_published("قريبا") is None, parse_published("2021-13-01") is None
        (True, True)
    """
    text = text.strip()
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if not 4 <= len(text) <= 80:
        return None
    named = [part for part in _BOTH.split(text) if part]
    for part in sorted(named, key=lambda part: _HIJRI.search(_ascii(part)) is not None):
        if found := _day(_OF_OUR_ERA.sub("", _ascii(part))):
            return found
    return None


def _ascii(text: str) -> str:
    """The text with ASCII digits."""
    return re.sub(r"\d", lambda digit: str(int(digit[0])), text)


def _day(text: str) -> date | None:
    """The day that a string names once, in one calendar."""
    if match := _YEAR_FIRST.match(text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_FIRST.match(text):
        return _numeric(int(match[4]), int(match[3]), int(match[1]))
    if _HIJRI.search(text):
        return _hijri(text)
    for locale in _LOCALES:
        if found := _parse(text, locale):
            return found.date()
    return None


def _numeric(year: int, month: int, day: int) -> date | None:
    if HIJRI_YEARS[0] <= year <= HIJRI_YEARS[1]:
        return hijri_to_gregorian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hijri(text: str) -> date | None:
    """The Gregorian day of a Hijri date with its month's name."""
    from dateparser.calendars.hijri import HijriCalendar

    try:
        with _LOCK:
            found = HijriCalendar(text).get_date()
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError):
        return None
    return found.date_obj.date() if found and found.period == "day" and found.date_obj else None


def _parse(text: str, locale: str) -> datetime | None:
    import dateparser

    settings: Any = {"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False, "PREFER_DAY_OF_MONTH": "first",
                     "DATE_ORDER": "DMY", "RELATIVE_BASE": datetime(2000, 1, 1)}  # fmt: skip
    try:
        with _LOCK:
            if "-" in locale:
                return dateparser.parse(text, locales=[locale], settings=settings)
            return dateparser.parse(text, languages=[locale], settings=settings)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError):
        return None  # whatever a strange string does to a foreign parser, it is no date


HIJRI_YEARS: Final = (1343, 1500)
"""The Hijri years for which the Umm al-Qura calendar is tabulated."""


_KEPT: Final = 1024
"""Days whose conversion is kept: articles of a day tell the same ones."""


@lru_cache(_KEPT)
def hijri_to_gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date in the Umm al-Qura calendar, or None if there is no such day.

    The conversion is that of hijridate, the package behind dateparser's Hijri calendar.

    Example:
        >>> hijri_to_gregorian(1443, 1, 10)
        datetime.date(2021, 8, 18)
    """
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


@lru_cache(_KEPT)
def gregorian_to_hijri(day: date) -> tuple[int, int, int] | None:
    """Year, month and day in the Umm al-Qura calendar, or None outside its tables.

    Example:
        >>> gregorian_to_hijri(date(2021, 8, 18))
        (1443, 1, 10)
    """
    from hijridate import Gregorian

    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a Hijri month, or None outside the tables."""
    first = hijri_to_gregorian(year, month, 1)
    after = hijri_to_gregorian(year + month // 12, month % 12 + 1, 1)
    return (first, date.fromordinal(after.toordinal() - 1)) if first and after else None

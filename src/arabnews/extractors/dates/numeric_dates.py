"""Dates in figures: `27/7/2015`, `2015-07-27`, `24/10/1436 هـ`, `2/2013`, `يوم 22/4`."""

from __future__ import annotations

from typing import Final

from arabnews.calendars import day_of, month_value
from arabnews.dating import hijri_to_gregorian
from arabnews.document import Document
from arabnews.extractors.dates.context import DATE, Context, Temporal
from arabnews.extractors.dates.pieces import counts, tatweel_before
from arabnews.extractors.dates.years import month_year
from arabnews.model import Calendar
from arabnews.text.tokens import NUMBER

_DAY_WORDS: Final = frozenset({"يوم", "اليوم", "تاريخ", "بتاريخ", "ليوم", "ويوم"})
_SLASHES: Final = frozenset("/-.–")
DASHES: Final = frozenset("/-–")
_AROUND: Final = frozenset({"بعد", "قبل", "منذ", "حتى"})
_AT_DAY: Final = frozenset({"في", "منذ", "حتى", "عند", "يوم", "بتاريخ", "ليوم"})


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
    era = document.padded_keys[end]
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
    return Temporal(at, end, DATE, exact.isoformat(), "numeric_date", calendar=calendar, kind="day")


def _month_and_year(document: Document, at: int, end: int, parts: list[str]) -> Temporal | None:
    """`2/2013`: a month."""
    if len(parts[0]) == 4 and 1900 <= int(parts[0]) <= 2100 and 1 <= int(parts[1]) <= 12:
        value = month_value(int(parts[0]), int(parts[1]))
        return Temporal(at, end, DATE, value, "numeric_date", kind="month")
    if len(parts[1]) == 4 and len(parts[0]) <= 2 and 1 <= int(parts[0]) <= 12 and 1900 <= int(parts[1]) <= 2100:
        value = month_value(int(parts[1]), int(parts[0]))
        return Temporal(at, end, DATE, value, "numeric_date", kind="month")
    return None


def _day_and_month(context: Context, at: int, end: int, parts: list[str]) -> Temporal | None:
    """`يوم 22/4`, `في 22/4`: a day without its year, where what stands before it shows that it is no fraction."""
    document, before = context.document, context.document.padded_keys[at - 1]
    small, great = sorted(int(part) for part in parts)
    headed = before in _DAY_WORDS or document.hit_ending(at, "weekday") is not None or _ranged(document, at, end)
    headed = headed or (before in _AROUND and (great > 12 or context.alone(at - 1, end)))
    if not (headed or (before in _AT_DAY and great > 12)) or counts(document, end) or max(map(len, parts)) > 2:
        return None
    day, month = (great, small) if great > 12 else (int(parts[0]), int(parts[1]))
    year = month_year(context, month, day, None, at) if 1 <= month <= 12 else None
    exact = day_of(year or 2000, month, day)
    if exact is None:
        return None
    return Temporal(at, end, DATE, exact.isoformat() if year else None, "numeric_date", kind="day")


def _ranged(document: Document, at: int, end: int) -> bool:
    """`من 10/1 إلى 11/7`: one of two dates without their years, with the words of a range around them."""
    onward = document.padded_keys[at - 1].removeprefix("و") in ("من", "بين") and document.padded_keys[end] in ("الى", "حتى", "و")
    behind = document.padded_keys[at - 1] in ("الى", "حتى", "و") and document.padded_keys[at - 3] == "/"
    other = document.padded_keys[end + 2] == "/" if onward else document.padded_keys[at - 5].removeprefix("و") in ("من", "بين")
    return (onward or behind) and other


def _numeric_parts(document: Document, at: int) -> tuple[list[str] | None, int]:
    """The figures of a numeric date that starts at a token, and its end."""
    words, keys = document.words, document.keys
    behind = document.padded_words[at + 1]
    dashed = behind.surface in DASHES or (behind.kind is NUMBER and tatweel_before(document, at + 1))
    if not dashed and keys[at].isdecimal():
        return None, at  # as most figures stand
    tied = at > 1 and words[at - 1].surface in _SLASHES and document.ends[at - 1] == document.starts[at]
    if tied and words[at - 2].kind is NUMBER and document.ends[at - 2] == document.starts[at - 1]:
        return None, at
    for mark in ".،,":
        if keys[at].count(mark) == 2 and (parts := keys[at].split(mark)) and all(part.isdecimal() for part in parts):
            return parts, at + 1
    parts, end = [keys[at]], at + 1
    if end + 1 < len(words) and tatweel_before(document, end) and tatweel_before(document, end + 1):
        parts = keys[at : at + 3]  # `9ــ10ــ1436`
        return (parts, at + 3) if all(part.isdecimal() for part in parts) else (None, at)
    while len(parts) < 3 and end + 1 < len(words) and words[end].surface in DASHES and words[end + 1].kind is NUMBER:
        if document.starts[end + 1] - document.ends[end - 1] > 3 or (
            len(parts) == 2 and _mark(words[end].surface) != _mark(words[at + 1].surface)
        ):
            break
        parts.append(keys[end + 1])
        end += 2
    if len(parts) < 2 or not all(part.isdecimal() for part in parts):
        return None, at
    glued = document.starts[end - 1] == document.ends[end - 2]
    short = glued and (words[at + 1].surface == "/" or _year_and_month(parts) or _day_first(keys, at, parts))
    return (parts, end) if len(parts) == 3 or short else (None, at)


def _mark(surface: str) -> str:
    """A long dash counts as a short one."""
    return "-" if surface == "–" else surface


def _day_first(keys: list[str], at: int, parts: list[str]) -> bool:
    """`في 22-4`: falling figures behind a preposition are no range."""
    day, month = int(parts[0]), int(parts[-1])
    return bool(at) and keys[at - 1] in _AT_DAY and 12 < day <= 31 and 1 <= month <= 12 and len(parts[-1]) <= 2


def _year_and_month(parts: list[str]) -> bool:
    """`2015-3`, and not the season `2011-12`."""
    return len(parts[0]) == 4 and len(parts[1]) <= 2 and int(parts[1]) != int(parts[0]) % 100 + 1

"""Calendars: partial dates as TIMEX3 values, their intervals, and steps from one period to another.

A TIMEX3 value (ISO-TimeML) is as long as what is known: `2021-07-15`, `2021-07`, `2021`, `202` (a decade), `20` (a century),
`2021-W28`, `2021-Q3`, `2021-H2`, `2021-SU`. Weeks are ISO 8601 weeks.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)\Z")
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PART: Final = re.compile(r"(\d{4})-([QH])(\d)\Z")
_YEARS: Final = re.compile(r"\d{2,4}\Z")
_SPAN: Final = re.compile(r"(\d{4})/(\d{4})\Z")
_PART_MONTHS: Final = {"Q": 3, "H": 6}
_ONE_DAY: Final = timedelta(days=1)
_KEPT: Final = 1024
"""Values whose interval is kept: articles tell the same years and days again and again."""

Interval = tuple[date, date]


def day_of(year: int, month: int, day: int) -> date | None:
    """A Gregorian day, or None if there is none (`31 فبراير`)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_interval(year: int, month: int) -> Interval:
    """First and last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    return date(year, month, 1), after - _ONE_DAY


def interval_of(value: str | None) -> Interval | None:
    """First and last day of a TIMEX3 value, both inside; None where days cannot be told (seasons, durations, references).

    Example:
        >>> interval_of("2021-Q3")
        (datetime.date(2021, 7, 1), datetime.date(2021, 9, 30))
        >>> interval_of("199")
        (datetime.date(1990, 1, 1), datetime.date(1999, 12, 31))
    """
    if not value:
        return None
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


@lru_cache(_KEPT)
def _interval(value: str) -> Interval | None:
    if match := _DAY.match(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _MONTH.match(value):
        return month_interval(int(match[1]), int(match[2]))
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + 5 * _ONE_DAY if match[3] else monday), monday + 6 * _ONE_DAY
    if match := _PART.match(value):
        length = _PART_MONTHS[match[2]]
        first = (int(match[3]) - 1) * length + 1
        return date(int(match[1]), first, 1), month_interval(int(match[1]), first + length - 1)[1]
    if match := _SPAN.match(value):
        return date(int(match[1]), 1, 1), date(int(match[2]), 12, 31)
    if _YEARS.match(value):
        size = 10 ** (4 - len(value))
        return date(max(int(value) * size, 1), 1, 1), date(min((int(value) + 1) * size - 1, 9999), 12, 31)
    return None


def week_value(day: date) -> str:
    """The ISO week of a day, as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    """`2021-07`."""
    return f"{year:04d}-{month:02d}"


def add_months(day: date, months: int) -> date:
    """The same day some months away; the month's last day where there is no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, month_interval(year, month)[1].day))


def shifted(day: date, count: int, code: str, factor: int = 1) -> str | None:
    """The period that lies `count` units from a day, as precise as the unit: a day for days, an ISO week for weeks, and so on.

    Args:
        code: TIMEX3 letter of the unit: D, W, M, Y.
        factor: how many of it the unit is (a decade: 10).

    Example:
        >>> shifted(date(2021, 12, 10), -2, "M")
        '2021-10'
    """
    try:
        if code == "D":
            return (day + timedelta(days=count * factor)).isoformat()
        if code == "W":
            return week_value(day + timedelta(weeks=count * factor))
        if code == "M":
            moved = add_months(day, count * factor)
            return month_value(moved.year, moved.month)
        if code == "Y":
            year = day.year + count * factor
            return _year_value(year, factor)
    except (ValueError, OverflowError):
        return None
    return None


def _year_value(year: int, factor: int) -> str | None:
    if not 1 <= year <= 9999:
        return None
    text = f"{year:04d}"
    return {10: text[:3], 100: text[:2]}.get(factor, text)


_SMALLER: Final = {"TH": "M", "TM": "S"}
"""What sixty of go into an hour, a minute."""


def duration_value(count: object, code: str, factor: int = 1) -> str:
    """A TIMEX3 duration: `P3D`, `PT24H`, `P300Y`, `P1.5Y`.

    Example:
        >>> duration_value(24, "TH"), duration_value(3, "Y", 100), duration_value(Decimal("2.5"), "TH")
        ('PT24H', 'P300Y', 'PT2H30M')
    """
    amount = count * factor if factor != 1 else count  # type: ignore[operator]
    if isinstance(amount, Decimal) and amount == amount.to_integral_value():
        amount = int(amount)  # `نصف قرن` is P50Y
    if isinstance(amount, Decimal) and code in _SMALLER:
        whole, parts = int(amount), (amount - int(amount)) * 60
        if parts == parts.to_integral_value():
            larger = f"{whole}{code[1]}" if whole else ""
            return f"PT{larger}{int(parts)}{_SMALLER[code]}"
    text = format(amount, "f") if not isinstance(amount, int) else str(amount)
    return f"PT{text}{code[1]}" if code.startswith("T") else f"P{text}{code}"


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th weekday (Monday is 1) of a month; `nth` -1 is the last one."""
    first, last = month_interval(year, month)
    if nth == -1:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None

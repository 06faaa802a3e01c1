"""What stands side by side and says one time (`اليوم الثلاثاء`, `مساء أمس`, `9 شوال الموافق 25 يوليو`); modifiers before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from arabnews.calendars import add_months, interval_of, shifted, week_value
from arabnews.document import Document
from arabnews.extractors.dates.context import DURATION, SET, TIME, Context, Temporal
from arabnews.model import Calendar, DateMod

_EQUALS: Final = frozenset({"الموافق", "والموافق", "موافق", "الموافقة", "المصادف", "يوافق", "الموافق ل"})
_DAYS: Final = frozenset({"day", "weekday"})
_TIMES: Final = frozenset({"part", "clock", "hours"})
_HEADS: Final = frozenset({"شهر", "عام", "سنة", "يوم"})
_UNPARTED: Final = frozenset({"clock", "time", "reference"})
_VERB_LIKE: Final = frozenset({"ظهر", "فجر", "عصر"})
"""Parts of the day that are verbs too, unless a day stands behind them."""
_PAST_OVER: Final = frozenset({"(", "،", ",", "-", "–"})
_LENGTH: Final = re.compile(r"(-?)P(T?)(\d+)([A-Z])\Z")
_UNITS: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
FARTHEST: Final = 3
"""Tokens that may stand between two expressions that make one."""
_MOD: Final = {mod.value: mod for mod in DateMod}


def joined(context: Context, left: Temporal, right: Temporal) -> Temporal | None:
    """The two as one expression, or None if they are two."""
    document = context.document
    if document.sentence_bounds[left.first] != document.sentence_bounds[right.first]:
        return None
    gap = document.keys[left.end : right.first]
    if right.rule == "duration" and left.rule in ("duration", "distance"):
        return _longer(context, left, right, gap)
    if left.rule == "duration" and gap == ["من"] and right.kind in _DAYS:
        return _counted_from(document, left, right)
    if any(key in _EQUALS for key in gap):
        return _same_day(left, right, _closing(document, left, right))
    gap = [key for key in gap if key not in ("يوم", "تاريخ", "نحو", "حوالي", "عند", "بحدود", "تمام")]
    if len(gap) > 1 or (gap and gap[0] not in ("(", "،", ",", "من", "في", "-", "–", ":", ")")):
        return None
    if left.kind == "some_time" and right.rule != "vague_period":
        return _some_time(left, right, gap)
    if left.kind == "week" and right.kind == "weekday" and not gap and left.value:
        return _in_week(left, right)
    if left.kind == "time" and right.kind in _DAYS and left.value and right.value and "/" not in left.value:
        return _day_repeated(context, left, right, gap)
    if "set" in (left.kind, right.kind):
        return _set_at(left, right, gap)
    return _days(context, left, right, gap) or _time_and_day(document, left, right, gap) or _years(left, right, gap)


def _longer(context: Context, left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """`ثلاث سنوات وستة أشهر`, `بعد عامين و21 يوما`: a length told in two units is one."""
    document, at = context.document, right.first
    if gap == ["و"]:
        tied = document.ends[at - 1] == document.starts[at] or document.starts[at] - document.ends[at - 1] == 1
    else:
        tied = not gap and document.keys[at].startswith("و")
    great, small = _LENGTH.match(left.detail or left.value or ""), _LENGTH.match(right.value or "")
    if not tied or great is None or small is None or right.mod is not None:
        return None
    units = _UNITS.index(great[2] + great[4]), _UNITS.index(small[2] + small[4])
    if units[0] >= units[1] or document.padded_keys[left.first - 1] in ("بين", "مابين", "من"):
        return None
    if left.rule == "duration":
        value = f"{left.value}{(small[0][1:] if not great[2] else small[0][2:])}"
        return left._replace(end=right.end, value=value)
    today, sign = context.published, -1 if great[1] else 1
    if today is None or small[2]:
        return left._replace(end=right.end, value=None)
    steps = {great[4]: int(great[3]), small[4]: int(small[3])}
    try:
        day = add_months(today, sign * (12 * steps.get("Y", 0) + steps.get("M", 0)))
        day += timedelta(days=sign * (7 * steps.get("W", 0) + steps.get("D", 0)))
    except (ValueError, OverflowError):
        return None
    return left._replace(end=right.end, value=shifted(day, 0, small[4]))


def _counted_from(document: Document, left: Temporal, right: Temporal) -> Temporal | None:
    """`بعد يومين من أمس`, `قبل أسبوع من الجمعة المقبل`: a length counted from a day that is told."""
    sign = {"بعد": 1, "قبل": -1}.get(document.padded_keys[left.first - 1].removeprefix("و"), 0)
    length = _LENGTH.match(left.value or "")
    if not sign or length is None or length[2] or left.mod is not None or not right.value or len(right.value) != 10:
        return None
    day, count = date.fromisoformat(right.value), sign * int(length[3])
    try:
        days = {"D": count, "W": 7 * count}.get(length[4])
        months = {"M": count, "Y": 12 * count}.get(length[4], 0)
        exact = day + timedelta(days=days) if days is not None else add_months(day, months)
    except (ValueError, OverflowError):
        return None
    return right._replace(first=left.first - 1, value=exact.isoformat(), kind="day", interval=None)


def _day_repeated(context: Context, left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """`مساء أمس السبت 8 أغسطس`, `صباح الثلاثاء (26 مارس)`: the day behind a time once more; a date tells the value."""
    document = context.document
    if left.value is None or right.value is None or (gap and gap[0] != "(") or _day_in(left.value) is None:
        return None
    if right.kind == "weekday":
        if not right.detail or (gap and not _agrees(left.value, right.detail)):
            return None
        return left._replace(end=_closing(document, left, right), value=_on_weekday(context, left.value, right.detail))
    if len(right.value) > 10 or not _agrees(right.value, f"W{date.fromisoformat(left.value[:10]).isoweekday()}"):
        return None
    return left._replace(end=_closing(document, left, right), value=right.value + left.value[10:])


def _set_at(left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """`كل يوم اثنين الساعة 4 مساء`, `كل صباح الساعة 9`: a clock time of every week or day."""
    often, time = (left, right) if left.kind == "set" else (right, left)
    clock = (time.value or "").removesuffix(":00")
    if time.kind != "clock" or gap not in ([], ["في"]) or "/" in clock:
        return None
    weekly = often.value if (often.value or "").startswith("XXXX-WXX-") else ""
    if not weekly and often.value not in ("P1D", "TMO", "TEV", "TNI"):
        return None
    if often.value in ("TEV", "TNI"):
        clock = _of_part(clock, often.value[1:])
    return often._replace(first=left.first, end=right.end, value=f"{weekly}{clock}")


def _some_time(left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """`وقت سابق من اليوم`, `وقت سابق أمس`, `وقت متأخر من مساء أمس`: the period, early or late where it says so."""
    if right.kind in ("part", "time") and gap in ([], ["من"]) and left.mod is not None:
        return right._replace(first=left.first, mod=left.mod)
    if right.kind in ("day", "weekday", "week", "month", "year", "season", "quarter") and gap in ([], ["من"]):
        kind = "day" if right.kind == "weekday" else right.kind
        return right._replace(first=left.first, kind=kind, mod=left.mod)
    return None


def on_day(day: str, value: str) -> str:
    """A clock time, or two with `/` between them, on a day."""
    return "/".join(f"{day[:10]}{time}" for time in value.split("/"))


def _in_week(week: Temporal, day: Temporal) -> Temporal | None:
    """`الأسبوع المقبل يوم الجمعة`: the day of that week."""
    days = interval_of(week.value)
    if days is None or not day.detail:
        return None
    value = (days[0] + timedelta(days=int(day.detail[1:]) - 1)).isoformat()
    return day._replace(first=week.first, value=value, kind="day", interval=None)


def _closing(document: Document, left: Temporal, right: Temporal) -> int:
    opened = "(" in document.keys[left.end : right.first]
    return right.end + (opened and document.padded_keys[right.end] == ")")


def _same_day(left: Temporal, right: Temporal, end: int) -> Temporal:
    """Two calendars for one day: the Gregorian one tells the value."""
    plain = right if right.calendar is Calendar.GREGORIAN and right.value else left if left.value else right
    calendar = left.calendar
    return plain._replace(first=left.first, end=end, calendar=calendar, kind="day")


def _days(context: Context, left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """A day and its weekday, a weekday and its date, in any order: one expression, the date tells the value."""
    if left.kind not in _DAYS or right.kind not in _DAYS or (gap and gap[0] not in _PAST_OVER):
        return None
    if left.kind == "day" and right.kind == "day" and left.value != right.value:
        return None
    exact = right if right.kind == "day" else left
    other = left if exact is right else right
    if left.kind == right.kind == "weekday":
        return None
    if exact.rule == "deictic" and other.kind == "weekday" and other.detail and not gap:
        exact = exact._replace(value=_on_weekday(context, exact.value, other.detail))
    agree = exact.value is not None and (exact.value == other.value or _agrees(exact.value, other.detail))
    if gap and gap[0] in ("،", ",", "-", "–") and not agree:
        return None
    return exact._replace(first=left.first, end=_closing(context.document, left, right), kind="day")


def _on_weekday(context: Context, value: str | None, detail: str) -> str | None:
    """The day nearest to `أمس` or `اليوم` that is the weekday named beside it: papers are written on the eve of their date."""
    day = _day_in(value) if value else None
    if value is None or day is None or _agrees(value, detail):
        return value
    found = day + timedelta(days=(int(detail[1:]) - day.isoweekday() + 3) % 7 - 3)
    today = context.published or day
    if (day < today < found) or (found < today < day):
        found += timedelta(days=7 if found < today else -7)  # yesterday lies behind, whatever its weekday
    return found.isoformat() + value[10:]


def _agrees(value: str, detail: str) -> bool:
    day = _day_in(value)
    return day is not None and detail == f"W{day.isoweekday()}"


def _day_in(value: str) -> date | None:
    """The day that a value begins with; a month or a year has none."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _time_and_day(document: Document, left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """A clock time or a part of the day with its day; `مساء أمس`, `الثلاثاء عند الساعة 9`."""
    time, day = (left, right) if left.kind in _TIMES else (right, left)
    if time.kind not in _TIMES:
        return None
    if day.kind in _TIMES:
        clock, part = (time, day) if time.kind == "clock" else (day, time)
        if clock.kind == part.kind or not (gap == [] or gap[0] in ("من", "،", "في")):
            return None
        value = part.value if part.value and len(part.value) > 4 else None
        if value is not None and clock.value is not None:
            hour = _of_part(clock.value, part.detail)
            return clock._replace(first=left.first, end=right.end, value=f"{value[:10]}{hour}", kind="time")
        if clock.value is None or "/" in clock.value or clock.rule == "midday" or clock.rule == "part_of_day":
            return clock._replace(first=left.first, end=right.end)
        return clock._replace(first=left.first, end=right.end, value=_of_part(clock.value, (part.value or "")[1:]))
    if day.kind not in _DAYS or time.value is None or not time.value.startswith("T"):
        return None
    if time is right and document.keys[time.first] in _VERB_LIKE:
        return None
    if time is right and gap and gap[0] not in ("،", ",", "في", "-", *(("من",) if time.rule == "hours" else ())):
        return None
    value = None if day.value is None else on_day(day.value, time.value)
    return time._replace(first=left.first, end=_closing(document, left, right), value=value, kind="time", mod=time.mod or day.mod)


def _of_part(clock: str, part: str) -> str:
    """A clock time in an evening or a night: `الليلة الساعة 7` is 19:00."""
    hour = int(clock[1:3])
    earliest = {"NI": 6, "MI": 1, "AF": 1, "EV": 1}.get(part)
    return f"T{hour + 12:02d}{clock[3:]}" if earliest is not None and earliest <= hour < (10 if part == "MI" else 12) else clock


def _years(left: Temporal, right: Temporal, gap: list[str]) -> Temporal | None:
    """`العام الماضي 2014م`: the figure repeats the year; `24 تشرين الأول من العام الماضي`: the year of the date before it."""
    if left.rule == "part_of_year" and right.kind == "year" and not gap and left.value:
        return left._replace(end=right.end) if left.value[:4] == right.value else None
    if left.kind == "year" and right.kind == "year" and not gap:
        if left.rule == "relative_unit":
            value = right.value if right.calendar is Calendar.GREGORIAN else left.value or right.value
            return right._replace(first=left.first, value=value, interval=None)
        return None
    if right.kind != "year" or right.rule not in ("relative_unit", "anaphoric") or gap not in ([], ["من"]):
        return None
    if left.kind in ("day", "month") and left.rule == "month_date":
        if right.value is None or left.value is None:
            return left._replace(end=right.end, value=None)
        return left._replace(end=right.end, value=right.value + left.value[4:])
    return None


def modified(context: Context, found: Temporal) -> Temporal:
    """The expression with the modifiers before it: `نهاية العام الحالي`, `نحو 2494`, `مطلع أبريل`."""
    document, sort, kind = context.document, found.type, found.kind
    if sort is DURATION or sort is SET or kind == "distance":
        return found
    first, mod = found.first, found.mod
    if kind == "some_time":
        return found._replace(mod=None)  # early in what, only words that are no date say
    before = document.padded_keys[first - 1]
    if before == "اسبوع" and kind == "day" and found.rule == "month_date" and found.value:
        return found._replace(first=first - 1, value=week_value(date.fromisoformat(found.value)), kind="week")
    if mod is None and kind not in _UNPARTED:
        at = first - (before in _HEADS and kind not in _DAYS)
        if (hit := document.hit_ending(at, "part_of_period")) is not None:
            return found._replace(first=hit.first, mod=_MOD[hit.reading["mod"]])
    if mod is None and (bound := document.hit_ending(first, "bound")) is not None and bound.reading["mod"] == "approx":
        return found._replace(first=bound.first, mod=DateMod.APPROX)
    if before == "متأخرة" and found.type is TIME:
        return found._replace(first=first - 2, mod=DateMod.LATE)
    return found

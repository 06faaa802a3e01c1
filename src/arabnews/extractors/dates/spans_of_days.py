"""Days told together: a stretch of one month (`من 5 إلى 9 مايو`), the n-th weekday or week of a period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from arabnews.calendars import add_months, day_of, interval_of, nth_weekday, week_value
from arabnews.document import Document
from arabnews.extractors.dates.calendar_dates import month_date
from arabnews.extractors.dates.context import DATE, DAY_LENGTH, Context, Temporal
from arabnews.extractors.dates.holidays import holiday
from arabnews.extractors.dates.pieces import (
    BARE_WEEKDAYS,
    counts,
    ordinal,
    reading_at,
    small_figure,
    tatweel_before,
    year_at,
)
from arabnews.extractors.dates.relative import relative_unit
from arabnews.model import Calendar, DateMod
from arabnews.text.tokens import NUMBER

_TO: Final = frozenset({"الى", "الي", "حتى", "وحتى", "لغاية", "ولغاية", "-", "–"})
_SLASHES: Final = frozenset({"/", "."})
DATED: Final = frozenset({"month_date", "current_month_day", "hijri_date", "numeric_date"})
BEFORE_DAYS: Final = frozenset({"يوم", "ليوم"})
_SEVERAL_DAYS: Final = frozenset({"يومي", "ايام", "ليومي", "بيومي", "ويومي"})
_BETWEEN: Final = frozenset({"بين", "مابين"})
_OF: Final = frozenset({"من", "في", "ب"})
MONTH_WORDS: Final = frozenset({"شهر", "الشهر", "بشهر"})
_WEEKDAY_WORDS: Final = frozenset({"يوم", "يومي"})


def with_first_day(context: Context, found: Temporal) -> Temporal:
    """A day of a month with the day from which it runs, before it or behind the month: one stretch of days.

    Examples:
        يقام المعرض [19 إلى 22 نوفمبر 2021](value=2021-11-19/2021-11-22) في المدينة
        تعقد الندوة بين [3 و12 مارس 2020](value=2020-03-03/2020-03-12) هنا
        يقام المعرض في [نوفمبر 2021 من 19 إلى 22](value=2021-11-19/2021-11-22) هنا
        يقام المعرض من [2 إلى 11 شوال 1436هـ](value=2015-07-18/2015-07-27) هنا
    """
    if found.rule == "month_date" and found.kind == "month":
        return _days_behind(context.document, found)
    if found.rule not in ("month_date", "current_month_day", "hijri_date") or found.kind != "day":
        return found
    if not found.value:
        return _undated(context.document, found)
    if not _is_day(found):
        return found
    document, last = context.document, date.fromisoformat(found.value)
    start = _day_before(document, found.first)
    if found.calendar is Calendar.HIJRI:
        latest = small_figure(document, found.first, 30)
        earlier = latest is not None and start is not None and latest - start[0]
        return _stretch(found, last - timedelta(days=earlier), last, start[1], found.end) if earlier > 0 and start else found
    if start is not None and start[0] < last.day:
        return _stretch(found, last.replace(day=start[0]), last, start[1], found.end)
    final = _day_behind(document, found.end)
    if final is not None and final[0] > last.day:
        try:
            return _stretch(found, last, last.replace(day=final[0]), found.first, final[1])
        except ValueError:
            return found
    return found


def _undated(document: Document, found: Temporal) -> Temporal:
    """The same where no year can be told: one expression without a value."""
    start = _day_before(document, found.first)
    later = found.detail.partition("-")[2] or document.padded_keys[found.first]
    if start is None or not later.isdecimal() or start[0] >= int(later):
        return found
    return found._replace(first=start[1], kind="days", rule="with_first_day")


def days_before(context: Context, found: Temporal) -> list[Temporal]:
    """Days told before another one of their month: `يومي 27 و31 يوليو`, `أيام 3 و4 و5 مايو`.

    Examples:
        يلعب الفريق [يومي 27](value=2021-07-27) [و31 يوليو 2021](value=2021-07-31) هناك
        يقام اللقاء من [26](value=2015-08-11) - [29/10/1436هـ](value=2015-08-14) هنا
    """
    if found.rule not in DATED or found.kind != "day" or not _is_day(found):
        return []
    document = context.document
    if found.rule == "numeric_date":
        return _first_figure(document, found)
    if document.padded_keys[found.first - 1] != "و":
        return []  # as most days stand
    last = date.fromisoformat(found.value or "")
    days: list[Temporal] = []
    at, latest = found.first, small_figure(document, found.first, 31)
    while latest and document.padded_keys[at - 1] == "و" and (day := small_figure(document, at - 2, 31)) and day < latest:
        exact = last - timedelta(days=(small_figure(document, found.first, 31) or day) - day)
        linked = document.padded_keys[at - 3] == "و"
        head = document.padded_keys[at - 3] in _SEVERAL_DAYS
        value = exact.isoformat()
        days.append(found._replace(first=at - 2 - head, end=at - 1, value=value, rule="days_before", interval=None))
        at, latest = at - 2, day
        if not linked:
            return days[::-1] if head else []
    return []


def _first_figure(document: Document, found: Temporal) -> list[Temporal]:
    """`من 26 إلى 29/10/2015`: the earlier day of a range that ends in a numeric date."""
    latest = small_figure(document, found.first, 31)
    tatweel = tatweel_before(document, found.first)
    at = found.first - 1 - (not tatweel)
    day = small_figure(document, at, 31)
    linked = tatweel or document.padded_keys[found.first - 1] in _TO
    if not (linked and latest and day and day < latest) or document.padded_keys[at - 1] in _SLASHES:
        return []
    exact = date.fromisoformat(found.value or "") - timedelta(days=latest - day)
    return [found._replace(first=at, end=at + 1, value=exact.isoformat(), rule="days_before", interval=None)]


def _is_day(found: Temporal) -> bool:
    """Whether the value is a day, no month and no moment."""
    return found.value is not None and len(found.value) == DAY_LENGTH


def _stretch(found: Temporal, first: date, last: date, at: int, end: int) -> Temporal:
    value = f"{first.isoformat()}/{last.isoformat()}"
    return found._replace(first=at, end=end, value=value, interval=(first, last), kind="days", rule="with_first_day")


def _day_before(document: Document, first: int) -> tuple[int, int] | None:
    """The earlier day and where it stands: `19 إلى`, `3 و` behind `بين`, `الثالث والعشرين وحتى`."""
    at = first - 1
    joined = document.padded_keys[at] == "و"
    if not joined and document.padded_keys[at] not in _TO:
        return None
    day = small_figure(document, at - 1, 31)
    start = at - 1
    if day is None:
        for back in (1, 2, 3):
            found = ordinal(document, at - back) if at - back >= 0 else None
            if found is not None and found[1] == at and 0 < found[0] <= 31:
                day, start = found[0], at - back
    if day is None or (joined and document.padded_keys[start - 1] not in _BETWEEN):
        return None
    return day, start


def _days_behind(document: Document, month: Temporal) -> Temporal:
    """`نوفمبر بين 19 و20`, `أكتوبر من 3 إلى 9`: days told behind their month."""
    at = month.end
    if not month.value or len(month.value) != 7 or document.padded_keys[at] not in ("من", *_BETWEEN):
        return month
    first, last = small_figure(document, at + 1, 31), small_figure(document, at + 3, 31)
    linked = document.padded_keys[at + 2] in _TO or (document.padded_keys[at + 2] == "و" and document.padded_keys[at] in _BETWEEN)
    if not (linked and first and last and first < last) or counts(document, at + 4):
        return month
    year, number = map(int, month.value.split("-"))
    days = day_of(year, number, first), day_of(year, number, last)
    if days[0] is None or days[1] is None:
        return month
    return _stretch(month, days[0], days[1], month.first, at + 4)


def _day_behind(document: Document, end: int) -> tuple[int, int] | None:
    """The later day and the token behind it: `يوليو 13-15`, `تموز 13 الى 15`."""
    if document.padded_keys[end] not in _TO:
        return None
    day = small_figure(document, end + 1, 31)
    figure_ends = not (set(document.words[end + 2].tags) & {"month", "number"}) if end + 2 < len(document.words) else True
    return (day, end + 2) if day is not None and figure_ends else None


def day_of_month(context: Context, at: int) -> Temporal | None:
    """`يوم 27`: a day of the month of publication, or of the one before or behind it, as the tense allows.

    Examples:
        انطلقت البطولة [يوم 27](value=2021-11-27) في العاصمة @2021-12-10
        تنطلق البطولة [يوم 27](value=2021-12-27) في العاصمة @2021-12-10
    """
    document = context.document
    day = small_figure(document, at, 31) if document.padded_keys[at - 1] in BEFORE_DAYS else None
    if day is None:
        return None
    follows = document.words[at + 1] if at + 1 < len(document.words) else None
    if follows is not None and (
        (follows.surface in "/-–:%٪.,،و" and at + 2 < len(document.words) and document.words[at + 2].kind is NUMBER)
        or follows.tags & {"time_unit", "month", "counted", "number", "percent", "measure", "currency"}
        or follows.key in ("من", "و", "الى")
    ):
        return None
    today = context.published
    value = None
    if today is not None:
        step = (1 if day < today.day else 0) if context.future(at) else (-1 if day > today.day else 0)
        base = add_months(today.replace(day=1), step)
        exact = day_of(base.year, base.month, day)
        value = exact.isoformat() if exact else None
    return Temporal(at - 1, at + 1, DATE, value, "day_of_month", kind="day")


def nth_weekday_date(context: Context, at: int) -> Temporal | None:
    """The n-th weekday of a month or year: `الثلاثاء الثالث من سبتمبر 2014`, `أول أحد من شهر أكتوبر`.

    Examples:
        يعقد السوق في [الثلاثاء الثالث من سبتمبر 2014](value=2014-09-16) هناك
        وصل الوفد [الأربعاء الثالث من أبريل 2024](value=2024-04-03) إلى المدينة
        فتح المتحف في [أول أحد من شهر أكتوبر 2014](value=2014-10-05) مجانا
    """
    document = context.document
    hit = document.hit_at(at, "weekday")
    if hit is not None:
        behind = ordinal(document, hit.end)
        if behind is None:
            return None
        first, number, (nth, end) = hit.first, int(hit.reading["number"]), behind
    else:
        reading = reading_at(document, at, "ordinal")
        if reading is None or reading.definite or reading["kind"] != "unit":
            return None
        name = at + 1 + (document.padded_keys[at + 1] in _WEEKDAY_WORDS)
        day = BARE_WEEKDAYS.get(document.padded_keys[name])
        if day is None:
            return None
        first, number, nth, end = at, day, int(reading["value"]), name + 1
    if not (nth == -1 or 1 <= nth <= 5):
        return None
    if document.padded_keys[end] == "بعد" and document.hit_at(end + 1, "holiday") is not None:
        return _behind_feast(context, first, end + 1, number, nth)
    period = _month_behind(context, end)
    if period is None or not period.value or len(period.value) != 7:
        return None
    year, month = map(int, period.value.split("-"))
    exact = day_of(year, month, nth) if hit is not None and nth > 0 else None
    if exact is None or exact.isoweekday() != number:  # else `الأربعاء الثالث من أبريل` is the third of April, a Wednesday
        exact = nth_weekday(year, month, number, nth)
    if exact is None:
        return None
    first -= document.padded_keys[first - 1] in _WEEKDAY_WORDS
    said = any(len(key) == 4 and key.isdecimal() for key in document.keys[end : period.end])
    if context.published and exact < context.published and not said and context.alone(first, period.end):
        exact = nth_weekday(year + 1, month, number, nth) or exact
    return Temporal(first, period.end, DATE, exact.isoformat(), "nth_weekday_date", kind="day")


def _behind_feast(context: Context, first: int, at: int, weekday: int, nth: int) -> Temporal | None:
    """`أول جمعة بعد عيد الفطر 2014`: the n-th weekday behind a feast."""
    feast = holiday(context, at)
    if feast is None or not feast.value or len(feast.value) != 10 or nth < 1:
        return None
    day = date.fromisoformat(feast.value)
    exact = day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1 + 7 * (nth - 1))
    return Temporal(first, feast.end, DATE, exact.isoformat(), "nth_weekday_date", kind="day")


def nth_week_of(context: Context, at: int) -> Temporal | None:
    """`أول أسبوع من أكتوبر 2014`, `الأسبوع الأخير من هذا العام`: the ISO week.

    Examples:
        يبدأ الموسم في [أول أسبوع من أكتوبر 2014](value=2014-W41) هناك
    """
    document = context.document
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit["code"] != "W" or unit.number != "s":
        return None
    before = reading_at(document, at - 1, "ordinal")
    first, nth, end = at, 0, at + 1
    if unit.definite and (behind := ordinal(document, at + 1)) is not None:
        nth, end = behind
    elif not unit.definite and before is not None and not before.definite:
        first, nth = at - 1, int(before["value"])
    elif not unit.definite and document.padded_keys[at - 1] == "اخر":
        first, nth = at - 1, -1
    else:
        return None
    period = _month_behind(context, end) or _year_behind(context, end)
    days = interval_of(period.value) if period is not None else None
    if period is None or days is None or not (nth == -1 or 1 <= nth <= 53):
        return None
    if nth == -1:
        day = days[1] - timedelta(days=(days[1].isoweekday() - 4) % 7)
    else:  # weeks of a year are ISO weeks, those of a month begin in it
        begins = 4 if period.kind == "year" else 1
        day = days[0] + timedelta(days=(begins - days[0].isoweekday()) % 7 + 7 * (nth - 1))
    return Temporal(first, period.end, DATE, week_value(day), "nth_week_of", kind="week")


def numbered_month(context: Context, at: int) -> Temporal | None:
    """A month by its number, as people speak: `شهر ثلاثة`, `منتصف شهر 3`; a number behind a singular counts nothing.

    Examples:
        يفتح المصنع [شهر ثلاثة 2022](value=2022-03) كما قيل
    """
    document = context.document
    if document.keys[at] not in MONTH_WORDS or document.padded_keys[at + 1] in ("واحد", "1"):
        return None
    if document.hit_at(at + 1, "month") is not None:
        return None  # by its name
    found = _month_behind(context, at)
    if found is None or found.rule != "month_number":
        return None
    middle = document.padded_keys[at - 1] in ("نص", "نصف", "منتصف")
    mod = DateMod.MID if middle else None
    return found._replace(first=at - middle, rule="numbered_month", mod=mod)


def weekday_of_week(context: Context, at: int) -> Temporal | None:
    """A weekday without its article before its week: `اثنين الأسبوع المقبل`.

    Examples:
        يعود الوفد [خميس الأسبوع المقبل](value=2021-12-16) إلى المدينة @2021-12-10
    """
    document = context.document
    number = BARE_WEEKDAYS.get(document.padded_keys[at - 1])
    found = relative_unit(context, at) if number is not None else None
    if number is None or found is None or found.kind != "week":
        return None
    days = interval_of(found.value)
    value = (days[0] + timedelta(days=number - 1)).isoformat() if days else None
    return Temporal(at - 1, found.end, DATE, value, "weekday_of_week", kind="day")


def _month_behind(context: Context, at: int) -> Temporal | None:
    """`من شهر أيلول من عام 2014`, `بأكتوبر`, `شهر عشرة` by its number."""
    document = context.document
    at += document.padded_keys[at] in _OF
    headed = document.padded_keys[at] in MONTH_WORDS
    at += headed
    if document.hit_at(at, "month") is not None:
        found = month_date(context, at)
        if found is not None and found.kind == "day" and found.first < at and found.value:
            found = found._replace(value=found.value[:7], kind="month")  # it took the ordinal for a day
        return found if found is not None and found.kind == "month" else None
    number = _month_number(document, at) if headed else None
    if number is None:
        return None
    month, end = number
    year = year_at(document, end + (document.padded_keys[end] in _OF), bare=True)
    this = context.published.year if context.published else None
    value = f"{year.number if year else this}-{month:02d}" if year or this else None
    return Temporal(at, year.end if year else end, DATE, value, "month_number", kind="month")


def _month_number(document: Document, at: int) -> tuple[int, int] | None:
    figure = small_figure(document, at, 12)
    if figure is not None:
        return figure, at + 1
    found = ordinal(document, at)
    if found is not None and 1 <= found[0] <= 12:
        return found
    number = reading_at(document, at, "number")
    if number is not None and number["kind"] in ("unit", "ten") and 1 <= int(number["value"]) <= 12:
        return int(number["value"]), at + 1
    return None


def _year_behind(context: Context, at: int) -> Temporal | None:
    document = context.document
    at += document.padded_keys[at] in _OF
    year = year_at(document, at, bare=False)
    if year is not None and not year.hijri:
        return Temporal(at, year.end, DATE, f"{year.number:04d}", "year_date", kind="year")
    at += document.padded_keys[at] in ("هذا", "هذه")
    found = relative_unit(context, at) if reading_at(document, at, "time_unit") is not None else None
    return found if found is not None and found.kind in ("year", "month") else None

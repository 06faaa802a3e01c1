"""Seasons, quarters and halves, weeks of a period, decades, centuries, seasons of sport and school."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from arabnews.calendars import interval_of, week_value
from arabnews.document import Document
from arabnews.extractors.dates.calendar_dates import month_date
from arabnews.extractors.dates.context import DATE, DURATION, Context, Temporal
from arabnews.extractors.dates.pieces import ordinal, reading_at, relative_at, small_figure, year_at
from arabnews.extractors.dates.relative import THIS, relative_unit
from arabnews.numerals import number_reading, read

_AGE: Final = frozenset({"العمر", "عمره", "عمرها", "عمرهم", "عمري"})
_DURING: Final = frozenset({"خلال", "في", "منذ", "بعد", "قبل", "طوال", "طيلة", "اثناء", "مع", "حتى"})
_OF: Final = frozenset({"من", "في", "ل"})
SPORT_SEASONS: Final = frozenset({"الموسم", "للموسم", "بالموسم", "والموسم", "موسم", "لموسم"})


def season(context: Context, at: int) -> Temporal | None:
    """A season with its year, or with a relative adjective.

    Examples:
        بدأ التدريب في [صيف 2020](value=2020-SU) ولم ينته
        يزداد الزوار خلال [العطلة الصيفية](value=2021-SU) كثيرا @2021-12-10
        افتتح في [صيف العام الماضي](value=2014-SU) @2015-07-22
    """
    document = context.document
    hit = document.hit_at(at, "season")
    if hit is None or document.hit_at(at, "month") is not None:
        return None
    code, end = hit.reading["code"], hit.end
    first = hit.first - (document.padded_keys[hit.first - 1] in ("فصل", "موسم", "لموسم"))
    this = document.padded_keys[first - 1] in THIS
    year = year_at(document, end + (document.padded_keys[end] in ("من", "ل")), bare=True)
    if year is not None and (year.sure or 1900 <= year.number <= 2100):
        return Temporal(first, year.end, DATE, f"{year.number}-{code}", "season", kind="season")
    at_year = end + (document.padded_keys[end] in ("من", "في"))
    if reading_at(document, at_year, "time_unit") and (period := relative_unit(context, at_year)) and period.kind == "year":
        return Temporal(first, period.end, DATE, period.value and f"{period.value}-{code}", "season", kind="season")
    relative = relative_at(document, end)
    if relative is not None:
        value = None if context.published is None else f"{context.published.year + int(relative.reading['step'])}-{code}"
        return Temporal(first, relative.end, DATE, value, "season", kind="season")
    if this:
        value = None if context.published is None else f"{context.published.year}-{code}"
        return Temporal(first - 1, end, DATE, value, "season", kind="season")
    holiday = end > hit.first + 1 and document.padded_keys[first - 1] in _DURING
    if holiday or (document.hit_ending(first, "part_of_period") is not None and document.padded_keys[first].startswith("ال")):
        value = None if context.published is None else f"{context.published.year}-{code}"
        return Temporal(first, end, DATE, value, "season", kind="season")  # `منتصف الصيف`, `خلال العطلة الصيفية`
    if (
        document.padded_keys[hit.first - 1] in ("لموسم", "موسم", "فصل")
        and hit.reading.entry.form
        and document.padded_keys[hit.first].startswith("ال")
    ):
        return Temporal(first, end, DATE, None, "season", kind="season")
    return None


def part_of_year(context: Context, at: int) -> Temporal | None:
    """Quarters and halves of a year, and the n-th week of a month or year.

    Examples:
        ارتفعت الأرباح في [الربع الثاني من 2015](value=2015-Q2) كثيرا
        ارتفعت الأرباح في [النصف الأول من العام الحالي](value=2021-H1) @2021-12-10
    """
    document = context.document
    key = document.keys[at]
    letter = "Q" if key.endswith("الربع") else "H" if key.endswith("النصف") else ""
    found = ordinal(document, at + 1) if letter else None
    if found is None or not (1 <= abs(found[0]) <= (4 if letter == "Q" else 2)):
        return None
    number = found[0] if found[0] > 0 else (4 if letter == "Q" else 2)
    end = found[1]
    start = end + (document.padded_keys[end] in _OF)
    year = year_at(document, start, bare=True)
    if year is not None and not year.hijri:
        return Temporal(at, year.end, DATE, f"{year.number}-{letter}{number}", "part_of_year", kind="quarter")
    if letter == "H" and start > end and (half := _half_of_month(context, at, start, number)) is not None:
        return half
    period = relative_unit(context, start) if reading_at(document, start, "time_unit") else None
    if period is None and document.padded_keys[start] in THIS and reading_at(document, start + 1, "time_unit"):
        period = relative_unit(context, start + 1)
    if period is not None and period.kind == "year":
        return Temporal(at, period.end, DATE, period.value and f"{period.value}-{letter}{number}", "part_of_year", kind="quarter")
    if start > end and document.padded_keys[start] in ("العام", "السنة") and context.published is not None:
        value = f"{context.published.year}-{letter}{number}"
        return Temporal(at, start + 1, DATE, value, "part_of_year", kind="quarter")
    if letter == "H" and period is None and start == end:
        return None  # `النصف الأول` of a match
    if letter == "Q" and context.published is not None:
        return Temporal(at, end, DATE, f"{context.published.year}-Q{number}", "part_of_year", kind="quarter")
    return None


def _half_of_month(context: Context, at: int, start: int, number: int) -> Temporal | None:
    """`النصف الأول من سبتمبر`, `النصف الثاني من الشهر الجاري`: the month, with the days of its half."""
    document = context.document
    name = start + (document.padded_keys[start] in ("شهر", "الشهر") and document.hit_at(start + 1, "month") is not None)
    month = month_date(context, name) if document.hit_at(name, "month") else None
    if month is None and document.padded_keys[start] == "الشهر":
        month = relative_unit(context, start)
    if month is None or month.kind != "month":
        return None
    days = interval_of(month.value)
    middle = days[0].replace(day=15) if days else None
    interval = None if days is None or middle is None else (days[0], middle) if number == 1 else (middle.replace(day=16), days[1])
    return month._replace(first=at, interval=interval, rule="part_of_year")


def nth_week(context: Context, at: int) -> Temporal | None:
    """`الأسبوع الأخير من يوليو`, `الأسبوع الثاني من عام 2015`.

    Examples:
        يعقد اللقاء في [الأسبوع الثاني من عام 2015](value=2015-W02) هناك
    """
    document = context.document
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit["code"] != "W" or not unit.definite:
        return None
    found = ordinal(document, at + 1)
    if found is None or document.padded_keys[found[1]] not in _OF:
        return None
    start = found[1] + 1
    start += document.padded_keys[start] in ("شهر", "الشهر") and document.hit_at(start + 1, "month") is not None
    period = month_date(context, start) if document.hit_at(start, "month") else None
    if period is None:
        year = year_at(document, start, bare=True)
        if year is not None and not year.hijri and 1 <= found[0] <= 53:
            return Temporal(at, year.end, DATE, f"{year.number}-W{found[0]:02d}", "nth_week", kind="week")
        return None
    days = interval_of(period.value)
    if days is None:
        return None
    thursday = (
        days[1] - timedelta(days=(days[1].isoweekday() - 4) % 7)
        if found[0] == -1
        else days[0] + timedelta(days=(4 - days[0].isoweekday()) % 7 + 7 * (found[0] - 1))
    )
    return Temporal(at, period.end, DATE, week_value(thursday), "nth_week", kind="week")


def decade(context: Context, at: int) -> Temporal | None:
    """Decades: `سبعينيات القرن الماضي`, `التسعينيات`.

    Examples:
        عاش في المدينة منذ [سبعينيات القرن الماضي](value=197) حتى وفاته @2024-03-15
        رممت القلعة في [الستينيات من القرن التاسع عشر](value=186) ثم هجرت
    """
    document = context.document
    reading = reading_at(document, at, "decade")
    if reading is None or (document.padded_keys[at + 1] == "من" and document.padded_keys[at + 2] in _AGE):
        return None
    end, tens = at + 1, int(reading["value"])
    hundreds = 19
    start = end + (document.padded_keys[end] == "من")
    if document.padded_keys[start] == "القرن":
        behind = century(context, start)
        if behind is not None and behind.value and behind.value.isdecimal():
            hundreds, end = int(behind.value), behind.end
    first = at - (document.padded_keys[at - 1] in ("فترة", "حقبة", "سنوات", "اعوام", "عقد"))
    return Temporal(first, end, DATE, f"{hundreds}{tens}", "decade", kind="decade")


def century(context: Context, at: int) -> Temporal | None:
    """Centuries: `القرن التاسع عشر`, `القرن الـ 11 الميلادي`, `القرن الماضي`.

    Examples:
        بني القصر في [القرن التاسع عشر](value=18) على التلة
    """
    document = context.document
    if not document.keys[at].endswith("القرن"):
        return None
    at_number = at + 1 + (document.padded_keys[at + 1] == "ال")
    found = ordinal(document, at + 1)
    number, end = found if found else (None, at + 1)
    if number is None and (figure := small_figure(document, at_number, 30)) is not None:
        number, end = figure, at_number + 1
    if number is None and (cardinal := number_reading(document, at + 1)) is not None and cardinal.definite:
        numeral = read(document, at + 1)
        number, end = (int(numeral.value), numeral.end) if numeral and 0 < numeral.value < 40 else (None, at + 1)
    if number is None or number < 1:
        relative = relative_at(document, at + 1 + (document.padded_keys[at + 1] == "الميلادي"))
        if relative is None:
            return None
        base = (context.published.year if context.published else 2001) // 100
        return Temporal(at, relative.end, DATE, f"{base + int(relative.reading['step'])}", "century", kind="century")
    if document.padded_keys[end] in ("الميلادي", "ميلادي", "م", "للميلاد"):
        end += 1
    elif document.padded_keys[end] in ("الهجري", "هجري", "ه", "للهجرة"):
        return Temporal(at, end + 1, DATE, None, "century", kind="century")
    if document.padded_keys[end] == "قبل" and document.padded_keys[end + 1] == "الميلاد":
        return Temporal(at, end + 2, DATE, f"BC{number - 1:02d}", "century", kind="century")
    return Temporal(at, end, DATE, f"{number - 1:02d}", "century", kind="century")


def sport_season(context: Context, at: int) -> Temporal | None:
    """A sport or school season with a modifier or a year.

    Examples:
        يبدأ التسجيل في [الموسم الدراسي المقبل 2021-2022](value=2021/2022) قريبا
        تعاقد النادي مع ثلاثة لاعبين [هذا الموسم](value=none) فقط
        فاز الفريق باللقب في [المواسم الأربعة الأخيرة](type=DURATION value=none) هنا
    """
    document = context.document
    if document.keys[at].endswith("المواسم"):
        return _seasons(document, at)
    if document.keys[at] not in SPORT_SEASONS:
        return None
    end = at + 1
    if document.padded_keys[end] in ("الدراسي", "الرياضي", "الكروي", "الجامعي"):
        end += 1
    relative = relative_at(document, end)
    if relative is not None:
        end = relative.end
    year = year_at(document, end, bare=True)
    if year is not None and 1900 <= year.number <= 2100:
        end = year.end
        if (
            document.padded_keys[end] in ("-", "/", "–")
            and (second := document.padded_keys[end + 1]).isdecimal()
            and len(second) in (2, 4)
        ):
            full = second if len(second) == 4 else f"{year.number}"[:2] + second
            return Temporal(at, end + 2, DATE, f"{year.number}/{full}", "sport_season", kind="year")
        return Temporal(at, end, DATE, f"{year.number}", "sport_season", kind="year")
    this = document.keys[at] == "الموسم" and document.padded_keys[at - 1] in THIS
    if not this and (relative is None or relative.reading["anaphoric"] == "yes"):
        return None
    return Temporal(at - this, end, DATE, None, "sport_season", kind="season")


def _seasons(document: Document, at: int) -> Temporal | None:
    """`المواسم الثلاثة الماضية`: seasons that are counted and placed, of no length that could be told."""
    start = at + 1 + (document.padded_keys[at + 1] == "ال")
    numeral = read(document, start) if start < len(document.words) else None
    relative = relative_at(document, numeral.end) if numeral is not None else None
    if relative is None:
        return None
    return Temporal(at, relative.end, DURATION, None, "sport_season", kind="duration")

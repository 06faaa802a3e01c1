"""Weekdays: with a relative adjective, a week or a figure, else by tense."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from arabnews.calendars import add_months, day_of, interval_of
from arabnews.extractors.dates.context import DATE, Context, Temporal
from arabnews.extractors.dates.pieces import reading_at, relative_at, small_figure
from arabnews.extractors.dates.relative import THIS, relative_unit

_PRAYER: Final = frozenset({"خطيب", "خطبة", "الخطيب", "خطباء", "خطب", "امام"})
"""Before `الجمعة` they make the prayer of it, and no day."""
_DAY_WORDS: Final = frozenset({"يوم", "اليوم", "ليوم", "بيوم", "ويوم"})


def weekday(context: Context, at: int) -> Temporal | None:
    """A weekday, with its relative adjective; without one the nearest that the tense allows, the past one by default.

    Examples:
        اجتمعوا [الخميس](value=2024-04-04) في المدينة @2024-04-05
        يفتح المكتب من [الاثنين](value=2021-12-06) إلى [الأحد](value=2021-12-12) هنا @2021-12-10
        وصل الوفد [يوم الجمعة 3](value=2021-12-03)، وغادر @2021-12-10
        من المؤمل أن يصل الوفد [يوم الأحد](value=2021-12-12) كما قيل @2021-12-10
        ويعتزم الوفد زيارة المدينة [الأحد](value=2021-12-12) كما قيل @2021-12-10
        سيصل الوفد [اليوم الخميس](value=2021-12-09) إلى المدينة @2021-12-10
        يفتتح المعرض [الخميس القادم](value=2015-08-13) في المدينة @2015-08-11
    """
    document = context.document
    hit = document.hit_at(at, "weekday")
    if hit is None:
        return None
    number, first, end = int(hit.reading["number"]), hit.first, hit.end
    before = document.padded_keys[first - 1]
    if before.lstrip("ولب") in _PRAYER or document.padded_keys[first] == "للجمعة":
        return None
    if number == 7 and before not in _DAY_WORDS and document.keys[first] not in ("الاحد", "والاحد", "للاحد"):
        return None
    this = before in THIS or (before == "يوم" and document.padded_keys[first - 2] in THIS)
    if before in _DAY_WORDS:
        first -= 1
    if document.padded_keys[first - 1] in THIS:
        first -= 1
    relative = relative_at(document, end)
    step = None
    if relative is not None and (relative.reading["anaphoric"] != "yes" or document.padded_keys[end] in ("السابق", "التالي")):
        step, end = int(relative.reading["step"]), relative.end
    elif relative is None and (shared := _shared_step(context, end)) is not None:
        step = shared
    week = _week_of(context, end)
    if week is not None:
        value = (week[0] + timedelta(days=number - 1)).isoformat() if week[0] else None
        return Temporal(first, week[1], DATE, value, "weekday", kind="weekday")
    figure = _numbered(context, number, end) if step is None and not this else None
    if figure is not None:
        return Temporal(first, end + 1, DATE, figure.isoformat(), "weekday", kind="day")
    day = weekday_day(context, number, step, this, hit.first)
    if step is None and not this and (start := _start_of_range(context, first)) is not None:
        day = start + timedelta(days=(number - start.isoweekday()) % 7)
    if step is None and before == "اليوم" and (today := context.published) is not None:
        day = today - timedelta(days=(today.isoweekday() - number) % 7)  # `سيصل اليوم الخميس`: it is that day as it is told
    detail = f"W{number}" if step is None and not this else ""
    return Temporal(first, end, DATE, day.isoformat() if day else None, "weekday", kind="weekday", detail=detail)


def _start_of_range(context: Context, first: int) -> date | None:
    """The weekday from which a range runs to this one: `من الأحد إلى الخميس`."""
    last = context.last_day
    linked = context.document.padded_keys[first - 1] in ("الى", "حتى", "وحتى", "-", "–")
    if not linked or last is None or last.kind != "weekday" or last.end != first - 1 or not last.value:
        return None
    return date.fromisoformat(last.value[:10])


def _shared_step(context: Context, at: int) -> int | None:
    """`يومي الجمعة والسبت المقبلين`: an adjective in the dual belongs to the weekdays before it too."""
    document, end = context.document, at
    while (hit := document.hit_at(end + (document.padded_keys[end] == "و"), "weekday")) is not None and end - at < 9:
        if not (hit.reading.proclitics.startswith("و") or hit.first > end):
            return None
        end = hit.end
    relative = relative_at(document, end) if end > at else None
    if relative is None or not document.padded_keys[end].endswith(("ين", "ان")):
        return None
    return int(relative.reading["step"])


def _numbered(context: Context, number: int, at: int) -> date | None:
    """`الجمعة 15`: the nearest Friday that is the 15th of its month, if it is near and nothing is counted."""
    document, today = context.document, context.published
    day = small_figure(document, at, 31)
    if day is None or today is None:
        return None
    after = document.words[at + 1] if at + 1 < len(document.words) else None
    if after is not None and not (after.tags & {"stop", "break", "function_word", "clause_opener"} or after.surface in "،,)"):
        return None
    steps = (0, 1, 2) if context.future(at) else (0, -1, -2)
    months = (add_months(today.replace(day=1), step) for step in steps)
    exact = (day_of(month.year, month.month, day) for month in months)
    return next((found for found in exact if found is not None and found.isoweekday() == number), None)


def _week_of(context: Context, at: int) -> tuple[date | None, int] | None:
    """The Monday of the week behind a weekday, and its end: `الجمعة من الأسبوع المقبل`."""
    document = context.document
    at += document.padded_keys[at] in ("من", "في")
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit["code"] != "W" or not unit.definite:
        return None
    found = relative_unit(context, at)
    if found is None or found.kind != "week":
        return None
    days = interval_of(found.value)
    return (days[0] if days else None), found.end


def weekday_day(context: Context, number: int, step: int | None, this: bool, at: int) -> date | None:
    """The day that a weekday names, against the day of publication."""
    today = context.published
    if today is None:
        return None
    distance = (number - today.isoweekday()) % 7
    if step == 1:
        return today + timedelta(days=distance or 7)
    if step == -1:
        return today - timedelta(days=(7 - distance) % 7 or 7)
    if step == 0 or this:
        day = today + timedelta(days=number - today.isoweekday())
        ahead = this and day < today and (context.future(at) or context.alone(at - 1, at + 1))
        return day + timedelta(weeks=1) if ahead else day
    if distance == 0:
        return today
    return today + timedelta(days=distance) if context.future(at) else today - timedelta(days=7 - distance)

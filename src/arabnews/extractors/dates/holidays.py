"""Holidays and religious seasons with a computable day, in either calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from arabnews.calendars import day_of, easter, nth_weekday
from arabnews.dating import gregorian_to_hijri, hijri_to_gregorian
from arabnews.document import Document, Hit
from arabnews.extractors.dates.calendar_dates import year_after
from arabnews.extractors.dates.context import DATE, Context, Temporal
from arabnews.extractors.dates.pieces import reading_at, relative_at
from arabnews.extractors.dates.years import hijri_year_in

_FEAST_THINGS: Final = frozenset({"شجرة", "اشجار", "زينة", "هدايا", "هدية", "كعك", "كعكة", "اغاني", "سوق", "اسواق", "ملابس"})
_OTHER_YEARS: Final = frozenset({"الامازيغية", "الصينية", "القبطية", "الفارسية", "العبرية", "اليهودية"})
_FEASTS: Final = ((10, 1), (12, 10))
"""The months and days of the feast that ends the fast and of the feast of sacrifice."""
_NEAR_FEAST: Final = 30
"""Days around publication in which `العيد` alone tells a feast."""
_FEAST: Final = 10
"""Days within which a feast that lies back is still the one spoken of."""


def holiday(context: Context, at: int) -> Temporal | None:
    """A holiday with a computable day, with its year or the nearest one; `خامس أيام عيد الفطر` counts within it.

    Examples:
        تغلق المتاجر أبوابها في [عيد الفطر 2021](value=2021-05-13) وتعود بعده
        أقيم الحفل في [اليوم الثاني من أيام العيد](value=2021-05-14) هناك @2021-05-20
        أقيم الحفل [ثالث أيام العيد](value=2021-05-15) هناك @2021-05-20
        أغلقت المتاجر في [أيام العيد](value=2021-05-13) كلها @2021-05-20
        خفضت المتاجر الأسعار في [الجمعة السوداء](value=2021-11-26) كثيرا @2021-12-10
        أغلق الطريق منذ [عيد الأضحى الماضي](value=2021-07-20) هنا @2021-12-10
    """
    document = context.document
    hit = document.hit_at(at, "holiday")
    if (
        hit is None
        or document.padded_keys[hit.first - 1].lstrip("بلو") in _FEAST_THINGS
        or document.padded_keys[hit.end] in _OTHER_YEARS
    ):
        return None
    year, end = year_after(document, hit.end, hit.reading["calendar"] == "h")
    first, offset = _nth_day(document, hit.first)
    if hit.reading["rule"] == "feast":
        if first == hit.first and (first := _feast_days(context, hit.first, hit.end)) < 0:
            return None
        return _nearest_feast(context, first, hit.end, offset)
    reference = year.number if year else None
    turn = relative_at(document, end) if year is None else None
    if turn is not None and turn.reading["anaphoric"] != "yes":
        end, step = turn.end, int(turn.reading["step"])
        return Temporal(first, end, DATE, _stepped(context, hit, step, offset), "holiday", kind="day")
    if reference is None and (relative := _year_relative(document, hit.end)) is not None and context.published:
        reference, end = context.published.year + relative[0], relative[1]
    day = _holiday_day(context, hit, reference, at)
    if day is None:
        return Temporal(first, end, DATE, None, "holiday", kind="day")
    day = date.fromordinal(day.toordinal() + offset)
    return Temporal(first, end, DATE, day.isoformat(), "holiday", kind="day")


def _nearest_feast(context: Context, first: int, end: int, offset: int) -> Temporal:
    """`ثاني أيام العيد`: of the feasts of either kind the one nearest to publication."""
    today = context.published
    hijri = gregorian_to_hijri(today) if today else None
    value = None
    if today is not None and hijri is not None:
        starts = (hijri_to_gregorian(hijri[0] + more, *day) for more in (-1, 0, 1) for day in _FEASTS)
        nearest = min((day for day in starts if day is not None), key=lambda day: abs((day - today).days))
        value = date.fromordinal(nearest.toordinal() + offset).isoformat()
    return Temporal(first, end, DATE, value, "holiday", kind="day")


def _feast_days(context: Context, at: int, end: int) -> int:
    """Where `أيام العيد`, `ليالي العيد`, `في العيد` begin; -1 if no feast is near or another word tells which feast it is."""
    document, today = context.document, context.published
    before = document.padded_keys[at - 1]
    days = before.removeprefix("ل").removeprefix("ب") in ("ايام", "ليالي", "صباح", "ليلة", "يوم")
    named = document.padded_keys[at] != "العيد" or document.padded_keys[end].startswith(("ال", "لل"))
    if named or today is None or not (days or before in ("في", "خلال", "قبل", "بعد")):
        return -1
    there = _nearest_feast(context, at, end, 0).value
    near = there is not None and abs((date.fromisoformat(there) - today).days) <= _NEAR_FEAST
    return at - days if near else -1


def _stepped(context: Context, hit: Hit, step: int, offset: int) -> str | None:
    """`عيد الفطر الماضي`, `رأس السنة المقبلة`: the last one or the next one."""
    today = context.published
    if today is None:
        return None
    hijri = gregorian_to_hijri(today) if hit.reading["calendar"] == "h" else None
    base = hijri[0] if hijri else today.year
    days = sorted(day for more in (-1, 0, 1) if (day := _in_year(hit, base + more)) is not None)
    if step < 0:
        days = [day for day in days if day < today][-1:]
    elif step > 0:
        days = [day for day in days if day > today]
    else:
        days.sort(key=lambda day: abs((day - today).days))
    return date.fromordinal(days[0].toordinal() + offset).isoformat() if days else None


def _in_year(hit: Hit, year: int) -> date | None:
    reading = hit.reading
    return (
        hijri_to_gregorian(year, int(reading["month"]), int(reading["day"])) if reading["calendar"] == "h" else _fixed(hit, year)
    )


def _year_relative(document: Document, at: int) -> tuple[int, int] | None:
    if document.padded_keys[at] in ("العام", "السنة", "عام") and (found := relative_at(document, at + 1)) is not None:
        return int(found.reading["step"]), found.end
    return None


def _nth_day(document: Document, first: int) -> tuple[int, int]:
    """`خامس أيام العيد`, `أول أيام`, `اليوم الثالث من`: the offset from the first day."""
    at = first - 1
    days = document.padded_keys[at] == "ايام"
    if days and (found := reading_at(document, at - 1, "ordinal")) is not None and not found.definite:
        return at - 1, max(int(found["value"]), 1) - 1
    at -= days
    at -= document.padded_keys[at] in ("من", "في")
    named = reading_at(document, at, "ordinal")
    if named is not None and named.definite and document.padded_keys[at - 1].removeprefix("ب") in ("اليوم", "لليوم"):
        return at - 1, max(int(named["value"]), 1) - 1
    return first, 0


def _holiday_day(context: Context, hit: Hit, year: int | None, at: int) -> date | None:
    reading, today = hit.reading, context.published
    if reading["calendar"] == "h":
        month, day = int(reading["month"]), int(reading["day"])
        if year is not None:
            base = hijri_year_in(year, month) if year > 1800 else year
        else:
            base = _nearest_hijri(context, month, day, context.future(at) or context.alone(hit.first, hit.end))
        return hijri_to_gregorian(base, month, day) if base else None
    if year is None:
        if today is None:
            return None
        candidates = [d for y in (today.year - 1, today.year, today.year + 1) if (d := _fixed(hit, y))]
        ahead = context.future(at) or context.alone(hit.first, hit.end)
        if ahead:
            return min((d for d in candidates if d >= today), default=None)
        return min(candidates, key=lambda d: abs((d - today).days), default=None)
    return _fixed(hit, year)


def _nearest_hijri(context: Context, month: int, day: int, ahead: bool) -> int | None:
    """The Hijri year in which a day is nearest to publication, or the coming one where the clause speaks of the future."""
    published = context.published
    today = gregorian_to_hijri(published) if published else None
    if published is None or today is None:
        return None

    def distance(year: int) -> int:
        there = hijri_to_gregorian(year, month, day)
        return abs((there - published).days) if there else 10**6

    nearest = min((today[0] - 1, today[0], today[0] + 1), key=distance)
    behind = (nearest, month, day) < today and distance(nearest) > _FEAST
    return nearest + 1 if behind and ahead else nearest


def _fixed(hit: Hit, year: int) -> date | None:
    reading = hit.reading
    kind, _, more = reading["rule"].partition(" ")
    if kind == "easter":
        return easter(year) + timedelta(days=int(more or 0))
    if kind == "nth":
        weekday, nth, *after = map(int, more.split())
        found = nth_weekday(year, int(reading["month"]), weekday, nth)
        return found + timedelta(days=sum(after)) if found else None
    return day_of(year, int(reading["month"]), int(reading["day"]))

"""The year of a month or a day that is told without one: by its adjective, its weekday, the tense, the dates around it."""

from __future__ import annotations

from typing import Final

from arabnews.calendars import day_of
from arabnews.dating import gregorian_to_hijri, hijri_month
from arabnews.document import Document
from arabnews.extractors.dates.context import Context

_NEAR: Final = 70
"""Days ahead in which a date without a year and a tense is the coming one: its last one lies most of a year back."""
_JUST_PAST: Final = 5
"""Months back in which a date without a year has passed, unless the future is told beside it: farther ahead the year is told."""
_BESIDE: Final = 4
"""Tokens within which a word of the future goes for the date itself."""
_YEAR_WINDOW: Final = 5


def year_of_weekday(context: Context, month: int, day: int | None, first: int, guess: int | None) -> int | None:
    """The nearest year in which the day falls on the weekday before it: `السبت 11 مارس`."""
    today, document = context.published, context.document
    hit = document.hit_ending(first - (document.padded_keys[first - 1] in ("،", "الموافق", "(")), "weekday")
    if today is None or day is None or hit is None or guess is None:
        return None
    days = [found for year in (guess, guess + 1, guess - 1) if (found := day_of(year, month, day)) is not None]
    fitting = [found for found in days if found.isoweekday() == int(hit.reading["number"])]
    return min(fitting, key=lambda found: abs((found - today).days)).year if fitting else None


def year_said(context: Context, first: int) -> int | None:
    """The year of a date shortly before, in the same sentence: `في 2 مايو 1840، والثاني في 4 مايو`."""
    document, last = context.document, context.last
    if last is None or last.value is None or last.kind not in ("day", "month") or not 0 <= first - last.end <= _YEAR_WINDOW:
        return None
    said = any(len(key) == 4 and key.isdecimal() for key in document.keys[last.first : last.end])
    same = said and document.sentence_at(last.first) == document.sentence_at(first)
    return int(last.value[:4]) if same and last.value[:4].isdecimal() else None


def year_of_start(context: Context, month: int, first: int) -> int | None:
    """The year of the month at the end of a range, from the one it begins with: `من نوفمبر إلى مارس`."""
    document, last = context.document, context.last
    linked = document.padded_keys[first - 1] in ("الى", "حتى", "وحتى", "لغاية", "-", "–")
    if last is not None and document.padded_keys[first - 1] == "و":
        linked = document.padded_keys[last.first - 1] in ("بين", "مابين")
    if last is None or last.value is None or not linked or last.end != first - 1 or last.kind not in ("day", "month"):
        return None
    year, _, rest = last.value[:7].partition("-")
    return int(year) + (month < int(rest)) if year.isdecimal() and rest.isdecimal() else None


def month_year(context: Context, month: int, day: int | None, relative: int | None, at: int) -> int | None:
    """The year of a month that has none: by its adjective, by tense, else the nearest past one."""
    today = context.published
    if today is None:
        return None
    if day is not None and day_of(2000, month, day) is None:
        return None
    if relative == 0:
        return today.year
    this = (month, day or 0) <= (today.month, today.day if day else 0)
    if relative == -1:
        return today.year if (month, day or 0) < (today.month, today.day if day else 0) else today.year - 1
    if relative == 1 or context.future(at):
        later = (month, day or 31) >= (today.month, today.day)
        if relative == 1 and month == today.month and day is None:
            later = False
        ahead = (month - today.month) % 12
        if relative is None and not later and 12 - ahead <= _JUST_PAST and not context.future(at, _BESIDE):
            return today.year if this else today.year - 1
        return today.year if later else today.year + 1
    if this or context.document.padded_keys[at - 1] in ("منذ", "ومنذ", "مذ"):
        return today.year if this else today.year - 1
    coming = day_of(today.year, month, day or 1)
    return today.year if coming is not None and (coming - today).days <= _NEAR else today.year - 1


def hijri_year(context: Context, month: int, day: int | None, relative: int | None, at: int) -> int | None:
    if context.published is None or (today := gregorian_to_hijri(context.published)) is None:
        return None
    if relative == 0:
        return today[0]
    if relative == 1 or context.future(at) or _coming(context.document, at):
        later = (month, day or 30) >= today[1:]
        just = relative is None and (today[1] - month) % 12 <= _JUST_PAST and not context.future(at, _BESIDE)
        return today[0] if later or (just and not _coming(context.document, at)) else today[0] + 1
    if relative == -1:
        return today[0] if (month, day or 0) < (today[1], today[2] if day else 0) else today[0] - 1
    return today[0] if (month, day or 0) <= (today[1], today[2] if day else 0) else today[0] - 1


def _coming(document: Document, at: int) -> bool:
    """`قبل انطلاق شهر رمضان`, `مع حلول رمضان`: a season that is still to come."""
    window = document.keys[max(at - 4, 0) : at]
    return any(key in ("انطلاق", "حلول", "قدوم", "اقتراب", "استقبال", "قرب", "بحلول") for key in window)


def hijri_year_in(year: int, month: int) -> int | None:
    for candidate in (year - 580, year - 579, year - 578, year - 581):
        days = hijri_month(candidate, month)
        if days is not None and days[0].year == year:
            return candidate
    return None

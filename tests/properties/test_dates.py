"""Dates: never more precise than their text; relative days move with the day of publication; Hijri days are hijridate's."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given, settings
from hypothesis import strategies as st

import arabnews
from arabnews import Article, DateExpression
from arabnews.dating import HIJRI_YEARS, gregorian_to_hijri, hijri_to_gregorian

MONTHS = [
    "يناير",
    "شباط",
    "مارس/آذار",
    "أفريل",
    "أيار (مايو)",
    "حزيران",
    "يوليوز",
    "غشت",
    "أيلول",
    "أكتوبر",
    "نونبر",
    "كانون الأول",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
DAYS = ["أمس", "اليوم", "غدا", "أول من أمس", "بعد غد", "قبل ثلاثة أيام", "بعد خمسة أيام من الآن", "قبل يومين", "قبل 12 يوما"]
PARTS = ["مساء أمس", "فجر اليوم", "ليلة أمس", "أمس عند الساعة 9 صباحا", "وقت متأخر من مساء أمس"]
MODIFIERS = ["", "مطلع ", "أواخر ", "منتصف ", "نهاية ", "نحو "]
RELATIVE = ["الماضي", "المقبل", "الجاري", "الحالي", "نفسه"]
PUBLISHED = st.dates(date(1995, 1, 1), date(2035, 12, 31))
QUICK = settings(max_examples=80, deadline=None)


def dates(text: str, published: date | None) -> tuple[DateExpression, ...]:
    return arabnews.analyze(Article(text, published=published)).dates


def only(text: str, published: date | None) -> DateExpression:
    found = dates(f"وصل الوفد {text} إلى المدينة", published)
    assert len(found) == 1, (text, found)
    return found[0]


@QUICK
@given(PUBLISHED, st.sampled_from(MODIFIERS), st.integers(1900, 2100))
def test_a_year_stays_a_year(published: date, modifier: str, year: int) -> None:
    assert only(f"{modifier}عام {year}", published).value == f"{year}"


@QUICK
@given(PUBLISHED, st.sampled_from(MODIFIERS), st.integers(0, 11), st.integers(1900, 2100))
def test_a_month_stays_a_month(published: date, modifier: str, month: int, year: int) -> None:
    assert only(f"{modifier}{MONTHS[month]} {year}", published).value == f"{year}-{month + 1:02d}"


@QUICK
@given(
    PUBLISHED,
    st.sampled_from(MODIFIERS),
    st.sampled_from(["الأسبوع", "الشهر", "العام", "العقد", "القرن"]),
    st.sampled_from(RELATIVE),
)
def test_a_relative_period_is_as_long_as_its_unit(published: date, modifier: str, unit: str, adjective: str) -> None:
    shape = {"الأسبوع": r"\d{4}-W\d\d(-WE)?", "الشهر": r"\d{4}-\d\d", "العام": r"\d{4}", "العقد": r"\d{3}", "القرن": r"\d\d"}[
        unit
    ]
    found = only(f"{modifier}{unit} {adjective}", published)
    assert re.fullmatch(shape, found.value or ""), found


@QUICK
@given(
    PUBLISHED, st.sampled_from(["وقت مبكر من", "بقية", "قبل نحو", "بعد"]), st.sampled_from(["اليوم", "الأسبوع", "عامين", "شهرين"])
)
def test_no_clock_time_where_none_is_told(published: date, before: str, unit: str) -> None:
    for found in dates(f"وصل الوفد {before} {unit} إلى المدينة", published):
        assert re.search(r"\dT", found.value or "") is None, found


@QUICK
@given(PUBLISHED, st.sampled_from([*DAYS, *PARTS, *(f"{d} {r}" for d in WEEKDAYS for r in ("الماضي", "المقبل"))]))
def test_without_published_a_relative_day_has_no_value(published: date, text: str) -> None:
    assert only(text, None).value is None
    assert only(text, published).value is not None


@QUICK
@given(PUBLISHED, st.integers(-4000, 4000), st.sampled_from([*DAYS, *PARTS]))
def test_relative_days_move_with_publication(published: date, days: int, text: str) -> None:
    before, after = only(text, published), only(text, published + timedelta(days=days))
    assert before.value
    assert after.value
    assert date.fromisoformat(after.value[:10]) - date.fromisoformat(before.value[:10]) == timedelta(days=days)
    assert before.value[10:] == after.value[10:]


@QUICK
@given(PUBLISHED, st.integers(-500, 500), st.sampled_from(WEEKDAYS), st.sampled_from(["", " الماضي", " المقبل"]))
def test_weekdays_move_by_weeks(published: date, weeks: int, weekday: str, adjective: str) -> None:
    before, after = (only(f"{weekday}{adjective}", day) for day in (published, published + timedelta(weeks=weeks)))
    assert before.value
    assert after.value
    assert date.fromisoformat(after.value) - date.fromisoformat(before.value) == timedelta(weeks=weeks)
    assert date.fromisoformat(before.value).isoweekday() == WEEKDAYS.index(weekday) + 1


FIRST, LAST = (
    date(*Hijri(year, month, 1).to_gregorian().datetuple()) for year, month in ((HIJRI_YEARS[0], 1), (HIJRI_YEARS[1], 12))
)
HIJRI = st.dates(FIRST, LAST).map(lambda day: Gregorian.fromdate(day).to_hijri().datetuple())


@settings(max_examples=300, deadline=None)
@given(HIJRI)
def test_hijri_days_are_those_of_hijridate(day: tuple[int, int, int]) -> None:
    expected = Hijri(*day).to_gregorian()
    assert hijri_to_gregorian(*day) == date(*expected.datetuple())
    assert gregorian_to_hijri(date(*expected.datetuple())) == day


@QUICK
@given(HIJRI)
def test_hijri_dates_in_text_are_those_of_hijridate(day: tuple[int, int, int]) -> None:
    year, month, number = day
    found = only(f"في {number}/{month}/{year} هـ", None)
    assert found.value == date(*Hijri(*day).to_gregorian().datetuple()).isoformat()
    assert found.calendar == "hijri"


@pytest.mark.parametrize("year", range(HIJRI_YEARS[0], HIJRI_YEARS[1] + 1))
def test_every_hijri_month_begins_where_hijridate_says(year: int) -> None:
    for month in range(1, 13):
        assert hijri_to_gregorian(year, month, 1) == date(*Hijri(year, month, 1).to_gregorian().datetuple())
        length = Hijri(year, month, 1).month_length()
        assert hijri_to_gregorian(year, month, length) is not None
        assert hijri_to_gregorian(year, month, length + 1) is None


INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SPELT = ["{d}/{m}/{y}", "{y}-{m:02d}-{d:02d}", "{d} {name} {y}", "يوم {d} {name}", "{name} {y}", "عام {y}"]


@QUICK
@given(PUBLISHED, st.dates(date(1950, 1, 1), date(2040, 12, 28)), st.sampled_from(SPELT), st.randoms(use_true_random=False))
def test_scripts_and_marks_change_no_date(published: date, day: date, spelling: str, choose: random.Random) -> None:
    text = spelling.format(d=day.day, m=day.month, y=day.year, name=MONTHS[day.month - 1])
    plain = only(text, published)
    assert only(text.translate(INDIC), published).value == plain.value
    marked = "".join(c + choose.choice(["", "", "\u064e", "\u0640"]) if c.isalpha() else c for c in text)
    assert only(marked, published).value == plain.value


def test_a_weekday_behind_a_time_of_no_known_day_stays_apart() -> None:
    text = "كانون الأول/ديسمبر 2021 الموافق 3 جمادى الأولى 1443 هـ الساعة الخامسة والنصف مساء يوم الثلاثاء"
    found = arabnews.analyze(Article(text, published="2021-12-10")).dates
    assert found[-1].value == "2021-12-07"

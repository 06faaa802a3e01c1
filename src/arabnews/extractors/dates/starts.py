"""What words the rules of dates can start at: where a word cannot begin what a rule looks for, the rule is not asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from arabnews.extractors.dates import calendar_dates, clock, durations, periods, relative, spans_of_days, spans_of_hours
from arabnews.extractors.dates.context import Context, Temporal
from arabnews.extractors.dates.pieces import YEAR_HEADS
from arabnews.lexicon.entries import Word

Rule = Callable[[Context, int], Temporal | None]


def _is_hour(figure: Word) -> bool:
    """`7`, `7.30`."""
    return _is_run(figure, 2) or clock.FIGURE.match(figure.key) is not None


def _is_clock(figure: Word) -> bool:
    """`7`, `7.30`, `0730`."""
    return _is_run(figure, 4) or clock.FIGURE.match(figure.key) is not None


def _is_day(figure: Word) -> bool:
    return _is_run(figure, 2) and 1 <= int(figure.key) <= 31


def _is_year(figure: Word) -> bool:
    """`1997`, and before Christ `25` too."""
    return _is_run(figure, 4) and len(figure.key) > 1


def _is_run(figure: Word, most: int) -> bool:
    return figure.key.isdecimal() and len(figure.key) <= most


def _is_definite_ordinal(word: Word) -> bool:
    reading = word.get("ordinal")
    return reading is not None and reading.definite


def _is_spoken_hour(word: Word) -> bool:
    return _is_definite_ordinal(word) and word.key.startswith(clock.SPOKEN_HOURS)


def _is_indefinite_ordinal(word: Word) -> bool:
    """`أول أحد من شهر أكتوبر`."""
    reading = word.get("ordinal")
    return reading is not None and not reading.definite and reading["kind"] == "unit"


def _is_definite_ten(word: Word) -> bool:
    """`العشرين من الشهر المقبل`, which is no ordinal."""
    number = word.get("number")
    return number is not None and number.definite and number["kind"] == "tens"


def _is_length(word: Word) -> bool:
    """`يومين`, `الأيام`, `أسبوع`; but not `اليوم`."""
    unit = word.get("time_unit")
    return unit is not None and not (unit.definite and unit.number == "s")


def _is_unit_placed(word: Word) -> bool:
    """`العام`, `سنواته`."""
    unit = word.get("time_unit")
    return unit is not None and (unit.definite or word.key.endswith("اته"))


STARTS: Final[dict[tuple[str, Rule], Callable[[Word], bool]]] = {
    ("figure", spans_of_hours.hours): _is_hour,
    ("figure", clock.hour_of_day_part): _is_hour,
    ("figure", clock.clock_time): _is_clock,
    ("figure", spans_of_days.day_of_month): _is_day,
    ("figure", relative.current_month_day): _is_day,
    ("figure", calendar_dates.year_date): _is_year,
    ("ordinal", spans_of_hours.hours): _is_definite_ordinal,
    ("ordinal", clock.hour_of_day_part): _is_definite_ordinal,
    ("ordinal", clock.spoken_hour): _is_spoken_hour,
    ("ordinal", spans_of_days.nth_weekday_date): _is_indefinite_ordinal,
    ("number", relative.current_month_day): _is_definite_ten,
    ("number", calendar_dates.year_in_words): lambda word: word.key == "الف",
    ("time_unit", calendar_dates.year_date): lambda word: word.key in YEAR_HEADS or "number" in word.tags,
    ("time_unit", relative.relative_unit): _is_unit_placed,
    ("time_unit", durations.quantity_of_time): _is_length,
    ("time_unit", spans_of_days.numbered_month): lambda word: word.key in spans_of_days.MONTH_WORDS,
    ("time_unit", durations.decade_of_life): lambda word: word.key in durations.DECADES_OF_LIFE,
    ("fraction", periods.part_of_year): lambda word: word.key.endswith(("الربع", "النصف")),
    ("date_anchor", durations.every): lambda word: word.key in durations.EVERY,
    ("date_anchor", periods.sport_season): lambda word: word.key.endswith("المواسم") or word.key in periods.SPORT_SEASONS,
    ("part_of_period", spans_of_hours.weekend): lambda word: word.key.endswith("نهاية"),
    ("part_of_period", clock.midday): lambda word: word.key.endswith("منتصف"),
    ("relative", relative.the_past): lambda word: word.key == "الماضي",
}
"""Of the rules that start at a tag, those that answer for some of its words only."""

"""What words the rules of dates can start at, and what must stand beside them: where a rule cannot answer, it is not asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from arabnews.extractors.dates import (
    calendar_dates,
    clock,
    durations,
    numeric_dates,
    periods,
    relative,
    spans_of_days,
    spans_of_hours,
)
from arabnews.extractors.dates.context import Context, Temporal
from arabnews.extractors.dates.pieces import BARE_WEEKDAYS, YEAR_HEADS
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.text.tokens import NUMBER

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
    ("time_unit", spans_of_hours.night): lambda word: word.key.endswith("ليلة"),
    ("time_unit", periods.century): lambda word: word.key.endswith("القرن"),
    ("time_unit", durations.decade_of_life): lambda word: word.key in durations.DECADES_OF_LIFE,
    ("fraction", periods.part_of_year): lambda word: word.key.endswith(("الربع", "النصف")),
    ("date_anchor", durations.every): lambda word: word.key in durations.EVERY,
    ("date_anchor", periods.sport_season): lambda word: word.key.endswith("المواسم") or word.key in periods.SPORT_SEASONS,
    ("part_of_period", spans_of_hours.weekend): lambda word: word.key.endswith("نهاية"),
    ("part_of_period", clock.midday): lambda word: word.key.endswith("منتصف"),
    ("relative", relative.the_past): lambda word: word.key == "الماضي",
}
"""Of the rules that start at a tag, those that answer for some of its words only."""


_HOUR, _MONTH, _PLACE, _PART = "hour", "month", "place", "part"
ANYTHING: Final = frozenset({_HOUR, _MONTH, _PLACE, _PART})
"""What a word may go on as: an hour, a day of a month, a place in a row, a date in figures."""
_NOTHING: Final[frozenset[str]] = frozenset()


@kept
def goes_on_as(word: Word) -> frozenset[str]:
    """What the word behind the one at which a rule starts may make of it: nothing, as most do."""
    key, tags = word.key, word.tags
    found = {
        _HOUR: key in clock.BEHIND_HOURS or key in spans_of_hours.TO or not tags.isdisjoint(clock.PARTS_OF_HOURS),
        _MONTH: key in relative.TO_MONTH or "relative" in tags,
        _PLACE: key in durations.BEFORE_PLACES or not tags.isdisjoint(durations.PLACES),
        _PART: word.kind is NUMBER or word.surface in numeric_dates.DASHES,
    }
    return frozenset(sort for sort in found if found[sort]) or _NOTHING


_IN: Final = frozenset({"في"})
BESIDE: Final[dict[tuple[str, Rule], tuple[frozenset[str], str]]] = {
    ("figure", spans_of_hours.hours): (spans_of_hours.BETWEEN, _HOUR),
    ("ordinal", spans_of_hours.hours): (spans_of_hours.BETWEEN, _HOUR),
    ("figure", clock.hour_of_day_part): (_IN, _HOUR),
    ("ordinal", clock.hour_of_day_part): (_IN, _HOUR),
    ("figure", clock.clock_time): (_NOTHING, _HOUR),
    ("ordinal", clock.spoken_hour): (_NOTHING, _HOUR),
    ("figure", numeric_dates.numeric_date): (_NOTHING, _PART),
    ("figure", relative.current_month_day): (_NOTHING, _MONTH),
    ("figure", spans_of_days.day_of_month): (spans_of_days.BEFORE_DAYS, ""),
    ("time_unit", durations.consecutive): (_NOTHING, _PLACE),
    ("time_unit", durations.whole_period): (durations.WHOLE, ""),
    ("time_unit", durations.rate): (durations.PER, ""),
    ("time_unit", durations.vague_few): (durations.SOME | durations.BEFORE, ""),
    ("time_unit", spans_of_days.weekday_of_week): (frozenset(BARE_WEEKDAYS), ""),
    ("time_unit", spans_of_hours.rest_of): (spans_of_hours.REST | spans_of_hours.THIS, ""),
}
"""Of the rules that start at a tag, those that answer only beside some words: the keys before it, or what the word behind it may
make of it. Figures with marks (`7.30`, `27.7.2015`) need nothing beside them."""
LEADING: Final = frozenset().union(*(keys for keys, _ in BESIDE.values()))
"""The keys before a word that let a rule answer."""

"""Dates: every expression that says when, how long or how often, as TIMEX3."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from arabnews.calendars import interval_of
from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.extractors.dates import (
    calendar_dates,
    clock,
    durations,
    holidays,
    numeric_dates,
    periods,
    relative,
    spans_of_days,
    spans_of_hours,
    weekdays,
)
from arabnews.extractors.dates.combine import FARTHEST, joined, modified, on_day
from arabnews.extractors.dates.context import DATE, DAY_LENGTH, TIME, Context, Temporal
from arabnews.extractors.dates.starts import ANYTHING, BESIDE, LEADING, STARTS, Rule, goes_on_as
from arabnews.lexicon.entries import KEPT_WORDS, Word
from arabnews.lexicon.kept import kept
from arabnews.model import DateExpression
from arabnews.numerals import read
from arabnews.spans import draft_of, span_between
from arabnews.text.tokens import BREAK, NUMBER, WORD

_Draft: Final = draft_of(DateExpression)
_PLAIN_PARTS: Final = frozenset({"الصباح", "المساء", "الليل", "الباكر"})
_LINKS: Final = frozenset({"و", "ف", "ب", "ل"})

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("time_unit", durations.consecutive),
    ("time_unit", periods.nth_week),
    ("time_unit", spans_of_days.nth_week_of),
    ("time_unit", spans_of_days.numbered_month),
    ("time_unit", spans_of_days.weekday_of_week),
    ("weekday", spans_of_days.nth_weekday_date),
    ("part_of_period", spans_of_hours.weekend),
    ("time_unit", spans_of_hours.rest_of),
    ("time_unit", spans_of_hours.night),
    ("time_unit", spans_of_hours.hours),
    ("figure", spans_of_hours.hours),
    ("figure", spans_of_hours.minutes_off),
    ("number", spans_of_hours.minutes_off),
    ("ordinal", spans_of_hours.hours),
    ("figure", numeric_dates.numeric_date),
    ("holiday", holidays.holiday),
    ("month", calendar_dates.month_date),
    ("season", periods.season),
    ("decade", periods.decade),
    ("time_unit", durations.whole_period),
    ("time_unit", durations.decade_of_life),
    ("deictic", relative.deictic),
    ("weekday", weekdays.weekday),
    ("time_unit", periods.century),
    ("fraction", periods.part_of_year),
    ("time_unit", relative.relative_unit),
    ("date_anchor", periods.sport_season),
    ("time_unit", calendar_dates.year_date),
    ("time_unit", clock.clock_time),
    ("figure", clock.clock_time),
    ("ordinal", clock.spoken_hour),
    ("ordinal", spans_of_days.nth_weekday_date),
    ("figure", clock.hour_of_day_part),
    ("ordinal", clock.hour_of_day_part),
    ("figure", spans_of_days.day_of_month),
    ("figure", relative.current_month_day),
    ("ordinal", relative.current_month_day),
    ("number", relative.current_month_day),
    ("figure", durations.quantity_of_time),
    ("number", durations.quantity_of_time),
    ("fraction", durations.quantity_of_time),
    ("time_unit", durations.rate),
    ("date_anchor", durations.every),
    ("set_word", durations.every),
    ("time_unit", durations.quantity_of_time),
    ("time_unit", durations.vague_few),
    ("figure", calendar_dates.year_date),
    ("number", calendar_dates.year_in_words),
    ("part_of_period", clock.midday),
    ("day_part", clock.part_of_day),
    ("period_word", relative.vague_period),
    ("relative", relative.the_past),
)
"""Tags and the rules that start at their tokens; where findings overlap the longest wins, then the order of this list."""

_OF_UNITS: Final[dict[Rule, tuple[tuple[str, ...], tuple[str, ...], bool]]] = {
    durations.consecutive: ((), ("s",), False),
    periods.nth_week: (("W",), (), True),
    spans_of_days.nth_week_of: (("W",), ("s",), False),
    spans_of_days.numbered_month: (("M",), ("s",), False),
    spans_of_days.weekday_of_week: (("W",), (), False),
    spans_of_hours.rest_of: (("W", "M", "Y"), ("s",), True),
    spans_of_hours.night: (("D",), ("s",), False),
    spans_of_hours.hours: (("TH",), ("s",), False),
    durations.whole_period: ((), ("s",), False),
    durations.decade_of_life: (("Y",), ("s",), False),
    periods.century: (("Y",), ("s",), True),
    calendar_dates.year_date: (("Y",), (), False),
    clock.clock_time: (("TH",), ("s",), False),
    durations.rate: ((), ("s",), True),
    durations.vague_few: ((), ("p",), False),
}
"""Of the rules that start at units of time, those that answer for some only: for which codes and numbers (none: for any), and
whether with the article alone."""

_TAGS: Final = frozenset(tag for tag, _ in RULES)
_COUNTS: Final = ("figure", "number", "ordinal")
_TIMES: Final = _TAGS.difference(_COUNTS)
_OF_PHRASES: Final = _TAGS | {"zone"}
"""Tags of phrases that a date may begin with or go on with."""
_NO_TAGS: Final[frozenset[str]] = frozenset()
_BEFORE, _BEHIND = 4, 6
_INNER: Final = frozenset("/-–.:,،قه0123456789")
"""What begins the word behind a figure that may be a date by itself: `9/10`, `14:30`, `200 ق.م`, `9ـ10ـ1436`."""
_OF_YEARS: Final[tuple[Rule, ...]] = (calendar_dates.year_date,)
_BEFORE_NUMBERS: Final = frozenset({"في", "يوم", "ليوم"})
_BEFORE_YEARS: Final = frozenset({"في", "منذ"})
_BEHIND_NUMBERS: Final = frozenset({"من", "في", "الى", "الي", "حتى", "لغاية", "الشهر", "شهر", "الا", "قبل", "ق", "ر"})
_TIMES_BEHIND: Final = frozenset({"number", "fraction", "time_unit", "day_part", "zone", "deictic", "relative", "weekday"})
_ENDS: Final = frozenset({"", ".", "؛", "؟", "!"})
"""What shows that more than a year may begin with a number, before it and behind it; and marks that end it."""


class DateExtractor:
    """Finds and resolves time expressions against the article's day of publication."""

    name: Final = "dates"
    layer: Final = "dates"
    requires: Final[tuple[str, ...]] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[DateExpression]:
        context = Context(document)
        bodies = document.phrases("organisation")
        names = {hit.end: hit.first for hit in bodies} if bodies else {}
        for found in _combined(context, _found(context)):
            if names and names.get(found.end, found.first) < found.first:
                continue  # `روسيا اليوم`
            if (expression := _expression(context, found)) is not None:
                yield expression


def _found(context: Context) -> list[Temporal]:
    """What the rules find, left to right; each remembers what was mentioned before it."""
    found: list[Temporal] = []
    anchors, phrases = _anchors(context.document)
    words, keys = context.document.padded_words, context.document.padded_keys
    for at in anchors:
        word, before = words[at], keys[at - 1]
        if word.kind is NUMBER and len(word.key) == 4 and at not in phrases and _is_alone(context.document, at):
            rules = _OF_YEARS
        else:
            tags = frozenset(phrases[at]) if at in phrases else _NO_TAGS
            behind = ANYTHING if at + 1 in phrases else goes_on_as(words[at + 1])
            rules = _rules_of(word, tags, before if before in LEADING else "", behind)
        best: Temporal | None = None
        for rule in rules:
            item = rule(context, at)
            if item is not None and (best is None or item.end - item.first > best.end - best.first):
                best = item
        if best is None:
            continue
        while found and found[-1].end > best.first:
            if found[-1].end - found[-1].first >= best.end - best.first:
                best = None
                break
            found.pop()
        if best is not None:
            found.append(best)
            context.mentioned(best)
    return found


def _anchors(document: Document) -> tuple[list[int], dict[int, list[str]]]:
    """The tokens at which rules may find something, and the tags of the phrases that start at some tokens.

    Of all numbers few count time: those far from every word of time are passed, but for years and figures with marks; so are
    those with nothing beside them that makes a date of them, but for years.
    """
    phrases: dict[int, list[str]] = {}
    for hit in document.phrases_of(_OF_PHRASES):
        phrases.setdefault(hit.first, []).append(hit.reading.tag)
    times = document.anchored(_TIMES)
    times.update([first for first, tags in phrases.items() if not _TIMES.isdisjoint(tags)])
    ascending = [*sorted(times), sys.maxsize]
    keys, counts = document.padded_keys, []
    for tag in _COUNTS:
        positions = document.at(tag)
        if phrases:
            positions = [*positions, *[first for first, tags in phrases.items() if tag in tags]]
        for at in positions:
            if not (len(keys[at]) == 4 and tag == "figure") and _is_alone(document, at):
                continue
            near = ascending[bisect_left(ascending, at - _BEFORE)] <= at + _BEHIND
            if near or _may_be_date(document, at, times):
                counts.append(at)
    return sorted(times.union(counts)), phrases


def _may_be_date(document: Document, at: int, times: set[int]) -> bool:
    """Whether a number may be a date far from words of time: a year, a figure with marks, or a long number before its unit."""
    keys = document.padded_keys
    key = keys[at]
    if (len(key) >= 4 and key.isdecimal()) or keys[at + 1][:1] in _INNER:
        return True
    if "الف" not in key:
        return False
    numeral = read(document, at)
    return keys[at - 1] in _BEFORE_YEARS or numeral is None or not times.isdisjoint(range(at, numeral.end + _BEHIND))


def _is_alone(document: Document, at: int) -> bool:
    """Whether nothing beside a number makes a date, a time or a length of time of it: it may be a year, if it has four digits."""
    if not _ends_number(document.padded_words[at + 1]) or document.phrases_at(at + 1):
        return False
    word = document.words[at]
    if word.kind is NUMBER:
        if not word.key.isdecimal():
            return False
        if len(word.key) > 2:
            return True
    return document.padded_keys[at - 1] not in _BEFORE_NUMBERS


@kept
def _ends_number(word: Word) -> bool:
    """Whether a number does not go on at the word behind it: neither itself nor as a date, a time or a length of time."""
    if word.kind is not WORD:
        return word.kind is BREAK or word.key in _ENDS
    return word.key[0] != "و" and word.key not in _BEHIND_NUMBERS and word.tags.isdisjoint(_TIMES_BEHIND)


@lru_cache(KEPT_WORDS)
def _rules_of(word: Word, phrases: frozenset[str], before: str, behind: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may answer for a word, or for phrases with some tags that start with it, between what stands beside it."""
    rules = _rules_of_tags((word.tags | phrases) & _TAGS)
    return tuple(dict.fromkeys(rule for tag, rule in rules if _may_answer(tag, rule, word, before, behind)))


def _may_answer(tag: str, rule: Rule, word: Word, before: str, behind: frozenset[str]) -> bool:
    unit = word.get("time_unit") if tag == "time_unit" else None
    if unit is not None and rule in _OF_UNITS:
        codes, numbers, article = _OF_UNITS[rule]
        if codes and unit["code"] not in codes:
            return False
        if (numbers and unit.number not in numbers) or (article and not unit.definite):
            return False
    starts = STARTS.get((tag, rule))
    if starts is not None and not starts(word):
        return False
    keys, sort = BESIDE.get((tag, rule), (None, ""))
    marked = tag == "figure" and not word.key.isdecimal()
    return keys is None or marked or before in keys or sort in behind


@cache
def _rules_of_tags(tags: frozenset[str]) -> tuple[tuple[str, Rule], ...]:
    return tuple((tag, rule) for tag, rule in RULES if tag in tags)


def _combined(context: Context, found: list[Temporal]) -> list[Temporal]:
    merged: list[Temporal] = []
    for item in found:
        while merged and item.first - merged[-1].end <= FARTHEST and (both := joined(context, merged[-1], item)) is not None:
            merged.pop()
            item = both
        merged.append(item)
    spread: list[Temporal] = []
    for item in merged:
        former: list[Temporal] = []
        if item.rule in spans_of_days.DATED:
            former, item = spans_of_days.days_before(context, item), spans_of_days.with_first_day(context, item)
        elif item.rule == "duration":
            former = durations.first_of_range(context, item)
        if former:
            spread += [other for other in former if not spread or spread[-1].end <= other.first]
        spread.append(modified(context, item))
    return spread


def _expression(context: Context, found: Temporal) -> DateExpression | None:
    first, end, sort, value, rule, mod, calendar, interval, kind, _ = found
    if sort is TIME and value and value[0] == "T":
        if kind == "hours" or (kind == "part" and not _by_itself(context, found)):
            return None  # `صباحا` with no day says too little
        value = value if kind == "part" else _on_a_day(context, found, value)
    if found.value and len(found.value) >= DAY_LENGTH and found.value[4] == "-" and (sort is DATE or sort is TIME):
        context.last_day = found  # on which the clock times behind it may be
    if interval is None and value and (sort is DATE or sort is TIME) and value[0] != "T":
        interval = interval_of(value)
    document = context.document
    if first and document.keys[first - 1] in _LINKS and document.ends[first - 1] == document.starts[first]:
        first -= 1  # `و2020`: the proclitic is written in one word with the figure
    start, stop = document.starts[first], document.ends[end - 1]
    draft = _Draft()
    draft.span, draft.text, draft.rule = span_between(start, stop), document.text[start:stop], rule
    draft.type, draft.value, draft.mod, draft.calendar, draft.interval = sort, value, mod, calendar, interval
    draft.__class__ = DateExpression
    expression: DateExpression = draft
    return expression


def _by_itself(context: Context, found: Temporal) -> bool:
    """`في الصباح`, `في وقت متأخر من الليل`: a time of day, of no day in particular; `المغرب` is a country, `العصر` an age."""
    document = context.document
    alone = document.keys[found.end - 1] in _PLAIN_PARTS or document.keys[found.end - 2 : found.end] == ["بعد", "الظهر"]
    if document.keys[found.first : found.end] == ["بعد", "الظهر"]:
        return True
    return alone and (found.mod is not None or document.padded_keys[found.first - 1] in ("في", "وفي", "حتى", "خلال"))


def _on_a_day(context: Context, found: Temporal, value: str) -> str | None:
    """A clock time's day: the last one mentioned in its sentence, else that of publication."""
    document, last = context.document, context.last_day
    if (
        last is not None
        and last.value
        and document.sentence_at(last.first) == document.sentence_at(found.first)
        and last.first < found.first
    ):
        return on_day(last.value, value)
    return on_day(context.published.isoformat(), value) if context.published else None

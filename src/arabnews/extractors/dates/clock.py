"""Times of day: clock times in figures and words, parts of the day, prayer times, zones."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final, NamedTuple

from arabnews.document import Document, Hit, remembered
from arabnews.extractors.dates.context import TIME, Context, Temporal
from arabnews.extractors.dates.pieces import reading_at
from arabnews.model import DateMod
from arabnews.numerals import read
from arabnews.text.tokens import NUMBER, WORD

HOUR_WORDS: Final = frozenset({"الساعة", "الساعه", "ساعة", "بالساعة", "للساعة", "والساعة", "لساعة"})
_NO_HOUR_BEHIND: Final = HOUR_WORDS | set(":/-")
FIGURE: Final = re.compile(r"(\d{1,2})[.,](\d{2})\Z")
_MIDDLES: Final = {"النهار": "T12:00", "الليل": "T00:00", "الصباح": "T10:00", "الظهر": "T14:00", "الظهيرة": "T14:00"}
_PRAYERS: Final = frozenset({"وقت", "صلاة", "بعد", "قبل", "عند", "حتى", "اذان", "قبيل", "بعيد", "منذ"})
SPOKEN_HOURS: Final = ("الث", "الر", "الخ", "الس", "الت", "الع", "الح", "الو")
"""How the hours from one to twelve begin."""
_OF_HOURS: Final = frozenset({"day_part", "zone"})
BEHIND_HOURS: Final = frozenset({":", "الا", "و", "عشرة", "عشر", "من", "في", "،"})
PARTS_OF_HOURS: Final = frozenset({"number", "fraction", "day_part", "zone", "deictic"})
"""The words and tags of what stands behind an hour: the rest of it, the part of the day, the zone."""
_MINUTES_BEHIND: Final = frozenset({"الا", "و"})
_MINUTE_WORDS: Final = frozenset({"دقيقة", "دقائق"})
_PARTED: Final = frozenset({"number", "fraction"})
_PARTS_BEFORE: Final = frozenset({"من", "في"})


class Clock(NamedTuple):
    """An hour and a minute, and where they end."""

    hour: int
    minute: int
    end: int
    exact: bool = False


def clock_time(context: Context, at: int) -> Temporal | None:
    """A clock time behind `الساعة`, or `hh:mm` by itself, with the part of the day that says morning or evening.

    Examples:
        بدأ الاجتماع عند [الساعة 9 صباحا](value=2021-12-10T09:00 type=TIME) ثم انتهى @2021-12-10
        عاد التيار في [الساعة 8:20 دقيقة مساء](value=2021-12-10T20:20) كما قيل @2021-12-10
        بدأ الاجتماع عند [الساعة الثالثة والنصف عصرا](value=2021-12-10T15:30) ثم انتهى @2021-12-10
    """
    document = context.document
    headed = document.keys[at] in HOUR_WORDS
    if not headed and not may_be_hour(document, at):
        return None
    if headed and document.padded_keys[at + 1] == "(" and (inside := _bracketed(document, at + 2)) is not None:
        clock: Clock | None = inside
    else:
        clock = _figures(document, at + 1) or _words(document, at + 1) if headed else _bare(document, at)
        clock = clock or _four_digits(document, at + headed, headed)
    if clock is None or not (0 <= clock.hour <= 24 and 0 <= clock.minute < 60):
        return None
    if headed and document.keys[at] == "ساعة":
        return None
    hour, end = clock.hour, clock.end
    part = part_at(document, end)
    if part is not None:
        hour, end = hour_in_part(hour, part), part.end
    elif clock.hour == 24:
        hour = 0
    end = _zone(document, end)
    value = f"T{hour:02d}:{clock.minute:02d}"
    return Temporal(at, end, TIME, value, "clock_time", kind="clock")


def hour_of_day_part(context: Context, at: int) -> Temporal | None:
    """An hour in figures beside a part of a certain day: `8 هذا المساء`, `10، الليلة`, `هذه الليلة في 7`.

    Examples:
        يبدأ البث [10، الليلة](value=2021-12-10T22:00 type=TIME) كما أعلن @2021-12-10
        تنطلق المباراة [الثامنة والنصف الليلة](value=2021-12-10T20:30 type=TIME) هنا @2021-12-10
    """
    document = context.document
    if document.padded_keys[at - 1] != "في" and not may_be_hour(document, at):
        return None
    clock = hour_at(document, at)
    if clock is None or clock.exact or clock.hour > 12 or document.padded_keys[at - 1] in _NO_HOUR_BEHIND:
        return None
    if not clock.minute and document.words[at].kind is WORD and document.padded_keys[at - 1].startswith("ال"):
        return None  # `الدورة الثامنة الليلة`
    behind = clock.end + (document.padded_keys[clock.end] == "،")
    hit, first, end = document.hit_at(behind, "deictic"), at, at
    if hit is not None and hit.reading["part"]:
        end = hit.end
    elif (
        document.padded_keys[at - 1] == "في"
        and (hit := document.hit_ending(at - 1, "deictic")) is not None
        and hit.reading["part"]
    ):
        first, end = hit.first, clock.end
    if hit is None or end == at:
        return None
    hour = clock.hour + 12 if hit.reading["part"] in ("NI", "EV") and clock.hour < 12 else clock.hour
    value = f"T{hour:02d}:{clock.minute:02d}"
    if context.published is not None:
        value = (context.published + timedelta(days=int(hit.reading["days"]))).isoformat() + value
    return Temporal(first, end, TIME, value, "hour_of_day_part", kind="time")


def spoken_hour(context: Context, at: int) -> Temporal | None:
    """An hour in words without `الساعة`, with a part of the day that tells it from an ordinal: `الثامنة والنصف مساء`.

    Examples:
        وصل الوفد [السابعة والنصف صباحا](value=2021-12-10T07:30 type=TIME) إلى المطار @2021-12-10
    """
    document = context.document
    if document.padded_keys[at - 1] in HOUR_WORDS or not may_be_hour(document, at):
        return None
    if not document.keys[at].startswith(SPOKEN_HOURS):
        return None
    clock = _words(document, at)
    part = part_at(document, clock.end) if clock is not None else None
    if clock is None or part is None or part.reading["code"] == "MI":
        return None
    adverb = (
        clock.minute > 0
        or document.padded_keys[clock.end] in _PARTS_BEFORE
        or part.end - part.first > 1
        or document.padded_keys[part.first][:2] != "ال"
    )
    if not adverb:
        return None
    hour = hour_in_part(clock.hour, part)
    return Temporal(at, part.end, TIME, f"T{hour:02d}:{clock.minute:02d}", "spoken_hour", kind="clock")


def may_be_hour(document: Document, at: int) -> bool:
    """Whether what stands behind a figure or an ordinal lets it be an hour without `الساعة`: most do not."""
    return document.padded_keys[at + 1] in BEHIND_HOURS or not document.tags_at(at + 1).isdisjoint(PARTS_OF_HOURS)


@remembered
def hour_at(document: Document, at: int) -> Clock | None:
    """An hour in figures or in words (`7`, `7:30`, `السابعة والنصف`), with `الساعة` before it or not."""
    at += document.padded_keys[at] in HOUR_WORDS and document.padded_keys[at] != "ساعة"
    clock = _figures(document, at) or _words(document, at)
    return clock if clock is not None and 1 <= clock.hour <= 24 and 0 <= clock.minute < 60 else None


def _bare(document: Document, at: int) -> Clock | None:
    """`16:33`: two figures with a colon between them and nothing else tied to them; or `9 صباحا`."""
    clock = _figures(document, at)
    if clock is None:
        return None
    if clock.exact:
        left = at and document.words[at - 1].surface == ":" and document.ends[at - 1] == document.starts[at]
        return None if left or document.keys[at].isdecimal() is False else clock
    part = part_at(document, clock.end)
    simple = part is not None and part.end <= clock.end + 1 + (document.padded_keys[clock.end] in _PARTS_BEFORE)
    simple = simple and document.keys[clock.end] != "م"
    return clock if simple and document.padded_keys[at - 1] not in ("ليلة", "صلاة") else None


def _figures(document: Document, at: int) -> Clock | None:
    keys = document.padded_keys
    if document.padded_words[at].kind is not NUMBER:
        return None
    key = keys[at]
    if len(key) <= 2 and key.isdecimal():
        if keys[at + 1] == ":" and (minute := keys[at + 2]).isdecimal() and len(minute) == 2:
            end = at + 3
            if keys[end] == ":" and keys[end + 1].isdecimal():
                end += 2
            elif keys[end] in _MINUTE_WORDS and part_at(document, end + 1) is not None:
                end += 1  # `8:20 دقيقة مساء`
            return Clock(int(key), int(minute), end, True)
        return _with_minutes(document, int(key), at + 1)
    if match := FIGURE.match(key):
        return Clock(int(match[1]), int(match[2]), at + 1)
    return None


def _bracketed(document: Document, at: int) -> Clock | None:
    """`الساعة (11:59) مساء`."""
    clock = _figures(document, at)
    return clock._replace(end=clock.end + 1) if clock is not None and document.padded_keys[clock.end] == ")" else None


def _four_digits(document: Document, at: int, headed: bool) -> Clock | None:
    """`الساعة 0947 بتوقيت جرينتش`, `1140 مساء`: hours and minutes without a mark, shown by a zone or a part of the day."""
    key = document.padded_keys[at]
    if not (key.isdecimal() and 3 <= len(key) <= 4) or document.tags_at(at + 1).isdisjoint(_OF_HOURS):
        return None
    part = document.hit_at(at + 1, "day_part")
    spoken = part is not None and not part.reading.proclitics and not 1900 <= int(key) <= 2100 and int(key[:-2]) <= 12
    zoned = len(key) == 4 and (headed or key[0] in "012") and document.hit_at(at + 1, "zone") is not None
    return Clock(int(key[:-2]), int(key[-2:]), at + 1, True) if spoken or zoned else None


def _words(document: Document, at: int) -> Clock | None:
    """`الثالثة والنصف`, `الثانية عشرة إلا ربعا`."""
    reading = reading_at(document, at, "ordinal")
    if reading is None or not reading.definite:
        return None
    hour, end = int(reading["value"]), at + 1
    if document.padded_keys[end] in ("عشرة", "عشر"):
        hour, end = hour + 10, end + 1
    return _with_minutes(document, hour, end) if 1 <= hour <= 12 else None


def _with_minutes(document: Document, hour: int, end: int) -> Clock:
    """`والنصف`, `وعشر دقائق`, `إلا ربعا`."""
    key = document.padded_keys[end]
    if key not in _MINUTES_BEHIND and document.padded_words[end].tags.isdisjoint(_PARTED):
        return Clock(hour, 0, end)
    minus = key == "الا"
    at = end + minus
    joined = minus or key == "و"
    at += joined and not minus
    fraction = reading_at(document, at, "fraction")
    if fraction is not None and fraction["parts"] and (joined or fraction.proclitics.startswith("و")):
        minutes = 60 * int(fraction["parts"]) // int(fraction["of"])
        return _minus(hour, minutes, at + 1) if minus else Clock(hour, minutes, at + 1)
    word = document.words[at] if at < len(document.words) else None
    number = word.get("number") if word else None
    if word is not None and (joined or (number is not None and number.proclitics.startswith("و"))):
        numeral = read(document, at)
        unit = reading_at(document, numeral.end, "time_unit") if numeral else None
        if (
            numeral is not None
            and numeral.form == "words"
            and unit is None
            and part_at(document, numeral.end)
            and 0 < numeral.value < 60
            and not minus
        ):
            return Clock(hour, int(numeral.value), numeral.end)  # `السابعة وخمس وثلاثين مساء`
        if numeral is not None and unit is not None and unit["code"] == "TM" and 0 < numeral.value < 60:
            minutes = int(numeral.value)
            return _minus(hour, minutes, numeral.end + 1) if minus else Clock(hour, minutes, numeral.end + 1)
    return Clock(hour, 0, end)


def _minus(hour: int, minutes: int, end: int) -> Clock:
    return Clock((hour - 1) % 24, 60 - minutes, end)


def part_at(document: Document, at: int) -> Hit | None:
    """A part of the day at a token, with `من` before it or not."""
    if document.padded_keys[at] in _PARTS_BEFORE and (hit := document.hit_at(at + 1, "day_part")) is not None:
        return hit if not hit.reading.proclitics else None
    hit = document.hit_at(at, "day_part")
    return hit if hit is not None and not hit.reading.proclitics else None


def hour_in_part(hour: int, part: Hit) -> int:
    """The hour on the 24-hour clock: `9 مساء` is 21."""
    code = part.reading["code"]
    if code == "NI":
        return hour + 12 if 6 <= hour < 12 else 0 if hour == 12 else hour
    if part.reading["pm"] == "yes":
        return 0 if hour == 12 and code == "EV" else hour + 12 if hour < 11 or (hour == 11 and code != "MI") else hour
    return hour


def _zone(document: Document, end: int) -> int:
    """Past a time zone, and past a second clock time in brackets."""
    hit = document.hit_at(end, "zone")
    if hit is not None:
        end = hit.end
    if document.padded_keys[end] == "(" and (other := _figures(document, end + 1)) is not None:
        at = other.end
        zone = document.hit_at(at, "zone")
        if not zone and not other.exact:
            return end
        at = zone.end if zone else at
        if document.padded_keys[at] == ")":
            return at + 1
    return end


def part_of_day(context: Context, at: int) -> Temporal | None:
    """A part of the day that a day follows: `مساء أمس`, `فجر الثلاثاء`; or noon and midnight.

    Examples:
        وصل الوفد عند [منتصف الليل](type=TIME value=2021-12-10T00:00) إلى المدينة @2021-12-10
    """
    document = context.document
    hit = document.hit_at(at, "day_part")
    if hit is None:
        return None
    if document.padded_keys[hit.first - 1] in ("منتصف", "ومنتصف", "بمنتصف") and document.keys[hit.first] in ("الليل", "النهار"):
        return Temporal(hit.first - 1, hit.end, TIME, "T00:00", "part_of_day", kind="clock")
    if document.keys[hit.first] == "المغرب" and document.padded_keys[hit.first - 1] not in _PRAYERS:
        return None  # the country
    early = document.padded_keys[hit.end] in ("الباكر", "الباكرة", "باكرا")
    value, mod = f"T{hit.reading['code']}", DateMod.EARLY if early else None
    return Temporal(hit.first, hit.end + early, TIME, value, "part_of_day", mod=mod, kind="part")


def midday(context: Context, at: int) -> Temporal | None:
    """The middle of the day, the night, the morning or the afternoon, by the hour that is meant.

    Examples:
        انتهى الإضراب عند [منتصف النهار](value=2021-12-10T12:00) تماما @2021-12-10
    """
    document = context.document
    if not document.keys[at].endswith("منتصف"):
        return None
    end = at + 1 + (document.padded_keys[at + 1] == "-")
    value = _MIDDLES.get(document.padded_keys[end])
    return Temporal(at, end + 1, TIME, value, "midday", kind="clock") if value else None

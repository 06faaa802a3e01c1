"""Hours told together (`من 5 إلى 7 مساء`), nights, and what remains or ends of a week, a month or a year."""

from __future__ import annotations

from typing import Final

from arabnews.calendars import interval_of
from arabnews.document import Document
from arabnews.extractors.dates.clock import HOUR_WORDS, hour_at, hour_in_part, may_be_hour, part_at
from arabnews.extractors.dates.context import DATE, TIME, Context, Temporal
from arabnews.extractors.dates.pieces import quantity_at, reading_at
from arabnews.extractors.dates.relative import relative_unit
from arabnews.text.tokens import NUMBER, WORD

TO: Final = frozenset({"الى", "الي", "حتى", "وحتى", "لغاية", "-", "–"})
BETWEEN: Final = frozenset({"بين", "مابين"})
_FROM: Final = frozenset({"من", "بين", "مابين"})
THIS: Final = frozenset({"هذا", "هذه"})
REST: Final = frozenset({"بقية", "باقي", "لبقية", "وبقية"})


def hours(context: Context, at: int) -> Temporal | None:
    """Two hours of which one leans on the other's part of the day: one stretch. Two whole clock times are two.

    Examples:
        يفتح المعرض من [5 إلى 7 مساء](value=2021-12-10T17:00/2021-12-10T19:00 type=TIME) هنا @2021-12-10
        تقطع المياه بين [التاسعة والحادية عشرة صباحا](value=2021-12-10T09:00/2021-12-10T11:00) @2021-12-10
        فاز الفريق من 5 إلى 7 مرات @2021-12-10
    """
    document = context.document
    before = document.padded_keys[at - 1]
    between = before in BETWEEN
    if not between and document.padded_keys[at + 1] not in TO and _is_bare(document, at):
        return None
    left = hour_at(document, at)
    if left is None or before in (":", "/"):
        return None
    part = part_at(document, left.end)
    start = _second(document, part.end if part else left.end, between)
    right = hour_at(document, start) if start is not None else None
    if right is None:
        return None
    own = part_at(document, right.end)
    if (part is not None) == (own is not None) and (part is not None or not _on_a_day(document, at)):
        return None
    if part is not None and _goes_on(document, right.end):
        return None
    first = hour_in_part(left.hour, part) if part else left.hour
    last = hour_in_part(right.hour, own) if own else right.hour
    last = last or 24
    if own is not None and (same := hour_in_part(left.hour, own)) < last:
        first = same
    if part is not None and own is None and last <= 12 and first > last:
        last += 12
    value = f"T{first:02d}:{left.minute:02d}/T{last:02d}:{right.minute:02d}"
    if first > 23 or last > 24 or (first, left.minute) >= (last, right.minute):
        return None
    kind = "clock" if part or own else "hours"
    return Temporal(at, own.end if own else right.end, TIME, value, "hours", kind=kind)


def _is_bare(document: Document, at: int) -> bool:
    """Whether a token is no hour that goes on or has its part of the day behind it."""
    return document.keys[at] not in HOUR_WORDS and not may_be_hour(document, at)


def _second(document: Document, at: int, between: bool) -> int | None:
    """Where the later hour stands: behind `إلى`, or behind `و` after `بين`."""
    key = document.padded_keys[at]
    if key in TO:
        return at + 1
    if between and key == "و":
        return at + 1
    return at if between and key.startswith("و") else None


def _on_a_day(document: Document, at: int) -> bool:
    """`من الخامسة إلى السابعة`: hours in words, which only a day beside them shows to be hours."""
    return document.padded_keys[at - 1] in _FROM and reading_at(document, at, "ordinal") is not None


def _goes_on(document: Document, at: int) -> bool:
    """Whether something is counted behind a figure."""
    if at >= len(document.words) or document.words[at].kind is not WORD:
        return at + 1 < len(document.words) and document.words[at].surface in ":/%٪-" and document.words[at + 1].kind is NUMBER
    return not document.words[at].tags & {"function_word", "clause_opener", "weekday", "deictic"}


def minutes_off(context: Context, at: int) -> Temporal | None:
    """Minutes before or after an hour move it: `خمس دقائق قبل الثامنة`.

    Examples:
        بدأ البث [عشر دقائق بعد الساعة 9 صباحا](value=2021-12-10T09:10 type=TIME) هناك @2021-12-10
        وصل القطار [خمس دقائق قبل الثامنة مساء](value=2021-12-10T19:55 type=TIME) هناك @2021-12-10
    """
    document = context.document
    quantity = quantity_at(document, at)
    if quantity is None or quantity.code != "TM" or not isinstance(quantity.amount, int) or quantity.definite:
        return None
    sign = {"قبل": -1, "بعد": 1}.get(document.padded_keys[quantity.end], 0)
    start = quantity.end + 1
    clock = hour_at(document, start) if sign else None
    if clock is None or clock.hour > 23 or (clock.end == start + 1 and document.words[start].kind is NUMBER):
        return None
    part = part_at(document, clock.end)
    hour = hour_in_part(clock.hour, part) if part else clock.hour
    moment = hour * 60 + clock.minute + sign * quantity.amount
    if not 0 <= moment < 24 * 60:
        return None
    value = f"T{moment // 60:02d}:{moment % 60:02d}"
    return Temporal(at, part.end if part else clock.end, TIME, value, "minutes_off", kind="clock")


def night(context: Context, at: int) -> Temporal | None:
    """The night of a day: `ليلة الثلاثاء`, `الليلة المقبلة`.

    Examples:
        هطلت الأمطار [ليلة الثلاثاء](value=2021-12-07TNI type=TIME) على المدينة @2021-12-10
        يعلن القرار [الليلة المقبلة](value=2021-12-11TNI type=TIME) كما قيل @2021-12-10
    """
    document = context.document
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit.number != "s" or not document.keys[at].endswith("ليلة"):
        return None
    if unit.definite:
        found = relative_unit(context, at)
        if found is None or found.kind != "day" or found.rule == "anaphoric":
            return None
        value = found.value and f"{found.value}TNI"
        return found._replace(type=TIME, value=value, rule="night", kind="part", detail="NI")
    if document.words[at - 1].tags & {"figure", "number"} if at else False:
        return None
    return Temporal(at, at + 1, TIME, "TNI", "night", kind="part", detail="NI")


def weekend(context: Context, at: int) -> Temporal | None:
    """The end of a week: `نهاية الأسبوع`, `عطلة نهاية الأسبوع الماضي`.

    Examples:
        أغلقت الأسواق خلال [عطلة نهاية الأسبوع الماضي](value=2021-W48-WE) هناك @2021-12-10
        تصل القافلة [نهاية هذا الأسبوع](value=2021-W49-WE) كما قيل @2021-12-10
    """
    document = context.document
    if not document.keys[at].endswith("نهاية"):
        return None
    this = document.padded_keys[at + 1] in THIS
    unit = reading_at(document, at + 1 + this, "time_unit")
    if unit is None or unit["code"] != "W" or not unit.definite or unit.number != "s":
        return None
    if reading_at(document, at + 2 + this, "ordinal") is not None:
        return None  # `نهاية الأسبوع الأول`
    week = relative_unit(context, at + 1 + this)
    first = at - (document.padded_keys[at - 1] in ("عطلة", "اجازة", "وعطلة", "بعطلة"))
    if week is None or week.kind != "week":
        today = context.published
        value = None if today is None else "{}-W{:02d}-WE".format(*today.isocalendar()[:2])
        return Temporal(first, at + 2, DATE, value, "weekend", kind="weekend")
    return week._replace(first=first, value=week.value and f"{week.value}-WE", rule="weekend", kind="weekend")


def rest_of(context: Context, at: int) -> Temporal | None:
    """What remains of a period: `بقية العام`, `باقي الأسبوع الجاري`; its days run from publication.

    Examples:
        يتوقع انخفاض الأسعار خلال [بقية العام](value=2021) هناك @2021-12-10
    """
    document = context.document
    first = at - 1 - (document.padded_keys[at - 1] in THIS)
    unit = reading_at(document, at, "time_unit") if document.padded_keys[first] in REST else None
    if unit is None or not unit.definite or unit.number != "s":
        return None
    if unit["code"] not in ("W", "M", "Y"):
        return None
    period = relative_unit(context, at)
    today = context.published
    if period is None:
        kind = {"W": "week", "M": "month", "Y": "year"}[unit["code"]]
        if today is None:
            return Temporal(first, at + 1, DATE, None, "rest_of", kind=kind)
        value = {"W": "{}-W{:02d}".format(*today.isocalendar()[:2]), "M": f"{today:%Y-%m}", "Y": f"{today:%Y}"}[unit["code"]]
        period = Temporal(at, at + 1, DATE, value, "rest_of", kind=kind)
    days = interval_of(period.value)
    rest = (today, days[1]) if days and today and days[0] <= today <= days[1] else None
    return period._replace(first=first, interval=rest, rule="rest_of")

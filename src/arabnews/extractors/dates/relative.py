"""Dates told from another day: `أمس`, `الثلاثاء الماضي`, `العام المقبل`, `31 الجاري`."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from arabnews.calendars import add_months, day_of, interval_of, shifted
from arabnews.document import Document, Hit
from arabnews.extractors.dates.context import DATE, DURATION, TIME, Context, Temporal
from arabnews.extractors.dates.pieces import is_day_name, ordinal, reading_at, relative_at, small_figure, year_at
from arabnews.model import DateMod

THIS: Final = frozenset({"هذا", "هذه", "هذين", "هاتين", "لهذا", "لهذه", "بهذا", "بهذه", "وهذا", "وهذه"})
_THAT: Final = frozenset({"ذلك", "تلك", "لذلك", "بذلك", "وذلك", "ذاك"})
_DAY_WORDS: Final = frozenset({"يوم", "اليوم", "ليوم", "بيوم", "ويوم"})
_REFERENCE: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_NAMED_DAYS: Final = frozenset(
    {"العالمي", "الوطني", "الدولي", "الواحد", "الذي", "نفسه", "ذاته", "الاسلامي", "العربي", "السنوي", "المفتوح", "الدراسي"}
    | {"الثقافي", "التعريفي", "الترفيهي", "الرياضي", "الختامي", "الافتتاحي", "الاوروبي", "الافريقي", "الموالي", "الاممي"}
)
_NAMES_BEFORE: Final = frozenset({"عين", "صحيفة", "جريدة", "قناة", "وكالة", "صحيفتي", "ميدان", "المصري", "حي", "سوق"})
_FISCAL: Final = frozenset({"المالي", "المالية", "الميلادي", "الميلادية"})
_SCHOOL: Final = frozenset({"الدراسي", "الدراسية", "الجامعي", "الجامعية", "الاكاديمي", "الاكاديمية"})
_GENERAL: Final = frozenset(
    {"الامين", "المدير", "المدعي", "النائب", "المراقب", "القائد", "المفتش", "المنسق", "المفوض", "القنصل", "السكرتير", "المرشد"}
    | {"الجمع", "الاضراب", "امينه", "امينها", "امينهم", "مديره", "مديرها", "جمعه", "جمعها"}
)
_FIGURATIVE: Final = frozenset({"افضل", "مشرق", "واعد", "اجمل", "الافضل", "المشرق", "القريب", "البعيد"})
_DURING: Final = frozenset({"خلال", "وخلال"})
_TURNS: Final = {"قبل": -2, "ماقبل": -2, "بعد": 2, "مابعد": 2}
"""`العام قبل الماضي`, `الأسبوع ما بعد المقبل`."""
_WHICH: Final = frozenset({"الذي", "التي", "ماالذي", "ماالتي"})
_NEIGHBOURS: Final = {
    **dict.fromkeys(("سبقه", "سبقها", "يسبقه", "قبله", "قبلها"), -1),
    **dict.fromkeys(("تلاه", "تلاها", "يليه", "يليها", "تليه", "بعده"), 1),
}
"""`العام الذي سبقه`."""
_REACH: Final = 60
"""Tokens within which `ذلك العام` points back."""
_FEW: Final = frozenset({"القليلة", "القليلتين", "المعدودة", "الطويلة", "العديدة", "الكثيرة", "القريبة"})
"""Adjectives between a plural of time and its relative one: `الأيام القليلة المقبلة`."""


def deictic(context: Context, at: int) -> Temporal | None:
    """A day counted from the day of publication.

    Examples:
        وصل الوفد [أمس](value=2021-12-09) إلى المدينة @2021-12-10
        وصل الوفد [أول من أمس](value=2021-12-08) إلى المدينة @2021-12-10
        قالت صحيفة اليوم إن الوفد وصل @2021-12-10
        أكد المدير لـ(اليوم) أن الطريق مفتوح @2021-12-10
        نشر موقع "مرجان اليوم" الخبر @2021-12-10
        ذكر موقع روسيا اليوم الخبر @2021-12-10
        خرجت القرية عن بكرة أبيها لاستقباله @2021-12-10
    """
    document, keys = context.document, context.document.padded_keys
    hit = document.hit_at(at, "deictic")
    if hit is None or hit.reading.proclitics in ("ك", "وك"):
        return None
    before, word, after = keys[hit.first - 1], keys[hit.first], keys[hit.end]
    if before in _NAMES_BEFORE or word == "لامس" or (word == "امس" and after == "الحاجة"):
        return None  # the verb, `it touched`; `in the direst need`
    if word == "بكرة" and (before == "عن" or after.startswith(("ابيه", "القدم"))):
        return None  # `عن بكرة أبيهم`: to the last man; a ball
    if keys[hit.end - 1] == "اليوم" and _is_paper(document, hit.first, hit.end):
        return None
    if word in ("غد", "بغد", "لغد", "الغد", "يومنا") and after in _FIGURATIVE:
        return None  # `غد أفضل`
    if word.endswith("ليوم") and _is_another_day(document, hit):
        return None
    first = hit.first - (before in ("يوم", "ليوم", "نهار"))
    part = hit.reading["part"]
    today = context.published
    value = None if today is None else (today + timedelta(days=int(hit.reading["days"]))).isoformat()
    if part:
        return Temporal(first, hit.end, TIME, value and f"{value}T{part}", "deictic", kind="part", detail=part)
    return Temporal(first, hit.end, DATE, value, "deictic", kind="day")


def _is_another_day(document: Document, hit: Hit) -> bool:
    """`ذلك اليوم`, `اليوم الأول`, `اليوم الوطني`, `اليوم التالي`: not today; or a paper before its report."""
    first, after = hit.first, document.padded_keys[hit.end]
    if document.keys[first] == "اليوم" and ((after == ":" and 0 < first < 3) or document.padded_keys[first - 1] in _THAT):
        return True
    behind = reading_at(document, hit.end, "ordinal")
    numbered = (behind is not None and behind.definite) or after == "ال"
    return numbered or after in _NAMED_DAYS or relative_at(document, hit.end) is not None


def _is_paper(document: Document, first: int, end: int) -> bool:
    """`قال لـ(اليوم)`, `«اليوم» التقت`, `موقع "مرجان اليوم"`: a newspaper between marks, by itself or with a word before it."""
    keys = document.padded_keys
    if "quote" in document.padded_words[end].tags:
        return end in (document.closing.get(first - 1), document.closing.get(first - 2))
    return keys[first - 1] == "(" and keys[end] == ")" and keys[first - 2] in ("ل", "صحيفة", "جريدة", "ب")


def relative_unit(context: Context, at: int) -> Temporal | None:
    """A unit with a relative adjective or `هذا`: the period as precise as the unit; a plural is a reference.

    Examples:
        ارتفعت الأسعار [العام الماضي](value=2020) كثيرا @2021-12-10
        يعود الوفد [الأسبوع المقبل](value=2021-W50) إلى المدينة @2021-12-10
        استقرت الأسعار في [الأشهر الأخيرة](value=PAST_REF) @2021-12-10
        زادت الأرباح في [العام المالي الحالي](value=2021) كثيرا @2021-12-10
        تراجع الإنتاج في [العقد الأخير](value=P10Y type=DURATION) كثيرا @2021-12-10
        افتتح المتحف [هذا العام](value=2021) @2021-12-10
        بلغ الإنتاج ذروته [عام 1975](value=1975)، ففي [ذلك العام](value=1975) صدرت أكبر شحنة @2021-12-10
    """
    document = context.document
    unit = document.words[at].get("time_unit")
    if unit is None or not (unit.definite or document.keys[at].endswith("اته")):
        return None
    if document.keys[at] == "العام" and document.padded_keys[at - 1].removeprefix("و") in _GENERAL:
        return None  # `الأمين العام السابق`
    this = document.padded_keys[at - 1] in THIS
    code, factor = unit["code"], int(unit["factor"])
    kind = document.padded_keys[at + 1] if code == "Y" and unit.number == "s" else ""
    few = unit.number == "p" and document.padded_keys[at + 1] in _FEW
    relative = _relative_behind(document, at + 1 + (kind in _FISCAL or kind in _SCHOOL or few))
    first = at - this
    if kind in _SCHOOL and relative is not None and not relative[2]:
        return Temporal(first, relative[1], DATE, None, "relative_unit", kind="season")  # begins in one year, ends in another
    if kind in _FISCAL and relative is None:
        return None
    if relative is not None and relative[2] is False and not _agrees(document, at, relative[1]):
        return None
    if relative is None and not this and unit.number == "s" and factor == 1:
        told = _told_before(context, at, code) or _bounded_period(context, at, code)
        if told is not None:
            return told
    if relative is None:
        alone = code in ("W", "M", "Y") and context.alone(at, at + 1)
        if not (this or alone) or unit.number != "s" or code.startswith("T"):
            return None
        return _period(context, first, at + 1, 0, code, factor)
    step, end, anaphoric = relative
    if unit.number == "p":
        return Temporal(first, end, DATE, _REFERENCE[step], "relative_unit", kind="reference")
    if unit.number != "s" or code.startswith("T"):
        return None
    if anaphoric:
        return _anaphoric(context, first, end, step, code, factor)
    if factor == 10 and document.keys[end - 1] == "الاخير":
        if document.padded_keys[end] == "من":
            return None  # `العقد الأخير من القرن التاسع عشر`
        return Temporal(first, end, DURATION, "P10Y", "relative_unit", kind="duration")  # the ten years up to now
    return _period(context, first, end, step, code, factor)


def _agrees(document: Document, at: int, end: int) -> bool:
    """`القطاع العام الأخيرة` is no last year: the adjective agrees with another noun."""
    return not (document.keys[at].endswith("العام") and document.keys[end - 1].endswith("ة"))


def _told_before(context: Context, at: int, code: str) -> Temporal | None:
    """`في ذلك العام`, `في تلك السنة`, `خلال العام`: the period of the date told last in the text."""
    document = context.document
    that = document.padded_keys[at - 1] in _THAT
    if code.startswith("T") if that else code != "Y":
        return None
    last = context.last_day if code == "D" else context.last
    if last is None or at - last.end > (_REACH if code == "D" else 3 * _REACH):
        return None
    if not that and not (document.padded_keys[at - 1] in _DURING and last.kind == "year"):
        return None
    if document.padded_keys[at + 1].startswith("ال") or year_at(document, at, bare=False) is not None:
        return None
    return _anaphoric(context, at - that, at + 1, 0, code, 1)


def _bounded_period(context: Context, at: int, code: str) -> Temporal | None:
    """`منذ بداية العام`, `بحلول نهاية الشهر`, `مع مطلع العام الجديد`: the period of publication, or the one that begins."""
    document = context.document
    if code not in ("W", "M", "Y"):
        return None
    if document.hit_ending(at, "part_of_period") is None or ordinal(document, at + 1) is not None:
        return None
    new = document.padded_keys[at + 1] in ("الجديد", "الجديدة") and code == "Y"
    if not new and (document.padded_keys[at + 1].startswith("ال") or year_at(document, at, bare=False) is not None):
        return None
    step = int(new and context.published is not None and context.published.month > 6)
    return _period(context, at, at + 1 + new, step, code, 1)


def _relative_behind(document: Document, at: int) -> tuple[int, int, bool] | None:
    """Step, end and whether it is anaphoric: `الماضي`, `قبل الماضي` (-2), `بعد المقبل` (+2), `الذي سبقه`."""
    keys = document.padded_keys
    at += keys[at] == "ما"
    turn = _TURNS.get(keys[at])
    if turn is not None and (found := relative_at(document, at + 1)) is not None:
        return turn, found.end, False
    if keys[at] in _WHICH and (step := _NEIGHBOURS.get(keys[at + 1])) is not None:
        return step, at + 2, True
    found = relative_at(document, at)
    if found is None:
        return None
    return int(found.reading["step"]), found.end, found.reading["anaphoric"] == "yes"


def _period(context: Context, first: int, end: int, step: int, code: str, factor: int) -> Temporal:
    kind = {"D": "day", "W": "week", "M": "month", "Y": "year"}[code]
    today = context.published
    value = shifted(today, step, code, factor) if today else None
    return Temporal(first, end, DATE, value, "relative_unit", kind=kind)


def _anaphoric(context: Context, first: int, end: int, step: int, code: str, factor: int) -> Temporal | None:
    """`العام نفسه`, `اليوم التالي`, `العام السابق`: against the last date mentioned, else against publication."""
    kind = {"D": "day", "W": "week", "M": "month", "Y": "year"}[code]
    base = interval_of(context.last_day.value[:10]) if code == "D" and context.last_day and context.last_day.value else None
    if base is None and context.last is not None:
        base = interval_of(context.last.value)
    if base is None:
        if context.published is None:
            return Temporal(first, end, DATE, None, "anaphoric", kind=kind)
        base = (context.published, context.published)
    return Temporal(first, end, DATE, shifted(base[0], step, code, factor), "anaphoric", kind=kind)


TO_MONTH: Final = frozenset({"من", "في", "الشهر", "شهر"})
"""What may stand between a day and the adjective that tells its month."""


def current_month_day(context: Context, at: int) -> Temporal | None:
    """`31 الجاري`, `15 من الشهر المقبل`: a day of a month told by its adjective.

    Examples:
        ينتهي الموعد في [31 الجاري](value=2021-12-31) كما قيل @2021-12-10
    """
    document = context.document
    day, bare_end = small_figure(document, at, 31), at + 1
    if day is None:
        spelt = ordinal(document, at)
        if spelt is None or not 1 <= spelt[0] <= 31 or document.padded_keys[spelt[1]] != "من" or not is_day_name(document, at):
            return None
        day, bare_end = spelt
    behind = document.padded_keys[bare_end]
    if behind not in TO_MONTH and relative_at(document, bare_end) is None:
        return None  # as most figures stand
    end = bare_end + (behind in ("من", "في"))
    this = end > bare_end and document.padded_keys[end] in THIS and document.padded_keys[end + 1] == "الشهر"
    same = end > bare_end and document.padded_keys[end] == "نفس" and document.padded_keys[end + 1] == "الشهر"
    month = document.padded_keys[end + (this or same)] in ("الشهر", "شهر")
    if behind == "في" and not (month and _from_day(document, at)):
        return None
    if bare_end > at + 1 and not month:
        return None  # in words only with `الشهر`
    end += month + (this or same)
    if this:
        return _day_of_month(context, at, day, end, 0)
    relative = relative_at(document, end)
    if same or (relative is not None and month and relative.reading["anaphoric"] == "yes" and relative.reading["step"] == "0"):
        return _day_of_same_month(context, at, day, end if same or relative is None else relative.end)
    if relative is None or (end == bare_end and relative.reading["step"] != "0") or relative.reading["anaphoric"] == "yes":
        return None
    return _day_of_month(context, at, day, relative.end, int(relative.reading["step"]))


def _day_of_same_month(context: Context, at: int, day: int, end: int) -> Temporal:
    """`21 من الشهر نفسه`: a day of the month mentioned last."""
    first = at - (context.document.padded_keys[at - 1] in _DAY_WORDS)
    base = interval_of(context.last.value) if context.last is not None else None
    exact = day_of(base[0].year, base[0].month, day) if base is not None else None
    return Temporal(first, end, DATE, exact.isoformat() if exact else None, "current_month_day", kind="day")


def _from_day(document: Document, at: int) -> bool:
    """`من 4 إلى 23 في الشهر المقبل`: the figure before it runs up to this one."""
    return document.padded_keys[at - 1] in ("الى", "حتى", "-", "–") and small_figure(document, at - 2, 31) is not None


def _day_of_month(context: Context, at: int, day: int, end: int, step: int) -> Temporal | None:
    today = context.published
    first = at - (context.document.padded_keys[at - 1] in _DAY_WORDS)
    if today is None:
        return Temporal(first, end, DATE, None, "current_month_day", kind="day")
    base = add_months(today.replace(day=1), step)
    exact = day_of(base.year, base.month, day)
    if exact is None:
        return None
    return Temporal(first, end, DATE, exact.isoformat(), "current_month_day", kind="day")


def vague_period(context: Context, at: int) -> Temporal | None:
    """`الفترة المقبلة`, `الوقت الراهن`: a reference to past, present or future.

    Examples:
        ستنخفض الأسعار في [الفترة المقبلة](value=FUTURE_REF) كما قال
        ينتهي العمل في [القريب العاجل](value=FUTURE_REF) كما قال
        وصل الوفد في [وقت سابق أمس](value=2021-12-09) إلى المدينة @2021-12-10
        أعلنت الشركة في [وقت سابق](value=PAST_REF) أنها ستتوقف
    """
    document = context.document
    phrase = document.hit_at(at, "period_word")
    if phrase is not None and phrase.end > at + 1:
        return Temporal(at, phrase.end, DATE, "FUTURE_REF", "vague_period", kind="reference")  # `القريب العاجل`
    word = document.words[at].get("period_word")
    if word is None:
        return None
    if not word.definite:
        return _indefinite(document, at)
    if (
        document.padded_keys[at - 1] in THIS
        and document.padded_keys[at] in ("الوقت", "الاونة")
        and not document.padded_keys[at + 1].startswith("ال")
    ):
        return Temporal(at - 1, at + 1, DATE, "PRESENT_REF", "vague_period", kind="reference")
    if document.padded_keys[at].endswith("المستقبل"):
        end = at + 1 + (document.padded_keys[at + 1] in ("القريب", "البعيد", "المنظور"))
        return Temporal(at, end, DATE, "FUTURE_REF", "vague_period", kind="reference") if end > at + 1 else None
    relative = relative_at(document, at + 1 + (document.padded_keys[at + 1] in _FEW))
    if relative is None or (relative.reading["anaphoric"] == "yes" and relative.reading["step"] != "-1"):
        return None
    value = _REFERENCE[int(relative.reading["step"])]
    return Temporal(at, relative.end, DATE, value, "vague_period", kind="reference")


def _indefinite(document: Document, at: int) -> Temporal | None:
    """`وقت سابق من`: a time that the day behind it places; `في وقت سابق` alone is the past."""
    adjective = document.padded_keys[at + 1]
    if document.padded_keys[at] != "وقت" or adjective not in ("سابق", "مبكر", "لاحق", "متاخر"):
        return None
    of = document.padded_keys[at + 2] == "من"
    alone = adjective == "سابق" and document.padded_keys[at - 1].removeprefix("و") in ("في", "منذ", "من")
    if not (of or alone) and (adjective in ("سابق", "لاحق") or document.hit_at(at + 2, "day_part") is None):
        return None
    value = "FUTURE_REF" if adjective == "لاحق" else "PAST_REF"
    mod = {"مبكر": DateMod.EARLY, "متاخر": DateMod.LATE}.get(adjective)
    return Temporal(at, at + 2, DATE, value, "vague_period", mod=mod, kind="some_time")


def the_past(context: Context, at: int) -> Temporal | None:
    """`في الماضي`: the past as a noun, and no adjective.

    Examples:
        كانت القرية غنية في [الماضي](value=PAST_REF) كما قيل
    """
    document = context.document
    if document.keys[at] != "الماضي" or document.padded_keys[at - 1].removeprefix("و") != "في":
        return None
    return Temporal(at, at + 1, DATE, "PAST_REF", "the_past", kind="reference")

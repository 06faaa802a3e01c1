"""How long and how often: durations with number words, duals and fractions, ages, distances from today, sets."""

from __future__ import annotations

from typing import Final

from arabnews.calendars import duration_value, shifted
from arabnews.document import Document
from arabnews.extractors.dates.context import DATE, DURATION, SET, Context, Temporal
from arabnews.extractors.dates.pieces import BARE_WEEKDAYS, Quantity, ordinal, quantity_at, reading_at, relative_at
from arabnews.lexicon.entries import Reading
from arabnews.model import DateMod
from arabnews.numerals import read
from arabnews.text.tokens import MARK

_SINCE: Final = frozenset({"منذ", "ومنذ", "مذ"})
BEFORE: Final = frozenset({"قبل", "وقبل"})
_AFTER: Final = frozenset({"بعد", "وبعد"})
_PLACING: Final = frozenset({*_SINCE, *BEFORE, *_AFTER, "من"})
_LENGTH_WORDS: Final = frozenset({"لمدة", "مدة", "مدته", "مدتها", "طوال", "طيلة", "لفترة", "فترة", "بمدة", "ولمدة", "طول"})
_APPROXIMATE: Final = frozenset({"نحو", "حوالي", "قرابة", "زهاء", "يناهز", "تناهز", "يقارب", "تقارب"})
_EXPECTING: Final = frozenset({"قد", "ربما", "يتوقع", "تتوقع", "نتوقع", "يمكن", "يعود", "تعود", "يعتزم", "تعتزم", "يرتقب", "لن"})
_EXPECTATION_WINDOW: Final = 10
WHOLE: Final = frozenset({"طوال", "طيلة"})
PER: Final = frozenset({"في", "ب"})
SOME: Final = frozenset({"بضعة", "بضع", "عدة"})
EVERY: Final = frozenset({"كل", "لكل", "وكل"})
_TO: Final = frozenset({"الى", "الي", "حتى", "-", "–"})
_HUNDREDS: Final = {"المئة": 100, "المائة": 100, "المئتين": 200, "المائتين": 200, "الثلاثمئة": 300, "الثلاثمائة": 300}
_PARTS_OF: Final = {"Y": ("M", "W", "D"), "M": ("W", "D"), "W": ("D",), "D": ("TH",), "TH": ("TM", "TS"), "TM": ("TS",)}
"""What lengths of time are told in besides: `سنة وستة أشهر`."""
_BETWEEN: Final = frozenset({"بين", "مابين", "من"})
_BEFORE_DAYS: Final = frozenset({"بعد", "قبل", "في", "خلال", "عن", "على", "الى", "من"})
_DURING: Final = frozenset({"غضون", "مدى", "مدار", "امتداد", "ظرف"})
_RUNNING: Final = ("التوالي", "التوالى")
BEFORE_PLACES: Final = frozenset({"ال", "على"})
PLACES: Final = frozenset({"ordinal", "number", "figure"})
DECADES_OF_LIFE: Final = frozenset({"العقد", "عقده", "عقدها"})
_TIMES: Final = frozenset({"مرة", "مرات", "مرتين", "مرتان"})
_GENERAL: Final = frozenset(
    {"مديرا", "امينا", "مشرفا", "مفتشا", "قائدا", "نائبا", "قنصلا", "منسقا", "مدعيا", "مراقبا", "اضرابا", "رايا", "اجتماعا"}
    | {"منسقا", "مفوضا", "مستشارا", "حارسا", "موقفا", "اتجاها", "اطارا", "نظاما", "تصورا", "عفوا", "مؤتمرا", "كاتبا"}
)
_ADVERBIAL: Final = frozenset({"اسبوعا", "شهرا", "عاما", "سنة", "ساعة", "دقيقة", "ليلة", "سنتين", "عامين"})


def quantity_of_time(context: Context, at: int) -> Temporal | None:
    """A quantity of time: a distance from today behind `قبل`, `بعد`, `منذ`, else a duration.

    Examples:
        وصل الوفد [قبل ثلاثة أيام](value=2021-12-07) إلى المدينة @2021-12-10
        توقف العمل [ثلاثة أشهر](value=P3M type=DURATION) كاملة
        استقرت الأسعار خلال [الأشهر الستة الأخيرة](value=P6M) كما قيل
        أمضى [نحو عام](value=P1Y mod=APPROX) في البحر
        يعود الوفد [بعد أسبوعين من الآن](value=2021-12-24) إلى المدينة @2021-12-10
        دام الاجتماع [ساعتين ونصف](value=PT2H30M) تقريبا
        دام الانقطاع [ساعة و20 دقيقة](value=PT1H20M) تقريبا
        كان كاتبا وأحد أشهر الرسامين في المدينة
        امتلأت الحدائق منذ يوم الافتتاح @2021-12-10
    """
    document = context.document
    quantity = quantity_at(document, at)
    if quantity is None:
        return None
    before = document.padded_keys[quantity.first - 1]
    if quantity.amount is None:
        return _plural(document, quantity)
    relative = relative_at(document, quantity.end)
    if relative is not None and (quantity.definite or relative.reading.definite):
        value = duration_value(quantity.amount, quantity.code, quantity.factor)
        return Temporal(quantity.first, relative.end, DURATION, value, "quantity_of_time", kind="duration")
    distance = _distance(context, quantity, before)
    if distance is not None:
        return distance
    if not _single(document, quantity) or context.alone(quantity.first, quantity.end):
        return _duration(document, quantity)
    if before in _LENGTH_WORDS or _adverbial(document, quantity) or _measured(document, quantity):
        return _duration(document, quantity)
    return None


def _distance(context: Context, quantity: Quantity, before: str) -> Temporal | None:
    document = context.document
    gap = 1
    if before in _APPROXIMATE:
        before, gap = document.padded_keys[quantity.first - 2], 2
    if before not in _PLACING:
        return None
    single = _single(document, quantity)
    whole = context.alone(quantity.first - gap, quantity.end)
    if before in _SINCE and not single and not whole:
        return None  # `منذ 25 عاما`: how long it lasts
    sign = -1 if before in BEFORE or before in _SINCE or (whole and before == "من") else 1 if before in _AFTER else 0
    if not sign or not isinstance(quantity.amount, int) or quantity.code.startswith("T"):
        return None
    now = document.padded_keys[quantity.end] == "من" and document.padded_keys[quantity.end + 1] in ("الان", "اليوم")
    while_of = document.padded_keys[quantity.end] == "من" and document.padded_keys[quantity.end + 1] in ("الزمن", "الزمان")
    if document.padded_keys[quantity.end] in ("من", "على") and before not in _SINCE and not now and not while_of:
        return None  # `بعد سنتين من الغياب`: from something else
    behind = document.padded_keys[quantity.end]
    if behind == "الميلاد" or _day_by_day(document, quantity, gap):
        return None
    if single and quantity.end == quantity.first + 1 and behind.startswith("ال"):
        return None  # `منذ يوم العيد`: since a day that is named
    if sign > 0 and not (now or context.alone(quantity.first - gap, quantity.end) or _expected(context, quantity.first)):
        return None  # `بعد عامين` of a story counts from what was told before
    count, code = (7 * quantity.amount, "D") if now and quantity.code == "W" else (quantity.amount, quantity.code)  # to the day
    value = shifted(context.published, sign * count, code, quantity.factor) if context.published else None
    mod = DateMod.APPROX if gap == 2 else None
    end, length = quantity.end + 2 * now, duration_value(quantity.amount, quantity.code, quantity.factor)
    detail = f"-{length}" if sign < 0 else length
    return Temporal(quantity.first - gap, end, DATE, value, "distance", mod=mod, kind="distance", detail=detail)


def _day_by_day(document: Document, quantity: Quantity, gap: int) -> bool:
    """`يوما بعد يوم`, `عاما بعد عام`: more and more."""
    before = reading_at(document, quantity.first - gap - 1, "time_unit")
    return _single(document, quantity) and before is not None and before["code"] == quantity.code


def _expected(context: Context, at: int) -> bool:
    """Whether the clause speaks of what is to come, or may come."""
    window = context.document.keys[max(at - _EXPECTATION_WINDOW, 0) : at]
    return context.future(at) or any(key.lstrip("وف") in _EXPECTING for key in window)


def _single(document: Document, quantity: Quantity) -> bool:
    """A unit in the singular without a number: `أسبوع`."""
    return quantity.amount == 1 and quantity.end == quantity.first + 1


def _measured(document: Document, quantity: Quantity) -> bool:
    """`أكثر من عام`, `في غضون أسبوع`, `خلال شهر`: what stands around a bare unit shows that it tells a length."""
    before, after = document.padded_keys[quantity.first - 1], quantity.end
    bound = document.hit_ending(quantity.first, "bound")
    if bound is not None and bound.first + 1 < bound.end and bound.reading["place"] != "after":
        return bound.reading["mod"] in ("gt", "lt", "approx")  # but not `ابتداء من يوم غد`
    if document.padded_keys[after] == "من" and document.padded_keys[after + 1] in ("الزمن", "الزمان"):
        return True  # `عقد من الزمن`
    if document.padded_keys[after].startswith("و") and _goes_on(document, quantity):
        return True
    short = after < len(document.words) and (document.words[after].kind is MARK or "function_word" in document.words[after].tags)
    if before in _APPROXIMATE and short and document.padded_keys[after] != "واحد":
        return True  # `نحو عام في الرحلة`
    ends = after >= len(document.words) or bool(document.words[after].tags & {"function_word", "stop", "break"})
    ends = ends or not document.words[after].key[:1].isalpha() or document.keys[after] in ("واحد", "من", "و")
    if document.padded_keys[after] in _TO or document.padded_keys[after].startswith("و"):
        longer = quantity_at(document, after + (document.padded_keys[after] in _TO or document.padded_keys[after] == "و"))
        if longer is not None and longer.amount is not None and before.removeprefix("و") in _BETWEEN:
            return True  # `بين أسبوع وثلاثة أشهر`, `من شهر إلى شهرين`
    return ends and (before in _DURING or before == "خلال")


def _goes_on(document: Document, quantity: Quantity) -> bool:
    """`ساعة و20 دقيقة`, `سنة وستة أشهر`: a counted part of the unit stands behind it."""
    after = quantity.end + (document.padded_keys[quantity.end] == "و")
    rest = quantity_at(document, after)
    if rest is None or not rest.amount or rest.definite or _single(document, rest):
        return False
    return rest.code in _PARTS_OF.get(quantity.code, ())


def _adverbial(document: Document, quantity: Quantity) -> bool:
    """`أسبوعا`: an accusative of time, which says how long."""
    if document.padded_keys[quantity.first] == "عاما" and document.padded_keys[quantity.first - 1] in _GENERAL:
        return False  # `مديرا عاما`
    return document.padded_keys[quantity.first] in _ADVERBIAL and document.keys[quantity.first].endswith("ا")


def _duration(document: Document, quantity: Quantity) -> Temporal:
    first, end, mod = quantity.first, quantity.end, None
    if document.padded_keys[first - 1] == "ب" or document.padded_keys[first - 1] == "ل":
        first -= document.ends[first - 1] == document.starts[first]
    bound = document.hit_ending(first, "bound")
    if bound is not None and bound.reading["place"] != "after" and document.keys[bound.first] != "حتي":
        first = bound.first
        mod = DateMod.APPROX if bound.reading["mod"] == "approx" else None
    elif document.padded_keys[first - 1] in ("لمدة", "فترة", "لفترة", "مدة") and document.padded_keys[first - 1] != "طوال":
        first -= 1
    if document.padded_keys[end] == "عمل" and quantity.code == "D":
        end += 1
    value = duration_value(quantity.amount, quantity.code, quantity.factor)
    return Temporal(first, end, DURATION, value, "duration", mod=mod, kind="duration")


def first_of_range(context: Context, found: Temporal) -> list[Temporal]:
    """The shorter of two lengths that share their unit: `بين 4 و22 عاما`, `من 3 إلى 5 أيام`, `ثلاثة أو أربعة أشهر`.

    Examples:
        تستغرق الرحلة من [3](value=P3D type=DURATION) إلى [5 أيام](value=P5D type=DURATION) هناك
    """
    document = context.document
    quantity = quantity_at(document, found.first) if found.rule == "duration" and found.mod is None else None
    if quantity is None or quantity.amount is None or _single(document, quantity):
        return []
    end = found.first
    key = document.padded_keys[end - 1]
    joined = key == "و" or document.keys[end].startswith("و")
    if key in _TO or key == "او" or key == "و":
        end -= 1
    elif not joined:
        return []
    for first in range(end - 1, max(end - 6, -1), -1):
        numeral = read(document, first)
        if numeral is None or numeral.end != end:
            continue
        between = document.padded_keys[first - 1].removeprefix("و") in ("بين", "مابين")
        tied = document.padded_keys[first - 1].startswith(("و", "ال")) or numeral.value == quantity.amount
        if (joined and not between) or tied or numeral.definite:
            return []
        value = duration_value(numeral.value, quantity.code, quantity.factor)
        return [found._replace(first=first, end=end, value=value, rule="first_of_range")]
    return []


def _plural(document: Document, quantity: Quantity) -> Temporal | None:
    """`بضعة أيام` has a number word of its own; a bare plural says nothing that could be placed."""
    return None


def vague_few(context: Context, at: int) -> Temporal | None:
    """`قبل أيام`, `منذ سنوات`, `بعد أسابيع`: some of them away.

    Examples:
        وصل الوفد [قبل أيام](value=PAST_REF) إلى المدينة
        وصل الوفد [قبل بضعة أسابيع](value=PAST_REF) إلى المدينة
    """
    document = context.document
    first = at - (document.padded_keys[at - 1] in SOME)
    before = document.padded_keys[first - 1]
    if before not in BEFORE:
        return None
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit.number != "p" or unit.definite or unit.proclitics:
        return None
    if document.padded_keys[at + 1 + (document.padded_keys[at + 1] == "فقط")] in ("من", "على"):
        return None
    end = at + 1
    if document.padded_keys[end] in ("قليلة", "معدودة"):
        end += 1
    return Temporal(first - 1, end, DATE, "PAST_REF", "vague_few", kind="reference")


def every(context: Context, at: int) -> Temporal | None:
    """Sets: `كل يوم`, `كل ثلاثة أسابيع`, `كل يوم اثنين`, `يوميا`.

    Examples:
        تصل السفن [كل يوم](value=P1D type=SET) إلى الميناء
        يبث البرنامج [كل يوم ثلاثاء](value=XXXX-WXX-2 type=SET) مساء
        عقد اللقاء يومي [الأربعاء](value=2021-12-08 type=DATE) [والخميس](value=2021-12-09 type=DATE) هنا @2021-12-10
        يجتمع المجلس [سنويا](value=P1Y type=SET) في العاصمة
        وصل الحداد بيومي سالم إلى السوق
        قال عبدالله الشهري إن الطريق مفتوح
    """
    document = context.document
    if document.keys[at] in EVERY:
        quantity = quantity_at(document, at + 1)
        if (name := _bare_weekday(document, at + 1)) is not None:
            return Temporal(at, name[1], SET, f"XXXX-WXX-{name[0]}", "every", kind="set")
        part = document.hit_at(at + 1, "day_part")
        if part is not None and part.reading["code"] in ("MO", "EV") and part.end == at + 2:
            return Temporal(at, part.end, SET, f"T{part.reading['code']}", "every", kind="set")
        if quantity is None or quantity.amount is None or quantity.definite:
            return None
        value = duration_value(quantity.amount, quantity.code, quantity.factor)
        end = quantity.end
        if value == "P1D" and (day := reading_at(document, end, "weekday")):
            return Temporal(at, end + 1, SET, f"XXXX-WXX-{day['number']}", "every", kind="set")
        return Temporal(at, end, SET, value, "every", kind="set")
    hit = document.hit_at(at, "set_word")
    if hit is None:
        return None
    first = hit.first
    before, word = document.padded_keys[first - 1], document.keys[first]
    if word == "بيومي":
        return None  # a name, or two days
    if word == "يومي" and (_names_days(document, hit.end) or not before):
        return None  # `يومي الأربعاء والخميس`: two days
    if word == "يومي" and before in _BEFORE_DAYS and document.padded_keys[hit.end].startswith("ال"):
        return None  # `بعد يومي الراحة`: two days of it
    if word == "الشهري" and _is_surname(document, first):
        return None
    return Temporal(first, hit.end, SET, hit.reading["value"], "every", kind="set")


def _is_surname(document: Document, at: int) -> bool:
    """`علي الشهري`, `وأكد الشهري`: a name, behind a given name or a verb of saying; `راتبه الشهري` is none."""
    word, before = document.padded_words[at - 1], document.padded_keys[at - 1]
    name, cue = word.get("person_name"), word.get("cue")
    if before == "الرحمن" or "abd_shape" in word.tags or (cue is not None and cue.pos == "verb"):
        return True
    if name is not None and name.certainty == "sure" and "common_word" not in word.tags:
        return True
    return not (before.startswith("ال") or before.endswith(("ه", "ها", "هم", "ي")))


def _names_days(document: Document, at: int) -> bool:
    return at < len(document.words) and bool(document.words[at].tags & {"weekday", "figure", "number", "ordinal", "month"})


def _bare_weekday(document: Document, at: int) -> tuple[int, int] | None:
    """`كل يوم اثنين`, `كل جمعة`: the weekday and its end; `كل اثنين` and `كل أحد` may count people."""
    headed = document.padded_keys[at] == "يوم"
    number = BARE_WEEKDAYS.get(document.padded_keys[at + headed])
    return (number, at + headed + 1) if number is not None and (headed or number not in (1, 7)) else None


def rate(context: Context, at: int) -> Temporal | None:
    """`20 مكالمة في اليوم`, `مرتين في السنة`: how often, behind an amount.

    Examples:
        يتلقى المركز 20 مكالمة [في اليوم](value=P1D type=SET) على الأقل
    """
    document = context.document
    if document.padded_keys[at - 1] not in PER:
        return None
    unit = reading_at(document, at, "time_unit")
    if unit is None or not unit.definite or unit.number != "s":
        return None
    counted = at - 2
    word = document.words[counted] if counted >= 0 else None
    amount = word is not None and (document.padded_keys[counted] in _TIMES or _is_counted(document, counted))
    if not amount or relative_at(document, at + 1) is not None or reading_at(document, at + 1, "ordinal"):
        return None
    if unit["code"] == "D" and document.hit_at(at + 1, "weekday") is not None:
        return None
    return Temporal(at - 1, at + 1, SET, duration_value(1, unit["code"], int(unit["factor"])), "rate", kind="set")


def _is_counted(document: Document, at: int) -> bool:
    """Whether a noun stands directly behind a figure or a scale (`9 ملايين برميل`)."""
    return at > 0 and bool(document.words[at - 1].tags & {"figure", "number"})


def consecutive(context: Context, at: int) -> Temporal | None:
    """`للأسبوع الثاني على التوالي`: as long as the ordinal says.

    Examples:
        ارتفعت الأسعار [للأسبوع الثاني على التوالي](value=P2W) هناك
        تواصل القصف [لليوم الـ179 على التوالي](value=P179D) هناك
        ارتفع السعر في [رابع أسبوع على التوالي](value=P4W) هناك
    """
    document = context.document
    following = document.padded_words[at + 1]
    if following.key not in BEFORE_PLACES and following.tags.isdisjoint(PLACES):
        return None  # as most units stand
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit.number != "s":
        return None
    if not unit.definite:
        return _nth_running(document, at, unit) if following.key == "على" else None
    if following.key != "ال" and following.tags.isdisjoint(PLACES):
        return None
    place = ordinal(document, at + 1)
    if place is None:
        figure = at + 1 + (document.padded_keys[at + 1] == "ال")
        key = document.padded_keys[figure]
        place = (int(key), figure + 1) if key.isdecimal() and len(key) <= 4 else (0, at)
    number, end = place
    if document.padded_keys[end] == "بعد" and (hundreds := _HUNDREDS.get(document.padded_keys[end + 1])) is not None:
        number, end = number + hundreds, end + 2  # `اليوم التاسع والثمانين بعد المئة`
    if number < 2:
        return None
    if document.padded_keys[end] == "على" and document.padded_keys[end + 1] in _RUNNING:
        end += 2
    elif document.padded_keys[end] in ("تواليا", *_RUNNING):
        end += 1
    else:
        return None
    value = duration_value(number, unit["code"], int(unit["factor"]))
    return Temporal(at, end, DURATION, value, "consecutive", kind="duration")


def _nth_running(document: Document, at: int, unit: Reading) -> Temporal | None:
    """`ثالث أسبوع على التوالي`: the ordinal stands before the unit."""
    place = reading_at(document, at - 1, "ordinal")
    running = document.padded_keys[at + 2] in _RUNNING
    if unit.proclitics or place is None or place.definite or int(place["value"]) < 2 or not running:
        return None
    value = duration_value(int(place["value"]), unit["code"], int(unit["factor"]))
    return Temporal(at - 1, at + 3, DURATION, value, "consecutive", kind="duration")


def decade_of_life(context: Context, at: int) -> Temporal | None:
    """`في العقد الخامس من العمر`, `في عقده الثالث`: an age that is told by its decade, and has no length of its own.

    Examples:
        عثروا على رجل في [العقد الخامس من العمر](type=DURATION value=none) أمس
        وقعوا العقد الثالث من الاتفاق
    """
    document = context.document
    key = document.keys[at]
    own = key in ("عقده", "عقدها")
    place = ordinal(document, at + 1) if own or key == "العقد" else None
    if place is None:
        return None
    end = place[1]
    if document.padded_keys[end] == "من" and document.padded_keys[end + 1].startswith(("العمر", "عمره", "عمرها", "حيات")):
        end += 2
    elif not own:
        return None
    return Temporal(at, end, DURATION, None, "decade_of_life", kind="duration")


def whole_period(context: Context, at: int) -> Temporal | None:
    """`طوال اليوم`, `طيلة الأسبوع`: one unit long.

    Examples:
        بقي الميناء مغلقا طوال [اليوم](value=P1D type=DURATION) هناك
    """
    document = context.document
    if document.padded_keys[at - 1] not in WHOLE:
        return None
    unit = reading_at(document, at, "time_unit")
    if unit is None or unit.number != "s" or relative_at(document, at + 1):
        return None
    value = duration_value(1, unit["code"], int(unit["factor"]))
    return Temporal(at, at + 1, DURATION, value, "whole_period", kind="duration")

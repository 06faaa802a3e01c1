"""What looks like an amount and is none: scores, ordinals, years, verbs, parts of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from arabnews.document import Document
from arabnews.extractors.numbers import bounds, identifiers, names
from arabnews.extractors.numbers.units import has_unit, is_countable
from arabnews.model import NumberForm
from arabnews.numerals import Numeral
from arabnews.text.tokens import NUMBER, WORD

_NAME_GROUPS: Final = frozenset(
    {"مجموعة", "قمة", "القرن", "دول", "لمجموعة", "بقمة", "وقمة", "ومجموعة", "دور", "الدور", "بدور", "لدور", "بئر", "ببئر"}
)
_LIST: Final = 8
_YEARS: Final = range(1000, 2101)
_OUR_YEARS: Final = range(1950, 2050)
_AMOUNTS: Final = ("عدد", "عددهم", "عددها", "عدده", "مبلغ", "نقطة", "مستوى", "مؤشر", "الى", "عند", "نسبة", "قيمة")
_REACHES: Final = ("بلغ", "يبلغ", "تبلغ", "وصل", "يصل", "تصل", "سجل", "ارتفع", "تراجع", "انخفض", "زاد", "هبط", "قفز", "تجاوز")
_VERBS: Final = frozenset({"الف", "والف", "فالف", "لست", "ولست", "فلست"})
_COUNTED: Final = frozenset({"counted", "time_unit", "measure", "currency"})


def score(document: Document, numeral: Numeral) -> bool:
    """A result of a match, or two figures with a spaced dash between them: `4 - 2`, `2/1`."""
    words, first, end = document.words, numeral.first, numeral.end
    if numeral.form != "digits":
        return False
    dashed = end + 1 < len(words) and words[end].surface in "-–/"
    if dashed and (words[end + 1].kind is NUMBER or words[end + 1].key == "صفر"):
        return True
    if first > 1 and words[first - 1].surface in "-–/" and words[first - 2].key.endswith("صفر"):
        return True
    return first > 1 and words[first - 1].surface in "-–/" and words[first - 2].kind is NUMBER


def ordinal(document: Document, numeral: Numeral) -> bool:
    """A definite number behind a singular noun tells its place: `الذكرى السبعون`, `التقرير الـ51`.

    Examples:
        احتفلت المدينة بالذكرى السبعين لتأسيسها
    """
    first = numeral.first
    if (
        first
        and numeral.form == "words"
        and "ordinal" in document.words[first - 1].tags
        and document.keys[first - 1].startswith("ال")
        and not document.keys[first].startswith(("ب", "ل"))
    ):
        return True  # `الرابع عشر`, `الخامس والأربعين`; but not `السابع بست نقاط`
    figure = numeral.form != "words" and first > 1 and document.keys[first - 1] == "ال"
    if not first or not (figure or (numeral.definite and numeral.value >= 20)):
        return False
    if document.hit_ending(first - figure, "bound") is not None:
        return False  # `يفوق المليار زيارة`, `تجاوزت الـ20 خدمة`
    noun = document.words[first - 1 - figure]
    counted = noun.get("counted")
    singular = counted is None or counted.number == "s"
    if noun.kind is not WORD or not singular or noun.key in ("من", "الى") or noun.key.endswith(("ات", "ين", "ون")):
        return False
    if any(key.endswith("عدد") for key in document.keys[max(first - 5, 0) : first - 1]) or _tells_of_it(document, numeral.end):
        return False  # `قارب عدد سفنها الخمسين`, `الأسطول ال120 زورقا`
    return bounds.before(document, first - figure) is None and not has_unit(document, numeral.end)  # `ما يقارب الـ3000`


def _tells_of_it(document: Document, at: int) -> bool:
    """Whether an accusative that numbers count follows (`120 زورقا`)."""
    word = document.padded_words[at]
    return word.surface.endswith(("ا", "اً", "ًا")) and len(word.key) > 3 and is_countable(document, at, 11)


def in_name(document: Document, numeral: Numeral) -> bool:
    """A number that is part of a name: `مجموعة العشرين`, `دور الستة عشر`.

    Examples:
        بلغ الفريق دور الستة عشر أمس
        خرج من دور الـ16 مبكرا
    """
    first = numeral.first
    definite = numeral.definite or (first > 1 and document.keys[first - 1] == "ال")
    if first and document.keys[numeral.first] == "عشر" and "fraction" in document.words[first - 1].tags:
        return True  # `سدس عشر الكأس`, a round of it
    before = first - 1 - (not numeral.definite)
    if before < 0 or not definite:
        return False
    return document.keys[before] in _NAME_GROUPS


def one_of(document: Document, numeral: Numeral) -> bool:
    """`واحد من` picks one out of many, as `أحد` does.

    Examples:
        كان واحدا من المؤسسين
    """
    end = numeral.end
    return numeral.value == 1 and document.padded_keys[end] == "من" and document.padded_keys[end + 1].startswith("ال")


def verb(document: Document, numeral: Numeral) -> bool:
    """Verbs that are spelt like number words: `ألّف` with its vowels, `لست`.

    Examples:
        لست أدري ماذا جرى
        وألف الكتاب شاعر مصري
    """
    word = document.words[numeral.first]
    if word.key not in _VERBS or numeral.end != numeral.first + 1:
        return False
    after = document.padded_words[numeral.end]
    definite = after.key.startswith("ال")
    if word.key.endswith("ف"):
        return "ُ" in word.surface or (definite and not has_unit(document, numeral.end))
    adverbial = after.key.endswith("ا") and (noun := after.get("counted")) is not None and noun.number == "s"
    return definite or adverbial or after.tags.isdisjoint(_COUNTED)


def day(document: Document, numeral: Numeral) -> bool:
    """A day of the month: part of a name, or one of several days (`ثورة 25 يناير`).

    Examples:
        احتشدوا في ميدان 25 يناير وسط المدينة
    """
    if not 0 < numeral.value <= 31:
        return False
    at = numeral.end + (document.padded_keys[numeral.end] == "من" and numeral.form == "words")
    last = min(len(document.words) - 1, numeral.end + _LIST)
    while at < last and document.keys[at] == "و" and document.words[at + 1].kind is NUMBER:
        at += 2  # `أيام 3 و4 و9 ماي`
    month = document.hit_at(at, "month")
    return month is not None and not month.reading.proclitics


def age(document: Document, numeral: Numeral) -> bool:
    """`لم يتجاوز العشرين من عمره`, `في الخمسينيات من العمر`.

    Examples:
        توفي الرجل ولم يتجاوز الخمسين من عمره
    """
    end = numeral.end
    return document.padded_keys[end] == "من" and document.padded_keys[end + 1].startswith(("عمره", "عمرها", "العمر"))


def apiece(document: Document, numeral: Numeral) -> bool:
    """`للفرد الواحد`: for each.

    Examples:
        يستهلك الفرد الواحد ماء كثيرا
    """
    return numeral.value == 1 and numeral.definite


def year(document: Document, numeral: Numeral) -> bool:
    """A figure behind the name of a month, or one that only looks like an amount because of the noun behind it.

    Examples:
        كانت انتخابات أكتوبر 2016 محطة مهمة
    """
    first = numeral.first
    before = document.padded_words[first - 1]
    if before.surface == "%":
        return document.ends[first - 1] == document.starts[first]  # `%20`: an address of the web
    budget = before.key == "ل" and document.padded_keys[first - 2] in ("المالية", "سنة", "لسنة")
    return (budget or "month" in before.tags) and len(document.keys[first]) == 4 and numeral.value in _YEARS


def lone_year(document: Document, numeral: Numeral) -> bool:
    """A figure like a year of our time that counts nothing and is no number of anything: `أزمة 2008 المالية`.

    Examples:
        احتفل لاعبو المنتخب لمواليد 1998 بالفوز
        بلغ عدد الحضور [1998](value=1998)
    """
    first, end = numeral.first, numeral.end
    if len(document.keys[first]) != 4 or end != first + 1 or numeral.value not in _OUR_YEARS:
        return False
    if not numeral.value % 1000 or len(document) < 3:
        return False
    if end < len(document.words) and (document.keys[end] == "من" or is_countable(document, end, numeral.value)):
        return False
    if bounds.before(document, first) is not None or bounds.after(document, end) is not None:
        return False
    return not any(key.endswith(_AMOUNTS) or key.startswith(_REACHES) for key in document.keys[max(first - _LIST, 0) : first])


def formula(document: Document, numeral: Numeral) -> bool:
    """Figures with a plus between them, in a name: `5+1`.

    Examples:
        اجتمعت مجموعة (5 + 1) أمس
    """
    for sign in (numeral.first - 1, numeral.end):
        if (
            document.padded_keys[sign] == "+"
            and document.padded_words[sign - 1].kind is document.padded_words[sign + 1].kind is NUMBER
        ):
            return True
    return False


def shared(document: Document, numeral: Numeral) -> bool:
    """`بالمئة` without a figure before it."""
    return document.hit_at(numeral.first, "percent") is not None


_Rules = tuple[Callable[[Document, Numeral], bool], ...]
_OF_ALL: Final[_Rules] = (day, age, ordinal, in_name, *identifiers.OF_ALL, *names.OF_ALL)
_OF_WORDS: Final[_Rules] = (*_OF_ALL, shared, one_of, verb, apiece, *names.OF_WORDS)
_OF_ANY_FIGURES: Final[_Rules] = (*_OF_ALL, *identifiers.OF_MIXED, *names.OF_MIXED)
_OF_MIXED: Final[_Rules] = (*_OF_ANY_FIGURES, shared)
_OF_FIGURES: Final[_Rules] = (*_OF_ANY_FIGURES, year, formula, *identifiers.OF_FIGURES, *names.OF_FIGURES)
_OF_BARE_FIGURES: Final[_Rules] = (*_OF_FIGURES, lone_year, *identifiers.OF_BARE_FIGURES, *names.OF_BARE_FIGURES)
"""The rules by what they are about: any number, number words, figures with words, figures, figures that measure nothing."""


def is_no_amount(document: Document, numeral: Numeral) -> bool:
    """Whether any rule says that the number is no amount."""
    if numeral.form is NumberForm.WORDS:
        rules = _OF_WORDS
    elif numeral.form is NumberForm.MIXED:
        rules = _OF_MIXED
    else:
        rules = _OF_FIGURES if has_unit(document, numeral.end) else _OF_BARE_FIGURES
    for rule in rules:  # noqa: SIM110 - a generator for each number costs more than half of the rules
        if rule(document, numeral):
            return True
    return False

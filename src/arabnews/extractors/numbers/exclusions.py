"""What looks like an amount and is none: scores, ordinals, years, verbs, parts of names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.extractors.numbers import bounds, identifiers, names
from arabnews.extractors.numbers.units import has_unit, is_countable
from arabnews.numerals import DIGITS, MIXED, WORDS, Numeral
from arabnews.text.characters import QUOTE_MARKS
from arabnews.text.tokens import NUMBER, WORD

_NAME_GROUPS: Final = frozenset(
    {"مجموعة", "قمة", "القرن", "دول", "لمجموعة", "بقمة", "وقمة", "ومجموعة", "دور", "الدور", "بدور", "لدور", "بئر", "ببئر"}
)
_DASHES: Final = frozenset("-–/")
_LIST: Final = 8
_YEARS: Final = range(1000, 2101)
_OUR_YEARS: Final = range(1950, 2050)
_AMOUNTS: Final = ("عدد", "عددهم", "عددها", "عدده", "مبلغ", "نقطة", "مستوى", "مؤشر", "الى", "عند", "نسبة", "قيمة")
_REACHES: Final = ("بلغ", "يبلغ", "تبلغ", "وصل", "يصل", "تصل", "سجل", "ارتفع", "تراجع", "انخفض", "زاد", "هبط", "قفز", "تجاوز")
_VERBS: Final = frozenset({"الف", "والف", "فالف", "لست", "ولست", "فلست"})
_COUNTED: Final = frozenset({"counted", "time_unit", "measure", "currency"})


def score(document: Document, numeral: Numeral) -> bool:
    """A result of a match, or two figures with a spaced dash between them: `4 - 2`, `2/1`."""
    if numeral.form is not DIGITS:
        return False
    words, first, end = document.padded_words, numeral.first, numeral.end
    if words[end].surface in _DASHES and (words[end + 1].kind is NUMBER or words[end + 1].key == "صفر"):
        return True
    return words[first - 1].surface in _DASHES and (words[first - 2].kind is NUMBER or words[first - 2].key.endswith("صفر"))


def ordinal(document: Document, numeral: Numeral) -> bool:
    """A definite number behind a singular noun tells its place: `الذكرى السبعون`, `التقرير الـ51`.

    Examples:
        احتفلت المدينة بالذكرى السبعين لتأسيسها
    """
    first = numeral.first
    if (
        first
        and numeral.form is WORDS
        and "ordinal" in document.words[first - 1].tags
        and document.keys[first - 1].startswith("ال")
        and not document.keys[first].startswith(("ب", "ل"))
    ):
        return True  # `الرابع عشر`, `الخامس والأربعين`; but not `السابع بست نقاط`
    figure = numeral.form is not WORDS and first > 1 and document.keys[first - 1] == "ال"
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
    return word.surface.endswith(("ا", "اً", "ًا")) and len(word.key) > 3 and is_countable(document, at)


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
    keys, at = document.padded_keys, numeral.end
    at += keys[at] == "من" and numeral.form is WORDS
    while keys[at] == "و" and at < numeral.end + _LIST and document.padded_words[at + 1].kind is NUMBER:
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
    if len(document.keys[first]) != 4:
        return False
    budget = before.key == "ل" and document.padded_keys[first - 2] in ("المالية", "سنة", "لسنة")
    return (budget or "month" in before.tags) and numeral.value in _YEARS


def lone_year(document: Document, numeral: Numeral) -> bool:
    """A figure like a year of our time that counts nothing and is no number of anything: `أزمة 2008 المالية`.

    Examples:
        احتفل لاعبو المنتخب لمواليد 1998 بالفوز
        بلغ عدد الحضور [1998](value=1998)
    """
    first, end, key = numeral.first, numeral.end, document.keys[numeral.first]
    if len(key) != 4 or not key.isdecimal() or end != first + 1 or numeral.value not in _OUR_YEARS:
        return False  # of a number with decimals, a range would be asked year by year
    if not numeral.value % 1000 or len(document) < 3:
        return False
    if end < len(document.words) and (document.keys[end] == "من" or is_countable(document, end)):
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


Rule = Callable[[Document, Numeral], bool]


class _Rules(NamedTuple):
    """Rules to ask: always, or by the word before the number or the one behind it."""

    always: tuple[Rule, ...]
    before: dict[str, tuple[Rule, ...]]
    behind: dict[str, tuple[Rule, ...]]


_BESIDE: Final[dict[Rule, tuple[Iterable[str], Iterable[str]]]] = {
    age: ((), ("من",)),
    one_of: ((), ("من",)),
    formula: ("+", "+"),
    identifiers.listed: ((), identifiers.MARKERS),
    names.titled_in_quotes: ((), QUOTE_MARKS),
    names.crossed: (names.TIMES, names.TIMES),
    names.hashtag: ("#_", "_"),
    names.law: ((), names.OF_YEARS),
    names.note: ((), ")"),
    names.last_ten: ((), names.PARTS_OF_MONTHS),
}
"""Of rules that answer only beside some words: the keys before the number and those behind it."""
_OF_DEFINITE_FIGURES: Final[dict[Rule, tuple[Iterable[str], Iterable[str]]]] = {
    ordinal: (("ال",), ()),
    in_name: (("ال",), ()),
}
"""Rules for definite numbers: a figure is definite behind its article."""


def _sorted(rules: tuple[Rule, ...], beside: dict[Rule, tuple[Iterable[str], Iterable[str]]]) -> _Rules:
    before: defaultdict[str, tuple[Rule, ...]] = defaultdict(tuple)
    behind: defaultdict[str, tuple[Rule, ...]] = defaultdict(tuple)
    for rule in rules:
        for table, keys in zip((before, behind), beside.get(rule, ((), ())), strict=True):
            for key in keys:
                table[key] += (rule,)
    return _Rules(tuple(rule for rule in rules if rule not in beside), dict(before), dict(behind))


_ANY: Final = (day, age, ordinal, in_name, *identifiers.OF_ALL, *names.OF_ALL)
_ANY_MIXED: Final = (*_ANY, *identifiers.OF_MIXED, *names.OF_MIXED)
_ANY_FIGURES: Final = (*_ANY_MIXED, year, formula, *identifiers.OF_FIGURES, *names.OF_FIGURES)
_ANY_BARE: Final = (*_ANY_FIGURES, lone_year, *identifiers.OF_BARE_FIGURES, *names.OF_BARE_FIGURES)
_OF_WORDS: Final = _sorted((*_ANY, shared, one_of, verb, apiece, *names.OF_WORDS), _BESIDE)
_OF_MIXED: Final = _sorted(_ANY_MIXED, _BESIDE)
_OF_FIGURES: Final = _sorted(_ANY_FIGURES, {**_BESIDE, **_OF_DEFINITE_FIGURES})
_OF_BARE_FIGURES: Final = _sorted(_ANY_BARE, {**_BESIDE, **_OF_DEFINITE_FIGURES})
"""The rules by what they are about: number words, figures with words, figures, figures that measure nothing."""


def is_no_amount(document: Document, numeral: Numeral) -> bool:
    """Whether any rule says that the number is no amount."""
    if numeral.form is WORDS:
        rules = _OF_WORDS
    elif numeral.form is MIXED:
        rules = _OF_MIXED
    else:
        rules = _OF_FIGURES if has_unit(document, numeral.end) else _OF_BARE_FIGURES
    before, behind = document.padded_keys[numeral.first - 1], document.padded_keys[numeral.end]
    asked = rules.always
    if before in rules.before or behind in rules.behind:
        asked = (*rules.before.get(before, ()), *rules.behind.get(behind, ()), *asked)
    for rule in asked:  # noqa: SIM110 - half the cost
        if rule(document, numeral):
            return True
    return False

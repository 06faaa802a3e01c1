"""Rules are asked only where they may answer: those that are passed over would have had no answer there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from arabnews import Article, Document, Lexicon
from arabnews.extractors.dates import _COUNTS, _OF_UNITS, _TIMES, RULES, Rule, _is_alone, _may_answer
from arabnews.extractors.dates.calendar_dates import year_date
from arabnews.extractors.dates.context import Context
from arabnews.extractors.dates.starts import ANYTHING, BESIDE, STARTS, goes_on_as
from arabnews.extractors.mentions.parts import _BEGINNINGS, _CONTINUATIONS, _asked_of, _rules_by_place
from arabnews.extractors.numbers import _NUMBERED, compound
from arabnews.lexicon.entries import BULK
from arabnews.lexicon.name_words import THEOPHORIC
from arabnews.numerals import _lone, _Reader, read

UNITS = (
    *("ثانية", "دقائق", "الساعة", "ساعة", "ساعتين", "يوم", "اليوم", "أيام", "ليلة", "الليلة", "أسبوع", "الأسبوع", "أسبوعين"),
    *("شهر", "الشهر", "بشهر", "أشهر", "عام", "العام", "لعام", "عامي", "السنة", "سنوات", "العقد", "القرن", "والقرن", "قرون"),
)
BEFORE = ("", "خلال", "منذ", "طوال", "بقية", "خميس", "مرة في", "قبل بضعة", "آخر", "نصف")
BEHIND = (
    "",
    "الأول من مايو 2020",
    "الماضي",
    "2020",
    "7 مساء",
    "السابعة مساء إلى التاسعة",
    "الثالث على التوالي",
    "الثلاثاء",
    "5 من 2020",
)
DATES = (
    *("7", "7.30", "0730", "31", "45", "1997", "12500", "12.5", "الثامنة", "ثامن", "أول", "الحادي", "ثلاثة", "العشرين", "ألف"),
    *("الثلث", "الربع", "نصف", "كل", "الموسم", "المواسم", "عام", "أعوام", "الأسبوع", "شهر", "نهاية", "منتصف", "الماضي", "المقبل"),
)
DATES_BEFORE = ("", "في", "يوم", "الساعة", "بين", "طوال", "بقية هذا", "قبل عدة", "خميس")
DATES_BEHIND = (
    *("", "من الشهر المقبل", "الجاري", "هذا المساء", "الليلة", "صباحا", "والنصف مساء", "بتوقيت غرينتش", "وحتى التاسعة مساء"),
    *("قبل الميلاد", "1997", "أحد من مايو 2020", "ثلاثة 2022", "الأول من 2015", "ثلاثاء", "الثلاثة الأخيرة", "الأسبوع", "النهار"),
    *("وتسعمائة وسبعة وثمانين، ثم هاجر", "إلى 8 مساء", "سفن إلى الميناء", "مايو 2020", ". ثم عاد", "م إلى المدينة"),
    *("/7/2015", "- 22", "الـ179 على التوالي", "على التوالي"),
)
NAMES = (
    "وصل وزير النقل الليبي سالم المنصوري والسفير عبد الله بن نايف إلى المدينة، ثم عاد خالد الأمين موسى أمس",
    "قالت هيلين فون شتراوسن إن الملك محمد السادس وأبو عبد الله ونصر الله وصلوا، وقال عبدالفتاح قاضي: نعم",
    "شاهد الدكتور علي أكبر، والمدرب أوتو فالنسيا، ورامي السيد اليافعي، وفهد بتال الدوسري هدف طارق العيسى الأول",
)
NUMBERS = (
    "خمسة وثلاثة أعشار، وواحد على عشرين، وثلاثة أجزاء من ألف، واثنان فاصلة خمسة، وعشرون خمسا، وسبعة و ثلثان، وخمسة وثلثان",
    "من 5 إلى 6 آلاف، و12 500 درهم، و5 آلاف و200، و49ر5، و3/4 لتر، وألف وتسعمئة وستة من عشرة على ثلاثة، و7,5 في المئة",
)
IN_ORDER = (compound._point, compound._out_of, compound._parts, compound._and_more, compound._split, compound._quotient)


def read_text(text: str) -> Document:
    return Document(Article(text, published="2021-12-10"), Lexicon.default())


def test_positions_are_kept_of_what_numbers_and_dates_start_from() -> None:
    assert BULK.isdisjoint({*_TIMES, *_NUMBERED})  # `Document.anchored` finds nothing else


def may_answer(document: Document, tag: str, rule: Rule, at: int) -> bool:
    behind = ANYTHING if document.phrases_at(at + 1) else goes_on_as(document.padded_words[at + 1])
    return _may_answer(tag, rule, document.words[at], document.padded_keys[at - 1], behind)


def texts_of_time() -> Iterator[str]:
    for before, unit, behind in product(BEFORE, UNITS, BEHIND):
        yield f"وصل الوفد {before} {unit} {behind}"


def texts_of_dates() -> Iterator[str]:
    for before, start, behind in product(DATES_BEFORE, DATES, DATES_BEHIND):
        yield f"وصل الوفد {before} {start} {behind}"


def test_rules_for_units_of_time_that_are_passed_over_have_no_answer() -> None:
    asked = answered = 0
    for text in texts_of_time():
        context = Context(read_text(text))
        for at in context.document.at("time_unit"):
            for tag, rule in RULES:
                if tag == "time_unit" and rule in _OF_UNITS:
                    found = rule(context, at)
                    may = may_answer(context.document, tag, rule, at)
                    asked += may
                    answered += found is not None
                    assert found is None or may, (text, rule.__name__)
    assert asked
    assert answered


def test_rules_for_dates_that_are_passed_over_have_no_answer() -> None:
    passed = answered = 0
    for text in texts_of_dates():
        context = Context(read_text(text))
        for tag, rule in STARTS.keys() | BESIDE.keys():
            for at in context.document.at(tag):
                if may_answer(context.document, tag, rule, at):
                    answered += rule(context, at) is not None
                else:
                    passed += 1
                    assert rule(context, at) is None, (text, rule.__name__)
    assert passed
    assert answered


def test_rules_for_numbers_have_no_answer_where_nothing_beside_them_counts_time() -> None:
    passed = 0
    for text in texts_of_dates():
        context = Context(read_text(text))
        document = context.document
        for tag, rule in RULES:
            for at in document.at(tag) if tag in _COUNTS else ():
                if may_answer(document, tag, rule, at) and _is_alone(document, at):
                    year = rule is year_date and len(document.keys[at]) == 4
                    passed += not year
                    assert year or rule(context, at) is None, (text, rule.__name__)
    assert passed


@pytest.mark.parametrize("text", NAMES)
def test_parts_of_names_are_the_same_as_if_every_rule_were_asked(text: str) -> None:
    document = read_text(text)
    answered = 0
    for at, parts, titled in product(range(len(document)), range(5), (True, False)):
        word = document.words[at]
        if at < parts or _rules_by_place(word) is None:
            continue
        rules, answer = _asked_of(word, document.padded_keys[at + 1] in THEOPHORIC, parts, titled)
        told = [rule(document, at, parts, titled) for rule in (_CONTINUATIONS if parts else _BEGINNINGS)]
        asked = [rule(document, at, parts, titled) for rule in rules]
        expected = next((taken for taken in told if taken is not None), 0)
        assert next((taken for taken in asked if taken is not None), answer) == expected, (word, parts, titled)
        answered += expected > 0
    assert answered


@pytest.mark.parametrize("text", NUMBERS)
def test_rules_for_two_numbers_that_are_passed_over_have_no_answer(text: str) -> None:
    document = read_text(text)
    numerals = [numeral for at in range(len(document)) if (numeral := read(document, at)) is not None]
    made = 0
    for numeral in numerals:
        found = next((one for rule in IN_ORDER if (one := rule(document, numeral)) is not None), numeral)
        assert compound.compound(document, numeral) == found
        made += found is not numeral
    assert made or "فاصلة" not in text


def test_a_plain_figure_is_read_as_any_number_is() -> None:
    document = read_text(NUMBERS[-1])
    alone = [at for at in document.at("figure") if _lone(document, at) is not None]
    assert alone
    for at in alone:
        assert _lone(document, at) == _Reader(document, at).read()


def test_a_number_word_by_itself_is_read_as_any_number_is() -> None:
    words = "صفر ثلاثة العشرة وعشرين الخمسون مئة المئة مئات مئتين ثلاثمئة بثماني دزينة مليون مليونا ألف آلاف ألفان بضعة أحد كمية"
    read_alone = 0
    for word in words.split():
        document = read_text(f"وصلت {word} سفن")
        if "number" in document.words[1].tags and (alone := _lone(document, 1)) is not None:
            read_alone += 1
            assert alone == _Reader(document, 1).read(), word
    assert read_alone > 8


def test_beyond_the_ends_of_a_document_stands_nothing() -> None:
    document = read_text("\nقال الوزير. نعم")
    count = len(document)
    for at in (-64, -1, count, count + 63):
        assert document.padded_keys[at] == ""
        assert not document.padded_words[at].tags
        assert document.padded_words[at].get("cue") is None
        assert document.hit_at(at, "cue") is None
        assert document.tags_at(at) == frozenset()
    assert [document.sentence_at(at) for at in (-1, 0, 1, count - 1, count + 5)] == [-1, -1, 0, 1, 1]
    assert document.sentence_bounds[-1] == document.sentence_bounds[1] == (1, 4)
    assert document.sentence_bounds[count] == document.sentence_bounds[count - 1] == (4, 5)

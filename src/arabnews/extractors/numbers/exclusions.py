"""What looks like an amount and is none: figures that identify, clock times, scores, versions, parts of names."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.numerals import Numeral
from arabnews.text.tokens import Kind

_GLUE: Final = frozenset(":/-–.\\_#@=+")
_NAME_GROUPS: Final = frozenset({"مجموعة", "قمة", "القرن", "دول", "لمجموعة", "بقمة", "وقمة", "ومجموعة"})
_DASHES: Final = frozenset("-–")
_LONG: Final = 7
"""Digits from which a bare run without a unit is a number to dial or to look up."""


def labelled(document: Document, numeral: Numeral) -> bool:
    """A number behind `رقم`, `المادة`, `الدورة`: it identifies.

    Examples:
        نصت المادة 12 على ذلك
    """
    at = numeral.first - 1
    if at >= 0 and document.keys[at] in ("(", "-", ":", "ال") and at:
        at -= 1
    reading = document.words[at].get("number_label") if at >= 0 else None
    if reading is None:
        return False
    return reading["when"] == "any" or (reading.definite and numeral.form == "digits" and reading.number == "s")


def glued(document: Document, numeral: Numeral) -> bool:
    """A figure that a mark or a Latin letter ties to other letters or figures: a time, a date, a version, a model, an address.

    Examples:
        حلقت طائرة إف-16 فوق المدينة
    """
    if numeral.form == "words":
        return False
    first, end, words = numeral.first, numeral.end, document.words
    left = first and document.ends[first - 1] == document.starts[first]
    right = end < len(words) and document.starts[end] == document.ends[end - 1]
    if left and words[first - 1].surface in _GLUE and first > 1 and document.ends[first - 2] == document.starts[first - 1]:
        before = words[first - 2]
        if before.kind is Kind.NUMBER or (before.kind is Kind.WORD and words[first - 1].surface != ":"):
            return True
    if left and words[first - 1].key.isascii() and words[first - 1].kind is Kind.WORD:
        return True
    if right and words[end].surface in _GLUE and end + 1 < len(words) and document.starts[end + 1] == document.ends[end]:
        return words[end + 1].kind is Kind.NUMBER and words[end].surface not in _DASHES  # `5-7` may be a range
    return bool(right and words[end].key.isascii() and words[end].kind is Kind.WORD and "currency" not in words[end].tags)


def listed(document: Document, numeral: Numeral) -> bool:
    """A list marker at the start of a line: `1- `, `2. `, `(3) `."""
    first, end = numeral.first, numeral.end
    if numeral.form != "digits" or end >= len(document) or document.words[end].surface not in (".", "-", "–", ")", "ـ"):
        return False
    at = first - 1
    if at >= 0 and document.words[at].surface == "(":
        at -= 1
    return (at < 0 and len(document) > end + 2) or (at >= 0 and document.words[at].kind is Kind.BREAK)


def score(document: Document, numeral: Numeral) -> bool:
    """A result of a match, or two figures with a spaced dash between them: `4 - 2`, `2/1`."""
    words, first, end = document.words, numeral.first, numeral.end
    if numeral.form != "digits":
        return False
    if end + 1 < len(words) and words[end].surface in "-–/" and words[end + 1].kind is Kind.NUMBER:
        return True
    return first > 1 and words[first - 1].surface in "-–/" and words[first - 2].kind is Kind.NUMBER


def identifier(document: Document, numeral: Numeral) -> bool:
    """A long bare run of digits (a telephone, a document), or one that begins with 0."""
    first, end, words = numeral.first, numeral.end, document.words
    key = document.keys[first]
    if numeral.form != "digits" or end != first + 1 or not key.isdecimal():
        return False
    neighbours = sum(
        words[at].kind is Kind.NUMBER for at in (*range(max(first - 2, 0), first), *range(end, min(end + 2, len(words))))
    )
    followed = end < len(words) and words[end].kind is Kind.WORD
    return (
        (key[0] == "0" and len(key) > 2) or len(key) > 15 or (len(key) >= _LONG and first > 1 and not followed) or neighbours > 1
    )


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
    ):
        return True  # `الرابع عشر`, `الخامس والأربعين`
    figure = numeral.form != "words" and first > 1 and document.keys[first - 1] == "ال"
    if not first or not (figure or (numeral.definite and numeral.value >= 20)):
        return False
    noun = document.words[first - 1 - figure]
    counted = noun.get("counted")
    singular = counted is None or counted.number == "s"
    end = numeral.end
    unit = end < len(document) and (
        document.words[end].tags & {"counted", "measure", "currency", "percent"} or document.keys[end] in "%٪"
    )
    return noun.kind is Kind.WORD and singular and not unit and not noun.key.endswith(("ات", "ين", "ون"))


def in_name(document: Document, numeral: Numeral) -> bool:
    """A number that is part of a name: `مجموعة العشرين`."""
    return bool(numeral.first and numeral.definite and document.keys[numeral.first - 1] in _NAME_GROUPS)


def one_of(document: Document, numeral: Numeral) -> bool:
    """`واحد من` picks one out of many, as `أحد` does.

    Examples:
        كان واحدا من المؤسسين
    """
    end = numeral.end
    partitive = end + 1 < len(document) and document.keys[end] == "من" and document.keys[end + 1].startswith("ال")
    return numeral.value == 1 and numeral.form == "words" and partitive


def verb(document: Document, numeral: Numeral) -> bool:
    """Verbs that are spelt like number words: `ألّف` with its vowels, `لست`.

    Examples:
        لست أدري ماذا جرى
    """
    if numeral.end != numeral.first + 1:
        return False
    word = document.words[numeral.first]
    if word.key == "الف" and "ُ" in word.surface:
        return True
    counted = numeral.end < len(document) and document.words[numeral.end].tags & {"counted", "time_unit", "measure", "currency"}
    return word.key in ("لست", "ولست", "فلست") and not counted


RULES: Final = (one_of, verb, labelled, glued, listed, identifier, ordinal, in_name)


def is_no_amount(document: Document, numeral: Numeral) -> bool:
    """Whether any rule says that the number is no amount."""
    return any(rule(document, numeral) for rule in RULES)

"""Figures that identify and count nothing: labels, addresses, telephone numbers, list markers, models, versions."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.numbers.units import has_unit, is_countable
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.numerals import Numeral
from arabnews.text.tokens import BREAK, NUMBER, WORD

_GLUE: Final = frozenset(":/-–.\\_#@=+")
_DASHES: Final = frozenset("-–")
MARKERS: Final = frozenset({".", "-", "–", ")", "ـ"})
_LONG: Final = 7
"""Digits from which a bare run without a unit is a number to dial or to look up."""
_CHAIN: Final = 12
_JOINS: Final = frozenset({"و", "،", ",", "-", "–", "الي", "الى", "او"})
_OPENING: Final = frozenset('(:-«"') | {"ال"}
_DIALLED: Final = frozenset("()+-–./")
_REACHES: Final = ("بلغ", "وصل", "يبلغ", "يصل", "اصبح", "صار", "ارتفع", "تجاوز")
_ADDRESS: Final = 200
_EVENTS: Final = frozenset(
    {"مهرجان", "معرض", "منتدى", "ملتقى", "مسابقة", "بطولة", "مخيم", "مؤتمر", "كاس", "صيف", "دورة", "سباق", "رالي", "اولمبياد"}
)
"""Events that come again and are numbered."""
_EVENT_WINDOW: Final = 8
_NAME_WINDOW: Final = 4
_OPENERS: Final = frozenset({"function_word", "bound", "clause_opener", "concept_trigger", "cue", "person_verb"})
_CHANNELS: Final = frozenset({"قناة", "قناه", "قناتي", "قنوات", "شبكة", "موقع", "راديو", "اذاعة", "تلفزيون", "جهاز", "هاتف"})


def labelled(document: Document, numeral: Numeral) -> bool:
    """A number behind `رقم`, `المادة`, `الدورة`: it identifies; so do those that follow it in a list.

    Examples:
        نصت المادة 12 على ذلك
        عدلت اللجنة الفصول 17 و18 و19 من النص
        اتصلوا على الرقم الموحد: 92001 للحجز
        افتتح المهرجان في دورته الصيفية 27 أمس
    """
    keys = document.padded_keys
    start, listed_before = numeral.first - 1, False
    if keys[start] in _JOINS and start > 0:
        start, listed_before = _behind_list(document, start)
    at = start
    while keys[at] in _OPENING and at > 0 and start - at < 2:  # `الذكرى الـ«63»`
        at -= 1
    if not _may_label(document.padded_words[at]):
        return False  # as most words are
    reading, key = document.padded_words[at].get("number_label"), keys[at]
    adjective = reading is None and key.startswith("ال")
    if adjective and at > 0:
        reading = document.words[at - 1].get("number_label")  # an adjective behind the label
        if reading is not None and not _is_attributive(document, at, reading):
            reading = None
    if reading is None and (adjective or "ته" in key) and _is_own(document, at):
        return numeral.form == "digits" and not has_unit(document, numeral.end)
    if reading is None or (reading.entry.form == "عدد" and document.padded_keys[at - 1].endswith(_REACHES)):
        return False  # `بلغ العدد 12`
    if reading["when"] == "any":
        return True
    single = reading.number == "s" or listed_before or _list_follows(document, numeral.end)
    return reading.definite and numeral.form == "digits" and single and not has_unit(document, numeral.end)


@kept
def _may_label(word: Word) -> bool:
    """Whether a word before a number is a label, or may be the adjective of one or a label with a pronoun."""
    return "number_label" in word.tags or word.key.startswith("ال") or "ته" in word.key


def _is_attributive(document: Document, at: int, label: Reading) -> bool:
    """`الرقم الموحد`, `القرار الدولي`, `بالجلسة العادية`: label and adjective have the article."""
    if label["when"] == "any":
        return document.keys[at - 1].startswith("ال")
    return label.definite and label.number == "s" and document.keys[at].endswith(("ي", "ية"))


def _is_own(document: Document, at: int) -> bool:
    """`دورتها 27`, `نسخته الدولية 31`: a label that a pronoun has made definite, with an adjective or without."""
    at -= document.keys[at].startswith("ال") and document.keys[at].endswith(("ي", "ية"))
    if "ته" not in document.padded_keys[at]:
        return False
    stem, _, rest = document.keys[max(at, 0)].rpartition("ته")
    stem = stem.removeprefix("ب").removeprefix("ل")
    return rest in ("", "ا") and any(r.tag == "number_label" and r["when"] != "any" for r in document.lexicon.look_up(stem + "ة"))


def _behind_list(document: Document, at: int) -> tuple[int, bool]:
    """The position before a list of bare figures that ends with `و`, a comma or the like, and whether there is such a list."""
    start, figures, words = at, 0, document.words
    while at > 0 and start - at < _CHAIN:
        if words[at].kind is NUMBER:
            figures += 1
        elif words[at].key not in _JOINS:
            break
        at -= 1
    return (at, True) if figures else (start, False)


def _list_follows(document: Document, at: int) -> bool:
    """Whether `و` and another bare figure follow: `الفصول 17 و18`."""
    while at < len(document.words) and document.words[at].surface in "،,":
        at += 1
    joined = at + 1 < len(document.words) and document.keys[at] in _JOINS and document.words[at + 1].kind is NUMBER
    return joined and not has_unit(document, at + 2)


def glued(document: Document, numeral: Numeral) -> bool:
    """A figure that a mark or a Latin letter ties to other letters or figures: a time, a date, a version, a model, an address.

    Examples:
        حلقت طائرة إف-16 فوق المدينة
    """
    first, end, words = numeral.first, numeral.end, document.words
    starts, ends = document.starts, document.ends
    left = first > 0 and ends[first - 1] == starts[first]
    right = end < len(words) and starts[end] == ends[end - 1]
    latin = first > 0 and words[first - 1].kind is WORD and words[first - 1].key[-1].isascii()
    if not (left or right or latin):
        return False
    if left and words[first - 1].surface in _GLUE and first > 1 and document.ends[first - 2] == document.starts[first - 1]:
        before = words[first - 2]
        if before.kind is NUMBER or (before.kind is WORD and words[first - 1].surface != ":"):
            return True
    if latin and (left or (end == first + 1 and "currency" not in words[first - 1].tags and not has_unit(document, end))):
        return True  # `iOS 14`
    if right and words[end].surface in _GLUE and end + 1 < len(words) and document.starts[end + 1] == document.ends[end]:
        return words[end + 1].kind is NUMBER and words[end].surface not in _DASHES  # `5-7` may be a range
    return bool(right and words[end].key.isascii() and words[end].kind is WORD and "currency" not in words[end].tags)


def listed(document: Document, numeral: Numeral) -> bool:
    """A list marker at the start of a line: `1- `, `2. `, `(3) `."""
    first, end = numeral.first, numeral.end
    if document.padded_words[end].surface not in MARKERS:
        return False
    if document.padded_words[end + 1].kind is NUMBER and document.starts[end + 1] == document.ends[end]:
        return False  # `5-7%`
    at = first - 1 - (document.padded_keys[first - 1] == "(")
    return (at < 0 and len(document) > end + 2) or document.padded_words[at].kind is BREAK


def identifier(document: Document, numeral: Numeral) -> bool:
    """A long bare run of digits (a telephone, a document), or one that begins with 0."""
    first, end, words = numeral.first, numeral.end, document.padded_words
    key = document.keys[first]
    if end != first + 1 or not key.isdecimal():
        return False
    if (key[0] == "0" and len(key) > 2) or len(key) > 15:
        return True
    joined = words[end].key == "و" and words[end + 1].kind is NUMBER
    if len(key) >= _LONG and first > 1 and (words[end].kind is not WORD or joined):
        return True
    return _figures_in(words[first - 2], words[first - 1]) + _figures_in(words[end], words[end + 1]) > 1


def _figures_in(left: Word, right: Word) -> int:
    """How many of two words are figures, if none of them is a `و`."""
    figures = (left.kind is NUMBER) + (right.kind is NUMBER)
    return figures if figures and left.key != "و" and right.key != "و" else 0


def dialled(document: Document, numeral: Numeral) -> bool:
    """One of several groups of figures that make a telephone number.

    Examples:
        للاتصال: (+216) 71 000 111 أو 71 000 222
    """
    first, end, words = numeral.first, numeral.end, document.padded_words
    if end == first + 1 and not _is_dialled(words[first - 1]) and not _is_dialled(words[end]):
        return False  # as most figures stand
    while numeral.first - first < _CHAIN and _is_dialled(words[first - 1]):
        first -= 1
    while end - numeral.end < _CHAIN and _is_dialled(words[end]):
        end += 1
    if end - first < 2:
        return False
    run = [at for at in range(first, end) if words[at].kind is NUMBER]
    starts = [document.keys[at] for at in run if not numeral.first < at < numeral.end]  # `1 250 000` is one figure
    if sum(len(document.keys[at]) for at in run) < _LONG or len(run) < 2:
        return False
    plus = any(words[at].surface == "+" for at in range(first, end))
    coded = plus or any(key[0] == "0" and key.isdecimal() and len(key) > 1 for key in starts)
    return coded or (len(starts) > 2 and not has_unit(document, numeral.end) and not has_unit(document, end))


def _is_dialled(word: Word) -> bool:
    return word.kind is NUMBER or word.surface in _DIALLED


def addressed(document: Document, numeral: Numeral) -> bool:
    """A figure inside an address of the web or of a mailbox.

    Examples:
        انظر https://example.org/q?a=30%25 للمزيد
    """
    start, end = document.starts[numeral.first], document.ends[numeral.first]
    around = document.text[start - 1 : end + 1]
    if around and around[0] == around[-1] == " ":
        return False  # as most figures stand
    left = document.text[max(start - _ADDRESS, 0) : start].rpartition(" ")[2]
    right = document.text[end : end + _ADDRESS].partition(" ")[0]
    chunk = left + right
    return "://" in chunk or "www." in chunk or "@" in chunk


def titled(document: Document, numeral: Numeral) -> bool:
    """A figure behind a name that stands behind `قناة`, `شبكة`: it belongs to the name.

    Examples:
        قالت قناة فرانس 24 ذلك
    """
    first = numeral.first
    if numeral.end != first + 1 or not 0 < numeral.value < 100 or document.padded_words[first - 1].kind is not WORD:
        return False
    return any(map(_is_channel, document.keys[max(first - 3, 0) : first - 1]))


@kept
def _is_channel(key: str) -> bool:
    return key.removeprefix("و").removeprefix("ب").removeprefix("ل") in _CHANNELS


def edition(document: Document, numeral: Numeral) -> bool:
    """A bare figure behind the name of an event that comes again: which one it is.

    Examples:
        تتواصل فعاليات مهرجان الصيف الثقافي 36 في المدينة
        بلغ عدد زوار المعرض [36](value=36) فقط
    """
    first, end = numeral.first, numeral.end
    before = document.padded_words[first - 1]
    if end != first + 1 or not 0 < numeral.value < 100 or before.kind is not WORD or before.tags & _OPENERS:
        return False
    window = document.keys[max(first - _EVENT_WINDOW, 0) : first]
    if not any(map(_is_event, window[-_NAME_WINDOW:])):
        return False
    if document.padded_keys[end] == "من" or (end < len(document) and is_countable(document, end)):
        return False
    return not any(key.endswith(("عدد", "عددهم", "عددها")) or key.startswith(_REACHES) for key in window)


@kept
def _is_event(key: str) -> bool:
    return key.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ل").removeprefix("ال") in _EVENTS


OF_ALL: Final = (labelled,)
OF_MIXED: Final = (glued,)
OF_FIGURES: Final = (listed, identifier, dialled, addressed)
OF_BARE_FIGURES: Final = (edition, titled)

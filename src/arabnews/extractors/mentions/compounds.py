"""Compound parts of a person's name: `بن نايف`, `عبد الرحمن`, `أبو غزالة`, `فون دير لاين`, `نصر الله`; rules of `parts`."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.families import REGNAL, SONS, certainty, coordinated, is_bounded, is_foreign_word
from arabnews.extractors.mentions.found import is_closed, is_definite, is_unknown, is_word
from arabnews.lexicon.name_words import CONNECTORS, PARTICLES, THEOPHORIC

_FRENCH: Final = frozenset({"لا", "لو", "دو"})
"""Articles of foreign names that are function words too."""
GODS: Final = frozenset({"توفيق", "رسول", "كتاب", "بيت", "سبيل", "رحمة", "حمد", "شكر", "احمد", "اشكر", "اسال", "معاذ"})
"""`توفيق الله`, `معاذ الله` are no names."""
_OPENERS: Final = frozenset({"ابو", "بن", "ابن", "ال", "ام", "عبد"})
"""Connectors that may begin a name."""
_FATHERS: Final = ("ابو", "ابي", "ابا")
_COMPOUND: Final = frozenset({"ابي", "ابو", "ال", "عبد"})
OF_THE_FAITH: Final = frozenset(
    {"عز", "تاج", "محيي", "نجم", "علم", "فخر", "شرف", "سيف", "ضياء", "ماء"}
    | {"بهاء", "سراج", "شمس", "بدر", "صدر", "قطب", "تقي", "خير", "بيد"}
)
"""First halves that are everyday words: `عز الدين`."""
_ATTRIBUTES: Final = frozenset({"الواحد", "الاحد", "الاول", "الحق", "الاخر"})
"""Attributes of God behind `عبد` that are closed words too."""
SECOND: Final = frozenset(
    {"امين", "الامين", "البشير", "الهادي", "المختار", "الحبيب", "الطاهر", "المهدي", "الصديق", "المصطفى", "الطيب", "العربي"}
)
"""Second given names that are titles or adjectives too."""
MIDDLE: Final = frozenset(
    {"اكبر", "اصغر", "سيد", "شيخ", "حاج", "امير", "خان", "ميرزا", "اغا", "بك", "باشا", "مولاي", "سيدي", "ولي", "السيد"}
)
"""Parts of names that are titles or everyday words too."""
NAMED: Final = frozenset({"person_name", "abd_shape"})
PARTICULAR: Final = CONNECTORS | PARTICLES | SONS | REGNAL | SECOND | MIDDLE | frozenset(_FATHERS)
"""Words that the rules for compounds answer for, with or without a proclitic."""


def second_given(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`محمد الأمين موسى`"""
    second = document.keys[at] in SECOND and certainty(document, at - 1) == "sure" and certainty(document, at + 1)
    return 1 if second else None


def middle(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`حسن شيخ محمود`, `علي أكبر صالحي`: a given name that is a title or an everyday word too."""
    if document.keys[at] not in MIDDLE or not certainty(document, at - 1):
        return None
    following = certainty(document, at + 1)
    if document.keys[at] == "السيد":
        return 1 if is_definite(document, at + 1) and certainty(document, at - 1) == "sure" else None
    return 1 if following == "sure" or (following and titled) or document.padded_keys[at + 1] == "عبد" else None


def son(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Whatever stands behind `بن` inside a name is a name."""
    if document.keys[at] not in SONS or not is_word(document, at + 1) or "function_word" in document.padded_words[at + 1].tags:
        return None
    compound = document.padded_keys[at + 1] in _COMPOUND or document.padded_keys[at + 2] in THEOPHORIC
    return 3 if compound and is_word(document, at + 2) else 2


def particle(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فان نيستلروي`, no `فإن`; by itself it must stand behind a title, before a sure name: `المدرب دا سيلفا`."""
    if (
        document.keys[at] not in PARTICLES
        or "إ" in document.words[at].surface
        or not is_word(document, at + 1)
        or is_definite(document, at + 1)
    ):
        return None
    if parts and document.keys[at + 1] in PARTICLES and is_word(document, at + 2):
        return 3  # `فون دير لاين`
    return 2 if parts or (titled and certainty(document, at + 1) == "sure") else None


def joined_servant(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`وعبد الواحد`"""
    key = document.keys[at]
    if len(key) != 4 or not key.endswith("عبد") or key[0] not in "وفبل" or not is_definite(document, at + 1):
        return None
    return 2 if not is_closed(document, at + 1) or document.keys[at + 1] in _ATTRIBUTES else 0


def father(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`أبو عبد الله`"""
    key = document.keys[at]
    if not key.endswith(_FATHERS) or len(key) > 4 or document.padded_keys[at + 1] != "عبد":
        return None
    return 3 if is_definite(document, at + 2) else None


def servant(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبد الرحمن`, `عبد رب النبي`"""
    following = at + 1
    if document.keys[at] != "عبد" or not is_word(document, following):
        return None
    if is_closed(document, following) and document.keys[following] not in _ATTRIBUTES:
        return 0
    if document.keys[following] == "رب" and is_definite(document, following + 1):
        return 3
    if is_definite(document, following):
        return 2
    named = not NAMED.isdisjoint(document.words[following].tags) or is_unknown(document, following)
    return 2 if parts and named else 0


def connector(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`أبو غزالة`, `آل مكتوم`: a word that a name's part begins with."""
    key, following = document.keys[at], at + 1
    if key not in CONNECTORS and (parts or len(key) < 4 or key[0] not in "وفبل" or key[1:] not in CONNECTORS):
        return None
    if (key == "ام" if parts else key not in _OPENERS) or not is_word(document, following) or is_closed(document, following):
        return 0
    if parts and key == "ال":
        return 2  # `أحمد آل مريع`
    if key in _FRENCH and not is_foreign_word(document, at - 1):
        return 0  # `لا يفي`, `لو كان`
    named = (
        is_definite(document, following)
        or not NAMED.isdisjoint(document.words[following].tags)
        or is_unknown(document, following)
        or (parts and key == "ابو" and is_bounded(document, following + 1))
    )
    return 2 if named and (parts or "common_word" not in document.words[following].tags) else 0


def abd_shape(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبدالرحمن`"""
    return int(not parts or document.keys[at][0] == "ع") if "abd_shape" in document.words[at].tags else None


def theophoric(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`نصر الله`, `عز الدين`"""
    key = document.keys[at]
    if document.padded_keys[at + 1] not in THEOPHORIC or key in GODS:
        return None
    if coordinated(document, at) if parts else is_definite(document, at):
        return None  # `وعبد الرحمن`
    known = key in OF_THE_FAITH or "person_name" in document.words[at].tags
    return 2 if known and (parts or not is_closed(document, at)) else None


def regnal(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`الملك محمد السادس`; `الثاني من مايو` is a date."""
    if not titled or parts > 2 or document.keys[at] not in REGNAL or document.padded_keys[at + 1] in ("من", "عشر", "والعشرين"):
        return None
    return 1 if certainty(document, at - 1) or document.keys[at - 1] in THEOPHORIC else None

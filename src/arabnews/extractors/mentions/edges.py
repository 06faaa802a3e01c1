"""Where the name of a body ends: adjectives that agree, what `و` joins, the field that it works for.

Behind its head a name in Arabic is a noun phrase like any other (Ryding, A Reference Grammar of Modern Standard Arabic, 2005,
ch. 8 and 10): a genitive, adjectives that agree with it or with the head, members joined by `و` that are of its kind, and a
phrase with `ل`. It ends at the first word that is none of these.
"""

from __future__ import annotations

import re
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.families import MASDAR
from arabnews.extractors.mentions.found import closed, definite, is_closed, is_word
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set

STOP: Final = frozenset(
    {"title", "cue", "cue_phrase", "concept_trigger", "time_unit", "period_word", "relative", "month", "weekday"}
)
WEAK_ADJECTIVES: Final = word_set("weak_adjective")
"""What tells something of a body that is named already, and is no part of its name."""
INSTITUTIONAL: Final = word_set("institutional")
"""Adjectives that names of bodies are made with."""
_NOUNS: Final = frozenset({"org_head", "facility_head", "place_type", "title", "medium", "relative", "weekday", "place_alias"})
_SHAPE: Final = re.compile(r"ال(?:.{2,}[يى]|م.{3,}|.{2}ي.|[خع]ا[صم]|[حا]ر|ا[^اتسن].[^اوي]|اعلى|حرام)\Z")
"""A masculine adjective: of relation, a participle, `كريم`, `عام`, `أحمر`."""
_BROKEN_PLURAL: Final = re.compile(r"(?:.وا..|.وا.ي.|م.ا..|م.ا.ي.)\Z")
_MEMBERS: Final = ("ال", "و")
"""What adjectives begin with, and what `و` joins."""
DESCRIBING: Final = word_set("describing")
"""`تنظيم ديني`, `جسر رئيسي`: what is no name behind an indefinite head, though it may be one elsewhere."""
_NO_NATION: Final = word_set("of_no_nation")
"""Adjectives in names that are of no one nation, though one may be called so (`وزارة المالية`)."""
_PARTIES: Final = word_set("other_party")
"""Other parties that stand beside a body, no fields of its work."""
_ADDRESSED: Final = word_set("addressed")
"""`ل` behind a name that tells a purpose or an addressee."""


def is_plain(document: Document, at: int) -> bool:
    """A word with the article and nothing before it."""
    return plain(document.padded_words[at])


@kept
def plain(word: Word) -> bool:
    """What `is_plain` says of a word."""
    return word.key.startswith("ال") and not closed(word)


def is_purpose(key: str) -> bool:
    """`قاعدة لتجريب السفن`: `ل` and a verbal noun, which begin no name behind a head."""
    return MASDAR.match("ال" + key[1:]) is not None


def is_nisba(document: Document, at: int) -> bool:
    """`الملكي`, `الجيولوجي`: an adjective of relation, though it may name a person too; no name behind it."""
    key, following = document.padded_keys[at], document.padded_words[at + 1].tags
    named = "person_name" in following or "abd_shape" in following
    return not named and key[:2] == "ال" and key.endswith(("ي", "ى", "ية"))


def is_adjective(document: Document, at: int, gender: str) -> bool:
    """Whether a word goes with the definite noun before it, or with a head of that gender: `العالي`, `الاجتماعية`."""
    word = document.padded_words[at]
    if not plain(word):
        return False
    key, tags = word.key, word.tags
    if key in WEAK_ADJECTIVES or _nationality(word) is not None:
        return False
    if tags & (_NOUNS | STOP) and not is_nisba(document, at):
        return key in INSTITUTIONAL
    if "counted" in tags and not (key.startswith("الم") or is_nisba(document, at)):
        return False
    before = document.keys[at - 1]
    if key.endswith("ة") or key in INSTITUTIONAL:
        return True
    if key.endswith("ين"):
        return before.endswith(("ين", "اة", "اء")) and len(key) > 6  # `القضاة الإداريين`
    return _SHAPE.match(key) is not None and (gender == "m" or not before.endswith(("ة", "ات")))


def nationality(document: Document, at: int) -> Reading | None:
    """The reading as a definite nationality that may end a name: `الأميركية`, `التونسيين`."""
    return _nationality(document.padded_words[at])


@kept
def _nationality(word: Word) -> Reading | None:
    nation = word.get("nationality") if "nationality" in word.tags else None
    return nation if nation is not None and nation.proclitics == "ال" and word.key not in _NO_NATION else None


def nation_end(document: Document, at: int, gender: str) -> int:
    """Behind a nationality that agrees with a head of that gender or with the noun before it, or `at`: `الأميركية`.

    A masculine one behind a feminine head goes with a person before it: `رئيس هيئة الأركان الروسي`.
    """
    nation = _nationality(document.padded_words[at])
    if nation is None or not (nation.number == "p" or nation.gender in ("f", gender) or document.keys[at - 1] == "العربي"):
        return at
    second = nationality(document, at + 1)
    if second is not None and second.gender == nation.gender and second.number == nation.number:
        return at + 2  # `الأردنية المصرية`
    return at + 1 + (document.padded_keys[at + 1] in INSTITUTIONAL and nation.number != "p")


def phrase_end(document: Document, at: int, limit: int, gender: str, *, fields: bool = False) -> int:
    """Where the noun phrase that starts with a definite noun ends: `الشؤون البلدية والقروية`, `النفط والغاز`.

    Args:
        gender: the gender of the head before it, whose adjectives may follow.
        fields: whether `و` joins any other field of work: `وزارة الشباب والرياضة`.
    """
    end = at + 1
    while end < limit and document.padded_keys[end].startswith(_MEMBERS):
        if is_adjective(document, end, gender) or _is_joined(document, end, fields=fields):
            end += 1
        elif _joins_construct(document, end):
            end += 2
        else:
            break
    return end


def _is_joined(document: Document, at: int, *, fields: bool) -> bool:
    """`والغاز`, `والقروية`: another member; `والساعية إلى` is none, nor is `والوزير`."""
    key, tags = document.padded_keys[at], document.padded_words[at].tags
    if key[:3] != "وال" or not is_word(document, at) or is_closed(document, at) or key in _PARTIES:
        return False
    doing = (key[4:5] == "ا" and key.endswith("ة")) or (len(key) > 6 and key[3] == "م" and not key.endswith(("ي", "ية", "ات")))
    if doing and _governs(document, at + 1):
        return False
    if key.endswith("ين") and len(key) > 6 and not key.startswith("والت") and not document.keys[at - 1].endswith("ين"):
        return False  # `والعاملين`
    return not tags & (
        {"org_head", "nationality", "facility_head"} if fields else {"org_head", "facility_head", "title", "nationality"}
    )


def _governs(document: Document, at: int) -> bool:
    return "function_word" in document.padded_words[at].tags or document.padded_keys[at][:1] == "ل"


def _joins_construct(document: Document, at: int) -> bool:
    """`وإصلاح الإدارة`, `وحماية البيئة`: another field of work, itself a construct."""
    reading = _field(document, at, "و")
    return reading is not None and reading["joins"] == "yes" and is_plain(document, at + 1)


def _field(document: Document, at: int, proclitics: str) -> Reading | None:
    """The reading as a field of work with these proclitics."""
    word = document.padded_words[at]
    reading = word.get("field") if "field" in word.tags else None
    return reading if reading is not None and reading.proclitics == proclitics else None


def is_field(document: Document, at: int) -> bool:
    """`تنمية`, `حقوق`: a field of work, with nothing before it."""
    return _is_field(document.padded_words[at])


def _is_field(word: Word) -> bool:
    reading = word.get("field") if "field" in word.tags else None
    return reading is not None and not reading.proclitics


def lam_end(document: Document, at: int, limit: int, gender: str = "") -> int:
    """Behind the phrase with `ل` that tells a body's field of work, or `at`: `للسياحة`, `لحقوق الإنسان`, `للدفاع عن المستهلك`."""
    key = document.padded_keys[at]
    if at >= limit or key[:1] != "ل" or not is_word(document, at):
        return at
    field = _field(document, at, "لال")
    if field is not None and field["preposition"] and document.padded_keys[at + 1] == field["preposition"]:
        return phrase_end(document, at + 2, limit, "f") if is_plain(document, at + 2) else at
    if key.startswith("لل"):
        body = document.words[at].get("org_head")
        place = document.words[at].get("place_type")
        alone = place is not None and place.number == "s"
        barred = alone or document.padded_words[at].tags & {"title", "time_unit"} or (body is not None and body.number == "s")
        barred = bool(barred) and key != "للمعارض" and not key.endswith("ين")  # `للمهندسين`
        return at if len(key) < 4 or key in _ADDRESSED or barred else _field_end(document, at, limit)
    if _field(document, at, "ل") is None and not _is_plural(document, at):
        return at
    joined = at + 1 + (_field(document, at + 1, "و") is not None)  # `لتطوير وحماية الشواطئ`
    inner = joined + (joined < limit and not is_plain(document, joined) and may_govern(document, joined))
    return _field_end(document, inner, limit) if is_plain(document, inner) else at


def governed_end(document: Document, at: int, limit: int) -> int:
    """Behind a field of work with its preposition: `الوقاية من أزمات البحر`, `الرقابة على الصادرات`; 0 if none."""
    field = _field(document, at, "ال")
    if field is None or not field["preposition"] or document.padded_keys[at + 1] != field["preposition"]:
        return 0
    inner = at + 2 + (at + 2 < limit and not is_plain(document, at + 2) and may_govern(document, at + 2))
    return phrase_end(document, inner, limit, "f") if inner < limit and is_plain(document, inner) else 0


def _is_plural(document: Document, at: int) -> bool:
    """`لجمعيات`, `لمحركات`: a sound plural behind `ل`; `لصوامع`, `لمصانع`: a broken one by its pattern."""
    if _BROKEN_PLURAL.match(document.keys[at][1:]) and is_native(document.keys[at]):
        return True
    return document.keys[at].endswith("ات") and len(document.keys[at]) > 5 and "time_unit" not in document.words[at].tags


def _field_end(document: Document, at: int, limit: int) -> int:
    end = phrase_end(document, at, limit, "f", fields=True)
    if nation_end(document, end, "f") > end and is_native(document.keys[end - 1]):
        return nation_end(document, end, "f")
    return end


def _is_generic_adjective(word: Word) -> bool:
    """`شركة كبيرة`, `هيئة حكومية`, `مجموعة متنوعة`: an indefinite adjective, no genitive; a field of work is none."""
    key, nation = word.key, word.get("nationality")
    if key.endswith("ة") and key[0] == "م" and is_native(key) and "org_head" not in word.tags:
        return True
    return key.endswith(("ية", "ي")) or (nation is not None and not nation.definite)


def may_govern(document: Document, at: int) -> bool:
    """Whether an indefinite noun may stand between a head and its genitive: `مراقبة البناء`, `أصدقاء البحر`."""
    governs = _governing(document.padded_words[at])
    return governs == _GOVERNS or (governs == _UNLESS_PREFIXED and not _is_prefixed(document, at))


_GOVERNS_NOTHING, _UNLESS_PREFIXED, _GOVERNS = range(3)


@kept
def _governing(word: Word) -> int:
    """What `may_govern` says of a word, as far as the word tells."""
    key = word.key
    if closed(word) or definite(word):
        return _GOVERNS_NOTHING
    if _is_field(word):
        return _GOVERNS
    if word.tags & {"place", "place_alias", "person_name"}:
        return _GOVERNS_NOTHING
    if key.endswith(("ها", "هم", "هما")):
        return _GOVERNS_NOTHING  # `غرفة عملياتها`
    if key.startswith(("ي", "س")) or (key.endswith("ت") and not key.endswith("ات")) or _is_generic_adjective(word):
        return _GOVERNS_NOTHING
    if key.startswith("ت") and not (key.endswith("ة") or key[3:4] in "يا"):
        return _GOVERNS_NOTHING  # `تضم`, `تدرس`
    head = word.get("org_head")
    if head is None:
        return _UNLESS_PREFIXED
    return _GOVERNS_NOTHING if head.proclitics else _GOVERNS


def _is_prefixed(document: Document, at: int) -> bool:
    """`بسبب`, `وعدد`: a known noun behind `و` or a preposition."""
    key = document.keys[at]
    return key[0] in "وفبلك" and len(key) > 3 and any(
        reading.tag in ("common_word", "counted", "org_head", "title", "field") for reading in document.lexicon.look_up(key[1:])
    )  # fmt: skip

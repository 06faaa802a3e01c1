"""Verbs of saying some of whose forms are spelt like another word: `بين` (between), `دون` (without), `جدد` (new)."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.event import COMPLEMENTISERS
from arabnews.extractors.claims.positions import WHATS, follows_subject, starts_clause
from arabnews.lexicon.entries import Reading, bare
from arabnews.text.tokens import Kind

HOMOGRAPHS: Final = frozenset(
    {"رأى", "بين", "عقب", "أسمى", "عبر", "نشر", "سجل", "أبرز", "أبلغ", "أمر", "دعا", "أثنى", "هنأ", "طالب", "عد", "وعد"}
    | {"ذهب", "دون", "علم", "جدد", "سمى", "لوح", "أدان", "دان", "أرجع", "لفت"}
)
"""Verbs some of whose forms are spelt like another word."""
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين"})
_TODAY: Final = frozenset({"اليوم", "امس", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت"})
_TO_IT: Final = frozenset({"اليه", "اليها", "لها", "له"})
_NEEDS: Final = frozenset({"الحاجة", "حاجة", "الضرورة", "ضرورة", "الظروف", "المصلحة"})
"""What calls for something without a word."""
_MEASURED: Final = ("طول", "عدد", "عمر", "وزن", "قيم", "مساح", "سعر", "ارتفاع", "حجم", "نسب", "كلف", "تكلف", "متوسط", "نحو")
"""What a size or a sum is told of."""
_STUDIES: Final = ("الدكتورا", "دكتورا", "الماجستير", "ماجستير", "الطب", "الهندسة", "الثانوي", "جامعي", "بكلية", "كلية", "بجامعة")
_HANDS: Final = ("ايد", "يدي")
_PASSAGES: Final = ("شمال", "جنوب", "شرق", "غرب", "وسط", "الحدود", "حدود", "المحيط", "البحر", "الاراضي", "اراضي")
"""What `عبر` leads through, as a preposition."""
_OWED: Final = ("بمبلغ", "بمبالغ", "بقيمة", "بالفضل", "بالولاء", "بالاسلام", "بالمسيحية", "باليهودية")
"""What one owes, or professes."""
_DRAWN: Final = frozenset({"نظري", "انتباهي", "نظره", "انتباهه", "نظرها", "انتباهها", "نظرنا", "انتباهنا", "نظرهم", "الانظار"})
"""What something draws to itself."""
_DUE: Final = frozenset({"الفضل", "السبب", "ذلك", "الامر", "تاريخ", "تاريخه", "تاريخها", "اصل", "اصله", "اصلها"})
"""What goes back to something by itself."""
_THAT: Final = frozenset({"بان", "بانه", "بانها"})
_GOING: Final = 7
_SHADDA: Final = frozenset("\u0651")
_SUBJECT: Final = 8
"""Tokens that a subject may have."""
_COMMENTED: Final = frozenset({"على", "عليه", "عليها", "فيه", "فيها", "بالقول", "قائلا", "قائلة"})
_SPEAK: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "famous_person", "organisation", "nationality"})


def is_homograph(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """Whether a verb of `HOMOGRAPHS` is the other word of its letters; None if nothing tells."""
    surface, key, form = document.words[at].surface, document.keys[at], reading.entry.form
    if form in ("أدان", "دان") and any(key.startswith(_OWED) for key in document.keys[at + 1 : at + 4]):
        return True  # `يدين المغني بمبلغ كبير`
    if form == "لفت" and following in _DRAWN:
        return True  # `ولفت نظري أن`
    if form == "أرجع" and reading.tense == "imperfect" and following in _DUE:
        return True  # `ويرجع الفضل في ذلك إلى`
    if form == "رأى" and before == "يا":
        return True  # `هل يا ترى`
    if form == "لوح" and following == "في":
        return True  # `يلوح في الأفق`
    if form == "رأى" and following in ("هذا", "هذه", "كيف", "ماذا", "هل"):
        return True  # `يرى هذه الثمار`; `ترى كيف`
    if form in ("بين", "عقب", "دون") and key.removeprefix("و") == form and not _SHADDA.intersection(surface):
        named = form == "بين" and (following.startswith(_HANDS) or "quote" in document.tags_at(at + 1))
        return named or not _speaks(document, at + 1)  # `بين «الشمال» و«الجنوب»`, `بين أيديكم`, `دون التعويل عليه`
    if form == "علم" and key.removeprefix("و") == form and following in COMPLEMENTISERS:
        return not (at and follows_subject(document, at))  # `علم أن وفدا سيصل`: a passive
    if form == "جدد" and key == form and at and document.words[at - 1].kind is Kind.WORD and not starts_clause(document, at):
        return not before.startswith("ال") and not follows_subject(document, at)  # `لاعبون جدد`: new ones
    if _says_nothing(document, at, form):
        return True
    if form == "عبر" and not reading.proclitics and (following.startswith(_PASSAGES) or "medium" in document.tags_at(at + 1)):
        return True  # `عبر جنوب البلاد`, `عبر بيان سابق`
    if form in ("نشر", "سجل") and (before in _RELATIVES or following in _TODAY) and _is_adjunct(document, at + 1):
        return True  # `البحث الذي نشر في`: a passive
    if form == "أبرز" and (
        before == "ومن"
        or before in COMPLEMENTISERS
        or (bare(key, reading.proclitics) == "ابرز" and not _speaks(document, at + 1))
    ):
        return True  # `ومن أبرز مؤلفاته`, `أبرز متطلبات الترشح`
    measures = following.startswith(_MEASURED) or following[:1].isdigit() or following == "من"
    if form == "أبلغ" and reading.tense == "imperfect" and measures:
        return True  # `ويبلغ طوله`, `يبلغ من العمر`
    if form == "أمر" and reading.tense == "perfect" and not _may_order(document, at + 1):
        return True  # `أمر ليس بغريب`
    if form == "دعا" and (following in _NEEDS or (following in _TO_IT and not reading.proclitics)):
        return True  # `إن دعت الحاجة إلى`, `لقاء دعا إليه الاتحاد`
    if form == "أثنى" and "number" in document.words[at].tags and not surface.endswith(("ى", "ت")):
        return True  # `اثنين`
    if form == "هنأ" and reading.gender == "m" and reading.tense == "perfect":
        return not surface.rstrip("\u064e").endswith("أ")
    if form == "طالب" and key == "طالب" and following.startswith(_STUDIES):
        return True  # `فلان طالب الدكتوراه في`
    if form in ("عد", "وعد") and (reading.tense == "imperfect" or reading.number != "s"):
        return following not in _THAT
    return None


def _speaks(document: Document, at: int) -> bool:
    """Whether a verb that is spelt like a particle or a noun precedes: before who can speak, `على`, or anybody and `أن`."""
    if at >= len(document):
        return False
    word = document.words[at]
    if word.key.endswith("ين") and not word.tags - {"common_word", "function_word"}:
        return False  # `وبين آخرين`
    oblique = word.key.endswith(("ين", "تي", "ات")) and "person_name" not in word.tags
    if word.key in _COMMENTED or (word.tags & _SPEAK and not oblique):
        return True
    for token in range(at, min(at + _SUBJECT, len(document))):
        if document.keys[token] in COMPLEMENTISERS:
            return True
        if document.words[token].kind is not Kind.WORD or document.keys[token][0] == "و":
            return False
    return False


def _says_nothing(document: Document, at: int, form: str) -> bool:
    """A name given without a judgement, unlike `ما أسماه خطأ`; a going that is no saying."""
    if form in ("أسمى", "سمى"):
        return not (document.key_at(at - 1) in WHATS and document.keys[at].endswith(("ه", "ها")))
    return form == "ذهب" and not _goes_to_say(document, at)


def _goes_to_say(document: Document, at: int) -> bool:
    """`ذهب الكاتب إلى القول إن`, `ويذهب بعض الخبراء إلى أن`; not `ذهب إلى السوق`."""
    for to in range(at + 1, min(at + _GOING, len(document) - 1)):
        if document.words[to].kind is not Kind.WORD:
            return False
        if document.keys[to] == "الى":
            return document.keys[to + 1] in COMPLEMENTISERS | {"القول", "الاعتقاد"}
    return False


def _may_order(document: Document, at: int) -> bool:
    """Whether who orders, or what is ordered, stands at a token."""
    if at >= len(document):
        return False
    key, tags = document.keys[at], document.words[at].tags
    named = tags & {"title", "org_head", "nominal_source", "organisation", "place_alias", "quote"}
    return bool(named) or (key.startswith("ب") and len(key) > len("بهم")) or key.endswith(("ين", "هم", "ها")) or key == "ب"


def _is_adjunct(document: Document, at: int) -> bool:
    """Whether a preposition or a time begins at a token."""
    key = document.key_at(at)
    return (
        key in ("في", "على", "عبر", "قبل", "اليوم", "امس", "خلال", "مؤخرا")
        or key in _TODAY
        or (key.startswith("ب") and len(key) > 3)
    )

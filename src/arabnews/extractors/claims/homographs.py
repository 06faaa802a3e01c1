"""Verbs of saying some of whose forms are spelt like another word: `بين` (between), `دون` (without), `جدد` (new)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.event import COMPLEMENTISERS
from arabnews.extractors.claims.positions import WHATS, follows_subject, starts_clause
from arabnews.lexicon.entries import Reading, bare
from arabnews.text.tokens import WORD

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
_SEEN: Final = frozenset({"هذا", "هذه", "كيف", "ماذا", "هل"})
_THAT: Final = frozenset({"بان", "بانه", "بانها"})
_GOING: Final = 7
_HAPPENS: Final = frozenset({"جاء", "ياتي", "تزامن", "يتزامن", "تم", "يتم", "بدا", "استمر", "بعد", "قبل", "منذ", "عقب", "مع"})
"""Before a verbal noun."""
_SAID_TO_BE: Final = COMPLEMENTISERS | {"القول", "الاعتقاد"}
_SHADDA: Final = frozenset("\u0651")
_SUBJECT: Final = 8
"""Tokens that a subject may have."""
_COMMENTED: Final = frozenset({"على", "عليه", "عليها", "فيه", "فيها", "بالقول", "قائلا", "قائلة"})
_SPEAK: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "famous_person", "organisation", "nationality"})


def _owed(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`يدين المغني بمبلغ كبير`."""
    return any(key.startswith(_OWED) for key in document.keys[at + 1 : at + 4]) or None


def _drawn(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`ولفت نظري أن`."""
    return following in _DRAWN or None


def _due(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`ويرجع الفضل في ذلك إلى`."""
    return (reading.tense == "imperfect" and following in _DUE) or None


def _seen(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`هل يا ترى`; `يرى هذه الثمار`; `ترى كيف`."""
    return before == "يا" or following in _SEEN or None


def _waved(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`يلوح في الأفق`."""
    return following == "في" or None


def _particle(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`بين «الشمال» و«الجنوب»`, `بين أيديكم`, `دون التعويل عليه`."""
    form = reading.entry.form
    if document.keys[at].removeprefix("و") != form or _SHADDA.intersection(document.words[at].surface):
        return None
    named = form == "بين" and (following.startswith(_HANDS) or "quote" in document.padded_words[at + 1].tags)
    return named or not _speaks(document, at + 1)


def _known(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`علم أن وفدا سيصل`: a passive."""
    bare = document.keys[at].removeprefix("و") == reading.entry.form and following in COMPLEMENTISERS
    return not (at and follows_subject(document, at)) if bare else None


def _new(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`لاعبون جدد`: new ones."""
    if document.keys[at] != "جدد" or not at or document.words[at - 1].kind is not WORD or starts_clause(document, at):
        return None
    return not before.startswith("ال") and not follows_subject(document, at)


def _named(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """A name given without a judgement, unlike `ما أسماه خطأ`."""
    return not (before in WHATS and document.keys[at].endswith(("ه", "ها"))) or None


def _went(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """A going that is no saying."""
    return not _goes_to_say(document, at) or None


def _across(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`عبر جنوب البلاد`, `عبر بيان سابق`."""
    return (not reading.proclitics and (following.startswith(_PASSAGES) or "medium" in document.tags_at(at + 1))) or None


def _published(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`البحث الذي نشر في`: a passive."""
    return ((before in _RELATIVES or following in _TODAY) and _is_adjunct(document, at + 1)) or None


def _outstanding(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`ومن أبرز مؤلفاته`, `أبرز متطلبات الترشح`."""
    if before == "ومن" or before in COMPLEMENTISERS:
        return True
    return (bare(document.keys[at], reading.proclitics) == "ابرز" and not _speaks(document, at + 1)) or None


def _reached(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`ويبلغ طوله`, `يبلغ من العمر`."""
    if reading.tense != "imperfect":
        return None
    return following.startswith(_MEASURED) or following[:1].isdigit() or following == "من" or None


def _matter(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`أمر ليس بغريب`."""
    return (reading.tense == "perfect" and not _may_order(document, at + 1)) or None


def _called_for(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`إن دعت الحاجة إلى`, `لقاء دعا إليه الاتحاد`."""
    return following in _NEEDS or (following in _TO_IT and not reading.proclitics) or None


def _two(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`اثنين`."""
    return ("number" in document.words[at].tags and not document.words[at].surface.endswith(("ى", "ت"))) or None


def _here(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`هنا`: a congratulation has its hamza."""
    congratulates = document.words[at].surface.rstrip("\u064e").endswith("أ")
    return not congratulates if reading.gender == "m" and reading.tense == "perfect" else None


def _student(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`فلان طالب الدكتوراه في`."""
    return (document.keys[at] == "طالب" and following.startswith(_STUDIES)) or None


def _counted(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`يعد نجاحا`, but not `يعد بأن`."""
    return following not in _THAT if reading.tense == "imperfect" or reading.number != "s" else None


def _request(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`رفضت طلبا من التجار`: an accusative, spelt like the verb of two."""
    return (reading.number == "d" and not starts_clause(document, at)) or None


def _handled(document: Document, at: int, reading: Reading, before: str, following: str) -> bool | None:
    """`جاء تداول الصورة بعد`: the verbal noun."""
    return before.removeprefix("و") in _HAPPENS or None


def _speaks(document: Document, at: int) -> bool:
    """Whether a verb that is spelt like a particle or a noun precedes: before who can speak, `على`, or anybody and `أن`."""
    if at >= len(document.keys):
        return False
    word = document.words[at]
    if word.key.endswith("ين") and not word.tags - {"common_word", "function_word"}:
        return False  # `وبين آخرين`
    oblique = word.key.endswith(("ين", "تي", "ات")) and "person_name" not in word.tags
    if word.key in _COMMENTED or (word.tags & _SPEAK and not oblique):
        return True
    for token in range(at, min(at + _SUBJECT, len(document.keys))):
        if document.keys[token] in COMPLEMENTISERS:
            return True
        if document.words[token].kind is not WORD or document.keys[token][0] == "و":
            return False
    return False


def _goes_to_say(document: Document, at: int) -> bool:
    """`ذهب الكاتب إلى القول إن`, `ويذهب بعض الخبراء إلى أن`; not `ذهب إلى السوق`."""
    for to in range(at + 1, min(at + _GOING, len(document.keys) - 1)):
        if document.words[to].kind is not WORD:
            return False
        if document.keys[to] == "الى":
            return document.keys[to + 1] in _SAID_TO_BE
    return False


def _may_order(document: Document, at: int) -> bool:
    """Whether who orders, or what is ordered, stands at a token."""
    if at >= len(document.keys):
        return False
    key, tags = document.keys[at], document.words[at].tags
    named = tags & {"title", "org_head", "nominal_source", "organisation", "place_alias", "quote"}
    return bool(named) or (key.startswith("ب") and len(key) > len("بهم")) or key.endswith(("ين", "هم", "ها")) or key == "ب"


def _is_adjunct(document: Document, at: int) -> bool:
    """Whether a preposition or a time begins at a token."""
    key = document.padded_keys[at]
    return (
        key in ("في", "على", "عبر", "قبل", "اليوم", "امس", "خلال", "مؤخرا")
        or key in _TODAY
        or (key.startswith("ب") and len(key) > 3)
    )


HOMOGRAPHS: Final[dict[str, Callable[[Document, int, Reading, str, str], bool | None]]] = {
    "أدان": _owed, "دان": _owed, "لفت": _drawn, "أرجع": _due, "رأى": _seen, "لوح": _waved, "بين": _particle, "عقب": _particle,
    "دون": _particle, "علم": _known, "جدد": _new, "أسمى": _named, "سمى": _named, "ذهب": _went, "عبر": _across, "نشر": _published,
    "سجل": _published, "أبرز": _outstanding, "أبلغ": _reached, "أمر": _matter, "دعا": _called_for, "أثنى": _two, "هنأ": _here,
    "طالب": _student, "طلب": _request, "تداول": _handled, "عد": _counted, "وعد": _counted,
}  # fmt: skip
"""Verbs some of whose forms are spelt like another word, and whether a form is that word; None if nothing tells."""

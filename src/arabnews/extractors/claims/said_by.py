"""Whom a prepositional cue names: `بحسب | ما ذكرته | وزارة النقل`, `وفق نص | البيان`, `حسبما أفاد به أمس | المصدر`."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.document import Document, Hit
from arabnews.enums import NAME, ORG
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.lexicon.entries import Reading
from arabnews.model import Mention
from arabnews.text.tokens import BREAK, WORD

RESUMED: Final = frozenset({"فان", "فانه", "فانها", "فانهم", "فقد"})
_HUMAN: Final = frozenset({"nominal_source", "title", "org_head", "organisation", "person_name", "medium"})
_PUBLISHERS: Final = frozenset({"media", "organisation", "work"})
"""Kinds of named things that can say something; not `وفق خطة`, `حسب فئة`."""
_DATA: Final = frozenset(
    {"معطيات", "بيانات", "احصاءات", "احصائيات", "احصائية", "احصاء", "ارقام", "تقديرات", "نتائج", "معلومات", "رواية", "روايات"}
    | {"حصيلة", "لقطات", "مقطع", "تفاصيل", "تحديثات", "تحليل", "تحليلات", "سيرة", "مقالة", "تسجيل", "تسجيلات", "افادات"}
    | {"شهادات", "اعترافات", "اقوال", "محضر", "نشرة", "اعلام", "صحافة", "وسائل", "خطاب"}
)
"""Texts and figures that tell something, without the article."""
_WORDINGS: Final = frozenset(
    {"قول", "تعبير", "وصف", "راي", "كلام", "زعم", "نص", "وجهة نظر", "لفظ", "تحليل", "اعتقاد", "تقدير", "حديث"}
)
"""Before the one who said it: `وفق تعبير الكاتب`."""
_SELECTED: Final = frozenset(
    {"نفس", "ذات", "هذا", "هذه", "هؤلاء", "ذلك", "تلك", "عدة", "بعض", "عدد", "احد", "احدى", "العديد", "الكثير", "كثير", "اخر"}
    | {"احدث", "معظم", "غالبية", "اغلب", "مختلف"}
)
_ABOUT: Final = frozenset({"به", "بها", "فيه", "عنه", "لنا", "له", "اليه", "اليها", "عليه", "لها"})
_WORDS_SAID: Final = frozenset(
    {"قول", "تعبير", "وصف", "زعم", "شهادت", "روايت", "كلام", "تصريح", "تصريحات", "راي", "تقدير", "افادت", "اعتقاد", "اقوال"}
    | {"ادعاء", "ادعاءات", "مزاعم", "مصادر", "بيان", "بيانات", "تقديرات", "لفظ", "حديث", "نظر"}
)
"""Nouns of saying without the pronoun behind them."""
_TALKS: Final = frozenset({"حديث", "تصريح", "تصريحات", "مقابلة", "لقاء", "حوار", "احاديث", "مقابلات"})
_OF_THE_PRESS: Final = frozenset(
    {"صحفي", "صحافي", "صحفية", "صحافية", "تلفزيوني", "تلفزيونية", "اذاعي", "اذاعية", "اعلامي", "اعلامية"}
)
_IN_TEXT: Final = frozenset({"جاء", "ورد"})
_PLACED: Final = frozenset({"في", "عن", "على", "ضمن"})
_NEEDS: Final = frozenset({"الحاجة", "الضرورة", "الاصول", "الحال", "الطلب", "الامكان"})
_AS: Final = ("حسبما", "وفقما")
_AGREEING: Final = ("وفق", "طبق", "ووفق", "وطبق")
_RULES: Final = frozenset(
    {"قانون", "قوانين", "دستور", "نظام", "انظمة", "لائحة", "لوائح", "ميثاق", "شريعة", "معاهدة", "اتفاقية", "اتفاق", "مرسوم"}
    | {"تعليمات", "ضوابط", "شروط", "معايير", "مقتضيات", "احكام"}
)
"""What one keeps to: `وفق القانون` tells of an act, not of words."""
_SHORT: Final = 3
_MAX_PHRASE: Final = 14


class Behind(NamedTuple):
    """What stands behind a prepositional cue."""

    at: int
    """The token at which the source is named."""
    said: bool
    """Whether a verb of saying stands before it: whoever follows it is who says."""
    own: bool
    """Whether it is the one who speaks already: `على حد قوله`, `بحسب شهادته`, `حسبما ذكر في مقابلة`."""


def behind(document: Document, phrases: NounPhrases, hit: Hit, end: int) -> Behind | None:
    """Where the source of a prepositional cue is named, or None if nothing that can say something stands there."""
    if hit.reading["frame"] == "self":
        if hit.reading["stance"] and document.padded_keys[hit.end].startswith("ل"):
            return None  # `في تقديري للاعب`: esteem
        return Behind(hit.end, said=False, own=True)
    if hit.end >= end or document.keys[hit.first] == "فحسب" or document.words[hit.end].kind is BREAK:
        return None  # `الفقراء فحسب`: only
    verb, at = _told(document, hit, end)
    if at < end and verb and _is_addressee(document, at, hit.end):
        return Behind(at, said=True, own=True)  # `وفقا لما قاله للصحيفة`: an addressee
    at = _past(document, phrases, at, end, bool(verb))
    if at >= end:
        return None
    if verb in _IN_TEXT and document.keys[at] in _PLACED and at + 1 < end:
        at += 1
    elif verb and document.keys[at] in ADJUNCTS and document.keys[at] in ("في", "عبر", "خلال", "على"):
        return Behind(at, said=True, own=True)  # `حسبما ذكر في مقابلة`
    at = _past(document, phrases, at, end, bool(verb))
    if at < end and (_is_own(document, at) or _is_interview(document, at)):
        return Behind(at, said=False, own=True)
    if at >= end or document.keys[at] in _NEEDS:
        return None
    if document.keys[hit.first].startswith(_AGREEING) and _is_rule(document.keys[at]):
        return None  # `وفق القانون`, `طبقا لما ورد في الدستور`: in agreement with it
    told = verb or not RESUMED.isdisjoint(document.keys[at + 1 : min(at + _MAX_PHRASE, end)])
    if is_source(document, phrases, at) or (told and _may_say(document, phrases, at, bool(verb))):
        return Behind(at, said=bool(verb), own=False)
    return None


def _is_addressee(document: Document, at: int, end: int) -> bool:
    """`للصحيفة`, `لـ«النهار»`; right behind a phrase, `ل` may be the first letter of who speaks: `حسبما ذكر لاعب`."""
    key = document.keys[at]
    if at > end:
        return key.startswith("ل") and not key.startswith("لج")
    return key == "ل" or (key.startswith("لل") and len(key) > len("للي"))


def _told(document: Document, hit: Hit, end: int) -> tuple[str, int]:
    """The verb of saying in a phrase or behind it, `حسبما أعلن`, `وفق | ما ذكرته`, and the token after it."""
    at = hit.end
    what = document.padded_keys[at] in ("ما", "لما")
    if at + 1 < end and (what or document.keys[at - 1].endswith(_AS)) and (found := _verb(document, at + what)) is not None:
        return found.entry.form, at + what + 1
    own = _verb(document, at - 1) if at - hit.first > 1 else None
    return (own.entry.form if own is not None else ""), at


def stance(document: Document, hit: Hit) -> str:
    """The speech act of an attribution: its verb's, or that of the phrase; an assertion where neither tells."""
    if hit.reading.tag == "cue":
        return hit.reading["stance"] or "assert"
    what = document.padded_keys[hit.end] in ("ما", "لما")
    verb = _verb(document, hit.end + what) if what or document.keys[hit.end - 1].endswith(_AS) else _verb(document, hit.end - 1)
    return (verb["stance"] if verb is not None else hit.reading["stance"]) or "assert"


def _past(document: Document, phrases: NounPhrases, at: int, end: int, said: bool) -> int:
    """Past `به`, a date behind the verb, `نفس`, `العديد من`, `نص`, to the noun that names the source."""
    while at < end and (document.keys[at] in _ABOUT or (said and at in phrases.dated)):
        at += 1
    while at + 1 < end and (_selects(document.keys[at]) or _words(document, phrases, at)):
        two = document.keys[at] in ("وجهة", "لوجهة")
        at += 1 + two
        at += document.keys[at : at + 1] == ["من"]  # `بحسب عدد من السكان`
    return at


def _is_rule(key: str) -> bool:
    return key.removeprefix("لل").removeprefix("ل").removeprefix("ال") in _RULES


def _selects(key: str) -> bool:
    """`نفس`, `العديد`, `لبعض`, `للعديد`: a part of those who say it."""
    governed = "ال" + key[2:] if key.startswith("لل") else key.removeprefix("ل")
    return key in _SELECTED or governed in _SELECTED


def _words(document: Document, phrases: NounPhrases, at: int) -> bool:
    """`وفق تعبير الكاتب`: a noun of saying before the one who said it."""
    key = document.keys[at].removeprefix("ل")
    following = at + 1
    if key == "وجهة" and document.keys[following] == "نظر":
        key, following = "وجهة نظر", at + 2
    named = key in _WORDINGS and following < len(document.keys) and is_source(document, phrases, following)
    return named and not _is_interview(document, at)


def _verb(document: Document, at: int) -> Reading | None:
    """The verb of saying at a token, with or without the object pronoun that refers back to `ما`: `ذكرته`, `أعلنته`."""
    reading = document.padded_words[at].get("cue")
    if reading is not None and reading.pos == "verb":
        return reading
    key = document.padded_keys[at]
    bare = document.lexicon.look_up(key[:-1]) if key.endswith("ه") else ()
    return next((r for r in bare if r.tag == "cue" and r.pos == "verb"), None)


def _is_own(document: Document, at: int) -> bool:
    """A noun of saying with its speaker's pronoun: `بحسب شهادته`, `وفقا لرواية` has none."""
    key = document.keys[at].removeprefix("ل")
    bare = key.removesuffix("هما").removesuffix("هم").removesuffix("ها").removesuffix("ه")
    return bare != key and bare in _WORDS_SAID


def _is_interview(document: Document, at: int) -> bool:
    """`وفقا لحديث صحفي`: where it was said, and not who said it."""
    return document.keys[at].removeprefix("ل") in _TALKS and document.padded_keys[at + 1] in _OF_THE_PRESS


def _may_say(document: Document, phrases: NounPhrases, at: int, said: bool) -> bool:
    """Whether a verb of saying before it, or `فإن` behind it, makes a word the source.

    `بحسب ما ذكر | الأخير`, `وفقا لما قالته | سلمى`, `وبحسب | المتابعين لسوق السمك، فإن`.
    """
    key = document.keys[at]
    definite = key.startswith("ال") and len(key) > _SHORT and document.words[at].kind is WORD and at not in phrases.dated
    people = definite and (said or key.endswith(("ين", "ون")))
    return people or phrases.is_human(at) or phrases.is_unknown_name(at)


def is_source(document: Document, phrases: NounPhrases, at: int) -> bool:
    """Whether what follows can say something: a person, an organisation, a document; not `وفق الضوابط`."""
    word = document.words[at]
    if word.key in ("ل", "ما") and at + 1 < len(document.words):
        return is_source(document, phrases, at + 1)
    if is_agency(document, at):
        return True
    plain = word.key.removeprefix("لل").removeprefix("ل").removeprefix("ال")
    if at in phrases.by_token or word.tags & _HUMAN or plain in _DATA or word.key in _DATA:
        return True
    if plain == "مشروع" and document.padded_keys[at + 1] in ("القانون", "قانون", "القرار", "المرسوم"):
        return True
    named = word.get("quoted_name_head")
    if named is not None and named["kind"] in _PUBLISHERS:
        return True
    return at in document.closing and "quote" in word.tags


def is_agency(document: Document, at: int) -> bool:
    """`وفقا للألمانية`, `بحسب الفرنسية`: an agency by its nationality, without its noun."""
    word = document.words[at]
    if "nationality" not in word.tags or not word.key.startswith(("ال", "لل")) or not word.key.endswith("ية"):
        return False
    end = at + 1 >= len(document.keys) or document.words[at + 1].kind is not WORD
    return end or document.keys[at + 1] in RESUMED


def agency(document: Document, at: int) -> Mention:
    """An agency by its nationality, as a name."""
    span = document.span(at, at + 1)
    return mentioned(document.text, span, ORG, NAME, gender="f", number="s")

"""A verb's object as its content: `أعلن العراق نهاية المهام`, `وأكدت أهمية الحوار`, `نافيا وقوع إصابات`, `أدان الهجوم`.

The verb comes first, then its subject with appositions and adjuncts, then the object: the first noun of an act that begins a noun
phrase of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, ORG, PER
from arabnews.extractors.claims.cues import is_adverbial, other_cue
from arabnews.extractors.claims.event import COMPLEMENTISERS, TANWIN, Event, is_abbreviation
from arabnews.extractors.claims.extents import ADJUNCTS, ADVERBS, ANAPHORIC, FOCUSING, QUANTIFIERS, RELATIVES
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.positions import MEANWHILE_OPENS, WHATS, past_adverbial, starts_clause
from arabnews.extractors.claims.relatives import is_resumptive, relative
from arabnews.extractors.claims.verbal_nouns import is_act, is_definite_act, past_actor
from arabnews.lexicon.entries import KEPT_WORDS, Reading, Word
from arabnews.lexicon.lexicon import Lexicon
from arabnews.model import Mention
from arabnews.text.tokens import NUMBER, WORD

_WINDOW: Final = 26
_FAR: Final = 40
"""Tokens from a verb to an object behind the comma that closes its subject or an adjunct."""
_ARTICLE: Final = "ال"
_QUOTED_NAME: Final = 8
_SHORT: Final = 3
_COPULAS: Final = frozenset({"كان", "وكان", "كانت", "وكانت"})
_SUBJECT: Final = 9
_WHOLE: Final = frozenset({"كل", "جميع", "كافة"})
_JOINED: Final = frozenset(
    {"كما", "قد", "فقد", "وقد", "ثم", "فيما", "وفيما", "حيث", "اذ", "كان", "كانت", "بانه", "بانها", "انه"}
    | {"انها", "وانه", "وانها"}
)
_SUBJECTS: Final = frozenset({"انه", "انها", "بانه", "بانها", "وانه", "وانها", "لكنه", "لكنها"})
"""A subject as a pronoun, before its verb."""
_HOMOGRAPHS: Final = frozenset({"ثمن", "رفض", "شجب", "دحض"})
"""With `و` they are nouns as well: `وثمن`, `ورفض`."""
_EVIDENCE: Final = frozenset({"أظهر", "أثبت"})
"""What shows is a document: `أظهرت البيانات ارتفاع الأسعار`, but not `أظهر اللاعب مهارة`."""
_DEMONSTRATIVES: Final = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_ADVERBS: Final = ADVERBS | {
    *("بالمقابل", "له", "لها", "لهم", "مني", "منه", "منها", "منهم", "منا", "فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"),
}
_NO_OBJECTS: Final = frozenset(
    {"function_word", "clause_opener", "relative", "nationality", "number", "title", "org_head", "person_name", "cue"}
    | {"nominal_source", "place_type", "day_part", "time_unit"}
)
"""Tags of words that begin no object: persons, adjectives, adjuncts."""
_PASSED: Final = frozenset("،,()-–—'ـ_") | {"؛"}
_RENEWED: Final = frozenset(
    {"التاكيد", "الدعوة", "الاشارة", "التزام", "رفض", "دعم", "موقف", "تاكيد", "مطالبة", "تمسك", "ادانة"}
    | {"تعهد", "شكر", "ثقة", "عزم"}
    | {"استعداد", "تضامن", "رغبة", "الشكر", "الثقة", "تحذير", "اتهام", "نفي", "وقوف", "حرص", "دعوة", "مطالب", "تهديد", "مناشدة"}
)
"""What is renewed in words: `جدد دعمه`, but not `جدد عقده`."""
_NAMERS: Final = ("أسمى", "سمى")
_THANKERS: Final = frozenset({"قدم", "رفع", "وجه", "نقل"})
"""Verbs that say something only with thanks, wishes or condolences: `قدم شكره`, but not `قدم عرضا`."""
_THANKS: Final = frozenset(
    {"شكر", "الشكر", "تهنئة", "التهنئة", "تهاني", "التهاني", "تعازي", "التعازي", "امتنان", "اعتذار", "الاعتذار"}
    | {"تحية", "التحية", "تحيات", "التحيات"}
)
_THANKFUL: Final = frozenset(
    {stem + pronoun for word in _THANKS for stem in (word, word[:-1] + "ت") for pronoun in ("ه", "ها", "هم", "هما")} | _THANKS
)
"""With a pronoun too: `شكره`, `تهنئته`."""
_HEARTY: Final = frozenset({"خالص", "جزيل", "بالغ", "اسمى", "احر", "اصدق", "وافر", "عظيم"})
_PARTICULAR: Final = _THANKERS | {"رفض", "حمل", "طلب", "تمنى", "نقل", "رأى", "أوضح", "فسر", "توقع", "جدد", "كرر"}
"""Verbs that take some objects only."""
_SEEN: Final = frozenset({"ضرورة", "اهمية", "وجوب", "استحالة", "امكانية", "صعوبة"})
"""What is seen by the mind: `يرى الخبراء ضرورة الحوار`, but not `يرى البحر`."""
_EXPLAINED: Final = frozenset({"طريقة", "كيفية", "الية", "سبب", "اسباب", "ملابسات", "تفاصيل"})
_WISHED: Final = frozenset(
    {"التوفيق", "النجاح", "السداد", "دوام", "مزيدا", "المزيد", "الشفاء", "حياة", "التقدم", "السعادة", "الرحمة", "السلامة"}
    | {"طول", "موفور", "الازدهار", "الرخاء", "كل", "الصبر", "التميز", "الاستمرار", "اقامة", "الخير"}
)
"""What is wished to somebody: `متمنيا للفريق التوفيق`."""
_ANY: Final = frozenset({"اي", "اية"})
"""Before what is denied: `نفى أي علاقة له`."""
_BLAME: Final = ("مسؤولي", "المسؤولي", "مسوولي", "تبعات", "وزر")
_TO_SOMEBODY: Final = 8
_DECLINED: Final = frozenset({"الافادة", "التعليق", "التصريح", "الادلاء", "الكشف", "الافصاح", "الحديث", "الرد", "الاجابة", "ذكر"})
"""Who declines to speak claims nothing: `رفض التعليق`."""
_NO_CLAUSES: Final = frozenset({"زال", "زالت", "يزال", "تزال", "دام", "دامت", "اذا", "بين", "بعد", "قبل", "هو", "هي"})
"""Behind `ما` they make something other than the clause of what is denied: `ما زال`, `ما بين`."""
_OF_WHAT: Final = frozenset({"نفى", "أنكر", "كذب", "فند", "رفض", "انتقد", "أدان|دان", "استنكر", "شجب", "استهجن", "أيد", "أكد"})
"""Verbs whose object may be a clause of `ما`: `نفى ما تردد عن استقالته`."""
_JUDGED: Final = _OF_WHAT - {"أكد"} | {"ثمن", "بارك", "حيا", "قدر"}
_JUDGES: Final = frozenset({"انتقد", "أدان|دان", "استنكر", "شجب", "استهجن", "هاجم", "وصف"})
"""Verbs whose object may be somebody: `انتقد الوزير البنك المركزي`."""


def object_of(document: Document, at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    """The event of a cue whose object is a noun phrase, or None.

    Examples:
        أكد وزير النقل سالم المنصوري أمس [أهمية الطريق الساحلي](kind=nominal cue=أكد)
        واقترح رئيس لجنة السير [إغلاق الجسر](kind=nominal cue=واقترح)
        أدان مجلس المدينة [الهجوم على الميناء](kind=nominal cue=أدان)
    """
    if "obj" not in reading.frame:
        return None
    if reading.pos == "participle":
        return _participle_object(document, at, reading)
    if reading.opener == "yes" and reading.entry.form not in _THANKERS:
        return None  # `بين أهمية المدارس وقربها`
    if reading.pos != "verb" or _is_passive(document, at, reading):
        return None
    if reading.entry.form in _THANKERS and (not reading.gender or _THANKFUL.isdisjoint(document.keys[at + 1 : at + _FAR + 1])):
        return None  # `أقدم له الشكر`; `قدم عرضا`
    if reading.entry.form == "حمل" and not any(map(_is_blame, document.keys[at + 1 : at + _FAR])):
        return None
    if _is_homograph(reading) and reading.proclitics and not starts_clause(document, at):
        return None
    return _Walk(document, at, reading, phrases).object()


def _is_homograph(reading: Reading) -> bool:
    """Whether a verb is spelt like a noun here: `رفض`, but not `رفضوا`."""
    return reading.entry.form in _HOMOGRAPHS and reading.tense == "perfect" and (reading.gender, reading.number) == ("m", "s")


def _is_passive(document: Document, at: int, reading: Reading) -> bool:
    """`تعتبر الرواية إضافة`: in the imperfect, what is considered is the subject."""
    told = reading.entry.form == "اعتبر" and reading.tense == "imperfect"
    return told and not document.keys[at].endswith(("ه", "ها", "هم"))


class _Walk:
    """A walk from a verb over its subject and adjuncts to its object.

    `named` says that a subject is written, `edge` where it ends, an adverb or a date behind it included; `closed` where a comma
    or a date closes it, its adjuncts included; `adjunct` that the walk is inside a prepositional phrase, where names are no
    subjects.
    """

    def __init__(self, document: Document, at: int, reading: Reading, phrases: NounPhrases) -> None:
        self.document, self.at, self.reading, self.phrases = document, at, reading, phrases
        self.mentions, self.dated, self.form = phrases.by_token, phrases.dated, reading.entry.form
        self.end = min(document.sentence_bounds[at][1], at + _FAR)
        self.particular = self.form in _PARTICULAR
        calls = self.form in ("اعتبر", *_NAMERS)
        self.considered = calls and document.keys[at].endswith(("ه", "ها", "هم"))  # `اعتبره خطأ`, `ما أسماه خطأ`
        before = document.keys[at - 1] if at else ""
        self.named, self.adjunct, self.judge = self._follows_subject(before), False, False
        self.edge = at + 1 if self.named else -1
        self.closed = self.plain = -1
        joined = reading.proclitics.startswith(("و", "ف")) or before in _JOINED or reading.number == "p"
        joined = joined or self._follows_noun(before) or (self.considered and before in WHATS)
        joined = joined or is_resumptive(document, at + 1)  # `وألقى كلمة أكد فيها أهمية الحوار`
        joined = joined or self._follows_copula()
        self.dropped = joined and not (_is_homograph(reading) and not starts_clause(document, at))

    def _follows_subject(self, before: str) -> bool:
        """Whether a name or a pronoun that is the subject stands before the verb."""
        return (self.at - 1) in self.mentions or (before in _SUBJECTS and self.form != "رفض")

    def _follows_noun(self, before: str) -> bool:
        """`المعلومات الأولية أكدت سلامة`, `المسؤول الذي طلب عدم`: a definite noun, or a relative pronoun behind a person."""
        if before in RELATIVES and self.at > 2:
            at = self.at - 2 - (self.document.keys[self.at - 2] in "،,")
            head = self.mentions.get(at)
            person = (head is not None and head.kind is PER) or "title" in self.document.words[at].tags
            if person or self.considered:  # `القرار الذي اعتبره متأخرا`
                return True
            head = relative(self.phrases, Event(self.at, self.reading, "obj", self.at + 1, self.at + 1))[1]
            return head is not None and (self.reading.tense == "perfect" or head.kind is PER)
        return before.startswith(_ARTICLE) and self.at - 1 not in self.dated

    def _follows_copula(self) -> bool:
        """`وكانت البلدية ومصادر بحرية أعلنت موعد`: the subject stands between the copula and a perfect."""
        first = self.document.sentence_bounds[self.at][0]
        return self.reading.tense == "perfect" and self.at - first <= _SUBJECT and self.document.keys[first] in _COPULAS

    def object(self) -> Event | None:
        if self.form in _EVIDENCE and not _is_document(self.document, self.at + 1):
            return None
        position = self.at + 1
        if self.dropped and not self.named and (after := past_actor(self.document, position, self.end, self.mentions)):
            self.named, self.edge, position = True, after, after
        while position < self.end:
            owned = position == self.at + 1 and self._is_owned(position)  # `إن التاجر أعلن إفلاسه`
            if (self.named or self.dropped or owned) and (first := self._object_at(position)) >= 0:
                return Event(self.at, self.reading, "obj", position, first)
            following = self._past(position)
            if following <= position:
                return None
            position = following
        return None

    def _is_owned(self, position: int) -> bool:
        key = self.document.keys[position]
        return key.endswith(("ه", "ها", "هم")) and not key.startswith("ال") and is_act(self.document, position)

    def _object_at(self, position: int) -> int:
        """Where the object begins, if it does at a token or inside its quotation mark; else -1."""
        if self.form in _NAMERS:
            return self._name_given(position)
        inside = position + ("quote" in self.document.words[position].tags and self.named)
        if inside > position and (inside >= self.end or not is_act(self.document, inside)):
            return -1
        return inside if self._is_object(inside, position - 1) else -1

    def _name_given(self, position: int) -> int:
        """Where the name begins that somebody gives to something: `ما أسماه التدخل`, `ما أسمته النقابة «الخطأ الكبير»`."""
        if position not in (self.at + 1, self.edge) or self.phrases.is_human(position):
            return -1
        return position + ("quote" in self.document.words[position].tags)

    def _is_object(self, position: int, before: int) -> bool:
        """Whether the object begins at a token, behind a mark that opens there or behind the token before."""
        document, first, key = self.document, position == self.at + 1, self.document.keys[position]
        if self.form == "توقع" and self.named and _is_expected(document, position):
            return True  # `توقعت الهيئة في تقريرها، بمشيئة الله، أمطارا`
        apart = key in FOCUSING or position in self.dated
        far = position > self.at + _WINDOW and document.padded_keys[position - 1] not in ("،", ",")
        if apart or far or not (first or position in (self.edge, self.plain) or self._closes(before)):
            return False
        if (told := self._of_form(position, key, before)) is not None:
            return told
        mention = self.mentions.get(position)
        if mention is not None:
            begins = mention.span.start >= document.starts[position] and not key.startswith("و")
            return self.judge and begins and position == self.edge and mention.kind in (ORG, LOC)
        if is_act(document, position) or (position == self.edge and self._is_judged(position)):
            return True
        if self.considered and (self.named or self.dropped) and (first or position == self.edge):
            quantified = key in QUANTIFIERS and self.reading.proclitics == "و"  # `تعتبره أغلب المنظمات`: the subject
            return _is_plain_noun(document, position) or quantified or _is_expected(document, position)
        if position == self.plain and position > self.at + 2 and self._follows_adjective(position):
            return True
        if position == self.closed and is_definite_act(document, position):
            return True  # `أعلن الوزير فلان، الانتهاء من المشروع`
        if position != self.edge and not (first and self.dropped):
            return False
        if self.named and self._is_whole(position):
            return True
        if self.named and (_is_plain_noun(document, position) or key in _DEMONSTRATIVES):
            return True
        free = self.named or not document.words[position].tags & {"nominal_source", "title", "org_head"}
        return free and is_definite_act(document, position)

    def _follows_adjective(self, position: int) -> bool:
        """`أدان مسؤول أممي | الهجوم`, `رفض متحدث عسكري | هذه التهم`: an object behind a subject without the article."""
        return (
            is_definite_act(self.document, position)
            or self.document.keys[position] in _DEMONSTRATIVES
            or self._is_judged(position)
            or self._is_whole(position)
        )

    def _is_whole(self, position: int) -> bool:
        """`نفى المتحدث | كل هذه التهم`."""
        if self.document.keys[position] not in _WHOLE or self.form not in _OF_WHAT:
            return False
        return self.document.padded_keys[position + 1] in _DEMONSTRATIVES or is_definite_act(self.document, position + 1)

    def _of_form(self, position: int, key: str, before: int) -> bool | None:
        """Whether an object stands at a token, for verbs that take some objects only; None if the verb does not tell."""
        if not (self.particular or key == "ما" or key in _ANY):
            return None
        document, first = self.document, position == self.at + 1
        if self.form == "رفض" and key in _DECLINED:
            return False
        if key in _ANY and self.reading["polarity"] == "-":
            return self.named or self.dropped
        if key == "ما" and self.form in _OF_WHAT:
            return (first or position in (self.edge, self.plain)) and _is_what_clause(document, position)
        if self.form == "حمل":
            return _is_blame(key)
        if self.form == "طلب" and self.adjunct and self._closes(before) and is_definite_act(document, position):
            return True  # `طلب من الوزير التدخل`
        if self.form == "تمنى" and self.adjunct is False and self.named and key in _WISHED:
            return True  # `تمنى المدرب للفريق التوفيق`
        if self.form == "نقل" and not (self.named and starts_clause(document, self.at)):
            return False  # `طلب الرئيس نقل تحياته`
        if self.form in _THANKERS:
            return _is_thanks(document, position)
        if self.form == "رأى":
            return key in _SEEN
        if self.form == "فسر" or (self.form == "أوضح" and key in _EXPLAINED):
            return key in _EXPLAINED
        if self.form == "توقع" and position in (self.at + 1, self.edge) and key in ("المزيد", "مزيدا"):
            return True
        if self.form in ("جدد", "كرر"):
            return not _RENEWED.isdisjoint((key, *_without_pronoun(key)))
        return None

    def _is_judged(self, position: int) -> bool:
        """`ثمن فلان الوقفة الصادقة`, `نفى المتحدث بيان الوزارة`: what is praised, blamed or denied is any thing."""
        if not self.named or self.form not in _JUDGED:
            return False
        word, source = self.document.words[position], self.document.words[position].get("nominal_source")
        if source is not None and source["document"] == "yes":
            return True
        named = position - 1 in self.mentions
        return named and word.key.startswith(_ARTICLE) and word.kind is WORD and not word.tags & _NO_OBJECTS

    def _closes(self, position: int) -> bool:
        """Whether a noun phrase can end with a token, so that what follows begins another."""
        word, key = self.document.words[position], self.document.keys[position]
        if word.kind is not WORD or key in _ADVERBS or position in self.mentions or position in self.dated:
            return True
        if key in ADJUNCTS or "function_word" in word.tags:
            return False
        definite = len(key) > 3 and key.startswith(("ال", "لل", "بال", "وال"))
        return definite or key.endswith(("ه", "ها", "هم", "ي", "ية", "يون", "ون"))

    def _past(self, position: int) -> int:
        """The token behind what stands at one: a name, a date, a mark, a word; the same token if the walk ends here."""
        document, word, key = self.document, self.document.words[position], self.document.keys[position]
        if key in MEANWHILE_OPENS and (after := past_adverbial(document, position)) > position:
            self.edge = after if position == self.edge else self.edge
            return after
        mention = self.mentions.get(position)
        if mention is not None and mention.span.start >= document.starts[position]:
            after = document.token_at(mention.span.end - 1) + 1
            self._name(mention, position, after)
            return after
        if key in _ADVERBS or position in self.dated:
            self.edge += position == self.edge
            self.closed = position + 1 if self.named or self.dropped else -1
            return position + 1
        if word.kind is not WORD and word.kind is not NUMBER:
            return self._past_mark(position, key)
        if key in COMPLEMENTISERS or ("cue" in word.tags and other_cue(document, position)):
            return position
        if key in ANAPHORIC and position == self.edge:
            self.edge += 1  # `ونفى المصدر ذاته | ما تردد`
            return position + 1
        if key in RELATIVES:
            closing = "-–—" if document.padded_keys[position - 1] in ("-", "–", "—") else "،,"  # `الرئيس -الذي عاد أمس- الهجوم`
            comma = next((i for i in range(position, self.end) if document.keys[i] in closing), position)
            if comma > position and self.named and not self.adjunct:
                self.edge = comma + 1
            return comma + 1 if comma > position else position
        return position + 1 if self._is_subject(position, key) else position

    def _past_mark(self, position: int, key: str) -> int:
        document = self.document
        if "quote" in document.words[position].tags:
            if position - 1 not in self.mentions or position in document.closing:
                return self._past_marks(position)
            self.edge += position == self.edge
            return position + 1  # the mark that closes a name: `معرض «روح المدينة»`
        self.adjunct = self.adjunct and key not in "،,"
        self.closed = position + 1 if key in "،," and position in (self.edge, self.closed) else -1
        return position + 1 if key in _PASSED or is_abbreviation(document, position) else position

    def _is_subject(self, position: int, key: str) -> bool:
        """Whether a word can be a part of the subject or of an adjunct: what follows the verb must begin one of them."""
        first, several = position == self.at + 1, key.endswith("ون")
        definite = several or (key.startswith("ال") and len(key) > _SHORT)
        if key in ADJUNCTS:
            self.adjunct = True
        elif not self.adjunct and (first or several or key.startswith("ال")) and self.phrases.is_human(position):
            self.named = True
            self.plain = position + 1 if first and not definite else -1
        elif position == self.plain:
            self.plain = position + 1 if self._is_adjective(position) else -1
        elif first and self.phrases.is_construct_plural(position):
            self.named = True  # `مديرو الأقسام`
        elif first and (definite or self.phrases.is_single_name(position) or self.phrases.is_unknown_name(position)):
            self.named, self.edge = True, position + 1
        elif first:
            return False
        if definite and self.named and not self.adjunct:
            self.edge = position + 1
        return True

    def _is_adjective(self, position: int) -> bool:
        """Whether an adjective without the article stands behind a noun, or another behind such a one: `مسؤول أمني رفيع`."""
        word, relational = self.document.words[position], self.document.keys[position].endswith(("ي", "ية", "يون", "يان"))
        if word.kind is not WORD or word.key.startswith(_ARTICLE):
            return False
        return relational or "nationality" in word.tags or position > self.at + 2

    def _name(self, mention: Mention, position: int, after: int) -> None:
        joined = position == self.edge and self.document.keys[position].startswith("و")  # `أدان المجلس والولايات المتحدة`
        if self.adjunct or (mention.kind is LOC and position > self.at + 1 and not joined):
            return
        self.named, self.edge = True, after
        self.judge = self.form in _JUDGES and mention.kind in (PER, ORG, LOC)

    def _past_marks(self, position: int) -> int:
        close = self.document.closing.get(position, self.end)
        if close >= self.end or close - position > _QUOTED_NAME:
            return position
        if not self.adjunct:
            self.named, self.edge = True, close + 1
        return close + 1


def _is_blame(key: str) -> bool:
    """What somebody is made to bear: `مسؤولية`, `تبعات`."""
    return key.startswith(_BLAME)


def _is_document(document: Document, at: int) -> bool:
    source = document.padded_words[at].get("nominal_source")
    return source is not None and source["document"] == "yes"


def _without_pronoun(key: str) -> tuple[str, ...]:
    """The word, and the word with its feminine ending, without a pronoun: `شكره`, `تهنئته`."""
    bare = key.removesuffix("هما").removesuffix("هم").removesuffix("ها").removesuffix("ه")
    return (bare, bare[:-1] + "ة") if bare.endswith("ت") else (bare,)


def _participle_object(document: Document, at: int, reading: Reading) -> Event | None:
    """`نافيا وجود خلاف`, `مؤكدة ضرورة الحوار`, `مثمنا الجهود`: what stands behind an adverbial participle is its object."""
    end = document.sentence_bounds[at][1]
    if not is_adverbial(document, at, reading) or at + 1 >= end:
        return None
    if reading.entry.form in _THANKERS:
        return Event(at, reading, "obj", at + 1, at + 1) if _is_thanks(document, at + 1) else None
    if reading.entry.form == "تمنى" and document.keys[at + 1].startswith("ل"):
        wished = next((i for i in range(at + 2, min(at + _TO_SOMEBODY, end)) if document.keys[i] in _WISHED), 0)
        return Event(at, reading, "obj", wished, wished) if wished else None
    if reading.entry.form in ("رأى", "أوضح", "بين", "فسر") and not is_act(document, at + 1):
        return None
    if reading.entry.form == "جدد" and _RENEWED.isdisjoint((document.keys[at + 1], *_without_pronoun(document.keys[at + 1]))):
        return None  # `مجددا طرحوا السؤال`: again
    if reading.entry.form == "حمل":  # `محملا الوزارة مسؤولية الإغلاق`
        blamed = next((i for i in range(at + 1, min(at + _TO_SOMEBODY, end)) if _is_blame(document.keys[i])), 0)
        return Event(at, reading, "obj", blamed, blamed) if blamed else None
    at, cue = past_adverbial(document, at + 1) - 1, at
    if at + 1 >= end:
        return None
    noun = (
        is_act(document, at + 1)
        or is_definite_act(document, at + 1)
        or _is_plain_noun(document, at + 1)
        or document.keys[at + 1] in _DEMONSTRATIVES
        or (document.keys[at + 1] in _ANY and reading["polarity"] == "-")
        or (reading.entry.form in _OF_WHAT and document.keys[at + 1] == "ما" and _is_what_clause(document, at + 1))
    )
    return Event(cue, reading, "obj", at + 1, at + 1) if noun else None


def _is_what_clause(document: Document, at: int) -> bool:
    """Whether `ما` opens a clause that stands for a noun: `ما تردد عن استقالته`, but not `ما زال`."""
    return document.padded_words[at + 1].kind is WORD and document.keys[at + 1] not in _NO_CLAUSES


def _is_thanks(document: Document, at: int) -> bool:
    """`شكره`, `خالص تعازيه`, `الشكر`."""
    return document.padded_keys[at + (document.keys[at] in _HEARTY)] in _THANKFUL


def _is_expected(document: Document, position: int) -> bool:
    """An indefinite accusative that is no adverb: `هطولا`, `ارتفاعا`."""
    word = document.words[position]
    adverb = word.key in _ADVERBS or "function_word" in word.tags
    return word.kind is WORD and word.surface.endswith(TANWIN) and word.key.endswith("ا") and not adverb


def _is_plain_noun(document: Document, position: int) -> bool:
    """An indefinite noun that is neither adjective nor adjunct nor a person."""
    return _is_plain(document.lexicon, document.words[position])


@lru_cache(KEPT_WORDS)
def _is_plain(lexicon: Lexicon, word: Word) -> bool:
    key = word.key
    if (
        word.kind is not WORD
        or word.tags & _NO_OBJECTS
        or key.startswith(("لل", "بال", "ال", "و"))
        or word.surface.endswith(("ً", "ٍ"))
    ):
        return False
    if key[0] in "بل" and lexicon.look_up(key[1:]):
        return False
    return len(key) > 2 and not any(r.preposition in ("ب", "ل") for r in word.readings)

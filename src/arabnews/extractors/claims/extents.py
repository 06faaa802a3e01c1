"""How far a noun phrase reaches: what goes on with it, and what begins something else."""

from __future__ import annotations

import re
from typing import Final

from arabnews.enums import LOC, NAME, ORG, PER
from arabnews.extractors.claims.anonymity import REFUSALS, withholds_name
from arabnews.extractors.claims.covered import Covered
from arabnews.extractors.claims.event import COMPLEMENTISERS, TANWIN, is_abbreviation
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import Mention
from arabnews.text.tokens import BREAK, NUMBER, WORD

ADJUNCTS: Final = frozenset(
    {"في", "خلال", "عبر", "عقب", "على", "اثناء", "امام", "لدى", "بعد", "قبل", "منذ", "حول", "بشان", "عن"}
    | {"ضمن", "عند", "مع", "من", "الى", "ان", "اثر", "بشكل", "بصوت", "حتى", "طيلة", "طوال"}
)
RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي"})
_OBJECTS: Final = frozenset(
    {"النقاب", "الستار", "اللثام", "الضوء", "التاكيد", "تاكيده", "تاكيدها", "الدعوة", "دعوته", "دعوتها"}
    | {"التشديد", "رفضه", "رفضها", "نقلا", "القول"}
    | {"ردا", "تعليقا", "تعقيبا", "قائلا", "قائلة", "قائلين", "مضيفا", "مضيفة", "بشرط", "شريطة"}
)
"""Objects and adverbs of verbs of saying, at which no speaker goes on."""
QUANTIFIERS: Final = frozenset(
    {"عدد", "بعض", "احد", "احدى", "كثير", "عديد", "عشرات", "مئات", "الاف", "معظم", "غالبية", "جميع", "كل"}
    | {"العديد", "الكثير", "البعض", "الاغلبية", "الغالبية", "اغلب", "اغلبية", "كبار", "كلا", "كلتا", "سائر"}
    | {"مختلف", "كافة", "باقي", "بقية"}
)
GROUPS: Final = frozenset({"مجموعة", "ثلة", "نخبة", "حشد", "جمع", "جمهرة", "جملة", "قلة", "كثرة"})
"""Singulars for a number of people, with which a verb is often written in the masculine."""
_COLLECTIVES: Final = frozenset({"سكان", "أهالي", "ناس", "أنصار", "جمهور", "شعب"})
_THESE: Final = frozenset({"هذا", "هذه", "ذلك", "تلك", "هؤلاء"})
ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "انفسهم", "المذكور", "المذكورة"})
ADVERBS: Final = frozenset(
    {"ايضا", "كذلك", "انذاك", "حينها", "وقتها", "حينئذ", "مجددا", "رسميا", "مؤخرا", "سابقا", "لاحقا", "حاليا", "مرارا", "اخيرا"}
    | {"بشدة", "بقوة", "صراحة", "علنا", "تحديدا", "جليا", "جهارا", "جديا", "نسبيا", "علنيا", "شفهيا", "خطيا"}
    | {"اليوم", "امس", "معا", "جميعا", "سويا", "بالفعل", "بصراحة", "بوضوح", "بدوره", "بدورها", "بدورهم", "فعلا", "شخصيا"}
)
"""They stand beside a speaker and are no part of him: `الفريق آنذاك`."""
FOCUSING: Final = frozenset({"خصوصا", "عموما", "حصرا", "اساسا", "تحديدا"})
"""Adverbs that look like the object of a verb."""
_RESUMED: Final = frozenset({"فان", "فانه", "فانها", "فانهم"})
HUMAN_TAGS: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "nationality"})
_PUBLISHED: Final = frozenset({"صادر", "صادرة", "منشور", "منشورة", "الصادر", "الصادرة", "المنشور", "المنشورة"})
"""They tell when and where a document came out, which is no part of its name."""
_NEGATIONS: Final = frozenset({"لم", "لن", "لا", "ليس", "ليست", "سوف", "قد", "ما", "وقد", "ولم", "ولا"})
"""They begin a predicate: `أعضاء اللجنة | لم يجدوا`."""
_BLESSINGS: Final = frozenset({"صلى", "رضي", "رحمه", "حفظه", "رعاه", "ايده", "سبحانه", "تعالى", "وفقه", "سلمه"})
_STOPS: Final = RELATIVES | {"و" + relative for relative in RELATIVES} | _RESUMED
_PREDICATES: Final = {"ل", "ب"} | _NEGATIONS | _BLESSINGS | (COMPLEMENTISERS - {"ان", "اني", "فان", "بان", "وان"})
_AFTER_FA: Final = frozenset(
    {"سوف", "قد", "لا", "لم", "لن", "هناك", "هو", "هي", "هم", "ليس", "ليست", "كان", "كانت", "في", "من", "على"}
)
_GOING_ON: Final = frozenset({"وتم", "وتمت", "وكان", "وكانت", "واخذ", "واخذت", "وبدا", "وبدات", "وراح", "وراحت", "وليس", "وهناك"})
"""They begin another clause: `السكان | وتم إغلاق الطريق`."""
_NAMES: Final = frozenset({"person_name", "place", "place_alias"})
_EVERYDAY: Final = frozenset({"common_word", "counted", "act_noun", "field", "number_label"})
_DIRECTIONS: Final = frozenset({"شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"})
_CONCERNED: Final = ("معني", "مختص", "مكلف", "خاص", "متعلق", "مهتم", "ملم", "مولع", "متخصص", "معروف", "مرتبط")
"""Adjectives with `ب`."""
_PRONOUNS: Final = ("ته", "تها", "تهم", "ه", "ها", "هم")
_HEARERS: Final = frozenset(
    {"للصحافيين", "للصحفيين", "للاعلاميين", "للصحافة", "للاعلام", "لوسائل", "لمجموعة", "لعدد", "لبرنامج", "لاذاعة", "للاذاعة"}
    | {"لمراسل", "لمراسلة", "لمندوب", "لموفد", "لمحرر"}
)
"""To whom something was said."""
_VERBAL_NOUN: Final = re.compile(r"(?:ت..ي.|است..ا.|ا.ت.ا.|ان..ا.)ة?\Z")
"""Verbal nouns that their pattern tells: `توضيح`, `استقبال`."""
_OCCASIONS: Final = frozenset(
    {"ختام", "مستهل", "اعقاب", "سياق", "اطار", "معرض", "رد", "تعليق", "نهاية", "بداية", "اثناء", "حوار", "لقاء", "اجتماع"}
)
"""When something is said: `في ختام الجلسة`, `في معرض حديثه`."""
_POINTS: Final = frozenset({"افتتاح", "استقبال", "زيارة", "جولة", "كلمة", "خطاب"})
_BACK: Final = frozenset({"به", "بها", "عليه", "عليها"})
"""Behind a verb, they refer back to the noun before it."""
BRACKETED: Final = 6
_NO_SECOND: Final = frozenset({"person_name", "nationality", "function_word"})
_SPEAKERS: Final = frozenset({"title", "nominal_source"})


class Extents(Covered):
    """Finds where noun phrases end, with the mentions and dates of the document at hand."""

    def end_of(self, start: int, end: int) -> int:
        """The token before which the phrase that starts at a token ends."""
        document, by_token, dated = self.document, self.by_token, self.dated
        keys, words, at = document.keys, document.words, start
        named: Mention | None = None
        while at < end:
            if keys[at] == "(" and at == start + 1 and (name_end := self._past_brackets(start, end)) > at:
                at = name_end
                continue
            mention = by_token.get(at)
            if named is not None and mention is not named and keys[start] != "كل":
                break
            if (at in dated or _may_stop(words[at])) and self._is_stop(at, start):
                break
            if at > start and self._begins_something(at, start):
                break
            if mention is not None and mention.kind is PER and mention.form is NAME:
                named = mention
                if mention.title is None:
                    at = min(document.token_at(mention.span.end - 1) + 1, end)
                    continue
            if "quote" in words[at].tags:
                close = document.closing.get(at, end)
                if close >= end or close - at > 5:
                    break
                at = close + 1
                continue
            if at > start and keys[at] in ADJUNCTS and not self._is_inner(at, start, end):
                break
            at += 1
        if at > start + 1 and keys[at - 1] in _PUBLISHED:
            at -= 1  # `تقارير صادرة | صباح اليوم`
        return at

    def _is_stop(self, at: int, start: int) -> bool:
        """A mark, a break, a date, a demonstrative, a relative pronoun: nothing goes on there."""
        word = self.document.words[at]
        key, kind = word.key, word.kind
        if kind is not WORD and (kind is BREAK or (key in "،,:()-–؛." and not is_abbreviation(self.document, at))):
            return True
        if key in _STOPS or at in self.dated:
            return True
        if at == start:
            return False
        if kind is NUMBER and self._counts(at):
            return True  # `وزير التعليم | 12 شرطا`
        if key in _PREDICATES or (key[0] in "لوف" and self._is_resumed(at)):
            return True
        if "ordinal" in word.tags and not key.startswith("ال") and self.document.keys[at - 1].startswith("ال"):
            return True  # `تلقت الإدارة | أولى الأخبار`
        if key in _THESE:
            return self._is_closed(at - 1)
        return key in REFUSALS and withholds_name(self.document, at) > 0

    def _counts(self, at: int) -> bool:
        """Whether a number is that of the things behind it: `12 شرطا`, not `التقرير الـ51 للهيئة`."""
        if at in self.by_token or at + 1 >= len(self.document.keys) or self.document.keys[at - 1] == "ال":
            return False
        return any(r.tag == "counted" and not r.proclitics for r in self.document.words[at + 1].readings)

    def _is_resumed(self, at: int) -> bool:
        """Whether a clause goes on at a token: `وحسب مدرب الفريق | فسوف يغيب اللاعب`, `فلإجراء`, `فإن`."""
        word = self.document.words[at]
        key, initial = word.key, word.key[0]
        if initial == "ل":
            verb = key[1:2] in ("ي", "ت") and any(r.pos == "verb" for r in word.all("cue"))
            return verb and at not in self.by_token  # `الكاتب | ليقول`
        if initial == "و":
            if key[1:2] == "ي" and word.tags <= {"common_word"} and len(key) > len("ويوم"):
                return at not in self.by_token  # `المواطن | ويلبي رغباته`
            return key in _GOING_ON
        if at in self.by_token:
            return word.surface.startswith("فإن")
        return word.key[1:] in _AFTER_FA or (bool(word.readings) and all(r.proclitics.startswith("ف") for r in word.readings))

    def _begins_something(self, at: int, start: int) -> bool:
        """Whether an adverb, an object, an addressee or another noun phrase begins at a token."""
        document, by_token = self.document, self.by_token
        keys, word = document.padded_keys, document.words[at]
        # Most rules are of words with one clitic, or behind a definite word: others are not asked.
        key, before = keys[at], keys[at - 1]
        initial, definite = key[0], (article := before[:2]) == "ال"
        if initial == "ل":
            if len(key) > len("لهم") + 1 and key.endswith(("ها", "هم")) and at not in by_token:
                return True  # `الشركة | لضيوفها`
            if self._is_outlet(start, at):
                return True
            if key.startswith("لل") and at == start + 1 and self._is_addressed(start):
                return True
        if keys[at + 1] in _BACK and initial not in "مو" and key[-1] != "ة" and not key.startswith("ال"):
            return True  # `بيان | توصلت به الصحيفة`
        if key in _OBJECTS or (key in ADVERBS and self._is_adverb(at)):
            return True
        if at in self.ascribing or (not word.surface.isalpha() and word.surface.endswith(TANWIN) and key not in ADVERBS):
            return True
        if (definite or article == "لل") and self._begins_another(start, at):
            return True
        if initial == "ا" and at > start + 2 and self._is_past_where(at):
            return True
        if key[-1] == "ا" and (definite or "quote" in document.words[at - 1].tags) and self.is_accusative(at):
            return True  # `النادي | بيانا`, `برنامج «المرسى» | أسرارا`
        if initial == "ب" and self._is_manner_noun(start, at):
            return True
        if (place := by_token.get(start)) is not None and place.kind is LOC and self._is_past_place(place, start, at):
            return True
        if at > start + 1 and not definite and (initial == "ا" or at in by_token) and self._is_past_adjective(start, at):
            return True
        return at == start + 1 and keys[start][-1] in "نها" and self._is_closed_plural(start, at)

    def _is_past_where(self, at: int) -> bool:
        """`المحكمة في حلب | القرار`: behind where somebody is, a definite noun that is no adjective, role or name."""
        document, word, place = self.document, self.document.words[at], self.by_token.get(at - 1)
        if place is None or place.kind is not LOC or document.keys[at - 2] != "في" or at in self.by_token:
            return False
        adjective = word.key.endswith(("ي", "ية", "ة", "ين", "ون")) or bool(word.tags & {"title", "person_name", "nationality"})
        return word.key.startswith("ال") and not adjective

    def _is_addressed(self, start: int) -> bool:
        """`أوعزت الحكومة | للأجهزة`: a definite noun of a body, with nothing behind it, takes no `ل`."""
        word = self.document.words[start]
        return word.key.startswith("ال") and start not in self.by_token and bool(word.tags & {"org_head", "nominal_source"})

    def is_accusative(self, at: int) -> bool:
        """An indefinite accusative, that no verb has for its subject: `حربًا`, `احتمالا`."""
        word = self.document.words[at]
        if at in self.by_token or not word.tags.isdisjoint(_NAMES):
            return False
        if word.surface.endswith(TANWIN):
            return True
        key = word.key
        if key[-1:] != "ا" or len(key) <= 3 or key.endswith(("ها", "نا")) or key.startswith("ال"):  # `البابا`
            return False
        dual = any(r.number == "d" and r.case == "nom" for r in word.readings)
        if dual and not self.document.padded_keys[at + 1].startswith("لل"):
            return False  # `وزيرا النقل والبحر`, not `بلاغا للقضاء`
        return any(r.tag not in ("person_name", "place") for r in self.document.lexicon.look_up(word.key[:-1]))

    def _is_manner_noun(self, start: int, at: int) -> bool:
        """`علماء الفريق | بالحيرة`: `ب` with the article before no place or body belongs to the verb; `المعنية بالبيئة`."""
        word, before = self.document.words[at], self.document.keys[at - 1].removeprefix("ال")
        if at in self.by_token or before.startswith(_CONCERNED):
            return False
        if at - 1 in self.by_token or "person_name" in self.document.words[at - 1].tags:
            return False  # `جو باجر`
        if not word.key.startswith("بال"):  # `الحكومتان | بجهد`
            bare = bool(word.readings) and all(r.proclitics == "ب" for r in word.readings)
            return bare and word.tags <= _EVERYDAY and "title" not in self.document.words[start].tags
        nouns = [r for r in word.readings if r.proclitics == "بال"]
        return all(r.tag in _EVERYDAY for r in nouns) and not word.tags - _EVERYDAY

    def _is_inner(self, at: int, start: int, end: int) -> bool:
        """Whether a prepositional phrase belongs to the noun: `المتحدث في الوزارة`, `عدد من السكان`, not `في بيان`."""
        document, key = self.document, self.document.keys[at]
        if key == "من" and at == start + 1 and (document.keys[start] in QUANTIFIERS or document.keys[start] in GROUPS):
            return True
        if at + 1 in self.dated or (at + 1 < end and (self._is_his_own(at + 1) or self._is_occasion(at + 1))):
            return False
        medium = document.hit_at(at + 1, "medium") if at + 1 < end else None
        heads = document.words[start].tags & {"title", "nominal_source"}
        if key == "في" and not (self._is_person(start) or "title" in heads):  # `الوكالة | في معلومات`
            return bool(heads) and at + 1 < end and self._is_place(at + 1)
        return key in ("في", "من", "لدى", "عن") and medium is None and bool(heads)

    def _is_place(self, at: int) -> bool:
        mention = self.by_token.get(at)
        return "place_type" in self.document.words[at].tags or (mention is not None and mention.kind is LOC)

    def _past_brackets(self, start: int, end: int) -> int:
        """Past a name set in brackets behind its noun: `صحيفة (الميناء)`."""
        keys, at = self.document.keys, start + 1
        if not self.document.words[start].tags & {"quoted_name_head", "org_head"}:
            return at
        return next((close + 1 for close in range(at + 2, min(at + BRACKETED, end)) if keys[close] == ")"), at)

    def _is_closed(self, at: int) -> bool:
        """Whether a demonstrative behind a token begins another phrase: `مصدر آخر | هذه المعلومات`, not `رئيس هذه اللجنة`."""
        key = self.document.keys[at]
        return key.startswith("ال") or key in ("اخر", "اخرى", "اخرون") or key.endswith("ية") or at in self.by_token

    def _is_adverb(self, at: int) -> bool:
        """An adverb; `صحيفة اليوم` is a paper."""
        if (named := self.by_token.get(at + 1)) is not None and named.kind is PER:
            return False  # `عضو المجلس سابقا فلان`
        return self.document.keys[at] != "اليوم" or "quoted_name_head" not in self.document.words[at - 1].tags

    def _is_past_adjective(self, start: int, at: int) -> bool:
        """`منصات يمنية | الصورة`: behind an indefinite adjective no definite noun goes on, unless it is a name's."""
        document, before = self.document, self.document.words[at - 1]
        indefinite = document.keys[start][:2] != "ال" and before.key[:2] != "ال"
        place = self.by_token.get(at)
        if indefinite and place is not None and place.kind is LOC and not document.keys[at].endswith("ية"):
            return "nationality" in before.tags and at - 1 not in self.by_token  # `جهات فرنسية | قطر`
        if not indefinite or not document.keys[at].startswith("ال") or place is not None:
            return False
        several = before.key.endswith("ية") and self._are_several(start)  # `حكومات غربية | الحزب`
        if several and at - 1 == start + 1 and "title" not in self.document.words[start].tags:
            return at - 1 not in self.by_token
        return "nationality" in before.tags and "person_name" not in before.tags and at - 1 not in self.by_token

    def _is_past_place(self, place: Mention, start: int, at: int) -> bool:
        """`نبهت الإمارات | مندوبة المنظمة`: a country that speaks takes no genitive; `الإمارات والكويت`."""
        if self.by_token.get(at) is place:
            return False
        return place.span.start >= self.document.starts[start] and self.document.keys[at][0] != "و"

    def _is_closed_plural(self, start: int, at: int) -> bool:
        """`متابعون | مخرج المسلسل`: a plural with its nun takes no genitive, only adjectives, `و`, `في`, `من`."""
        key = self.document.keys[at]
        word = self.document.words[start]
        if word.key.endswith(("وه", "وها")) and len(word.key) > len("ناشروه") - 1 and not word.tags:
            return not key.startswith("ال")  # `مروجوه | قيام المدير`
        people = word.key.endswith("ون") and len(word.key) > 5 and word.tags & {"title", "nominal_source"}
        return (
            (self.is_sound_plural(start) or bool(people))
            and not key.endswith(("ون", "ين"))
            and key[0] != "و"
            and key not in ADJUNCTS
        )

    def _begins_another(self, start: int, at: int) -> bool:
        """Whether a second noun phrase begins behind a definite noun: `التقرير | الجيش الأميركي`, `الغرفة | قيامها`."""
        document, word, mention = self.document, self.document.words[at], self.by_token.get(at)
        key, definite = word.key, word.key.startswith("ال")
        if self._is_second(start, at) or (not definite and mention is None and self._are_others(start, at)):
            return True
        if mention is not None and mention.kind is not PER and mention.span.start >= document.starts[at]:
            own = not definite and any(reading.proclitics for reading in word.readings)
            return not own and "nationality" not in word.tags
        if definite:  # `الثقافة البحرية | الشركات الكبرى`
            return key.endswith("ات") and document.keys[at - 1].endswith("ية") and len(key) > len("الات") + 1
        role = word.kind is not WORD or bool(document.words[start].tags & {"title", "person_name"})
        if role and "common_word" in word.tags and at > start + 1:
            if _VERBAL_NOUN.match(key):
                return True  # `أراد مدير الشركة | توضيح الأمر`
            role = False
        if role or mention is not None or not word.tags or key in ANAPHORIC:
            return False
        following = document.keys[at + 1 : at + 2]
        if word.tags <= _EVERYDAY and "common_word" in word.tags and key not in _DIRECTIONS:
            following = []  # `الطوارئ | طريقة التوزيع`
        closed = word.tags & {"function_word", "nationality", "number", "person_name", "title", "quote"}
        return not (closed or key[0] in "بلكو" or (following and following[0].startswith("ال")))

    def _is_second(self, start: int, at: int) -> bool:
        """A definite noun, or one with a pronoun, behind a definite word, that is no adjective: `اللاعب | براعته`.

        `عميد المعهد الملكي | المؤسسات العمومية`, `الوزير | الحكومة`, `المدير | العاملين`.
        """
        document, key = self.document, self.document.keys[at]
        tags, previous = document.words[at].tags, document.keys[at - 1]
        if at in self.dated or not tags.isdisjoint(_NO_SECOND) or key in ANAPHORIC:
            return False
        if key[-1] in "هام" and self._are_his(at):
            return True
        title = document.words[at].get("title") if "title" in tags else None
        if title is not None and title.number not in ("p", "d"):
            return False
        if not key.startswith("ال"):
            if title is not None:
                return (
                    previous.startswith("ال") and "nationality" in document.words[at - 1].tags
                )  # `الرئيس اليمني | سكان المدينة`
            if not key.endswith(_PRONOUNS) or not self._is_possessed(key):
                return False
            return key[0] not in "بلوف" or not self.document.lexicon.look_up(key[1:])
        if self._are_people(at) and not self._are_several(start) and key[-2:] != previous[-2:]:
            return True  # `الحكومة المحلية | الأهالي`
        relational = key.endswith(("ية", "يين", "يون", "يات")) or (key[-1] == "ي" and "org_head" not in tags)  # not `النادي`
        if relational or self.by_token.get(at) is self.by_token.get(at - 1) is not None:
            return False
        short = len(key) == len("الضوء") and key[3] != "ا" and tags <= _EVERYDAY and "common_word" in tags
        if short and at == start + 1 and "title" in document.words[start].tags and previous.startswith("ال"):
            return True  # `وسلط الكاتب | الضوء`
        if key.endswith("ات"):
            return not previous.endswith("ات")
        if key.endswith("ين") and len(key) > 6:
            things = document.keys[start].endswith("ات")  # `السلطات التركية | التنظيمين`
            single = "title" in document.words[start].tags or not self._are_several(start)
            return (things or (at == start + 1 and single)) and not previous.endswith("ين")
        agrees = key.startswith("الم") and key.endswith("ة") and previous.endswith("ة")  # `الجهة المنظمة`: as well a participle
        source = document.words[at].get("nominal_source")
        body = "org_head" in tags or (source is not None and source["kind"] != "PER")  # `المدير المشارك`: a participle
        return body and at not in self.by_token and not agrees

    def _are_his(self, at: int) -> bool:
        """`المدرب | لاعبيه`, `النجم السابق | محاميه`: people by what they are to the one before them."""
        key = self.document.keys[at]
        if not key.endswith(("ها", "هم", "ه")) or at in self.by_token:
            return False
        stem = key[:-1] if key[-1] == "ه" else key[:-2]
        return len(stem) > len("عضو") and any(r.tag == "title" and not r.proclitics for r in self.document.lexicon.look_up(stem))

    def _are_others(self, start: int, at: int) -> bool:
        """`الوزير | كل الموظفين`, `المدرب | لاعبي الفريق`: a definite noun takes no genitive; what has the article is none."""
        document, key = self.document, self.document.keys[at]
        if key in QUANTIFIERS:
            return key not in ("احد", "احدى") and document.padded_keys[at + 1].startswith("ال")
        if document.words[at].tags.isdisjoint(_SPEAKERS):
            return False
        readings = [r for r in document.words[at].readings if r.tag in _SPEAKERS and not r.proclitics]
        plural = any(r.number == "p" or r.entry.form in _COLLECTIVES for r in readings)
        return plural and not self._are_several(start)

    def _are_people(self, at: int) -> bool:
        """Whether a noun for several people stands at a token: `السكان`, `المواطنين`."""
        source = self.document.words[at].get("nominal_source")
        return source is not None and source["kind"] == "PER" and (source.number == "p" or source.entry.form in _COLLECTIVES)

    def _are_several(self, at: int) -> bool:
        word = self.document.words[at]
        plural = any(r.number == "p" and r.tag in ("title", "nominal_source", "counted") for r in word.readings)
        return plural or word.key in QUANTIFIERS or word.key in GROUPS or self._are_people(at)

    def _is_person(self, at: int) -> bool:
        """Whether a noun of a person without a name stands at a token: `مصدر`, `شاهدة`."""
        source = self.document.words[at].get("nominal_source")
        return source is not None and (source["kind"] == "PER" or source["anonymous"] == "yes")

    def _is_outlet(self, start: int, at: int) -> bool:
        """`لصحيفة الميناء`, `لموقع النادي`, `لـCNN`: to whom it was said."""
        word = self.document.words[at]
        mention = self.by_token.get(at)
        if word.key in _HEARERS:
            return True
        if at == start + 1 and (source := self.document.words[start].get("nominal_source")) is not None and source["document"]:
            return False  # `تقرير لصحيفة الميناء`
        if not word.key.startswith("ل") or (mention is not None and mention.kind is PER):
            return False
        told = mention is not None and mention.span.start >= self.document.starts[at] and mention.kind is ORG
        spokes = "title" in self.document.words[start].tags and word.key.startswith("لل")  # `المتحدث الرسمي للهلال الأحمر`
        if told and any(r.proclitics == "ل" for r in word.readings) and self._is_person(start) and not spokes:
            return True  # `شاهدة لهيومن رايتس ووتش`
        media = any(r.preposition == "ل" and r.tag == "quoted_name_head" and r["kind"] == "media" for r in word.readings)
        return media or (len(word.key) > 2 and word.key[1].isascii() and word.key[1].isalpha())

    def _is_his_own(self, at: int) -> bool:
        """`في تقريرها`, `في حديثه`: where the speaker said it."""
        word = self.document.words[at]
        return word.key.endswith(("ه", "ها", "هم")) and len(word.key) > 4 and not word.tags & (HUMAN_TAGS | {"function_word"})

    def _is_occasion(self, at: int) -> bool:
        """`في ختام زيارته`, `لدى وصوله`: when he said it; `في إدارة المشاريع` tells of what he is."""
        key = self.document.keys[at]
        return key in _OCCASIONS or (key in _POINTS and self.document.padded_keys[at + 1].endswith(("ه", "ها", "هم")))

    def is_sound_plural(self, at: int) -> bool:
        """A sound masculine plural in the nominative is a group of people: `متابعون`, `مسؤولون` (Ryding 2005, 7.3)."""
        return is_sound_plural(self.document.words[at])

    def _is_possessed(self, key: str) -> bool:
        """Whether a noun with a pronoun behind names no people: `حديثه`, but not `والده`, `عائلته`."""
        stem = key.removesuffix("هم").removesuffix("ها").removesuffix("ه")
        readings = [r for form in (stem, stem.removesuffix("ت") + "ة") for r in self.document.lexicon.look_up(form)]
        return not any(
            (r.tag in HUMAN_TAGS and not (r.tag == "nominal_source" and r["document"])) or r["concept"] in ("person", "family")
            for r in readings
        )


def is_sound_plural(word: Word) -> bool:
    key = word.key
    if key[-2:] != "ون" or len(key) <= 5 or key.startswith(("ي", "سي")):
        return False
    return word.tags <= {"counted", "common_word"} and not word.get("number")


@kept
def _may_stop(word: Word) -> bool:
    """Whether a noun phrase may stop at a word, by the word alone: it goes on with most."""
    key = word.key
    closed = key in _STOPS or key in _PREDICATES or key in _THESE or key in REFUSALS
    return word.kind is not WORD or closed or key[0] in "لوف" or "ordinal" in word.tags

"""Noun phrases that can name a source: where one ends, what may head it, and the mention that it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims import slots
from arabnews.extractors.claims.event import TANWIN, is_abbreviation
from arabnews.model import DateExpression, Mention, MentionForm, MentionKind
from arabnews.spans import Span
from arabnews.text.tokens import Kind

ADJUNCTS: Final = frozenset(
    {
        "في",
        "خلال",
        "عبر",
        "عقب",
        "على",
        "اثناء",
        "امام",
        "لدى",
        "بعد",
        "قبل",
        "منذ",
        "حول",
        "بشان",
        "عن",
        "ضمن",
        "عند",
        "مع",
        "من",
        "الى",
        "ان",
        "اثر",
        "بشكل",
        "بصوت",
    }
)
RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي"})
_OBJECTS: Final = frozenset(
    {"التاكيد", "تاكيده", "تاكيدها", "الدعوة", "دعوته", "دعوتها", "التشديد", "رفضه", "رفضها", "نقلا", "القول"}
)
QUANTIFIERS: Final = frozenset(
    {"عدد", "بعض", "احد", "احدى", "كثير", "عديد", "عشرات", "مئات", "الاف", "معظم", "غالبية", "جميع", "كل"}
)
_THESE: Final = frozenset({"هذا", "هذه", "ذلك", "تلك", "هؤلاء"})
ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "انفسهم", "المذكور", "المذكورة"})
_ADVERBIALS: Final = frozenset({"ردا", "تعليقا", "تعقيبا", "قائلا", "قائلة", "قائلين", "مضيفا", "مضيفة"})
ADVERBS: Final = frozenset(
    {"ايضا", "كذلك", "انذاك", "حينها", "وقتها", "حينئذ", "مجددا", "رسميا", "مؤخرا", "سابقا", "لاحقا", "حاليا", "مرارا"}
    | {"اليوم", "امس", "معا", "جميعا", "سويا"}
)
"""They stand beside a speaker and are no part of him: `الفريق آنذاك`."""
_RESUMED: Final = frozenset({"فان", "فانه", "فانها", "فانهم"})
_HUMAN_TAGS: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "nationality"})
_PEOPLE: Final = frozenset(
    {"person", "family", "man", "woman", "child", "student", "worker", "soldier", "visitor"}
    | {"pilgrim", "tourist", "migrant", "fighter", "protester", "voter", "delegation"}
)
"""Concepts of counted nouns that can speak."""
HONORIFICS: Final = frozenset({"سموه", "سموها", "معاليه", "معاليها", "سعادته", "سعادتها", "فضيلته", "جلالته", "فخامته", "سماحته"})
"""They stand for the person himself, even behind a participle: `مؤكدا سموه`."""
_PRONOUNS: Final = ("ته", "تها", "تهم", "ه", "ها", "هم")
_HEARERS: Final = frozenset(
    {"للصحافيين", "للصحفيين", "للاعلاميين", "للصحافة", "للاعلام", "لوسائل", "لمجموعة", "لعدد", "لبرنامج", "لاذاعة", "للاذاعة"}
)
"""To whom something was said."""
_VERBAL_NOUN: Final = re.compile(r"(?:ت..ي.|است..ا.|ا.ت.ا.|ان..ا.)ة?\Z")
"""Verbal nouns that their pattern tells: `توضيح`, `استقبال`."""
_BRACKETED: Final = 6


class NounPhrases:
    """Reads noun phrases with the mentions and dates of the document at hand."""

    def __init__(self, document: Document, mentions: Sequence[Mention], dates: Sequence[DateExpression]) -> None:
        self.document = document
        self.by_token: dict[int, Mention] = {}
        for mention in mentions:
            for token in range(document.token_at(mention.span.start), document.token_at(mention.span.end - 1) + 1):
                around = self.by_token.get(token)
                if around is None or not around.span.contains(mention.span):
                    self.by_token[token] = mention
        self.dated = {
            token
            for date in dates
            for token in range(document.token_at(date.span.start), document.token_at(date.span.end - 1) + 1)
        }

    def phrase(self, start: int, end: int, *, nominal: bool = False, bounded: bool = True) -> Mention | None:
        """The noun phrase that starts at a token, as a mention: the name in it if there is one, else the phrase itself.

        Args:
            start: where it starts.
            end: the token before which it ends.
            nominal: whether an object may stand in its place.
            bounded: whether no object can follow it, so that what is left over is its name.
        """
        document = self.document
        if (bracketed := self._bracketed(start, end)) is not None:
            return bracketed
        stop = self.end_of(start, end)
        if stop <= start:
            return None
        inside = list(dict.fromkeys(self.by_token[token] for token in range(start, stop) if token in self.by_token))
        person = next((m for m in inside if m.kind is MentionKind.PER and m.form is MentionForm.NAME and self._is_bare(m)), None)
        head = self.by_token.get(start)
        heads = head is None or head is person or head.kind is not MentionKind.PER
        if person is not None and heads and self._belongs(start, person):
            named = slots.apposed(document, self.by_token, start, person, end) or person
            return self.titled(start, slots.completed(document, self.by_token, named, end) if bounded else person)
        if head is not None and document.token_at(head.span.start) == start:
            complete = bounded and head.kind is MentionKind.PER
            return slots.completed(document, self.by_token, head, end) if complete else head
        if bounded and not nominal and (unlisted := slots.unlisted(document, self.by_token, start, stop, end)) is not None:
            return unlisted
        if nominal and self._is_foreign_subject(start):
            span = document.span(start, start + 1)
            return Mention(span, span.of(document.text), rule="speaker", kind=MentionKind.PER, form=MentionForm.NAME, name=span)
        if nominal and not self.is_human(start):
            return None
        return self.nominal(start, stop, inside)

    def _bracketed(self, start: int, end: int) -> Mention | None:
        """`صحيفة (المرسى)`: a paper or a body whose name stands in brackets."""
        document = self.document
        head = document.words[start].get("quoted_name_head")
        if head is None or head["kind"] not in ("media", "organisation") or document.keys[start + 1 : start + 2] != ["("]:
            return None
        close = next((at for at in range(start + 2, min(start + 2 + _BRACKETED, end)) if document.keys[at] == ")"), 0)
        if close < start + 3:
            return None
        span, name = document.span(start, close + 1), document.span(start + 2, close)
        return Mention(
            span, span.of(document.text), rule="speaker", kind=MentionKind.ORG, form=MentionForm.NAME, name=name,
            gender=self.gender_at(start), number="s",
        )  # fmt: skip

    def _belongs(self, start: int, person: Mention) -> bool:
        """Whether a person's name in the phrase names its head and not somebody in a prepositional phrase."""
        tags = self.document.words[start].tags
        if start not in self.by_token and tags & {"org_head"} and "title" not in tags:
            return False  # `إدارة الرئيس فلان`
        if start not in self.by_token and self._is_plural(start):
            return False  # `أنصار الرئيس فلان`
        first = self.document.token_at(person.span.start)
        between = self.document.keys[start:first]
        return (
            not any(key in ("في", "من", "على", "مع", "الى", "عن") for key in between)
            or "title" in self.document.words[start].tags
        )

    def _is_bare(self, person: Mention) -> bool:
        """Whether a name is not the title of a work or a programme: `ضيف برنامج "القنطرة"`."""
        mark = self.document.token_at(person.span.start) - 1
        return (
            mark < 1
            or "quote" not in self.document.words[mark].tags
            or ("quoted_name_head" not in self.document.words[mark - 1].tags)
        )

    def _is_plural(self, at: int) -> bool:
        word = self.document.words[at]
        readings = [reading for tag in ("title", "nominal_source") if (reading := word.get(tag)) is not None]
        return bool(readings) and all(reading.number == "p" for reading in readings)

    def titled(self, start: int, person: Mention) -> Mention:
        span = Span(self.document.starts[start], person.span.end)
        if span.start >= person.span.start:
            return person
        title = Span(span.start, self.document.ends[self.document.token_at(person.name.start) - 1])
        return Mention(
            span, span.of(self.document.text), rule="speaker", kind=person.kind, form=person.form, name=person.name, title=title,
            gender=person.gender, number=person.number,
        )  # fmt: skip

    def end_of(self, start: int, end: int) -> int:
        document, at = self.document, start
        named: Mention | None = None
        while at < end:
            if (name_end := self._past_brackets(at, start, end)) > at:
                at = name_end
                continue
            mention = self.by_token.get(at)
            if (named is not None and mention is not named) or self._ends_at(start, at):
                break
            if mention is not None and mention.kind is MentionKind.PER and mention.form is MentionForm.NAME:
                named = mention
            if "quote" in document.words[at].tags:
                close = document.closing.get(at, end)
                if close >= end or close - at > 5:
                    break
                at = close + 1
                continue
            if document.keys[at] in ADJUNCTS and at > start and not self._is_inner(start, at, end):
                break
            at += 1
        return at

    def _ends_at(self, start: int, at: int) -> bool:
        """Whether a noun phrase has ended before a token: by a mark, an adverb, a word that begins another phrase."""
        document, key, word = self.document, self.document.keys[at], self.document.words[at]
        mark = key in "،,:()-–؛." and not is_abbreviation(document, at)
        if mark or word.kind is Kind.BREAK or at in self.dated or self._is_past_place(start, at):
            return True
        if key in RELATIVES or key in _RESUMED:
            return True
        if at == start:
            return False
        if key == "ل" or self._is_this(at, start) or key in _ADVERBIALS or self._is_adverb(at):
            return True
        if word.surface.endswith(TANWIN) and key not in ADVERBS:
            return True
        if document.keys[at - 1].startswith("ال") and self._begins_another(start, at):
            return True
        if self._is_past_adjective(start, at) if at > start + 1 else self._is_closed_plural(start, at):
            return True
        return key in _OBJECTS or document.hit_at(at, "cue_phrase") is not None or self._is_outlet(at)

    def _is_inner(self, start: int, at: int, end: int) -> bool:
        """Whether a preposition belongs to the phrase: `عدد من السكان`, `مصدر في الشركة`, but not `الوزير في بيان`."""
        document, key = self.document, self.document.keys[at]
        tags = document.words[start].tags
        phrase = document.hit_at(at + 1, "medium") if at + 1 < end else None
        counted = key == "من" and at == start + 1 and document.keys[start] in QUANTIFIERS
        person = "nominal_source" in tags or "title" in tags
        inner = counted or (key in ("في", "من", "لدى", "عن") and phrase is None and person)
        own = key == "في" and at + 1 < end and self._is_his_own(at + 1)
        return inner and not own and (at + 1) not in self.dated

    def _past_brackets(self, at: int, start: int, end: int) -> int:
        """Past a name set in brackets behind its noun: `صحيفة (الميناء)`."""
        keys = self.document.keys
        if (
            at >= end
            or keys[at] != "("
            or at != start + 1
            or not self.document.words[start].tags & {"quoted_name_head", "org_head"}
        ):
            return at
        return next((close + 1 for close in range(at + 2, min(at + _BRACKETED, end)) if keys[close] == ")"), at)

    def _is_this(self, at: int, start: int) -> bool:
        """Whether a demonstrative begins another noun phrase: `مصدر آخر | هذه المعلومات`, but not `رئيس هذه اللجنة`."""
        before = self.document.keys[at - 1]
        closed = before.startswith("ال") or before in ("اخر", "اخرى", "اخرون") or (at - 1) in self.by_token
        return at > start and self.document.keys[at] in _THESE and closed

    def _is_adverb(self, at: int) -> bool:
        """An adverb; `صحيفة اليوم` is a paper."""
        key = self.document.keys[at]
        if key in ADVERBS and (named := self.by_token.get(at + 1)) is not None and named.kind is MentionKind.PER:
            return False  # `عضو المجلس سابقا فلان`
        return key in ADVERBS and not (key == "اليوم" and "quoted_name_head" in self.document.words[at - 1].tags)

    def _is_past_adjective(self, start: int, at: int) -> bool:
        """`منصات يمنية | الصورة`: behind an indefinite adjective no definite noun goes on, unless it is a name's."""
        document, before = self.document, self.document.words[at - 1]
        indefinite = not document.keys[start].startswith("ال") and not before.key.startswith("ال")
        if not indefinite or not document.keys[at].startswith("ال") or at in self.by_token:
            return False
        return "nationality" in before.tags and "person_name" not in before.tags and at - 1 not in self.by_token

    def _is_past_place(self, start: int, at: int) -> bool:
        """`نبهت الإمارات | مسؤولة السياسة الخارجية`: a country that speaks takes no genitive; `الإمارات والكويت`."""
        place = self.by_token.get(start)
        if place is None or place.kind is not MentionKind.LOC or self.by_token.get(at) is place:
            return False
        return self.document.token_at(place.span.start) == start and self.document.keys[at][0] != "و"

    def _is_closed_plural(self, start: int, at: int) -> bool:
        """`متابعون | مخرج المسلسل`: a plural with its nun takes no genitive, only adjectives, `و`, `في`, `من`."""
        key = self.document.keys[at]
        return self.is_sound_plural(start) and not key.endswith(("ون", "ين")) and key[0] != "و" and key not in ADJUNCTS

    def _begins_another(self, start: int, at: int) -> bool:
        """Whether a second noun phrase begins behind a definite noun: `التقرير | الجيش الأميركي`, `الغرفة | قيامها`."""
        document, word, mention = self.document, self.document.words[at], self.by_token.get(at)
        if self._is_second(start, at):
            return True
        if mention is not None and mention.kind is not MentionKind.PER and document.token_at(mention.span.start) == at:
            own = any(reading.proclitics for reading in word.readings) and not word.key.startswith("ال")
            return not own and not word.tags & {"nationality"}
        before = document.keys[at - 1]
        if word.key.startswith("ال") and word.key.endswith("ات") and before.endswith("ية") and len(word.key) > len("الات") + 1:
            return True  # `الثقافة الأمازيغية | المؤسسات العمومية`
        role = word.kind is not Kind.WORD or bool(document.words[start].tags & {"title", "person_name"})
        if role and "common_word" in word.tags and at > start + 1 and not word.key.startswith("ال"):
            if _VERBAL_NOUN.match(word.key):
                return True  # `أراد مدير الشركة | توضيح الأمر`
            role = False
        if role or mention is not None or word.key.startswith("ال") or not word.tags or word.key in ANAPHORIC:
            return False
        following = document.keys[at + 1 : at + 2]
        closed = word.tags & {"function_word", "nationality", "number", "person_name", "title", "quote"}
        return not (closed or word.key[0] in "بلكو" or (following and following[0].startswith("ال")))

    def _is_second(self, start: int, at: int) -> bool:
        """A definite noun, or one with a pronoun, behind a definite word, that is no adjective: `اللاعب | براعته`.

        `عميد المعهد الملكي | المؤسسات العمومية`, `الوزير | الحكومة`, `المدير | العاملين`.
        """
        document, key = self.document, self.document.keys[at]
        tags, previous = document.words[at].tags, document.keys[at - 1]
        title = document.words[at].get("title")
        if at in self.dated or tags & {"person_name", "nationality", "function_word"} or key in ANAPHORIC:
            return False
        if title is not None and title.number != "p":
            return False
        if not key.startswith("ال"):
            if title is not None:
                return (
                    previous.startswith("ال") and "nationality" in document.words[at - 1].tags
                )  # `الرئيس اليمني | مواطني بلاده`
            return key.endswith(_PRONOUNS) and self._is_possessed(key) and key[0] not in "بلوكف"
        if key.endswith(("ي", "ية", "يين", "يون", "يات")) or self.by_token.get(at) is self.by_token.get(at - 1) is not None:
            return False
        if key.endswith("ات"):
            return not previous.endswith("ات")
        if key.endswith("ين") and len(key) > 6:
            return at == start + 1 and not previous.endswith("ين") and "title" in document.words[start].tags
        agrees = key.startswith("الم") and key.endswith("ة") and previous.endswith("ة")  # `الجهة المنظمة`: as well a participle
        return bool(tags & {"org_head", "nominal_source"}) and at not in self.by_token and not agrees

    def _is_outlet(self, at: int) -> bool:
        """`لصحيفة الميناء`, `لموقع النادي`, `لـCNN`: to whom it was said."""
        word = self.document.words[at]
        mention = self.by_token.get(at)
        if word.key in _HEARERS:
            return True
        if not word.key.startswith("ل") or (mention is not None and mention.kind is MentionKind.PER):
            return False
        media = any(r.proclitics.endswith("ل") and r.tag == "quoted_name_head" and r["kind"] == "media" for r in word.readings)
        return media or (len(word.key) > 2 and word.key[1].isascii() and word.key[1].isalpha())

    def _is_his_own(self, at: int) -> bool:
        """`في تقريرها`, `في حديثه`: where the speaker said it."""
        word = self.document.words[at]
        return word.key.endswith(("ه", "ها", "هم")) and len(word.key) > 4 and not word.tags & (_HUMAN_TAGS | {"function_word"})

    def nominal(self, start: int, stop: int, inside: list[Mention], *, before_verb: bool = False) -> Mention | None:
        document = self.document
        word = document.words[start]
        if word.kind is Kind.NUMBER or "number" in word.tags:
            return self._counted(start, stop)
        function = word.get("function_word")
        closed = function is not None and function["kind"] != "quantifier"
        closed = (closed and word.key not in QUANTIFIERS) or bool(word.tags & {"concept_trigger", "time_unit", "deictic"})
        closed = closed or not (self.may_head(start) or before_verb)
        if (closed and not word.tags & {"nominal_source", "title"}) or (not before_verb and self.is_accusative(start)):
            return None
        source = document.hit_at(start, "nominal_source")
        if source is None and word.key in QUANTIFIERS and start + 1 < stop:
            source = document.hit_at(start + 1 + (document.keys[start + 1] == "من"), "nominal_source")
        title = word.get("title")
        kind = (
            MentionKind(source.reading["kind"])
            if source and source.reading["kind"]
            else MentionKind.PER
            if title or word.key in QUANTIFIERS or self.is_sound_plural(start)
            else MentionKind.ORG
        )
        anonymous = source is not None and source.reading["anonymous"] == "yes" and not source.reading.definite
        construct = start + 1 < stop and document.keys[start + 1].startswith("ال") and word.key not in QUANTIFIERS
        anonymous = anonymous and not (construct and source is not None and source.reading["kind"] == "PER")  # `مسؤول الرقابة`
        number = (source.reading.number if source else title.number if title else "") or "s"
        span = document.span(start, stop)
        return Mention(
            span, span.of(document.text), rule="speaker", kind=kind, form=MentionForm.NOMINAL, name=span,
            gender=self.gender_at(start), number=number, is_anonymous=anonymous,
        )  # fmt: skip

    def _counted(self, start: int, stop: int) -> Mention | None:
        """`19 منظمة غير حكومية`, `ثلاثة شهود`: a number of people or bodies."""
        document, head = self.document, start + 1
        while head < stop and (document.words[head].kind is Kind.NUMBER or "number" in document.words[head].tags):
            head += 1
        if head >= stop or not self.is_human(head) or document.words[head].kind is not Kind.WORD:
            return None
        source = document.hit_at(head, "nominal_source")
        person = "title" in document.words[head].tags or (source is not None and source.reading["kind"] == "PER")
        span = document.span(start, stop)
        return Mention(
            span, span.of(document.text), rule="speaker", kind=MentionKind.PER if person else MentionKind.ORG,
            form=MentionForm.NOMINAL, name=span, gender=self.gender_at(head), number="p",
            is_anonymous=source is not None and source.reading["anonymous"] == "yes",
        )  # fmt: skip

    def may_head(self, at: int) -> bool:
        """Whether a noun phrase may start here: no proclitic, no verbal noun of saying, no adverb."""
        word = self.document.words[at]
        if self.is_accusative(at) or (word.key.startswith(("ي", "سي")) and not self._is_noun(at)):
            return False  # `حربا`: an object; `يجب`: a verb
        if word.key.endswith(("ه", "ها", "هم")) and not word.tags & _HUMAN_TAGS and self._is_possessed(word.key):
            return False  # `وختم حديثه`, `جدد دعوته`: an object
        saying = any(r.tag == "cue" and r.pos in ("masdar", "participle") and not r.definite for r in word.readings)
        if saying and not word.tags & {"title", "nominal_source"}:
            return False
        if word.readings:
            return any(not r.proclitics or r.proclitics == "ال" for r in word.readings)
        return word.key[:1] not in "وفبل" or at in self.by_token

    def gender_at(self, at: int) -> str:
        """The grammatical gender of the noun at a token, as far as its reading or its ending tells."""
        word = self.document.words[at]
        for tag in ("title", "org_head", "nominal_source", "counted"):
            reading = word.get(tag)
            if reading is not None:
                gender = reading["gender"] or reading.gender
                if reading.number == "p" and tag != "title":
                    return "m" if word.key.endswith(("ون", "ين")) or reading["kind"] == "PER" else "f"
                if gender:
                    return gender
        if word.tags & {"person_name"}:
            return ""
        if word.key.endswith(("ة", "ات")):
            return "f"
        return "m" if word.key.startswith("ال") and "place_alias" not in word.tags else ""

    def is_human(self, start: int) -> bool:
        word = self.document.words[start]
        if word.tags & {"nominal_source", "title", "org_head", "nationality"} or start in self.by_token:
            return True
        named, counted = word.get("quoted_name_head"), word.get("counted")
        if named is not None and named["kind"] in ("media", "organisation"):
            return True
        if counted is not None and counted["concept"] in _PEOPLE:
            return True
        return word.key in QUANTIFIERS | HONORIFICS or self.is_sound_plural(start)

    def is_sound_plural(self, at: int) -> bool:
        """A sound masculine plural in the nominative is a group of people: `متابعون`, `مسؤولون` (Ryding 2005, 7.3)."""
        word = self.document.words[at]
        return (
            word.key.endswith("ون")
            and not word.key.startswith(("ي", "سي"))
            and len(word.key) > 5
            and not word.tags - {"counted", "common_word"}
            and not word.get("number")
        )

    def is_accusative(self, at: int) -> bool:
        """An indefinite accusative, that no verb has for its subject: `حربًا`, `احتمالا`."""
        word = self.document.words[at]
        if at in self.by_token or word.tags & {"person_name", "place", "place_alias"}:
            return False
        if word.surface.endswith(TANWIN):
            return True
        plain = word.key.endswith("ا") and not word.key.endswith(("ها", "نا")) and len(word.key) > 3
        return plain and any(r.tag not in ("person_name", "place") for r in self.document.lexicon.look_up(word.key[:-1]))

    def _is_noun(self, at: int) -> bool:
        """Whether a word that looks like a verb in the imperfect is a known noun or a name: `يمنيون`, `يوسف`."""
        return bool(self.document.words[at].tags & _HUMAN_TAGS) or at in self.by_token or self.is_sound_plural(at)

    def _is_possessed(self, key: str) -> bool:
        """Whether a noun with a pronoun behind names no people: `حديثه`, but not `والده`, `عائلته`."""
        stem = key.removesuffix("هم").removesuffix("ها").removesuffix("ه")
        readings = [r for form in (stem, stem.removesuffix("ت") + "ة") for r in self.document.lexicon.look_up(form)]
        return not any(r.tag in _HUMAN_TAGS or r["concept"] in ("person", "family") for r in readings)

    def _is_foreign_subject(self, at: int) -> bool:
        """`وصف برادلي الاقتراح بأنه`: a word no table knows, of no Arabic noun's shape, before the verb's definite object."""
        following = self.document.keys[at + 1 : at + 2]
        known = not self.is_unknown_name(at) or self.document.keys[at][0] in "تيامنوف" or self.document.keys[at].endswith("ة")
        return not known and bool(following) and following[0].startswith("ال")

    def is_unknown_name(self, at: int) -> bool:
        """`إن مونتانييه قال`: a word that no table knows, where a clause's subject stands."""
        word = self.document.words[at]
        return word.kind is Kind.WORD and not word.tags and len(word.key) > 3

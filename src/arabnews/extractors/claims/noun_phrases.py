"""Noun phrases that can name a source: where one ends, what may head it, and the mention that it makes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from arabnews.enums import LOC, NAME, NOMINAL, ORG, PER
from arabnews.extractors.claims import slots
from arabnews.extractors.claims.extents import BRACKETED, HUMAN_TAGS, QUANTIFIERS, Extents, is_sound_plural
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.lexicon.entries import KEPT_WORDS, Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.lexicon import Lexicon
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.model import Mention, MentionKind
from arabnews.spans import span_between
from arabnews.text.tokens import NUMBER, WORD

_SPEAKING: Final = frozenset({"nominal_source", "title", "org_head", "nationality"})
_ROLES: Final = frozenset({"title", "nominal_source"})
_TIMES: Final = frozenset({"concept_trigger", "time_unit", "deictic"})
_KINDS: Final = {kind.value: kind for kind in MentionKind}
_PEOPLE: Final = frozenset(
    {"person", "family", "man", "woman", "child", "student", "worker", "soldier", "visitor"}
    | {"pilgrim", "tourist", "migrant", "fighter", "protester", "voter", "delegation"}
)
"""Concepts of counted nouns that can speak."""
HONORIFICS: Final = {
    "سموه": ("سمو", "امير"), "سموها": ("سمو", "اميرة"), "معاليه": ("معالي", "وزير"), "معاليها": ("معالي", "وزيرة"),
    "سعادته": ("سعادة", "سفير"), "سعادتها": ("سعادة", "سفيرة"), "فضيلته": ("فضيلة", "شيخ"), "سماحته": ("سماحة", "مفتي"),
    "فخامته": ("فخامة", "رئيس"), "جلالته": ("جلالة", "ملك"), "دولته": ("دولة", "رئيس"), "سيادته": ("سيادة", "رئيس"),
}  # fmt: skip
"""They stand for the person himself, even behind a participle (`مؤكدا سموه`), with words of the titles that they answer to."""

_STATES: Final = frozenset({"دولة", "دول", "بلدا", "بلد", "مدينة", "جهة", "جهات", "مؤسسة", "مؤسسات", "هيئة"})
"""What speaks when it is counted: `40 دولة`."""
_FAMILY: Final = frozenset({"person_name", "common_word"})
_EITHER: Final = frozenset({"داعية", "علامة", "رحالة", "خليفة", "نابغة", "طاغية", "اسطورة", "ايقونة", "شخصية", "قامة"})
"""Nouns with the feminine ending for persons of either sex."""
BODIES: Final = word_set("bodies")
"""Broken plurals of bodies, with which a verb is feminine (Ryding 2005, 7.3.2)."""
_DEFINITE: Final = ("ال", "بال", "لل", "وال", "كال")
_GROUPED: Final = word_set("people")
_PREPOSITIONS: Final = frozenset({"في", "من", "على", "مع", "الى", "عن"})
_ONE: Final = frozenset({"احد", "احدى", "كل"})
_DERIVED: Final = frozenset({"counted", "common_word", "cue", "field"})
_AGENT: Final = re.compile(r"(?:ال)?(?:.ا..|م.{3,5})\Z")
"""Active participles: `فاعل`, `متحدث`."""
_PLAIN: Final = frozenset({"common_word", "counted", "field", "quoted_name_head", "nominal_source"})


class NounPhrases(Extents):
    """Reads noun phrases with the mentions and dates of the document at hand."""

    def phrase(self, start: int, end: int, *, nominal: bool = False, bounded: bool = True) -> Mention | None:
        """The noun phrase that starts at a token, as a mention: the name in it if there is one, else the phrase itself.

        Args:
            start: where it starts.
            end: the token before which it ends.
            nominal: whether an object may stand in its place.
            bounded: whether no object can follow it, so that what is left over is its name.
        """
        document, keys = self.document, self.document.padded_keys
        key = keys[start]
        if keys[start + 1] == "(" and (bracketed := self._bracketed(start, end)) is not None:
            return bracketed
        if key == "ال" and start + 2 < end and (paper := self.by_token.get(start + 2)) is not None:
            return paper  # `الـ«المرسى»`
        stop = self.end_of(start, end) if key not in HONORIFICS else min(start + 1, end)
        if stop <= start:
            return None
        if key[0] == "ل" and key[1:] in QUANTIFIERS:
            return None  # `وأكد لجميع الحاضرين`
        if key == "كل" and keys[start + 1] == "من":
            if start + 2 >= stop or not (keys[start + 2].startswith("ال") or self.is_human(start + 2)):
                return None  # `كل من لا يرى`
            return self.nominal(start, stop)  # several, of whom none is the source alone
        person = self._person_in(start, stop)
        head = self.by_token.get(start)
        if person is not None:
            if keys[document.token_at(person.name.start) - 1] == "باسم":
                return self.nominal(start, stop)  # `متحدثة باسم فلان`
            heads = head is None or head is person or head.kind is not PER
            if heads and self._belongs(start, person):
                named = slots.apposed(document, self.by_token, start, person, end) or person
                return self.titled(start, slots.completed(document, self.by_token, named, end) if bounded else person)
            if head is person and self.is_possessor(start, person):
                head = None
        if head is not None:
            if head.kind is LOC and self._is_governed_name(start):
                return None  # `وورد بلندن`
            if head.span.start >= document.starts[start]:
                complete = bounded and head.kind is PER
                return slots.completed(document, self.by_token, head, end) if complete else head
        told = bounded and (not nominal or "title" in document.words[start].tags)
        if told and (unlisted := slots.unlisted(document, self.by_token, start, stop, end)) is not None:
            return unlisted
        if nominal and self._is_foreign_subject(start):
            span = document.span(start, start + 1)
            return mentioned(document.text, span, PER, NAME)
        if nominal and not self.is_human(start):
            return None
        return self.nominal(start, stop)

    def _person_in(self, start: int, stop: int) -> Mention | None:
        """The first person named in a token range."""
        last: Mention | None = None
        for found in map(self.by_token.get, range(start, stop)):
            if found is None or found is last:
                continue
            last = found
            if found.kind is PER and found.form is NAME and self._is_bare(found):
                return found
        return None

    def _bracketed(self, start: int, end: int) -> Mention | None:
        """`صحيفة (المرسى)`: a paper or a body whose name stands in brackets."""
        document = self.document
        head = document.words[start].get("quoted_name_head")
        if head is None or head["kind"] not in ("media", "organisation"):
            return None
        close = next((at for at in range(start + 2, min(start + 2 + BRACKETED, end)) if document.keys[at] == ")"), 0)
        if close < start + 3:
            return None
        known = self.by_token.get(start)
        if known is not None and known.kind is ORG and known.span.start == document.starts[start]:
            return known
        span, name = document.span(start, close + 1), document.span(start, close)
        return mentioned(document.text, span, ORG, NAME, name=name, gender=self.gender_at(start), number="s")

    def _is_governed_name(self, start: int) -> bool:
        """Whether a preposition is written in one with a place's name."""
        word = self.document.words[start]
        return bool(word.readings) and all(r.preposition in ("ب", "ك") for r in word.readings)

    def _belongs(self, start: int, person: Mention) -> bool:
        """Whether a person's name in the phrase names its head and not somebody in a prepositional phrase."""
        tags = self.document.words[start].tags
        if start not in self.by_token and tags & {"org_head"} and "title" not in tags:
            return False  # `إدارة الرئيس فلان`
        if start not in self.by_token and self._is_plural(start):
            return False  # `أنصار الرئيس فلان`
        if self.is_possessor(start, person):
            return False
        first = self.document.token_at(person.span.start)
        between = self.document.keys[start:first]
        return _PREPOSITIONS.isdisjoint(between) or "title" in self.document.words[start].tags

    def is_possessor(self, start: int, person: Mention) -> bool:
        """Whether a name is the genitive of the noun before it: `زوجة فلان`, `محامي فلان`, `لوحات فلان`, not `الوزير فلان`."""
        document, before = self.document, self.document.token_at(person.name.start) - 1
        word = document.words[before] if before >= start else None
        if word is None or word.kind is not WORD or word.key.startswith(_DEFINITE) or word.key.endswith(("ه", "ها", "هم")):
            return False
        if len(word.key) < len("أخت"):
            return False  # `بن`
        title = word.get("title")
        if title is not None:
            return title["type"] in ("kin", "role") and title.number != "p" and "person_name" not in word.tags and before == start
        other = self.by_token.get(before)
        return (other is None or other is person) and word.tags <= _PLAIN and "title" not in document.words[start].tags

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
        document, first = self.document, self.document.starts[start]
        if first >= person.span.start:
            return person
        span = span_between(first, person.span.end)
        title = span_between(first, document.ends[document.token_at(person.name.start) - 1])
        return mentioned(
            document.text,
            span,
            person.kind,
            person.form,
            name=person.name,
            title=title,
            gender=person.gender,
            number=person.number,
        )

    def nominal(self, start: int, stop: int, *, before_verb: bool = False) -> Mention | None:
        if stop <= start:
            return None
        document = self.document
        word = document.words[start]
        if word.kind is NUMBER or "number" in word.tags:
            return self._counted(start, stop)
        quantifier = word.key in QUANTIFIERS
        if word.tags.isdisjoint(_ROLES):
            function = None if quantifier else word.get("function_word")
            closed = (function is not None and function["kind"] != "quantifier") or not word.tags.isdisjoint(_TIMES)
            if closed or not (before_verb or self.may_head(start)):
                return None
        if not before_verb and self.is_accusative(start):
            return None
        source = document.hit_at(start, "nominal_source")
        if source is None and quantifier and start + 1 < stop:
            source = document.hit_at(start + 1 + (document.keys[start + 1] == "من"), "nominal_source")
        title = word.get("title")
        kind = _KINDS.get(source.reading["kind"]) if source is not None else None
        if kind is None:
            kind = PER if title is not None or quantifier or self.is_sound_plural(start) else ORG
        anonymous = source is not None and source.reading["anonymous"] == "yes" and not source.reading.definite
        if anonymous and source is not None and source.reading["kind"] == "PER":
            construct = start + 1 < stop and document.keys[start + 1].startswith("ال") and not quantifier
            anonymous = not construct  # `مسؤول الرقابة`
        number = (source.reading.number if source else title.number if title else "") or "s"
        number = "s" if word.key in ("احد", "احدى") else number
        if number != "p" and self.are_people(start):
            number = "p"
        span = span_between(document.starts[start], document.ends[stop - 1])
        return mentioned(document.text, span, kind, NOMINAL, gender=_gender(word), number=number, is_anonymous=anonymous)

    def _counted(self, start: int, stop: int) -> Mention | None:
        """`19 منظمة غير حكومية`, `ثلاثة شهود`: a number of people or bodies."""
        document, head = self.document, start + 1
        while head < stop and (document.words[head].kind is NUMBER or "number" in document.words[head].tags):
            head += 1
        speaks = head < stop and (self.is_human(head) or document.keys[head] in _STATES)
        if not speaks or document.words[head].kind is not WORD:
            return None
        source = document.hit_at(head, "nominal_source")
        person = "title" in document.words[head].tags or (source is not None and source.reading["kind"] == "PER")
        span = document.span(start, stop)
        return mentioned(
            document.text,
            span,
            PER if person else ORG,
            NOMINAL,
            gender=self.gender_at(head),
            number="p",
            is_anonymous=source is not None and source.reading["anonymous"] == "yes",
        )

    def may_head(self, at: int) -> bool:
        """Whether a noun phrase may start here: no proclitic, no verbal noun of saying, no adverb."""
        word = self.document.words[at]
        if word.key in ("عدم", "شرط", "دون", "مجرد"):
            return False
        if self.is_accusative(at) or (word.key.startswith(("ي", "سي")) and not self._is_noun(at)):
            return False  # `حربا`: an object; `يجب`: a verb
        if word.key.endswith(("ه", "ها", "هم")) and not word.tags & HUMAN_TAGS and self._is_possessed(word.key):
            return False  # `وختم حديثه`, `جدد دعوته`: an object
        saying = word.all("cue") if "cue" in word.tags and not word.tags & {"title", "nominal_source"} else ()
        if any(r.pos in ("masdar", "participle") and not (r.definite or r.proclitics) for r in saying):
            return _are_agents(self.document.lexicon, word)  # `محتجون`
        if word.readings:
            return any(not r.proclitics or r.proclitics == "ال" for r in word.readings)
        return word.key[:1] not in "وفبل" or at in self.by_token

    def as_family_name(self, found: Mention) -> Mention:
        """A lone definite word that is a family name, as the name of a person: `وطالب العنزي ب`."""
        if found.form is not NOMINAL:
            return found
        document = self.document
        first = document.token_at(found.span.start)
        if document.ends[first] < found.span.end:
            return found
        tags, key = document.words[first].tags, document.keys[first]
        listed = "person_name" in tags and tags <= _FAMILY and key.startswith("ال")
        if not (listed or key in self.surnames):
            return found
        return mentioned(self.document.text, found.span, PER, NAME, number="s")

    def is_governed(self, at: int) -> bool:
        """Whether a preposition is written in one with a word that the tables know as a whole too: `لقبول`, `بكل`."""
        word = self.document.words[at]
        if word.key[0] not in "بل":
            return False
        own = {r.tag for r in word.readings if not r.proclitics or r.proclitics == "ال"}
        return own == {"common_word"} and any(r.proclitics in ("ب", "ل") for r in word.readings)

    def gender_at(self, at: int) -> str:
        """The grammatical gender of the noun at a token, as far as its reading or its ending tells."""
        return _gender(self.document.words[at])

    def is_human(self, start: int) -> bool:
        return start in self.by_token or _is_human(self.document.words[start])

    def are_people(self, at: int) -> bool:
        """Whether a noun or a quantity of several people stands at a token: `الأهالي`, `عدد من التجار`, `المتدخلون`."""
        document, word = self.document, self.document.words[at]
        if word.key in _GROUPED:
            return True
        if word.key in QUANTIFIERS:
            of = document.padded_keys[at + 1] == "من"
            return self._are_counted(at + 1 + of) if word.key not in _ONE else of and word.key == "كل"
        return _are_people(document.lexicon, word)

    def _are_counted(self, at: int) -> bool:
        """Whether what a quantity is of can be people: `بعض المارة`, not `بعض ملفاته`, `عدد من القضايا`."""
        word = self.document.padded_words[at]
        if word.kind is not WORD or word.key.endswith(("ه", "ها", "هم", "ات")):
            return False
        counted = [r for r in word.readings if r.tag == "counted"]
        return not counted or any(r["concept"] in _PEOPLE for r in counted) or bool(word.tags & HUMAN_TAGS)

    def is_oblique(self, at: int) -> bool:
        """`المهندسين`: a sound plural that is no subject, as its ending shows."""
        word = self.document.words[at]
        if word.key[-2:] != "ين" or at in self.by_token:
            return False
        readings = [r for r in word.readings if r.tag in ("title", "nominal_source", "nationality", "counted")]
        return bool(readings) and all(r.number in ("p", "d") for r in readings)

    def begins_several(self, at: int) -> bool:
        """`سموه`; `أغلب المنظمات`: what begins a subject, though no role or name."""
        key = self.document.keys[at]
        several = key in QUANTIFIERS and not key.startswith("ال") and at + 1 < len(self.document.keys)
        return key in HONORIFICS or (several and self.is_human(at + 1))

    def is_prefixed(self, at: int) -> bool:
        """`اتصلت | بأسرة الضحية`: a preposition written in one with the noun."""
        readings = self.document.words[at].readings
        return bool(readings) and all(r.preposition for r in readings)

    def role_of(self, organisation: Mention, last: int, first: int) -> Mention | None:
        """`المتحدث باسم الوزارة نفى`: a role that ends in the organisation's name, without a person's name."""
        document, start = self.document, self.document.token_at(organisation.span.start)
        before, commas = (
            document.padded_keys[start - 1],
            {document.padded_keys[start - 2], document.padded_keys[last + 1]} & {"،", ","},
        )
        named = self.by_token.get(start - 2)
        apposed = bool(commas) or (named is not None and named.kind is PER)  # `فلان، رئيس المنظمة، يقول`
        if start > first and "title" in document.words[start - 1].tags and not before.startswith("ال") and not apposed:
            return self.nominal(start - 1, last + 1)  # `منسق منظمة المرسى يقول`
        if document.keys[start - 1 : start] not in (["باسم"], ["في"]):
            return None
        for head in range(start - 2, max(first, start - 5) - 1, -1):
            if document.words[head].tags & {"title", "nominal_source"}:
                return self.nominal(head, last + 1)
        return None

    def is_construct_plural(self, at: int) -> bool:
        """`خريجو المعهد`: a sound plural in the nominative before its genitive."""
        word = self.document.words[at]
        if not word.key.endswith("و") or "function_word" in word.tags:
            return False
        readings = (*word.readings, *self.document.lexicon.look_up(word.key + "ن"))  # `مديرو`, before its genitive
        return any(reading.number == "p" and not reading.proclitics for reading in readings)

    def _is_noun(self, at: int) -> bool:
        """Whether a word that looks like a verb in the imperfect is a known noun or a name: `يمنيون`, `يوسف`."""
        return bool(self.document.words[at].tags & HUMAN_TAGS) or at in self.by_token or self.is_sound_plural(at)

    def _is_foreign_subject(self, at: int) -> bool:
        """`وصف برادلي الاقتراح بأنه`: a word no table knows, of no Arabic noun's shape, before the verb's definite object."""
        following = self.document.keys[at + 1 : at + 2]
        known = not self.is_unknown_name(at) or self.document.keys[at][0] in "تيامنوف" or self.document.keys[at].endswith("ة")
        return not known and bool(following) and following[0].startswith("ال")

    def is_unknown_name(self, at: int) -> bool:
        """`إن مونتانييه قال`: a word that no table knows, where a clause's subject stands."""
        word = self.document.words[at]
        return word.kind is WORD and not word.tags and len(word.key) > 3


@kept
def _gender(word: Word) -> str:
    if word.key.removeprefix("ال") in _EITHER:
        return ""
    for tag in ("title", "org_head", "nominal_source", "counted"):
        reading = word.get(tag)
        if reading is not None:
            gender = reading.gender if reading["kind"] == "PER" else ""
            gender = gender or reading["gender"] or reading.gender
            if reading.number == "p" and tag != "title":
                return "m" if word.key.endswith(("ون", "ين")) or reading["kind"] == "PER" else "f"
            if gender:
                return gender
    if "person_name" in word.tags:
        return ""
    if word.key.endswith(("ون", "يين")):
        return "m"
    if word.key.endswith(("ة", "ات")):
        return "f"
    if not word.key.startswith("ال") or word.tags & {"place_alias", "organisation"}:
        return ""  # `دعت اليونسكو`
    return "f" if word.key.removeprefix("ال") in BODIES else "m"


@kept
def _is_human(word: Word) -> bool:
    if not word.tags.isdisjoint(_SPEAKING):
        return True
    named, counted = word.get("quoted_name_head"), word.get("counted")
    if named is not None and named["kind"] in ("media", "organisation"):
        return True
    if counted is not None and counted["concept"] in _PEOPLE:
        return True
    return word.key in QUANTIFIERS or word.key in HONORIFICS or is_sound_plural(word)


@kept
def may_be_several(word: Word) -> bool:
    """Whether a word can be a noun for several, by itself: most are none."""
    listed = word.key in _GROUPED or word.key in QUANTIFIERS or word.key.endswith("ون")
    return listed or any(reading.number in ("p", "d") for reading in word.readings)


@lru_cache(KEPT_WORDS)
def _are_people(lexicon: Lexicon, word: Word) -> bool:
    own = [r for r in word.readings if r.number == "p" and not (r.preposition or r.definite)]
    if any((r.tag == "nominal_source" and r["kind"] == "PER") or r.tag == "nationality" or r["concept"] in _PEOPLE for r in own):
        return True
    return _are_agents(lexicon, word)


def _are_agents(lexicon: Lexicon, word: Word) -> bool:
    """A sound plural in the nominative with a known singular or of the shape of one: `المتظاهرون`, not `الزيتون`."""
    stem, look_up = word.key.removesuffix("ون"), lexicon.look_up
    if stem == word.key or len(word.key) <= len("يقول") + 1 or word.key.startswith(("ي", "سي", "ت")) or word.tags - _DERIVED:
        return False
    known = bool(look_up(stem) or look_up(stem + "ي") or word.tags) or is_native(stem)
    return known or _AGENT.match(stem) is not None

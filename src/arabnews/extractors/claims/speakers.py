"""Speakers: the noun phrase between cue and opener that names who says it; or the subject before the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.events import COMPLEMENTISERS, SAYINGS, Event
from arabnews.model import DateExpression, Mention, MentionForm, MentionKind
from arabnews.spans import Span
from arabnews.text.tokens import Kind

_SKIPPED: Final = frozenset(
    {
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "هؤلاء",
        "ايضا",
        "كذلك",
        "اليوم",
        "امس",
        "حينها",
        "وقتها",
        "انذاك",
        "مجددا",
        "مرة",
        "اخرى",
        "رسميا",
        "قائلا",
        "قائلة",
    }
    | {"فيه", "فيها", "به", "بها", "له", "لها", "لهم", "عنه", "عنها", "منه", "منها", "منا", "اليه", "اليها", "لنا", "لي", "معه"}
    | {"خلاله", "خلالها", "بموجبه", "بموجبها", "بالفعل", "بالقول", "بصراحة", "بوضوح"}
    | {"النظر", "الانتباه", "التاكيد", "القول", "الاشارة", "نظر", "انتباه"}
)
_ADJUNCTS: Final = frozenset(
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
_FRAMES: Final = {"عن": "عن", "من": "من", "على": "على", "الى": "إلى"}
"""Prepositions that a verb governs: behind one of its own, no speaker goes on (`أعرب الوزراء عن الأمل`)."""
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي"})
_PRONOUNS: Final = frozenset({"هو", "هي", "هم", "هما", "انا", "نحن"})
_OBJECTS: Final = frozenset(
    {"التاكيد", "تاكيده", "تاكيدها", "الدعوة", "دعوته", "دعوتها", "التشديد", "رفضه", "رفضها", "نقلا", "القول"}
)
_QUANTIFIERS: Final = frozenset({"عدد", "بعض", "احد", "احدى", "كثير", "عشرات", "مئات", "الاف", "معظم", "غالبية", "جميع", "كل"})
_ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور", "المذكورة"})
_PARTICLES: Final = frozenset({"قد", "فقد", "وقد", "كان", "كانت", "الذي", "التي", "الذين", "سبق", "وان", "و"})
_ADDRESSED: Final = frozenset({"اتهم", "ناشد", "حث", "أبلغ", "أخبر", "أعلم", "وصف", "نصح", "هنأ", "شكر", "شجع"})
"""Verbs whose personal object is never left out: a lone noun phrase behind them is that object."""
_RESUMED: Final = frozenset({"فان", "فانه", "فانها", "فانهم"})
_TANWIN: Final = ("\u064b", "\u064d", "\u064bا")
_HUMAN_TAGS: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "nationality"})
RELAYS: Final = {"نقل": "عن", "نسب": "الى"}
"""Verbs that pass on the words of somebody else, and what stands before him."""
_RESUMPTIVE: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها", "بموجبه", "بموجبها"})
_TOPICS: Final = frozenset({"اما", "واما"})
"""They put a subject before its verb, which takes `ف`: `أما الوزير فقال` (Ryding 2005, 18.4)."""
_PEOPLE: Final = frozenset(
    {"person", "family", "man", "woman", "child", "student", "worker", "soldier", "visitor"}
    | {"pilgrim", "tourist", "migrant", "fighter", "protester", "voter", "delegation"}
)
"""Concepts of counted nouns that can speak."""
_IMPERSONAL: Final = frozenset({"أشار", "ألمح", "هدد", "أنذر", "بشر", "شجع", "وجه", "شدد", "دعا", "لفت"})
"""Verbs that things can be the subject of as well: `يشير ارتفاع الأسعار إلى`, `تهدد الأزمة ب`."""
_THINGS: Final = frozenset({"common_word", "concept_trigger", "counted", "number_label", "period_word"})
_HONORIFICS: Final = frozenset(
    {"سموه", "سموها", "معاليه", "معاليها", "سعادته", "سعادتها", "فضيلته", "جلالته", "فخامته", "سماحته"}
)
"""They stand for the person himself, even behind a participle: `مؤكدا سموه`."""
_ENCLITICS: Final = ("ه", "ها", "هم", "هما", "نا", "ني")
_MAX: Final = 16
_QUOTED_NAME: Final = 6
_FRONT: Final = 20


class Speakers:
    """Finds speakers with the mentions and dates of the document at hand."""

    def __init__(self, document: Document, mentions: Sequence[Mention], dates: Sequence[DateExpression]) -> None:
        self.document = document
        self.by_token: dict[int, Mention] = {}
        for mention in mentions:
            for token in range(document.token_at(mention.span.start), document.token_at(mention.span.end - 1) + 1):
                self.by_token[token] = mention
        self.dated = {
            token
            for date in dates
            for token in range(document.token_at(date.span.start), document.token_at(date.span.end - 1) + 1)
        }

    def of(self, event: Event) -> Mention | None:
        """The speaker as written at the cue, or None if the clause names none."""
        if event.reading.pos == "masdar":
            return self._relayed(event)
        if event.reading.entry.form in RELAYS and (relayed := self._quoted_from(event)) is not None:
            return relayed
        if event.reading.pos == "participle" and not _HONORIFICS.issuperset(self.document.keys[event.cue + 1 : event.cue + 2]):
            return None  # its subject stands before it; a noun behind it is its object: `مطالبا الحكومة`
        behind = self._behind(event.cue + 1, event.gap_end, event)
        if behind is not None and self._is_addressed(event, behind):
            behind = None
        if event.reading.pos != "verb":
            return behind
        takes_person = behind is not None and "pers" in event.reading["frame"].split()
        if takes_person and (fronted := self._fronted(event, adjacent=True)) is not None:
            return fronted  # `الرئيس يتوعد خصومه`
        return behind or self._before(event) or self._fronted(event)

    def _quoted_from(self, event: Event) -> Mention | None:
        """`نقلت الوكالة عن فلان أن`: the words are his. With `قوله` they make a claim of his own beside the outlet's."""
        document, preposition = self.document, RELAYS[event.reading.entry.form]
        for at in range(event.cue + 1, event.gap_end - 1):
            if document.keys[at] == preposition and not SAYINGS.intersection(document.keys[at : event.gap_end]):
                return self.phrase(at + 1, event.gap_end)
        return None

    def _relayed(self, event: Event) -> Mention | None:
        """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
        first = self.document.sentence_bounds(event.cue)[0]
        for at in range(event.cue - 1, max(first, event.cue - _MAX) - 1, -1):
            ascribed = self.document.keys[at] == "الى" and any("نسب" in key for key in self.document.keys[first:at])
            if (self.document.keys[at] in ("عن", "وعن") or ascribed) and at + 1 < event.cue:
                return self.phrase(at + 1, event.cue)
        return None

    def _is_addressed(self, event: Event, found: Mention) -> bool:
        """Whether the noun phrase behind the verb is its personal object: `واتهم الوزير بأنه`, `دعا الأطباء المحليين`."""
        document, reading = self.document, event.reading
        if reading.pos != "verb" or "pers" not in reading["frame"].split() or self._has_enclitic(event):
            return False
        first, last = document.token_at(found.span.start), document.token_at(found.span.end - 1) + 1
        if document.keys[first].endswith("ون"):
            return False  # the nominative: a subject
        if document.keys[event.cue + 1] in _RESUMPTIVE and found.kind is not MentionKind.PER:
            return True  # `بيانا طالبت فيه الحكومة`: she who issued it is known already
        source = document.words[first].get("nominal_source")
        if source is not None and source["document"] == "yes":
            return False
        people = document.words[first].tags & {"title", "nominal_source", "counted", "nationality"}
        oblique = bool(people) and document.keys[first].endswith("ين") and len(document.keys[first]) > 5
        if oblique or any(key.endswith("يين") for key in document.keys[first:last]) or self._before(event) is not None:
            return True
        rest = range(last, event.gap_end)
        if any(at in self.by_token or document.keys[at].startswith("ال") for at in rest):
            return False
        joined = reading.proclitics in ("و", "ف") or document.keys[event.cue - 1 : event.cue] in (["كما"], ["فيما"], ["ثم"])
        if reading.entry.form in _ADDRESSED:
            return joined
        return joined and found.kind is not MentionKind.PER and found.form is MentionForm.NOMINAL

    def _has_enclitic(self, event: Event) -> bool:
        key, plain = self.document.keys[event.cue], len(event.reading.entry.form) + len(event.reading.proclitics)
        return key.endswith(_ENCLITICS) and len(key) > plain

    # ---- behind the verb

    def _behind(self, first: int, end: int, event: Event) -> Mention | None:
        document = self.document
        if "doc" in event.reading["frame"].split():
            first += first < end and document.keys[first] == "في"
        start = self._skip_adverbs(first, end)
        told = event.reading.entry.form in _ADDRESSED  # `أبلغ "الميناء" فلان أن`: whom he told
        if (
            start < end
            and not told
            and "quote" in document.words[start].tags
            and (named := self._in_marks(start, end, event)) is not None
        ):
            return named
        start = self._skip_adjuncts(start, end)
        if start >= end:
            return None
        if document.keys[start] in _PRONOUNS | _RELATIVES or document.words[start].kind is not Kind.WORD:
            return None
        if event.is_nominal and self._is_object(start, event):
            return None
        frame = event.reading["frame"].split()
        strict = event.opener == "obj" or (event.is_nominal and "pers" in frame)
        whole = event.opener in ("quote", "colon") and "obj" in frame  # `نفى حصول «أي تقدم»`
        strict = strict or (whole and bool(document.words[start].tags) and not document.keys[start].startswith("ال"))
        stop = next((at for at in range(start + 1, min(end, start + _MAX)) if self._governs(at, frame)), end)
        found = self.phrase(start, min(stop, end, start + _MAX), nominal=strict)
        return self._named_later(found, end) or found

    def _skip_adverbs(self, at: int, end: int) -> int:
        while at < end and (self.document.keys[at] in _SKIPPED or at in self.dated):
            at += 1
        return at

    def _in_marks(self, mark: int, end: int, event: Event) -> Mention | None:
        """`وأوضح "العوفي" أن`, `ذكرت «الاقتصادية» أن`: a name or a source set in quotation marks behind its verb."""
        document, start = self.document, mark + 1
        close = document.closing.get(mark, end)
        if close >= end or not 1 < close - mark <= _QUOTED_NAME:
            return None
        definite = document.keys[start].startswith("ال")
        if start not in self.by_token and not definite and (event.is_nominal or document.words[start].tags - {"person_name"}):
            return None
        found = self.phrase(start, close)
        if found is None and (definite or self._is_unknown_name(start)):
            span = document.span(start, close)
            found = Mention(span, span.of(document.text), rule="speaker", kind=MentionKind.PER, form=MentionForm.NAME, name=span)
        return found

    def _governs(self, at: int, frame: list[str]) -> bool:
        """Whether a token is a preposition of the verb's own, and not one of the noun before it: `تقرير صادر عن المعهد`."""
        keys = self.document.keys
        return _FRAMES.get(keys[at]) in frame and not keys[at - 1].removeprefix("ال").startswith(("صادر", "مسؤول"))

    def _named_later(self, found: Mention | None, end: int) -> Mention | None:
        """`المدير العام للشركة، (السعودي) فلان، إن`: a person named behind a comma is who the role before it describes."""
        if found is None or found.form is not MentionForm.NOMINAL:
            return None
        document = self.document
        at = document.token_at(found.span.end - 1) + 1
        while at < end:
            mention = self.by_token.get(at)
            apposed = document.keys[at - 1] in "،," or (
                "nationality" in document.words[at - 1].tags and document.keys[at - 2] in "،,"
            )
            if mention is not None and mention.kind is MentionKind.PER and apposed:
                return self._titled(document.token_at(found.span.start), mention)
            at += 1
        return None

    def _skip_adjuncts(self, at: int, end: int) -> int:
        """Past adverbs, addressees (`لـ«الصحيفة»`), dates and prepositional phrases up to the next noun phrase."""
        document = self.document
        while at < end:
            key, word = document.keys[at], document.words[at]
            if key in _SKIPPED or at in self.dated or word.kind is Kind.BREAK:
                at += 1
            elif key in ("ل", "لل") or (key.startswith("لل") and at not in self.by_token) or self._is_addressee(at):
                at = self._past_phrase(at, end)
            elif key in _ADJUNCTS and not ("title" in word.tags and word.surface.startswith("إ")):  # `إمام`, `أمام`
                at = self._past_adjunct(at, end)
            elif word.kind is Kind.MARK and key in "،,-–()":
                at += 1
            elif "quote" in word.tags:
                at = document.closing.get(at, at) + 1
            else:
                break
        return at

    def _is_outlet(self, at: int) -> bool:
        """`لصحيفة الميناء`, `لموقع النادي`, `لـCNN`: to whom it was said."""
        word = self.document.words[at]
        mention = self.by_token.get(at)
        if not word.key.startswith("ل") or (mention is not None and mention.kind is MentionKind.PER):
            return False
        media = any(r.proclitics.endswith("ل") and r.tag == "quoted_name_head" and r["kind"] == "media" for r in word.readings)
        return media or (len(word.key) > 2 and word.key[1].isascii() and word.key[1].isalpha())

    def _is_addressee(self, at: int) -> bool:
        mention = self.by_token.get(at)
        key = self.document.keys[at]
        return (
            mention is not None
            and key.startswith("ل")
            and self.document.token_at(mention.span.start) == at
            and len(key) > 3
            and (
                key.startswith("لل")
                or any(r.proclitics.endswith("ل") or r.proclitics == "ل" for r in self.document.words[at].readings)
            )
        )

    def _past_phrase(self, at: int, end: int) -> int:
        document = self.document
        if at + 1 < end and "quote" in document.words[at + 1].tags:
            return document.closing.get(at + 1, at + 1) + 1
        mention = self.by_token.get(at) or self.by_token.get(at + 1)
        if mention is not None:
            return document.token_at(mention.span.end - 1) + 1
        return at + 1

    def _past_adjunct(self, at: int, end: int) -> int:
        """Past a prepositional phrase: to the next comma, or to a mention that is no part of it."""
        document = self.document
        at += 1
        steps = 0
        while at < end and steps < 10:
            key = document.keys[at]
            if key in "،," or "quote" in document.words[at].tags:
                return at
            mention = self.by_token.get(at)
            if steps and mention is not None and mention.kind is MentionKind.PER and document.token_at(mention.span.start) == at:
                return at
            at += 1
            steps += 1
        return at

    def _is_object(self, start: int, event: Event) -> bool:
        """Whether the noun behind a verb of demand cannot be its subject, for they do not agree: `وطالب الحكومة بصرفها`."""
        gender = event.reading.gender
        found = self.gender_at(start)
        return bool(found) and bool(gender) and found != gender and event.reading.number == "s"

    def gender_at(self, at: int) -> str:
        """The grammatical gender of the noun at a token, as far as its reading or its ending tells."""
        word = self.document.words[at]
        for tag in ("title", "org_head", "nominal_source", "counted"):
            reading = word.get(tag)
            if reading is not None:
                gender = reading["gender"] or reading.gender
                if reading.number == "p" and tag != "title":
                    return "f"
                if gender:
                    return gender
        if word.tags & {"person_name"}:
            return ""
        if word.key.endswith(("ة", "ات")):
            return "f"
        return "m" if word.key.startswith("ال") and "place_alias" not in word.tags else ""

    def phrase(self, start: int, end: int, *, nominal: bool = False) -> Mention | None:
        """The noun phrase that starts at a token, as a mention: the name in it if there is one, else the phrase itself."""
        document = self.document
        stop = self._phrase_end(start, end)
        if stop <= start:
            return None
        inside = list(dict.fromkeys(self.by_token[token] for token in range(start, stop) if token in self.by_token))
        person = next((m for m in inside if m.kind is MentionKind.PER and m.form is MentionForm.NAME), None)
        head = self.by_token.get(start)
        heads = head is None or head is person or head.kind is not MentionKind.PER
        if person is not None and heads and self._belongs(start, person):
            return self._titled(start, person)
        if head is not None and document.token_at(head.span.start) == start:
            return head
        if nominal and not self._is_human(start):
            return None
        return self._nominal(start, stop, inside)

    def _belongs(self, start: int, person: Mention) -> bool:
        """Whether a person's name in the phrase names its head and not somebody in a prepositional phrase."""
        tags = self.document.words[start].tags
        if start not in self.by_token and tags & {"org_head"} and "title" not in tags:
            return False  # `إدارة الرئيس فلان`
        first = self.document.token_at(person.span.start)
        between = self.document.keys[start:first]
        return (
            not any(key in ("في", "من", "على", "مع", "الى", "عن") for key in between)
            or "title" in self.document.words[start].tags
        )

    def _titled(self, start: int, person: Mention) -> Mention:
        span = Span(self.document.starts[start], person.span.end)
        if span.start >= person.span.start:
            return person
        title = Span(span.start, self.document.ends[self.document.token_at(person.name.start) - 1])
        return Mention(
            span, span.of(self.document.text), rule="speaker", kind=person.kind, form=person.form, name=person.name, title=title,
            gender=person.gender, number=person.number,
        )  # fmt: skip

    def _is_human(self, start: int) -> bool:
        word = self.document.words[start]
        if word.tags & {"nominal_source", "title", "org_head", "nationality"} or start in self.by_token:
            return True
        named, counted = word.get("quoted_name_head"), word.get("counted")
        if named is not None and named["kind"] in ("media", "organisation"):
            return True
        if counted is not None and counted["concept"] in _PEOPLE:
            return True
        return word.key in _QUANTIFIERS | _HONORIFICS or self._is_sound_plural(start)

    def _is_sound_plural(self, at: int) -> bool:
        """A sound masculine plural in the nominative is a group of people: `متابعون`, `مسؤولون` (Ryding 2005, 7.3)."""
        word = self.document.words[at]
        return (
            word.key.endswith("ون")
            and len(word.key) > 5
            and not word.tags - {"counted", "common_word"}
            and not word.get("number")
        )

    def _phrase_end(self, start: int, end: int) -> int:
        document, at = self.document, start
        anonymous = "nominal_source" in document.words[start].tags
        named: Mention | None = None
        while at < end:
            key, word = document.keys[at], document.words[at]
            if key in "،,:()-–؛." or (key == "ل" and at > start) or word.kind is Kind.BREAK or at in self.dated:
                break
            mention = self.by_token.get(at)
            if named is not None and mention is not named:
                break
            if at > start and document.keys[at - 1].startswith("ال") and self._begins_another(start, at):
                break
            if at > start and (word.surface.endswith(_TANWIN) or key in ("ردا", "تعليقا", "تعقيبا")):
                break
            if mention is not None and mention.kind is MentionKind.PER and mention.form is MentionForm.NAME:
                named = mention
            if at > start and (key in _OBJECTS or document.hit_at(at, "cue_phrase") is not None or self._is_outlet(at)):
                break
            if "quote" in word.tags:
                close = document.closing.get(at, end)
                if close >= end or close - at > 5:
                    break
                at = close + 1
                continue
            if key in _RELATIVES or key in _RESUMED:
                break
            if key in _ADJUNCTS and at > start:
                phrase = document.hit_at(at + 1, "medium") if at + 1 < end else None
                counted = key == "من" and at == start + 1 and document.keys[start] in _QUANTIFIERS
                inner = counted or (
                    key in ("في", "من", "لدى", "عن") and phrase is None and (anonymous or "title" in document.words[start].tags)
                )
                own = key == "في" and at + 1 < end and self._is_his_own(at + 1)
                if not inner or own or (at + 1) in self.dated:
                    break
            at += 1
        return at

    def _begins_another(self, start: int, at: int) -> bool:
        """Whether a second noun phrase begins behind a definite noun: `التقرير | الجيش الأميركي`, `الغرفة | قيامها`."""
        document, word, mention = self.document, self.document.words[at], self.by_token.get(at)
        if mention is not None and mention.kind is not MentionKind.PER and document.token_at(mention.span.start) == at:
            own = any(reading.proclitics for reading in word.readings) and not word.key.startswith("ال")
            return not own and not word.tags & {"nationality"}
        role = word.kind is not Kind.WORD or document.words[start].tags & {"title", "person_name"}
        if role or mention is not None or word.key.startswith("ال") or not word.tags or word.key in _ANAPHORIC:
            return False
        following = document.keys[at + 1 : at + 2]
        closed = word.tags & {"function_word", "nationality", "number", "person_name", "title", "quote"}
        return not (closed or word.key[0] in "بلكو" or (following and following[0].startswith("ال")))

    def _may_head(self, at: int) -> bool:
        """Whether a noun phrase may start here: no proclitic, no verbal noun of saying, no adverb."""
        word = self.document.words[at]
        if self._is_accusative(at) or (word.key.startswith(("ي", "سي")) and not self._is_noun(at)):
            return False  # `حربا`: an object; `يجب`: a verb
        if word.key.endswith(("ه", "ها", "هم")) and not word.tags & _HUMAN_TAGS and self._is_possessed(word.key):
            return False  # `وختم حديثه`, `جدد دعوته`: an object
        saying = any(r.tag == "cue" and r.pos in ("masdar", "participle") and not r.definite for r in word.readings)
        if saying and not word.tags & {"title", "nominal_source"}:
            return False
        if word.readings:
            return any(not r.proclitics or r.proclitics == "ال" for r in word.readings)
        return word.key[:1] not in "وفبل" or at in self.by_token

    def _is_accusative(self, at: int) -> bool:
        """An indefinite accusative, that no verb has for its subject: `حربًا`, `احتمالا`."""
        word = self.document.words[at]
        if at in self.by_token or word.tags & {"person_name", "place", "place_alias"}:
            return False
        if word.surface.endswith(_TANWIN):
            return True
        plain = word.key.endswith("ا") and not word.key.endswith(("ها", "نا")) and len(word.key) > 3
        return plain and any(r.tag not in ("person_name", "place") for r in self.document.lexicon.look_up(word.key[:-1]))

    def _is_his_own(self, at: int) -> bool:
        """`في تقريرها`, `في حديثه`: where the speaker said it."""
        word = self.document.words[at]
        return word.key.endswith(("ه", "ها", "هم")) and len(word.key) > 4 and not word.tags & (_HUMAN_TAGS | {"function_word"})

    def _is_noun(self, at: int) -> bool:
        """Whether a word that looks like a verb in the imperfect is a known noun or a name: `يمنيون`, `يوسف`."""
        return bool(self.document.words[at].tags & _HUMAN_TAGS) or at in self.by_token or self._is_sound_plural(at)

    def is_impersonal(self, event: Event) -> bool:
        """Whether a thing is the subject of a verb with a noun phrase: `ويشير ارتفاع الأسعار إلى زيادة الطلب`."""
        document, at = self.document, self._skip_adverbs(event.cue + 1, event.gap_end)
        if (
            not event.is_nominal
            or event.reading.entry.form not in _IMPERSONAL
            or event.reading.pos != "verb"
            or at >= event.gap_end
        ):
            return False
        word = document.words[at]
        known = word.tags and word.tags <= _THINGS and at not in self.by_token and not self._is_accusative(at)
        return bool(known) and not word.key.startswith("ال") and self._may_head(at) and not self._is_human(at)

    def _is_possessed(self, key: str) -> bool:
        """Whether a noun with a pronoun behind names no people: `حديثه`, but not `والده`, `عائلته`."""
        stem = key.removesuffix("هم").removesuffix("ها").removesuffix("ه")
        readings = [r for form in (stem, stem.removesuffix("ت") + "ة") for r in self.document.lexicon.look_up(form)]
        return not any(r.tag in _HUMAN_TAGS or r["concept"] in ("person", "family") for r in readings)

    def _nominal(self, start: int, stop: int, inside: list[Mention], *, before_verb: bool = False) -> Mention | None:
        document = self.document
        word = document.words[start]
        function = word.get("function_word")
        closed = "number" in word.tags or (function is not None and function["kind"] != "quantifier")
        closed = (closed and word.key not in _QUANTIFIERS) or bool(word.tags & {"concept_trigger", "time_unit", "deictic"})
        closed = closed or not (self._may_head(start) or before_verb)
        if closed and not word.tags & {"nominal_source", "title"}:
            return None
        source = document.hit_at(start, "nominal_source")
        title = word.get("title")
        kind = (
            MentionKind(source.reading["kind"])
            if source and source.reading["kind"]
            else MentionKind.PER
            if title or word.key in _QUANTIFIERS or self._is_sound_plural(start)
            else MentionKind.ORG
        )
        anonymous = source is not None and source.reading["anonymous"] == "yes" and not source.reading.definite
        number = (source.reading.number if source else title.number if title else "") or "s"
        span = document.span(start, stop)
        return Mention(
            span, span.of(document.text), rule="speaker", kind=kind, form=MentionForm.NOMINAL, name=span,
            gender=self.gender_at(start), number=number, is_anonymous=anonymous,
        )  # fmt: skip

    # ---- before the verb

    def _before(self, event: Event) -> Mention | None:
        """The subject before its verb: `العراق أعلن`, `فلان، الذي قال`; a verb with `و` goes on with another subject."""
        document, at = self.document, event.cue - 1
        first = document.sentence_bounds(event.cue)[0]
        if (
            event.reading.proclitics == "ف"
            and (topic := next((i for i in range(first, at) if document.keys[i] in _TOPICS), -1)) >= 0
        ):
            return self.phrase(topic + 1, event.cue)
        if event.reading.proclitics in ("و", "ف") or at < 0:
            return None
        while at >= first and (
            document.keys[at] in _PARTICLES or document.keys[at] in "،," or "quote" in document.words[at].tags or at in self.dated
        ):
            at -= 1
        mention = self.by_token.get(at) if at >= first else None
        if mention is not None and document.token_at(mention.span.end - 1) == at and at > first - 1:
            if mention.kind is MentionKind.ORG and (role := self._role_of(mention, at, first)) is not None:
                return role
            if self._fits(mention, event):
                return mention
            if mention.kind is MentionKind.LOC and document.token_at(mention.span.start) == first + 1:
                return self._nominal(first, at + 1, [])  # `داخلية غزة تعلن`
        if at > first and document.keys[at - 1] in COMPLEMENTISERS and at == event.cue - 1 and self._is_unknown_name(at):
            span = document.span(at, at + 1)
            return Mention(span, span.of(document.text), rule="speaker", kind=MentionKind.PER, form=MentionForm.NAME, name=span)
        return self._nominal_before(at, first, event)

    def _fronted(self, event: Event, *, adjacent: bool = False) -> Mention | None:
        """A subject that opens the sentence: `الوزير ينفي`, `فلان، الناشط البيئي، قال`, `المتحدث في بيان له قال`."""
        document, cue = self.document, event.cue
        first = document.sentence_bounds(cue)[0]
        while first < cue and document.words[first].kind is not Kind.WORD:
            first += 1
        if event.reading.proclitics or not 0 < cue - first <= _FRONT or self._is_finite(first):
            return None
        conjoined = document.keys[first].startswith("و") and self._is_role(first)
        if not (conjoined or self._is_role(first) or first in self.by_token):
            return None
        stop = self._phrase_end(first, cue)
        apposed = document.keys[stop : stop + 1] == ["،"] == document.keys[cue - 1 : cue] and cue - stop > 1
        adjoined = document.keys[stop : stop + 1] == ["في"] and document.hit_at(stop + 1, "medium") is not None
        if stop != cue and (adjacent or not (apposed or adjoined)):
            return None
        found = self.phrase(first, stop)
        if found is None or (found.form is MentionForm.NAME and found.kind is MentionKind.LOC and stop != cue):
            return None
        return found if document.token_at(found.span.end - 1) + 1 >= stop - 1 or apposed else None

    def _is_finite(self, at: int) -> bool:
        return any(reading.tag == "cue" and reading.pos == "verb" for reading in self.document.words[at].readings)

    def _is_role(self, at: int) -> bool:
        return bool(self.document.words[at].tags & {"title", "nominal_source", "org_head"})

    def _is_unknown_name(self, at: int) -> bool:
        """`إن مونتانييه قال`: a word that no table knows, where a clause's subject stands."""
        word = self.document.words[at]
        return word.kind is Kind.WORD and not word.tags and len(word.key) > 3

    def _role_of(self, organisation: Mention, last: int, first: int) -> Mention | None:
        """`المتحدث باسم الوزارة نفى`: a role that ends in the organisation's name, without a person's name."""
        document, start = self.document, self.document.token_at(organisation.span.start)
        if document.keys[start - 1 : start] not in (["باسم"], ["في"]):
            return None
        for head in range(start - 2, max(first, start - 5) - 1, -1):
            if document.words[head].tags & {"title", "nominal_source"}:
                return self._nominal(head, last + 1, [])
        return None

    def _nominal_before(self, at: int, first: int, event: Event) -> Mention | None:
        """`مصادر أمنية أكدت`, `تقارير تفيد بأن`, `المصدر ذاته أكد`: a source noun, its adjectives, and the verb."""
        document, last = self.document, at + 1
        if event.cue + 1 < len(document) and document.keys[event.cue + 1] in _RESUMPTIVE:
            return None  # `بيان طالبوا فيه`: not the statement speaks
        if at != event.cue - 1 and document.keys[event.cue - 1] not in ("قد", "فقد", "وقد"):
            return None
        for head in range(at, max(first, at - 3) - 1, -1):
            word = document.words[head]
            source = word.get("nominal_source")
            if source is not None:
                vague = (
                    head == at and not source.definite and source.number != "p" and not source["anonymous"] + source["document"]
                )
                vague = vague or (self._is_accusative(head) and document.keys[head - 1] not in COMPLEMENTISERS)
                return None if vague else self._nominal(head, last, [], before_verb=True)
            adjective = word.key in _ANAPHORIC or word.key.endswith(("ية", "ي", "ة", "يا")) or "nationality" in word.tags
            governed = word.key.startswith("ل") and "place_alias" in word.tags  # `فصائل موالية لإيران`
            mention = self.by_token.get(head)
            named = mention is not None and mention.kind is not MentionKind.LOC and "nationality" not in word.tags
            adjective = adjective or (mention is not None and mention.kind is MentionKind.LOC)  # `شرطة المدينة قد أعلنت`
            if not governed and (not adjective or named):
                return None
        return None

    def _opens_clause(self, at: int) -> bool:
        """Whether what follows a token is no part of its noun phrase: `لفصائل حلب أكدت` is not about the town's own words."""
        word = self.document.words[at]
        closed = word.tags & {"function_word", "clause_opener"} or self.document.keys[at] in COMPLEMENTISERS
        return word.kind is not Kind.WORD or bool(closed)

    def _fits(self, mention: Mention, event: Event) -> bool:
        if event.cue - 1 == self.document.token_at(mention.span.end - 1):
            before = self.document.token_at(mention.span.start) - 1
            preposition = before >= 0 and self.document.keys[before] in ("في", "من", "الى", "على", "عن", "مع")
            own = self.document.words[before + 1].readings
            preposition = preposition or (bool(own) and all(r.proclitics[-1:] in ("ب", "ل", "ك") and r.proclitics for r in own))
            if mention.kind is not MentionKind.PER and before >= 0:
                preposition = preposition or not self._opens_clause(before)
            return not preposition and mention.kind in (MentionKind.PER, MentionKind.ORG, MentionKind.LOC)
        return self.document.keys[event.cue - 1] in _PARTICLES

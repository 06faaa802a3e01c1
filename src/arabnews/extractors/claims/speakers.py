"""Speakers: the noun phrase between cue and opener that names who says it; or the subject before the verb."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from arabnews.document import Document
from arabnews.enums import FAC, NAME, NOMINAL, ORG, PER
from arabnews.extractors.claims import slots
from arabnews.extractors.claims.cues import is_first_person
from arabnews.extractors.claims.event import SAYINGS, SPEECH, Event, is_abbreviation
from arabnews.extractors.claims.extents import ADJUNCTS, ADVERBS, GROUPS, QUANTIFIERS, RELATIVES
from arabnews.extractors.claims.joint import with_others
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.no_subjects import is_no_subject
from arabnews.extractors.claims.noun_phrases import HONORIFICS, NounPhrases
from arabnews.extractors.claims.placed import placed
from arabnews.extractors.claims.positions import starts_clause
from arabnews.extractors.claims.relatives import RESUMPTIVE
from arabnews.extractors.claims.roles_named import HOLDERS, named_later
from arabnews.extractors.claims.senders import informants
from arabnews.extractors.claims.shares import share, with_part
from arabnews.extractors.claims.subjects import Subjects
from arabnews.model import DateExpression, Mention
from arabnews.text.tokens import BREAK, MARK, NUMBER, WORD

_WITH_PRONOUNS: Final = ("الي", "علي", "لدي", "في", "ب", "ل", "عن", "من", "مع", "امام")
_SKIPPED: Final = frozenset(
    {"هذا", "هذه", "ذلك", "تلك", "هؤلاء", "ايضا", "كذلك", "اليوم", "امس", "حينها", "وقتها", "انذاك", "مجددا", "مرة", "اخرى"}
    | {"رسميا", "قائلا", "قائلة", "نفس", "ذات", "كل", "جميع", "عينها"}
    | {before + pronoun for before in _WITH_PRONOUNS for pronoun in ("ه", "ها", "هم", "هما", "نا", "كم", "ك")}
    | {"منا", "عنا", "لي", "لك", "معي"}
    | {"خلاله", "خلالها", "بموجبه", "بموجبها", "بالفعل", "بالقول", "بصراحة", "بوضوح"}
    | {"النظر", "الانتباه", "التاكيد", "القول", "الاشارة", "نظر", "انتباه"}
    | ADVERBS
)
_WAYS: Final = frozenset({"بشكل", "بصورة", "بطريقة", "بصفة", "بلهجة", "بنبرة"})
"""With the adjective behind them, adverbs: `بشكل واضح`."""
_FRAMES: Final = {"عن": "عن", "من": "من", "على": "على", "الى": "إلى"}
"""Prepositions that a verb governs: behind one of its own, no speaker goes on (`أعرب الوزراء عن الأمل`)."""
_AGENTS: Final = frozenset({"قبل", "طرف", "جانب"})
_TO_SOMEBODY: Final = frozenset({"colon", "quote", "pers"})
"""The frame of verbs whose object is whom one speaks to: `خاطب`, `مازح`."""
_TOLD_SO: Final = frozenset({"قائلا", "قائلة", "قائلين", "بالقول", "بقوله", "بقولها", "بقولهم"})
_ENDS: Final = _FRAMES.keys() | _TOLD_SO
_PRAYERS: Final = frozenset({"نحمد", "احمد", "نشكر", "اشكر", "نسال", "اسال", "ندعو", "ادعو"})
"""Said, and no name: `وأضاف: نحمد الله`."""
_PRONOUNS: Final = frozenset({"هو", "هي", "هم", "هما", "انا", "نحن"})
_ADDRESSED: Final = frozenset({"اتهم", "ناشد", "حث", "أبلغ", "أخبر", "أعلم", "وصف", "نصح", "هنأ", "شكر", "شجع"})
"""Verbs whose personal object is never left out: a lone noun phrase behind them is that object."""
_DESCRIBED: Final = frozenset({"وصف", "اتهم"})
"""Of these, verbs that have both a subject and an object: `وصف المنزل بأنه قديم` leaves the subject out."""
_ADVISED: Final = frozenset({"ناشد", "حث", "نصح", "شجع"})
"""Of these, verbs with which somebody named turns to people who are not: `وحث فلان على شرب الماء`."""
RELAYS: Final = {"نقل": "عن", "نسب": "الى"}
"""Verbs that pass on the words of somebody else, and what stands before him."""
_IMPERSONAL: Final = frozenset({"أشار", "ألمح", "هدد", "أنذر", "بشر", "شجع", "وجه", "شدد", "دعا", "لفت"})
"""Verbs that things can be the subject of as well: `يشير ارتفاع الأسعار إلى`, `تهدد الأزمة ب`."""
_THINGS: Final = frozenset({"common_word", "field", "concept_trigger", "counted", "number_label", "period_word"})
_NO_NOUNS: Final = _PRONOUNS | RELATIVES
_ENCLITICS: Final = ("ه", "ها", "هم", "هما", "نا", "ني")
_MAX: Final = 16
_QUOTED_NAME: Final = 6
_THIS: Final = frozenset({"بهذا", "بهذه", "بذلك", "بتلك"})
_CLITICS: Final = "بلو"
_PASSED: Final = _SKIPPED | ADJUNCTS
"""Words that may stand before the speaker; so may those that begin with one of `_CLITICS`."""


class Speakers:
    """Finds speakers with the mentions and dates of the document at hand."""

    def __init__(self, document: Document, mentions: Sequence[Mention], dates: Sequence[DateExpression]) -> None:
        self.document = document
        self.phrases = NounPhrases(document, mentions, dates)
        self.subjects = Subjects(self.phrases)
        self.by_token, self.dated = self.phrases.by_token, self.phrases.dated
        self.own: set[int] = set()
        """The cues in the first person."""
        self.doubtful: dict[int, Mention] = {}
        """By cue, a noun phrase that is the verb's object if somebody before can be its subject, and else its subject."""

    def of(self, event: Event) -> Mention | None:
        """The speaker as written at the cue, or None if the clause names none."""
        reading, pos = event.reading, event.reading.pos
        if pos == "masdar":
            if self.document.keys[event.cue] in SAYINGS:
                return self._relayed(event)
            held = not reading.definite and event.gap_end > event.cue + 1 and not self._has_enclitic(event)
            return self.phrases.phrase(event.cue + 1, event.gap_end) if held else None
        if reading.entry.form in RELAYS and (relayed := self._quoted_from(event)) is not None:
            return relayed
        if pos == "participle" and self.document.padded_keys[event.cue + 1] not in HONORIFICS:
            return None  # its subject stands before it; a noun behind it is its object: `مطالبا الحكومة`
        if is_first_person(self.document, event.cue, reading):
            self.own.add(event.cue)
            return None
        cue, end = event.cue, event.gap_end
        plural = pos == "verb" and reading.number == "p"  # a verb before its subject is singular
        behind = None if plural or end == cue + 1 else self._behind(cue + 1, end, event)
        if pos != "verb":
            return behind
        if behind is not None and "pers" in reading.frame:
            if self._is_addressed(event, behind):
                if starts_clause(self.document, cue) or reading.proclitics:
                    self.doubtful[cue] = behind
                behind = None
            elif (fronted := self.subjects.fronted(event, adjacent=True)) is not None:
                return fronted  # `الرئيس يتوعد خصومه`
        return behind or with_part(self.phrases, self.subjects.before(event)) or self.subjects.fronted(event)

    def _quoted_from(self, event: Event) -> Mention | None:
        """`نقلت الوكالة عن فلان أن`: the words are his. With `قوله` they make a claim of his own beside the outlet's."""
        document, preposition = self.document, RELAYS[event.reading.entry.form]
        for at in range(event.cue + 1, event.gap_end - 1):
            if document.keys[at] == preposition and not SAYINGS.intersection(document.keys[at : event.gap_end]):
                return self.phrases.phrase(at + 1, event.gap_end)
        return None

    def _relayed(self, event: Event) -> Mention | None:
        """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
        first = self.document.sentence_bounds[event.cue][0]
        for at in range(event.cue - 1, max(first, event.cue - _MAX) - 1, -1):
            ascribed = self.document.keys[at] == "الى" and any("نسب" in key for key in self.document.keys[first:at])
            if (self.document.keys[at] in ("عن", "وعن") or ascribed) and at + 1 < event.cue:
                return self.phrases.phrase(at + 1, event.cue)
            if self._is_receiver(at) and any("نسب" in key for key in self.document.keys[first:at]):
                return self.phrases.phrase(at, event.cue)  # `ونسب الكاتب لتقرير حديث قوله`
        return None

    def _is_addressed(self, event: Event, found: Mention) -> bool:
        """Whether what stands behind a verb that may have one is its object: `واتهم الوزير بأنه`, `دعا الأطباء المحليين`."""
        document, reading = self.document, event.reading
        if self._has_enclitic(event):
            return False
        first, last = document.tokens(found.span)
        if document.keys[first].endswith("ون") or self.phrases.is_construct_plural(first):
            return False  # the nominative: a subject
        if document.keys[event.cue + 1] in RESUMPTIVE and found.kind is not PER:
            return True  # `بيانا طالبت فيه الحكومة`: she who issued it is known already
        source = document.words[first].get("nominal_source")
        if source is not None and source["document"] == "yes" and reading.entry.form not in _DESCRIBED:
            return False
        people = document.words[first].tags & {"title", "nominal_source", "counted", "nationality"}
        if document.keys[first] in QUANTIFIERS:
            return False  # `طالب عدد من البحارة`
        if reading.proclitics == "" and event.is_nominal and found.form is NOMINAL and self._is_preceded(event.cue):
            return True  # `ارتفاع الأسعار يشجع التجار على`
        oblique = bool(people) and self.phrases.is_oblique(first)  # `الأطباء المحليين`, not `الأمين`
        if event.opener == "obj" and not oblique:
            return False  # `ووصف الرئيس الهجوم بأنه`: the object follows
        if oblique or any(key.endswith("يين") for key in document.keys[first:last]) or self.subjects.before(event) is not None:
            return True
        rest = range(last, next((at for at in range(last, event.gap_end) if document.keys[at] in RELATIVES), event.gap_end))
        if any(at in self.by_token or document.keys[at].startswith("ال") for at in rest):
            return False
        if last < event.gap_end and document.keys[last].endswith("ا") and document.tags_at(last) & {"counted", "title"}:
            return False  # `واتهمت المرأة رجلا ب`
        if event.opener == "clause" and reading.entry.form == "اعتبر":
            return False  # `واعتبرت جمعيات أن`: the clause is all its object
        joined = (
            reading.entry.form in _DESCRIBED
            or reading.proclitics in ("و", "ف")
            or document.keys[event.cue - 1 : event.cue] in (["كما"], ["فيما"], ["ثم"])
        )
        if reading.entry.form in _ADDRESSED:
            adviser = found.form is NAME if found.kind is PER else found.kind is ORG and reading.entry.form == "نصح"
            return joined and not (adviser and reading.entry.form in _ADVISED)
        return joined and found.kind is not PER and found.form is NOMINAL

    def _is_preceded(self, cue: int) -> bool:
        """Whether a noun phrase that can be the subject stands directly before a verb in the imperfect."""
        word = self.document.words[cue - 1] if cue else None
        if word is None or word.kind is not WORD or cue - 1 in self.dated or self.document.keys[cue][0] not in "يت":
            return False
        closed = word.tags & {"function_word", "clause_opener", "turn_marker", "cue", "relative", "medium"}
        return not closed and word.key not in ADJUNCTS and self.document.hit_ending(cue, "turn_marker") is None

    def _has_enclitic(self, event: Event) -> bool:
        key, reading = self.document.keys[event.cue], event.reading
        form = reading["masdar"] if reading.pos == "masdar" else reading.entry.form
        return key.endswith(_ENCLITICS) and len(key) > len(form) + len(reading.proclitics)

    def _behind(self, first: int, end: int, event: Event) -> Mention | None:
        document, keys, frame = self.document, self.document.keys, event.reading.frame
        opener, nominal = event.opener, event.opener not in SPEECH
        if first < end and keys[first] == "في" and "doc" in frame:
            first += 1
        if first >= end:
            return None
        if not nominal and (named := self._whole(first, end)) is not None:
            return named
        if keys[first] == "من" and event.reading.entry.form == "طلب":
            return None  # `طلب من السكان التأكد من أن`: whom he asked
        if "من" in keys[first:end] and (agent := informants(self.phrases, event) or self._agent(first, end)) is not None:
            return agent
        if opener != "obj" and (part := share(self.phrases, first, end)) is not None:
            return part
        start = plain = self._skip_adverbs(first, end) if keys[first] in _SKIPPED or first in self.dated else first
        if start >= end:
            return None
        word = document.words[start]
        if word.key == "نقلا" or (word.key in _PRAYERS and start + 1 < end and keys[start + 1] == "الله"):
            return None  # `وقال نقلا عن الشرطة`
        if "quote" in word.tags and not self._is_told(event, start, end) and (named := self._in_marks(start, end, event)):
            return named
        if word.kind is not WORD or word.key[0] in _CLITICS or word.key in _PASSED or start in self.dated:
            start = self._skip_adjuncts(start, end)
            if start >= end:
                return None
            word = document.words[start]
        if word.key in _NO_NOUNS or (word.kind is not WORD and word.kind is not NUMBER):
            return None
        definite = word.key.startswith("ال")
        if start not in self.by_token and is_no_subject(self.phrases, event, start):
            return None
        if (nominal and self._is_object(start, event)) or self.phrases.is_governed(start):
            return None
        strict = (opener == "obj" and not definite) or (nominal and "pers" in frame)
        whole = opener in ("quote", "colon") and "obj" in frame  # `نفى حصول «أي تقدم»`
        strict = strict or (whole and bool(word.tags) and not definite)
        stop = self._bound(event, start, end, frame)
        bounded = opener != "obj"
        found = self.phrases.phrase(start, stop, nominal=strict, bounded=bounded)
        if found is None and start == plain and (definite or not (whole or opener == "obj")):
            found = placed(self.phrases, event, start, stop)
        if found is None:
            return None
        return self._in_full(found, event, end, bounded)

    def _in_full(self, found: Mention, event: Event, end: int, bounded: bool) -> Mention | None:
        """A noun phrase behind a verb, with whom it describes, who speaks with it, and what else a name has."""
        if found.form is NOMINAL or found.title is not None:
            found = self.phrases.as_family_name(named_later(self.phrases, found, end) or found)
        if self._is_told_so(found, event, end):
            return None
        if found.form is not NAME:
            return found
        if found.kind is not PER:
            return with_others(self.phrases, found, end)
        return slots.completed(self.document, self.by_token, found, end) if bounded else found

    def _whole(self, first: int, end: int) -> Mention | None:
        """The person whose name is all that stands in a token range, as behind most verbs."""
        found = self.by_token.get(first)
        if found is None or found.kind is not PER or found.form is not NAME:
            return None
        span, ends = found.span, self.document.ends
        whole = self.document.keys[first][0] != "ل" and ends[first - 1] <= span.start  # not `قال للمنصوري إن`
        whole = whole and ends[end - 2] < span.end <= ends[end - 1]
        return found if whole and not self.phrases.is_possessor(first, found) else None

    def _is_told(self, event: Event, mark: int, end: int) -> bool:
        """`أبلغ "الميناء" فلان أن`: a name in marks is whom he told; not before an object: `تتهم «المرسى» السلطات`."""
        form = event.reading.entry.form
        return form in _ADDRESSED and not (form in _DESCRIBED and self._has_object(mark, end))

    def _has_object(self, mark: int, end: int) -> bool:
        """`وتتهم «المرسى» السلطات بالتقصير`: a definite noun behind a name in marks is the object."""
        after = self.document.closing.get(mark, end) + 1 if mark < end else end
        if after >= end or not self.document.keys[after].startswith("ال"):
            return False
        named = self.by_token.get(after)
        return "title" not in self.document.words[after].tags and (named is None or named.kind is not PER)

    def _bound(self, event: Event, start: int, end: int, frame: Set[str]) -> int:
        """The token before which a subject ends: at a preposition of the verb's own, or at whom words are ascribed to."""
        relays, stop = event.reading.entry.form in RELAYS, end if end < start + _MAX else start + _MAX
        if not relays and _ENDS.isdisjoint(self.document.keys[start + 1 : stop]):
            return stop
        for at, key in enumerate(self.document.keys[start + 1 : stop], start + 1):
            if key in _ENDS and (key in _TOLD_SO or self._governs(at, event, frame)):
                return at
            if relays and self._is_receiver(at):
                return at
        return stop

    def _is_told_so(self, found: Mention, event: Event, end: int) -> bool:
        """`وأوضحت السبب قائلة`: a thing before `قائلا` is the object, and one who is addressed: `وخاطب الحضور قائلا`."""
        document = self.document
        addressed = event.reading.frame == _TO_SOMEBODY and not document.keys[event.cue].endswith(("ه", "ها", "هم"))
        if not addressed and (found.form is not NOMINAL or event.is_nominal):
            return False
        after = document.token_at(found.span.end - 1) + 1
        if document.padded_keys[after] not in _TOLD_SO:
            return False
        thing = after < end and not found.text.startswith("الأخير")
        return addressed or (thing and not self.phrases.is_human(document.token_at(found.span.start)))

    def _agent(self, first: int, end: int) -> Mention | None:
        """Who did what a passive tells: `نُشر الفيديو أمس من قبل صفحة الميناء`."""
        if self.phrases.is_human(first):
            return None  # `أفاد التاجر خلال سؤاله من قبل القاضي أن`
        for at in range(first, end - 2):
            if self.document.keys[at] == "من" and self.document.keys[at + 1] in _AGENTS:
                found = self.phrases.phrase(at + 2, end)
                return found if found is not None and self.phrases.is_human(at + 2) else None
        return None

    def _skip_adverbs(self, at: int, end: int) -> int:
        while at < end and (at in self.dated or self._is_skipped(at)):
            at += 1
        return at

    def _is_skipped(self, at: int) -> bool:
        """An adverb, a demonstrative, a preposition with its pronoun; `كل من` begins a speaker."""
        key = self.document.keys[at]
        return key in _SKIPPED and not (key == "كل" and self.document.keys[at + 1 : at + 2] == ["من"])

    def _in_marks(self, mark: int, end: int, event: Event) -> Mention | None:
        """`وأوضح "العوفي" أن`, `ذكرت «الاقتصادية» أن`: a name or a source set in quotation marks behind its verb."""
        document, start = self.document, mark + 1
        close = document.closing.get(mark, end)
        if close >= end or not 1 < close - mark <= _QUOTED_NAME or "weekday" in document.words[start].tags:
            return None  # `وقال اليوم «الخميس» إن`
        definite = document.keys[start].startswith("ال")
        alone = close + 1 == end and event.opener == "clause"  # `وأوضحت «سما» أنها`
        named = (
            event.opener == "obj" or start in self.by_token or definite or alone or self._has_object(mark, end)
        )  # what stands before an object is the subject
        if not named and (event.is_nominal or document.words[start].tags - {"person_name"}):
            return None
        behind = self.by_token.get(close + 1)
        if behind is not None and behind.kind is PER and behind.span.start >= document.starts[close + 1]:
            return self.phrases.titled(start, behind)  # `وقال "الفلكي" فلان`
        if (
            "title" in document.words[start].tags
            and (after := slots.name_end(document, close + 1, end, self.by_token)) > close + 1
        ):
            return slots.person(document, start, close + 1, after)  # `وقال "الفلكي" فلان`, whom no table lists
        found = self.phrases.phrase(start, close)
        if found is None and (definite or alone or self.phrases.is_unknown_name(start)):
            found = mentioned(document.text, document.span(start, close), PER, NAME)
        return found

    def _governs(self, at: int, event: Event, frame: Set[str]) -> bool:
        """Whether a token is a preposition of the verb's own, and not one of the noun before it: `تقرير صادر عن المعهد`."""
        if self.document.keys[at - 1] in QUANTIFIERS:
            return False  # `اشتكى عدد من السكان من`
        keys = self.document.keys
        if _FRAMES.get(keys[at]) not in frame or keys[at - 1].removeprefix("ال").startswith(("صادر", "مسؤول", "ممثل")):
            return False
        named = any(  # `كشف مسؤول الرقابة عن السدود فلان أن`
            (mention := self.by_token.get(token)) is not None and mention.kind is PER for token in range(at + 1, event.gap_end)
        )
        head = event.cue + 1
        awarded = keys[at] == "على" and keys[at - 1] in HOLDERS  # `الحائز على الجائزة فلان أن`
        return not (event.opener == "clause" and named and (awarded or "title" in self.document.words[head].tags))

    def _skip_adjuncts(self, at: int, end: int) -> int:
        """Past adverbs, addressees (`لـ«الصحيفة»`), dates and prepositional phrases up to the next noun phrase."""
        document = self.document
        while at < end:
            word = document.words[at]
            key = word.key
            if word.kind is WORD and key[0] not in _CLITICS and key not in _PASSED and at not in self.dated:
                break  # most: the first word of the speaker
            if key in _THIS and at + 1 < end:
                at += 2  # `بهذا الخصوص`
            elif self._is_skipped(at) or at in self.dated or word.kind is BREAK:
                at += 1
            elif self._is_manner(at):
                at += 1 + (key in _WAYS)
                if key.startswith("بال") and at < end and document.words[at].tags <= {"common_word"}:
                    at += document.keys[at].startswith("ال")  # `بالنص الصريح`
            elif key.startswith("ل") and key[1:] in QUANTIFIERS:
                at = self.phrases.end_of(at, end)
            elif key in ("ل", "لل") or (key.startswith("لل") and at not in self.by_token) or self._is_addressee(at):
                at = self._past_phrase(at, end)
            elif key in ADJUNCTS and not ("title" in word.tags and word.surface.startswith("إ")):  # `إمام`, `أمام`
                at = self._past_adjunct(at, end)
            elif word.kind is MARK and (key in "،,-–()" or is_abbreviation(document, at)):
                at += 1
            elif "quote" in word.tags:
                at = document.closing.get(at, at) + 1
            else:
                break
        return at

    def _is_manner(self, at: int) -> bool:
        """`تدل بصدق ويقين على`: a noun with `ب`, or joined to one, that is nobody's name."""
        word, key = self.document.words[at], self.document.keys[at]
        if key[0] not in "وب" or at in self.by_token or len(key) < 4 or word.tags & {"title", "nominal_source", "org_head"}:
            return False
        if key[0] == "و" and at and self.document.keys[at - 1].startswith("ب"):
            return bool(self.document.lexicon.look_up(key[1:]))
        governed = bool(word.readings) and all(r.proclitics or r.tag == "common_word" for r in word.readings)
        return key[0] == "ب" and governed and bool(self.document.lexicon.look_up(key[1:]))

    def _is_receiver(self, at: int) -> bool:
        """Whether a noun with `ل` stands at a token: to whom words are ascribed."""
        return self.document.keys[at].startswith("لل") or (self.document.keys[at][0] == "ل" and self._is_prefixed(at))

    def _is_addressee(self, at: int) -> bool:
        mention, key = self.by_token.get(at), self.document.keys[at]
        if key[0] == "ل" and self.document.padded_keys[at + 1] == "(" and self._is_prefixed(at):
            return True  # `قال لصحيفة (المرسى) إن`
        return (
            key[0] == "ل"
            and mention is not None
            and mention.span.start >= self.document.starts[at]
            and len(key) > 3
            and (key.startswith("لل") or self._is_prefixed(at))
        )

    def _is_prefixed(self, at: int) -> bool:
        """Whether a word has `ل` before it and is no word by itself: `لوزير`, not `لجنة`, `لبنان`."""
        readings = self.document.words[at].readings
        itself = any(not r.proclitics and r.tag not in ("common_word", "function_word") for r in readings)
        return not itself and any(r.preposition == "ل" for r in readings)

    def _past_phrase(self, at: int, end: int) -> int:
        document = self.document
        if at + 1 < end and "quote" in document.words[at + 1].tags:
            close = document.closing.get(at + 1, 0)
            if not close:  # `لـ»الصحيفة»`, with marks of one kind
                last = min(end, at + 2 + _QUOTED_NAME)
                close = next((mark for mark in range(at + 2, last) if "quote" in document.words[mark].tags), at + 1)
            return close + 1
        if document.padded_keys[at + 1] == "(" and ")" in (within := document.keys[at + 2 : min(end, at + 2 + _QUOTED_NAME)]):
            return at + 3 + within.index(")")
        mention = self.by_token.get(at) or self.by_token.get(at + 1)
        if mention is not None:
            return document.token_at(mention.span.end - 1) + 1
        at += 1
        while at < end and document.keys[at].startswith("ال") and document.keys[at].endswith(("ية", "ي", "ة")):
            if at in self.by_token or self.phrases.is_human(at):
                break
            at += 1  # `للأجهزة الأمنية`
        return at

    def _past_adjunct(self, at: int, end: int) -> int:
        """Past a prepositional phrase: to the next comma, or to a mention that is no part of it."""
        document = self.document
        at += 1
        steps = 0
        while at < end and steps < 10:
            key = document.keys[at]
            if steps and (closing := document.closing.get(at)) is not None and closing < end:
                at, steps = closing + 1, steps + 1  # `في مؤتمر «مياه المدينة»`
                continue
            if key in "،," or "quote" in document.words[at].tags:
                return at
            mention = self.by_token.get(at)
            if steps and mention is not None and mention.kind is PER and mention.span.start >= document.starts[at]:
                return at
            at += 1
            steps += 1
        return at

    def _is_object(self, start: int, event: Event) -> bool:
        """Whether the noun behind a verb of demand cannot be its subject, for they do not agree: `وطالب الحكومة بصرفها`."""
        document, gender = self.document, event.reading.gender
        named = self.by_token.get(start)
        majority = document.keys[start] in QUANTIFIERS and "pers" not in event.reading.frame  # `يشتكي غالبية السكان`
        known = majority or self._is_group(start) or (named is not None and named.kind is FAC)
        person = named is not None and named.kind is PER  # `فخامة الرئيس`, `عمدة المدينة فلان`: no women
        found = "" if known else named.gender if person and named is not None else self.phrases.gender_at(start)
        return bool(found) and bool(gender) and found != gender and event.reading.number == "s"

    def _is_group(self, at: int) -> bool:
        """A broken plural or a noun for many, with which a verb agrees in either gender: `الجماهير`, `مجموعة من`."""
        source = self.document.words[at].get("nominal_source")
        if source is None and self.phrases.is_human(at):
            source = self.document.words[at].get("counted")  # `رجال`, `أبناء`, `خريجو`
        key = self.document.keys[at]
        plural = source is not None and source.number == "p" and not key.endswith(("ون", "ين", "ات"))
        return plural or (key in GROUPS and self.document.keys[at + 1 : at + 2] == ["من"])

    def is_impersonal(self, event: Event) -> bool:
        """Whether a thing is the subject of a verb with a noun phrase: `ويشير ارتفاع الأسعار إلى زيادة الطلب`."""
        if event.opener in SPEECH or event.reading.entry.form not in _IMPERSONAL or event.reading.pos != "verb":
            return False
        document, at = self.document, self._skip_adverbs(event.cue + 1, event.gap_end)
        if at >= event.gap_end:
            return False
        word = document.words[at]
        known = word.tags and word.tags <= _THINGS and at not in self.by_token and not self.phrases.is_accusative(at)
        return bool(known) and not word.key.startswith("ال") and self.phrases.may_head(at) and not self.phrases.is_human(at)

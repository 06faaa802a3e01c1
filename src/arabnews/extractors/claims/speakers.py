"""Speakers: the noun phrase between cue and opener that names who says it; or the subject before the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.events import COMPLEMENTISERS, Event
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
    }
)
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين"})
_PRONOUNS: Final = frozenset({"هو", "هي", "هم", "هما", "انا", "نحن"})
_OBJECTS: Final = frozenset(
    {"التاكيد", "تاكيده", "تاكيدها", "الدعوة", "دعوته", "دعوتها", "التشديد", "رفضه", "رفضها", "نقلا", "القول"}
)
_QUANTIFIERS: Final = frozenset({"عدد", "بعض", "احد", "احدى", "كثير", "عشرات", "مئات", "الاف", "معظم", "غالبية", "جميع", "كل"})
_ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور", "المذكورة"})
_PARTICLES: Final = frozenset({"قد", "فقد", "وقد", "كان", "كانت", "الذي", "التي", "الذين", "سبق", "وان", "و"})
_ADDRESSED: Final = frozenset({"اتهم", "ناشد", "حث", "أبلغ", "أخبر", "أعلم", "وصف"})
"""Verbs whose personal object is never left out: a lone noun phrase behind them is that object."""
_RESUMED: Final = frozenset({"فان", "فانه", "فانها", "فانهم"})
_HUMAN_TAGS: Final = frozenset({"title", "nominal_source", "org_head", "person_name", "nationality"})
_ENCLITICS: Final = ("ه", "ها", "هم", "هما", "نا", "ني")
_MAX: Final = 16


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
        behind = self._behind(event.cue + 1, event.gap_end, event)
        if behind is not None and self._is_addressed(event, behind):
            behind = None
        if behind is not None or event.reading.pos != "verb":
            return behind
        return self._before(event)

    def _relayed(self, event: Event) -> Mention | None:
        """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
        first = self.document.sentence_bounds(event.cue)[0]
        for at in range(event.cue - 1, max(first, event.cue - _MAX) - 1, -1):
            if self.document.keys[at] in ("عن", "وعن") and at + 1 < event.cue:
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
        people = document.words[first].tags & {"title", "nominal_source", "counted", "nationality"}
        oblique = bool(people) and document.keys[first].endswith("ين") and len(document.keys[first]) > 5
        if oblique or any(key.endswith("يين") for key in document.keys[first:last]) or self._before(event) is not None:
            return True
        rest = range(last, event.gap_end)
        if any(at in self.by_token or document.keys[at].startswith("ال") for at in rest):
            return False
        joined = reading.proclitics in ("و", "ف")
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
        start = self._skip_adjuncts(first, end)
        if start >= end:
            return None
        if document.keys[start] in _PRONOUNS | _RELATIVES or document.words[start].kind is not Kind.WORD:
            return None
        if event.is_nominal and self._is_object(start, event):
            return None
        frame = event.reading["frame"].split()
        strict = event.opener == "obj" or (event.is_nominal and "pers" in frame)
        found = self.phrase(start, min(end, start + _MAX), nominal=strict)
        return self._named_later(found, end) or found

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
            elif key in _ADJUNCTS:
                at = self._past_adjunct(at, end)
            elif word.kind is Kind.MARK and key in "،,-–()":
                at += 1
            elif "quote" in word.tags:
                at = document.closing.get(at, at) + 1
            else:
                break
        return at

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
        return word.key in _QUANTIFIERS or self._is_sound_plural(start)

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
            if mention is not None and mention.kind is MentionKind.PER and mention.form is MentionForm.NAME:
                named = mention
            if at > start and (key in _OBJECTS or document.hit_at(at, "cue_phrase") is not None):
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
                if not inner or (at + 1) in self.dated:
                    break
            at += 1
        return at

    def _may_head(self, at: int) -> bool:
        """Whether a noun phrase may start here: no proclitic, no verbal noun of saying, no adverb."""
        word = self.document.words[at]
        if word.key.endswith(("ه", "ها", "هم")) and not word.tags & _HUMAN_TAGS and self._is_possessed(word.key):
            return False  # `وختم حديثه`, `جدد دعوته`: an object
        saying = any(r.tag == "cue" and r.pos in ("masdar", "participle") and not r.definite for r in word.readings)
        if saying and not word.tags & {"title", "nominal_source"}:
            return False
        if word.readings:
            return any(not r.proclitics or r.proclitics == "ال" for r in word.readings)
        return word.key[:1] not in "وفبل" or at in self.by_token

    def _is_possessed(self, key: str) -> bool:
        """Whether a noun with a pronoun behind names no people: `حديثه`, but not `والده`, `عائلته`."""
        stem = key.removesuffix("هم").removesuffix("ها").removesuffix("ه")
        readings = [r for form in (stem, stem.removesuffix("ت") + "ة") for r in self.document.lexicon.look_up(form)]
        return not any(r.tag in _HUMAN_TAGS or r["concept"] in ("person", "family") for r in readings)

    def _nominal(self, start: int, stop: int, inside: list[Mention]) -> Mention | None:
        document = self.document
        word = document.words[start]
        function = word.get("function_word")
        closed = "number" in word.tags or (function is not None and function["kind"] != "quantifier")
        closed = (closed and word.key not in _QUANTIFIERS) or bool(word.tags & {"concept_trigger", "time_unit", "deictic"})
        closed = (
            closed or not self._may_head(start) or (not word.tags and word.key.startswith("ي") and len(word.key) > 4)
        )  # a verb in the imperfect
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
        if event.reading.proclitics in ("و", "ف") or at < 0:
            return None
        first = document.sentence_bounds(event.cue)[0]
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
        if at > first and document.keys[at - 1] in COMPLEMENTISERS and at == event.cue - 1 and self._is_unknown_name(at):
            span = document.span(at, at + 1)
            return Mention(span, span.of(document.text), rule="speaker", kind=MentionKind.PER, form=MentionForm.NAME, name=span)
        return self._nominal_before(at, first, event)

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
        if at != event.cue - 1 and document.keys[event.cue - 1] not in ("قد", "فقد", "وقد"):
            return None
        for head in range(at, max(first, at - 3) - 1, -1):
            word = document.words[head]
            source = word.get("nominal_source")
            if source is not None:
                vague = (
                    head == at and not source.definite and source.number != "p" and not source["anonymous"] + source["document"]
                )
                return None if vague else self._nominal(head, last, [])
            adjective = word.key in _ANAPHORIC or word.key.endswith(("ية", "ي", "ة", "يا")) or "nationality" in word.tags
            governed = word.key.startswith("ل") and "place_alias" in word.tags  # `فصائل موالية لإيران`
            named = head in self.by_token and "nationality" not in word.tags
            if not governed and (not adjective or named):
                return None
        return None

    def _fits(self, mention: Mention, event: Event) -> bool:
        if event.cue - 1 == self.document.token_at(mention.span.end - 1):
            before = self.document.token_at(mention.span.start) - 1
            preposition = before >= 0 and self.document.keys[before] in ("في", "من", "الى", "على", "عن", "مع")
            own = self.document.words[before + 1].readings
            preposition = preposition or (bool(own) and all(r.proclitics[-1:] in ("ب", "ل", "ك") and r.proclitics for r in own))
            return not preposition and mention.kind in (MentionKind.PER, MentionKind.ORG, MentionKind.LOC)
        return self.document.keys[event.cue - 1] in _PARTICLES

"""The subject before its verb: `العراق أعلن`, `المتحدث باسم الوزارة نفى`, `فلان، الناشط البيئي، قال`."""

from __future__ import annotations

from itertools import compress
from typing import Final

from arabnews.enums import LOC, NAME, ORG, PER
from arabnews.extractors.claims import relatives, slots
from arabnews.extractors.claims.event import COMPLEMENTISERS, TANWIN, Event
from arabnews.extractors.claims.extents import ANAPHORIC, RELATIVES
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.narratives import past_signature
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.plurals import is_governed
from arabnews.extractors.claims.positions import ISSUES, last_with, may_act
from arabnews.extractors.claims.relatives import RESUMPTIVE, is_object_of, is_resumptive
from arabnews.extractors.claims.shares import share
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_PARTICLES: Final = frozenset({"قد", "فقد", "وقد", "كان", "كانت", "الذي", "التي", "الذين", "سبق", "وان", "و"})
_TOPICS: Final = frozenset({"اما", "واما"})
"""They put a subject before its verb, which takes `ف`: `أما الوزير فقال` (Ryding 2005, 18.4)."""
_DASHES: Final = frozenset({"-", "–", "—"})
_BRACKETED: Final = 5
_OFTEN: Final = frozenset({"طالما", "لطالما", "دائما", "كثيرا", "غالبا"})
_BEFORE_NAMES: Final = frozenset({"في", "من", "الى", "على", "عن", "مع", "قبل", "لدى", "ضد"})
_PARTING: Final = _DASHES | _OFTEN | {")"}
_COPULAS: Final = frozenset({"كان", "وكان", "كانت", "وكانت", "فكان", "فكانت"})
_CONTRASTS: Final = frozenset({"لكن", "ولكن", "فيما", "وفيما", "بينما", "وبينما", "حيث", "اذ"})
_FURTHER: Final = frozenset({"والذي", "والتي", "والذين"})
_LINKS: Final = frozenset({"لكن", "ولكن", "كما", "فيما", "وفيما", "بينما", "وقد", "وكان", "كان", "ثم", "و"})
_INNER: Final = COMPLEMENTISERS | {"لكن", "ولكن", "بينما", "وبينما", "فيما"}
_ONCE: Final = frozenset({"سبق", "وسبق", "يسبق"})
_FRONT: Final = 20
_ANTECEDENT: Final = 6
_STATEMENT: Final = 5
_MARKED: Final = 4
_FEW: Final = 4
_VERB: Final = 3
_AUXILIARIES: Final = frozenset({"كان", "وكان", "كانت", "وكانت", "كانوا", "وكانوا"})
_DEFINITE: Final = 3
_TO_HIM: Final = frozenset({"لي", "لنا", "له", "لها", "لهم", "ذلك"})
_CLAUSE: Final = 40
"""Tokens back in a sentence to which the subject of another verb may stand."""
_CONSTRUCT: Final = frozenset(
    {"common_word", "counted", "quoted_name_head", "org_head", "nominal_source", "facility_head", "place_type", "field"}
    | {"sport_word"}
)
"""Tags of nouns that a genitive may follow."""


class Subjects:
    """Finds subjects before verbs."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.phrases, self.document = phrases, phrases.document
        self.by_token, self.dated = phrases.by_token, phrases.dated

    def before(self, event: Event) -> Mention | None:
        """The subject before its verb: `العراق أعلن`, `فلان، الذي قال`; a verb with `و` goes on with another subject."""
        document, at, told = self.document, event.cue - 1, self.document.padded_keys[event.cue - 1]
        first = document.sentence_bounds[event.cue][0]
        if event.reading.proclitics == "و" or at < first:
            return None
        topic = next(iter(document.where(_TOPICS, range(max(first, at - _FRONT), at))), -1)
        if topic >= 0 and (event.reading.proclitics == "ف" or document.keys[at] in ("فانه", "فانها", "فقد")):
            return self.phrases.phrase(topic + 1, event.cue)
        if first <= topic <= first + 1 and not event.reading.proclitics:
            named = self.phrases.phrase(topic + 1, event.cue)  # `أما رئيس البعثة فلان أكد`, without `ف`
            if named is not None and document.token_at(named.span.end - 1) + 1 == event.cue:
                return named
        if event.reading.proclitics == "ف" or told in _FURTHER or (told in RELATIVES and is_object_of(self.phrases, event)):
            return None  # `القانون ..., والذي ينص على`
        at = self._before_dashes(at, first) if document.keys[at] in _PARTING else at
        while at >= first and (
            document.keys[at] in _PARTICLES or document.keys[at] in "،," or "quote" in document.words[at].tags or at in self.dated
        ):
            at -= 1
        if told in RELATIVES and (antecedent := self._antecedent(at, first, event)) is not None:
            return antecedent
        if told in ("ان", "وان"):
            earlier = self._once(event.cue, first)
            if earlier is not None or "cue" in document.words[event.cue - 2].tags:
                return earlier  # `أكد أن طلب`: no room for a subject
        if is_resumptive(document, event.cue + 1):
            return None  # `بيانا حصلت عليه الوكالة قال فيه`: he who issued it
        if (subject := self._before_particle(event.cue, first)) is not None:
            return subject
        mention = self.by_token.get(at) if at >= first else None
        if "quote" in document.words[at + 1].tags and (paper := self._in_marks(event, at, first)) is not None:
            return paper
        if mention is not None and document.token_at(mention.span.end - 1) == at and at > first - 1:
            if mention.kind is ORG and (role := self.phrases.role_of(mention, at, first)) is not None:
                return role
            if self._fits(mention, event):
                return mention
            if mention.kind is LOC and document.token_at(mention.span.start) == first + 1:
                return self.phrases.nominal(first, at + 1)  # `داخلية غزة تعلن`
        surname = (
            at >= first and document.keys[at] in self.phrases.surnames and (at == first or document.keys[at - 1] in _CONTRASTS)
        )
        if (surname and at == event.cue - 1) or (
            at > first and self._opens_subject(at - 1, event) and self.phrases.is_unknown_name(at)
        ):
            span = document.span(at, at + 1)
            return mentioned(document.text, span, PER, NAME)
        found = self._nominal_before(at, first, event) or self._definite_before(event.cue, first, event)
        found = found or relatives.asyndetic(self.phrases, event) or relatives.clause_subject(self.phrases, event)
        return found or relatives.parted(self.phrases, event) or self._stranger(event, first)

    def _stranger(self, event: Event, first: int) -> Mention | None:
        """`شوقي ستورم قال`: a full name that no table lists, with which a sentence begins, directly before its verb."""
        document, cue = self.document, event.cue
        if not 2 <= cue - first <= _FEW or event.is_nominal or any(at in self.by_token for at in range(first, cue)):
            return None
        if slots.name_end(document, first, cue, self.by_token) != cue:
            return None
        return slots.person(document, first, first, cue)

    def _before_dashes(self, at: int, first: int) -> int:
        """Past an adverb and an apposition set in dashes, or another name in brackets: `أن فلان -النائب السابق- طالما | حذر`."""
        keys = self.document.keys
        if keys[at] == ")" and at - _BRACKETED > first:  # `أن حركة الساحل (حس) | رأت`
            return next((i - 1 for i in range(at - 1, at - _BRACKETED, -1) if keys[i] == "("), at)
        last = at - (keys[at] in _OFTEN)
        if last < first or keys[last] not in _DASHES:
            return at
        return next((i - 1 for i in range(last - 1, max(first, last - _FRONT), -1) if keys[i] in _DASHES), at)

    def _once(self, cue: int, first: int) -> Mention | None:
        """`وسبق للوزير أن حذر`: who did it before stands behind `ل`."""
        keys = self.document.keys
        once = last_with(keys, _ONCE, max(first, cue - _ANTECEDENT), cue - 1)
        if once < 0 or once + 1 >= cue - 1 or not keys[once + 1].startswith("ل"):
            return None
        return self.phrases.phrase(once + 1, cue - 1)

    def _definite_before(self, cue: int, first: int, event: Event) -> Mention | None:
        """`إن المسرحية تدعو إلى`, `لكن الجبهة الجديدة نددت ب`: definite words that open a clause and agree with the verb."""
        document, start = self.document, cue
        while start > max(first, cue - _DEFINITE) and self._is_definite(start - 1):
            start -= 1
        if start == cue or event.reading.number != "s" or start < first:
            return None
        before = document.padded_keys[start - 1]
        opens = start == first or before in COMPLEMENTISERS or before in _LINKS or document.hit_ending(start, "turn_marker")
        feminine = document.keys[start].endswith("ة")
        if not opens or feminine != (event.reading.gender == "f"):
            return None
        return self.phrases.nominal(start, cue, before_verb=True)

    def _is_definite(self, at: int) -> bool:
        word = self.document.words[at]
        plain = word.kind is WORD and word.key.startswith("ال") and at not in self.dated and at not in self.by_token
        return plain and not word.tags & {"function_word", "relative", "deictic", "weekday", "person_name", "number"}

    def _in_marks(self, event: Event, at: int, first: int) -> Mention | None:
        """`وكانت "المرسى" قد نشرت`: what stands in quotation marks behind a copula, which agrees with it."""
        document = self.document
        opening = next((i for i in range(at, max(at - 3, first) - 1, -1) if "quote" in document.words[i].tags), -1)
        if opening <= first or document.closing.get(opening) != at + 1 or document.keys[opening - 1] not in _COPULAS:
            return None
        span = document.span(opening + 1, at + 1)
        return mentioned(document.text, span, ORG, NAME, gender=event.reading.gender, number="s")

    def _before_particle(self, cue: int, first: int) -> Mention | None:
        """`وكان بحارة قدامى من الساحل قد قالوا`, `وكان النادي أعلن`: what stands between the auxiliary and the verb."""
        keys = self.document.keys
        end = cue - (keys[cue - 1] == "قد")
        auxiliary = last_with(keys, _AUXILIARIES, max(first, cue - (_FRONT if end < cue else _ANTECEDENT)), end)
        if not 0 <= auxiliary < end - 1 or (end == cue and self.phrases.end_of(auxiliary + 1, end) != end):
            return None
        return self.phrases.phrase(auxiliary + 1, end, nominal=end == cue and not keys[auxiliary + 1].startswith("ال"))

    def _opens_subject(self, at: int, event: Event) -> bool:
        """Whether a subject follows a token: `إن فلان قال`, `كان فلان قد صرح`."""
        key, last = self.document.keys[at], self.document.keys[event.cue - 1]
        if key in COMPLEMENTISERS:
            return at == event.cue - 2
        return key in _COPULAS and (at == event.cue - 2 or (at == event.cue - 3 and last == "قد"))

    def fronted(self, event: Event, *, adjacent: bool = False) -> Mention | None:
        """A subject that opens the sentence: `الوزير ينفي`, `فلان، الناشط البيئي، قال`, `المتحدث في بيان له قال`."""
        document, cue = self.document, event.cue
        first = document.sentence_bounds[cue][0]
        while first < cue and document.words[first].kind is not WORD:
            first += 1
        if event.reading.proclitics or not 0 < cue - first <= _FRONT or self._is_finite(first):
            return None
        if (named := self._described(first, cue)) is not None:
            return named
        conjoined = document.keys[first].startswith("و") and self._is_role(first)
        if not (conjoined or self._is_role(first) or first in self.by_token):
            return None
        stop = self.phrases.end_of(first, cue)
        apposed = document.keys[stop : stop + 1] == ["،"] == document.keys[cue - 1 : cue] and cue - stop > 1
        adjoined = document.keys[stop : stop + 1] == ["في"] and document.hit_at(stop + 1, "medium") is not None
        if stop != cue and (adjacent or not (apposed or adjoined)):
            return None
        found = self.phrases.phrase(first, stop)
        if found is None or (found.form is NAME and found.kind is LOC and stop != cue):
            return None
        gender = self.phrases.gender_at(first) if found.kind is ORG else found.gender
        if gender and event.reading.gender and gender != event.reading.gender and found.number == "s":
            return None  # `الشركة ينصح فلان بتغييرها`
        return found if document.token_at(found.span.end - 1) + 1 >= stop - 1 or apposed else None

    def _described(self, first: int, cue: int) -> Mention | None:
        """`رجل سياسة فلان، المحامي بالمدينة، أورد`: a name behind a word or two that tell what he is, and his apposition."""
        document = self.document
        if document.keys[cue - 1] != "،":
            return None
        for at in range(first + 1, min(first + _FEW, cue)):
            named = self.by_token.get(at)
            if named is None or named.span.start < document.starts[at]:
                continue
            after = document.token_at(named.span.end - 1) + 1
            apposed = document.keys[after : after + 1] == ["،"] and after < cue - 1
            told = not any(document.words[i].tags & {"function_word", "cue", "cue_phrase"} for i in range(first, at))
            return named if apposed and told and named.kind is PER and named.form is NAME else None
        return None

    def _nominal_before(self, at: int, first: int, event: Event) -> Mention | None:
        """`مصادر أمنية أكدت`, `تقارير تفيد بأن`, `المصدر ذاته أكد`: a source noun, its adjectives, and the verb."""
        document, last = self.document, at + 1
        if event.cue + 1 < len(document.keys) and document.keys[event.cue + 1] in RESUMPTIVE:
            return None  # `بيان طالبوا فيه`: not the statement speaks
        if at != event.cue - 1 and document.keys[event.cue - 1] not in ("قد", "فقد", "وقد"):
            return None
        for head in range(at, max(first, at - 3) - 1, -1):
            word = document.words[head]
            source = word.get("nominal_source")
            if source is not None:
                if source.preposition or ((place := self.by_token.get(head)) is not None and place.kind is LOC):
                    return None  # `في لقائه العاملين بالموقع أشاد`, `بعد زيارته قناة السويس أعلن`
                vague = (
                    head == at and not source.definite and source.number != "p" and not source["anonymous"] + source["document"]
                )
                vague = vague or (self.phrases.is_accusative(head) and document.keys[head - 1] not in COMPLEMENTISERS)
                role = head > first and self._is_role(head - 1) and not self.document.keys[head - 1].startswith("ال")
                if role and self.phrases.gender_at(head - 1) == (event.reading.gender or "m"):
                    head -= 1  # `رئيس الحكومة تعهد`
                return None if vague else self.phrases.nominal(head, last, before_verb=True)
            adjective = word.key in ANAPHORIC or word.key.endswith(("ية", "ي", "ة", "يا")) or "nationality" in word.tags
            governed = word.key.startswith("ل") and "place_alias" in word.tags  # `فصائل موالية لإيران`
            mention = self.by_token.get(head)
            named = mention is not None and mention.kind is not LOC and "nationality" not in word.tags
            adjective = adjective or (mention is not None and mention.kind is LOC)  # `شرطة المدينة قد أعلنت`
            if not governed and (not adjective or named):
                return None
        return None

    def _fits(self, mention: Mention, event: Event) -> bool:
        if event.cue - 1 == self.document.token_at(mention.span.end - 1):
            before = self.document.token_at(mention.span.start) - 1
            preposition = before >= 0 and self.document.keys[before].removeprefix("و") in _BEFORE_NAMES
            own = self.document.words[before + 1].readings
            preposition = preposition or self.document.keys[before + 1].startswith(("لل", "بال"))
            preposition = preposition or (bool(own) and all(r.preposition for r in own))
            if mention.kind is ORG and self._disagrees(event, before + 1):
                return False  # `أن اللاعب الذي استدعته اللجنة أكد`
            if mention.kind is PER and before >= 0 and self._governs(before):
                return False  # `جمهور فلان يقول`
            if mention.kind is not PER and before >= 0:
                preposition = preposition or not self._opens_clause(before)
            return not preposition and mention.kind in (PER, ORG, LOC)
        between = self.document.words[event.cue - 1]
        marked = "quote" in between.tags and event.cue - 2 == self.document.token_at(mention.span.end - 1)
        return marked or between.key in _PARTICLES or between.key == ")"

    def _disagrees(self, event: Event, head: int) -> bool:
        """Whether a body's head word has another gender than the verb behind it."""
        if "org_head" not in self.document.words[head].tags or event.reading.number != "s":
            return False
        return {self.phrases.gender_at(head), event.reading.gender} == {"m", "f"}

    def _antecedent(self, at: int, first: int, event: Event) -> Mention | None:
        """Whom a relative pronoun refers to: `سكان الحي، الذين طالبوا`, `المسؤول الذي أكد`."""
        plural = event.reading.number == "p"
        for head in range(at, max(first, at - _ANTECEDENT) - 1, -1):
            word = self.document.words[head]
            source, title = word.get("nominal_source"), word.get("title")
            number = source.number if source is not None else title.number if title is not None else ""
            modifies = head > first and word.key.startswith("ال") and self.document.keys[head - 1].startswith("ال")
            things = event.reading.gender == "f" and self.phrases.gender_at(head) == "f"  # `السلطات التي قالت`
            apart = number != "p" if plural else number == "p" and title is None and not things
            if not number or modifies or apart:
                continue
            if self.phrases.end_of(head, at + 1) == at + 1:
                return self.phrases.phrase(head, at + 1)
        return None

    def opening(self, sentence: int, end: int) -> Mention | None:
        """The subject of a sentence that begins with its verb or with itself: `وخرج رئيس الوزراء`, `لكن الناطق باسم الوزارة`.

        Args:
            sentence: which one.
            end: the token before which it stands.
        """
        document = self.document
        first, bound = document.sentences[sentence]
        end = min(end, bound)
        first = past_signature(self.phrases, first, end) if first == 0 else first
        while first < end and (document.words[first].kind is not WORD or document.keys[first] in _LINKS):
            first += 1
        if first < end and self.document.words[first].surface.endswith(TANWIN) and first not in self.by_token:
            return None  # `محملا زعماء الأحزاب المسؤولية`
        for start in (first, first + 1):
            if start >= end:
                return None
            if start == first and self._is_finite(first):
                continue  # `وتحدث مندوب البحارة مشيدا`
            if start == first + 1 and (paper := self._marked(start)) is not None:
                return paper  # `تحقق "مسبار" من الخبر، ووجد`
            word = document.words[start]
            named = self.by_token.get(start)
            known = named is not None and named.kind is PER and named.span.start >= document.starts[start]
            if known and named is not None and document.padded_keys[document.token_at(named.span.end - 1) + 1] in _DASHES:
                return None  # `ليلى الحداد – عين اليوم`: who wrote it
            if start == first + 1 and named is not None and self._acts(first, named):
                return named
            if known or ("title" in word.tags and word.key.startswith("ال")) or self._leads_to_person(start, end):
                return self._with_apposition(start, end)
            if start == first + 1 and self._is_body(first, start):
                return self.phrases.phrase(start, end)
            if word.tags & {"function_word", "cue", "clause_opener"} or start in self.by_token or start in self.dated:
                return None
        return None

    def inner(self, cue: int) -> Mention | None:
        """The subject of the last clause that a particle opens before a verb: `لكن الشركة خفضت السعر وأكدت`."""
        document = self.document
        first = max(document.sentence_bounds[cue][0], cue - _CLAUSE)
        if (at := last_with(document.keys, _INNER, first + 1, cue - 2)) < 0:
            return None
        word, named = document.words[at + 1], self.by_token.get(at + 1)
        known = named is not None and named.kind is not LOC and named.span.start >= document.starts[at + 1]
        if not known and not word.tags & {"title", "org_head", "nominal_source"}:
            return None
        found = self.phrases.phrase(at + 1, cue)
        return found if found is not None and document.token_at(found.span.end - 1) + 1 < cue else None

    def _is_body(self, verb: int, at: int) -> bool:
        """`وألغت الشركة`, `أدرجت اللجنة الاقتصادية`: a definite noun of a body behind a verb in the feminine."""
        key, word = self.document.keys[verb], self.document.words[at]
        past = key.endswith("ت") and not key.endswith("ات") and len(key) > _VERB and verb not in self.by_token
        body = word.key.startswith("ال") and bool(word.tags & {"org_head", "nominal_source"})
        return past and body and at not in self.by_token and self.phrases.gender_at(at) == "f"

    def _acts(self, verb: int, named: Mention) -> bool:
        """`رشحت وكالة الأنباء`: an organisation behind a verb in the feminine."""
        key = self.document.keys[verb]
        told = named.kind is ORG and named.span.start >= self.document.starts[verb + 1]
        return told and key.endswith("ت") and not key.endswith("ات") and len(key) > _VERB and verb not in self.by_token

    def _marked(self, mark: int) -> Mention | None:
        """A name of a few words in quotation marks."""
        document, close = self.document, self.document.closing.get(mark, mark)
        if not 1 < close - mark <= _MARKED or "cue" in document.words[mark + 1].tags:
            return None
        known = self.by_token.get(mark + 1)
        if known is not None:
            return known if known.kind in (PER, ORG) else None
        span = document.span(mark + 1, close)
        return mentioned(document.text, span, ORG, NAME)

    def _leads_to_person(self, start: int, end: int) -> bool:
        """Whether a role without the article stands at a token: `رئيس الوزراء`."""
        tags = self.document.words[start].tags
        return "title" in tags and start + 1 < end and self.document.keys[start + 1].startswith("ال")

    def of_clause(self, event: Event, since: int) -> Mention | None:
        """Whom the nearest verb before has for its subject, in the same sentence: `وتحدث مندوب البحارة مشيدا ب`.

        Args:
            event: a verb or participle without a subject of its own.
            since: the token from which on nobody's words stand.
        """
        if event.reading.proclitics == "ف":
            return None  # somebody asked; the other answers
        document, keys, words, cue = self.document, self.document.keys, self.document.words, event.cue
        first = max(document.sentence_bounds[cue][0], since, cue - _CLAUSE)
        for at in compress(range(cue - 2, first - 1, -1), map(may_act, reversed(words[first : max(cue - 1, first)]))):
            issues = keys[at] in ISSUES and keys[at + 1].startswith("ال")
            if not issues and not self._is_verb(at):
                continue
            start = at + 1 + (keys[at + 1] in _TO_HIM)  # `حكى لي أحد البحارة`
            mention = self.by_token.get(start)
            named = mention is not None and mention.span.start >= document.starts[start]
            place = mention is not None and mention.kind is LOC
            several = self.phrases.begins_several(start)
            known = document.words[start].tags & {"title", "nominal_source", "org_head"} or (named and not place)
            known = (known or issues or several) and not self.phrases.is_accusative(start)
            if not known or self.by_token.get(at) is not None or self.phrases.is_prefixed(start):
                continue
            found = self.phrases.phrase(start, cue, nominal=True, bounded=False)
            if found is None and several:
                found = share(self.phrases, start, cue)
            if found is None and issues:
                found = self.phrases.nominal(start, self.phrases.end_of(start, cue), before_verb=True)
            if found is not None and self._agrees(event, found, at):
                return found
        return None

    def issuing(self, event: Event) -> Mention | None:
        """Who made the statement in which a verb says something: `أصدرت الإدارة بيانا أكدت فيه`, `ألقى الوزير كلمة قال فيها`."""
        document, cue = self.document, event.cue
        first = document.sentence_bounds[cue][0]
        medium = next(
            (at for at in range(cue - 1, max(cue - _STATEMENT, first) - 1, -1) if "medium" in document.words[at].tags), -1
        )
        if medium <= first:
            return None
        end = next((at for at in range(first, medium) if document.keys[at] in RELATIVES), medium)
        while end > first and (end - 1 in self.dated or document.keys[end - 1] in "،,"):
            end -= 1
        found = None
        for start in range(end - 1, max(end - _FRONT, first) - 1, -1):
            if document.keys[start] in "،,؛:":
                break
            if self.phrases.is_human(start) and self.phrases.end_of(start, end) == end and not is_governed(self.phrases, start):
                found = start
        if found is None:
            return None
        said = self.phrases.phrase(found, end)
        return said if said is not None and self._agrees(event, said, event.cue) else None

    def _is_verb(self, at: int) -> bool:
        """Whether a finite verb of saying, or one that persons are the subject of, stands at a token."""
        word = self.document.words[at]
        if word.tags & {"person_name", "function_word", "nominal_source", "org_head"} or word.key.startswith("ال"):
            return False
        if "title" in word.tags and not ("cue" in word.tags and "title" in self.document.words[at + 1].tags):
            return False  # `طالب مسؤول العلاقات`: a verb, not a student
        return "person_verb" in word.tags or self._is_finite(at)

    def _agrees(self, event: Event, found: Mention, verb: int) -> bool:
        """Whether the subject of one verb can be another's: in gender and number, as both verbs and the noun show."""
        gender = found.gender or ("f" if self.document.keys[verb].endswith("ت") else "m" if found.kind is PER else "")
        if event.reading.number == "s" and found.number in ("p", "d") and gender == "m":
            return False
        return not gender or not event.reading.gender or gender == event.reading.gender

    def _with_apposition(self, start: int, end: int) -> Mention | None:
        """The phrase, or the person named behind a comma whom it describes."""
        found = self.phrases.phrase(start, end)
        if found is None or found.form is NAME:
            return found
        after = self.document.token_at(found.span.end - 1) + 1
        apposed = self.document.keys[after : after + 1] == ["،"] or "quote" in self.document.tags_at(after)
        named = self.by_token.get(after + 1) if apposed else None
        if named is not None and named.kind is PER and named.form is NAME and after + 1 < end:
            return named
        return found

    def _is_finite(self, at: int) -> bool:
        word = self.document.words[at]
        return "cue" in word.tags and any(reading.pos == "verb" for reading in word.all("cue"))

    def _is_role(self, at: int) -> bool:
        return bool(self.document.words[at].tags & {"title", "nominal_source", "org_head"})

    def _governs(self, at: int) -> bool:
        """Whether a common noun in the construct state stands at a token."""
        word = self.document.words[at]
        return "common_word" in word.tags and word.tags <= _CONSTRUCT and not word.key.startswith("ال")

    def _opens_clause(self, at: int) -> bool:
        """Whether what follows a token is no part of its noun phrase: `لفصائل حلب أكدت` is not about the town's own words."""
        word = self.document.words[at]
        closed = word.tags & {"function_word", "clause_opener"} or self.document.keys[at] in COMPLEMENTISERS
        return word.kind is not WORD or bool(closed)

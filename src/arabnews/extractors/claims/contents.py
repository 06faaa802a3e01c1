"""Contents: from where the opener lets them start to where the source's words end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from typing import Final

from arabnews.document import Document
from arabnews.enums import DIRECT, INDIRECT, MIXED
from arabnews.extractors.claims.cues import is_first_person
from arabnews.extractors.claims.event import SPEECH, Event, Quotes
from arabnews.extractors.claims.positions import Marks
from arabnews.extractors.claims.said_by import Behind
from arabnews.extractors.claims.verbal_nouns import is_coordinated_act, is_governed_act
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import ClaimKind
from arabnews.spans import span_between
from arabnews.text.tokens import BREAK, WORD

_BREAKS: Final = frozenset({"علما", "وكان", "وكانت", "يذكر", "ويذكر", "يشار", "غير"})
_ASIDES: Final = frozenset(
    {("في", "اشارة"), ("في", "خطوة"), ("وذلك", "بعد"), ("وذلك", "عقب"), ("وذلك", "بحسب"), ("وذلك", "حسب"), ("وذلك", "وفق")}
    | {("مع", noun) for noun in ("الاشارة", "العلم", "التاكيد", "التشديد", "التنويه")}
    | {(without, noun) for without in ("دون", "من") for noun in ("الكشف", "الافصاح", "ذكر", "تقديم", "توضيح", "تفاصيل", "دون")}
)
"""The first two words of what the author adds himself."""
_NOT_TOLD: Final = frozenset(
    {"يذكر", "يشر", "يحدد", "يكشف", "يوضح", "يفصح", "يقدم", "يعط", "يدل", "يتطرق", "يفصل", "يسم", "يخض", "يعلن"}
)
"""What somebody did not tell, in the jussive: `لكنه لم يحدد موعدا`."""
_COMPLEMENTISERS: Final = frozenset({"ان", "انه", "انها"})
_TURNS: Final = frozenset({"فيما", "كما", "وفيما", "بينما", "حيث", "اذ", "وقد", "فقد", "ثم", "حين"})
"""Behind a comma and before a verb of saying, they turn to another claim."""
_TRIMMED: Final = frozenset({"و", "كما", "فيما", "وفيما", "وقد", "حيث", "اذ", "بينما", "وبينما"})
"""Conjunctions of the next clause, left over at an end."""
_CONTRASTS: Final = frozenset({"لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم", "ولكنهم"})
"""Before a verb of saying they turn to another claim of the same speaker; so do `غير أنه`, `إلا أنه`."""
_CONTRARY: Final = frozenset({"لكن", "ولكن", "بينما", "فيما"})
_SUBJECT: Final = 8
_NARRATIVE: Final = frozenset({"وكان", "وكانت", "يذكر", "ويذكر", "يشار", "ويشار"})
"""Unmarked speech does not go on behind a sentence that opens with one."""
_CONTINUED: Final = frozenset(
    {"من", "في", "التي", "الذي", "بما", "لا", "ولا", "بعد", "خاصة", "خصوصا", "وخاصة", "مما", "او", "وانه", "وانها", "وان"}
    | {"بالاضافة", "اضافة", "فضلا", "بسبب", "والتي", "والذي", "والا", "وكذلك", "وكذا", "الهادف", "الهادفة"}
    | {"بالنظر", "بالتعاون", "بالتنسيق", "بالتزامن", "بالشراكة", "بمشاركة", "بحضور"}
    | {"بداية", "بدءا", "ابتداء", "انطلاقا", "وصولا"}
    | {"مثل", "سواء", "خلال", "منذ", "قبل", "دون", "ضد", "تحت", "وسط", "مقابل", "لدى", "امام", "بوصفه", "بوصفها", "باعتباره"}
    | {"باعتبارها", "نظرا", "تمهيدا", "استعدادا", "تنفيذا", "تماشيا", "سعيا", "كي", "لكي", "بحيث", "ومن"}
    | {"بانه", "بانها", "بانهم", "عبر", "حسب", "وفق", "مع", "على", "الى", "بهدف", "بغية", "ضمن", "سواء", "وذلك", "الامر"}
)
"""Behind a comma, they carry a noun phrase on."""
_DASHES: Final = frozenset({"-", "–"})
_INSERTED: Final = 8
_SPOKEN: Final = 200
"""Sentences of unmarked speech that are looked at."""
_PIECE: Final = 4
"""Words up to which a quoted predicate may go on behind its mark."""
DEPTH: Final = 3
"""Contents in which another one may stand: nobody reports so deep, and work stays linear in the text."""
_TAILS: Final = frozenset({"،", ",", "؛", "-", "–"})
_ENDS: Final = _BREAKS | _TAILS | _CONTRASTS | {"جاء", "ولم"}
_ASIDES_OPEN: Final = frozenset(first for first, _ in _ASIDES)
_ASIDES_TELL: Final = frozenset(second for _, second in _ASIDES) | {"لم"}
"""By their second word asides are found: the first one is a preposition, of which a text is full."""
MARKS_OF_END: Final = _ENDS | _ASIDES_TELL
_FULL_STOPS: Final = frozenset({".", "؟", "?", "!", "…", "..", "..."})
_EDGE: Final = frozenset("،,؛;:.!?؟…-–—\"«»“”„‟″'") | {"''"}


@kept
def _is_joined_act(word: Word) -> bool:
    """A verb of what people do, with `و`: `ونشر صورا`."""
    return word.key[0] == "و" and any(reading.proclitics for reading in word.all("person_verb"))


@kept
def _is_joined_verb(word: Word) -> bool:
    """A perfect with `و` that is no noun: `معربا عن سروره ووجه شكره`."""
    reading = word.get("cue")
    perfect = reading is not None and reading.pos == "verb" and reading.tense == "perfect" and reading.proclitics == "و"
    return perfect and len(word.key) > len("ورفض") and not word.tags - {"cue", "common_word"}


@kept
def _is_left_out(word: Word) -> bool:
    """A break, or a mark that belongs to no content at its ends."""
    return word.kind is not WORD and (word.kind is BREAK or word.surface in _EDGE)


def _where(document: Document, tag: str, holds: Callable[[Word], bool]) -> Iterable[int]:
    """The words with a tag of which something holds."""
    positions = document.at(tag)
    return compress(positions, map(holds, map(document.words.__getitem__, positions)))


def _is_of_other_gender(event: Event, other: Event) -> bool:
    """Whether a verb without a subject behind it cannot be the speaker's, by its gender: it is of somebody in his words."""
    one, two = event.reading, other.reading
    if event.opener != "clause" or one.pos != "verb" or two.pos != "verb" or other.gap_end > other.cue + 1:
        return False
    return one.number == two.number == "s" and {one.gender, two.gender} == {"m", "f"} and two.proclitics == "و"


class Contents:
    """Finds content ranges, knowing where the other events of the document stand, and the `phrases` that attribute.

    `marks` know all of `MARKS_OF_END`.
    """

    def __init__(
        self, document: Document, quotes: Quotes, events: list[Event], phrases: Mapping[int, Behind], marks: Marks
    ) -> None:
        self.document, self.quotes = document, quotes
        self.cues = {event.cue: event for event in events}
        self.order = list(self.cues)
        self.quotation_marks = frozenset(document.at("quote"))
        self.openings = dict(zip(document.closing.values(), document.closing, strict=True))
        self.phrases = phrases
        self.own = {hit.first for hit in document.hits("cue_phrase") if hit.reading["frame"] == "self"}
        keys = document.keys
        self.verbs = {*_where(document, "person_verb", _is_joined_act), *_where(document, "cue", _is_joined_verb)}
        asides = [at - 1 for at in marks.of(_ASIDES_TELL) if at and keys[at - 1] in _ASIDES_OPEN]
        asides += [at for at in self.own if keys[at] in _ASIDES_OPEN]  # `في تقديري لفلان`, which is none of the phrases
        self.stops = sorted({*marks.of(_ENDS), *asides, *self.cues, *self.phrases, *self.verbs, *quotes.at})

    def all(self) -> list[tuple[int, int, ClaimKind] | None]:
        """The content of every event, in order.

        What stands more than `DEPTH` contents deep has none.
        """
        found: list[tuple[int, int, ClaimKind] | None] = []
        around: list[int] = []
        for event in self.cues.values():
            if len(around) == DEPTH:
                around = [end for end in around if end > event.cue]
                if len(around) == DEPTH:
                    found.append(None)
                    continue
            content = self.of(event)
            found.append(content)
            if content is not None:
                around.append(content[1])
        return found

    def interrupted(self, at: int) -> tuple[int, int] | None:
        """The content of the cue between which and its opener a token stands: `قال فلان، بحسب الوكالة، إن`."""
        number = bisect_left(self.order, at) - 1
        if number < 0:
            return None
        event = self.cues[self.order[number]]
        if event.opener not in ("clause", "quote", "colon") or at >= event.gap_end:
            return None
        content = self.of(event)
        return content and content[:2]

    def of(self, event: Event) -> tuple[int, int, ClaimKind] | None:
        """The token range of an event's content and its kind, or None if nothing is left."""
        document = self.document
        if event.opener == "quote":
            first, end = self._quoted(event)
        elif event.opener == "colon":
            first, end = event.content, self._colon_end(event)
        else:
            first, end = event.content, self._clause_end(event.content, event)
        first, end = self._trimmed(first, end)
        if event.opener in ("quote", "colon") and end > first + 1 and document.keys[first] in _COMPLEMENTISERS:
            first += 1  # `قال: «إن الجسر ...»`
        if end <= first:
            return None
        return first, end, self._kind(event, first, end, document)

    def _quoted(self, event: Event) -> tuple[int, int]:
        quote = self.quotes.by_content.get(event.content)
        if quote is None:
            return event.content, event.content
        end = self.document.token_at(quote.span.end - 1) + 1
        short = end - event.content <= _PIECE and self.document.keys[event.gap_end] != ":"
        if short and end + 1 < len(self.document.keys) and self.document.words[end + 1].kind is WORD:
            return event.content, self._clause_end(end + 1, event)  # `وطلبت «منع بيعه» حتى يفحص`
        return event.content, end

    def _colon_end(self, event: Event) -> int:
        """Unmarked speech behind a colon runs on to the end of its paragraph, or to the sentence that opens another claim."""
        document = self.document
        end = document.paragraphs[document.paragraph_at(event.content)][1]
        number = document.sentence_at(event.content) + 1
        for first, _ in document.sentences[number : number + _SPOKEN]:
            if first >= end:
                break
            told = any(at in self.cues for at in range(first, min(first + 3, end)))
            if told or document.keys[first] in _NARRATIVE or document.hit_at(first, "turn_marker") is not None:
                return first
        return min(end, self._next_cue(event.content, end, event, strict=True))

    def _clause_end(self, start: int, event: Event) -> int:
        document = self.document
        end = document.sentence_bounds[start][1] if start < len(document.words) else start
        if self.quotes.any_said and (inside := self.quotes.around(event.cue)) is not None:
            end = min(end, inside)
            end = next((at for at, key in enumerate(document.keys[start + 1 : end], start + 1) if key in _FULL_STOPS), end)
        return self._next_cue(start, end, event, strict=False)

    def _next_cue(self, start: int, end: int, event: Event, *, strict: bool) -> int:
        """Where the content is cut: a participle, a coordinated cue, a tail attribution, a new subject behind a comma."""
        document, stops, nominal = self.document, self.stops, event.opener not in SPEECH
        keys, cues, quotes, marks = document.keys, self.cues, self.quotes.at, self.quotation_marks
        index, count = bisect_left(stops, start), len(stops)
        while index < count and (at := stops[index]) < end:
            index += 1
            if at in quotes:
                index = bisect_left(stops, document.token_at(quotes[at].outer.end - 1) + 1, index)
                continue
            other = cues.get(at)
            after_mark = at > start and (keys[at - 1] in _TAILS or at - 1 in marks)
            if other is None and not (after_mark or nominal or at in self.own):
                continue  # most: a preposition inside a clause
            key = keys[at]
            if other is not None and strict and not self._ends_speech(other, after_mark):
                other = None
            if other is not None and _is_of_other_gender(event, other) and not is_first_person(document, at, other.reading):
                continue  # `قال إن الوزارة أعدت خطة | وأكدت أن`
            if other is not None and at > start and (cut := self._cut(other, start, after_mark)) is not None:
                return cut
            if at in self.own or (at in self.phrases and after_mark and at > start + 1):
                return at  # `على حد قوله`, but not `أنه، وفقا للهيئة، آمن`
            if after_mark and key == "جاء" and document.padded_keys[at + 1] == "ذلك":
                return at  # the author's own: `، جاء ذلك في حفل`
            if after_mark and not strict and self._is_aside(at):
                return at
            if after_mark and not strict and key in _BREAKS and self._breaks(at):
                return at
            if nominal and at in self.verbs and at > start:
                return at  # `مسؤوليته عن الهجوم ونشر صورا`
            if nominal and at > start + 1 and key in _TAILS:
                if key in _DASHES and (closing := self._closing_dash(at, end)):
                    index = bisect_left(stops, closing + 1, index)
                elif not self._goes_on(at, end):
                    return at
            if nominal and at == start + 1 and key in _TAILS and document.padded_keys[at + 1] in _TURNS:
                return at  # `وأمر بإغلاقه، كما زار`
        return end

    def _breaks(self, at: int) -> bool:
        """Whether the author goes on at one of `_BREAKS`: `. وكان`, `، غير أن`, but not `، غير واضح`."""
        keys = self.document.padded_keys
        if keys[at] == "غير":
            return keys[at + 1] in _COMPLEMENTISERS
        return keys[at] not in ("وكان", "وكانت") or keys[at - 1] != "،"

    def _is_aside(self, at: int) -> bool:
        """The author's own behind a comma: `، في إشارة إلى`, `، دون الكشف عن`, `، وذلك بعد يومين من`, `، لكنه لم يذكر اسمه`."""
        first, second, third = self.document.padded_keys[at : at + 3]
        untold = second == "لم" or first == "ولم"
        verb = third if second == "لم" else second
        return (first, second) in _ASIDES or (untold and verb[:1] in ("ي", "ت") and "ي" + verb[1:] in _NOT_TOLD)

    def _ends_speech(self, other: Event, after_mark: bool) -> bool:
        """Whether a cue can end unmarked speech: not one of the speaker's own (`وأعتقد أن`, `اتصل بي وطلب مني`)."""
        if is_first_person(self.document, other.cue, other.reading):
            return False
        return after_mark or other.reading.pos != "verb" or other.reading["continuation"] == "yes"

    def _closing_dash(self, at: int, end: int) -> int:
        """The dash that closes a short insertion: `- رحمه الله -`; 0 if there is none."""
        keys = self.document.keys
        return next((close for close in range(at + 2, min(at + _INSERTED, end)) if keys[close] in _DASHES), 0)

    def until_cue(self, start: int, end: int) -> int:
        """Where the words of a source named in front end: at the first cue that begins a claim beside them."""
        for at in self.stops[bisect_left(self.stops, start) : bisect_left(self.stops, end)]:
            other = self.cues.get(at)
            if other is not None and (cut := self._cut(other, start, self.document.keys[at - 1] in _TAILS)) is not None:
                return self._trimmed(start, cut)[1]
        return end

    def _cut(self, other: Event, start: int, after_mark: bool) -> int | None:
        """Where another claim ends this one, its own conjunction included: `، لكنه أكد`, `في حين أعلن`."""
        if self._cuts(other, after_mark):
            return other.cue
        keys, at = self.document.keys, other.cue - 1
        if other.reading.pos != "verb" or at <= start:
            return None
        turn = self.document.hit_ending(other.cue, "turn_marker")
        if turn is not None and turn.first > start + 1 and keys[turn.first - 1] in _TAILS:
            return turn.first  # `، وفي هذا الإطار يقول فلان`
        if keys[at] in _CONTRASTS:
            return at
        if other.reading.tense == "perfect":
            for back in range(at, max(start, at - _SUBJECT), -1):
                if keys[back] in _CONTRARY:
                    return back  # `لكن الوزير حذر`
                if keys[back] in _COMPLEMENTISERS or keys[back] in _TAILS:
                    break
        if keys[at] in ("انه", "انها", "انهم") and keys[at - 1] in ("غير", "الا", "بيد", "على") and at - 1 > start:
            return at - 1
        return at - 1 if keys[at] == "حين" and keys[at - 1] == "في" and at - 1 > start else None

    def _cuts(self, other: Event, after_mark: bool) -> bool:
        """A participle, or a verb joined by `و`, begins a claim beside this one; other cues are inside it."""
        reading = other.reading
        if reading.pos == "participle":
            return True
        keys = self.document.padded_keys
        if keys[other.cue - 1] in _TURNS and keys[other.cue - 2] in _TAILS:
            return True
        if reading.pos == "masdar":
            return reading.proclitics == "ب"
        if reading.proclitics[:1] in ("و", "ف"):
            return True
        return after_mark and reading.tense == "perfect" and keys[other.cue - 1] != "ان"

    def _goes_on(self, at: int, end: int) -> bool:
        """Whether a nominal content goes on behind a comma: a list (`و` and a noun, a preposition)."""
        if at + 1 >= end or self.document.hit_at(at + 1, "turn_marker") is not None:
            return False
        return self.document.keys[at + 1] in _CONTINUED or self._is_coordinated_noun(at + 1) or self._is_purpose(at + 1)

    def _is_purpose(self, at: int) -> bool:
        """`، لتحديد خياراته`, `، بالفوز على`: an act behind a preposition that is written in one with it."""
        key = self.document.keys[at]
        return key[0] in "بل" and at not in self.cues and at not in self.phrases and is_governed_act(self.document, at)

    def _is_coordinated_noun(self, at: int) -> bool:
        """`، وتنفيذ عمليات`, `، وجراحة العيون`: a second noun, joined by `و`."""
        key = self.document.keys[at]
        if at in self.cues or self.document.words[at].get("cue") is not None:
            return False
        noun = key.startswith("و") and key.endswith(("ة", "ات")) and "cue" not in self.document.tags_at(at + 1)
        listed = key.startswith("وال") and len(key) > len("والا") and "cue" not in self.document.tags_at(at + 1)
        return noun or listed or is_coordinated_act(self.document, at)

    def _trimmed(self, first: int, end: int) -> tuple[int, int]:
        words = self.document.words
        while end > first and _is_left_out(words[end - 1]):
            if self.openings and self.openings.get(end - 1, -1) > first:
                break  # a mark that closes a quotation which opens inside the content, behind its first word
            end -= 1
        while first < end and _is_left_out(words[first]):
            first += 1
        while end > first and self.document.keys[end - 1] in _TRIMMED:
            end -= 1
            while end > first and words[end - 1].surface in _EDGE:
                end -= 1
        return first, end

    def _kind(self, event: Event, first: int, end: int, document: Document) -> ClaimKind:
        if event.opener == "colon":
            return DIRECT
        if event.opener == "quote" and first not in self.quotes.by_content:
            return DIRECT
        plain = INDIRECT if event.opener in SPEECH else ClaimKind.NOMINAL
        if not self.quotes.any_in(first, end):
            return plain
        span = span_between(document.starts[first], document.ends[end - 1])
        for quote in self.quotes.statements.overlapping(span):
            if quote.span.contains(span):
                return DIRECT if span.contains(quote.span) else plain
            return MIXED
        return plain

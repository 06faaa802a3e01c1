"""What surrounds a claim: to whom it was said, where, and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from arabnews.document import Document
from arabnews.enums import ORG, PER
from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.model import Annotation, DateExpression, Mention
from arabnews.spans import Span, draft_of, span_between
from arabnews.text.tokens import WORD

_INTRODUCING: Final = frozenset({"في", "وفي", "خلال", "عبر", "ففي", "وخلال", "وعبر", "بموجب", "ضمن"})
_FRONTED: Final = 14
_HEARERS: Final = frozenset(
    {"للصحافيين", "للصحفيين", "للاعلاميين", "للصحافة", "للاعلام", "لوسائل", "للجمهور", "للنواب", "للبرلمان"}
)
_QUOTED: Final = 6
_LED: Final = 2
"""Words between a day and the verb that it leads up to: its subject's name, `فقد`."""
_DAY: Final = 10
"""Characters of a value that names a day."""
_Draft: Final = draft_of(Annotation)


class Settings:
    """Reads addressees, media and times of utterance in the clause of a cue."""

    def __init__(
        self, document: Document, phrases: NounPhrases, dates: Iterable[DateExpression], events: Iterable[Event]
    ) -> None:
        self.document, self.phrases = document, phrases
        self.cues = [event.cue for event in events]
        self.hits = [hit for hit in document.hits("medium") if hit.first and document.keys[hit.first - 1] in _INTRODUCING]
        self.media = [hit.first for hit in self.hits]
        self.days = [date for date in dates if date.type in ("DATE", "TIME") and date.value and len(date.value) >= _DAY]
        self.days_at = [date.span.start for date in self.days]

    def addressee(self, event: Event, speaker: Mention | None) -> Annotation | None:
        """`لـ«الصحيفة»`, `للصحافيين`; or the person whom the verb has for its object: `طالب الحكومة ب`, `أبلغ الأهالي أن`."""
        document = self.document
        end = event.gap_end if event.gap_end < len(document.keys) else len(document.keys)
        if speaker is not None and _fills(document, speaker, event.cue + 1, end):
            return None  # most
        for at, key in enumerate(document.keys[event.cue + 1 : end], event.cue + 1):
            if key[0] == "ل" and self._is_free(at, event, speaker) and (stop := self._addressed(at, end)) > at:
                return _annotation(document, at, stop, "addressee")
        if "pers" not in event.reading.frame:
            return None
        start = event.cue + 1
        if speaker is not None and document.starts[event.cue] < speaker.span.start:
            start = document.token_at(speaker.span.end - 1) + 1
        while start < end and document.keys[start] in "،,":
            start += 1
        told = start < end and self.phrases.is_human(start)
        told = told or (start < end and speaker is not None and document.keys[start].startswith("ال"))
        if not told or (speaker is not None and _covers(document, speaker, start)):
            return None
        stop = self.phrases.end_of(start, end)
        title = document.words[start].get("title")
        role = speaker is not None and speaker.kind is PER and title is not None and title.number == "s"
        if document.keys[start] in ADJUNCTS or (role and not self._holds_name(start, stop)):
            return None  # `قال فلان الأمين العام للجمعية`
        return _annotation(document, start, stop, "addressee") if stop > start else None

    def _holds_name(self, start: int, stop: int) -> bool:
        mentions = (self.phrases.by_token.get(at) for at in range(start, stop))
        return any(mention is not None and mention.kind is PER for mention in mentions)

    def _is_free(self, at: int, event: Event, speaker: Mention | None) -> bool:
        """Whether a phrase of its own can begin at a token: behind the verb, the speaker, a mark, a date, `في تصريح`."""
        document, before = self.document, at - 1
        if speaker is not None and _covers(document, speaker, at):
            return False
        if before == event.cue or before in self.phrases.dated or document.words[before].kind is not WORD:
            return True
        spoken = speaker is not None and document.token_at(speaker.span.end - 1) == before
        return spoken or document.hit_ending(at, "medium") is not None or document.keys[at] in _HEARERS

    def _addressed(self, at: int, end: int) -> int:
        """Where an addressee ends that begins at a token with the preposition `ل`; the token itself if none does."""
        document, key = self.document, self.document.keys[at]
        if key in _HEARERS:
            return self.phrases.end_of(at, end) if key == "لوسائل" else at + 1
        if not key.startswith("ل"):
            return at
        if key in ("ل", "لل") and at + 1 < end and "quote" in document.words[at + 1].tags:
            close = document.closing.get(at + 1, end)
            return close if close < end and close - at <= _QUOTED else at
        mention = self.phrases.by_token.get(at) or (self.phrases.by_token.get(at + 1) if key == "ل" else None)
        own = any(reading.proclitics.startswith("ل") for reading in document.words[at].readings) or key == "ل"
        if mention is not None and own and mention.kind in (ORG, PER):
            return document.token_at(mention.span.end - 1) + 1
        media = any(
            r.proclitics.startswith("ل") and r.tag == "quoted_name_head" and r["kind"] == "media"
            for r in document.words[at].readings
        )
        if not media:
            return at
        if at + 1 < end and "quote" in document.words[at + 1].tags:
            return document.closing.get(at + 1, at)
        return self.phrases.end_of(at, end)

    def medium(self, event: Event) -> Annotation | None:
        """Where it was said: in a phrase between cue and content, or one that is fronted in the sentence."""
        first = self.document.sentence_bounds[event.cue][0]
        start = first if event.cue <= first + _FRONTED else event.cue
        for at in range(bisect_left(self.media, start), len(self.media)):
            hit = self.hits[at]
            if hit.first > event.content:
                break
            if event.cue < hit.first < event.content or first <= hit.first < event.cue:
                return _annotation(self.document, hit.first, hit.end, "medium")
        return None

    def uttered(self, event: Event, content: Span) -> DateExpression | None:
        """When it was said: a day in the clause of the cue, outside the content.

        What stands before a finite verb is its clause's own only where it leads up to it (`وفي لقاء الخميس، قال`); a participle
        is said at the time of the verb that it hangs on, so its day may be far.
        """
        starts = self.document.starts
        first = self.document.sentence_bounds[event.cue][0]
        limit = starts[event.content] if event.content < len(starts) else content.start
        day = bisect_left(self.days_at, starts[first])
        if day == len(self.days) or self.days_at[day] >= limit:
            return None
        spoken = bisect_left(self.cues, event.cue)
        if spoken and self.cues[spoken - 1] >= first:
            day = bisect_left(self.days_at, starts[event.cue], day)  # what stands before it belongs to the claim before
        for at in range(day, len(self.days)):
            date = self.days[at]
            if date.span.start >= limit:
                break
            if date.span.end <= limit and not date.span.overlaps(content) and self._leads(date, event):
                return date
        return None

    def _leads(self, date: DateExpression, event: Event) -> bool:
        document = self.document
        if date.span.end > document.starts[event.cue] or event.reading.pos == "participle":
            return True
        words = document.words[document.token_at(date.span.end - 1) + 1 : event.cue]
        opens = any(word.key == "ان" for word in words)  # `أمس بعد أن أكد`
        return not opens and sum(word.kind is WORD for word in words) <= _LED


def _covers(document: Document, speaker: Mention, at: int) -> bool:
    """Whether a token is a part of who speaks."""
    return speaker.span.start < document.ends[at] and document.starts[at] < speaker.span.end


def _fills(document: Document, speaker: Mention, first: int, end: int) -> bool:
    """Whether nothing but who speaks stands in a token range."""
    span = speaker.span
    return span.start <= document.starts[first] and document.ends[end - 1] <= span.end


def _annotation(document: Document, first: int, end: int, rule: str) -> Annotation:
    start, stop = document.starts[first], document.ends[end - 1]
    draft = _Draft()
    draft.span, draft.text, draft.rule = span_between(start, stop), document.text[start:stop], rule
    draft.__class__ = Annotation
    annotation: Annotation = draft
    return annotation

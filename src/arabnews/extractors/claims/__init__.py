"""Claims: who says what, directly, indirectly, in part, by a noun phrase; and what the article itself says in figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from arabnews.document import Document, Hit
from arabnews.enums import DIRECT, EXPLICIT, INDIRECT, MIXED, NAME, NARRATED, NOMINAL, PRONOUN, SUBJECT, UNRESOLVED
from arabnews.extractors.base import Layers
from arabnews.extractors.claims import said_by, sieves
from arabnews.extractors.claims.attributions import Attribution, attributing, attributions
from arabnews.extractors.claims.contents import Contents
from arabnews.extractors.claims.coreference import refer
from arabnews.extractors.claims.cues import RESUMED, is_impersonal
from arabnews.extractors.claims.event import SPEECH, Quotes
from arabnews.extractors.claims.events import events
from arabnews.extractors.claims.extents import RELATIVES
from arabnews.extractors.claims.headlines import headlines
from arabnews.extractors.claims.inside import Inside
from arabnews.extractors.claims.narrated import Clauses
from arabnews.extractors.claims.positions import WHATS, Marks, starts_clause
from arabnews.extractors.claims.settings import Settings
from arabnews.extractors.claims.speakers import Speakers
from arabnews.extractors.claims.turns import STARTS, Turn
from arabnews.lexicon.entries import Reading
from arabnews.model import (
    Claim,
    ClaimKind,
    Cue,
    Factuality,
    Mention,
    Polarity,
    Resolution,
    Stance,
)
from arabnews.spans import Span, SpanIndex, draft_of, span_between
from arabnews.text.tokens import WORD

_LOOK_BACK: Final = 40
_NEAR: Final = 3
"""Claims back to which a pronoun is asked for its number and gender."""
_RESUMED: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"})
_BACK: Final = frozenset({"عليه", "به", "عنه", "اليه", "منه", "فيه"})
_OF_THINGS: Final = frozenset({"عبر", "هدد", "شجع", "تحدث", "وصف", "أشاد", "وثق"})
_OURS: Final = ("يي", "ري", "دي", "رنا", "ينا", "دنا")
"""Endings of a noun of opinion with the pronoun of the first person: `رأيي`, `نظري`, `اعتقادنا`."""
_Draft: Final = draft_of(Claim)
_CueDraft: Final = draft_of(Cue)
_stance: Final = cache(Stance)
_ASSERTED, _AFFIRMED, _CERTAIN = Stance.ASSERT, Polarity.POSITIVE, Factuality.CERTAIN
_FACTUALITY: Final = {"CT": Factuality.CERTAIN, "PR": Factuality.PROBABLE, "PS": Factuality.POSSIBLE, "Uu": Factuality.UNKNOWN}
_DENIED: Final = {
    "CT": Factuality.NOT_CERTAIN,
    "PR": Factuality.NOT_PROBABLE,
    "PS": Factuality.NOT_POSSIBLE,
    "Uu": Factuality.UNKNOWN,
}


class ClaimExtractor:
    """Finds claims with their cues, speakers and sources, from quotes, mentions, numbers and dates."""

    name: Final = "claims"
    layer: Final = "claims"
    requires: Final[tuple[str, ...]] = ("mentions", "quotes", "numbers", "dates")

    def extract(self, document: Document, layers: Layers) -> Iterable[Claim]:
        return _Reader(document, layers).claims()


class _Reader:
    """One document's claims, step by step: events, speakers, contents, sources."""

    def __init__(self, document: Document, layers: Layers) -> None:
        self.document, self.layers = document, layers
        self.quotes = Quotes(document, layers["quotes"])
        self.inside = Inside(layers["numbers"], layers["dates"], layers["quotes"])
        self.speakers = Speakers(document, layers["mentions"], layers["dates"])
        self.named: Sequence[Mention] = ()
        self.marks = Marks(document)
        self.events = events(document, self.quotes, self.speakers.phrases, self.marks)
        self.settings = Settings(document, self.speakers.phrases, layers["dates"], self.events)

    def claims(self) -> list[Claim]:
        document = self.document
        contents = Contents(document, self.quotes, self.events, attributing(document, self.speakers.phrases), self.marks)
        ranges = contents.all()
        written = [self.speakers.of(event) for event in self.events]
        self.named = _with_speakers(self.layers["mentions"], written)
        starts, outermost = {found[0] for found in ranges if found is not None}, _outermost(ranges)
        beside = attributions(document, self.speakers.phrases, contents, starts, outermost)
        own, turns = sieves.resolve(document, self.events, written, self.named, ranges, self.speakers, beside)
        claims = zip(own, ranges, strict=True)
        said = [self._claim(turn, found) for turn, found in claims if found is not None and not self._is_idle(turn)]
        said += [self._attributed(attribution, turns) for attribution in beside]
        said += list(self._headlines(contents, said))
        return [*said, *self._narrated(said)]

    def _headlines(self, contents: Contents, said: list[Claim]) -> Iterator[Claim]:
        mentions, taken = self.layers["mentions"], self.speakers.by_token
        found = list(headlines(self.document, mentions, taken, contents, self.marks))
        if not found:
            return
        told = SpanIndex(said)
        for speaker, first, end in found:
            span = self.document.span(first, end)
            if not told.covers(span):
                claim = self._draft(span, "headline", DIRECT, None, speaker)
                claim.source_mention, claim.resolution = speaker, EXPLICIT
                yield _made(claim)

    def _is_idle(self, turn: Turn) -> bool:
        """`حفل يعلن عن موعده`: a verb inside a clause, with a noun phrase and without a subject, reports nothing."""
        document, event, source = self.document, turn.event, turn.source
        reading, cue = event.reading, event.cue
        if turn.speaker is not None:
            return turn.speaker.form is NOMINAL and self.speakers.is_impersonal(event)
        if turn.own:
            return event.is_nominal and not (self.quotes.around(cue) or turn.reported)  # `أعتقد أن`: the writer's own
        verb = reading.pos == "verb"
        follows = source is not None and turn.resolution is not SUBJECT
        if verb and is_impersonal(document, cue, reading, follows=follows):
            return True
        following = document.padded_keys[cue + 1]
        if following == "النقاب":
            return True  # `وتكشف النقاب عن لوحة`
        if source is None and self._is_nobodys(cue, reading):
            return True
        unsaid = reading.tense == "imperfect" and source is None
        speech = event.opener == "quote" and event.gap_end == cue + 1  # `وتقول «...»`
        if unsaid and verb and reading.gender == "f" and reading.number == "s" and not speech:
            return True  # `تذكر أن`, `ترى أن`: to the reader
        nominal = verb and event.opener not in SPEECH
        inner = nominal and reading.proclitics[:1] not in ("و", "ف") and not self._has_subject(turn)
        if self.speakers.is_impersonal(event):
            return True
        what = document.padded_keys[cue - 1] in WHATS and document.keys[cue].endswith(("ه", "ها"))
        if (what or following in _RESUMED) and source is not None:
            return False  # `بيانا تطالب فيه بالحوار`, `ما وصفه بالخطأ`
        if self._is_what_does(cue):
            return True
        if nominal and source is None and (unsaid or event.opener == "obj"):
            return True  # `ويهدد بانفجاره`
        if unsaid and verb and event.opener == "colon":
            return True  # a headline: `هذه تؤكد وتلك تنفي: ...`
        return inner and (unsaid or not starts_clause(document, cue))

    def _is_nobodys(self, cue: int, reading: Reading) -> bool:
        """`مجتمع يرفض أن`, `الإنسان الذي يشعر أن`, `أعلن أمس عن`: of nobody in particular, or a passive."""
        before = self.document.words[cue - 1] if cue else None
        if reading.pos != "verb" or reading.proclitics or reading.number == "p":
            return False
        if before is None or cue == self.document.sentence_bounds[cue][0]:
            return reading.tense == "perfect" and reading.gender == "m"
        if before.key in RELATIVES:
            return True
        indefinite = before.kind is WORD and not before.key.startswith("ال") and before.tags <= {"common_word", "counted"}
        indefinite = (
            indefinite and bool(before.tags) and not self.document.padded_keys[cue - 2].startswith("ال")
        )  # `البائع | حياتي`
        return reading.tense == "imperfect" and indefinite and cue - 1 not in self.speakers.by_token

    def _is_what_does(self, cue: int) -> bool:
        """`وهو ما يهدد بالفشل`: `ما` is the subject, where no pronoun refers back to it (`ما وصفه`, `ما أكد عليه`)."""
        keys = self.document.padded_keys
        return keys[cue - 1] == "ما" and not (keys[cue].endswith(("ه", "ها")) or keys[cue + 1] in _BACK)

    def _has_subject(self, turn: Turn) -> bool:
        """`الجبهة نددت بالقرار`: a noun stands before the verb; things may threaten, but say nothing."""
        if turn.source is None:
            return False
        resumed = self.document.keys[turn.event.cue - 1] in RESUMED  # `قال إنه طلب التدخل`
        resumed = resumed and turn.event.reading.entry.form not in _OF_THINGS  # `قال إنها توثق الحريق`
        if turn.resolution is not SUBJECT and not resumed:
            return False
        person = turn.source.form is NAME or turn.event.reading.number == "p"
        return person or turn.event.reading.entry.form not in _OF_THINGS

    def _claim(self, turn: Turn, found: tuple[int, int, ClaimKind]) -> Claim:
        (first, end, kind), document, event = found, self.document, turn.event
        reading, settings = event.reading, self.settings
        speaker, source, opener = turn.speaker, turn.source, event.opener
        cue = _cue(document, event.cue, event.cue + 1, opener, reading.entry.form, reading.pos)
        span = span_between(document.starts[first], document.ends[end - 1])
        claim = self._draft(span, f"{reading.pos}_{opener}", kind, cue, speaker)
        claim.source_mention, claim.resolution = source, turn.resolution
        claim.stance, commitment = _stance(reading["stance"] or "assert"), reading["commitment"] or "CT"
        if reading["polarity"] == "-":
            claim.polarity, claim.factuality = Polarity.NEGATIVE, _DENIED[commitment]
        else:
            claim.factuality = _FACTUALITY[commitment]
        if event.gap_end > event.cue + 1:  # something stands between verb and content
            claim.addressee = settings.addressee(event, speaker)
        if settings.hits:
            claim.medium = settings.medium(event)
        if settings.days:
            claim.uttered = settings.uttered(event, span)
        claim.is_anonymous = source is not None and source.is_anonymous
        return _made(claim)

    def _attributed(self, found: Attribution, turns: Sequence[Turn]) -> Claim:
        document, hit = self.document, found.hit
        span = document.span(found.first, found.end)
        source, resolution = found.source, EXPLICIT
        if found.self_reference:
            writer = document.keys[hit.end - 1].endswith(_OURS) and self.quotes.around(hit.first) is None
            source = None if writer else self._speaking_at(hit, turns)  # `في رأيي`
            resolution = PRONOUN if source is not None else UNRESOLVED
        elif source is not None:
            source = refer(document, source, hit.first, turns, self.named)
            resolution = EXPLICIT if source is found.source else Resolution.DOCUMENT
        kind = DIRECT if found.pieces else self._kind(span)
        cue = _cue(document, hit.first, hit.end, "phrase", hit.reading.entry.form.split("|")[0], hit.reading.pos or "phrase")
        claim = self._draft(span, "attribution", kind, cue, found.source)
        claim.source_mention, claim.resolution, claim.stance = source, resolution, _stance(said_by.stance(document, hit))
        if found.pieces:
            claim.segments = tuple([document.span(*piece) for piece in found.pieces])
        claim.is_anonymous = source is not None and source.is_anonymous
        return _made(claim)

    def _speaking_at(self, hit: Hit, turns: Sequence[Turn]) -> Mention | None:
        """The source of the last claim before `على حد قوله` whom its pronoun can stand for; else of the last."""
        last = bisect_left(turns, hit.first, key=lambda turn: turn.event.cue)
        spoken = [turn for turn in turns[max(last - _LOOK_BACK, 0) : last] if turn.event.opener != "aside" and turn.source]
        own = [turn for turn in spoken if not turn.reported]
        key = self.document.keys[hit.end - 1]
        number, gender = "p" if key.endswith("هم") else "s", "f" if key.endswith("ها") else "m" if key.endswith("ه") else ""
        able = (turn for turn in reversed(own[-_NEAR:]) if _stands_for(turn, number, gender))
        told = next(able, None) or next(reversed(own or spoken), None)
        return told.source if told is not None else None

    def _kind(self, span: Span) -> ClaimKind:
        for quote in self.quotes.statements.overlapping(span):
            return DIRECT if quote.span.contains(span) else MIXED
        return INDIRECT

    def _narrated(self, said: list[Claim]) -> Iterator[Claim]:
        if not self.layers["numbers"]:
            return
        seen: set[tuple[int, int]] = set()
        document, told, clauses = self.document, SpanIndex(said), Clauses(self.document, self.marks)
        for fact in self.layers["numbers"]:
            if told.covers(fact.span):
                continue
            first, end = clauses.of(fact)
            if (first, end) not in seen:
                seen.add((first, end))
                span = span_between(document.starts[first], document.ends[end - 1])
                yield _made(self._draft(span, "narrated", NARRATED, None, None))

    def _draft(self, span: Span, rule: str, kind: ClaimKind, cue: Cue | None, speaker: Mention | None) -> Any:
        """A claim to be filled in: whatever else its kind knows, it is a certain statement of nobody who was found."""
        claim = _Draft()
        claim.span, claim.text, claim.rule = span, self.document.text[span.start : span.end], rule
        claim.kind, claim.cue, claim.speaker = kind, cue, speaker
        claim.extent, claim.segments = span if cue is None and speaker is None else _extent(span, cue, speaker), (span,)
        claim.source_mention = claim.source = claim.addressee = claim.medium = claim.uttered = None
        claim.resolution, claim.stance, claim.polarity = UNRESOLVED, _ASSERTED, _AFFIRMED
        claim.factuality, claim.is_anonymous = _CERTAIN, False
        claim.numbers, claim.dates, claim.quotes = self.inside.within(span)
        return claim


def _made(draft: Any) -> Claim:
    draft.__class__ = Claim
    claim: Claim = draft
    return claim


def _cue(document: Document, first: int, end: int, rule: str, lemma: str, pos: str) -> Cue:
    cue = _CueDraft()
    start, stop = document.starts[first], document.ends[end - 1]
    cue.span, cue.text = span_between(start, stop), document.text[start:stop]
    cue.rule, cue.lemma, cue.pos = rule, lemma, pos
    cue.__class__ = Cue
    made: Cue = cue
    return made


def _extent(span: Span, cue: Cue | None, speaker: Mention | None) -> Span:
    """From the first of content, cue and speaker to the last."""
    start, end = first, last = span.start, span.end
    if cue is not None:
        other = cue.span
        start, end = other.start if other.start < start else start, other.end if other.end > end else end
    if speaker is not None:
        other = speaker.span
        start, end = other.start if other.start < start else start, other.end if other.end > end else end
    return span if start == first and end == last else span_between(start, end)


def _stands_for(turn: Turn, number: str, gender: str) -> bool:
    """Whether a pronoun in a number and gender can mean who made a claim."""
    several = turn.number == "p" or (turn.source is not None and turn.source.number == "p")
    return several == (number == "p") and (number == "p" or not gender or turn.gender in ("", gender))


def _outermost(ranges: Sequence[tuple[int, int, ClaimKind] | None]) -> set[int]:
    """Where contents start that stand in no other: what a phrase behind them is told of (`قال إن الوزيرة أكدت ذلك، حسب قوله`)."""
    starts: set[int] = set()
    reached = 0
    for found in ranges:
        if found is not None and found[0] >= reached:
            starts.add(found[0])
            reached = found[1]
    return starts


def _with_speakers(mentions: Sequence[Mention], speakers: Sequence[Mention | None]) -> list[Mention]:
    """The mentions, and the names that only their place as a speaker told, in text order."""
    known = set(map(id, mentions))
    told = [speaker for speaker in speakers if speaker is not None and speaker.form is NAME and id(speaker) not in known]
    if told:
        starts = {speaker.span.start for speaker in told}
        there = [mention for mention in mentions if mention.span.start in starts]
        told = [speaker for speaker in told if speaker not in there]
    if not told:
        return list(mentions)
    longer = SpanIndex(told)
    kept = [mention for mention in mentions if not longer.covers(mention.span)]
    return sorted([*kept, *told], key=STARTS)

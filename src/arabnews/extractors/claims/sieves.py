"""Whose words: sieves that find the source of a claim whose clause names none, from precise to bold; each signs its name.

After the ordered sieves of CoreNLP's quote attribution (Muzny et al. 2017), with Arabic's own evidence: the verb's gender and
number, the participle that shares its subject with the verb before it, continuation verbs, turn markers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.extractors.claims.events import Event
from arabnews.model import Mention, MentionForm, MentionKind, Resolution

_REACH: Final = 6
"""Sentences back to which a dropped subject may look."""
_LOOK_BACK: Final = 40
"""Claims back to which any reference may look."""
_MENTIONS_BACK: Final = 120
_ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور"})


def _before(mentions: Sequence[Mention], offset: int) -> Sequence[Mention]:
    """The last mentions that begin before an offset: as far back as a reference may reach."""
    last = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    return mentions[max(last - _MENTIONS_BACK, 0) : last]


class Turn(NamedTuple):
    """A claim as the sieves see it: its event, its written speaker, its source so far."""

    event: Event
    speaker: Mention | None
    source: Mention | None
    resolution: Resolution
    gender: str
    number: str


def resolve(
    document: Document, events: Sequence[Event], speakers: Sequence[Mention | None], mentions: Sequence[Mention]
) -> list[Turn]:
    """A source for each event, in text order, where one can be told."""
    turns: list[Turn] = []
    source: Mention | None
    for event, speaker in zip(events, speakers, strict=True):
        if speaker is not None:
            source, how = _written(document, event, speaker, turns, mentions)
        else:
            source, how = _dropped(document, event, turns, mentions)
        gender = _gender(event, source) if speaker is None else _evidence(event, speaker)
        turns.append(Turn(event, speaker, source, how, gender, event.reading.number))
    return turns


def _evidence(event: Event, speaker: Mention) -> str:
    """The grammatical gender that the verb shows for its written subject."""
    return event.reading.gender if event.reading.pos == "verb" and event.reading.number == "s" else speaker.gender


def _gender(event: Event, source: Mention | None) -> str:
    return event.reading.gender or (source.gender if source else "")


# ---- a speaker is written


def _written(
    document: Document, event: Event, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution]:
    """The speaker itself, or for a definite common noun (`الوزير`, `البيان`, `المصدر ذاته`) what it refers back to."""
    if speaker.form is not MentionForm.NOMINAL:
        return speaker, Resolution.EXPLICIT
    head = document.token_at(speaker.span.start)
    word = document.words[head]
    if (issuer := _issuer_of(document, speaker, mentions)) is not None:
        return issuer, Resolution.DOCUMENT
    if not word.key.startswith("ال"):
        return speaker, Resolution.EXPLICIT
    bare = word.key[2:]
    for turn in reversed(turns[-_LOOK_BACK:]):
        if turn.source is not None and _has_head(document, turn.source, bare):
            return turn.source, Resolution.EXPLICIT
    for mention in reversed(_before(mentions, speaker.span.start)):
        if _has_head(document, mention, bare):
            return mention, Resolution.EXPLICIT
    source = word.get("nominal_source")
    if source is not None and source["document"] == "yes":
        issuer = _issuer(document, head, turns, mentions)
        if issuer is not None:
            return issuer, Resolution.DOCUMENT
    if document.keys[head + 1 : head + 2] and document.keys[head + 1] in _ANAPHORIC and turns and turns[-1].source is not None:
        return turns[-1].source, Resolution.EXPLICIT
    return speaker, Resolution.EXPLICIT


def _has_head(document: Document, mention: Mention, bare: str) -> bool:
    """Whether a mention's title, or its own first word, is the noun: `وزير النقل فلان` for `الوزير`."""
    start = document.token_at(mention.span.start)
    end = document.token_at(mention.name.start) if mention.title is not None else start + 1
    return any(key.removeprefix("ال") == bare for key in document.keys[start : max(end, start + 1)])


def _issuer_of(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """`بيان للوزارة`, `التقرير السنوي لمؤسسة النقد`: the organisation inside a document's noun phrase."""
    head = document.words[document.token_at(speaker.span.start)].get("nominal_source")
    if head is None or head["document"] != "yes":
        return None
    near = _before(mentions, speaker.span.end)
    inside = [m for m in near if m.kind is MentionKind.ORG and speaker.span.contains(m.span)]
    return inside[-1] if inside else None


def _issuer(document: Document, head: int, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """Who issued `البيان`: the last organisation that spoke, else the last one that stands beside such a document."""
    for turn in reversed(turns[-_LOOK_BACK:]):
        if turn.source is not None and turn.source.kind is MentionKind.ORG:
            return turn.source
    kind = document.keys[head].removeprefix("ال")
    last: Mention | None = None
    for mention in _before(mentions, document.starts[head]):
        start = document.token_at(mention.span.start)
        if mention.kind is MentionKind.ORG and any(key.endswith(kind) for key in document.keys[max(start - 4, 0) : start]):
            last = mention
    return last


# ---- no speaker is written


def _dropped(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention | None, Resolution]:
    if event.reading.pos == "participle":
        found = _participle(document, event, turns)
        if found is not None:
            return found
    if event.reading.pos == "masdar":
        relayed = _relayed(document, event, mentions)
        if relayed is not None:
            return relayed, Resolution.RELAYED
    return _previous(document, event, turns) or _topic(document, event, turns, mentions) or (None, Resolution.NONE)


def _participle(document: Document, event: Event, turns: list[Turn]) -> tuple[Mention, Resolution] | None:
    """The subject of the verb before it in the same sentence, whose gender it shares."""
    sentence = document.sentence_at(event.cue)
    for turn in reversed(turns[-_LOOK_BACK:]):
        distance = sentence - document.sentence_at(turn.event.cue)
        if distance > 1:
            return None
        if turn.source is not None and _agrees(event, turn):
            return turn.source, Resolution.PARTICIPLE
    return None


def _agrees(event: Event, turn: Turn) -> bool:
    """Whether a verb or participle can have the source of an earlier claim for its subject."""
    gender, number = event.reading.gender, event.reading.number
    if number == "p" and turn.number != "p" and turn.source is not None and turn.source.number not in ("p", ""):
        return event.reading.pos == "participle" and event.reading.case != "obl"
    return not gender or not turn.gender or gender == turn.gender


def _previous(document: Document, event: Event, turns: list[Turn]) -> tuple[Mention, Resolution] | None:
    """The nearest earlier source that agrees: continuation verbs go on with it, other verbs most often do."""
    sentence = document.sentence_at(event.cue)
    continues = event.reading["continuation"] == "yes"
    for turn in reversed(turns[-_LOOK_BACK:]):
        if sentence - document.sentence_at(turn.event.cue) > _REACH:
            return None
        if turn.source is not None and _agrees(event, turn):
            return turn.source, Resolution.CONTINUATION if continues else Resolution.PRO_DROP
    return None


def _relayed(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
    before = [m for m in _before(mentions, document.starts[event.cue]) if document.token_at(m.span.end - 1) < event.cue]
    if not before:
        return None
    last = before[-1]
    near = event.cue - document.token_at(last.span.end - 1) <= 3
    return last if near else None


def _topic(document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]) -> tuple[Mention, Resolution] | None:
    """With nobody quoted before: the last person or organisation named as a subject in the sentences before."""
    if any(turn.source is not None for turn in turns[-_LOOK_BACK:]):
        return None
    sentence = document.sentence_at(event.cue)
    feminine = event.reading.gender == "f"
    candidates = [
        m for m in _before(mentions, document.starts[event.cue])
        if sentence - document.sentence_at(document.token_at(m.span.start)) <= 2
    ]  # fmt: skip
    for mention in reversed(candidates):
        if mention.kind is MentionKind.PER and mention.gender != ("m" if feminine else "f") and not feminine:
            return mention, Resolution.SUBJECT
        if mention.kind is MentionKind.ORG and feminine:
            return mention, Resolution.SUBJECT
    return None

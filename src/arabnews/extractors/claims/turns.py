"""Turns: each claim as it stands while sources are looked for, and how far back a reference may look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from attrs import define

from arabnews.document import Document
from arabnews.enums import CONTINUATION, PARTICIPLE, PRO_DROP
from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.extents import QUANTIFIERS
from arabnews.model import Mention, Resolution

LOOK_BACK: Final = 40
"""Claims back to which any reference may look."""
LATEST: Final = slice(None, -LOOK_BACK - 1, -1)
"""Of the turns, those to which a reference may look back, the last one first."""
MENTIONS_BACK: Final = 120
_REACH: Final = 6
"""Sentences back to which a dropped subject may look."""


STARTS: Final = attrgetter("span.start")


@define(eq=False)
class Turn:
    """A claim as the sieves see it: its event, its written speaker, its source so far."""

    event: Event
    speaker: Mention | None
    source: Mention | None
    resolution: Resolution
    gender: str
    number: str
    reported: bool
    """Whether the claim stands inside the content of another."""
    embedded: bool
    """Whether it stands in a relative clause with a subject of its own: `التي اعتبرها كثيرون`."""
    own: bool = False
    """Whether nobody is written and the verb is in the first person: `أعتقد أن`."""


def last_turn(turns: Sequence[Turn], *, reported: bool = True) -> Turn | None:
    """The last turn of a verb, participle or verbal noun, as far back as a reference may look; if need be, of none reported."""
    for turn in turns[LATEST]:
        if turn.event.opener != "aside" and (reported or not turn.reported):
            return turn
    return None


def before(mentions: Sequence[Mention], offset: int) -> Sequence[Mention]:
    """The last mentions that begin before an offset: as far back as a reference may reach."""
    last = bisect_left(mentions, offset, key=STARTS)
    return mentions[last - MENTIONS_BACK if last > MENTIONS_BACK else 0 : last]


def between(document: Document, mentions: Sequence[Mention], first: int, end: int) -> Sequence[Mention]:
    """Of these, the ones that begin in a token range."""
    near = before(mentions, document.starts[end])
    return near[bisect_left(near, document.starts[first], key=STARTS) :]


def agrees(event: Event, turn: Turn) -> bool:
    """Whether a verb or participle can have the source of an earlier claim for its subject."""
    gender, number = event.reading.gender, event.reading.number
    source, same = turn.source, not gender or not turn.gender or gender == turn.gender
    if number == "s" and source is not None:
        if not same or source.text.partition(" ")[0].removeprefix("ال") in QUANTIFIERS:
            return False  # nobody is `he` after `كثيرون`
        if source.number in ("p", "d") and source.gender == "m":
            return gender == turn.gender == "f" and turn.speaker is not None  # `عبرت الجماهير ..., متمنية`: a broken plural
    elif number == "p" and turn.number != "p" and source is not None and source.number not in ("p", ""):
        return event.reading.pos == "participle" and event.reading.case != "obl"
    return same


def previous(document: Document, event: Event, turns: list[Turn]) -> tuple[Mention, Resolution] | None:
    """The nearest earlier source that agrees: continuation verbs go on with it, other verbs most often do."""
    turn = goes_on_with(document, event, turns)
    return None if turn is None or turn.source is None else (turn.source, goes_on(event))


def goes_on_with(document: Document, event: Event, turns: list[Turn]) -> Turn | None:
    """The nearest earlier claim whose source a verb or participle can go on with."""
    sentence = document.sentence_at(event.cue) - _REACH
    reach = document.sentences[sentence][0] if sentence > 0 else 0
    for turn in turns[LATEST]:
        if turn.source is None:
            continue
        if turn.event.cue < reach:
            return None
        if not (turn.reported or turn.embedded) and agrees(event, turn):
            return turn
    return None


def goes_on(event: Event) -> Resolution:
    """How a verb or participle goes on with an earlier source."""
    if event.reading.pos == "participle":
        return PARTICIPLE if event.reading.number != "s" else PRO_DROP
    return CONTINUATION if event.reading["continuation"] == "yes" else PRO_DROP

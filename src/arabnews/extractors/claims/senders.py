"""Whose a statement is in which somebody says something: `رسالة من الوزير قال فيها`, `كلمة لرئيس النادي رحب فيها`.

What is sent or given comes from whom `من`, `ل` or `مع` names behind it, or from its genitive (Ryding 2005, 8.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, NOMINAL, ORG, PER
from arabnews.extractors.claims.event import TANWIN, Event
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.turns import before
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_SPOKEN: Final = ("كلم", "تصريح", "حديث", "مقابل", "حوار", "لقاء", "تغريد", "تدوين", "مداخل", "مقال", "منشور")
"""They are his to whom `ل` ascribes them; a letter is for him."""
_REACH: Final = 24
_ASCRIBED: Final = 8
_FRONTED: Final = 30


def sender(phrases: NounPhrases, event: Event) -> Mention | None:
    """Whose the nearest statement before a verb is, where words behind it tell."""
    document, cue = phrases.document, event.cue
    first = max(document.sentence_bounds[cue][0], cue - _REACH)
    medium = next((at for at in range(cue - 1, first - 1, -1) if "medium" in document.words[at].tags), -1)
    if medium < 0 or medium + 1 >= cue:
        return None
    key = document.keys[medium].removeprefix("ب").removeprefix("ال")
    spoken = key.startswith(_SPOKEN)
    start = medium + 1
    accusative = document.words[medium].surface.endswith(TANWIN) or key.endswith("ا")
    if document.words[start].surface.endswith(TANWIN) or (accusative and document.keys[start].endswith("ا")):
        start += 1  # `حوارا مطولا مع`
    if start + 2 < cue and document.keys[start + 1] == "من" and not document.keys[start].startswith("ال"):
        start += 1  # `برقية تهنئة | من الرئيس`
    if start + 1 >= cue or document.words[start].kind is not WORD:
        return None
    if document.keys[start] == "من" or (spoken and document.keys[start] in ("مع", "ل")):
        start += 1
    elif not (spoken and document.keys[start].startswith("ل")) and (accusative or start > medium + 1):
        return None
    found = phrases.phrase(start, cue)
    person = found is not None and found.kind is PER
    known = person or start in phrases.by_token or bool(document.words[start].tags & {"title", "org_head"})
    if found is None or not known or found.kind is LOC or (found.form is NOMINAL and not phrases.is_human(start)):
        return None
    gender = found.gender or phrases.gender_at(start)
    return found if not gender or not event.reading.gender or gender == event.reading.gender else None


def ascribed(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`تصريحا منسوبا إلى فلان، جاء فيه`, `قائلا`: whose words they are said to be."""
    first = max(document.sentence_bounds[event.cue][0], event.cue - _FRONTED)
    keys = document.keys[first : event.cue]
    if "منسوب" not in " ".join(keys):
        return None  # nearly always
    at = next((at for at, key in enumerate(keys, first) if key[:5] == "منسوب"), -1)
    if at < 0:
        return None
    near = (m for m in before(mentions, document.starts[event.cue]) if at < document.token_at(m.span.start) <= at + _ASCRIBED)
    return next((one for one in near if one.kind in (PER, ORG)), None)


def informants(phrases: NounPhrases, event: Event) -> Mention | None:
    """From whom somebody learned what is told: `علمت الصحيفة من مصادر مطلعة أن`."""
    if event.reading.entry.form != "علم" or event.opener != "clause":
        return None
    keys, words = phrases.document.keys, phrases.document.words
    told = (at for at in range(event.cue + 1, event.gap_end - 1) if keys[at] == "من")
    start = next((at + 1 for at in told if "nominal_source" in words[at + 1].tags), 0)
    return phrases.phrase(start, event.gap_end) if start else None

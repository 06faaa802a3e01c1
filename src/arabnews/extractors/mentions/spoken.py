"""Whoever speaks: words that no table knows, between a verb of saying and what it opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document
from arabnews.enums import PER
from arabnews.extractors.mentions.families import certainty, is_sure_given
from arabnews.extractors.mentions.found import (
    Found,
    is_closed,
    is_definite,
    is_unknown,
)
from arabnews.extractors.mentions.names import name_end, name_from
from arabnews.extractors.mentions.parts import may_follow_title
from arabnews.extractors.mentions.persons import NO_SPEAKER
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign, is_native

_OPENERS: Final = frozenset({"ان", "انه", "انها", "بان", ":", "،", "في", "«", '"', "“", "الي", "الى", "على"})
_WHO: Final = frozenset({"من", "الذي", "التي"})
_PLACES: Final = frozenset({"في", "الي", "الى", "على", "،"})


def quoted_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A word that no table knows between a verb of saying and what it opens: `وقال روبرتسون:`, `وأوضح هيرنانديز أن`.

    Examples:
        وأضاف [كلاوزفيتس](kind=PER) أن الطريق مغلق
    """
    words = document.padded_words
    for at in document.at("cue"):
        first = at + 1
        if first in taken:
            continue
        begins = may_follow_title(words[first])
        if not begins and "person_name" not in words[first + 1].tags:
            continue
        cue = _verb(words[at])
        if cue is None:
            continue
        if is_closed(document, first) and not (_is_participle(document, first) and is_sure_given(document, first + 1)):
            continue
        end = name_from(document, first, True) if begins else first
        if (
            end == first + 1
            and is_definite(document, first)
            and certainty(document, first) != "sure"
            and (is_native(document.keys[first]) or document.keys[first].startswith("الم"))
        ):
            continue  # `كتب الوالد`
        if end == first or not _opens_speech(document, end):
            end = first
            while end < first + 2 and end not in taken and _may_be_name(document, end):
                end += 1
        if end == first and is_sure_given(document, first + 1) and not is_definite(document, first):
            end = name_end(document, first + 1, titled=True)  # `قال خاتم محمد: ...`: an everyday word as a given name
        if end == first or not taken.isdisjoint(range(first, end)):
            continue
        if end == first + 1 and _is_accusative(document, first):
            continue  # `أظهرت انكماشا في`
        if cue.tense == "imperfect" and document.padded_keys[end] in _PLACES and certainty(document, first) != "sure":
            continue  # `تنشر جراثيم في الجو`
        opened = _opens_speech(document, end) or (end > first and _tells_who(document, first, end))
        if opened and not document.padded_words[first].tags & NO_SPEAKER:
            yield Found(first, end, PER, "quoted_person", first, end)


@kept
def _verb(word: Word) -> Reading | None:
    """The reading as a verb of saying behind which the speaker may stand."""
    cue = word.get("cue")
    if cue is None or cue.pos != "verb" or cue.proclitics in ("ل", "ول") or "function_word" in word.tags:
        return None
    return cue


def _tells_who(document: Document, first: int, end: int) -> bool:
    """`وقالت مارغيت هوفشتاين عضو المجلس`, `قال كلاوزفيتس من الشركة`: foreign words before what tells who somebody is."""
    if document.keys[end - 1].endswith("ه"):
        return False  # `تؤكد خلوه من`
    if not all(is_unknown(document, at) and is_foreign(document.keys[at]) for at in range(first, end)):
        return False
    title = document.words[end].get("title") if end < len(document) else None
    return document.padded_keys[end] in _WHO or (title is not None and not title.proclitics)


def _is_accusative(document: Document, at: int) -> bool:
    """`انكماشا`, `قصفا`: the accusative of an Arabic word, though no table knows it."""
    key = document.keys[at]
    return key.endswith("ا") and is_native(key[:-1]) and certainty(document, at) != "sure"


def _is_participle(document: Document, at: int) -> bool:
    """`خاتم`, `كاشف`: a participle of a verb of saying, and a given name."""
    word = document.padded_words[at]
    cue = word.get("cue") if "cue" in word.tags else None
    return cue is not None and cue.pos == "participle" and not cue.proclitics


def _may_be_name(document: Document, at: int) -> bool:
    word = document.padded_words[at]
    return "person_name" in word.tags or (is_foreign(word.key) and is_unknown(document, at))


def _opens_speech(document: Document, at: int) -> bool:
    return document.padded_keys[at] in _OPENERS

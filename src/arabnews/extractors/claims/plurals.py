"""The subject of a verb in the plural or dual: the nearest noun before it in that number (Ryding 2005, 4.1.2)."""

from __future__ import annotations

from typing import Final

from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.lexicon.morphology import is_native
from arabnews.model import Mention
from arabnews.text.tokens import Kind

_PREPOSITIONS: Final = frozenset({"في", "من", "الى", "على", "عن", "مع", "بين", "لدى", "قبل", "بعد", "ضد"})
_PREDICATED: Final = frozenset({"انهم", "انهما", "هم", "هما", "ليسوا", "كانوا", "وهم", "لانهم", "فهم"})
"""What follows tells what somebody is."""
_PEOPLE: Final = frozenset({"الناس", "السكان", "الاهالي", "المواطنون", "الجميع", "البعض"})
_CLAUSE: Final = 40
"""Tokens back in a sentence to which the subject may stand."""


def plural(phrases: NounPhrases, event: Event, number: str = "") -> Mention | None:
    """The nearest plural or dual before a verb in the plural or dual that can be its subject: `الحكومتان ... تتوقعان`."""
    document, number = phrases.document, number or event.reading.number
    for at in range(event.cue - 1, max(event.cue - _CLAUSE, document.sentence_bounds(event.cue)[0] - 1, -1), -1):
        feminine = event.reading.gender == "m" and document.keys[at].endswith("ات")
        if _is_plural(phrases, at, number) and not feminine and not is_governed(phrases, at) and phrases.may_head(at):
            return phrases.nominal(at, _past_definite(phrases, at, event.cue), [], before_verb=True)
    return None


def _past_definite(phrases: NounPhrases, at: int, end: int) -> int:
    """Where a plural's phrase ends: with the article, before what has none (`ووجه البحارة | رسالة`)."""
    stop, keys, words = phrases.end_of(at, end), phrases.document.keys, phrases.document.words
    if not keys[at].startswith("ال"):
        return stop
    bare = (i for i in range(at + 1, stop) if words[i].kind is Kind.WORD and not keys[i].startswith(("ال", "وال")))
    parted = next((i for i in bare if i not in phrases.by_token), stop)
    return stop if keys[parted : parted + 1] in (["من"], ["في"], ["الى"], ["على"]) else parted


def _is_plural(phrases: NounPhrases, at: int, number: str) -> bool:
    """Whether a noun for people or bodies in the number stands at a token; a dual in the nominative."""
    word = phrases.document.words[at]
    if number == "d" and not word.key.endswith("ا" if phrases.document.key_at(at + 1).startswith("ال") else "ان"):
        return False  # before a definite noun a dual loses its nun: `وزيرا النقل`
    tags = {"title", "nominal_source", "nationality"} | ({"org_head"} if number == "d" else set())
    if any(reading.number == number and reading.tag in tags for reading in word.readings):
        return True
    return number == "p" and (word.key in _PEOPLE or (phrases.is_sound_plural(at) and _is_derived(phrases, at)))


def _is_derived(phrases: NounPhrases, at: int) -> bool:
    """Whether a plural has a known singular: `المتظاهرون`, not `الزيتون`."""
    stem, look_up = phrases.document.keys[at].removesuffix("ون"), phrases.document.lexicon.look_up
    return bool(look_up(stem) or look_up(stem + "ي")) or bool(phrases.document.words[at].tags) or is_native(stem)


def is_governed(phrases: NounPhrases, at: int) -> bool:
    """Whether a preposition stands before a noun, or what makes it a predicate."""
    before, key = phrases.document.keys[at - 1] if at else "", phrases.document.keys[at]
    return before in _PREPOSITIONS | _PREDICATED or (key.startswith(("لل", "بال", "كال")) and at not in phrases.by_token)

"""The subject of a verb or participle in the plural or dual: the nearest noun before it in that number (Ryding 2005, 4.1.2).

`خرج أهالي المدينة، ودعوا إلى`, `اشتكى عمال النظافة، مؤكدين أن`: a verb before its subject is singular, one after it agrees.
"""

from __future__ import annotations

from typing import Final

from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.extents import ADJUNCTS, QUANTIFIERS
from arabnews.extractors.claims.noun_phrases import NounPhrases, may_be_several
from arabnews.extractors.claims.shares import SHARES, share
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_PREPOSITIONS: Final = frozenset({"في", "من", "الى", "على", "عن", "مع", "بين", "لدى", "قبل", "بعد", "ضد", "خلال", "مثل", "حول"})
_PREDICATED: Final = frozenset({"انهم", "انهما", "هم", "هما", "ليسوا", "كانوا", "وهم", "لانهم", "فهم"})
"""What follows tells what somebody is."""
_GOVERNING: Final = _PREPOSITIONS | _PREDICATED
_PEOPLE: Final = frozenset({"title", "nominal_source", "nationality"})
_MANY: Final = _PEOPLE | {"org_head"}
_FRONT: Final = 3
"""Tokens that may stand before the verb that opens a sentence."""
_ALONE: Final = frozenset({"الجميع", "البعض", "الاثنان", "اخرون", "الاخرون", "كثيرون", "الكثيرون"})
_CLAUSE: Final = 40
"""Tokens back in a sentence to which the subject may stand."""


def plural(phrases: NounPhrases, event: Event, number: str = "", *, since: int = 0) -> Mention | None:
    """The nearest plural or dual of the sentence that can be the event's subject: `الحكومتان ... تتوقعان`.

    Args:
        phrases: reads noun phrases.
        event: a verb or participle without a subject of its own.
        number: its number, where its reading does not tell.
        since: the token from which on nobody's words stand.
    """
    document, number = phrases.document, number or event.reading.number
    first = max(event.cue - _CLAUSE, document.sentence_bounds[event.cue][0], since)
    oblique = -1
    for at in range(event.cue - 1, first - 1, -1):
        if _may_be_subject(phrases, event, at, number):
            if not document.keys[at].endswith("ين"):
                return _phrase(phrases, at, event.cue)
            oblique = at if oblique < 0 else oblique
    return _phrase(phrases, oblique, event.cue) if oblique >= 0 else None


def plural_before(phrases: NounPhrases, event: Event) -> Mention | None:
    """The first plural of the sentence before, whose subject the verb that opens a sentence goes on with."""
    document = phrases.document
    bounds = document.sentence_bounds[event.cue]
    if bounds[0] == 0 or event.cue - bounds[0] > _FRONT:
        return None
    first, end = document.sentence_bounds[bounds[0] - 1]
    for at in range(first, min(end, first + _CLAUSE)):
        if _may_be_subject(phrases, event, at, "p") and not document.keys[at].endswith("ين"):
            return _phrase(phrases, at, end)
    return None


def _phrase(phrases: NounPhrases, at: int, end: int) -> Mention | None:
    """The noun phrase of a plural, with what tells how many: `عشرات | السكان`, `عدد من | التجار`; without where they are."""
    keys = phrases.document.keys
    if at and keys[at - 1].endswith("ون") and phrases.are_people(at - 1):
        at -= 1  # `مسؤولون | يمنيون`
    if at > 2 and keys[at - 1] == "من" and keys[at - 2] in SHARES:
        return share(phrases, at - 3, end)
    for head in (at - 1, at - 2):
        if head >= 0 and keys[head] in QUANTIFIERS and (head == at - 1 or keys[at - 1] == "من"):
            at = head
            break
    if keys[at] in _ALONE:
        return phrases.nominal(at, at + 1, before_verb=True)
    stop = phrases.end_of(at, end)
    return phrases.nominal(at, next((i for i in range(at + 1, stop) if _ends(phrases, at, i)), stop), before_verb=True)


def _ends(phrases: NounPhrases, head: int, at: int) -> bool:
    """Whether the phrase of a plural stops before a token, with which something else of its sentence begins."""
    document, key, before = phrases.document, phrases.document.keys[at], phrases.document.keys[at - 1]
    word, definite = document.words[at], document.keys[head].startswith("ال")
    if key in ADJUNCTS:
        whole = not definite or document.keys[head] in QUANTIFIERS
        return not (whole and (key == "من" or (key == "في" and "title" in document.words[head].tags)))
    if at in phrases.by_token or word.kind is not WORD:
        return False
    if key.startswith("ي") and key.endswith("ون") and "nationality" not in word.tags:
        return True  # `شباب | يرقصون`
    if word.readings and all(r.preposition in ("ب", "ل") for r in word.readings):
        return True  # `عشاق النادي | بفارغ الصبر`
    if not key.startswith("ال"):
        return before.startswith("ال") and key[0] != "و"  # `البحارة | رسالة`, `عدد من السكان | رسالة`
    title = word.get("title")
    if definite and title is not None and title.number == "s":
        return True  # `استقبل العمال | الوزير`
    sound = before.startswith("ال") and before.endswith(("ون", "ين")) and len(before) > len("الدين") + 1
    return sound and not key.endswith(("ون", "ين"))  # `كثير من الصيادين | الأسعار`


def _may_be_subject(phrases: NounPhrases, event: Event, at: int, number: str) -> bool:
    keys = phrases.document.padded_keys
    key, before = keys[at], keys[at - 1]
    if number == "p" and before == "من" and keys[at - 2] in SHARES:
        return True  # `48 % من العاملين`
    if not may_be_several(phrases.document.words[at]) or not _is_plural(phrases, at, number) or is_governed(phrases, at):
        return False
    feminine = event.reading.gender == "m" and key.endswith("ات")
    described = key.startswith("ال") and before.startswith(("ال", "وال"))  # `المثقفين العرب`
    return not (feminine or described) and phrases.may_head(at)


def _is_plural(phrases: NounPhrases, at: int, number: str) -> bool:
    """Whether a noun for people or bodies in the number stands at a token; a dual in the nominative."""
    word = phrases.document.words[at]
    bodies = number == "d"  # a verb behind people is plural, behind bodies feminine
    if bodies and not word.key.endswith("ا" if phrases.document.padded_keys[at + 1].startswith("ال") else "ان"):
        return False  # before a definite noun a dual loses its nun: `وزيرا النقل`
    if not word.tags.isdisjoint(_MANY):
        tags = _MANY if bodies else _PEOPLE
        for r in word.readings:
            if r.number == number and r.tag in tags and (bodies or r.tag != "nominal_source" or r["kind"] == "PER"):
                return True
    return number == "p" and phrases.are_people(at)


def is_governed(phrases: NounPhrases, at: int) -> bool:
    """Whether a preposition stands before a noun, or what makes it a predicate."""
    if phrases.document.padded_keys[at - 1] in _GOVERNING:
        return True
    key = phrases.document.keys[at]
    return key[0] in "لبك" and key.startswith(("لل", "بال", "كال")) and at not in phrases.by_token

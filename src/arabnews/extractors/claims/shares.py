"""A part of many as a subject: `74% من السكان`, `نحو عشرة في المئة`, `ثلثا المشاركين`, `أحد الجيران`, `إحداهن`.

A quantity governs whoever is counted (Ryding 2005, 15.11 and 15.15), and the verb before it may take either gender.
"""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.enums import NOMINAL, PER
from arabnews.extractors.claims.extents import GROUPS, QUANTIFIERS
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.model import Mention
from arabnews.text.tokens import NUMBER, WORD

_ONE: Final = frozenset({"احد", "احدى"})
_OF_THEM: Final = frozenset(
    {"احدهم", "احداهن", "احدهما", "احداهما", "بعضهم", "بعضهن", "معظمهم", "غالبيتهم", "اغلبهم", "اكثرهم", "كثيرون"}
)
_COUNTED: Final = frozenset({"number", "fraction"})
_ABOUT: Final = frozenset({"نحو", "حوالي", "قرابة", "زهاء", "ما", "يقارب", "يقرب", "اكثر", "اقل", "من"})
"""What may stand before a quantity."""
_OTHERS: Final = _ONE | _OF_THEM | _ABOUT | {"ذوو"}
"""What begins the part of many, if no number does."""
SHARES: Final = frozenset({"%", "المئة", "المائة", "المية", "بالمئة", "بالمائة", "بالمية", "٪"})
_APPROXIMATOR: Final = 4
_PER_CENT: Final = 3


def share(phrases: NounPhrases, start: int, end: int) -> Mention | None:
    """The part of many that stands at a token, or None.

    Examples:
        ويعتقد 74% من السكان أن [الطريق خطر](kind=indirect cue=ويعتقد speaker=74%_من_السكان)
        وقالت إحدى المسافرات على السفينة إن [البحر هادئ](kind=indirect cue=وقالت speaker=إحدى_المسافرات)
        وأقر نحو 10 في المئة بأنهم [لا يقرؤون](kind=indirect cue=وأقر speaker=نحو_10_في_المئة)
        وأكد أن [نسبة 10 في المئة تكفي](kind=indirect cue=وأكد)
    """
    document = phrases.document
    if start >= end:
        return None
    key, word = document.keys[start], document.words[start]
    if key not in _OTHERS and word.kind is not NUMBER and word.tags.isdisjoint(_COUNTED):
        return None  # nearly always
    if key in _OF_THEM:
        return _people(phrases, start, start + 1, "s" if key.startswith("اح") else "p")
    if key == "ذوو":
        return _people(phrases, start, phrases.end_of(start, end), "p")
    if key in _ONE:
        return _people(phrases, start, phrases.end_of(start, end), "s") if _is_one_of_many(phrases, start + 1, end) else None
    at = start
    while document.keys[at] in _ABOUT and at < min(end - 1, start + _APPROXIMATOR):
        at += 1
    stop = _past_share(document, at, end)
    if stop == at:
        return None
    if stop < end and document.keys[stop] == "من" and stop + 1 < end:
        stop = phrases.end_of(stop + 1, end)
    elif stop < end and document.keys[stop] in ("منهم", "منهن", "منها"):
        stop += 1
    return _people(phrases, start, stop, "p")


def with_part(phrases: NounPhrases, found: Mention | None) -> Mention | None:
    """A subject before its verb with the noun of quantity that governs it: `بعض المتابعين يرون`, `لكن عددا من السكان أكدوا`."""
    if found is None or found.form is not NOMINAL:
        return found
    document, keys = phrases.document, phrases.document.padded_keys
    first, last = document.tokens(found.span)
    partitive = keys[first - 1] == "من"
    at = first - 1 - partitive
    key = keys[at].removesuffix("ا")
    if at < 0 or not (key in QUANTIFIERS or (partitive and key in GROUPS)):
        return found
    span, number = document.span(at, last), "s" if key in _ONE else "p"
    return mentioned(document.text, span, found.kind, NOMINAL, number=number, is_anonymous=found.is_anonymous)


def _is_one_of_many(phrases: NounPhrases, at: int, end: int) -> bool:
    """Whether a noun that the tables know of no people follows `أحد`: `أحد الجيران`."""
    if at >= end or phrases.document.words[at].kind is not WORD or phrases.is_human(at):
        return False
    return "number" not in phrases.document.words[at].tags and phrases.document.keys[at] != "من"


def _past_share(document: Document, at: int, end: int) -> int:
    """Past a percentage or a fraction; where none stands, the token itself."""
    word = document.words[at]
    if "fraction" in word.tags:
        return at + 1 + (at + 1 < end and document.keys[at + 1].startswith("ال"))  # `ثلثا السكان`
    if word.kind is not NUMBER and "number" not in word.tags:
        return at
    return next((i + 1 for i in range(at + 1, min(at + 1 + _PER_CENT, end)) if document.keys[i] in SHARES), at)


def _people(phrases: NounPhrases, start: int, stop: int, number: str) -> Mention:
    span = phrases.document.span(start, stop)
    return mentioned(phrases.document.text, span, PER, NOMINAL, number=number)

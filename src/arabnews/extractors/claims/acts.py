"""Verbal nouns of saying as cues: `سارعت إلى التنديد بالقرار`, `رغم تأكيده أن`, `استهلت الحفل بقولها: «...»`."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, ORG
from arabnews.extractors.claims.candidates import AT_SOMEBODY, BY_SAYING, DONE, NO_ACTS, NOT_SAID, PRONOUNS
from arabnews.extractors.claims.complements import has_ba, nominal
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, Event, Quotes
from arabnews.extractors.claims.extents import QUANTIFIERS
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.positions import starts_clause
from arabnews.extractors.claims.verbal_nouns import is_act, is_definite_act
from arabnews.lexicon.entries import Reading
from arabnews.model import Mention
from arabnews.text.tokens import BREAK, WORD

_GOVERNORS: Final = frozenset({"الى", "على", "في", "مع", "عن", "بعد", "دون", "رغم", "جدد", "جددت", "اعاد", "اعادت", "كرر"})
"""What stands before a definite verbal noun whose subject is the sentence's: `حرص على التأكيد`."""
_ADVERBS: Final = frozenset({"المسبق", "المفاجئ", "رسميا", "مؤخرا", "اخيرا", "سابقا"})
_REACH: Final = 24


def act_of_saying(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The event of a verbal noun, if what is said follows directly.

    Examples:
        قال سالم المنصوري إن العمل انتهى. وحرص على التأكيد على أن [الطريق آمن](kind=indirect cue=التأكيد)
        سارعت سلمى الحداد إلى التنديد [بالقرار الأخير](kind=nominal cue=التنديد)
        استقالت سلمى الحداد رغم تأكيدها أن [الشركة بخير](kind=indirect cue=تأكيدها)
    """
    key, following = document.keys[at], at + 1
    if following >= len(document.keys) or document.words[following].kind is BREAK:
        return None
    if key in BY_SAYING:
        return _spoken(document, quotes, at, reading)
    if reading.entry.form in NO_ACTS:
        return None  # `اختتم تصريحه بأن`: a noun
    possessed = key.endswith(("ه", "ها", "هم")) and not key.endswith("ة")
    definite = reading.definite and at > 0 and document.keys[at - 1] in _GOVERNORS
    if not (possessed and not reading.proclitics) and not definite:
        return None
    opener = following + (document.keys[following] in PREPOSITIONS)
    if opener < len(document.keys) and document.keys[opener] in COMPLEMENTISERS and opener + 1 < len(document.keys):
        return Event(at, reading, "clause", following, opener + 1)
    judges = definite and reading["stance"] in ("accuse", "praise")
    if reading.opener != "no" or not judges or document.keys[at - 1] != "الى":
        return None
    found = nominal(document, quotes, at, reading)
    return found if found is not None and found.gap_end == following else None


def act_of_somebody(document: Document, at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    """The event of a verbal noun with its subject in the genitive, or its pronoun: `إعلان الوزارة عن`, `بعد تأكيد فلان أن`.

    Examples:
        بعد إعلان وزارة النقل عن [إغلاق الجسر](kind=nominal cue=إعلان speaker=وزارة_النقل)، عاد الزحام إلى المدينة
        جاء القرار بعد تأكيد سالم المنصوري أن [الطريق آمن](kind=indirect cue=تأكيد speaker=سالم_المنصوري)
    """
    form, possessed = reading.entry.form, document.keys[at].endswith(PRONOUNS)
    if reading.definite or form in NOT_SAID or form in AT_SOMEBODY or at + 2 >= len(document.keys):
        return None
    if "pers" in reading.frame and (possessed or reading.proclitics.endswith("ل")):
        return None  # `لدعوة الحكومة إلى`: whom somebody calls on
    if (possessed and form in DONE) or (form == "رفض" and starts_clause(document, at)):
        return None  # `رفضه تمديد عقده`: done, not said; `رفض متحدث التعليق`: a verb
    bound = min(at + _REACH, document.sentence_bounds[at][1])
    end = at + 1
    if not possessed:
        act = "act_noun" in document.words[end].tags and end not in phrases.by_token
        if act or document.keys[end] in QUANTIFIERS or not (phrases.is_human(end) or _named(document, phrases, end + 1)):
            return None
        end = _holder_end(document, phrases, end, bound)
        governed = (i for i in range(at + 2, end) if PREPOSITIONS.get(document.keys[i], "") in reading.frame)
        end = next(governed, end)
    if document.keys[end : end + 1] == ["("] and document.keys[end + 2 : end + 3] == [")"]:
        end += 3  # `الهيئة العامة للموانئ (موانئ)`
    while end < bound and (end in phrases.dated or document.keys[end] in _ADVERBS):
        end += 1
    return _complement(document, at, reading, end, bound)


def _named(document: Document, phrases: NounPhrases, at: int) -> Mention | None:
    """The body or country whose name begins at a token."""
    held = phrases.by_token.get(at)
    body = held is not None and held.kind in (ORG, LOC)
    return held if body and held is not None and held.span.start >= document.starts[at] else None


def _holder_end(document: Document, phrases: NounPhrases, start: int, bound: int) -> int:
    """Where the name of a body or a country in the genitive ends, `سلطنة عمان | إغلاق الميناء`; or the noun phrase."""
    held = _named(document, phrases, start) or (None if phrases.is_human(start) else _named(document, phrases, start + 1))
    return phrases.end_of(start, bound) if held is None else document.token_at(held.span.end - 1) + 1


def _complement(document: Document, at: int, reading: Reading, end: int, bound: int) -> Event | None:
    """What is said, if it stands at a token: a clause, or a noun phrase by the verb's frame."""
    if end + 1 >= bound:
        return None
    opener = end + (document.keys[end] in PREPOSITIONS)
    if document.keys[opener] in COMPLEMENTISERS and opener + 1 < bound:
        return Event(at, reading, "clause", end, opener + 1)
    frame = reading.frame
    if reading.opener != "no":
        return None
    preposition = PREPOSITIONS.get(document.keys[end], "")
    if preposition in frame and preposition != "في" and document.words[end + 1].kind is WORD:
        return Event(at, reading, preposition, end, end + 1)
    if "ب" in frame and has_ba(document, end, True):
        return Event(at, reading, "ب", end, end)
    act = is_act(document, end) or is_definite_act(document, end)
    return Event(at, reading, "obj", end, end) if "obj" in frame and act else None


def _spoken(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """`بقولها: «...»`, `بالقول إن`: what stands behind it, by a mark or a complementiser."""
    if document.keys[at + 1] in COMPLEMENTISERS and at + 2 < len(document.keys):
        return Event(at, reading, "clause", at + 1, at + 2)
    mark = at + 1 + (document.keys[at + 1] == ":")
    if (quote := quotes.statement_at(mark)) is not None:
        return Event(at, reading, "quote", at + 1, document.token_at(quote.span.start))
    return Event(at, reading, "colon", at + 1, mark) if mark > at + 1 and mark < len(document.keys) else None

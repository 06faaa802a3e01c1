"""Verbal nouns of saying as cues: `سارعت إلى التنديد بالقرار`, `رغم تأكيده أن`, `استهلت الحفل بقولها: «...»`."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.complements import nominal
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, Event, Quotes
from arabnews.lexicon.entries import Reading
from arabnews.text.tokens import Kind

_GOVERNORS: Final = frozenset({"الى", "على", "في", "مع", "عن", "بعد", "دون", "رغم", "جدد", "جددت", "اعاد", "اعادت", "كرر"})
"""What stands before a definite verbal noun whose subject is the sentence's: `حرص على التأكيد`."""
_SPEECH: Final = frozenset({"بقوله", "بقولها", "بقولهم", "بالقول"})


def act_of_saying(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The event of a verbal noun, if what is said follows directly.

    Examples:
        قال سالم المنصوري إن العمل انتهى. وحرص على التأكيد على أن [الطريق آمن](kind=indirect cue=التأكيد)
        سارعت سلمى الحداد إلى التنديد [بالقرار الأخير](kind=nominal cue=التنديد)
        استقالت سلمى الحداد رغم تأكيدها أن [الشركة بخير](kind=indirect cue=تأكيدها)
    """
    key, following = document.keys[at], at + 1
    if following >= len(document) or document.words[following].kind is Kind.BREAK:
        return None
    if key in _SPEECH:
        return _spoken(document, quotes, at, reading)
    if reading.entry.form in ("وصف", "صرح"):
        return None  # `اختتم تصريحه بأن`: a noun
    possessed = key.endswith(("ه", "ها", "هم")) and not key.endswith("ة")
    definite = reading.definite and at > 0 and document.keys[at - 1] in _GOVERNORS
    if not (possessed and not reading.proclitics) and not definite:
        return None
    opener = following + (document.keys[following] in PREPOSITIONS)
    if opener < len(document) and document.keys[opener] in COMPLEMENTISERS and opener + 1 < len(document):
        return Event(at, reading, "clause", following, opener + 1)
    judges = definite and reading["stance"] in ("accuse", "praise")
    if reading["opener"] != "no" or not judges or document.keys[at - 1] != "الى":
        return None
    found = nominal(document, quotes, at, reading)
    return found if found is not None and found.gap_end == following else None


def _spoken(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """`بقولها: «...»`, `بالقول إن`: what stands behind it, by a mark or a complementiser."""
    if document.keys[at + 1] in COMPLEMENTISERS and at + 2 < len(document):
        return Event(at, reading, "clause", at + 1, at + 2)
    mark = at + 1 + (document.keys[at + 1] == ":")
    if (quote := quotes.statement_at(mark)) is not None:
        return Event(at, reading, "quote", at + 1, document.token_at(quote.span.start))
    return Event(at, reading, "colon", at + 1, mark) if mark > at + 1 and mark < len(document) else None

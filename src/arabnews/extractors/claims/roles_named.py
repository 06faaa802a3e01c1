"""Who a role in a speaker's place is: the person named behind it, behind its comma, or at the end of the place."""

from __future__ import annotations

from typing import Final

from arabnews.enums import LOC, NAME, NOMINAL, PER
from arabnews.extractors.claims.extents import RELATIVES
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_MAX: Final = 16
_GOVERNING: Final = frozenset({"من", "عن", "الى", "مع", "ضد", "على"})
HOLDERS: Final = frozenset({"الحائز", "الحائزة", "الحاصل", "الحاصلة", "القائم", "القائمة", "المشرف", "المشرفة"})
"""Participles that take `على` and what somebody holds: `الحائز على الجائزة فلان`."""


def named_later(phrases: NounPhrases, found: Mention | None, end: int) -> Mention | None:
    """`المدير العام للشركة، (السعودي) فلان، إن`: a person named behind a comma is who the role before it describes.

    So is one whose name ends the gap: `الحائز على الجائزة فلان أن`.
    """
    if found is None or found.kind is LOC or (found.title is None and found.form is not NOMINAL) or found.text.startswith("كل"):
        return None
    document = phrases.document
    at = document.token_at(found.span.end - 1) + 1
    if found.form is not NOMINAL:
        return _apposed(phrases, found, at, end)
    if at < end and (named := _second_role(phrases, found, at, end) or _honoured_later(phrases, found, at, end)) is not None:
        return named
    start = document.token_at(found.span.start)
    last = phrases.by_token.get(end - 1)
    closing = last is not None and last.kind is PER and last.form is NAME and " " in last.text
    if (
        last is not None
        and closing
        and document.keys[document.token_at(last.name.start) - 1] != "باسم"
        and document.keys[document.token_at(last.span.start) - 1] not in _GOVERNING  # `مصادر مقربة من فلان`
        and (document.keys[start] in HOLDERS or not phrases.is_possessor(start, last))
        and not RELATIVES.intersection(document.keys[at:end])
        and "،" not in document.keys[at:end]
    ):
        return phrases.titled(start, last)
    for position in range(at, end):
        mention = phrases.by_token.get(position)
        if mention is None or mention.kind is not PER:
            continue
        apposed = document.keys[position - 1] in "،," or (
            "nationality" in document.words[position - 1].tags and document.keys[position - 2] in "،,"
        )
        if apposed:
            return phrases.titled(start, mention)
    return None


def _second_role(phrases: NounPhrases, found: Mention, at: int, end: int) -> Mention | None:
    """`وكيل الوزارة، رئيس المركز الدكتور فلان، أن`: a second role behind a comma, with the name."""
    if phrases.document.keys[at] != "،" or at + 1 >= end or "title" not in phrases.document.words[at + 1].tags:
        return None
    named = phrases.phrase(at + 1, end)
    if named is None or named.kind is not PER or named.form is not NAME or named.title is None:
        return None
    return phrases.titled(phrases.document.token_at(found.span.start), named)


def _honoured_later(phrases: NounPhrases, found: Mention, at: int, end: int) -> Mention | None:
    """`أستاذ طب الأسرة وكيل الكلية بالجامعة الدكتور فلان، بمزيد`: a title of honour and a name end what he is."""
    if found.kind is not PER or found.number == "p":
        return None
    document, start = phrases.document, phrases.document.token_at(found.span.start)
    if "title" not in document.words[start].tags:
        return None
    for position in range(at, min(end, at + _MAX)):
        mention = phrases.by_token.get(position)
        if mention is not None and mention.title is not None and mention.span.start >= document.starts[position]:
            honour = document.words[position].get("title")
            told = mention.kind is PER and honour is not None and honour["type"] in ("honorific", "rank")
            return phrases.titled(start, mention) if told else None
        word = document.words[position]
        if (word.kind is not WORD and "quote" not in word.tags) or word.key in RELATIVES:
            return None
    return None


def _apposed(phrases: NounPhrases, found: Mention, at: int, end: int) -> Mention | None:
    """`مدير ميناء الساحل، منير الجبالي، في لقاء`: the full name behind a comma, where a single word was taken for a name."""
    if found.kind is not PER or found.title is None or " " in found.name.of(phrases.document.text):
        return None
    named = phrases.by_token.get(at + 1) if phrases.document.keys[at : at + 1] == ["،"] and at + 1 < end else None
    if named is None or named.kind is not PER or " " not in named.name.of(phrases.document.text):
        return None
    return phrases.titled(phrases.document.token_at(found.span.start), named)

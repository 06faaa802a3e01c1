"""Who issued a document: `البيان`, `تقرير الوزارة`, `دراسة قام بها المعهد`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.enums import NAME, ORG, PER
from arabnews.extractors.claims.extents import RELATIVES
from arabnews.extractors.claims.roles import has_head
from arabnews.extractors.claims.turns import LATEST, STARTS, Turn, before
from arabnews.model import Mention, Resolution

_MAKER_GAP: Final = 3
_MEDIA: Final = frozenset(
    {"تويتر", "فيسبوك", "فيس بوك", "إكس", "يوتيوب", "إنستغرام", "انستغرام", "تيك توك", "تيليغرام", "تلغرام", "واتساب", "سناب شات"}
    | {"رويترز", "فرانس برس", "أسوشيتد برس", "الأناضول", "CNN", "بي بي سي", "واس", "كونا", "سبوتنيك", "هسبريس"}
)
"""Platforms, and agencies that are known without their head noun."""
_PAPERS: Final = frozenset({"صحيفة", "جريدة", "مجلة", "قناة", "فضائية", "اذاعة", "موقع", "تلفزيون"})


_DATA: Final = frozenset({"توقعات", "تقديرات", "مؤشرات", "معلومات", "ارقام", "ابحاث", "نتائج", "سجلات"})
_AUTHORED: Final = ("مقال", "المقالة", "كتاب", "تدوينة", "تغريدة", "رواية", "عمود", "منشور")
"""What a person writes."""
_LATEST: Final = frozenset({"اخر", "احدث", "اول"})


def issuer_of(document: Document, speaker: Mention, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """`بيان للوزارة`, `التقرير السنوي لمؤسسة النقد`: the organisation inside a document's noun phrase."""
    start += document.keys[start] in _LATEST
    head = document.words[start].get("nominal_source")
    if head is None or head["document"] != "yes":
        return None
    near = before(mentions, speaker.span.end)
    for mention in reversed(near):
        if mention.span.start < speaker.span.start:
            break
        if mention.kind is ORG and mention.span.end <= speaker.span.end:
            return mention
    first, last = document.tokens(speaker.span)
    if (maker := _maker(document, last, mentions)) is not None:
        return maker
    for key in document.keys[first + 1 : last]:
        bare = key[2:] if key.startswith(("ال", "لل")) else ""
        for mention in reversed(near) if bare else ():
            if mention.kind is ORG and has_head(document, mention, bare):
                return mention
    return None


def _maker(document: Document, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who made a document, in its relative clause: `دراسة قام بها المعهد`, `الأرقام التي نشرتها الوزارة`."""
    at += document.keys[at : at + 1] != [] and document.keys[at] in RELATIVES
    if not (document.padded_keys[at].endswith(("ها", "ه")) or document.keys[at + 1 : at + 2] in (["بها"], ["به"])):
        return None
    first = bisect_left(mentions, document.starts[at], key=STARTS)
    for mention in mentions[first : first + 2]:
        if mention.kind is ORG and document.token_at(mention.span.start) - at <= _MAKER_GAP:
            return None if is_media(document, mention) else mention
    return None


def is_media(document: Document, mention: Mention) -> bool:
    """Whether an organisation is a paper, an agency or a platform: it passes statements on and issues none."""
    first, last = document.tokens(mention.span)
    head = document.keys[first].removeprefix("و").removeprefix("ل")
    agency = head == "وكالة" and bool({"انباء", "الانباء", "للانباء"}.intersection(document.keys[first:last]))
    return agency or head in _PAPERS or mention.name.of(document.text).removeprefix("و") in _MEDIA


def _is_body(document: Document, source: Mention) -> bool:
    """Whether a source is an organisation by name or by noun (`الجيش`), and no paper."""
    if source.form is NAME:
        return True
    head = document.words[document.token_at(source.span.start)].get("nominal_source")
    return head is not None and not head["document"] and not head["anonymous"]


def issuer(document: Document, head: int, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """Who issued `البيان`: the last organisation that spoke, else the last one that stands beside such a document."""
    reports = document.keys[head].endswith(("تقرير", "تحقيق", "دراسة"))  # media write reports, and pass statements on
    kind = document.keys[head].removeprefix("ال").removeprefix("لل")
    if (stating := _stating(document, kind, turns)) is not None:
        return stating
    if kind in _DATA:
        return None  # `التوقعات` are nobody's in particular
    if document.keys[head].endswith(_AUTHORED):
        said = (turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported)
        author = next(said, None)
        alone = author is not None and author.kind is PER and author.number == "s"
        return author if alone else None
    for turn in () if reports else turns[LATEST]:
        source = turn.source
        named = source is not None and source.kind is ORG and _is_body(document, source)
        if source is not None and named and not is_media(document, source):
            return source
    last: Mention | None = None
    for mention in before(mentions, document.starts[head]):
        start = document.token_at(mention.span.start)
        if (
            mention.kind is ORG
            and (reports or not is_media(document, mention))
            and any(key.endswith(kind) for key in document.keys[max(start - 4, 0) : start])
        ):
            last = mention
    return last


def _stating(document: Document, kind: str, turns: list[Turn]) -> Mention | None:
    """Who last said something in such a document: `وقال المتحف في بيان إن`, then `البيان`."""
    for turn in turns[LATEST]:
        event, source = turn.event, turn.source
        if source is None or turn.reported or event.opener == "aside" or turn.resolution is Resolution.DOCUMENT:
            continue
        head = document.token_at(source.span.start)
        if document.keys[head].removeprefix("ال") == kind:
            continue
        stems = {
            document.keys[at].removesuffix("ها").removesuffix("هم").removesuffix("ه") for at in range(event.cue, event.content)
        }
        if kind in stems:
            return source
    return None

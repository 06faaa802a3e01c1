"""What a mention is called: its name without proclitics and marks, the keys of its words, its entry in the lexicon."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from arabnews.document import Document
from arabnews.enums import NAME, NOMINAL, ORG
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.model import Mention

_GAZETTEERS: Final = ("place_alias", "organisation", "place")
_BODIES: Final = ("organisation", "club", "organisation_alike")
"""Where organisations are looked up: a club is not the city of its name."""
_HEADS: Final = ("org_head", "facility_head", "person_name", "title", "nominal_source", "nationality")
_NOUN_HEADS: Final = tuple([tag for tag in _HEADS if tag != "person_name"])
_PEELED_MARKS: Final = frozenset('"«»“”()')
_MARKS: Final = _PEELED_MARKS | {"„"}
_NO_MARKS: Final = {ord(mark): None for mark in _PEELED_MARKS - {"(", ")"}}
_OPENING: Final = re.compile(r"[«“\"„(]\s*")
_BEFORE_MARK: Final = 2
"""Words before a quoted name, beyond which it is a part of a longer one."""
_NO_CLITIC: Final = ("", "ال")

Keys = tuple[str, ...]
Name = tuple[str, Keys, Reading | None]
"""A name without proclitic, the keys of its words, and its lexicon entry if it has one."""


def named(document: Document, mention: Mention) -> Name:
    """A mention's name without proclitic, the keys of its words, and its lexicon entry if it has one."""
    kind, span, ends = mention.kind, mention.name, document.ends
    start, end = span.start, span.end
    first = bisect_right(ends, start)
    last = first + 1
    word = document.padded_words[first]
    phrased = word.starts and document.phrases_at(first)
    if not phrased and first < len(ends) and ends[first] == end and document.starts[first] == start and word.key not in _MARKS:
        return _named_alone(word, kind is ORG, mention.form is NOMINAL)
    surface = mention.text if span is mention.span else document.text[start:end]
    if first < len(ends) and ends[first] < end:
        while last <= len(ends) and ends[last - 1] < end:
            last += 1
        surface = _spaced(surface)
    keys = document.keys[first:last]
    if not _MARKS.isdisjoint(keys):
        if (inner := _in_marks(document, mention, surface, first, last)) is not None:
            return inner
        keys = [key for key in keys if key not in _PEELED_MARKS]
        if mention.form is NOMINAL and len(keys) < last - first:
            surface = " ".join(surface.translate(_NO_MARKS).split())  # `مراسل "المرسى"`
    if phrased:
        reading, head = _entry(document, mention, first, last)
    else:
        body, other, head, noun = _told_by(word)
        reading = None if last > first + 1 else body if kind is ORG else other
        if mention.form is NOMINAL:
            head = noun
    return _without_proclitics(surface, keys, reading, head, nominal=mention.form is NOMINAL)


def _spaced(surface: str) -> str:
    """A name with one plain space between its words, as most have: looked at first, as to cut it and join it takes longer."""
    plain = surface.isprintable() and "  " not in surface and surface == surface.strip()
    return surface if plain else " ".join(surface.split())


def _named_alone(word: Word, is_body: bool, nominal: bool) -> Name:
    """The name of one word, with no entry of several words at its start: read once for each sort of mention."""
    known, sort = _names_of(word), 2 * is_body + nominal
    found = known.get(sort)
    if found is None:
        body, other, head, noun = _told_by(word)
        reading = body if is_body else other
        found = _without_proclitics(word.surface, [word.key], reading, noun if nominal else head, nominal=nominal)
        known[sort] = found
    return found


@kept
def _names_of(word: Word) -> dict[int, Name]:
    """What `_named_alone` has said of a word."""
    return {}


def _without_proclitics(surface: str, keys: list[str], reading: Reading | None, head: Reading | None, *, nominal: bool) -> Name:
    """A name without its proclitics, as its entry has them, or what its first word is."""
    if reading is not None:
        proclitics = reading.proclitics
    elif head is not None:
        proclitics = head.proclitics
    else:  # `وفقا للحصيلة الجديدة`
        proclitics = "لال" if nominal and keys and keys[0].startswith("لل") else ""
    if proclitics in _NO_CLITIC:
        return surface, tuple(keys), reading
    return *_peeled(surface, keys, proclitics.removesuffix("ال"), proclitics.endswith("ال")), reading


def _in_marks(document: Document, mention: Mention, surface: str, first: int, last: int) -> Name | None:
    """A name in quotation marks or brackets behind a word or two, by itself; None if a name is not to be told so."""
    if "organisation_alike" in document.tags_at(first):
        return None  # `الجوهرة "أف أم`
    if mention.form is not NAME and "quoted_name_head" not in document.words[first].tags:
        return None
    mark = _OPENING.search(surface)
    if mark is None or mark.end() == len(surface):
        return None
    inside = next((at for at in range(first, last) if not document.words[at].tags.isdisjoint(("quote", "bracket"))), first)
    if inside > first + _BEFORE_MARK:  # `اللجنة التنفيذية لمعرض «المرسى»`
        keys = [key for key in document.keys[first:last] if key not in _PEELED_MARKS]
        return " ".join(surface.translate(_NO_MARKS).split()), tuple(keys), None
    return surface[mark.end() :].strip('»”" '), tuple(document.keys[inside + 1 : last]), None  # `صحيفة «المرسى`


def _entry(document: Document, mention: Mention, first: int, last: int) -> tuple[Reading | None, Reading | None]:
    """The lexicon entry of a name that begins where phrases do; and if it has none, what its first words are."""
    known = document.tags_at(first)
    for tag in _BODIES if mention.kind is ORG else _GAZETTEERS:
        if tag in known and (hit := document.hit_at(first, tag)) is not None and hit.end == last:
            return hit.reading, None
    for tag in _HEADS:
        if tag not in known or (tag == "person_name" and mention.form is NOMINAL):
            continue  # `كبير الأطباء` is no `بير`
        if (hit := document.hit_at(first, tag)) is not None:
            return None, hit.reading
    return None, None


@kept
def _told_by(word: Word) -> tuple[Reading | None, Reading | None, Reading | None, Reading | None]:
    """The entry of a word as a body, and as anything else; and what it is as the first word of a name, and of a noun phrase."""
    body, other, head = (_first_of(word, tags) for tags in (_BODIES, _GAZETTEERS, _HEADS))
    if head is None or head.tag != "person_name":
        return body, other, head, head
    return body, other, head, _first_of(word, _NOUN_HEADS)  # `كبير الأطباء` is no `بير`


def _first_of(word: Word, tags: tuple[str, ...]) -> Reading | None:
    for tag in tags:
        if tag in word.tags and (reading := word.get(tag)) is not None:
            return reading
    return None


def _peeled(surface: str, keys: list[str], clitic: str, definite: bool) -> tuple[str, Keys]:
    """A name without its proclitic; the article stays (`للرياض` is `الرياض`)."""
    if not keys or not keys[0].startswith(clitic):
        return surface, tuple(keys)
    if clitic.endswith("ل") and keys[0].startswith(clitic + "ل") and (definite or not keys[0].startswith(clitic + "لا")):
        # `للاستامبا` has no article of its own
        return "ال" + surface[len(clitic) + 1 :], ("ال" + keys[0][len(clitic) + 1 :], *keys[1:])
    return surface[len(clitic) :].lstrip("ـ"), (keys[0][len(clitic) :], *keys[1:])

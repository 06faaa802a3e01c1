"""Persons without a title: a name by itself, somebody whom everybody knows, somebody told by a relation, a son."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document
from arabnews.enums import PER
from arabnews.extractors.mentions.families import NOUNS, certainty, is_foreign_word, is_sure_given
from arabnews.extractors.mentions.found import (
    Found,
    definite,
    is_closed,
    is_definite,
    is_word,
    rival_tags,
    untaken,
)
from arabnews.extractors.mentions.names import name_end, name_from
from arabnews.extractors.mentions.titled import ROADS
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.name_words import CONNECTORS, KUNYAS

_HEADS: Final = frozenset({"place_type", "facility_head"})
NO_SPEAKER: Final = frozenset(
    {"place", "place_alias", "nationality", "org_head", "organisation", "title", "nominal_source", "counted", "medium"}
)
_PHRASES: Final = {
    "بشرى": ("سارة",),
    "كمال": ("اجسام",),
    "سعيد": ("الحظ",),
    "حسن": ("النية", "الحظ"),
    "جميل": ("جدا",),
    "نذير": ("شؤم",),
    "نبيه": ("محمد",),
}
"""Everyday phrases of words that are names too."""
_KIN: Final = ("نجل", "شقيق", "ابن", "والد")
_COMPANIONS: Final = ("نظير", "مواطن", "زميل", "مدرب", "نائب", "لاعب", "قائد", "رئيس", "زعيم", "مؤسس")
_RELATIONS: Final = frozenset(
    {noun + pronoun for noun in (*_KIN, *_COMPANIONS) for pronoun in ("ه", "ها")}
    | {"زوجته", "ابنته", "شقيقته", "والدته", "زميلته", "مواطنته", "نظيرته", "لزميله", "لمواطنه", "ونجله", "وزوجته", "وشقيقه"}
    | {"بقيادة", "برئاسة", "بزعامة", "بطولة", "تاليف", "وتاليف", "اخراج", "واخراج", "يدعى", "تدعى", "المدعو", "المدعوة", "بقلم"}
)
"""What stands before somebody's name and tells his relation to another, or to a work."""
_SON: Final = frozenset({"بن"})
_BEFORE_PARTS: Final = KUNYAS | {"ولد"}


def bare_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name without a title: sure given names with what follows them.

    Examples:
        سافر [خالد المنصوري](kind=PER) إلى المدينة
        حضر اللواء [صباح بن راشد الحداد](kind=PER) أمس، وقال [بن عبد الرحيم](kind=PER) إن الجو صحو
        غاب كل من [نبيل كريري](kind=PER) [وعبدالله الحداد](kind=PER) [وسالم المنصوري](kind=PER) أمس
        حضر [محمد المنصوري](kind=PER) [ونبيل السيد](kind=PER) [وسالم أبو جبل](kind=PER) [وخالد عبدالصبور](kind=PER) أمس
    """
    reached, keys, words = 0, document.padded_keys, document.padded_words
    names, servants = document.at("person_name"), document.at("abd_shape")
    for at in sorted({*names, *servants}) if servants else names:
        if at < reached or at in taken:
            continue
        key, before = keys[at], keys[at - 1]
        if before in ROADS or keys[at - 2] in ROADS:
            continue
        if key in _PHRASES and keys[at + 1] in _PHRASES[key]:
            reached = at + 2
            continue
        word = words[at]
        likened = _is_likened(word)
        sure = _is_only_name(word) and not likened and words[at - 1].tags.isdisjoint(_HEADS)
        if not sure and not _may_be_bare(document, at, likened):
            continue
        end = name_from(document, at, False)
        if end == at and before not in _BEFORE_PARTS:
            continue
        if end > at and before == "بن" and at - 1 not in taken:
            first = at - 1 - (at - 2 not in taken and _may_be_son(document, at - 2))
            yield Found(first, end, PER, "bare_person", first, end)
            reached = end
            continue
        if likened and end < at + 2:
            continue  # `كمحمد العلي`
        first = at
        if before in KUNYAS or (before == "ولد" and _is_born(document, at)):
            first = at - 1
            if end == at and certainty(document, at):
                end = at + 1  # `أبو حمزة` is a name by itself
        elif end == at + 1 and key[0] != "و" and _is_given_before(document, at - 1, taken, joined=reached == at - 1):
            first = at - 1  # `رسمت نبيلة منصور صورة`
        if end > at and taken.isdisjoint(range(first, end)):
            reached = end
            yield Found(first, end, PER, "bare_person", first, end)


@kept
def _is_likened(word: Word) -> bool:
    """`كمحمد`"""
    reading = word.get("person_name")
    return reading is not None and reading.proclitics in ("ك", "وك", "فك")


def _may_be_bare(document: Document, at: int, likened: bool) -> bool:
    """Whether a known part of names may begin a name without a title here."""
    words = document.padded_words
    word = words[at]
    if likened and (certainty(document, at) != "sure" or rival_tags(document, at)):
        return False
    if not words[at - 1].tags.isdisjoint(_HEADS) and certainty(document, at) != "sure":
        return False
    if _is_only_name(word):
        return True
    behind_article = "person_name" in word.tags and definite(word)
    if behind_article and ("title" in word.tags or is_sure_given(document, at + 1) or document.padded_keys[at + 1] == "عبد"):
        return False  # `الشيخ خالد`, `الشيخ الكبير`
    if "cue" in word.tags and _is_said(document, at):
        return False
    return "common_word" not in words[at + 1].tags or not _is_of_a_noun(document, at)


@kept
def _is_only_name(word: Word) -> bool:
    """Whether a known part of names has no article, and is no verb of saying and no noun."""
    alike = "cue" in word.tags or word.key in NOUNS or word.key[1:] in NOUNS
    return not alike and not ("person_name" in word.tags and definite(word))


def _may_be_son(document: Document, at: int) -> bool:
    """Whether the word before `بن` and a name is the son's, though it is an everyday word too: `اللواء صباح بن سالم`.

    Behind a verb of saying (`وقال بن سالم`) a family name begins with `بن`; but `يقول يزيد بن سالم`.
    """
    word = document.padded_words[at]
    if not is_word(document, at) or "function_word" in word.tags:
        return False
    cue, before = word.get("cue"), document.padded_words[at - 1].get("cue")
    told = "person_name" in word.tags or (before is not None and before.pos == "verb")
    return told or cue is None or cue.pos != "verb"


def _is_given_before(document: Document, at: int, taken: set[int], *, joined: bool) -> bool:
    """A given name that is an everyday word too, before one that is none; with `و` where a name ends before it."""
    name = document.padded_words[at].get("person_name")
    if name is None or name["role"] == "family" or at in taken:
        return False
    if name.proclitics and not (joined and name.proclitics == "و"):
        return False
    if document.keys[at] in NOUNS or document.keys[at] in CONNECTORS or is_definite(document, at):
        return False
    return not is_closed(document, at) and not rival_tags(document, at) - {"common_word"}


def _is_born(document: Document, at: int) -> bool:
    """`قرار ولد عباس`: `ولد` as a part of a name, behind a noun; the verb stands behind other words."""
    if is_closed(document, at - 2) or document.padded_keys[at + 1] in ("في", "عام", "سنة"):
        return False
    return document.padded_keys[at - 2] != "و" and not is_definite(document, at - 2)


def _is_of_a_noun(document: Document, at: int) -> bool:
    """`في جمال البناء`, `وحسن المنظر`: a noun that is a given name too, before an everyday word."""
    key = document.keys[at]
    if (key not in NOUNS and key[1:] not in NOUNS) or document.padded_keys[at + 1] in ("الدين", "الله", "الزهراء"):
        return False
    everyday = is_definite(document, at + 1) and not certainty(document, at + 2)
    before = document.padded_words[at - 1].tags
    return (
        everyday
        and not before & {"cue", "title", "nationality", "person_verb", "person_name"}
        and document.padded_keys[at - 1] not in ("،", "¶", "-")
    )


def _is_said(document: Document, at: int) -> bool:
    """`نوّه أحمد`: a verb of saying before a name, though it may be a name too."""
    cue = document.words[at].get("cue")
    return cue is not None and cue.tense == "perfect" and is_sure_given(document, at + 1)


def famous_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody whom everybody knows by these words: `أوباما`, `بان كي مون`.

    Examples:
        انتقد الكاتب سياسة [أوباما](kind=PER) في مقاله
        افتتح مطعم في شارع [ديغول](kind=LOC) أمس
    """
    for hit in document.hits("famous_person"):
        before = hit.first - 1
        if hit.reading.proclitics in ("ك", "وك", "فك") or document.padded_keys[before] in ROADS:
            continue
        if not document.padded_words[before].tags & {"place_type", "facility_head"} and taken.isdisjoint(
            range(hit.first, hit.end)
        ):
            first = hit.first - (not hit.reading.proclitics and is_sure_given(document, before) and before not in taken)
            yield Found(first, hit.end, PER, "famous_person", first, hit.end)


def related_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody told by a relation to another: `نظيره الإيطالي فلان`, `بقيادة فلان`, `يدعى فلان`.

    Examples:
        مرر الكرة إلى زميله [برلوغ](kind=PER) ثم خرج
        سجل الهدف لاعبه [برلوغ شتراوسمان](kind=PER) أمس
        يقدم الحفل فرقة بقيادة [هاملوت شتراوسمان](kind=PER) اليوم
    """
    for at in document.where(_RELATIONS):
        first = at + 1
        if first in taken or is_closed(document, first) or document.hit_at(first, "title") is not None:
            continue
        if document.keys[at] == "بطولة" and not is_sure_given(document, first):
            continue  # a championship
        if is_definite(document, first) and (
            "nationality" in document.padded_words[first].tags or is_sure_given(document, first + 1)
        ):
            first += 1  # `ابنه الرضيع علي`
        end = name_end(document, first, titled=True)
        if end == first + 1 and (is_definite(document, first) or not is_foreign_word(document, first)):
            continue
        if end > first and not document.padded_words[first].tags & NO_SPEAKER and taken.isdisjoint(range(first, end)):
            yield Found(first, end, PER, "related_person", first, end)


def sons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Whatever stands before and behind `بن`.

    Examples:
        وصل [ضرغام بن شهوان](kind=PER) أمس
    """
    for at in untaken(document, _SON, taken):
        first = at - 1
        if first in taken or is_closed(document, first) or is_definite(document, first):
            continue
        if document.padded_keys[first - 1] in ROADS or document.padded_keys[first - 2] in ROADS:
            continue  # `شارع خالد بن الوليد`
        if (
            document.padded_words[first].tags & {"common_word", "person_verb"}
            and "person_name" not in document.padded_words[first].tags
        ):
            continue
        if document.padded_words[first].tags & (NO_SPEAKER | {"place_type"}) or is_closed(document, at + 1):
            continue
        end = max(name_end(document, first, titled=True), at + 2)
        if taken.isdisjoint(range(first, end)):
            yield Found(first, end, PER, "son", first, end)

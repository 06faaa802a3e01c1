"""Nominal complements: a verb's object (`أعلن العراق نهاية المهام`), or what its preposition governs (`تعهدت بحماية`)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.cues import is_adverbial, is_verb, negated, other_cue
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, Event, Quotes
from arabnews.lexicon.entries import Reading
from arabnews.model import Mention, MentionForm, MentionKind
from arabnews.text.tokens import Kind

_ADJUNCT_HEADS: Final = frozenset({"place", "place_alias", "place_type", "deictic", "function_word", "weekday", "month"})
_NAMING: Final = frozenset({"org_head", "organisation", "place", "place_alias", "place_type", "title", "facility_head"})


def object_of(document: Document, at: int, reading: Reading, mentions: Mapping[int, Mention], dated: Set[int]) -> Event | None:
    """`أعلن العراق نهاية المهام`, `ونفت الوزارة وقوع إصابات`, `وأكد عدم نيته`: a noun phrase as the verb's object."""
    plain = reading["opener"] == "no" and "obj" in reading["frame"].split() and not negated(document, at, reading)
    if plain and reading.pos == "participle":
        return _participle_object(document, at, reading)
    if not plain or reading.pos != "verb" or not is_verb(document, at, reading):
        return None
    end = document.sentence_bounds(at)[1]
    position, subject = at + 1, (at - 1) in mentions or document.keys[at - 1] in ("قد", "فقد", "وقد", "فيما", "وفيما")
    while position < end:
        mention = mentions.get(position)
        if mention is not None and document.token_at(mention.span.start) == position:
            position, subject = document.token_at(mention.span.end - 1) + 1, True
        elif position in dated or document.keys[position] in ("ايضا", "كذلك", "رسميا", "بشدة", "بقوة"):
            position += 1
        elif subject and position > at + 1 and _is_conjoined(document, position):
            position += 1  # a second subject: `الرئاسة العامة للأرصاد وحماية البيئة`
            while position < end and document.keys[position].startswith("ال"):
                position += 1
        elif (
            not subject and document.keys[position].endswith("ون") and document.words[position].tags & {"nominal_source", "title"}
        ):
            position, subject = position + 1, True
        elif not subject and (named := _named_subject(document, position, end, mentions)):
            position, subject = named, True
        elif (
            position == at + 1
            and document.words[position].tags & {"nominal_source", "title"}
            and document.keys[position].startswith("ال")
        ):
            position, subject = position + 1, True
        elif position == at + 1 and (named := _marked_name(document, position, end)):
            position, subject = named, True
        else:
            break
    if position >= end or not _is_object_noun(document, position, subject):
        return None
    return Event(at, reading, "obj", position, position) if subject or reading.proclitics.startswith("و") else None


def _marked_name(document: Document, at: int, end: int) -> int:
    """Where a source noun with its name in marks ends, adjectives included: `محطة "الميناء" الخاصة`; 0 if there is none."""
    if not document.words[at].tags & {"nominal_source", "org_head", "quoted_name_head"} or at + 1 >= end:
        return 0
    close = document.closing.get(at + 1, end)
    if close >= end:
        return 0
    close += 1
    while close < end and document.keys[close].startswith("ال"):
        close += 1
    return close


def _is_conjoined(document: Document, position: int) -> bool:
    """Whether a word begins with the conjunction `و` and not with its own letter (`وصول`), and is no verb of saying."""
    word, key = document.words[position], document.keys[position]
    if not key.startswith("و") or len(key) < 4 or word.get("cue") is not None:
        return False
    rest = [r for r in document.lexicon.look_up(key[1:]) if r.tag not in ("place", "person_name") and not r.proclitics]
    if any(r.tag == "common_word" and not r.proclitics and r["rate"] == "often" for r in word.readings):
        return any(r["rate"] == "often" for r in rest)  # `وجود` is not `و` and `جود`
    return bool(rest)


def _named_subject(document: Document, at: int, end: int, mentions: Mapping[int, Mention]) -> int:
    """Where a subject ends that begins with a role and leads to a name: `رئيس حزب البحر فلان`; 0 if there is none."""
    if not document.words[at].tags & {"title", "nominal_source", "org_head"} or document.words[at].kind is not Kind.WORD:
        return 0
    for position in range(at + 1, min(at + 9, end)):
        if document.words[position].kind is not Kind.WORD:
            return 0
        mention = mentions.get(position)
        if mention is not None and mention.kind is MentionKind.PER and mention.form is MentionForm.NAME:
            return document.token_at(mention.span.end - 1) + 1
    return 0


def _participle_object(document: Document, at: int, reading: Reading) -> Event | None:
    """`نافيا وجود خلاف`, `مؤكدة ضرورة الحوار`: a verbal noun as the object of an adverbial participle."""
    if not is_adverbial(document, at, reading) or at + 1 >= document.sentence_bounds(at)[1]:
        return None
    return Event(at, reading, "obj", at + 1, at + 1) if _is_object_noun(document, at + 1, True) else None


def _is_object_noun(document: Document, position: int, subject: bool) -> bool:
    """An indefinite noun, most often a verbal noun, that is neither adjective nor adjunct."""
    word, key = document.words[position], document.keys[position]
    closed = word.tags & {
        "function_word",
        "clause_opener",
        "relative",
        "nationality",
        "number",
        "title",
        "org_head",
        "person_name",
    }
    if word.kind is not Kind.WORD or closed or key.startswith(("لل", "بال")) or word.surface.endswith(("ً", "ٍ")):
        return (key in ("هذا", "هذه") and subject) or key == "عدم"
    if key.startswith("ال"):
        return False
    return not any(r.proclitics[-1:] in ("ب", "ل", "و") and r.proclitics for r in word.readings[:1]) and len(key) > 2


def _frame_at(document: Document, position: int, frame: list[str]) -> bool:
    return position < len(document) and PREPOSITIONS.get(document.keys[position]) in frame


def nominal(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The preposition or the object of a cue whose complement is a noun phrase."""
    frame = [item for item in reading["frame"].split() if item not in ("clause", "colon", "quote")]
    end = min(at + 16, document.sentence_bounds(at)[1])
    later: Event | None = None
    for position in range(at + 1, end):
        key, word = document.keys[position], document.words[position]
        if word.kind is not Kind.WORD:
            if word.kind is Kind.NUMBER or key in "،,()-–/" or "quote" in word.tags:
                if key in "،," and position > at + 9 and not _frame_at(document, position + 1, frame):
                    return None
                continue
            return None
        if reading.entry.form == "عبر" and key in COMPLEMENTISERS:
            return None  # `عبر حسابه أن`: a preposition
        if "cue" in word.tags and position > at + 1 and other_cue(document, position):
            return None
        if (preposition := PREPOSITIONS.get(key)) in frame and position + 1 < end:
            if preposition == "في" or document.keys[position + 1] in COMPLEMENTISERS:
                continue
            quote = quotes.at.get(position + 1)
            if quote is not None and quote.is_statement:
                return Event(at, reading, "quote", position, document.token_at(quote.span.start))
            if preposition == "إلى" and document.words[position + 1].kind is Kind.NUMBER:
                return Event(at, reading, "clause", position, position + 1)
            return Event(at, reading, preposition or "", position, position + 1)
        if "ب" in frame and _has_ba(document, position) and position + 1 <= end:
            if position == at + 1 and reading.entry.form in ("وصف", "اتهم") and len(document.keys[at]) <= 5:
                return None  # `إصابات وصفت بالحرجة`: a passive
            return Event(at, reading, "ب", position, position)
        if "ل" in frame and key.startswith("ل") and position > at + 1 and len(key) > 3 and later is None:
            later = None if word.tags & _NAMING else Event(at, reading, "ل", position, position)
    return later


def _has_ba(document: Document, position: int) -> bool:
    """A word with the preposition `ب` written in one, that is no adverb and no place adjunct."""
    key, word = document.keys[position], document.words[position]
    if key == "بما":
        return True
    if key[0] != "ب" or len(key) < 4:
        return False
    if any(r.proclitics in ("ب", "بال") for r in word.readings):
        return not word.tags & _ADJUNCT_HEADS and key not in ("بقوة", "بشدة")
    if word.readings and any(not r.proclitics and r.entry.tag != "common_word" for r in word.readings):
        return False
    bare = document.lexicon.look_up(key[1:])
    return (
        bool(bare)
        and any(not r.proclitics or r.proclitics == "ال" for r in bare)
        and key not in ("بقوة", "بشدة", "بدوره", "بدورها")
    )

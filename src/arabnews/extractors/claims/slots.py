"""Names read from where they stand: what is left between a verb of saying and what it opens is who says it.

No table lists every name. Behind a verb of saying, a role, or the first part of a name, words that are nothing else and run up to
the end of the speaker's place are a name: `وأوضح قصّاب أن`, `رئيس الهيئة، منذر قصّاب، إن`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from attrs import evolve

from arabnews.document import Document
from arabnews.enums import NAME, PER
from arabnews.extractors.claims.event import TANWIN
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.lexicon.entries import KEPT_WORDS, Word
from arabnews.lexicon.lexicon import Lexicon
from arabnews.lexicon.morphology import is_native
from arabnews.model import Mention
from arabnews.spans import Span
from arabnews.text.tokens import WORD

_NAMES: Final = frozenset({"person_name", "abd_shape", "dual_shape", "place"})
_EVERYDAY: Final = _NAMES | {"common_word"}
_PARTICIPLES: Final = _EVERYDAY | {"cue"}
"""`منذر`, `ناصح`: participles of verbs of saying that are given names."""
_LINKS: Final = frozenset({"بن", "عبدرب", "ابن", "بنت", "ال", "عبد", "ابو", "ولد", "ام"})
_BOUNDS: Final = frozenset({"function_word", "clause_opener", "title", "deictic", "weekday", "relative", "medium"})
_CLOSING: Final = frozenset({"nationality", "title"})
_SPLIT: Final = frozenset("،,:()-–؛.")
_RESUMED: Final = "فإن"
"""`فإن` opens the clause behind a source; without its hamza it is a name (`فان`)."""
_ENDINGS: Final = ("ون", "ين", "ات", "ها", "هم", "هما", "نا", "ية", "تين", "تان")
_WRITTEN_IN_ONE: Final = ("لل", "بال", "كال", "ولل", "وبال")
_HEADS: Final = frozenset({"كبير", "كبيرة", "احد", "احدى", "نجل", "شقيق", "ابنة", "زوجة", "والد", "والدة"})
"""Words that begin what somebody is."""
_BLESSINGS: Final = frozenset({"صلى", "رضي", "رحمه", "حفظه", "رعاه", "ايده", "سبحانه", "تعالى", "عليه", "وفقه"})
_MAX: Final = 4
_MAX_BEFORE: Final = 2


def name_end(document: Document, at: int, end: int, taken: Mapping[int, Mention], *, parts: int = 0) -> int:
    """Where the name ends that begins at a token and runs up to a boundary; the token itself if none does.

    Args:
        document: the document.
        at: where it begins.
        end: the end of the speaker's place.
        taken: the mentions by token; a person's may be a part.
        parts: how many parts of the name stand before.
    """
    stop, limit, words = at, end if end < at + _MAX else at + _MAX, document.words
    while stop < limit and (stop not in taken or taken[stop].kind is PER):
        word, following = words[stop], document.padded_words[stop + 1]
        if word.key in _BLESSINGS:
            break
        if following.key == "الله" and stop + 1 < end and word.tags & {"person_name", "title"}:
            stop += 2  # `ضيف الله`
        elif word.key in _LINKS and stop + 1 < end and following.kind is WORD:
            stop += 2
        else:
            before = parts + stop - at
            if not _is_part(document.lexicon, word, before if before < _MAX_BEFORE else _MAX_BEFORE):
                break
            stop += 1
    return stop if stop > at and is_boundary(document, stop, end) else at


def is_boundary(document: Document, at: int, end: int) -> bool:
    """Whether the speaker's place ends at a token, or something else begins: a mark, a preposition, a role, an adverb."""
    if at >= end:
        return True
    word = document.words[at]
    if word.kind is not WORD or word.key in _SPLIT or word.surface.startswith(_RESUMED):
        return True
    return not word.tags.isdisjoint(_BOUNDS) or word.key in _HEADS or word.key in _BLESSINGS or word.surface.endswith(TANWIN)


def may_be_alone(document: Document, at: int) -> bool:
    """Whether a single word by itself can be a name: unknown to every table, and no form of an Arabic word."""
    return _may_be_alone(document.lexicon, document.words[at])


@lru_cache(KEPT_WORDS)
def _may_be_alone(lexicon: Lexicon, word: Word) -> bool:
    plain = word.kind is WORD and word.tags <= {"person_name"} and len(word.key) > 3 and not word.key.endswith(_ENDINGS)
    if not plain or word.surface.endswith(TANWIN) or word.key.startswith(("ي", *_WRITTEN_IN_ONE)):
        return False
    if word.key.endswith("ا") and (lexicon.look_up(word.key[:-1]) or is_native(word.key[:-1])):
        return False  # `جديا`
    governed = word.key[0] in "بل" and is_native(word.key[1:]) and not word.tags
    return not governed and not (is_native(word.key) and word.key.endswith("ه"))


def completed(document: Document, taken: Mapping[int, Mention], person: Mention, end: int) -> Mention:
    """A name with the parts that no table lists: `شوقي | قصّاب إن`."""
    after = document.token_at(person.name.end - 1) + 1
    if after >= end or document.ends[after - 1] != person.span.end:
        return person
    first = document.token_at(person.name.start)
    stop = name_end(document, after, end, taken, parts=after - first)
    if stop == after:
        return person
    name = Span(person.name.start, document.ends[stop - 1])
    span = Span(person.span.start, name.end)
    return evolve(person, span=span, text=span.of(document.text), name=name, rule="speaker")


def apposed(document: Document, taken: Mapping[int, Mention], start: int, person: Mention, end: int) -> Mention | None:
    """`مدير سوق منصور، منير الجبالي،`: a full name behind the comma, where a single name ends the description."""
    first = document.token_at(person.name.start)
    after = first + 1
    if first == start or document.ends[first] < person.name.end or after + 1 >= end or document.keys[after] not in "،,":
        return None
    named = taken.get(after + 1)
    if named is None or named.kind is not PER or named.title is not None or " " not in named.text:
        return None
    last = document.token_at(named.span.end - 1) + 1
    if named.span.start < document.starts[after + 1] or not is_boundary(document, last, end):
        return None
    return named


def unlisted(document: Document, taken: Mapping[int, Mention], start: int, stop: int, end: int) -> Mention | None:
    """A name that no table lists: by itself, behind its role, or behind the comma after its role."""
    if may_be_alone(document, start) and start not in taken:
        after = name_end(document, start + 1, end, taken, parts=1)
        if after > start + 1 or is_boundary(document, start + 1, end):
            return person(document, start, start, after)
    after = name_end(document, start, end, taken) if start not in taken else start
    if start + 2 <= after < stop and all("person_name" in document.words[at].tags for at in range(start, after)):
        return person(document, start, start, after)  # `اعترف كارل بروم الرئيس التنفيذي`
    if not document.words[start].tags & {"title", "nominal_source"} and not _is_human_noun(document, start):
        return None
    if stop + 1 < end and document.keys[stop] in "،,":
        after = name_end(document, stop + 1, end, taken)
        return person(document, start, stop + 1, after) if after > stop + 2 else None
    for first in range(start + 1, stop):
        if first in taken:
            continue
        definite = document.keys[first - 1].startswith("ال")
        if not definite and document.words[first - 1].tags.isdisjoint(_CLOSING):
            continue
        alone = definite and may_be_alone(document, first)  # `الفنانة سيمونا`
        if (after := name_end(document, first, end, taken)) > first + (not alone):
            return person(document, start, first, after)
    return None


def person(document: Document, start: int, first: int, end: int) -> Mention:
    """A person by a name that no mention covers, with the role that stands before it."""
    span, name = document.span(start, end), document.span(first, end)
    title = Span(span.start, document.ends[first - 1]) if first > start else None
    return mentioned(document.text, span, PER, NAME, name=name, title=title, number="s")


def _is_human_noun(document: Document, at: int) -> bool:
    """`البائع`, `الحارسة`: a definite singular noun that no table knows as anything but a word."""
    word = document.words[at]
    return word.key.startswith("ال") and word.tags <= {"common_word"} and not word.key.endswith(("ون", "ين", "ات", "ية"))


@lru_cache(KEPT_WORDS)
def _is_part(lexicon: Lexicon, word: Word, before: int) -> bool:
    """Whether a word can be a part of a name, so many parts of which stand before it (more than two tell no more)."""
    key = word.key
    if word.kind is not WORD or len(key) < 2 or word.surface.endswith(TANWIN) or key.startswith(_WRITTEN_IN_ONE):
        return False
    if word.surface.startswith(_RESUMED):
        return False
    if key in _HEADS or (key.endswith(_ENDINGS) and "person_name" not in word.tags) or _has_pronoun(lexicon, key):
        return False
    if key.endswith("ة") and "common_word" in word.tags and "person_name" not in word.tags:
        return False  # `ويرى غدران لزوم أن`
    if before > 1 and key.startswith("ال") and not word.tags & {"person_name"} and not key.endswith("ي"):
        return False  # `نايف المنصوري المنتقل`
    if word.tags and not word.tags <= _NAMES and not ("person_name" in word.tags and word.tags <= _PARTICIPLES):
        return before > 0 and word.tags <= _EVERYDAY and not _is_everyday(lexicon, word)
    if not word.tags and _is_joined(lexicon, key):
        return False
    if before == 0:
        return not key.startswith("ال") and ("person_name" in word.tags or not is_native(key))
    return "person_name" in word.tags or not key.startswith(("ي", "ت"))


def _is_everyday(lexicon: Lexicon, word: Word) -> bool:
    """A frequent word, an accusative, a word with a preposition or `و` of its own: no part of a name behind the first."""
    often = any(r.tag == "common_word" and r["rate"] == "often" for r in word.readings)
    named = word.get("person_name")
    sure = named is not None and named["certainty"] == "sure" and not named.proclitics
    return (often and not sure) or word.key.endswith("ا") or _is_joined(lexicon, word.key)


def _has_pronoun(lexicon: Lexicon, key: str) -> bool:
    """`ثقته`, `رئيسه`: a known noun with a pronoun behind it."""
    look_up = lexicon.look_up
    return key.endswith("ه") and (bool(look_up(key[:-1])) or (key.endswith("ته") and bool(look_up(key[:-2] + "ة"))))


def _is_joined(lexicon: Lexicon, key: str) -> bool:
    """`لتركيا`, `وسالم`, `بجدية`: a known word with something written in one before it."""
    return key[0] in "وفبلك" and len(key) > 3 and bool(lexicon.look_up(key[1:]))

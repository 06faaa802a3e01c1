"""What the rules of this layer share: the shape of a finding, and what kind of word a token is."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import compress
from typing import Final

from attrs import define

from arabnews.document import Document
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.model import MentionKind
from arabnews.text.tokens import WORD

CLITICS: Final = ("وب", "ول", "فل", "فب", "و", "ف", "ب", "ل", "ك")
CLOSED: Final = frozenset(
    {"function_word", "clause_opener", "month", "weekday", "time_unit", "number", "deictic", "bound", "turn_marker"}
)
_SHAPES: Final = frozenset({"dual_shape"})
_NAME_TAGS: Final = frozenset({"person_name", "dual_shape", "abd_shape"})
_NONE: Final = frozenset[str]()


_ARTICLES: Final = ("ال", "وال", "بال", "لل", "فال", "كال", "ولل", "وبال")
_NO_ARTICLE: Final = word_set("no_article")
"""Foreign names that begin with the letters of the article."""


@define(eq=False)
class Found:
    """A mention by tokens: its whole range, its name, its title."""

    first: int
    end: int
    kind: MentionKind
    rule: str
    name_first: int
    name_end: int
    gender: str = ""
    number: str = "s"


def named(first: int, end: int, kind: MentionKind, rule: str) -> Found:
    """A mention that is all name."""
    return Found(first, end, kind, rule, first, end)


def is_word(document: Document, at: int) -> bool:
    """Whether a token is an Arabic word."""
    return document.padded_words[at].kind is WORD


def untaken(document: Document, keys: Set[str], taken: set[int]) -> Iterable[int]:
    """Positions of the tokens with one of these keys that are no name's yet, ascending."""
    if not document.holds(keys):
        return ()
    free = document.keys.copy()  # most that stand somewhere stand in names: of what is left, one look tells
    for at in taken:
        free[at] = ""
    return () if keys.isdisjoint(free) else compress(range(len(free)), map(keys.__contains__, free))


def rival_tags(document: Document, at: int) -> Set[str]:
    """What a known part of names may be besides, with no more peeled off: `فيصل` is no `ف` and `يصل`."""
    return other_tags(document.words[at])


@kept
def other_tags(word: Word) -> Set[str]:
    """What `rival_tags` says of a word."""
    if word.tags <= _NAME_TAGS:
        return _NONE
    name = word.get("person_name")
    most = "" if name is None else name.proclitics.removesuffix("ال")
    return {reading.tag for reading in word.readings if len(reading.proclitics.removesuffix("ال")) <= len(most)} - _NAME_TAGS


def is_unknown(document: Document, at: int) -> bool:
    """Whether no table knows the word and it is no form of an Arabic word by its stem: most likely a name."""
    return unknown(document.padded_words[at])


@kept
def unknown(word: Word) -> bool:
    """What `is_unknown` says of a word."""
    return word.tags <= _SHAPES and word.kind is WORD and len(word.key) > 2 and not is_native(word.key)


def is_closed(document: Document, at: int) -> bool:
    """Whether a token can be no part of a name: a closed-class word, a mark, a figure, a verb of saying."""
    return closed(document.padded_words[at])


@kept
def closed(word: Word) -> bool:
    """What `is_closed` says of a word."""
    tags = word.tags
    if word.kind is not WORD or not tags.isdisjoint(CLOSED):
        return True
    if "cue" not in tags or "person_name" in tags:
        return False
    cue = word.get("cue")
    return cue is not None and cue.pos in ("verb", "participle")


def is_definite(document: Document, at: int) -> bool:
    """Whether a word carries the article, alone or behind a proclitic."""
    return definite(document.padded_words[at])


@kept
def definite(word: Word) -> bool:
    """What `is_definite` says of a word."""
    return has_article(word.key) and word.kind is WORD and "function_word" not in word.tags


def has_article(key: str) -> bool:
    """Whether a word begins with the article by its letters, alone or behind a proclitic."""
    return key.startswith(_ARTICLES) and key not in _NO_ARTICLE

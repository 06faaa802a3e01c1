"""Nouns of acts and states, which verbs of saying have for their objects: `أكد أهمية`, `نفت وقوع`, `أعلنت اكتمال`.

A verbal noun of a derived verb shows its pattern; the others are a table's (`act_noun`).
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import Final

from arabnews.document import Document
from arabnews.lexicon.entries import KEPT_WORDS, Word
from arabnews.lexicon.lexicon import Lexicon
from arabnews.lexicon.verbal_nouns import NO_ACTS, is_verbal_noun, starts_with_root
from arabnews.text.tokens import WORD

_ARTICLE: Final = "ال"
_ACTOR: Final = 3
_PRONOUNS: Final = ("ه", "ها", "هم", "ا")
"""Endings of what tells how something is, or whose it is: `والتزامه الكامل حرصا منه`."""
_PERSONS: Final = frozenset({"title", "org_head", "nominal_source", "person_name", "place", "place_alias", "facility_head"})


def is_act(document: Document, at: int) -> bool:
    """Whether a word without the article names an act or a state, with a pronoun of its own or without: `حرصه`."""
    return _names_act(document.lexicon, document.words[at], False)


def is_coordinated_act(document: Document, at: int) -> bool:
    """A second act, joined by `و`: `، وتنفيذ عمليات`."""
    return document.keys[at][0] == "و" and _names_joined_act(document.lexicon, document.words[at])


def is_governed_act(document: Document, at: int, *, articled: bool = False) -> bool:
    """The same behind a `ب` that is written in one with it: `بإغلاقه`, `بتسريع`; with the article too: `بالمشاركة`."""
    word = document.padded_words[at]
    if articled and word.key.startswith("بال"):
        return is_verbal_noun(word.key[3:], word.surface[3:]) or _is_listed(document.lexicon, word.key[3:])
    return word.key[:1] == "ب" and _names_joined_act(document.lexicon, word)


def is_definite_act(document: Document, at: int) -> bool:
    """The same with the article: `الهجوم`, `الاتهامات`."""
    return _names_act(document.lexicon, document.padded_words[at], True)


def past_actor(document: Document, start: int, end: int, taken: Container[int]) -> int:
    """`وأكد | الإعلام المحلي | سقوط الجسر`: past definite words before an act, though they look like one; 0 if there are none."""
    stop, keys = start, document.padded_keys
    while stop < end and stop - start < _ACTOR and keys[stop].startswith(_ARTICLE) and stop not in taken:
        stop += 1
    told = start < stop < end and is_definite_act(document, start) and is_act(document, stop)
    return stop if told and not keys[stop].endswith(_PRONOUNS) else 0


def _names_joined_act(lexicon: Lexicon, word: Word) -> bool:
    """Whether a word without its first letter names an act."""
    return any(is_verbal_noun(stem, word.surface[1:]) or _is_listed(lexicon, stem) for stem in stems(word.key[1:]))


@lru_cache(KEPT_WORDS)
def _names_act(lexicon: Lexicon, word: Word, definite: bool) -> bool:
    key = word.key
    if word.kind is not WORD or len(key) < 2 or key in NO_ACTS:
        return False
    reading = word.get("act_noun")
    if reading is not None and reading.proclitics in ("", _ARTICLE) and definite == key.startswith(_ARTICLE):
        return True
    if word.tags & _PERSONS or "function_word" in word.tags:
        return False
    surface = word.surface
    if definite:
        if not key.startswith(_ARTICLE) or starts_with_root(key):
            return False
        return is_verbal_noun(key[2:], surface[2:]) or _is_listed(lexicon, key[2:])
    return any(is_verbal_noun(stem, surface) or _is_listed(lexicon, stem) for stem in stems(key))


def stems(key: str) -> list[str]:
    """The word, and without a pronoun: `حرصه`, `رغبتها`, `تفاؤلا`."""
    stems = [key]
    for pronoun in ("هما", "هم", "ها", "ه", "نا"):
        if key.endswith(pronoun) and len(key) - len(pronoun) > 2:
            bare = key.removesuffix(pronoun)
            stems += [bare, bare[:-1] + "ة"] if bare.endswith("ت") else [bare]
            break
    return [*stems, key[:-1]] if key.endswith("ا") and len(key) > 4 else stems


def _is_listed(lexicon: Lexicon, stem: str) -> bool:
    return any(r.tag == "act_noun" and not r.proclitics for r in lexicon.look_up(stem))

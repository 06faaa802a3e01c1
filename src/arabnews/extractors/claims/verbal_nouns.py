"""Nouns of acts and states, which verbs of saying have for their objects: `أكد أهمية`, `نفت وقوع`, `أعلنت اكتمال`.

A verbal noun of a derived verb shows its pattern; the others are a table's (`act_noun`).
"""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.lexicon.verbal_nouns import NO_ACTS, is_verbal_noun, starts_with_root
from arabnews.text.tokens import Kind

_ARTICLE: Final = "ال"
_PERSONS: Final = frozenset({"title", "org_head", "nominal_source", "person_name", "place", "place_alias", "facility_head"})


def is_act(document: Document, at: int) -> bool:
    """Whether a word without the article names an act or a state, with a pronoun of its own or without: `حرصه`."""
    return _is_act(document, at, definite=False)


def is_coordinated_act(document: Document, at: int) -> bool:
    """A second act, joined by `و`: `، وتنفيذ عمليات`."""
    key, surface = document.keys[at], document.words[at].surface
    return key.startswith("و") and any(is_verbal_noun(stem, surface[1:]) or _is_listed(document, stem) for stem in stems(key[1:]))


def is_governed_act(document: Document, at: int) -> bool:
    """The same behind a `ب` that is written in one with it: `بإغلاقه`, `بتسريع`."""
    key, surface = document.key_at(at), document.words[at].surface if at < len(document) else ""
    stem = key[1:]
    return key.startswith("ب") and any(is_verbal_noun(word, surface[1:]) or _is_listed(document, word) for word in stems(stem))


def is_definite_act(document: Document, at: int) -> bool:
    """The same with the article: `الهجوم`, `الاتهامات`."""
    return _is_act(document, at, definite=True)


def _is_act(document: Document, at: int, *, definite: bool) -> bool:
    word, key = document.words[at], document.keys[at]
    if word.kind is not Kind.WORD or len(key) < 2 or key in NO_ACTS:
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
        return is_verbal_noun(key[2:], surface[2:]) or _is_listed(document, key[2:])
    return any(is_verbal_noun(stem, surface) or _is_listed(document, stem) for stem in stems(key))


def stems(key: str) -> list[str]:
    """The word, and without a pronoun: `حرصه`, `رغبتها`, `تفاؤلا`."""
    stems = [key]
    for pronoun in ("هما", "هم", "ها", "ه", "نا"):
        if key.endswith(pronoun) and len(key) - len(pronoun) > 2:
            bare = key.removesuffix(pronoun)
            stems += [bare, bare[:-1] + "ة"] if bare.endswith("ت") else [bare]
            break
    return [*stems, key[:-1]] if key.endswith("ا") and len(key) > 4 else stems


def _is_listed(document: Document, stem: str) -> bool:
    return any(r.tag == "act_noun" and not r.proclitics for r in document.lexicon.look_up(stem))

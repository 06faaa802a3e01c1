"""Whether a word that no table lists is a form of an Arabic word, by its stem and affixes: `بتنفيذها`, `سيتعامل`, `متوالية`.

News writes an Arabic word in many forms (article, endings, pronouns, persons of the verb) and a name in one, with و ف ب ل ك
before it at most. So the stems that show several inflected forms are listed (`data/stems.txt`), and a word is *native* if
stripping affixes leaves one of them. What is left over, in letters that
foreign names are spelt with, is most likely a foreign name.

Affixes: Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 5-12 and 21; the stripping is that of light stemmers
(Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval, 2007).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from arabnews.files import read


class _ByLetter(dict[str, tuple[str, ...]]):
    """Affixes by the letter that a word with them begins (`at` 0) or ends (`at` -1) with, in their order; `""` goes with any."""

    def __init__(self, at: int, affixes: tuple[str, ...]) -> None:
        letters = {affix[at] for affix in affixes if affix}
        super().__init__({letter: tuple(affix for affix in affixes if affix[at:][:1] in ("", letter)) for letter in letters})
        self._bare = tuple(affix for affix in affixes if not affix)

    def __missing__(self, letter: str) -> tuple[str, ...]:
        return self._bare


_CONJUNCTIONS: Final = _ByLetter(0, ("", "و", "ف"))
_PROCLITICS: Final = _ByLetter(0, ("ال", "بال", "كال", "لل", "ب", "ل", "ك", ""))
_ARTICLES: Final = frozenset({"ال", "بال", "كال", "لل"})
_PRONOUNS: Final = _ByLetter(-1, ("ه", "ها", "هم", "هما", "نا", "ك", "كم", "ي", "هن", "ني"))
_ENDINGS: Final = _ByLetter(
    -1, ("ات", "ين", "ون", "ان", "تين", "تان", "ة", "ت", "ا", "ي", "ية", "يا", "وا", "يين", "يون", "يات", "اته")
)
_PERSONS: Final = _ByLetter(0, ("ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا", "لي", "لت", "لن"))
_VERB_ENDINGS: Final = _ByLetter(
    -1,
    (
        *("", "ون", "ين", "ان", "وا", "ن", "ت", "نا", "تا", "ا"),
        *("ه", "ها", "هم", "ته", "تها", "وه", "وها", "ني", "نه", "تهم", "هما"),
    ),
)
_NAMELIKE: Final = frozenset({"ا", "ي", "+ي", "ت", "+ك", "ان", "ون", "ين", "+نا", "يا", "+ه"})
"""Endings that foreign names happen to have too; they need a stem of more evidence."""

_SHORT: Final = 3
_FOREIGN_LETTERS: Final = frozenset("اويپچڤگ")


def noun_splits(word: str) -> Iterator[tuple[str, str, str]]:
    """Every way to read a word as proclitics, stem and ending: (proclitic, ending, stem); pronouns are marked `+`.

    Example:
        >>> ("ب", "+ها", "تنفيذ") in list(noun_splits("بتنفيذها"))
        True
    """
    for conjunction in _CONJUNCTIONS[word[:1]]:
        rest = word[len(conjunction) :]
        for proclitic in _PROCLITICS[rest[:1]]:
            stem = rest[len(proclitic) :]
            if len(stem) < _SHORT or not rest.startswith(proclitic):
                continue
            clitic = proclitic if proclitic or not conjunction else "و"
            yield clitic, "", stem
            for ending, bare in _noun_endings(stem):
                yield clitic, ending, bare


def _noun_endings(stem: str) -> Iterator[tuple[str, str]]:
    for pronoun in _PRONOUNS[stem[-1]]:
        if stem.endswith(pronoun):
            bare = stem[: -len(pronoun)]
            if len(bare) >= _SHORT:
                yield "+" + pronoun, bare
            if bare.endswith("ت") and len(bare) > _SHORT:
                yield "t+" + pronoun, bare[:-1]
            if bare.endswith("ات") and len(bare) > _SHORT + 1:
                yield "at+" + pronoun, bare[:-2]
    for ending in _ENDINGS[stem[-1]]:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORT:
            yield ending, stem[: -len(ending)]


def verb_splits(word: str) -> Iterator[tuple[str, str]]:
    """Every way to read a word as a form of a verb: (person and ending, stem).

    Example:
        >>> ("ي-ون", "تعامل") in list(verb_splits("سيتعاملون"))
        True
    """
    for conjunction in _CONJUNCTIONS[word[:1]]:
        rest = word[len(conjunction) :]
        for person in _PERSONS[rest[:1]]:
            if not rest.startswith(person):
                continue
            stem = rest[len(person) :]
            for ending in _VERB_ENDINGS[stem[-1:]]:
                if stem.endswith(ending) and len(stem) - len(ending) >= _SHORT - 1:
                    yield f"{person[-1]}-{ending}", stem[: len(stem) - len(ending)]


def is_article(proclitic: str) -> bool:
    """Whether a proclitic of `noun_splits` holds the article."""
    return proclitic in _ARTICLES


@cache
def _stems() -> tuple[Mapping[str, int], frozenset[str]]:
    """The stems of nouns, each with how many inflected forms vouch for it at least; the stems of verbs."""
    nouns: dict[str, int] = {}
    verbs: frozenset[str] = frozenset()
    for line in read("stems.txt").splitlines():
        label, _, words = line.partition(":")
        if label == "verb":
            verbs = frozenset(words.split())
        elif label.isdigit():
            nouns.update(dict.fromkeys(words.split(), int(label)))
    return nouns, verbs


@lru_cache(65_536)
def is_native(key: str) -> bool:
    """Whether a word is, by its stem and affixes, a form of an Arabic word.

    Args:
        key: the word's key.

    Example:
        >>> is_native("بتنفيذها"), is_native("سيتعامل"), is_native("شتراوسمان")
        (True, True, False)
    """
    nouns, verbs = _stems()
    for proclitic, ending, stem in noun_splits(key):
        if nouns.get(stem, 0) >= _evidence_needed(proclitic, ending, stem):
            return True
    if len(key) <= _SHORT:
        return False
    return any(stem in verbs and (len(stem) >= _SHORT or split[0] in "يت") for split, stem in verb_splits(key))


def _evidence_needed(proclitic: str, ending: str, stem: str) -> int:
    """How many forms must vouch for a stem: the more, the shorter the stem and the likelier its affixes are a name's letters."""
    clitic = proclitic != "" and proclitic not in _ARTICLES
    if len(stem) == _SHORT:
        return 8 if clitic or ending in _NAMELIKE else 5
    if ending in _NAMELIKE:
        return 5 if clitic else 3
    return 2


@lru_cache(65_536)
def is_foreign(key: str) -> bool:
    """Whether a word that no table lists looks like a foreign name in Arabic letters: not native, and spelt like one.

    Example:
        >>> is_foreign("شتراوسمان"), is_foreign("المنصوري"), is_foreign("متوالية")
        (True, False, False)
    """
    if len(key) < _SHORT or _FOREIGN_LETTERS.isdisjoint(key) or _never_foreign().search(key):
        return False
    return not is_native(key)


@cache
def _never_foreign() -> re.Pattern[str]:
    """What Arabic words have and foreign names hardly ever: the article, prefixes of verb stems, letters, endings.

    Compiled when it is first asked for, as that takes long.
    """
    return re.compile(
        r"^[وف]?(?:(?:ا|لا|كا|لك)نك|ال|لل|بال|كال|است|يست|تست|مست|نست|ا.ت[^ويا]|مت[^ر])|^(?:و[^اويلر]|ي[^اوي]|في[تسع]|ستت|تت|لا[يتن]|ت[^اوي].{2,}ي$|ت[^اوي]{2}ي.$|ت[^اوي]ا..$|م[^اوي]ا[^اوي]ي?[^اوي]$)"
        r"|[ضظعحءؤذ]|(?:ة|[^وي]ه|ها|هم|هما|تها|ونه|اء|[^ويل]ات|تين|تان|ية|يين|نتا|متا|ئ)$"
    )

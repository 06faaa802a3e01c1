"""Names seen before: a surname by itself behind the full name, and what a name of one word tells of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from arabnews.document import Document
from arabnews.enums import PER
from arabnews.extractors.mentions.foreign import is_name_like
from arabnews.extractors.mentions.found import (
    CLITICS,
    Found,
    is_definite,
    is_unknown,
    rival_tags,
    untaken,
)
from arabnews.extractors.mentions.names import is_preposition
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.name_words import CONNECTORS, PARTICLES, THEOPHORIC
from arabnews.text.tokens import WORD

_TELLING: Final = frozenset({"titled_person", "apposed_person", "quoted_person", "related_person"})
"""Rules that are sure of a name of one unknown word, so that it is sought everywhere."""


def repeated_names(document: Document, people: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """A last or only name of somebody whose full name stands in the article: `الأعرجي` behind `قاسم الأعرجي`.

    Examples:
        سافر [الدكتور خالد المنصوري](kind=PER) ثم عاد [المنصوري](kind=PER) أمس
    """
    keys = document.padded_keys
    lone: set[str] = set()  # names that may stand by themselves
    double: dict[str, set[str]] = {}  # a last part, and what stands before it
    for item in people:
        first, end = item.name_first, item.name_end
        last, before = keys[end - 1], keys[end - 2]
        if end == first + 1:
            if item.rule in _TELLING and is_unknown(document, first):  # `الرئيس شتراوسمان`, then `شتراوسمان`
                lone.add(last)
        elif before in CONNECTORS or before in PARTICLES:
            double.setdefault(last, set()).add(before)
        elif last not in THEOPHORIC:  # `نرجو الله`
            lone.add(last)
            if end == first + 2:
                double.setdefault(last, set()).add(before)
    for at, end in _again(document, lone, double, taken):
        if document.words[at].kind is not WORD:
            continue
        if _confirmed(document, at, end) and not is_preposition(document, at, end - at, False):
            alone = is_unknown(document, at) and not is_definite(document, at) and document.keys[at][0] != "و"
            first = at - (alone and is_name_like(document, at - 1, taken))  # `دومنيك لاكوفون` behind `وقال لاكوفون`
            yield Found(first, end, PER, "repeated_name", first, end)


def _again(document: Document, lone: Set[str], double: Mapping[str, Set[str]], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Where such names stand that are none yet; a word of both sorts is its longer name."""
    keys = document.padded_keys
    single: set[str] = set()
    for name in lone:
        single.update(_with_clitics(name))
    for at in untaken(document, single.union(double), taken):
        if at - 1 not in taken and _is_double(double, keys[at - 1], keys[at]):
            yield at - 1, at + 1
        if keys[at] in single and not _is_double(double, keys[at], keys[at + 1]):
            yield at, at + 1


def _is_double(double: Mapping[str, Set[str]], before: str, last: str) -> bool:
    """`وأبو غزالة`: whether two words are the end of a name, the first of them with a proclitic or without."""
    return last in double and any(before.endswith(name[2:]) and before in _with_clitics(name) for name in double[last])


def _with_clitics(name: str) -> list[str]:
    """A name as it may stand in a sentence: `المنصوري`, `والمنصوري`, `للمنصوري`."""
    forms = [clitic + name for clitic in CLITICS]
    forms += name, "لل" + name[2:] if name.startswith("ال") else "ال" + name
    return forms


def _confirmed(document: Document, at: int, end: int) -> bool:
    """A family name that is also an everyday word needs a verb of saying before it, or a title."""
    tags = document.padded_words[at].tags
    if not tags & {"common_word", "place", "place_alias", "nationality", "title", "org_head", "counted", "weekday", "month"}:
        return True
    name, everyday = document.words[at].get("person_name"), document.words[at].get("common_word")
    if name is not None and not rival_tags(document, at) - {"common_word"}:
        if name.certainty == "sure" and name["role"] == "family":
            return True  # `للأسد` behind `بشار الأسد`
        rare = everyday is not None and everyday["rate"] != "often"
        if rare and not is_definite(document, at) and not is_native(document.keys[at]):
            return True
    before = document.padded_words[at - 1]
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "title" in before.tags

"""Names of bodies without their head, once the article has them in full: `شركة مراكب القابضة`, then `مراكب`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document
from arabnews.enums import ORG, PER
from arabnews.extractors.mentions.found import Found, is_definite, is_unknown, is_word, named, untaken
from arabnews.lexicon.word_sets import word_set

_HEADS: Final = frozenset({"شركة", "مجموعة", "مؤسسة", "منصة", "وكالة", "شبكة", "نادي|ناد", "مجلة", "صحيفة"})
"""Heads without which the name means the same body."""
_COMPANY: Final = word_set("company")
"""Adjectives of a company that tell that an everyday word before them is its name."""
_PROCLITICS: Final = ("", "و", "ل", "ب", "ف")
_BEFORE: Final = frozenset({"لدى", "مع", "في", "ان", "قبل", "من", "ب", "ل"})
_LONGEST: Final = 3


def short_forms(document: Document, kept: list[Found], taken: set[int]) -> Iterator[Found]:
    """A body's own name by itself, where it stands in full before or behind.

    Examples:
        أعلنت [شركة شتراوسن](kind=ORG) أمس افتتاح المبنى، وقالت [شتراوسن](kind=ORG) إن العمل مستمر
        أعلنت [شركة مراكب القابضة](kind=ORG) افتتاح المبنى، حيث تقوم [مراكب](kind=ORG) بالصيانة، وللميناء مراكب كثيرة
    """
    longer = [item for item in kept if item.rule == "headed" and item.end - item.first > 1]
    names = {name: _is_stranger(document, item.first + 1) for item in longer if (name := _own_name(document, item))}
    if not names:
        return
    persons = {document.keys[at] for item in kept if item.kind is PER for at in range(item.name_first, item.name_end)}
    starts = {proclitic + name[0]: name for name in names if persons.isdisjoint(name) for proclitic in _PROCLITICS}
    for at in untaken(document, starts.keys(), taken):
        name = starts[document.keys[at]]
        if tuple(document.keys[at + 1 : at + len(name)]) != name[1:]:
            continue
        if _is_stranger(document, at + len(name)) or document.padded_words[at - 1].tags & {"facility_head", "place_type"}:
            continue  # another, longer name
        if names[name] or _acts(document, at, at + len(name)):
            yield named(at, at + len(name), ORG, "short_form")


def _own_name(document: Document, item: Found) -> tuple[str, ...]:
    """The words between a head and its adjectives or its field, if they are a name; else none."""
    head = document.words[item.first].get("org_head")
    if head is None or head.definite or head.number != "s" or head.entry.form not in _HEADS:
        return ()
    first = end = item.first + 1
    if document.hit_at(first, "place") or document.hit_at(first, "place_alias") or document.hit_at(first, "organisation"):
        return ()
    while end < item.end and _is_stranger(document, end):
        end += 1
    if end > first:
        whole = (
            is_definite(document, end) or document.padded_keys[end].startswith("ل")
            if end < item.end
            else not _is_stranger(document, end)
        )
        return tuple(document.keys[first:end]) if whole and end - first <= _LONGEST else ()
    known = is_definite(document, first) or "nationality" in document.padded_words[first].tags
    is_named = item.end - first == 2 and document.keys[first + 1] in _COMPANY and len(document.keys[first]) > 3
    return (document.keys[first],) if is_named and not known else ()


def _is_stranger(document: Document, at: int) -> bool:
    """A word in Latin letters, or one that no table knows and that has no article."""
    if not is_word(document, at):
        return False
    return document.keys[at].isascii() or (is_unknown(document, at) and not is_definite(document, at))


def _acts(document: Document, first: int, end: int) -> bool:
    """Whether an everyday word stands where the company would: behind a verb in the feminine, with nothing that depends on it."""
    before = document.padded_keys[first - 1]
    verb = before.endswith("ت") or before.startswith(("ت", "وت", "ست"))
    governs = document.padded_keys[end].startswith("ال") or document.words[first].surface.endswith(("ً", "ٌ", "ٍ"))
    return (verb or before in _BEFORE) and not governs

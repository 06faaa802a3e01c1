"""Facilities: an airport, a hospital, a square with its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import FAC
from arabnews.extractors.mentions.edges import DESCRIBING, STOP, WEAK_ADJECTIVES, is_adjective, is_plain, is_purpose, nationality
from arabnews.extractors.mentions.families import certainty
from arabnews.extractors.mentions.found import Found, is_closed, is_unknown, is_word, named
from arabnews.extractors.mentions.heads import common_words
from arabnews.extractors.mentions.marked import marked_end
from arabnews.extractors.mentions.names import name_end
from arabnews.extractors.mentions.proper import is_owned, named_after, place_end
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set

_MAX_LENGTH: Final = 6
_KINDS: Final = word_set("of_a_town")
"""What tells one facility from another of its town: `مطار بيروت الدولي`."""
_FOREIGN_HALLS: Final = word_set("foreign_hall")
_BROADCAST: Final = frozenset({"التلفزيونية", "الاذاعية", "التلفزيوني"})
"""`محطة المرجان التلفزيونية` is no place."""
_OF_A_TOWN: Final = frozenset({"مستشفى", "ملعب", "مسرح", "مطار", "متحف"})
_STATE: Final = frozenset({"متحف", "مكتبة", "مسرح", "مسجد", "جامع"})
"""`المتحف الوطني`, `المكتبة الوطنية`, `المسجد الكبير`: there is one."""


def facilities(document: Document) -> Iterator[Found]:
    """A building, an airport, a hospital with its name.

    Examples:
        هبطت الطائرة في [مطار بيروت الدولي](kind=FAC) مساء
        استقبله في [قصر الضيافة](kind=FAC) ثم عاد إلى سوق العمل
        اصطدمت الشاحنة بجسر رئيسي قرب قاعدة لتجريب السفن
    """
    for hit in document.hits("facility_head"):
        if hit.reading["names"] == "self":
            yield named(hit.first, hit.end, FAC, "facility")
            continue
        if document.keys[hit.first].endswith("ا") or hit.reading["names"] == "listed":
            continue  # `معتقلا`
        if hit.reading.number in ("p", "d") or hit.reading.proclitics in ("ك", "وك") or document.hit_at(hit.first, "place_alias"):
            continue
        end = _definite_end(document, hit) if hit.reading.definite else _facility_end(document, hit)
        if end > hit.end:
            yield named(hit.first, end, FAC, "facility")


def _definite_end(document: Document, hit: Hit) -> int:
    """`المتحف المصري`, `المكتبة الوطنية`: an adjective that makes the one of its kind; the head's own end if none."""
    at = hit.end
    if hit.reading.entry.form in _OF_A_TOWN and (end := _named_behind(document, at)):
        return end
    if hit.reading.entry.form not in _STATE or not is_word(document, at):
        return at
    nation = nationality(document, at)
    agrees = nation is not None and nation.gender == hit.reading["gender"] == "m"
    if not agrees and document.keys[at] not in ("الوطني", "الوطنية", "الكبير"):
        return at
    owner = document.hit_at(at + 1, "place_alias")
    if owner is not None and owner.reading.proclitics == "ل":
        return owner.end  # `المكتبة الوطنية للمملكة المغربية`
    return name_end(document, at + 1, titled=True) if certainty(document, at + 1) == "sure" else at + 1


def _named_behind(document: Document, at: int) -> int:
    """`المستشفى الجامعي سالم المنصوري`: where the name behind the adjectives ends; 0 if there are none, or no name."""
    first = at
    while document.padded_keys[at] in _KINDS:
        at += 1
    reading = document.words[at].get("person_name") if first < at < len(document) else None
    if reading is None or reading.proclitics:
        return 0
    end = name_end(document, at, titled=True)
    return end if end > at + 1 else 0


def _facility_end(document: Document, hit: Hit) -> int:
    """Where the name behind a head ends: a person, a place, a strange word, or an everyday one; the head's own end if none."""
    at, limit = hit.end, min(hit.end + _MAX_LENGTH, document.sentence_bounds[hit.first][1])
    key = document.padded_keys[at]
    if key in DESCRIBING or key in WEAK_ADJECTIVES or key in common_words(hit.reading["common"]):
        return at
    if key[:1] == "ل" and is_purpose(key):
        return at
    city = key == "مدينة"  # `ملعب مدينة الملك سالم الرياضية`
    end = marked_end(document, at) or named_after(document, at + city) or _proper_end(document, at, limit, hit.reading["names"])
    if not end and hit.reading["names"] == "one":
        end = _everyday_end(document, hit, limit)
    elif end:
        end = _second_name_end(document, end, limit)
    while hit.end < end < limit and document.keys[end] in _KINDS and is_word(document, end):
        end += 1
    return at if document.padded_keys[end] in _BROADCAST else end or at


def _second_name_end(document: Document, at: int, limit: int) -> int:
    """`ملعب شتراوسن أرينا`, `مطار شتراوسن سالم المنصوري الدولي`: a word for such places in another tongue, a second name."""
    while at < limit and document.keys[at] in _FOREIGN_HALLS:
        at += 1
    reading = document.words[at].get("person_name") if at < limit else None
    if reading is not None and not reading.proclitics:
        end = name_end(document, at, titled=True)
        if end > at + 1 and document.padded_keys[end] in _KINDS:
            return end
    return at


def _proper_end(document: Document, at: int, limit: int, names: str) -> int:
    """`الرياض`, `الطاهر شتراوسن`, `شتراوسن`; 0 if what follows is no proper name."""
    if not is_word(document, at):
        return 0
    if (end := place_end(document, at, typed=True)) > at:
        return end
    reading = document.words[at].get("person_name")
    barred = STOP - {"title"} if document.keys[at].startswith("ال") or not document.keys[at].endswith("ي") else {"common_word"}
    if reading is not None and not reading.proclitics and not document.padded_words[at].tags & barred:
        everyday = document.words[at].get("common_word")
        end = name_end(document, at, titled=True)
        if end > at + 1 or (end > at and (everyday is None or everyday["rate"] != "often")):
            return end
    if names == "place":
        return 0
    everyday = document.words[at].get("common_word")
    seldom = everyday is None or everyday["rate"] != "often"
    if is_plain(document, at) and seldom and document.words[at].tags <= {"common_word"} and not is_native(document.keys[at]):
        return at + 1  # `قاعدة العند`
    end = at
    while end < limit and is_word(document, end) and _is_strange(document, end):
        if document.keys[end].startswith(("و", "لل", "بال")) or certainty(document, end) == "sure":
            break
        end += 1
    return place_end(document, end, typed=False) if end > at else 0


def _everyday_end(document: Document, hit: Hit, limit: int) -> int:
    """`قصر الضيافة`, `جسر الحزام الكبير`; 0 if none."""
    at = hit.end
    if not is_plain(document, at) or is_closed(document, at) or document.padded_words[at].tags & STOP:
        return 0
    end = at + 1
    while end < limit and is_adjective(document, end, hit.reading["gender"]) and is_native(document.keys[end]):
        end += 1
    return end


def _is_strange(document: Document, at: int) -> bool:
    """A word in Latin letters, or that no table knows but as a club of its town."""
    if document.keys[at].isascii() or document.words[at].tags == {"club"}:
        return True
    return is_unknown(document, at) and not is_owned(document, at)

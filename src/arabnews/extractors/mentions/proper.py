"""Proper names behind the head of a body: of a person, a place, another body, in letters of its own."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.edges import INSTITUTIONAL, is_adjective
from arabnews.extractors.mentions.families import certainty
from arabnews.extractors.mentions.found import closed, is_closed, is_unknown, is_word, unknown
from arabnews.extractors.mentions.names import name_end
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.lexicon.word_sets import word_set

_NAMESAKES: Final = frozenset(
    {"الملك", "الامير", "الشيخ", "السلطان", "الامام", "الاميرة", "الملكة", "الدكتور", "الرئيس", "الشهيد", "الشهيدة", "المشير"}
)
_CLUBS: Final = frozenset({"نادي|ناد", "فريق"})
_FIRST_HALVES: Final = frozenset({"ام", "ابن", "ابو", "ابي", "بني", "سيدي", "مولاي", "سان", "سانت", "سانتا"})
"""First halves of names of persons and places that bodies are named after."""
_OF_A_CLUB: Final = word_set("of_a_club")
_ALIKE: Final = {"تنظيم": "armed"} | dict.fromkeys(("صحيفة", "جريدة", "مجلة", "قناة", "إذاعة"), "media")
"""Heads whose name may be another word too, and of what type it is then."""
_OF_PAPERS: Final = frozenset({"تايمز", "بوست", "نيوز", "تلغراف", "جورنال", "هيرالد", "تريبيون"})
"""How the names of papers abroad end: `صحيفة لندن تايمز`."""
FOREIGN_ENDS: Final = _OF_PAPERS | {"تيفي", "ايرلاينز", "وورلد", "ورلد", "ووتش", "جروب", "قروب", "غروب"}
"""And those of other bodies, behind their heads: `شركة شتراوسن وورلد`."""
_OF_PLACES: Final = frozenset({"place", "place_alias", "place_type"})
OF_ANOTHER: Final = frozenset({"إدارة", "مكتب", "قيادة", "موقع", "دائرة", "قسم"})


_FOREIGN_ARTICLES: Final = frozenset({"ذا", "ذي", "لو", "دير", "دي"})
"""`صحيفة ذا ...`: articles of other languages before a name."""


def proper_end(document: Document, hit: Hit, at: int, limit: int) -> int:
    """Behind a proper name: of a person, a place, another body, in letters of its own; `at` if none stands there."""
    form, gender = hit.reading.entry.form, hit.reading["gender"]
    if form not in OF_ANOTHER and document.padded_keys[at] in _NAMESAKES and (end := named_after(document, at)):
        return agreeing_end(document, end, limit, gender)
    if form not in OF_ANOTHER and (known := _inner(document, hit)) is not None:
        end = known.end
        if form not in _CLUBS:
            return agreeing_end(document, end, limit, gender)
        return end + (
            document.padded_keys[end] in _OF_A_CLUB
        )  # `نادي جدة الأدبي`; `مدرب نادي الاتحاد الوطني` is a national coach
    if hit.reading["names"] not in ("office", "public", "listed") and (end := place_end(document, at, typed=True)) > at:
        return foreign_tail(document, agreeing_end(document, end, limit, gender), limit)
    if document.padded_keys[at] in _FIRST_HALVES and is_word(document, at + 1) and not is_closed(document, at + 1):
        return max(name_end(document, at, titled=True), at + 2)  # `جامعة أم المرجان`, `جامعة ابن المرجان`
    word = document.padded_words[at]
    reading = word.get("person_name") if "person_name" in word.tags else None
    if reading is not None and not reading.proclitics and not word.key.startswith("ال"):
        whole = name_end(document, at, titled=certainty(document, at) == "sure")
        if whole > at + 1:
            return agreeing_end(document, whole, limit, gender)
    return _strangers_end(document, at, limit, gender)


def foreign_tail(document: Document, at: int, limit: int) -> int:
    """`صوت بيروت إنترناشونال`, `صحيفة لندن تايمز`: a foreign word behind a place."""
    return at + (at < limit and _is_foreign_tail(document.words[at]) and document.hit_at(at, "place_alias") is None)


@kept
def _is_foreign_tail(word: Word) -> bool:
    everyday = word.get("common_word")
    seldom = everyday is not None and word.tags == {"common_word"} and everyday["rate"] != "often"
    return word.key in _OF_PAPERS or ((unknown(word) or seldom) and is_foreign(word.key))


def agreeing_end(document: Document, at: int, limit: int, gender: str) -> int:
    """Behind the adjectives that go with the head though a proper name stands between: `محكمة طهران الثورية`."""
    ending = ("ية", "لة") if gender == "f" else "ي"
    while at < limit and is_adjective(document, at, gender):
        if document.keys[at] not in INSTITUTIONAL and not document.keys[at].endswith(ending):
            break
        at += 1
    return at


def place_end(document: Document, at: int, *, typed: bool) -> int:
    """Behind a place, with its type word before it: `الرياض`, `منطقة الرياض`; `at` if none stands there."""
    if document.tags_at(at).isdisjoint(_OF_PLACES):
        return at
    place = document.hit_at(at, "place_alias") or document.hit_at(at, "place")
    if place is not None:
        return place.end if not place.reading.proclitics else at
    word = document.padded_words[at]
    kind = word.get("place_type") if typed and "place_type" in word.tags else None
    if kind is None or kind.proclitics or kind.number not in ("", "s"):
        return at
    end = place_end(document, at + 1, typed=False)
    return max(end, at + 2) if end > at + 1 or is_unknown(document, at + 1) else at


def _inner(document: Document, hit: Hit) -> Hit | None:
    """A name that the tables know behind a head: `شركة أرامكو`, `صحيفة الرياض`, `تنظيم القاعدة`."""
    inner, form = document.hit_at(hit.end, "organisation"), hit.reading.entry.form
    if inner is None and document.padded_keys[hit.end] in _FOREIGN_ARTICLES:
        inner = document.hit_at(hit.end + 1, "organisation")
    if inner is None and form in _CLUBS:
        inner = document.hit_at(hit.end, "club")
    if inner is None and (kind := _ALIKE.get(form)):
        alike = document.hit_at(hit.end, "organisation_alike")
        inner = alike if alike is not None and alike.reading.type == kind else None
    return inner if inner is not None and not inner.reading.proclitics else None


def _strangers_end(document: Document, at: int, limit: int, gender: str) -> int:
    """Words in Latin letters or that no table knows, with adjectives: `موقع Booking`, `شركة شتراوسن العقارية`."""
    end = at
    while end < limit and end < at + 4 and is_strange(document, end):
        if end > at + 1 and certainty(document, end) == "sure":
            break
        end += 1
    if end > at and (place := place_end(document, end, typed=False)) > end:
        end = place
    return agreeing_end(document, end, limit, gender) if end > at else at


def is_strange(document: Document, at: int) -> bool:
    """Whether a word is in Latin letters or unknown to the tables, or a name that is seldom another word."""
    strange = _strange(document.padded_words[at])
    return strange == _STRANGE or (strange == _UNLESS_OWNED and not is_owned(document, at))


_COMMON, _UNLESS_OWNED, _STRANGE = range(3)


@kept
def _strange(word: Word) -> int:
    """What `is_strange` says of a word, as far as the word tells."""
    if closed(word):
        return _COMMON
    key, reading = word.key, word.get("person_name") if "person_name" in word.tags else None
    if key.isascii() or word.tags == {"club"}:
        return _STRANGE
    if key.startswith(("لل", "ي")) and not is_foreign(key):
        return _COMMON  # `ثانوية للاستئناس`
    if unknown(word) and (key[0] != "و" or key[:2] == "وو") and not key.endswith(("ها", "هم")):
        return _COMMON if key.endswith("ا") and is_native(key[:-1]) else _UNLESS_OWNED  # `تخليدا`
    if reading is None or reading.proclitics or key.startswith("ال"):
        return _COMMON
    everyday = word.get("common_word")
    return _STRANGE if reading.certainty == "sure" or everyday is None or everyday["rate"] != "often" else _COMMON


def is_owned(document: Document, at: int) -> bool:
    """`قلمي`, `مدينتي`: an everyday word of the writer's own."""
    key = document.keys[at]
    bare = key[:-2] + "ة" if key.endswith("تي") else key[:-1]
    return key.endswith("ي") and any(reading.tag == "common_word" for reading in document.lexicon.look_up(bare))


def named_after(document: Document, at: int) -> int:
    """`مركز الملك سلمان`, `جامعة الأمير محمد بن فهد`: named after somebody; where his name ends, else 0."""
    word = document.padded_words[at]
    if word.key not in _NAMESAKES or word.get("title") is None:
        return 0
    end = name_end(document, at + 1, titled=True)
    return end if end > at + 1 else 0

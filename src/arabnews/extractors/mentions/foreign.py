"""Foreign names in Arabic letters: words that no table knows, beside a nationality, a role, a name, a person's verb.

One word by itself is a name by the evidence of the whole document: what stands before it each time it occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from arabnews.document import Document
from arabnews.enums import PER
from arabnews.extractors.mentions.families import NOUNS, certainty, foreign, is_foreign_word, is_joined
from arabnews.extractors.mentions.found import Found, definite, is_definite, is_word
from arabnews.extractors.mentions.names import name_end
from arabnews.extractors.mentions.stops import BLESSINGS
from arabnews.lexicon.entries import FOREIGN, Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.text.tokens import WORD

_INNER: Final = frozenset({"فان", "فون", "دي", "دو", "دا", "ديل", "دير", "لا", "لو", "سان", "بن", "ابو", "ال", "عبد", "ولد"})
_SHORT_NAMES: Final = frozenset({"جو", "مو", "بو", "لي", "تي", "كي", "سو", "جي", "آن"})
_NAME_TAGS: Final = frozenset({"person_name", "place", "dual_shape", "abd_shape"})
_OTHER_HEADS: Final = frozenset(
    {"org_head", "facility_head", "place_type", "quoted_name_head", "measure", "currency", "counted", "medium"}
)
_LOCATIVE: Final = frozenset(
    {"سورة", "شارع", "طريق", "في", "الي", "الى", "داخل", "شمال", "جنوب", "شرق", "غرب", "قرب", "وسط", "بين"}
    | {"طراز", "فورت", "كيب"}
)
_ENDINGS: Final = ("ً", "ًا", "اً")
_MAX_RUN: Final = 5
_end: Final = attrgetter("end")


def apposed_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Two or three words that no table knows, or only as names, behind a nationality or before a role.

    Examples:
        سجل الفرنسي [برنار دوفارج](kind=PER) هدفا
        وصل [أوتو شتراوسمان](kind=PER) نائب وزير الزراعة أمس
    """
    words = document.padded_words
    for at in document.at("nationality"):
        if _is_like(words[at + 1]) and _is_epithet(document, at):
            end = _name_like_end(document, at + 1, taken)
            if end - at > 2 or (end - at == 2 and _is_told(document, at)):
                yield Found(at + 1, end, PER, "apposed_person", at + 1, end)
    for hit in document.hits("title"):
        reading = hit.reading
        if reading.type != "role" or reading.proclitics or reading.number == "p":
            continue
        first = start = hit.first - 1 - (document.padded_keys[hit.first - 1] in ("،", ","))
        if not foreign(words[start]):
            continue
        while first > start - 3 and first - 1 not in taken and first not in taken and is_foreign_word(document, first):
            first -= 1
        if start - first >= 2:
            yield Found(first + 1, start + 1, PER, "apposed_person", first + 1, start + 1)


def _is_told(document: Document, at: int) -> bool:
    """`البرازيلي برلوغوس الذي`, `مع الصربي شتراوسيتش (20 عاما)`: a foreign word between a nationality and what tells more."""
    alone = not document.words[at + 1].tags and not is_definite(document, at - 1)
    return alone and document.padded_keys[at + 2] in ("الذي", "(", "،")


def _is_epithet(document: Document, at: int) -> bool:
    """`الفرنسي`: a nationality that can stand for one person, before his name."""
    word = document.words[at]
    adjective = word.get("nationality") if "nationality" in word.tags else None
    if adjective is None or adjective.number == "p" or not is_definite(document, at):
        return False
    return "title" in document.padded_words[at - 1].tags or not is_definite(document, at - 1)  # not `النظام الإيراني`


def enumerated_persons(document: Document, people: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """Names joined by `و` behind a name.

    Examples:
        حضر [سالم المنصوري](kind=PER) [وبرلوغ شتراوسمان](kind=PER)
    """
    keys = document.padded_keys
    for at in map(_end, people):
        while keys[at][:1] == "و" and at not in taken:
            end = _joined_end(document, at, taken)
            if end == at:
                break
            yield Found(at, end, PER, "enumerated_person", at, end)
            at = end


def _joined_end(document: Document, at: int, taken: set[int]) -> int:
    """Where a name that begins with `و` as a conjunction ends."""
    word = document.words[at]
    known = any(r.tag == "person_name" and r.proclitics == "و" for r in word.readings)
    if word.kind is not WORD or (word.tags - _NAME_TAGS - {"common_word"}) or not (known or is_foreign(word.key[1:])):
        return at
    end = at + 1
    while end < at + _MAX_RUN and is_name_like(document, end, taken):
        end += 1
    longer = name_end(document, at, titled=False)
    end = max(end, longer)
    surest = certainty(document, at) == "sure" and "common_word" not in word.tags and not is_native(word.key[1:])
    return end if end > at + 1 or (known and surest) else at


def foreign_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Two words or more that are foreign by their spelling or known as parts of names, one of each at least.

    Examples:
        ثم عاد [غورلاندو ماكفيتش](kind=PER) إلى بيته
        أطلقت الشركة مشروع «غورلا بيكو» أمس
    """
    reached = 0
    for at in document.at(FOREIGN):
        if at < reached or at in taken:
            continue
        first = at
        while first > reached and first > at - 3 and is_name_like(document, first - 1, taken):
            first -= 1
        end = _name_like_end(document, at, taken)
        while end > at and document.keys[end - 1] in _INNER:
            end -= 1
        reached = end + 1
        if end - first > 1 and not document.padded_words[first - 1].tags & _OTHER_HEADS and _is_person(document, first, end):
            yield Found(first, end, PER, "foreign_person", first, end)


def _name_like_end(document: Document, at: int, taken: set[int]) -> int:
    end = at
    while end < at + _MAX_RUN and is_name_like(document, end, taken):
        end += 1
    return end


def is_name_like(document: Document, at: int, taken: set[int]) -> bool:
    """Whether a token may be a part of a foreign name: unknown and spelt so, or known as part of a name."""
    word = document.padded_words[at]
    if not _is_like(word) or at in taken:
        return False
    return word.key[0] != "و" or bool(word.tags) or word.key in _INNER or not is_joined(document, at)


@kept
def _is_like(word: Word) -> bool:
    if word.kind is not WORD or word.surface.startswith("فإن"):
        return False  # `فإن` is no `فان`
    if word.key in _INNER:
        return True
    if not word.tags:
        return is_foreign(word.key)
    reading = word.get("person_name") if "person_name" in word.tags else None
    if reading is None:
        place = word.get("place") if word.tags <= _NAME_TAGS else None
        return place is not None and place.type == "rare" and not place.proclitics
    if reading.proclitics or definite(word):
        return False
    return word.tags <= _NAME_TAGS or reading.certainty == "sure"


def _is_person(document: Document, first: int, end: int) -> bool:
    """Whether a run of such words is a person: one of them is a known name, or the words around tell.

    Directly behind a mark a brand, a work, a place has such a name too: `مشروع «شتراوس تاور»`.
    """
    if "quote" in document.padded_words[first - 1].tags and "sure" not in [certainty(document, at) for at in range(first, end)]:
        return False
    if any("person_name" in document.words[at].tags and not is_native(document.keys[at]) for at in range(first, end)):
        return document.padded_keys[first - 1] not in _LOCATIVE or certainty(document, first) == "sure"
    return _announces(document, first - 1) or _acts(document, end) or _speaks(document, first, end)


def _speaks(document: Document, first: int, end: int) -> bool:
    """`وقالت غورلا ماكفيتش`, `غورلا ماكفيتش: `: behind a verb of saying of any gender, or before a colon, outside of marks."""
    before = document.padded_words[first - 1]
    cue = before.get("cue")
    if cue is not None and cue.pos == "verb" and cue.tense == "perfect" and "function_word" not in before.tags:
        return True
    return document.padded_keys[end] == ":" and "quote" not in before.tags


def _announces(document: Document, at: int) -> bool:
    """A verb whose subject is a person, a title, a nationality."""
    if not is_word(document, at):
        return False
    word = document.words[at]
    for tag in ("cue", "person_verb"):
        reading = word.get(tag)
        if reading is not None and reading.pos == "verb" and reading.gender == "m" and "function_word" not in word.tags:
            return True
    return _is_epithet(document, at)


def _acts(document: Document, at: int) -> bool:
    """A verb in the imperfect behind the name (`فلان يقول`), or a role (`فلان رئيس`)."""
    if not is_word(document, at):
        return False
    word = document.words[at]
    cue = word.get("cue") or word.get("person_verb")
    if cue is not None and cue.pos == "verb":
        return True
    title = word.get("title")
    return title is not None and title.type == "role" and not title.proclitics


def voted_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """One foreign word that stands behind a verb whose subject is a person, and never where a place or an organisation stands.

    Examples:
        غادر [شتراوسمان](kind=PER) المدينة، وفي المساء عاد [شتراوسمان](kind=PER) إليها
        وصلت ثلاث دبابات طراز أبرامز أمس
    """
    places: dict[str, list[int]] = {}
    for at in document.at(FOREIGN):
        if at not in taken:
            places.setdefault(document.keys[at], []).append(at)
    for word in ("person_name", "place"):
        for at in document.at(word):
            if at not in taken and _is_lone_name(document.words[at]):
                places.setdefault(document.keys[at], []).append(at)
    for key, found in places.items():
        listed = certainty(document, found[0]) == "sure"
        if len(found) == 1 and not listed:
            continue
        known = _is_known_foreign(document, found[0])
        votes = known + sum(_announces(document, at - 1) for at in found)
        if votes < 2 - listed:
            continue
        against = sum(key.endswith("و") and is_definite(document, at + 1) for at in found)  # `منسوبو المؤسسة`
        against += sum("quote" in document.padded_words[at - 1].tags for at in found) if known else 0
        against += sum(
            document.padded_keys[at - 1] in _LOCATIVE or bool(document.padded_words[at - 1].tags & _OTHER_HEADS) for at in found
        )
        if votes <= against or key in BLESSINGS or (key.endswith("ا") and not listed and is_native(key[:-1])):
            continue  # an accusative may end so too
        if document.words[found[0]].surface.endswith(_ENDINGS) or key.endswith(("هم", "هن")):
            continue  # `خصيصًا`, `أكبرهم`
        for form in (key, "و" + key, "ل" + key, "ف" + key, "ب" + key):
            for at in places.get(form, ()):
                if at not in taken:
                    first = at - (is_name_like(document, at - 1, taken) or document.padded_keys[at - 1] in _SHORT_NAMES)
                    end = at + 1 + is_name_like(document, at + 1, taken)
                    if certainty(document, at) == "sure" and "place" not in document.words[at].tags:
                        end = max(end, name_end(document, at, titled=True))
                    yield Found(first, end, PER, "voted_person", first, end)


def _is_known_foreign(document: Document, at: int) -> bool:
    """A name that the tables are sure of and that is spelt like nothing else."""
    return certainty(document, at) == "sure" and is_foreign(document.keys[at])


@kept
def _is_lone_name(word: Word) -> bool:
    if not word.tags <= _NAME_TAGS or word.key in ("علي", "عبد") or word.key in NOUNS or definite(word):
        return False
    reading = word.get("person_name") or word.get("place")
    if reading is None or reading.proclitics:
        return False
    return reading.certainty == "sure" or (is_foreign(word.key) and (reading.tag == "person_name" or reading.type == "rare"))

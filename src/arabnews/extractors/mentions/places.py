"""Places: by name, and a word that no table knows behind `مدينة` or `محافظة`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import LOC, NORP
from arabnews.extractors.mentions.families import TANWIN
from arabnews.extractors.mentions.found import Found, is_closed, is_definite, is_unknown, is_word, named, untaken
from arabnews.extractors.mentions.heads import common_words
from arabnews.extractors.mentions.names import name_end
from arabnews.extractors.mentions.proper import agreeing_end, named_after
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.lexicon.name_words import KUNYAS
from arabnews.lexicon.word_sets import word_set
from arabnews.text.tokens import NUMBER

_LOCATIVE: Final = frozenset(
    {"في", "الي", "الى", "من", "على", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "باتجاه", "نحو"}
    | {"وفي", "ومن", "والى", "صوب", "عبر"}
)
_NO_LISTS: Final = frozenset({"دولة", "طريق", "شارع", "جمهورية", "منطقة"})
_NO_ITEM: Final = frozenset({"nationality", "org_head", "facility_head", "place_type", "title", "cue", "counted", "relative"})
_STATES: Final = frozenset({clitic + state for state in ("جمهورية", "سلطنة", "مملكة") for clitic in ("", "و", "ب", "ل", "ف")})
_OF_STATES: Final = frozenset({"العربية", "الاسلامية", "الشعبية", "الاتحادية", "الديمقراطية", "الفدرالية", "الفيدرالية"})
_LAND: Final = frozenset({"وادي", "جبل"})
"""Type words that are part of the name: `وادي حنيفة`."""
_ROUND: Final = frozenset({"داخلي", "خارجي", "الدائرة", "يبلغ", "يصل", "يتراوح", "نحو", "حوالي"})
_COMPETITIONS: Final = word_set("competition")
_STREETS: Final = frozenset({"شارع", "طريق", "حي"})
_COMPOUNDS: Final = word_set("first_of_place")
_SIDES: Final = word_set("side")
_NATIONS: Final = frozenset({"السعودية", "العربية"})
_DOUBTFUL: Final = frozenset({"rare", "unsure", "typed"})
_OF_EVENTS: Final = _COMPETITIONS | {"العالم"}
_LIST_STEP: Final = 6
"""Tokens from one type word of a list to the next."""
_MARKED: Final = 4
"""Words of a place's name between quotation marks."""
_MAX_LIST: Final = 20
_NO_PLACE_ENDS: Final = ("ه", "ها", "هم", "نا", "ت")
"""Pronouns and a verb's ending, which unlisted names of places hardly ever have."""
_NOT_BEFORE: Final = frozenset({"السيد", "الدكتور", "بن", "ال", "عبد", "ابو"})
_TELLING: Final = _NOT_BEFORE | _OF_EVENTS


def listed(document: Document) -> Iterator[Found]:
    """A place whose name is in the tables.

    Examples:
        سافر الوفد من [بغداد](kind=LOC) إلى [الولايات المتحدة](kind=LOC) أمس
        خسر الفريق في كأس آسيا بعد عودته من [آسيا](kind=LOC)
    """
    keys, words = document.padded_keys, document.padded_words
    for tag in ("place_alias", "place"):
        for hit in document.hits(tag):
            first, end, reading = hit.first, hit.end, hit.reading
            before, behind = keys[first - 1], keys[end]
            if reading.proclitics and _is_other_word(document, hit, tag):
                continue
            if before in _TELLING and (before in _NOT_BEFORE or (before in _OF_EVENTS and _is_of_event(document, hit))):
                continue
            if (behind == "من" or "راس" in behind) and _goes_on(document, hit):
                continue
            if tag == "place" and _is_person(document, first, end):
                continue
            if reading.entry.form == "قطر" and _is_measured(document, hit):
                continue
            if (reading.proclitics or reading.type in _DOUBTFUL) and _is_unsure(document, hit):
                continue
            if words[first].surface.endswith(TANWIN) or (keys[first] in _NATIONS and _is_adjective(document, hit)):
                continue
            following = words[end].tags
            if ("quote" in following or "bracket" in following) and _ends_marked_name(document, hit):
                continue
            if before in _STATES and reading.type == "country" and not reading.proclitics:
                first, end = first - 1, end + (behind in _OF_STATES)  # `جمهورية إيران الإسلامية`
            yield Found(first, end, LOC, "listed", first, end)


def _is_other_word(document: Document, hit: Hit, tag: str) -> bool:
    """`كبيروت` (likened), `بلير`: with its proclitic no place, but for a country (`كفرنسا`)."""
    if hit.reading.proclitics in ("ك", "وك", "فك") and not (tag == "place_alias" and hit.reading.type == "country"):
        return True
    return "famous_person" in document.words[hit.first].tags


def _goes_on(document: Document, hit: Hit) -> bool:
    """`للنيل من`, `ومسقط رأسه`: phrases of everyday words."""
    behind = document.padded_keys[hit.end]
    if behind == "من":
        return hit.reading.entry.form.startswith("نهر النيل")
    return behind.startswith("راس") and document.keys[hit.first].endswith("مسقط")


def _ends_marked_name(document: Document, hit: Hit) -> bool:
    """`"شتراوس بوسطن"`: the last word of a strange name between marks or brackets."""
    first = hit.first - 1
    if not is_unknown(document, first):
        return False
    while is_unknown(document, first - 1):
        first -= 1
    return bool(document.padded_words[first - 1].tags & {"quote", "bracket"})


def _is_measured(document: Document, hit: Hit) -> bool:
    """`بقطر 12 مترا`, `وقطر داخلي`: a diameter."""
    behind = document.words[hit.end] if hit.end < len(document) else None
    return behind is not None and (behind.kind is NUMBER or behind.key in _ROUND or "measure" in behind.tags)


def _is_of_event(document: Document, hit: Hit) -> bool:
    """`كأس آسيا`, `دوري أبطال أفريقيا`, `كأس العالم قطر 2022`: a part of a competition's name."""
    before = document.padded_keys[hit.first - 1]
    if before == "العالم":
        before = document.padded_keys[hit.first - 2]
    return not hit.reading.proclitics and before in _COMPETITIONS


def _is_person(document: Document, first: int, end: int) -> bool:
    """A place name that stands as part of a person's name."""
    words = document.padded_words
    if end - first > 1 or "person_name" not in words[first].tags:
        return False
    return "person_name" in words[first - 1].tags or "person_name" in words[end].tags


def _is_unsure(document: Document, hit: Hit) -> bool:
    """A name that is another word too, or that news seldom has as a place's: what stands beside it must tell."""
    reading, before = hit.reading, hit.first - 1
    kind = reading.type
    if reading.proclitics and reading.tag == "place" and kind != "country" and _is_native(document, hit):
        return True  # `فترات`, `بنوك`: the clitic is the word's own letter
    if kind not in _DOUBTFUL:
        return False
    tags = document.tags_at(before)
    if "place_type" in tags and (kind == "rare" or _is_type_word(document, before)):
        return False
    if kind == "rare" and is_native(document.keys[hit.first]):
        return not _beside_place(document, hit)  # `تعقيم`
    if kind == "typed" and document.padded_words[hit.end].tags & {"famous_person", "person_name"}:
        return True  # `تركيا، نور الدين يلماز`
    if kind == "typed":
        return "common_word" in document.padded_words[hit.first].tags or not _beside_place(document, hit)
    if _beside_place(document, hit):
        return False
    if kind == "unsure":
        return document.padded_keys[before] not in _LOCATIVE and hit.reading.proclitics not in ("ب", "وب")
    return not (hit.reading.proclitics or is_definite(document, before) or "function_word" in tags)


def _is_native(document: Document, hit: Hit) -> bool:
    key = document.keys[hit.first]
    return hit.end - hit.first == 1 and "ال" not in key[1:4] and is_native(key)


def _is_type_word(document: Document, at: int) -> bool:
    """`محافظة`, not `المناطق` or `دول`, whose adjectives stand behind."""
    reading = document.padded_words[at].get("place_type")
    if reading is None or reading.entry.form == "دولة":
        return False
    return not reading.definite or reading.entry.form == "عاصمة"


def _beside_place(document: Document, hit: Hit) -> bool:
    """`صيدا وصور`, `صور، صيدا`: another place joined to it."""
    joined = hit.reading.proclitics == "و" or document.padded_keys[hit.first - 1] in ("،", "و", "-")
    before = hit.first - 1 - (document.padded_keys[hit.first - 1] in ("،", "و", "-"))
    if joined and document.padded_words[before].tags & {"place", "place_alias"}:
        return True
    behind = document.words[hit.end].get("place_alias") if hit.end < len(document) else None
    return behind is not None and behind.proclitics == "و" and behind.type not in ("unsure", "typed")


def _is_adjective(document: Document, hit: Hit) -> bool:
    """`شركات التأمين السعودية`: the nationality in the feminine, not the country."""
    if hit.end - hit.first > 1:
        return False
    if document.padded_keys[hit.first - 1].endswith(("نا", "اتها", "اته", "تنا", "ناها")):
        return True  # `قواتنا السعودية`
    before = hit.first - 1 - ("quote" in document.padded_words[hit.first - 1].tags)  # `"الدبلوماسية" السعودية`
    title = "title" in document.padded_words[before].tags and not document.keys[before].endswith(("ات", "ية"))
    return (
        is_definite(document, before)
        and not title
        and not document.padded_words[before].tags & {"place", "place_alias", "weekday"}
    )


def typed(document: Document, taken: set[int]) -> Iterator[Found]:
    """The name behind a place's type word.

    Examples:
        وقع الحادث في بلدة [تلفيتا](kind=LOC) ليلا
        يسكن في حي [المرجان](kind=LOC) قرب قرية "[تل الصيادين](kind=LOC)" القديمة
        زرنا مدينة المعارف الحديثة
    """
    for hit in document.hits("place_type"):
        at = hit.end
        if hit.reading.definite or hit.reading.number != "s" or hit.reading["unknown"] not in ("yes", "any"):
            continue
        if document.keys[hit.first] == "وحي" and not _in_list(document, hit):
            continue  # `وحي الشعر`
        at += "quote" in document.padded_words[at].tags
        if at in taken or not is_word(document, at) or is_closed(document, at) or document.padded_keys[hit.first - 1] in KUNYAS:
            continue
        end = _typed_end(document, hit, at)
        if end > at and taken.isdisjoint(range(at, end)):
            yield named(hit.first if hit.reading.entry.form in _LAND and at == hit.end else at, end, LOC, "typed")


def _in_list(document: Document, hit: Hit) -> bool:
    """`حي السلام وحي الصفا`: behind the same type word."""
    form, before = hit.reading.entry.form, document.keys[max(hit.first - _LIST_STEP, 0) : hit.first]
    return any(key.endswith(form) for key in before)


def _typed_end(document: Document, hit: Hit, at: int) -> int:
    """Where the name behind a type word ends: in marks, a compound, a strange word, for some types any noun; `at` if none."""
    if at > hit.end:
        closing = document.closing.get(at - 1, at)
        return closing if closing - at <= _MARKED and not any(is_closed(document, token) for token in range(at, closing)) else at
    key = document.keys[at]
    if (
        key in _COMPOUNDS
        and is_word(document, at + 1)
        and not is_closed(document, at + 1)
        and document.keys[at + 1][0] not in "بلو"
    ):
        return _with_side(document, at + 2)
    if hit.reading["unknown"] == "any" and _is_everyday_name(document, at) and key not in common_words(hit.reading["common"]):
        return _with_side(document, at + 1)
    strange = is_unknown(document, at) or (
        "person_name" in document.words[at].tags and "common_word" not in document.words[at].tags
    )
    if not strange or key == "ال" or key.endswith(("ها", "هم")):
        return at
    second = is_unknown(document, at + 1) and not is_definite(document, at) and not is_definite(document, at + 1)
    return at + 1 + second


def _is_everyday_name(document: Document, at: int) -> bool:
    """`حي السلام`: a noun with the article behind a type word without one."""
    barred = _NO_ITEM | {"month", "weekday"}
    return document.keys[at].startswith("ال") and len(document.keys[at]) > 4 and document.padded_words[at].tags.isdisjoint(barred)


def _with_side(document: Document, at: int) -> int:
    """`الغارية الغربية`, `البلد القديم`: the adjective that tells one place from another of its name."""
    return at + (document.padded_keys[at] in _SIDES)


def namesakes(document: Document) -> Iterator[Found]:
    """A street, a quarter, a city named after somebody.

    Examples:
        وقع الحادث في طريق [الملك سالم](kind=LOC) قرب شارع [خالد بن سالم](kind=LOC) ليلا
        زار الوفد [مدينة الأمير سالم الاقتصادية](kind=LOC) أمس
        وصلت الرسالة عن طريق خالد بن سالم أمس
    """
    for hit in document.hits("place_type"):
        form, at = hit.reading.entry.form, hit.end
        if hit.reading.definite or hit.reading.number != "s" or hit.reading["unknown"] == "no":
            continue
        if document.hit_at(at, "place_alias") is not None or document.padded_keys[hit.first - 1] == "عن":
            continue
        end = named_after(document, at) or (_persons_end(document, at) if form in _STREETS else 0)
        if end and form == "مدينة":
            yield named(hit.first, agreeing_end(document, end, end + 1, "f"), LOC, "namesake")
        elif end:
            yield named(at, end, LOC, "namesake")


def _persons_end(document: Document, at: int) -> int:
    """Where a person's name of two words at least ends, with its title before it or without; 0 if none."""
    first = at + ("title" in document.padded_words[at].tags)
    reading = document.words[first].get("person_name") if first < len(document) else None
    if reading is None or reading.proclitics:
        return 0
    end = name_end(document, first, titled=True)
    return end if end > at + 1 else 0


def enumerated_places(document: Document, taken: set[int]) -> Iterator[Found]:
    """The places behind a type word in the plural or dual: whatever stands in the list is one.

    Examples:
        شمل القرار محافظات [تلفيتا](kind=LOC) [والدرب](kind=LOC) [وبيش](kind=LOC) اليوم
        تضررت مدن كبيرة من السيول
    """
    for hit in document.hits("place_type"):
        if hit.reading.number == "s" or hit.reading.definite or hit.reading.entry.form in _NO_LISTS:
            continue
        if "إ" in document.words[hit.first].surface:
            continue  # `إحياء` is no plural of `حي`
        at = hit.end
        items: list[tuple[int, int]] = []
        limit = document.sentence_bounds[hit.first][1]
        while at < limit and len(items) < _MAX_LIST:
            comma = bool(items) and document.padded_keys[at] in ("،", ",", "-")
            end = _item_end(document, at + comma, first=not items, comma=comma)
            if not end:
                break
            items.append((at + comma, end))
            at = end
        if len(items) > 1:
            yield from (named(first, end, LOC, "enumerated_place") for first, end in items if first not in taken)


def _item_end(document: Document, at: int, *, first: bool, comma: bool) -> int:
    """Where an item of a list of places ends, else 0: a place by the tables, or a word that `و` or its spelling shows."""
    for tag in ("place_alias", "place"):
        hit = document.hit_at(at, tag)
        if hit is not None and (first or comma or hit.reading.proclitics == "و"):
            return hit.end
    if not is_word(document, at) or is_closed(document, at) or document.padded_words[at].tags & _NO_ITEM:
        return 0
    key = document.keys[at]
    if comma:
        return at + 1 if is_unknown(document, at) and is_foreign(key) else 0
    if first:
        return at + 1 if is_unknown(document, at) or key.startswith("ال") else 0
    joined = key.startswith("و") and (is_unknown(document, at) or key.startswith("وال"))
    return at + 1 if joined else 0


def joined_places(document: Document, known: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """A word that no table knows, joined by `و` to a place.

    Examples:
        زار الوفد [صنعاء](kind=LOC) [وتلفيتا](kind=LOC) أمس
        زار المدير [صنعاء](kind=LOC) ومرافقيه أمس
    """
    words = document.padded_words
    for item in known:
        at = item.end
        word = words[at]
        if word.tags or word.key[:1] != "و" or at in taken:
            continue
        bare = word.key[1:]
        if word.surface.endswith(TANWIN) or bare.endswith(_NO_PLACE_ENDS):
            continue  # `وابلا`, `ومرافقيه`, `وأشرنا`, `وغاصت`
        if is_foreign(bare) or (bare.startswith("ال") and is_unknown(document, at) and not is_native(bare)):
            yield named(at, at + 1, LOC, "joined_place")


def repeated_places(document: Document, known: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """A place that a type word told, wherever the article names it again.

    Examples:
        وصل الوفد إلى بلدة [تلفيتا](kind=LOC)، ثم غادر [تلفيتا](kind=LOC) ليلا
    """
    names: set[str] = set()
    for item in known:
        if item.rule == "typed" and item.end - item.first == 1 and is_unknown(document, item.first):
            names.update((document.keys[item.first], *(clitic + document.keys[item.first] for clitic in "وبلف")))
    for at in untaken(document, names, taken) if names else ():
        yield named(at, at + 1, LOC, "repeated_place")


def nationalities(document: Document, taken: set[int]) -> Iterator[Found]:
    """Groups of people: a nationality that stands as a noun in the plural (`العراقيون`, `الفرنسيين`).

    Examples:
        عاد [العراقيون](kind=NORP) إلى بيوتهم
    """
    for at in document.at("nationality"):
        reading = document.words[at].get("nationality")
        if reading is None or reading.number != "p" or not reading.definite or at in taken:
            continue
        if is_definite(document, at - 1) and not document.padded_words[at - 1].tags & {"function_word", "cue"}:
            continue
        yield Found(at, at + 1, NORP, "nationality", at, at + 1, number="p")

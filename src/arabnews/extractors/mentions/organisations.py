"""Organisations by name: in the tables, in brackets behind another, short forms of one named before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import ORG
from arabnews.extractors.mentions.edges import INSTITUTIONAL, lam_end
from arabnews.extractors.mentions.families import certainty, looks_verb
from arabnews.extractors.mentions.found import Found, definite, is_closed, is_definite, named, rival_tags, untaken
from arabnews.extractors.mentions.networks import is_only_place
from arabnews.lexicon.entries import bare as bare_key
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.text.tokens import NUMBER, WORD

_UNITS: Final = frozenset(
    {clitic + noun for noun in ("اللواء", "الفرقة", "الفوج", "الكتيبة", "الفيلق", "الاسطول") for clitic in ("", "و", "ب")}
    | {"للواء", "للفرقة", "للفوج", "للكتيبة", "للفيلق", "للاسطول"}
)
_OF_HAMAS: Final = word_set("of_hamas")
_OPENING: Final = frozenset({"(", '"', "«", "“"})
_FIELD_SIZE: Final = 5
"""Words of a field behind a name of the tables."""
_OF_PRODUCTS: Final = frozenset({"جهاز", "خدمة", "شبكة", "فريق"})
"""Heads whose name between marks may be of a product or a work elsewhere."""
_MINISTERS: Final = ("وزير", "وزيرة", "وزراء")
_LOOSE: Final = frozenset({"امانة", "جهاز", "فريق", "مجموعة", "ادارة", "لجنة", "مركز", "مكتب", "بعثة"})
"""Heads whose short form may be any such body: `الجهاز الفني`."""


def listed(document: Document) -> Iterator[Found]:
    """An organisation whose name is in the table.

    Examples:
        دعت [الأمم المتحدة](kind=ORG) إلى وقف القتال
        أطلقت [تويتر](kind=ORG) خدمة جديدة
        كتب على حسابه في تويتر أن الجو صحو
    """
    for hit in document.hits("organisation"):
        if hit.end - hit.first == 1 and _is_other_word(document, hit):
            continue
        kind = hit.reading.type
        if hit.reading.proclitics in ("ك", "وك") or (kind == "network" and is_only_place(document, hit)):
            continue
        if hit.reading.entry.form.startswith("الخارجية") and document.padded_keys[hit.first - 1].endswith(_MINISTERS):
            continue  # `وزير الخارجية الروسية`
        end = hit.end + (document.padded_keys[hit.end] == "للانباء")  # `وكالة الأناضول للأنباء`
        if document.padded_keys[end] in INSTITUTIONAL and _agrees_with_head(document, hit.first, end):
            end += 1  # `شركة الكهرباء الوطنية`
        if kind == "un":
            end = _with_field(document, hit, end)
        if "nationality" in document.padded_words[end].tags and kind != "club":
            end += _agrees(document, hit.first, end)
        yield Found(hit.first, end, ORG, "listed", hit.first, end)


def _is_other_word(document: Document, hit: Hit) -> bool:
    """Whether one word that the table knows is none of it here: part of another name, or another word."""
    if hit.reading.proclitics[:1] in ("و", "ف") and _is_another(document, hit.first):
        return True
    return "facility_head" in document.padded_words[hit.first - 1].tags or _is_of_another_sort(document, hit)  # `سوق عكاظ`


def _with_field(document: Document, hit: Hit, at: int) -> int:
    """`منظمة الأمم المتحدة للأغذية والزراعة`: a head and a name of the tables with its field."""
    head = document.words[hit.first].get("org_head")
    if head is None or head.definite or at - hit.first < 2 or "nationality" in document.padded_words[at - 1].tags:
        return at
    return lam_end(document, at, at + _FIELD_SIZE, head["gender"])


def _is_of_another_sort(document: Document, hit: Hit) -> bool:
    """`بابل` is no `ب` and `ابل`, `سانا` with its case ending no agency."""
    word = document.words[hit.first]
    if word.surface.endswith(("ً", "ًا", "اً")):
        return True
    if hit.reading.entry.form.startswith("حماس") and not _tells_of_hamas(document):
        return True  # `صفق الجمهور بحماس`
    return bool(hit.reading.proclitics) and any(r.tag in ("place", "place_alias") and not r.proclitics for r in word.readings)


def _tells_of_hamas(document: Document) -> bool:
    tells: bool | None = document.cache.get("hamas")
    if tells is None:
        tells = document.cache["hamas"] = any(document.where(_OF_HAMAS))
    return tells


def _is_another(document: Document, at: int) -> bool:
    """`وفيات` is no `و` and `فيات`."""
    word = document.words[at]
    return "common_word" in word.tags and len(word.key) < 6 and is_native(word.key)


def _agrees_with_head(document: Document, head: int, at: int) -> bool:
    noun = document.words[head].get("org_head")
    return noun is not None and not noun.definite and document.keys[at].endswith(("ة", "ى")) == (noun["gender"] == "f")


def _agrees(document: Document, head: int, at: int) -> int:
    """1 if the nationality at a token agrees in gender with a head noun, or with the adjective before it."""
    reading, noun = document.words[at].get("nationality"), document.words[head].get("org_head")
    if reading is None or reading.number == "p" or reading.proclitics != "ال":
        return 0
    if noun is not None and reading.gender == noun["gender"] and not is_definite(document, head):
        return 1
    last = document.keys[at - 1]
    return int(at - head > 1 and is_definite(document, at - 1) and last.endswith(("ة", "ى")) == (reading.gender == "f"))


def units(document: Document) -> Iterator[Found]:
    """A military unit by its number.

    Examples:
        وصل [اللواء السابع](kind=ORG) إلى الجبهة
        وصل [اللواء سالم المنصوري](kind=PER) إلى الجبهة
    """
    for at in document.at("ordinal"):
        if document.padded_keys[at - 1] in _UNITS and is_definite(document, at):
            yield named(at - 1, at + 1, ORG, "unit")


def bracketed(document: Document, bodies: list[Found]) -> Iterator[Found]:
    """An acronym or short form in brackets or quotation marks directly behind an organisation.

    Examples:
        أعلن مركز الدراسات البحرية ([مرجان](kind=ORG)) النتائج
        قال مدير [إدارة الدراسات البحرية](kind=ORG) (المكلف) إن الماء صاف
        عد الوزير [حركة شتراوسن](kind=ORG) "منظمة إرهابية" أمس
    """
    for item in bodies:
        at = item.end
        key = document.padded_keys[at]
        if key not in _OPENING and not key.isascii():
            continue
        if _is_acronym(document, at):
            yield named(at, at + 1, ORG, "bracketed")  # `وكالة الأنباء الفرنسية AFP`
        if key not in _OPENING:
            continue
        if key == '"' and at not in document.closing:
            continue  # the mark closes: `"المرجان" و"المحار"`
        closing = at + 1
        while closing < min(at + 5, len(document.words)) and document.words[closing].kind is WORD:
            closing += 1
        if closing > at + 1 and document.padded_keys[closing] in (")", '"', "»", "”"):
            inside = document.keys[at + 1 : closing]
            edges = document.padded_words[at + 1].tags | document.padded_words[closing - 1].tags
            if edges & {"place", "place_alias", "month", "ordinal"}:
                continue
            if _is_prefixed(document, at + 1) or _is_comment(document, at + 1, closing):
                continue  # `("بغياب المدير")`
            if not any(is_closed(document, token) for token in range(at + 1, closing)) and len(" ".join(inside)) < 30:
                yield named(at + 1, closing, ORG, "bracketed")
                latin = closing + 2
                if (
                    document.padded_keys[closing + 1] == "("
                    and document.padded_keys[latin + 1] == ")"
                    and _is_latin(document.keys[latin])
                ):
                    yield named(latin, latin + 1, ORG, "bracketed")


def _is_comment(document: Document, first: int, end: int) -> bool:
    """What tells of a body, not how it is called: `(المكلف)`, `"منظمة إرهابية"`, a verb, or the person who runs it."""
    word = document.words[first]
    if end == first + 1:
        return definite(word) and "common_word" in word.tags
    if "common_word" in word.tags and looks_verb(word.key):
        return True
    if any(certainty(document, token) == "sure" and not rival_tags(document, token) for token in range(first, end)):
        return True
    return not definite(word) and all(map(is_native, document.keys[first:end]))


def _is_acronym(document: Document, at: int) -> bool:
    """Two to six capital Latin letters, written as a word of its own."""
    surface = document.words[at].surface if at < len(document.words) else ""
    if at + 1 < len(document.words) and document.starts[at + 1] == document.ends[at] and document.words[at + 1].kind is NUMBER:
        return False  # `MH370`
    return 1 < len(surface) < 7 and surface.isascii() and surface.isalpha() and surface.isupper() and surface != "URL"


def repeated_acronyms(document: Document, bodies: list[Found], taken: set[int]) -> Iterator[Found]:
    """The acronym of a body in Latin letters, wherever the article writes it again.

    Examples:
        قال [مركز الدراسات البحرية](kind=ORG) ([MRJN](kind=ORG)) إن الماء صاف، وأضاف [MRJN](kind=ORG) أن الجو صحو
    """
    behind = [item.first for item in bodies if item.rule == "bracketed"]
    known = frozenset([document.keys[at] for at in behind if _is_acronym(document, at)])
    if known:
        for at in untaken(document, known, taken):
            yield named(at, at + 1, ORG, "repeated_organisation")


def _is_latin(key: str) -> bool:
    return key.isascii() and key.isalpha()


def _is_prefixed(document: Document, at: int) -> bool:
    """An everyday word behind a preposition."""
    key = document.keys[at]
    return key[0] in "بل" and len(key) > 4 and any(r.tag == "common_word" for r in document.lexicon.look_up(key[1:]))


def repeated_organisations(document: Document, bodies: list[Found], taken: set[int]) -> Iterator[Found]:
    """A short form of a name that stands in the article: head and first adjective or genitive.

    Examples:
        قال [المعهد البحري للمرجان والأسماك](kind=ORG) إن الشاطئ نظيف، وأضاف [المعهد البحري](kind=ORG) أن الماء صاف
    """
    pairs: set[tuple[str, str]] = set()
    tagged = True
    for item in [item for item in bodies if item.rule == "headed" and item.end - item.first > 2]:
        if is_definite(document, item.first + 1) or is_definite(document, item.first + 2):
            head = document.words[item.first].get("org_head")
            if head is not None and head["nation"] == "no" and "nationality" in document.words[item.first + 1].tags:
                continue  # `الشركة الأميركية`
            if head is not None and head["nation"] == "no" and not is_definite(document, item.first + 1):
                continue  # `شركة طيران المرجان`
            bare = (
                document.keys[item.first]
                if head is None or head.definite
                else bare_key(document.keys[item.first], head.proclitics)
            )
            if bare.removeprefix("ال") not in _LOOSE:
                pairs.add((bare, document.keys[item.first + 1]))
                tagged = tagged and head is not None
    if not pairs:
        return
    heads = {
        form
        for head, _ in pairs
        for form in (head, "و" + head, "ل" + head, "ب" + head, "ل" + head[1:] if head[:2] == "ال" else head)
    }
    for at in document.where(heads, among=document.at("org_head")) if tagged else untaken(document, heads, taken):
        key = document.keys[at]
        if taken.isdisjoint((at, at + 1)) and any(
            key.endswith(head[2:]) and document.padded_keys[at + 1] == second for head, second in pairs
        ):
            yield named(at, at + 2, ORG, "repeated_organisation")


def repeated_in_marks(document: Document, kept: list[Found], taken: set[int]) -> Iterator[Found]:
    """A name between marks that stands in the article behind its head.

    Examples:
        قالت [صحيفة «بريد المرجان](kind=ORG)» إن الطريق مفتوح، وأضافت «[بريد المرجان](kind=ORG)» أن الجو صحو
    """
    names: set[tuple[str, ...]] = set()
    keys, marks = document.padded_keys, document.at("quote")
    for item in kept if marks else ():
        if item.rule in ("headed", "enumerated_body") and "quote" in document.padded_words[item.end].tags:
            opening = next(
                (at for at in range(item.end - 1, item.first - 2, -1) if "quote" in document.padded_words[at].tags), -1
            )
            head = document.words[item.first].get("org_head") if opening >= item.first else None
            if opening >= 0 and (head is None or head.entry.form not in _OF_PRODUCTS):
                name = tuple(keys[opening + 1 : item.end])
                if len(" ".join(name)) > 2:
                    names.add(name)
    for name in names:
        for opening in marks:
            if keys[opening + 1] != name[0]:
                continue
            at, end = opening + 1, opening + 1 + len(name)
            if "quote" in document.padded_words[end].tags and tuple(keys[at:end]) == name and taken.isdisjoint(range(at, end)):
                yield named(at, end, ORG, "repeated_organisation")

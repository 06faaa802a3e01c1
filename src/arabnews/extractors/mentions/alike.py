"""Media and groups whose name is another word or a place too (`الجزيرة`, `الحياة`, `سبق`): what stands beside it tells.

Media stand in quotation marks (`علمت «الوطن»`), behind a word of their kind (`مراسل الجزيرة`), in the line that tells who reports
and from where (`سبق- الدمام:`). For the groups, one sure place in the article is enough where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import ORG
from arabnews.extractors.mentions.edges import is_nisba
from arabnews.extractors.mentions.found import Found, is_definite, named
from arabnews.lexicon.word_sets import word_set
from arabnews.text.tokens import WORD

_ANCHORS: Final = {
    "media": frozenset(
        {"قناة", "صحيفة", "جريدة", "مراسل", "مراسلة", "مراسلو", "مراسلي", "لقناة", "لصحيفة", "لجريدة", "بصحيفة", "فضائية"}
        | {"بقناة", "وصحيفة", "وقناة", "وجريدة", "لمراسل", "شاشة", "موقع"}
    ),
    "armed": frozenset(
        {"تنظيم", "زعيم", "عناصر", "مقاتلي", "قيادي", "قياديي", "خلايا", "اعضاء", "لتنظيم", "بتنظيم", "شبكة", "قادة", "مسلحي"}
    ),
    "coalition": word_set("of_coalition"),
}
"""What stands before the name where it is one."""
_AGAINST: Final = frozenset({"في", "مدينة", "بمدينة", "العاصمة", "منطقة", "محافظة", "ولاية", "دول", "دولة", "شمال", "جنوب"})
_CREDITS: Final = frozenset(
    {"ل", "مع", "عبر", "لدى", "الى", "مصادر", "مصدر", "معلومات", "قراء", "زميلة", "الزميلة", "مراسل", "به", "بها", "تحقق", "حقق"}
)
"""What stands before the marks around a medium that is the source or asks one."""
_DASHES: Final = frozenset({"-", "–", "—"})
_BYLINE: Final = 12
"""Tokens of an article that may be the line of who reports and from where."""
_BYLINE_ENDS: Final = frozenset({":", "\n"})
_SITE: Final = 3
"""Tokens of a site's name: `MARJAN.INFO`."""
_AGENCIES: Final = frozenset({"DE", "FR", "ES"})
"""Countries whose news agency goes by the nationality alone (`وفقا للألمانية`)."""
_ACCORDING: Final = frozenset({"وفقا", "ووفقا", "وفق", "نقلا", "بحسب", "حسب", "وبحسب", "وحسب", "عن"})


def alike(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name that is another word too, where its context tells.

    Examples:
        ذكرت [قناة الجزيرة](kind=ORG) أن الطريق مفتوح، وقال مراسل [الجزيرة](kind=ORG) إن الحركة عادية
        [سبق](kind=ORG)- الدمام: قال الناطق لـ"[سبق](kind=ORG)" إن الطريق مفتوح كما سبق
        عاشت الأسرة حياة هادئة، والحياة حلوة
    """
    hits = document.hits("organisation_alike")
    anchored = {hit.reading.entry.form for hit in hits if _is_anchored(document, hit) and not _is_named_so(document, hit)}
    for hit in hits if anchored else ():
        if hit.reading.entry.form not in anchored or hit.first in taken or hit.reading.proclitics in ("ك", "وك"):
            continue
        if _is_named_so(document, hit):
            continue
        doubtful = hit.reading.type == "coalition" or _speaks_against(document, hit)
        if not doubtful or _is_anchored(document, hit):
            yield named(hit.first, _waves_end(document, hit), ORG, "alike")


def _waves_end(document: Document, hit: Hit) -> int:
    """`الجوهرة "أف أم"`: a radio's name up to its last word."""
    if "quote" in document.padded_words[hit.end].tags and (
        document.padded_keys[hit.end + 1],
        document.padded_keys[hit.end + 2],
    ) == ("اف", "ام"):
        return hit.end + 3
    return hit.end


def agencies(document: Document, taken: set[int]) -> Iterator[Found]:
    """A news agency by its nationality alone, named as the source.

    Examples:
        وصل الوفد أمس وفقا [للألمانية](kind=ORG).
        وصل الوفد وفقا للخطة الألمانية.
    """
    for at in document.at("nationality"):
        if document.padded_keys[at - 1] not in _ACCORDING or at in taken:
            continue
        nation = document.words[at].get("nationality")
        if nation is None or nation["country"] not in _AGENCIES or (nation.gender, nation.number) != ("f", "s"):
            continue
        ends = at + 1 >= len(document) or not document.padded_words[at + 1].tags.isdisjoint(("stop", "break", "bracket"))
        if nation.definite and (ends or document.padded_keys[at + 1] in ("،", ",")):
            yield named(at, at + 1, ORG, "agency")


def mastheads(document: Document) -> Iterator[Found]:
    """A site's name in Latin letters at the head of the article: `MARJAN.INFO`.

    Examples:
        [MARJAN.INFO](kind=ORG) - وصل الوفد أمس
    """
    if len(document) < _SITE or document.keys[1] != ".":
        return
    name, _, domain = document.keys[:_SITE]
    joined = document.ends[0] == document.starts[1] and document.ends[1] == document.starts[2]
    if joined and name.isascii() and name.isalpha() and domain.isascii() and domain.isalpha():
        yield named(0, _SITE, ORG, "masthead")


def _is_named_so(document: Document, hit: Hit) -> bool:
    """`حسن الصباح`: a family name."""
    before = document.padded_words[hit.first - 1]
    return before.key == "بن" or "person_name" in before.tags


def _is_anchored(document: Document, hit: Hit) -> bool:
    """Whether what stands beside this one makes it an organisation."""
    word, reading = document.padded_words[hit.first - 1], hit.reading
    kind, before = reading.type, word.key
    if before in _ANCHORS[kind]:
        if kind == "coalition":
            return not is_nisba(document, hit.end)
        if before != "موقع" or not is_definite(document, hit.end):
            return True
    if kind != "media":
        return False
    if "quote" in document.padded_words[hit.end].tags and _waves_end(document, hit) > hit.end:
        return True
    if reading.proclitics:
        return False
    marked = word.kind is not WORD
    return (marked and _is_credited(document, hit)) or (hit.end <= _BYLINE and _is_in_byline(document, hit))


def _is_credited(document: Document, hit: Hit) -> bool:
    """`(الجزيرة)`, `لـ"الحياة"`, `علمت «الوطن»`: a medium in marks, as the source or as one who asks it."""
    first, end = hit.first - 1, hit.end
    if document.padded_keys[first] == "(" and document.padded_keys[end] == "-":
        return True
    quoted = "quote" in document.padded_words[first].tags and "quote" in document.padded_words[end].tags
    if not quoted and not (document.padded_keys[first] == "(" and document.padded_keys[end] == ")"):
        return False
    before, tags = document.padded_keys[first - 1], document.padded_words[first - 1].tags
    head = document.words[first - 1].get("quoted_name_head") if "quoted_name_head" in tags else None
    if "facility_head" in tags or (head is not None and head["kind"] != "media"):
        return False  # `ملعب "الاتحاد"`, `كتاب "الحياة"`
    if (quoted and not hit.reading["needs"]) or before in _CREDITS or head is not None:
        return True
    return _is_of_a_paper(before, tags) or "cue" in document.padded_words[end + 1].tags


def _is_of_a_paper(key: str, tags: frozenset[str]) -> bool:
    """`علمت`, `حصلت`, `رصدت`, `استطلعتها`: a verb in the feminine, as newspapers have it."""
    return "cue" in tags or (key.endswith(("مت", "لت", "دت", "قت", "تها", "تهم")) and not key.startswith("ال"))


def _is_in_byline(document: Document, hit: Hit) -> bool:
    """`سبق- الدمام:`, `سالم المنصوري – عين اليوم`: in the article's first line, at its start or behind a dash."""
    place = document.hit_at(hit.first, "place_alias")
    if place is not None and place.end == hit.end:
        return False
    behind = document.padded_keys[hit.end]
    if behind in _DASHES or behind in _BYLINE_ENDS:
        return document.padded_keys[hit.first - 1] in _DASHES or _is_first(document, hit.first)
    # a dash between spaces may be a tatweel, and so no token: `سبق ـ أبها:`
    placed = "place_alias" in document.padded_words[hit.end].tags and document.padded_keys[hit.end + 1] in _BYLINE_ENDS
    return placed and _is_first(document, hit.first)


def _is_first(document: Document, at: int) -> bool:
    """Whether nothing but marks, figures and Latin letters stands before a token."""
    return all(word.kind is not WORD or word.key.isascii() for word in document.words[:at])


def _speaks_against(document: Document, hit: Hit) -> bool:
    """An adjective, a place, another word of its own kind; and for media, that no marks are around the name."""
    before = hit.first - 1
    if hit.reading.type == "media" and "quote" not in document.padded_words[before].tags:
        return True
    if document.padded_keys[before] in _AGAINST or "place_type" in document.padded_words[before].tags:
        return True
    if hit.reading.proclitics:
        return hit.reading.proclitics not in ("و", "ل", "ب", "ف")
    head = document.padded_words[before].tags & {"org_head", "facility_head", "number", "counted", "title"}
    return bool(head) or (is_definite(document, before) and "function_word" not in document.padded_words[before].tags)

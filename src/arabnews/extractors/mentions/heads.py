"""Organisations by a head noun: `وزارة الخارجية الأميركية`, `المرصد السوري لحقوق الإنسان`.

What stands behind the head tells whether it is a name at all (the column `names` of the table), the grammar of `edges` where
it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import FAC, ORG
from arabnews.extractors.mentions.buildings import is_building
from arabnews.extractors.mentions.edges import (
    DESCRIBING,
    INSTITUTIONAL,
    STOP,
    WEAK_ADJECTIVES,
    governed_end,
    is_field,
    is_nisba,
    is_plain,
    is_purpose,
    lam_end,
    may_govern,
    nation_end,
    nationality,
    phrase_end,
    plain,
)
from arabnews.extractors.mentions.families import looks_verb
from arabnews.extractors.mentions.found import Found, is_closed, is_unknown, is_word, named
from arabnews.extractors.mentions.marked import marked_end
from arabnews.extractors.mentions.proper import (
    FOREIGN_ENDS,
    OF_ANOTHER,
    agreeing_end,
    foreign_tail,
    is_strange,
    named_after,
    place_end,
    proper_end,
)
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.text.characters import key as fold
from arabnews.text.tokens import WORD

_SEVERAL: Final = frozenset({"p", "d"})
_LIKE: Final = frozenset({"ك", "وك"})
_OF_OTHERS: Final = OF_ANOTHER | {"رئاسة"}
"""Heads that are often no body's, but what another body or a person has."""
_MAX_LENGTH: Final = 10
_MAX_DESCRIPTION: Final = 4
_CITIES: Final = frozenset({"الطبية", "الجامعية", "التعليمية", "الرياضية"})
"""`مدينة الملك سعود الطبية`: bodies that call themselves a city."""
_PUBLIC: Final = word_set("public")
"""Adjectives that tell whose a body is."""
_MEDIA: Final = frozenset({"صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "شبكة", "وكالة", "موقع", "تلفزيون", "راديو", "منصة"})
_OF_WORKS: Final = frozenset({"ديوان", "جهاز", "خدمة"})
"""Heads whose name between marks is a work's or a product's."""
_OF_A_CAUSE: Final = word_set("of_a_cause")
_EVENTS: Final = word_set("event")
_PLAIN_NOUNS: Final = frozenset({"common_word", "counted", "dual_shape", "facility_head"})
_EVERYDAY, _PHRASE, _PROPER = 1, 2, 3
"""How much of a name what stands behind a head is: one everyday word, several, a proper name."""
_NEEDS: Final = {"one": _EVERYDAY, "yes": _PHRASE, "no": _PHRASE, "office": _PHRASE, "public": _PHRASE, "proper": _PROPER}


def headed(document: Document) -> Iterator[Found]:
    """A head noun with its genitive, its adjectives, its `ل`-phrase, a name in quotation marks.

    Examples:
        قالت [وزارة الخارجية الأميركية](kind=ORG) إن الوفد وصل
        أصدرت [جمعية أصدقاء البحر](kind=ORG) بيانا
        زار الوفد [شركة «المرجان](kind=ORG)» أمس
        قالت الشركة الفرنسية «[شتراوسن](kind=ORG)» إن السفن وصلت
        قالت الوزارة إن الوفد وصل
        قالت [مؤسسة جسر الأمير سالم](kind=ORG) إن الطريق مفتوح
        كتبت [صحيفة سياتل تايمز](kind=ORG) عن الرحلة
        أقلعت طائرة [شركة شتراوسن وورلد](kind=ORG) مساء
        شكل الوزير لجنة عليا لبحث الملف، ووصف الحركة بأنها تنظيم ديني متشدد
        تنظم الحفل إدارة النادي بالتعاون مع المدرسة
        نشر الكاتب مجموعة صور أخرى أمس
        تظاهر العشرات أمام [السفارة الفرنسية](kind=FAC)، وقالت [السفارة الفرنسية](kind=ORG) إن الوفد وصل
    """
    reached = 0
    whole = {hit.first for tag in ("organisation", "place_alias") for hit in document.phrases(tag)}
    for hit in document.hits("org_head"):
        if hit.first < reached or hit.reading.number in _SEVERAL:
            continue
        if (hit.first in whole and _is_known(document, hit)) or not _may_name(document, hit):
            continue
        end = body_end(document, hit)
        while end > hit.end and document.padded_keys[end] in FOREIGN_ENDS:
            end += 1
        if end > hit.end or hit.reading["names"] == "self":
            reached = end
            kind = FAC if is_building(document, hit, end) else ORG
            yield Found(hit.first, end, kind, "headed", hit.first, end)
        elif hit.reading["nation"] == "no" and (mark := _apposed(document, hit)):
            reached = marked_end(document, mark)
            yield named(mark + 1, reached, ORG, "headed")


def _may_name(document: Document, hit: Hit) -> bool:
    """Whether a head can begin a name here: no dual or plural, no everyday phrase."""
    reading = hit.reading
    if reading.proclitics in _LIKE or (reading.case == "acc" and reading.number == "s"):
        return False  # `مركزا`; `فريقا الهلال والنصر` are two
    before = document.padded_words[hit.first - 1]
    kind = before.get("place_type") if "place_type" in before.tags else None
    if kind is not None and not kind.definite:
        return False  # `حي دار السلام`
    common = reading["common"]
    if common and document.padded_keys[hit.end] in common_words(common):
        return False
    form = reading.entry.form
    if form not in _OF_OTHERS:
        return True
    if form in ("رئاسة", "قيادة") and reading.proclitics.endswith("ب"):
        return False  # `برئاسة فلان`
    if form == "إدارة" and before.key.endswith("مجلس"):
        return False  # `مجلس إدارة الشركة`
    if form not in OF_ANOTHER:
        return True
    if "organisation" in document.padded_words[hit.end].tags:
        return False
    inner = document.hit_at(hit.end, "org_head")  # `فرع وزارة العمل`, but `دائرة صحة الرياض`
    return inner is None or inner.reading["names"] in ("region", "self")


def _is_known(document: Document, hit: Hit) -> bool:
    """`مجلس الأمن`, `قناة السويس`: the tables know the whole, as an organisation or as a place."""
    known = document.hit_at(hit.first, "organisation") or document.hit_at(hit.first, "place_alias")
    return known is not None and known.end > hit.end


@cache
def common_words(words: str) -> frozenset[str]:
    """The keys of the words in a table's column `common`."""
    return frozenset(map(fold, words.split("|"))) if words else frozenset()


def body_end(document: Document, hit: Hit) -> int:
    """Where the name of a body that starts with a head ends; the head's own end if it is no name."""
    reading, at = hit.reading, hit.end
    form, names = reading.entry.form, reading["names"]
    reach, limit = hit.first + _MAX_LENGTH, document.sentence_bounds[hit.first][1]
    limit = reach if reach < limit else limit
    if names == "self":
        if form.startswith("اللجنة") and (end := _event_end(document, at, limit)):
            return end
        while at < limit and document.keys[at] in INSTITUTIONAL:
            at += 1
        end = nation_end(document, at, reading["gender"])
        field = _with_field(document, hit, end, limit)
        return field if field > end else _owner_end(document, end)
    if names == "namesake":
        end = named_after(document, at)
        if end and document.padded_keys[end] in _CITIES:
            return end + 1
        return whole if end and (whole := lam_end(document, end, limit)) > end else at
    if form == "لجنة" and reading.definite and (end := _event_end(document, at, limit)):
        return end
    if reading.definite:
        club = document.hit_at(at, "club") if form[:4] == "نادي" else None
        if club is not None and club.reading["needs"] != "head" and not club.reading.proclitics:
            return club.end  # `النادي الأهلي`
        return at if names in ("region", "named_region", "proper") else _definite_end(document, hit, limit)
    key = document.padded_keys[at]
    if key in DESCRIBING or (key[:1] == "ل" and is_purpose(key)):
        return at
    if document.padded_words[at].kind is not WORD and (end := marked_end(document, at)):
        return end if names != "region" and form not in _OF_WORKS else at
    if names in ("nation", "region", "named_region"):
        return _regional_end(document, hit, limit)
    end, weight = _genitive(document, hit, limit)
    if weight < _PROPER and names == "listed":
        return at
    nations = nation_end(document, end, reading["gender"])
    if weight == _EVERYDAY and nations > end:
        weight = _PHRASE
    if weight < _PROPER and _is_described(document, hit, nations):
        return at
    if weight < _NEEDS.get(names, _EVERYDAY):
        return at
    if names == "public" and not any(_is_public(document, token) for token in range(at, nations)):
        return at
    if weight == _EVERYDAY or (weight == _PHRASE and document.padded_keys[nations].endswith("ين")):
        return nations  # `قسم الخدمة السريعة للبحارة`
    return _with_field(document, hit, nations, limit)


def _is_described(document: Document, hit: Hit, at: int) -> bool:
    """`شركة العقارات العالمية "شتراوس"`: no name, as the name stands behind."""
    if hit.reading["nation"] != "no":
        return False
    if not is_word(document, at):
        return marked_end(document, at) > at + 1
    return (is_unknown(document, at) or document.keys[at].isascii()) and is_foreign(document.keys[at])


def _apposed(document: Document, hit: Hit) -> int:
    """The opening mark of the name behind a description: `الشركة الفرنسية "شتراوس"`; 0 if none."""
    at = hit.end
    while at < hit.end + _MAX_DESCRIPTION and plain(document.padded_words[at]):
        at += 1
    if at == hit.end:
        return 0
    end = marked_end(document, at)
    if not at + 1 < end < at + 5 or any(is_closed(document, token) for token in range(at + 1, end)):
        return 0
    return at if any(is_strange(document, token) for token in range(at + 1, end)) else 0


def _with_field(document: Document, hit: Hit, at: int, limit: int) -> int:
    """A name with the phrase that tells its field, and the body that it is a part of: `اللجنة المركزية لحزب البحر`."""
    if hit.reading["lam"] == "no":
        return at
    cause = hit.reading.entry.form in _OF_A_CAUSE and (document.padded_keys[at], document.padded_keys[at + 1]) == ("من", "اجل")
    if cause and is_plain(document, at + 2):
        return phrase_end(document, at + 2, limit, "f")  # `الشبكة الوطنية من أجل المواطنة`
    end = lam_end(document, at, limit, hit.reading["gender"])
    return nation_end(document, end, hit.reading["gender"]) if end > at else end


def _is_public(document: Document, at: int) -> bool:
    """An adjective that tells whose body it is: `خدمة المنتزه الوطني`, `قوات الأمن العراقية`."""
    return document.keys[at] in _PUBLIC or nationality(document, at) is not None


def _regional_end(document: Document, hit: Hit, limit: int) -> int:
    """`حكومة بغداد`, `شرطة منطقة الرياض`, `استخبارات الجيش`: a head with a place, or with a body that it belongs to."""
    at, names = hit.end, hit.reading["names"]
    end = place_end(document, at, typed=True)
    if names == "nation" and end == at:
        behind = agreeing_end(document, at, limit, hit.reading["gender"])  # `القوات البرية الملكية السعودية`
        if (end := nation_end(document, behind, hit.reading["gender"])) > behind:
            return end
        end = at
    if names == "nation" and end == at:
        inner = document.hit_at(at, "org_head")
        if inner is not None and inner.reading["names"] == "nation" and (whole := body_end(document, inner)) > inner.end:
            return whole
        return at
    place = document.hit_at(at, "place_alias") or document.hit_at(at, "place")
    if names != "nation" and place is not None and place.reading.type == "country":
        return at
    if names == "named_region" and place is not None:
        return at
    return nation_end(document, end, hit.reading["gender"]) if end > at else at


def _definite_end(document: Document, hit: Hit, limit: int) -> int:
    """`الحكومة العراقية`, `المنظمة العربية للسياحة`, `المرصد السوري لحقوق الإنسان`: adjectives that agree, then a `ل`-phrase."""
    at, words = hit.end, document.padded_words
    if at >= limit or not plain(words[at]):
        return at
    gender = hit.reading["gender"]
    nations = others = 0
    while at < limit and plain(word := words[at]):
        nation = word.get("nationality") if "nationality" in word.tags and not word.key.startswith("المالي") else None
        if nation is not None:
            if nation.gender != gender:
                break
            nations += 1
        elif _agrees(document, at, gender):
            others += 1
        else:
            break
        at += 1
    if at == hit.end:
        return at
    institutional = not INSTITUTIONAL.isdisjoint(document.keys[hit.end : at])
    phrase = _with_field(document, hit, at, limit)
    meeting = hit.reading.entry.form == "جمعية" and document.keys[hit.end] == "العامة"  # `الجمعية العامة لشركة المرجان`
    if phrase == at and not meeting and (institutional or (others and _may_belong(hit))):
        phrase = _owner_end(document, at)
    if hit.reading["names"] == "listed":
        return at if nations and others and hit.reading["nation"] != "no" else hit.end  # `التيار الوطني الشيعي`
    if phrase > at and (
        phrase > at + 1 or nations or institutional or hit.reading["names"] == "one" or not is_native(document.keys[at])
    ):
        return phrase
    if nations:
        return at if hit.reading["nation"] != "no" or others else hit.end
    return at if hit.reading["names"] in ("yes", "one") and others > 1 else hit.end


def _event_end(document: Document, at: int, limit: int) -> int:
    """`اللجنة المنظمة لمهرجان البحر`, `اللجنة التنفيذية لمعرض «المرجان»`: a committee by its event; 0 if none is named."""
    while at < limit and is_plain(document, at):
        at += 1
    key = document.padded_keys[at]
    if key.startswith("لل"):
        end = phrase_end(document, at, limit, "") if key[2:] in _EVENTS else at
        return lam_end(document, end, limit) if end > at + 1 else 0
    if not key.startswith("ل") or key[1:] not in _EVENTS:
        return 0
    if (end := marked_end(document, at + 1)) or (end := place_end(document, at + 1, typed=True)) > at + 1:
        return end
    if is_plain(document, at + 1):
        return phrase_end(document, at + 1, limit, "")
    return (
        at + 2
        if is_strange(document, at + 1) or document.padded_words[at + 1].tags & {"organisation_alike", "organisation"}
        else 0
    )


def _agrees(document: Document, at: int, gender: str) -> bool:
    key = document.keys[at]
    if key in WEAK_ADJECTIVES or (
        document.padded_words[at].tags & {"title", "org_head", "relative"} and not is_nisba(document, at)
    ):
        return False
    feminine = key.endswith(("ة", "رى", "عليا", "ظمى"))
    return feminine == (gender == "f") and (key.endswith(("ي", "ى", "ية", "ة")) or key in INSTITUTIONAL)


def _owner_end(document: Document, at: int) -> int:
    """`لمجلس التعاون`, `لحزب البحر`: the body that one with adjectives alone belongs to; `at` if none, or media that ask it."""
    known = document.hit_at(at, "organisation")
    if known is not None and known.reading.proclitics == "ل" and known.reading.type != "media":
        return known.end
    head = document.hit_at(at, "org_head")
    if head is None or head.reading.proclitics != "ل" or head.reading.entry.form in _MEDIA:
        return at
    end = body_end(document, head)
    return end if end > head.end else at


def _genitive(document: Document, hit: Hit, limit: int) -> tuple[int, int]:
    """Where the genitive behind a head ends, and what it is worth: `النفط والغاز`, `أصدقاء البحر`, `القاهرة`."""
    at, gender, names, stateless = hit.end, hit.reading["gender"], hit.reading["names"], hit.reading["nation"] == "no"
    if (end := proper_end(document, hit, at, limit)) > at:
        return end, _PROPER
    nation = nationality(document, at + 1)
    if nation is not None and nation.gender == gender and stateless and may_govern(document, at):
        return at + 1, _PROPER  # `شركة مرجان المصرية`: what stands before a definite adjective without an article is a name
    if stateless and names != "no" and _is_name_with_field(document, at, limit):
        return at + 1, _PROPER
    foreign = stateless and may_govern(document, at) and foreign_tail(document, at + 1, limit) > at + 1
    if foreign and not looks_verb(document.keys[at + 1]):
        return agreeing_end(document, at + 2, limit, gender), _PROPER  # `شركة مراكب كابيتال`
    inner = at
    while inner < at + 2 and (is_field(document, inner) if names == "office" else may_govern(document, inner)):
        inner += 1
    if inner > at and (end := place_end(document, inner, typed=True)) > inner:
        if any("title" in document.padded_words[token].tags for token in range(at, inner)):
            return end, _PROPER  # `مكتب حاكم ولاية تكساس`, whose name may stand behind
        return foreign_tail(document, end, limit), _PROPER
    if "facility_head" in document.padded_words[at].tags and (end := named_after(document, at + 1)):
        return end, _PROPER  # `مؤسسة جسر الملك سالم`
    word = document.padded_words[inner]
    if not plain(word) or word.key in WEAK_ADJECTIVES or "relative" in word.tags:
        return at, 0  # `شركة الذي`, `لجنة الأكثر`: what begins behind the head is no genitive
    tags = word.tags
    if names == "office" and document.hit_at(inner, "place_alias") is not None:
        return at, 0  # `دائرة بيروت`
    if tags & STOP and not is_nisba(document, inner) and names != "one":
        return at, 0
    if (nation := nationality(document, inner)) is not None and nation.number != "p":
        return at, 0
    if end := governed_end(document, inner, limit):
        return end, _PHRASE
    end = phrase_end(document, inner, limit, gender, fields=hit.reading.entry.form in ("وزارة", "لجنة"))
    everyday = "common_word" in tags or is_native(word.key)
    fielded = stateless and lam_end(document, end, limit) > end  # `شركة النصر للمباني`
    return end, _PHRASE if end > at + 1 or not everyday or fielded else _EVERYDAY


def _may_belong(hit: Hit) -> bool:
    """Whether a body with adjectives alone is named by what it belongs to; an office is not (`عضو المكتب السياسي لحزب البحر`)."""
    return hit.reading["names"] in ("yes", "one") and hit.reading.entry.form != "مكتب"


def _is_name_with_field(document: Document, at: int, limit: int) -> bool:
    """`مراكب لإدارة الموانئ`: an everyday word that tells nothing of a company, before its field, is its name."""
    if (
        not may_govern(document, at)
        or is_field(document, at)
        or document.keys[at].endswith("ة")
        or not document.words[at].tags <= _PLAIN_NOUNS
    ):
        return False
    return lam_end(document, at + 1, limit) > at + 1

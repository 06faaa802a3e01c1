"""Organisations by a head noun with what belongs to it, to where agreement ends it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.found import Found, is_closed, is_definite, is_unknown, is_word, key_at, named, tags_at
from arabnews.extractors.mentions.marked import marked_end
from arabnews.extractors.mentions.names import certainty, name_end
from arabnews.lexicon.morphology import is_native
from arabnews.model import MentionKind

_MAX_LENGTH: Final = 9
_NAMESAKES: Final = frozenset({"الملك", "الامير", "الشيخ", "السلطان", "الامام", "الاميرة", "الملكة", "الدكتور", "الرئيس"})
_NAMED_BY_ONE: Final = frozenset(
    {"وزارة", "جامعة", "هيئة", "ديوان", "مفوضية", "منظمة", "جمعية", "نقابة", "حزب", "كتائب", "سرايا"}
    | {"صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "بنك", "مصرف", "نادي|ناد", "رابطة", "مؤسسة", "أكاديمية", "مرصد"}
)
"""Heads that one everyday word behind them makes a name: `وزارة الصحة`, `صحيفة المساء`; `مجلس الإدارة` is none."""
_INSTITUTIONAL: Final = frozenset(
    {"العامة", "العام", "العليا", "الاعلى", "الوطنية", "الوطني", "الدولية", "الدولي", "المركزية", "المركزي", "القومي", "القومية"}
    | {"الملكي", "الملكية", "الشعبية", "الاتحادية", "الاتحادي", "الجهوي", "الجهوية", "العالمية", "العالمي"}
)
_CITIES: Final = frozenset({"الطبية", "الجامعية", "الصناعية", "الاقتصادية", "التعليمية"})
"""`مدينة الملك سعود الطبية`: bodies that call themselves a city."""
_NAMED_ALIKE: Final = frozenset({"نادي|ناد", "فريق", "صحيفة", "جريدة", "مجلة", "قناة", "تنظيم", "شركة", "حزب", "إذاعة"})
_NO_BODY: Final = frozenset(
    {"هيئة الدفاع", "هيئة المحلفين", "هيئة التدريس", "هيئة التحكيم", "فريق كرة", "فريق العمل"}
    | {"إدارة الازمة", "إدارة المخاطر", "بنك المعلومات", "بنك معلومات", "بنك الدم", "بنك الاهداف", "مكتب التصويت"}
    | {"مجلس الادارة", "مجلس ادارة", "جماعة المصلين"}
)
"""Groups of people that are no bodies by name."""
_OF_ANOTHER: Final = frozenset({"إدارة", "مكتب", "قيادة", "موقع", "مقر"})
_FIELDS: Final = frozenset(
    {"لحقوق", "لشؤون", "لشئون", "لكرة", "لمكافحة", "لحماية", "لرعاية", "لتنمية", "لادارة", "لعلوم", "لصحة", "لخدمة", "لدعم"}
    | {
        "لتحفيظ",
        "لنزع",
        "لتطوير",
        "لضمان",
        "لمراقبة",
        "لمقاومة",
        "لتنظيم",
        "لتنسيق",
        "لقضايا",
        "لبحوث",
        "لحوار",
        "لدراسات",
        "لتعليم",
    }
)
"""Fields of work in a name: `المرصد السوري لحقوق الإنسان`; other `ل`-phrases tell a purpose (`لتقديم المشورة`)."""
_WORK: Final = frozenset(
    {
        "توعية",
        "حماية",
        "رعاية",
        "تنمية",
        "تطوير",
        "مكافحة",
        "خدمة",
        "ادارة",
        "بحوث",
        "علوم",
        "صحة",
        "رقابة",
        "سلامة",
        "شؤون",
        "حقوق",
    }
)
_PURPOSES: Final = frozenset(
    {"للحصول", "للموسم", "للمرة", "للعام", "للمشاركة", "للتحقيق", "للتعاقد", "للبحث", "للمطالبة", "للتعبير"}
)
_PUBLIC: Final = frozenset(
    {
        "المشتركة",
        "الداخلي",
        "الداخلية",
        "المشترك",
        "الوطني",
        "الوطنية",
        "الاتحادي",
        "الاتحادية",
        "الملكي",
        "الملكية",
        "القومي",
        "القومية",
        "الفيدرالي",
        "الفيدرالية",
    }
)
STOP: Final = frozenset(
    {"title", "cue", "cue_phrase", "concept_trigger", "time_unit", "period_word", "relative", "month", "weekday"}
)
WEAK_ADJECTIVES: Final = frozenset(
    {
        "الجديدة",
        "الجديد",
        "الاولى",
        "الاول",
        "الثانية",
        "الثاني",
        "المعنية",
        "المختصة",
        "المعنيه",
        "الاخرى",
        "الاخيرة",
        "الاخير",
        "المذكورة",
    }
    | {
        "الكبرى",
        "المقبلة",
        "القادمة",
        "الماضية",
        "الماضي",
        "التابعة",
        "التابع",
        "نفسها",
        "نفسه",
        "ذاتها",
        "ذاته",
        "الخاصة",
        "المسؤولة",
        "الصادر",
        "الصادرة",
        "المتطرف",
        "المتطرفة",
        "المتشدد",
        "المتشددة",
        "الارهابي",
        "الارهابية",
        "المحظور",
        "المحظورة",
        "المسلح",
        "المسلحه",
    }
    | {
        "الظاهر",
        "الظاهرة",
        "الراعية",
        "الراعي",
        "المالكة",
        "المالك",
        "المصنعة",
        "المنتجة",
        "المشغلة",
        "المنفذة",
        "الحاكم",
        "الحاكمة",
        "المعارض",
    }
    | {"المعارضة", "السابق", "السابقة", "المنظمة", "المشاركة", "الرسمي", "الرسمية", "الحالي", "الحالية"}
)


def headed(document: Document) -> Iterator[Found]:
    """A head noun with its genitive, its adjectives, its `ل`-phrase, a name in quotation marks.

    Examples:
        قالت [وزارة الخارجية الأميركية](kind=ORG) إن الوفد وصل
        أصدرت [جمعية أصدقاء البحر](kind=ORG) بيانا
        زار الوفد [شركة «المرجان](kind=ORG)» أمس
        قالت الوزارة إن الوفد وصل
    """
    reached = 0
    for hit in document.hits("org_head"):
        if (
            hit.first < reached
            or _named_whole(document, hit)
            or hit.reading.number in ("d",)
            or hit.reading.proclitics in ("ك", "وك")
        ):
            continue
        if hit.reading["alone"] == "self":
            end = hit.end + _nation(document, hit, hit.end)
            reached = end
            yield named(hit.first, end, MentionKind.ORG, "headed")
            continue
        if hit.reading.entry.form in ("رئاسة", "قيادة") and hit.reading.proclitics.endswith("ب"):
            continue  # `برئاسة فلان`
        if document.words[hit.first].surface.endswith(("ً", "ًا", "اً")):
            continue  # `مركزا`
        if f"{hit.reading.entry.form} {key_at(document, hit.end)}" in _NO_BODY:
            continue
        if hit.reading.entry.form in _OF_ANOTHER and tags_at(document, hit.end) & {"org_head", "organisation"}:
            continue  # `فرع وزارة العمل`: the ministry is named, not its branch
        end = _end(document, hit)
        if end > hit.end:
            reached = end
            yield named(hit.first, end, MentionKind.ORG, "headed")


def _named_whole(document: Document, hit: Hit) -> bool:
    """`مجلس الأمن`, `قناة السويس`: the tables know the whole, as an organisation or as a place."""
    known = document.hit_at(hit.first, "organisation") or document.hit_at(hit.first, "place_alias")
    return known is not None and known.end > hit.end


def _end(document: Document, hit: Hit) -> int:
    """Where the name of a body that starts with a head ends; the head's own end if it is no name."""
    if hit.reading.number == "p":
        return hit.end
    at, limit = hit.end, min(hit.first + _MAX_LENGTH, document.sentence_bounds(hit.first)[1])
    if (inner := _inner(document, hit)) is not None:
        end = inner.end + _nation(document, hit, inner.end)
        return end if hit.reading.entry.form in _NAMED_ALIKE else _lam_phrase(document, end, limit)
    kind = hit.reading["alone"]
    if kind == "namesake":
        namesake = named_after(document, at)
        end = _lam_phrase(document, namesake, limit) if namesake else at
        return end if end > namesake else namesake + 1 if namesake and key_at(document, namesake) in _CITIES else at
    if hit.reading.definite:
        if (
            hit.reading.entry.form.startswith("نادي")
            and (club := document.hit_at(at, "club"))
            and club.reading["needs"] != "head"
        ):
            return club.end  # `النادي الأهلي`
        return _definite_end(document, hit, limit) if kind not in ("listed", "place") else at
    quoted = marked_end(document, at) if kind != "place" else 0
    if quoted or kind == "listed":
        return quoted or _strangers_end(document, at, limit)
    place = document.hit_at(at, "place_alias") or document.hit_at(at, "place")
    if kind == "place":
        return place.end if place is not None and not place.reading.proclitics and place.reading["type"] != "country" else at
    if kind == "nation" and place is None and (at >= limit or "nationality" not in document.words[at].tags):
        return at
    end = _genitive(document, hit, limit)
    return at if kind == "public" and not any(_is_public(document, token) for token in range(at, end)) else end


def _inner(document: Document, hit: Hit) -> Hit | None:
    """A name that the tables know behind a head: `شركة أرامكو`, `صحيفة الرياض`, `تنظيم القاعدة`."""
    if hit.reading.definite or hit.reading.entry.form in _OF_ANOTHER:
        return None
    inner = document.hit_at(hit.end, "organisation")
    if inner is None and hit.reading.entry.form in _NAMED_ALIKE:
        inner = document.hit_at(hit.end, "club") or document.hit_at(hit.end, "organisation_alike")
    return inner if inner is not None and not inner.reading.proclitics else None


def _strangers_end(document: Document, at: int, limit: int) -> int:
    """Words in Latin letters or that no table knows: `موقع Booking`, `منصة شتراوسن`."""
    end = at
    while end < min(limit, at + 3) and is_word(document, end) and (document.keys[end].isascii() or is_unknown(document, end)):
        end += 1
    return end


def _is_public(document: Document, at: int) -> bool:
    """An adjective that tells whose body it is: `خدمة المنتزه الوطني`, `قوات الأمن العراقية`."""
    return document.keys[at] in _PUBLIC or "nationality" in document.words[at].tags


def _nation(document: Document, hit: Hit, at: int) -> int:
    """1 if a definite nationality behind agrees with the head."""
    nation = document.words[at].get("nationality") if at < len(document.words) else None
    agrees = nation is not None and nation.gender == (hit.reading["gender"] or nation.gender)
    return int(agrees and nation is not None and nation.definite)


def _definite_end(document: Document, hit: Hit, limit: int) -> int:
    """`الحكومة العراقية`, `المنظمة العربية للسياحة`, `المرصد السوري لحقوق الإنسان`: adjectives that agree, then a `ل`-phrase."""
    at, gender = hit.end, hit.reading["gender"]
    nations = others = 0
    while at < limit and is_definite(document, at) and document.keys[at].startswith("ال") and not is_closed(document, at):
        nation = document.words[at].get("nationality")
        key = document.keys[at]
        feminine = key.endswith(("ة", "ى"))
        if key in WEAK_ADJECTIVES or (tags_at(document, at) & {"title", "org_head", "relative"} and not _is_nisba(document, at)):
            break
        if nation is not None:
            if nation.gender != gender:
                break
            nations += 1
        elif feminine != (gender == "f") or not key.endswith(("ي", "ية", "ة")):
            break
        else:
            others += 1
        at += 1
    phrase = _lam_phrase(document, at, limit) if at > hit.end else at
    if phrase > at + 1 or (
        phrase > at and (nations or document.keys[at - 1] in _INSTITUTIONAL or not is_native(document.keys[at]))
    ):
        return phrase
    if nations:
        return at
    return at if others and hit.reading["alone"] == "yes" and others + nations > 1 else hit.end


def _genitive(document: Document, hit: Hit, limit: int) -> int:
    """`وزارة النفط والغاز العمانية`, `مكتب التحقيقات الاتحادي`, `جامعة القاهرة`, `شركة لمبة`."""
    at, gender = hit.end, hit.reading["gender"]
    foreign = definite = 0
    if _is_purpose(document, at):
        return hit.end
    while at < limit and is_word(document, at):
        tags, key = tags_at(document, at), document.keys[at]
        place = document.hit_at(at, "place_alias") or document.hit_at(at, "place")
        if at == hit.end and (namesake := named_after(document, at)):
            return _lam_phrase(document, namesake, limit)
        if is_closed(document, at) or key in WEAK_ADJECTIVES:
            break
        if at == hit.end and certainty(document, at) == "sure" and not _is_joined(document, at):
            whole = name_end(document, at, titled=True)
            if whole > at + 1:
                return _lam_phrase(document, whole, limit)  # `مركز محمد بن نايف للمناصحة`
        if tags & STOP and not (definite and _is_nisba(document, at)):
            break
        if place is not None and not place.reading.proclitics:
            if foreign and not definite:
                break
            if hit.reading.entry.form == "إدارة":
                break  # `إدارة الهند`
            end = place.end + (_nation(document, hit, place.end) or _public_adjective(document, hit, place.end))
            return _lam_phrase(document, end, limit)
        nation = document.words[at].get("nationality")
        if nation is not None and nation.definite and key != "المالية":
            if nation.proclitics != "ال":
                break
            if nation.number == "p":
                return at + 1
            if (nation.gender == gender or at == hit.end) and "nationality" not in tags_at(document, at + 1):
                return at + 1
            definite += 1
        elif is_definite(document, at) and key.startswith("ال"):
            if definite and _ends_noun_phrase(document, at):
                break
            definite += 1
        elif key.startswith("وال") and definite and _joins(document, hit, at):
            pass
        elif definite:
            break
        elif (
            key.isascii()
            or (is_unknown(document, at) and key[0] != "و")
            or ("person_name" in tags and not _is_joined(document, at))
        ):
            foreign += 1
            if foreign > 4 or (foreign > 1 and certainty(document, at) == "sure"):
                break
        elif at == hit.end and not _indefinite_adjective(document, at):
            if not (
                is_definite(document, at + 1)
                or tags_at(document, at + 1) & {"place", "place_alias"}
                or is_unknown(document, at + 1)
            ):
                break
        else:
            break
        at += 1
    if at == hit.end or not (definite or foreign) or (at == hit.end + 1 and definite and _is_generic(document, hit)):
        return hit.end
    return _lam_phrase(document, at, limit) if definite else at


def _is_purpose(document: Document, at: int) -> bool:
    """`مركز للإبداعات`, `آلية محكمة لإدارة الدفع`: what any such body is for."""
    key = key_at(document, at)
    return key.startswith("ل") and len(key) > 4 and tags_at(document, at).isdisjoint(("place", "place_alias", "person_name"))


def _joins(document: Document, hit: Hit, at: int) -> bool:
    """`وزارة الثقافة والشباب والتواصل`, `وزارة الشؤون البلدية والقروية`: another field of work; `والساعية إلى` is none."""
    key, tags = document.keys[at], tags_at(document, at)
    governs = "function_word" in tags_at(document, at + 1) or key_at(document, at + 1)[:1] == "ل"
    if key.endswith("ة") and len(key) > 4 and key[4] == "ا" and governs:
        return False
    if hit.reading.entry.form in ("وزارة", "لجنة"):
        return not tags & {"org_head", "nationality"}
    return not tags & {"org_head", "title", "nationality", "counted"}


def _is_nisba(document: Document, at: int) -> bool:
    """`الملكي`, `الجيولوجي`: an adjective of relation, though it may name a person too; no name behind it."""
    key = document.keys[at]
    return key.startswith("ال") and key.endswith(("ي", "ية")) and not tags_at(document, at + 1) & {"person_name", "abd_shape"}


def _is_joined(document: Document, at: int) -> bool:
    """A name behind `و` or a preposition."""
    reading = document.words[at].get("person_name")
    return reading is not None and bool(reading.proclitics)


def _public_adjective(document: Document, hit: Hit, at: int) -> int:
    """1 if an adjective behind a place goes with the head: `محكمة طهران الثورية`, `نادي الباحة الأدبي`."""
    key = key_at(document, at)
    if key in WEAK_ADJECTIVES or "nationality" in tags_at(document, at) or not key.startswith("ال") or is_closed(document, at):
        return 0
    ending = ("ية", "لة") if hit.reading["gender"] == "f" else ("ي",)
    return int(key in _INSTITUTIONAL or (key.endswith(ending) and not tags_at(document, at) & {"title", "relative", "weekday"}))


def _is_generic(document: Document, hit: Hit) -> bool:
    """`شركة التأمين`, `فريق العمل`: any such body, not one by name."""
    everyday = "common_word" in tags_at(document, hit.end) or is_native(document.keys[hit.end])
    return hit.reading.entry.form not in _NAMED_BY_ONE and everyday


def named_after(document: Document, at: int) -> int:
    """`مركز الملك سلمان`, `جامعة الأمير محمد بن فهد`: named after somebody; where his name ends, else 0."""
    title = document.words[at].get("title") if at < len(document.words) else None
    if title is None or document.keys[at] not in _NAMESAKES:
        return 0
    end = name_end(document, at + 1, titled=True)
    return end if end > at + 1 else 0


def _ends_noun_phrase(document: Document, at: int) -> bool:
    """Whether a definite word that follows another one is no adjective: then a new phrase has begun."""
    key = document.keys[at]
    if document.keys[at - 1].startswith("وال"):
        return not key.endswith(("ة", "ي"))  # `وزارة الثقافة والتواصل`, then a new phrase
    return not key.endswith(("ة", "ي", "ية", "ين", "ات", "م", "ن", "ر", "د", "ى", "ل", "ع", "ق", "ف", "س"))


def _indefinite_adjective(document: Document, at: int) -> bool:
    """`شركة كبيرة`, `هيئة حكومية`: an adjective, not a genitive."""
    key = document.keys[at]
    nation = document.words[at].get("nationality")
    if key.endswith("ة") and key[0] == "م" and is_native(key) and "org_head" not in tags_at(document, at):
        return True  # `مجموعة متنوعة`
    return key.endswith(("ية", "ي")) or (nation is not None and not nation.definite)


def _lam_phrase(document: Document, at: int, limit: int) -> int:
    """`للسياحة`, `لحقوق الإنسان`, `للمعارض والمؤتمرات`: the field that an organisation works for."""
    key = key_at(document, at)
    if at >= limit or not is_word(document, at):
        return at
    end = at
    if (
        key.startswith("لل")
        and len(key) > 3
        and key not in _PURPOSES
        and not tags_at(document, at) & {"title", "org_head", "time_unit"}
    ):
        end = at + 1
    elif key.startswith("ل") and is_definite(document, at + 1) and key_at(document, at + 1).startswith("ال") and key in _FIELDS:
        end = at + 2
    if end == at:
        return at
    while end < limit and is_word(document, end) and key_at(document, end).startswith(("ال", "وال")):
        key, tags = key_at(document, end), tags_at(document, end)
        if is_closed(document, end) or tags & STOP or key in WEAK_ADJECTIVES or (key.startswith("و") and "org_head" in tags):
            break
        end += 1
    if key == "للرقابة" and key_at(document, end) == "على" and is_definite(document, end + 1):
        return end + 2  # `للرقابة على المنشطات`
    if key_at(document, end)[1:] in _WORK and key_at(document, end)[:1] == "و" and is_definite(document, end + 1):
        return end + 2  # `للأرصاد وحماية البيئة`
    return end

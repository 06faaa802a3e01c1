"""Persons: a title and a name, a name by itself, a speaker, a family name seen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.families import NOUNS, SONS, certainty, is_foreign_word
from arabnews.extractors.mentions.foreign import is_name_like
from arabnews.extractors.mentions.found import (
    CLITICS,
    Found,
    is_closed,
    is_definite,
    is_unknown,
    is_word,
    key_at,
    rival_tags,
    tags_at,
)
from arabnews.extractors.mentions.names import is_preposition, name_end
from arabnews.extractors.mentions.parts import CONNECTORS, PARTICLES, SECOND
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.model import MentionForm, MentionKind
from arabnews.text.tokens import Kind

_MAX_TITLE: Final = 12
_PLACE_TAGS: Final = frozenset({"place", "place_alias"})
_NO_SPEAKER: Final = frozenset(
    {"place", "place_alias", "nationality", "org_head", "organisation", "title", "nominal_source", "counted", "medium"}
)
_RANKS: Final = frozenset({"سيد", "شيخ", "حاج", "سيدي", "ملك", "امير", "سلطان", "عميد", "نجم"})
_PHRASES: Final = frozenset(
    {
        ("بشرى", "سارة"),
        ("كمال", "اجسام"),
        ("سعيد", "الحظ"),
        ("حسن", "النية"),
        ("حسن", "الحظ"),
        ("جميل", "جدا"),
        ("نذير", "شؤم"),
        ("نبيه", "محمد"),
    }
)
"""Everyday phrases of words that are names too."""
_ROADS: Final = frozenset({"طريق", "شارع", "جسر", "نفق", "حي", "كوبري", "بطريق", "بشارع", "بحي", "وطريق", "وشارع", "وحي"})
_RELATIONS: Final = frozenset(
    {
        noun + pronoun
        for noun in ("نظير", "مواطن", "زميل", "نجل", "شقيق", "مدرب", "نائب", "ابن", "والد")
        for pronoun in ("ه", "ها")
    }
    | {"زوجته", "ابنته", "شقيقته", "والدته", "زميلته", "مواطنته", "نظيرته", "لزميله", "لمواطنه", "ونجله", "وزوجته", "وشقيقه"}
    | {"بقيادة", "برئاسة", "بزعامة", "بطولة", "تاليف", "وتاليف", "اخراج", "واخراج", "يدعى", "تدعى", "المدعو", "المدعوة", "بقلم"}
)
"""What stands before somebody's name and tells his relation to another, or to a work."""
_SON: Final = frozenset({"بن"})
_SERVANTS: Final = frozenset({"عبد", "وعبد", "لعبد", "بعبد"})
_PARENTS: Final = frozenset({"بن", "ولد", "ابن", "ال"})
_KUNYAS: Final = frozenset({"ابو", "ابي", "ابا", "وابو", "وابي", "لابي", "لابو", "بابي"})
_OPENERS: Final = frozenset({"ان", "انه", "انها", "بان", ":", "،", "في", "«", '"', "“", "الي", "الى", "على"})
_TELLING: Final = frozenset({"titled_person", "apposed_person", "quoted_person", "related_person"})
"""Rules that are sure of a name of one unknown word, so that it is sought everywhere."""
_WHO: Final = frozenset({"من", "الذي", "التي"})
_PLACES: Final = frozenset({"في", "الي", "الى", "على", "،"})
_OF: Final = frozenset({"في", "باسم", "لدى", "على", "من", "ل"})


def titled_persons(document: Document) -> Iterator[Found]:
    """Title and name, the title first: `وزير الخارجية الأميركي جون كيري`.

    Examples:
        وصل [وزير النقل الليبي سالم المنصوري](kind=PER) أمس
    """
    reached = 0
    for hit in document.hits("title"):
        if (
            hit.first < reached
            or _is_verb_like(document, hit)
            or _is_verb(document, hit)
            or key_at(document, hit.first - 1) in _PARENTS
        ):
            continue
        if hit.reading.gender == "f" and "place_type" in tags_at(document, hit.first):
            continue  # `محافظة`
        if key_at(document, hit.first - 1) in _ROADS:
            continue  # `طريق الشيخ فلان`
        if document.keys[hit.first] in SECOND and _is_sure_given(document, hit.first - 1):
            continue  # `محمد الأمين موسى`
        if document.hit_at(hit.first, "place_alias") is not None:
            continue  # `السيدة زينب`
        if hit.reading.entry.form == "إمام" and "أم" in document.words[hit.first].surface[:3]:
            continue  # `أمام`
        name = _name_behind(document, hit)
        if name is None:
            continue
        first, end = name
        reached = end
        if end == first + 1 == hit.end + 1 and not hit.reading.definite and document.keys[first] in NOUNS:
            continue  # `شهيد ضحى بعمره`
        if first == hit.end == hit.first + 1 and _is_given_name(document, hit.first):
            yield Found(hit.first, end, MentionKind.PER, "titled_person", hit.first, end, gender=hit.reading.gender)
            continue
        yield Found(hit.first, end, MentionKind.PER, "titled_person", first, end, gender=hit.reading.gender)


def _is_verb_like(document: Document, hit: Hit) -> bool:
    """A plural title before one name is no title of that person."""
    return hit.reading.number == "p" or hit.reading["type"] == "kin"


def _is_verb(document: Document, hit: Hit) -> bool:
    """`طالب الوزير`: before a definite title, a verb of saying that is spelt like a title."""
    cue = document.words[hit.first].get("cue")
    verb = cue is not None and cue.pos == "verb" and not hit.reading.definite
    governed = key_at(document, hit.end).startswith("بال")  # `وطالب بالاعتذار`
    return verb and (governed or ("title" in tags_at(document, hit.end) and is_definite(document, hit.end)))


def _may_open(document: Document, at: int, hit: Hit) -> bool:
    """Whether a name may start here: not with an office's field (`وزير الدفاع`), another title, a word behind a body's head."""
    title = document.hit_at(at, "title")
    if title is not None and title.end > at + 1:
        return False  # `نائب خادم الحرمين`
    before = tags_at(document, at - 1)
    if "org_head" in before and not is_definite(document, at - 1) and at > hit.end:
        return False  # `رئيس مؤسسة شتراوس`
    if is_definite(document, at) and certainty(document, at) != "sure":
        if tags_at(document, at) & {"nationality", "common_word"} and is_definite(document, at + 1):
            return False  # `المسؤول العسكري الأردني`
        return "title" in before and "nationality" not in tags_at(document, at) and (hit.reading.definite or at > hit.end)
    return True


def _is_given_name(document: Document, at: int) -> bool:
    """A title that is a given name here, with a family name behind it: `طالب المنصوري`."""
    reading = document.words[at].get("person_name")
    if reading is None or reading.proclitics not in ("", "و") or is_definite(document, at) or key_at(document, at) in _RANKS:
        return False
    following = key_at(document, at + 1) in SONS or is_definite(document, at + 1)
    return following or "nationality" in tags_at(document, at - 1) or is_definite(document, at - 1)


def _name_behind(document: Document, hit: Hit) -> tuple[int, int] | None:
    """The name that a title belongs to: directly behind it, or behind what the title is of."""
    at, limit = hit.end, min(hit.end + _MAX_TITLE, document.sentence_bounds(hit.first)[1])
    while at < limit:
        tags = tags_at(document, at)
        if _may_name(document, at, hit, tags):
            end = name_end(document, at, titled=_may_be_unknown(document, at, hit) and hit.reading.entry.form != "فريق")
            if end > at and not _may_open(document, at, hit):
                end = at
            if end > at + 1 and is_definite(document, at) and _is_sure_given(document, at + 1):
                at += 1  # `الرئيس الشرعي عبدربه منصور`
            given = end > at + 1 and at > hit.end and _is_given_name(document, at)
            if end > at and ("title" not in document.words[at].tags or key_at(document, at + 1) in SONS or given):
                return at, end
        step = _title_step(document, at, hit)
        if not step:
            return None
        at += step
    return None


def _may_name(document: Document, at: int, hit: Hit, tags: frozenset[str]) -> bool:
    """Whether a name, not a place, may start here: `محافظ خميس مشيط سعيد بن مشيط` begins with a place."""
    if tags.isdisjoint(_PLACE_TAGS):
        return True
    place = document.hit_at(at, "place") or document.hit_at(at, "place_alias")
    if place is not None and place.end > at + 1:
        return False
    return at == hit.end or bool(certainty(document, at))


def _may_be_unknown(document: Document, at: int, hit: Hit) -> bool:
    """Whether a word that no table knows may begin the name here: behind a bare title, an adjective, a nationality."""
    previous = at - 1 - ("quote" in tags_at(document, at - 1))
    if previous < hit.end:
        return hit.reading.definite or hit.reading["type"] != "role" or hit.reading["of"] != "yes"
    return is_definite(document, previous) or bool(tags_at(document, previous) & {"nationality", "place", "place_alias", "title"})


def _title_step(document: Document, at: int, hit: Hit) -> int:
    """How far a title goes on: definite words, places, organisations, other titles, prepositional phrases."""
    key, tags = key_at(document, at), tags_at(document, at)
    if key in ("،", ",") and at > hit.end and name_end(document, at + 1, titled=False) > at + 1:
        return 1  # `وزير الشباب والثقافة، فلان الفلاني،`
    if "quote" in tags and (at == hit.end or certainty(document, at + 1)):  # `المدرب «دييغو شتراوس»`
        return int(name_end(document, at + 1, titled=True) == document.closing.get(at, 0) > at + 2)
    if not is_word(document, at):
        return 0
    known = document.tags_at(at)
    for tag in ("title", "organisation", "place", "place_alias"):
        found = document.hit_at(at, tag) if tag in known else None
        if found is not None and found.reading.proclitics in ("", "ال", "ل", "ب", "و", "وال", "لال", "بال"):
            return found.end - found.first
    if key in _OF:
        return int(hit.reading["of"] == "yes" and at > hit.end - 1)
    if is_closed(document, at):
        return 0
    if is_definite(document, at) or "nationality" in tags or tags & {"org_head", "counted", "place_type"}:
        return 1
    if key[0] == "و" and "field" in tags and hit.reading["of"] == "yes" and is_definite(document, at + 1):
        return 2  # `وزير الخارجية وشؤون المغتربين`
    return int(at == hit.end and hit.reading["of"] == "yes" and "common_word" in tags)


def bare_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name without a title: sure given names with what follows them.

    Examples:
        سافر [خالد المنصوري](kind=PER) إلى المدينة
    """
    reached = 0
    for at in sorted({*document.at("person_name"), *document.at("abd_shape"), *document.where(_SERVANTS)}):
        if at < reached or at in taken:
            continue
        reading = document.words[at].get("person_name")
        likened = reading is not None and reading.proclitics in ("ك", "وك", "فك")
        if likened and (certainty(document, at) != "sure" or rival_tags(document, at)):
            continue
        if (
            reading is not None
            and is_definite(document, at)
            and ("title" in tags_at(document, at) or _is_sure_given(document, at + 1))
        ):
            continue  # `الشيخ خالد`, `الشيخ الكبير`
        if key_at(document, at - 1) in _ROADS or key_at(document, at - 2) in _ROADS or _is_said(document, at):
            continue
        if (document.keys[at], key_at(document, at + 1)) in _PHRASES:
            reached = at + 2
            continue
        if tags_at(document, at - 1) & {"place_type", "facility_head"} and certainty(document, at) != "sure":
            continue
        if _is_of_a_noun(document, at):
            continue
        end = name_end(document, at, titled=False)
        if likened and end < at + 2:
            continue  # `كمحمد العلي`
        first = at - (key_at(document, at - 1) in _KUNYAS or _is_born(document, at))
        if first < at and end == at and certainty(document, at):
            end = at + 1  # `أبو حمزة` is a name by itself
        if end > at and not any(token in taken for token in range(first, end)):
            reached = end
            yield Found(first, end, MentionKind.PER, "bare_person", first, end)


def _is_born(document: Document, at: int) -> bool:
    """`قرار ولد عباس`: `ولد` as a part of a name, behind a noun; the verb stands behind other words."""
    if key_at(document, at - 1) != "ولد" or is_closed(document, at - 2) or key_at(document, at + 1) in ("في", "عام", "سنة"):
        return False
    return key_at(document, at - 2) != "و" and not is_definite(document, at - 2)


def _is_of_a_noun(document: Document, at: int) -> bool:
    """`في جمال البناء`, `وحسن المنظر`: a noun that is a given name too, before an everyday word."""
    key, following = document.keys[at], tags_at(document, at + 1)
    if (key not in NOUNS and key[1:] not in NOUNS) or key_at(document, at + 1) in ("الدين", "الله", "الزهراء"):
        return False
    everyday = "common_word" in following and is_definite(document, at + 1) and not certainty(document, at + 2)
    before = tags_at(document, at - 1)
    return (
        everyday
        and not before & {"cue", "title", "nationality", "person_verb", "person_name"}
        and key_at(document, at - 1) not in ("،", "¶", "-")
    )


def _is_said(document: Document, at: int) -> bool:
    """`نوّه أحمد`: a verb of saying before a name, though it may be a name too."""
    cue = document.words[at].get("cue")
    return cue is not None and cue.tense == "perfect" and _is_sure_given(document, at + 1)


def _is_sure_given(document: Document, at: int) -> bool:
    reading = document.words[at].get("person_name") if at < len(document) else None
    return reading is not None and reading["certainty"] == "sure" and reading["role"] != "family" and not reading.proclitics


def famous_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody whom everybody knows by these words: `أوباما`, `بان كي مون`.

    Examples:
        انتقد الكاتب سياسة [أوباما](kind=PER) في مقاله
        افتتح مطعم في شارع [ديغول](kind=LOC) أمس
    """
    for hit in document.hits("famous_person"):
        before = hit.first - 1
        if hit.reading.proclitics in ("ك", "وك", "فك") or key_at(document, before) in _ROADS:
            continue
        if not tags_at(document, before) & {"place_type", "facility_head"} and taken.isdisjoint(range(hit.first, hit.end)):
            yield Found(hit.first, hit.end, MentionKind.PER, "famous_person", hit.first, hit.end)


def related_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody told by a relation to another: `نظيره الإيطالي فلان`, `بقيادة فلان`, `يدعى فلان`.

    Examples:
        مرر الكرة إلى زميله [برلوغ](kind=PER) ثم خرج
        يقدم الحفل فرقة بقيادة [هاملوت شتراوسمان](kind=PER) اليوم
    """
    for at in document.where(_RELATIONS):
        first = at + 1
        if first in taken or is_closed(document, first) or document.hit_at(first, "title") is not None:
            continue
        if document.keys[at] == "بطولة" and not _is_sure_given(document, first):
            continue  # a championship
        if is_definite(document, first) and ("nationality" in tags_at(document, first) or _is_sure_given(document, first + 1)):
            first += 1  # `ابنه الرضيع علي`
        end = name_end(document, first, titled=True)
        if end == first + 1 and (is_definite(document, first) or not is_foreign_word(document, first)):
            continue
        if end > first and not tags_at(document, first) & _NO_SPEAKER and taken.isdisjoint(range(first, end)):
            yield Found(first, end, MentionKind.PER, "related_person", first, end)


def sons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Whatever stands before and behind `بن`.

    Examples:
        وصل [ضرغام بن شهوان](kind=PER) أمس
    """
    for at in document.where(_SON):
        first = at - 1
        if at in taken or first in taken or is_closed(document, first) or is_definite(document, first):
            continue
        if key_at(document, first - 1) in _ROADS or key_at(document, first - 2) in _ROADS:
            continue  # `شارع خالد بن الوليد`
        if tags_at(document, first) & {"common_word", "person_verb"} and "person_name" not in tags_at(document, first):
            continue
        if tags_at(document, first) & (_NO_SPEAKER | {"place_type"}) or is_closed(document, at + 1):
            continue
        end = max(name_end(document, first, titled=True), at + 2)
        if taken.isdisjoint(range(first, end)):
            yield Found(first, end, MentionKind.PER, "son", first, end)


def quoted_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A word that no table knows between a verb of saying and what it opens: `وقال روبرتسون:`, `وأوضح هيرنانديز أن`.

    Examples:
        وأضاف [كلاوزفيتس](kind=PER) أن الطريق مغلق
    """
    for at in document.at("cue"):
        cue = document.words[at].get("cue")
        if cue is None or cue.pos != "verb" or cue.proclitics in ("ل", "ول") or "function_word" in document.words[at].tags:
            continue
        first = at + 1
        if first in taken or not is_word(document, first):
            continue
        if is_closed(document, first) and not (_is_sure_given(document, first + 1) and _is_participle(document, first)):
            continue
        end = name_end(document, first, titled=True)
        if (
            end == first + 1
            and is_definite(document, first)
            and certainty(document, first) != "sure"
            and is_native(document.keys[first])
        ):
            continue  # `كتب الوالد`
        if end == first or not _opens_speech(document, end):
            end = first
            while end < first + 2 and end not in taken and _may_be_name(document, end):
                end += 1
        if end == first and _is_sure_given(document, first + 1) and not is_definite(document, first):
            end = name_end(document, first + 1, titled=True)  # `قال خاتم محمد: ...`: an everyday word as a given name
        if end == first or any(token in taken for token in range(first, end)):
            continue
        if end == first + 1 and _is_accusative(document, first):
            continue  # `أظهرت انكماشا في`
        if cue.tense == "imperfect" and key_at(document, end) in _PLACES and certainty(document, first) != "sure":
            continue  # `تنشر جراثيم في الجو`
        opened = _opens_speech(document, end) or (end > first and _tells_who(document, first, end))
        if opened and not tags_at(document, first) & _NO_SPEAKER:
            yield Found(first, end, MentionKind.PER, "quoted_person", first, end)


def _tells_who(document: Document, first: int, end: int) -> bool:
    """`وقالت مارغيت هوفشتاين عضو المجلس`, `قال كلاوزفيتس من الشركة`: foreign words before what tells who somebody is."""
    if not all(is_unknown(document, at) and is_foreign(document.keys[at]) for at in range(first, end)):
        return False
    title = document.words[end].get("title") if end < len(document) else None
    return key_at(document, end) in _WHO or (title is not None and not title.proclitics)


def _is_accusative(document: Document, at: int) -> bool:
    """`انكماشا`, `قصفا`: the accusative of an Arabic word, though no table knows it."""
    key = document.keys[at]
    return key.endswith("ا") and is_native(key[:-1]) and certainty(document, at) != "sure"


def _is_participle(document: Document, at: int) -> bool:
    """`خاتم`, `كاشف`: a participle of a verb of saying, and a given name."""
    cue = document.words[at].get("cue")
    return cue is not None and cue.pos == "participle" and not cue.proclitics


def _may_be_name(document: Document, at: int) -> bool:
    return "person_name" in tags_at(document, at) or (is_unknown(document, at) and is_foreign(document.keys[at]))


def _opens_speech(document: Document, at: int) -> bool:
    return key_at(document, at) in _OPENERS


def repeated_names(document: Document, found: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """A last or only name of somebody whose full name stands in the article: `الأعرجي` behind `قاسم الأعرجي`.

    Examples:
        سافر [الدكتور خالد المنصوري](kind=PER) ثم عاد [المنصوري](kind=PER) أمس
    """
    single: set[str] = set()
    double: dict[str, set[str]] = {}
    for item in found:
        if item.kind is not MentionKind.PER or item.form is not MentionForm.NAME:
            continue
        if item.name_end - item.name_first == 1:
            if item.rule in _TELLING and is_unknown(document, item.name_first):  # `الرئيس شتراوسمان`, then `شتراوسمان`
                single.update(_with_clitics(document.keys[item.name_first]))
        else:
            before, last = document.keys[item.name_end - 2 : item.name_end]
            if before in CONNECTORS or before in PARTICLES:
                for form in _with_clitics(before):
                    double.setdefault(form, set()).add(last)
            else:
                single.update(_with_clitics(last))
                if item.name_end - item.name_first == 2:
                    for form in _with_clitics(before):
                        double.setdefault(form, set()).add(last)
    if not single and not double:
        return
    names = single.union(double)
    for at in document.where(names):
        key = document.keys[at]
        end = at + 2 if key_at(document, at + 1) in double.get(key, ()) else at + 1 if key in single else at
        if end == at or at in taken or (end - 1) in taken or document.words[at].kind is not Kind.WORD:
            continue
        if _confirmed(document, at, end) and not is_preposition(document, at, end - at, False):
            alone = is_unknown(document, at) and not is_definite(document, at) and document.keys[at][0] != "و"
            first = at - (alone and is_name_like(document, at - 1, taken))  # `دومنيك لاكوفون` behind `وقال لاكوفون`
            yield Found(first, end, MentionKind.PER, "repeated_name", first, end)


def _with_clitics(name: str) -> list[str]:
    """A name as it may stand in a sentence: `المنصوري`, `والمنصوري`, `للمنصوري`."""
    return [name, *(clitic + name for clitic in CLITICS), *(["لل" + name[2:]] if name.startswith("ال") else ["ال" + name])]


def _confirmed(document: Document, at: int, end: int) -> bool:
    """A family name that is also an everyday word needs a verb of saying before it, or a title."""
    tags = tags_at(document, at)
    if not tags & {"common_word", "place", "place_alias", "nationality", "title", "org_head", "counted", "weekday", "month"}:
        return True
    name, everyday = document.words[at].get("person_name"), document.words[at].get("common_word")
    if name is not None and not rival_tags(document, at) - {"common_word"}:
        if name["certainty"] == "sure" and name["role"] == "family":
            return True  # `للأسد` behind `بشار الأسد`
        rare = everyday is not None and everyday["rate"] != "often"
        if rare and not is_definite(document, at) and not is_native(document.keys[at]):
            return True
    before = document.words[at - 1] if at else None
    if before is None:
        return False
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "title" in before.tags

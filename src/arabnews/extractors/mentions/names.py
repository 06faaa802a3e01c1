"""The grammar of a person's name: which tokens are parts of it, and where it ends."""

from __future__ import annotations

import re
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.found import is_closed, is_definite, is_unknown, is_word, key_at, tags_at
from arabnews.lexicon.morphology import is_foreign, is_native

CONNECTORS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ذو", "دي", "دو", "فان", "فون", "لا", "لو", "ولد"}
)
_FATHERS: Final = ("ابو", "ابي", "ابا")
_COMPOUND: Final = frozenset({"ابي", "ابو", "ال", "عبد"})
_REGNAL: Final = frozenset(
    {"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الثانية", "الاولى"}
)
"""`الملك محمد السادس`"""
_PARTICLES: Final = frozenset({"فان", "فون", "دي", "دو", "دا", "ديل", "دير"})
"""`رود فان نيستلروي`"""
SONS: Final = frozenset({"بن", "ابن"})
_MAX_PARTS: Final = 6
_THEOPHORIC: Final = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء"})
"""Second halves of compound names: `نصر الله`, `صلاح الدين`, `فاطمة الزهراء`."""
_QUANTIFIERS: Final = frozenset({"العديد", "الكثير", "المزيد", "البعض", "الجميع", "القليل", "الان", "اليوم"})
_TOLD: Final = frozenset(
    {
        "البالغ",
        "البالغة",
        "المحترف",
        "الحائز",
        "الحائزة",
        "الفائز",
        "الفائزة",
        "المنتقل",
        "المولود",
        "المولودة",
        "الملقب",
        "المعروف",
    }
    | {"المقيم", "المتهم", "الحاصل", "القادم", "الراحل", "الشهير", "المرشح", "السابق", "الحالي", "المكلف", "المنتدب", "الاخير"}
    | {"المغضوب", "المطلوب", "المذكور", "الموقوف", "المحكوم"}
)
"""What tells something of a person behind the name."""
NOUNS: Final = frozenset(
    {"عمر", "حسن", "نور", "هبة", "سحر", "اقبال", "امل", "فرج", "كمال", "جمال", "جلال", "ضياء", "شرف", "فخر", "رجاء", "وفاء"}
    | {"صفاء", "هناء", "سلام", "صباح", "فضل", "نصر", "فوز", "كرم", "جهاد", "نضال", "كفاح", "رضا", "هدى", "ندى", "حياة", "نجاح"}
    | {
        "صلاح",
        "بشرى",
        "ابتسام",
        "انتصار",
        "الهام",
        "ايمان",
        "احسان",
        "ربيع",
        "عيد",
        "جمعة",
        "خميس",
        "مبارك",
        "صدام",
        "ابتهال",
        "عوض",
        "عيدان",
    }
    | {"ضحى", "فلاح", "نذير"}
)
"""Given names that are nouns: `عمر الحفل`, `حسن التصرف` are no persons."""
_OF_THE_FAITH: Final = frozenset(
    {"عز", "تاج", "محيي", "نجم", "علم", "فخر", "شرف", "سيف", "ضياء", "بهاء", "سراج", "شمس", "بدر", "صدر", "قطب", "تقي", "خير"}
)
"""First halves that are everyday words: `عز الدين`."""
_GODS: Final = frozenset({"توفيق", "رسول", "كتاب", "بيت", "سبيل", "رحمة", "حمد", "شكر"})
"""`توفيق الله` is no name."""
BLESSINGS: Final = frozenset({"صلى", "صلي", "رضي", "رحمه", "حفظه", "عليه", "سبحانه", "تعالى"})
_DOTTED: Final = frozenset({"الي", "حتي", "لدي", "لصالح"})
"""`إلى`, `حتى`, `لدى` with a dotted last letter, and `لصالح`."""
_SHAPES: Final = frozenset({"dual_shape"})
_NAMES: Final = frozenset({"place", "person_name", "dual_shape", "abd_shape"})
_PARTICIPLE: Final = re.compile(r"ال(?:م.*|.ا.+)(?<!ي)\Z|(?:م.ا?..?|.ا..)ا?\Z|.*ة\Z")
"""`المحترف`, `الحائز`, `مرفوقة`: what tells something of the person that was named."""
_NO_FAMILY_ENDINGS: Final = ("ها", "هم", "هما", "ات", "ين", "ون", "ته", "ائه", "ية", "ا")
_BOUNDS: Final = frozenset({"function_word", "clause_opener", "title", "cue", "deictic", "weekday", "relative", "person_verb"})
"""What stands behind a name's end."""
_TANWIN: Final = ("ً", "ًا", "اً", "ٍ", "ٌ")
_PRONOUNS: Final = ("هم", "هما", "ها", "هن", "ته", "تنا")
_NO_FAMILY: Final = frozenset(
    {"title", "org_head", "place_type", "facility_head", "nationality", "month", "weekday", "time_unit", "counted", "medium"}
    | {"day_part", "relative", "concept_trigger", "person_verb", "measure"}
)


def name_end(document: Document, at: int, *, titled: bool) -> int:
    """Where a person's name that starts at a token ends; `at` itself if none starts there.

    Args:
        titled: whether a title stands before it, so that words that no table knows may be a name.
    """
    end, parts, sure = at, 0, 0
    while end < len(document.words) and parts < _MAX_PARTS:
        step = _part(document, end, first=end == at, titled=titled, parts=parts)
        if not step:
            break
        sure += (certainty(document, end) == "sure") + (step > 1 and _is_compound(document, end))
        end, parts = end + step, parts + step
    if parts == 0 or (_is_name(document, at, end, parts, sure, titled) and not is_preposition(document, at, parts, titled)):
        return end
    return at


def _is_compound(document: Document, at: int) -> bool:
    """`بن نايف`, `نصر الله`: two words that make a name together."""
    return document.keys[at] in SONS or key_at(document, at + 1) in _THEOPHORIC


def is_preposition(document: Document, at: int, parts: int, titled: bool) -> bool:
    """`علي الرغم`: the preposition `على` in a text that writes every final `ى` with dots; its sentence shows no `على`."""
    if not document.keys[at].endswith("علي") or len(document.keys[at]) > 5:
        return False
    if titled and (parts > 1 or not is_word(document, at + 1)):
        return False
    first, end = document.sentence_bounds(at)
    if "على" in document.keys[max(first, at - 40) : min(end, at + 40)]:
        return False
    return parts == 1 or certainty(document, at + 1) != "sure"


def certainty(document: Document, at: int) -> str:
    if at >= len(document):
        return ""
    if "abd_shape" in document.words[at].tags:
        return "sure"
    reading = document.words[at].get("person_name")
    return "" if reading is None else reading["certainty"]


def _part(document: Document, at: int, *, first: bool, titled: bool, parts: int) -> int:
    """How many tokens the next part of a name takes: 0 if none."""
    if not is_word(document, at):
        return 2 if _is_hyphenated(document, at, first=first) else 0
    word, key = document.words[at], document.keys[at]
    reading = word.get("person_name")
    if (
        len(key) < 2
        or key in BLESSINGS
        or word.surface.endswith(_TANWIN)
        or (key.startswith(("لل", "بال", "كال")) and (reading is None or reading.proclitics))
    ):
        return 0
    if key_at(document, at + 1) == "الله" and key in _GODS:
        return 0
    if key in _DOTTED or (not first and (key in _TOLD or document.keys[at - 1] in _REGNAL)):
        return 0
    if not first and "title" in word.tags and key not in SONS and not _titled_family(document, at):
        return int(
            titled
            and parts == 1
            and certainty(document, at - 1) == "sure"
            and _is_marked(document, at + 1)
            and not key.startswith("ال")
        )
    if key == "ابن" and key_at(document, at + 1).endswith(("ه", "ها", "هم")):
        return 0  # `ابن عمه`
    if not first and key in SONS and is_word(document, at + 1) and "function_word" not in tags_at(document, at + 1):
        # whatever stands behind `بن` inside a name is a name
        compound = key_at(document, at + 1) in _COMPOUND or key_at(document, at + 2) in _THEOPHORIC
        return 3 if compound and is_word(document, at + 2) else 2
    if not first and key in _PARTICLES and is_word(document, at + 1) and not is_definite(document, at + 1):
        return 2
    if first and len(key) == 4 and key.endswith("عبد") and key[0] in "وفبل" and is_definite(document, at + 1):
        return 2 if not is_closed(document, at + 1) else 0
    if key.endswith(_FATHERS) and len(key) < 5 and key_at(document, at + 1) == "عبد" and is_definite(document, at + 2):
        return 3  # `أبو عبد الله`
    if key in CONNECTORS or (first and key[1:] in CONNECTORS and key[0] in "وفبل" and len(key) > 3):
        if first and key in ("لا", "لو", "ام", "ال", "ذو", "دي", "ابي", "ابا", "عبد") and key not in ("ابو", "عبد", "ال"):
            return 0
        following = at + 1
        takes = is_word(document, following) and not is_closed(document, following)
        named = takes and (
            is_definite(document, following)
            or bool(tags_at(document, following) & {"person_name", "abd_shape"})
            or is_unknown(document, following)
        )
        if key == "عبد" and takes and document.keys[following] == "رب" and is_definite(document, following + 1):
            return 3
        if key == "عبد" and takes and is_definite(document, following):
            return 2
        return (
            2
            if named and (not first or key in ("ابو", "بن", "ابن", "ال", "ام")) and _not_common(document, following, parts)
            else 0
        )
    if "abd_shape" in word.tags:
        return int(first or key[0] == "ع")
    theophoric = key_at(document, at + 1) in _THEOPHORIC and key not in _GODS and (reading is not None or key in _OF_THE_FAITH)
    if theophoric and (parts > 0 or not is_closed(document, at)):
        return 2
    if (
        titled
        and parts in (1, 2)
        and key in _REGNAL
        and (certainty(document, at - 1) or document.keys[at - 1] in _THEOPHORIC)
        and not _is_date(document, at + 1)
    ):
        return 1
    if not first and (_coordinated(document, at) or (reading is None and _has_pronoun(document, at))):
        return 0
    if parts == 1 and _ends_name(document, at, titled=titled):
        return 1
    if is_closed(document, at) or (first and "nationality" in word.tags and not _outdoes_nationality(document, at)):
        return 0
    if parts == 1 and not titled and _is_family_name(document, at - 1) and reading is not None and reading["certainty"] != "sure":
        return 0  # `فرويد منحة`
    if parts == 1 and certainty(document, at - 1) == "sure" and (_family(document, at, titled) or _foreign_family(document, at)):
        return 1
    if parts == 2 and document.keys[at - 1] in _THEOPHORIC and key.endswith("ي") and _family(document, at, titled):
        return 1  # `سعد الدين العثماني`
    rare = is_unknown(document, at) and _is_bounded(document, at + 1)
    if parts == 2 and rare and certainty(document, at - 1) and key[0] not in "ابلفسو":
        return 1  # `محمد توفيق بلو:`
    if parts in (2, 3) and is_foreign_word(document, at - 1) and is_foreign_word(document, at) and is_unknown(document, at):
        return 1
    if reading is not None:
        if not first and reading.proclitics:
            return 0
        everyday = word.get("common_word")
        often = everyday is not None and everyday["rate"] == "often"
        if often and not first and not is_definite(document, at) and reading["certainty"] != "sure":
            return 0
        return 1
    if word.tags & {"nationality", "title", "org_head", "place_type", "facility_head"}:
        return 0
    if first:
        return int(titled and _may_be_foreign(document, at) and not is_definite(document, at))
    if titled and key.startswith("ال") and not word.tags and (parts > 1 or key.endswith("ي")):
        return 1  # `الدكتور شويش الضويحي`
    if parts > 1 and key.startswith("ال") and ((key.endswith("ي") and not word.tags) or _closes(document, at)):
        return 1  # `محمد علي العظيمي`, `فهد بن عبدالله العسكر،`
    if is_definite(document, at):
        return int("common_word" not in word.tags and key.startswith("ال") and not is_native(key))
    if not titled or parts > 3 or looks_verb(key):
        return 0
    rare = rare and certainty(document, at - 1) == "sure"
    return int(_may_be_foreign(document, at) or (rare and not _has_pronoun(document, at) and not key.startswith("و")))


def _is_hyphenated(document: Document, at: int, *, first: bool) -> bool:
    """`كيم جونغ - إيل`: two short foreign parts joined by a hyphen."""
    if first or key_at(document, at) != "-" or not is_word(document, at + 1):
        return False
    parts = (at - 1, at + 1)
    return all(len(document.keys[part]) < 6 and is_foreign_word(document, part) for part in parts)


def _may_be_foreign(document: Document, at: int) -> bool:
    """A word that no table knows and that is spelt like a foreign name, or that is known as a place or a name only."""
    word = document.words[at]
    if word.surface.endswith(_TANWIN) or word.key.endswith(_PRONOUNS):
        return False
    if not word.tags - _SHAPES:
        return is_foreign(word.key) and not is_joined(document, at)
    return not word.tags - _NAMES and any(not reading.proclitics for reading in word.readings)


def is_joined(document: Document, at: int) -> bool:
    """`وإيمرسون`: a name behind `و`."""
    key = document.keys[at]
    return key[0] == "و" and any(r.tag in ("person_name", "place") for r in document.lexicon.look_up(key[1:]))


def _is_date(document: Document, at: int) -> bool:
    """`الثاني من مايو`, `الثاني عشر`."""
    return key_at(document, at) in ("من", "عشر", "والعشرين")


def _outdoes_nationality(document: Document, at: int) -> bool:
    """`رومان شتراوسمان`, `تركي بن سعود`: a name, though it is the name of a people too."""
    if key_at(document, at + 1) in SONS:
        return True
    known = "person_name" in document.words[at].tags and not is_definite(document, at)
    return known and at + 1 < len(document) and is_foreign_word(document, at + 1)


def _has_pronoun(document: Document, at: int) -> bool:
    """`حرصه`, `إعجابه`, `بتنفيذ`: a known word with a pronoun behind or a preposition before it."""
    key, look_up = document.keys[at], document.lexicon.look_up
    if key.endswith("ه") and look_up(key[:-1]):
        return True
    return key[0] in "بل" and len(key) > 4 and any(r.tag not in ("place", "person_name") for r in look_up(key[1:]))


def _family(document: Document, at: int, titled: bool) -> bool:
    """Whether the word behind a sure given name is its family name, though it may be an everyday word: `طارق العيسى`."""
    tags = document.words[at].tags
    if key_at(document, at) in _QUANTIFIERS or not document.keys[at].startswith("ال"):
        return False
    if tags & {"nationality", "org_head", "place_type"} or (
        tags & {"month", "weekday", "time_unit"} and "person_name" not in tags
    ):
        return False
    if _titled_family(document, at):
        return True
    if document.words[at].get("person_name") is None:
        if not tags and not is_native(document.keys[at]):
            return True  # `مانويل ألباريس`
        if _PARTICIPLE.match(document.keys[at]) or _is_family_name(document, at - 1):
            return False
        if is_native(document.keys[at]) or "common_word" in document.words[at].tags:
            return (titled or document.keys[at - 1] not in NOUNS) and _is_bounded(document, at + 1)
    return "title" not in document.words[at].tags or _is_bounded(document, at + 1)


def _is_family_name(document: Document, at: int) -> bool:
    """A foreign family name by itself: no other part follows that is not surely one."""
    reading = document.words[at].get("person_name")
    return reading is not None and reading["role"] == "family" and not is_definite(document, at)


def _closes(document: Document, at: int) -> bool:
    """An everyday word with the article that ends a name of several parts, before a comma."""
    if not _is_marked(document, at + 1) or _PARTICIPLE.match(document.keys[at]) or document.keys[at] in _TOLD | _REGNAL:
        return False
    tags = document.words[at].tags
    return (
        tags <= {"common_word", "person_name"} and certainty(document, at - 1) == "sure" and not document.keys[at].endswith("ية")
    )


def _is_marked(document: Document, at: int) -> bool:
    """`الدكتور حاتم قاضي، `: a comma or what opens speech."""
    return key_at(document, at) in ("،", "ان", "إن", ":")


def _titled_family(document: Document, at: int) -> bool:
    """A title that is as often a family name, and no other name behind it: `رامي الخطيب`."""
    reading = document.words[at].get("person_name")
    if reading is None or reading["role"] != "family" or not (reading["certainty"] == "sure" or _is_bounded(document, at + 1)):
        return False
    return is_definite(document, at) and not certainty(document, at + 1) and not is_definite(document, at - 1)


def _coordinated(document: Document, at: int) -> bool:
    """`السيسي والبشير`: another name joined by `و`, unless the `و` is a name's own letter (`وليد`)."""
    key, reading = document.keys[at], document.words[at].get("person_name")
    if not key.startswith("و"):
        return False
    if (
        reading is None
        and certainty(document, at - 1) == "sure"
        and is_unknown(document, at)
        and not document.lexicon.look_up(key[1:])
    ):
        return not _is_bounded(document, at + 1)  # `مصطفى وركاكة،`
    return reading is None or bool(reading.proclitics)


def _ends_name(document: Document, at: int, *, titled: bool) -> bool:
    """Whether an everyday word is the last part of a name: behind a given name, before a boundary: `السيد أحمد شرف: ...`.

    The given name must stand behind a title or a verb of saying, or between commas.
    """
    word, before = document.words[at], tags_at(document, at - 1)
    if is_closed(document, at) or word.tags & _NO_FAMILY or not before & {"person_name", "abd_shape"}:
        return False
    if (
        word.surface.endswith(_TANWIN)
        or (_PARTICIPLE.match(word.key) and "person_name" not in word.tags)
        or word.key.endswith(_PRONOUNS)
        or looks_verb(word.key)
        or not _is_bounded(document, at + 1)
    ):
        return False
    cue = document.words[at - 2].get("cue") if at > 1 else None
    said = cue is not None and cue.pos == "verb"
    listed = key_at(document, at - 2) == "،" == key_at(document, at + 1) and certainty(document, at - 1) == "sure"
    return titled or said or listed


def _foreign_family(document: Document, at: int) -> bool:
    """A word behind a sure given name that no table lists, or only as a name: `مايكل بالاك`, `محمد توفلة`."""
    word, key = document.words[at], document.keys[at]
    if (
        is_definite(document, at)
        or (looks_verb(key) and is_native(key))
        or key.endswith(_NO_FAMILY_ENDINGS)
        or word.surface.endswith(_TANWIN)
    ):
        return False
    if _may_be_foreign(document, at):
        return True
    return is_unknown(document, at) and key[0] not in "بلستفك" and not is_joined(document, at)


def _not_common(document: Document, at: int, parts: int) -> bool:
    return parts > 0 or "common_word" not in tags_at(document, at)


def looks_verb(key: str) -> bool:
    """A rare verb in the imperfect; frequent ones are known as common words."""
    return key.startswith(("ي", "سي", "ست", "سن")) and len(key) > 3 and not key.endswith(("ي", "ان", "ون"))


def _is_name(document: Document, at: int, end: int, parts: int, sure: int, titled: bool) -> bool:
    """Whether the parts make a name: enough of them sure, or a title before them."""
    first = document.words[at]
    common = "common_word" in first.tags
    listed = "person_name" in first.tags
    if titled and parts == 1 and not sure and first.key.endswith("ة") and not listed:
        return False
    if titled and parts == 1 and not sure:
        foreign = is_foreign_word(document, at) and not first.key.endswith(("ه", "ات", "ين", "ون"))
        bounded = listed or _is_bounded(document, end) or (foreign and is_definite(document, at - 1))
        return not common and not first.tags & {"place", "place_alias"} and bounded
    if titled:
        return True
    if parts == 1:
        reading = first.get("person_name")
        sure_given = reading is not None and reading["certainty"] == "sure" and reading["role"] != "family"
        alone = sure_given or "abd_shape" in first.tags
        return (
            alone
            and first.key not in NOUNS
            and not first.tags - {"person_name", "dual_shape", "abd_shape"}
            and _introduces(document, at)
        )
    if not sure:
        return parts > 1 and not common and all(_is_rare_name(document, part) for part in range(at, end))
    return not common or sure > 1 or parts > 2 or _is_given_and_family(document, at)


def _is_rare_name(document: Document, at: int) -> bool:
    """A part of names that is no everyday word."""
    word = document.words[at]
    return "person_name" in word.tags and word.tags <= _NAMES


def _is_given_and_family(document: Document, at: int) -> bool:
    """`رأفت الصباغ`: an everyday word that is a given name too, before a sure family name with the article."""
    given, family = (document.words[part].get("person_name") for part in (at, at + 1))
    if given is None or family is None or given["role"] == "family" or not is_definite(document, at + 1):
        return False
    return family["certainty"] == "sure" and family["role"] == "family" and "common_word" not in document.words[at + 1].tags


def _introduces(document: Document, at: int) -> bool:
    """Whether what stands before a lone given name announces one: a verb of saying, a colon, a comma, another name."""
    before = document.words[at - 1] if at else None
    if before is None or before.key in (":", "،"):
        return True
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "person_name" in before.tags


def _is_bounded(document: Document, end: int) -> bool:
    """Whether a lone word that no table knows stands before a mark, a function word or the sentence's end, as a name does."""
    if not is_word(document, end) or document.keys[end].startswith(("بال", "لل")):
        return True
    if document.keys[end][0] == "ل" and len(document.keys[end]) > 4:
        return True
    return not tags_at(document, end).isdisjoint(_BOUNDS)


def is_foreign_word(document: Document, at: int) -> bool:
    """An indefinite word that no table knows, or only as a name or a place, and that does not look like a verb."""
    if certainty(document, at) == "sure" and is_foreign(document.keys[at].removeprefix("ال")):
        return True
    if not is_word(document, at) or is_definite(document, at) or document.keys[at][:1] in "وف":
        return False
    return _may_be_foreign(document, at) and not looks_verb(document.keys[at]) and not document.keys[at].endswith("ة")

"""Family names: which everyday, foreign or unlisted word may end a person's name, and what kind of word a part of one is."""

from __future__ import annotations

import re
from itertools import compress
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.found import CLOSED, closed, definite, is_definite, is_unknown, is_word, other_tags
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.text.tokens import WORD

NOUNS: Final = frozenset(
    {"عمر", "حسن", "نور", "هبة", "سحر", "اقبال", "امل", "فرج", "كمال", "جمال", "جلال", "ضياء", "شرف", "فخر", "رجاء", "وفاء"}
    | {"صفاء", "هناء", "سلام", "صباح", "فضل", "نصر", "فوز", "كرم", "جهاد", "نضال", "كفاح", "رضا", "هدى", "ندى", "حياة", "نجاح"}
    | {"صلاح", "بشرى", "ابتسام", "انتصار", "الهام", "ايمان", "احسان", "ربيع", "عيد", "جمعة", "خميس", "مبارك"}
    | {"صدام", "ابتهال", "عوض", "عيدان"}
    | {"ضحى", "عايد", "عزة", "هدير", "جميل", "كريم", "فلاح", "نذير", "اسد", "رحاب", "حافظ", "اكرم", "حميد"}
    | {"كامل", "انوار", "ايات", "امنة", "مؤيد", "اسماء", "عبير", "سمر", "صفية", "زهرة", "بشائر", "نبراس"}
    | {"محاسن", "رزق"}
)
"""Given names that are nouns: `عمر الحفل`, `حسن التصرف` are no persons."""
_OPENING: Final = frozenset({"،", ",", "ان", ":", "انه", "بان"})
_ADJECTIVES: Final = NOUNS | {"صالح"}
TOLD: Final = frozenset(
    {"البالغ", "البالغة", "المحترف", "الحائز", "الحائزة", "الفائز", "الفائزة", "المنتقل", "المولود"}
    | {"المولودة", "الملقب", "المعروف"}
    | {"المقيم", "المتهم", "الحاصل", "القادم", "الراحل", "الشهير", "المرشح", "السابق", "الحالي", "المكلف", "المنتدب", "الاخير"}
    | {"اخت", "اخو", "شقيقة", "زوجة", "ابنة", "نجل", "حفيد", "حفيدة", "والدة", "ارملة", "ابنته", "المغضوب"}
    | {"المطلوب", "المذكور", "الموقوف", "المحكوم"}
)
"""What tells something of a person behind the name."""
REGNAL: Final = frozenset(
    {"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الثانية", "الاولى"}
)
"""`الملك محمد السادس`"""
SONS: Final = frozenset({"بن", "ابن"})
ANYBODY: Final = frozenset(
    {"العديد", "الكثير", "المزيد", "البعض", "الجميع", "القليل", "الان", "اليوم", "الاهل", "الاهالي", "الناس", "السكان", "الجمهور"}
)
"""Quantifiers, adverbs and people in general, of whom somebody named asks something: `ونصح المنصوري الجميع`."""
SHAPES: Final = frozenset({"dual_shape"})
_JOINED: Final = frozenset({"person_name", "dual_shape"})
_SELDOM: Final = frozenset({"common_word", "person_name", "dual_shape"})
NAMES: Final = frozenset({"famous_person", "place", "person_name", "dual_shape", "abd_shape"})
_PARTICIPLE: Final = re.compile(r"ال(?:م.*|.ا.+)(?<!ي)\Z|(?:م.ا?..?|.ا..)ا?\Z|.*ة\Z")
"""`المحترف`, `الحائز`, `مرفوقة`: what tells something of the person that was named."""
_PERFECT: Final = re.compile(r"ا(?:ست.{3,}|.ت.{2}|ن.{3})ت\Z")
"""`استقدمت`, `اعتمدت`, `انسحبت`: what she did."""
_LONG_MASDAR: Final = re.compile(r"ال(?:است..ا.|ا.ت.ا.|ت..ي.)\Z")
MASDAR: Final = re.compile(r"ال(?:است..?ا.|ان..ا.|ا.ت.ا.|ا..ا.|ت..ي.|ت.ا..|ت..ية|م.ا..ة|..و.)\Z")
"""`الانتظار`, `التعاون`, `المشاركة`, `القبول`: what somebody does, not what he is called."""
_NO_FAMILY_ENDINGS: Final = ("ها", "هم", "هما", "ات", "ين", "ون", "ته", "ائه", "ية", "ا")
_BOUNDS: Final = frozenset({"function_word", "clause_opener", "title", "cue", "deictic", "weekday", "relative", "person_verb"})
"""What stands behind a name's end."""
_IF_TOLD: Final = "if told"
"""The certainty of `علي`, which is sure where the text tells it from `على`."""
TANWIN: Final = ("ً", "ًا", "اً", "ٍ", "ٌ")
_MAGHREBI: Final = ("بو", "بن", "بل", "ايت")
"""`بوضيف`, `بنسعيد`, `بلعربي`, `آيتصالح`: what family names of the Maghreb begin with, written in one word."""
PRONOUNS: Final = ("هم", "هما", "ها", "هن", "ته", "تنا")
NO_FAMILY: Final = frozenset(
    {"title", "org_head", "place_type", "facility_head", "nationality", "month", "weekday", "time_unit", "counted"}
    | {"day_part", "relative", "concept_trigger", "person_verb", "measure"}
)
NO_END: Final = CLOSED | NO_FAMILY


def certainty(document: Document, at: int) -> str:
    """How sure it is that a token is a part of a name: `sure`, `weak`, or empty of what is none."""
    certain = _certainty(document.padded_words[at])
    if certain == _IF_TOLD:
        return "sure" if tells_ya(document) else "weak"
    return certain


@kept
def _certainty(word: Word) -> str:
    if "abd_shape" in word.tags:
        return "sure"
    reading = word.get("person_name") if "person_name" in word.tags else None
    if reading is None:
        return ""
    return _IF_TOLD if reading.certainty == "weak" and reading.entry.form == "علي" else reading.certainty


def is_sure_given(document: Document, at: int) -> bool:
    """A given name, most of all, without a proclitic."""
    return _sure_given(document.padded_words[at])


@kept
def _sure_given(word: Word) -> bool:
    reading = word.get("person_name") if "person_name" in word.tags else None
    return reading is not None and reading.certainty == "sure" and reading["role"] != "family" and not reading.proclitics


def tells_ya(document: Document) -> bool:
    """Whether the text writes `على` with a dotless ى, so that `علي` is a name in it; some papers dot every ى."""
    tells: bool | None = document.cache.get("ya")
    if tells is None:
        tells = document.cache["ya"] = "على" in document.keys
    return tells


def is_foreign_word(document: Document, at: int) -> bool:
    """An indefinite word that no table knows, or only as a name or a place, and that does not look like a verb."""
    return foreign(document.padded_words[at])


@kept
def foreign(word: Word) -> bool:
    """What `is_foreign_word` says of a word."""
    tags, key = word.tags, word.key
    if word.kind is not WORD or (tags and tags.isdisjoint(NAMES)):
        return False
    if tags and _certainty(word) == "sure" and is_foreign(key.removeprefix("ال")):
        return True
    if not tags <= NAMES or key[0] in "وف" or key[-1] == "ة" or definite(word):
        return False
    return _spelt_foreign(word) and not looks_verb(key)


def may_be_foreign(document: Document, at: int) -> bool:
    """A word that no table knows and that is spelt like a foreign name, or that is known as a place or a name only."""
    word = document.padded_words[at]
    return _spelt_foreign(word) and not (word.tags <= SHAPES and is_joined(document, at))


@kept
def _spelt_foreign(word: Word) -> bool:
    if not word.tags <= NAMES or word.surface.endswith(TANWIN) or word.key.endswith(PRONOUNS):
        return False
    return is_foreign(word.key) if word.tags <= SHAPES else any(not reading.proclitics for reading in word.readings)


@kept
def _seldom(word: Word) -> bool:
    """A word that news has now and then, with no proclitic, and that is no form of an Arabic word: `كريري`, `فينجر`."""
    everyday = word.all("common_word")
    if not everyday or not word.tags <= _SELDOM or word.key[0] in "اتين" or is_native(word.key):
        return False  # what begins so is more often a verb that no stem is known of
    return not any(reading["rate"] == "often" or reading.proclitics for reading in everyday)


def is_joined(document: Document, at: int) -> bool:
    """`وإيمرسون`: a name behind `و`."""
    key = document.keys[at]
    return key[0] == "و" and any(r.tag in ("person_name", "place") for r in document.lexicon.look_up(key[1:]))


@kept
def looks_verb(key: str) -> bool:
    """A rare verb in the imperfect; frequent ones are known as common words."""
    if key.startswith("سي") and key.endswith("ي") and len(key) > 4:
        return key != "سيدي" and len(key) < 7  # `سيثري`
    if _PERFECT.match(key) and (key.startswith("است") or is_native(key)):
        return True
    return key.startswith(("ي", "سي", "ست", "سن")) and len(key) > 3 and not key.endswith(("ي", "ان", "ون"))


def is_bounded(document: Document, end: int) -> bool:
    """Whether a lone word that no table knows stands before a mark, a function word or the sentence's end, as a name does."""
    return _bounds(document.padded_words[end])


@kept
def _bounds(word: Word) -> bool:
    if word.kind is not WORD or not word.tags.isdisjoint(_BOUNDS):
        return True
    key = word.key
    return (key[0] == "ل" and (len(key) > 4 or key[1:2] == "ل")) or key[:3] == "بال"


def is_marked(document: Document, at: int) -> bool:
    """`الدكتور حاتم قاضي، `: a comma or what opens speech."""
    return document.padded_keys[at] in _OPENING


def coordinated(document: Document, at: int) -> bool:
    """`السيسي والبشير`: another name joined by `و`, unless the `و` is a name's own letter (`وليد`)."""
    key = document.keys[at]
    if key[0] != "و":
        return False
    reading = document.words[at].get("person_name")
    if key.endswith("ي") and len(key) < 6 and not document.words[at].tags and is_marked(document, at + 1):
        return False  # `حامد وردي،`
    if (
        reading is None
        and certainty(document, at - 1) == "sure"
        and is_unknown(document, at)
        and not document.lexicon.look_up(key[1:])
    ):
        return not is_bounded(document, at + 1)  # `مصطفى وركاكة،`
    return reading is None or bool(reading.proclitics)


def family(document: Document, at: int, titled: bool) -> bool:
    """Whether the word behind a sure given name is its family name, though it may be an everyday word: `طارق العيسى`."""
    tags = document.words[at].tags
    if document.padded_keys[at] in ANYBODY or not document.keys[at].startswith("ال"):
        return False
    if tags & {"nationality", "org_head", "place_type"} or (
        tags & {"month", "weekday", "time_unit"} and "person_name" not in tags
    ):
        return False
    if titled_family(document, at):
        return True
    if document.words[at].get("person_name") is None:
        if not tags and not is_native(document.keys[at]):
            return True  # `مانويل ألباريس`
        if (
            titled
            and is_marked(document, at + 1)
            and document.keys[at] not in TOLD | REGNAL
            and not document.keys[at].endswith("ية")
        ):
            return True  # `المهندس محمد العمرة أن`
        if _PARTICIPLE.match(document.keys[at]) or is_family_name(document, at - 1):
            return False
        if is_masdar(document, at):
            return False
        if titled and "common_word" not in document.words[at].tags and document.keys[at - 1] not in _ADJECTIVES:
            return True  # `الشاعر خالد العوض`
        if is_native(document.keys[at]) or "common_word" in document.words[at].tags:
            bounded = is_bounded(document, at + 1) or _ends_item(document, at + 1)
            return bounded and (titled or document.keys[at - 1] not in _ADJECTIVES)
    return "title" not in document.words[at].tags or is_bounded(document, at + 1)


def is_masdar(document: Document, at: int) -> bool:
    """`رفضت سعاد الانتظار في`: what somebody does, not what he is called."""
    return _masdar(document.words[at])


@kept
def _masdar(word: Word) -> bool:
    if "person_name" in word.tags:
        return False
    if "act_noun" in word.tags or _LONG_MASDAR.match(word.key):
        return True
    return ("common_word" in word.tags or is_native(word.key)) and MASDAR.match(word.key) is not None


def is_telling_family(document: Document, at: int) -> bool:
    """A family name that tells by itself that a name stands before it: `المحرشي`, `بولعيش`; no table and no stem knows it."""
    if not is_unknown(document, at):
        return False
    key = document.keys[at]
    if key.startswith(("بو", "بن")):
        return len(key) > 4 and (key[1] == "و" or not is_native(key[1:]))
    return len(key) > 5 and key.startswith("ال") and key.endswith("ي")


def is_family_name(document: Document, at: int) -> bool:
    """A foreign family name by itself: no other part follows that is not surely one."""
    return _family_name(document.words[at])


@kept
def _family_name(word: Word) -> bool:
    reading = word.get("person_name")
    return reading is not None and reading["role"] == "family"


def titled_family(document: Document, at: int) -> bool:
    """A title that is as often a family name, and no other name behind it: `رامي الخطيب`, `إبراهيم رئيسي`."""
    reading = document.words[at].get("person_name")
    joined = _joins_name(document.padded_words[at + 1])  # `نبيل السيد وسالم`
    if reading is None or reading["role"] != "family":
        return False
    if not (reading.certainty == "sure" or joined or is_bounded(document, at + 1)):
        return False
    servant = document.padded_keys[at - 2].endswith("عبد")  # `عبد الإله الخطيب`
    if (certainty(document, at + 1) and not joined) or (is_definite(document, at - 1) and not servant):
        return False
    return is_definite(document, at) or (document.keys[at].endswith("ي") and certainty(document, at - 1) == "sure")


def closes(document: Document, at: int) -> bool:
    """An everyday word with the article that ends a name of several parts, before a comma; behind a father's name, before `و`."""
    fathered = document.keys[at - 2] in SONS and (document.padded_keys[at + 1][:1] == "و" or not is_word(document, at + 1))
    if (
        not (is_marked(document, at + 1) or fathered)
        or _PARTICIPLE.match(document.keys[at])
        or document.keys[at] in TOLD | REGNAL
    ):
        return False
    tags = document.words[at].tags
    return (
        tags <= {"common_word", "person_name"} and certainty(document, at - 1) == "sure" and not document.keys[at].endswith("ية")
    )


def ends_name(document: Document, at: int, titled: bool) -> bool:
    """Whether an everyday word is the last part of a name: behind a given name, before a boundary: `السيد أحمد شرف: ...`.

    The given name must stand behind a title or a verb of saying, or in a list of names.
    """
    words, keys = document.padded_words, document.padded_keys
    word, key, before, behind = words[at], keys[at], words[at - 1].tags, words[at + 1]
    if not _may_end(word) or not ("person_name" in before or "abd_shape" in before):
        return False
    again, bounded = key in _repeated(document).get(keys[at - 1], ()), _bounds(behind) or _joins_name(behind)
    if not again and not bounded:
        return False
    if again and not definite(word) and key[0] != "م" and not key.endswith(("ا", "ك")):
        return True
    if (_participle(word) and _is_participle(document, at)) or (_masdar(word) and not (titled and is_marked(document, at + 1))):
        return False
    if again and definite(word):
        return True
    if not bounded or ("title" in behind.tags and definite(behind)):
        return False  # `حديث الناطق`
    cue = document.words[at - 2].get("cue") if at > 1 else None
    if titled or (cue is not None and cue.pos == "verb"):
        return True
    return certainty(document, at - 1) == "sure" and _is_listed(document, at - 1) and _ends_item(document, at + 1)


@kept
def _may_end(word: Word) -> bool:
    """Whether an everyday word may be the last part of a name: no title, no verb, nothing with an ending of its own."""
    if not word.tags.isdisjoint(NO_END) or ("cue" in word.tags and closed(word)):
        return False
    return not (word.surface.endswith(TANWIN) or word.key.endswith(PRONOUNS) or looks_verb(word.key))


def _repeated(document: Document) -> dict[str, set[str]]:
    """Words that stand more than once behind the same sure given name: `طلال سلامة`, and `طلال سلامة` again."""
    known: dict[str, set[str]] | None = document.cache.get("repeated")
    if known is not None:
        return known
    known = document.cache["repeated"] = {}
    keys, names, words = document.padded_keys, document.at("person_name"), document.words
    names = list(compress(names, map(_may_be_repeated, map(words.__getitem__, names))))
    pairs = [(keys[at], keys[at + 1]) for at in names]
    if len(set(pairs)) == len(pairs):
        return known
    once: set[tuple[str, str]] = set()
    for at, pair in zip(names, pairs, strict=True):
        if certainty(document, at) == "sure":
            if pair in once:
                known.setdefault(pair[0], set()).add(pair[1])
            once.add(pair)
    return known


@kept
def _may_be_repeated(word: Word) -> bool:
    """Whether a word may be a sure given name, and is no noun, no foreign name and nothing else."""
    if _certainty(word) not in ("sure", _IF_TOLD) or word.key in NOUNS:
        return False
    # a foreign given name by its length too: short Arab ones have no kin either
    return not (len(word.key) > 5 and is_foreign(word.key)) and not other_tags(word)


def _is_listed(document: Document, at: int) -> bool:
    """Whether a given name begins an item of a list or a line, or has a nationality before it: `ومحمد`, `الأردني طارق`."""
    reading, before = document.words[at].get("person_name"), at - 1
    joined = reading.proclitics == "و" if reading is not None else document.keys[at].startswith("وعبد")
    if joined and document.keys[at] not in NOUNS:
        return document.padded_words[before].tags.isdisjoint(_BOUNDS)
    if at == document.sentence_bounds[at][0] or document.padded_keys[before] in ("،", ",", "(", "-", "–", "*", "/", "؛"):
        return True
    return "nationality" in document.padded_words[before].tags and is_definite(document, before)


def _ends_item(document: Document, at: int) -> bool:
    """What ends an item of a list: a mark, another name joined by `و`."""
    if not is_word(document, at):
        return document.padded_keys[at] in ("،", ",", "(", ")", "-", "–", ".", "؛", "/", ":") or at == len(document)
    name = document.words[at].get("person_name")
    if name is None or name.proclitics != "و":
        return _joins_name(document.words[at])
    return name.certainty == "sure" or certainty(document, at + 1) == "sure" or is_definite(document, at + 1)


@kept
def _joins_name(word: Word) -> bool:
    """`وسالم`, `وعبدالله`: another sure given name behind `و`, so that the item of a list before it ends."""
    if "abd_shape" in word.tags:
        return word.key.startswith("وعبد")
    name = word.get("person_name")
    given = name is not None and name.proclitics == "و" and name.certainty == "sure" and name["role"] != "family"
    return given and word.tags <= _JOINED and word.key[1:] not in NOUNS


def _is_participle(document: Document, at: int) -> bool:
    """`مرفوقة`, `قادم`: what tells of the person behind his name; a foreign given name has a foreign family: `سامانثا باور`."""
    if _is_noun_in_t(document, at):
        return False
    return document.keys[at].endswith(("ة", "ا")) or not is_foreign(document.keys[at - 1])


@kept
def _participle(word: Word) -> bool:
    return _PARTICIPLE.match(word.key) is not None and "person_name" not in word.tags


def _is_noun_in_t(document: Document, at: int) -> bool:
    """`نزار بركة،`: a noun in ة, before a mark."""
    key = document.keys[at]
    return key.endswith("ة") and key[0] != "م" and not key.startswith("ال") and len(key) < 6 and is_marked(document, at + 1)


def foreign_family(document: Document, at: int) -> bool:
    """A word behind a sure given name that no table lists, or only as a name: `مايكل بالاك`, `محمد توفلة`."""
    word, key = document.words[at], document.keys[at]
    if (
        is_definite(document, at)
        or (looks_verb(key) and (key.startswith("است") or is_native(key)))
        or (
            key.endswith(_NO_FAMILY_ENDINGS)
            and not is_foreign(key)
            and not (is_unknown(document, at) and key.endswith(("ون", "ين")))
        )
        or word.surface.endswith(TANWIN)
    ):
        return False
    if may_be_foreign(document, at) or (_seldom(word) and (is_foreign(key) or key[0] not in "بلستفك")):
        return True
    return is_unknown(document, at) and key[0] not in "بلستفك" and not is_joined(document, at)


def is_unlisted_family(document: Document, at: int) -> bool:
    """Whether a word that no table lists looks like a family name: a nisba, a noun in ة, `بو` and a stem; no verb, no plural."""
    word, key = document.words[at], document.keys[at]
    if len(key) < 4 or word.surface.endswith(TANWIN) or key.endswith(PRONOUNS + _NO_FAMILY_ENDINGS) or key in TOLD:
        return False
    if is_definite(document, at):
        return key.startswith("ال") and (key.endswith("ي") or is_bounded(document, at + 1)) and _PARTICIPLE.match(key) is None
    if key.startswith(_MAGHREBI) and len(key) > 4:
        return True
    if key.endswith("ت") and is_native(key):
        return False  # `اشتهرت`
    if key[0] in "يت" and key.endswith("ان"):
        return False  # `يناقشان`
    if key[0] == "و":
        return key.endswith("ي") and len(key) < 6 and is_marked(document, at + 1)
    if key[0] in "فبلك" and (is_native(key[1:]) or document.lexicon.look_up(key[1:])):
        return False
    return key.endswith(("ي", "ة")) or (key[0] not in "سيتن" and is_bounded(document, at + 1))


def ends_chain(document: Document, at: int) -> bool:
    """`خالد بن سالم بحري،`: an everyday word behind the father's name, before a comma or what opens speech."""
    word = document.words[at]
    if document.keys[at - 2] not in SONS or word.key in TOLD | REGNAL:
        return False
    if word.key == "المقبل":
        return True
    allowed = {"common_word", "person_name", "dual_shape", "concept_trigger", "counted", "place", "place_alias"}
    if word.tags - allowed or not is_marked(document, at + 1) or looks_verb(word.key):
        return False
    return not word.surface.endswith(TANWIN) and not word.key.endswith(PRONOUNS) and not coordinated(document, at)

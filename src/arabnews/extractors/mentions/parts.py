"""The parts of a person's name: how many tokens the next one takes, by short rules in order; the first that knows answers.

A rule gets the document, the token where the part would start, how many tokens the name has so far, and whether a title stands
before it. It returns the number of tokens of the part, 0 if the name cannot go on here, or None if it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.families import (
    NAMES,
    REGNAL,
    SHAPES,
    SONS,
    TANWIN,
    TOLD,
    certainty,
    closes,
    coordinated,
    ends_chain,
    ends_name,
    family,
    foreign_family,
    is_bounded,
    is_family_name,
    is_foreign_word,
    is_joined,
    is_marked,
    is_telling_family,
    is_unlisted_family,
    looks_verb,
    may_be_foreign,
    titled_family,
)
from arabnews.extractors.mentions.found import is_closed, is_definite, is_unknown, is_word, key_at, rival_tags, tags_at
from arabnews.lexicon.morphology import is_native
from arabnews.text.tokens import Kind

Rule = Callable[[Document, int, int, bool], int | None]

CONNECTORS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ذو", "دي", "دو", "فان", "فون", "لا", "لو", "ولد", "ود"}
)
PARTICLES: Final = frozenset({"فان", "فون", "دي", "دو", "دا", "ديل", "دير", "دن", "ايت", "اد"})
"""`رود فان نيستلروي`"""
_FRENCH: Final = frozenset({"لا", "لو", "دو"})
"""Articles of foreign names that are function words too."""
THEOPHORIC: Final = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء"})
"""Second halves of compound names: `نصر الله`, `صلاح الدين`, `فاطمة الزهراء`."""
BLESSINGS: Final = frozenset({"صلى", "صلي", "رضي", "رحمه", "حفظه", "عليه", "سبحانه", "تعالى"})
_OPENERS: Final = frozenset({"ابو", "بن", "ابن", "ال", "ام", "عبد"})
"""Connectors that may begin a name."""
_FATHERS: Final = ("ابو", "ابي", "ابا")
_COMPOUND: Final = frozenset({"ابي", "ابو", "ال", "عبد"})
_OF_THE_FAITH: Final = frozenset(
    {"عز", "تاج", "محيي", "نجم", "علم", "فخر", "شرف", "سيف", "ضياء"}
    | {"بهاء", "سراج", "شمس", "بدر", "صدر", "قطب", "تقي", "خير", "بيد"}
)
"""First halves that are everyday words: `عز الدين`."""
_GODS: Final = frozenset({"توفيق", "رسول", "كتاب", "بيت", "سبيل", "رحمة", "حمد", "شكر"})
"""`توفيق الله` is no name."""
_ATTRIBUTES: Final = frozenset({"الواحد", "الاحد", "الاول", "الحق", "الاخر"})
"""Attributes of God behind `عبد` that are closed words too."""
SECOND: Final = frozenset(
    {"امين", "الامين", "البشير", "الهادي", "المختار", "الحبيب", "الطاهر", "المهدي", "الصديق", "المصطفى", "الطيب", "العربي"}
)
"""Second given names that are titles or adjectives too."""
_MIDDLE: Final = frozenset(
    {"اكبر", "اصغر", "سيد", "شيخ", "حاج", "امير", "خان", "ميرزا", "اغا", "بك", "باشا", "مولاي", "سيدي", "ولي"}
)
"""Parts of names that are titles or everyday words too."""
_DOTTED: Final = frozenset({"الي", "حتي", "لدي", "مني", "لصالح", "انذاك", "حينذاك", "وقتذاك", "يومذاك", "حينئذ", "عندئذ"})
"""`إلى`, `حتى`, `لدى`, `منى` with a dotted last letter, `لصالح`, and adverbs."""
_MONTHS: Final = frozenset({"شباط", "تموز", "رمضان", "شعبان", "رجب", "ربيع", "محرم"})
"""Months that are family names too."""
_OTHERS: Final = frozenset({"nationality", "title", "org_head", "place_type", "facility_head"})
"""What is told of somebody or something, and no name."""
_EVERYDAY: Final = frozenset({"common_word", "person_name", "dual_shape", "day_part", "concept_trigger"})
_NAMED: Final = frozenset({"person_name", "abd_shape"})


def part(document: Document, at: int, parts: int, titled: bool) -> int:
    """How many tokens the next part of a name takes: 0 if none."""
    if not is_word(document, at):
        return 2 if _is_hyphenated(document, at, parts) else 0
    if not parts and not _may_begin(document, at, titled):
        return 0
    key = document.keys[at]
    rules = _RULES if key in _PARTICULAR or key[1:] in _PARTICULAR else _PLAIN_RULES
    for rule in rules[parts > 0]:
        taken = rule(document, at, parts, titled)
        if taken is not None:
            return taken
    return 0


def _may_begin(document: Document, at: int, titled: bool) -> bool:
    """Whether a word may begin a name: a known part of names, the first half of one, behind a title what no other table knows."""
    key, tags = document.keys[at], document.words[at].tags
    if (titled and tags <= NAMES) or not _NAMED.isdisjoint(tags):
        return True
    return key in _FIRST_HALVES or key[1:] in _FIRST_HALVES


_FIRST_HALVES: Final = CONNECTORS | PARTICLES | _OF_THE_FAITH


def _is_hyphenated(document: Document, at: int, parts: int) -> bool:
    """`كيم جونغ - إيل`: two short foreign parts joined by a hyphen."""
    if not parts or key_at(document, at) != "-" or not is_word(document, at + 1):
        return False
    return all(len(document.keys[side]) < 6 and is_foreign_word(document, side) for side in (at - 1, at + 1))


# ---- what no part of a name looks like


def _is_barred(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A blessing, an accusative, a preposition with the article, `توفيق الله`."""
    word, key = document.words[at], document.keys[at]
    resumed = word.surface.startswith("فإن")  # with its hamza it is no `فان`
    if len(key) < 2 or resumed or key in BLESSINGS or key in _DOTTED or word.surface.endswith(TANWIN):
        return 0
    if key.startswith(("لل", "بال", "كال")):
        reading = word.get("person_name")
        if reading is None or reading.proclitics:
            return 0
    return 0 if key in _GODS and key_at(document, at + 1) == "الله" else None


def _is_joined(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`رحب بالوزير وبارك له`, `بعث الأمير برقية`: behind a title no name begins with a clitic."""
    reading = document.words[at].get("person_name") if titled else None
    return 0 if reading is not None and reading.proclitics else None


def _is_relative(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`ابن عمه`, `ابن التاسعة`"""
    if document.keys[at] != "ابن":
        return None
    relative = key_at(document, at + 1).endswith(("ه", "ها", "هم")) or "ordinal" in tags_at(document, at + 1)
    return 0 if relative else None


def _is_told(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فلان المقيم`, and nothing behind `محمد السادس`."""
    return 0 if document.keys[at] in TOLD or document.keys[at - 1] in REGNAL else None


def _is_title(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A title behind a name is no part of it, save as a family name before a mark: `الدكتور حاتم قاضي،`, `خالد الطباخ،`."""
    word, key = document.words[at], document.keys[at]
    if "title" not in word.tags or key in SONS or titled_family(document, at):
        return None
    named = (parts == 1 and certainty(document, at - 1) == "sure") or (parts == 2 and document.keys[at - 2].endswith("عبد"))
    marked = is_marked(document, at + 1) or key_at(document, at + 1) == "."
    if not named or not marked or "place_type" in word.tags:
        return 0
    title = word.get("title")
    if title is None or title.proclitics != "ال" or key in REGNAL | TOLD:
        return int(titled and not key.startswith("ال"))
    return int(titled or title["of"] == "no")


def _is_another(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`السيسي والبشير`, and a known word with a pronoun: `حرصه`."""
    strange = "person_name" not in document.words[at].tags and _has_pronoun(document, at)
    return 0 if strange or coordinated(document, at) else None


def _is_closed(document: Document, at: int, parts: int, titled: bool) -> int | None:
    return 0 if is_closed(document, at) else None


def _is_nation(document: Document, at: int, parts: int, titled: bool) -> int | None:
    return 0 if "nationality" in document.words[at].tags and not _outdoes_nationality(document, at) else None


def _is_next(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`سعيد بن مشيط الفارس عبدالرحمن`: behind a family name with the article a given name begins another name."""
    reading, before = document.words[at].get("person_name"), document.words[at - 1].get("person_name")
    if parts < 3 or reading is None or before is None or reading["role"] == "family" or before["role"] != "family":
        return None
    ended = before["certainty"] == "sure" and is_definite(document, at - 1) and document.keys[at - 2] not in CONNECTORS
    return 0 if ended and not is_definite(document, at) else None


def _is_after_family(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فرويد منحة`, `المنصوري الهادي`: behind a family name by itself only sure or foreign parts go on."""
    if parts != 1 or not is_family_name(document, at - 1):
        return None
    reading = document.words[at].get("person_name")
    if reading is not None and reading["role"] == "given" and is_definite(document, at):
        return 0
    sure = reading is not None and reading["certainty"] == "sure"
    return None if sure or (titled and is_marked(document, at + 1)) or is_foreign_word(document, at) else 0


# ---- compounds


def _second_given(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`محمد الأمين موسى`"""
    second = document.keys[at] in SECOND and certainty(document, at - 1) == "sure" and certainty(document, at + 1)
    return 1 if second else None


def _middle(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`حسن شيخ محمود`, `علي أكبر صالحي`: a given name that is a title or an everyday word too."""
    if document.keys[at] not in _MIDDLE or not certainty(document, at - 1):
        return None
    following = certainty(document, at + 1)
    return 1 if following == "sure" or (following and titled) or key_at(document, at + 1) == "عبد" else None


def _son(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Whatever stands behind `بن` inside a name is a name."""
    if document.keys[at] not in SONS or not is_word(document, at + 1) or "function_word" in tags_at(document, at + 1):
        return None
    compound = key_at(document, at + 1) in _COMPOUND or key_at(document, at + 2) in THEOPHORIC
    return 3 if compound and is_word(document, at + 2) else 2


def _particle(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فان نيستلروي`, no `فإن`; by itself it must stand behind a title, before a sure name: `المدرب دا سيلفا`."""
    if (
        document.keys[at] not in PARTICLES
        or "إ" in document.words[at].surface
        or not is_word(document, at + 1)
        or is_definite(document, at + 1)
    ):
        return None
    if parts and document.keys[at + 1] in PARTICLES and is_word(document, at + 2):
        return 3  # `فون دير لاين`
    return 2 if parts or (titled and certainty(document, at + 1) == "sure") else None


def _joined_servant(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`وعبد الواحد`"""
    key = document.keys[at]
    if len(key) != 4 or not key.endswith("عبد") or key[0] not in "وفبل" or not is_definite(document, at + 1):
        return None
    return 2 if not is_closed(document, at + 1) or document.keys[at + 1] in _ATTRIBUTES else 0


def _father(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`أبو عبد الله`"""
    key = document.keys[at]
    if not key.endswith(_FATHERS) or len(key) > 4 or key_at(document, at + 1) != "عبد":
        return None
    return 3 if is_definite(document, at + 2) else None


def _servant(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبد الرحمن`, `عبد رب النبي`"""
    following = at + 1
    if document.keys[at] != "عبد" or not is_word(document, following):
        return None
    if is_closed(document, following) and document.keys[following] not in _ATTRIBUTES:
        return 0
    if document.keys[following] == "رب" and is_definite(document, following + 1):
        return 3
    if is_definite(document, following):
        return 2
    named = not _NAMED.isdisjoint(document.words[following].tags) or is_unknown(document, following)
    return 2 if parts and named else 0


def _connector(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`أبو غزالة`, `آل مكتوم`: a word that a name's part begins with."""
    key, following = document.keys[at], at + 1
    if key not in CONNECTORS and (parts or len(key) < 4 or key[0] not in "وفبل" or key[1:] not in CONNECTORS):
        return None
    if (key == "ام" if parts else key not in _OPENERS) or not is_word(document, following) or is_closed(document, following):
        return 0
    if key in _FRENCH and not is_foreign_word(document, at - 1):
        return 0  # `لا يفي`, `لو كان`
    named = (
        is_definite(document, following)
        or not _NAMED.isdisjoint(document.words[following].tags)
        or is_unknown(document, following)
        or (parts and key == "ابو" and is_bounded(document, following + 1))
    )
    return 2 if named and (parts or "common_word" not in document.words[following].tags) else 0


def _abd_shape(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبدالرحمن`"""
    return int(not parts or document.keys[at][0] == "ع") if "abd_shape" in document.words[at].tags else None


def _theophoric(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`نصر الله`, `عز الدين`"""
    key = document.keys[at]
    if parts and coordinated(document, at):
        return None  # `وعبد الرحمن`
    if key_at(document, at + 1) not in THEOPHORIC or key in _GODS or (not parts and is_definite(document, at)):
        return None
    known = key in _OF_THE_FAITH or "person_name" in document.words[at].tags
    return 2 if known and (parts or not is_closed(document, at)) else None


def _regnal(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`الملك محمد السادس`; `الثاني من مايو` is a date."""
    if not titled or parts > 2 or document.keys[at] not in REGNAL or key_at(document, at + 1) in ("من", "عشر", "والعشرين"):
        return None
    return 1 if certainty(document, at - 1) or document.keys[at - 1] in THEOPHORIC else None


# ---- single parts


def _opening(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """The first word: a known part of names, or a foreign word behind a title."""
    word = document.words[at]
    if "person_name" in word.tags:
        return 1
    return int(titled and word.tags.isdisjoint(_OTHERS) and may_be_foreign(document, at) and not is_definite(document, at))


def _everyday_end(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """An everyday word at the name's end: `السيد أحمد شرف:`, `حميد شباط`, `خالد بن سالم بحري،`."""
    if parts == 1 and ends_name(document, at, titled=titled):
        return 1
    if parts == 1 and document.keys[at] in _MONTHS and certainty(document, at - 1):
        return int(at + 1 == len(document) or document.words[at + 1].kind is not Kind.NUMBER)
    return 1 if parts > 2 and titled and ends_chain(document, at) else None


def _family(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Behind a sure given name: `طارق العيسى`, `مايكل بالاك`."""
    sure = parts == 1 and certainty(document, at - 1) == "sure"
    return 1 if sure and (family(document, at, titled) or foreign_family(document, at)) else None


def _unlisted(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A rare word that no table lists, behind a sure given name: `فهد كاملي`, `عبدالعزيز فلاتة`, `كريم بوضيف`."""
    if parts != 1 or document.words[at].tags - SHAPES or is_joined(document, at):
        return None
    if certainty(document, at - 1) != "sure":
        return 1 if is_telling_family(document, at) else None
    return 1 if is_unlisted_family(document, at) and not _has_pronoun(document, at) else None


def _between(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبدالله يامين عبدالقيوم`: an unlisted part between sure ones."""
    if not certainty(document, at - 1) == "sure" == certainty(document, at + 1):
        return None
    fathered = is_family_name(document, at + 1) and is_definite(document, at + 1) and not is_definite(document, at)
    if fathered and document.words[at].tags <= _EVERYDAY and not document.keys[at].endswith("ا"):
        return 1  # `فهد بتال الدوسري`
    if document.words[at].tags - SHAPES:
        return None
    key = document.keys[at]
    addressed = key.endswith("ك") and document.lexicon.look_up(key[:-1])  # `عليك`
    return int(key[0] not in "وبل" and not addressed and not _has_pronoun(document, at))


def _behind_compound(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبد القادر خمري.`, `سعد الدين العثماني`"""
    if parts != 2:
        return None
    key = document.keys[at]
    if document.keys[at - 2].endswith("عبد") and is_unknown(document, at) and is_bounded(document, at + 1):
        return int(key[0] not in "وبل")
    if document.keys[at - 1] not in THEOPHORIC:
        return None
    return 1 if is_foreign_word(document, at) or (key.endswith("ي") and family(document, at, titled)) else None


def _rare_end(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`محمد توفيق بلو:`, and a foreign word behind two others."""
    if parts not in (2, 3) or not is_unknown(document, at):
        return None
    if parts == 2 and is_bounded(document, at + 1) and certainty(document, at - 1) and document.keys[at][0] not in "ابلفسو":
        return 1
    return 1 if is_foreign_word(document, at - 1) and is_foreign_word(document, at) else None


def _known(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A known part of names that is not, most of the time, an everyday word."""
    word = document.words[at]
    reading = word.get("person_name")
    if reading is None:
        return None if word.tags.isdisjoint(_OTHERS) else 0
    everyday = word.get("common_word")
    often = everyday is not None and everyday["rate"] == "often" and reading["certainty"] != "sure"
    return int(not reading.proclitics and (not often or is_definite(document, at)))


def _definite(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A family name with the article that no table lists: `محمد علي العظيمي`, `فهد بن عبدالله العسكر،`."""
    if not is_definite(document, at):
        return None
    word, key = document.words[at], document.keys[at]
    if not key.startswith("ال"):
        return 0
    if not word.tags and (key.endswith("ي") or titled) and (parts > 1 or (titled and key.endswith("ي"))):
        return 1
    return int((parts > 1 and closes(document, at)) or ("common_word" not in word.tags and not is_native(key)))


def _strange(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Behind a title, a word that no table knows: `أنيس غديرة`, `تشارليز ثيرون`."""
    key = document.keys[at]
    if not titled or parts > 3 or looks_verb(key):
        return 0
    bounded, sure = is_bounded(document, at + 1), certainty(document, at - 1) == "sure"
    strange = not document.words[at].tags - SHAPES and key[0] not in "وفبلسك" and not key.endswith(("ا", "ه")) and bounded
    if parts == 1 and strange and (sure or is_foreign_word(document, at - 1)):
        return 1
    rare = bounded and sure and is_unknown(document, at) and not key.startswith("و")
    return int(may_be_foreign(document, at) or (rare and not _has_pronoun(document, at)))


_BEGINNINGS: Final[tuple[Rule, ...]] = (
    *(_is_barred, _is_joined, _is_relative, _particle, _joined_servant, _father, _servant, _connector, _abd_shape, _theophoric),
    *(_is_closed, _is_nation, _opening),
)
_CONTINUATIONS: Final[tuple[Rule, ...]] = (
    *(_is_barred, _is_told, _second_given, _middle, _is_title, _is_relative, _son, _particle, _father, _servant, _connector),
    *(
        _is_next,
        _abd_shape,
        _theophoric,
        _regnal,
        _is_another,
        _everyday_end,
        _is_closed,
        _is_after_family,
        _family,
        _unlisted,
        _between,
    ),
    *(_behind_compound, _rare_end, _known, _definite, _strange),
)

# Half of the rules answer for a few words only, with or without a proclitic: at all others they need not be asked.
_PARTICULAR: Final = CONNECTORS | PARTICLES | SONS | REGNAL | SECOND | _MIDDLE | frozenset(_FATHERS)
_OF_PARTICULAR_WORDS: Final[tuple[Rule, ...]] = (
    *(_is_relative, _particle, _joined_servant, _father, _servant, _connector, _second_given, _middle, _son, _regnal),
)
_RULES: Final = (_BEGINNINGS, _CONTINUATIONS)
_PLAIN_RULES: Final = tuple(tuple(rule for rule in rules if rule not in _OF_PARTICULAR_WORDS) for rules in _RULES)


def _outdoes_nationality(document: Document, at: int) -> bool:
    """`رومان شتراوسمان`, `تركي بن سعود`: a name, though it is the name of a people too."""
    if key_at(document, at + 1) in SONS or "nationality" not in rival_tags(document, at):
        return True
    known = "person_name" in document.words[at].tags and not is_definite(document, at)
    return known and at + 1 < len(document) and is_foreign_word(document, at + 1)


def _has_pronoun(document: Document, at: int) -> bool:
    """`حرصه`, `إعجابه`, `بتنفيذ`: a known word with a pronoun behind or a preposition before it."""
    key, look_up = document.keys[at], document.lexicon.look_up
    if key.endswith("ه") and look_up(key[:-1]):
        return True
    if key[0] not in "بل" or len(key) < 5:
        return False
    return any(r.tag not in ("place", "person_name") and not r.proclitics for r in look_up(key[1:]))

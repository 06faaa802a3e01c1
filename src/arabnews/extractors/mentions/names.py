"""The grammar of a person's name: which tokens are parts of it, and where it ends."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.families import (
    NAMES,
    NOUNS,
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
    is_marked,
    looks_verb,
    may_be_foreign,
    titled_family,
)
from arabnews.extractors.mentions.found import is_closed, is_definite, is_unknown, is_word, key_at, tags_at
from arabnews.lexicon.morphology import is_native
from arabnews.text.tokens import Kind

CONNECTORS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ذو", "دي", "دو", "فان", "فون", "لا", "لو", "ولد"}
)
_FATHERS: Final = ("ابو", "ابي", "ابا")
_COMPOUND: Final = frozenset({"ابي", "ابو", "ال", "عبد"})
PARTICLES: Final = frozenset({"فان", "فون", "دي", "دو", "دا", "ديل", "دير", "ايت"})
"""`رود فان نيستلروي`"""
_MAX_PARTS: Final = 6
_THEOPHORIC: Final = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء"})
"""Second halves of compound names: `نصر الله`, `صلاح الدين`, `فاطمة الزهراء`."""
_OF_THE_FAITH: Final = frozenset(
    {
        "عز",
        "تاج",
        "محيي",
        "نجم",
        "علم",
        "فخر",
        "شرف",
        "سيف",
        "ضياء",
        "بهاء",
        "سراج",
        "شمس",
        "بدر",
        "صدر",
        "قطب",
        "تقي",
        "خير",
        "بيد",
    }
)
"""First halves that are everyday words: `عز الدين`."""
_GODS: Final = frozenset({"توفيق", "رسول", "كتاب", "بيت", "سبيل", "رحمة", "حمد", "شكر"})
"""`توفيق الله` is no name."""
BLESSINGS: Final = frozenset({"صلى", "صلي", "رضي", "رحمه", "حفظه", "عليه", "سبحانه", "تعالى"})
_ATTRIBUTES: Final = frozenset({"الواحد", "الاحد", "الاول", "الحق", "الاخر"})
"""Attributes of God behind `عبد` that are closed words too."""
_SECOND: Final = frozenset(
    {"امين", "الامين", "البشير", "الهادي", "المختار", "الحبيب", "الطاهر", "المهدي", "الصديق", "المصطفى", "الطيب", "العربي"}
)
"""Second given names that are titles or adjectives too."""
_DOTTED: Final = frozenset({"الي", "حتي", "لدي", "مني", "لصالح", "انذاك", "حينذاك", "وقتذاك", "يومذاك", "حينئذ", "عندئذ"})
"""`إلى`, `حتى`, `لدى`, `منى` with a dotted last letter, `لصالح`, and adverbs."""
_MONTHS: Final = frozenset({"شباط", "تموز", "رمضان", "شعبان", "رجب", "ربيع", "محرم"})
"""Months that are family names too."""

_OTHERS: Final = frozenset({"nationality", "title", "org_head", "place_type", "facility_head"})
"""What is told of somebody or something, and no name."""


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
    """`بن نايف`, `نصر الله`, `عبد الواحد`: two words that make a name together."""
    key = document.keys[at]
    servant = key.endswith("عبد") and len(key) < 5 and is_definite(document, at + 1)
    return key in SONS or servant or key_at(document, at + 1) in _THEOPHORIC


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


def _part(document: Document, at: int, *, first: bool, titled: bool, parts: int) -> int:
    """How many tokens the next part of a name takes: 0 if none."""
    if not is_word(document, at):
        return 2 if _is_hyphenated(document, at, first=first) else 0
    word, key, after = document.words[at], document.keys[at], key_at(document, at + 1)
    reading = word.get("person_name")
    if (
        len(key) < 2
        or key in BLESSINGS
        or word.surface.endswith(TANWIN)
        or (key.startswith(("لل", "بال", "كال")) and (reading is None or reading.proclitics))
    ):
        return 0
    joined = first and titled and reading is not None and reading.proclitics.startswith("و")
    if joined or (after == "الله" and key in _GODS):
        return 0  # `رحب بالوزير وبارك له`
    if key in _DOTTED or (not first and (key in TOLD or document.keys[at - 1] in REGNAL)):
        return 0
    if not first and key in _SECOND and certainty(document, at - 1) == "sure" and certainty(document, at + 1):
        return 1  # `محمد الأمين موسى`
    if not first and "title" in word.tags and key not in SONS and not titled_family(document, at):
        return int(
            titled
            and ((parts == 1 and certainty(document, at - 1) == "sure") or (parts == 2 and document.keys[at - 2].endswith("عبد")))
            and (is_marked(document, at + 1) or after == ".")
            and not key.startswith("ال")
        )
    if key == "ابن" and (after.endswith(("ه", "ها", "هم")) or "ordinal" in tags_at(document, at + 1)):
        return 0  # `ابن عمه`, `ابن التاسعة`
    if not first and key in SONS and is_word(document, at + 1) and "function_word" not in tags_at(document, at + 1):
        # whatever stands behind `بن` inside a name is a name
        compound = after in _COMPOUND or key_at(document, at + 2) in _THEOPHORIC
        return 3 if compound and is_word(document, at + 2) else 2
    if (not first or titled) and key in PARTICLES and certainty(document, at + 1) == "sure" and not is_definite(document, at + 1):
        return 2  # `المدرب دا سيلفا`
    if not first and key in PARTICLES and is_word(document, at + 1) and not is_definite(document, at + 1):
        return 2
    if first and len(key) == 4 and key.endswith("عبد") and key[0] in "وفبل" and is_definite(document, at + 1):
        return 2 if not is_closed(document, at + 1) or document.keys[at + 1] in _ATTRIBUTES else 0
    if key.endswith(_FATHERS) and len(key) < 5 and after == "عبد" and is_definite(document, at + 2):
        return 3  # `أبو عبد الله`
    if key in CONNECTORS or (first and key[1:] in CONNECTORS and key[0] in "وفبل" and len(key) > 3):
        if first and key in ("لا", "لو", "ام", "ال", "ذو", "دي", "ابي", "ابا", "عبد") and key not in ("ابو", "عبد", "ال"):
            return 0
        following = at + 1
        attribute = key == "عبد" and key_at(document, following) in _ATTRIBUTES
        takes = is_word(document, following) and (attribute or not is_closed(document, following))
        named = takes and (
            is_definite(document, following)
            or bool(tags_at(document, following) & {"person_name", "abd_shape"})
            or is_unknown(document, following)
            or (parts > 0 and key == "ابو" and is_bounded(document, following + 1))
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
    theophoric = (
        after in _THEOPHORIC
        and key not in _GODS
        and not (first and is_definite(document, at))
        and (reading is not None or key in _OF_THE_FAITH)
    )
    if theophoric and (parts > 0 or not is_closed(document, at)):
        return 2
    if (
        titled
        and parts in (1, 2)
        and key in REGNAL
        and (certainty(document, at - 1) or document.keys[at - 1] in _THEOPHORIC)
        and not _is_date(document, at + 1)
    ):
        return 1
    if not first and (coordinated(document, at) or (reading is None and _has_pronoun(document, at))):
        return 0
    if parts == 1 and ends_name(document, at, titled=titled):
        return 1
    if parts == 1 and key in _MONTHS and certainty(document, at - 1):
        return int(document.words[at + 1].kind is not Kind.NUMBER) if at + 1 < len(document) else 1  # `حميد شباط`
    if parts > 2 and titled and ends_chain(document, at):
        return 1
    if is_closed(document, at) or (first and "nationality" in word.tags and not _outdoes_nationality(document, at)):
        return 0
    if first:
        if reading is not None or not titled or word.tags & _OTHERS:
            return int(reading is not None)
        return int(may_be_foreign(document, at) and not is_definite(document, at))
    if (
        parts == 1
        and reading is not None
        and reading["role"] == "given"
        and is_family_name(document, at - 1)
        and is_definite(document, at)
    ):
        return 0  # `عين المنصوري الهادي ولد سالم`
    if (
        parts == 1
        and is_family_name(document, at - 1)
        and not (titled and is_marked(document, at + 1))
        and not (reading is not None and reading["certainty"] == "sure")
        and not is_foreign_word(document, at)
    ):
        return 0  # `فرويد منحة`
    if parts == 1 and certainty(document, at - 1) == "sure" and (family(document, at, titled) or foreign_family(document, at)):
        return 1
    if not word.tags - SHAPES and certainty(document, at - 1) == "sure" == certainty(document, at + 1):
        return int(key[0] not in "وبل")  # `عبدالله يامين عبدالقيوم`
    if parts == 2 and document.keys[at - 2].endswith("عبد") and is_unknown(document, at) and is_bounded(document, at + 1):
        return int(key[0] not in "وبل")  # `عبد القادر خمري.`
    if parts == 2 and document.keys[at - 1] in _THEOPHORIC:
        nisba = key.endswith("ي") and family(document, at, titled)
        if nisba or is_foreign_word(document, at):
            return 1  # `سعد الدين العثماني`
    rare = is_unknown(document, at) and is_bounded(document, at + 1)
    if parts == 2 and rare and certainty(document, at - 1) and key[0] not in "ابلفسو":
        return 1  # `محمد توفيق بلو:`
    if parts in (2, 3) and is_foreign_word(document, at - 1) and is_foreign_word(document, at) and is_unknown(document, at):
        return 1
    if reading is not None:
        if reading.proclitics:
            return 0
        everyday = word.get("common_word")
        often = everyday is not None and everyday["rate"] == "often"
        if often and not is_definite(document, at) and reading["certainty"] != "sure":
            return 0
        return 1
    if word.tags & _OTHERS:
        return 0
    if titled and key.startswith("ال") and not word.tags and (parts > 1 or key.endswith("ي")):
        return 1  # `الدكتور دويش المريسي`
    if parts > 1 and key.startswith("ال") and ((key.endswith("ي") and not word.tags) or closes(document, at)):
        return 1  # `محمد علي العظيمي`, `فهد بن عبدالله العسكر،`
    if is_definite(document, at):
        return int("common_word" not in word.tags and key.startswith("ال") and not is_native(key))
    if not titled or parts > 3 or looks_verb(key):
        return 0
    strange = not word.tags - SHAPES and key[0] not in "وفبلسك" and not key.endswith(("ا", "ه")) and is_bounded(document, at + 1)
    if parts == 1 and strange and (certainty(document, at - 1) == "sure" or is_foreign_word(document, at - 1)):
        return 1  # `أنيس غديرة`, `تشارليز ثيرون`
    rare = rare and certainty(document, at - 1) == "sure"
    return int(may_be_foreign(document, at) or (rare and not _has_pronoun(document, at) and not key.startswith("و")))


def _is_hyphenated(document: Document, at: int, *, first: bool) -> bool:
    """`كيم جونغ - إيل`: two short foreign parts joined by a hyphen."""
    if first or key_at(document, at) != "-" or not is_word(document, at + 1):
        return False
    parts = (at - 1, at + 1)
    return all(len(document.keys[part]) < 6 and is_foreign_word(document, part) for part in parts)


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


def _not_common(document: Document, at: int, parts: int) -> bool:
    return parts > 0 or "common_word" not in tags_at(document, at)


def _is_name(document: Document, at: int, end: int, parts: int, sure: int, titled: bool) -> bool:
    """Whether the parts make a name: enough of them sure, or a title before them."""
    first = document.words[at]
    common = "common_word" in first.tags
    listed = "person_name" in first.tags
    if titled and parts == 1 and not sure and first.key.endswith("ة") and not listed:
        return False
    if titled and parts == 1 and not sure:
        foreign = is_foreign_word(document, at) and not first.key.endswith(("ه", "ات", "ين", "ون"))
        bounded = listed or is_bounded(document, end) or (foreign and is_definite(document, at - 1))
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
    return "person_name" in word.tags and word.tags <= NAMES


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

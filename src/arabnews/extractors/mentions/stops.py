"""Where a person's name stops: what no part of one looks like; rules of `parts`."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.compounds import GODS
from arabnews.extractors.mentions.families import (
    ANYBODY,
    REGNAL,
    SONS,
    TANWIN,
    TOLD,
    certainty,
    coordinated,
    is_family_name,
    is_foreign_word,
    is_marked,
    is_masdar,
    titled_family,
)
from arabnews.extractors.mentions.found import is_closed, is_definite, rival_tags
from arabnews.lexicon.entries import Word
from arabnews.lexicon.name_words import CONNECTORS

BLESSINGS: Final = frozenset({"صلى", "صلي", "رضي", "رحمه", "حفظه", "عليه", "سبحانه", "تعالى"})
_BARRED: Final = BLESSINGS | frozenset(
    {"لسان", "الي", "حتي", "لدي", "مني", "لصالح", "انذاك", "حينذاك", "وقتذاك", "يومذاك", "حينئذ", "عندئذ"}
)
"""And `إلى`, `حتى`, `لدى`, `منى` with a dotted last letter, `لصالح`, adverbs, `على لسان فلان`."""

NO_PARTS: Final = TOLD | ANYBODY


def is_of_god(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`توفيق الله`"""
    return 0 if document.padded_keys[at + 1] == "الله" and document.keys[at] in GODS else None


def is_barred(word: Word) -> bool:
    """Whether a word can be no part of a name, whatever stands beside it: a blessing, an accusative, a preposition and `ال`."""
    key = word.key
    resumed = word.surface.startswith("فإن")  # with its hamza it is no `فان`
    if len(key) < 2 or resumed or key in _BARRED or word.surface.endswith(TANWIN):
        return True
    if not key.startswith(("لل", "بال", "كال")):
        return False
    reading = word.get("person_name")
    return reading is None or reading.proclitics != ""


def begins_with_clitic(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`رحب بالوزير وبارك له`, `بعث الأمير برقية`: behind a title no name begins with a clitic."""
    reading = document.words[at].get("person_name") if titled else None
    return 0 if reading is not None and reading.proclitics else None


def is_relative(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`ابن عمه`, `ابن التاسعة`"""
    if document.keys[at] != "ابن":
        return None
    relative = document.padded_keys[at + 1].endswith(("ه", "ها", "هم")) or "ordinal" in document.padded_words[at + 1].tags
    return 0 if relative else None


def is_told(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فلان المقيم`, `فلان الجميع`"""
    return 0 if document.keys[at] in NO_PARTS else None


def is_title(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A title behind a name is no part of it, save as a family name before a mark: `الدكتور حاتم قاضي،`, `خالد الطباخ،`."""
    word, key = document.words[at], document.keys[at]
    if "title" not in word.tags or key in SONS or titled_family(document, at):
        return None
    named = (parts == 1 and certainty(document, at - 1) == "sure") or (
        parts > 1 and document.keys[at - 2].endswith(("عبد", "بن"))
    )
    marked = is_marked(document, at + 1) or document.padded_keys[at + 1] == "."
    if not named or not marked or "place_type" in word.tags:
        return 0
    title = word.get("title")
    if title is None or title.proclitics != "ال" or key in REGNAL | TOLD:
        return int(titled and not key.startswith("ال"))
    return int(titled or title["of"] == "no")


def is_another(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`السيسي والبشير`, and a known word with a pronoun: `حرصه`."""
    if "person_name" not in document.words[at].tags and has_pronoun(document, at):
        return 0
    return 0 if document.keys[at][0] == "و" and coordinated(document, at) else None


def is_no_part(document: Document, at: int, parts: int, titled: bool) -> int | None:
    return 0 if is_closed(document, at) else None


def is_nation(document: Document, at: int, parts: int, titled: bool) -> int | None:
    return 0 if "nationality" in document.words[at].tags and not _outdoes_nationality(document, at) else None


def is_next(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`سالم بن حمد الفارس عبدالرحمن`: behind a family name with the article a given name begins another name."""
    reading, before = document.words[at].get("person_name"), document.words[at - 1].get("person_name")
    if parts < 3 or reading is None or before is None or reading["role"] == "family" or before["role"] != "family":
        return None
    ended = before.certainty == "sure" and is_definite(document, at - 1) and document.keys[at - 2] not in CONNECTORS
    return 0 if ended and not is_definite(document, at) else None


def is_deed(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`افتتح بلال العيفة التهديف`: what somebody does, behind his full name."""
    return 0 if parts > 1 and is_definite(document, at) and is_masdar(document, at) and not is_marked(document, at + 1) else None


def is_after_family(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`فرويد منحة`, `المنصوري الهادي`: behind a family name by itself only sure or foreign parts go on."""
    if parts != 1 or not is_family_name(document, at - 1):
        return None
    reading = document.words[at].get("person_name")
    if reading is not None and reading["role"] == "given" and is_definite(document, at):
        return 0
    sure = reading is not None and reading.certainty == "sure"
    return None if sure or (titled and is_marked(document, at + 1)) or is_foreign_word(document, at) else 0


def _outdoes_nationality(document: Document, at: int) -> bool:
    """`رومان شتراوسمان`, `تركي بن سعود`: a name, though it is the name of a people too."""
    if document.padded_keys[at + 1] in SONS or "nationality" not in rival_tags(document, at):
        return True
    known = "person_name" in document.words[at].tags and not is_definite(document, at)
    return known and at + 1 < len(document) and is_foreign_word(document, at + 1)


def has_pronoun(document: Document, at: int) -> bool:
    """`حرصه`, `إعجابه`, `بتنفيذ`: a known word with a pronoun behind or a preposition before it."""
    key, look_up = document.keys[at], document.lexicon.look_up
    if key.endswith("ه") and look_up(key[:-1]):
        return True
    if key[0] not in "بل" or len(key) < 5:
        return False
    return any(r.tag not in ("place", "person_name") and not r.proclitics for r in look_up(key[1:]))

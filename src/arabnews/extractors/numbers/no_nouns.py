"""Words behind a number that it does not count, though no table knows them: verbs, adverbs, words with a preposition."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document

_WHOLE: Final = ("معظم", "غالبي", "اغلب", "بعض", "جميع", "كل", "نصف", "اكثر", "من", "مثل")
_PRONOUNS: Final = ("هم", "ها", "هن", "هما", "نا", "كم")
_QUANTIFIED: Final = frozenset(whole + pronoun for whole in (*_WHOLE, "غالبيت", "اغلبيت") for pronoun in _PRONOUNS)
_ADVERBS: Final = frozenset(
    {"مقارنة", "ابتداء", "انطلاقا", "اعتبارا", "بناء", "وفقا", "طبقا", "استنادا", "نظرا", "تزامنا", "خلافا", "فضلا", "علاوة"}
    | {"عالميا", "دوليا", "محليا", "قاريا", "قيد", "بعدما", "حينما", "عندما", "فيما", "بينما", "حيث", "انما", "وانما"}
)
_NOUN_ENDINGS: Final = ("ا", "ة", "ات", "ين", "ي", "ى", "اء")
_LEAST: Final = 3


def is_no_noun(document: Document, at: int) -> bool:
    """Whether an unknown word behind a number is no noun.

    Example:
        >>> from arabnews import Article, Lexicon
        >>> document = Document(Article("بلغ عددهم 300 معظمهم من القرية، وارتفع إلى 400 بحلول الصيف"), Lexicon.default())
        >>> is_no_noun(document, 3), is_no_noun(document, 10)
        (True, True)
    """
    key = document.keys[at]
    return key in _ADVERBS or key in _QUANTIFIED or _is_reporting(document, at) or _is_verb(key) or _is_prefixed(document, at)


def _is_reporting(document: Document, at: int) -> bool:
    """`مضيفا أن`, `مشيرا إلى`: a participle of a verb of saying that goes on with what is said."""
    word = document.words[at]
    cue = word.get("cue")
    if cue is None or cue.pos != "participle" or not word.key.endswith("ا"):
        return False
    after = document.keys[at + 1] if at + 1 < len(document.words) else ""
    return after in ("ان", "بان", "انه", "انها", "الي", "الى", "على", "في")


def _is_verb(key: str) -> bool:
    """A verb by its shape: `نفذت`, `تعود`, `تحتضن`, `يضرب`, `ليصل`; verbal nouns with a `ت` (`توقيع`, `تجمع`) are none."""
    if key.endswith(_NOUN_ENDINGS):
        return False
    if len(key) > _LEAST and key[-1] == "ت" and key[-2] not in "اوي":
        return True
    key = key[1:] if key[0] == "ل" and key[1:2] in ("ي", "ت") else key
    if key[0] == "ي":
        return len(key) > _LEAST and key[-2:] not in ("ان", "وع")
    return key[0] == "ت" and len(key) in (5, 6) and key[-2] not in "اوي" and key[2] != "ا"


def _is_prefixed(document: Document, at: int) -> bool:
    """`بحلول`, `لإنجاز`: a preposition and a word of its own; what the tables know whole is none."""
    key = document.keys[at]
    rest = key[1:]
    if key[0] not in "بل" or len(rest) <= _LEAST or key.endswith(("ا", "ة", "ات")):
        return False
    if any(reading.tag != "common_word" and not reading.proclitics for reading in document.words[at].readings):
        return False
    return any(not reading.proclitics for reading in document.lexicon.look_up(rest))

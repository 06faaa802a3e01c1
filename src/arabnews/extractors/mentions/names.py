"""The grammar of a person's name: where it ends, and whether its parts make one."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.families import (
    NAMES,
    NOUNS,
    SONS,
    certainty,
    is_bounded,
    is_foreign_word,
    is_telling_family,
    tells_ya,
)
from arabnews.extractors.mentions.found import is_definite, is_unknown, is_word, rival_tags
from arabnews.extractors.mentions.parts import may_begin, may_follow_title, part
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.name_words import THEOPHORIC

_PARTS: Final = 7
"""The most parts that a name has."""


def name_end(document: Document, at: int, *, titled: bool) -> int:
    """Where a person's name that starts at a token ends; `at` itself if none starts there.

    Args:
        titled: whether a title stands before it, so that words that no table knows may be a name.
    """
    word = document.padded_words[at]
    return name_from(document, at, titled) if (may_follow_title(word) if titled else may_begin(word)) else at


def name_from(document: Document, at: int, titled: bool) -> int:
    """Where the name ends that starts at a token which may begin one; `at` itself if it does not."""
    step = part(document, at, 0, titled)
    if not step:
        return at
    firsts, end = [at], at + step
    while (step := part(document, end, end - at, titled)) and len(firsts) < _PARTS:
        firsts.append(end)
        end += step
    if end == at + 1:
        named = _is_titled_name(document, at, end) if titled else _is_alone(document, at)
    else:  # behind a title a name needs no other witness
        named = titled or _is_name(document, at, end, firsts)
    if not named or (document.keys[at][-1] == "ي" and is_preposition(document, at, end - at, titled)):
        return at
    return end


def _is_compound(document: Document, at: int) -> bool:
    """`بن نايف`, `نصر الله`, `عبد الواحد`: two words that make a name together."""
    key = document.keys[at]
    servant = key.endswith("عبد") and len(key) < 5 and is_definite(document, at + 1)
    return key in SONS or servant or document.padded_keys[at + 1] in THEOPHORIC


def is_preposition(document: Document, at: int, parts: int, titled: bool) -> bool:
    """`علي الرغم`: the preposition `على` in a text that writes every final `ى` with dots; its sentence shows no `على`."""
    key = document.keys[at]
    if key[-3:] != "علي" or len(key) > 5 or document.padded_keys[at + 1] in SONS:
        return False
    if titled and (parts > 1 or not is_word(document, at + 1)):
        return False
    first, end = document.sentence_bounds[at]
    if "على" in document.keys[max(first, at - 40) : min(end, at + 40)]:
        return False
    if parts == 1:
        return True
    named = tells_ya(document) and (is_unknown(document, at + 1) or "person_name" in document.padded_words[at + 1].tags)
    return certainty(document, at + 1) != "sure" and not named


def _is_alone(document: Document, at: int) -> bool:
    """Whether one word is a name though no title stands before it: a sure given name, behind what announces one."""
    if document.padded_keys[at - 1] == "" and "title" in document.padded_words[at + 1].tags and is_definite(document, at + 1):
        return False  # `أسلم الشيخ خالد`: a verb at the head of its sentence
    return _may_be_alone(document.words[at]) and _introduces(document, at) and not rival_tags(document, at)


@kept
def _may_be_alone(word: Word) -> bool:
    reading = word.get("person_name")
    sure_given = reading is not None and reading.certainty == "sure" and reading["role"] != "family"
    return (sure_given or "abd_shape" in word.tags) and word.key not in NOUNS


def _is_name(document: Document, at: int, end: int, firsts: list[int]) -> bool:
    """Whether the parts make a name though no title stands before them: enough of them are sure.

    Args:
        firsts: the first token of each part.
    """
    sure = 0
    for first, following in pairwise([*firsts, end]):
        sure += certainty(document, first) == "sure"
        sure += following > first + 1 and _is_compound(document, first)
    if not sure and is_telling_family(document, at + 1) and not is_definite(document, at):
        return True  # `وئام المحرشي`
    common = "common_word" in document.words[at].tags and _is_everyday(document, at)
    if not sure:
        return not common and all(_is_rare_name(document, part) for part in range(at, end))
    return not common or sure > 1 or end > at + 2 or _is_given_and_family(document, at)


def _is_titled_name(document: Document, at: int, end: int) -> bool:
    """Whether one word behind a title is a name: a sure part of names, a known one, a word before a boundary."""
    if certainty(document, at) == "sure":
        return True
    first = document.words[at]
    listed = "person_name" in first.tags
    if not listed and first.key.endswith("ة"):
        return False
    foreign = is_foreign_word(document, at) and not first.key.endswith(("ه", "ات", "ين", "ون"))
    bounded = listed or is_bounded(document, end) or (foreign and is_definite(document, at - 1))
    common = "common_word" in first.tags and _is_everyday(document, at)
    return not common and not first.tags & {"place", "place_alias"} and bounded


def _is_everyday(document: Document, at: int) -> bool:
    """Whether a word is an everyday word more than a given name: `عمر`, not `محسن` or `فيصل`."""
    reading, everyday = document.words[at].get("person_name"), document.words[at].get("common_word")
    if reading is None or everyday is None or reading.certainty != "sure" or reading["role"] == "family":
        return True
    if len(everyday.proclitics) != len(reading.proclitics):
        return len(everyday.proclitics) < len(reading.proclitics)  # `لجان` is no `ل` and `جان`
    return (
        everyday["rate"] == "often"
        or document.keys[at] in NOUNS
        or (reading.proclitics != "" and not is_definite(document, at + 1))
    )


def _is_rare_name(document: Document, at: int) -> bool:
    """A part of names that is no everyday word."""
    word = document.words[at]
    return "person_name" in word.tags and word.tags <= NAMES


def _is_given_and_family(document: Document, at: int) -> bool:
    """`رأفت الصباغ`: an everyday word that is a given name too, before a sure family name with the article."""
    given, family = (document.words[part].get("person_name") for part in (at, at + 1))
    if given is None or family is None or given["role"] == "family" or not is_definite(document, at + 1):
        return False
    return family.certainty == "sure" and family["role"] == "family" and "common_word" not in document.words[at + 1].tags


def _introduces(document: Document, at: int) -> bool:
    """Whether what stands before a lone given name announces one: a verb of saying, a colon, a comma, another name."""
    before = document.padded_words[at - 1]
    if before.key in ("", ":", "،"):
        return True
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "person_name" in before.tags

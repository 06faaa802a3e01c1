"""What stands behind a verb of saying and cannot be its subject: adverbs, objects, nouns of another gender, a second verb."""

from __future__ import annotations

from typing import Final

from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.extents import ADJUNCTS, GROUPS, QUANTIFIERS, RELATIVES
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.verbal_nouns import is_verbal_noun
from arabnews.text.tokens import WORD

_ADVERBS: Final = frozenset(
    {"خصوصا", "خاصة", "لاسيما", "حرفيا", "مثلا", "ضمنا", "عموما", "غالبا", "دائما", "مباشرة", "قطعا"}
    | {"انك", "انكم", "نفسي", "نفسك", "نفسه", "نفسها"}
    | {"بالنسبة", "بخصوص", "وبشكل", "وبصورة", "وبكل", "سوء", "سيما"}
)
"""Words that begin no subject: adverbs, `بالنسبة ل`, and `سوء`, which one complains of."""
_LIFTED: Final = frozenset({"الانظار", "اصابع", "اصبع", "النقاب", "الستار", "اللثام"})
"""Objects of set phrases: `لفت الأنظار إلى`, `وجه أصابع الاتهام إلى`, `كشف النقاب عن`."""
_THINGS: Final = frozenset({"common_word", "act_noun", "field", "counted", "concept_trigger", "number_label"})
_SHORT: Final = 4


def is_no_subject(phrases: NounPhrases, event: Event, at: int) -> bool:
    """Whether the words at a token that no mention covers, behind a verb of saying, are anything but its subject.

    Examples:
        وتحدث المدير صراحة عن [أسباب الأزمة](kind=nominal cue=وتحدث speaker=المدير)
        قال المدير إن [السوق هادئة](speaker=المدير). وأرجع [زيادة الطلب إلى نمو السكان](kind=nominal cue=وأرجع)
    """
    word = phrases.document.words[at]
    if word.kind is not WORD:
        return False
    if word.key in _ADVERBS or word.key in _LIFTED or (word.key.startswith("ال") and phrases.is_oblique(at)):
        return True
    if word.key[-1] == "ا" and (phrases.is_accusative(at) or _is_adverbial(phrases, at)):
        return True
    if word.key[0] in "وف" and _is_joined_verb(phrases, at):
        return True
    if word.key.startswith("بال") and "person_name" not in word.tags and len(word.key) > _SHORT + 1:
        return True  # `وقال بالنص الصريح`
    if phrases.is_human(at) or not word.tags <= _THINGS:
        return False
    return _is_object(phrases, event, at) or (at == event.cue + 1 and _disagrees(phrases, event, at))


def _is_joined_verb(phrases: NounPhrases, at: int) -> bool:
    """A second verb: `وثقت | وسجلت`, `ترحب | وتفتح أبوابها`."""
    word = phrases.document.words[at]
    own = [r for r in word.readings if r.proclitics[:1] not in ("و", "ف")]
    if word.readings and not own:
        return any(r.tag == "cue" and r.pos == "verb" for r in word.readings)
    return word.tags == {"common_word"} and word.key[1:2] in "يت" and len(word.key) > _SHORT and is_native(word.key[1:])


def _is_adverbial(phrases: NounPhrases, at: int) -> bool:
    """A participle in the accusative, by its shape: `مبتسما` (Ryding 2005, 7.6.1 and 11.1)."""
    key, tags = phrases.document.keys[at], phrases.document.words[at].tags
    if key[0] == "م" and len(key) > _SHORT and phrases.document.padded_keys[at + 1] in ADJUNCTS:
        return True  # `متحدثا عن الجسر`: no dual before its genitive
    known = bool(tags) or is_native(key)  # not `ميوتشيا`
    shaped = key[0] == "م" and len(key) > _SHORT and not key.endswith(("نا", "ها")) and known
    return shaped and not tags - {"common_word", "cue"} and key not in phrases.surnames


def _is_object(phrases: NounPhrases, event: Event, at: int) -> bool:
    """`التي تؤكد الثقة`, `رفض الانضمام إلى`: a thing where the subject stands before, or an act that one decides on."""
    if "obj" not in event.reading.frame:
        return False
    definite = phrases.document.keys[at].startswith("ال")
    if definite and (not event.is_nominal or (event.opener == "obj" and at == event.cue + 1)):
        return False  # `أكد الإعلام | سقوط الجسر`: the object stands behind it
    if event.is_nominal and phrases.document.padded_keys[event.cue - 1] in RELATIVES:
        return True
    return _is_act(phrases, at)


def _is_act(phrases: NounPhrases, at: int) -> bool:
    word = phrases.document.words[at]
    bare = word.key.removeprefix("ال")
    return "act_noun" in word.tags or is_verbal_noun(bare, bare)


def _disagrees(phrases: NounPhrases, event: Event, at: int) -> bool:
    """`وأرجع زيادة الطلب إلى`: a feminine noun directly behind a verb in the masculine is its object."""
    reading, key = event.reading, phrases.document.keys[at]
    masculine = reading.pos == "verb" and reading.gender == "m" and reading.number == "s"
    return masculine and key.endswith("ة") and key not in GROUPS and key not in QUANTIFIERS and _is_act(phrases, at)

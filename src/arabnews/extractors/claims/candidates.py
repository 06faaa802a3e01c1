"""What a word alone tells of whether it can be a cue: most readings of the words that look like one are ruled out here."""

from __future__ import annotations

from typing import Final

from arabnews.extractors.claims.event import SAYINGS, TANWIN
from arabnews.extractors.claims.homographs import HOMOGRAPHS
from arabnews.lexicon.entries import Reading, Word, bare
from arabnews.lexicon.kept import kept

_NOUNS: Final = frozenset({"person_name", "number", "fraction", "counted", "org_head", "place", "title", "act_noun", "measure"})
_NO_VERBS: Final = frozenset(
    {"علما", "اعلم", "فاعلم", "واعلم", "نجد", "ونجد", "فنجد", "سنجد", "دعونا", "بحت", "ردا", "وردا", "فدان"}
    | {"امره", "امرها", "وامره", "امرا", "وامرا"}
)
_NO_CUES: Final = frozenset({"function_word", "cue_phrase"})
_AMBIGUOUS: Final = frozenset({"title", "org_head", "person_name", "counted", "measure"})
"""Nouns and names that are spelt like a perfect: `رد`, `كشف`, `بيان`."""
_DAMMA: Final = "\u064f"
_PLAIN: Final = frozenset(
    {"طلب", "كشف", "نصح", "ذكر", "نقل", "زعم", "ظن", "علم", "وجد", "نشر", "رفض", "كتب", "دعا", "وصف", "نسب", "شكر", "سأل", "نص"}
)
"""Verbs of the first measure (Wright 1896, i. 35): a damma behind the prefix of their imperfect makes them passive.

So it does where the perfect begins with `ا` or `ت` that is no root letter (`افتعل`, `استفعل`, `تفعل`, but not `تابع`).
"""
NOT_SAID: Final = frozenset({"وصف", "علق", "عبر", "اعتبر", "قدر", "وثق", "وافق", "عارض", "أيد", "نعى", "صرح", "قال"})
"""Their verbal nouns are nouns of their own: `تعليق العمل`, `اعتبار`, `المعارضة`, `في تصريح`."""
AT_SOMEBODY: Final = frozenset({"طالب", "اتهم", "ناشد", "نصح", "أخبر", "أبلغ", "أخطر", "وبخ"})
"""Verbs whose verbal noun has the other one in the genitive: `اتهام الوزير بالتقصير`."""
NO_ACTS: Final = frozenset({"وصف", "صرح"})
"""Of these, the ones that are nouns with a pronoun too: `اختتم تصريحه بأن`."""
DONE: Final = frozenset({"رفض", "أصر", "احتج", "تحفظ", "اعترض"})
"""With a pronoun they tell what somebody did: `رفضه تمديد عقده`."""
PRONOUNS: Final = ("ه", "ها", "هم", "هما")
BY_SAYING: Final = frozenset({"بقوله", "بقولها", "بقولهم", "بالقول"})
"""What is said stands behind them: `استهلت الحفل بقولها: «...»`."""


VERBS_OR_NOUNS: Final = frozenset(
    {"عقب", "وجه", "حمل", "سجل", "ختم", "شكر", "طلب", "دون", "نشر", "علق"}
    | {"ردد", "امر", "نص", "جاء", "نقل", "ورد", "ثمن", "امل", "لوح"}
)
"""Spelt like a noun or a preposition."""
_PARTICULAR: Final = HOMOGRAPHS.keys() | {"توصل", "مضى"}
"""Verbs whose neighbours tell whether they are others, or mean something else."""
_SPELT_ALIKE: Final = frozenset({"number", "function_word", "counted", "measure"})


@kept
def cue_readings(word: Word) -> tuple[tuple[Reading, bool], ...]:
    """The readings of a word that can be a cue somewhere: most of a common word's readings it rules out by itself.

    With each, whether nothing but a word beside it can tell that it is none (`TELLING_BEFORE`, `TELLING_BEHIND`).
    """
    able = {"verb": may_be_verb, "participle": may_be_adverbial, "masdar": may_be_act}
    found = [r for r in word.all("cue") if r.pos in able and able[r.pos](word, r)]
    return tuple([(r, r.pos != "verb" or _is_plain_verb(word, r)) for r in found])


def _is_plain_verb(word: Word, reading: Reading) -> bool:
    """Whether a verb's form is spelt like no other word, so that `is_verb` looks at nothing but the words beside it."""
    key, proclitics = word.key, reading.proclitics
    if proclitics.endswith("ل") or reading.entry.form in _PARTICULAR or not word.tags.isdisjoint(_SPELT_ALIKE):
        return False
    if reading.tense == "imperfect" and (not reading.gender or "person_name" in word.tags):
        return False
    return bare(key, proclitics) not in VERBS_OR_NOUNS and not (key[0] == "ت" and len(key) == len("توجه"))


@kept
def other_readings(word: Word) -> tuple[Reading, ...]:
    """The readings by which a word may be another cue behind one: verbs that are no noun or name as well, and participles."""
    if not word.tags.isdisjoint(_NO_CUES):
        return ()
    verbs = word.tags.isdisjoint(_AMBIGUOUS)
    return tuple(
        [
            reading
            for reading in word.all("cue")
            if (verbs and reading.pos == "verb" and reading.opener in ("yes", "no") and may_be_verb(word, reading))
            or (
                reading.pos == "participle"
                and not reading.proclitics
                and (reading.case == "acc" or may_be_adverbial(word, reading))
            )
        ]
    )


def may_be_verb(word: Word, reading: Reading) -> bool:
    """Whether a verb's form may be the verb somewhere, by the word alone."""
    if reading.tense == "imperfect" and not reading.gender:
        return True  # `قد اقول`: what stands before it tells more
    if reading.tense == "imperfect" and reading.number == "p" and reading.gender == "f":
        return False  # `يقرن`: one word in two, and no news
    return not is_no_verb(word, reading)


def is_no_verb(word: Word, reading: Reading) -> bool:
    """Words that only look like a verb: `علما`, `رأيًا`, the name `سامر`, `اكتب رأيك`, `نصف`; passives by their vowels."""
    surface, tags = word.surface, word.tags
    if word.key in _NO_VERBS:
        return True
    if reading.proclitics.endswith("س") and ("person_name" in tags or reading.tense == "perfect"):
        return True
    if not surface.isalpha() and (surface.endswith(TANWIN) or _is_vowelled_passive(surface, reading)):
        return True
    if reading.gender:
        return False
    told = reading.tense == "imperfect" and reading.number == "s" and "أ" not in surface[:3]
    return told or not tags.isdisjoint(_NOUNS)


def _is_vowelled_passive(surface: str, reading: Reading) -> bool:
    form = reading.entry.form
    fatha = form in _PLAIN or form[0] == "ا" or (form[0] == "ت" and form[1:2] != "ا" and len(form) > len("تلا"))
    if _DAMMA in surface and reading.tense == "imperfect" and fatha and surface[surface.index(_DAMMA) - 1] in "يت":
        return True  # `يُطلب من السفن أن`, `يُعتقد أن`: a passive, where a verb of these measures has a fatha
    if _DAMMA not in surface or reading.tense != "perfect" or form in ("نقل", "نسب"):
        return False
    stem = surface[len(reading.proclitics) :]  # `أُعلن`, `اعتُبر`: passives
    return stem[1:2] == _DAMMA or (stem[:1] == "ا" and "ت" + _DAMMA in (stem[1:3], stem[2:4]))


def may_be_adverbial(word: Word, reading: Reading) -> bool:
    """Whether a participle may be adverbial somewhere, by the word alone: without the article, in the accusative or feminine."""
    if reading.definite or reading.proclitics not in ("", "و"):
        return False
    feminine = reading.gender == "f" and reading.number == "s"
    if not (reading.number == "p" or feminine or reading.case in ("acc", "obl")):
        return False
    form, tags = reading.entry.form, word.tags
    if form == "قال":
        return reading.case != "nom"
    if form == "طلب":
        return word.key in ("طالبا", "وطالبا")
    if form == "أعلم" or (form == "أمر" and not word.surface.startswith("آ")):
        return False  # `أمرا`: a matter
    if form == "اقترح" and word.key.endswith("ات"):
        return False  # `مقترحات`: proposals
    if "place_type" in tags or (feminine and form in ("كتب", "تحدث") and "title" in tags):
        return False  # `مدينة`; `، كاتبة الدولة المكلفة بالصيد، عن`
    return reading.number != "p" or reading.case != "nom"


def may_be_act(word: Word, reading: Reading) -> bool:
    """Whether a verbal noun may be a cue somewhere, by the word alone."""
    key, form = word.key, reading.entry.form
    if key in SAYINGS or key in BY_SAYING:
        return True
    possessed = key.endswith(PRONOUNS)
    if form not in NO_ACTS and (reading.definite or (possessed and not reading.proclitics)):
        return True
    if reading.definite or form in NOT_SAID or form in AT_SOMEBODY or (possessed and form in DONE):
        return False
    return not ("pers" in reading.frame and (possessed or reading.proclitics.endswith("ل")))  # `لدعوة الحكومة إلى`: whom

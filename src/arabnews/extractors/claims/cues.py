"""Whether a word of saying is a cue where it stands: guards against homographs (`بين`, `عبر`, `ذكر`) and adjectives."""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.anonymity import NAMES, REFUSALS, withholds_name
from arabnews.extractors.claims.candidates import VERBS_OR_NOUNS, is_no_verb, other_readings
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, TANWIN
from arabnews.extractors.claims.homographs import HOMOGRAPHS
from arabnews.extractors.claims.positions import ends_phrase, follows_subject, starts_clause
from arabnews.extractors.claims.verbal_nouns import is_governed_act
from arabnews.lexicon.entries import Reading, bare
from arabnews.text.tokens import MARK, NUMBER, WORD

_RECEIVED: Final = frozenset({"به", "بها", "بنسخة", "بنسخ"})
"""With `توصل` they tell what one has received: `توصلت الصحيفة بنسخة منه`."""
_I: Final = frozenset(
    {"لكني", "لكنني", "ولكني", "ولكنني", "انني", "اني", "بانني", "فانني", "لانني", "كنت", "وكنت", "اننا", "لكننا", "ولكننا"}
)
"""Behind them a verb in ت or نا is in the first person."""
_NEGATIONS: Final = frozenset({"لم", "لا", "لن", "ما", "لما", "ولم", "ولا", "ولن", "فلم", "غير", "دون", "بدون"})
_BEFORE_WHAT: Final = frozenset({"هو", "وهو", "هي", "وهي", "في", "الى", "على", "عن", "من", "ضد", "بسبب", "رغم", "هذا"})
"""Between them and a verb, `ما` is "what": `وهو ما وصفه بالخطأ`."""
_SUBJUNCTIVE: Final = frozenset(
    {"ان", "لن", "كي", "لكي", "حتى", "هل", "لا", "لم", "الا", "ربما", "سوف", "قد", "وقد", "فقد", "وان"}
)
"""Before an imperfect: what is not said, not yet said, or only wished to be said."""
_ABLE: Final = frozenset({"استطيع", "نستطيع", "اود", "نود", "اريد", "نريد", "احب", "نحب", "يمكنني", "يمكننا", "بودي", "يسعني"})
"""Behind them `أن أقول` is as good as said."""
_DEMONSTRATIVES: Final = frozenset({"هذا", "وهذا", "هذه", "وهذه", "ذلك", "وذلك", "فهذا", "فذلك", "مما", "بما", "وما", "ماذا"})
"""Subjects that say nothing: `وهذا يؤكد أن`."""
_ADDRESSED: Final = frozenset({"كنت", "انك", "انت", "وانت", "فانت"})
_OFTEN_PASSIVE: Final = frozenset(
    {"أظهر", "توقع", "اعتقد", "قدر", "خشي", "رجح", "نصح", "أوصى", "ظن", "لاحظ", "سجل", "ذكر", "اعتبر", "أمل", "تداول", "تناقل"}
)
_CONDITIONALS: Final = frozenset({"اذا", "واذا", "فاذا", "لو", "ولو", "كلما"})
RESUMED: Final = frozenset(
    {"انه", "بانه", "لكنه", "ولكنه", "وهو", "فهو", "وانه", "كونه", "لانه", "انها", "بانها", "لكنها", "ولكنها", "وهي", "فهي"}
    | {"وانها", "كونها", "لانها", "انهم", "بانهم", "لكنهم", "ولكنهم", "وهم", "فهم"}
)
"""A pronoun that is the subject of the verb behind it: `قال إنه يعتقد أن`."""
_QUESTIONS: Final = frozenset({"كيف", "لماذا", "متى", "اين", "فلماذا", "فكيف", "وكيف", "ولماذا", "ومتى", "واين"})
_GENERIC_SUBJECTS: Final = frozenset({"من", "ممن", "لمن", "للذين"})
_COPULAS: Final = frozenset({"كان", "وكان", "كانت", "وكانت", "يكون", "تكون", "بات", "باتت", "اصبح", "اصبحت", "ليس", "يبدو", "ظل"})
_SCRIPTURE: Final = frozenset({"الله", "تعالى", "تعالي", "عز", "سبحانه"})
_ASKED: Final = frozenset({"من", "مني", "منه", "منها", "منهم", "منهما", "منا"})
_FROM: Final = frozenset({"من", "منه", "منها", "منهم", "ان"})
_WORDINGS: Final = frozenset({"عبارة", "جملة", "مقولة", "لافتة", "شعار", "مثل", "حكمة", "اغنية"})
"""What says only what it is: `لافتة تقول`."""
_MISTER: Final = frozenset({"السيد", "السيدة", "الانسة"})
_SHOWING: Final = frozenset({"أشار", "أكد", "أظهر", "أثبت", "بين", "كشف"})
_NAME_LINKS: Final = frozenset({"بن", "ابن", "بنت", "ابو", "ام", "ال"})

_BEFORE_NOUNS: Final = frozenset(
    {"وعن", "وفي", "وعلى", "والى", "وبعد", "وقبل", "وكل", "ومع", "عبر", "خلال", "بسبب", "اثر", "نحو", "ضد", "تحت", "بدون", "ضمن"}
    | {"الى", "من", "عن", "في", "على", "بعد", "قبل", "كل", "اي", "دون", "عدم", "هذا", "هذه", "ذلك", "مع"}
    | {"عند", "لدى", "حول", "بشان", "اثناء", "حيال", "تجاه", "بهدف", "تم", "وتم", "سيتم", "يتم", "يمكن"}
)
"""Behind them stands a noun."""
_NO_VERB_BEHIND: Final = _NAME_LINKS | _MISTER | _WORDINGS | _ADDRESSED
"""`السيد لوح`, `لافتة تقول`, `كنت تظن`."""
_TELLING: Final = _BEFORE_NOUNS | _NO_VERB_BEHIND | _QUESTIONS | _GENERIC_SUBJECTS | {"الذي"}
"""Words before a verb's letters that may tell that it is none."""
TELLING_BEFORE: Final = _TELLING | _SUBJUNCTIVE | _CONDITIONALS | _DEMONSTRATIVES | _NEGATIONS
TELLING_BEHIND: Final = _SCRIPTURE | NAMES
"""Before and behind a word, what may tell that it is no cue: where neither stands, `is_verb` holds for every plain reading."""
_UNITS: Final = frozenset({"counted", "measure"})
"""Behind a figure, what it counts or measures."""


def is_verb(document: Document, at: int, reading: Reading) -> bool:
    """Guards against homographs: a noun's article or preposition before it, a preposition of the same letters.

    The reading is one that `may_be_verb`.
    """
    word = document.words[at]
    key, tags = word.key, word.tags
    before, proclitics = document.padded_keys[at - 1], reading.proclitics
    if before in _TELLING and _is_ruled_out(document, at, reading, before):
        return False
    if proclitics and proclitics[-1] == "ل" and not _follows_on(document, at, reading):
        return False
    if reading.tense == "imperfect":
        if before in _SUBJUNCTIVE:
            return not reading.gender and _is_said_anyway(document, at)
        if not reading.gender and is_no_verb(word, reading):
            return False
        if "person_name" in tags and not starts_clause(document, at) and document.tags_at(at + 1) & {"person_name"}:
            return False  # `مدير الشركة يزيد الحداد`
    if _is_spelt_otherwise(document, at, reading, before):
        return False
    form = reading.entry.form
    if form == "توصل" and not _RECEIVED.isdisjoint(document.keys[at + 1 : at + 5]):
        return False  # `بيان توصلت به الصحيفة`: received
    if form == "مضى" and "time_unit" in document.padded_words[at - 1].tags:
        return False  # `قبل أسابيع مضت`
    if "number" in tags and not starts_clause(document, at):
        return False
    if "function_word" in tags or (bare(key, proclitics) if proclitics else key) in VERBS_OR_NOUNS:
        return starts_clause(document, at) or follows_subject(document, at) or _takes_complement(document, at, reading)
    if key[0] != "ت" or len(key) != len("توجه"):
        return True
    if _is_genitive(document, at):
        return False  # `في إطار توجه الشركة`
    if reading.tense != "perfect" or reading.gender != "m":
        return True
    told = starts_clause(document, at) or follows_subject(document, at)
    return told or _takes_complement(document, at, reading)  # `تخوف`, `تعهد`: spelt like their verbal nouns


def _is_ruled_out(document: Document, at: int, reading: Reading, before: str) -> bool:
    """Whether a word of `_TELLING` directly before a token says that no verb of saying stands there."""
    if before in _BEFORE_NOUNS and not ends_phrase(document, at - 1):
        return True
    if before in _NO_VERB_BEHIND:
        return True
    if before == "الذي":
        showing = reading.entry.form in _SHOWING
        return showing and document.padded_keys[at - 2] in ("الامر", "الشيء")  # `الأمر الذي يشير`
    if reading.tense != "imperfect":
        return False
    return before in _QUESTIONS or (reading.number == "p" and before in _GENERIC_SUBJECTS)


def _follows_on(document: Document, at: int, reading: Reading) -> bool:
    """`، ليرد الوزير بأن`: behind a mark, `ل` tells what came next, and not what for."""
    marked = at > 0 and document.words[at - 1].kind is MARK and reading.entry.form != "أبلغ"  # `لتبلغ 6 مليارات`
    marked = marked or (document.padded_keys[at + 1] == ":" and reading["stance"] == "assert")  # `ليجيب: «...»`
    return marked and reading.tense == "imperfect" and bool(reading.gender) and reading.opener != "near"


def _is_genitive(document: Document, at: int) -> bool:
    """Whether an indefinite noun governed by a preposition, and no statement, stands directly before a token: `بعد طول تردد`."""
    before = document.words[at - 1] if at > 1 else None
    if before is None or before.kind is not WORD or before.key.startswith("ال") or before.surface.endswith(TANWIN):
        return False
    return document.keys[at - 2] in _BEFORE_NOUNS and before.tags <= {"common_word", "act_noun", "field"}


def _takes_complement(document: Document, at: int, reading: Reading) -> bool:
    """What only the verb has behind it: `الاتحاد طلب أن`, `وطلب منهم`."""
    first, form = document.padded_keys[at + 1], reading.entry.form
    if form in ("أمر", "وجه") and reading.tense == "perfect" and is_governed_act(document, at + 1):
        before = document.padded_keys[at - 1]
        return reading.proclitics == "و" or (before.startswith("ال") and before != "الامر")  # `وأمر بإغلاقه`, `المدير وجه بتسريع`
    if form == "طلب" and document.tags_at(at + 1) & {"person_name", "title"}:
        return "ان" in document.keys[at + 2 : at + 7]  # `بعد ذلك طلب فلان أن`
    return first in COMPLEMENTISERS or (form == "طلب" and first in _ASKED and reading.proclitics == "و")


def _is_said_anyway(document: Document, at: int) -> bool:
    """`قد أقول`, `أستطيع أن أقول`: a wish to say that says it."""
    before, governor, negation = (*reversed(document.keys[max(at - 3, 0) : at]), "", "", "")[:3]
    return before == "قد" or (before == "ان" and governor.removeprefix("و") in _ABLE and negation not in _NEGATIONS)


def _is_spelt_otherwise(document: Document, at: int, reading: Reading, before: str) -> bool:
    """Words that only look like the verb where they stand: `وهنا` (here), `يعد نجاحا` (is counted), `هذا يؤكد أن`."""
    word, form = document.words[at], reading.entry.form
    following = document.padded_keys[at + 1]
    if following in _SCRIPTURE:
        return True  # `قال تعالى`
    if at and document.words[at - 1].kind is NUMBER and not word.tags.isdisjoint(_UNITS):
        return True  # `50 فردا`, `50 فدانا`
    rule = HOMOGRAPHS.get(form)
    if rule is not None and (told := rule(document, at, reading, before, following)) is not None:
        return told
    if following in NAMES:
        return True  # `لم يشأ ذكر اسمه`
    if before in _CONDITIONALS:
        return reading.tense == "perfect"
    return before in _DEMONSTRATIVES and not word.key.startswith(("و", "ف")) and not ends_phrase(document, at - 1)


def is_adverbial(document: Document, at: int, reading: Reading) -> bool:
    """A participle in the accusative without the article, behind a comma, a closing mark or its clause (ḥāl).

    The reading is one that `may_be_adverbial`.
    """
    if at and document.words[at - 1].kind is NUMBER and reading.number == "p":
        return False  # `10 متهمين`
    before, following = document.padded_keys[at - 1], document.padded_keys[at + 1]
    if reading.gender == "f" and following == ":" and before not in ("،", ","):
        return False  # `الرياض - متابعة:`
    if before in _COPULAS or before == "_":
        return False  # `وكان لافتا حضور`: a predicate
    form = reading.entry.form
    if form == "قال":
        return True
    if form == "طلب":
        return document.padded_keys[at + 1] in _FROM
    feminine = reading.gender == "f" and reading.number == "s" and _tells(document, at, reading)
    if ((reading.number == "p" and reading.case == "obl") or feminine) and _opens_next(document, at):
        return True  # `تأييدهم له مؤكدين أن`, `وذكرت الصحيفة ذلك مشيرة إلى أن`
    if (
        reading.number == "p"
        or form in ("جدد", "هدد", "قرر", "وعد")
        or ("counted" in document.words[at].tags and form != "طالب")
        or _is_accusative(document, at - 1)
    ):
        return starts_clause(document, at) and reading.case != "nom"  # `أمرا لافتا`, `معلمين مرشحين`
    return reading.case == "acc" or reading.gender != "f" or starts_clause(document, at)  # not `إجراءات مشددة على السفر`


def _tells(document: Document, at: int, reading: Reading) -> bool:
    """Not a noun (`ملاحظة أن`), and no adjective of a source without the article (`مصادر مؤكدة`)."""
    source = document.words[at - 1].get("nominal_source") if at else None
    return reading.entry.form not in ("لاحظ", "علق") and (source is None or source.definite)


def _opens_next(document: Document, at: int) -> bool:
    """Whether a complementiser stands directly behind a participle, or behind its preposition."""
    first, second = document.padded_keys[at + 1 : at + 3]
    return first in COMPLEMENTISERS or (first in PREPOSITIONS and second in COMPLEMENTISERS)


def is_first_person(document: Document, at: int, reading: Reading) -> bool:
    """`نؤكد`, `أتوقع`; `أعتقد`, `أعتبر`: with hamza, a verb that has none in the perfect is the writer's own."""
    if reading.pos != "verb":
        return False
    bare_alif = reading.entry.form[0] == "ا"
    if bare_alif and reading["continuation"] == "yes":
        return False  # `وأختتم حديثه`: a perfect, misspelt
    if document.padded_keys[at - 1] in _I and document.keys[at].endswith(("ت", "نا")):
        return True  # `لكني اكتشفت أن`
    if not reading.gender and reading.number != "d":
        return True
    return bare_alif and document.words[at].surface.removeprefix("و").removeprefix("ف").startswith("أ")


def is_impersonal(document: Document, at: int, reading: Reading, *, follows: bool) -> bool:
    """Verbs that, without a subject, are passive or impersonal: `تبين أن`, `ويفترض أن`, `ينصح ب`.

    Args:
        follows: whether somebody spoke in the sentence before, whom the verb may go on with.
    """
    form = reading.entry.form
    if (form == "قرر" and "تقرر" in document.keys[at]) or (form == "أظهر" and document.keys[at] in ("يظهر", "ويظهر")):
        return True
    if (form in ("بين", "أبان") and "تبين" in document.keys[at]) or (form == "ردد" and "تردد" in document.keys[at]):
        return True
    if reading.tense != "imperfect" or reading.gender == "f" or reading.number == "p":
        return False
    if form in ("افترض", "اشترط"):
        return True
    resumed = follows and (reading.proclitics == "و" or document.keys[at - 1] in RESUMED)
    return form in _OFTEN_PASSIVE and not resumed


def _is_accusative(document: Document, at: int) -> bool:
    """An indefinite noun in the accusative, whose adjective may follow: `حضورا`."""
    word = document.words[at] if at >= 0 else None
    if word is None or word.kind is not WORD or "function_word" in word.tags:
        return False
    plain = word.key.endswith("ا") and not word.key.endswith(("ها", "نا", "هما", "كما")) and len(word.key) > 3
    return word.surface.endswith(TANWIN) or (plain and word.get("cue") is None)


def negated(document: Document, at: int, reading: Reading) -> bool:
    before = document.padded_keys[at - 1]
    if before not in _NEGATIONS or reading.entry.form == "استبعد":
        return False
    what = before == "ما" and reading.tense == "perfect" and document.keys[at].endswith(("ه", "ها"))
    return not (what or (before == "ما" and document.padded_keys[at - 2] in _BEFORE_WHAT))


def other_cue(document: Document, position: int) -> bool:
    """Whether a finite verb of saying or an adverbial participle stands at a token."""
    readings = other_readings(document.words[position])
    if not readings:
        return document.keys[position] == "وبين" and document.padded_keys[position + 1] in ("ان", "انه", "انها")
    if document.hit_at(position, "cue_phrase") is not None:
        return False
    if document.keys[position] in REFUSALS and withholds_name(document, position):
        return False
    for reading in readings:
        if reading.pos == "verb":
            if is_verb(document, position, reading):
                return True
        elif reading.case == "acc" or is_adverbial(document, position, reading):
            return True
    return False


def is_finite(document: Document, position: int) -> bool:
    return any(r.pos == "verb" for r in document.words[position].all("cue"))

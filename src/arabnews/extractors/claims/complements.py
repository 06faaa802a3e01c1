"""Nominal complements by a preposition: `تعهدت بحماية`, `دعا إلى الحوار`, `حذر من الخطر`."""

from __future__ import annotations

from collections.abc import Set
from itertools import compress
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.cues import other_cue
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, SPEECH, Event, Quotes, is_abbreviation
from arabnews.extractors.claims.extents import QUANTIFIERS, RELATIVES
from arabnews.extractors.claims.positions import WHATS, starts_clause
from arabnews.extractors.claims.verbal_nouns import is_act, is_definite_act, is_governed_act, stems
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.text.tokens import NUMBER, WORD

_ADJUNCT_HEADS: Final = frozenset({"place", "place_alias", "place_type", "deictic", "function_word", "weekday", "month"})
_SETTINGS: Final = _ADJUNCT_HEADS | {"medium", "time_unit", "day_part", "period_word", "nominal_source"}
_ADVERBS: Final = frozenset({"بقوة", "بشدة", "بدوره", "بدورها", "بدورهم", "بالمقابل", "بالتالي", "باتجاه"})
_QUANTIFIED: Final = frozenset({"بعدم", "بجميع", "بكل", "بكافة", "ببعض", "بمعظم", "باي"})
_TO_IT: Final = ("اليه", "اليك", "الينا")
_BA: Final = frozenset("ب")
_URGED: Final = frozenset({"بضرورة", "بعدم"})
_URGING: Final = frozenset({"دعا", "حث"})
"""Verbs behind whose object an act stands with `ب` as well: `حثت اللجنة السكان بالمشاركة`."""
_CIRCUMSTANCES: Final = frozenset(
    {"بحضور", "بمشاركة", "بمناسبة", "بدعوة", "بتنظيم", "برعاية", "بتوجيه", "باشراف", "بتكليف"}
    | {"بشراكة", "بالشراكة", "بالتعاون", "بالتنسيق", "بالتزامن", "بتعاون", "بتنسيق"}
)
_IDIOMS: Final = frozenset(
    {"الرغم", "الاقل", "سبيل", "غرار", "هامش", "ضوء", "خلال", "اجل", "طريق", "جانب", "حد", "قبل", "جهة", "اثر", "صعيد", "مستوى"}
    | {"متن", "راس", "مدار", "اساس", "الفور", "الارجح", "ذمة", "شرف", "بعد", "لسان", "ناحية", "جهته", "جانبه"}
)
"""Behind a preposition they make an adverb: `على الرغم`, `من خلال`."""
_ISSUED: Final = frozenset({"نقلا", "صادر", "صادرة", "الصادر", "الصادرة", "صدر", "صدرت", "المسؤول", "المسؤولة", "مسؤول", "نيابة"})
"""Words that `عن` belongs to."""
_THANKS: Final = frozenset(
    {"بالشكر", "بشكره", "بشكرها", "بالتهنئة", "بالتهاني", "بالتعازي", "بالعزاء", "بالتعزية", "بالتحية", "بالاعتذار", "باعتذاره"}
    | {"باعتذارها", "بخالص", "بجزيل", "بوافر", "باحر", "باصدق", "باسمى", "بصادق", "بتعازيه", "بتعازيها", "بالامتنان", "باعتذار"}
)
"""What is brought forward in words: `تقدم بالشكر`, but not `تقدم بطلب`, `تقدم بخطى ثابتة`."""
_PASSED: Final = frozenset("،,()-–/'")
_WINDOW: Final = 30
_FAR: Final = 15
"""Tokens beyond which a preposition is the verb's only behind a comma."""
_DATED: Final = frozenset({"weekday", "deictic"})
_PREFIXED: Final = "بل"
_PREPOSITIONAL: Final = {*PREPOSITIONS.values(), *_PREFIXED}
_NOT_GOVERNED: Final = SPEECH | {"obj"}
_FAR_FRAMES: Final = frozenset({"عن", "إلى"})
_OBJECT: Final = 4
"""Tokens of a personal object behind that comma: `، الحكومة المصرية إلى`."""
_LEADING: Final = ("زيار", "وصول", "عود", "رحل", "انتقال", "قدوم", "سفر", "المبعوث", "مبعوث", "الدولي", "الاممي", "انضمام", "هجر")
"""What `إلى` may belong to: `دعا في ختام زيارته إلى المدينة إلى الهدوء`, `دعا المبعوث الدولي إلى ليبيا فلان إلى الحوار`."""
_NOTED: Final = RELATIVES | COMPLEMENTISERS | PREPOSITIONS.keys()
"""Words at which a verb's complement may begin, or its clause may end."""
_WHAT_OR_WHO: Final = WHATS | RELATIVES
_COMMAS: Final = frozenset("،,")
_DASHES: Final = frozenset("-–")
_REVEALED: Final = frozenset({"تفاصيل", "التفاصيل", "معلومات", "جوانب", "اسرار", "الاسرار", "اسرارا", "ملامح", "حقائق", "وثائق"})
"""What is told of something: `كشف تفاصيل عن`."""
_MANY: Final = frozenset({"العديد", "المزيد", "الكثير", "مزيدا", "بعض"})
_NEAR: Final = 9
_PRONOUNS: Final = ("ه", "ها", "هم")
_SHORT_VERB: Final = 5
_ARTICLED: Final = 5
"""Letters beyond which an unknown word in `بال` is a noun with its article: `بالغش`."""
_BODIES: Final = frozenset({"org_head", "facility_head", "place_type"})
_NAMING: Final = frozenset({"org_head", "organisation", "place", "place_alias", "place_type", "title", "facility_head"})


@kept
def _may_govern(word: Word) -> bool:
    """Whether a verb's complement may begin at a word, or its clause end: most are a part of the subject."""
    return word.kind is not WORD or word.key[0] in _PREFIXED or word.key in _NOTED or "cue" in word.tags


def _behind_comma(document: Document, quotes: Quotes, at: int, reading: Reading, comma: int, end: int) -> Event | None:
    """A verb's complement behind a later comma or a date: `كشف فلان، وكيل وزارة النقل والبحر، عن`.

    Or behind a dash that closes an insertion, `وحث - خلال لقاء مع التجار، والبحارة - على`; behind whom it is said to,
    `، المواطنين إلى`; or the act that is demanded, `، المجتمع الدولي والدول المانحة، بإدانة`.
    """
    keys, words, frame = document.keys, document.words, reading.frame
    charges = "pers" in frame
    urges = charges and "ب" in frame
    for position in compress(range(comma + 1, end - 1), map(_may_govern, words[comma + 1 : end - 1])):
        word, key, before = words[position], keys[position], keys[position - 1]
        passed = word.kind is WORD or word.kind is NUMBER or key in _PASSED or "quote" in word.tags
        if not passed or key in COMPLEMENTISERS:
            return None
        if "cue" in word.tags and other_cue(document, position):
            return None
        if urges and key[0] == "ب" and _is_demanded(document, position):
            return Event(at, reading, "ب", position, position)
        dashed = before in _DASHES
        if key not in PREPOSITIONS or PREPOSITIONS[key] not in (frame if dashed else _FAR_FRAMES & frame):
            continue
        closed = dashed or before in _COMMAS or not words[position - 1].tags.isdisjoint(_DATED)
        closed = closed or (charges and not _COMMAS.isdisjoint(keys[position - _OBJECT : position]))
        if closed and not _is_anothers(document, position, end):
            return _governed(document, quotes, at, reading, position)
    return None


def _is_demanded(document: Document, position: int) -> bool:
    """What somebody is urged to, or accused of, behind a comma or behind whom a comma precedes: `، الشركات الأجنبية بالحذر`."""
    keys = document.keys
    if keys[position - 1] in _COMMAS:
        return has_ba(document, position, False)
    near = not _COMMAS.isdisjoint(keys[position - _OBJECT : position])
    return near and keys[position] not in _CIRCUMSTANCES and is_governed_act(document, position, articled=True)


def _frame_at(document: Document, position: int, frame: Set[str]) -> bool:
    if position >= len(document.keys):
        return False
    return PREPOSITIONS.get(document.keys[position]) in frame or (
        "ب" in frame and document.keys[position][0] == "ب" and has_ba(document, position, False)
    )


def _revealed(document: Document, at: int, preposition: int) -> int:
    """`كشف الوزير العديد من التفاصيل عن الخطة`: where the object begins that `عن` goes on with; 0 if it is the subject."""
    head = preposition - 1
    if document.keys[head - 1] == "من" and document.keys[head - 2] in _MANY:
        head -= 2
    return head if head > at + 1 and document.keys[at + 1] not in _MANY else 0


def nominal(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The preposition of a cue whose complement is a noun phrase.

    Examples:
        طالبت نقابة المعلمين [بزيادة الرواتب](kind=nominal cue=طالبت)
        كشف تقرير حديث، أعدته الجمعية، عن [تراجع الأسعار](kind=nominal cue=كشف)
        وصف المدرب الفريق ب«[الخصم العنيد](kind=nominal cue=وصف)»
        حثت نقابة المعلمين السكان [بالمشاركة في الحملة](kind=nominal cue=حثت)
    """
    found = _complement(document, quotes, at, reading)
    return _urging(document, at, reading) if found is None and reading.entry.form in _URGING else found


def _urging(document: Document, at: int, reading: Reading) -> Event | None:
    """The act with `ب` that stands for the verb's own preposition, behind whom it urges: `دعا المدير السكان بسرعة المراجعة`."""
    words = document.words
    for position in range(at + 1, min(at + _WINDOW, document.sentence_bounds[at][1])):
        ends = document.keys[position] in ".:؛" or document.keys[position].startswith(_TO_IT)
        if ends or ("cue" in words[position].tags and other_cue(document, position)):
            return None
        if position > at + 1 and document.keys[position][0] == "ب" and _is_urged(document, at, position):
            return Event(at, reading, "ب", position, position)
    return None


def _complement(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    keys, words, form, frame = document.keys, document.words, reading.entry.form, reading.frame
    if frame.isdisjoint(_PREPOSITIONAL) or (form == "أفاد" and reading.pos == "participle"):
        return None  # `أوضح`, `رفض`: no preposition is theirs; `كان مفيدا بالفعل`
    if form == "أبلغ" and reading.tense != "perfect":
        return None  # `يبلغ`: reaches
    end = min(at + _WINDOW, document.sentence_bounds[at][1])
    with_ba, charges, urges = "ب" in frame, "pers" in frame, form == "دعا"
    later: Event | None = None
    passed = at
    for position in compress(range(at + 1, end), map(_may_govern, words[at + 1 : end])):
        if position <= passed:
            continue
        key, word = keys[position], words[position]
        if word.kind is not WORD:
            if not _passes(document, position, frame):
                return later
            if key in "،," and position > at + _NEAR and not _frame_at(document, position + 1, frame):
                return later or _behind_comma(document, quotes, at, reading, position, end)
            continue
        if key in RELATIVES and (comma := _comma(document, position, end)):
            passed = comma
            continue
        if form == "عبر" and key in COMPLEMENTISERS:
            return None  # `عبر حسابه أن`: a preposition
        first = position == at + 1
        if "cue" in word.tags and not first and other_cue(document, position):
            return later
        far = position > at + _FAR and _COMMAS.isdisjoint(keys[position - _OBJECT : position])
        far = far and keys[position - 1] not in _DASHES
        far = far and not (key == "عن" and frame - _NOT_GOVERNED == {"عن"})  # `أعرب مدير عام الهيئة العامة ... فلان عن سعادته`
        if key in PREPOSITIONS and PREPOSITIONS[key] in frame and position + 1 < end and not far:
            if _is_anothers(document, position, end):
                continue
            if keys[position + 1] == "ذلك":
                return None  # `كما نص على ذلك الدستور`: what was said before
            return _governed(document, quotes, at, reading, position)
        if key[0] == "ب":
            if urges and key in _URGED:
                return Event(at, reading, "ب", position, position)  # for `إلى`: `داعيا التجار بضرورة الحذر`
            if with_ba and not far and _takes_ba(document, at, reading, position, end):
                if first and form in ("وصف", "اتهم") and _is_passive(document, at):
                    return None
                marked = key == "ب" and "quote" in words[position + 1].tags
                return Event(at, reading, "ب", position, position + marked)
        elif key[0] == "ل" and "ل" in frame and later is None and _takes_lam(key, far, first and charges):
            later = None if word.tags & _NAMING else Event(at, reading, "ل", position, position)
            if later is None and first:
                return None
    return later


def _passes(document: Document, position: int, frame: Set[str]) -> bool:
    """A number or a mark that ends no subject; a semicolon only before the complement: `كشف المتحدث فلان؛ عن الخطة`."""
    word, key = document.words[position], document.keys[position]
    if word.kind is NUMBER or key in _PASSED or "quote" in word.tags:
        return True
    return is_abbreviation(document, position) or (key in "؛;" and _frame_at(document, position + 1, frame))


def _takes_lam(key: str, far: bool, told: bool) -> bool:
    """Whether a word with `ل` may be a verb's complement, and not the one who is told: `مشيرا لأهمية`."""
    return len(key) > 3 and not told and (not far or key == "لضرورة")


def _governed(document: Document, quotes: Quotes, at: int, reading: Reading, position: int) -> Event:
    """The event whose complement stands behind a preposition."""
    if document.keys[position - 1] in _REVEALED and (head := _revealed(document, at, position)):
        return Event(at, reading, "obj", head, head)
    quote, preposition = quotes.at.get(position + 1), PREPOSITIONS[document.keys[position]]
    if quote is not None and quote.is_statement:
        return Event(at, reading, "quote", position, document.token_at(quote.span.start))
    if preposition == "إلى" and document.words[position + 1].kind is NUMBER:
        return Event(at, reading, "clause", position, position + 1)
    return Event(at, reading, preposition, position, position + 1)


def _is_anothers(document: Document, position: int, end: int) -> bool:
    """Whether a preposition belongs to an adjunct, an idiom, a quantity or a journey, and not to the verb."""
    keys, following = document.keys, document.words[position + 1]
    if following.key in COMPLEMENTISERS or following.key in _IDIOMS or keys[position - 1] in QUANTIFIERS:
        return True  # `اشتكى عدد من السكان من`
    if keys[position] == "عن" and keys[position - 1] in _ISSUED:
        return True  # `كشف تقرير صادر عن الوزارة عن`
    if keys[position] == "في":
        return bool(following.tags & _SETTINGS)  # `شكك الوزير في بيان`, but `في صحة الخبر`
    return keys[position] == "الى" and keys[position - 1].startswith(_LEADING) and "الى" in keys[position + 2 : end]


def _takes_ba(document: Document, at: int, reading: Reading, position: int, end: int) -> bool:
    """Whether a word with `ب` is the verb's complement, and not an adjunct nor a part of the subject."""
    tags, key, adjacent = document.words[position].tags, document.keys[position], position == at + 1
    if reading.entry.form == "تقدم" and key not in _THANKS:
        return False
    if reading.entry.form == "وجه" and not document.words[position].readings:
        return False  # `وجه اتهامات بالرشى`
    inside = not adjacent and bool(tags & _BODIES) and _ba_behind_comma(document, position + 1, end)
    return not inside and _governs(document, position, adjacent, "pers" in reading.frame)


def _governs(document: Document, position: int, adjacent: bool, charges: bool) -> bool:
    """An unknown noun with its article is one: `أشاد بالتضحيات`; and an act of which somebody is accused: `باستنساخ أعماله`."""
    if has_ba(document, position, adjacent):
        return True
    key, unknown = document.keys[position], not document.words[position].readings
    articled = key.startswith("بال") and len(key) > _ARTICLED and not _frame_at(document, position + 1, _BA)
    return unknown and (articled or (charges and is_governed_act(document, position)))


def _is_urged(document: Document, at: int, position: int) -> bool:
    """An act with `ب` to which somebody is called: `بسرعة المراجعة`, `بالمشاركة`, but not `بحضور المدير`."""
    key, between = document.keys[position], document.keys[at + 1 : position]
    if key == "بسرعة":
        return is_act(document, position + 1) or is_definite_act(document, position + 1)
    if key in _CIRCUMSTANCES or "الله" in between or not RELATIVES.isdisjoint(between):
        return False  # `داعيا الله بدوام الصحة`
    return is_governed_act(document, position, articled=True)


def _is_passive(document: Document, at: int) -> bool:
    """`إصابات وصفت بالحرجة`, or the noun, `يمكن وصفه بالسيئ`; but not `ما وصفه بالخطأ`, `الخطة التي وصفها بالفاشلة`."""
    key = document.keys[at]
    if key.startswith("وصف") and key.endswith(_PRONOUNS):
        return not (document.padded_keys[at - 1] in _WHAT_OR_WHO or starts_clause(document, at))
    if key.endswith(_PRONOUNS):
        return False  # `اتهمه بالتقصير`
    return len(key) <= _SHORT_VERB


def _ba_behind_comma(document: Document, at: int, end: int) -> bool:
    """Whether a complement stands further on, behind a comma or a name: `طالب رئيس اللجنة بغرفة التجارة فلان بتهيئة السوق`."""
    keys, words = document.keys, document.words
    return any(
        keys[before + 1][0] == "ب"
        and (keys[before] in _COMMAS or "person_name" in words[before].tags)
        and has_ba(document, before + 1, False)
        for before in range(at - 1, end - 1)
    )


def _comma(document: Document, at: int, end: int) -> int:
    """Where a relative clause ends: the next comma; 0 if there is none."""
    return next((position for position, key in enumerate(document.keys[at:end], at) if key in _COMMAS), 0)


def has_ba(document: Document, position: int, adjacent: bool) -> bool:
    """A word with the preposition `ب` written in one, or `ب` before a mark, that is no adverb and no place adjunct.

    Args:
        adjacent: whether the verb stands just before; then a word that no table knows has its `ب` too.
    """
    key, word = document.keys[position], document.words[position]
    if key == "ب":
        following = document.words[position + 1] if position + 1 < len(document.keys) else None
        return following is not None and ("quote" in following.tags or following.kind is NUMBER)
    if key == "بما" or (adjacent and key in _QUANTIFIED):
        return True
    if key[0] != "ب" or (len(key) < 4 and not any(r.proclitics == "ب" and r.tag == "act_noun" for r in word.readings)):
        return False
    if any(r.proclitics in ("ب", "بال") for r in word.readings):
        return not word.tags & _ADJUNCT_HEADS and key not in _ADVERBS
    if word.readings and any(not r.proclitics and r.entry.tag != "common_word" for r in word.readings):
        return False
    bare = [r for stem in stems(key[1:]) for r in document.lexicon.look_up(stem)]
    known = bool(bare) and any(not r.proclitics or r.proclitics == "ال" for r in bare)
    return (known or (adjacent and not word.readings)) and key not in _ADVERBS

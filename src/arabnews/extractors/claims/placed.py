"""Subjects told by their place alone: behind a verb of saying, before what opens its content, stands who says it.

`ذكرت الجماهير أن`, `هدد البعض ب`, `قالت ستون إن`: whatever the tables know of the noun, the verb's gender and the noun's
shape tell whether it can be the subject (Ryding 2005, 4.1: the verb comes first and agrees in gender alone).
"""

from __future__ import annotations

from typing import Final

from arabnews.enums import NAME, PER
from arabnews.extractors.claims import slots
from arabnews.extractors.claims.event import COMPLEMENTISERS, TANWIN, Event
from arabnews.extractors.claims.extents import ADJUNCTS, ADVERBS, GROUPS, RELATIVES
from arabnews.extractors.claims.mentioned import mentioned
from arabnews.extractors.claims.noun_phrases import HONORIFICS, NounPhrases
from arabnews.lexicon.morphology import is_native
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_PEOPLE: Final = frozenset(
    {"البعض", "الاخر", "الاخرون", "اخرون", "الجميع", "كثيرون", "الكثيرون", "الكثير", "الناس", "القائمون", "غيرهم", "الاثنان"}
)
"""Pronouns and quantifiers that people are meant by."""
_MANNERS: Final = frozenset(
    {"صراحة", "علنا", "خصوصا", "خاصة", "تحديدا", "عموما", "حرفيا", "مثلا", "حوالي", "نحو", "ضمنا", "جهارا"}
)
"""Adverbs: `نصت صراحة على`."""
_NO_SUBJECTS: Final = ADJUNCTS | ADVERBS | RELATIVES | COMPLEMENTISERS | _MANNERS
_BOTH: Final = frozenset({"كلا", "كلتا"})
_CLOSED: Final = frozenset(
    {"function_word", "clause_opener", "turn_marker", "relative", "deictic", "time_unit", "day_part"}
    | {"weekday", "month", "formula"}
    | {"cue_phrase", "number", "fraction", "ordinal", "holiday", "season", "quote", "set_word", "part_of_period"}
)
"""Tags of words that are no subjects."""
_PRONOUNS: Final = ("هما", "ها", "هم", "هن", "كم", "نا", "ه", "وك", "ني")
_KUNYAS: Final = frozenset({"ام", "ابو", "ابا"})
_KIN: Final = frozenset(
    {"والد", "والدة", "اب", "ابو", "ام", "اخ", "اخو", "اخت", "شقيق", "شقيقة", "زوج", "زوجة", "ابن", "ابنة", "نجل", "جد", "جدة"}
    | {"جيران", "اقارب", "اصدقاء", "زملاء", "رفاق", "اخوة", "اشقاء", "شركاء", "اهل", "ذوو", "ابناء", "طلاب", "تلاميذ", "مساعدو"}
    | {"عم", "خال", "خالة", "صديق", "صديقة", "زميل", "زميلة", "خطيبة", "محامي", "طبيب", "عائلة", "اسرة", "معلم", "معلمة"}
)
"""Who is somebody's."""
_CONJUNCTIONS: Final = frozenset({"كما", "فيما", "بينما", "حيث", "وقد", "فقد", "قد", "ثم", "اذ", "فيها"})
_FRONT: Final = 6
"""Tokens that a date or a turn marker before a verb may have."""
_JOINED: Final = "وف"
_GOVERNED: Final = "بل"
_SHORT: Final = 3
_NAME: Final = 4
"""Words that a name may have."""


def placed(phrases: NounPhrases, event: Event, start: int, end: int) -> Mention | None:
    """The noun phrase directly behind a verb, up to a token, if it can be the verb's subject.

    Examples:
        هدد البعض [بالإضراب](kind=nominal cue=هدد speaker=البعض)
        طالبت خطة التنمية الجديدة [بإعداد خريطة للطرق](kind=nominal cue=طالبت speaker=خطة_التنمية_الجديدة)
        عبرت الجماهير المتحمسة عن [سعادتها بالفوز](kind=nominal cue=عبرت speaker=الجماهير_المتحمسة)
        ثم طالبت خصومها [بالرحيل](kind=nominal cue=طالبت)
    """
    if (named := described_stranger(phrases, event, start, end)) is not None:
        return named
    kunya = (
        phrases.document.keys[start] in _KUNYAS and start + 2 == event.gap_end and event.opener in ("colon", "clause", "quote")
    )
    if kunya and phrases.document.words[start + 1].kind is WORD:
        return _named(phrases, event, start, start + 2)  # `قالت أم سالم إن`
    if not _may_be_subject(phrases, event, start):
        return None
    stop = phrases.end_of(start, end)
    if stop <= start:
        return None
    if _leaves_object(phrases, event, stop, end) and not _are_two(phrases, start, stop):
        return None
    document = phrases.document
    if stop - start > 1 and start not in phrases.by_token and document.words[start].tags <= {"person_name"}:
        after = slots.name_end(document, start, stop, phrases.by_token)
        stop = after if after > start + 1 else stop
    if _is_name(phrases, start, stop):
        return _named(phrases, event, start, stop)
    return phrases.nominal(start, stop, before_verb=True)


def described_stranger(phrases: NounPhrases, event: Event, start: int, end: int) -> Mention | None:
    """`نفت مايا شتورم، محامية البحارة،`: words that no table knows, behind a comma a role of the verb's own gender."""
    document = phrases.document
    comma = next((at for at in range(start + 1, min(start + 1 + _NAME, end)) if document.keys[at] in "،,"), 0)
    role = document.words[comma + 1].get("title") if 0 < comma < end - 1 else None
    if role is None or role.proclitics or event.reading.pos != "verb" or phrases.gender_at(comma + 1) != event.reading.gender:
        return None
    for at in range(start, comma):
        word = document.words[at]
        own = {reading.tag for reading in word.readings if not reading.proclitics}
        if word.kind is not WORD or own - {"person_name", "common_word"} or at in phrases.dated:
            return None
        if len(word.key) < _SHORT or (word.key.startswith(("ال", "لل", "بال")) and at == start):
            return None
    if "common_word" in document.words[start].tags and not document.words[start].get("person_name"):
        return None
    return _named(phrases, event, start, comma)


def _named(phrases: NounPhrases, event: Event, start: int, stop: int) -> Mention:
    span = phrases.document.span(start, stop)
    return mentioned(phrases.document.text, span, PER, NAME, gender=event.reading.gender, number="s")


def _may_be_subject(phrases: NounPhrases, event: Event, at: int) -> bool:
    word = phrases.document.words[at]
    key, reading = word.key, event.reading
    if reading.pos != "verb" or word.kind is not WORD or len(key) < _SHORT:
        return False
    if key in _PEOPLE or key in _BOTH:
        return True
    if at in phrases.dated or key in _NO_SUBJECTS:
        return False
    if event.is_nominal and phrases.document.padded_keys[event.cue - 1].removeprefix("و") in RELATIVES:
        return phrases.is_sound_plural(at)  # `المدن التي ترفض الضجيج`: who refuses stands before
    if key[0] in "وك" and phrases.document.lexicon.look_up(key[1:]) and not any(not r.proclitics for r in word.readings):
        return False  # `كهواية`, `وسجلت`
    counts = "number" in word.tags and event.opener == "clause" and at + 1 == event.gap_end  # `قالت ستون إنها`
    if word.tags & _CLOSED and not counts and key not in phrases.surnames:
        return False
    if word.surface.endswith(TANWIN) or (
        any(r.tag == "cue" and r.pos in ("verb", "participle") and not r.proclitics for r in word.readings)
        and not phrases.is_sound_plural(at)
        and not _is_agent_noun(phrases, event, at)
    ):
        return False
    if reading["frame"].endswith("pers") and event.is_nominal and not _opens_clause(phrases, event.cue):
        return False  # `بيانا أصدرته المحكمة، طالب الحكومة بالسماح`
    definite = key.startswith("ال")
    if not definite and key.lstrip("وف").startswith(("ي", "ت", "ن")) and not word.tags and is_native(key):
        return False  # a verb
    if (
        not definite
        and not _is_kin(key)
        and (_is_governed(phrases, at) or phrases.is_accusative(at) or _has_pronoun(phrases, at))
    ):
        return False
    if any(r.tag == "cue" and r.pos == "masdar" for r in word.readings) and not (
        reading.gender == "f" and event.opener == "clause"
    ):
        return False
    return _agrees(phrases, event, at)


def _is_agent_noun(phrases: NounPhrases, event: Event, at: int) -> bool:
    """A participle for who does something, as the subject: `وقال محتجون إن`, `وأوضح مكتشف المركب أن`."""
    document = phrases.document
    readings = [r for r in document.words[at].readings if r.tag == "cue"]
    if any(r.pos != "participle" for r in readings):
        return False
    if document.keys[at].endswith("ون"):
        return True
    construct = (
        document.padded_keys[at + 1].startswith("ال") and event.opener == "clause" and all(r.gender != "f" for r in readings)
    )
    return construct and at + 2 == event.gap_end


def _is_kin(key: str) -> bool:
    """`والدته`, `زميله`: who is somebody's."""
    stem = key.removesuffix("هما").removesuffix("هم").removesuffix("ها").removesuffix("ه")
    return stem != key and (stem in _KIN or stem.removesuffix("ت") + "ة" in _KIN)


def _opens_clause(phrases: NounPhrases, cue: int) -> bool:
    """Whether a verb stands at the head of its sentence, behind no more than a date or a turn marker, or behind a conjunction."""
    document = phrases.document
    return cue - document.sentence_bounds[cue][0] <= _FRONT or document.keys[cue - 1] in _CONJUNCTIONS


def _is_governed(phrases: NounPhrases, at: int) -> bool:
    """Whether a preposition is written in one with a word: `بجدية`, `للناس`."""
    word, key = phrases.document.words[at], phrases.document.keys[at]
    if key.startswith(("لل", "بال", "كال", "وال", "فال")):
        return True
    if word.readings and any(not r.proclitics for r in word.readings):
        return False
    if word.readings and all(r.preposition in tuple(_GOVERNED) for r in word.readings):
        return True
    rest = key[1:]
    return not word.readings and key[0] in _GOVERNED and bool(phrases.document.lexicon.look_up(rest) or is_native(rest))


def _has_pronoun(phrases: NounPhrases, at: int) -> bool:
    """`أنصاره`, `متابعيه`: an object with the subject's pronoun."""
    key, word = phrases.document.keys[at], phrases.document.words[at]
    ending = next((ending for ending in _PRONOUNS if key.endswith(ending) and len(key) - len(ending) >= _SHORT - 1), "")
    if (
        not ending
        or at in phrases.by_token
        or key in HONORIFICS
        or word.tags & {"title", "nominal_source", "person_name", "org_head"}
    ):
        return False
    stem = key.removesuffix(ending)
    known = any(phrases.document.lexicon.look_up(form) for form in (stem, stem.removesuffix("ت") + "ة"))
    return known or is_native(key)


def _agrees(phrases: NounPhrases, event: Event, at: int) -> bool:
    """Whether the noun can be the verb's subject by its gender, as far as its ending or its reading tells."""
    document, key = phrases.document, phrases.document.keys[at]
    readings = [r for r in document.words[at].readings if not r.proclitics or r.proclitics == "ال"]
    if event.reading.gender == "f":
        single = [r for r in readings if r.tag in ("counted", "org_head", "facility_head") and r.number == "s"]
        masculine = bool(single) and all((r["gender"] or r.gender) == "m" for r in single) and key[-1] != "ة"
        return not masculine and (not key.endswith("ون") or "number" in document.words[at].tags)
    if key.endswith("ة"):
        return key in GROUPS and document.keys[at + 1 : at + 2] == ["من"]
    return not key.endswith("ات")


def _leaves_object(phrases: NounPhrases, event: Event, stop: int, end: int) -> bool:
    """Whether something that may be the verb's object is left behind the noun phrase: then which is which cannot be told."""
    if "pers" not in event.reading.frame or stop >= end:
        return False
    document = phrases.document
    word = document.words[stop]
    return word.kind is WORD and document.keys[stop] not in ADJUNCTS and stop not in phrases.dated


def _are_two(phrases: NounPhrases, start: int, stop: int) -> bool:
    """`واتهمت وسائل الإعلام | النادي البحري ب`: of two definite noun phrases the first is the subject, if it can speak."""
    document = phrases.document
    second = document.keys[stop].startswith("ال") and (stop in phrases.by_token or "org_head" in document.words[stop].tags)
    return second and phrases.is_human(start) and not phrases.is_oblique(start)


def _is_name(phrases: NounPhrases, start: int, stop: int) -> bool:
    """Whether a word is a name: the family name of somebody in the article, or a word of no table and no Arabic shape."""
    document, key = phrases.document, phrases.document.keys[start]
    if stop - start > 1:
        named = document.words[start].tags <= {"person_name"}
        return named and slots.name_end(document, start, stop, phrases.by_token) == stop
    if key in phrases.surnames or "number" in document.words[start].tags:
        return True
    tags = document.words[start].tags
    own = [r for r in document.words[start].readings if not r.proclitics]
    unknown = not tags or (not own and key[0] in _JOINED)
    return unknown and not is_native(key.removeprefix("ال")) and not key.endswith(("ة", "ات", "ون", "ين"))

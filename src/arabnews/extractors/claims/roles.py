"""Roles without a name: what two of them share, and whose they can be: `الوزير`, `المحلل`, `نجم المنتخب السابق`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from arabnews.document import Document
from arabnews.enums import NAME, NOMINAL, PER
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.turns import LATEST, Turn
from arabnews.lexicon.morphology import is_native
from arabnews.model import Mention
from arabnews.text.tokens import NUMBER, WORD

APPOSITION: Final = 14
_PAN: Final = frozenset({"العربي", "العربية", "الافريقي", "الافريقية", "الاوروبي", "الاوروبية"})
_SHARED: Final = frozenset(
    {"العام", "العامة", "الرسمي", "الرسمية", "الاعلامي", "الاعلامية", "التنفيذي", "التنفيذية", "الاول", "السابق", "السابقة"}
    | {"الحالي", "الجديد", "الشاب", "الكبير", "الراحل", "الاعلى", "المذكور", "باسم", "المكلف", "المقيم"}
)
"""What stands behind many roles."""
ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور"})
_SAY_NOTHING: Final = _SHARED | ANAPHORIC
_PROCLITICS: Final = ("وال", "بال", "ولل", "لل", "ال")
_JOINED: Final = "وفبل"
_BEFORE: Final = 4
_BEHIND: Final = 6
"""Tokens of a role before and behind a name."""
_OFFICES: Final = frozenset(
    {"رئيس", "الرئيس", "وزير", "مدير", "مدير عام", "أمين عام", "نائب", "مساعد", "وكيل", "سفير", "قنصل", "مندوب", "قائد", "زعيم"}
    | {"عضو", "محافظ", "والي", "عمدة", "أمير", "ملك", "سلطان", "رئيس الوزراء", "رئيس الجمهورية", "قاضي"}
    | {"مدعي عام", "نائب الرئيس"}
    | {"مفتي", "إمام", "خطيب", "سكرتير", "كاتب الدولة", "متحدث", "ناطق", "ممثل", "مسؤول", "مشرف", "منسق", "مواطن", "شاب", "مفوض"}
    | {"محامي", "طبيب", "ضابط", "جندي", "شرطي", "مراسل", "متهم", "محقق", "مراقب", "ولي العهد", "حكم", "ضيف"}
)
"""Offices that somebody else may hold than he who has just spoken, and roles of any passer-by."""
_PLAYERS: Final = frozenset(
    {"نجم", "لاعب", "مدرب", "حارس", "مهاجم", "مدافع", "هداف", "عداء", "سباح", "ملاكم", "كابتن|الكابتن", "مؤلف"}
)
"""Roles that are told of somebody with his club, by turns with his name."""


def has_head(document: Document, mention: Mention, bare: str) -> bool:
    """Whether a mention's title, or its own first word, is the noun: `وزير النقل فلان` for `الوزير`.

    `المتحدث باسم المركز فلان` is no `المركز`.
    """
    keys, words, ends = document.keys, document.words, document.ends
    start = document.token_at(mention.span.start)
    behind, count, stop = start + 1, len(ends), mention.span.end  # `فلان وزير النقل`, `فلان، وزير النقل`
    while behind < count and ends[behind - 1] < stop:
        behind += 1
    before = start - _BEFORE if start > _BEFORE else 0
    if spellings(bare).isdisjoint(keys[before : behind + 2]):
        return False  # nearly always
    counted = words[start].kind is NUMBER and mention.form is NOMINAL  # `19 منظمة`, then `المنظمات`
    if counted and document.padded_keys[start + 1] in (bare, _singular(bare)):
        return True
    person = mention.kind is PER
    end = start + 1
    if mention.title is not None:
        end = start
        while end < count and ends[end] <= mention.name.start:
            end += 1
    ended = [at for at in range(start, max(end, start + 1)) if keys[at].endswith(bare)]
    heads = [at for at in ended if keys[at].removeprefix("ال") == bare and (at == start or not _is_deputy(document, at - 1))]
    if not heads and ended[:1] == [start] and _is_word(keys[start], bare):
        heads.append(start)
    if any(not person or "org_head" not in words[at].tags or "title" in words[at].tags for at in heads):
        return True
    if not person:
        return False
    behind += document.padded_keys[behind] == "،"
    first, last = _told(document, mention)
    told = (*range(first, start), *([behind] if behind < last else ()))
    return any(keys[at].removeprefix("ال") == bare and "title" in words[at].tags for at in told)


@lru_cache(maxsize=1024)
def spellings(bare: str) -> frozenset[str]:
    """A noun with and without what may be written in one before it; and, as one is counted, its singular."""
    return frozenset({bare, _singular(bare), *[before + bare for before in (*_PROCLITICS, *_JOINED)]})


def _singular(bare: str) -> str:
    return bare[:-2] + "ة" if bare.endswith("ات") else bare


def _is_deputy(document: Document, at: int) -> bool:
    """Whether a title governs the next word: `نائب رئيس النادي` is no `رئيس النادي`."""
    return "title" in document.words[at].tags and not document.keys[at].startswith("ال")


def _is_word(key: str, bare: str) -> bool:
    """Whether a key is a word, with or without the article and what is written in one before it: `للوزارة`, `ووزارة`."""
    return stripped(key) == bare or (key[1:] == bare and key[0] in _JOINED)


def _told(document: Document, mention: Mention) -> tuple[int, int]:
    """The tokens that tell what a person is, before and behind the name: `الرئيس التركي فلان`, `فلان، وزير النقل الألماني`."""
    first, last = document.tokens(mention.span)
    if mention.kind is not PER or mention.form is not NAME:
        return first, last
    begin, end = document.sentence_bounds[first]
    start, stop = first, last
    while start > max(begin, first - _BEFORE) and (
        document.keys[start - 1].startswith("ال") or "title" in document.words[start - 1].tags
    ):
        start -= 1
    role = last + (document.keys[last : last + 1] == ["،"])
    if role < end and "title" in document.words[role].tags:
        stop = role
        while stop < min(end, role + _BEHIND) and document.words[stop].kind is WORD:
            stop += 1
    return start, stop


def shares_nation(document: Document, speaker: Mention, mention: Mention) -> bool:
    """Whether what a role's nationality says is said of the other too: `الرئيس التركي` is not `الرئيس المصري فلان`."""
    own = _nations(document, speaker)
    return not own or own <= _nations(document, mention)


def may_share_nation(document: Document, speaker: Mention, mention: Mention) -> bool:
    """The same, where nothing need be said of the other's: `الوزير فلان`, then `المسؤول التركي`."""
    own, others = _nations(document, speaker), _nations(document, mention)
    return not own or not others or bool(own & others)


def is_same_role(document: Document, speaker: Mention, other: Mention) -> bool:
    """Whether what a role is of is told of the other too: `المدير العام للطوارئ` is not `المدير الإقليمي فلان`."""
    if not shares_nation(document, speaker, other):
        return False
    ordinals = _ordinals(document, speaker)
    if ordinals and ordinals - _ordinals(document, other):
        return False  # `المادة السابعة` is not `المادة الخامسة`
    own = _field(document, speaker)
    if other.kind is not PER:
        others = _field(document, other)
        return not own or not others or bool(own & others) or speaker.form is NAME
    if not own:
        return True
    first, last = document.tokens(other.span)
    begin, end = document.sentence_bounds[first]
    near = document.keys[max(begin, first - APPOSITION) : min(end, last + APPOSITION)]
    told = {_stem(key) for key in document.keys[first + 1 : document.token_at(other.name.start)] if key not in _SHARED}
    if told and other.title is not None and told <= own:
        return True  # `المتحدث باسم المؤسسة فلان`, then `المتحدث باسم المؤسسة العامة للنقل`
    return 2 * len(own & {_stem(key) for key in near}) >= len(own)


def _ordinals(document: Document, mention: Mention) -> set[str]:
    first, last = document.tokens(mention.span)
    return {document.keys[at] for at in range(first, last) if "ordinal" in document.words[at].tags}


def _field(document: Document, speaker: Mention) -> set[str]:
    """The words that tell what a role is of, without those that many roles share."""
    first, last = document.token_at(speaker.span.start) + 1, document.token_at(speaker.span.end - 1) + 1
    stop = next((at for at in range(first, last) if "function_word" in document.words[at].tags), last)
    return {
        _stem(key)
        for at in range(first, stop)
        if (key := document.keys[at]).isalpha() and key not in _SAY_NOTHING and "nationality" not in document.words[at].tags
    }


def has_field(document: Document, speaker: Mention) -> bool:
    """Whether a role tells what it is of: `المدير العام للطوارئ`, not `الرئيس الجزائري`."""
    return bool(_field(document, speaker))


def _stem(key: str) -> str:
    """A noun without the article and without what is written in one before it."""
    return stripped(key).removesuffix("ة").removesuffix("ي")


@lru_cache(maxsize=4096)
def stripped(key: str) -> str:
    """A word without the article and what is written in one before it: `والهلال`, `للهلال`, `هلال`."""
    for proclitic in _PROCLITICS:
        if key.startswith(proclitic) and len(key) > len(proclitic) + 2:
            return key.removeprefix(proclitic)
    return key


def _nations(document: Document, mention: Mention) -> set[str]:
    first, last = _told(document, mention)
    return {
        document.keys[at].removeprefix("ال").removesuffix("ة")
        for at in range(first, last)
        if "nationality" in document.words[at].tags and document.keys[at] not in _PAN and document.keys[at][0] != "و"
    }


def _is_told(document: Document, at: int) -> bool:
    """Whether a word tells what somebody is, and is no name that no table lists."""
    tags = document.words[at].tags
    if "person_name" in tags and not document.keys[at].startswith("ال"):
        return False  # `الباحث تركي العسيري`
    return bool(tags - {"person_name"}) or document.words[at].kind is not WORD or is_native(document.keys[at])


def professional(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """`المحلل`, `نجم المنتخب السابق`: a profession without a name, behind the words of a person who has one: that person."""
    head, last_token = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1)
    title = document.words[head].get("title")
    definite = document.keys[head].startswith("ال")
    if title is not None and not definite and title.entry.form in _PLAYERS:
        definite = last_token > head and document.keys[head + 1].startswith("ال")  # `مدافع الهلال`
    stop = next((at for at in range(head + 1, last_token + 1) if document.keys[at] in ADJUNCTS), last_token + 1)
    definite = definite and all(_is_told(document, at) for at in range(head + 1, stop))
    if (
        title is None
        or not definite
        or title["type"] != "role"
        or title.number != "s"
        or title.entry.form.partition("|")[0] in _OFFICES
    ):
        return None
    last = next(
        (turn for turn in turns[LATEST] if turn.source is not None and not turn.reported and turn.event.opener != "aside"),
        None,
    )
    source = last.source if last is not None else None
    if source is None or source.kind is not PER or source.form is not NAME:
        return None
    fits = not title.gender or not source.gender or title.gender == source.gender
    return source if fits and may_share_nation(document, speaker, source) else None


def only_named(document: Document, speaker: Mention, mentions: Sequence[Mention], turns: list[Turn]) -> Mention | None:
    """`الباحث`, `اللاعب`: where the article has named one person alone till now, who plays or has spoken."""
    first, last = document.tokens(speaker.span)
    title = document.words[first].get("title")
    if title is None or title["type"] != "role" or title.number != "s" or title.entry.form in _OFFICES | {"مدرب"}:
        return None
    if not all(_is_told(document, at) for at in range(first + 1, last)):
        return None
    people = [m for m in mentions if m.kind is PER and m.form is NAME]
    families = {document.keys[document.token_at(person.name.end - 1)] for person in people}
    if len(families) != 1 or (title.gender and people[-1].gender and title.gender != people[-1].gender):
        return None
    spoken = any(turn.source in people for turn in turns[LATEST] if turn.source is not None)
    known = spoken or title.entry.form in _PLAYERS
    return people[-1] if known and shares_nation(document, speaker, people[0]) else None


def is_definite_phrase(document: Document, speaker: Mention) -> bool:
    """A construct that ends in a definite noun: `عميد السلك الدبلوماسي`."""
    first, last = document.tokens(speaker.span)
    title = document.words[first].get("title")
    return (
        title is not None
        and title.number == "s"
        and document.keys[first + 1 : first + 2] != []
        and all(key.startswith("ال") for key in document.keys[first + 1 : last])
        and not any("nationality" in document.words[at].tags and document.keys[at] not in _PAN for at in range(first, last))
    )

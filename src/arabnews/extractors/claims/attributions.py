"""Prepositional cues: `بحسب`, `وفقا ل`, `نقلا عن`, `على حد قوله`; behind the content, or before it."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.document import Document, Hit
from arabnews.enums import NAME
from arabnews.extractors.claims.contents import DEPTH, Contents
from arabnews.extractors.claims.event import COMPLEMENTISERS
from arabnews.extractors.claims.extents import ADJUNCTS, RELATIVES
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.said_by import RESUMED, Behind, agency, behind, is_agency, is_source
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import Mention
from arabnews.text.tokens import BREAK, MARK, NUMBER, WORD

_AS: Final = frozenset({"كما", "مثلما", "حسبما", "وفقما"})
_SAYING: Final = frozenset(
    {"قال", "أضاف", "أكد", "أوضح", "تابع", "ذكر", "صرح", "كتب", "علق", "روى", "حكى", "شرح", "أردف", "استطرد", "زاد", "أورد"}
)
"""Verbs that stand behind what was said."""
_SAID: Final = frozenset({"assert", "announce", "confirm"})
_WHILE: Final = frozenset({"بينما", "فيما"})
_OPENING: Final = _WHILE | {"حين"}
_LEADING: Final = _WHILE | COMPLEMENTISERS
_RESUMING: Final = RESUMED | COMPLEMENTISERS
_GOING_ON: Final = ADJUNCTS | RELATIVES
_DASHES: Final = frozenset({"-", "–"})
_LEAST: Final = 4
_VERB: Final = 4
_COMMAS: Final = frozenset("،,")
_MAX_PHRASE: Final = 14
_REACH: Final = 200
"""Tokens that may be attributed by a phrase behind them."""
_DATELINE: Final = 14
_TURNING: Final = RELATIVES | {
    *("كما", "حيث", "اذ", "لكن", "لكنه", "لكنها", "ثم", "بينما", "فيما", "غير", "الا", "علما", "مما", "ما", "بل", "هذا", "اما"),
    *("بعد", "قبل", "منذ", "انذاك", "حينها", "وقتها"),
}
"""Behind a comma they open another clause."""
_APART: Final = frozenset({"clause_opener", "turn_marker", "cue", "cue_phrase", "title", "formula", "person_name"})
_BEGUN: Final = 12
"""Tokens of a clause that a phrase may interrupt."""
_REACHED: Final = (["به"], ["بها"], ["منه"], ["عليه"])


class Attribution(NamedTuple):
    """An attribution beside a clause: its cue, its source (None for `على حد قوله`), and the range of what is attributed."""

    hit: Hit
    """The phrase, or the verb of `كما ذكر فلان`."""
    source: Mention | None
    first: int
    end: int
    self_reference: bool
    pieces: tuple[tuple[int, int], ...] = ()
    """What is quoted before and behind a cue that interrupts it."""


def attributions(
    document: Document, phrases: NounPhrases, contents: Contents, starts: set[int], outermost: set[int]
) -> list[Attribution]:
    """Every prepositional attribution; contents of other claims start at `starts`, those that stand in none at `outermost`.

    Examples:
        [الطريق الساحلي مغلق منذ الصباح](kind=indirect cue=بحسب speaker=شرطة_المرور)، بحسب شرطة المرور
        وقال المنصوري، بحسب وكالة الأنباء الليبية، إن [الميناء سيفتح غدا أمام السفن](cue=بحسب speaker=وكالة_الأنباء_الليبية)
    """
    found = []
    around: list[int] = []
    for hit in document.hits("cue_phrase"):
        if around:
            around = [end for end in around if end > hit.first]
        if len(around) >= DEPTH:
            continue
        attribution = _attribution(document, phrases, contents, hit, starts, outermost)
        if attribution is not None:
            found.append(attribution)
            around.append(attribution.end)
    words, cues = document.padded_words, contents.cues
    for at in document.at("cue"):
        if not _may_end(words[at - 1]) or at in cues or at < 2:
            continue  # most
        if words[at - 1].kind is MARK:
            attribution = _postposed(document, phrases, contents, at, starts)
        elif (at - 1) not in contents.phrases:
            attribution = _as_said(document, phrases, at, starts)
        else:
            continue
        if attribution is not None:
            found.append(attribution)
    return found


@kept
def _may_end(word: Word) -> bool:
    """Whether what is said may end at the word before a verb of saying: at a mark, at `كما`."""
    return word.kind is MARK or word.key in _AS


def _postposed(document: Document, phrases: NounPhrases, contents: Contents, at: int, starts: set[int]) -> Attribution | None:
    """`«...»، قال فلان.`, `..., يقول الكاتب.`: a verb of saying with its subject, behind what he said or in its middle.

    Examples:
        «[الجسر قديم جدا»، تقول ليلى الحداد، «ولن يصمد طويلا](cue=تقول speaker=ليلى_الحداد)».
        «[الطريق سيفتح غدا أمام الناس](kind=direct cue=قال speaker=سالم_المنصوري)»، قال سالم المنصوري.
    """
    reading = document.words[at].get("cue")
    if reading is None or reading.pos != "verb" or reading.proclitics or reading.entry.form not in _SAYING:
        return None
    first, end = document.sentence_bounds[at]
    if at + 1 >= end:
        return None
    mark = at - 1 - (document.keys[at - 1] in _COMMAS)
    quote = contents.quotes.ending(document, mark)
    if mark == at - 1 and quote is None:
        return None
    if quote is None and (reading.tense != "imperfect" or mark - first < _LEAST):
        return None
    source = phrases.phrase(at + 1, min(at + 1 + _MAX_PHRASE, end), nominal=True)
    if source is None:
        return None
    after = document.token_at(source.span.end - 1) + 1
    if after < end and document.words[after].kind is WORD and not (quote is not None and _is_aside(document, phrases, after)):
        return None
    if quote is not None:
        begin, stop = quote
        if begin in starts:
            return None
        resumed = contents.quotes.statement_at(after + 1) if after + 1 < end and document.keys[after] in _COMMAS else None
        pieces = () if resumed is None else (quote, document.tokens(resumed.span))
        stop = pieces[-1][1] if pieces else stop
        return Attribution(Hit(at, at + 1, reading), source, begin, stop, False, pieces)
    begin, stop = _before(document, at, first, starts)
    return Attribution(Hit(at, at + 1, reading), source, begin, stop, False) if stop - begin > 1 else None


def _is_aside(document: Document, phrases: NounPhrases, at: int) -> bool:
    """What may stand behind the speaker: `، يقول فلان في حوار`, `الذي يرى أن ...`, `مضيفا أن ...`."""
    return document.keys[at] in _GOING_ON or at in phrases.dated or "cue" in document.words[at].tags


def _as_said(document: Document, phrases: NounPhrases, at: int, starts: set[int]) -> Attribution | None:
    """`، كما ذكر فلان`: a verb of saying with its subject and nothing else, behind what he said.

    Examples:
        [وصلت السفن إلى الميناء](kind=indirect cue=ذكر speaker=متحدث_باسم_الميناء)، كما ذكر متحدث باسم الميناء.
    """
    reading = document.words[at].get("cue")
    first, end = document.sentence_bounds[at]
    if reading is None or reading.pos != "verb" or reading.proclitics or at - 1 - first < _LEAST or at + 1 >= end:
        return None
    start = at + 1 + ("doc" in reading.frame)  # `كما جاء في التقرير`
    if start > at + 1 and document.keys[at + 1] not in ("في", "ضمن"):
        return None
    known = start < end and (start in phrases.by_token or phrases.is_human(start) or is_source(document, phrases, start))
    if reading.opener == "near" or reading["stance"] not in _SAID or not known:
        return None
    source = phrases.phrase(start, min(start + _MAX_PHRASE, end), nominal=True)
    source = source or phrases.nominal(start, phrases.end_of(start, min(start + _MAX_PHRASE, end)), before_verb=True)
    if source is None:
        return None
    after = document.token_at(source.span.end - 1) + 1
    named = source.form is NAME and document.padded_keys[after].startswith("ال")  # `فلان المتخصص في`
    parted = named or document.padded_keys[after] in _GOING_ON or after in phrases.dated
    if after < end and document.words[after].kind is WORD and not parted:
        return None
    begin, stop = _before(document, at - 1, first, starts)
    return Attribution(Hit(at, at + 1, reading), source, begin, stop, False) if stop - begin > 1 else None


def attributing(document: Document, phrases: NounPhrases) -> dict[int, Behind]:
    """What stands behind each phrase that attributes, by its first token; `حسب المقاعد المتوفرة` names no source."""
    told: dict[int, Behind] = {}
    for hit in document.hits("cue_phrase"):
        found = behind(document, phrases, hit, document.sentence_bounds[hit.first][1])
        if found is not None:
            told[hit.first] = found
    return told


def _attribution(
    document: Document, phrases: NounPhrases, contents: Contents, hit: Hit, starts: set[int], outermost: set[int]
) -> Attribution | None:
    bounds = document.sentence_bounds[hit.first]
    found = contents.phrases.get(hit.first)
    if found is None:
        return None
    believed = hit.reading["stance"] == "believe"
    if believed and document.keys[hit.first].startswith("ب") and _is_governed(document, hit.first, bounds[0]):
        return None
    if found.own:
        within = _around if believed else _in_front
        first, end = within(document, contents, hit, hit.end, bounds, outermost)
        return Attribution(hit, None, first, end, True) if end - first > believed else None
    start = found.at
    stop = min(start + _MAX_PHRASE, bounds[1])
    source = agency(document, start) if is_agency(document, start) else phrases.phrase(start, stop)
    source = source or phrases.nominal(start, phrases.end_of(start, stop), before_verb=True)
    if source is None:
        return None
    after = document.token_at(source.span.end - 1) + 1
    resumed = next((at for at in range(after, min(after + _MAX_PHRASE, bounds[1])) if document.keys[at] in RESUMED), None)
    if resumed is not None:
        first, end = _behind(document, resumed, contents.until_cue(resumed + 2, bounds[1]))
        return Attribution(hit, source, first, end, False) if end - first > 1 else None
    if (content := contents.interrupted(hit.first)) is not None:
        return Attribution(hit, source, *content, False)
    if believed:
        first, end = _around(document, contents, hit, after, bounds, starts)
        return Attribution(hit, source, first, end, False) if end - first > 1 else None
    inserted = document.padded_keys[hit.first - 1] in _DASHES and document.keys[after : after + 1] in (["-"], ["–"])
    if inserted and not _is_first(document, hit, bounds[0]):  # `التي - وفق الشرطة - أغلقت`
        first, _ = _before(document, hit.first, bounds[0], starts)
        _, end = _behind(document, after, contents.until_cue(after, bounds[1]))
    elif _is_fronted(document, hit, after, bounds, starts):
        first = _past_relative(document, phrases, after, bounds[1])
        first, end = _behind(document, first, contents.until_cue(first, bounds[1]))
    else:
        first, end = _before(document, hit.first, bounds[0], starts)
        if end - first > 1 and _goes_on(document, phrases, first, hit.first, after, bounds[1]):
            end = _behind(document, after, contents.until_cue(after, bounds[1]))[1]
    return Attribution(hit, source, first, end, False) if end - first > 1 else None


def _goes_on(document: Document, phrases: NounPhrases, first: int, cue: int, after: int, end: int) -> bool:
    """`تعد الجزيرة، حسب المتحدث، كنزا`: whether a clause that has just begun goes on behind the source, between commas."""
    keys = document.padded_keys
    if after + 2 >= end or cue - first > _BEGUN or keys[cue - 1] not in _COMMAS or keys[after] not in _COMMAS:
        return False
    word = document.words[after + 1]
    joined = word.key[0] == "و" or (word.key[0] == "ف" and not any(not reading.proclitics for reading in word.readings))
    apart = joined or word.key in _TURNING or after + 1 in phrases.dated or not word.tags.isdisjoint(_APART)
    return word.kind is WORD and not apart and "medium" not in document.tags_at(after + 2)


def _is_governed(document: Document, at: int, first: int) -> bool:
    """`الاهتمام برأي السكان`: behind a word that may take `ب`, it is no opinion told."""
    before = document.keys[at - 1] if at > first else ""
    return bool(before) and document.words[at - 1].kind is WORD and before not in _LEADING


def _is_first(document: Document, hit: Hit, first: int) -> bool:
    """Whether a phrase opens its sentence, or a clause joined by `و`."""
    fronted = hit.reading.proclitics == "و" or document.keys[hit.first].startswith("وو")
    return fronted or hit.first == first or (hit.first == first + 1 and document.keys[first] == "و")


def _is_fronted(document: Document, hit: Hit, after: int, bounds: tuple[int, int], starts: set[int]) -> bool:
    """Whether what is attributed stands behind a phrase and its source."""
    clause = after < bounds[1] and document.keys[after] in _RESUMING
    inside = document.padded_keys[hit.first - 1] in ("،", ",") and document.padded_keys[hit.first - 2] in COMPLEMENTISERS
    clause = clause or inside  # `أنه، وفقا للهيئة، آمن`
    return clause or _is_first(document, hit, bounds[0]) or hit.first in starts or document.keys[hit.first - 1] in COMPLEMENTISERS


def _in_front(
    document: Document, contents: Contents, hit: Hit, after: int, bounds: tuple[int, int], starts: set[int]
) -> tuple[int, int]:
    return _before(document, hit.first, bounds[0], starts)


def _around(
    document: Document, contents: Contents, hit: Hit, after: int, bounds: tuple[int, int], starts: set[int]
) -> tuple[int, int]:
    """What an opinion is about: the clause that the phrase opens, closes, or stands in the middle of.

    `وفي رأي الكاتب فإن الحل قريب`, `الحل قريب في رأيه`, `والحل، في رأيه، قريب`.
    """
    inside = contents.quotes.around(hit.first)
    limit = bounds[1] if inside is None else min(inside, bounds[1])
    if _is_fronted(document, hit, after + (document.keys[after : after + 1] == ["،"]), bounds, starts):
        return _behind(document, after, contents.until_cue(after + 2, limit))
    first, end = _before(document, hit.first, bounds[0], starts)
    goes_on = after + 1 < limit and (document.words[after].kind is WORD or document.keys[after] in _COMMAS)
    return (first, _behind(document, after, contents.until_cue(after, limit))[1]) if goes_on else (first, end)


def _before(document: Document, cue: int, first: int, starts: set[int]) -> tuple[int, int]:
    """What stands before the cue: from the sentence's start, or from where another claim's content starts in it."""
    end = cue
    while end > first and (document.keys[end - 1] == "وذلك" or document.words[end - 1].kind is MARK):
        end -= 1
    farthest = max(first, end - _REACH)
    reach = range(end - 1, farthest - 1, -1)
    keys, begin = document.padded_keys, farthest
    for at in reach:
        if at in starts or (keys[at - 1] in _OPENING and _opens_clause(document, at, first)):
            begin = at
            break
    begin = _past_dateline(document, begin, end)
    if begin == first and (formula := document.hit_at(first, "formula")) is not None:
        begin = min(formula.end, end)
    while begin < end and document.words[begin].kind is not WORD and document.words[begin].kind is not NUMBER:
        begin += 1
    return begin, end


def _opens_clause(document: Document, at: int, first: int) -> bool:
    """Whether a clause of its own begins at a token: behind `، في حين`, `، بينما`, `، فيما`."""
    keys = document.keys
    if at - 2 < first:
        return False
    if keys[at - 1] in _WHILE:
        return keys[at - 2] in _COMMAS
    return keys[at - 1] == "حين" and keys[at - 2] == "في" and at - 3 >= first and keys[at - 3] in _COMMAS


def _past_dateline(document: Document, first: int, end: int) -> int:
    """Past `بنغازي، ليبيا (وكالة)-- `."""
    for at in range(first, min(first + _DATELINE, end - 1)):
        if document.keys[at] == ")" and document.keys[at + 1].startswith("-"):
            return at + 2
    return first


def _past_relative(document: Document, phrases: NounPhrases, at: int, end: int) -> int:
    """Past the relative clause of a source: `ووفق البلاغ الذي توصلت به الصحيفة، ...`."""
    relative = document.keys[at : at + 1] != [] and document.keys[at] in RELATIVES
    key, tags = (document.keys[at], document.words[at].tags) if at + 1 < end else ("", frozenset())
    published = key.endswith(("تها", "ته", "رها", "ره", "دها", "ده")) and len(key) > _VERB
    if published and not relative and "function_word" not in tags:
        return phrases.end_of(at + 1, end)  # `وحسب إحصائية نشرها موقع الوزارة`
    if not relative and document.keys[at + 1 : at + 2] not in _REACHED:
        return _past_apposition(document, phrases, at, end)
    return next((comma for comma in range(at, min(at + _MAX_PHRASE, end)) if document.keys[comma] in _COMMAS), at)


def _past_apposition(document: Document, phrases: NounPhrases, at: int, end: int) -> int:
    """Past what tells more of a fronted source, to the next comma: its role, who received it, where it is.

    `ووفقا لسالم المنصوري، مدير الميناء، وصلت`, `وحسب بلاغ للوزارة، توصلت به الصحيفة، أغلق`, `ووفقا للشبكة من أجل البحر، تراجع`.
    """
    comma = next((i for i in range(at + 1, min(at + _MAX_PHRASE, end)) if document.keys[i] in _COMMAS), at)
    if comma == at or at + 2 >= end:
        return at
    first = at + (document.keys[at] in _COMMAS)
    told = first > at and ("title" in document.words[first].tags or document.keys[first + 1 : first + 2] in _REACHED)
    placed = first == at and document.keys[at] in ("من", "في", "لدى", "ب")
    acted = any(document.words[i].tags & {"cue", "person_verb"} for i in range(first + 1, comma))
    return comma if (told or placed) and not acted else at


def _behind(document: Document, at: int, end: int) -> tuple[int, int]:
    """What stands behind a fronted cue: past the comma and `فإن`."""
    while at < end and document.words[at].kind is MARK:
        at += 1
    if at < end and document.keys[at] in COMPLEMENTISERS:
        at += 1
    while end > at and document.words[end - 1].kind in (MARK, BREAK):
        end -= 1
    return at, end

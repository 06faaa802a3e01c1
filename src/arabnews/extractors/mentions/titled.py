"""Persons behind their titles: `وزير الخارجية الأميركي جون كيري`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import PER
from arabnews.extractors.mentions.compounds import SECOND
from arabnews.extractors.mentions.families import NOUNS, SONS, TOLD, certainty, is_sure_given
from arabnews.extractors.mentions.found import (
    Found,
    closed,
    definite,
    is_definite,
    is_unknown,
)
from arabnews.extractors.mentions.names import name_end, name_from
from arabnews.extractors.mentions.parts import may_begin, may_follow_title
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign
from arabnews.text.tokens import WORD

_MAX_TITLE: Final = 12
_PLACE_TAGS: Final = frozenset({"place", "place_alias"})
_LIKE_TITLES: Final = frozenset({"cue", "place_type", "place_alias"})
_OFFICES: Final = ("title", "organisation", "place", "place_alias")
"""What a title goes on with."""
_OF_AN_OFFICE: Final = frozenset({"", "ال", "ل", "ب", "و", "وال", "لال", "بال"})
_GOES_ON: Final = frozenset({"nationality", "org_head", "counted", "place_type"})
"""Words by which a title goes on without the article too."""
_TOLD_BY: Final = frozenset({"nationality", "place", "place_alias", "title"})
"""What may end a title."""
_RANKS: Final = frozenset({"سيد", "شيخ", "حاج", "سيدي", "ملك", "امير", "سلطان", "عميد", "نجم"})
_PARENTS: Final = frozenset({"بن", "ولد", "ابن", "ال"})
ROADS: Final = frozenset(
    {"طريق", "شارع", "جسر", "نفق", "حي", "كوبري", "بطريق", "بشارع", "بحي", "وطريق", "وشارع", "وحي"} | {"دوري", "بدوري", "لدوري"}
)
_NO_TITLE_BEHIND: Final = _PARENTS | ROADS
_STATES: Final = frozenset(
    {"المنفي", "المخلوع", "المعزول", "المقال", "المستقيل", "المنتخب", "المحبوس", "المختطف", "المصاب", "المتوفي", "الفقيد"}
    | {"المرحوم", "المغدور", "المنتظر", "الجديد", "المفدى", "القدوة", "الامين", "المؤقت", "الفخري", "الركن", "المعماري"}
    | {"الفقيه", "الابرار"}
    | TOLD
)
"""What is told of a person or has become of him, though some are family names too."""
_COMMAS: Final = frozenset({"،", ","})
_OF: Final = frozenset({"في", "باسم", "لدى", "على", "من", "ل"})


def titled_persons(document: Document) -> Iterator[Found]:
    """Title and name, the title first: `وزير الخارجية الأميركي جون كيري`.

    Examples:
        وصل [وزير النقل الليبي سالم المنصوري](kind=PER) أمس
        حضر [خالد المنصوري](kind=PER) وزير النقل، [ونبيل الصباغ](kind=PER) مدير الميناء
        زار [حاكم البنك المركزي سالم المنصوري](kind=PER) المدينة
        وصل [الزعيم كيم جونغ-شتراوس](kind=PER) أمس
        شكر رئيس الديوان الحضور، وقال اللاعب البالغ 20 عاما إنه سيعود
        تصل الطرق إلى العالم القروي
    """
    reached = 0
    offices = {hit.first for tag in _OFFICES for hit in document.phrases(tag)}
    for hit in document.hits("title"):
        if hit.first < reached or not _may_title(document, hit, offices):
            continue
        name = _name_behind(document, hit, offices)
        if name is None:
            continue
        first, end = name
        reached = end
        if end == first + 1 and _is_no_name(document, hit, first):
            continue
        if document.words[first - 1].surface == "آل":
            first -= 1  # `السفير آل سالم`
        if first == hit.end == hit.first + 1 and _is_given_name(document, hit.first):
            first = hit.first
        yield Found(hit.first, end, PER, "titled_person", first, end, gender=hit.reading.gender)


def _may_title(document: Document, hit: Hit, offices: set[int]) -> bool:
    """Whether a title may stand before its bearer's name here: it is no part of a name or a road, and no other word."""
    first, reading = hit.first, hit.reading
    if reading.number == "p" or reading.type == "kin":
        return False  # a plural before one name is no title of that person
    if document.padded_keys[first - 1] in _NO_TITLE_BEHIND:
        return False  # `طريق الشيخ فلان`
    word = document.words[first]
    return (first not in offices and _is_only_title(word)) or _is_title(document, hit, word)


@kept
def _is_only_title(word: Word) -> bool:
    """Whether a title is nothing else, by the word alone."""
    alike = word.key in SECOND or word.key == "السيد" or "أم" in word.surface[:3]
    return not alike and word.tags.isdisjoint(_LIKE_TITLES)


def _is_title(document: Document, hit: Hit, word: Word) -> bool:
    """Whether what may be a name, a place or a verb too is a title here."""
    first, reading, key, tags = hit.first, hit.reading, word.key, word.tags
    if "cue" in tags and _is_verb(document, hit):
        return False
    if reading.gender == "f" and "place_type" in tags:
        return False  # `محافظة`
    if key in SECOND and is_sure_given(document, first - 1):
        return False  # `محمد الأمين موسى`
    if key == "السيد" and is_sure_given(document, first - 1) and is_definite(document, hit.end):
        return False  # `رامي السيد اليافعي`
    if document.hit_at(first, "place_alias") is not None:
        return False  # `السيدة زينب`
    return reading.entry.form != "إمام" or "أم" not in word.surface[:3]  # `أمام`


def _is_no_name(document: Document, hit: Hit, at: int) -> bool:
    """`الرئيس المنفي`, `شهيد ضحى بعمره`, `مواطن عدني`: one word behind a title that tells what its bearer is or does."""
    if document.keys[at] in _STATES or (is_definite(document, at) and _is_of_office(document, at)):
        return True
    if at > hit.end:
        return False
    if not hit.reading.definite and document.keys[at] in NOUNS:
        return True
    return _is_nisba(document, at) and not is_definite(document, hit.end - 1)


def _is_of_office(document: Document, at: int) -> bool:
    """`رئيس الديوان`, `وزير الإنتاج الحربي`, `العالم القروي`: a definite word that goes with what stands before it.

    A family name by itself stands behind a title with the article, its nationality, or what has become of its bearer.
    """
    title = document.hit_ending(at, "title")
    if title is not None:
        world = title.reading.entry.form == "عالم" and document.keys[at].endswith("ي")
        return world or not is_definite(document, at - 1)
    before = document.padded_words[at - 1]
    return before.key not in _STATES and "nationality" not in before.tags


def _is_nisba(document: Document, at: int) -> bool:
    """`عدني`: an adjective of relation, though it may be a family name."""
    return document.keys[at].endswith("ي") and not is_definite(document, at) and not is_sure_given(document, at)


def _is_verb(document: Document, hit: Hit) -> bool:
    """`طالب الوزير`: before a definite title, a verb of saying that is spelt like a title."""
    cue = document.words[hit.first].get("cue")
    verb = cue is not None and cue.pos == "verb" and not hit.reading.definite
    governed = (
        document.padded_keys[hit.end].startswith("بال") or hit.reading.proclitics == "و"
    )  # `وطالب بالاعتذار`, `وطالب العنزي`
    return verb and (governed or ("title" in document.padded_words[hit.end].tags and is_definite(document, hit.end)))


def _may_open(document: Document, at: int, hit: Hit) -> bool:
    """Whether a name may start here: not with an office's field (`وزير الدفاع`), another title, a word behind a body's head."""
    title = document.hit_at(at, "title") if document.words[at].starts else None
    if title is not None and title.end > at + 1:
        return False  # `نائب خادم الحرمين`
    before = document.padded_words[at - 1].tags
    if "org_head" in before and not is_definite(document, at - 1) and at > hit.end:
        return False  # `رئيس مؤسسة شتراوس`
    if is_definite(document, at) and certainty(document, at) != "sure":
        if document.padded_words[at].tags & {"nationality", "common_word"} and is_definite(document, at + 1):
            return False  # `المسؤول العسكري الأردني`
        return (
            "title" in before and "nationality" not in document.padded_words[at].tags and (hit.reading.definite or at > hit.end)
        )
    return True


def _is_given_name(document: Document, at: int) -> bool:
    """A title that is a given name here, with a family name behind it: `طالب المنصوري`."""
    reading = document.words[at].get("person_name")
    if reading is None or reading.proclitics not in ("", "و") or is_definite(document, at):
        return False
    if document.keys[at] in ("سيد", "شيخ"):
        return is_sure_given(document, at + 1)  # `سيد أحمد المنصوري`
    if document.keys[at] in _RANKS and not ("title" in document.padded_words[at - 1].tags and is_definite(document, at - 1)):
        return False  # `السلطان قابوس`, but `المدافع سلطان البيشي`
    following = document.padded_keys[at + 1] in SONS or is_definite(document, at + 1)
    title = document.padded_words[at].get("title")
    following = following or (title is not None and title["of"] == "yes" and is_sure_given(document, at + 1))  # `مالك سالم`
    return following or "nationality" in document.padded_words[at - 1].tags or is_definite(document, at - 1)


def _name_behind(document: Document, hit: Hit, offices: set[int]) -> tuple[int, int] | None:
    """The name that a title belongs to: directly behind it, or behind what the title is of.

    Args:
        offices: where what a title goes on with begins in several words.
    """
    words, at, limit = document.words, hit.end, document.sentence_bounds[hit.first][1]
    if limit > at + _MAX_TITLE:
        limit = at + _MAX_TITLE
    while at < limit:
        word = words[at]
        if may_follow_title(word) and (word.tags.isdisjoint(_PLACE_TAGS) or _may_name(document, at, hit)):
            titled = hit.reading.entry.form != "فريق" and _may_be_unknown(document, at, hit)
            end = name_from(document, at, titled) if titled or may_begin(word) else at
            if end > at and _may_open(document, at, hit):
                fathered = document.padded_keys[at + 2] in SONS
                if end > at + 1 and is_definite(document, at) and (fathered or is_sure_given(document, at + 1)):
                    at += 1  # `الرئيس الشرعي عبدربه العمري`, `القائد الإسلامي ضرغام بن سالم`
                if "title" not in document.words[at].tags or document.padded_keys[at + 1] in SONS:
                    return at, end
                if end > at + 1 and (at > hit.end or hit.reading.definite) and _is_given_name(document, at):
                    return at, end
        way = _way_on(word)
        step = way if way <= _ON and at not in offices else _title_step(document, at, hit, offices, way)
        if not step:
            return None
        at += step
    return None


def _may_name(document: Document, at: int, hit: Hit) -> bool:
    """Whether a name may start here with what is a place too: `محافظ خميس مشيط سالم بن حمد` begins with a place."""
    place = document.hit_at(at, "place") or document.hit_at(at, "place_alias")
    if place is not None and (place.end > at + 1 or (at > hit.end and "place_type" in document.padded_words[at - 1].tags)):
        return False  # `رئيس إقليم كردستان فلان`
    if at == hit.end and not hit.reading.definite and hit.reading["of"] == "yes" and is_sure_given(document, at + 1):
        return certainty(document, at) == "sure"  # `محافظ صبيا سالم بن حمد`
    return at == hit.end or bool(certainty(document, at))


def _may_be_unknown(document: Document, at: int, hit: Hit) -> bool:
    """Whether a word that no table knows may begin the name here: behind a bare title, an adjective, a nationality."""
    before = document.padded_words[at - 1]
    if before.key in _COMMAS:
        return _is_apart(document, at)
    previous = at - 1 - ("quote" in before.tags)
    if previous < hit.end:
        return hit.reading.definite or hit.reading.type != "role" or hit.reading["of"] != "yes"
    word = document.padded_words[previous]
    return definite(word) or not _TOLD_BY.isdisjoint(word.tags)


def _is_apart(document: Document, at: int) -> bool:
    """`مدرب المنتخب سابقا، برلوغ شتراوس، ...`: two foreign words behind a comma, before a mark or `و`."""
    end = at
    while end < at + 3 and is_unknown(document, end) and is_foreign(document.keys[end]):
        end += 1
    if end < at + 2:
        return False
    return (
        document.padded_keys[end] in _COMMAS
        or document.padded_keys[end] in (":", "الذي", "التي")
        or document.padded_keys[end][:1] == "و"
    )


def _title_step(document: Document, at: int, hit: Hit, offices: set[int], way: int) -> int:
    """How far a title goes on: definite words, places, organisations, other titles, prepositional phrases."""
    if way == _AT_MARK:
        return _mark_step(document, at, hit)
    if at in offices:
        for tag in _OFFICES:
            found = document.hit_at(at, tag)
            if found is not None and found.reading.proclitics in _OF_AN_OFFICE:
                return found.end - found.first
    if way == _ON:
        return 1
    if way == _NOWHERE or hit.reading["of"] != "yes":
        return 0
    if way == _BY_FIELD and is_definite(document, at + 1):
        return 2  # `وزير الخارجية وشؤون المغتربين`
    return int(way == _BY_PREPOSITION or (at == hit.end and "common_word" in document.words[at].tags))


_NOWHERE, _ON, _AT_MARK, _BY_PREPOSITION, _BY_FIELD, _BY_NOUN = range(6)
"""The first two are steps by themselves: none, and one token."""


@kept
def _way_on(word: Word) -> int:
    """How a title goes on with a word, if it can: of what it is an office, its field, or in any case."""
    if word.kind is not WORD:
        return _AT_MARK
    if _is_office(word):
        return _ON
    if word.key in _OF:
        return _BY_PREPOSITION
    if closed(word):
        return _NOWHERE
    if definite(word) or not word.tags.isdisjoint(_GOES_ON):
        return _ON
    if word.key[0] == "و" and "field" in word.tags:
        return _BY_FIELD
    return _BY_NOUN if "common_word" in word.tags else _NOWHERE


def _is_office(word: Word) -> bool:
    """Whether a word is what a title is of: a place, a body, another title."""
    readings = [word.get(tag) for tag in _OFFICES]
    return any(reading is not None and reading.proclitics in _OF_AN_OFFICE for reading in readings)


def _mark_step(document: Document, at: int, hit: Hit) -> int:
    """1 if a title goes on behind a mark: a comma or an opening quotation mark before the name."""
    if document.padded_keys[at] in _COMMAS:
        named = at > hit.end and (name_end(document, at + 1, titled=False) > at + 1 or _is_apart(document, at + 1))
        known = document.padded_words[at + 1].get("person_name")
        joined = known is not None and known.proclitics == "و"  # `حاكم الشارقة، والشيخ فلان` are two
        return int(named and not joined)  # `وزير الشباب والثقافة، فلان الفلاني،`
    if "quote" in document.padded_words[at].tags and (at == hit.end or certainty(document, at + 1)):  # `المدرب «دييغو شتراوس»`
        return int(name_end(document, at + 1, titled=True) == document.closing.get(at, 0) > at + 2)
    return 0

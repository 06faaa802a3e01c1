"""Persons: a title and a name, a name by itself, a speaker, a family name seen before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import PER
from arabnews.extractors.mentions.compounds import SECOND
from arabnews.extractors.mentions.families import NOUNS, SONS, certainty, is_foreign_word, is_sure_given
from arabnews.extractors.mentions.found import (
    Found,
    closed,
    definite,
    is_closed,
    is_definite,
    is_unknown,
    is_word,
    rival_tags,
    untaken,
)
from arabnews.extractors.mentions.names import name_end, name_from
from arabnews.extractors.mentions.parts import may_begin, may_follow_title
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign
from arabnews.lexicon.name_words import CONNECTORS
from arabnews.text.tokens import WORD

_MAX_TITLE: Final = 12
_PLACE_TAGS: Final = frozenset({"place", "place_alias"})
_HEADS: Final = frozenset({"place_type", "facility_head"})
NO_SPEAKER: Final = frozenset(
    {"place", "place_alias", "nationality", "org_head", "organisation", "title", "nominal_source", "counted", "medium"}
)
_LIKE_TITLES: Final = frozenset({"cue", "place_type", "place_alias"})
_OFFICES: Final = ("title", "organisation", "place", "place_alias")
"""What a title goes on with."""
_OFFICE_TAGS: Final = frozenset(_OFFICES)
_OF_AN_OFFICE: Final = frozenset({"", "ال", "ل", "ب", "و", "وال", "لال", "بال"})
_GOES_ON: Final = frozenset({"nationality", "org_head", "counted", "place_type"})
"""Words by which a title goes on without the article too."""
_TOLD_BY: Final = frozenset({"nationality", "place", "place_alias", "title"})
"""What may end a title."""
_RANKS: Final = frozenset({"سيد", "شيخ", "حاج", "سيدي", "ملك", "امير", "سلطان", "عميد", "نجم"})
_PHRASES: Final = {
    "بشرى": ("سارة",),
    "كمال": ("اجسام",),
    "سعيد": ("الحظ",),
    "حسن": ("النية", "الحظ"),
    "جميل": ("جدا",),
    "نذير": ("شؤم",),
    "نبيه": ("محمد",),
}
"""Everyday phrases of words that are names too."""
_PARENTS: Final = frozenset({"بن", "ولد", "ابن", "ال"})
_ROADS: Final = frozenset(
    {"طريق", "شارع", "جسر", "نفق", "حي", "كوبري", "بطريق", "بشارع", "بحي", "وطريق", "وشارع", "وحي"} | {"دوري", "بدوري", "لدوري"}
)
_NO_TITLE_BEHIND: Final = _PARENTS | _ROADS
_RELATIONS: Final = frozenset(
    {
        noun + pronoun
        for noun in ("نظير", "مواطن", "زميل", "نجل", "شقيق", "مدرب", "نائب", "ابن", "والد")
        for pronoun in ("ه", "ها")
    }
    | {"زوجته", "ابنته", "شقيقته", "والدته", "زميلته", "مواطنته", "نظيرته", "لزميله", "لمواطنه", "ونجله", "وزوجته", "وشقيقه"}
    | {"بقيادة", "برئاسة", "بزعامة", "بطولة", "تاليف", "وتاليف", "اخراج", "واخراج", "يدعى", "تدعى", "المدعو", "المدعوة", "بقلم"}
)
"""What stands before somebody's name and tells his relation to another, or to a work."""
_SON: Final = frozenset({"بن"})
_SERVANTS: Final = frozenset({"عبد", "وعبد", "لعبد", "بعبد"})
_KUNYAS: Final = frozenset({"ابو", "ابي", "ابا", "وابو", "وابي", "لابي", "لابو", "بابي"})
_STATES: Final = frozenset(
    {"المنفي", "المخلوع", "المعزول", "المقال", "المستقيل", "المنتخب", "المحبوس", "المختطف", "المصاب", "المتوفي", "الفقيد"}
    | {"المرحوم", "المغدور", "المنتظر", "الجديد", "المفدى", "القدوة", "الامين"}
)
"""What has become of a person, though some are family names too."""
_COMMAS: Final = frozenset({"،", ","})
_OF: Final = frozenset({"في", "باسم", "لدى", "على", "من", "ل"})


def titled_persons(document: Document) -> Iterator[Found]:
    """Title and name, the title first: `وزير الخارجية الأميركي جون كيري`.

    Examples:
        وصل [وزير النقل الليبي سالم المنصوري](kind=PER) أمس
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
    if document.keys[at] in _STATES:
        return True
    if at > hit.end:
        return False
    if not hit.reading.definite and document.keys[at] in NOUNS:
        return True
    return _is_nisba(document, at) and not is_definite(document, hit.end - 1)


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
    title = document.hit_at(at, "title") if document.phrases_at(at) else None
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
                if end > at + 1 and is_definite(document, at) and is_sure_given(document, at + 1):
                    at += 1  # `الرئيس الشرعي عبدربه منصور`
                if "title" not in document.words[at].tags or document.padded_keys[at + 1] in SONS:
                    return at, end
                if end > at + 1 and (at > hit.end or hit.reading.definite) and _is_given_name(document, at):
                    return at, end
        step = _title_step(document, at, hit, offices)
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
    return is_definite(document, previous) or not _TOLD_BY.isdisjoint(document.padded_words[previous].tags)


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


def _title_step(document: Document, at: int, hit: Hit, offices: set[int]) -> int:
    """How far a title goes on: definite words, places, organisations, other titles, prepositional phrases."""
    word = document.words[at]
    way = _way_on(word)
    if way == _AT_MARK:
        return _mark_step(document, at, hit)
    if at in offices or not word.tags.isdisjoint(_OFFICE_TAGS):
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
    return int(way == _BY_PREPOSITION or (at == hit.end and "common_word" in word.tags))


_NOWHERE, _ON, _AT_MARK, _BY_PREPOSITION, _BY_FIELD, _BY_NOUN = range(6)


@kept
def _way_on(word: Word) -> int:
    """How a title goes on with a word, if it can: of what it is an office, its field, or in any case."""
    if word.kind is not WORD:
        return _AT_MARK
    if word.key in _OF:
        return _BY_PREPOSITION
    if closed(word):
        return _NOWHERE
    if definite(word) or not word.tags.isdisjoint(_GOES_ON):
        return _ON
    if word.key[0] == "و" and "field" in word.tags:
        return _BY_FIELD
    return _BY_NOUN if "common_word" in word.tags else _NOWHERE


def _mark_step(document: Document, at: int, hit: Hit) -> int:
    """1 if a title goes on behind a mark: a comma or an opening quotation mark before the name."""
    if document.padded_keys[at] in _COMMAS:
        named = at > hit.end and (name_end(document, at + 1, titled=False) > at + 1 or _is_apart(document, at + 1))
        return int(named)  # `وزير الشباب والثقافة، فلان الفلاني،`
    if "quote" in document.padded_words[at].tags and (at == hit.end or certainty(document, at + 1)):  # `المدرب «دييغو شتراوس»`
        return int(name_end(document, at + 1, titled=True) == document.closing.get(at, 0) > at + 2)
    return 0


def bare_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name without a title: sure given names with what follows them.

    Examples:
        سافر [خالد المنصوري](kind=PER) إلى المدينة
    """
    reached, keys, words = 0, document.padded_keys, document.padded_words
    names, others = document.at("person_name"), [*document.at("abd_shape"), *untaken(document, _SERVANTS, taken)]
    for at in sorted({*names, *others}) if others else names:
        if at < reached or at in taken:
            continue
        key, before = keys[at], keys[at - 1]
        if before in _ROADS or keys[at - 2] in _ROADS:
            continue
        if key in _PHRASES and keys[at + 1] in _PHRASES[key]:
            reached = at + 2
            continue
        likened = key[0] in "كوف" and _is_likened(words[at])
        if not _may_be_bare(document, at, likened):
            continue
        end = name_from(document, at, False)
        if end > at and before == "بن" and _may_be_father(document, at - 2):
            yield Found(at - 2, end, PER, "bare_person", at - 2, end)
            reached = end
            continue
        if likened and end < at + 2:
            continue  # `كمحمد العلي`
        first = at
        if before in _KUNYAS or (before == "ولد" and _is_born(document, at)):
            first = at - 1
            if end == at and certainty(document, at):
                end = at + 1  # `أبو حمزة` is a name by itself
        elif end == at + 1 and key[0] != "و" and _is_given_before(document, at - 1, taken):
            first = at - 1  # `رسمت نبيلة منصور صورة`
        if end > at and taken.isdisjoint(range(first, end)):
            reached = end
            yield Found(first, end, PER, "bare_person", first, end)


def _is_likened(word: Word) -> bool:
    """`كمحمد`"""
    reading = word.get("person_name")
    return reading is not None and reading.proclitics in ("ك", "وك", "فك")


def _may_be_bare(document: Document, at: int, likened: bool) -> bool:
    """Whether a known part of names may begin a name without a title here."""
    words = document.padded_words
    word = words[at]
    if likened and (certainty(document, at) != "sure" or rival_tags(document, at)):
        return False
    behind_article = "person_name" in word.tags and definite(word)
    if behind_article and ("title" in word.tags or is_sure_given(document, at + 1) or document.padded_keys[at + 1] == "عبد"):
        return False  # `الشيخ خالد`, `الشيخ الكبير`
    if "cue" in word.tags and _is_said(document, at):
        return False
    if not words[at - 1].tags.isdisjoint(_HEADS) and certainty(document, at) != "sure":
        return False
    return "common_word" not in words[at + 1].tags or not _is_of_a_noun(document, at)


def _may_be_father(document: Document, at: int) -> bool:
    """`يقول يزيد بن سالم`: a verb that is a name too, behind a verb of saying."""
    cue = document.words[at - 1].get("cue") if at > 0 else None
    return (
        cue is not None and cue.pos == "verb" and is_word(document, at) and not document.padded_words[at].tags & {"function_word"}
    )


def _is_given_before(document: Document, at: int, taken: set[int]) -> bool:
    """A given name that is an everyday word too, before one that is none."""
    name = document.padded_words[at].get("person_name")
    if name is None or name.proclitics or name["role"] == "family" or at in taken:
        return False
    if document.keys[at] in NOUNS or document.keys[at] in CONNECTORS or is_definite(document, at):
        return False
    return not is_closed(document, at) and not rival_tags(document, at) - {"common_word"}


def _is_born(document: Document, at: int) -> bool:
    """`قرار ولد عباس`: `ولد` as a part of a name, behind a noun; the verb stands behind other words."""
    if is_closed(document, at - 2) or document.padded_keys[at + 1] in ("في", "عام", "سنة"):
        return False
    return document.padded_keys[at - 2] != "و" and not is_definite(document, at - 2)


def _is_of_a_noun(document: Document, at: int) -> bool:
    """`في جمال البناء`, `وحسن المنظر`: a noun that is a given name too, before an everyday word."""
    key = document.keys[at]
    if (key not in NOUNS and key[1:] not in NOUNS) or document.padded_keys[at + 1] in ("الدين", "الله", "الزهراء"):
        return False
    everyday = is_definite(document, at + 1) and not certainty(document, at + 2)
    before = document.padded_words[at - 1].tags
    return (
        everyday
        and not before & {"cue", "title", "nationality", "person_verb", "person_name"}
        and document.padded_keys[at - 1] not in ("،", "¶", "-")
    )


def _is_said(document: Document, at: int) -> bool:
    """`نوّه أحمد`: a verb of saying before a name, though it may be a name too."""
    cue = document.words[at].get("cue")
    return cue is not None and cue.tense == "perfect" and is_sure_given(document, at + 1)


def famous_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody whom everybody knows by these words: `أوباما`, `بان كي مون`.

    Examples:
        انتقد الكاتب سياسة [أوباما](kind=PER) في مقاله
        افتتح مطعم في شارع [ديغول](kind=LOC) أمس
    """
    for hit in document.hits("famous_person"):
        before = hit.first - 1
        if hit.reading.proclitics in ("ك", "وك", "فك") or document.padded_keys[before] in _ROADS:
            continue
        if not document.padded_words[before].tags & {"place_type", "facility_head"} and taken.isdisjoint(
            range(hit.first, hit.end)
        ):
            first = hit.first - (not hit.reading.proclitics and is_sure_given(document, before) and before not in taken)
            yield Found(first, hit.end, PER, "famous_person", first, hit.end)


def related_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Somebody told by a relation to another: `نظيره الإيطالي فلان`, `بقيادة فلان`, `يدعى فلان`.

    Examples:
        مرر الكرة إلى زميله [برلوغ](kind=PER) ثم خرج
        يقدم الحفل فرقة بقيادة [هاملوت شتراوسمان](kind=PER) اليوم
    """
    for at in document.where(_RELATIONS):
        first = at + 1
        if first in taken or is_closed(document, first) or document.hit_at(first, "title") is not None:
            continue
        if document.keys[at] == "بطولة" and not is_sure_given(document, first):
            continue  # a championship
        if is_definite(document, first) and (
            "nationality" in document.padded_words[first].tags or is_sure_given(document, first + 1)
        ):
            first += 1  # `ابنه الرضيع علي`
        end = name_end(document, first, titled=True)
        if end == first + 1 and (is_definite(document, first) or not is_foreign_word(document, first)):
            continue
        if end > first and not document.padded_words[first].tags & NO_SPEAKER and taken.isdisjoint(range(first, end)):
            yield Found(first, end, PER, "related_person", first, end)


def sons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Whatever stands before and behind `بن`.

    Examples:
        وصل [ضرغام بن شهوان](kind=PER) أمس
    """
    for at in untaken(document, _SON, taken):
        first = at - 1
        if first in taken or is_closed(document, first) or is_definite(document, first):
            continue
        if document.padded_keys[first - 1] in _ROADS or document.padded_keys[first - 2] in _ROADS:
            continue  # `شارع خالد بن الوليد`
        if (
            document.padded_words[first].tags & {"common_word", "person_verb"}
            and "person_name" not in document.padded_words[first].tags
        ):
            continue
        if document.padded_words[first].tags & (NO_SPEAKER | {"place_type"}) or is_closed(document, at + 1):
            continue
        end = max(name_end(document, first, titled=True), at + 2)
        if taken.isdisjoint(range(first, end)):
            yield Found(first, end, PER, "son", first, end)

"""Persons: a title and a name, a name by itself, a family name seen before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Final

from arabnews.document import Document, Hit
from arabnews.extractors.mentions.found import CLITICS, Found, is_closed, is_definite, is_unknown, is_word, key_at, tags_at
from arabnews.model import MentionForm, MentionKind
from arabnews.text.tokens import Kind

_CONNECTORS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ذو", "دي", "دو", "فان", "فون", "لا", "لو", "ولد"}
)
_SONS: Final = frozenset({"بن", "ابن"})
_MAX_PARTS: Final = 6
_MAX_TITLE: Final = 12
_THEOPHORIC: Final = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء"})
"""Second halves of compound names: `نصر الله`, `صلاح الدين`, `فاطمة الزهراء`."""
_QUANTIFIERS: Final = frozenset({"العديد", "الكثير", "المزيد", "البعض", "الجميع", "القليل", "الان", "اليوم"})
_NO_SPEAKER: Final = frozenset(
    {"place", "place_alias", "nationality", "org_head", "organisation", "title", "nominal_source", "counted", "medium"}
)
_BLESSINGS: Final = frozenset({"صلى", "صلي", "رضي", "رحمه", "حفظه", "عليه", "سبحانه", "تعالى"})
_DOTTED: Final = frozenset({"الي", "حتي", "لدي"})
"""`إلى`, `حتى`, `لدى` with a dotted last letter."""
_KUNYAS: Final = frozenset({"ابو", "ابي", "ابا", "وابو", "وابي", "لابي", "لابو", "بابي"})
_OPENERS: Final = frozenset({"ان", "انه", "انها", "بان", ":", "،", "في", "«", '"', "“", "الي", "الى", "على"})
_TANWIN: Final = ("ً", "ًا", "اً", "ٍ", "ٌ")
_PRONOUNS: Final = ("هم", "هما", "ها", "هن", "ته", "تنا")
_NO_FAMILY: Final = frozenset(
    {"title", "org_head", "place_type", "facility_head", "nationality", "month", "weekday", "time_unit", "counted", "medium"}
)
_OF: Final = frozenset({"في", "باسم", "لدى", "على", "من", "ل"})


def name_end(document: Document, at: int, *, titled: bool) -> int:
    """Where a person's name that starts at a token ends; `at` itself if none starts there.

    Args:
        titled: whether a title stands before it, so that words that no table knows may be a name.
    """
    end, parts, sure = at, 0, 0
    while end < len(document.words) and parts < _MAX_PARTS:
        step = _part(document, end, first=end == at, titled=titled, parts=parts)
        if not step:
            break
        sure += _certainty(document, end) == "sure"
        end, parts = end + step, parts + step
    if parts == 0 or (_is_name(document, at, end, parts, sure, titled) and not _is_preposition(document, at, parts, titled)):
        return end
    return at


def _is_preposition(document: Document, at: int, parts: int, titled: bool) -> bool:
    """`علي الرغم`: the preposition `على` in a text that writes every final `ى` with dots; its sentence shows no `على`."""
    if titled or not document.keys[at].endswith("علي") or len(document.keys[at]) > 5:
        return False
    first, end = document.sentence_bounds(at)
    if "على" in document.keys[max(first, at - 40) : min(end, at + 40)]:
        return False
    return parts == 1 or "person_name" not in tags_at(document, at + 1)


def _certainty(document: Document, at: int) -> str:
    if "abd_shape" in document.words[at].tags:
        return "sure"
    reading = document.words[at].get("person_name")
    return "" if reading is None else reading["certainty"]


def _part(document: Document, at: int, *, first: bool, titled: bool, parts: int) -> int:
    """How many tokens the next part of a name takes: 0 if none."""
    if not is_word(document, at):
        return 0
    word, key = document.words[at], document.keys[at]
    reading = word.get("person_name")
    if len(key) < 2 or key in _BLESSINGS or (key.startswith(("لل", "بال", "كال")) and (reading is None or reading.proclitics)):
        return 0
    if key in _DOTTED or (not first and "title" in word.tags and key not in _SONS and not _titled_family(document, at)):
        return 0
    if key == "ابن" and key_at(document, at + 1).endswith(("ه", "ها", "هم")):
        return 0  # `ابن عمه`
    if not first and key in _SONS and is_word(document, at + 1) and not is_closed(document, at + 1):
        return 2  # whatever stands behind `بن` inside a name is a name
    if key in _CONNECTORS or (first and key[1:] in _CONNECTORS and key[0] in "وفبل" and len(key) > 3):
        if first and key in ("لا", "لو", "ام", "ال", "ذو", "دي", "ابي", "ابا", "عبد") and key not in ("ابو", "عبد", "ال"):
            return 0
        following = at + 1
        takes = is_word(document, following) and not is_closed(document, following)
        named = takes and (
            is_definite(document, following)
            or bool(tags_at(document, following) & {"person_name", "abd_shape"})
            or is_unknown(document, following)
        )
        if key == "عبد" and takes:
            return 3 if document.keys[following] == "رب" and is_definite(document, following + 1) else 2
        return (
            2
            if named and (not first or key in ("ابو", "بن", "ابن", "ال", "ام")) and _not_common(document, following, parts)
            else 0
        )
    if "abd_shape" in word.tags:
        return 1
    if reading is not None and key_at(document, at + 1) in _THEOPHORIC and (parts > 0 or not is_closed(document, at)):
        return 2
    if not first and (_coordinated(document, at) or (reading is None and _has_pronoun(document, at))):
        return 0
    if not first and _ends_name(document, at, titled=titled):
        return 1
    if is_closed(document, at) or (first and "nationality" in word.tags and key_at(document, at + 1) not in _SONS):
        return 0
    if parts == 1 and _certainty(document, at - 1) == "sure" and (_family(document, at) or _foreign_family(document, at)):
        return 1
    if parts in (2, 3) and _foreign_word(document, at - 1) and _foreign_word(document, at) and is_unknown(document, at):
        return 1
    if reading is not None:
        if not first and reading.proclitics:
            return 0
        everyday = word.get("common_word")
        often = everyday is not None and everyday["rate"] == "often"
        if often and not first and not is_definite(document, at) and reading["certainty"] != "sure":
            return 0
        return 1
    if word.tags & {"nationality", "title", "org_head", "place_type", "facility_head"}:
        return 0
    if first:
        return int(titled and _may_be_foreign(document, at) and not is_definite(document, at))
    if is_definite(document, at):
        return int("common_word" not in word.tags and key.startswith("ال"))
    return int(_may_be_foreign(document, at) and titled and parts < 4 and not _looks_verb(key))


def _may_be_foreign(document: Document, at: int) -> bool:
    """A word that no table knows, or only as a place or a name: `نفتالي بينيت`."""
    word = document.words[at]
    if word.surface.endswith(_TANWIN) or word.key.endswith(_PRONOUNS) or _has_pronoun(document, at):
        return False
    return is_unknown(document, at) or not (word.tags - {"place", "person_name", "dual_shape", "abd_shape"})


def _has_pronoun(document: Document, at: int) -> bool:
    """`حرصه`, `إعجابه`, `بتنفيذ`: a known word with a pronoun behind or a preposition before it."""
    key, look_up = document.keys[at], document.lexicon.look_up
    if key.endswith("ه") and look_up(key[:-1]):
        return True
    return key[0] in "بل" and len(key) > 4 and any(r.tag not in ("place", "person_name") for r in look_up(key[1:]))


def _family(document: Document, at: int) -> bool:
    """Whether the word behind a sure given name is its family name, though it may be an everyday word: `طارق العيسى`."""
    if (
        key_at(document, at) in _QUANTIFIERS
        or not document.keys[at].startswith("ال")
        or document.words[at].tags
        & {
            "nationality",
            "org_head",
            "place_type",
            "month",
            "weekday",
        }
    ):
        return False
    everyday = document.words[at].get("common_word")
    often = everyday is not None and everyday["rate"] == "often"
    return not (often or "title" in document.words[at].tags) or _titled_family(document, at) or _is_bounded(document, at + 1)


def _titled_family(document: Document, at: int) -> bool:
    """A title that is as often a family name, and no other name behind it: `رامي الخطيب`."""
    reading = document.words[at].get("person_name")
    if reading is None or reading["certainty"] != "sure" or reading["role"] != "family":
        return False
    return is_definite(document, at) and not _certainty(document, at + 1)


def _coordinated(document: Document, at: int) -> bool:
    """`السيسي والبشير`: another name joined by `و`, unless the `و` is a name's own letter (`وليد`)."""
    key, reading = document.keys[at], document.words[at].get("person_name")
    return key.startswith("و") and (reading is None or bool(reading.proclitics))


def _ends_name(document: Document, at: int, *, titled: bool) -> bool:
    """Whether an everyday word is the last part of a name: behind a given name, before a boundary: `السيد أحمد شرف: ...`.

    The given name must stand behind a title or a verb of saying, or between commas.
    """
    word, before = document.words[at], tags_at(document, at - 1)
    if is_closed(document, at) or word.tags & _NO_FAMILY or not before & {"person_name", "abd_shape"}:
        return False
    if (
        word.surface.endswith(_TANWIN)
        or word.key.endswith(_PRONOUNS)
        or _looks_verb(word.key)
        or not _is_bounded(document, at + 1)
    ):
        return False
    cue = document.words[at - 2].get("cue") if at > 1 else None
    said = cue is not None and cue.pos == "verb"
    listed = key_at(document, at - 2) == "،" == key_at(document, at + 1) and _certainty(document, at - 1) == "sure"
    return titled or said or listed


def _foreign_family(document: Document, at: int) -> bool:
    """An indefinite word that no table knows behind a sure given name: `مايكل بالاك`."""
    return _may_be_foreign(document, at) and not is_definite(document, at) and not _looks_verb(document.keys[at])


def _not_common(document: Document, at: int, parts: int) -> bool:
    return parts > 0 or "common_word" not in tags_at(document, at)


def _looks_verb(key: str) -> bool:
    """A rare verb in the imperfect; frequent ones are known as common words."""
    return key.startswith(("ي", "سي", "ست", "سن")) and len(key) > 3 and not key.endswith(("ي", "ان", "ون"))


def _is_name(document: Document, at: int, end: int, parts: int, sure: int, titled: bool) -> bool:
    """Whether the parts make a name: enough of them sure, or a title before them."""
    first = document.words[at]
    common = "common_word" in first.tags
    listed = "person_name" in first.tags
    if titled and parts == 1 and not sure and first.key.endswith("ة") and not listed:
        return False
    if titled and parts == 1 and not sure:
        foreign = _foreign_word(document, at) and not first.key.endswith(("ه", "ات", "ين", "ون"))
        bounded = listed or _is_bounded(document, end) or (foreign and is_definite(document, at - 1))
        return not common and not first.tags & {"place", "place_alias"} and bounded
    if titled:
        return True
    if parts == 1:
        reading = first.get("person_name")
        sure_given = reading is not None and reading["certainty"] == "sure" and reading["role"] != "family"
        alone = sure_given or "abd_shape" in first.tags
        return alone and not first.tags - {"person_name", "dual_shape", "abd_shape"} and _introduces(document, at)
    return sure > 0 and (not common or sure > 1 or parts > 2)


def _introduces(document: Document, at: int) -> bool:
    """Whether what stands before a lone given name announces one: a verb of saying, a colon, a comma, another name."""
    before = document.words[at - 1] if at else None
    if before is None or before.key in (":", "،"):
        return True
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "person_name" in before.tags


def _is_bounded(document: Document, end: int) -> bool:
    """Whether a lone word that no table knows stands before a mark, a function word or the sentence's end, as a name does."""
    if not is_word(document, end):
        return True
    return bool(tags_at(document, end) & {"function_word", "clause_opener", "title", "cue", "deictic", "weekday", "relative"})


def titled_persons(document: Document) -> Iterator[Found]:
    """Title and name, the title first: `وزير الخارجية الأميركي جون كيري`.

    Examples:
        وصل [وزير النقل الليبي سالم المنصوري](kind=PER) أمس
    """
    reached = 0
    for hit in document.hits("title"):
        if hit.first < reached or _is_verb_like(document, hit):
            continue
        name = _name_behind(document, hit)
        if name is None:
            continue
        first, end = name
        reached = end
        yield Found(hit.first, end, MentionKind.PER, "titled_person", first, end, gender=hit.reading.gender)


def _is_verb_like(document: Document, hit: Hit) -> bool:
    """A plural title before one name is no title of that person."""
    return hit.reading.number == "p" or hit.reading["type"] == "kin"


def _name_behind(document: Document, hit: Hit) -> tuple[int, int] | None:
    """The name that a title belongs to: directly behind it, or behind what the title is of."""
    at, limit = hit.end, min(hit.end + _MAX_TITLE, document.sentence_bounds(hit.first)[1])
    while at < limit:
        tags = tags_at(document, at)
        if not ("place" in tags or "place_alias" in tags) or at == hit.end:
            end = name_end(document, at, titled=_may_be_unknown(document, at, hit))
            if end > at and ("title" not in document.words[at].tags or key_at(document, at + 1) in _SONS):
                return at, end
        step = _title_step(document, at, hit)
        if not step:
            return None
        at += step
    return None


def _may_be_unknown(document: Document, at: int, hit: Hit) -> bool:
    """Whether a word that no table knows may begin the name here: behind a bare title, an adjective, a nationality."""
    if at == hit.end:
        return hit.reading.definite or hit.reading["type"] != "role" or hit.reading["of"] != "yes"
    previous = at - 1
    return is_definite(document, previous) or bool(tags_at(document, previous) & {"nationality", "place", "place_alias", "title"})


def _title_step(document: Document, at: int, hit: Hit) -> int:
    """How far a title goes on: definite words, places, organisations, other titles, prepositional phrases."""
    key, tags = key_at(document, at), tags_at(document, at)
    if key in ("،", ",") and at > hit.end and name_end(document, at + 1, titled=False) > at + 1:
        return 1  # `وزير الشباب والثقافة، فلان الفلاني،`
    if not is_word(document, at):
        return 0
    known = document.tags_at(at)
    for tag in ("title", "organisation", "place", "place_alias"):
        found = document.hit_at(at, tag) if tag in known else None
        if found is not None and found.reading.proclitics in ("", "ال", "ل", "ب", "و", "وال", "لال", "بال"):
            return found.end - found.first
    if key in _OF:
        return int(hit.reading["of"] == "yes" and at > hit.end - 1)
    if is_closed(document, at):
        return 0
    if is_definite(document, at) or "nationality" in tags or tags & {"org_head", "counted", "place_type"}:
        return 1
    return int(at == hit.end and hit.reading["of"] == "yes" and "common_word" in tags)


def bare_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A name without a title: sure given names with what follows them.

    Examples:
        سافر [خالد المنصوري](kind=PER) إلى المدينة
    """
    reached = 0
    for at in sorted({*document.at("person_name"), *document.at("abd_shape")}):
        if at < reached or at in taken:
            continue
        reading = document.words[at].get("person_name")
        if reading is not None and reading.proclitics in ("ك", "وك", "فك"):
            continue
        if tags_at(document, at - 1) & {"place_type", "facility_head"} and _certainty(document, at) != "sure":
            continue
        end = name_end(document, at, titled=False)
        first = at - (key_at(document, at - 1) in _KUNYAS)
        if first < at and end == at and _certainty(document, at):
            end = at + 1  # `أبو حمزة` is a name by itself
        if end > at and not any(token in taken for token in range(first, end)):
            reached = end
            yield Found(first, end, MentionKind.PER, "bare_person", first, end)


def quoted_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """A word that no table knows between a verb of saying and what it opens: `وقال روبرتسون:`, `وأوضح هيرنانديز أن`.

    Examples:
        وأضاف [كلاوزفيتس](kind=PER) أن الطريق مغلق
    """
    for at in document.at("cue"):
        cue = document.words[at].get("cue")
        if cue is None or cue.pos != "verb" or cue.proclitics in ("ل", "ول") or "function_word" in document.words[at].tags:
            continue
        first = at + 1
        if first in taken or not is_word(document, first) or is_closed(document, first):
            continue
        end = name_end(document, first, titled=True)
        if end == first or not _opens_speech(document, end):
            end = first
            while end < first + 2 and end not in taken and (is_unknown(document, end) or "person_name" in tags_at(document, end)):
                end += 1
        if end == first or any(token in taken for token in range(first, end)):
            continue
        if _opens_speech(document, end) and not tags_at(document, first) & _NO_SPEAKER:
            yield Found(first, end, MentionKind.PER, "quoted_person", first, end)


def _opens_speech(document: Document, at: int) -> bool:
    return key_at(document, at) in _OPENERS


def apposed_persons(document: Document, taken: set[int]) -> Iterator[Found]:
    """Two or three words that no table knows, or only as names, behind a nationality or before a role.

    Examples:
        سجل الفرنسي [برنار دوفارج](kind=PER) هدفا
        وصل [أوتو شتراوسمان](kind=PER) نائب وزير الزراعة أمس
    """
    for at in document.at("nationality"):
        adjective = document.words[at].get("nationality")
        if adjective is not None and is_definite(document, at) and adjective.number != "p" and (at + 1) not in taken:
            end = _foreign_run(document, at + 1, taken)
            if end - at > 2:
                yield Found(at + 1, end, MentionKind.PER, "apposed_person", at + 1, end)
    for hit in document.hits("title"):
        start = hit.first - 1 - (key_at(document, hit.first - 1) in ("،", ","))
        if hit.reading["type"] != "role" or hit.reading.proclitics or hit.reading.number == "p":
            continue
        first = start
        while first > start - 3 and first - 1 not in taken and first not in taken and _foreign_word(document, first):
            first -= 1
        if start - first >= 2:
            yield Found(first + 1, start + 1, MentionKind.PER, "apposed_person", first + 1, start + 1)


def _foreign_run(document: Document, at: int, taken: set[int]) -> int:
    end = at
    while end < at + 3 and end not in taken and _foreign_word(document, end):
        end += 1
    return end


def _foreign_word(document: Document, at: int) -> bool:
    """An indefinite word that no table knows, or only as a name or a place, and that does not look like a verb."""
    if not is_word(document, at) or is_definite(document, at) or document.keys[at][:1] in "وف":
        return False
    return _may_be_foreign(document, at) and not _looks_verb(document.keys[at]) and not document.keys[at].endswith("ة")


def repeated_names(document: Document, found: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """A last or only name of somebody whose full name stands in the article: `الأعرجي` behind `قاسم الأعرجي`.

    Examples:
        سافر [الدكتور خالد المنصوري](kind=PER) ثم عاد [المنصوري](kind=PER) أمس
    """
    single: set[str] = set()
    double: dict[str, set[str]] = {}
    for item in found:
        if item.kind is not MentionKind.PER or item.form is not MentionForm.NAME:
            continue
        if item.name_end - item.name_first == 1:
            if item.rule == "titled_person" and is_unknown(document, item.name_first):  # `الرئيس شتراوسمان`, then `شتراوسمان`
                single.update(_with_clitics(document.keys[item.name_first]))
        else:
            before, last = document.keys[item.name_end - 2 : item.name_end]
            if before in _CONNECTORS:
                for form in _with_clitics(before):
                    double.setdefault(form, set()).add(last)
            else:
                single.update(_with_clitics(last))
    if not single and not double:
        return
    names = single.union(double)
    for at in compress(range(len(document)), map(names.__contains__, document.keys)):
        key = document.keys[at]
        end = at + 2 if key_at(document, at + 1) in double.get(key, ()) else at + 1 if key in single else at
        if end == at or at in taken or (end - 1) in taken or document.words[at].kind is not Kind.WORD:
            continue
        if _confirmed(document, at, end) and not _is_preposition(document, at, end - at, False):
            yield Found(at, end, MentionKind.PER, "repeated_name", at, end)


def _with_clitics(name: str) -> list[str]:
    """A name as it may stand in a sentence: `المنصوري`, `والمنصوري`, `للمنصوري`."""
    return [name, *(clitic + name for clitic in CLITICS), *(["لل" + name[2:]] if name.startswith("ال") else ["ال" + name])]


def _confirmed(document: Document, at: int, end: int) -> bool:
    """A family name that is also an everyday word needs a verb of saying before it, or a title."""
    tags = tags_at(document, at)
    if not tags & {"common_word", "place", "place_alias", "nationality", "title", "org_head", "counted", "weekday", "month"}:
        return True
    before = document.words[at - 1] if at else None
    if before is None:
        return False
    cue = before.get("cue")
    return (cue is not None and cue.pos == "verb") or "title" in before.tags

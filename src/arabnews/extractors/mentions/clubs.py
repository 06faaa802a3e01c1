"""Sports clubs whose name is a place or an everyday word too (`برشلونة`, `الهلال`, `الاتفاق`).

Three things tell together: how much of sport there is in the article, what stands beside the name, and what stood beside it
elsewhere. The table says what a name needs: `برشلونة` is a club in a match report unless something speaks against it, `الشباب`
needs a sign somewhere in the article, `قطر` its nationality behind it (or `نادي` before it, which another rule finds).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from arabnews.document import Document, Hit
from arabnews.enums import ORG
from arabnews.extractors.mentions.found import Found, is_definite, is_unknown, named
from arabnews.lexicon.word_sets import word_set

_SOME, _SPORT = 3, 8
"""Weight of the words of sport from which sport is a subject of an article, and from which it is the subject."""
_MOST: Final = 2
"""Times that one word counts."""
_PERSONAL: Final = frozenset({"head", "member", "rival"})
"""What makes a club of a name where sport is not the subject."""
_BESIDE_PLACES: Final = _PERSONAL | {"part", "match", "against", "verb"}
"""What makes a club of a place's name; a camp or a president may be of the place."""
_PLAIN: Final = frozenset({"", "و", "ل", "ب", "ف", "ول", "وب", "فل"})
_LOCATIVE: Final = frozenset({"في", "من", "الى", "نحو", "باتجاه", "داخل", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط"})
_MOVES: Final = word_set("move")
"""Words of a player's move: behind them, `إلى روما` is to the club."""
_MOVE_SIZE: Final = 5
_OPPOSING: Final = frozenset({"مع", "على", "من"})
_LONGEST: Final = 3
"""Words of a club's name that no table knows."""
_WAYS: Final = frozenset({"من", "الى", "مع"})
_OTHER_HEADS: Final = frozenset({"place_type", "org_head", "facility_head", "number"})
_HEADS_OF_WORDS: Final = _OTHER_HEADS | {"counted", "title"}
_GO_ON: Final = frozenset(
    {"club", "person_name", "title", "sport_word", "weekday", "function_word", "cue", "time_unit", "organisation"}
)
"""What may stand beside a club's name, though it has the article too: no adjective."""


def clubs(document: Document, kept: list[Found], taken: set[int]) -> Iterator[Found]:
    """A club whose name is another word too, where words of sport tell.

    Examples:
        فاز [الهلال](kind=ORG) على ضيفه [الاتفاق](kind=ORG) في مباراة الدوري، وأهدر مهاجم [الاتفاق](kind=ORG) ركلة جزاء
        خسر [روما](kind=ORG) مباراة الدوري أمام [تورينو](kind=ORG) بركلة جزاء في الشوط الثاني، ثم عاد إلى [روما](kind=LOC)
        تم الاتفاق على هدنة، وخرج الشباب إلى الشوارع
    """
    if (sport := _sport(document)) < _SOME:
        return
    hits = [hit for hit in document.hits("club") if hit.reading.proclitics in _PLAIN]
    if not hits:
        return
    signed, certain = _signed(document, hits, taken, sport)
    leagues = bool(signed) or any(_is_club(document, item) for item in kept)
    longer = {document.keys[item.first] for item in kept if item.kind is ORG and item.end - item.first > 1}
    for hit in hits:
        if hit.first in taken:
            continue
        needs, form = hit.reading["needs"], hit.reading.entry.form
        known = form in certain or (sport >= _SPORT and not needs and (leagues or not _is_place(document, hit)))
        if needs and document.keys[hit.first] in longer:
            known = False  # `الاتحاد` for `الاتحاد الآسيوي`
        if hit.first in signed or (known and not _speaks_against(document, hit)):
            yield named(hit.first, hit.end + _takes_nation(document, hit), ORG, "club")


def _takes_nation(document: Document, hit: Hit) -> bool:
    """`العين الإماراتي`: of a name that is another word too, the nationality is a part."""
    return hit.reading.entry.form.startswith("ال") and _is_of_its_nation(document, hit)


def unlisted_clubs(document: Document, taken: set[int]) -> Iterator[Found]:
    """A club that no table knows: a foreign word with a nationality behind it, where another club would stand.

    Examples:
        تعادل الفريق مع [شتراوسن](kind=ORG) الهولندي في مباراة ودية، وسجل المهاجم هدفين في الشوط الأول قبل نهاية الجولة
    """
    if _sport(document) < _SPORT:
        return
    for at in document.at("nationality"):
        nation = document.words[at].get("nationality")
        if nation is None or nation.proclitics != "ال" or nation.gender != "m" or nation.number != "s":
            continue
        first = at
        while first > at - _LONGEST and first - 1 not in taken and is_unknown(document, first - 1):
            first -= 1
        if first < at and not is_definite(document, first) and _is_played(document, first):
            yield named(first, at, ORG, "unlisted_club")


def _is_played(document: Document, first: int) -> bool:
    """`أمام شتراوسن`, `تعادل مع شتراوسن`: where the other side of a match stands."""
    before = document.hit_ending(first, "sport_word")
    if before is not None:
        return not before.reading.definite and before.reading["role"] in ("head", "rival", "against", "verb")
    if document.padded_keys[first - 1] not in _OPPOSING:
        return False
    words = [document.words[at].get("sport_word") for at in range(max(first - _MOVE_SIZE, 0), first - 1)]
    return any(word is not None and word["role"] in ("verb", "match") for word in words)


def _signed(document: Document, hits: list[Hit], taken: set[int], sport: int) -> tuple[set[int], set[str]]:
    """Where something beside a name makes it a club, and the names for which it does so somewhere."""
    signed: set[int] = set()
    certain: set[str] = set()
    reached = -1
    for hit, following in zip(hits, [*hits[1:], None], strict=True):
        if hit.first in taken:
            if document.padded_keys[hit.first - 1].endswith(("نادي", "فريق")):
                certain.add(hit.reading.entry.form)
                reached = hit.end
            continue
        joined = _joins(document, hit, reached) or (following is not None and _is_paired(document, hit, following))
        if _is_signed(document, hit, sport) or (joined and sport >= _SPORT and hit.reading["needs"] != "head"):
            signed.add(hit.first)
            reached = hit.end
            if hit.reading["needs"] != "head":
                certain.add(hit.reading.entry.form)
    return signed, certain


def _is_signed(document: Document, hit: Hit, sport: int) -> bool:
    """Whether the words beside a name make it a club's."""
    needs, place = hit.reading["needs"], _is_place(document, hit)
    if needs != "match" and _is_of_its_nation(document, hit) and (sport >= _SPORT or not needs):
        return True
    if needs == "head":
        return False
    role = _role_before(document, hit)
    if sport < _SPORT:
        return role in _PERSONAL and not needs
    if role and not (place and role not in _BESIDE_PLACES) and not (needs == "match" and role == "office"):
        return True
    if _is_moved_to(document, hit):
        return True
    behind = document.hit_at(hit.end, "sport_word")
    if behind is None or hit.reading.proclitics not in ("", "و"):
        return False
    kind = behind.reading["role"]
    return kind in ("rank", "verb") or (kind == "rival" and behind.reading.proclitics == "و")  # `تورينو وضيفه`, `النصر يواجه`


def _role_before(document: Document, hit: Hit) -> str:
    """What the word of sport before a name makes of it; nothing if it has the article (`اللاعبين الشباب`)."""
    at, proclitics = hit.first, hit.reading.proclitics
    if proclitics == "ل" and document.padded_keys[at - 1] == "الفني":
        return "member"  # `المدير الفني للشباب`
    before = document.hit_ending(at, "sport_word")
    if before is None and not proclitics and is_definite(document, at - 1):
        before = document.hit_ending(at - 1, "sport_word")
        return "rival" if before is not None and before.reading["role"] == "rival" else ""  # `غريمه التقليدي النصر`
    if before is None or before.reading.definite:
        return ""
    role = before.reading["role"]
    return role if not proclitics or (role == "member" and proclitics == "ل") else ""  # `مدربا للهلال`


def _is_of_its_nation(document: Document, hit: Hit) -> bool:
    """`برشلونة الإسباني`, `الاتفاق السعودي`: its nationality behind it, in the masculine as clubs are."""
    nation = document.words[hit.end].get("nationality") if hit.end < len(document) else None
    if nation is None or nation.proclitics != "ال" or (nation.gender, nation.number) != ("m", "s") or not nation["country"]:
        return False
    country = hit.reading["country"]
    if country:
        return nation["country"] == country
    return not (hit.reading["needs"] and is_definite(document, hit.first - 1))


def _is_of_a_land(document: Document, hit: Hit) -> bool:
    """`العين الإماراتية`: the nationality in the feminine, as cities have it."""
    nation = document.words[hit.end].get("nationality") if hit.end < len(document) else None
    return nation is not None and nation.proclitics == "ال" and nation.gender == "f"


def _joins(document: Document, hit: Hit, reached: int) -> bool:
    """`الهلال والنصر`, `الهلال بالنصر`, `الهلال، النصر`: beside a club."""
    if hit.first == reached:
        return hit.reading.proclitics in ("و", "ب", "ل")
    return (
        hit.first - 1 == reached
        and document.padded_keys[reached] in ("،", "-", "–", "أو")
        and hit.reading.proclitics in ("", "و")
    )


def _is_moved_to(document: Document, hit: Hit) -> bool:
    """`انتقل إلى الشباب`, `المنتقل للنصر من الاتفاق`: where a player goes or comes from."""
    before = hit.first - 1
    if hit.reading.proclitics not in ("ل", "ول") and (hit.reading.proclitics or document.padded_keys[before] not in _WAYS):
        return False
    return not _MOVES.isdisjoint(document.keys[max(before - _MOVE_SIZE, 0) : hit.first])


def _is_paired(document: Document, hit: Hit, following: Hit) -> bool:
    """`بين الهلال والنصر`, `الهلال - النصر`."""
    if following.first == hit.end and following.reading.proclitics == "و":
        unsure = hit.reading["needs"] or following.reading["needs"] or _is_place(document, hit)
        return not unsure or document.padded_keys[hit.first - 1] == "بين"
    return following.first - 1 == hit.end and document.keys[hit.end] in ("-", "–") and not _is_place(document, hit)


def _speaks_against(document: Document, hit: Hit) -> bool:
    """Whether the words beside a name make it the other word: a place where something happens, an adjective, a noun with one."""
    before, proclitics = hit.first - 1, hit.reading.proclitics
    key, tags = document.padded_keys[before], document.padded_words[before].tags
    if hit.reading["needs"] == "head" or key == "بن":
        return True
    if not proclitics and "person_name" in tags and not tags & {"club", "sport_word"}:
        return True
    if _is_place(document, hit):
        if proclitics in ("ب", "وب") or (not proclitics and "sport_word" in tags) or _is_of_a_land(document, hit):
            return True
        if key in _LOCATIVE:
            return not _is_moved_to(document, hit)
    elif hit.reading["needs"] and _has_adjective(document, hit):
        return True
    if proclitics:
        return False
    if "sport_word" in tags and not is_definite(document, before):
        return False
    may_agree = hit.reading["needs"] or document.keys[hit.first].endswith("ي") or _is_place(document, hit)
    if may_agree and is_definite(document, before) and tags.isdisjoint(_GO_ON - {"sport_word", "title"}):
        return True  # `اللاعبين الشباب`, `البنك الأهلي`, `العاصمة روما`
    return not tags.isdisjoint(_HEADS_OF_WORDS if hit.reading["needs"] else _OTHER_HEADS)


def _has_adjective(document: Document, hit: Hit) -> bool:
    """`الاتفاق النووي`, `الوحدة الوطنية`: an adjective of relation that agrees."""
    key = document.padded_keys[hit.end]
    ending = "ية" if document.keys[hit.end - 1].endswith("ة") else "ي"
    return key.startswith("ال") and key.endswith(ending) and document.padded_words[hit.end].tags.isdisjoint(_GO_ON)


def _is_place(document: Document, hit: Hit) -> bool:
    """Whether the name is a place's too."""
    for tag in ("place_alias", "place"):
        place = document.hit_at(hit.first, tag)
        if place is not None and place.end == hit.end:
            return True
    return False


def _is_club(document: Document, item: Found) -> bool:
    """Whether a finding is a club that the tables know by a name of its own."""
    if item.rule != "listed" or item.kind is not ORG:
        return False
    hit = document.hit_at(item.first, "organisation")
    return hit is not None and hit.reading.type == "club"


def _sport(document: Document) -> int:
    """How much of sport there is in an article: its words of sport by weight, as far as more of them tell more."""
    known: int | None = document.cache.get("sport")
    if known is None:
        readings = [reading for at in document.at("sport_word") if (reading := document.words[at].get("sport_word"))]
        readings += [hit.reading for hit in document.phrases("sport_word")]
        known = 0
        counted: dict[tuple[str, str], int] = {}
        for reading in readings:
            if (weight := reading["weight"]) == "0":
                continue
            word = reading.entry.form, weight
            times = counted[word] = counted.get(word, 0) + 1
            if times <= _MOST:
                known += int(weight)
                if known >= _SPORT:
                    break
        document.cache["sport"] = known
    return known

"""What a written speaker refers back to: `الوزير`, `البيان`, `المصدر ذاته`, a role that somebody bears, a document's issuer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from typing import Final

from attrs import evolve

from arabnews.document import Document
from arabnews.enums import EXPLICIT, NAME, NOMINAL, ORG, PER, RELAYED
from arabnews.extractors.claims.event import SAYINGS, Event
from arabnews.extractors.claims.issuers import is_media, issuer, issuer_of
from arabnews.extractors.claims.noun_phrases import BODIES, HONORIFICS
from arabnews.extractors.claims.positions import occurs_before
from arabnews.extractors.claims.roles import (
    ANAPHORIC,
    APPOSITION,
    has_field,
    has_head,
    is_definite_phrase,
    is_same_role,
    may_share_nation,
    only_named,
    professional,
    shares_nation,
    spellings,
    stripped,
)
from arabnews.extractors.claims.speakers import RELAYS
from arabnews.extractors.claims.turns import LATEST, MENTIONS_BACK, STARTS, Turn, before
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import Mention, Resolution
from arabnews.text.tokens import WORD

_INTRODUCED: Final = 400
"""Tokens back to which a source may have come up."""

_PROPER: Final = frozenset({"place", "place_alias", "organisation", "club", "person_name"})
_INSERTED: Final = 4
"""Words that may stand between those of a description: `محافظ (محافظة) عدن`."""

_SPEAKERS: Final = frozenset({"المتحدث", "المتحدثة", "المصدر", "المسؤول", "المسؤولة", "المتكلم"})
"""Alone, these mean whoever spoke last."""


_OFFICIALS: Final = frozenset({"المسؤول", "المسؤولة", "المتحدث", "المتحدثة", "الناطق", "الناطقة"})
"""With adjectives, they mean who holds an office and has just spoken."""
_PARTS: Final = frozenset(
    {"الفقرة", "المادة", "القاعدة", "الصفحة", "الحلقة", "اللوحة", "اللافتة", "الاية", "القصة", "الرواية", "القصيدة"}
)
"""Parts of a text, and works: they say what stands in them."""
_LATTER: Final = {"الاخير": "m", "الاخيرة": "f"}
"""Who was named last."""
_OURS: Final = frozenset({"مصدرنا", "مصادرنا", "محدثنا", "محدثتنا", "مراسلنا", "مراسلتنا"})
"""The source of the paper that tells."""


def written(
    document: Document, event: Event, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution]:
    """The speaker itself, or for a definite common noun (`الوزير`, `البيان`, `المصدر ذاته`) what it refers back to."""
    if speaker.form is not NOMINAL:
        bearer = _speaking_bearer(document, speaker, turns) or speaker
        return bearer, RELAYED if _is_relayed(document, event, speaker) else EXPLICIT
    found = coreferent(document, speaker, turns, mentions)
    if found is not None and not _is_near_him(document, speaker, *found):
        return found
    definite = document.keys[document.token_at(speaker.span.start)].startswith("ال")
    other = _epithet(document, speaker, turns, event) if definite else None
    if other is None and not speaker.is_anonymous and " " in speaker.text and is_definite_phrase(document, speaker):
        other = _only_person(speaker, turns)
    if other is None and not speaker.is_anonymous:
        other = professional(document, speaker, turns)
    return other or speaker, EXPLICIT


def _is_relayed(document: Document, event: Event, speaker: Mention) -> bool:
    """Whether somebody else passes the words on: `نقلت الوكالة عن فلان أن`."""
    if document.keys[event.cue] in SAYINGS:
        return True
    preposition = RELAYS.get(event.reading.entry.form)
    return preposition is not None and document.padded_keys[document.token_at(speaker.span.start) - 1] == preposition


def _is_near_him(document: Document, speaker: Mention, found: Mention, how: Resolution) -> bool:
    """`مصادر مقربة من فلان`: they are not he."""
    named = found.kind is PER and found.form is NAME and how is not Resolution.DOCUMENT
    several = speaker.is_anonymous or speaker.number == "p"
    return named and several and found.name.of(document.text) in speaker.text


def _speaking_bearer(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """A lone family name is that of the last who spoke under it, not of whoever was named since."""
    if not turns or speaker.kind is not PER:
        return None
    first = document.token_at(speaker.name.start)
    if document.ends[first] < speaker.name.end:
        return None  # a full name
    key = document.keys[first]
    other: Mention | None = None
    for turn in turns[LATEST]:
        source = turn.source
        if source is other or source is None or source.kind is not PER or source.form is not NAME:
            continue
        last = document.token_at(source.name.end - 1)
        if document.keys[last] == key and last > document.token_at(source.name.start):
            return source
        other = source
    return None


def described(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention:
    """Who a role without a name is, as far as the article told; else the role itself."""
    if speaker.form is not NOMINAL:
        return speaker
    found = coreferent(document, speaker, turns, mentions)
    if found is not None:
        return found[0]
    definite = not speaker.is_anonymous and is_definite_phrase(document, speaker)
    return (_only_person(speaker, turns) if definite else None) or speaker


def coreferent(
    document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    head = document.token_at(speaker.span.start)
    word = document.words[head]
    if word.key in HONORIFICS or word.key in _OURS or (word.key in _LATTER and " " not in speaker.text):
        told = _pointed_at(document, speaker, turns, mentions)
        return None if told is None else (told, EXPLICIT)
    if (maker := issuer_of(document, speaker, head, mentions)) is not None:
        return maker, Resolution.DOCUMENT
    outlets = word.key in ("مصدر", "مصادر") and _is_outlets(document, speaker, mentions)
    if not word.key.startswith(("ال", "لل")) and not outlets:
        known = not word.tags - {"common_word", "person_name"}
        described = _surnamed(document, word.key, before(mentions, speaker.span.start)) if known else None
        described = described or _described(document, speaker, turns, mentions) or _whole(document, speaker, turns)
        return None if described is None else (described, EXPLICIT)
    if document.ends[head] < speaker.span.end and not _is_bare_noun(document, speaker) and not outlets:
        return None
    return _definite(document, speaker, head, turns, mentions)


def _whole(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """`جبهة العمل` for `جبهة العمل الساحلي بجهة الشرق`: the body that has spoken and whose name goes on behind the same words."""
    first, last = document.tokens(speaker.span)
    keys = document.keys[first:last]
    if speaker.kind is not ORG or speaker.is_anonymous or len(keys) < 2 or not keys[1].startswith("ال"):
        return None
    for turn in turns[LATEST]:
        source = turn.source
        if source is not None and source.kind is ORG and source.form is NOMINAL:
            begin, end = document.tokens(source.span)
            if end - begin > len(keys) and document.keys[begin : begin + len(keys)] == keys:
                return source
    return None


def _pointed_at(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """Whom a word that only points means: `سموه`, `مصدرنا`, `الأخير`."""
    key = document.keys[document.token_at(speaker.span.start)]
    if key in HONORIFICS:
        return _honoured(document, speaker, turns, mentions)
    if key in _LATTER:
        return _latter(document, speaker, mentions)
    heads = ("مراسل",) if "مراسل" in key else ()
    sources = (turn.source for turn in turns[LATEST] if turn.source is not None)
    ours = (one for one in sources if (one.text.startswith(heads) if heads else one.is_anonymous))
    return next(ours, None)


def _definite(
    document: Document, speaker: Mention, head: int, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    """What a definite noun refers back to: who spoke under it, who bears it, who issued it, who came up with it."""
    word = document.words[head]
    key = "ال" + word.key[2:] if word.key.startswith("لل") else word.key  # `وفقا للوزير`
    bare = key.removeprefix("ال")
    source = word.get("nominal_source")
    earlier = near = before(mentions, speaker.span.start)
    reach = -1
    if key in _OFFICIALS and (same := _same_official(document, speaker, turns)) is not None:
        return same, EXPLICIT
    if head > 2 and not occurs_before(document, spellings(bare), head):  # then it can describe whom it stands behind alone
        reach = document.ends[head - 3]
        near = [mention for mention in earlier if mention.span.end > reach]
    if (bearer := _bearer(document, speaker, key, near, turns, reach)) is not None:
        return bearer, EXPLICIT
    if source is not None and source["document"] == "yes" and not (key != word.key and source.number == "p"):
        stated = issuer(document, head, turns, mentions)
        if stated is not None:
            return stated, Resolution.DOCUMENT
    end = document.token_at(speaker.span.end - 1) + 2
    if key in _OFFICIALS and (official := _official(document, speaker, turns)) is not None:
        return official, EXPLICIT
    spoken = key in _SPEAKERS and end - head <= 2
    if spoken and _relays_last(document, turns) and (same := _introduced(document, speaker, bare)) is not None:
        return same, EXPLICIT  # `نقلت الوكالة عن المصدر`: not the agency
    if spoken or any(other in ANAPHORIC for other in document.keys[head + 1 : end]):
        last = next((turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported), None)
        if last is not None:
            return last, EXPLICIT
    if (same := _introduced(document, speaker, bare)) is not None:
        return same, EXPLICIT
    if (body := _by_another_name(document, speaker, bare, earlier)) is not None:
        return body, EXPLICIT
    bearer = _surnamed(document, key, near)
    if bearer is None and word.get("title") is not None:
        bearer = _described(document, speaker, turns, mentions) if has_field(document, speaker) else None
        bearer = bearer or only_named(document, speaker, earlier, turns)
        bearer = bearer or _named_behind(document, bare, mentions, speaker)
    return None if bearer is None else (bearer, EXPLICIT)


def _bearer(
    document: Document, speaker: Mention, key: str, near: Sequence[Mention], turns: list[Turn], reach: int
) -> Mention | None:
    """Who spoke under a definite noun, or bears it; whoever ends before `reach` does not."""
    keys, bare, named = document.keys, key.removeprefix("ال"), key not in _SPEAKERS
    source = document.words[document.token_at(speaker.span.start)].get("nominal_source")
    issued = source is not None and source["document"] == "yes" and source.number != "p"
    others: set[int] = set()
    for turn in turns[LATEST]:
        told, teller = turn.source, turn.speaker
        if told is None or (issued and told.text == bare):
            continue  # `بلاغ`: somebody's, as `البلاغ` is
        headed = named and teller is not None and teller.span.end > reach and keys[document.token_at(teller.span.start)] == key
        if not headed and told.span.end > reach and id(told) not in others and not (headed := has_head(document, told, bare)):
            others.add(id(told))
        if headed and is_same_role(document, speaker, told):
            return told  # `الحركة`, who was found to be somebody
    for mention in reversed(near):
        if id(mention) not in others and has_head(document, mention, bare) and is_same_role(document, speaker, mention):
            return mention
    return None


def _relays_last(document: Document, turns: list[Turn]) -> bool:
    """Whether an outlet has spoken last."""
    last = next((turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported), None)
    return last is not None and is_media(document, last)


def _by_another_name(document: Document, speaker: Mention, bare: str, earlier: Sequence[Mention]) -> Mention | None:
    """`الحركة` for a body named without its head, whose other name has it: `حماس`, which is `حركة حماس` too."""
    if " " in speaker.text:
        return None
    for mention in reversed(earlier):
        if mention.kind is not ORG or mention.form is not NAME:
            continue
        hit = document.hit_at(document.token_at(mention.span.start), "organisation")
        if hit is not None and any(name.startswith(bare + " ") for name in hit.reading.entry.form.split("|")):
            return mention
    return None


def _same_official(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """`المسؤول ذاته`: the person by name who has just spoken."""
    first, last = document.tokens(speaker.span)
    if ANAPHORIC.isdisjoint(document.keys[first + 1 : last + 1]):
        return None
    source = next((turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported), None)
    named = source is not None and source.kind is PER and source.form is NAME
    reading = document.words[first].get("nominal_source")
    return source if named and source is not None and (reading is None or source.gender in ("", reading.gender)) else None


def _official(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """`المسؤول العسكري`: the holder of an office who has just spoken, where nothing but adjectives tell what he is."""
    first, last = document.tokens(speaker.span)
    described = all(document.keys[at].startswith("ال") for at in range(first + 1, last))
    spoken = [turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported]
    if not spoken or spoken[0].kind is not PER or not described or last - first < 2:
        return None
    compatriots = (one for one in spoken if one.kind is PER and one.form is NAME and shares_nation(document, speaker, one))
    source, reading = next(compatriots, spoken[0]), document.words[first].get("nominal_source")
    fits = source.number in ("s", "") and (not source.gender or reading is None or source.gender == reading.gender)
    return source if fits and not source.is_anonymous and may_share_nation(document, speaker, source) else None


def _introduced(document: Document, speaker: Mention, bare: str) -> Mention | None:
    """The indefinite noun by which a source came up that never spoke till now: `مصدر مطلع`, then `المصدر ذاته`."""
    head = document.token_at(speaker.span.start)
    reading = document.words[head].get("nominal_source")
    if reading is None or reading["document"] == "yes":
        return None
    first = max(head - _INTRODUCED, -1) + 1
    for at in compress(range(head - 1, first - 1, -1), map(_may_speak, reversed(document.words[first:head]))):
        word = document.words[at]
        other = word.get("nominal_source")
        if (
            other is None
            or other.definite
            or other.entry is not reading.entry
            or other.number != reading.number
            or word.key.startswith("ال")
        ):
            continue
        end = at + 1
        while end < head and end < at + 5 and _describes(document, end):
            end += 1
        if end > at + 1:
            span = document.span(at, end)
            return evolve(speaker, span=span, text=span.of(document.text), name=span)
    return None


@kept
def _may_speak(word: Word) -> bool:
    """Whether a word may be a source without a name."""
    return "nominal_source" in word.tags


def _describes(document: Document, at: int) -> bool:
    """An indefinite adjective, or `من` and a name: what tells one source from another."""
    key, word = document.keys[at], document.words[at]
    if key == "غير":
        return True
    if word.kind is not WORD or word.tags & {"cue", "function_word", "number"} or key.startswith("ال"):
        return False
    return "nationality" in word.tags or key.endswith(("ي", "ية", "ة", "ع", "ون", "ين"))


def _honoured(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """`سموه`, `معاليه`: the last who bears a title that it answers to; else the person who spoke last."""
    titles = HONORIFICS[document.keys[document.token_at(speaker.span.start)]]
    people = [m for m in before(mentions, speaker.span.start) if m.kind is PER and m.form is NAME]
    sources = [turn.source for turn in turns[LATEST] if turn.source is not None and not turn.reported]
    said = [source for source in sources if source.kind is PER and source.form is NAME]
    for person in (*said, *reversed(people)):
        first, last = document.tokens(person.span)
        near = document.keys[max(first - 3, 0) : min(last + 3, len(document.keys))]
        if any(key.removeprefix("و").removeprefix("ال").removeprefix("ل") in titles for key in near):
            return person
    return said[0] if said else people[-1] if people else None


def _latter(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """`الأخير`: the person or body named last in the sentence or the one before it."""
    gender = _LATTER[document.keys[document.token_at(speaker.span.start)]]
    sentence = document.sentence_at(document.token_at(speaker.span.start))
    for mention in reversed(before(mentions, speaker.span.start)):
        if sentence - document.sentence_at(document.token_at(mention.span.start)) > 1:
            return None
        if mention.kind in (PER, ORG) and mention.gender in ("", gender):
            return mention
    return None


def _is_outlets(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> bool:
    """`مصدر الصحيفة`, `مصدر هسبريس`: the source that the outlet has already spoken of."""
    near = before(mentions, speaker.span.end)
    return any(speaker.span.contains(mention.span) and is_media(document, mention) for mention in near[-3:])


def _is_bare_noun(document: Document, speaker: Mention) -> bool:
    """Whether nothing but adjectives, `في` and what it governs, or a genitive stand behind a definite noun; not a name."""
    first, last = document.tokens(speaker.span)
    rest = range(first + 1, last)
    return not any(
        "person_name" in document.words[at].tags
        and not document.words[at].tags & {"nationality", "title"}
        and not document.keys[at].startswith("ال")
        and document.keys[at] != "باسم"
        for at in rest
    )


def _named_behind(document: Document, bare: str, mentions: Sequence[Mention], speaker: Mention) -> Mention | None:
    """Cataphora: the one person whom the article gives the title later on."""
    first = bisect_left(mentions, speaker.span.end, key=STARTS)
    for mention in mentions[first : first + MENTIONS_BACK]:
        if mention.kind is PER and mention.title is not None and has_head(document, mention, bare):
            return mention if is_same_role(document, speaker, mention) else None
    return None


def refer(document: Document, source: Mention, position: int, turns: Sequence[Turn], mentions: Sequence[Mention]) -> Mention:
    """Who is meant by a source phrase of an attribution at a token: `بحسب البيان`, `وفق بلاغ للوزارة`."""
    if source.form is not NOMINAL:
        return source
    last = len(turns)
    if turns and turns[-1].event.cue >= position:
        last = bisect_left(turns, position, key=lambda turn: turn.event.cue)
    found = coreferent(document, source, list(turns[:last]), mentions)
    return source if found is None else found[0]


def _epithet(document: Document, speaker: Mention, turns: list[Turn], event: Event) -> Mention | None:
    """`الناقلة الوطنية` for the airline that has just spoken: a definite noun of its gender that no table knows as a source."""
    word = document.words[document.token_at(speaker.span.start)]
    if word.key in _PARTS or word.key.removeprefix("ال") in BODIES:
        return None
    if word.tags & {"nominal_source", "org_head", "title", "nationality"} or word.key.endswith(("ون", "ين", "ات")):
        return None
    last = next((turn for turn in turns[LATEST] if turn.source is not None and not turn.reported), None)
    if last is None or last.source is None or last.source.kind is not ORG or last.source.form is not NAME:
        return None
    return last.source if event.reading.gender == last.gender == "f" else None


def _only_person(speaker: Mention, turns: list[Turn]) -> Mention | None:
    """A role without a name, where one person alone has spoken, more than once: that person."""
    if speaker.kind is not PER or speaker.number != "s":
        return None
    told = [turn for turn in turns[LATEST] if turn.source is not None and not turn.reported]
    sources = [turn.source for turn in told if turn.source is not None and turn.source.kind is PER]
    alone = 1 < len(told) == len(sources) and len({source.text.split()[-1] for source in sources}) == 1
    verbs = {turn.gender for turn in told}
    other = speaker.gender and speaker.gender not in verbs and "" not in verbs  # `الفنانة` is no man
    return sources[0] if alone and not other else None


def _described(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """`عميد السلك الدبلوماسي العربي`: whom the same words describe, before or behind the name, earlier in the article."""
    if speaker.kind is not PER:
        return None
    first, last = document.tokens(speaker.span)
    words = [stripped(key) for key in document.keys[first:last] if key not in ANAPHORIC and key.isalpha()]
    if len(words) < 2 or not occurs_before(document, spellings(words[0]), first) or _is_new(document, first, last):
        return None
    people = [mention for mention in before(mentions, speaker.span.start) if mention.kind is PER and mention.form is NAME]
    names = [document.token_at(mention.name.start) for mention in people]
    told = []
    for mention, name in zip(people, names, strict=True):
        begin, end = document.sentence_bounds[name]
        begin, end = max(begin, name - APPOSITION), min(end, name + APPOSITION, first)
        if not spellings(words[0]).isdisjoint(document.keys[begin:end]):
            told.append((mention, name, begin, end))
    if not told:
        return None
    said = {(turn.source.span.start, turn.source.span.end) for turn in turns[LATEST] if turn.source is not None}
    told.sort(key=lambda one: (one[0].span.start, one[0].span.end) in said)  # who has spoken comes first, being last
    for mention, name, begin, end in reversed(told):
        for at in range(begin, end - len(words) + 1):
            if stripped(document.keys[at]) != words[0]:
                continue
            stems = iter(stripped(key) for key in document.keys[at : min(at + len(words) + _INSERTED, first)])
            another = document.padded_keys[at - 1] == "،" and "،" in document.keys[at:name]  # `فلان، وزير النقل، وفلان`
            between = another or any(min(at, name) < other < max(at, name) for other in names)
            if all(word in stems for word in words) and not between:
                return mention
    for mention, _, begin, end in reversed(told):
        near = document.keys[begin:end]
        if has_head(document, mention, words[0]) and set(words) <= {form for key in near for form in (stripped(key), key[1:])}:
            return mention  # `المخرج فلان ... مسلسل «النهر»`, then `مخرج «النهر»`
    return None


def _is_new(document: Document, first: int, last: int) -> bool:
    """Whether a phrase brings somebody up for the first time, being indefinite: `وكيل ملاحي`, not `وكيل الشركة`, `محافظ عدن`."""
    return not any(
        document.keys[at].startswith(("ال", "لل")) or document.words[at].tags & _PROPER or "quote" in document.words[at].tags
        for at in range(first, last)
    )


def _surnamed(document: Document, key: str, mentions: Sequence[Mention]) -> Mention | None:
    """Whose family name a word is that is also a role: `قال الوزير` of somebody called حمدي الوزير."""
    for mention in reversed(mentions):
        named = mention.kind is PER and mention.form is NAME
        if named and " " in mention.text and document.keys[document.token_at(mention.name.end - 1)] == key:
            return mention
    return None

"""What a written speaker refers back to: `الوزير`, `البيان`, `المصدر ذاته`, a role that somebody bears, a document's issuer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from arabnews.document import Document
from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.extents import RELATIVES
from arabnews.extractors.claims.noun_phrases import HONORIFICS
from arabnews.extractors.claims.speakers import RELAYS
from arabnews.extractors.claims.turns import LOOK_BACK, MENTIONS_BACK, Turn, before
from arabnews.model import Mention, MentionForm, MentionKind, Resolution
from arabnews.text.tokens import Kind

_APPOSITION: Final = 14
_INTRODUCED: Final = 400
"""Tokens back to which a source may have come up."""
_MAKER_GAP: Final = 3
_INSERTED: Final = 4
"""Words that may stand between those of a description: `محافظ (محافظة) عدن`."""
_PAN: Final = frozenset({"العربي", "العربية"})
_SPEAKERS: Final = frozenset({"المتحدث", "المتحدثة", "المصدر", "المسؤول", "المسؤولة", "المتكلم"})
"""Alone, these mean whoever spoke last."""
_MEDIA: Final = frozenset(
    {"تويتر", "فيسبوك", "فيس بوك", "إكس", "يوتيوب", "إنستغرام", "انستغرام", "تيك توك", "تيليغرام", "تلغرام", "واتساب", "سناب شات"}
    | {"رويترز", "فرانس برس", "أسوشيتد برس", "الأناضول", "CNN", "بي بي سي", "واس", "كونا", "سبوتنيك", "هسبريس"}
)
"""Platforms, and agencies that are known without their head noun."""
_PAPERS: Final = frozenset({"صحيفة", "جريدة", "مجلة", "قناة", "فضائية", "اذاعة", "موقع", "تلفزيون"})
_OURS: Final = frozenset({"مصدرنا", "مصادرنا", "محدثنا", "محدثتنا", "مراسلنا", "مراسلتنا"})
"""The source of the paper that tells."""
_OFFICES: Final = frozenset(
    {"رئيس", "الرئيس", "وزير", "مدير", "مدير عام", "أمين عام", "نائب", "مساعد", "وكيل", "سفير", "قنصل", "مندوب", "قائد", "زعيم"}
    | {
        "عضو",
        "محافظ",
        "والي",
        "عمدة",
        "أمير",
        "ملك",
        "سلطان",
        "رئيس الوزراء",
        "رئيس الجمهورية",
        "قاضي",
        "مدعي عام",
        "نائب الرئيس",
    }
    | {"مفتي", "إمام", "خطيب", "سكرتير", "كاتب الدولة", "متحدث", "ناطق", "ممثل", "مسؤول", "مشرف", "منسق", "مواطن", "شاب", "مفوض"}
    | {"محامي", "طبيب", "ضابط", "جندي", "شرطي", "مراسل", "متهم", "محقق", "مراقب", "ولي العهد", "حكم", "ضيف"}
)
"""Offices that somebody else may hold than he who has just spoken, and roles of any passer-by."""
_PLAYERS: Final = frozenset(
    {"نجم", "لاعب", "مدرب", "حارس", "مهاجم", "مدافع", "هداف", "عداء", "سباح", "ملاكم", "كابتن|الكابتن", "مؤلف"}
)
"""Roles that are told of somebody with his club, by turns with his name."""
_SHARED: Final = frozenset(
    {"العام", "العامة", "الرسمي", "الرسمية", "الاعلامي", "الاعلامية", "التنفيذي", "التنفيذية", "الاول", "السابق", "السابقة"}
    | {"الحالي", "الجديد", "الشاب", "الكبير", "الراحل", "الاعلى", "المذكور", "باسم", "المكلف", "المقيم"}
)
"""What stands behind many roles."""
_ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور"})


def written(
    document: Document, event: Event, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution]:
    """The speaker itself, or for a definite common noun (`الوزير`, `البيان`, `المصدر ذاته`) what it refers back to."""
    before = document.keys[document.token_at(speaker.span.start) - 1]
    relayed = event.reading.pos == "masdar" or RELAYS.get(event.reading.entry.form) == before
    if speaker.form is not MentionForm.NOMINAL:
        bearer = _speaking_bearer(document, speaker, turns) or speaker
        return bearer, Resolution.RELAYED if relayed else Resolution.EXPLICIT
    found = coreferent(document, speaker, turns, mentions)
    if found is not None:
        return found
    definite = document.keys[document.token_at(speaker.span.start)].startswith("ال")
    other = _epithet(document, speaker, turns, event) if definite else None
    if other is None and not speaker.is_anonymous and " " in speaker.text and _is_definite_phrase(document, speaker):
        other = _only_person(speaker, turns)
    if other is None and not speaker.is_anonymous:
        other = _professional(document, speaker, turns)
    return other or speaker, Resolution.EXPLICIT


def _speaking_bearer(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """A lone family name is that of the last who spoke under it, not of whoever was named since."""
    first = document.token_at(speaker.name.start)
    if speaker.kind is not MentionKind.PER or first != document.token_at(speaker.name.end - 1):
        return None
    key = document.keys[first]
    for turn in reversed(turns[-LOOK_BACK:]):
        source = turn.source
        if source is None or source.kind is not MentionKind.PER or source.form is not MentionForm.NAME:
            continue
        begin, last = document.token_at(source.name.start), document.token_at(source.name.end - 1)
        if last > begin and document.keys[last] == key:
            return source
    return None


def described(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention:
    """Who a role without a name is, as far as the article told; else the role itself."""
    if speaker.form is not MentionForm.NOMINAL:
        return speaker
    found = coreferent(document, speaker, turns, mentions)
    if found is not None:
        return found[0]
    definite = not speaker.is_anonymous and _is_definite_phrase(document, speaker)
    return (_only_person(speaker, turns) if definite else None) or speaker


def _is_definite_phrase(document: Document, speaker: Mention) -> bool:
    """A construct that ends in a definite noun: `عميد السلك الدبلوماسي`."""
    first, last = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1) + 1
    title = document.words[first].get("title")
    return (
        title is not None
        and title.number == "s"
        and document.keys[first + 1 : first + 2] != []
        and all(key.startswith("ال") for key in document.keys[first + 1 : last])
        and not any("nationality" in document.words[at].tags and document.keys[at] not in _PAN for at in range(first, last))
    )


def coreferent(
    document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    head = document.token_at(speaker.span.start)
    word = document.words[head]
    if word.key in HONORIFICS:
        honoured = _honoured(document, speaker, turns, mentions)
        return None if honoured is None else (honoured, Resolution.EXPLICIT)
    if (issuer := _issuer_of(document, speaker, mentions)) is not None:
        return issuer, Resolution.DOCUMENT
    if word.key in _OURS:
        heads = ("مراسل",) if "مراسل" in word.key else ()
        sources = [turn.source for turn in turns[-LOOK_BACK:] if turn.source is not None]
        ours = (one for one in reversed(sources) if (one.text.startswith(heads) if heads else one.is_anonymous))
        told = next(ours, None)
        return None if told is None else (told, Resolution.EXPLICIT)
    outlets = word.key in ("مصدر", "مصادر") and _is_outlets(document, speaker, mentions)
    if not word.key.startswith("ال") and not outlets:
        known = not word.tags - {"common_word", "person_name"}
        described = _surnamed(document, word.key, before(mentions, speaker.span.start)) if known else None
        described = described or _described(document, speaker, mentions)
        return None if described is None else (described, Resolution.EXPLICIT)
    bare = word.key.removeprefix("ال")
    if not _is_bare_noun(document, speaker) and not outlets:
        return None
    for turn in reversed(turns[-LOOK_BACK:]):
        if turn.source is not None and _has_head(document, turn.source, bare) and _is_same_role(document, speaker, turn.source):
            return turn.source, Resolution.EXPLICIT
    for mention in reversed(before(mentions, speaker.span.start)):
        if _has_head(document, mention, bare) and _is_same_role(document, speaker, mention):
            return mention, Resolution.EXPLICIT
    source = word.get("nominal_source")
    if source is not None and source["document"] == "yes":
        issuer = _issuer(document, head, turns, mentions)
        if issuer is not None:
            return issuer, Resolution.DOCUMENT
    end = document.token_at(speaker.span.end - 1) + 2
    spoken = word.key in _SPEAKERS and end - head <= 2
    if spoken or any(key in _ANAPHORIC for key in document.keys[head + 1 : end]):
        last = next((turn.source for turn in reversed(turns[-LOOK_BACK:]) if turn.source is not None and not turn.reported), None)
        if last is not None:
            return last, Resolution.EXPLICIT
    if (same := _introduced(document, speaker, bare)) is not None:
        return same, Resolution.EXPLICIT
    bearer = _surnamed(document, word.key, before(mentions, speaker.span.start))
    if bearer is None and word.get("title") is not None:
        bearer = _named_behind(document, bare, mentions, speaker.span.end)
    return None if bearer is None else (bearer, Resolution.EXPLICIT)


def _introduced(document: Document, speaker: Mention, bare: str) -> Mention | None:
    """The indefinite noun by which a source came up that never spoke till now: `مصدر مطلع`, then `المصدر ذاته`."""
    head = document.token_at(speaker.span.start)
    reading = document.words[head].get("nominal_source")
    if reading is None or reading["document"] == "yes":
        return None
    for at in range(head - 1, max(head - _INTRODUCED, -1), -1):
        other = document.words[at].get("nominal_source")
        if (
            other is None
            or other.definite
            or other.entry is not reading.entry
            or other.number != reading.number
            or document.keys[at].startswith("ال")
        ):
            continue
        end = at + 1
        while end < head and end < at + 5 and _describes(document, end):
            end += 1
        if end > at + 1:
            span = document.span(at, end)
            return evolve(speaker, span=span, text=span.of(document.text), name=span)
    return None


def _describes(document: Document, at: int) -> bool:
    """An indefinite adjective, or `من` and a name: what tells one source from another."""
    key, word = document.keys[at], document.words[at]
    if key == "غير":
        return True
    if word.kind is not Kind.WORD or word.tags & {"cue", "function_word", "number"} or key.startswith("ال"):
        return False
    return "nationality" in word.tags or key.endswith(("ي", "ية", "ة", "ع", "ون", "ين"))


def _honoured(document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """`سموه`, `معاليه`: the last who bears a title that it answers to; else the person who spoke last."""
    titles = HONORIFICS[document.keys[document.token_at(speaker.span.start)]]
    people = [m for m in before(mentions, speaker.span.start) if m.kind is MentionKind.PER and m.form is MentionForm.NAME]
    sources = [turn.source for turn in turns[-LOOK_BACK:] if turn.source is not None and not turn.reported]
    said = [source for source in sources if source.kind is MentionKind.PER and source.form is MentionForm.NAME]
    for person in (*reversed(said), *reversed(people)):
        first, last = document.token_at(person.span.start), document.token_at(person.span.end - 1) + 1
        near = document.keys[max(first - 3, 0) : min(last + 3, len(document))]
        if any(key.removeprefix("و").removeprefix("ال").removeprefix("ل") in titles for key in near):
            return person
    return said[-1] if said else None


def _is_outlets(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> bool:
    """`مصدر الصحيفة`, `مصدر هسبريس`: the source that the outlet has already spoken of."""
    near = before(mentions, speaker.span.end)
    return any(speaker.span.contains(mention.span) and is_media(document, mention) for mention in near[-3:])


def _is_bare_noun(document: Document, speaker: Mention) -> bool:
    """Whether nothing but adjectives, `في` and what it governs, or a genitive stand behind a definite noun; not a name."""
    first, last = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1) + 1
    rest = range(first + 1, last)
    return not any(
        "person_name" in document.words[at].tags
        and not document.words[at].tags & {"nationality", "title"}
        and not document.keys[at].startswith("ال")
        for at in rest
    )


def _named_behind(document: Document, bare: str, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Cataphora: the one person whom the article gives the title later on."""
    first = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + MENTIONS_BACK]:
        if mention.kind is MentionKind.PER and mention.title is not None and _has_head(document, mention, bare):
            return mention
    return None


def refer(document: Document, source: Mention, position: int, turns: Sequence[Turn], mentions: Sequence[Mention]) -> Mention:
    """Who is meant by a source phrase of an attribution at a token: `بحسب البيان`, `وفق بلاغ للوزارة`."""
    if source.form is not MentionForm.NOMINAL:
        return source
    before = list(turns[: bisect_left(turns, position, key=lambda turn: turn.event.cue)])
    found = coreferent(document, source, before, mentions)
    return source if found is None else found[0]


def _epithet(document: Document, speaker: Mention, turns: list[Turn], event: Event) -> Mention | None:
    """`الناقلة الوطنية` for the airline that has just spoken: a definite noun of its gender that no table knows as a source."""
    word = document.words[document.token_at(speaker.span.start)]
    if word.tags & {"nominal_source", "org_head", "title", "nationality"} or word.key.endswith(("ون", "ين", "ات")):
        return None
    last = next((turn for turn in reversed(turns[-LOOK_BACK:]) if turn.source is not None and not turn.reported), None)
    if last is None or last.source is None or last.source.kind is not MentionKind.ORG or last.source.form is not MentionForm.NAME:
        return None
    return last.source if event.reading.gender == last.gender == "f" else None


def _only_person(speaker: Mention, turns: list[Turn]) -> Mention | None:
    """A role without a name, where one person alone has spoken, more than once: that person."""
    sources = [turn.source for turn in turns[-LOOK_BACK:] if turn.source is not None and not turn.reported]
    people = {source.text.split()[-1] for source in sources if source.kind is MentionKind.PER}
    alone = len(sources) > 1 and len(people) == 1 and all(source.kind is MentionKind.PER for source in sources)
    return sources[-1] if alone and speaker.kind is MentionKind.PER and speaker.number == "s" else None


def _described(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """`عميد السلك الدبلوماسي العربي`: whom the same words describe, before or behind the name, earlier in the article."""
    first, last = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1) + 1
    words = [key.removeprefix("ال") for key in document.keys[first:last] if key not in _ANAPHORIC and key.isalpha()]
    if len(words) < 2 or speaker.kind is not MentionKind.PER:
        return None
    people = [
        mention
        for mention in before(mentions, speaker.span.start)
        if mention.kind is MentionKind.PER and mention.form is MentionForm.NAME
    ]
    names = [document.token_at(mention.name.start) for mention in people]
    for mention, name in zip(reversed(people), reversed(names), strict=True):
        begin, end = document.sentence_bounds(name)
        if _has_head(document, mention, words[0]):
            near = document.keys[max(begin, name - _APPOSITION) : min(end, name + _APPOSITION, first)]
            if set(words) <= {form for key in near for form in (key.removeprefix("ال"), key[1:])}:
                return mention  # `المخرج فلان ... مسلسل «النهر»`, then `مخرج «النهر»`
        for at in range(max(begin, name - _APPOSITION), min(end, name + _APPOSITION, first) - len(words) + 1):
            stems = iter(key.removeprefix("ال") for key in document.keys[at : min(at + len(words) + _INSERTED, first)])
            if all(word in stems for word in words) and not any(min(at, name) < other < max(at, name) for other in names):
                return mention
    return None


def _surnamed(document: Document, key: str, mentions: Sequence[Mention]) -> Mention | None:
    """Whose family name a word is that is also a role: `قال الوزير` of somebody called حمدي الوزير."""
    for mention in reversed(mentions):
        named = mention.kind is MentionKind.PER and mention.form is MentionForm.NAME
        if named and " " in mention.text and document.keys[document.token_at(mention.name.end - 1)] == key:
            return mention
    return None


def _has_head(document: Document, mention: Mention, bare: str) -> bool:
    """Whether a mention's title, or its own first word, is the noun: `وزير النقل فلان` for `الوزير`.

    `المتحدث باسم المركز فلان` is no `المركز`.
    """
    start = document.token_at(mention.span.start)
    end = document.token_at(mention.name.start) if mention.title is not None else start + 1
    counted = document.words[start].kind is Kind.NUMBER and mention.form is MentionForm.NOMINAL  # `19 منظمة`, then `المنظمات`
    singular = bare[:-2] + "ة" if bare.endswith("ات") else bare
    if counted and document.keys[start + 1 : start + 2] in ([bare], [singular]):
        return True
    heads = [at for at in range(start, max(end, start + 1)) if document.keys[at].removeprefix("ال") == bare]
    if mention.kind is not MentionKind.PER:
        return bool(heads)
    if any("org_head" not in (tags := document.words[at].tags) or "title" in tags for at in heads):
        return True
    behind = document.token_at(mention.span.end - 1) + 1  # `فلان وزير النقل`, `فلان، وزير النقل`
    behind += document.keys[behind : behind + 1] == ["،"]
    return document.keys[behind : behind + 1] == [bare] and "title" in document.words[behind].tags


def _shares_nation(document: Document, speaker: Mention, mention: Mention) -> bool:
    """Whether what a role's nationality says is said of the other too: `الرئيس التركي` is not `الرئيس المصري فلان`."""
    nations = _nations(document, speaker)
    return not nations or nations <= _nations(document, mention)


def _is_same_role(document: Document, speaker: Mention, other: Mention) -> bool:
    """Whether what a role is of is told of the other too: `المدير العام للطوارئ` is not `المدير الإقليمي فلان`."""
    if not _shares_nation(document, speaker, other):
        return False
    own = _field(document, speaker)
    if not own or other.kind is not MentionKind.PER:
        return True
    first, last = document.token_at(other.span.start), document.token_at(other.span.end - 1) + 1
    begin, end = document.sentence_bounds(first)
    near = document.keys[max(begin, first - _APPOSITION) : min(end, last + _APPOSITION)]
    return bool(own & {_stem(key) for key in near})


def _field(document: Document, speaker: Mention) -> set[str]:
    """The words that tell what a role is of, without those that many roles share."""
    first, last = document.token_at(speaker.span.start) + 1, document.token_at(speaker.span.end - 1) + 1
    stop = next((at for at in range(first, last) if "function_word" in document.words[at].tags), last)
    return {
        _stem(key)
        for at in range(first, stop)
        if (key := document.keys[at]).isalpha()
        and key not in _SHARED | _ANAPHORIC
        and not document.words[at].tags & {"nationality"}
    }


def _stem(key: str) -> str:
    """A noun without the article and without what is written in one before it."""
    return key.removeprefix("و").removeprefix("لل").removeprefix("بال").removeprefix("ال").removesuffix("ة").removesuffix("ي")


def _nations(document: Document, mention: Mention) -> set[str]:
    first, last = document.token_at(mention.span.start), document.token_at(mention.span.end - 1) + 1
    return {
        document.keys[at].removeprefix("ال").removesuffix("ة")
        for at in range(first, last)
        if "nationality" in document.words[at].tags and document.keys[at] not in _PAN
    }


def _issuer_of(document: Document, speaker: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """`بيان للوزارة`, `التقرير السنوي لمؤسسة النقد`: the organisation inside a document's noun phrase."""
    head = document.words[document.token_at(speaker.span.start)].get("nominal_source")
    if head is None or head["document"] != "yes":
        return None
    near = before(mentions, speaker.span.end)
    inside = [m for m in near if m.kind is MentionKind.ORG and speaker.span.contains(m.span)]
    if inside:
        return inside[-1]
    first, last = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1) + 1
    if (maker := _maker(document, last, mentions)) is not None:
        return maker
    for key in document.keys[first + 1 : last]:
        bare = key[2:] if key.startswith(("ال", "لل")) else ""
        for mention in reversed(near) if bare else ():
            if mention.kind is MentionKind.ORG and _has_head(document, mention, bare):
                return mention
    return None


def _maker(document: Document, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who made a document, in its relative clause: `دراسة قام بها المعهد`, `الأرقام التي نشرتها الوزارة`."""
    at += document.keys[at : at + 1] != [] and document.keys[at] in RELATIVES
    if not (
        (at < len(document) and document.keys[at].endswith(("ها", "ه"))) or document.keys[at + 1 : at + 2] in (["بها"], ["به"])
    ):
        return None
    first = bisect_left(mentions, document.starts[at], key=lambda mention: mention.span.start)
    for mention in mentions[first : first + 2]:
        if mention.kind is MentionKind.ORG and document.token_at(mention.span.start) - at <= _MAKER_GAP:
            return None if is_media(document, mention) else mention
    return None


def is_media(document: Document, mention: Mention) -> bool:
    """Whether an organisation is a paper, an agency or a platform: it passes statements on and issues none."""
    first, last = document.token_at(mention.span.start), document.token_at(mention.span.end - 1) + 1
    head = document.keys[first].removeprefix("و").removeprefix("ل")
    agency = head == "وكالة" and bool({"انباء", "الانباء", "للانباء"}.intersection(document.keys[first:last]))
    return agency or head in _PAPERS or mention.name.of(document.text).removeprefix("و") in _MEDIA


def _is_body(document: Document, source: Mention) -> bool:
    """Whether a source is an organisation by name or by noun (`الجيش`), and no paper."""
    if source.form is MentionForm.NAME:
        return True
    head = document.words[document.token_at(source.span.start)].get("nominal_source")
    return head is not None and not head["document"] and not head["anonymous"]


def _issuer(document: Document, head: int, turns: list[Turn], mentions: Sequence[Mention]) -> Mention | None:
    """Who issued `البيان`: the last organisation that spoke, else the last one that stands beside such a document."""
    reports = document.keys[head].endswith(("تقرير", "تحقيق", "دراسة"))  # media write reports, and pass statements on
    if (stating := _stating(document, document.keys[head].removeprefix("ال"), turns)) is not None:
        return stating
    for turn in () if reports else reversed(turns[-LOOK_BACK:]):
        source = turn.source
        named = source is not None and source.kind is MentionKind.ORG and _is_body(document, source)
        if source is not None and named and not is_media(document, source):
            return source
    kind = document.keys[head].removeprefix("ال")
    last: Mention | None = None
    for mention in before(mentions, document.starts[head]):
        start = document.token_at(mention.span.start)
        if (
            mention.kind is MentionKind.ORG
            and (reports or not is_media(document, mention))
            and any(key.endswith(kind) for key in document.keys[max(start - 4, 0) : start])
        ):
            last = mention
    return last


def _stating(document: Document, kind: str, turns: list[Turn]) -> Mention | None:
    """Who last said something in such a document: `وقال المتحف في بيان إن`, then `البيان`."""
    for turn in reversed(turns[-LOOK_BACK:]):
        event, source = turn.event, turn.source
        if source is None or turn.reported or event.opener == "aside" or turn.resolution is Resolution.DOCUMENT:
            continue
        head = document.token_at(source.span.start)
        if document.keys[head].removeprefix("ال") == kind:
            continue
        stems = {
            document.keys[at].removesuffix("ها").removesuffix("هم").removesuffix("ه") for at in range(event.cue, event.content)
        }
        if kind in stems:
            return source
    return None


def _professional(document: Document, speaker: Mention, turns: list[Turn]) -> Mention | None:
    """`المحلل`, `نجم المنتخب السابق`: a profession without a name, behind the words of a person who has one: that person."""
    head, last_token = document.token_at(speaker.span.start), document.token_at(speaker.span.end - 1)
    title = document.words[head].get("title")
    definite = document.keys[head].startswith("ال")
    if title is not None and not definite and title.entry.form in _PLAYERS:
        definite = last_token > head and document.keys[head + 1].startswith("ال")  # `مدافع الهلال`
    if (
        title is None
        or not definite
        or title["type"] != "role"
        or title.number != "s"
        or title.entry.form.partition("|")[0] in _OFFICES
    ):
        return None
    last = next(
        (
            turn
            for turn in reversed(turns[-LOOK_BACK:])
            if turn.source is not None and not turn.reported and turn.event.opener != "aside"
        ),
        None,
    )
    source = last.source if last is not None else None
    if source is None or source.kind is not MentionKind.PER or source.form is not MentionForm.NAME:
        return None
    fits = not title.gender or not source.gender or title.gender == source.gender
    return source if fits and _shares_nation(document, speaker, source) else None

"""Whose words: sieves that find the source of a claim whose clause names none, from precise to bold; each signs its name.

After the ordered sieves of CoreNLP's quote attribution (Muzny et al. 2017), with Arabic's own evidence: the verb's gender and
number, the participle that shares its subject with the verb before it, continuation verbs, turn markers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.extractors.claims.event import Event
from arabnews.extractors.claims.noun_phrases import QUANTIFIERS, RELATIVES
from arabnews.extractors.claims.speakers import RELAYS
from arabnews.extractors.claims.subjects import RESUMPTIVE, Subjects
from arabnews.model import ClaimKind, Mention, MentionForm, MentionKind, Resolution

_REACH: Final = 6
"""Sentences back to which a dropped subject may look."""
_APPOSITION: Final = 14
_MAKER_GAP: Final = 3
_INSERTED: Final = 4
"""Words that may stand between those of a description: `محافظ (محافظة) عدن`."""
_LOOK_BACK: Final = 40
"""Claims back to which any reference may look."""
_MENTIONS_BACK: Final = 120
_PREPOSITIONS: Final = frozenset({"في", "من", "على", "الى", "عن", "مع", "بين", "لدى", "بعد", "قبل", "خلال", "عبر", "ضد", "حول"})
_PAN: Final = frozenset({"العربي", "العربية"})
_SPEAKERS: Final = frozenset({"المتحدث", "المتحدثة", "المصدر", "المسؤول", "المسؤولة", "المتكلم"})
"""Alone, these mean whoever spoke last."""
_MEDIA: Final = frozenset(
    {"تويتر", "فيسبوك", "فيس بوك", "إكس", "يوتيوب", "إنستغرام", "انستغرام", "تيك توك", "تيليغرام", "تلغرام", "واتساب", "سناب شات"}
    | {"رويترز", "فرانس برس", "أسوشيتد برس", "الأناضول", "CNN", "بي بي سي", "واس", "كونا", "سبوتنيك", "هسبريس"}
)
"""Platforms, and agencies that are known without their head noun."""
_PAPERS: Final = frozenset({"صحيفة", "جريدة", "مجلة", "قناة", "فضائية", "اذاعة", "موقع", "تلفزيون"})
_ANAPHORIC: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "المذكور"})


def _before(mentions: Sequence[Mention], offset: int) -> Sequence[Mention]:
    """The last mentions that begin before an offset: as far back as a reference may reach."""
    last = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    return mentions[max(last - _MENTIONS_BACK, 0) : last]


class Turn(NamedTuple):
    """A claim as the sieves see it: its event, its written speaker, its source so far."""

    event: Event
    speaker: Mention | None
    source: Mention | None
    resolution: Resolution
    gender: str
    number: str
    reported: bool
    """Whether the claim stands inside the content of another."""
    embedded: bool
    """Whether it stands in a relative clause with a subject of its own: `التي اعتبرها كثيرون`."""


def resolve(
    document: Document,
    events: Sequence[Event],
    speakers: Sequence[Mention | None],
    mentions: Sequence[Mention],
    contents: Sequence[tuple[int, int, ClaimKind] | None],
    subjects: Subjects,
) -> list[Turn]:
    """A source for each event, in text order, where one can be told; `contents` are the token ranges of what was said."""
    turns: list[Turn] = []
    source: Mention | None
    said = 0
    for event, speaker, content in zip(events, speakers, contents, strict=True):
        if speaker is not None:
            source, how = _written(document, event, speaker, turns, mentions)
        else:
            source, how = _dropped(document, event, turns, mentions, subjects)
        gender = _gender(event, source) if speaker is None else _evidence(event, speaker)
        embedded = (
            speaker is not None
            and document.keys[event.cue - 1] in RELATIVES
            and event.cue < document.token_at(speaker.span.start)
        )
        turns.append(Turn(event, speaker, source, how, gender, event.reading.number, event.cue < said, embedded))
        if content is not None and event.cue >= said:
            said = content[1]
    return turns


def _evidence(event: Event, speaker: Mention) -> str:
    """The grammatical gender that the verb shows for its written subject."""
    return event.reading.gender if event.reading.pos == "verb" and event.reading.number == "s" else speaker.gender


def _gender(event: Event, source: Mention | None) -> str:
    return event.reading.gender or (source.gender if source else "")


# ---- a speaker is written


def _written(
    document: Document, event: Event, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution]:
    """The speaker itself, or for a definite common noun (`الوزير`, `البيان`, `المصدر ذاته`) what it refers back to."""
    before = document.keys[document.token_at(speaker.span.start) - 1]
    relayed = event.reading.pos == "masdar" or RELAYS.get(event.reading.entry.form) == before
    if speaker.form is not MentionForm.NOMINAL:
        return speaker, Resolution.RELAYED if relayed else Resolution.EXPLICIT
    found = _coreferent(document, speaker, turns, mentions)
    if found is not None:
        return found
    definite = document.keys[document.token_at(speaker.span.start)].startswith("ال")
    other = _epithet(document, speaker, turns, event) if definite else None
    if other is None and not speaker.is_anonymous and " " in speaker.text and _is_definite_phrase(document, speaker):
        other = _only_person(speaker, turns)
    return other or speaker, Resolution.EXPLICIT


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


def _coreferent(
    document: Document, speaker: Mention, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    head = document.token_at(speaker.span.start)
    word = document.words[head]
    if (issuer := _issuer_of(document, speaker, mentions)) is not None:
        return issuer, Resolution.DOCUMENT
    if not word.key.startswith("ال"):
        described = _described(document, speaker, mentions)
        return None if described is None else (described, Resolution.EXPLICIT)
    bare = word.key[2:]
    for turn in reversed(turns[-_LOOK_BACK:]):
        if turn.source is not None and _has_head(document, turn.source, bare) and _shares_nation(document, speaker, turn.source):
            return turn.source, Resolution.EXPLICIT
    for mention in reversed(_before(mentions, speaker.span.start)):
        if _has_head(document, mention, bare) and _shares_nation(document, speaker, mention):
            return mention, Resolution.EXPLICIT
    source = word.get("nominal_source")
    if source is not None and source["document"] == "yes":
        issuer = _issuer(document, head, turns, mentions)
        if issuer is not None:
            return issuer, Resolution.DOCUMENT
    end = document.token_at(speaker.span.end - 1) + 2
    spoken = word.key in _SPEAKERS and end - head <= 2
    if spoken or any(key in _ANAPHORIC for key in document.keys[head + 1 : end]):
        last = next(
            (turn.source for turn in reversed(turns[-_LOOK_BACK:]) if turn.source is not None and not turn.reported), None
        )
        if last is not None:
            return last, Resolution.EXPLICIT
    bearer = _surnamed(document, word.key, _before(mentions, speaker.span.start))
    if bearer is None and word.get("title") is not None:
        bearer = _named_behind(document, bare, mentions, speaker.span.end)
    return None if bearer is None else (bearer, Resolution.EXPLICIT)


def _named_behind(document: Document, bare: str, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Cataphora: the one person whom the article gives the title later on."""
    first = bisect_left(mentions, offset, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + _MENTIONS_BACK]:
        if mention.kind is MentionKind.PER and mention.title is not None and _has_head(document, mention, bare):
            return mention
    return None


def refer(document: Document, source: Mention, position: int, turns: Sequence[Turn], mentions: Sequence[Mention]) -> Mention:
    """Who is meant by a source phrase of an attribution at a token: `بحسب البيان`, `وفق بلاغ للوزارة`."""
    if source.form is not MentionForm.NOMINAL:
        return source
    before = list(turns[: bisect_left(turns, position, key=lambda turn: turn.event.cue)])
    found = _coreferent(document, source, before, mentions)
    return source if found is None else found[0]


def _epithet(document: Document, speaker: Mention, turns: list[Turn], event: Event) -> Mention | None:
    """`الناقلة الوطنية` for the airline that has just spoken: a definite noun of its gender that no table knows as a source."""
    word = document.words[document.token_at(speaker.span.start)]
    if word.tags & {"nominal_source", "org_head", "title", "nationality"} or word.key.endswith(("ون", "ين", "ات")):
        return None
    last = next((turn for turn in reversed(turns[-_LOOK_BACK:]) if turn.source is not None and not turn.reported), None)
    if last is None or last.source is None or last.source.kind is not MentionKind.ORG or last.source.form is not MentionForm.NAME:
        return None
    return last.source if event.reading.gender == last.gender == "f" else None


def _only_person(speaker: Mention, turns: list[Turn]) -> Mention | None:
    """A role without a name, where one person alone has spoken, more than once: that person."""
    sources = [turn.source for turn in turns[-_LOOK_BACK:] if turn.source is not None and not turn.reported]
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
        for mention in _before(mentions, speaker.span.start)
        if mention.kind is MentionKind.PER and mention.form is MentionForm.NAME
    ]
    names = [document.token_at(mention.name.start) for mention in people]
    for mention, name in zip(reversed(people), reversed(names), strict=True):
        begin, end = document.sentence_bounds(name)
        if _has_head(document, mention, words[0]):
            near = document.keys[max(begin, name - _APPOSITION) : min(end, name + _APPOSITION, first)]
            if set(words) <= {key.removeprefix("ال") for key in near}:
                return mention  # `المخرج فلان ... مسلسل «النهر»`, then `مخرج «النهر»`
        for at in range(max(begin, name - _APPOSITION), min(end, name + _APPOSITION, first) - len(words) + 1):
            stems = iter(key.removeprefix("ال") for key in document.keys[at : at + len(words) + _INSERTED])
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
    heads = [at for at in range(start, max(end, start + 1)) if document.keys[at].removeprefix("ال") == bare]
    return bool(heads) and (mention.kind is not MentionKind.PER or any("org_head" not in document.words[at].tags for at in heads))


def _shares_nation(document: Document, speaker: Mention, mention: Mention) -> bool:
    """Whether what a role's nationality says is said of the other too: `الرئيس التركي` is not `الرئيس المصري فلان`."""
    nations = _nations(document, speaker)
    return not nations or nations <= _nations(document, mention)


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
    near = _before(mentions, speaker.span.end)
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
            return None if _is_media(document, mention) else mention
    return None


def _is_media(document: Document, mention: Mention) -> bool:
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
    for turn in () if reports else reversed(turns[-_LOOK_BACK:]):
        source = turn.source
        named = source is not None and source.kind is MentionKind.ORG and _is_body(document, source)
        if source is not None and named and not _is_media(document, source):
            return source
    kind = document.keys[head].removeprefix("ال")
    last: Mention | None = None
    for mention in _before(mentions, document.starts[head]):
        start = document.token_at(mention.span.start)
        if (
            mention.kind is MentionKind.ORG
            and (reports or not _is_media(document, mention))
            and any(key.endswith(kind) for key in document.keys[max(start - 4, 0) : start])
        ):
            last = mention
    return last


# ---- no speaker is written


def _dropped(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> tuple[Mention | None, Resolution]:
    if event.reading.pos == "participle":
        found = _participle(document, event, turns, mentions)
        if found is not None:
            return found
    if event.reading.pos == "masdar":
        relayed = _relayed(document, event, mentions)
        if relayed is not None:
            return relayed, Resolution.RELAYED
    issued = _issuing_subject(document, event, mentions) if document.keys[event.cue + 1] in RESUMPTIVE else None
    if issued is not None:
        return issued, Resolution.SUBJECT
    if (opening := _opening_subject(document, event, turns, mentions, subjects)) is not None:
        return opening, Resolution.SUBJECT
    return _previous(document, event, turns) or _topic(document, event, turns, mentions) or (None, Resolution.NONE)


def _opening_subject(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> Mention | None:
    """The subject that opens the verb's own sentence, or the one before it, where nobody has spoken since.

    `وخرج رئيس الوزراء ببيان أدان فيه الهجوم، وقال`, `لكن الوزير زار الميناء. وقال`.
    """
    if event.reading.number != "s" or event.reading.pos != "verb":
        return None
    sentence = document.sentence_at(event.cue)
    spoken = document.sentence_at(turns[-1].event.cue) if turns else -1
    for number in (sentence, sentence - 1):
        if (
            number < 0
            or number <= spoken
            or document.paragraph_at(event.cue) != document.paragraph_at(document.sentences[number][0])
        ):
            return None
        found = subjects.opening(number, event.cue)
        if found is None:
            continue
        gender = found.gender or ("m" if found.title is None else "")
        if event.reading.gender and gender and gender != event.reading.gender:
            return None
        if found.form is MentionForm.NOMINAL:
            referred = _coreferent(document, found, turns, mentions)
            return referred[0] if referred is not None else None
        return found
    return None


def _issuing_subject(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`وكان فلان قد أصدر بيانا قال فيه`: the first person or organisation of the sentence that agrees."""
    first = document.sentence_bounds(event.cue)[0]
    for mention in _before(mentions, document.starts[event.cue]):
        at = document.token_at(mention.span.start)
        governed = at > 0 and (document.keys[at - 1] in _PREPOSITIONS or _is_governed(document, at))
        fits = not mention.gender or not event.reading.gender or mention.gender == event.reading.gender
        if at >= first and mention.kind in (MentionKind.PER, MentionKind.ORG) and fits and not governed:
            return mention
    return None


def _is_governed(document: Document, at: int) -> bool:
    """Whether a preposition is written in one with the word."""
    readings = document.words[at].readings
    return bool(readings) and all(r.proclitics[-1:] in ("ب", "ل", "ك") and r.proclitics for r in readings)


def _subject(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """The first person or organisation of the participle's own sentence, if it is in no prepositional phrase and agrees."""
    first = document.sentence_bounds(event.cue)[0]
    for mention in _before(mentions, document.starts[event.cue]):
        at = document.token_at(mention.span.start)
        if at < first:
            continue
        if at > first + 3 or (event.reading.number == "p" and mention.kind is MentionKind.PER):
            return None
        if mention.kind not in (MentionKind.PER, MentionKind.ORG) or document.keys[at - 1] in _PREPOSITIONS:
            return None
        fits = not mention.gender or not event.reading.gender or mention.gender == event.reading.gender
        return mention if fits and not _is_governed(document, at) else None
    return None


def _participle(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    """The subject of the verb before it in the same sentence, whose gender it shares."""
    sentence = document.sentence_at(event.cue)
    for turn in reversed(turns[-_LOOK_BACK:]):
        distance = sentence - document.sentence_at(turn.event.cue)
        if distance > 0 and (subject := _subject(document, event, mentions)) is not None:
            return subject, Resolution.SUBJECT
        if distance > 1:
            return None
        if turn.reported and distance > 0:
            continue
        if turn.source is not None and _agrees(event, turn):
            return turn.source, Resolution.PARTICIPLE
    return None


def _agrees(event: Event, turn: Turn) -> bool:
    """Whether a verb or participle can have the source of an earlier claim for its subject."""
    gender, number = event.reading.gender, event.reading.number
    if number == "s" and turn.source is not None and turn.source.text.removeprefix("ال").split()[0] in QUANTIFIERS:
        return False  # nobody is `he` after `كثيرون`
    if number == "p" and turn.number != "p" and turn.source is not None and turn.source.number not in ("p", ""):
        return event.reading.pos == "participle" and event.reading.case != "obl"
    return not gender or not turn.gender or gender == turn.gender


def _previous(document: Document, event: Event, turns: list[Turn]) -> tuple[Mention, Resolution] | None:
    """The nearest earlier source that agrees: continuation verbs go on with it, other verbs most often do."""
    sentence = document.sentence_at(event.cue)
    continues = event.reading["continuation"] == "yes"
    for turn in reversed(turns[-_LOOK_BACK:]):
        if sentence - document.sentence_at(turn.event.cue) > _REACH:
            return None
        if turn.source is not None and not (turn.reported or turn.embedded) and _agrees(event, turn):
            return turn.source, Resolution.CONTINUATION if continues else Resolution.PRO_DROP
    return None


def _relayed(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
    before = [m for m in _before(mentions, document.starts[event.cue]) if document.token_at(m.span.end - 1) < event.cue]
    if not before:
        return None
    last = before[-1]
    near = event.cue - document.token_at(last.span.end - 1) <= 3
    return last if near else None


def _topic(document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]) -> tuple[Mention, Resolution] | None:
    """With nobody quoted before: the last person or organisation named as a subject in the sentences before."""
    if any(turn.source is not None for turn in turns[-_LOOK_BACK:]):
        return None
    sentence = document.sentence_at(event.cue)
    feminine = event.reading.gender == "f"
    candidates = [
        m for m in _before(mentions, document.starts[event.cue])
        if sentence - document.sentence_at(document.token_at(m.span.start)) <= 2
    ]  # fmt: skip
    for mention in reversed(candidates):
        if mention.kind is MentionKind.PER and mention.gender != ("m" if feminine else "f") and not feminine:
            return mention, Resolution.SUBJECT
        if mention.kind is MentionKind.ORG and feminine and not _is_media(document, mention):
            return mention, Resolution.SUBJECT
    return None

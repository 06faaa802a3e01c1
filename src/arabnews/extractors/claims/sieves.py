"""Whose words: sieves that find the source of a claim whose clause names none, from precise to bold; each signs its name.

After the ordered sieves of CoreNLP's quote attribution (Muzny et al. 2017), with Arabic's own evidence: the verb's gender and
number, the participle that shares its subject with the verb before it, continuation verbs, turn markers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.enums import (
    DIRECT,
    EXPLICIT,
    LOC,
    MIXED,
    NAME,
    NOMINAL,
    ORG,
    PARTICIPLE,
    PER,
    PRONOUN,
    RELAYED,
    SUBJECT,
    UNRESOLVED,
)
from arabnews.extractors.claims.attributions import Attribution
from arabnews.extractors.claims.coreference import coreferent, described, refer, written
from arabnews.extractors.claims.event import SAYINGS, Event
from arabnews.extractors.claims.extents import RELATIVES
from arabnews.extractors.claims.issuers import is_media
from arabnews.extractors.claims.narratives import (
    PREPOSITIONS,
    has_own_subject,
    heroine,
    inner_topic,
    is_governed,
    is_of_another,
    named_last,
    stands_first,
)
from arabnews.extractors.claims.plurals import plural, plural_before
from arabnews.extractors.claims.positions import WHATS
from arabnews.extractors.claims.relatives import JOINING, LEGAL, is_law, is_resumptive, law, relative
from arabnews.extractors.claims.senders import ascribed, sender
from arabnews.extractors.claims.speakers import RELAYS, Speakers
from arabnews.extractors.claims.subjects import Subjects
from arabnews.extractors.claims.turns import (
    LATEST,
    STARTS,
    Turn,
    agrees,
    before,
    between,
    goes_on,
    goes_on_with,
    last_turn,
    previous,
)
from arabnews.model import ClaimKind, Mention, Resolution
from arabnews.text.tokens import MARK

_RELAYING: Final = frozenset(RELAYS.values())
_LOOSE: Final = frozenset({Resolution.NONE, Resolution.PRO_DROP, Resolution.CONTINUATION})
_WHEN: Final = frozenset({"الوقت", "الحين"})
"""With a relative pronoun they mean "while": `في الوقت الذي توقعت فيه الشركة`."""


def resolve(
    document: Document,
    events: Sequence[Event],
    speakers: Sequence[Mention | None],
    mentions: Sequence[Mention],
    contents: Sequence[tuple[int, int, ClaimKind] | None],
    known: Speakers,
    attributed: Sequence[Attribution] = (),
) -> tuple[list[Turn], list[Turn]]:
    """A source for each event, in text order, where one can be told; and the same with the attributions among them.

    Args:
        document: the document.
        events: the events.
        speakers: the speaker as written of each event.
        mentions: the mentions, and the speakers that are names.
        contents: the token ranges of what was said.
        known: who read the speakers, and knows which cues are in the first person, and whose subject is doubtful.
        attributed: prepositional attributions, whose sources may be referred back to (`وفق المصدر ذاته`).
    """
    subjects = known.subjects
    own: list[Turn] = []
    turns: list[Turn] = []
    beside = sorted([found for found in attributed if found.source is not None], key=lambda found: found.hit.first, reverse=True)
    source: Mention | None
    said = since = 0
    around: list[tuple[int, Mention, ClaimKind]] = []
    for event, speaker, content in zip(events, speakers, contents, strict=True):
        cue, reading = event.cue, event.reading
        while beside and beside[-1].hit.first < cue:
            turns.append(_aside(document, beside.pop(), turns, mentions))
        while around and around[-1][0] <= cue:
            around.pop()
        own_words = speaker is None and cue in known.own
        if speaker is not None:
            source, how = written(document, event, speaker, turns, mentions)
        elif own_words:
            source = around[-1][1] if around else None
            how = PRONOUN if source is not None else UNRESOLVED
        else:
            source, how = _dropped(document, event, turns, mentions, subjects, said)
            if source is None and (speaker := known.doubtful.get(cue)) is not None:
                source, how = written(document, event, speaker, turns, mentions)
            if around and how in _LOOSE and _may_be_first_person(document, event, around[-1][2]):
                source, how = around[-1][1], PRONOUN  # `قال: «لاحظت أن»`
        gender = _shown_gender(document, event, speaker, source, subjects)
        embedded = document.padded_keys[cue - 1] in RELATIVES and _is_embedded(document, event, speaker)
        relayed = cue < since and document.keys[cue] in SAYINGS  # `نقل البيان عن مصدر قوله`
        turn = Turn(event, speaker, source, how, gender, reading.number, cue < said and not relayed, embedded, own_words)
        turns.append(turn)
        own.append(turn)
        if content is not None:
            first, end, kind = content
            if source is not None:
                around.append((end, source, kind))
            if cue >= said:
                since, said = first, end
    while beside:
        turns.append(_aside(document, beside.pop(), turns, mentions))
    return own, turns


def _is_embedded(document: Document, event: Event, speaker: Mention | None) -> bool:
    """Whether a verb behind a relative pronoun has a subject of its own behind it: `التي اعتبرها كثيرون`."""
    if speaker is None or document.padded_keys[event.cue - 2] in _WHEN:
        return False
    return event.cue < document.token_at(speaker.span.start)


def _may_be_first_person(document: Document, event: Event, kind: ClaimKind) -> bool:
    """A perfect that ends in ت, with which direct speech or a sentence in it begins: as well `لاحظتُ` as `لاحظَت`."""
    reading, before = event.reading, document.words[event.cue - 1]
    past = reading.pos == "verb" and reading.tense == "perfect" and reading.gender == "f" and reading.number == "s"
    opens = before.kind is MARK and before.key not in "،,؛)" and not reading.proclitics
    return past and opens and kind in (DIRECT, MIXED) and document.keys[event.cue].endswith("ت")


def _aside(document: Document, found: Attribution, turns: list[Turn], mentions: Sequence[Mention]) -> Turn:
    """The turn of a prepositional attribution: it can be referred back to, but no verb goes on with it."""
    at = found.hit.first
    source = found.source and refer(document, found.source, at, turns, mentions)
    event = Event(at, found.hit.reading, "aside", found.hit.end, found.hit.end)
    last = last_turn(turns)
    alone = last is None or document.sentence_at(last.event.cue) != document.sentence_at(at)
    person = source is not None and (source.kind is PER or source.is_anonymous) and alone
    return Turn(event, found.source, source, EXPLICIT, source.gender if source else "", "s", False, not person)


def _shown_gender(document: Document, event: Event, speaker: Mention | None, source: Mention | None, subjects: Subjects) -> str:
    """The grammatical gender that the verb shows for its written subject; for a body behind a verbal noun, its head word's."""
    reading = event.reading
    if speaker is None:
        return reading.gender or (source.gender if source else "")
    if "doc" in reading.frame or reading.entry.form in RELAYS:
        head = document.token_at(speaker.span.start)
        before = document.padded_keys[head - 1]
        inside = before == "في" and "doc" in reading.frame  # `وجاء في المقدمة`
        if inside or (before in _RELAYING and reading.entry.form in RELAYS):
            return speaker.gender or subjects.phrases.gender_at(head)  # `ونقلت الصحيفة عن تقرير`
    if reading.pos == "verb" and reading.number == "s":
        return reading.gender
    if speaker.gender or speaker.kind is not ORG:
        return speaker.gender
    head = document.token_at(speaker.span.start)
    return subjects.phrases.gender_at(head) if "org_head" in document.words[head].tags else ""


def _dropped(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects, said: int
) -> tuple[Mention | None, Resolution]:
    reading, pos, preceding = event.reading, event.reading.pos, document.padded_keys[event.cue - 1]
    if preceding in JOINING:
        told, antecedent = relative(subjects.phrases, event)
        if told:
            whom = described(document, antecedent, turns, mentions) if antecedent is not None else None
            return whom, SUBJECT if whom is not None else UNRESOLVED
    if reading.entry.form in LEGAL:
        last = previous(document, event, turns)
        if last is not None and is_law(document, last[0]):
            return last
        named = law(subjects.phrases, event)
        return named, SUBJECT if named is not None else UNRESOLVED
    resumptive = is_resumptive(document, event.cue + 1)
    attached = not reading.proclitics or reading.entry.form == "جاء"
    if resumptive and attached and (sent := sender(subjects.phrases, event)) is not None:
        return described(document, sent, turns, mentions), SUBJECT
    if pos != "masdar" and reading.number in ("d", "p"):
        return _several(document, event, turns, subjects, said)
    if document.padded_keys[event.cue + 1] == "هؤلاء" and (these := _these(subjects, event, turns)) is not None:
        return these, PRONOUN
    if pos != "masdar" and (agent := subjects.of_clause(event, said)) is not None:
        return described(document, agent, turns, mentions), SUBJECT
    if pos == "participle":
        shared = _participle(document, event, turns, mentions, subjects)
        if shared is not None:
            return shared
    if pos == "masdar" and (found := _of_masdar(document, event, turns, mentions, subjects)) is not None:
        return found
    if resumptive:
        if (spoken := _same_sentence(document, event, turns)) is not None:
            return spoken, SUBJECT
        issued = subjects.issuing(event)
        issued = (
            described(document, issued, turns, mentions) if issued is not None else _issuing_subject(document, event, mentions)
        )
        if issued is not None:
            return issued, SUBJECT
    if preceding in WHATS and (caller := _caller(document, event, turns, mentions, subjects)) is not None:
        return caller, SUBJECT
    if (opening := _opening_subject(document, event, turns, mentions, subjects)) is not None:
        return opening, SUBJECT
    if not resumptive and has_own_subject(document, event, subjects.phrases):
        return None, UNRESOLVED
    if (narrated := _told_of(document, event, turns, subjects, said)) is not None:
        return described(document, narrated, turns, mentions), SUBJECT
    return previous(document, event, turns) or named_last(document, event, turns, mentions) or (None, UNRESOLVED)


def _told_of(document: Document, event: Event, turns: list[Turn], subjects: Subjects, said: int) -> Mention | None:
    """Whom the article or somebody's words told of before the verb, where who spoke last cannot be its subject."""
    if event.reading.pos == "masdar" or not event.reading.gender:
        return None
    last = last_turn(turns, reported=False)
    inside = last is not None and last.event.cue >= document.sentence_bounds[event.cue][0]
    if inside and last is not None and not agrees(event, last):
        return inner_topic(subjects.phrases, event, last.event.content)
    if event.reading.gender != "f" or event.cue < said:
        return None
    turn = goes_on_with(document, event, turns)
    found = heroine(subjects.phrases, event, max(said, turn.event.cue if turn is not None else 0))
    if found is not None and turn is not None and turn.source is not None and _is_same_head(document, found, turn.source):
        return turn.source  # `اللجنة الوطنية للنقل`, then `وكانت اللجنة`
    return found


def _is_same_head(document: Document, one: Mention, other: Mention) -> bool:
    return document.keys[document.token_at(one.span.start)] == document.keys[document.token_at(other.span.start)]


def _these(subjects: Subjects, event: Event, turns: list[Turn]) -> Mention | None:
    """`وأكد هؤلاء أن`: the several people who spoke last, or of whom the text last told."""
    several = (turn.source for turn in turns[LATEST] if turn.source is not None and turn.source.number == "p")
    return next(several, None) or plural(subjects.phrases, event, "p")


def _several(
    document: Document, event: Event, turns: list[Turn], subjects: Subjects, said: int
) -> tuple[Mention | None, Resolution]:
    """Whose a verb or participle in the plural or dual is: who speaks in its sentence, a plural there, or in the one before."""
    turn, sentence = goes_on_with(document, event, turns), document.sentence_at(event.cue)
    last = None if turn is None or turn.source is None else (turn.source, goes_on(event))
    at = document.sentence_at(turn.event.cue) if turn is not None else -1
    if last is not None and at == sentence and event.cue >= said:
        return last
    found = plural(subjects.phrases, event, since=0 if event.cue < said else said)
    if found is None and at < sentence - 1 and event.reading.number == "p":
        found = plural_before(subjects.phrases, event)
    if found is not None:
        return found, SUBJECT
    if last is None and event.reading.pos == "participle" and (many := _many_in_one(document, turns, sentence)) is not None:
        last = many, PARTICIPLE
    return last or (None, UNRESOLVED)


def _many_in_one(document: Document, turns: list[Turn], sentence: int) -> Mention | None:
    """Who spoke last in a sentence, if a singular names several: `عبرت الأسرة عن شكرها، داعين`, `عبر فلان وأفراد أسرته`."""
    turn = last_turn(turns, reported=False)
    if turn is None or turn.speaker is None or document.sentence_at(turn.event.cue) != sentence:
        return None
    joined = document.padded_keys[document.token_at(turn.speaker.span.end - 1) + 1].startswith("و")
    return turn.source if joined or turn.speaker.kind is ORG else None


def _of_masdar(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> tuple[Mention | None, Resolution] | None:
    """Whose a verbal noun of saying is; None where its form tells nothing."""
    if event.reading.proclitics.endswith("ب"):
        return _own_words(document, event, turns, mentions)
    if document.keys[event.cue].endswith("هم"):
        several = plural(subjects.phrases, event, "p")  # `أخطأ المستثمرون في توقعهم أن`
        return several, SUBJECT if several is not None else UNRESOLVED
    relayed = _relayed(document, event, mentions)
    return (relayed, RELAYED) if relayed is not None else None


def _caller(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> Mention | None:
    """`وأجرت تونس ما وصفته بأكبر مناورة`: who calls a thing something is the subject of the sentence, or who speaks in it."""
    if not document.keys[event.cue].endswith(("ه", "ها")):
        return None
    gender, sentence = event.reading.gender, document.sentence_at(event.cue)
    for turn in turns[LATEST]:
        if document.sentence_at(turn.event.cue) != sentence:
            break
        if turn.event.opener != "aside" and turn.source is not None and turn.gender in ("", gender):
            return turn.source
    found = subjects.opening(sentence, event.cue)
    if found is None or found.gender not in ("", gender):
        found = _first_named(document, document.sentences[sentence][0], event.cue, mentions, gender)
    return found and described(document, found, turns, mentions)


def _first_named(document: Document, first: int, end: int, mentions: Sequence[Mention], gender: str) -> Mention | None:
    """The name nearest to a sentence's start that a verb of the gender may have for its subject."""
    start, stop = document.starts[first], document.starts[end]
    for number in range(bisect_left(mentions, start, key=STARTS), len(mentions)):
        mention = mentions[number]
        if mention.span.start >= stop:
            return None
        able = mention.kind in (PER, ORG) or (mention.kind is LOC and gender == "f")
        if able and mention.form is NAME and mention.gender in ("", gender):
            return mention
    return None


def _opening_subject(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> Mention | None:
    """The subject that opens the verb's own sentence, or the one before it, where nobody has spoken since.

    `وخرج رئيس الوزراء ببيان أدان فيه الهجوم، وقال`, `لكن الوزير زار الميناء. وقال`.
    """
    if event.reading.number != "s" or event.reading.pos != "verb":
        return None
    last = last_turn(turns)
    if last is not None and last.event.cue >= document.sentence_bounds[event.cue][0]:
        return None
    sentence, paragraph = document.sentence_at(event.cue), document.paragraph_at(event.cue)
    spoken = document.sentence_at(last.event.cue) if last is not None else -1
    for number in (sentence, sentence - 1):
        if number < 0 or number <= spoken or paragraph != document.paragraph_at(document.sentences[number][0]):
            return None
        found = (subjects.inner(event.cue) if number == sentence else None) or subjects.opening(number, event.cue)
        if found is None:
            continue
        gender = found.gender or _shown(document, found)
        if event.reading.gender and gender and gender != event.reading.gender:
            return None
        return described(document, found, turns, mentions)
    return None


def _shown(document: Document, found: Mention) -> str:
    """The gender that the verb before a name shows: `وأعادت | سلمى`; without one, a person is most often a man."""
    key = document.padded_keys[document.token_at(found.span.start) - 1]
    if key.endswith("ت") and not key.endswith("ات"):
        return "f"
    return "m" if found.kind is PER and found.title is None else ""


def _same_sentence(document: Document, event: Event, turns: list[Turn]) -> Mention | None:
    """`وأعلنت الوزارة أنها بعثت برسالة وصفت فيها`: who speaks in the sentence, whom the content's pronoun stands for."""
    if not turns or turns[-1].source is None or document.sentence_at(turns[-1].event.cue) != document.sentence_at(event.cue):
        return None
    opener = document.keys[turns[-1].event.content - 1]
    own = opener.endswith(("انه", "انها")) and document.keys[event.cue - 1] not in RELATIVES
    return turns[-1].source if own and agrees(event, turns[-1]) else None


def _issuing_subject(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`وكان فلان قد أصدر بيانا قال فيه`: the first person or organisation of the sentence that agrees."""
    first = document.sentence_bounds[event.cue][0]
    if (named := ascribed(document, event, mentions)) is not None:
        return named
    for mention in between(document, mentions, first, event.cue):
        at = document.token_at(mention.span.start)
        governed = at > 0 and (document.keys[at - 1] in PREPOSITIONS or is_governed(document, at) or _is_whose(document, mention))
        fits = not mention.gender or not event.reading.gender or mention.gender == event.reading.gender
        speaks = mention.kind is PER or (mention.kind is ORG and not is_media(document, mention))
        if speaks and fits and not governed:
            return mention
    return None


def _is_whose(document: Document, mention: Mention) -> bool:
    """Whether a body is the one in which somebody holds a role: `زعيم "حزب الشعب"`."""
    mark = document.token_at(mention.span.start) - 1
    marked = mark > 0 and "quote" in document.words[mark].tags
    return marked and mention.kind is ORG and "title" in document.words[mark - 1].tags


def _subject(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """The first person or organisation of the participle's own sentence, if it is in no prepositional phrase and agrees."""
    first = document.sentence_bounds[event.cue][0]
    for mention in between(document, mentions, first, event.cue):
        at = document.token_at(mention.span.start)
        if at > first + 3 or (event.reading.number == "p" and mention.kind is PER):
            return None
        if mention.kind not in (PER, ORG) or document.keys[at - 1] in PREPOSITIONS:
            return None
        fits = not mention.gender or not event.reading.gender or mention.gender == event.reading.gender
        return mention if fits and not is_governed(document, at) else None
    return None


def _participle(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention], subjects: Subjects
) -> tuple[Mention, Resolution] | None:
    """The subject of the verb before it in the same sentence, whose gender it shares."""
    if event.reading.number == "s" and (named := ascribed(document, event, mentions)) is not None:
        return named, SUBJECT
    sentence = document.sentence_at(event.cue)
    first, earlier = document.sentences[sentence][0], document.sentences[max(sentence - 1, 0)][0]
    spoken = document.sentence_at(turns[-1].event.cue) if turns else -1
    unspoken = sentence != spoken and event.reading.number == "s"
    opening = (subjects.opening(sentence, event.cue) or subjects.inner(event.cue)) if unspoken else None
    if opening is not None:
        found = coreferent(document, opening, turns, mentions) if opening.form is NOMINAL else None
        if not event.reading.gender or opening.gender in ("", event.reading.gender):
            return found[0] if found is not None else opening, SUBJECT
    for turn in turns[LATEST]:
        before_it = turn.event.cue < first
        if before_it and (subject := _subject(document, event, mentions)) is not None:
            return subject, SUBJECT
        if turn.event.cue < earlier:
            return None
        if turn.source is None or (turn.reported and before_it):
            continue
        if turn.event.reading.pos == "masdar" and _is_object(turns, turn, document):
            continue
        if turn.event.opener == "aside" and _speaks_beside(turns, turn, document):
            continue
        if agrees(event, turn):
            return turn.source, PARTICIPLE
    return None


def _is_object(turns: list[Turn], act: Turn, document: Document) -> bool:
    """`استهجن المحافظ مزاعم خصومه, مؤكدا`: a noun of saying that the verb before it in the sentence has for its object."""
    first = document.sentence_bounds[act.event.cue][0]
    governing = (turn for turn in turns[LATEST] if first <= turn.event.cue < act.event.cue)
    return any(turn.event.reading.pos == "verb" and turn.event.content == act.event.cue for turn in governing)


def _speaks_beside(turns: list[Turn], aside: Turn, document: Document) -> bool:
    """`وشدد الوزير، بحسب الوكالة، على ذلك، قائلا`: whether somebody speaks in the sentence in which an outlet is named."""
    if not document.keys[aside.event.cue].startswith(("بحسب", "حسب", "وفق")):
        return False  # `عن بيان للهيئة`: she goes on
    first, end = document.sentence_bounds[aside.event.cue]
    return any(first <= turn.event.cue < end and turn.event.opener != "aside" and turn.source for turn in turns[LATEST])


def _own_words(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention | None, Resolution]:
    """`استهلتها فلانة بقولها`: who stands just before; whom the sentence begins with; who spoke last."""
    for mention in before(mentions, document.starts[event.cue])[-1:]:
        at = document.token_at(mention.span.start)
        near = document.token_at(mention.span.end - 1) == event.cue - 1
        governed = document.keys[at].startswith(("لل", "بال")) or is_governed(document, at)
        free = document.padded_keys[at - 1] not in PREPOSITIONS and not governed
        if near and free and mention.kind in (PER, ORG):
            return mention, SUBJECT
    first, key = document.sentence_bounds[event.cue][0], document.keys[event.cue]
    gender = "f" if key.endswith("ها") else "m" if key.endswith("ه") else ""
    named = _first_named(document, first, event.cue, mentions, gender) if gender else None
    if named is not None and stands_first(document, named) and not is_of_another(document, named):
        return named, SUBJECT
    return previous(document, event, turns) or (None, UNRESOLVED)


def _relayed(document: Document, event: Event, mentions: Sequence[Mention]) -> Mention | None:
    """`نقلت الوكالة عن فلان قوله إن`: who stands behind `عن`."""
    told = (m for m in reversed(before(mentions, document.starts[event.cue])) if document.token_at(m.span.end - 1) < event.cue)
    if (last := next(told, None)) is None:
        return None
    near = event.cue - document.token_at(last.span.end - 1) <= 3
    return last if near else None

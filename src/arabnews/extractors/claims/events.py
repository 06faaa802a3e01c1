"""Reporting events: a cue with what opens its content, or with a nominal complement.

Arabic news puts the verb first and the clause last (VSO); up to 25 tokens of subject, apposition and adjuncts may stand between
cue and opener. Homographs (`بين`, `عبر`, `ذكر`, `دون`) are cues only with their frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.lexicon.entries import Reading, bare
from arabnews.model import Mention, MentionForm, MentionKind, Quote
from arabnews.spans import Span, SpanIndex
from arabnews.text.tokens import Kind

WINDOW: Final = 28
"""Tokens from cue to opener; 25 cover all but a few of the gaps that were measured."""

_COLON_WINDOW: Final = 20

COMPLEMENTISERS: Final = frozenset(
    {
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهما",
        "انهن",
        "اننا",
        "انني",
        "اني",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "باننا",
        "بانهما",
        "فان",
        "فانه",
        "فانها",
        "وان",
    }
)
SAYINGS: Final = frozenset({"قوله", "قولها", "قولهم", "تاكيده", "تاكيدها"})
"""Verbal nouns with the speaker's pronoun, behind his name: `عن فلان قوله`."""
_NEGATIONS: Final = frozenset({"لم", "لا", "لن", "ما", "لما", "ولم", "ولا", "ولن", "فلم", "غير", "دون", "بدون"})
_DOUBLE: Final = frozenset({"قائلا", "قائلة", "قائلين", "بالقول", "بقوله", "بقولها", "بقولهم"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللواتي", "اللاتي"})
_SUBJUNCTIVE: Final = frozenset({"ان", "لن", "كي", "لكي", "حتى", "هل", "لا", "لم", "الا", "ربما", "سوف", "قد", "وان"})
"""Before an imperfect: what is not said, not yet said, or only wished to be said."""
_DEMONSTRATIVES: Final = frozenset({"هذا", "وهذا", "هذه", "وهذه", "ذلك", "وذلك", "فهذا", "فذلك", "مما", "بما", "وما", "ماذا"})
"""Subjects that say nothing: `وهذا يؤكد أن`."""
_TANWIN: Final = ("\u064b", "\u064d", "\u064bا")
_GENERIC_SUBJECTS: Final = frozenset({"من", "ممن", "لمن", "للذين"})
_CONCESSIVES: Final = frozenset(
    {"بعد", "قبل", "منذ", "دون", "الا", "غير", "رغم", "حتى", "لو", "ولو", "كما", "مع", "ويكفي", "يكفي", "حيث"}
)
"""Words that govern a clause of their own: their `أن` opens nobody's words."""
_LISTING: Final = frozenset(
    {"منها", "بينها", "ابرزها", "اهمها", "وهي", "وهم", "هي", "هم", "التالية", "الاتية", "التالي", "منهم", "مثل"}
)
_CONJUNCTIONS: Final = frozenset(
    {"كما", "فيما", "وفيما", "بينما", "وبينما", "اذ", "حيث", "لكن", "ولكن", "ثم", "قد", "وقد", "فقد", "كذلك"}
)
_NAME_LINKS: Final = frozenset({"بن", "ابن", "بنت", "ابو", "ام", "ال"})
_PREPOSITIONS: Final = {"الى": "إلى", "الي": "إلى", "على": "على", "عن": "عن", "من": "من", "في": "في"}


class Event(NamedTuple):
    """A cue found: its token, its reading, what opens the content, and where the content can start."""

    cue: int
    reading: Reading
    opener: str
    """clause, colon, quote, or the frame of a nominal content (ب إلى على عن من في obj)."""
    gap_end: int
    """First token after what stands between cue and opener (speaker, adjuncts)."""
    content: int
    """First token of the content."""

    @property
    def is_nominal(self) -> bool:
        """Whether the complement is a noun phrase."""
        return self.opener not in ("clause", "colon", "quote")


class Quotes:
    """Statements and other quotations by the token of their opening mark."""

    def __init__(self, document: Document, quotes: Sequence[Quote]) -> None:
        self.at: dict[int, Quote] = {document.token_at(quote.outer.start): quote for quote in quotes}
        self.by_content: dict[int, Quote] = {document.token_at(quote.span.start): quote for quote in quotes}
        self.statements = SpanIndex(quote for quote in quotes if quote.is_statement)

    def around(self, document: Document, position: int) -> int | None:
        """The closing mark of the statement that a token stands in, if it stands in one."""
        start = document.starts[position]
        for quote in self.statements.overlapping(Span(start, start + 1)):
            return document.token_at(quote.span.end - 1) + 1
        return None

    def statement_at(self, position: int) -> Quote | None:
        """The statement whose opening mark is the token."""
        quote = self.at.get(position)
        return quote if quote is not None and quote.is_statement else None


def events(document: Document, quotes: Quotes, mentions: Mapping[int, Mention], dated: Set[int]) -> list[Event]:
    """Every reporting event, in text order; `mentions` and `dated` tell which tokens names and dates cover."""
    passive = {token for tag in ("formula", "cue_phrase") for hit in document.hits(tag) for token in range(hit.first, hit.end)}
    found: list[Event] = []
    skip = -1
    for at in document.at("cue"):
        if at <= skip or at in passive or (at - 1) in passive or _is_name(document, at, mentions):
            continue
        for reading in document.words[at].all("cue"):
            event = _event(document, quotes, at, reading) or _object(document, at, reading, mentions, dated)
            if event is not None:
                found.append(event)
                skip = _double_cue(document, event)
                break
    return found


def _is_name(document: Document, at: int, mentions: Mapping[int, Mention]) -> bool:
    """`اللواء سعد معن`: a word of a person's name is no verb."""
    mention = mentions.get(at)
    if mention is None or mention.form is not MentionForm.NAME or mention.kind is not MentionKind.PER:
        return False
    return mention.name.start <= document.starts[at] and " " in mention.text


def _double_cue(document: Document, event: Event) -> int:
    """`وتابع قائلا`: the second cue belongs to the first."""
    for at in range(event.cue + 1, event.content):
        if document.keys[at] in _DOUBLE:
            return at
    return event.cue


def _event(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    if reading.pos == "verb" and not _is_verb(document, at, reading):
        return None
    if reading.pos == "participle" and not _is_adverbial(document, at, reading):
        return None
    if reading.pos == "masdar" and document.keys[at] not in SAYINGS:
        return None
    if reading.pos not in ("verb", "participle", "masdar") or _negated(document, at, reading):
        return None
    if "doc" in reading["frame"].split() and document.keys[at + 1 : at + 2] != ["في"]:
        return None  # `جاء في التقرير أن`, but not `جاء الوزير`
    opened = _opener(document, quotes, at, reading)
    if opened is not None:
        return opened
    return _nominal(document, quotes, at, reading) if reading["opener"] == "no" and reading.pos != "masdar" else None


def _is_verb(document: Document, at: int, reading: Reading) -> bool:
    """Guards against homographs: a noun's article or preposition before it, a preposition of the same letters."""
    key, tags = document.keys[at], document.words[at].tags
    before = document.keys[at - 1] if at else ""
    if before in ("الى", "من", "عن", "في", "على", "بعد", "قبل", "كل", "اي", "دون", "عدم", "هذا", "هذه", "ذلك", "مع"):
        return False
    if reading.proclitics in ("ل", "ول", "فل") or before in _NAME_LINKS:
        return False
    if reading.tense == "imperfect" and reading.number == "p" and before in _GENERIC_SUBJECTS:
        return False  # `من يقولون`: whoever says
    if reading.tense == "imperfect" and before in _SUBJUNCTIVE:
        return False
    if key == "دعونا" or (reading.proclitics.endswith("س") and ("person_name" in tags or reading.tense == "perfect")):
        return False  # `سامر`: a name
    if _is_spelt_otherwise(document, at, reading):
        return False
    if "number" in tags and not starts_clause(document, at):
        return False
    if "function_word" in tags or bare(key, reading.proclitics) in (
        "عقب",
        "وجه",
        "حمل",
        "سجل",
        "ختم",
        "شكر",
        "طلب",
        "دون",
        "نشر",
        "علق",
        "ردد",
        "امر",
        "نص",
        "جاء",
        "ورد",
        "ثمن",
        "امل",
    ):
        return starts_clause(document, at) or _follows_subject(document, at)
    if key.startswith("ت") and reading.tense == "perfect" and len(key) == 4 and reading.gender == "m":
        return starts_clause(document, at) or _follows_subject(document, at)  # `تخوف`, `تعهد`: spelt like their verbal nouns
    return True


def _is_spelt_otherwise(document: Document, at: int, reading: Reading) -> bool:
    """Words that only look like the verb: `وهنا` (here), `عدن` (Aden), `يعد نجاحا` (is counted), `رأيًا`, `هذا يؤكد أن`."""
    surface, key, form = document.words[at].surface, document.keys[at], reading.entry.form
    if surface.endswith(_TANWIN):
        return True
    if form == "هنأ" and reading.gender == "m" and reading.tense == "perfect":
        return not surface.rstrip("\u064e").endswith("أ")
    if form in ("عد", "وعد") and (reading.tense == "imperfect" or reading.number != "s"):
        return document.keys[at + 1 : at + 2] not in (["بان"], ["بانه"], ["بانها"])
    before = document.keys[at - 1] if at else ""
    return before in _DEMONSTRATIVES and not key.startswith(("و", "ف"))


def _follows_subject(document: Document, at: int) -> bool:
    """Whether a name, a role or a particle that only verbs follow stands directly before a token."""
    word = document.words[at - 1]
    particle = document.keys[at - 1] in ("قد", "فقد", "وقد", "كان", "كانت", "الذي", "التي", "الذين", "ما", "كما", "اذ", "حيث")
    return particle or bool(word.tags & {"person_name", "organisation", "place_alias", "nationality", "nominal_source", "medium"})


def starts_clause(document: Document, at: int) -> bool:
    """Whether the token stands first in its sentence, or behind a comma, a closing mark, a turn marker or a conjunction."""
    first = document.sentence_bounds(at)[0]
    if at == first or document.words[at - 1].kind is not Kind.WORD or document.keys[at - 1] in _CONJUNCTIONS:
        return True
    return document.hit_ending(at, "turn_marker") is not None


def _is_adverbial(document: Document, at: int, reading: Reading) -> bool:
    """A participle in the accusative without the article, behind a comma, a closing mark or its clause (ḥāl)."""
    if reading.definite or reading.proclitics not in ("", "و") or reading.entry.form == "أعلم":
        return False
    if "place_type" in document.words[at].tags:
        return False  # `مدينة`
    if reading.number == "p" or "counted" in document.words[at].tags or _is_accusative(document, at - 1):
        return starts_clause(document, at)  # `أمرا لافتا`, `معلمين مرشحين`
    if reading.case != "acc" and reading.gender == "f" and not starts_clause(document, at):
        return False  # `إجراءات مشددة على السفر`: an adjective
    return reading.case == "acc" or (reading.gender == "f" and reading.number == "s") or reading.case == "obl"


def _is_accusative(document: Document, at: int) -> bool:
    """An indefinite noun in the accusative, whose adjective may follow: `حضورا`."""
    word = document.words[at] if at >= 0 else None
    if word is None or word.kind is not Kind.WORD or "function_word" in word.tags:
        return False
    plain = word.key.endswith("ا") and not word.key.endswith(("ها", "نا", "هما", "كما")) and len(word.key) > 3
    return word.surface.endswith(_TANWIN) or (plain and word.get("cue") is None)


def _negated(document: Document, at: int, reading: Reading) -> bool:
    before = document.keys[at - 1] if at else ""
    return before in _NEGATIONS and reading.entry.form != "استبعد"


def _opener(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The complementiser, colon or statement that opens the content, to the right of the cue in its sentence."""
    frame = (reading["frame"] or "clause colon quote").split()
    end = min(at + WINDOW, document.sentence_bounds(at)[1])
    position = at + 1
    relative = False
    while position < end:
        key, word = document.keys[position], document.words[position]
        if word.kind is Kind.MARK:
            if key == ":" and not _is_clock(document, position):
                speech = "colon" in frame or ("clause" in frame and reading["opener"] == "yes")
                speech = speech and position <= at + _COLON_WINDOW and document.keys[position - 1] not in _LISTING
                return _colon(document, quotes, at, reading, position) if speech else None
            if (quote := quotes.at.get(position)) is not None:
                if quote.is_statement and ("quote" in frame or "clause" in frame):
                    return Event(at, reading, "quote", position, document.token_at(quote.span.start))
                position = document.token_at(quote.outer.end - 1) + 1
                continue
            if key in ".؛;؟?!":
                return None
            position += 1
            continue
        if key in COMPLEMENTISERS and _opens(document, at, position, frame):
            return Event(at, reading, "clause", _gap_end(document, position), position + 1)
        if key in _RELATIVES:
            relative = True
        elif "cue" in word.tags and position > at + 1 and _other_cue(document, position) and key not in _DOUBLE:
            if not relative or not _is_finite(document, position):
                return None
            relative = False
        position += 1
    return None


def _opens(document: Document, at: int, position: int, frame: list[str]) -> bool:
    if "clause" not in frame:
        return False
    before = document.keys[position - 1]
    return before not in _CONCESSIVES if document.keys[position] == "ان" else before not in ("لو", "ولو", "يكفي", "ويكفي")


def _gap_end(document: Document, position: int) -> int:
    """Without the preposition that belongs to the complementiser: `إلى أن`, `على أن`."""
    return position - (document.keys[position - 1] in _PREPOSITIONS)


def _colon(document: Document, quotes: Quotes, at: int, reading: Reading, position: int) -> Event | None:
    following = position + 1
    if following >= len(document.words):
        return None
    quote = quotes.at.get(following)
    if quote is not None:
        return Event(at, reading, "quote", position, document.token_at(quote.span.start))
    if document.keys[following] in COMPLEMENTISERS:
        return Event(at, reading, "clause", position, following + 1)
    return Event(at, reading, "colon", position, following)


def _is_clock(document: Document, position: int) -> bool:
    words = document.words
    sides = 0 < position < len(words) - 1
    return sides and words[position - 1].kind is Kind.NUMBER and words[position + 1].kind is Kind.NUMBER


def _other_cue(document: Document, position: int) -> bool:
    """Whether a finite verb of saying or an adverbial participle stands at a token."""
    readings = document.words[position].all("cue")
    if not readings or document.words[position].tags & {"function_word", "cue_phrase"}:
        return False
    if document.hit_at(position, "cue_phrase") is not None:
        return False
    return any(
        (
            r.pos == "verb"
            and _is_verb(document, position, r)
            and r["opener"] in ("yes", "no")
            and not _ambiguous(document, position)
        )
        or (r.pos == "participle" and not r.proclitics and (r.case == "acc" or _is_adverbial(document, position, r)))
        for r in readings
    )


def _is_finite(document: Document, position: int) -> bool:
    return any(r.pos == "verb" for r in document.words[position].all("cue"))


def _ambiguous(document: Document, position: int) -> bool:
    """Nouns and names that are spelt like a perfect: `رد`, `كشف`, `بيان`."""
    return bool(document.words[position].tags & {"title", "org_head", "person_name", "counted", "measure"})


# ---- nominal complements


def _object(document: Document, at: int, reading: Reading, mentions: Mapping[int, Mention], dated: Set[int]) -> Event | None:
    """`أعلن العراق نهاية المهام`, `ونفت الوزارة وقوع إصابات`, `وأكد عدم نيته`: a noun phrase as the verb's object."""
    plain = reading["opener"] == "no" and "obj" in reading["frame"].split() and not _negated(document, at, reading)
    if plain and reading.pos == "participle":
        return _participle_object(document, at, reading)
    if not plain or reading.pos != "verb" or not _is_verb(document, at, reading):
        return None
    end = document.sentence_bounds(at)[1]
    position, subject = at + 1, (at - 1) in mentions or document.keys[at - 1] in ("قد", "فقد", "وقد", "فيما", "وفيما")
    while position < end:
        mention = mentions.get(position)
        if mention is not None and document.token_at(mention.span.start) == position:
            position, subject = document.token_at(mention.span.end - 1) + 1, True
        elif position in dated or document.keys[position] in ("ايضا", "كذلك", "رسميا", "بشدة", "بقوة"):
            position += 1
        elif subject and position > at + 1 and _is_conjoined(document, position):
            position += 1  # a second subject: `الرئاسة العامة للأرصاد وحماية البيئة`
            while position < end and document.keys[position].startswith("ال"):
                position += 1
        elif (
            not subject and document.keys[position].endswith("ون") and document.words[position].tags & {"nominal_source", "title"}
        ):
            position, subject = position + 1, True
        elif not subject and (named := _named_subject(document, position, end, mentions)):
            position, subject = named, True
        elif (
            position == at + 1
            and document.words[position].tags & {"nominal_source", "title"}
            and document.keys[position].startswith("ال")
        ):
            position, subject = position + 1, True
        elif position == at + 1 and (named := _marked_name(document, position, end)):
            position, subject = named, True
        else:
            break
    if position >= end or not _is_object_noun(document, position, subject):
        return None
    return Event(at, reading, "obj", position, position) if subject or reading.proclitics.startswith("و") else None


def _marked_name(document: Document, at: int, end: int) -> int:
    """Where a source noun with its name in marks ends, adjectives included: `محطة "الميناء" الخاصة`; 0 if there is none."""
    if not document.words[at].tags & {"nominal_source", "org_head", "quoted_name_head"} or at + 1 >= end:
        return 0
    close = document.closing.get(at + 1, end)
    if close >= end:
        return 0
    close += 1
    while close < end and document.keys[close].startswith("ال"):
        close += 1
    return close


def _is_conjoined(document: Document, position: int) -> bool:
    """Whether a word begins with the conjunction `و` and not with its own letter (`وصول`), and is no verb of saying."""
    word, key = document.words[position], document.keys[position]
    if not key.startswith("و") or len(key) < 4 or word.get("cue") is not None:
        return False
    rest = [r for r in document.lexicon.look_up(key[1:]) if r.tag not in ("place", "person_name") and not r.proclitics]
    if any(r.tag == "common_word" and not r.proclitics and r["rate"] == "often" for r in word.readings):
        return any(r["rate"] == "often" for r in rest)  # `وجود` is not `و` and `جود`
    return bool(rest)


def _named_subject(document: Document, at: int, end: int, mentions: Mapping[int, Mention]) -> int:
    """Where a subject ends that begins with a role and leads to a name: `رئيس حزب البحر فلان`; 0 if there is none."""
    if not document.words[at].tags & {"title", "nominal_source", "org_head"} or document.words[at].kind is not Kind.WORD:
        return 0
    for position in range(at + 1, min(at + 9, end)):
        if document.words[position].kind is not Kind.WORD:
            return 0
        mention = mentions.get(position)
        if mention is not None and mention.kind is MentionKind.PER and mention.form is MentionForm.NAME:
            return document.token_at(mention.span.end - 1) + 1
    return 0


def _participle_object(document: Document, at: int, reading: Reading) -> Event | None:
    """`نافيا وجود خلاف`, `مؤكدة ضرورة الحوار`: a verbal noun as the object of an adverbial participle."""
    if not _is_adverbial(document, at, reading) or at + 1 >= document.sentence_bounds(at)[1]:
        return None
    return Event(at, reading, "obj", at + 1, at + 1) if _is_object_noun(document, at + 1, True) else None


def _is_object_noun(document: Document, position: int, subject: bool) -> bool:
    """An indefinite noun, most often a verbal noun, that is neither adjective nor adjunct."""
    word, key = document.words[position], document.keys[position]
    closed = word.tags & {
        "function_word",
        "clause_opener",
        "relative",
        "nationality",
        "number",
        "title",
        "org_head",
        "person_name",
    }
    if word.kind is not Kind.WORD or closed or key.startswith(("لل", "بال")) or word.surface.endswith(("ً", "ٍ")):
        return (key in ("هذا", "هذه") and subject) or key == "عدم"
    if key.startswith("ال"):
        return False
    return not any(r.proclitics[-1:] in ("ب", "ل", "و") and r.proclitics for r in word.readings[:1]) and len(key) > 2


def _frame_at(document: Document, position: int, frame: list[str]) -> bool:
    return position < len(document) and _PREPOSITIONS.get(document.keys[position]) in frame


def _nominal(document: Document, quotes: Quotes, at: int, reading: Reading) -> Event | None:
    """The preposition or the object of a cue whose complement is a noun phrase."""
    frame = [item for item in reading["frame"].split() if item not in ("clause", "colon", "quote")]
    end = min(at + 16, document.sentence_bounds(at)[1])
    later: Event | None = None
    for position in range(at + 1, end):
        key, word = document.keys[position], document.words[position]
        if word.kind is not Kind.WORD:
            if key in "،,()-–" or "quote" in word.tags:
                if key in "،," and position > at + 9 and not _frame_at(document, position + 1, frame):
                    return None
                continue
            return None
        if "cue" in word.tags and position > at + 1 and _other_cue(document, position):
            return None
        if (preposition := _PREPOSITIONS.get(key)) in frame and position + 1 < end:
            if preposition == "في" or document.keys[position + 1] in COMPLEMENTISERS:
                continue
            quote = quotes.at.get(position + 1)
            if quote is not None and quote.is_statement:
                return Event(at, reading, "quote", position, document.token_at(quote.span.start))
            if preposition == "إلى" and document.words[position + 1].kind is Kind.NUMBER:
                return Event(at, reading, "clause", position, position + 1)
            return Event(at, reading, preposition or "", position, position + 1)
        if "ب" in frame and _has_ba(document, position) and position + 1 <= end:
            if position == at + 1 and reading.entry.form in ("وصف", "اتهم") and len(document.keys[at]) <= 5:
                return None  # `إصابات وصفت بالحرجة`: a passive
            return Event(at, reading, "ب", position, position)
        if "ل" in frame and key.startswith("ل") and position > at + 1 and len(key) > 3 and later is None:
            later = None if word.tags & _NAMING else Event(at, reading, "ل", position, position)
    return later


_ADJUNCT_HEADS: Final = frozenset({"place", "place_alias", "place_type", "deictic", "function_word", "weekday", "month"})
_NAMING: Final = frozenset({"org_head", "organisation", "place", "place_alias", "place_type", "title", "facility_head"})


def _has_ba(document: Document, position: int) -> bool:
    """A word with the preposition `ب` written in one, that is no adverb and no place adjunct."""
    key, word = document.keys[position], document.words[position]
    if key == "بما":
        return True
    if key[0] != "ب" or len(key) < 4:
        return False
    if any(r.proclitics in ("ب", "بال") for r in word.readings):
        return not word.tags & _ADJUNCT_HEADS and key not in ("بقوة", "بشدة")
    if word.readings and any(not r.proclitics and r.entry.tag != "common_word" for r in word.readings):
        return False
    bare = document.lexicon.look_up(key[1:])
    return (
        bool(bare)
        and any(not r.proclitics or r.proclitics == "ال" for r in bare)
        and key not in ("بقوة", "بشدة", "بدوره", "بدورها")
    )

"""Entities: which mentions name the same person, organisation or place.

Runs once, after all extractors, over the mentions and the claims' sources; a pipeline takes another function in its place.
Names are compared by the keys of their words. A shorter name joins a longer one that holds it: a family name its bearer, an
acronym in brackets the name before it, a short form (`التحالف`) its long form. Two people who share a family name are never
merged: a lone family name goes to the one named last before it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from attrs import define, evolve

from arabnews.document import Document
from arabnews.enums import NAME, NOMINAL, ORG, PER
from arabnews.extractors.base import Layers
from arabnews.lexicon.entries import Reading
from arabnews.lexicon.kept import kept
from arabnews.lexicon.name_words import CONNECTORS, PARTICLES, THEOPHORIC
from arabnews.model import Claim, Entity, Mention, MentionKind
from arabnews.naming import Keys, named
from arabnews.spans import draft_of, in_text_order
from arabnews.text.characters import key as key_of

_CLITICS: Final = {"و": ("وب", "ول", "و"), "ف": ("فل", "فب", "ف"), "ب": ("ب",), "ل": ("ل",)}
"""Proclitics by their first letter."""
_KEYWORDS: Final = frozenset({"سمات", "وسوم", "الوسوم"})
"""They begin the list of keywords that ends an article."""
_LOOK_BACK: Final = 40
"""Entities that share a word with a name, back to which it may look."""
_MONEY: Final = frozenset({"المالي", "المالية"})
"""`مجلس الاستقرار المالي` is not of Mali."""
_BARE_HEADS: Final = frozenset(
    {"شركة", "مجموعة", "صحيفة", "جريدة", "مجلة", "قناة", "اذاعة", "وكالة", "شبكة", "موقع", "منصة", "نادي", "فريق", "بنك"}
    | {"حركة", "حزب", "تنظيم", "جماعة", "منظمة", "ميليشيا", "مليشيا", "جبهة", "حلف", "تيار", "كتائب", "مصرف", "جمعية"}
)
"""Heads without which the name means the same body."""
_CONJOINED: Final = 3
_RESPELT: Final = 6
_VOWELS: Final = {ord(letter): None for letter in "اويى"}
_KEEPS: Final = frozenset({"بن", "ابن"})
_OF_FAMILIES: Final = CONNECTORS | PARTICLES
"""First words of family names of two words: `آل الشيخ`, `عبد الرحمن`, `دي ماريا`."""

_ClaimDraft: Final = draft_of(Claim)
_EntityDraft: Final = draft_of(Entity)


@define
class _Group:
    """An entity in the making."""

    number: int
    kind: MentionKind
    keys: Keys
    name: str
    reading: Reading | None
    mentions: list[Mention]
    names: dict[str, None]
    roles: dict[str, None]
    is_named: bool = False


def resolve(document: Document, layers: Layers) -> tuple[Entity, ...]:
    """Group mentions into entities, in order of first mention.

    Example:
        >>> import arabnews
        >>> analysis = arabnews.analyze("وصل الوزير سالم المنصوري أمس. وقال المنصوري إن الميناء مفتوح.")
        >>> [(entity.name, len(entity.mentions)) for entity in analysis.entities if entity.kind == "PER"]
        [('سالم المنصوري', 2)]
    """
    groups: list[_Group] = []
    exact: dict[tuple[MentionKind, Keys], _Group] = {}
    aliased: dict[tuple[str, str], _Group] = {}
    by_word: dict[str, list[int]] = {}
    last = 0
    before: Mention | None = None
    for mention in _all_mentions(layers):
        kind = mention.kind
        name, keys, reading = named(document, mention)
        if reading is None and keys and keys[0][:1] == "و" and before is not None and _follows(document, mention, keys, before):
            name, keys = name[1:], (keys[0][1:], *keys[1:])
        before = mention
        place = (kind, keys)
        group = exact.get(place)
        if group is not None:
            _join(document, group, mention, name, keys)
        else:
            if reading is not None:
                group = aliased.get((reading.tag, reading.entry.form))
            if group is None and mention.form is NAME and keys and groups:
                group = _partner(groups, by_word, last, mention, keys, document)
            if group is not None:
                _join(document, group, mention, name, keys)
            else:
                group = _Group(len(groups), kind, keys, name, reading, [mention], {name: None}, {}, mention.form is NAME)
                groups.append(group)
                if reading is not None:
                    aliased[reading.tag, reading.entry.form] = group
            exact[place] = group
            for key in (*keys, _sound(keys[-1])) if kind is PER and keys else keys:
                if key in by_word:
                    by_word[key].append(group.number)
                else:
                    by_word[key] = [group.number]
        last = group.number
        if reading is not None and reading is not group.reading:
            aliased.setdefault((reading.tag, reading.entry.form), group)
        if mention.title is not None:
            group.roles[mention.title.of(document.text).strip()] = None
    nation_ends = list(map(document.ends.__getitem__, document.at("nationality")))
    return tuple([_entity(group, nation_ends, document) for group in groups])


def _follows(document: Document, mention: Mention, keys: Keys, before: Mention) -> bool:
    """Whether a name stands right behind one of its kind, to which `و` joins it: `منصور وسالم`."""
    if len(keys[0]) <= _CONJOINED or before.kind is not mention.kind or not before.form is mention.form is NAME:
        return False
    return mention.name.start == mention.span.start and document.text[before.span.end : mention.span.start].isspace()


def _all_mentions(layers: Layers) -> list[Mention]:
    """The mentions and the claims' speakers and sources, each once, in text order."""
    named, claims = layers.get("mentions", ()), layers.get("claims", ())
    # Most are one object wherever they stand, and telling them apart by value costs more: only those of one start can be equal.
    by_start = {mention.span.start: mention for mention in named}
    apart = len(by_start) == len(named)
    for claim in claims:
        for mention in (claim.speaker, claim.source_mention):
            if mention is not None and by_start.setdefault(mention.span.start, mention) is not mention:
                apart = False
    if apart:
        return [by_start[start] for start in sorted(by_start)]
    sources = [mention for claim in claims for mention in (claim.speaker, claim.source_mention) if mention is not None]
    ordered = sorted({id(mention): mention for mention in (*named, *sources)}.values(), key=in_text_order)
    each: list[Mention] = []
    alike: list[Mention] = []
    for mention in ordered:
        if alike and alike[0].span == mention.span:
            if mention in alike:
                continue
        else:
            alike = []
        alike.append(mention)
        each.append(mention)
    return each


def link(claims: tuple[Claim, ...], entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    """The claims with their `source` filled in from the entity of their `source_mention`."""
    sources = {id(claim.source_mention): claim.source_mention for claim in claims if claim.source_mention is not None}
    owner = {number: entity for entity in entities for mention in entity.mentions if (number := id(mention)) in sources}
    if len(owner) < len(sources):  # equal to a mention, but another object
        by_value = {mention: entity for entity in entities for mention in entity.mentions}
        owner = {number: entity for number, source in sources.items() if (entity := by_value.get(source)) is not None}
    return tuple([claim if claim.source_mention is None else _of(claim, owner.get(id(claim.source_mention))) for claim in claims])


def _of(claim: Claim, source: Entity | None) -> Claim:
    """The claim with its source; by hand, as `evolve` takes longer than all else that is done with it here."""
    if type(claim) is not Claim:
        return evolve(claim, source=source)
    draft = _ClaimDraft()
    draft.span, draft.text = claim.span, claim.text
    draft.rule, draft.kind = claim.rule, claim.kind
    draft.cue, draft.extent, draft.segments = claim.cue, claim.extent, claim.segments
    draft.speaker, draft.source_mention, draft.source = claim.speaker, claim.source_mention, source
    draft.resolution, draft.stance, draft.polarity = claim.resolution, claim.stance, claim.polarity
    draft.factuality, draft.is_anonymous = claim.factuality, claim.is_anonymous
    draft.addressee, draft.medium, draft.uttered = claim.addressee, claim.medium, claim.uttered
    draft.numbers, draft.dates, draft.quotes = claim.numbers, claim.dates, claim.quotes
    draft.__class__ = Claim
    linked: Claim = draft
    return linked


def _partner(
    groups: list[_Group], by_word: dict[str, list[int]], last: int, mention: Mention, keys: Keys, document: Document
) -> _Group | None:
    """The nearest earlier entity that the name is a part of, or that is a part of the name."""
    kind, bare, words = mention.kind, _without_clitic(keys[0]), keys
    if bare:
        words = *keys, *bare
    if kind is PER:
        words = *words, _sound(keys[-1])
        if bare and len(keys) == 1:
            words = *words, *map(_sound, bare)
    if by_word.keys().isdisjoint(words):  # a family name with or without the article, an acronym in brackets
        nearest = groups[last]
        if nearest.kind is not kind or not nearest.keys or not (kind is PER or kind is ORG):
            return None
        if kind is ORG:
            return nearest if _in_brackets(document, mention, nearest) else None
        numbers = [last]
    else:
        numbers = _sharing(words, by_word, last)
    variants = [keys, *_beginning(bare, keys[1:])] if bare else [keys]
    for number in numbers:
        group = groups[number]
        if group.kind is kind and group.keys and _is_same(document, mention, variants, group):
            return group
    return None


def _beginning(firsts: Keys, rest: Keys) -> list[Keys]:
    return [(first, *rest) for first in firsts]


def _sharing(words: Keys, by_word: dict[str, list[int]], last: int) -> list[int]:
    """The entities that could be a name's partner, the nearest first: those that share a word with it, and the one named last."""
    numbers = {last}
    for word in words:
        if word in by_word:
            numbers.update(by_word[word][-_LOOK_BACK:])
    return sorted(numbers, reverse=True)


def _is_same(document: Document, mention: Mention, variants: list[Keys], group: _Group) -> bool:
    """Whether a name, by one of its variants, is that of an entity of its kind."""
    keys = group.keys
    if group.kind is PER:
        if group.mentions[0].form is NOMINAL and all(m.form is NOMINAL for m in group.mentions):
            return False  # `زوجة فلان` is not he
        for variant in variants:
            if _same_person(variant, keys):
                return True
        return _respelt(variants[0], keys, document)
    if group.kind is ORG:
        for variant in variants:
            if len(variant) != len(keys) and _is_short_form(variant, keys):
                return True
        return _in_brackets(document, mention, group)
    return keys in variants


@kept
def _without_clitic(key: str) -> Keys:
    """What the first word of a name may be without a proclitic that no reading told (`وروبرتسون`), in each way that there is."""
    clitics = _CLITICS.get(key[:1], ())
    found = [key[len(clitic) :] for clitic in clitics if key.startswith(clitic) and len(key) - len(clitic) > 2]
    if key.startswith("لل"):
        found.append("ال" + key[2:])
    return tuple(found)


def _same_person(short: Keys, full: Keys) -> bool:
    """A name and a longer or shorter form of it: last part, first part of two, or all its parts in order."""
    a, b = (short, full) if len(short) <= len(full) else (full, short)
    if a == b:
        return True
    if len(a) == 1:
        family = a[0] in (b[-1], "ال" + b[-1], b[-1].removeprefix("ال"))  # `محمد رياني`, then `الرياني`
        return len(b) > 1 and (family or (a[0] == b[0] and len(a[0]) > 3 and len(b) < 3) or a[0] in b[1:])
    if b[-len(a) :] == a:
        return a[0] in _OF_FAMILIES or a[1] in THEOPHORIC  # `كريم سالم العمري` is the son of `سالم العمري`
    if b[: len(a)] == a:
        return True
    a, b = _plain(a), _plain(b)
    return a[0] == b[0] and a[-1] == b[-1]


def _respelt(short: Keys, full: Keys, document: Document) -> bool:
    """A foreign family name that is spelt with a long vowel more or less: `برزاني`, `برازاني`."""
    if len(short) > 1 and len(full) > 1 and short[0] != full[0]:
        return False
    a, b = sorted((short[-1], full[-1]), key=len)
    if len(a) < _RESPELT or len(b) - len(a) != 1 or a.translate(_VOWELS) != b.translate(_VOWELS):
        return False
    known = [{r.tag for r in document.lexicon.look_up(word)} for word in (a, b)]
    return not all(known) and not any(tags - {"place", "person_name"} for tags in known)


@kept
def _sound(key: str) -> str:
    """A long name without its long vowels, by which one spelt otherwise is found."""
    return key.translate(_VOWELS) + "~" if len(key) >= _RESPELT else key


def _plain(keys: Keys) -> Keys:
    return keys if _KEEPS.isdisjoint(keys) else tuple([key for key in keys if key not in _KEEPS]) or keys


def _is_short_form(one: Keys, other: Keys) -> bool:
    """`التحالف` for `التحالف الدولي`, `المعهد الملكي` for its whole name, `الكرامة` for `شركة الكرامة`, not for its academy."""
    short, full = (one, other) if len(one) < len(other) else (other, one)
    return full[: len(short)] == short or (len(full) - len(short) == 1 and full[1:] == short and full[0] in _BARE_HEADS)


def _in_brackets(document: Document, mention: Mention, group: _Group) -> bool:
    """An acronym in brackets or marks directly behind the name."""
    start, end = group.mentions[-1].span.end, mention.span.start
    return end - start <= 3 and document.text[start:end].strip() in ("(", '"', "«", "“", '("', "(«")


def _join(document: Document, group: _Group, mention: Mention, name: str, keys: Keys) -> None:
    group.mentions.append(mention)
    group.names[name] = None
    if mention.form is NAME:
        other = name != group.name or keys != group.keys
        if not group.is_named or (other and _is_better(document, group, mention, keys)):
            group.keys, group.name = keys, name
        group.is_named = True


def _is_better(document: Document, group: _Group, mention: Mention, keys: Keys) -> bool:
    """Whether an entity is to go by another of its names: a longer one, or the one that its table has first."""
    longer = len(keys) > len(group.keys) and not _is_byname(group, keys) and not _is_keyword(document, mention)
    return longer or _is_usual(group, keys)


def _is_keyword(document: Document, mention: Mention) -> bool:
    """Whether a name stands in the list of keywords that ends an article, where nothing parts one from the next."""
    at = document.token_at(mention.span.start)
    return document.keys[document.sentence_bounds[at][0]] in _KEYWORDS


def _is_usual(group: _Group, keys: Keys) -> bool:
    """Whether a name is the first of its lexicon entry (`السعودية`), and as long as the one at hand (`المملكة`) or no byname."""
    if group.reading is None or (len(keys) != len(group.keys) and not _is_apart(group, keys)):
        return False
    return key_of(group.reading.entry.form.partition("|")[0]) == " ".join(keys)


def _is_byname(group: _Group, keys: Keys) -> bool:
    """`السيدة العجوز` for `يوفنتوس`: longer than the usual name, and of other words."""
    return _is_apart(group, keys) and _is_usual(group, group.keys)


def _is_apart(group: _Group, keys: Keys) -> bool:
    """Whether a club goes by another name that shares no word with this one."""
    return group.reading is not None and group.reading["type"] == "club" and set(group.keys).isdisjoint(keys)


def _entity(group: _Group, nation_ends: list[int], document: Document) -> Entity:
    aliases = () if len(group.names) == 1 else tuple(filter(group.name.__ne__, group.names))
    country = group.reading["country"] if group.reading is not None else _nation(document, group, nation_ends)
    draft = _EntityDraft()
    draft.id, draft.kind = _id_of(group.number), group.kind
    draft.name, draft.aliases = group.name, aliases
    draft.roles, draft.country, draft.mentions = tuple(group.roles) if group.roles else (), country or None, tuple(group.mentions)
    draft.__class__ = Entity
    entity: Entity = draft
    return entity


@kept
def _id_of(number: int) -> str:
    return f"E{number + 1}"


def _nation(document: Document, group: _Group, nation_ends: list[int]) -> str:
    """The country of the nationality in an organisation's name or a person's title, if all name one: `وزارة النقل الليبية`.

    Args:
        nation_ends: where the words of nationality end.
    """
    if not nation_ends or not (group.kind is ORG or (group.roles and group.kind is PER)):
        return ""
    found: set[str] = set()
    nationalities, starts = document.at("nationality"), document.starts
    for mention in group.mentions:
        span = mention.name if group.kind is ORG else mention.title
        if span is None:
            continue
        at = bisect_right(nation_ends, span.start)
        while at < len(nation_ends) and starts[nationalities[at]] < span.end:
            word = document.words[nationalities[at]]
            at += 1
            reading = word.get("nationality")
            if word.key not in _MONEY and reading is not None and reading["country"]:
                found.add(reading["country"])
    return found.pop() if len(found) == 1 else ""

"""The nouns: articles, annotations, entities.

All are frozen attrs classes: hashable where their parts are, comparable by value, and safe to pickle. Offsets are Unicode code
points into `Article.text`, which is never changed: `article.text[a.span.start:a.span.end] == a.text` for every annotation `a`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from types import MemberDescriptorType
from typing import Any, Final

from attrs import field, fields, frozen

from arabnews.dating import parse_published
from arabnews.enums import Calendar as Calendar
from arabnews.enums import ClaimKind as ClaimKind
from arabnews.enums import DateMod as DateMod
from arabnews.enums import DateType as DateType
from arabnews.enums import Dimension as Dimension
from arabnews.enums import Factuality as Factuality
from arabnews.enums import MentionForm as MentionForm
from arabnews.enums import MentionKind as MentionKind
from arabnews.enums import NumberForm as NumberForm
from arabnews.enums import NumberMod as NumberMod
from arabnews.enums import Polarity as Polarity
from arabnews.enums import Resolution as Resolution
from arabnews.enums import Stance as Stance
from arabnews.errors import ArticleError, SpanError
from arabnews.markup import article_html, claim_html
from arabnews.spans import Span

Value = int | Decimal
_LONG: Final = 60
_PLACES: Final = ("span", "text", "segments", "extent")


def _published(value: object) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        found = parse_published(value)
        if found is None:
            raise ArticleError(
                f"published={value[:80]!r} names no day that can be read; give a date, a datetime, an ISO string such as "
                "'2021-12-10', or a date in words with day, month and year such as '10 كانون الأول 2021'",
                field="published",
                got=value,
            )
        return found
    raise ArticleError(
        f"published must be a date, a datetime, a string or None, got {type(value).__name__}",
        field="published",
        got=value,
    )


def _text(instance: Any, attribute: Any, value: Any) -> None:
    if isinstance(value, str):
        return
    mend = " (decode bytes first: raw.decode('utf-8'))" if isinstance(value, bytes | bytearray) else ""
    raise ArticleError(f"text must be a str, got {type(value).__name__}{mend}", field="text", got=value)


_LONGEST: Final = 14_000
"""Bits of an int that Python still writes in digits (4,300 of them, unless told otherwise)."""


def writable(value: Any) -> Any:
    """An int too long to be written, as the Decimal of the same value, which every export can write."""
    return Decimal(value) if type(value) is int and value.bit_length() > _LONGEST else value


def _optional_str(instance: Any, attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, str):
        raise ArticleError(f"{attribute.name} must be a str or None, got {type(value).__name__}", field=attribute.name, got=value)


def _brief(item: Any) -> str:
    """A noun on one line, without what is at its default: `NumericFact('40 سفينة', 5:13, value=40, unit='سفينة')`."""
    shown = [repr(item.text), f"{item.span.start}:{item.span.end}"] if isinstance(item, Annotation) else []
    for attribute in fields(type(item)):
        value = getattr(item, attribute.name)
        if attribute.name not in _PLACES and value not in (None, (), attribute.default):
            shown.append(f"{attribute.name}={_brief_value(value)}")
    return f"{type(item).__name__}({', '.join(shown)})"


def _brief_value(value: Any) -> str:
    match value:
        case Annotation():
            return repr(value.text)
        case Entity():
            return repr(value.name)
        case Span():
            return f"{value.start}:{value.end}"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case (Mention(), *_):
            return f"<{len(value)}>"
        case tuple():
            return f"[{', '.join(map(_brief_value, value))}]"
    return repr(value)


# Findings are pickled as tuples of their fields: less to write and to read than what attrs makes of them.


@cache
def fields_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of one of the classes here, or of a span."""
    return tuple(attribute.name for attribute in fields(kind))


@cache
def values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gets the values of all fields of an object of a class, which has two at least."""
    return attrgetter(*fields_of(kind))


@cache
def setters_of(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Functions that set the fields of an object of a class, frozen as it is; a slot's own takes half the time."""
    slots = [getattr(kind, name, None) for name in fields_of(kind)]
    return tuple(
        slot.__set__ if isinstance(slot, MemberDescriptorType) else partial(_set, name)
        for slot, name in zip(slots, fields_of(kind), strict=True)
    )


def _set(name: str, item: Any, value: Any) -> None:
    object.__setattr__(item, name, value)


def _packed(item: Any) -> tuple[Any, ...]:
    kind: type = type(item)
    return _unpacked, (kind, *values_of(kind)(item))


def _unpacked(kind: type, *values: Any) -> Any:
    item: Any = object.__new__(kind)
    for put, value in zip(setters_of(kind), values, strict=True):
        put(item, value)
    return item


@frozen
class Article:
    """One news text, as it was published.

    Args:
        text: the article's text; never changed, and the string into which every offset points.
        published: the day of publication, against which relative dates are resolved: a `date`, a `datetime`, an ISO string,
            or a full date in Arabic (`10 كانون الأول 2021`), Hijri ones too; None if unknown. `3/12/2021` is in December.
        title: the headline, if it is not part of the text.
        outlet: who published it.
        url: where it stands.
        id: the caller's own key; errors name it.

    Raises:
        ArticleError: if a field is of the wrong type, or `published` cannot be read.

    Example:
        >>> Article("قالت الوزارة إن الأسعار مستقرة.", published="2021-12-10").published
        datetime.date(2021, 12, 10)
    """

    text: str = field(validator=_text)
    published: date | None = field(default=None, converter=_published)
    title: str | None = field(default=None, validator=_optional_str)
    outlet: str | None = field(default=None, validator=_optional_str)
    url: str | None = field(default=None, validator=_optional_str)
    id: str | None = field(default=None, validator=_optional_str)

    def __repr__(self) -> str:
        start = self.text if len(self.text) <= _LONG else f"{self.text[:_LONG]}…"
        named = ("published", "title", "outlet", "url", "id")
        given = [f"{name}={getattr(self, name)!r}" for name in named if getattr(self, name) is not None]
        return f"Article({', '.join([repr(start), *given])})"

    def _repr_html_(self) -> str:
        return article_html(self)


@frozen
class Annotation:
    """A finding in an article, tied to its exact characters.

    Subclass it with attrs (`@attrs.frozen`) for a layer of your own; give new fields keyword-only or with defaults.

    Args:
        span: where it stands.
        text: `article.text[span.start:span.end]`.
        rule: the name of the rule that found it.

    Raises:
        SpanError: if `text` is not as long as `span`.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> found.numbers[0].text, found.numbers[0].span, found.numbers[0].rule
        ('نحو 300 شخص', Span(start=24, end=35), 'amount')
    """

    span: Span
    text: str = field()
    rule: str = field(default="", kw_only=True)

    @text.validator
    def _as_long_as_span(self, attribute: Any, value: str) -> None:
        span = self.span
        if len(value) != span.end - span.start:
            raise SpanError(
                f"the annotation's text {value[:40]!r} has {len(value)} code points, its span {span.end - span.start}",
                start=span.start,
                end=span.end,
            )

    __repr__ = _brief
    __reduce__ = _packed


@frozen
class Mention(Annotation):
    """A phrase that refers to a person, an organisation, a place, a group or a facility.

    Args:
        kind: what it names.
        form: by name, by noun phrase, by pronoun.
        name: the name alone, without titles (for a nominal mention the phrase itself).
        title: the titles and roles that stand with the name, or None.
        gender: `m`, `f` or empty where the text does not tell.
        number: `s`, `d`, `p` or empty.
        is_anonymous: whether it hides who speaks (`مصدر أمني`, `شهود عيان`).

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> mention = found.mentions[0]
        >>> mention.text, mention.kind.value, mention.form.value
        ('وزارة الصحة', 'ORG', 'name')
    """

    kind: MentionKind = field(kw_only=True)
    form: MentionForm = field(default=MentionForm.NAME, kw_only=True)
    name: Span = field(kw_only=True)
    title: Span | None = field(default=None, kw_only=True)
    gender: str = field(default="", kw_only=True)
    number: str = field(default="", kw_only=True)
    is_anonymous: bool = field(default=False, kw_only=True)

    __repr__ = _brief


@frozen
class Entity:
    """Somebody or something that an article mentions, under all its names.

    Args:
        id: key within the analysis (`E1`, `E2`, ... in order of first mention).
        kind: what it is.
        name: its fullest name in the article, without titles and proclitics.
        aliases: the other names under which it appears.
        roles: the titles and roles seen with it.
        country: ISO 3166-1 alpha-2 code, where known.
        mentions: every mention, in text order.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> entity = found.entities[0]
        >>> entity.id, entity.kind.value, entity.name
        ('E1', 'ORG', 'وزارة الصحة')
    """

    id: str
    kind: MentionKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    mentions: tuple[Mention, ...] = ()

    __repr__ = _brief
    __reduce__ = _packed


@frozen
class Quote(Annotation):
    """A stretch inside quotation marks; its span is what stands inside them.

    Args:
        outer: the span with the marks.
        is_statement: whether it is (part of) something that a source says, rather than a name, a title or a term.
        closed: whether the closing mark is there.

    Example:
        >>> from arabnews import analyze
        >>> quote = analyze("قال الوزير: «سنفتح الجسر غدا».").quotes[0]
        >>> quote.text, quote.span, quote.outer, quote.is_statement, quote.closed
        ('سنفتح الجسر غدا', Span(start=13, end=28), Span(start=12, end=29), True, True)
    """

    outer: Span = field(kw_only=True)
    is_statement: bool = field(kw_only=True)
    closed: bool = field(default=True, kw_only=True)

    __repr__ = _brief


@frozen
class NumericFact(Annotation):
    """An amount that counts or measures something.

    Args:
        value: the amount, as int or Decimal (`2,5 مليون` is 2500000; a percentage keeps its own figure); an int of more than some
            4,200 digits is kept as a Decimal, as Python does not write such ints.
        upper: the other end of a range, or None.
        mod: how the value bounds the amount, or None.
        unit: the counted noun as written without `ال`, `%`, an ISO 4217 code, or None.
        dimension: count, money, percent or measure.
        concept: what news readers ask for (killed, wounded, soldier, ...), or None.
        counted: span of the whole counted phrase, or None.
        form: how the amount is written.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> number = found.numbers[0]
        >>> number.value, number.mod.value, number.unit, number.dimension.value, number.concept
        (300, 'approx', 'شخص', 'count', 'person')
    """

    value: Value = field(kw_only=True, converter=writable)
    upper: Value | None = field(default=None, kw_only=True, converter=writable)
    mod: NumberMod | None = field(default=None, kw_only=True)
    unit: str | None = field(default=None, kw_only=True)
    dimension: Dimension = field(default=Dimension.COUNT, kw_only=True)
    concept: str | None = field(default=None, kw_only=True)
    counted: Span | None = field(default=None, kw_only=True)
    form: NumberForm = field(default=NumberForm.DIGITS, kw_only=True)

    __repr__ = _brief


@frozen
class DateExpression(Annotation):
    """An expression that says when, how long or how often (TIMEX3 of ISO-TimeML).

    Args:
        type: DATE, TIME, DURATION or SET.
        value: the TIMEX3 value, never more precise than the text; None where nothing can be known.
        mod: START, MID, END, APPROX, BEFORE, AFTER, EARLY, LATE, or None.
        calendar: the calendar it is written in; `value` is Gregorian always.
        interval: first and last day, both inside, where days can be told; else None.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> date = found.dates[0]
        >>> date.text, date.type.value, date.value, date.interval
        ('أمس', 'DATE', '2021-12-09', (datetime.date(2021, 12, 9), datetime.date(2021, 12, 9)))
    """

    type: DateType = field(kw_only=True)
    value: str | None = field(default=None, kw_only=True)
    mod: DateMod | None = field(default=None, kw_only=True)
    calendar: Calendar = field(default=Calendar.GREGORIAN, kw_only=True)
    interval: tuple[date, date] | None = field(default=None, kw_only=True)

    __repr__ = _brief


@frozen
class Cue(Annotation):
    """The word that makes a claim one: a reporting verb, participle, noun or preposition.

    Args:
        lemma: its dictionary form (`قال` for `وقالت`).
        pos: `verb`, `participle`, `masdar`, `phrase` or empty.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> cue = found.claims[0].cue
        >>> cue.text, cue.lemma, cue.pos
        ('قالت', 'قال', 'verb')
    """

    lemma: str = field(default="", kw_only=True)
    pos: str = field(default="", kw_only=True)

    __repr__ = _brief


@frozen
class Claim(Annotation):
    """Something that a source says, or takes a stance on; its span and text are the content, what is claimed.

    The triple of source, cue and content follows PARC 3.0 (Pareti 2016).

    Args:
        kind: direct, indirect, mixed, nominal; narrated for what the article itself asserts about a numeric fact.
        cue: the reporting word, or None for a narrated claim and for a headline (`المنصوري: سنفتح الجسر`).
        extent: from the first to the last of cue, speaker and content.
        segments: the content's verbatim pieces, when a cue interrupts it.
        speaker: the source as written at the cue, or None.
        source_mention: the mention that names the source: the speaker, or its antecedent; None when nobody can know.
        source: the resolved entity, or None.
        resolution: how the source was found.
        stance: the speech act.
        polarity: whether the source affirms or denies the content.
        factuality: how certain the source presents it.
        addressee: to whom it was said, or None.
        medium: where it was said (`بيان`, `تغريدة`), or None.
        uttered: when it was said, or None.
        is_anonymous: whether the source is hidden (`مصدر أمني`).
        numbers, dates, quotes: the findings inside the content.

    Example:
        >>> from arabnews import analyze
        >>> found = analyze("قالت وزارة الصحة أمس إن نحو 300 شخص أصيبوا.", published="2021-12-10")
        >>> claim = found.claims[0]
        >>> claim.source.name, claim.stance.value, claim.kind.value
        ('وزارة الصحة', 'assert', 'indirect')
        >>> claim.text
        'نحو 300 شخص أصيبوا'
    """

    kind: ClaimKind = field(kw_only=True)
    cue: Cue | None = field(default=None, kw_only=True)
    extent: Span = field(kw_only=True)
    segments: tuple[Span, ...] = field(default=(), kw_only=True)
    speaker: Mention | None = field(default=None, kw_only=True)
    source_mention: Mention | None = field(default=None, kw_only=True)
    source: Entity | None = field(default=None, kw_only=True)
    resolution: Resolution = field(default=Resolution.NONE, kw_only=True)
    stance: Stance = field(default=Stance.ASSERT, kw_only=True)
    polarity: Polarity = field(default=Polarity.POSITIVE, kw_only=True)
    factuality: Factuality = field(default=Factuality.CERTAIN, kw_only=True)
    addressee: Annotation | None = field(default=None, kw_only=True)
    medium: Annotation | None = field(default=None, kw_only=True)
    uttered: DateExpression | None = field(default=None, kw_only=True)
    is_anonymous: bool = field(default=False, kw_only=True)
    numbers: tuple[NumericFact, ...] = field(default=(), kw_only=True)
    dates: tuple[DateExpression, ...] = field(default=(), kw_only=True)
    quotes: tuple[Quote, ...] = field(default=(), kw_only=True)

    __repr__ = _brief

    @property
    def content(self) -> Span:
        """The span of what is claimed; the same as `span`."""
        return self.span

    def _repr_html_(self) -> str:
        return claim_html(self)

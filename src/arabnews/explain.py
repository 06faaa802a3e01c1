"""Why an annotation is there: the rule that fired, the words it fired on, their lexicon rows, how a source was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from attrs import frozen

from arabnews.document import Document
from arabnews.errors import SpanError
from arabnews.lexicon import Lexicon, Reading
from arabnews.markup import clean, isolated
from arabnews.model import Annotation, Article, Claim, Cue, DateExpression, Entity, Mention, NumericFact, Quote, Resolution
from arabnews.rules import Rule, rule
from arabnews.spans import Span

_MOST_WORDS: Final = 40
_FREQUENCY: Final = frozenset({"common_word"})
"""Tables that say how usual a word is, and nothing of what it means: they explain only where no other table has the word."""
_BOUNDS: Final = {"approx": "about ", "gt": "more than ", "ge": "at least ", "lt": "less than ", "le": "at most "}
_ARABIC: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f]+(?:[ |]+[\u0600-\u06ff\u0750-\u077f]+)*")
_CODE: Final = re.compile(r"`([^`]+)`")
_RESOLUTIONS: Final[Mapping[Resolution, str]] = {
    Resolution.EXPLICIT: "the speaker is written beside the cue, by name or by what names it elsewhere in the article",
    Resolution.PARTICIPLE: "a participle shares the subject of the verb before it, whose gender it shows",
    Resolution.CONTINUATION: "a verb of continuing (`وأضاف`) goes on with the last source that agrees with it",
    Resolution.SUBJECT: "nobody was quoted before: the last person or organisation named that agrees with the verb",
    Resolution.DOCUMENT: "the speaker is a document; its source is the organisation that issued it",
    Resolution.PRONOUN: "a pronoun stands for the source of the claim before",
    Resolution.PRO_DROP: "the verb has no subject: the nearest earlier source that agrees in gender and number",
    Resolution.RELAYED: "somebody relays the words of whom `عن` names",
    Resolution.HEADLINE: "the headline names the speaker before the colon",
    Resolution.NONE: "nothing in the article tells the source",
}


@frozen
class Row:
    """A lexicon row that a word was read by.

    Args:
        tag: the table's tag (`cue`, `month`, ...).
        form: the row's form.
        place: file and line, as `cue.csv, line 12`; empty if the lexicon at hand does not have the row.
        proclitics: what was peeled off the word.
        pos: part of speech of the inflected form, or empty.
        features: the row's other columns that are not empty.
    """

    tag: str
    form: str
    place: str
    proclitics: str
    pos: str
    features: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        details = [self.pos, f"proclitics {self.proclitics}" if self.proclitics else ""]
        details += [f"{name}={value}" for name, value in self.features]
        shown = ", ".join(detail for detail in details if detail)
        return f"{self.tag}: {self.form}" + (f" ({shown})" if shown else "") + (f" [{self.place}]" if self.place else "")


@frozen
class ExplainedWord:
    """A word or phrase that took part, with every row of the lexicon that reads it.

    Args:
        span: where it stands.
        text: as written.
        rows: the lexicon rows; none for words that no table knows.
    """

    span: Span
    text: str
    rows: tuple[Row, ...] = ()


@frozen
class Explanation:
    """Why an annotation is there; made by `Analysis.explain`. Print it, or let a notebook show it.

    Args:
        annotation: what is explained.
        layer: its layer; empty for a part of a claim (a cue, a medium).
        rule: its rule, or None if it is not one of the package's.
        words: the words that took part.
        steps: for a claim, how its parts were found, in order; for a number its value, for a date its days, for a quote what it
            is, for a mention whom it names.

    Example:
        >>> import arabnews
        >>> analysis = arabnews.analyze("وصلت 40 سفينة.")
        >>> why = analysis.explain(analysis.numbers[0])
        >>> why.layer, why.rule.name
        ('numbers', 'amount')
    """

    annotation: Annotation
    layer: str
    rule: Rule | None
    words: tuple[ExplainedWord, ...]
    steps: tuple[str, ...]

    @property
    def about(self) -> str:
        """What the rule does, in a sentence; for another package's annotation what its class is."""
        if self.rule is not None:
            return self.rule.summary
        kind = type(self.annotation)
        return "" if kind.__module__ == Annotation.__module__ else (kind.__doc__ or "").strip().split("\n", 1)[0]

    def __str__(self) -> str:
        return "\n".join(self._lines()) + "\n"

    def __repr__(self) -> str:
        return str(self).rstrip()

    def _lines(self) -> Iterator[str]:
        item = self.annotation
        yield f"{self.layer or type(item).__name__}: {_short(item.text)} [{item.span.start}:{item.span.end}]"
        yield f"  rule {item.rule or '(unnamed)'}" + (f": {self.about}" if self.about else "")
        if self.rule:
            yield f"       {self.rule.page}"
        for step in self.steps:
            yield f"  {step}"
        for word in self.words:
            rows = [str(row) for row in word.rows] or ["a figure" if word.text[-1:].isdecimal() else "in no table"]
            yield f"  {_short(word.text)}  <-  {rows[0]}"
            yield from (f"  {' ' * len(_short(word.text))}      {row}" for row in rows[1:])

    def _repr_html_(self) -> str:
        item = self.annotation
        steps = "".join(f"<li>{_mixed(step)}</li>" for step in self.steps)
        words = "".join(
            f"<tr><td>{isolated(word.text)}</td><td>{'<br>'.join(_mixed(str(row)) for row in word.rows) or '—'}</td></tr>"
            for word in self.words
        )
        return (
            f'<section class="an-why" dir="ltr"><p><b>{clean(self.layer)}</b> <code>{clean(item.rule)}</code> '
            f"{isolated(_short(item.text))} [{item.span.start}:{item.span.end}]<br>{_mixed(self.about)}</p>"
            f"<ul>{steps}</ul><table>{words}</table></section>"
        )


def _mixed(text: str) -> str:
    """English with Arabic in it, escaped: each Arabic stretch keeps to itself, so figures beside it stay in place."""
    return _CODE.sub(r"\1", _ARABIC.sub(r"<bdi>\g<0></bdi>", clean(text)))


def explain(
    article: Article,
    layers: Mapping[str, Sequence[Any]],
    entities: Sequence[Entity],
    annotation: Annotation,
    lexicon: Lexicon,
) -> Explanation:
    """Explain one annotation of an article.

    Args:
        article, layers, entities: the analysis.
        annotation: one of its annotations, or a part of one (a claim's cue).
        lexicon: the lexicon that the article was read with.

    Raises:
        SpanError: if it is no annotation of this article.
    """
    if not isinstance(annotation, Annotation):
        mend = "; explain one of its mentions" if isinstance(annotation, Entity) else ""
        raise SpanError(f"explain takes an annotation, got {type(annotation).__name__}{mend}", start=None, end=None)
    span = annotation.span
    if span.of(article.text) != annotation.text:
        raise SpanError(
            f"{_short(annotation.text)!r} does not stand at {span} of this article: it is an annotation of another one",
            start=span.start,
            end=span.end,
        )
    layer = next((name for name, found in layers.items() if annotation in found), "")
    known = rule(layer or "claims", annotation.rule)
    document = _read(article, lexicon)
    words = tuple(_words(document, _evidence(annotation)))
    return Explanation(annotation, layer, known, words, tuple(_steps(annotation, entities, article.published)))


@lru_cache(maxsize=2)
def _read(article: Article, lexicon: Lexicon) -> Document:
    """The article, read again; whoever asks about one finding asks about the next."""
    return Document(article, lexicon)


def _evidence(annotation: Annotation) -> list[Span]:
    """The stretches whose words the finding rests on: all of it, or for a claim what is around its content."""
    if not isinstance(annotation, Claim):
        return [annotation.span]
    parts = [annotation.cue, annotation.speaker, annotation.medium, annotation.uttered]
    spans = [part.span for part in parts if part is not None]
    return sorted(spans or [number.span for number in annotation.numbers])


def _words(document: Document, spans: Sequence[Span]) -> Iterator[ExplainedWord]:
    shown: set[int] = set()
    for span in spans:
        first, end = document.tokens(span)
        for at in range(first, min(end, first + _MOST_WORDS, len(document))):
            if at in shown:
                continue
            shown.add(at)
            yield from _phrases(document, at, end)
            word = document.words[at]
            if word.readings or word.surface.isalnum():
                telling = [reading for reading in word.readings if reading.tag not in _FREQUENCY] or word.readings
                rows = tuple(dict.fromkeys(_row(document, reading) for reading in telling))
                yield ExplainedWord(document.span(at, at + 1), document.slice(at, at + 1), rows)


def _phrases(document: Document, first: int, end: int) -> Iterator[ExplainedWord]:
    """The multiword rows that start at a token and end inside."""
    for hit in document.phrases_at(first):
        if hit.end <= end:
            yield ExplainedWord(document.span(first, hit.end), document.slice(first, hit.end), (_row(document, hit.reading),))


def _row(document: Document, reading: Reading) -> Row:
    entry = reading.entry
    place = document.lexicon.place_of(entry)
    features = tuple((name, value) for name, value in entry.features.items() if value)
    where = f"{place[0]}, line {place[1]}" if place else ""
    return Row(entry.tag, entry.form, where, reading.proclitics, reading.pos, features)


def _steps(annotation: Annotation, entities: Sequence[Entity], published: date | None) -> Iterator[str]:
    match annotation:
        case Claim():
            yield from _claim_steps(annotation)
        case NumericFact():
            yield _amount(annotation)
        case DateExpression():
            yield _date(annotation, published)
        case Quote():
            yield "a statement" if annotation.is_statement else "no statement: a name, a title or a term"
            if not annotation.closed:
                yield "its closing mark is missing"
        case Mention():
            entity = next((entity for entity in entities if annotation in entity.mentions), None)
            if entity is not None:
                yield f"names {_entity(entity)}"
        case Cue():
            yield f"a form of {annotation.lemma}"


def _amount(number: NumericFact) -> str:
    ends = " to ".join(f"{end:,}" for end in (number.value, number.upper) if end is not None)
    details = [str(number.dimension), f"concept {number.concept}" if number.concept else "", f"written as {number.form}"]
    return (
        f"value {_BOUNDS.get(number.mod or '', '')}{ends} {number.unit or ''}".rstrip() + f" ({', '.join(filter(None, details))})"
    )


def _date(found: DateExpression, published: date | None) -> str:
    if found.value is None:
        mend = "" if published else "; the article has no day of publication to count from"
        return f"{found.type} without a value: the text does not tell it{mend}"
    shown = " ".join(filter(None, (found.type, found.value, found.mod)))
    if found.interval is None:
        return shown
    first, last = found.interval
    days = f"the day {first}" if first == last else f"the days from {first} to {last}"
    return f"{shown}: {days}" + (f"; published {published}" if published else "")


def _claim_steps(claim: Claim) -> Iterator[str]:
    if claim.cue is not None:
        yield f"cue {claim.cue.text} ({claim.cue.pos or 'phrase'} {claim.cue.lemma}): stance {claim.stance}, {claim.factuality}"
    if claim.kind == "narrated":
        yield "no cue: the article itself says it"
        return
    if claim.speaker is not None:
        yield f"speaker as written: {_short(claim.speaker.text)}"
    yield f"source by {claim.resolution}: {_RESOLUTIONS[claim.resolution]}"
    if claim.source_mention is not None and claim.source_mention != claim.speaker:
        span = claim.source_mention.span
        yield f"source mention: {_short(claim.source_mention.text)} [{span.start}:{span.end}]"
    if claim.source is not None:
        yield f"source: {_entity(claim.source)}"


def _entity(entity: Entity) -> str:
    count = len(entity.mentions)
    others = f"; also {'، '.join(entity.aliases)}" if entity.aliases else ""
    return f"{entity.id} {entity.kind} {entity.name} ({count} mention{'s' if count != 1 else ''}{others})"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:79] + "…"

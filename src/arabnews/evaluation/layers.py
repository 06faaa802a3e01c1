"""Each layer's comparison: what was found, what was missed, what is right about what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from arabnews.analysis import Analysis
from arabnews.evaluation.matching import dice, overlap, paired, same_amount, same_name, same_unit, words
from arabnews.model import Annotation, Claim, DateExpression, MentionForm, MentionKind, NumericFact
from arabnews.spans import Span

MISSED, FALSE, WRONG = "missed", "false", "wrong"
NAMES: Final = (MentionKind.PER, MentionKind.ORG, MentionKind.LOC, MentionKind.FAC)
"""The kinds that `mentions.all` counts; groups of people (NORP) have a figure of their own."""


class Note(NamedTuple):
    """A difference in one article, as the comparisons tell it."""

    layer: str
    what: str
    span: Span
    detail: str


class Counts:
    """One article's counts: figure -> (gold, predicted, hits), accuracy -> (right, of), and the differences."""

    def __init__(self, gold: Analysis, predicted: Analysis) -> None:
        self.gold, self.predicted, self.text = gold, predicted, gold.article.text
        self.figures: dict[str, tuple[int, int, int]] = {}
        self.rates: dict[str, tuple[int, int]] = {}
        self.notes: list[Note] = []

    def count(self, name: str, gold: int, predicted: int, hits: int) -> None:
        """Add to a figure."""
        a, b, c = self.figures.get(name, (0, 0, 0))
        self.figures[name] = a + gold, b + predicted, c + hits

    def rate(self, name: str, answers: Sequence[bool]) -> None:
        """Add to an accuracy."""
        right, of = self.rates.get(name, (0, 0))
        self.rates[name] = right + sum(answers), of + len(answers)

    def same_words(self, one: Span, other: Span) -> bool:
        """Whether two spans hold the same words."""
        return words(self.text, one) == words(self.text, other)

    def unpaired(
        self,
        layer: str,
        gold: Sequence[Any],
        predicted: Sequence[Any],
        pairs: Sequence[tuple[int, int]],
        span: Callable[[Any], Span] = lambda item: item.span,
    ) -> None:
        """Note what was missed and what is false."""
        found, right = {i for i, _ in pairs}, {j for _, j in pairs}
        self.notes += [Note(layer, MISSED, span(item), "") for i, item in enumerate(gold) if i not in found]
        self.notes += [Note(layer, FALSE, span(item), "") for j, item in enumerate(predicted) if j not in right]

    def wrong(self, layer: str, span: Span, field: str, gold: object, predicted: object) -> None:
        """Note a field that differs."""
        self.notes.append(Note(layer, WRONG, span, f"{field}: {gold} marked, {predicted} found"))


def claims(counts: Counts) -> None:
    """Claims with a cue: contents by words (half of them is a match), sources by name."""
    gold, found = (
        [claim for claim in analysis.layers.get("claims", ()) if claim.kind != "narrated"]
        for analysis in (counts.gold, counts.predicted)
    )
    held = {id(claim): words(counts.text, claim.span) for claim in (*gold, *found)}
    pairs = paired(gold, found, lambda a, b: dice(held[id(a)], held[id(b)]), 0.5)
    both: list[tuple[Claim, Claim]] = [(gold[i], found[j]) for i, j in pairs]
    sources = [same_name(_source(a), _source(b)) for a, b in both]
    counts.count("claims.overlap", len(gold), len(found), len(pairs))
    counts.count("claims.exact", len(gold), len(found), sum(held[id(a)] == held[id(b)] for a, b in both))
    counts.count("claims.attributed", len(gold), len(found), sum(sources))
    counts.rate("claims.speaker", sources)
    counts.rate("claims.cue", [bool(a.cue and b.cue and overlap(a.cue.span, b.cue.span) > 0) for a, b in both])
    counts.rate("claims.kind", [a.kind == b.kind for a, b in both])
    counts.rate("claims.stance", [a.stance == b.stance for a, b in both])
    counts.rate("claims.polarity", [a.polarity == b.polarity for a, b in both])
    counts.rate("claims.factuality", [a.factuality == b.factuality for a, b in both])
    counts.unpaired("claims", gold, found, pairs)
    for (a, b), same in zip(both, sources, strict=True):
        if not same:
            counts.wrong("claims", a.span, "source", _source(a), _source(b))
        if a.stance != b.stance:
            counts.wrong("claims", a.span, "stance", a.stance, b.stance)


def _source(claim: Claim) -> str | None:
    return claim.source.name if claim.source else None


def quotes(counts: Counts) -> None:
    """Statements in quotation marks, by exact span and by overlap; and whether the decision that they are some is right."""
    gold, found = (
        {quote.span: quote.is_statement for quote in a.layers.get("quotes", ())} for a in (counts.gold, counts.predicted)
    )
    said, seen = ({span for span, statement in marked.items() if statement} for marked in (gold, found))
    counts.count("quotes.statements", len(said), len(seen), len(said & seen))
    pairs = paired(sorted(said), sorted(seen), overlap, 1, span=lambda span: span)
    counts.count("quotes.overlap", len(said), len(seen), len(pairs))
    counts.rate("quotes.decision", [gold[span] == found[span] for span in gold.keys() & found.keys()])
    counts.notes += [Note("quotes", MISSED, span, "") for span in sorted(said - seen)]
    counts.notes += [Note("quotes", FALSE, span, "") for span in sorted(seen - said)]


def numbers(counts: Counts) -> None:
    """Amounts by overlap, by words, by value; duals and vague ones apart; fractions, on which guidelines differ, not at all."""
    gold, found = (
        [fact for fact in analysis.layers.get("numbers", ()) if fact.form != "fraction"]
        for analysis in (counts.gold, counts.predicted)
    )
    pairs = paired(gold, found, lambda a, b: overlap(a.span, b.span), 1)
    right = [(i, j) for i, j in pairs if _same_value(gold[i], found[j])]
    counts.count("numbers.relaxed", len(gold), len(found), len(pairs))
    counts.count("numbers.strict", len(gold), len(found), sum(counts.same_words(gold[i].span, found[j].span) for i, j in pairs))
    matched = {j: _form(gold[i]) for i, j in pairs}
    forms = [matched.get(j, _form(fact)) for j, fact in enumerate(found)]
    for name, form in (("numbers.value", "plain"), ("numbers.dual", "dual"), ("numbers.vague", "vague")):
        size = sum(_form(fact) == form for fact in gold), forms.count(form)
        hits = [(i, j) for i, j in right if _form(gold[i]) == form]
        counts.count(name, *size, len(hits))
        if form == "plain":
            counts.count("numbers.value+unit", *size, sum(same_unit(gold[i].unit, found[j].unit) for i, j in hits))
    counts.rate("numbers.mod", [gold[i].mod == found[j].mod for i, j in right])
    counts.rate("numbers.unit", [same_unit(gold[i].unit, found[j].unit) for i, j in right])
    counts.unpaired("numbers", gold, found, pairs)
    for i, j in pairs:
        if not _same_value(gold[i], found[j]):
            counts.wrong("numbers", gold[i].span, "value", _range(gold[i]), _range(found[j]))
        elif not same_unit(gold[i].unit, found[j].unit):
            counts.wrong("numbers", gold[i].span, "unit", gold[i].unit, found[j].unit)


def _same_value(one: NumericFact, other: NumericFact) -> bool:
    return same_amount(one.value, other.value) and same_amount(one.upper, other.upper)


def _range(fact: NumericFact) -> str:
    return str(fact.value) if fact.upper is None else f"{fact.value} to {fact.upper}"


def _form(fact: NumericFact) -> str:
    return str(fact.form) if fact.form in ("dual", "vague") else "plain"


def dates(counts: Counts) -> None:
    """Time expressions by overlap, by words, by value; a gold date without a value is matched, not valued."""
    gold: Sequence[DateExpression] = counts.gold.layers.get("dates", ())
    found: Sequence[DateExpression] = counts.predicted.layers.get("dates", ())
    pairs = paired(gold, found, lambda a, b: overlap(a.span, b.span), 1)
    right = [gold[i].value in (None, found[j].value) for i, j in pairs]
    counts.count("dates.relaxed", len(gold), len(found), len(pairs))
    counts.count("dates.strict", len(gold), len(found), sum(counts.same_words(gold[i].span, found[j].span) for i, j in pairs))
    counts.count("dates.value", len(gold), len(found), sum(right))
    counts.rate("dates.type", [gold[i].type == found[j].type for i, j in pairs])
    counts.rate("dates.mod", [gold[i].mod == found[j].mod for i, j in pairs])
    counts.unpaired("dates", gold, found, pairs)
    for (i, j), same in zip(pairs, right, strict=True):
        if not same:
            counts.wrong("dates", gold[i].span, "value", gold[i].value, found[j].value)


class _Name(NamedTuple):
    span: Span
    kind: MentionKind
    entity: str


def _names(analysis: Analysis) -> list[_Name]:
    found = [
        _Name(mention.name, mention.kind, entity.name)
        for entity in analysis.entities
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    ]
    return sorted(found)


def mentions(counts: Counts) -> None:
    """Names without their titles: by words and kind, by overlap and kind; and whether their entities are one."""
    everything = [_names(counts.gold), _names(counts.predicted)]
    groups = [{tuple(sorted(words(counts.text, name.span))) for name in names if name.kind not in NAMES} for names in everything]
    counts.count("mentions.NORP", len(groups[0]), len(groups[1]), len(groups[0] & groups[1]))
    gold, found = ([name for name in names if name.kind in NAMES] for names in everything)

    def exact(a: _Name, b: _Name) -> bool:
        return a.kind == b.kind and counts.same_words(a.span, b.span)

    pairs = paired(gold, found, lambda a, b: 1 + exact(a, b), 1)
    right = [(i, j) for i, j in pairs if exact(gold[i], found[j])]
    for kind in NAMES:
        size = sum(name.kind == kind for name in gold), sum(name.kind == kind for name in found)
        counts.count(f"mentions.{kind}", *size, sum(gold[i].kind == kind for i, _ in right))
    counts.count("mentions.all", len(gold), len(found), len(right))
    counts.count("mentions.overlap", len(gold), len(found), sum(gold[i].kind == found[j].kind for i, j in pairs))
    counts.rate("mentions.entity", [same_name(gold[i].entity, found[j].entity) for i, j in right])
    counts.unpaired("mentions", gold, found, pairs)
    for i, j in pairs:
        if gold[i].kind != found[j].kind:
            counts.wrong("mentions", gold[i].span, "kind", gold[i].kind, found[j].kind)
        elif (i, j) not in right:
            counts.wrong("mentions", gold[i].span, "span", gold[i].span.of(counts.text), found[j].span.of(counts.text))


LAYERS: Final[Mapping[str, Callable[[Counts], None]]] = {
    "claims": claims,
    "quotes": quotes,
    "numbers": numbers,
    "dates": dates,
    "mentions": mentions,
}


def other(counts: Counts, layer: str) -> None:
    """A layer of one's own: exact and overlapping spans."""
    gold: Sequence[Annotation] = counts.gold.layers.get(layer, ())
    found: Sequence[Annotation] = counts.predicted.layers.get(layer, ())
    pairs = paired(gold, found, lambda a, b: overlap(a.span, b.span), 1)
    counts.count(f"{layer}.overlap", len(gold), len(found), len(pairs))
    counts.count(f"{layer}.exact", len(gold), len(found), sum(gold[i].span == found[j].span for i, j in pairs))
    counts.unpaired(layer, gold, found, pairs)

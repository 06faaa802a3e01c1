"""An analysis as marks (see `arabnews.export.marks`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Any, Final

import attrs

from arabnews.calendars import interval_of
from arabnews.export.marks import ALIASES, DERIVED, LABELS, LAYERS, LINKS, Mark, around, fullest, other_names, rest_of, shown
from arabnews.model import Annotation, Article, Claim, Cue, DateExpression, Entity, Mention, Quote
from arabnews.spans import Span

_LINKED: Final = frozenset({"source_mention", *LINKS})
_WRITTEN: Final = (str, int, float, bool, Decimal, Enum, Span, date, tuple)


def encode(article: Article, layers: Mapping[str, Sequence[Any]], entities: Sequence[Entity]) -> tuple[Mark, ...]:
    """An analysis as marks, in the order of its layers."""
    return tuple(_Writer(article.text, layers, entities).marks())


class _Writer:
    def __init__(self, text: str, layers: Mapping[str, Sequence[Any]], entities: Sequence[Entity]) -> None:
        self.text, self.layers, self.entities = text, layers, entities
        self.ids: dict[tuple[str, Annotation], str] = {}
        self.count = 0
        self.named = {entity.mentions[0]: entity for entity in entities if entity.mentions}

    def marks(self) -> Iterator[Mark]:
        for layer, found in sorted(self.layers.items(), key=lambda pair: pair[0] == "claims"):
            for item in found:
                yield from self._marks(layer, item)
        yield from self._same()

    def _marks(self, layer: str, item: Annotation) -> Iterator[Mark]:
        match item:
            case Mention():
                yield from self._mention(item.kind.value, item)
            case Claim():
                yield from self._claim(item)
            case _:
                label = next((label for label, kind in LABELS.items() if kind is type(item) and LAYERS.get(kind) == layer), layer)
                yield self._mark(label, item)

    def _mark(
        self, label: str, item: Annotation, links: tuple[tuple[str, str], ...] = (), more: Mapping[str, str] | None = None
    ) -> Mark:
        self.count += 1
        mark = f"T{self.count}"
        if isinstance(item, Mention | DateExpression | Cue) or type(item) is Annotation:
            self.ids[self._key(label, item)] = mark
        spans = item.segments if isinstance(item, Claim) and item.segments else (item.span,)
        return Mark(mark, label, spans, {**_fields(item), **(more or {})}, links)

    @staticmethod
    def _key(label: str, item: Annotation) -> tuple[str, Annotation]:
        return ("" if isinstance(item, Mention) else label, item)

    def _mention(self, label: str, item: Mention) -> Iterator[Mark]:
        more = {"kind": item.kind.value, "form": item.form.value} if label == "Speaker" else {}
        if (entity := self.named.get(item)) is not None:
            if entity.name != fullest(self.text, entity.mentions):
                more["entity"] = entity.name
            if entity.aliases != other_names(self.text, entity.name, entity.mentions):
                more["aliases"] = ALIASES.join(entity.aliases)
            if entity.country:
                more["country"] = entity.country
        if item.title is not None and rest_of(self.text, item.span, item.title) == item.name:
            self.count += 1
            yield Mark(f"T{self.count}", "Title", (item.title,))
        else:
            more |= {"name": shown(item.name)} if item.name != item.span else {}
            more |= {"title": shown(item.title)} if item.title is not None else {}
        yield self._mark(label, item, more=more)

    def _claim(self, item: Claim) -> Iterator[Mark]:
        links = []
        parts = {"Cue": item.cue, "Speaker": item.speaker, "Medium": item.medium, "Addressee": item.addressee}
        for label, part in parts.items():
            if part is not None:
                yield from self._parts(label, [part])
                links.append((label.lower(), self.ids[self._key(label, part)]))
        if item.source_mention is not None:
            yield from self._parts("Speaker", [item.source_mention])
            links.append(("source", self.ids[self._key("Speaker", item.source_mention)]))
        if item.uttered is not None:
            yield from self._parts("Date", [item.uttered])
            links.append(("uttered", self.ids[self._key("Date", item.uttered)]))
        yield self._mark("Claim", item, tuple(links))

    def _parts(self, label: str, parts: Iterable[Annotation]) -> Iterator[Mark]:
        """The marks of parts that have none yet."""
        for part in parts:
            if self._key(label, part) not in self.ids:
                yield from self._mention(label, part) if isinstance(part, Mention) else [self._mark(label, part)]

    def _same(self) -> Iterator[Mark]:
        """Mentions of one entity, each linked to the one before it; as marks without a stretch."""
        for entity in self.entities:
            known = [self.ids[self._key("", mention)] for mention in entity.mentions if self._key("", mention) in self.ids]
            for before, after in pairwise(known):
                yield Mark(after, "", (), {}, (("same", before),))


def _fields(item: Annotation) -> dict[str, str]:
    """The fields that have not their usual value, as text."""
    skipped = {*DERIVED, *(_LINKED if isinstance(item, Claim) else ())}
    if isinstance(item, Mention):
        skipped |= {"name", "title", "kind"}
    if isinstance(item, DateExpression) and item.interval == interval_of(item.value):
        skipped.add("interval")
    if isinstance(item, Quote) and item.outer == around(item.span, item.closed):
        skipped.add("outer")
    values = {field.name: getattr(item, field.name) for field in attrs.fields(type(item)) if field.name not in skipped}
    usual = {field.name: field.default for field in attrs.fields(type(item))}
    return {
        name: shown(value)
        for name, value in values.items()
        if value is not None and value != usual[name] and isinstance(value, _WRITTEN) and not name.startswith("_")
    }

"""Marks, as people have corrected them, as layers and entities again (see `arabnews.export.marks`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from arabnews.calendars import interval_of
from arabnews.errors import ArabnewsError
from arabnews.export.marks import (
    ALIASES,
    LABELS,
    LAYERS,
    LINKS,
    Mark,
    around,
    fault,
    fullest,
    other_names,
    readers,
    rest_of,
    value_of,
)
from arabnews.model import (
    Annotation,
    Article,
    Claim,
    ClaimKind,
    Cue,
    DateExpression,
    DateType,
    Entity,
    Mention,
    MentionForm,
    MentionKind,
    Quote,
)
from arabnews.spans import Span, SpanIndex

_FALLBACK: Final = {(Claim, "kind"): ClaimKind.INDIRECT, (DateExpression, "type"): DateType.DATE, (Quote, "is_statement"): False}


def decode(
    article: Article, marks: Iterable[Mark], types: Mapping[str, type[Annotation]] | None = None
) -> tuple[dict[str, tuple[Any, ...]], tuple[Entity, ...]]:
    """The layers and entities that marks describe.

    Args:
        types: classes of custom layers; without one its annotations come back as `Annotation`.

    Raises:
        FormatError: for a span outside the text, a value that a field cannot take, a link to nothing.
    """
    listed = list(marks)
    return _Reader(article.text, listed, types or {}).read()


class _Reader:
    def __init__(self, text: str, marks: Sequence[Mark], custom: Mapping[str, type[Annotation]]) -> None:
        self.text, self.custom = text, custom
        self.marks = [mark for mark in marks if mark.spans]
        self.links: dict[str, list[tuple[str, str]]] = {}
        known = {mark.id for mark in self.marks}
        for mark in marks:
            self.links.setdefault(mark.id, []).extend(mark.links)
            for role, target in mark.links:
                if target not in known or mark.id not in known:
                    raise fault(mark, role, f"the link {role!r} leads to {target!r}, which is not there")
        for mark in self.marks:
            for span in mark.spans:
                if span.end > len(text) or not len(span):
                    raise fault(mark, "span", f"{span.start} to {span.end} is no stretch of a text of {len(text)} characters")
        self.titles = SpanIndex(_Titled(mark.spans[0]) for mark in self.marks if mark.label == "Title")
        self.made: dict[str, Annotation] = {}

    def read(self) -> tuple[dict[str, tuple[Any, ...]], tuple[Entity, ...]]:
        layers: dict[str, list[Any]] = {layer: [] for layer in ("mentions", "dates", "numbers", "quotes", "claims")}
        claims = [mark for mark in self.marks if mark.label == "Claim"]
        for mark in self.marks:
            if mark.label in ("Claim", "Title"):
                continue
            item = self.made[mark.id] = self._annotation(mark)
            layer = mark.label if mark.label not in LABELS else LAYERS.get(LABELS[mark.label])
            if layer is not None and mark.label != "Speaker":
                layers.setdefault(layer, []).append(item)
        entities, of_mention = self._entities()
        inside = {layer: SpanIndex[Any](layers[layer]) for layer in ("numbers", "dates", "quotes")}
        for mark in claims:
            layers["claims"].append(self._claim(mark, inside, of_mention))
        ordered = {layer: tuple(sorted(found, key=lambda item: item.span)) for layer, found in layers.items()}
        return ordered, entities

    def _annotation(self, mark: Mark, **more: Any) -> Any:
        kind = LABELS.get(mark.label) or self.custom.get(mark.label, Annotation)
        span = more.pop("span", Span(mark.spans[0].start, mark.spans[-1].end))
        values = {name: value for name, value in mark.fields.items() if name not in ("entity", "aliases", "country")}
        fields = {name: value_of(mark, kind, name, value) for name, value in values.items() if name in readers(kind)}
        if kind is Mention:
            fields |= self._mention(mark, span, fields)
        elif kind is DateExpression:
            fields = {"interval": interval_of(fields.get("value")), **fields}
        elif kind is Quote:
            outer = around(span, fields.get("closed", True))
            fields = {"outer": Span(outer.start, min(outer.end, len(self.text))), **fields}
        for (where, name), usual in _FALLBACK.items():
            if where is kind:
                fields.setdefault(name, usual)
        try:
            return kind(span, span.of(self.text), **fields, **more)
        except (TypeError, ArabnewsError) as error:
            needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
            lacking = [name for name in needed if name not in {"span", "text", *fields, *more}]
            first = lacking[0] if lacking else None
            raise fault(mark, first, f"a {mark.label} needs {', '.join(lacking) or error}") from None

    def _mention(self, mark: Mark, span: Span, fields: Mapping[str, Any]) -> dict[str, Any]:
        title = fields.get("title") or next((found.span for found in self.titles.within(span)), None)
        rest = rest_of(self.text, span, title) if title is not None else None
        kind = fields.get("kind", MentionKind.PER) if mark.label == "Speaker" else MentionKind(mark.label)
        form = fields.get("form", MentionForm.NOMINAL if mark.label == "Speaker" and "form" not in fields else MentionForm.NAME)
        name = fields.get("name") or rest or span
        return {"kind": kind, "form": form, "title": title, "name": name if span.contains(name) else span}

    def _claim(self, mark: Mark, inside: Mapping[str, SpanIndex[Any]], of_mention: Mapping[str, Entity]) -> Claim:
        links = dict(self.links.get(mark.id, ()))
        parts = {role: self._linked(mark, role, links[role]) for role in LINKS if role in links and role != "same"}
        source = parts.pop("source", None)
        span = Span(mark.spans[0].start, mark.spans[-1].end)
        around = [span, *(parts[role].span for role in ("cue", "speaker") if role in parts)]
        found: Claim = self._annotation(
            mark,
            span=span,
            segments=mark.spans,
            extent=Span(min(part.start for part in around), max(part.end for part in around)),
            source_mention=source,
            source=of_mention.get(links.get("source", "")),
            **parts,
            **{layer: index.within(span) for layer, index in inside.items()},
        )
        return found

    def _linked(self, mark: Mark, role: str, target: str) -> Annotation:
        item = self.made.get(target)
        wanted = {"source": Mention, "speaker": Mention, "cue": Cue, "uttered": DateExpression}.get(role, Annotation)
        if item is None or not isinstance(item, wanted):
            got = next((other.label for other in self.marks if other.id == target), target)
            raise fault(mark, role, f"the link {role!r} must lead to a {wanted.__name__}, not to a {got}")
        return item

    def _entities(self) -> tuple[tuple[Entity, ...], dict[str, Entity]]:
        """Mentions joined by `same`, in order of first mention."""
        mentions = [(mark, item) for mark in self.marks if isinstance(item := self.made.get(mark.id), Mention)]
        group = {mark.id: mark.id for mark, _ in mentions}

        def root(name: str) -> str:
            while group[name] != name:
                group[name] = name = group[group[name]]
            return name

        for mark, _ in mentions:
            for role, target in self.links.get(mark.id, ()):
                if role == "same" and target in group:
                    group[root(mark.id)] = root(target)
        members: dict[str, list[tuple[Mark, Mention]]] = {}
        for mark, item in sorted(mentions, key=lambda pair: pair[1].span):
            members.setdefault(root(mark.id), []).append((mark, item))
        entities, of_mention = [], {}
        for number, found in enumerate(members.values(), 1):
            entity = self._entity(f"E{number}", found)
            entities.append(entity)
            of_mention.update({mark.id: entity for mark, _ in found})
        return tuple(entities), of_mention

    def _entity(self, key: str, members: Sequence[tuple[Mark, Mention]]) -> Entity:
        mentions = tuple(dict.fromkeys(item for _, item in members))
        told = {name: value for mark, _ in reversed(members) for name, value in mark.fields.items()}
        name = told.get("entity") or fullest(self.text, mentions)
        aliases = tuple(filter(None, told["aliases"].split(ALIASES))) if "aliases" in told else None
        others = other_names(self.text, name, mentions) if aliases is None else aliases
        roles = dict.fromkeys(item.title.of(self.text).strip() for item in mentions if item.title is not None)
        return Entity(key, mentions[0].kind, name, others, tuple(roles), told.get("country"), mentions)


@attrs.frozen
class _Titled:
    span: Span
